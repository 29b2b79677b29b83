"""Paints the timeline: a spine with a badge for each contact and a card beside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from walletcase.ui.look.theme import Theme
from walletcase.ui.look.tokens import RADIUS, RADIUS_SMALL, XS, L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.timeline.geometry import Contact, Geometry, Mark, Metrics
from walletcase.ui.timeline.model import ROW
from walletcase.ui.timeline.rows import ContactRow, DayRow, QuietRow
from walletcase.ui.timeline.words import day_heading, quiet_text

_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TimelineDelegate(QStyledItemDelegate):
    """Draws rows of the timeline and says where their chips are."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme: Theme = desk.theme
        self._metrics = Metrics(desk.theme)
        self._spine_x = L + self._metrics.badge_px // 2
        self._text_x = L + self._metrics.badge_px + M
        self.geometry = Geometry(self._metrics)
        self.width_px = 480

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return a row's size; the view says how wide it is by ``width_px``."""
        return QSize(self.width_px, self.geometry.height(index.data(ROW), self.width_px))

    def contact(self, index: _Index) -> Contact | None:
        """Return a contact's geometry, None for other rows."""
        row = index.data(ROW)
        return self.geometry.contact(row, self.width_px) if isinstance(row, ContactRow) else None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row."""
        row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(option.rect.topLeft())
        size = option.rect.size()
        if isinstance(row, DayRow):
            self._paint_day(painter, row, size)
        elif isinstance(row, QuietRow):
            self._paint_quiet(painter, row, size)
        elif isinstance(row, ContactRow):
            self._paint_contact(painter, row, size, option.state)
        painter.restore()

    def _spine(self, painter: QPainter, top: int, bottom: int, *, dashed: bool = False) -> None:
        pen = QPen(QColor(self._theme.colours.border), 2)
        if dashed:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(self._spine_x, top, self._spine_x, bottom)

    def _paint_day(self, painter: QPainter, row: DayRow, size: QSize) -> None:
        self._spine(painter, 0, size.height())
        colours = self._theme.colours
        date_text, ago = day_heading(row)
        area = QRect(self._text_x, S, size.width() - self._text_x, size.height() - M)
        middle = area.center().y()
        painter.setPen(QPen(QColor(colours.muted), 2))
        painter.setBrush(QColor(colours.desk))
        painter.drawEllipse(QRect(self._spine_x - 4, middle - 4, 8, 8))
        painter.setPen(QColor(colours.text))
        painter.setFont(self._metrics.strong)
        painter.drawText(area, _LEFT, date_text)
        area.setLeft(area.left() + self._metrics.of_strong.horizontalAdvance(date_text) + M)
        painter.setPen(QColor(colours.muted))
        painter.setFont(self._metrics.caption)
        painter.drawText(area, _LEFT, ago)

    def _paint_quiet(self, painter: QPainter, row: QuietRow, size: QSize) -> None:
        self._spine(painter, 0, size.height(), dashed=True)
        painter.setPen(QColor(self._theme.colours.muted))
        painter.setFont(self._metrics.caption)
        area = QRect(self._text_x, 0, size.width() - self._text_x, size.height())
        painter.drawText(area, _LEFT, quiet_text(row.days))

    def _paint_contact(self, painter: QPainter, row: ContactRow, size: QSize, state: QStyle.StateFlag) -> None:
        colours = self._theme.colours
        laid = self.geometry.contact(row, self.width_px)
        hot = bool(state & QStyle.StateFlag.State_MouseOver)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(state & QStyle.StateFlag.State_Active)
        self._spine(painter, 0, size.height())
        edge = colours.focus if focused else colours.muted if hot or chosen else colours.border
        painter.setPen(QPen(QColor(edge), 2 if focused else 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(laid.card.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        self._paint_badge(painter, row, laid.badge)
        self._paint_header(painter, row, laid.header)
        painter.setPen(QColor(colours.text))
        laid.said.draw(painter, laid.said_at)
        for mark in laid.marks:
            self._paint_mark(painter, mark)
        if hot or chosen:
            for mark in laid.buttons:
                pixmap = self._desk.icon(mark.icon, colours.muted)
                pixmap.paint(painter, _centred(mark.area, self._metrics.icon_px + 2))

    def _paint_badge(self, painter: QPainter, row: ContactRow, area: QRect) -> None:
        colours = self._theme.colours
        painter.setPen(QPen(QColor(colours.desk), 3))
        painter.setBrush(QColor(colours.ok_soft if row.is_answer else colours.accent_soft))
        painter.drawEllipse(area)
        ink = colours.ok if row.is_answer else colours.accent_text
        self._desk.icon(row.icon, ink).paint(painter, _centred(area, self._metrics.icon_px))

    def _paint_header(self, painter: QPainter, row: ContactRow, area: QRect) -> None:
        left = QRect(area)
        parts = [(row.at, self._metrics.strong, self._theme.colours.text)] if row.at else []
        parts.append((row.channel, self._metrics.strong, self._theme.colours.accent_text))
        parts.append((row.counterpart, self._metrics.body, self._theme.colours.muted))
        for text, font, colour in parts:
            measure = self._metrics.of_strong if font is self._metrics.strong else self._metrics.of_body
            shown = measure.elidedText(text, Qt.TextElideMode.ElideRight, left.width())
            painter.setPen(QColor(colour))
            painter.setFont(font)
            painter.drawText(left, _LEFT, shown)
            left.setLeft(min(left.right(), left.left() + measure.horizontalAdvance(shown) + M))

    def _paint_mark(self, painter: QPainter, mark: Mark) -> None:
        ground, ink, edge = _tone(self._theme, mark.tone)
        if ground:
            painter.setPen(QPen(QColor(edge), 1) if edge else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            radius = RADIUS_SMALL if mark.tone == "stamp" else mark.area.height() / 2
            painter.drawRoundedRect(mark.area.adjusted(0, 0, -1, -1), radius, radius)
        inside = mark.area.adjusted(9, 0, -9, 0) if ground else QRect(mark.area)
        if mark.icon:
            self._desk.icon(mark.icon, ink).paint(painter, _centred(inside, self._metrics.icon_px, left=True))
            inside.setLeft(inside.left() + self._metrics.icon_px + XS)
        if mark.action == "copy":
            side = self._metrics.icon_px
            place = QRect(inside.right() - side + 1, inside.top(), side, inside.height())
            self._desk.icon("copy", ink).paint(painter, _centred(place, self._metrics.icon_px - 2))
        painter.setPen(QColor(ink))
        painter.setFont(self._metrics.caption if mark.tone == "bare" else self._metrics.caption_strong)
        painter.drawText(inside, _LEFT, mark.text)


def _centred(area: QRect, side: int, *, left: bool = False) -> QRect:
    x = area.left() if left else area.center().x() - side // 2 + 1
    return QRect(x, area.center().y() - side // 2 + 1, side, side)


def _tone(theme: Theme, tone: str) -> tuple[str, str, str]:
    """Ground, ink and edge of a chip."""
    c = theme.colours
    return {
        "accent": (c.accent_soft, c.accent_text, ""),
        "ok": (c.ok_soft, c.ok, ""),
        "warn": (c.warn_soft, c.warn, ""),
        "danger": (c.danger_soft, c.danger, ""),
        "stamp": (c.stamp_soft, c.stamp, c.stamp),
        "plain": (c.raised, c.muted, c.border),
        "bare": ("", c.muted, ""),
    }[tone]
