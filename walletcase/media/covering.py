"""Black boxes over pixels: whole pixels, nothing shines through. Child process only."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from PIL import Image

from walletcase.domain.page_text import SCALE
from walletcase.domain.redaction import Box

BLACK: Final = (0, 0, 0)
_MARGIN_SHARE: Final = 500  # a margin of the shorter side's 500th part: the blur around a letter goes too
_LEAST_MARGIN_PX: Final = 2

Area = tuple[int, int, int, int]  # left, top, right, bottom in pixels


def areas(boxes: Iterable[Box], size: tuple[int, int], grid: int = 1) -> list[Area]:
    """Return the pixels to be covered on a page of ``size``: with a margin, rounded outwards to multiples of ``grid``.

    A JPEG is pressed in blocks of eight: boxes on that grid stay black to their edges, and nothing beside rings in.
    """
    width, height = size
    margin = max(_LEAST_MARGIN_PX, min(size) // _MARGIN_SHARE)
    found = []
    for box in boxes:
        left, right = box.left * width / SCALE - margin, box.right * width / SCALE + margin
        top, bottom = box.top * height / SCALE - margin, box.bottom * height / SCALE + margin
        low = [math.floor(max(edge, 0) / grid) * grid for edge in (left, top)]
        high = [math.ceil(edge / grid) * grid for edge in (right, bottom)]
        found.append((low[0], low[1], min(high[0], width), min(high[1], height)))
    return found


def cover(image: Image.Image, covered: Sequence[Area]) -> None:
    """Make these pixels of an RGB picture black."""
    for area in covered:
        image.paste(BLACK, area)


def covered_strips(strips: Iterable[Image.Image], covered: Sequence[Area]) -> Iterator[Image.Image]:
    """The strips of a picture, from the top, with its covered pixels black."""
    above = 0
    for strip in strips:
        out = strip.copy()  # a strip may be a view of the picture it was cut from
        for left, top, right, bottom in covered:
            low, high = max(top - above, 0), min(bottom - above, strip.height)
            if low < high:
                out.paste(BLACK, (left, low, right, high))
        above += strip.height
        yield out
