"""The day calculator: a start, a number, and the days between them, as one types."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLineEdit, QRadioButton, QWidget

from walletcase.domain.days.workdays import MOST, Count
from walletcase.domain.errors import UserError
from walletcase.domain.rules.pack import Unit
from walletcase.infra.texts import error_text
from walletcase.ui.look.tokens import XL, XXL, L, M, S
from walletcase.ui.shell.deadline_words import amount_text, day_text, strip_words
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.date_field import DateField
from walletcase.ui.widgets.day_strip import DayStrip
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import Card, ScrollColumn, column, row

_FIRST_NUMBER = 15  # what stands in the field when it opens: any number will do


class CalculatorDialog(QDialog):
    """Counts as the person types; nothing is stored."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = 0
        self.counted: Count | None = None
        self.setWindowTitle(translate("Calculator", "Day calculator"))
        high = parent.height() - XXL if parent is not None else 640
        self.resize(760, min(640, high))
        today = desk.services.clock.today()
        pick = translate("Calculator", "Pick a date")
        self.start = DateField(translate("Calculator", "Start day"), desk.icon, today, pick)
        self.start.line.setText(today)
        self.number = QLineEdit(str(_FIRST_NUMBER))
        self.number.setMaxLength(len(str(MOST)))
        self.number.setValidator(QIntValidator(1, MOST, self.number))
        self.number.setAccessibleName(translate("Calculator", "How many days"))
        self.calendar_days = QRadioButton(translate("Calculator", "Calendar days"))
        self.working_days = QRadioButton(translate("Calculator", "Working days"))
        self.calendar_days.setChecked(True)
        self.rolls = QCheckBox(translate("Calculator", "Move a last day on a holiday to the next working day"))
        self.rolls.setChecked(True)
        self.answer = PlainLabel("", "heading", wrap=True)
        self.more = PlainLabel("", "muted", wrap=True)
        self.estimated = Chip(translate("Calculator", "Estimated"), "warn")
        self.copy_button = button(translate("Calculator", "Copy the result"), self.copy)
        self.strip = DayStrip(desk.theme, strip_words(desk.language), translate("Calculator", "Day by day"))
        self.day = PlainLabel("", "caption", wrap=True)
        self._lay_out()
        self.strip.day_chosen.connect(self.day.setText)
        self.start.changed.connect(self.count)
        self.number.textChanged.connect(self.count)
        self.calendar_days.toggled.connect(self.count)
        self.rolls.toggled.connect(self._show)
        self.count()
        self.start.line.selectAll()
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        page = ScrollColumn(gap=M, margin=0)
        box = page.body
        box.addWidget(PlainLabel(translate("Calculator", "Day calculator"), "title"))
        hint = translate("Calculator", "The start day does not count. A term may end on a make-up working day.")
        box.addWidget(PlainLabel(hint, "muted", wrap=True))
        fields = row(gap=L)
        for name, field, stretch in (
            (translate("Calculator", "Start day"), self.start, 2),
            (translate("Calculator", "How many"), self.number, 1),
        ):
            one = column(gap=2)
            label = PlainLabel(name, "caption")
            label.setBuddy(field)
            one.addWidget(label)
            one.addWidget(field)
            fields.addLayout(one, stretch)
        units = column(gap=S)
        units.addWidget(self.calendar_days)
        units.addWidget(self.working_days)
        fields.addLayout(units, 2)
        box.addLayout(fields)
        box.addWidget(self.rolls)
        found = Card("accent", gap=2, margin=M)
        line = row(gap=M)
        line.addWidget(self.answer, 1)
        line.addWidget(self.estimated)
        line.addWidget(self.copy_button)
        found.body.addLayout(line)
        found.body.addWidget(self.more)
        box.addWidget(found)
        box.addWidget(self.strip)
        box.addStretch(1)
        foot = row(gap=M)
        foot.addWidget(self.day, 1)
        foot.addWidget(button(translate("Calculator", "Close"), self.accept))
        whole = column(self, gap=M, margin=XL)
        whole.addWidget(page, 1)
        whole.addLayout(foot)

    @property
    def unit(self) -> Unit:
        """What is counted."""
        return Unit.WORKING if self.working_days.isChecked() else Unit.CALENDAR

    def count(self) -> None:
        """Count anew; an answer to an earlier question is not shown."""
        start, unit = self.start.value(), self.unit
        number = int(self.number.text()) if self.number.hasAcceptableInput() else 0
        self.rolls.setEnabled(unit is Unit.CALENDAR)
        self._asked += 1
        asked = self._asked
        if not start or not number:
            self.counted = None
            self._show()
            return

        def show(counted: Count) -> None:
            if asked == self._asked:
                self.counted = counted
                self._show()

        def fail(error: BaseException) -> None:
            if not isinstance(error, UserError):
                self._desk.fail(error)
            elif asked == self._asked:
                self.counted = None
                self._show()
                self.answer.setText(error_text(error, self._desk.language).happened)

        services = self._desk.services
        self._desk.db.run(lambda job: services.calendar.count(start, number, unit), show, fail, self)

    def copy(self) -> None:
        """Put the result into the clipboard."""
        QApplication.clipboard().setText(f"{self.answer.text()}\n{self.more.text()}")
        self._desk.toasts.show(translate("Calculator", "Copied"))

    def _show(self) -> None:
        counted = self.counted
        self.copy_button.setEnabled(counted is not None)
        rolls = self.rolls.isChecked()
        self.strip.show_count(counted, with_roll=rolls)
        if counted is None:
            self.answer.setText(translate("Calculator", "Type a start day and a number of days"))
            self.more.setText("")
            self.estimated.hide()
            return
        self.estimated.setVisible(counted.estimated if rolls else counted.due_estimated)
        due = day_text(counted.due_on.isoformat())
        self.answer.setText(translate("Calculator", "Last day {date}").format(date=due))
        if rolls and counted.rolled_due_on != counted.due_on:
            moved = translate("Calculator", "Last day {date}, moved over the holiday to {moved}")
            later = day_text(counted.rolled_due_on.isoformat())
            self.answer.setText(moved.format(date=due, moved=later))
        text = translate("Calculator", "{amount} from {start}")
        start = day_text(counted.start_on.isoformat())
        self.more.setText(text.format(amount=amount_text(counted.amount, counted.unit), start=start))
