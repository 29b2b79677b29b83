"""A long picture in pages: cut where a row is quiet, so that no line of text is cut in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_REACH = 0.3  # of a page: so far up from its end a better place to cut is looked for
_MARGIN = 3  # rows of a gap that stay on either side of the cut
_RUN_ROWS = 6  # quiet rows in a row that are a gap between lines, not one between two strokes
_WIDE_ROWS = 28  # from here on a wider gap is no better one: then the later one wins
_LEVELS = (0, 2, 6, 14)  # per cent of the way from the quietest to the loudest row: what still counts as quiet


@dataclass(frozen=True, slots=True)
class Page:
    """Rows ``top`` to ``bottom`` (not included) of a picture; the first ``overlap`` of them end the page before."""

    top: int
    bottom: int
    overlap: int = 0


def pages_of(noise: Sequence[int], page_rows: int, overlap_rows: int) -> tuple[Page, ...]:
    """Return the pages of a picture whose rows are so noisy (domain.picture_rows); each at most ``page_rows`` high.

    ``overlap_rows`` is about how much of each page the next one shows again. Pages end and begin at quiet rows where
    there are any within reach, else where the paper ends.
    """
    height, least = len(noise), max(1, page_rows // 2)
    overlap_rows = min(max(overlap_rows, 0), least // 2)
    pages: list[Page] = []
    top = before = 0
    while height - top > page_rows:
        end = top + page_rows
        bottom = quiet_row(noise, max(top + least, end - int(_REACH * page_rows)), end)
        pages.append(Page(top, bottom, before))
        top = bottom - overlap_rows
        if overlap_rows:
            top = quiet_row(noise, bottom - 2 * overlap_rows, bottom - overlap_rows // 3, top)
        before = bottom - top
    return (*pages, Page(top, height, before))


def quiet_row(noise: Sequence[int], first: int, last: int, near: int | None = None) -> int:
    """Return the row above which to cut, within ``first`` to ``last``: in the widest quiet gap there, near its end.

    Of gaps about as wide the latest one; with ``near`` the gap nearest to that row, and in it the row nearest to it.
    Where there is no gap at all, ``near`` itself, or ``last``.
    """
    first = max(first, 0)
    window = noise[first:last]
    if not window:
        return last if near is None else near
    low, high = min(window), max(window)
    for level in _LEVELS:
        gaps = _gaps(window, low + (high - low) * level // 100)
        if gaps and near is not None:
            rows = (first + min(max(near - first, begin + _MARGIN), end - _MARGIN) for begin, end in gaps)
            return min(rows, key=lambda row: abs(row - near))
        if gaps:
            begin, end = max(gaps, key=lambda gap: (min(gap[1] - gap[0], _WIDE_ROWS), gap[0]))
            return first + end - min(end - begin, _WIDE_ROWS) // 2
    return last if near is None else near


def _gaps(window: Sequence[int], most: int) -> list[tuple[int, int]]:
    """Runs of rows no noisier than ``most``, long enough to lie between two lines; a run over all of it is none."""
    if max(window) <= most and most > 0:
        return []
    gaps: list[tuple[int, int]] = []
    begin = -1
    for at, value in enumerate((*window, most + 1)):
        if value <= most and begin < 0:
            begin = at
        elif value > most and begin >= 0:
            if at - begin >= _RUN_ROWS:
                gaps.append((begin, at))
            begin = -1
    return gaps
