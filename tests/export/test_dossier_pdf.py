"""The dossier as a file: what other programs find in it."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from tests.export.conftest import Render
from tests.export.dossier_samples import (
    RARE,
    RESOURCES,
    Files,
    NoDecoder,
    encoded,
    make_screenshots,
    sample_record,
    screenshot,
)
from tests.media.long_chats import Look, chat
from walletcase.domain.case import CaseRecord
from walletcase.domain.custody import JournalHead
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.document import Part, without
from walletcase.domain.evidence import Group, MediaFacts
from walletcase.domain.fields import shown
from walletcase.export.dossier_pdf import PdfDossiers
from walletcase.services.dossier_options import DossierOptions, Glimpse
from walletcase.services.ports import never_cancelled, no_progress

Run = Callable[..., str]


def squeezed(text: str) -> str:
    """A text without white space: lines break where they must."""
    return re.sub(r"\s", "", text)


def pages_of(run: Run, path: Path) -> list[str]:
    """The text of each page."""
    return run("pdftotext", "-layout", path, "-").split("\f")[:-1]


def typed(record: CaseRecord, language: str) -> list[str]:
    """Everything that the person wrote into a case."""
    fields = {field.key: field for field in record.playbook.fields()}
    said = [shown(fields[key.field_key], text, language) for key, text in record.values.items()]
    said += [record.case.title, record.case.number, *(demand.text for demand in record.demands)]
    for entry in record.live_timeline:
        said += [entry.draft.summary, entry.draft.counterpart, entry.draft.reference, entry.draft.promised_by]
    for item in record.live_evidence:
        said += [item.title, item.proves, item.source, item.original_name, item.file.sha256, item.made_on]
    said += [step.reason for step in record.steps.values()]
    return [line for text in said for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_everything_typed_is_in_the_text(files: Files, render: Render, run: Run, language: str) -> None:
    make_screenshots(files, 5)
    record = sample_record(files.evidence)
    text = squeezed(run("pdftotext", "-raw", render(record, language=language).path, "-"))
    assert [line for line in typed(record, language) if squeezed(line) not in text] == []
    assert RARE in text


@pytest.mark.parametrize("tool", [("pdftotext", "-raw"), ("mutool", "draw", "-F", "txt")])
def test_rare_characters_are_extracted_by_poppler_and_mupdf(render: Render, run: Run, tool: tuple[str, ...]) -> None:
    record = sample_record(text=f"姓名：{RARE}，又名𬀩𬱖𣲗。")
    path = render(record).path
    text = run(*tool, path, "-") if tool[0] == "pdftotext" else run(*tool, path)
    assert f"姓名：{RARE}，又名𬀩𬱖𣲗。" in squeezed(text)


def test_other_programs_find_nothing_wrong(files: Files, render: Render, run: Run) -> None:
    make_screenshots(files, 2)
    files.add(pdf_exhibit(2), "application/pdf", "对账单.pdf")
    made = render(sample_record(files.evidence))
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", made.path)
    assert f"Pages: {made.pages}" in run("mutool", "info", made.path)
    assert complaints("mutool", "draw", "-q", "-r", "20", "-o", "/dev/null", made.path) == []
    assert complaints("pdftoppm", "-r", "20", made.path, made.path.with_suffix("")) == []


def complaints(*command: object) -> list[str]:
    """What a program that draws the file says, but for what it says about itself."""
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=True)
    return [line for line in done.stderr.splitlines() if "ICC support is not available" not in line]


def test_all_fonts_are_embedded_with_their_map(render: Render, run: Run) -> None:
    lines = run("pdffonts", render(sample_record()).path).splitlines()[2:]
    assert len(lines) >= 2
    for line in lines:
        assert re.search(r"\byes yes yes\b", line), line
        assert re.match(r"[A-Z]{6}\+NotoSansSC", line), line


def pdf_exhibit(pages: int) -> bytes:
    import io

    out = io.BytesIO()
    with pikepdf.new() as pdf:
        for number in range(pages):
            pdf.add_blank_page(page_size=(595, 842))
            pdf.pages[number].Contents = pdf.make_stream(b"1 0 0 rg 50 %d 100 100 re f" % (100 + number))
        pdf.save(out, static_id=True)
    return out.getvalue()


def test_each_page_says_which_it_is(files: Files, render: Render, run: Run) -> None:
    make_screenshots(files, 4)
    files.add(pdf_exhibit(3), "application/pdf")
    made = render(sample_record(files.evidence))
    texts = pages_of(run, made.path)
    assert len(texts) == made.pages
    for number, text in enumerate(texts, 1):
        assert f"第 {number} 页 / 共 {made.pages} 页" in text
        assert f"WC-2026-0007-{number:04}" in text


def test_a_stranger_is_told_how_to_check(files: Files, render: Render, run: Run) -> None:
    make_screenshots(files, 1)
    head = JournalHead(124, "ab" * 32, stamped_line=97, stamped_at="2026-11-21T02:03:04+00:00", stamped_by="CN=x")
    record = sample_record(files.evidence)

    def told(**more: object) -> set[str]:
        text = run("pdftotext", "-layout", render(record, language="en", **more).path, "-")
        words = ("certutil -hashfile", "verify.py", "under Tools, Journal", "openssl ts")
        return {word for word in words if word in " ".join(text.split())}

    assert told(journal=head) == {"certutil -hashfile", "verify.py", "under Tools, Journal", "openssl ts"}
    assert told(journal=replace(head, stamped_line=0)) == {"certutil -hashfile", "verify.py", "under Tools, Journal"}
    assert told(parts=without(Part.HASHES)) == {"verify.py"}
    assert told(audience=Audience.BANK) == {"certutil -hashfile"}


def test_a_recording_says_how_long_it_is(files: Files, render: Render, run: Run) -> None:
    media = MediaFacts("audio/mpeg", note="unsupported", duration_ms=3_725_000)
    files.add(b"ID3", "audio/mpeg", media=media)
    text = run("pdftotext", "-layout", render(sample_record(files.evidence)).path, "-")
    assert re.search(r"时长\s+1:02:05", text)


def test_exhibit_pages_are_stamped_and_counted(files: Files, render: Render, run: Run) -> None:
    make_screenshots(files, 2)
    files.add(pdf_exhibit(3), "application/pdf")
    made = render(sample_record(files.evidence), language="en")
    texts = [squeezed(text) for text in pages_of(run, made.path)]
    stamps = ["Exhibit11/1", "Exhibit21/1", "Exhibit31/3", "Exhibit32/3", "Exhibit33/3"]
    found = [number for number, text in enumerate(texts) for stamp in stamps if stamp in text]
    assert len(found) == len(stamps)
    assert found == list(range(found[0], found[0] + len(stamps)))


def outline(pdf: pikepdf.Pdf) -> list[tuple[str, int]]:
    """Bookmarks with the page (from 1) to which each leads."""
    pages: dict[object, int] = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    got: list[tuple[str, int]] = []

    def walk(items: Any) -> None:
        for item in items:
            got.append((item.title, pages[item.destination[0].objgen]))
            walk(item.children)

    with pdf.open_outline() as tree:
        walk(tree.root)
    return got


def links(pdf: pikepdf.Pdf) -> list[tuple[int, int]]:
    """From which page to which each link leads, counted from 1."""
    pages: dict[object, int] = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    annotations = [(number, link) for number, page in enumerate(pdf.pages, 1) for link in page.get("/Annots", [])]
    return [(number, pages[link.Dest[0].objgen]) for number, link in annotations]


def test_bookmarks_and_contents_lead_to_the_right_pages(files: Files, render: Render, run: Run) -> None:
    make_screenshots(files, 3)
    files.add(pdf_exhibit(2), "application/pdf", title="对账单（两页）")
    made = render(sample_record(files.evidence))
    texts = pages_of(run, made.path)
    with pikepdf.open(made.path) as pdf:
        marks = outline(pdf)
    assert [title for title, _ in marks][:3] == ["封面", "目录", "摘要与诉求"]
    listed = texts[1]
    for title, page in marks[2:]:
        name = title.partition("  ")[2] or title
        assert squeezed(name) in squeezed(texts[page - 1])
        assert f"{squeezed(title)}{page}" in [squeezed(row) for row in listed.splitlines()]
    assert {page for _, page in marks} >= {1, 2, 3, made.pages}


def test_the_index_names_the_pages_of_each_exhibit(files: Files, render: Render, run: Run) -> None:
    make_screenshots(files, 1)
    files.add(pdf_exhibit(3), "application/pdf", title="三页对账单")
    texts = pages_of(run, render(sample_record(files.evidence)).path)
    first = next(n for n, text in enumerate(texts, 1) if "证据 2" in text and "1/3" in text)
    index = next(text for text in texts if "证明内容" in text and "三页对账单" in text)
    row = next(line for line in index.splitlines() if "三页对账单" in line)
    assert f"{first}–{first + 2}" in row


def test_references_lead_there_and_back(files: Files, render: Render, run: Run) -> None:
    make_screenshots(files, 3)
    made = render(sample_record(files.evidence))
    texts = pages_of(run, made.path)
    third = next(n for n, text in enumerate(texts, 1) if "证据31/1" in squeezed(text))
    timeline = next(n for n, text in enumerate(texts, 1) if "渠道与对方" in text)
    index = next(n for n, text in enumerate(texts, 1) if "证明内容" in text)
    with pikepdf.open(made.path) as pdf:
        led = set(links(pdf))
    assert {(2, timeline), (2, third), (timeline, third), (index, third), (third, index)} <= led


def image_streams(path: Path) -> list[bytes]:
    with pikepdf.open(path) as pdf:
        found = {}
        for page in pdf.pages:
            for thing in page.Resources.get("/XObject", {}).values():
                if thing.get("/Subtype") == pikepdf.Name.Image:
                    found[thing.objgen] = thing.read_raw_bytes()
    return list(found.values())


def test_pictures_are_in_the_file_byte_for_byte(files: Files, render: Render) -> None:
    jpeg = encoded(screenshot(1, (300, 500)), "JPEG")
    files.add(jpeg, "image/jpeg")
    png = encoded(screenshot(2, (300, 500)))
    files.add(png, "image/png")
    got = image_streams(render(sample_record(files.evidence)).path)
    scan = jpeg[jpeg.index(b"\xff\xda") :]
    assert any(stream.endswith(scan) for stream in got)
    length = int.from_bytes(png[png.index(b"IDAT") - 4 : png.index(b"IDAT")], "big")
    assert png[png.index(b"IDAT") + 4 :][:length] in got


def test_one_file_twice_is_in_the_dossier_once(files: Files, render: Render) -> None:
    content = encoded(screenshot(1, (300, 500)))
    files.add(content, "image/png")
    files.add(content, "image/png", duplicate_of=1)
    made = render(sample_record(files.evidence))
    assert len(image_streams(made.path)) == 1


def test_where_a_photo_was_taken_is_not_in_the_file(files: Files, render: Render) -> None:
    exif = Image.Exif()
    exif[0x010E] = "GPS-31.2304"
    content = encoded(screenshot(1, (300, 500)), "JPEG", exif=exif)
    assert b"GPS-31.2304" in content
    files.add(content, "image/jpeg")
    whole = render(sample_record(files.evidence)).path.read_bytes()
    assert b"GPS-31.2304" not in whole
    assert b"Exif\x00" not in whole


def drawn(path: Path, page: int, dpi: int = 40) -> Image.Image:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        image: Image.Image = pdf[page].render(scale=dpi / 72).to_pil().convert("RGB")
    return image


def is_red(image: Image.Image, y: int) -> bool:
    """Whether the middle of a line of pixels is red."""
    pixel: Any = image.getpixel((image.width // 2, y))
    return bool(pixel[0] > 200 and max(pixel[1:]) < 90)


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_turned_photo_is_upright(files: Files, render: Render, run: Run, orientation: int) -> None:
    upright = Image.new("RGB", (400, 600), "white")
    upright.paste("red", (0, 0, 400, 200))  # red above
    stored = upright.rotate({1: 0, 3: 180, 6: 90, 8: 270}[orientation], expand=True)
    exif = Image.Exif()
    exif[0x0112] = orientation
    files.add(encoded(stored, "JPEG", exif=exif, quality=95), "image/jpeg")
    made = render(sample_record(files.evidence), parts=without(Part.STEPS, Part.HASHES))
    page = next(n for n, text in enumerate(pages_of(run, made.path)) if "1/1" in text)
    image = drawn(made.path, page)
    reds = [y for y in range(100, image.height - 80) if is_red(image, y)]
    assert reds
    assert max(reds) < image.height * 0.5


def test_a_cmyk_photo_keeps_its_colours(files: Files, render: Render, run: Run) -> None:
    files.add(encoded(Image.new("CMYK", (200, 200), (0, 255, 255, 0)), "JPEG", quality=95), "image/jpeg")
    made = render(sample_record(files.evidence), parts=without(Part.STEPS))
    page = next(n for n, text in enumerate(pages_of(run, made.path)) if "1/1" in text)
    image = drawn(made.path, page)
    assert is_red(image, image.height // 4)
    assert not is_red(image, image.height - 100)


def test_a_long_screenshot_is_shown_in_parts_that_can_be_read(files: Files, render: Render, run: Run) -> None:
    files.add(encoded(screenshot(1, (1080, 12_000))), "image/png")
    made = render(sample_record(files.evidence), language="en")
    stamped = [text for text in pages_of(run, made.path) if re.search(r"\b\d/5\b", text)]
    assert len(stamped) == 5
    assert len(image_streams(made.path)) == 1
    assert [text.count("goes on") for text in stamped] == [1, 1, 1, 1, 0]
    assert [text.count("continued") for text in stamped] == [0, 1, 1, 1, 1]
    assert [text.count("overlap: on both pages") for text in stamped] == [1, 2, 2, 2, 1]
    assert "the end of each part is shown again" in " ".join(run("pdftotext", made.path, "-").split())


def test_no_line_of_a_long_chat_is_cut_on_paper(files: Files, render: Render, run: Run) -> None:
    """Drawn as it will be printed, each part begins and ends on rows where the chat shows only its ground."""
    drawn_chat = chat(11, 60, Look())
    files.add(encoded(drawn_chat.window(0, drawn_chat.height)), "image/png")
    made = render(sample_record(files.evidence), parts=without(Part.STEPS))
    pages = [n for n, text in enumerate(pages_of(run, made.path)) if re.search(r"\b\d/\d\b", text)]
    assert len(pages) > 2
    for page in pages:
        image = drawn(made.path, page, dpi=132).convert("L")
        left, right = (round(image.width * (0.5 + side * 45 / 210)) for side in (-1, 1))
        top = round(image.height * 34.25 / 297)
        row = [image.getpixel((x, top)) for x in range(left, right)]
        steps = sum(abs(int(a) - int(b)) > 26 for a, b in pairwise(row))  # type: ignore[arg-type]
        assert steps <= 6  # the sides of a bubble and of a face, no letters


def test_wide_pictures_turn_the_paper(files: Files, render: Render) -> None:
    files.add(encoded(screenshot(1, (2400, 1080))), "image/png")
    files.add(encoded(screenshot(1, (300, 200))), "image/png")
    with pikepdf.open(render(sample_record(files.evidence)).path) as pdf:
        wide = [page for page in pdf.pages if page.mediabox[2] > page.mediabox[3]]
    assert len(wide) == 1


@pytest.fixture
def odd(files: Files) -> Files:
    """Files that can't all be shown."""
    make_screenshots(files, 1)
    files.add(encoded(screenshot(2))[:5000], "image/png", "cut.png")
    files.add(encoded(screenshot(2), "JPEG")[:5000], "image/jpeg", "cut.jpg")
    files.add(b"RIFF", "audio/x-wav", "call.wav")
    files.add(b"%PDF-1.4 broken", "application/pdf", "broken.pdf")
    files.add(b"", "application/x-empty", "empty.bin", media=MediaFacts("application/x-empty", note="empty"))
    files.add("第一行 <b>粗</b>\n第二行".encode(), "text/plain", "sms.txt")
    files.add(encoded(screenshot(3, (200, 300)).convert("RGBA")), "image/png", "alpha.png")
    files.add(encoded(screenshot(4, (200, 300)), "WEBP"), "image/webp", "photo.webp")
    return files


def test_what_cannot_be_shown_gets_a_page_and_a_line(odd: Files, render: Render, run: Run) -> None:
    gone = odd.add(b"gone", "image/png", "gone.png")
    odd.path(gone.file.sha256).unlink()
    made = render(sample_record(odd.evidence), language="en")
    assert [line.split(",")[0] for line in made.problems] == [f"Exhibit {n}" for n in (2, 3, 4, 5, 6, 10)]
    text = squeezed(run("pdftotext", "-raw", made.path, "-"))
    for item in odd.evidence:
        assert item.file.sha256 in text
    for name in ("cut.png", "cut.jpg", "call.wav", "broken.pdf", "empty.bin", "gone.png"):
        assert text.count(name) >= 2  # its own page and the appendix
    assert text.count("Thisexhibitisnotprintedaspages") == 6
    assert "第一行<b>粗</b>第二行" in text
    assert "convertedwithoutloss:8,9." in text


def test_a_file_that_goes_bad_while_writing_costs_only_itself(files: Files, render: Render, monkeypatch: Any) -> None:
    make_screenshots(files, 3)
    from walletcase.export import painting

    real = painting.paint

    def paint(*given: Any) -> bytes:
        files.path(files.evidence[1].file.sha256).write_bytes(b"\xff\xd8short")
        return real(*given)

    monkeypatch.setattr("walletcase.export.dossier_pdf.paint", paint)
    made = render(sample_record(files.evidence), language="en")
    assert [line.split(",")[0] for line in made.problems] == ["Exhibit 2"]
    assert len(image_streams(made.path)) == 2


def test_missing_characters_are_named(render: Render, run: Run) -> None:
    made = render(sample_record(text="他叫𫠠。"))
    assert made.substituted == ("𫠠",)
    text = squeezed(run("pdftotext", "-raw", made.path, "-"))
    assert "他叫〓(U+2B820)。" in text
    assert "不可见的控制字符未印出：U+2B820" in text


def test_parts_can_be_left_out(files: Files, render: Render, run: Run) -> None:
    make_screenshots(files, 2)
    record = sample_record(files.evidence)
    whole = render(record)
    small = render(record, parts=without(Part.STEPS, Part.TIMELINE, Part.EXHIBITS, Part.HASHES))
    text = run("pdftotext", small.path, "-")
    assert small.pages < whole.pages - 4
    assert "逐步记录" not in text
    assert "附录" not in text
    assert image_streams(small.path) == []
    assert files.evidence[0].title in text


def test_a_case_with_nothing_in_it(files: Files, render: Render, run: Run) -> None:
    empty = replace(sample_record(), steps={}, values={}, ticks=frozenset(), timeline=(), settled_rounds=())
    made = render(empty)
    assert made.pages == 4
    assert "尚未写明诉求" in run("pdftotext", made.path, "-")


def test_what_the_file_says_of_itself(render: Render, run: Run) -> None:
    path = render(replace(sample_record(), case=replace(sample_record().case, is_sample=True))).path
    facts = run("pdfinfo", "-isodates", path)
    assert f"工行数字钱包无法开通的投诉（{RARE}）" in facts
    assert "WC-2026-0007" in facts
    assert "CreationDate:    2026-11-20T" in facts
    assert "JavaScript:      no" in facts
    assert "A4" in facts
    with pikepdf.open(path) as pdf, pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == str(pdf.docinfo["/Title"])
        assert xmp["xmp:CreateDate"] == "2026-11-20T21:00:00+08:00"
    assert "示例案件" in run("pdftotext", path, "-")


_AGAIN = """
import sys
from pathlib import Path
sys.modules.update({name: None for name in sys.argv[3:]})
from tests.export.dossier_samples import RESOURCES, Files, NoDecoder, make_screenshots, sample_record
from walletcase.export.dossier_pdf import PdfDossiers
from walletcase.services.dossier_options import DossierOptions
from walletcase.services.ports import never_cancelled, no_progress
files = Files(Path(sys.argv[1]))
make_screenshots(files, 3)
renderer = PdfDossiers(RESOURCES, files, NoDecoder())
record = sample_record(files.evidence, text="又一份")
print(renderer.render(record, DossierOptions(), Path(sys.argv[2]), no_progress, never_cancelled).sha256)
"""


@pytest.mark.parametrize("missing", [(), ("_rl_accel",)])
def test_the_same_record_gives_the_same_bytes_in_another_process(
    files: Files, tmp_path: Path, render: Render, missing: tuple[str, ...]
) -> None:
    make_screenshots(files, 3)
    here = render(sample_record(files.evidence, text="又一份"))
    command = [sys.executable, "-c", _AGAIN, str(files.folder), str(tmp_path / "again.pdf"), *missing]
    other = {"PYTHONHASHSEED": "77", "TZ": "UTC"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=other)
    assert done.stdout.strip() == here.sha256
    assert hashlib.sha256(here.path.read_bytes()).hexdigest() == here.sha256
    assert render(sample_record(files.evidence, text="另一份")).sha256 != here.sha256


def test_the_index_stands_in_its_groups_and_numbers_stay(files: Files, render: Render, run: Run) -> None:
    make_screenshots(files, 4)
    for item, group in zip(tuple(files.evidence), (Group.LOSS, Group.NONE, Group.IDENTITY, Group.LOSS), strict=True):
        files.evidence[item.exhibit_no - 1] = replace(item, title=f"T{item.exhibit_no}", group=group)
    made = render(sample_record(files.evidence), language="en", parts=without(Part.STEPS, Part.TIMELINE))
    text = run("pdftotext", "-layout", made.path, "-")
    index = text[text.index("Group 1: Identity and contract") :]
    found = re.findall(r"Group \d: [A-Za-z ]+|Not in a group|\bT\d\b", index)[:7]
    assert [" ".join(one.split()) for one in found] == [
        "Group 1: Identity and contract", "T3", "Group 2: Loss", "T1", "T4", "Not in a group", "T2"
    ]


def test_an_index_without_groups_has_no_headings(files: Files, render: Render, run: Run) -> None:
    make_screenshots(files, 2)
    made = render(sample_record(files.evidence), language="en")
    assert "Not in a group" not in run("pdftotext", made.path, "-")


def test_a_page_is_shown_before_the_rest_and_is_the_same(files: Files, tmp_path: Path, run: Run) -> None:
    make_screenshots(files, 3)
    record, renderer = sample_record(files.evidence), PdfDossiers(RESOURCES, files, NoDecoder())
    plain = renderer.render(record, DossierOptions(), tmp_path / "plain.pdf", no_progress, never_cancelled)
    for page in (1, plain.pages - 5, 10_000):  # text, an exhibit, one that is not there any more
        out, whole = tmp_path / f"one-{page}.pdf", tmp_path / f"whole-{page}.pdf"
        seen: list[bool] = []
        glimpse = Glimpse(page, out, lambda whole=whole, seen=seen: seen.append(whole.exists()))  # type: ignore[misc]
        made = renderer.render(record, DossierOptions(), whole, no_progress, never_cancelled, glimpse)
        assert (made.sha256, seen) == (plain.sha256, [False])
        number = str(min(page, plain.pages - 1) + 1)
        pictures = [tmp_path / f"{page}-{name}" for name in ("one", "whole")]
        run("pdftoppm", "-r", "60", "-singlefile", out, pictures[0])
        run("pdftoppm", "-r", "60", "-singlefile", "-f", number, "-l", number, whole, pictures[1])
        one, two = (path.with_suffix(".ppm").read_bytes() for path in pictures)
        assert one == two


def test_what_hinders_a_page_before_the_rest_is_told_of_the_rest(files: Files, tmp_path: Path) -> None:
    make_screenshots(files, 1)
    renderer = PdfDossiers(RESOURCES, files, NoDecoder())
    glimpse = Glimpse(0, tmp_path / "no folder" / "one.pdf", lambda: pytest.fail("nothing is ready"))
    made = renderer.render(
        sample_record(files.evidence), DossierOptions(), tmp_path / "a.pdf", no_progress, never_cancelled, glimpse
    )
    assert made.pages > 3
