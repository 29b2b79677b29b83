"""Shows one page: fitted, at full width, or in steps of zoom; moved with the mouse."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar, QWidget

from walletcase.ui.evidence.fitting import READABLE_PX, STEPS, Fitting, Zoom, next_step
from walletcase.ui.look.theme import Theme
from walletcase.ui.look.tokens import RADIUS_SMALL
from walletcase.ui.shell.i18n import translate

_SETTLE_MS = 120
_OFF, _ON = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAlwaysOn
_NEEDED = Qt.ScrollBarPolicy.ScrollBarAsNeeded
# (across, down). Never "as needed" where the fit depends on the room left by the bar: it would come and go for ever.
# (READ is bound by the width only when the page is so high that the bar is needed anyway.)
_BARS = {Zoom.READ: (_OFF, _NEEDED), Zoom.FIT: (_OFF, _OFF), Zoom.WIDTH: (_OFF, _ON), Zoom.FREE: (_NEEDED, _NEEDED)}


class Canvas(QAbstractScrollArea):
    """``width_wanted`` carries the device pixels a sharp page needs; ``paged`` +1 or -1."""

    width_wanted = Signal(int)
    zoomed = Signal()
    paged = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pixmap = QPixmap()
        self._fitting = Fitting(readable_px=theme.px(READABLE_PX))
        self._grip: QPoint | None = None
        self._wanted = 0
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self._want_sharp)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("Evidence", "Picture of the exhibit"))
        self.setMinimumHeight(120)
        self._show_bars()

    def open(self, natural: QSizeF, *, may_grow: bool, preview: QPixmap | None = None) -> None:
        """Make room for another page. ``natural`` is its size at 100 %; ``may_grow``: fitting may enlarge it.

        ``preview`` is shown until the page comes.
        """
        self._fitting.natural = natural
        self._fitting.may_grow = may_grow
        self._pixmap = preview or QPixmap()
        self._wanted = 0
        self._place()
        self.verticalScrollBar().setValue(0)
        self._want_sharp()

    def show_pixmap(self, pixmap: QPixmap) -> None:
        """Show the page's pixels, in whatever resolution they come."""
        self._pixmap = pixmap
        if pixmap.width() > 0 and pixmap.height() > 0:
            natural = self._fitting.natural
            height = natural.width() * pixmap.height() / pixmap.width()
            if abs(height - natural.height()) > 0.01 * height:
                self._fitting.natural = QSizeF(natural.width(), height)
                self._place()
                self._settling.start()
        self.viewport().update()

    @property
    def zoom(self) -> Zoom:
        """How the page is fitted."""
        return self._fitting.zoom

    @property
    def scale(self) -> float:
        """The zoom in force: 1.0 is 100 %."""
        return self._fitting.scale(self.viewport().size())

    def fit(self, zoom: Zoom) -> None:
        """Fit the page to the room or to its width."""
        self._set(zoom, self.scale, self.viewport().rect().center())

    def set_scale(self, scale: float, around: QPoint | None = None) -> None:
        """Zoom to a scale, keeping what is at ``around`` (default: the middle) where it is."""
        bounded = min(max(scale, STEPS[0]), STEPS[-1])
        self._set(Zoom.FREE, bounded, around or self.viewport().rect().center())

    def step(self, direction: int, around: QPoint | None = None) -> None:
        """Zoom one step in (+1) or out (-1)."""
        self.set_scale(next_step(self.scale, direction), around)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page on its ground."""
        painter, area = QPainter(self.viewport()), self.viewport().rect()
        colours = self._theme.colours
        painter.fillRect(area, QColor(colours.surface))
        _round(painter, area, QPen(QColor(colours.raised)), QColor(colours.raised))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        page = self._page()
        painter.fillRect(page.translated(0, 2), QColor(colours.border))
        painter.fillRect(page, QColor("white"))
        if not self._pixmap.isNull():
            painter.drawPixmap(page, self._pixmap, QRectF(self._pixmap.rect()))
        painter.setPen(QColor(colours.border))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(page)
        if self.hasFocus():
            _round(painter, area, QPen(QColor(colours.focus), 2), QColor(Qt.GlobalColor.transparent))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        self._place()
        self._settling.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """+ and - zoom, 0 fits, PgUp and PgDn turn pages; the arrow keys move the page."""
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.step(1)
        elif key == Qt.Key.Key_Minus:
            self.step(-1)
        elif key == Qt.Key.Key_0:
            self.fit(Zoom.FIT)
        elif key == Qt.Key.Key_PageDown:
            self.paged.emit(1)
        elif key == Qt.Key.Key_PageUp:
            self.paged.emit(-1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else move."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step(1 if event.angleDelta().y() > 0 else -1, event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the page."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position().toPoint()
            self._show_hand()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the page with the mouse."""
        if self._grip is None:
            return
        moved = event.position().toPoint() - self._grip
        self._grip = event.position().toPoint()
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the page."""
        self._grip = None
        self._show_hand()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Change between the whole page and 100 %."""
        if self.zoom in (Zoom.READ, Zoom.FIT):
            self.set_scale(1.0, event.position().toPoint())
        else:
            self.fit(Zoom.FIT)

    def _set(self, zoom: Zoom, scale: float, around: QPoint) -> None:
        page = self._page()
        spot = (QPointF(around) - page.topLeft()) / max(page.width(), 1)
        self._fitting.zoom, self._fitting.free_scale = zoom, scale
        self._show_bars()
        self._place()
        after = self._page()
        shift = after.topLeft() + spot * after.width() - QPointF(around)
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + round(shift.x()))
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(shift.y()))
        self.viewport().update()
        self.zoomed.emit()
        self._settling.start()

    def _show_bars(self) -> None:
        across, down = _BARS[self.zoom]
        self.setHorizontalScrollBarPolicy(across)
        self.setVerticalScrollBarPolicy(down)

    def _page(self) -> QRectF:
        """Return where the page lies in the viewport."""
        moved = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return self._fitting.page(self.viewport().size(), moved)

    def _place(self) -> None:
        room = self.viewport().size()
        stretch = self._fitting.stretch(room)
        _stretch(self.horizontalScrollBar(), stretch.width(), room.width())
        _stretch(self.verticalScrollBar(), stretch.height(), room.height())
        self._show_hand()
        self.viewport().update()
        self.zoomed.emit()

    def _show_hand(self) -> None:
        movable = self.horizontalScrollBar().maximum() > 0 or self.verticalScrollBar().maximum() > 0
        held = Qt.CursorShape.ClosedHandCursor if self._grip is not None else Qt.CursorShape.OpenHandCursor
        self.viewport().setCursor(held if movable else Qt.CursorShape.ArrowCursor)

    def _upright_width(self) -> float:
        """How wide the page is at 100 %, as its file has it."""
        return self._fitting.natural.width()

    def sharp_px(self, natural: QSizeF, *, may_grow: bool) -> int:
        """Return the device pixels across that a page of this size would need once it is opened here."""
        fitting = replace(self._fitting, natural=natural, may_grow=may_grow, zoom=Zoom.READ)
        return _device_px(self, natural.width() * fitting.scale(self.viewport().size()))

    def _want_sharp(self) -> None:
        wanted = _device_px(self, self._upright_width() * self.scale)
        if wanted != self._wanted:
            self._wanted = wanted
            self.width_wanted.emit(wanted)


def _stretch(bar: QScrollBar, most: int, shown: int) -> None:
    bar.setPageStep(shown)
    bar.setSingleStep(40)
    bar.setRange(0, most)


def _device_px(widget: QWidget, width: float) -> int:
    return max(1, round(width * widget.devicePixelRatioF()))


def _round(painter: QPainter, area: QRect, edge: QPen, fill: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(edge)
    painter.setBrush(fill)
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), RADIUS_SMALL, RADIUS_SMALL)
    painter.restore()
