"""A picture ready for a PDF: its stored bytes as they are, and what the PDF must say about them."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from pathlib import Path

MOST_PIXELS = 300_000_000  # phones take 200 megapixels; beyond that no reader of PDFs copes

_ICC_SPACES = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4}
_ICC_CLASSES = (b"mntr", b"scnr", b"prtr", b"spac")


class Unfit(Exception):  # noqa: N818 - a fact about the file
    """The file's bytes can't go into a PDF as they are: re-encode it or say why it has no page."""


@dataclass(frozen=True, slots=True)
class FileRange:
    """Bytes of a file, read when the dossier is written."""

    path: Path
    offset: int
    length: int


Chunk = bytes | FileRange


@dataclass(frozen=True, slots=True)
class Picture:
    """An image as it goes into the PDF. ``orientation`` is EXIF's 1 to 8; width and height are before turning.

    ``entries`` are the image dictionary's own lines; ``colour`` its colour space, in which "%ICC%" stands for the
    profile ``icc``.
    """

    width: int
    height: int
    chunks: tuple[Chunk, ...]
    entries: bytes
    colour: bytes
    icc: bytes = b""
    orientation: int = 1
    icc_parts: int = field(default=3)

    @property
    def shown_size(self) -> tuple[int, int]:
        """Width and height as seen upright, in pixels."""
        return (self.height, self.width) if self.orientation >= 5 else (self.width, self.height)

    @property
    def length(self) -> int:
        """Bytes of the stored stream."""
        return sum(len(c) if isinstance(c, bytes) else c.length for c in self.chunks)


def usable_profile(profile: bytes, parts: int) -> bytes:
    """Return an ICC profile if it is sound and for ``parts`` colour components, else b""."""
    sound = (
        len(profile) >= 128
        and int.from_bytes(profile[:4], "big") == len(profile)
        and profile[36:40] == b"acsp"
        and profile[12:16] in _ICC_CLASSES
        and _ICC_SPACES.get(profile[16:20]) == parts
    )
    return profile if sound else b""


def unpacked(data: bytes, most_bytes: int) -> bytes:
    """Return inflated data, b"" if it is broken or would be larger than ``most_bytes``."""
    engine = zlib.decompressobj()
    try:
        out = engine.decompress(data, most_bytes)
    except zlib.error:
        return b""
    return out if engine.eof else b""


def check_size(width: int, height: int) -> None:
    """Raise Unfit for a picture without pixels or with too many."""
    if width < 1 or height < 1 or width * height > MOST_PIXELS:
        raise Unfit("size")
