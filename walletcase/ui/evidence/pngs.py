"""PNG bytes to picture and back. Both may take a while, so not on the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage


def image_of(png: bytes) -> QImage | None:
    """Return the picture in PNG bytes that our own child process made; None if there is none."""
    image = QImage()
    return image if image.loadFromData(png, "PNG") else None


def png_of(picture: bytes | QImage) -> bytes:
    """Return a picture as PNG bytes; bytes are PNG already."""
    if isinstance(picture, bytes):
        return picture
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
