"""The pages of a document, one under the other, drawn as they come into view."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from walletcase.ui.look.theme import Theme
from walletcase.ui.look.tokens import L
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.paper.drawn import Drawn, DrawnPages
from walletcase.ui.shell.paper.looks import Looks

A4_WIDTH_PX = 794  # at 96 dpi: what 100 % means on a screen
A4_RATIO = 297 / 210
STEPS = (0.25, 0.35, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
MAX_DRAWN_PX = 2400


class PageScroll(QAbstractScrollArea):
    """``page_wanted`` carries a page number (from 0) and a width in device pixels; answer by put_page().

    ``moved`` carries the page in the middle (from 1) and the number of pages; ``looked_at`` how many pages were on the
    screen from top to bottom.
    """

    page_wanted = Signal(int, int)
    moved = Signal(int, int)
    looked_at = Signal(int)

    def __init__(self, theme: Theme, name: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._count = 0
        self._zoom: float | None = None  # None fits the width
        self._drawn = DrawnPages()
        self.looks = Looks()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name or translate("Dossier", "Preview of the dossier"))
        self.verticalScrollBar().valueChanged.connect(self._tell)

    def show_document(self, pages: int, *, is_other: bool) -> None:
        """Show a new document; pages of the one before stay until the new ones are drawn, unless it is another case."""
        self._count = pages
        self._drawn.grow_old(keep=not is_other)
        if is_other:
            self.verticalScrollBar().setValue(0)
        self._lay_out()
        self._tell()
        self.viewport().update()

    def put_page(self, number: int, width_px: int, image: QImage) -> None:
        """Take a drawn page."""
        self._drawn.answered(number, width_px)
        if number < self._count and not image.isNull():
            self._drawn.put(number, Drawn(QPixmap.fromImage(image), width_px), self._current())
            self.viewport().update()

    def put_ahead(self, number: int, image: QImage) -> None:
        """Take a page of a document that is still being made, in the place of the one that is shown."""
        if number < self._count and not image.isNull():
            ahead = Drawn(QPixmap.fromImage(image), self.width_px, is_old=True, is_ahead=True)
            self._drawn.put(number, ahead, self._current())
            self.viewport().update()

    @property
    def width_px(self) -> int:
        """How wide a page is drawn, in device pixels."""
        return min(round(self.page_width * self.devicePixelRatioF()), MAX_DRAWN_PX)

    def forget_looks(self) -> None:
        """Nobody has looked at anything of this yet."""
        self.looks.clear()
        self.viewport().update()

    def go_to_unseen(self) -> None:
        """Show the first page that was not looked at, from where that begins."""
        number, part = self.looks.next_place(self._count)
        self.verticalScrollBar().setValue(number * (self._page_height() + L) + int(part * self._page_height()))

    @property
    def page_width(self) -> int:
        """The width of a page on the screen in logical pixels."""
        if self._zoom is None:
            return max(120, self.viewport().width() - 2 * L)
        return round(A4_WIDTH_PX * self._zoom)

    @property
    def percent(self) -> int:
        """How large pages are shown, 100 being their size on paper."""
        return round(100 * self.page_width / A4_WIDTH_PX)

    def fit_width(self) -> None:
        """Make a page as wide as the room for it."""
        self._set_zoom(None)

    def zoom_by(self, direction: int) -> None:
        """Go one step larger (1) or smaller (-1)."""
        now = self.page_width / A4_WIDTH_PX
        larger = next((step for step in STEPS if step > now + 0.01), STEPS[-1])
        smaller = next((step for step in reversed(STEPS) if step < now - 0.01), STEPS[0])
        self._set_zoom(larger if direction > 0 else smaller)

    def page_area(self, number: int) -> QRect:
        """Return where a page (from 0) stands in the viewport."""
        width, height = self.page_width, self._page_height()
        room = self.viewport().width()
        x = (room - width) // 2 if width + 2 * L <= room else L - self.horizontalScrollBar().value()
        return QRect(x, L + number * (height + L) - self.verticalScrollBar().value(), width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in view and ask for what is missing."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self._theme.colours.rail))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        before = len(self.looks.pages)
        for number in self._in_view():
            self._paint_page(painter, number)
            drawn = self._drawn.get(number)
            if drawn is not None and not drawn.is_old:
                self.looks.note(number, self.page_area(number), self.viewport().height())
        if len(self.looks.pages) != before:
            self.looked_at.emit(len(self.looks.pages))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the same place of the document in view."""
        bar = self.verticalScrollBar()
        part = bar.value() / bar.maximum() if bar.maximum() else 0.0
        super().resizeEvent(event)
        self._lay_out()
        bar.setValue(round(part * bar.maximum()))
        self._tell()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and last page; + and - zoom, 0 fits the width."""
        bar = self.verticalScrollBar()
        key = event.key()
        if key == Qt.Key.Key_Home:
            bar.setValue(0)
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(1)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(-1)
        elif key == Qt.Key.Key_0:
            self.fit_width()
        else:
            super().keyPressEvent(event)

    def _page_height(self) -> int:
        return round(self.page_width * A4_RATIO)

    def _set_zoom(self, zoom: float | None) -> None:
        bar = self.verticalScrollBar()
        part = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._zoom = zoom
        self._lay_out()
        bar.setValue(round(part * bar.maximum()))
        self._tell()
        self.viewport().update()

    def _lay_out(self) -> None:
        view = self.viewport().size()
        total = L + self._count * (self._page_height() + L) if self._count else 0
        self.verticalScrollBar().setRange(0, max(0, total - view.height()))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(48)
        self.horizontalScrollBar().setRange(0, max(0, self.page_width + 2 * L - view.width()))
        self.horizontalScrollBar().setPageStep(view.width())

    def _in_view(self) -> range:
        pitch = self._page_height() + L
        top = self.verticalScrollBar().value()
        first = max(0, (top - L) // pitch)
        last = min(self._count - 1, (top + self.viewport().height()) // pitch)
        return range(first, last + 1)

    def _paint_page(self, painter: QPainter, number: int) -> None:
        area = self.page_area(number)
        painter.setPen(Qt.PenStyle.NoPen)
        shade = QColor(0, 0, 0, 12 if not self._theme.dark else 40)
        for spread in (1, 2, 4, 6):
            painter.setBrush(shade)
            painter.drawRoundedRect(QRectF(area).adjusted(-spread, -spread + 2, spread, spread + 2), 3, 3)
        painter.fillRect(area, QColor("#FFFFFF"))
        width_px, drawn = self.width_px, self._drawn.get(number)
        if drawn is not None:
            _paint_inside(painter, area, drawn.pixmap)
        else:
            painter.setPen(QColor("#8A939A"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(number + 1))
        if self._drawn.ask(number, width_px):
            self.page_wanted.emit(number, width_px)

    def _current(self) -> int:
        pitch = self._page_height() + L
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return min(max(0, (middle - L // 2) // pitch), max(0, self._count - 1))

    def _tell(self) -> None:
        self.moved.emit(self._current() + 1 if self._count else 0, self._count)


def _paint_inside(painter: QPainter, area: QRect, pixmap: QPixmap) -> None:
    """Draw a page in its own proportions in the middle of the sheet."""
    size = pixmap.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    corner = area.topLeft() + QPointF((area.width() - size.width()) / 2, (area.height() - size.height()) / 2).toPoint()
    painter.drawPixmap(QRect(corner, size), pixmap)
