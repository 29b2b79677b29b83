"""One door as a tool shows it: its name, its number in large letters with a way to copy it, hours, source."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.flow.playbook import Role, Step
from walletcase.domain.routing import answers_of, places, plan
from walletcase.domain.rules.pack import Door, Party
from walletcase.ui.look.tokens import XS, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import column


def who_answers(record: CaseRecord) -> Party | None:
    """Return who is responsible, None where the case does not say."""
    found = plan(record, answers_of(record))
    return found.answers if found else None


def doors_of_step(record: CaseRecord, step: Step) -> tuple[Door, ...]:
    """Return the doors that a step goes to, those of the case's own institution where it has some."""
    institution = record.role_value(Role.INSTITUTION)
    party = who_answers(record)
    found: list[Door] = []
    for name in step.doors:
        kind = DoorKind(name)
        found += (
            places(record.rules, kind, institution, party)
            if party is not None
            else record.rules.doors_of(kind, institution)
        )
    return tuple(found)


class DoorView(QWidget):
    """``copy`` is called with the number."""

    def __init__(self, desk: Desk, door: Door, copy: Callable[[str], None], *, with_does: bool = True) -> None:
        super().__init__()
        self.door = door
        box = column(self, gap=XS)
        head, flow = flow_row(S)
        flow.addWidget(PlainLabel(door.name.get(desk.language), "strong"))
        if not door.source.confirmed:
            chip = Chip(translate("Tools", "To be verified"), "warn")
            chip.setToolTip(door.source.text.get(desk.language))
            flow.addWidget(chip)
        box.addWidget(head)
        if door.number:
            line, inner = flow_row(S)
            self.number = PlainLabel(door.number, "title").let_select()
            self.number.setAccessibleName(translate("Tools", "Number: {number}").format(number=door.number))
            inner.addWidget(self.number)
            name = translate("Tools", "Copy number")
            copier = button(name, lambda: copy(door.number), kind="quiet", icon=desk.icon("copy"))
            copier.setAccessibleName(f"{name}: {door.number}")
            inner.addWidget(copier)
            box.addWidget(line)
        for text in self._lines(desk, with_does):
            box.addWidget(PlainLabel(text, "caption", wrap=True))

    def _lines(self, desk: Desk, with_does: bool) -> Iterable[str]:
        door, language = self.door, desk.language
        if with_does:
            yield door.does.get(language)
        if door.address:
            yield translate("Tools", "Address: {text}").format(text=door.address)
        if door.hours is not None:
            yield translate("Tools", "Hours: {text}").format(text=door.hours.get(language))
        source = translate("Tools", "{source} · checked {date}")
        yield source.format(source=door.source.text.get(language), date=door.source.checked_on)
