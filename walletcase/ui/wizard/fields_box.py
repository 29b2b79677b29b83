"""A field as it stands in a form: its label, its editor, its hint, and a gentle word where the text is not good yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walletcase.domain.fields import problem_with, shown
from walletcase.domain.flow.playbook import Field, FieldKind
from walletcase.ui.look.tokens import XS, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column, row
from walletcase.ui.wizard.fields_base import Input, LineInput, MoneyInput
from walletcase.ui.wizard.fields_choice import BoxInput, RowInput, is_short
from walletcase.ui.wizard.fields_contacts import ContactsInput
from walletcase.ui.wizard.fields_dates import DateInput, TimeInput
from walletcase.ui.wizard.fields_demands import DemandsInput
from walletcase.ui.wizard.fields_long import LongInput


def make_input(field: Field, desk: Desk) -> Input:
    """Return the editor for a field's kind."""
    if field.kind is FieldKind.LONG_TEXT:
        return LongInput(field)
    if field.kind is FieldKind.DATE:
        return DateInput(field, desk)
    if field.kind is FieldKind.TIME:
        return TimeInput(field, desk)
    if field.kind is FieldKind.MONEY:
        return MoneyInput(field)
    if field.kind is FieldKind.CHOICE:
        return RowInput(field, desk) if is_short(field, desk.language) else BoxInput(field, desk)
    if field.kind is FieldKind.CONTACTS:
        return ContactsInput(field, desk)
    if field.kind is FieldKind.DEMANDS:
        return DemandsInput(field, desk)
    return LineInput(field)


def problem_text(code: str) -> str:
    """Return what is said under a field whose text is not good (walletcase.domain.fields.problem_with)."""
    texts = {
        "bad_date": translate("Wizard", "Not a date yet; kept as typed. For example 2026-11-22."),
        "bad_time": translate("Wizard", "Not a time yet; kept as typed. For example 14:05."),
        "bad_phone": translate("Wizard", "Not a phone number yet; kept as typed."),
        "bad_money": translate("Wizard", "Not an amount yet; kept as typed. For example 1234.50."),
        "bad_choice": translate("Wizard", "None of the answers listed; kept as written."),
        "bad_contacts": translate("Wizard", "This list of people could not be read; kept as written."),
        "bad_demands": translate("Wizard", "More demands than fit, or one that is too long; kept as written."),
        "too_long": translate("Wizard", "Longer than fits here; kept as typed. Please shorten it."),
    }
    return texts.get(code, translate("Wizard", "Not complete yet; kept as typed."))


class FieldBox(QWidget):
    """One field of a form."""

    edited = Signal()
    left = Signal()

    def __init__(self, field: Field, desk: Desk) -> None:
        super().__init__()
        self.field = field
        self._language = desk.language
        self.input = make_input(field, desk)
        box = column(self, gap=XS)
        head = row(gap=S)
        name = field.label.get(desk.language)
        self.label = PlainLabel(name, "label", wrap=True)
        self.label.setBuddy(self.input.target())
        head.addWidget(self.label, 1)
        if field.required:
            required = translate("Wizard", "Required")
            head.addWidget(PlainLabel(required, "caption"))
            name = f"{name} ({required})"
        self.input.give_name(name)
        box.addLayout(head)
        box.addWidget(self.input)
        if field.hint is not None:
            hint = field.hint.get(desk.language)
            box.addWidget(PlainLabel(hint, "caption", wrap=True))
            self.input.target().setAccessibleDescription(hint)
        self.problem = PlainLabel("", "warn", wrap=True)
        self.problem.hide()
        box.addWidget(self.problem)
        box.addStretch(1)
        self.input.edited.connect(self._take)
        self.input.left.connect(self._leave)

    def put(self, text: str) -> None:
        """Show a stored text."""
        self.input.put(self.read(text))
        self._judge()

    def read(self, text: str) -> str:
        """Return how a stored text stands here: a name that the playbook knows is in the reader's language."""
        return shown(self.field, text, self._language) if self.field.known is not None else text

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written here."""
        return not self.input.text().strip()

    def _take(self) -> None:
        # While somebody types nothing is wrong yet; what was wrong may have become right.
        if problem_with(self.field, self.input.text()) in (None, "too_long"):
            self._judge()
        self.edited.emit()

    def _leave(self) -> None:
        self._judge()
        self.left.emit()

    def _judge(self) -> None:
        code = problem_with(self.field, self.input.text())
        self.problem.setText(problem_text(code) if code else "")
        self.problem.setVisible(code is not None)
        self.input.mark(code is not None)
