"""A long screenshot in parts: PgDn and PgUp go from one to the next, cut at quiet rows as on paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from walletcase.domain.evidence import Evidence
from walletcase.domain.paging import Page, pages_of
from walletcase.ui.evidence.canvas import Canvas
from walletcase.ui.evidence.fitting import Zoom
from walletcase.ui.shell.desk import Desk

_PAGE_BY_WIDTH, _OVERLAP_BY_WIDTH = 2.3, 0.09  # as on paper (export.slices): 104 mm wide, 240 high, 9 shared
_LONG_BY_WIDTH = 3
_NOTCH_PX = 12


class Parts(QObject):
    """``tell`` is called with (place from 0, count) while a long picture is looked at, and with (0, 0) for others."""

    def __init__(self, desk: Desk, canvas: Canvas, tell: Callable[[int, int], None]) -> None:
        super().__init__(canvas)
        self._desk, self._canvas, self._tell = desk, canvas, tell
        self._item: Evidence | None = None
        self._height = 1
        self.pages: tuple[Page, ...] = ()
        self._notches = _Notches(desk, self)
        canvas.verticalScrollBar().valueChanged.connect(self._follow)
        canvas.zoomed.connect(self._follow)

    def show_item(self, item: Evidence) -> None:
        """Find the parts of a picture if it is long; until then, and for others, there are none."""
        self._item, self.pages = item, ()
        self._notches.hide()
        media = item.media
        wide, high = media.width_px or 0, media.height_px or 0
        if not media.media_type.startswith("image/") or media.note or wide < 1 or high < _LONG_BY_WIDTH * wide:
            return
        services = self._desk.services
        path = services.evidence.path(item)

        def work(_job: object) -> tuple[Page, ...]:
            rows = services.pictures.rows(path, media.media_type)
            if rows is None:
                return ()
            return pages_of(rows.noise, round(_PAGE_BY_WIDTH * rows.width), round(_OVERLAP_BY_WIDTH * rows.width))

        def show(pages: tuple[Page, ...]) -> None:
            if self._item is item and len(pages) > 1:
                self.pages, self._height = pages, pages[-1].bottom
                self._notches.show()
                self._follow()

        self._desk.files.run(work, show, self._desk.fail, self, droppable=True)

    def turn(self, step: int) -> bool:
        """Go to the next part or the one before; False where there are no parts or it was the last one."""
        wanted = self.place + step
        if not self.pages or not 0 <= wanted < len(self.pages):
            return False
        if self._canvas.zoom is Zoom.FIT:
            self._canvas.fit(Zoom.WIDTH)
        bar = self._canvas.verticalScrollBar()
        bar.setValue(bar.value() + round(self._at(self.pages[wanted].top)))
        return True

    @property
    def place(self) -> int:
        """Which part is looked at, from 0: the last one that begins above a quarter of the room."""
        quarter = self._canvas.viewport().height() / 4
        if self._is_at_end:
            return len(self.pages) - 1
        return max((n for n, page in enumerate(self.pages) if self._at(page.top) <= quarter), default=0)

    @property
    def area(self) -> QRectF:
        """Where the picture lies in the viewport."""
        return self._canvas._page()

    @property
    def cuts(self) -> tuple[float, ...]:
        """Where in the viewport the parts begin, but for the first."""
        return tuple(self._at(page.top) for page in self.pages[1:])

    @property
    def _is_at_end(self) -> bool:
        bar = self._canvas.verticalScrollBar()
        return bool(self.pages) and bar.maximum() > 0 and bar.value() == bar.maximum()

    def _at(self, row: int) -> float:
        area = self.area
        return area.top() + row / self._height * area.height()

    def _follow(self) -> None:
        if self.pages:
            self._tell(self.place, len(self.pages))
            self._notches.update()


class _Notches(QWidget):
    """Short lines beside the picture where a part begins; nothing is drawn over the picture itself."""

    def __init__(self, desk: Desk, parts: Parts) -> None:
        port = parts._canvas.viewport()
        super().__init__(port)
        self._desk, self._parts = desk, parts
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        port.installEventFilter(self)
        self.setGeometry(port.rect())
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as large as the room."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._parts._canvas.viewport().rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them on either side."""
        area = self._parts.area
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self._desk.theme.colours.accent), 2))
        for y in self._parts.cuts:
            for x in (area.left() - _NOTCH_PX - 2, area.right() + 2):
                painter.drawLine(QPointF(x, y), QPointF(x + _NOTCH_PX, y))
