"""Paints hits: an icon, the words around the hit with the hit marked, what kind of thing it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from walletcase.ui.look.tokens import RADIUS_SMALL, SCALE, XS, M, S
from walletcase.ui.search.model import ROW
from walletcase.ui.search.rows import CaseHead, HitRow, MoreRow, marked, shortened
from walletcase.ui.search.words import ICONS, kind_text
from walletcase.ui.shell.desk import Desk

_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEAD_CHARS = 12


def _font(size_px: int, *, bold: bool = False) -> QFont:
    font = QFont(QApplication.font())
    font.setPixelSize(size_px)
    font.setBold(bold)
    return font


class HitDelegate(QStyledItemDelegate):
    """``query`` is what was searched for."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.query = ""
        self._body = _font(desk.theme.px(SCALE.body))
        self._strong = _font(desk.theme.px(SCALE.body), bold=True)
        self._caption = _font(desk.theme.px(SCALE.caption))
        self._caption_strong = _font(desk.theme.px(SCALE.caption), bold=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return a row's size; headings are lower."""
        if isinstance(index.data(ROW), CaseHead):
            return QSize(200, QFontMetrics(self._caption_strong).height() + M + XS)
        return QSize(200, QFontMetrics(self._body).height() + M + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row."""
        row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, CaseHead):
            self._paint_head(painter, option.rect, row)
        elif isinstance(row, HitRow):
            self._paint_hit(painter, option, row)
        elif isinstance(row, MoreRow):
            self._paint_ground(painter, option)
            painter.setFont(self._body)
            painter.setPen(QColor(self._desk.theme.colours.accent_text))
            painter.drawText(option.rect.adjusted(S + self._desk.theme.px(16) + S, 0, -S, 0), _LEFT, row.text)
        painter.restore()

    def _paint_head(self, painter: QPainter, area: QRect, row: CaseHead) -> None:
        colours = self._desk.theme.colours
        inside = area.adjusted(S, XS, -S, 0)
        painter.setFont(self._caption)
        measure = QFontMetrics(self._caption)
        painter.setPen(QColor(colours.muted))
        painter.drawText(inside, _RIGHT, row.number)
        inside.setRight(inside.right() - measure.horizontalAdvance(row.number) - S)
        painter.setFont(self._caption_strong)
        painter.setPen(QColor(colours.accent_text))
        title = QFontMetrics(self._caption_strong).elidedText(row.title, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, _LEFT, title)

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, row: HitRow) -> None:
        colours = self._desk.theme.colours
        area = option.rect
        self._paint_ground(painter, option)
        inside = area.adjusted(S, 0, -S, 0)
        side = self._desk.theme.px(16)
        place = QRect(inside.left(), inside.center().y() - side // 2 + 1, side, side)
        self._desk.icon(ICONS.get(row.hit.kind, "search"), colours.muted).paint(painter, place)
        inside.setLeft(inside.left() + side + S)
        kind = kind_text(row.hit.kind)
        painter.setFont(self._caption)
        painter.setPen(QColor(colours.muted))
        painter.drawText(inside, _RIGHT, kind)
        inside.setRight(inside.right() - QFontMetrics(self._caption).horizontalAdvance(kind) - M)
        self._paint_snippet(painter, inside, row)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            colours, chosen = self._desk.theme.colours, option.state & QStyle.StateFlag.State_Selected
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft if chosen else colours.raised))
            painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), RADIUS_SMALL, RADIUS_SMALL)

    def _paint_snippet(self, painter: QPainter, area: QRect, row: HitRow) -> None:
        measure = QFontMetrics(self._strong)
        text = row.hit.snippet
        if measure.horizontalAdvance(text) > area.width():
            text = shortened(text, self.query, LEAD_CHARS)
            text = measure.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        layout = QTextLayout(text, self._body)
        layout.setFormats([self._mark(start, end) for start, end in marked(text, self.query)])
        layout.beginLayout()
        line = layout.createLine()
        line.setNumColumns(len(text))
        layout.endLayout()
        painter.setPen(QColor(self._desk.theme.colours.text))
        layout.draw(painter, QPointF(area.left(), area.center().y() - line.height() / 2 + 1))

    def _mark(self, start: int, end: int) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start, made.length = start, end - start
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.Bold)
        form.setForeground(QColor(self._desk.theme.colours.accent_text))
        made.format = form
        return made
