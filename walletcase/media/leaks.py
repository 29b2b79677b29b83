"""Opens a redacted copy again and looks for what should be gone. Child process only.

Written apart from what burns: it trusts nothing of it but where the boxes are.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from PIL import Image, ImageFile, TiffImagePlugin

from walletcase.domain.page_text import SCALE
from walletcase.domain.redaction import Box, Leak, LeakPlace
from walletcase.media import pictures
from walletcase.media.jpeg_parts import is_extra, parts
from walletcase.media.needles import Needles

BLACKEST: Final = 3  # of 255: what pressing and drawing make of black
_PNG_PARTS: Final = frozenset({b"IHDR", b"IDAT", b"IEND"})
# ISO 12639 / TIFF 6.0: size, depth, compression, colours, places of the pixels, and nothing that says anything.
_TIFF_TAGS: Final = frozenset(
    {254, 256, 257, 258, 259, 262, 273, 274, 277, 278, 279, 282, 283, 284, 296, 317, 338, 339}
)


def leaks_in_picture(
    path: Path, media_type: str, boxes: Mapping[int, Sequence[Box]], secrets: Sequence[str]
) -> Iterator[Leak]:
    """Yield what is wrong with a redacted picture. Raises a content fault where it can't be read at all."""
    content = path.read_bytes()
    where = next(_extras(content, media_type), "")
    if where:
        yield Leak(LeakPlace.HIDDEN, -1, where)
    if Needles(secrets).in_bytes(content):
        yield Leak(LeakPlace.HIDDEN, -1, "bytes")
    with pictures.opened(path, media_type) as image:
        for page_no in range(pictures.page_count(image)):
            pictures.show_page(image, page_no) if page_no else image.seek(0)
            image.load()
            if media_type == "image/tiff":
                strange = _strange_tags(image)
                if strange:
                    yield Leak(LeakPlace.HIDDEN, page_no, strange)
            if image.mode != "RGB" or not is_black(image, boxes.get(page_no, ())):
                yield Leak(LeakPlace.PIXELS, page_no)


def is_black(image: Image.Image, boxes: Sequence[Box]) -> bool:
    """Whether every pixel of an RGB page whose middle lies in a box is black."""
    width, height = image.size
    for box in boxes:
        left, right = (round(edge * width / SCALE) for edge in (box.left, box.right))
        top, bottom = (round(edge * height / SCALE) for edge in (box.top, box.bottom))
        area = (left, top, max(right, left + 1), max(bottom, top + 1))
        bands = image.crop(area).getextrema()
        if any(band[1] > BLACKEST for band in bands):  # type: ignore[index]
            return False
    return True


def _extras(content: bytes, media_type: str) -> Iterator[str]:
    """Names of parts that say something beside the pixels."""
    if media_type == "image/png":
        yield from _png_extras(content)
    elif media_type == "image/jpeg":
        yield from (f"JPEG {part.code:02X}" for part in parts(content) if is_extra(part))
    elif media_type != "image/tiff":
        yield media_type


def _png_extras(content: bytes) -> Iterator[str]:
    at = 8
    while at + 12 <= len(content):
        length, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        if kind not in _PNG_PARTS:
            yield f"PNG {kind.decode('latin-1')}"
        if int.from_bytes(content[at + 8 + length : at + 12 + length], "big") != zlib.crc32(
            content[at + 4 : at + 8 + length]
        ):
            yield "PNG CRC"
        at += 12 + length
        if kind == b"IEND":
            break
    if at != len(content):
        yield "PNG end"


def _strange_tags(image: ImageFile.ImageFile) -> str:
    tags = image.tag_v2 if isinstance(image, TiffImagePlugin.TiffImageFile) else {}
    return next((f"TIFF {tag}" for tag in tags if tag not in _TIFF_TAGS), "")
