"""What a person can say about a deadline: paused, extended, began on another day, no longer of interest."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.due.deadlines import Deadline, extensions_of
from walletcase.domain.ids import CaseId
from walletcase.services.changes import Changes
from walletcase.ui.look.tokens import M, S
from walletcase.ui.shell.deadline_words import amount_text
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.date_field import DateField, mark_bad
from walletcase.ui.widgets.flow import FlowLayout
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, clear, column, row

Say = Callable[[], Changes]


class Acts(QWidget):
    """A row of buttons; each opens a short form in its place. ``said`` comes when the form is gone, ``asking`` says
    whether there is one.
    """

    said = Signal()
    asking = Signal(bool)

    def __init__(self, desk: Desk, case_id: CaseId) -> None:
        super().__init__()
        self._desk = desk
        self._case_id = case_id
        self._record: CaseRecord | None = None
        self._deadline: Deadline | None = None
        self._box = column(self, gap=0)
        self.form: WordForm | None = None

    def show_deadline(self, record: CaseRecord, deadline: Deadline) -> None:
        """Offer what can be said about a deadline as it stands; a form being filled in stays."""
        self._record, self._deadline = record, deadline
        if self.form is None:
            self._show_buttons()

    def put_away(self) -> None:
        """Put the form away and show the buttons again."""
        self._show_buttons()
        self.asking.emit(False)
        self.said.emit()

    def _show_buttons(self) -> None:
        deadline, record = self._deadline, self._record
        clear(self._box)
        self.form = None
        if deadline is None or record is None:
            return
        line = QWidget()
        flow = FlowLayout(line, gap=S)
        if deadline.is_open:
            if deadline.is_paused:
                flow.addWidget(button(translate("Deadlines", "End the pause…"), self.resume))
            else:
                flow.addWidget(button(translate("Deadlines", "Pause…"), self.pause))
            if self._longer():
                flow.addWidget(button(translate("Deadlines", "They extended it…"), self.extend))
            flow.addWidget(button(translate("Deadlines", "It began on another day…"), self.restart))
            flow.addWidget(button(translate("Deadlines", "No longer of interest…"), self.dismiss, kind="quiet"))
        self._box.addWidget(line)
        line.setVisible(flow.count() > 0)

    def _longer(self) -> list[tuple[str, str]]:
        """The limits to which the deadline can still be extended: key and words."""
        if self._deadline is None or self._record is None:
            return []
        chain = extensions_of(self._record.rules, self._deadline.first_limit)
        keys = [limit.key for limit in chain]
        now = keys.index(self._deadline.limit.key) + 1 if self._deadline.limit.key in keys else 0
        language = self._desk.language
        return [(one.key, f"{one.name.get(language)}: {amount_text(one.amount, one.unit)}") for one in chain[now:]]

    def pause(self) -> None:
        """Ask for the days of a pause."""
        hint = translate("Deadlines", "Days of agreed mediation, or while they wait for papers from you, do not count.")
        form = WordForm(self._desk, translate("Deadlines", "Pause the count"), hint)
        since = form.add_date(translate("Deadlines", "First paused day"), self._today)
        until = form.add_date(translate("Deadlines", "Last paused day (empty: it still runs)"), "", needed=False)
        why = form.add_line(translate("Deadlines", "Why (optional)"))
        services = self._desk.services.deadlines

        def say(key: str) -> Say:
            return partial(services.pause, self._case_id, key, since.value(), until.value(), why.text())

        self._ask(form, say)

    def resume(self) -> None:
        """Ask for the last day of the pause that runs."""
        form = WordForm(self._desk, translate("Deadlines", "End the pause"), "")
        until = form.add_date(translate("Deadlines", "Last paused day"), self._today)
        services = self._desk.services.deadlines
        self._ask(form, lambda key: partial(services.resume, self._case_id, key, until.value()))

    def extend(self) -> None:
        """Ask for the longer limit and the day of the notice."""
        hint = translate("Deadlines", "Only if they told you so, with the reason. The start stays the same.")
        form = WordForm(self._desk, translate("Deadlines", "They gave notice of a longer limit"), hint)
        which = form.add_choice(translate("Deadlines", "The longer limit"), self._longer())
        on = form.add_date(translate("Deadlines", "Day of the notice"), self._today)
        why = form.add_line(translate("Deadlines", "Their reason (optional)"))
        services = self._desk.services.deadlines

        def say(key: str) -> Say:
            return partial(services.extend, self._case_id, key, str(which.currentData()), on.value(), why.text())

        self._ask(form, say)

    def restart(self) -> None:
        """Ask for another first day."""
        hint = translate("Deadlines", "What counts is the day on which they received it, if you can show it.")
        form = WordForm(self._desk, translate("Deadlines", "It began on another day"), hint)
        started = self._deadline.starts_on if self._deadline else self._today
        on = form.add_date(translate("Deadlines", "The day it began"), started)
        why = form.add_line(translate("Deadlines", "How you know (optional)"))
        services = self._desk.services.deadlines
        self._ask(form, lambda key: partial(services.restart, self._case_id, key, on.value(), why.text()))

    def dismiss(self) -> None:
        """Ask why the deadline is of no interest any more."""
        hint = translate("Deadlines", "It stays in the record as closed and no longer warns. You can take it back.")
        form = WordForm(self._desk, translate("Deadlines", "No longer of interest"), hint)
        why = form.add_line(translate("Deadlines", "Why (optional)"))
        services = self._desk.services.deadlines
        self._ask(form, lambda key: partial(services.dismiss, self._case_id, key, why.text()))

    @property
    def _today(self) -> str:
        return self._desk.services.clock.today()

    def _ask(self, form: WordForm, say: Callable[[str], Say]) -> None:
        """Show a form; ``say`` reads it, on the window's thread, and returns what is to be stored."""
        deadline = self._deadline
        if deadline is None:
            return
        clear(self._box)
        self.form = form
        self.asking.emit(True)
        form.cancelled.connect(self.put_away)
        form.accepted.connect(lambda: self._desk.change(self, say(deadline.key), self.put_away))
        self._box.addWidget(form)
        form.begin()


class WordForm(Card):
    """A few fields in a line. ``accepted`` comes only while every needed date is one."""

    accepted = Signal()
    cancelled = Signal()

    def __init__(self, desk: Desk, title: str, hint: str) -> None:
        super().__init__("accent", gap=S, margin=M)
        self._desk = desk
        self._dates: list[tuple[DateField, bool]] = []
        self._first: QWidget | None = None
        self.body.addWidget(PlainLabel(title, "label", wrap=True))
        if hint:
            self.body.addWidget(PlainLabel(hint, "caption", wrap=True))
        self._fields = row(gap=M)
        self.body.addLayout(self._fields)

    def add_date(self, name: str, value: str, *, needed: bool = True) -> DateField:
        """Add a date."""
        today = self._desk.services.clock.today()
        field = DateField(name, self._desk.icon, today, translate("Deadlines", "Pick a date"))
        field.line.setText(value)
        field.line.returnPressed.connect(self._accept)
        self._dates.append((field, needed))
        self._add(name, field, 1)
        return field

    def add_line(self, name: str) -> QLineEdit:
        """Add a line of text."""
        field = QLineEdit()
        field.setMaxLength(500)
        field.returnPressed.connect(self._accept)
        self._add(name, field, 2)
        return field

    def add_choice(self, name: str, choices: list[tuple[str, str]]) -> QComboBox:
        """Add a choice of (key, words)."""
        field = QComboBox()
        for key, words in choices:
            field.addItem(words, key)
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(12)
        self._add(name, field, 2)
        return field

    def begin(self) -> None:
        """Put the buttons after the fields, and the person into the first field."""
        buttons = row(gap=S)
        buttons.addStretch(1)
        buttons.addWidget(button(translate("Deadlines", "Cancel"), self.cancelled.emit))
        buttons.addWidget(button(translate("Deadlines", "Save"), self._accept, kind="primary"))
        self.body.addLayout(buttons)
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, name: str, field: QWidget, stretch: int) -> None:
        label = PlainLabel(name, "caption", wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignBottom)
        label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(name)
        box = column(gap=2)
        box.addWidget(label, 1)
        box.addWidget(field)
        self._fields.addLayout(box, stretch)
        self._first = self._first or field

    def _accept(self) -> None:
        bad = [field for field, needed in self._dates if field.is_bad() or (needed and not field.value())]
        for field, _ in self._dates:
            mark_bad(field.line, field in bad)
        if bad:
            bad[0].setFocus()
        else:
            self.accepted.emit()
