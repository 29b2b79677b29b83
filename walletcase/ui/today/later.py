"""Putting a reminder off: a menu of times, and a small dialog for another day."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from walletcase.domain.due.nudges import in_an_hour, next_monday, tomorrow
from walletcase.ui.look.tokens import XL, L, M
from walletcase.ui.shell.deadline_words import day_text
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.date_field import DateField, mark_bad
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column, row

PutOff = Callable[[str], object]


def later_menu(desk: Desk, due_on: str, put_off: PutOff, parent: QWidget) -> QMenu:
    """Return the menu; ``put_off`` gets an ISO date or time. The date itself, ``due_on``, stays."""
    menu = QMenu(parent)
    clock = desk.services.clock
    monday = next_monday(clock.today())
    menu.addAction(translate("Later", "In an hour"), lambda: put_off(in_an_hour(clock.now())))
    menu.addAction(translate("Later", "Tomorrow"), lambda: put_off(tomorrow(clock.today())))
    if monday != tomorrow(clock.today()):
        menu.addAction(translate("Later", "Next Monday"), lambda: put_off(monday))
    menu.addSeparator()

    def ask() -> None:
        DayDialog(desk, due_on, put_off, parent.window()).open()

    menu.addAction(translate("Later", "Choose a day…"), ask)
    return menu


class DayDialog(QDialog):
    """Asks for a day after today."""

    def __init__(self, desk: Desk, due_on: str, put_off: PutOff, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Later", "Remind me later"))
        self._today = desk.services.clock.today()
        self._put_off = put_off
        self.day = DateField(
            translate("Later", "Remind me on"), desk.icon, tomorrow(self._today), translate("Later", "Pick a date")
        )
        self.day.line.setText(tomorrow(self._today))
        self.day.changed.connect(self._show_day)
        self.day.line.returnPressed.connect(self.take)
        self.go_button = button(translate("Later", "Put off"), self.take, kind="primary")
        self._said = PlainLabel("", "caption", wrap=True)
        stays = translate("Later", "Only the reminder waits. The date itself stays: {date}.")
        box = column(self, gap=M, margin=XL)
        box.addWidget(PlainLabel(translate("Later", "Remind me on"), "heading"))
        box.addWidget(PlainLabel(stays.format(date=day_text(due_on)), "muted", wrap=True))
        box.addWidget(self.day)
        box.addWidget(self._said)
        line = row(gap=L)
        line.addStretch(1)
        line.addWidget(button(translate("Later", "Cancel"), self.reject))
        line.addWidget(self.go_button)
        box.addLayout(line)
        self.setMinimumWidth(desk.theme.px(360))
        self._show_day()
        self.day.line.setFocus()
        self.day.line.selectAll()

    def take(self) -> None:
        """Put the reminder off to the day that stands here, if it is one to come."""
        if self._is_good():
            self._put_off(self.day.value())
            self.accept()
            return
        mark_bad(self.day.line, True)
        self.day.line.setFocus()

    def _is_good(self) -> bool:
        return self.day.value() > self._today

    def _show_day(self) -> None:
        good = self._is_good()
        self.go_button.setEnabled(good)
        self._said.setText(day_text(self.day.value()) if good else translate("Later", "Choose a day after today."))
        if good:
            mark_bad(self.day.line, False)
