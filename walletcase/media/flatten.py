"""A picture re-encoded, for the dossier or a redacted copy: RGB, 8 bits, upright, lossless, every pixel, and nothing
but pixels. Child process only.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from PIL import Image, ImageChops

from walletcase.media import pictures

_UP_FILTER: Final = b"\x02"  # PNG filter type 2: each byte less the one above it (ISO 15948, 9.2)
# Screenshots are small and flat: press them well. Photographs hardly shrink, whatever the effort.
_SMALL_PIXELS: Final = 4_000_000
_IDAT_BYTES: Final = 1 << 20


def dossier_image(path: Path, media_type: str, page_no: int) -> Iterator[bytes]:
    """The pieces of the PNG, in order. The picture is decoded before the first piece, so a fault comes before it."""
    with pictures.opened(path, media_type) as image:
        pictures.show_page(image, page_no)
        turned = pictures.orientation(image)
        image.load()
        size = (image.height, image.width) if turned >= 5 else image.size
        yield from png_pieces(size, pictures.upright_strips(image, turned))


def png_pieces(size: tuple[int, int], strips: Iterable[Image.Image]) -> Iterator[bytes]:
    """The pieces of a PNG of RGB strips, from the top: header, pixels, end."""
    yield b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", struct.pack(">IIBBBBB", *size, 8, 2, 0, 0, 0))
    for packed in packed_pixels(size, strips):
        yield _chunk(b"IDAT", packed)
    yield _chunk(b"IEND", b"")


def packed_pixels(size: tuple[int, int], strips: Iterable[Image.Image]) -> Iterator[bytes]:
    """One zlib stream in pieces, as a PNG and a PDF (predictor 15) hold it."""
    width, height = size
    packer = zlib.compressobj(6 if width * height <= _SMALL_PIXELS else 1)
    above = Image.new("RGB", (width, 1))
    waiting = b""
    for strip in strips:
        waiting += packer.compress(_filtered(strip, above))
        above = strip.crop((0, strip.height - 1, width, strip.height))
        if len(waiting) >= _IDAT_BYTES:
            yield waiting
            waiting = b""
    yield waiting + packer.flush()


def _filtered(strip: Image.Image, above: Image.Image) -> bytes:
    """The strip's rows under the Up filter; ``above`` is the row over its first."""
    shifted = Image.new("RGB", strip.size)
    shifted.paste(above, (0, 0))
    shifted.paste(strip, (0, 1))
    raw = ImageChops.subtract_modulo(strip, shifted).tobytes()
    stride = strip.width * 3
    return b"".join(_UP_FILTER + raw[at : at + stride] for at in range(0, len(raw), stride))


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
