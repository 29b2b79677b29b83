"""Which media types get which kind of preview. Anything not named here is kept and listed without one."""

from __future__ import annotations

from typing import Final

PDF: Final = "application/pdf"
EMPTY: Final = "application/x-empty"
UNKNOWN: Final = "application/octet-stream"
PLAIN_TEXT: Final = "text/plain"
SVG: Final = "image/svg+xml"

# Decoded to pixels, in the child process only.
PICTURES: Final = frozenset(
    {
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/bmp",
        "image/tiff",
        "image/webp",
        "image/heic",
        "image/avif",
        "image/jp2",
        "image/x-icon",
    }
)

# Shown as their source. SVG, HTML and XML are among them on purpose: rendering them could run or fetch something.
TEXTS: Final = frozenset(
    {
        PLAIN_TEXT,
        "text/csv",
        "text/html",
        "text/xml",
        "text/markdown",
        "text/calendar",
        "text/vcard",
        "text/rtf",
        "message/rfc822",
        "application/json",
        SVG,
    }
)


def is_picture(media_type: str) -> bool:
    """Whether pixels can be had of it (SVG is text here, never a picture)."""
    return media_type in PICTURES


def is_text(media_type: str) -> bool:
    """Whether its characters can be shown."""
    return media_type in TEXTS
