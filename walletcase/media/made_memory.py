"""What a child made of files for a dossier, kept while the app runs: a dossier is made again with every option that
changes, and the child is slow to start and slower to read a large PDF.
"""

from __future__ import annotations

import hashlib
import shutil
import threading
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from walletcase.media.previewer import TEXT_LIMIT
from walletcase.media.row_memory import MeasuringPreviewer, RowMemory

MOST_BYTES: Final = 256 << 20


class MadeMemory:
    """Files by what they were made of, in a folder that goes with the app. Files of a vault never change under their
    names, so nothing that is kept grows old. Safe from any thread.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sizes: OrderedDict[str, int] = OrderedDict()
        self._guard = threading.Lock()

    def take(self, key: tuple[object, ...], use: Callable[[Path], object]) -> bool:
        """Let ``use`` read what is kept; return whether there is any."""
        name = _name(key)
        with self._guard:
            if name not in self._sizes:
                return False
            self._sizes.move_to_end(name)
            use(self._folder / name)
        return True

    def keep(self, key: tuple[object, ...], write: Callable[[Path], object]) -> None:
        """Let ``write`` make a file that is kept; what was not asked for longest goes. A full disk keeps nothing."""
        path = self._folder / _name(key)
        with self._guard, suppress(OSError):
            self._folder.mkdir(mode=0o700, exist_ok=True)
            try:
                write(path)
            except OSError:
                path.unlink(missing_ok=True)
                raise
            self._sizes[path.name] = path.stat().st_size
            while sum(self._sizes.values()) > MOST_BYTES:
                name, _ = self._sizes.popitem(last=False)
                (self._folder / name).unlink(missing_ok=True)

    def close(self) -> None:
        """Remove all."""
        with self._guard:
            self._sizes.clear()
            shutil.rmtree(self._folder, ignore_errors=True)


class RememberingPreviewer(MeasuringPreviewer):
    """A previewer that asks memories first for what a dossier needs; no process is started for what they hold."""

    def __init__(self, rows: RowMemory, made: MadeMemory) -> None:
        """No process is started yet."""
        super().__init__(rows)
        self._made = made

    def carry(self, path: Path, out: Path) -> str:
        """As Previewer.carry."""
        key = ("carry", path)
        if self._made.take(key, lambda kept: shutil.copyfile(kept, out)):
            return ""
        fault = super().carry(path, out)
        if not fault:
            self._made.keep(key, lambda kept: shutil.copyfile(out, kept))
        return fault

    def flatten(self, path: Path, media_type: str, page_no: int = 0) -> bytes | None:
        """As Previewer.flatten."""
        found: list[bytes] = []
        key = ("flatten", path, page_no)
        if self._made.take(key, lambda kept: found.append(kept.read_bytes())):
            return found[0]
        made = super().flatten(path, media_type, page_no)
        if made is not None:
            self._made.keep(key, lambda kept: kept.write_bytes(made))
        return made

    def text(self, path: Path, media_type: str, limit: int = TEXT_LIMIT) -> str | None:
        """As Previewer.text."""
        found: list[str] = []
        key = ("text", path, media_type, limit)
        if self._made.take(key, lambda kept: found.append(kept.read_bytes().decode("utf-8", "surrogatepass"))):
            return found[0]
        made = super().text(path, media_type, limit)
        if made is not None:
            self._made.keep(key, lambda kept: kept.write_bytes(made.encode("utf-8", "surrogatepass")))
        return made


def _name(key: tuple[object, ...]) -> str:
    return hashlib.sha256(repr(key).encode()).hexdigest()
