"""Every format that the evidence tab promises goes in, and gives what the table says."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.bench_formats import as_markdown, measure, samples
from walletcase.services.facade import Services

PICTURES = ("screenshot.png", "photo.jpg", "picture.webp", "picture.gif", "picture.bmp", "scan.tiff", "photo.heic")
# file: thumbnail, preview, own words, page in the dossier, files inside
TABLE = {
    **dict.fromkeys(PICTURES, (True, "picture", "", True, 0)),
    "letter.pdf": (True, "picture", "own", True, 0),
    "scan.pdf": (True, "picture", "", True, 0),
    "reply.eml": (False, "text", "own", True, 2),
    **dict.fromkeys(("sms.txt", "wechat.txt", "chat.html", "letter.docx"), (False, "text", "own", True, 0)),
    "bill.xlsx": (False, "text", "own", True, 0),
    **{f"call.{ending}": (False, "duration", "", False, 0) for ending in ("mp3", "wav", "m4a")},
    **{f"screen.{ending}": (False, "duration", "", False, 0) for ending in ("mp4", "mov")},
    "phone.zip": (False, "text", "own", True, 2),
}


def test_every_format_gives_what_it_can(services: Services, tmp_path: Path) -> None:
    rows = measure(tmp_path / "in", services, pixels=False)
    assert {row.name for row in rows} == set(samples())
    assert all(row.stored for row in rows)
    assert {row.name: (row.thumbnail, row.preview, row.text, row.page, row.inside) for row in rows} == TABLE
    assert as_markdown(rows).count("\n") == len(TABLE) + 1


def test_pixels_are_read_where_there_are_no_words(services: Services, tmp_path: Path) -> None:
    rows = measure(tmp_path / "in", services, ("photo.jpg", "scan.pdf", "letter.pdf"))
    assert {row.name: row.text for row in rows} == {"photo.jpg": "pixels", "scan.pdf": "pixels", "letter.pdf": "own"}
