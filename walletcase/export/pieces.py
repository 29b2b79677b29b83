"""What a page is filled with: pieces that know their height and can be cut where a page ends."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Protocol

from walletcase.export.pen import Pen
from walletcase.export.style import ACCENT, HAIR, Colour, Style

_FEW_LINES = 3  # a paragraph this short is never cut
_LOW_ROW = 40
_FEW_ROWS = 3
_LONE = 2  # lines left behind or carried over, at least


class Piece(Protocol):
    """Something to place in a column. Heights are in points; ``top`` is the height of the piece's upper edge."""

    @property
    def height(self) -> float: ...
    @property
    def least(self) -> float:
        """The room below which no part of it can stand."""
        ...

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        """Return the part that fits in ``room`` and the rest, None if it can't be cut there."""

    def paint(self, pen: Pen, x: float, top: float) -> None:
        """Draw it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One set line. ``spread`` is what justification adds after each character, in points."""

    text: str
    width: float
    spread: float = 0


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, already broken into lines. ``link`` names an anchor to which all of it leads."""

    lines: tuple[Line, ...]
    style: Style
    width: float
    link: str = ""

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    @property
    def least(self) -> float:
        return (len(self.lines) if len(self.lines) <= _FEW_LINES else _LONE) * self.style.leading

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        fits = min(int(room // self.style.leading), len(self.lines) - _LONE)
        if len(self.lines) <= _FEW_LINES or fits < _LONE:
            return None
        return replace(self, lines=self.lines[:fits]), replace(self, lines=self.lines[fits:])

    def paint(self, pen: Pen, x: float, top: float) -> None:
        for number, line in enumerate(self.lines):
            slack = self.width - line.width
            shift = {"right": slack, "centre": slack / 2}.get(self.style.align, 0)
            pen.line(line.text, x + shift, top - number * self.style.leading, self.style, line.spread)
            if self.link:
                low = top - (number + 1) * self.style.leading
                pen.link(self.link, x + shift, low, line.width, self.style.leading)


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The page on which an anchor lies, known only once all is laid out. Set at the right of its column."""

    anchor: str
    style: Style
    width: float

    @property
    def height(self) -> float:
        return self.style.leading

    @property
    def least(self) -> float:
        return self.height

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        return None

    def paint(self, pen: Pen, x: float, top: float) -> None:
        pen.right(pen.page_of(self.anchor), x + self.width, top, self.style)
        pen.link(self.anchor, x, top - self.height, self.width, self.height)


@dataclass(frozen=True, slots=True)
class PageRange:
    """The pages from one anchor to another: "12" or "12–14"."""

    first: str
    last: str
    style: Style
    width: float

    @property
    def height(self) -> float:
        return self.style.leading

    @property
    def least(self) -> float:
        return self.height

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        return None

    def paint(self, pen: Pen, x: float, top: float) -> None:
        first, last = pen.page_of(self.first), pen.page_of(self.last)
        pen.right(first if first == last else f"{first}–{last}", x + self.width, top, self.style)
        pen.link(self.first, x, top - self.height, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Rule:
    """A level line with room around it."""

    width: float
    height: float = 8
    colour: Colour = HAIR
    thickness: float = 0.5

    @property
    def least(self) -> float:
        return self.height

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        return None

    def paint(self, pen: Pen, x: float, top: float) -> None:
        pen.rule(x, top - self.height / 2, self.width, self.colour, self.thickness)


@dataclass(frozen=True, slots=True)
class Stack:
    """Pieces one under the other: what a table cell holds."""

    pieces: tuple[Piece, ...] = ()

    @property
    def height(self) -> float:
        return sum(piece.height for piece in self.pieces)

    @property
    def least(self) -> float:
        return self.pieces[0].least if self.pieces else 0

    def cut(self, room: float) -> tuple[Stack, Stack] | None:
        done: list[Piece] = []
        for number, piece in enumerate(self.pieces):
            if piece.height <= room:
                done.append(piece)
                room -= piece.height
                continue
            parts = piece.cut(room)
            rest = self.pieces[number + 1 :]
            if parts is not None:
                return Stack((*done, parts[0])), Stack((parts[1], *rest))
            return (Stack(tuple(done)), Stack((piece, *rest))) if done else None
        return self, Stack()

    def paint(self, pen: Pen, x: float, top: float) -> None:
        for piece in self.pieces:
            piece.paint(pen, x, top)
            top -= piece.height


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side over a hairline. ``offsets`` are the cells' distances from the left edge."""

    cells: tuple[Stack, ...]
    offsets: tuple[float, ...]
    width: float
    above: float = 5
    below: float = 5
    line: Colour = HAIR
    thickness: float = 0.5
    wash: Colour = ""
    anchor: str = ""

    @property
    def height(self) -> float:
        return max(cell.height for cell in self.cells) + self.above + self.below

    @property
    def least(self) -> float:
        return max(cell.least for cell in self.cells) + self.above + self.below

    def cut(self, room: float) -> tuple[Row, Row] | None:
        inner = room - self.above - self.below
        parts = [(cell, Stack()) if cell.height <= inner else cell.cut(inner) for cell in self.cells]
        whole = [part for part in parts if part is not None]
        if len(whole) < len(parts):
            return None
        head = replace(self, cells=tuple(part[0] for part in whole))
        return head, replace(self, cells=tuple(part[1] for part in whole), anchor="")

    def paint(self, pen: Pen, x: float, top: float) -> None:
        if self.wash:
            pen.fill(x, top - self.height, self.width, self.height, self.wash)
        if self.anchor:
            pen.anchor(self.anchor, top)
        for cell, offset in zip(self.cells, self.offsets, strict=True):
            cell.paint(pen, x + offset, top - self.above)
        if self.line:
            pen.rule(x, top - self.height, self.width, self.line, self.thickness)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head that is repeated on each page, or gives way to another where the table goes on. The head never
    stands alone.
    """

    head: Row | None
    rows: tuple[Row, ...]
    again: Row | None = None  # the head of what is carried over
    tall: float = field(default=240)  # a row higher than this may be cut; others move to the next page whole

    @property
    def height(self) -> float:
        return self._head_height + sum(row.height for row in self.rows)

    @property
    def _head_height(self) -> float:
        return self.head.height if self.head else 0

    @property
    def least(self) -> float:
        if not self.rows:
            return self._head_height
        first = self.rows[0]
        if first.height > self.tall:
            return self._head_height + first.least
        # Of three low rows none may be left alone, neither here nor there.
        together = len(self.rows) if len(self.rows) <= _FEW_ROWS else 2
        return self._head_height + sum(row.height for row in self.rows[: together if self._starts_low else 1])

    @property
    def _starts_low(self) -> bool:
        """Whether the first rows are so low that one alone would look lost at the foot of a page."""
        return len(self.rows) > 1 and all(row.height < _LOW_ROW for row in self.rows[:2])

    def _would_be_lone(self, number: int) -> bool:
        """Whether the row from which on the table is carried over would be alone there, and the one before can come."""
        is_last = number == len(self.rows) - 1 and self.rows[number].height <= self.tall
        return is_last and number - 1 > self._starts_low and self.rows[number - 1].height < 2 * _LOW_ROW

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        room -= self._head_height
        for number, row in enumerate(self.rows):
            if row.height <= room:
                room -= row.height
                continue
            parts = row.cut(room) if row.height > self.tall else None
            if parts is not None:
                before, after = (*self.rows[:number], parts[0]), (parts[1], *self.rows[number + 1 :])
            elif number > self._starts_low:
                number -= self._would_be_lone(number)
                before, after = self.rows[:number], self.rows[number:]
            else:
                return None
            return replace(self, rows=before), replace(self, rows=after, head=self.again or self.head)
        return None

    def paint(self, pen: Pen, x: float, top: float) -> None:
        for row in (self.head, *self.rows) if self.head else self.rows:
            row.paint(pen, x, top)
            top -= row.height


def head_row(cells: tuple[Stack, ...], offsets: tuple[float, ...], width: float) -> Row:
    """Return a table's head: labels over a line in the accent colour."""
    return Row(cells, offsets, width, above=4, below=4, line=ACCENT, thickness=0.9)
