"""What a drop or the clipboard holds: files first, else pictures, else a kind refusal."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from walletcase.ui.shell.i18n import translate

# Raw pictures on a clipboard, best first, and how each begins: a label alone is not believed.
_RAW = (
    ("image/png", b"\x89PNG"),
    ("image/jpeg", b"\xff\xd8\xff"),
    ("image/webp", b"RIFF"),
    ("image/gif", b"GIF8"),
    ("image/tiff", b"II*\x00"),
    ("image/tiff", b"MM\x00*"),
    ("image/bmp", b"BM"),
)
_ENDINGS = {"image/jpeg": "jpg"}
# Copied from a document, pictures stand inside its HTML. An address there is never followed, on this computer or off.
# Found by their mark and not by one pattern for all: millions of letters are passed over at once.
_MARK = ";base64,"
_BEGUN = re.compile(r"""\bsrc=(["'])data:image/[a-z+.-]{1,20}$""", re.IGNORECASE)
_LONGEST_BEGINNING = 48
_MOST_HTML = 64 << 20
_MOST_PICTURES = 100
# A message or chat program promises a file that exists only inside it; Qt is given no path.
_PROMISES = ("FileGroupDescriptor", "file-promise", "FilePromise")


@dataclass(frozen=True, slots=True)
class Taken:
    """``pictures`` are bytes as they came, or images still to be written as PNG. Else ``refusal`` says why not."""

    paths: tuple[Path, ...] = ()
    pictures: tuple[bytes | QImage, ...] = ()
    refusal: str = ""


def may_hold_evidence(mime: QMimeData) -> bool:
    """Whether it is worth letting something fall here; texts belong to fields."""
    return mime.hasUrls() or mime.hasImage() or any(mime.hasFormat(kind) for kind, _ in _RAW) or _is_promise(mime)


def take(mime: QMimeData) -> Taken:
    """Return what to add: the files in their order, else the pictures."""
    paths = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile() and url.toLocalFile())
    if paths:
        return Taken(paths=paths)
    inside = _inside_html(mime)
    if len(inside) > 1:  # a single one is there as a picture too, and better
        return Taken(pictures=inside)
    for kind, start in _RAW:
        raw = bytes(mime.data(kind).data()) if mime.hasFormat(kind) else b""
        if raw.startswith(start):
            return Taken(pictures=(raw,))
    image = mime.imageData() if mime.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return Taken(pictures=(image,))
    return Taken(pictures=inside) if inside else Taken(refusal=_refusal(mime))


def ending_of(picture: bytes | QImage) -> str:
    """Return what the name of a file with this picture ends in."""
    if isinstance(picture, QImage):
        return "png"
    kind = next((kind for kind, start in _RAW if picture.startswith(start)), "image/png")
    return _ENDINGS.get(kind, kind.removeprefix("image/"))


def _inside_html(mime: QMimeData) -> tuple[bytes, ...]:
    html = mime.html() if mime.hasHtml() else ""
    found: list[bytes] = []
    at = html.find(_MARK) if len(html) <= _MOST_HTML else -1
    while at >= 0 and len(found) < _MOST_PICTURES:
        begun = _BEGUN.search(html, max(0, at - _LONGEST_BEGINNING), at)
        end = html.find(begun[1], at) if begun else -1
        if end > at:
            found += _picture(html[at + len(_MARK) : end])
        at = html.find(_MARK, max(end, at + 1))
    return tuple(found)


def _picture(text: str) -> list[bytes]:
    try:
        content = base64.b64decode(text)  # leaves line breaks out by itself
    except (binascii.Error, ValueError):
        return []
    return [content] if any(content.startswith(start) for _, start in _RAW) else []


def _is_promise(mime: QMimeData) -> bool:
    return any(mark in name for name in mime.formats() for mark in _PROMISES)


def _refusal(mime: QMimeData) -> str:
    if _is_promise(mime):
        return translate("Evidence", "Drag the attachment to the desktop first, then from there into the case.")
    if mime.hasUrls() or mime.hasHtml():
        return translate("Evidence", "This comes from a web page. Save the picture first, then add the file.")
    return translate("Evidence", "There is no picture and no file to paste. Take a screenshot or copy a file first.")
