"""What a drop or the clipboard holds: files first, else a picture, else a kind refusal."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from walletcase.ui.shell.i18n import translate

_PNG = "image/png"
# A message or chat program promises a file that exists only inside it; Qt is given no path.
_PROMISES = ("FileGroupDescriptor", "file-promise", "FilePromise")


@dataclass(frozen=True, slots=True)
class Taken:
    """``picture`` is PNG bytes as they came, or an image still to be written as PNG. Else ``refusal`` says why not."""

    paths: tuple[Path, ...] = ()
    picture: bytes | QImage | None = None
    refusal: str = ""


def may_hold_evidence(mime: QMimeData) -> bool:
    """Whether it is worth letting something fall here; texts belong to fields."""
    return mime.hasUrls() or mime.hasImage() or mime.hasFormat(_PNG) or _is_promise(mime)


def take(mime: QMimeData) -> Taken:
    """Return what to add: the files in their order, else the picture."""
    paths = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile() and url.toLocalFile())
    if paths:
        return Taken(paths=paths)
    if mime.hasFormat(_PNG):
        png = bytes(mime.data(_PNG).data())
        if png.startswith(b"\x89PNG"):
            return Taken(picture=png)
    image = mime.imageData() if mime.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return Taken(picture=image)
    return Taken(refusal=_refusal(mime))


def _is_promise(mime: QMimeData) -> bool:
    return any(mark in name for name in mime.formats() for mark in _PROMISES)


def _refusal(mime: QMimeData) -> str:
    if _is_promise(mime):
        return translate("Evidence", "Drag the attachment to the desktop first, then from there into the case.")
    if mime.hasUrls() or mime.hasHtml():
        return translate("Evidence", "This comes from a web page. Save the picture first, then add the file.")
    return translate("Evidence", "There is no picture and no file to paste. Take a screenshot or copy a file first.")
