"""What every section of the dossier is written with."""

from __future__ import annotations

from dataclasses import dataclass

from walletcase.domain.dossier import Dossier
from walletcase.export.filler import Entry, Filler, Page
from walletcase.export.labels import Labels
from walletcase.export.para import Setter
from walletcase.export.pieces import Piece, Row, Rule, Stack, Text, head_row
from walletcase.export.style import ACCENT, BODY, BODY_W, CELL, HEAD, LABEL, SUBHEAD, Style


@dataclass(frozen=True)
class Desk:
    """The dossier, its words, the type and the pages so far."""

    dossier: Dossier
    labels: Labels
    setter: Setter
    filler: Filler

    def text(self, text: str, style: Style = BODY, width: float = BODY_W, link: str = "") -> Text:
        """Set a text."""
        return self.setter.text(text, style, width, link)

    def part(self, key: str, *, anchor: str = "") -> None:
        """Start a part of the dossier on a new page, with its heading, contents entry and bookmark."""
        title = self.labels(key)
        self.filler.begin(Page(title))
        name = anchor or key
        self.filler.mark(Entry(title, name, 0))
        self.filler.add(self.text(title, HEAD), Rule(BODY_W, 10, ACCENT, 0.9), anchor=name)
        self.filler.add(Stack((_space(8),)))

    def head(self, text: str, *following: Piece, gap: float = 16) -> None:
        """Place a heading with at least the beginning of what follows it."""
        self.filler.add(self.text(text, SUBHEAD), _space(3), *following, gap=gap)

    def labelled(self, label: str, text: str, width: float = BODY_W, *, strong: Style = CELL, link: str = "") -> Row:
        """Return a row with a small label on the left and a text on the right."""
        cells = (
            Stack((_space((strong.leading - LABEL.leading) / 2), self.text(label, LABEL, _LABEL_W - 10))),
            Stack((self.text(text, strong, width - _LABEL_W, link),)),
        )
        return Row(cells, (0, _LABEL_W), width, above=4.2, below=4.2)

    def table_head(self, titles: tuple[str, ...], widths: tuple[float, ...], gutter: float = 8) -> Row:
        """Return a table's head from its columns' labels."""
        cells = tuple(Stack((self.text(t, LABEL, w - gutter),)) for t, w in zip(titles, widths, strict=True))
        return head_row(cells, offsets(widths), sum(widths))


_LABEL_W = 96.0


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
