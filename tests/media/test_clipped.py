"""A picture that a PDF shows in part is found; one that it shows whole is left as it is."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from walletcase.domain.redaction import Box
from walletcase.media.clipped import hides_pictures
from walletcase.media.redactor import Redactor
from walletcase.services.redaction import Order

PAGE = (0.0, 0.0, 400.0, 600.0)
WHOLE = {
    "plain": b"q 100 0 0 100 50 50 cm /P Do Q",
    "clip as large as the picture": b"q 50 50 100 100 re W* n 100 0 0 100 50 50 cm /P Do Q",
    "clip in four lines": b"q 40 40 m 200 40 l 200 200 l 40 200 l h W n 100 0 0 100 50 50 cm /P Do Q",
    "a hair less than whole": b"q 50.4 50.4 99.2 99.2 re W n 100 0 0 100 50 50 cm /P Do Q",
    "upside down": b"q 100 0 0 -100 50 150 cm /P Do Q",
    "lying": b"q 0 100 -100 0 150 50 cm /P Do Q",
    "a clip that ended before": b"q 0 0 10 10 re W n Q q 100 0 0 100 50 50 cm /P Do Q",
    "within a form": b"q 1 0 0 1 20 20 cm /F Do Q",
    "words under a clip": b"q 0 0 10 10 re W n BT ET Q",
}
PART = {
    "clip on the left half": b"q 50 50 50 100 re W n 100 0 0 100 50 50 cm /P Do Q",
    "clip before a scale": b"q 2 0 0 2 0 0 cm 25 25 25 50 re W n 50 0 0 50 25 25 cm /P Do Q",
    "clip by a curve": b"q 50 50 m 50 150 150 150 150 50 c h W n 100 0 0 100 50 50 cm /P Do Q",
    "clip in a triangle": b"q 0 0 m 400 0 l 200 400 l h W n 100 0 0 100 50 50 cm /P Do Q",
    "clip by two areas": b"q 0 0 60 600 re 80 0 300 600 re W n 100 0 0 100 50 50 cm /P Do Q",
    "beyond the page": b"q 100 0 0 100 350 50 cm /P Do Q",
    "inline beyond the page": b"q 100 0 0 100 -50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q",
    "a form cut off": b"q 0 0 60 600 re W n 1 0 0 1 20 20 cm /F Do Q",
    "a form that lies aslant under a clip of its own": b"q .7 .7 -.7 .7 200 20 cm /F Do Q",
    "masked": b"q 100 0 0 100 50 50 cm /M Do Q",
}


def page_of(content: bytes) -> pikepdf.Pdf:
    """A document with one page, a picture /P, one with a mask /M, and a form /F with a picture in it."""
    made = pikepdf.new()
    made.add_blank_page(page_size=PAGE[2:])

    def picture(colour: Name, size: int) -> pikepdf.Stream:
        stream = made.make_stream(zlib.compress(b"\x80" * size))
        stream.Type, stream.Subtype, stream.Filter = Name.XObject, Name.Image, Name.FlateDecode
        stream.Width, stream.Height, stream.BitsPerComponent, stream.ColorSpace = 4, 4, 8, colour
        return stream

    plain, masked = picture(Name.DeviceRGB, 48), picture(Name.DeviceRGB, 48)
    masked.SMask = picture(Name.DeviceGray, 16)
    form = made.make_stream(b"q 100 0 0 100 0 0 cm /P Do Q")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 100])
    form.Resources = Dictionary(XObject=Dictionary(P=plain))
    made.pages[0].Contents = made.make_stream(content)
    made.pages[0].Resources = Dictionary(XObject=Dictionary(P=plain, M=masked, F=form))
    return made


def hides(content: bytes) -> bool:
    with page_of(content) as made:
        return hides_pictures(made.pages[0], PAGE, made.pages[0].Resources)


@pytest.mark.parametrize("content", WHOLE.values(), ids=WHOLE)
def test_what_is_seen_whole(content: bytes) -> None:
    assert not hides(content)


@pytest.mark.parametrize("content", PART.values(), ids=PART)
def test_what_is_seen_in_part(content: bytes) -> None:
    assert hides(content)


def test_a_cropped_picture_on_a_page_without_a_box_loses_what_is_not_seen(tmp_path: Path) -> None:
    photo = Image.new("RGB", (200, 200), (200, 10, 10))
    photo.paste((10, 200, 10), (0, 0, 100, 200))
    made = page_of(b"")
    stream = made.make_stream(zlib.compress(photo.tobytes()))
    stream.Type, stream.Subtype, stream.Filter = Name.XObject, Name.Image, Name.FlateDecode
    stream.Width, stream.Height, stream.BitsPerComponent, stream.ColorSpace = 200, 200, 8, Name.DeviceRGB
    made.add_blank_page(page_size=PAGE[2:])
    made.pages[1].Resources = Dictionary(XObject=Dictionary(P=stream))
    made.pages[1].Contents = made.make_stream(b"q 50 50 90 200 re W n 200 0 0 200 50 50 cm /P Do Q")
    made.save(tmp_path / "in")
    redactor = Redactor(timeout_s=30)
    try:
        box = Box(0, 1000, 1000, 4000, 3000)
        burnt = redactor.burn(tmp_path / "in", Order("application/pdf", (box,), (), pages=2), tmp_path / "out")
    finally:
        redactor.close()
    assert burnt.note == ""
    assert burnt.drawn == frozenset({0, 1})
    with pikepdf.open(tmp_path / "out") as copy:
        drawn: Any = copy.pages[1].Resources.XObject.P
        image = pikepdf.PdfImage(drawn).as_pil_image().convert("RGB")
    colours: set[Any] = {colour for _, colour in image.getcolors(1 << 24) or []}
    assert (10, 200, 10) in colours
    assert not any(red > 150 and green < 100 for red, green, _ in colours)
