"""The app's own log: a small file in the data folder, without what the person typed."""

from __future__ import annotations

import logging
import os
from io import FileIO, TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

_LIMIT_BYTES = 512 * 1024


def file(folder: Path) -> Path:
    """Return the log file of a log folder."""
    return folder / "walletcase.log"


class _OwnersFile(RotatingFileHandler):
    """Each file it opens, the one after a rotation too, is readable by its owner only."""

    def _open(self) -> TextIOWrapper:
        fd = os.open(self.baseFilename, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        return TextIOWrapper(FileIO(fd, "a"), encoding=self.encoding, write_through=True)


def start(folder: Path) -> None:
    """Log warnings and errors into ``folder``, readable by its owner only; one that can't be written gets no log."""
    try:
        handler = _OwnersFile(file(folder), maxBytes=_LIMIT_BYTES, backupCount=1, encoding="utf-8")
    except OSError:
        logging.getLogger("walletcase").addHandler(logging.NullHandler())
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("walletcase")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
