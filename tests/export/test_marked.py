"""Marks over an exhibit are printed where they are on the screen, on the right page and part, and said to be added."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageChops

from tests.export.conftest import Render
from tests.export.dossier_samples import Files, encoded, sample_record
from walletcase.domain.case import CaseRecord
from walletcase.domain.evidence import Evidence
from walletcase.domain.marks import Mark, MarkKind
from walletcase.domain.page_text import SCALE

Run = Callable[..., str]
NOTE = "扣款在这里"


def mark(item: Evidence, kind: MarkKind, box: tuple[float, float, float, float], text: str = "") -> Mark:
    left, top, right, bottom = (round(SCALE * part) for part in box)
    return Mark(1, item.id, 0, kind, left, top, right, bottom, text)


def drawn(run: Run, pdf: Path, tmp_path: Path) -> list[Image.Image]:
    run("pdftoppm", "-r", 72, "-png", pdf, tmp_path / "page")
    return [Image.open(path).convert("RGB") for path in sorted(tmp_path.glob("page-*.png"))]


def red_of(image: Image.Image) -> tuple[int, int, int, int] | None:
    """Where, below the head of the page, there is red of marks."""
    lower = image.crop((0, 100, image.width, image.height - 60))
    red, green, _ = lower.split()
    mask = ImageChops.subtract(red, green).point(lambda value: 255 if value > 80 else 0)
    return mask.getbbox()


def with_marks(files: Files, *marks: Mark) -> CaseRecord:
    return replace(sample_record(files.evidence), marks=marks)


def exhibit_pages(run: Run, pdf: Path) -> list[str]:
    return run("pdftotext", "-layout", pdf, "-").split("\f")


def test_a_box_stands_where_it_was_drawn(files: Files, render: Render, run: Run, tmp_path: Path) -> None:
    item = files.add(encoded(Image.new("RGB", (400, 400), "white")), "image/png")
    plain = render(with_marks(files), language="en")
    box = render(with_marks(files, mark(item, MarkKind.BOX, (0.5, 0.5, 1.0, 1.0))), language="en")
    assert plain.pages == box.pages
    number = next(at for at, text in enumerate(exhibit_pages(run, box.path)) if "Marks in red" in text)
    assert "Marks in red" not in run("pdftotext", plain.path, "-")
    before = drawn(run, plain.path, tmp_path)[number]
    after = drawn(run, box.path, tmp_path)[number]
    assert red_of(before) is None
    found = red_of(after)
    assert found is not None
    left, top, right, bottom = found
    assert abs((right - left) - (bottom - top)) <= 2  # half of a square each way
    assert abs((right - left) - 150) <= 4  # 400 pixels at 96 to the inch are 300 points


def test_notes_and_numbers_are_text(files: Files, render: Render, run: Run) -> None:
    item = files.add(encoded(Image.new("RGB", (400, 400), "white")), "image/png")
    marks = (
        mark(item, MarkKind.NOTE, (0.98, 0.98, 0.98, 0.98), NOTE),
        mark(item, MarkKind.NUMBER, (0.2, 0.2, 0.2, 0.2), "73"),
        mark(item, MarkKind.ARROW, (0.2, 0.2, 0.6, 0.6)),
        replace(mark(item, MarkKind.NOTE, (0.1, 0.1, 0.1, 0.1), "gone"), trashed_at="2026-11-20T10:00:00+08:00"),
    )
    text = run("pdftotext", "-layout", render(with_marks(files, *marks), language="zh_CN").path, "-")
    page = next(one for one in text.split("\f") if NOTE in one)
    assert "73" in page
    assert "红色标注为投诉人所加" in page
    assert "gone" not in text


def test_a_mark_of_a_long_screenshot_is_on_the_part_that_shows_its_place(
    files: Files, render: Render, run: Run, tmp_path: Path
) -> None:
    item = files.add(encoded(Image.new("RGB", (600, 6000), "white")), "image/png")
    made = render(with_marks(files, mark(item, MarkKind.BOX, (0.2, 0.9, 0.8, 0.95))), language="en")
    pages = drawn(run, made.path, tmp_path)
    texts = exhibit_pages(run, made.path)
    parts = [at for at, text in enumerate(texts) if "Marks in red" in text]
    assert len(parts) > 3
    assert [at for at in parts if red_of(pages[at]) is not None] == [parts[-1]]
