"""Measured rows of pictures, kept while the app runs: a dossier is made again with every option that changes.

Not on disk: to measure a long screenshot takes about as long as to read what would be kept of it.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from pathlib import Path
from typing import Final

from walletcase.domain.picture_rows import PictureRows
from walletcase.media.previewer import Previewer

MOST_BYTES: Final = 32 << 20
_Key = tuple[str, int, int]  # path, page, width


class RowMemory:
    """Rows by file; files must not change under their names (those of a vault never do). Safe from any thread."""

    def __init__(self) -> None:
        self._kept: OrderedDict[_Key, PictureRows] = OrderedDict()
        self._guard = threading.Lock()

    def get(self, key: _Key) -> PictureRows | None:
        """Return what is kept."""
        with self._guard:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: _Key, rows: PictureRows) -> None:
        """Keep rows; what was not asked for longest goes."""
        with self._guard:
            self._kept[key] = rows
            while len(self._kept) > 1 and sum(2 * len(one.bins) for one in self._kept.values()) > MOST_BYTES:
                self._kept.popitem(last=False)


class MeasuringPreviewer(Previewer):
    """A previewer that asks a memory first for the rows of a picture."""

    def __init__(self, memory: RowMemory) -> None:
        """No process is started yet."""
        super().__init__()
        self._memory = memory

    def rows(self, path: Path, media_type: str, page_no: int = 0, width_px: int = 0) -> PictureRows | None:
        """As Previewer.rows."""
        key = (str(path), page_no, width_px)
        kept = self._memory.get(key)
        if kept is not None:
            return kept
        made = super().rows(path, media_type, page_no, width_px)
        if made is not None:
            self._memory.keep(key, made)
        return made
