"""The app's own log: a small file in the data folder, without what the person typed."""

from __future__ import annotations

import logging
import os
from logging.handlers import RotatingFileHandler
from pathlib import Path

_LIMIT_BYTES = 512 * 1024


def start(folder: Path) -> None:
    """Log warnings and errors into ``folder``, readable by its owner only; a folder that can't be written is let be."""
    file = folder / "walletcase.log"
    try:
        os.close(os.open(file, os.O_CREAT | os.O_WRONLY, 0o600))
        handler = RotatingFileHandler(file, maxBytes=_LIMIT_BYTES, backupCount=1, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("walletcase")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
