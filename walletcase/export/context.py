"""What every section of the dossier is written with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from walletcase.domain.dossiers.document import Dossier
from walletcase.export.filler import Entry, Filler, Opening, Page
from walletcase.export.labels import Labels
from walletcase.export.para import Setter
from walletcase.export.pieces import Piece, Row, Rule, Stack, Text, head_row
from walletcase.export.style import ACCENT, BODY, BODY_W, CELL, COLUMN, HEAD, LABEL, SUBHEAD, Style


@dataclass(frozen=True)
class Desk:
    """The dossier, its words, the type and the pages so far. ``check`` raises Cancelled if the person cancelled."""

    dossier: Dossier
    labels: Labels
    setter: Setter
    filler: Filler
    check: Callable[[], None]

    def balanced(self, text: str, style: Style, width: float) -> Text:
        """Set a heading so that its lines are of about the same length."""
        whole = self.text(text, style, width)
        if len(whole.lines) < 2 or "\n" in text:
            return whole
        even = sum(line.width for line in whole.lines) / len(whole.lines)
        tries = (self.text(text, style, min(even + style.size * extra, width)) for extra in (1, 2, 3, 4))
        return next((t for t in tries if len(t.lines) == len(whole.lines)), whole)

    def text(self, text: str, style: Style = BODY, width: float = BODY_W, link: str = "") -> Text:
        """Set a text."""
        self.check()
        return self.setter.text(text, style, width, link)

    def part(self, key: str, *, anchor: str = "", follows: bool = False) -> None:
        """Start a part of the dossier with its heading, contents entry and bookmark.

        It begins a page; one that ``follows`` begins on the page of the part before if what it begins with fits there.
        """
        title = self.labels(key)
        heading = (self.text(title, HEAD), Rule(BODY_W, 10, ACCENT, 0.9), _space(8))
        if not follows or self.filler.pages[-1].plain:
            self.filler.begin(Page(title))
        self.filler.open(Opening(Entry(title, anchor or key, 0), heading, 30))

    def head(self, text: str, *following: Piece, gap: float = 16) -> None:
        """Place a heading with at least the beginning of what follows it."""
        self.filler.add(self.text(text, SUBHEAD), _space(3), *following, gap=gap)

    def labelled(self, label: str, text: str, width: float = BODY_W, *, strong: Style = CELL, link: str = "") -> Row:
        """Return a row with a small label on the left and a text on the right."""
        cells = (
            Stack((_space((strong.leading - LABEL.leading) / 2), self.balanced(label, LABEL, _LABEL_W - 10))),
            Stack((self.text(text, strong, width - _LABEL_W, link),)),
        )
        return Row(cells, (0, _LABEL_W), width, above=4.2, below=4.2)

    def listed(self, label: str, lines: Callable[[float], tuple[Piece, ...]], width: float = BODY_W) -> Row:
        """Return a row with a small label on the left and lines on the right, set to the width they are given."""
        cells = (
            Stack((_space((CELL.leading - LABEL.leading) / 2), self.balanced(label, LABEL, _LABEL_W - 10))),
            Stack(lines(width - _LABEL_W)),
        )
        return Row(cells, (0, _LABEL_W), width, above=4.2, below=4.2)

    def facts(self, pairs: Sequence[tuple[str, str]], width: float = BODY_W) -> list[Row]:
        """Return labelled rows; two short facts that follow each other share one."""
        rows: list[Row] = []
        waiting: tuple[str, str] | None = None
        for pair in pairs:
            if not self._is_short(*pair, width):
                rows += [self.labelled(*waiting, width)] if waiting else []
                rows.append(self.labelled(*pair, width))
                waiting = None
            elif waiting:
                rows.append(_side_by_side(self.labelled(*waiting, width / 2), self.labelled(*pair, width / 2)))
                waiting = None
            else:
                waiting = pair
        return rows + ([self.labelled(*waiting, width)] if waiting else [])

    def _is_short(self, label: str, text: str, width: float) -> bool:
        small = self.balanced(label, LABEL, _LABEL_W - 10)
        return len(small.lines) <= 2 and len(self.text(text, CELL, width / 2 - _LABEL_W - 12).lines) == 1

    def table_head(self, titles: tuple[str, ...], widths: tuple[float, ...], gutter: float = 8) -> Row:
        """Return a table's head from its columns' labels; a label beginning with ">" is set to the right."""
        cells = tuple(Stack((self._column(t, w - gutter),)) for t, w in zip(titles, widths, strict=True))
        return head_row(cells, offsets(widths), sum(widths))


    def _column(self, title: str, width: float) -> Text:
        align = "right" if title.startswith(RIGHT) else "left"
        return self.text(title.removeprefix(RIGHT), COLUMN.but(align=align), width)


_LABEL_W = 96.0
RIGHT = ">"


def _side_by_side(left: Row, right: Row) -> Row:
    """Two rows of the same kind as one."""
    places = (*left.offsets, *(left.width + place for place in right.offsets))
    return Row((*left.cells, *right.cells), places, left.width + right.width, above=left.above, below=left.below)


@dataclass(frozen=True, slots=True)
class Space:
    """Nothing, of a height."""

    height: float

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        """Space is not cut."""
        return None

    def paint(self, pen: object, x: float, top: float) -> None:
        """Draw nothing."""


def _space(height: float) -> Piece:
    return Space(height)


def offsets(widths: tuple[float, ...]) -> tuple[float, ...]:
    """Return where columns of these widths begin."""
    starts = [0.0]
    for width in widths[:-1]:
        starts.append(starts[-1] + width)
    return tuple(starts)


def when(at: str) -> str:
    """Return a time as printed: 2026-11-22 14:05, or the date alone."""
    return at[:16].replace("T", " ")
