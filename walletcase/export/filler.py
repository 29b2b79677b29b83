"""Fills pages with pieces, in one pass: page numbers are drawn once every page is laid out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from walletcase.export.pen import Draw
from walletcase.export.pieces import Piece, Table
from walletcase.export.style import BOTTOM, PAGE_H, PAGE_W, SIDE, TOP

LEAST_PART = 0.2 * PAGE_H  # less of a part than this at the foot of a page looks like an afterthought


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece at its place on a page."""

    piece: Piece
    x: float
    top: float
    anchor: str = ""


@dataclass
class Page:
    """One page laid out. ``section`` names what the running head says."""

    section: str
    width: float = PAGE_W
    height: float = PAGE_H
    side: float = SIDE
    placed: list[Placed] = field(default_factory=list)
    draws: list[Draw] = field(default_factory=list)
    plain: bool = False  # no running head: the cover


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in the contents and the bookmarks. ``level`` 0 is a part of the dossier."""

    title: str
    anchor: str
    level: int
    number: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """The heading of a part that goes on below the one before, if its own beginning fits there too."""

    entry: Entry
    pieces: tuple[Piece, ...]
    gap: float


class Filler:
    """The pages of a document so far. ``check`` is called at each new one and may raise to stop."""

    def __init__(self, check: Callable[[], None] = lambda: None) -> None:
        self._check = check
        self.pages: list[Page] = []
        self.anchors: dict[str, int] = {}
        self.outline: list[Entry] = []
        self._section = ""
        self._top = 0.0
        self._opening: Opening | None = None

    def begin(self, page: Page) -> None:
        """Start a new page."""
        self._check()
        self.pages.append(page)
        self._section = page.section
        self._top = page.height - TOP

    def open(self, opening: Opening) -> None:
        """Place a heading together with the beginning of what is added next: here if there is room, else overleaf."""
        self._opening = opening

    def mark(self, entry: Entry) -> None:
        """Put what comes next into the contents, on the current page."""
        self.outline.append(entry)
        self.anchors[entry.anchor] = len(self.pages)

    def add(self, *pieces: Piece, gap: float = 0, x: float = 0, anchor: str = "") -> None:
        """Place pieces that belong together: all but the last stay on the page where the last one begins."""
        if self._opening:
            opening, self._opening = self._opening, None
            self._open(opening, gap + _least(pieces))
        self._make_room(pieces, gap)
        if not self._at_top:
            self._top -= gap
        if anchor:
            self.anchors[anchor] = len(self.pages)
        for piece in pieces:
            self._place(piece, x, anchor)
            anchor = ""

    @property
    def room(self) -> float:
        """Height left on the page."""
        return self._top - BOTTOM

    @property
    def _at_top(self) -> bool:
        return self._top >= self.pages[-1].height - TOP

    def _open(self, opening: Opening, following: float) -> None:
        heading = opening.gap + sum(piece.height for piece in opening.pieces)
        if not self._at_top and self.room < max(heading + following, LEAST_PART):
            self.begin(Page(opening.entry.title))
        self._section = opening.entry.title  # of the pages after this one
        self.mark(opening.entry)
        self.add(*opening.pieces, gap=opening.gap, anchor=opening.entry.anchor)

    def _make_room(self, pieces: tuple[Piece, ...], gap: float) -> None:
        if gap + _least(pieces) > self.room and not self._at_top:
            self._turn()

    def _turn(self) -> None:
        last = self.pages[-1]
        self.begin(Page(self._section, last.width, last.height))

    def _place(self, piece: Piece, x: float, anchor: str) -> None:
        rest: Piece | None = piece
        while rest is not None:
            part, rest = self._fit(rest)
            if part is None:
                self._turn()
                continue
            self.pages[-1].placed.append(Placed(part, SIDE + x, self._top, anchor))
            self._mark_rows(part)
            self._top -= part.height
            anchor = ""
            if rest is not None:
                self._turn()

    def _mark_rows(self, piece: Piece) -> None:
        if isinstance(piece, Table):
            self.anchors.update({row.anchor: len(self.pages) for row in piece.rows if row.anchor})

    def _fit(self, piece: Piece) -> tuple[Piece | None, Piece | None]:
        if piece.height <= self.room:
            return piece, None
        parts = piece.cut(self.room)
        if parts is not None:
            return parts
        return (piece, None) if self._at_top else (None, piece)  # too high for any page: better overhanging than lost


def _least(pieces: tuple[Piece, ...]) -> float:
    """The least height that pieces which belong together take on one page."""
    return sum(piece.height for piece in pieces[:-1]) + pieces[-1].least
