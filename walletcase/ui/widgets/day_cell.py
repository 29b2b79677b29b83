"""Paints one day of a strip: its date, its number where it counted, a word why it did not; never by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from walletcase.domain.days.workdays import Counted, DayKind, StripDay
from walletcase.ui.look.theme import Theme
from walletcase.ui.look.tokens import RADIUS_SMALL, SCALE, Colours

DAY = Qt.ItemDataRole.UserRole + 1  # the StripDay
ENDS = Qt.ItemDataRole.UserRole + 2  # "due", "moved" or ""
ESTIMATED = "≈"
FIRST = Qt.ItemDataRole.UserRole + 3  # whether the month is to be said


class DayDelegate(QStyledItemDelegate):
    """Date above, number or word below."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a day."""
        one = index.data(DAY)
        if not isinstance(one, StripDay):
            return
        ends = index.data(ENDS)
        c = self._theme.colours
        box = QRectF(option.rect).adjusted(2, 2, -2, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, edge, ink = _look(one, ends, c)
        painter.setPen(QPen(QColor(edge), 2 if ends == "moved" else 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
        if one.counted in (Counted.PAUSED, Counted.ROLLED) and ends != "moved":
            painter.setBrush(QBrush(QColor(edge), Qt.BrushStyle.BDiagPattern))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_SMALL, RADIUS_SMALL)
        self._words(painter, box, index, one, ink)
        state = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(c.text if ends == "due" else c.focus), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_SMALL, RADIUS_SMALL)
        painter.restore()

    def _words(
        self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex, one: StripDay, ink: str
    ) -> None:
        c = self._theme.colours
        on = one.day.on
        small, bold = QFont(painter.font()), QFont(painter.font())
        small.setPixelSize(self._theme.px(SCALE.caption - 1))
        bold.setPixelSize(self._theme.px(SCALE.strong))
        bold.setBold(True)
        inner = box.adjusted(4, 1, -4, -2)
        shown = f"{on.year}/{on.month}/{on.day}" if (on.month, on.day) == (1, 1) else str(on.day)
        shown = f"{on.month}/{on.day}" if index.data(FIRST) and (on.month, on.day) != (1, 1) else shown
        due = index.data(ENDS) == "due"
        top_left, top_right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        painter.setFont(small)
        painter.setPen(QColor(ink if due else c.muted))
        painter.drawText(inner, top_left | Qt.AlignmentFlag.AlignTop, shown)
        if one.day.estimated:
            painter.setPen(QColor(ink if due else c.warn))
            beside = inner.adjusted(painter.fontMetrics().horizontalAdvance(shown) + 3, 0, 0, 0)
            painter.drawText(beside, top_left | Qt.AlignmentFlag.AlignTop, ESTIMATED)
        painter.setPen(QColor(ink))
        label = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if one.number:
            painter.setFont(bold)
            place = Qt.AlignmentFlag.AlignTop if label else Qt.AlignmentFlag.AlignVCenter
            painter.drawText(inner, top_right | place, str(one.number))
            painter.setFont(small)
        if not due:
            painter.setPen(QColor(_word_ink(one, ink, c)))
        fitting = painter.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, int(inner.width()) + 3)
        painter.drawText(inner, top_left | Qt.AlignmentFlag.AlignBottom, fitting)


def _look(one: StripDay, ends: str, c: Colours) -> tuple[str, str, str]:
    """Return (ground, edge, ink) of a day."""
    if ends == "due":
        return c.accent, c.accent, c.on_accent
    if ends == "moved":
        return c.surface, c.accent, c.accent_text
    if one.counted is Counted.START:
        return c.surface, c.muted, c.text
    if one.counted is Counted.YES:
        return c.accent_soft, c.accent_soft, c.accent_text
    if one.counted is Counted.PAUSED:
        return c.surface, c.warn_soft, c.warn
    if one.counted is Counted.ROLLED:
        return c.surface, c.raised, c.muted
    return (c.seal_soft, c.seal_soft, c.seal) if one.day.kind is DayKind.HOLIDAY else (c.raised, c.raised, c.muted)


def _word_ink(one: StripDay, ink: str, c: Colours) -> str:
    """The colour of a day's word: holidays in vermilion, make-up days in green."""
    if one.counted is Counted.PAUSED:
        return c.warn
    return {DayKind.HOLIDAY: c.seal, DayKind.MAKEUP: c.ok}.get(one.day.kind, ink)
