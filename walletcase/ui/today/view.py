"""The Today page: one calm column of groups, each line with what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QWidget

from walletcase.domain.due.agenda import AgendaItem, Group
from walletcase.services.changes import Changes
from walletcase.services.reminders import AgendaLine
from walletcase.ui.look.tokens import XL, XS, L, M, S
from walletcase.ui.shell.deadline_words import day_text
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.today.rows import AgendaRow
from walletcase.ui.today.words import ICONS, TONES, group_text, summary_text
from walletcase.ui.widgets.empty import EmptyState
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, Line, ScrollColumn, bring_into_view, clear, column, row

_WIDEST_PX = 920


class TodayPage(QFrame):
    """``do_wanted`` carries an AgendaItem whose case is to be opened at its step, ``date_wanted`` one whose date is to
    be moved where it lives.
    """

    do_wanted = Signal(object)
    date_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("pane", "page")
        self._desk = desk
        self._day = ""
        self._is_stale = True
        self.rows: list[AgendaRow] = []
        self._date = PlainLabel("", "caption")
        self.summary = PlainLabel("", "muted", wrap=True)
        self._column = ScrollColumn(gap=L, margin=0)
        self._groups = column(gap=L)
        self._stack = QStackedWidget()
        self._lay_out()
        desk.bus.changed.connect(self._changed)

    def refresh(self) -> None:
        """Read the agenda again, now if the page is seen, else when it is."""
        self._is_stale = True
        if self.isVisible():
            self._read()

    def show_day(self) -> None:
        """Read the agenda again if another day has begun."""
        if self._desk.services.clock.today() != self._day:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self._read()

    def _changed(self, changes: Changes) -> None:
        if changes.listing:
            self.refresh()

    def _read(self) -> None:
        self._is_stale = False
        self._desk.read(self, self._desk.services.reminders.today, self._show)

    def _show(self, lines: tuple[AgendaLine, ...]) -> None:
        """Show an agenda; where the keys went stays, as far as it is still there."""
        self._day = self._desk.services.clock.today()
        self._date.setText(day_text(self._day))
        self.summary.setText(summary_text(lines))
        self._stack.setCurrentIndex(0 if lines else 1)
        focus = self._name_in_focus()
        clear(self._groups)
        self.rows = []
        for group, of_group in groupby(lines, lambda line: line.item.group):
            self._groups.addWidget(self._group(group, tuple(of_group)))
        if focus:
            self._focus(focus)

    def _group(self, group: Group, lines: Sequence[AgendaLine]) -> QWidget:
        widget = QWidget()
        box = column(widget, gap=S)
        head = row(gap=S)
        colours = self._desk.theme.colours
        inks = {"danger": colours.danger, "warn": colours.warn, "accent": colours.accent_text}
        icon, size = PlainLabel(), self._desk.theme.px(18)
        icon.setPixmap(self._desk.icon(ICONS[group], inks.get(TONES[group], colours.muted)).pixmap(size, size))
        head.addWidget(icon)
        head.addWidget(PlainLabel(group_text(group), "heading"))
        head.addWidget(PlainLabel(str(len(lines)), "muted"))
        head.addStretch(1)
        box.addLayout(head)
        card = Card(gap=0, margin=0)
        for place, line in enumerate(lines):
            if place:
                card.body.addWidget(Line())
            card.body.addWidget(self._row(line))
        box.addWidget(card)
        return widget

    def _row(self, line: AgendaLine) -> AgendaRow:
        made = AgendaRow(self._desk, line, is_first=not self.rows)
        made.do_wanted.connect(self.do_wanted)
        made.date_wanted.connect(self.date_wanted)
        made.put_off.connect(self._put_off)
        self.rows.append(made)
        return made

    def _put_off(self, item: AgendaItem, until: str) -> None:
        if item.reminder is None:
            return
        snooze = self._desk.services.reminders.snooze
        case_id, key = item.row.id, item.reminder.key

        def undo() -> None:
            self._desk.change(self, partial(snooze, case_id, key, ""))

        def done() -> None:
            if until:
                said = translate("Today", "Put off. The date itself stays.")
                self._desk.toasts.show(said, translate("Today", "Undo"), undo)

        self._desk.change(self, partial(snooze, case_id, key, until), done)

    def _name_in_focus(self) -> str:
        focus = self.window().focusWidget()
        return focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""

    def _focus(self, name: str) -> None:
        """Focus the same button, or the first one of the page where it is gone."""
        buttons = [one for line in self.rows for one in line.buttons()]
        same = next((one for one in buttons if one.objectName() == name), next(iter(buttons), None))
        goal: QWidget = self._column if same is None else same
        goal.setFocus()
        if isinstance(goal, QPushButton):
            bring_into_view(goal)

    def _lay_out(self) -> None:
        head = column(gap=XS)
        head.addWidget(self._date)
        head.addWidget(PlainLabel(translate("Today", "Today"), "display"))
        head.addWidget(self.summary)
        inner = QWidget()
        inner.setMaximumWidth(self._desk.theme.px(_WIDEST_PX))
        box = column(inner, gap=XL)
        box.setContentsMargins(XL, L, XL, XL)
        box.addLayout(head)
        box.addLayout(self._groups)
        box.addStretch(1)
        self._column.body.addWidget(inner)
        self._column.setAccessibleName(translate("Today", "Today"))
        self._stack.addWidget(self._column)
        self._stack.addWidget(
            EmptyState(
                self._desk.theme,
                "empty-timeline",
                translate("Today", "Nothing to do"),
                translate("Today", "No case is waiting for you. A date you record appears here when it comes."),
            )
        )
        column(self, gap=M).addWidget(self._stack)
