from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from tests.media.corpus_documents import nested_flate_bomb, pdf, saved
from walletcase.media.kinds import PDF
from walletcase.media.previewer import Previewer

INK, PAPER = (26, 51, 153), (255, 255, 255)


def pixels(png: bytes | None) -> Image.Image:
    assert png is not None
    return Image.open(io.BytesIO(png))


@pytest.mark.parametrize("name", ["two-pages.pdf", "owner-locked.pdf", "broken-table.pdf", "late-start.pdf"])
def test_pages_are_drawn(corpus: dict[str, Path], previewer: Previewer, name: str) -> None:
    assert previewer.probe(corpus[name], PDF).pages == 2
    page = pixels(previewer.page(corpus[name], PDF, 1, 300))
    assert page.width == 300
    assert page.getpixel((150, 10)) == INK
    assert page.getpixel((150, 300)) == PAPER
    assert previewer.page(corpus[name], PDF, 2, 300) is None
    assert previewer.page(corpus[name], PDF, -1, 300) is None


@pytest.mark.parametrize("width", [1, 7, 199, 256, 333, 1000, 2500])
def test_a_page_is_as_wide_as_asked(corpus: dict[str, Path], previewer: Previewer, width: int) -> None:
    assert pixels(previewer.page(corpus["two-pages.pdf"], PDF, 0, width)).width == width


def test_a_turned_page(corpus: dict[str, Path], previewer: Previewer) -> None:
    page = pixels(previewer.page(corpus["turned-page.pdf"], PDF, 0, 842))
    assert page.size == (842, 595)
    assert (page.getpixel((830, 300)), page.getpixel((10, 300))) == (INK, PAPER)


def test_a_password_is_said_each_time(corpus: dict[str, Path], previewer: Previewer) -> None:
    for thorough in (False, True):
        assert previewer.probe(corpus["locked.pdf"], PDF, thorough=thorough).note == "encrypted"
        # A file that pdfium refuses without giving a reason right after must not inherit this one.
        assert previewer.probe(corpus["no-pages.pdf"], PDF, thorough=thorough).note == "damaged"
    assert previewer.thumbnail(corpus["locked.pdf"], PDF) is None


def test_filled_form_fields_are_drawn(previewer: Previewer, tmp_path: Path) -> None:
    document = pdf(1)
    look = document.make_stream(b"1 0 0 rg 0 0 100 100 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
    look.BBox = pikepdf.Array([0, 0, 100, 100])
    field = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Widget,
        FT=pikepdf.Name.Tx,
        T=pikepdf.String("amount"),
        V=pikepdf.String("12"),
        F=4,
        Rect=pikepdf.Array([100, 100, 300, 300]),
        AP=pikepdf.Dictionary(N=look),
    )
    shared = document.make_indirect(field)
    document.pages[0].obj.Annots = pikepdf.Array([shared])
    document.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([shared]))
    path = tmp_path / "form.pdf"
    path.write_bytes(saved(document))
    red, green, blue = pixels(previewer.page(path, PDF, 0, 595)).getpixel((200, 642))  # type: ignore[misc]
    assert red > green == blue


def test_a_damaged_later_page_shows_on_a_thorough_look_only(previewer: Previewer, tmp_path: Path) -> None:
    document = pdf(3)
    document.Root.Pages.Kids[2] = pikepdf.Dictionary(Type=pikepdf.Name.Nonsense)
    path = tmp_path / "late.pdf"
    path.write_bytes(saved(document))
    assert previewer.probe(path, PDF).note == ""
    assert previewer.probe(path, PDF, thorough=True).note == "damaged"
    assert previewer.page(path, PDF, 2, 100) is None
    assert previewer.page(path, PDF, 1, 100) is not None


def test_a_page_as_large_as_a_field_is_bounded(previewer: Previewer, tmp_path: Path) -> None:
    path = tmp_path / "field.pdf"
    path.write_bytes(saved(pdf(1, size=(14_400.0, 14_400.0))))
    page = pixels(previewer.page(path, PDF, 0, 99_999))
    assert page.width == page.height == 4_096


def test_nested_streams_come_to_an_end(previewer: Previewer, tmp_path: Path) -> None:
    path = tmp_path / "nested.pdf"
    path.write_bytes(nested_flate_bomb())
    assert path.stat().st_size < 10_000
    assert previewer.probe(path, PDF).note in ("damaged", "too_large", "timeout")
    assert previewer.probe(path, "image/png").note == "damaged"  # the next question is answered as ever
