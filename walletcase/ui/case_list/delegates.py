"""How a case and a filter look in their lists. Heights are fixed, so that lists of thousands scroll at once."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from walletcase.domain.case import CaseRow, Filter
from walletcase.services.ports import PlaybookSource
from walletcase.ui.case_list.model import ROW_ROLE
from walletcase.ui.look import icons
from walletcase.ui.look.theme import Theme
from walletcase.ui.look.tokens import RADIUS, RADIUS_SMALL, SCALE, XS, L, M, S
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.texts import STATUS_TONES, filter_text, next_text, playbook_of, status_text

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_BADGE_MOST, _BADGE_TEXT_PX = 99, 13
_FILTER_MOST_PX = 60  # all filters stay in view in the smallest window with the largest text
FILTER_ICONS = {
    Filter.TODAY: "calendar-clock",
    Filter.ALL: "inbox",
    Filter.ACTIVE: "folder-open",
    Filter.FOLLOW_UP: "bell",
    Filter.OVERDUE: "triangle-alert",
    Filter.RESOLVED: "circle-check",
    Filter.TRASH: "trash-2",
}


def is_on(option: QStyleOptionViewItem, state: QStyle.StateFlag) -> bool:
    """Return whether an item is in a state (selected, hovered, focused)."""
    return bool(option.state & state)


class _Delegate(QStyledItemDelegate):
    """Fonts and elided text in the theme's colours."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def font(self, option: QStyleOptionViewItem, size: int, *, bold: bool = False) -> QFont:
        font = QFont(option.font)
        font.setPixelSize(self.theme.px(size))
        font.setBold(bold)
        return font

    def text(
        self, painter: QPainter, area: QRect, text: str, font: QFont, colour: str, flags: Qt.AlignmentFlag
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(flags), shown)

    def icon(self, painter: QPainter, area: QRect, name: str, colour: str) -> None:
        icons.icon(name, colour).paint(painter, area)

    def box(self, painter: QPainter, area: QRect, fill: str, border: str, radius: int) -> None:
        painter.setPen(QColor(border))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(area, radius, radius)


class CaseDelegate(_Delegate):
    """Title; institution and status; next action; evidence and last change. Overdue has a word and a mark."""

    def __init__(self, theme: Theme, playbooks: PlaybookSource, language: str, today: str) -> None:
        super().__init__(theme)
        self._playbooks = playbooks
        self._language = language
        self.today = today

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the one height of all rows."""
        return QSize(200, self.theme.px(118))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a case."""
        row: CaseRow = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame: QRect = option.rect.adjusted(M, XS, -M, -XS)
        self._ground(painter, frame, option)
        inner = frame.adjusted(L, S, -M, -S)
        line = inner.height() // 4
        first, second, third, fourth = (
            QRect(inner.left(), inner.top() + n * line, inner.width(), line) for n in range(4)
        )
        c = self.theme.colours
        self.text(painter, first, row.title, self.font(option, SCALE.strong, bold=True), c.text, _LEFT)
        room = self._marks(painter, second, row, option)
        self.text(painter, room, self.against(row), self.font(option, SCALE.caption), c.muted, _LEFT)
        self._next(painter, third, row, option)
        count = translate("CaseList", "%n exhibit(s)", "", row.evidence_count)
        foot = f"{count} · {row.updated_at[:10]}"
        self.text(painter, fourth, foot, self.font(option, SCALE.caption), c.muted, _LEFT)
        painter.restore()

    def against(self, row: CaseRow) -> str:
        """Return whom a case is against, in the reader's language where the playbook has the name; else its number."""
        playbook = playbook_of(self._playbooks, row.playbook_key)
        if playbook is not None and row.institution in (playbook.institution.zh, playbook.institution.en):
            return playbook.institution.get(self._language) or row.number
        return row.institution or row.number

    def _ground(self, painter: QPainter, frame: QRect, option: QStyleOptionViewItem) -> None:
        c = self.theme.colours
        chosen = is_on(option, QStyle.StateFlag.State_Selected)
        hovered = is_on(option, QStyle.StateFlag.State_MouseOver)
        self.box(painter, frame, c.accent_soft if chosen else c.surface, c.muted if hovered else c.border, RADIUS)
        if chosen:
            self.box(painter, frame, c.accent_soft, c.accent, RADIUS)
            bar = QRect(frame.left() + 1, frame.top() + L, 4, frame.height() - 2 * L)
            self.box(painter, bar, c.accent, c.accent, 2)

    def _marks(self, painter: QPainter, area: QRect, row: CaseRow, option: QStyleOptionViewItem) -> QRect:
        """Draw the status and overdue marks from the right; return the room left of them."""
        c = self.theme.colours
        tones = {
            "plain": (c.raised, c.muted),
            "accent": (c.accent_soft, c.accent_text),
            "warn": (c.warn_soft, c.warn),
            "ok": (c.ok_soft, c.ok),
            "danger": (c.danger_soft, c.danger),
        }
        marks = [(status_text(row.status), STATUS_TONES[row.status])]
        if row.overdue:
            marks.insert(0, (translate("CaseList", "Overdue"), "danger"))
        elif row.follow_up:
            marks.append((translate("CaseList", "Follow-up"), "warn"))
        if row.is_sample:
            marks.append((translate("CaseList", "Sample"), "plain"))
        font = self.font(option, SCALE.caption, bold=True)
        chosen = is_on(option, QStyle.StateFlag.State_Selected)  # a chip of the row's tint needs an edge
        right = area.right()
        for text, tone in marks:
            fill, ink = tones[tone]
            width = QFontMetrics(font).horizontalAdvance(text) + 2 * S
            if right - width < area.left():
                break  # what matters most comes first; the header of the case says the rest
            chip = QRect(right - width, area.center().y() - self.theme.px(10), width, self.theme.px(20))
            self.box(painter, chip, fill, ink if tone == "danger" or chosen else fill, chip.height() // 2)
            self.text(painter, chip, text, font, ink, _CENTRE)
            right = chip.left() - XS
        return area.adjusted(0, 0, right - area.right() - S, 0)

    def _next(self, painter: QPainter, area: QRect, row: CaseRow, option: QStyleOptionViewItem) -> None:
        c = self.theme.colours
        size = self.theme.px(14)
        colour = c.danger if row.overdue else c.accent_text
        spot = QRect(area.left(), area.center().y() - size // 2, size, size)
        self.icon(painter, spot, "triangle-alert" if row.overdue else "arrow-right", colour)
        text = next_text(row.next_action, playbook_of(self._playbooks, row.playbook_key), self._language)
        self.text(painter, area.adjusted(size + 6, 0, 0, 0), text, self.font(option, SCALE.body), colour, _LEFT)


class FilterDelegate(_Delegate):
    """Icon, name, count; in a narrow rail the icon with its count."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the one height of all rows."""
        return QSize(40, min(self.theme.px(40), _FILTER_MOST_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a filter."""
        chosen, count = index.data(ROW_ROLE)
        c = self.theme.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect.adjusted(S, 2, -S, -2)
        selected = is_on(option, QStyle.StateFlag.State_Selected)
        if selected or is_on(option, QStyle.StateFlag.State_MouseOver):
            fill = c.surface if selected else c.raised
            self.box(painter, area, fill, c.border if selected else fill, RADIUS_SMALL)
        alarming = chosen is Filter.OVERDUE and count > 0
        ink = c.danger if alarming else c.accent_text if selected else c.text
        size = self.theme.px(18)
        narrow = area.width() < self.theme.px(110)
        left = area.center().x() - size // 2 if narrow else area.left() + M
        self.icon(painter, QRect(left, area.center().y() - size // 2, size, size), FILTER_ICONS[chosen], ink)
        if narrow:
            self._badge(painter, area, count, option, alarming=alarming)
        else:
            words = area.adjusted(M + size + M, 0, -self.theme.px(40), 0)
            self.text(painter, words, filter_text(chosen), self.font(option, SCALE.body, bold=selected), ink, _LEFT)
            number = area.adjusted(0, 0, -M, 0)
            tone = ink if alarming else c.muted
            self.text(painter, number, str(count), self.font(option, SCALE.caption), tone, _RIGHT)
        painter.restore()

    def _badge(
        self, painter: QPainter, area: QRect, count: int, option: QStyleOptionViewItem, *, alarming: bool
    ) -> None:
        """Draw how many there are at the icon's upper right corner; none needs no saying."""
        if not count:
            return
        c, font = self.theme.colours, self.font(option, SCALE.caption - 1, bold=True)
        font.setPixelSize(min(font.pixelSize(), _BADGE_TEXT_PX))  # the icon below is to be seen at any text size
        text, height = str(count) if count <= _BADGE_MOST else f"{_BADGE_MOST}+", QFontMetrics(font).height()
        width = max(height, QFontMetrics(font).horizontalAdvance(text) + XS + XS)
        badge = QRect(0, area.top() + 1, width, height)
        badge.moveLeft(min(area.center().x() + XS, area.right() + S - width))
        fill, edge, ink = (c.danger_soft, c.danger, c.danger) if alarming else (c.accent_soft, c.border, c.accent_text)
        self.box(painter, badge, fill, edge, height // 2)
        self.text(painter, badge, text, font, ink, _CENTRE)
