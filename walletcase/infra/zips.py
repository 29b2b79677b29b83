"""Writes a ZIP archive file by file, without holding any in memory. The same files give the same bytes."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

_BLOCK = 1 << 20
_STORED = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic", ".mp3", ".m4a", ".mp4", ".mov", ".zip", ".pdf"})
_EPOCH = (1980, 1, 1, 0, 0, 0)  # of ZIP: when a file was packed says nothing about it
_MODE = 0o100644 << 16


class ZipFolder:
    """An archive being written. ``hashes`` holds the SHA-256 of each file in it by its name, in order."""

    def __init__(self, out: Path) -> None:
        self.hashes: dict[str, str] = {}
        self._zip = zipfile.ZipFile(out, "w", allowZip64=True)

    def __enter__(self) -> ZipFolder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def add_file(self, name: str, path: Path, check: Callable[[], None]) -> tuple[str, int]:
        """Add a copy of a file; return its SHA-256 and size in bytes. ``check`` may raise to stop. Raises OSError."""
        digest, size = hashlib.sha256(), 0
        with path.open("rb") as source, self._zip.open(_entry(name), "w", force_zip64=True) as target:
            while block := source.read(_BLOCK):
                check()
                digest.update(block)
                target.write(block)
                size += len(block)
        self.hashes[name] = digest.hexdigest()
        return self.hashes[name], size

    def add(self, name: str, content: bytes) -> None:
        """Add a file that is made here."""
        with self._zip.open(_entry(name), "w") as target:
            target.write(content)
        self.hashes[name] = hashlib.sha256(content).hexdigest()


def _entry(name: str) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name, _EPOCH)
    made.external_attr = _MODE
    made.create_system = 3  # whoever writes it: names in UTF-8, modes as above
    packed = Path(name).suffix.lower() in _STORED
    made.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    return made
