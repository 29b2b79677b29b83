"""Files that have words or other files inside a structure, each kind by its reader. Child process only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from walletcase.media import archives, mail, office
from walletcase.media.archives import Inside
from walletcase.media.kinds import MAIL, ZIP


def probe(path: Path, media_type: str) -> dict[str, object]:
    """What it says of itself; raises a content fault, Encrypted, or TooLarge for a bomb."""
    if media_type == MAIL:
        return mail.probe(path)
    if media_type == ZIP:
        return {"says": [("holds", str(len(archives.members(path))))]}
    return office.probe(path, media_type)


def preview(path: Path, media_type: str, limit: int) -> str:
    """At most ``limit`` of its characters."""
    if media_type == MAIL:
        return mail.preview(path, limit)
    return archives.preview(path, limit) if media_type == ZIP else office.preview(path, media_type, limit)


def members(path: Path, media_type: str) -> list[Inside]:
    """The files inside."""
    return mail.members(path) if media_type == MAIL else archives.members(path)


def content(path: Path, media_type: str, number: int) -> Iterator[bytes]:
    """One of them, in pieces."""
    return mail.content(path, number) if media_type == MAIL else archives.content(path, number)
