"""Files come before pictures, pictures before refusals; order is kept."""

from __future__ import annotations

import base64
import textwrap
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests.media.corpus_pictures import encoded, quarters
from walletcase.ui.evidence.intake import ending_of, may_hold_evidence, take
from walletcase.ui.evidence.pngs import image_of, png_of


def image() -> QImage:
    made = QImage(30, 20, QImage.Format.Format_RGB32)
    made.fill(QColor("#0F5C5A"))
    return made


def test_files_come_first_and_in_their_order(qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(f"/x/{name}") for name in ("b.png", "a.png", "图 1.pdf")])
    mime.setImageData(image())
    assert may_hold_evidence(mime)
    assert take(mime).paths == (Path("/x/b.png"), Path("/x/a.png"), Path("/x/图 1.pdf"))


def test_png_bytes_are_taken_as_they_are(qtbot: QtBot) -> None:
    png, mime = encoded(quarters(), "PNG"), QMimeData()
    mime.setData("image/png", png)
    mime.setHtml("<img src='https://example.invalid/x.png'>")
    assert take(mime).pictures == (png,)


def test_a_picture_without_bytes_becomes_png(qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setImageData(image())
    (picture,) = take(mime).pictures
    assert isinstance(picture, QImage)
    back = image_of(png_of(picture))
    assert back is not None
    assert (back.width(), back.pixelColor(5, 5).name()) == (30, "#0f5c5a")


def test_a_web_page_is_refused_with_what_to_do(qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.invalid/shot.png")])
    mime.setHtml("<img src='https://example.invalid/shot.png'>")
    taken = take(mime)
    assert taken.paths == ()
    assert taken.pictures == ()
    assert "Save the picture first" in taken.refusal


def test_a_promised_file_is_explained(qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setData('application/x-qt-windows-mime;value="FileGroupDescriptorW"', b"\x01\x00\x00\x00")
    assert may_hold_evidence(mime)
    assert "desktop" in take(mime).refusal


def test_text_is_no_evidence(qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setText("钱包打不开")
    assert not may_hold_evidence(mime)
    assert take(mime).refusal
    assert take(QMimeData()).refusal


def test_what_only_claims_to_be_png_is_not_taken(qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setData("image/png", b"<html>")
    assert take(mime).pictures == ()
    assert image_of(b"<html>") is None


@pytest.mark.parametrize(("kind", "ending"), [("JPEG", "jpg"), ("WEBP", "webp"), ("BMP", "bmp"), ("TIFF", "tiff")])
def test_raw_pictures_are_taken_as_they_are(qtbot: QtBot, kind: str, ending: str) -> None:
    raw, mime = encoded(quarters(), kind), QMimeData()
    mime.setData(f"image/{kind.lower()}", raw)
    assert may_hold_evidence(mime)
    assert take(mime).pictures == (raw,)
    assert ending_of(raw) == ending


def test_several_pictures_of_a_document_come_in_their_order(qtbot: QtBot) -> None:
    one, two = encoded(quarters(), "PNG"), encoded(quarters(size=(9, 9)), "JPEG")
    said = "".join(
        f'<p>x<img alt="a" src="data:image/{kind};base64,{base64.b64encode(raw).decode()}"></p>'
        for kind, raw in (("png", one), ("jpeg", two))
    )
    mime = QMimeData()
    mime.setHtml(said + '<img src="file:///etc/passwd"><img src="data:image/png;base64,AAAA">')
    assert take(mime).pictures == (one, two)


def test_much_html_is_looked_through_at_once(qtbot: QtBot) -> None:
    """Forty megabytes of a document, two pictures in it, one between single quotes and in lines: it is on the window's
    thread.
    """
    raw = encoded(quarters(), "PNG")
    lines = "\n".join(textwrap.wrap(base64.b64encode(raw).decode(), 60))
    large = raw + bytes(12 << 20)
    said = f"<img src='data:image/png;base64,{lines}'>" + "<p>words " * 500_000
    said += f'<IMG SRC="data:image/png;base64,{base64.b64encode(large).decode()}">'
    said += ' src="data:text/x;base64,AAAA" ;base64,'
    mime = QMimeData()
    mime.setHtml(said)
    began = time.process_time()
    assert take(mime).pictures == (raw, large)
    plain = time.process_time()
    bytes(mime.data("text/html").data()).decode()
    bare = time.process_time()
    assert plain - began < 10 * (bare - plain) + 0.2, (plain - began, bare - plain)
