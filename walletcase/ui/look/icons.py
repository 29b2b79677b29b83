"""Icons of one family (Lucide), drawn in any colour of the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from walletcase.infra import resources


class _Drawn(QIconEngine):
    """Draws in the size that is asked for, when it is asked for: a menu has more icons than anybody looks at."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def clone(self) -> QIconEngine:
        """Return another of the same."""
        return _Drawn(self._name, self._colour)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint the icon in the middle of ``rect``."""
        side = min(rect.width(), rect.height())
        ratio = painter.device().devicePixelRatio()
        area = QRect(0, 0, side, side)
        area.moveCenter(rect.center())
        painter.drawPixmap(area, self._pixmap(round(side * ratio), mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as a pixmap of device pixels."""
        return self._pixmap(min(size.width(), size.height()), mode)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """Return the icon as a pixmap, sharp on a screen of this scale."""
        made = self._pixmap(round(min(size.width(), size.height()) * scale), mode).copy()
        made.setDevicePixelRatio(scale)
        return made

    def _pixmap(self, side_px: int, mode: QIcon.Mode) -> QPixmap:
        colour = self._colour
        if mode is QIcon.Mode.Disabled:  # as the text beside it: white on a primary button would be gone
            colour = QApplication.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name()
        return draw(self._name, colour, max(1, side_px))


@cache
def icon(name: str, colour: str) -> QIcon:
    """Return an icon by its file name in resources/icons, in a colour like "#0F5C5A". Raises FileNotFoundError."""
    resources.path("icons", f"{name}.svg").stat()
    return QIcon(_Drawn(name, colour))


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
