"""The SHA-256 of a file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

_BLOCK = 1 << 20  # bytes


def sha256_of(path: Path, check: Callable[[], None] = lambda: None) -> str:
    """Return the hex SHA-256 of a file. ``check`` may raise to stop. Raises OSError."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            check()
            digest.update(block)
    return digest.hexdigest()
