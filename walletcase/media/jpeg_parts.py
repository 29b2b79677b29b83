"""The parts of a JPEG by its segments (ISO 10918-1, annex B). Bytes only, nothing is decoded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_APPS: Final = range(0xE0, 0xF0)
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
_NEEDED_APPS: Final = frozenset({0xE0, 0xEE})  # JFIF; Adobe, which says how colours are coded
_JFIF_BYTES: Final = 14


@dataclass(frozen=True, slots=True)
class Part:
    """``code`` is the marker's second byte; ``body`` all bytes of the part, its marker included."""

    code: int
    body: bytes


def parts(content: bytes) -> Iterator[Part]:
    """Yield the segments; a scan comes with its pixels; what stands after the end is one part of code 0.

    Raises ValueError where the bytes are no JPEG.
    """
    if content[:2] != b"\xff\xd8":
        raise ValueError("no JPEG")
    at = 2
    yield Part(_START, content[:2])
    while at < len(content):
        if content[at] != 0xFF or at + 1 >= len(content):
            raise ValueError("no marker")
        code, start = content[at + 1], at
        if code == 0xFF:  # fill byte
            at += 1
            continue
        at += 2
        if code not in _ALONE and code != _END:
            length = int.from_bytes(content[at : at + 2], "big")
            if length < 2 or at + length > len(content):
                raise ValueError("cut off")
            at += length
        if code == _SCAN:
            at = _scan_end(content, at)
        yield Part(code, content[start:at])
        if code == _END:
            if at < len(content):
                yield Part(0, content[at:])
            return


def pixels_only(content: bytes) -> bytes:
    """Return the JPEG without what it says beside its pixels, and without thumbnails. Raises ValueError."""
    return b"".join(part.body for part in parts(content) if not is_extra(part))


def is_extra(part: Part) -> bool:
    """Whether a part says something beside the pixels."""
    if part.code in _APPS:
        is_plain = part.code in _NEEDED_APPS and (part.code == 0xEE or len(part.body) <= 4 + _JFIF_BYTES)
        return not is_plain
    return part.code in (_COMMENT, 0)


def _scan_end(content: bytes, at: int) -> int:
    """Where the next marker stands that ends the pixels of a scan."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            return len(content)
        following = content[at + 1]
        if following and following not in _ALONE and following != 0xFF:
            return at
        at += 1 if following == 0xFF else 2
