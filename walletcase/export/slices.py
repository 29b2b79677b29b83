"""Long screenshots in parts, each as wide as can be read, cut at quiet rows; what two parts share is marked on both."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from walletcase.domain.paging import Page, pages_of
from walletcase.domain.picture_rows import PictureRows
from walletcase.export.context import Desk
from walletcase.export.pen import Pen
from walletcase.export.style import ACCENT, MM, PAGE_H, PAGE_W, SMALL

SIDE, TOP, BOTTOM = 16 * MM, 34 * MM, 23 * MM  # of a page with an exhibit
_BOX = (PAGE_W - 2 * SIDE, PAGE_H - TOP - BOTTOM)
LEAST_PPI = 96.0  # small pictures are not blown up beyond this
_BELOW_W = 62 * MM  # a picture that would come out narrower is shown in parts
_WIDTH = 104 * MM
_OVERLAP = 9 * MM
_MOST = 30
_BAR, _GAP = 1.4 * MM, 2.4 * MM
_MARK = SMALL.but(size=7.6, leading=10.6, colour=ACCENT)


@dataclass(frozen=True, slots=True)
class Slice:
    """One part of a picture that is ``scale`` points a pixel. ``shared`` rows at its foot begin the next part."""

    page: Page
    scale: float
    shared: int = 0


def is_long(size: tuple[int, int]) -> bool:
    """Whether a picture (pixels, upright) would be too narrow to read if all of it stood on one page."""
    wide, high = size
    legible = wide * min(_BOX[0] / wide, _BOX[1] / high) >= _BELOW_W
    return not legible and high >= 3 * wide and wide * 72 / LEAST_PPI >= _BELOW_W


def sliced(size: tuple[int, int], rows: PictureRows | None) -> tuple[Slice, ...]:
    """Return the parts of a long picture, none for one that is shown whole.

    Without ``rows`` (they could not be measured) it is cut where the paper ends.
    """
    if not is_long(size):
        return ()
    wide, high = size
    scale = _WIDTH / wide
    if ceil((high * scale - _OVERLAP) / (_BOX[1] - _OVERLAP)) > _MOST:
        scale = (_MOST * (_BOX[1] - _OVERLAP) + _OVERLAP) / high
    noise = rows.noise if rows is not None and rows.height == high else (1,) * high
    pages = pages_of(noise, int(_BOX[1] / scale), round(_OVERLAP / scale))
    following = (*(page.overlap for page in pages[1:]), 0)
    return tuple(Slice(page, scale, shared) for page, shared in zip(pages, following, strict=True))


def mark_shared(pen: Pen, desk: Desk, part: Slice, left: float, top: float) -> None:
    """Mark beside a part what it shares with the parts before and after: a bar, and words.

    ``left`` and ``top`` are the corner of the picture on the page, in points. Nothing is drawn over the picture.
    """
    page, scale, labels = part.page, part.scale, desk.labels
    bar, words = left - _GAP - _BAR, left - 2 * _GAP - _BAR
    if page.overlap:
        pen.fill(bar, top - page.overlap * scale, _BAR, page.overlap * scale, ACCENT)
        pen.right(labels("slice_from"), words, top, _MARK)
        pen.right(labels("slice_shared"), words, top - _MARK.leading, _MARK)
    if part.shared:
        foot = top - (page.bottom - page.top) * scale
        pen.fill(bar, foot, _BAR, part.shared * scale, ACCENT)
        pen.right(labels("slice_on"), words, foot + 2 * _MARK.leading, _MARK)
        pen.right(labels("slice_shared"), words, foot + _MARK.leading, _MARK)
