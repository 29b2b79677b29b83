"""Draws the marks of an exhibit over its pages: arrows, boxes, numbers, notes, as on the screen; the file has none."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from walletcase.domain.marks import Mark, MarkKind
from walletcase.domain.page_text import SCALE
from walletcase.export.context import Desk
from walletcase.export.pen import Pen
from walletcase.export.pieces import Text
from walletcase.export.style import INK, SEAL, SEAL_SOFT, Style

_LINE, _HEAD = 1.6, 9.0
_NUMBER = Style(size=9, leading=12, bold=True, colour="#FFFFFF")
_NOTE = Style(size=8, leading=11.4, colour=INK)
_NOTE_W, _PAD = 150.0, 5.0

Place = Callable[[int, int], tuple[float, float]]  # 1/SCALE of the upright page to points on the paper


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page by its lower left corner, in points."""

    x: float
    y: float
    width: float
    height: float


def draw_marks(pen: Pen, desk: Desk, marks: Sequence[Mark], page: Box, clip: Box | None = None) -> None:
    """Draw marks over a ``page`` of an exhibit that lies there on the paper; outside ``clip`` nothing is drawn."""
    if not marks:
        return
    pen.canvas.saveState()
    window = clip or page
    pen.clip(window.x, window.y, window.width, window.height)
    pen.canvas.setLineCap(1)
    for mark in marks:
        _draw(pen, desk, mark, page)
    pen.canvas.restoreState()


def _draw(pen: Pen, desk: Desk, mark: Mark, page: Box) -> None:
    def place(x: int, y: int) -> tuple[float, float]:
        return page.x + page.width * x / SCALE, page.y + page.height * (1 - y / SCALE)

    if mark.kind is MarkKind.BOX:
        (left, top), (right, bottom) = place(mark.left, mark.top), place(mark.right, mark.bottom)
        pen.frame(min(left, right), min(top, bottom), abs(right - left), abs(top - bottom), SEAL, _LINE)
    elif mark.kind is MarkKind.ARROW:
        _arrow(pen, place(mark.left, mark.top), place(mark.right, mark.bottom))
    elif mark.kind is MarkKind.NUMBER:
        _number(pen, mark.text, place(mark.left, mark.top))
    else:
        _note(pen, desk.text(mark.text, _NOTE, _NOTE_W - 2 * _PAD), place(mark.left, mark.top), page)


def _arrow(pen: Pen, start: tuple[float, float], end: tuple[float, float]) -> None:
    across, up = end[0] - start[0], end[1] - start[1]
    length = math.hypot(across, up)
    if not length:
        return
    head = min(_HEAD, length)
    x, y = across / length, up / length
    back = (end[0] - x * head, end[1] - y * head)
    pen.stroke(start, back, SEAL, _LINE)
    half = head / 2.4
    pen.shape([end, (back[0] - y * half, back[1] + x * half), (back[0] + y * half, back[1] - x * half)], SEAL)


def _number(pen: Pen, text: str, at: tuple[float, float]) -> None:
    shown = pen.fonts.visible(text)
    wide = pen.width(shown, _NUMBER)
    radius = max(9.0, wide / 2 + 4)
    pen.disc(*at, radius, SEAL)
    pen.line(shown, at[0] - wide / 2, at[1] + _NUMBER.leading / 2, _NUMBER)


def _note(pen: Pen, words: Text, at: tuple[float, float], page: Box) -> None:
    """Draw a slip; where there is no room to its right or below, it is moved so that all of it is on the page."""
    wide = max((line.width for line in words.lines), default=0.0) + 2 * _PAD
    high = words.height + 2 * _PAD
    left = max(page.x, min(at[0], page.x + page.width - wide))
    top = min(page.y + page.height, max(at[1], page.y + high))
    pen.fill(left, top - high, wide, high, SEAL_SOFT)
    pen.frame(left, top - high, wide, high, SEAL, 0.6)
    words.paint(pen, left + _PAD, top - _PAD)
