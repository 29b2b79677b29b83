"""Icons of one family (Lucide), drawn in any colour of the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from walletcase.infra import resources

_SIZES = (16, 20, 24, 32, 48)


@cache
def icon(name: str, colour: str) -> QIcon:
    """Return an icon by its file name in resources/icons, in a colour like "#0F5C5A". Raises FileNotFoundError."""
    made = QIcon()
    for size in _SIZES:
        for ratio in (1, 2):
            pixmap = draw(name, colour, size * ratio)
            pixmap.setDevicePixelRatio(ratio)
            made.addPixmap(pixmap)
    return made


@cache
def draw(name: str, colour: str, size_px: int) -> QPixmap:
    """Return an icon as a square pixmap of device pixels."""
    return draw_sized(f"icons/{name}.svg", colour, QSize(size_px, size_px))


def draw_sized(file: str, colour: str, size: QSize) -> QPixmap:
    """Return a drawing of resources/ in its own proportions inside ``size`` (device pixels)."""
    svg = resources.path(*file.split("/")).read_bytes().replace(b"currentColor", colour.encode("ascii"))
    renderer = QSvgRenderer(QByteArray(svg))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return pixmap


def app_icon() -> QIcon:
    """Return the program's own icon."""
    made = QIcon()
    for size in (16, 32, 48, 64, 128, 256):
        made.addPixmap(draw_sized("icons/app.svg", "#0F5C5A", QSize(size, size)))
    return made
