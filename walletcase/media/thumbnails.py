"""Thumbnails kept on disk between starts. The folder is disposable: without it they are made again."""

from __future__ import annotations

import os
import re
import tempfile
import threading
from pathlib import Path
from typing import Final

from walletcase.media.imageinfo import png_size
from walletcase.media.previewer import Previewer

_SHA256: Final = re.compile(r"[0-9a-f]{64}")


class ThumbnailCache:
    """Thumbnails by content hash and size. Files are readable by their owner only; safe from any thread."""

    def __init__(self, folder: Path, previewer: Previewer) -> None:
        """``folder`` need not exist; ``previewer`` makes what is missing."""
        self._folder = folder
        self._previewer = previewer
        self._failed: set[str] = set()  # not tried again until the next start: a hanging file costs seconds
        self._failed_guard = threading.Lock()

    def thumbnail(self, sha256: str, path: Path, media_type: str, box_px: int = 256) -> bytes | None:
        """PNG bytes of the file at ``path`` whose hash is ``sha256``, or None if it has no preview.

        Raises ValueError if ``sha256`` is not 64 lower-case hex digits. A full or read-only disk is no fault.
        """
        stored = self._folder / _file_name(sha256, box_px)
        kept = _read_png(stored)
        if kept is not None:
            return kept
        with self._failed_guard:
            if stored.name in self._failed:
                return None
        made = self._previewer.thumbnail(path, media_type, box_px)
        if made is None:
            with self._failed_guard:
                self._failed.add(stored.name)
            return None
        _write(stored, made)
        return made

    def forget(self, sha256: str) -> None:
        """Removes every thumbnail of that file, for when the file itself is deleted for good."""
        _file_name(sha256, 1)
        for stored in self._folder.glob(f"{sha256}-*.png"):
            stored.unlink(missing_ok=True)

    def clear(self) -> None:
        """Removes all thumbnails, and forgets which could not be made."""
        with self._failed_guard:
            self._failed.clear()
        for pattern in ("*.png", "*.part"):
            for stored in self._folder.glob(pattern):
                stored.unlink(missing_ok=True)


def _file_name(sha256: str, box_px: int) -> str:
    if not _SHA256.fullmatch(sha256):
        raise ValueError("not a SHA-256 in lower-case hex")
    return f"{sha256}-{box_px}.png"


def _read_png(stored: Path) -> bytes | None:
    try:
        kept = stored.read_bytes()
    except OSError:
        return None
    return kept if png_size(kept) else None  # a file cut short by a crash is made again


def _write(stored: Path, png: bytes) -> None:
    try:
        stored.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(suffix=".part", dir=stored.parent)  # created 0600
    except OSError:
        return
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(png)
        part.replace(stored)
    except OSError:
        part.unlink(missing_ok=True)
