"""Whether a PNG or JPEG is all there, told from its structure without decoding a pixel (no Pillow here)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from typing import Final

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# In the entropy-coded part 0xFF is followed by 0x00 or a restart marker; anything else ends it (ITU T.81, B.1.1.5).
_SCAN_END: Final = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
_SOS, _EOI = 0xDA, 0xD9


def is_whole(media_type: str, data: bytes) -> bool:
    """Whether ``data`` is a complete PNG or JPEG by its chunks or markers; False for every other type.

    False is a doubt, not a verdict: whoever asks may still try to decode it.
    """
    check = _CHECKS.get(media_type)
    return check is not None and check(data)


def png_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels that a PNG says it has, or None if it is no PNG that ends as one should."""
    if not data.startswith(_PNG_SIGNATURE) or data[12:16] != b"IHDR" or data[-8:-4] != b"IEND":
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _png_is_whole(data: bytes) -> bool:
    view, at = memoryview(data), len(_PNG_SIGNATURE)
    has_pixels = False
    while at + 12 <= len(view):
        length, kind = int.from_bytes(view[at : at + 4], "big"), bytes(view[at + 4 : at + 8])
        end = at + 8 + length
        if int.from_bytes(view[end : end + 4], "big") != zlib.crc32(view[at + 4 : end]) or end + 4 > len(view):
            return False
        if kind == b"IEND":
            return has_pixels
        has_pixels = has_pixels or kind == b"IDAT"
        at = end + 4
    return False


def _jpeg_is_whole(data: bytes) -> bool:
    at, has_scan = 2, False
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte before the marker
            at += 1
            continue
        if marker == _EOI:
            return has_scan
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == _SOS:
            has_scan = True
            found = _SCAN_END.search(data, at)
            if found is None:
                return False
            at = found.end() - 2
    return has_scan and data[at : at + 2] == bytes((0xFF, _EOI))


_CHECKS: Final[dict[str, Callable[[bytes], bool]]] = {"image/png": _png_is_whole, "image/jpeg": _jpeg_is_whole}
CHECKED_TYPES: Final = frozenset(_CHECKS)
