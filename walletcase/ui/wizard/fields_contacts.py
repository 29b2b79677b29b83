"""A list of people: name, role and phone, a row each."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walletcase.domain.errors import UserError
from walletcase.domain.fields import MAX_CONTACTS, Contact, dump_contacts, parse_contacts
from walletcase.domain.flow.playbook import Field
from walletcase.ui.look.tokens import XS, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button, icon_button
from walletcase.ui.widgets.layout import column, row
from walletcase.ui.wizard.fields_base import Input, Line


class PersonRow(QWidget):
    """One person."""

    edited = Signal()
    left = Signal()
    removed = Signal()

    def __init__(self, desk: Desk, person: Contact) -> None:
        super().__init__()
        names = (translate("Wizard", "Name"), translate("Wizard", "Role"), translate("Wizard", "Phone"))
        self.lines = tuple(Line(name) for name in names)
        self.remove_button = icon_button(translate("Wizard", "Remove this person"), desk.icon("x"), self.removed.emit)
        box = row(self, gap=XS)
        for line, text in zip(self.lines, (person.name, person.role, person.phone), strict=True):
            line.setPlaceholderText(line.accessibleName())
            line.setText(text)
            line.textEdited.connect(lambda: self.edited.emit())
            line.editingFinished.connect(lambda: self.left.emit())
            box.addWidget(line, 1)
        box.addWidget(self.remove_button)

    @property
    def person(self) -> Contact:
        """Who is written down here."""
        name, role, phone = (line.text() for line in self.lines)
        return Contact(name, role, phone)

    def give_name(self, field_name: str, number: int) -> None:
        """Name the lines after the field and the row."""
        for line in self.lines:
            line.setAccessibleName(f"{field_name} {number}: {line.placeholderText()}")
        self.remove_button.setAccessibleName(f"{self.remove_button.toolTip()} ({field_name} {number})")


class ContactsInput(Input):
    """A field of several people."""

    def __init__(self, field: Field, desk: Desk) -> None:
        super().__init__(field)
        self._desk = desk
        self._name = ""
        self._kept = ""
        self.people: list[PersonRow] = []
        self._rows = column(gap=S)
        self.add_button = button(translate("Wizard", "Add a person"), self._add, icon=desk.icon("plus"))
        foot = row()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        box = column(self, gap=S)
        box.addLayout(self._rows)
        box.addLayout(foot)

    def text(self) -> str:
        """Return the people as they are kept; what could not be read stays as it was until somebody is added."""
        return dump_contacts([one.person for one in self.people]) if self.people else self._kept

    def put(self, text: str) -> None:
        """Show the people of a text."""
        if text == self.text():
            return
        try:
            people = parse_contacts(text)
            self._kept = ""
        except UserError:
            people, self._kept = (), text
        for one in list(self.people):
            self._take_out(one)
        for person in people:
            self._put_in(person)

    def target(self) -> QWidget:
        """Return the first person's name, else the button that adds one."""
        return self.people[0].lines[0] if self.people else self.add_button

    def give_name(self, name: str) -> None:
        """Name every row."""
        self._name = name
        self.add_button.setAccessibleName(f"{name}: {self.add_button.text()}")
        for number, one in enumerate(self.people, 1):
            one.give_name(name, number)

    def _add(self) -> None:
        self._put_in(Contact()).lines[0].setFocus()

    def _put_in(self, person: Contact) -> PersonRow:
        one = PersonRow(self._desk, person)
        one.edited.connect(self.edited)
        one.left.connect(self.left)
        one.removed.connect(lambda: self._remove(one))
        before = self.people[-1].remove_button if self.people else self.add_button
        self.people.append(one)
        self._rows.addWidget(one)
        one.show()  # now, not when the layout gets round to it, so that it can take the focus
        # In the order in which they are seen: row by row, then the button that adds one.
        for first, then in pairwise((before, *one.lines, one.remove_button, self.add_button)):
            QWidget.setTabOrder(first, then)
        self._changed_number()
        return one

    def _remove(self, one: PersonRow) -> None:
        self._take_out(one)
        self.add_button.setFocus()
        self.edited.emit()
        self.left.emit()

    def _take_out(self, one: PersonRow) -> None:
        self.people.remove(one)
        self._rows.removeWidget(one)
        one.hide()
        one.deleteLater()
        self._changed_number()

    def _changed_number(self) -> None:
        self.add_button.setEnabled(len(self.people) < MAX_CONTACTS)
        self.give_name(self._name)
