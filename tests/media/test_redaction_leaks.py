"""Every stage of redaction broken once: the search of the copy sees it. And what is sound is found sound."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, PngImagePlugin

from tests.media.redaction_kit import picture
from tests.media.redaction_pdf_kit import pdf
from walletcase.domain.page_text import SCALE
from walletcase.domain.redaction import Box, LeakPlace
from walletcase.media.redactor import Redactor
from walletcase.services.redaction import Order

SECRET = "6222021234567890128"
BOX = Box(0, 2000, 2000, 8000, 2600)
Spoil = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def redactor() -> Iterator[Redactor]:
    made = Redactor(timeout_s=30.0)
    yield made
    made.close()


def _whole(content: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as made:
        change(made)
        made.save(out)
    return out.getvalue()


def _text_kept(made: pikepdf.Pdf) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    made.pages[0].obj.Resources.Font = Dictionary(F=font)
    made.pages[0].contents_add(f"BT /F 10 Tf 3 Tr 20 20 Td ({SECRET[:10]}) Tj ({SECRET[10:]}) Tj ET".encode())


def _info_kept(made: pikepdf.Pdf) -> None:
    made.docinfo["/Title"] = "x"


def _xmp_kept(made: pikepdf.Pdf) -> None:
    made.Root.Metadata = made.make_stream(b"<x/>", Type=Name.Metadata, Subtype=Name.XML)


def _file_kept(made: pikepdf.Pdf) -> None:
    spec: Any = pikepdf.AttachedFileSpec  # its stubs differ between versions
    made.attachments["a.txt"] = spec(made, b"hello")


def _thumbnail_kept(made: pikepdf.Pdf) -> None:
    made.pages[0].obj.Thumb = made.make_stream(b"\0\0\0", Type=Name.XObject, Subtype=Name.Image)


def _note_kept(made: pikepdf.Pdf) -> None:
    made.pages[0].obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Text, Contents=String("x"))])


def _outline_kept(made: pikepdf.Pdf) -> None:
    made.Root.Outlines = Dictionary(Type=Name.Outlines)


def _script_kept(made: pikepdf.Pdf) -> None:
    made.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("1"))


def _tags_kept(made: pikepdf.Pdf) -> None:
    made.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot)


def _layers_kept(made: pikepdf.Pdf) -> None:
    made.Root.OCProperties = Dictionary()


def _string_kept(made: pikepdf.Pdf) -> None:
    made.pages[0].obj.Resources.Thing = String(f"{SECRET[:4]} {SECRET[4:]}")


def _piece_kept(made: pikepdf.Pdf) -> None:
    made.pages[0].obj.Resources.XObject.P.PieceInfo = Dictionary()


def _stream_kept(made: pikepdf.Pdf) -> None:
    made.pages[0].obj.Resources.Thing = made.make_stream(SECRET.encode("utf-16-le"))


def _hole_in_box(made: pikepdf.Pdf) -> None:
    made.pages[0].contents_add(b"1 g 200 640 2 2 re f")


def _box_transparent(made: pikepdf.Pdf) -> None:
    state = Dictionary(Type=Name.ExtGState, ca=0.5)
    made.pages[0].obj.Resources.ExtGState = Dictionary(G=state)
    made.pages[0].contents_add(b"/G gs", prepend=True)


def _revision_kept(content: bytes) -> bytes:
    start = content.rindex(b"startxref")
    at = int(content[start:].split()[1])
    with pikepdf.open(io.BytesIO(content)) as made:
        root = b"%d %d R" % made.Root.objgen
    trailer = b"xref\n0 0\ntrailer\n<< /Size 100 /Prev %d /Root %s >>\nstartxref\n%d\n%%%%EOF\n"
    return content + trailer % (at, root, len(content))


PDF_SPOILS: dict[str, tuple[Spoil, LeakPlace]] = {
    change.__name__: ((lambda content, change=change: _whole(content, change)), place)
    for change, place in (
        (_text_kept, LeakPlace.WORDS),
        (_info_kept, LeakPlace.HIDDEN),
        (_xmp_kept, LeakPlace.HIDDEN),
        (_file_kept, LeakPlace.HIDDEN),
        (_thumbnail_kept, LeakPlace.HIDDEN),
        (_note_kept, LeakPlace.HIDDEN),
        (_outline_kept, LeakPlace.HIDDEN),
        (_script_kept, LeakPlace.HIDDEN),
        (_tags_kept, LeakPlace.HIDDEN),
        (_layers_kept, LeakPlace.HIDDEN),
        (_string_kept, LeakPlace.HIDDEN),
        (_piece_kept, LeakPlace.HIDDEN),
        (_stream_kept, LeakPlace.HIDDEN),
        (_hole_in_box, LeakPlace.PIXELS),
        (_box_transparent, LeakPlace.PIXELS),
    )
} | {
    "_revision_kept": (_revision_kept, LeakPlace.HIDDEN),
    "_loose_end": (lambda content: content + f"\n% {SECRET}\n".encode(), LeakPlace.HIDDEN),
}


@pytest.fixture(scope="module")
def clean_pdf(redactor: Redactor, tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Order]:
    folder = tmp_path_factory.mktemp("pdf")
    made = pdf(random.Random(7))
    (folder / "in").write_bytes(made.content)
    order = Order(made.media_type, (BOX,), (SECRET,), pages=made.pages)
    burnt = redactor.burn(folder / "in", order, folder / "out")
    assert burnt.note == ""
    order = replace(order, drawn=burnt.drawn)
    assert redactor.search(folder / "out", order) == ()
    return (folder / "out").read_bytes(), order


@pytest.mark.parametrize("spoil", PDF_SPOILS)
def test_a_spoilt_pdf_is_seen(
    redactor: Redactor, clean_pdf: tuple[bytes, Order], tmp_path: Path, spoil: str
) -> None:
    content, order = clean_pdf
    change, place = PDF_SPOILS[spoil]
    (tmp_path / "copy").write_bytes(change(content))
    found = redactor.search(tmp_path / "copy", order)
    assert found
    assert place in {leak.place for leak in found}


def _pixels(change: Callable[[Image.Image], object], kind: str = "PNG") -> Spoil:
    def spoil(content: bytes) -> bytes:
        out = io.BytesIO()
        image = Image.open(io.BytesIO(content)).convert("RGB")
        change(image)
        image.save(out, kind, **({"quality": 95, "subsampling": 0} if kind == "JPEG" else {}))
        return out.getvalue()

    return spoil


def _grey_box(image: Image.Image) -> None:
    image.paste((60, 60, 60), (image.width // 4, image.height // 4, image.width // 2, image.height // 4 + 30))


def _one_row(image: Image.Image) -> None:
    top = round(BOX.top * image.height / SCALE)
    image.paste((255, 255, 255), (image.width // 4, top, image.width // 2, top + 1))


def _said(content: bytes, **more: object) -> bytes:
    out = io.BytesIO()
    Image.open(io.BytesIO(content)).save(out, **more)  # type: ignore[arg-type]
    return out.getvalue()


def _chunk(content: bytes) -> bytes:
    said = PngImagePlugin.PngInfo()
    said.add_text("Comment", "hello")
    return _said(content, format="PNG", pnginfo=said)


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010E] = "hello"
    return exif


def _alpha(content: bytes) -> bytes:
    out = io.BytesIO()
    Image.open(io.BytesIO(content)).convert("RGBA").save(out, "PNG")
    return out.getvalue()


PICTURE_SPOILS: dict[str, tuple[str, Spoil, LeakPlace]] = {
    "grey box": ("png", _pixels(_grey_box), LeakPlace.PIXELS),
    "a row left open": ("png", _pixels(_one_row), LeakPlace.PIXELS),
    "transparency": ("png", _alpha, LeakPlace.PIXELS),
    "text chunk": ("png", _chunk, LeakPlace.HIDDEN),
    "png exif": ("png", lambda content: _said(content, format="PNG", exif=_exif()), LeakPlace.HIDDEN),
    "png profile": ("png", lambda content: _said(content, format="PNG", icc_profile=b"x" * 200), LeakPlace.HIDDEN),
    "png trailing": ("png", lambda content: content + b"more", LeakPlace.HIDDEN),
    "jpeg grey": ("jpeg", _pixels(_grey_box, "JPEG"), LeakPlace.PIXELS),
    "jpeg exif": ("jpeg", lambda content: _said(content, format="JPEG", exif=_exif()), LeakPlace.HIDDEN),
    "jpeg comment": ("jpeg", lambda content: _said(content, format="JPEG", comment=b"x"), LeakPlace.HIDDEN),
    "jpeg trailing": ("jpeg", lambda content: content + content, LeakPlace.HIDDEN),
}


@pytest.mark.parametrize("spoil", PICTURE_SPOILS)
def test_a_spoilt_picture_is_seen(redactor: Redactor, tmp_path: Path, spoil: str) -> None:
    kind, change, place = PICTURE_SPOILS[spoil]
    made = picture(random.Random(3), kind)
    (tmp_path / "in").write_bytes(made.content)
    order = Order(made.media_type, (BOX,), (made.secret,))
    assert redactor.burn(tmp_path / "in", order, tmp_path / "out").note == ""
    assert redactor.search(tmp_path / "out", order) == ()
    (tmp_path / "copy").write_bytes(change((tmp_path / "out").read_bytes()))
    found = redactor.search(tmp_path / "copy", order)
    assert found
    assert place in {leak.place for leak in found}


def test_a_tag_in_a_tiff_is_seen(redactor: Redactor, tmp_path: Path) -> None:
    sheets = [Image.new("RGB", (300, 400), colour) for colour in ("white", "yellow", "cyan")]
    sheets[0].save(tmp_path / "in", "TIFF", save_all=True, append_images=sheets[1:], description="x")
    order = Order("image/tiff", (replace(BOX, page_no=1), replace(BOX, page_no=2)), ("x1234",), pages=3)
    burnt = redactor.burn(tmp_path / "in", order, tmp_path / "out")
    assert (burnt.note, burnt.media_type) == ("", "image/tiff")
    assert redactor.search(tmp_path / "out", order) == ()
    with Image.open(tmp_path / "out") as copy:
        shades = []
        for page_no in range(3):
            copy.seek(page_no)
            shades.append((copy.convert("RGB").getpixel((150, 92)), copy.convert("RGB").getpixel((5, 5))))
        assert shades == [((255, 255, 255),) * 2, ((0, 0, 0), (255, 255, 0)), ((0, 0, 0), (0, 255, 255))]
        copy.seek(0)
        copy.save(tmp_path / "copy", "TIFF", save_all=True, description="x")
    assert redactor.search(tmp_path / "copy", order)


def test_what_is_no_file_of_ours_is_not_looked_through(redactor: Redactor, tmp_path: Path) -> None:
    (tmp_path / "copy").write_bytes(b"%PDF-1.7 broken")
    assert redactor.search(tmp_path / "copy", Order("application/pdf", (BOX,))) is None
    assert redactor.search(tmp_path / "copy", Order("image/png", (BOX,))) is None
    assert redactor.burn(tmp_path / "copy", Order("application/pdf", (BOX,)), tmp_path / "out").note == "damaged"
    assert not (tmp_path / "out").exists()
