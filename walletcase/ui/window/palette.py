"""The command palette (Ctrl+K): every command by a few letters of its name, its shortcut, or why it can't be used."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from walletcase.ui.look.tokens import RADIUS_SMALL, SCALE, L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.texts import listed
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column
from walletcase.ui.window.actions import Command, commands, menu_names
from walletcase.ui.window.palette_match import Entry, found

Index = QModelIndex | QPersistentModelIndex
_ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_DISPLAY, _SPOKEN = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)
_NOWHERE = QModelIndex()
_MNEMONIC = re.compile(r"\(&.\)|&")
_WIDTH_PX, _HEIGHT_PX = 560, 460


def entries_of(actions: Mapping[str, QAction]) -> tuple[Entry, ...]:
    """Return the commands that a menu shows now."""
    menus = {key: _MNEMONIC.sub("", name) for key, name in menu_names().items()}
    shown = [command for command in commands() if actions[command.id].isVisible() and command.id != "palette"]
    return tuple(_entry(command, actions[command.id], menus[command.menu]) for command in shown)


def _entry(command: Command, action: QAction, menu: str) -> Entry:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return Entry(command.id, action.text().rstrip("…"), menu, keys, command.icon, _reason(command, action))


def _reason(command: Command, action: QAction) -> str:
    if action.isEnabled():
        return ""
    if command.id in ("undo", "redo"):
        return translate("Palette", "nothing there")
    return translate("Palette", "open a case first") if command.needs_case else translate("Palette", "not now")


class _Rows(QAbstractListModel):
    """The entries that fit."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[Entry, ...] = ()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        entry = self._rows[index.row()]
        if role == _ENTRY_ROLE:
            return entry
        if role == _DISPLAY:
            return entry.name
        return listed((entry.name, entry.menu, entry.keys, entry.reason)) if role == _SPOKEN else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can't be used can still be looked at."""
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def show(self, rows: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()


class _Line(QStyledItemDelegate):
    """Icon, name, menu; the shortcut or the reason on the right."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self._desk.theme.px(38))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(_ENTRY_ROLE)
        colours, px = self._desk.theme.colours, self._desk.theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect.adjusted(S, 1, -S, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft if chosen else colours.raised))
            painter.drawRoundedRect(area, RADIUS_SMALL, RADIUS_SMALL)
        ink = colours.muted if entry.reason else colours.accent_text if chosen else colours.text
        side = px(18)
        if entry.icon:
            spot = QRect(area.left() + M, area.center().y() - side // 2, side, side)
            self._desk.icon(entry.icon, ink).paint(painter, spot)
        room = area.adjusted(M + side + M, 0, -M, 0)
        right = self._text(painter, room, entry.reason or entry.keys, px(SCALE.caption), colours.muted, right=True)
        room.setRight(room.right() - right - M)
        left = self._text(painter, room, entry.name, px(SCALE.body), ink, bold=chosen)
        room.setLeft(room.left() + left + M)
        self._text(painter, room, entry.menu, px(SCALE.caption), colours.muted)
        painter.restore()

    def _text(
        self, painter: QPainter, room: QRect, text: str, px: int, ink: str, *, bold: bool = False, right: bool = False
    ) -> int:
        """Draw a text as far as there is room and return its width."""
        font = QFont(painter.font())
        font.setPixelSize(px)
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
        return metrics.horizontalAdvance(shown)


class Palette(QDialog):
    """``chosen_id`` is the command that was chosen, "" if none was."""

    def __init__(self, desk: Desk, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.chosen_id = ""
        self._entries = entries_of(actions)
        self.setWindowTitle(translate("Palette", "Commands"))
        px = desk.theme.px
        self.resize(min(px(_WIDTH_PX), parent.width() - 2 * L), min(px(_HEIGHT_PX), parent.height() - 2 * L))
        self.line = QLineEdit()
        self.line.setPlaceholderText(translate("Palette", "Type a few letters of a command"))
        self.line.setAccessibleName(translate("Palette", "Find a command"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        self.list = QListView()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(translate("Palette", "Commands"))
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows = _Rows(self)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(_Line(desk, self))
        self.list.clicked.connect(lambda _: self._take())
        self.list.activated.connect(lambda _: self._take())
        self._none = PlainLabel(translate("Palette", "No command is called like that"), "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box = column(self, gap=S, margin=M)
        for widget in (self.line, self._none, self.list):
            box.addWidget(widget)
        box.setStretch(2, 1)
        self._find("")

    @property
    def listed(self) -> tuple[Entry, ...]:
        """What is listed, in its order."""
        return tuple(self.rows.index(row).data(_ENTRY_ROLE) for row in range(self.rows.rowCount()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while the cursor stays in the line; Enter takes."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            return True
        return False

    def _find(self, typed: str) -> None:
        self.rows.show(found(typed, self._entries))
        count = self.rows.rowCount()
        self._none.setVisible(count == 0)
        self.list.setVisible(count > 0)
        self.list.setCurrentIndex(self.rows.index(0))

    def _move(self, by: int) -> None:
        count = self.rows.rowCount()
        if count:
            self.list.setCurrentIndex(self.rows.index((self.list.currentIndex().row() + by) % count))

    def _take(self) -> None:
        index = self.list.currentIndex()
        entry: Entry | None = index.data(_ENTRY_ROLE) if index.isValid() else None
        if entry is not None and not entry.reason:
            self.chosen_id = entry.id
            self.accept()
