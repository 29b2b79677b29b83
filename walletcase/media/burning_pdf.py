"""Burns boxes into a PDF: touched pages become pictures, plain ones keep their words. Child process only.

The copy is a new document. Nothing is taken over but what draws the plain pages: no information, no XMP, no files, no
scripts, no outline, no names, no forms, notes, layers, tags, thumbnails, and no earlier revision.
"""

from __future__ import annotations

import io
import math
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from walletcase.domain.redaction import Box, bare
from walletcase.media.burning import JPEG_GRID, Boxes, jpeg_bytes
from walletcase.media.covering import areas, cover
from walletcase.media.documents import opened
from walletcase.media.faults import TooLarge
from walletcase.media.flatten import packed_pixels
from walletcase.media.plain_pages import NotPlain, PlainPages

MOST_PAGES: Final = 500
_DOTS: Final = 300.0
_MOST_PIXELS: Final = 20_000_000
_MOST_PACKED: Final = 3 << 20  # a page that is larger than this without loss is a photograph
_STRIP_ROWS: Final = 256


@dataclass(frozen=True, slots=True)
class BurntPdf:
    """``drawn`` are the pages (from 0) that are pictures now."""

    content: bytes
    pages: int
    drawn: tuple[int, ...]


def burnt(path: Path, boxes: Boxes, secrets: Sequence[str], drawn: Collection[int] = ()) -> BurntPdf:
    """Return the copy. Pages in ``drawn``, those with a box, with one of the (bare) ``secrets`` among their words, or
    with what can't be cleaned (notes, forms, layers) become pictures.

    Raises a content fault, Encrypted, TooLarge.
    """
    pictured = set(drawn) | {page_no for page_no, found in boxes.items() if found}
    with opened(path) as document, _source(path) as source, closing(pikepdf.new()) as made:
        if len(document) > MOST_PAGES:
            raise TooLarge(len(document))
        if len(source.pages) != len(document):  # two readers that see two documents: trust neither's words
            pictured = set(range(len(document)))
        plain, done = PlainPages(source, made), []
        for page_no in range(len(document)):
            is_picture = page_no in pictured or _holds(document, page_no, secrets)
            page = None if is_picture else _plain(plain, page_no)
            if page is None:
                done.append(page_no)
                page = _drawn(made, document, page_no, boxes.get(page_no, ()))
            made.pages.append(pikepdf.Page(page))
        return BurntPdf(_saved(made), len(document), tuple(done))


def _source(path: Path) -> Any:
    return closing(pikepdf.open(path, attempt_recovery=True, suppress_warnings=True))


def _plain(pages: PlainPages, page_no: int) -> Dictionary | None:
    try:
        return pages.take(page_no)
    except NotPlain:
        return None


def _holds(document: Any, page_no: int, secrets: Sequence[str]) -> bool:
    with closing(document[page_no]) as page, closing(page.get_textpage()) as text:
        words = bare(text.get_text_range())
    return any(secret in words for secret in secrets)


def _drawn(made: pikepdf.Pdf, document: Any, page_no: int, boxes: Sequence[Box]) -> Dictionary:
    """A page that is one picture, as large as the old one is seen."""
    with closing(document[page_no]) as page:
        width, height = page.get_size()
        scale = _scale(width, height)
        with closing(page.render(scale=scale, rev_byteorder=True, may_draw_forms=True)) as bitmap:
            picture = bitmap.to_pil().convert("RGB").copy()
    drawing = f"q {width:.4f} 0 0 {height:.4f} 0 0 cm /P Do Q".encode("ascii")
    return Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, round(width, 4), round(height, 4)]),
        Resources=Dictionary(XObject=Dictionary(P=_picture(made, picture, boxes))),
        Contents=made.make_stream(drawing),
    )


def _scale(width: float, height: float) -> float:
    if not (math.isfinite(width) and math.isfinite(height) and width > 0 and height > 0):
        raise ValueError((width, height))
    return min(_DOTS / 72, math.sqrt(_MOST_PIXELS / (width * height)))


def _picture(made: pikepdf.Pdf, picture: Image.Image, boxes: Sequence[Box]) -> Stream:
    # On the grid of JPEG either way, so that a page covers the same however it is pressed.
    cover(picture, areas(boxes, picture.size, JPEG_GRID))
    packed, pressed = _packed(picture), None
    if packed is None:
        pressed = jpeg_bytes(picture)
    stream = made.make_stream(packed or pressed or b"")
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    stream.Width, stream.Height = picture.size
    stream.ColorSpace, stream.BitsPerComponent = Name.DeviceRGB, 8
    if pressed is not None:
        stream.write(pressed, filter=Name.DCTDecode)
    else:
        shape = Dictionary(Predictor=15, Colors=3, BitsPerComponent=8, Columns=picture.width)
        stream.write(packed or b"", filter=Name.FlateDecode, decode_parms=shape)
    return stream


def _packed(picture: Image.Image) -> bytes | None:
    """The pixels without loss; None where that takes much room."""
    found = bytearray()
    for piece in packed_pixels(picture.size, _strips(picture)):
        found += piece
        if len(found) > _MOST_PACKED:
            return None
    return bytes(found)


def _strips(picture: Image.Image) -> Iterator[Image.Image]:
    for top in range(0, picture.height, _STRIP_ROWS):
        yield picture.crop((0, top, picture.width, min(top + _STRIP_ROWS, picture.height)))


def _saved(made: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    made.save(out, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True)
    return out.getvalue()
