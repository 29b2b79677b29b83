"""One line of the Today page: the case, what it is about, its dates, and what can be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from walletcase.domain.due.agenda import LOUD, AgendaItem, Group
from walletcase.domain.due.nudges import is_snoozed
from walletcase.domain.due.reminders import Reminder, ReminderKind
from walletcase.services.reminders import AgendaLine
from walletcase.ui.look.tokens import XS, L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.texts import listed, playbook_of
from walletcase.ui.today.later import later_menu
from walletcase.ui.today.words import TONES, action_text, due_text, late_text, until_text, what_text
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.flow import FlowLayout, flow_row
from walletcase.ui.widgets.labels import Chip, ElidedLabel, PlainLabel
from walletcase.ui.widgets.layout import column, row

_LEAST_PX = 200
_WORDS_PX = 320  # room for words beside the buttons
_THEIRS = (ReminderKind.DEADLINE, ReminderKind.PROMISE, ReminderKind.PERFORMANCE)  # what others have to do


class AgendaRow(QWidget):
    """Signals carry what the page passes on: the item, and until when it is put off ("" takes that back)."""

    do_wanted = Signal(object)
    date_wanted = Signal(object)
    put_off = Signal(object, str)

    def __init__(self, desk: Desk, line: AgendaLine, *, is_first: bool) -> None:
        super().__init__()
        self._desk = desk
        self.item = line.item
        self.what = self._what(line)
        self._made: list[QPushButton] = []
        self._box = row(self, gap=M)
        self._box.setContentsMargins(L, M, L, M)
        words = column(gap=XS)
        words.addWidget(ElidedLabel(line.item.row.title, "strong"))
        words.addWidget(PlainLabel(self.what, wrap=True))
        chips = self._chips()
        if chips is not None:
            words.addWidget(chips)
        self._box.addLayout(words, 1)
        side, self._buttons = flow_row()
        self._add_buttons(is_first=is_first)
        self._box.addWidget(side)

    def minimumSizeHint(self) -> QSize:
        """Shrink to what the buttons need: the words wrap."""
        return QSize(_LEAST_PX, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the words where both have no room in one line."""
        super().resizeEvent(event)
        wide = self.width() >= self._buttons.sizeHint().width() + self._desk.theme.px(_WORDS_PX)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != way:
            self._box.setDirection(way)

    def buttons(self) -> list[QPushButton]:
        """The buttons in their order."""
        return self._made

    def _what(self, line: AgendaLine) -> str:
        item, language = line.item, self._desk.language
        if item.reminder is not None and item.group is not Group.NEXT:
            return what_text(item.reminder, line.words, language)
        return action_text(item, self._step_name(item))

    def _step_name(self, item: AgendaItem) -> str:
        playbook = playbook_of(self._desk.services.playbooks, item.row.playbook_key)
        step = playbook.by_key.get(item.row.next_action.step_key) if playbook is not None else None
        return step.name.get(self._desk.language) if step else ""

    def _chips(self) -> QWidget | None:
        reminder = self.item.reminder
        if reminder is None:
            return None
        today, tone = self._desk.services.clock.today(), TONES[self.item.group]
        widget = QWidget()
        flow = FlowLayout(widget, gap=S)
        until = until_text(reminder, self._desk.services.clock.now()) if self._is_snoozed else ""
        if until:
            flow.addWidget(Chip(until, "plain"))
        flow.addWidget(Chip(due_text(reminder, today), "plain" if until else tone))
        if late_text(reminder):
            flow.addWidget(PlainLabel(late_text(reminder), "caption"))
        if reminder.estimated:
            flow.addWidget(Chip(translate("Today", "Estimated"), "warn"))
        return widget

    def _add_buttons(self, *, is_first: bool) -> None:
        item, reminder = self.item, self.item.reminder
        text, kind = translate("Today", "Do it now"), "primary" if is_first else ""
        theirs = reminder is not None and reminder.kind in _THEIRS
        if item.group is Group.WAIT or (item.group is Group.SOON and theirs):
            text, kind = translate("Today", "Look at it"), "quiet"
        self._add("do", text, lambda: self.do_wanted.emit(item), kind)
        if reminder is not None:
            if self._is_snoozed:
                self._add("now", translate("Today", "Remind me now"), lambda: self.put_off.emit(item, ""))
            elif item.group in LOUD:
                self._add_later(reminder)
            # What the rules say others owe is counted, not chosen: its date is explained, not moved.
            counted = reminder.kind is ReminderKind.DEADLINE
            text = translate("Today", "How it was counted…") if counted else translate("Today", "Move the date…")
            self._add("date", text, lambda: self.date_wanted.emit(item), "quiet")

    def _add(self, name: str, text: str, do: Callable[[], object], kind: str = "") -> QPushButton:
        made = button(text, do, kind=kind)
        made.setObjectName(f"{self.item.row.id}/{self._key}/{name}")
        made.setAccessibleName(listed((text, self.item.row.title, self.what)))
        self._buttons.addWidget(made)
        self._made.append(made)
        return made

    def _add_later(self, reminder: Reminder) -> None:
        made = self._add("later", translate("Today", "Remind me later"), lambda: None)
        made.setIcon(self._desk.icon("chevron-down"))
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        made.setMenu(later_menu(self._desk, reminder.due_on, lambda until: self.put_off.emit(self.item, until), made))

    @property
    def _is_snoozed(self) -> bool:
        reminder = self.item.reminder
        return reminder is not None and is_snoozed(reminder, self._desk.services.clock.now())

    @property
    def _key(self) -> str:
        return self.item.reminder.key if self.item.reminder else "next"
