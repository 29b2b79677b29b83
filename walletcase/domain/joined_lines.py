"""The lines of a page as one text of half-width signs, where each of them stands, and what box a part of it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from walletcase.domain.formats import half_width
from walletcase.domain.page_text import SCALE, Line

_NEAR_LEFT = SCALE * 3 // 100
# Where a sign stands within its line is only estimated: so much of a Chinese sign is added on either side, and more the
# farther it is from both ends of the line, since fonts draw digits a little wider or narrower than is assumed here.
_PAD, _DRIFT = 0.35, 0.05
_EDGE = 0.15  # of a sign may stick out and it still counts as covered
# Widths of signs as fonts draw them, a Chinese one being 1.
_NARROW, _WIDE_LETTERS = frozenset(" .,:;|!'ilIjt"), frozenset("mwMW@%")


class JoinedLines:
    """``whole`` has a line feed between two lines, but where a number goes on from one line to the next."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        parts: list[str] = []
        self._places: list[tuple[int, int]] = []  # of each sign of the whole: its line, and where in the line
        for number, line in enumerate(lines):
            if number and not _goes_on(lines[number - 1], line):
                parts.append("\n")
                self._places.append((number, 0))
            for at, sign in enumerate(line.text):
                plain = half_width(sign)
                if len(plain) <= 1:
                    parts.append(plain or " ")
                    self._places.append((number, at))
        self.whole = "".join(parts)

    def numbers(self, start: int, end: int) -> tuple[int, ...]:
        """Return the numbers of the lines in which a part of the whole stands."""
        return tuple(dict.fromkeys(line for line, _ in self._places[start:end]))

    def around(self, start: int, end: int) -> tuple[int, int, int, int] | None:
        """Return the box (left, top, width, height) of the lines of a part, None where they have no place."""
        boxes = [line for line in (self._lines[number] for number in self.numbers(start, end)) if _has_place(line)]
        if not boxes:
            return None
        left, top = min(box.left for box in boxes), min(box.top for box in boxes)
        right, bottom = max(box.left + box.width for box in boxes), max(box.top + box.height for box in boxes)
        return left, top, right - left, bottom - top

    def boxes(self, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
        """Yield the box (left, top, right, bottom) of a part in each of its lines that has a place.

        Where a sign stands in a line is estimated from the widths of signs, and a little is added on both sides.
        """
        for number, group in groupby(self._places[start:end], key=lambda place: place[0]):
            line, at = self._lines[number], [place for _, place in group]
            if _has_place(line):
                yield span_box(line, at[0], at[-1] + 1)


def span_box(line: Line, start: int, end: int) -> tuple[int, int, int, int]:
    """Return the box (left, top, right, bottom) of the signs ``start``:``end`` of a line, estimated, a little wider."""
    if line.height > line.width and len(line.text) > 1:  # runs down the page: all of it
        return line.left, line.top, line.left + line.width, line.top + line.height
    widths = [_width(sign) for sign in line.text]
    whole, before, after = sum(widths) or 1.0, sum(widths[:start]), sum(widths[:end])
    unit = line.width / whole
    left = line.left + (before - _PAD - _DRIFT * min(before, whole - before)) * unit
    right = line.left + (after + _PAD + _DRIFT * min(after, whole - after)) * unit
    return (
        max(int(left), line.left if start == 0 else 0),
        line.top,
        min(int(right) + 1, line.left + line.width if end >= len(line.text) else SCALE),
        line.top + line.height,
    )


def edge_of(line: Line, at: int) -> float:
    """Return where, by estimate, the sign ``at`` of a line begins across the page; the end of the line for the last."""
    widths = [_width(sign) for sign in line.text]
    return line.left + line.width * sum(widths[:at]) / (sum(widths) or 1.0)


def sign_at(line: Line, across: float) -> int:
    """Return before which sign of a line a place across the page is, the nearest one: 0 to its length."""
    edges = range(len(line.text) + 1)
    return min(edges, key=lambda at: abs(edge_of(line, at) - across))


def text_under(line: Line, left: int, right: int) -> str:
    """Return the signs of a line that stand, by estimate, between two places across the page, all but their edges."""
    widths = [_width(sign) for sign in line.text]
    unit = line.width / (sum(widths) or 1.0)
    found, at = "", float(line.left)
    for sign, width in zip(line.text, widths, strict=True):
        edge = min(width * unit / 2, _EDGE * unit)
        if left <= at + edge and at + width * unit - edge <= right:
            found += sign
        at += width * unit
    return found.strip()


def _width(sign: str) -> float:
    if not sign.isascii():
        return 1.0 if ord(sign) >= 0x2E80 else 0.6
    if sign in _NARROW:
        return 0.28
    return 0.85 if sign in _WIDE_LETTERS else 0.56


def _has_place(line: Line) -> bool:
    return bool(line.width and line.height)


def _goes_on(first: Line, second: Line) -> bool:
    """Whether a number was broken at the edge of a bubble: the second line stands right under the first."""
    if not (first.width and second.width and first.text[-1:].isascii() and second.text[:1].isascii()):
        return False
    if not (first.text[-1:].isalnum() and second.text[:1].isalnum()):
        return False
    if abs(first.height - second.height) * 3 > max(first.height, second.height):
        return False
    gap = second.top - (first.top + first.height)
    is_under = -first.height // 3 <= gap <= first.height and abs(first.left - second.left) <= _NEAR_LEFT
    return is_under and first.left + first.width >= second.left + second.width - _NEAR_LEFT
