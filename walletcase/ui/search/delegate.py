"""A hit: what kind of thing, the words around it, the searched text marked."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from walletcase.ui.look.tokens import RADIUS_SMALL, SCALE, L, M, S
from walletcase.ui.search.model import ROW_ROLE, HitRow
from walletcase.ui.shell.desk import Desk

Index = QModelIndex | QPersistentModelIndex
ICONS = {"case": "folder", "value": "clipboard-list", "entry": "message-square", "evidence": "paperclip"}
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def pieces(text: str, needle: str) -> list[tuple[str, bool]]:
    """Split a text into (part, is it the searched text), upper and lower case and full and half width alike."""
    flat = "".join(unicodedata.normalize("NFKC", c).casefold() or c for c in text)
    wanted = unicodedata.normalize("NFKC", needle).casefold().strip()
    if not wanted or len(flat) != len(text):
        return [(text, False)]
    parts: list[tuple[str, bool]] = []
    end = 0
    for found in re.finditer(re.escape(wanted), flat):
        parts += [(text[end : found.start()], False), (text[found.start() : found.end()], True)]
        end = found.end()
    return [(part, hit) for part, hit in [*parts, (text[end:], False)] if part]


class HitDelegate(QStyledItemDelegate):
    """Draws hits in rows of one height."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.needle = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the one height of all rows."""
        return QSize(200, self._desk.theme.px(52))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a hit."""
        row: HitRow = index.data(ROW_ROLE)
        c, theme = self._desk.theme.colours, self._desk.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect.adjusted(S, 2, -S, -2)
        lit = bool(option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver))
        if lit:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.accent_soft))
            painter.drawRoundedRect(area, RADIUS_SMALL, RADIUS_SMALL)
        size = theme.px(16)
        spot = QRect(area.left() + S, area.center().y() - size // 2, size, size)
        self._desk.icon(ICONS.get(row.hit.kind, "search"), c.accent_text).paint(painter, spot)
        words = area.adjusted(S + size + M, 0, -L, 0)
        top, bottom = QRect(words), QRect(words)
        top.setHeight(words.height() // 2)
        bottom.setTop(top.bottom())
        self._line(painter, bottom, row, option.font)
        painter.setFont(self._font(option.font, SCALE.caption, bold=row.leads))
        painter.setPen(QColor(c.muted))
        painter.drawText(top, _LEFT, row.hit.case_number)
        painter.restore()

    def _line(self, painter: QPainter, area: QRect, row: HitRow, base: QFont) -> None:
        c = self._desk.theme.colours
        x = area.left()
        for part, is_hit in pieces(" ".join(row.hit.snippet.split()), self.needle):
            font = self._font(base, SCALE.body, bold=is_hit)
            metrics = QFontMetrics(font)
            room = area.right() - x
            shown = metrics.elidedText(part, Qt.TextElideMode.ElideRight, room)
            painter.setFont(font)
            painter.setPen(QColor(c.seal if is_hit else c.text))
            painter.drawText(QRect(x, area.top(), room, area.height()), _LEFT, shown)
            x += metrics.horizontalAdvance(shown)
            if shown != part:
                return

    def _font(self, base: QFont, size: int, *, bold: bool) -> QFont:
        font = QFont(base)
        font.setPixelSize(self._desk.theme.px(size))
        font.setBold(bold)
        return font
