"""What a reader does not see is named in one list; what could be guessed from a checksum has none."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest

from tests.export.conftest import Render
from tests.export.dossier_samples import Files, encoded, make_screenshots, sample_record, screenshot
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.choices import Choices, Showing
from walletcase.domain.dossiers.document import Depth, Part, without
from walletcase.services.dossier_options import Rendered

Run = Callable[..., str]
SEEN_BY_ALL = Choices(exhibits=tuple((number, Showing.ORIGINAL) for number in (1, 2, 3, 4)))
NO_TWO = Choices(exhibits=((2, Showing.OUT), *((number, Showing.ORIGINAL) for number in (1, 3, 4))))


def pages_of(run: Run, made: Rendered) -> list[str]:
    """The words of each page, without blanks."""
    return ["".join(page.split()) for page in run("pdftotext", "-layout", made.path, "-").split("\f")[:-1]]


def bookmarks(made: Rendered) -> list[str]:
    with pikepdf.open(made.path) as pdf, pdf.open_outline() as outline:
        waiting, found = [*outline.root], []
        while waiting:
            item = waiting.pop(0)
            found.append(item.title)
            waiting += item.children
    return found


def goals_of(made: Rendered) -> list[set[int]]:
    """The pages (from 0) to which the links of each page lead."""
    with pikepdf.open(made.path) as pdf:
        place = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        notes = [[note for note in page.get("/Annots", ()) if "/Dest" in note] for page in pdf.pages]
        return [{place[note.Dest[0].objgen] for note in of_page} for of_page in notes]


def test_nothing_to_see_is_one_list_and_no_page_each(files: Files, render: Render, run: Run) -> None:
    make_screenshots(files, 4)
    record = sample_record(files.evidence)
    all_seen = render(record, audience=Audience.PUBLIC, choices=SEEN_BY_ALL)
    one_hidden = render(record, audience=Audience.PUBLIC, choices=NO_TWO)
    none_seen = render(record, audience=Audience.PUBLIC)
    assert none_seen.pages <= one_hidden.pages - 3 <= all_seen.pages - 3
    (listed,) = (text for text in pages_of(run, one_hidden) if "未向本读者出示的证据" in text and "只列出名称" in text)
    assert "证据1/1" not in listed
    covers = [pages_of(run, made)[0] for made in (all_seen, one_hidden, none_seen)]
    assert ["附3件" in cover for cover in covers] == [False, True, False]
    assert ["均不附" in cover for cover in covers] == [False, False, True]
    pages = pages_of(run, none_seen)
    (at,) = (number for number, text in enumerate(pages) if "只列出名称和原因" in text)
    assert pages[at].count("没有打码件") == 4
    assert "未向本读者出示的证据" in bookmarks(none_seen)
    assert "未向本读者出示的证据" not in bookmarks(all_seen)
    assert {number for number, _, _ in one_hidden.exhibit_pages} == {1, 3, 4}
    goals = goals_of(none_seen)
    (index,) = (number for number, text in enumerate(pages) if "证据目录" in text and "证明内容" in text)
    assert at in goals[index]
    assert index in goals[at]


@pytest.mark.parametrize("media_type", ["text/plain", "message/rfc822", "image/png"])
def test_the_checksum_of_hidden_words_is_left_out(files: Files, render: Render, run: Run, media_type: str) -> None:
    make_screenshots(files, 1)
    content = encoded(screenshot(7)) if media_type == "image/png" else b"Card 6222021234567890128"
    files.add(content, media_type, "second")
    first, second = files.evidence
    record = sample_record(files.evidence)
    text = "".join(pages_of(run, render(record, audience=Audience.PUBLIC)))
    assert (second.file.sha256 in text) == (media_type == "image/png")
    assert ("不列校验值" in text) == (media_type != "image/png")
    assert first.file.sha256 in text
    assert second.file.sha256 in "".join(pages_of(run, render(record)))  # one's own


def test_steps_in_brief_are_lines_of_a_table(files: Files, render: Render, run: Run) -> None:
    record = sample_record()
    parts = without(Part.TIMELINE)
    brief, full = (pages_of(run, render(record, depth=depth, parts=parts)) for depth in (Depth.BRIEF, Depth.FULL))
    tables = [page for page in brief if "步骤结果状态" in page]  # its head is on each page that it takes
    assert 1 <= len(tables) <= 2
    steps = "".join(tables)
    assert all(step.name.zh in steps for step in record.playbook.steps if step.name.zh in "".join(full))
    assert len(brief) < len(full)
