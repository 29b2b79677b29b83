"""Pages that were drawn, and those that were asked for."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QPixmap

MAX_KEPT = 12


@dataclass
class Drawn:
    """A page as it was drawn, ``width_px`` device pixels wide."""

    pixmap: QPixmap
    width_px: int
    is_old: bool = False  # of the document before
    is_ahead: bool = False  # of the document that is still being made


class DrawnPages:
    """Pages by number, from 0."""

    def __init__(self) -> None:
        self._pages: dict[int, Drawn] = {}
        self._asked: dict[int, int] = {}

    def get(self, number: int) -> Drawn | None:
        """Return a page if it was drawn."""
        return self._pages.get(number)

    def put(self, number: int, drawn: Drawn, middle: int) -> None:
        """Keep a page; those farthest from the ``middle`` one go."""
        self._pages[number] = drawn
        for far in sorted(self._pages, key=lambda n: abs(n - middle))[MAX_KEPT:]:
            del self._pages[far]

    def grow_old(self, *, keep: bool) -> None:
        """Another document takes the place of the one that was drawn; its pages stay until then if they are kept."""
        self._asked.clear()
        if not keep:
            self._pages.clear()
        for drawn in self._pages.values():
            drawn.is_old, drawn.is_ahead = True, False

    def ask(self, number: int, width_px: int) -> bool:
        """Note that a page is shown; return whether it must be asked for."""
        drawn = self._pages.get(number)
        is_good = drawn is not None and drawn.width_px == width_px and (not drawn.is_old or drawn.is_ahead)
        if is_good or self._asked.get(number) == width_px:
            return False
        self._asked[number] = width_px
        return True

    def answered(self, number: int, width_px: int) -> None:
        """It was drawn, or could not be."""
        if self._asked.get(number) == width_px:
            del self._asked[number]
