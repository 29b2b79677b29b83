"""What people type is text, whatever it looks like: printed as typed, never obeyed."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.export.conftest import Render
from tests.export.dossier_samples import FONTS, Files, make_screenshots, sample_record
from walletcase.domain.case import CaseRecord
from walletcase.domain.dossiers.document import Part, without
from walletcase.export.fonts import FontBook
from walletcase.export.style import MM, PAGE_W, SIDE
from walletcase.services.dossier_options import Rendered

_PIECES = [
    "<b>", "</b>", "<i>x</i>", "&amp;", "&lt;", "&#65;", "<br/>", "<font color='[1]'>", "</para>", "<para>",
    "<a href='http://x.example'>", "<img src='/etc/passwd'/>", '<img src="http://x.example/a.png">', "]]>", "<!--",
    "%s", "{0}", "{page}", "${HOME}", "(", ")", "\\", "\\n", "BT /F1 12 Tf", "endstream", "'; DROP TABLE",
    "0.1 <A <0.9", "㊗", "𬭎", "（", "“", "……", "——",
]  # fmt: skip
_CHINESE = st.text("投诉银行钱包，。（）“”", max_size=9)
HOSTILE = st.lists(st.sampled_from(_PIECES) | st.text(max_size=6) | _CHINESE, max_size=30).map("".join)
_watching: list[list[str]] = []


def _hook(event: str, args: tuple[object, ...]) -> None:
    if _watching and event in ("open", "socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system"):
        name = os.fsdecode(args[0]) if isinstance(args[0], str | bytes | os.PathLike) else args[0]
        for seen in _watching:
            seen.append(f"{event} {name}")


sys.addaudithook(_hook)  # hooks stay for good: it does nothing while nobody watches


@contextmanager
def watched() -> Iterator[list[str]]:
    """Collect what is opened, connected or started."""
    seen: list[str] = []
    _watching.append(seen)
    try:
        yield seen
    finally:
        _watching.remove(seen)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example("<b>粗</b>&amp;<img src='/etc/passwd'>")
@example("0.1 <A <0.9 <b>unclosed")
@given(HOSTILE)
def test_a_contact_is_printed_as_typed(render: Render, run: Callable[..., str], text: str) -> None:
    with watched() as seen:
        made = render(only_contact(text), parts=without(Part.STEPS))
    got = squeezed(run("pdftotext", "-raw", made.path, "-"))
    assert squeezed(FontBook(FONTS).visible(text)) in got
    assert [line for line in seen if not allowed(line, made)] == []
    made.path.unlink()


def only_contact(text: str) -> CaseRecord:
    """A case with one contact, which says ``text``."""
    record = sample_record(contacts=1)
    entry = record.timeline[0]
    return replace(record, timeline=(replace(entry, draft=replace(entry.draft, summary=text)),))


def allowed(line: str, made: Rendered) -> bool:
    """Our fonts, labels and output; the evidence; program code."""
    event, _, name = line.partition(" ")
    if event != "open":
        return False
    path = Path(name)
    code = (*sys.path, sys.prefix, sys.base_prefix)
    inside = (
        FONTS,
        FONTS.parent / "i18n",
        FONTS.parent / "colour",
        made.path.parent,
        *(Path(folder).resolve() for folder in code if folder),
    )
    return path.is_relative_to(made.path.parent) or any(path.is_relative_to(folder) for folder in inside)


def test_the_watch_sees_a_foreign_file(tmp_path: Path, render: Render) -> None:
    made = render(only_contact("x"))
    with watched() as seen:
        Path("/etc/hostname").read_bytes()
    assert seen == ["open /etc/hostname"]
    assert not allowed(seen[0], made)


@pytest.mark.parametrize("text", ["<img src='/etc/passwd'/>", "<b>", "&amp;&lt;", "]]>", "% %s {page} {0}", "）" * 300])
def test_every_place_takes_hostile_text(files: Files, render: Render, run: Callable[..., str], text: str) -> None:
    make_screenshots(files, 2)
    changed = [
        replace(item, title=text, proves=text, source=text, original_name=text, made_on=text) for item in files.evidence
    ]
    record = sample_record(changed, text=text)
    entries = [
        replace(e, draft=replace(e.draft, counterpart=text, reference=text, channel=text, promised_by=text))
        for e in record.timeline
    ]
    case = replace(record.case, title=text, number=text)
    values = dict.fromkeys(record.values, text)
    whole = replace(record, case=case, timeline=tuple(entries), values=values)
    for language in ("zh_CN", "en"):
        got = squeezed(run("pdftotext", "-raw", render(whole, language=language).path, "-"))
        assert got.count(squeezed(text)) > 20


def test_a_very_long_contact_fills_pages_and_loses_nothing(render: Render, run: Callable[..., str]) -> None:
    text = "".join(f"第{number}句话，客服说请再等等。" for number in range(1500))
    path = render(only_contact(text)).path
    inside = ["-x", "0", "-y", str(round(24 * MM)), "-W", str(round(PAGE_W)), "-H", str(round(252 * MM))]
    got = squeezed(run("pdftotext", "-raw", *inside, path, "-"))  # without running head and foot
    whole, page_ends = re.subn("序号时间渠道与对方内容证据", "", got)
    assert page_ends > 15, got[:2000]
    assert text in whole


def test_a_word_without_end_is_broken(render: Render, run: Callable[..., str]) -> None:
    text = "x" * 5000
    path = render(only_contact(text)).path
    assert run("pdftotext", "-raw", path, "-").count("x") >= 5000
    with pypdfium2.PdfDocument(path) as pdf:
        edges = [right_edge(page) for page in pdf]
    assert 500 < max(edges) <= PAGE_W - SIDE + 1


def right_edge(page: pypdfium2.PdfPage) -> float:
    """How far to the right a page's characters reach, in points."""
    text = page.get_textpage()
    return float(max(text.get_charbox(number)[2] for number in range(text.count_chars())))
