"""The number under which a complaint runs, the day on which it was given, and the day of the first filing."""

from __future__ import annotations

from dataclasses import dataclass

from walletcase.domain.case import CaseRecord
from walletcase.domain.due.rounds import done_rounds, iso_date
from walletcase.domain.flow.playbook import Role, Status, Step
from walletcase.domain.sides import is_with_institution
from walletcase.domain.writing.kinds import OWN_DOORS


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference number as it was typed; ``given_on`` is the ISO day of the contact that first gave it, or ""."""

    text: str
    given_on: str


def reference_of(record: CaseRecord, *, of_institution: bool = True) -> Reference:
    """Return the number in force at the institution, or (not ``of_institution``) at somebody else: the newest one that
    a contact with that side gave, else one written in a step that goes there.
    """
    told = (entry for entry in record.live_timeline if entry.draft.reference.strip())
    own = [entry for entry in told if is_with_institution(record, entry) is of_institution]
    if own:
        number = own[-1].draft.reference
        return Reference(number, next(entry.occurred_on for entry in own if entry.draft.reference == number))
    for step in record.playbook.steps:
        field = step.field_with_role(Role.REFERENCE)
        number = record.value(field.key) if field and _goes_to_institution(step) is of_institution else ""
        if number.strip():
            day = step.field_with_role(Role.OCCURRED_ON)
            return Reference(number, iso_date(record.value(day.key)) if day else "")
    return Reference("", "")


def filed_on(record: CaseRecord) -> str:
    """Return the day on which the complaint first went out, ISO or "": of the first contact that a round of a filing
    step made.
    """
    outcomes = {(one.step.key, one.number): one.outcome for one in done_rounds(record)}
    for entry in record.live_timeline:
        outcome = outcomes.get((entry.draft.step_key, entry.draft.step_round))
        if outcome and outcome.sets_status in (Status.FILED, Status.ACCEPTED):
            return entry.occurred_on
    return ""


def _goes_to_institution(step: Step) -> bool:
    return not step.doors or any(door in OWN_DOORS for door in step.doors)
