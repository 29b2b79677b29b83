"""The app's own log: a small file in the data folder, without what the person typed."""

from __future__ import annotations

import logging
import os
from logging.handlers import RotatingFileHandler
from pathlib import Path

_LIMIT_BYTES = 512 * 1024


def file(folder: Path) -> Path:
    """Return the log file of a log folder."""
    return folder / "walletcase.log"


def start(folder: Path) -> None:
    """Log warnings and errors into ``folder``, readable by its owner only; one that can't be written gets no log."""
    log = file(folder)
    try:
        os.close(os.open(log, os.O_CREAT | os.O_WRONLY, 0o600))
        handler = RotatingFileHandler(log, maxBytes=_LIMIT_BYTES, backupCount=1, encoding="utf-8", delay=True)
    except OSError:
        logging.getLogger("walletcase").addHandler(logging.NullHandler())
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("walletcase")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
