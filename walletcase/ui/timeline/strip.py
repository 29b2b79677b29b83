"""The picture of the weeks: a dot for each contact, shaded silences, promised dates, today."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from walletcase.domain.ids import EntryId
from walletcase.ui.look.theme import Theme
from walletcase.ui.look.tokens import XS, L, M, S
from walletcase.ui.shell.i18n import translate
from walletcase.ui.timeline.geometry import Metrics
from walletcase.ui.timeline.legend import Sign, draw_legend, signs_of
from walletcase.ui.timeline.rows import Promise, PromiseState
from walletcase.ui.timeline.weeks import Dot, Stretch, Weeks
from walletcase.ui.timeline.words import days_text, promise_text, quiet_text
from walletcase.ui.widgets.tips import plain_tip

DOT = 5.0
MAX_STACK = 3


class WeeksStrip(QWidget):
    """``chosen`` carries the id of the contact whose dot was clicked."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._metrics = Metrics(theme)
        self._weeks: Weeks | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(translate("Timeline", "The weeks at a glance"))

    def show_weeks(self, weeks: Weeks | None) -> None:
        """Paint other weeks."""
        self._weeks = weeks
        self.setAccessibleDescription(_in_words(weeks) if weeks else "")
        self.update()

    @property
    def signs(self) -> tuple[Sign, ...]:
        """What the legend explains."""
        return signs_of(self._weeks, self._theme) if self._weeks else ()

    def sizeHint(self) -> QSize:
        """The legend, the dots and the promises, and a line of dates."""
        return QSize(320, 3 * self._metrics.of_caption.height() + 54)

    def dot_area(self, dot: Dot) -> QRectF:
        """Return where a dot is painted."""
        assert self._weeks is not None
        x, base = self._x(dot.day), self._base()
        y = base - DOT - 2 - min(dot.stack, MAX_STACK) * (2 * DOT + 1)
        return QRectF(x - DOT, y - DOT, 2 * DOT, 2 * DOT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the weeks."""
        if self._weeks is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stretch in self._weeks.quiet:
            self._paint_stretch(painter, stretch)
        self._paint_axis(painter)
        for stretch in self._weeks.overdue:
            self._paint_overdue(painter, stretch)
        for promise in self._weeks.promises:
            self._paint_promise(painter, promise)
        for dot in self._weeks.dots:
            self._paint_dot(painter, dot)
        draw_legend(painter, self.signs, self._theme, self._metrics, self.width())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the contact under the mouse."""
        dot = self._dot_at(event.position())
        if dot is not None:
            self.chosen.emit(dot.entry_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a dot."""
        hand = self._dot_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """Say what is under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain_tip(self._words_at(QPointF(event.pos()))), self)
            return True
        return super().event(event)

    def entry_at(self, at: QPointF) -> EntryId | None:
        """Return the contact whose dot is at a point."""
        dot = self._dot_at(at)
        return dot.entry_id if dot else None

    def _dot_at(self, at: QPointF) -> Dot | None:
        dots = self._weeks.dots if self._weeks else ()
        return next((dot for dot in reversed(dots) if self.dot_area(dot).adjusted(-4, -4, 4, 4).contains(at)), None)

    def _words_at(self, at: QPointF) -> str:
        if self._weeks is None:
            return ""
        dot = self._dot_at(at)
        if dot is not None:
            return dot.day
        near = (p for p in self._weeks.promises if abs(self._x(p.due_on) - at.x()) < 7 and at.y() > self._base() - 4)
        promise = next(near, None)
        if promise is not None:
            return promise_text(promise)
        silent = (s for s in self._weeks.quiet if self._x(s.first) < at.x() < self._x(s.last))
        stretch = next(silent, None)
        return quiet_text(stretch.days) if stretch else ""

    def _x(self, day: str) -> float:
        assert self._weeks is not None
        edge = L + M
        return edge + self._weeks.part(day) * (self.width() - 2 * edge)

    def _top(self) -> float:
        """Below the legend."""
        return self._metrics.of_caption.height() + S

    def _base(self) -> float:
        return self.height() - self._metrics.of_caption.height() - M

    def _paint_stretch(self, painter: QPainter, stretch: Stretch) -> None:
        left, right = self._x(stretch.first) + DOT + 3, self._x(stretch.last) - DOT - 3
        top = self._top()
        area = QRectF(left, top, right - left, self._base() - top)
        if area.width() < 4:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colours.raised))
        painter.drawRoundedRect(area, 6, 6)
        text = days_text(stretch.days)
        if QFontMetricsF(self._metrics.caption).horizontalAdvance(text) + S < area.width():
            painter.setFont(self._metrics.caption)
            painter.setPen(QColor(self._theme.colours.muted))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_overdue(self, painter: QPainter, stretch: Stretch) -> None:
        left, right, base = self._x(stretch.first), self._x(stretch.last), self._base()
        painter.setPen(QPen(QColor(self._theme.colours.danger), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(left, base), QPointF(right, base))

    def _paint_axis(self, painter: QPainter) -> None:
        assert self._weeks is not None
        colours, base = self._theme.colours, self._base()
        painter.setPen(QPen(QColor(colours.border), 1.5))
        painter.drawLine(QPointF(L, base), QPointF(self.width() - L, base))
        taken = self._paint_today(painter, base)
        painter.setFont(self._metrics.caption)
        measure = QFontMetricsF(self._metrics.caption)
        free_from = 0.0
        for monday in self._weeks.mondays():
            x, text = self._x(monday), monday[5:]
            width = measure.horizontalAdvance(text)
            painter.setPen(QPen(QColor(colours.border), 1.5))
            painter.drawLine(QPointF(x, base), QPointF(x, base + 4))
            area = QRectF(x - width / 2, base + 5, width, measure.height())
            is_free = free_from <= area.left() and area.right() <= self.width()
            if is_free and not area.adjusted(-6, 0, 6, 0).intersects(taken):
                painter.setPen(QColor(colours.muted))
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
                free_from = area.right() + M

    def _paint_today(self, painter: QPainter, base: float) -> QRectF:
        """Draw today's line; return where its word stands, an empty area if today is not in the picture."""
        assert self._weeks is not None
        if not self._weeks.first <= self._weeks.today <= self._weeks.last:
            return QRectF()
        x, text = self._x(self._weeks.today), translate("Timeline", "today")
        painter.setPen(QPen(QColor(self._theme.colours.accent), 1.5))
        painter.drawLine(QPointF(x, self._top()), QPointF(x, base + 4))
        measure = QFontMetricsF(self._metrics.caption_strong)
        width = measure.horizontalAdvance(text)
        left = min(max(XS, x - width / 2), self.width() - width - XS)
        area = QRectF(left, base + 5, width, measure.height())
        painter.setFont(self._metrics.caption_strong)
        painter.setPen(QColor(self._theme.colours.accent_text))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
        return area

    def _paint_promise(self, painter: QPainter, promise: Promise) -> None:
        x, y = self._x(promise.due_on), self._base()
        colours = self._theme.colours
        tones = {
            PromiseState.KEPT: colours.ok,
            PromiseState.BROKEN: colours.danger,
            PromiseState.LATE: colours.warn,
            PromiseState.MOVED: colours.muted,
        }
        painter.setPen(QPen(QColor(tones.get(promise.state, colours.accent_text)), 2))
        painter.setBrush(QColor(colours.surface))
        side = 5.5
        shape = [QPointF(x, y - side), QPointF(x + side, y), QPointF(x, y + side), QPointF(x - side, y)]
        painter.drawPolygon(QPolygonF(shape))

    def _paint_dot(self, painter: QPainter, dot: Dot) -> None:
        colours = self._theme.colours
        painter.setPen(QPen(QColor(colours.surface), 1.5))
        painter.setBrush(QColor(colours.ok if dot.is_answer else colours.accent))
        painter.drawEllipse(self.dot_area(dot))


def _in_words(weeks: Weeks) -> str:
    text = translate("Timeline", "{n} contacts from {first} to {last}; longest silence {days}")
    first, last = weeks.dots[0].day, weeks.dots[-1].day
    return text.format(n=len(weeks.dots), first=first, last=last, days=days_text(weeks.longest_quiet))
