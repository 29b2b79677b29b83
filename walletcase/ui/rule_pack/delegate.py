"""How a fact looks in the list: its name, its number at the right, a mark where it is to be verified."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from walletcase.ui.look.theme import Theme
from walletcase.ui.look.tokens import RADIUS_SMALL, SCALE, XS, M, S
from walletcase.ui.rule_pack.model import ROW_ROLE
from walletcase.ui.rule_pack.rows import Row

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FactDelegate(QStyledItemDelegate):
    """Two lines: title; value and note. A dot at the left says "to be verified" (amber) or "changed by you" (accent);
    the page beside says so in words.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the one height of all rows."""
        return QSize(160, self._theme.px(58))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        row: Row = index.data(ROW_ROLE)
        c = self._theme.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame: QRect = option.rect.adjusted(S, 1, -S, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.setPen(QColor(c.focus) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.accent_soft if chosen else c.raised))
            painter.drawRoundedRect(frame, RADIUS_SMALL, RADIUS_SMALL)
        inner = frame.adjusted(S + self._theme.px(12), XS, -M, -XS)
        top = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2)
        low = QRect(inner.left(), top.bottom(), inner.width(), inner.height() // 2)
        self._dot(painter, frame, top, row)
        self._text(painter, top, row.title, self._font(option, SCALE.body, bold=True), c.text, _LEFT)
        caption = self._font(option, SCALE.caption)
        strong = self._font(option, SCALE.caption, bold=True)
        width = min(QFontMetrics(strong).horizontalAdvance(row.value) + S, low.width()) if row.value else 0
        self._text(painter, low, row.value, strong, c.accent_text, _RIGHT)
        self._text(painter, low.adjusted(0, 0, -width, 0), row.note, caption, c.muted, _LEFT)
        painter.restore()

    def _dot(self, painter: QPainter, frame: QRect, line: QRect, row: Row) -> None:
        if not (row.to_verify or row.is_edited):
            return
        c = self._theme.colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.accent if row.is_edited else c.warn))
        size = self._theme.px(7)
        painter.drawEllipse(frame.left() + S - 2, line.center().y() - size // 2, size, size)

    def _font(self, option: QStyleOptionViewItem, size: int, *, bold: bool = False) -> QFont:
        font = QFont(option.font)
        font.setPixelSize(self._theme.px(size))
        font.setBold(bold)
        return font

    def _text(
        self, painter: QPainter, area: QRect, text: str, font: QFont, colour: str, flags: Qt.AlignmentFlag
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(flags), shown)
