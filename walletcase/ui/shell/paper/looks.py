"""Which pages of a document were on the screen from top to bottom."""

from __future__ import annotations

from PySide6.QtCore import QRect

BANDS = 12  # of a page: it was looked at when all of them were on the screen


class Looks:
    """Pages count from 0."""

    def __init__(self) -> None:
        self._bands: dict[int, set[int]] = {}  # of each page, those that were on the screen

    @property
    def pages(self) -> frozenset[int]:
        """Those that were seen whole, if not at once."""
        return frozenset(number for number, bands in self._bands.items() if len(bands) == BANDS)

    def clear(self) -> None:
        """Nobody has looked at anything."""
        self._bands.clear()

    def note(self, number: int, area: QRect, room: int) -> None:
        """A page is drawn at a place of a viewport that is ``room`` pixels high."""
        edges = [area.top() + area.height() * band / BANDS for band in range(BANDS + 1)]
        shown = {band for band in range(BANDS) if edges[band] >= -1 and edges[band + 1] <= room + 1}
        self._bands.setdefault(number, set()).update(shown)

    def next_place(self, count: int) -> tuple[int, float]:
        """Return the first page of so many that was not looked at, and the part of it (0 to 1) that was."""
        number = next((one for one in range(count) if one not in self.pages), 0)
        bands = self._bands.get(number, set())
        return number, next((band for band in range(BANDS) if band not in bands), 0) / BANDS
