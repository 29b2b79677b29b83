"""Where along each row of a picture something begins or ends, for cutting long screenshots and putting them in order.

Child process only.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PIL import Image, ImageChops

from walletcase.domain.picture_rows import BINS
from walletcase.media.faults import TooLarge
from walletcase.media.pictures import fitted, opened, orientation, show_page, shrunk, upright_strips

# Between two neighbours on a row: more than what JPEG and a soft ground do, less than the palest text.
_EDGE: Final = 26
_IS_EDGE: Final = [0] * _EDGE + [255] * (256 - _EDGE)
MOST_ROWS: Final = 60_000


def edges(path: Path, media_type: str, page_no: int, width_px: int) -> tuple[dict[str, object], Iterator[bytes]]:
    """The size, BINS bytes a row of edges, and as many of tones, upright.

    ``width_px``: shrink a wider picture to it first (0: as it is).
    """
    with opened(path, media_type) as image:
        show_page(image, page_no)
        turned = orientation(image)
        image.load()
        width, height = (image.height, image.width) if turned >= 5 else image.size
        source: Image.Image = image
        if 0 < width_px < width:
            size = fitted((width, height), (width_px, height))
            source = shrunk(image, (size[1], size[0]) if turned >= 5 else size)
            width, height = size
        if height > MOST_ROWS:
            raise TooLarge(height)
        planes = [_planes(strip) for strip in upright_strips(source, turned)]
    body = b"".join(plane[which] for which in (0, 1) for plane in planes)
    return {"width_px": width, "height_px": height}, iter((body,))


def _planes(strip: Image.Image) -> tuple[bytes, bytes]:
    grey = strip.convert("L")
    tones = grey.resize((BINS, grey.height), Image.Resampling.BOX).tobytes()
    return _edges(grey), tones


def _edges(grey: Image.Image) -> bytes:
    width, height = grey.size
    if width < 2:
        return bytes(BINS * height)
    beside = ImageChops.difference(grey.crop((1, 0, width, height)), grey.crop((0, 0, width - 1, height)))
    marked = beside.point(_IS_EDGE)
    return marked.resize((BINS, height), Image.Resampling.BOX).tobytes()
