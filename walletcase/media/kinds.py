"""Which media types get which kind of preview. Anything not named here is kept and listed without one."""

from __future__ import annotations

from typing import Final

PDF: Final = "application/pdf"
EMPTY: Final = "application/x-empty"
UNKNOWN: Final = "application/octet-stream"
PLAIN_TEXT: Final = "text/plain"
SVG: Final = "image/svg+xml"
MAIL: Final = "message/rfc822"
ZIP: Final = "application/zip"
_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
DOCUMENT: Final = f"{_OFFICE}wordprocessingml.document"
SHEETS: Final = f"{_OFFICE}spreadsheetml.sheet"
SLIDES: Final = f"{_OFFICE}presentationml.presentation"

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
        "application/json",
        SVG,
    }
)

# Decoded to sound, in the child process only; the rest of what sounds is played by the system's player.
SOUNDS: Final = frozenset({"audio/mpeg", "audio/wav", "audio/flac", "audio/ogg"})

# Their characters are inside a structure that has to be read, in the child process only.
OFFICE: Final = frozenset({DOCUMENT, SHEETS, SLIDES})
# Other files are inside them.
HOLDERS: Final = frozenset({MAIL, ZIP})


def is_picture(media_type: str) -> bool:
    """Whether pixels can be had of it (SVG is text here, never a picture)."""
    return media_type in PICTURES


def is_text(media_type: str) -> bool:
    """Whether its characters can be shown."""
    return media_type in TEXTS or is_structured(media_type)


def is_structured(media_type: str) -> bool:
    """Whether its characters are those of an e-mail, an office document or a list of what is inside."""
    return media_type in OFFICE or media_type in HOLDERS


def is_holder(media_type: str) -> bool:
    """Whether other files can be taken out of it."""
    return media_type in HOLDERS


def is_playable(media_type: str) -> bool:
    """Whether it is sound or film: it has a duration, and the system's player plays it."""
    return media_type.startswith(("audio/", "video/"))


def is_sounding(media_type: str) -> bool:
    """Whether its sound can be decoded here."""
    return media_type in SOUNDS
