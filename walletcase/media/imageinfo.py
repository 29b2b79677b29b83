"""The size of a PNG, told from its structure without decoding a pixel (no Pillow here)."""

from __future__ import annotations

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def png_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels that a PNG says it has, or None if it is no PNG that ends as one should."""
    if not data.startswith(_PNG_SIGNATURE) or data[12:16] != b"IHDR" or data[-8:-4] != b"IEND":
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
