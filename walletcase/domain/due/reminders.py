"""Reminders: what the person should hear of, and when. Derived from a record; only snoozes are stored.

Postponing the nudge (snooze) and moving the date itself (deadlines, promises, fields) are two things: a snooze never
changes a date, and a date that moved ends the snooze. When a nudge comes is in walletcase.domain.nudges.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from walletcase.domain.days.workdays import count
from walletcase.domain.due.deadlines import Deadline, deadlines_of
from walletcase.domain.due.followup import asked_on, chase_step, step_ending
from walletcase.domain.due.promises import Promise, promises_of
from walletcase.domain.errors import UserError
from walletcase.domain.flow.machine import days_between
from walletcase.domain.flow.playbook import Field, Role, Status, Step
from walletcase.domain.ids import CaseId

if TYPE_CHECKING:
    from walletcase.domain.case import CaseRecord

SOON_DAYS = 3  # so many days ahead a date is soon, and so many days ahead the person hears of it
CONTACT_CHECK = "contact_check"  # the limit of the rule pack that says how long a check of contact details is good
_ENDED = (Status.RESOLVED, Status.CLOSED)


class ReminderKind(StrEnum):
    """What a reminder is about."""

    DEADLINE = "deadline"  # the other side owes something by a date
    OWN_TERM = "own_term"  # the person has to act by a date
    PROMISE = "promise"
    ASK = "ask"  # the day on which the person wanted to ask again, or to see whether it was accepted
    CONTACT_CHECK = "contact_check"
    PERFORMANCE = "performance"  # what was agreed is to be carried out


class Urgency(StrEnum):
    """Where a reminder stands on a day."""

    OVERDUE = "overdue"
    TODAY = "today"  # its day is today, or has come and nobody is late yet
    SOON = "soon"  # within SOON_DAYS
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder. ``key`` is stable within its case. ``due_on`` is the earlier date (warn the person), ``late_after``
    the later one (only then is the other side late), "" where nobody can be late. Both are local ISO dates and never
    shift with time zones. ``snoozed_until`` is "" or an ISO date or time before which there is no nudge.

    ``name`` is the key of the limit, the promise's words or the field's key: ui and export find the words by it.
    ``step_key`` is where the person does something about it; ``item`` where the date lives: a deadline's key, an
    entry's id, a field's key.
    """

    key: str
    case_id: CaseId
    kind: ReminderKind
    due_on: str
    late_after: str
    name: str
    step_key: str = ""
    item: str = ""
    estimated: bool = False
    snoozed_until: str = ""


def urgency(reminder: Reminder, today: str) -> Urgency:
    """Return where a reminder stands on ``today`` (ISO date)."""
    if reminder.late_after and reminder.late_after < today:
        return Urgency.OVERDUE
    if reminder.due_on <= today:
        return Urgency.TODAY
    return Urgency.SOON if days_between(today, reminder.due_on) <= SOON_DAYS else Urgency.LATER


def snooze_of(until: str, due_on: str) -> str:
    """Return a snooze as it is stored: until when, and of which date."""
    return f"{until}@{due_on}"


def snooze_in_force(stored: str, due_on: str) -> str:
    """Return until when a stored snooze holds, "" if there is none or the date has moved since."""
    until, _, of_date = stored.partition("@")
    return until if of_date == due_on else ""


def in_force(stored: Iterable[Reminder]) -> tuple[Reminder, ...]:
    """Return stored reminders with only those snoozes that still hold."""
    return tuple(replace(one, snoozed_until=snooze_in_force(one.snoozed_until, one.due_on)) for one in stored)


def reminders_of(record: CaseRecord) -> tuple[Reminder, ...]:
    """Return a case's reminders, the earliest date first. They do not depend on the day on which one looks.

    A trashed case has none; an ended one only that of what was agreed and is not carried out yet. What is owed, late,
    and was asked for since gives way to what comes next: the day to ask again, or a newer promise.
    """
    if record.case.trashed_at:
        return ()
    found = [*_performances(record)]
    if record.case.status not in _ENDED:
        asks, deadlines = [*_asks(record)], [d for d in deadlines_of(record, "") if d.is_open and not d.is_paused]
        found += [*_pressing(record, deadlines, has_ask=bool(asks)), *asks]
        found += [*_own_terms(record, deadlines), *_contact_checks(record)]
    snoozed = (replace(one, snoozed_until=_snooze(record, one)) for one in found)
    return tuple(sorted(snoozed, key=lambda one: (one.due_on, one.key)))


def _snooze(record: CaseRecord, reminder: Reminder) -> str:
    return snooze_in_force(record.snoozes.get(reminder.key, ""), reminder.due_on)


def _pressing(record: CaseRecord, deadlines: Sequence[Deadline], *, has_ask: bool) -> list[Reminder]:
    """What the other side owes: deadlines and promises that nobody asked for since they were late."""
    step, asked = chase_step(record), asked_on(record)
    promises = [p for p in promises_of(record, "") if p.is_open]
    spoken = max((p.made_on for p in promises), default=asked)
    terms = [_of_deadline(record, d, ReminderKind.DEADLINE, step) for d in deadlines if not d.is_own]
    promised = [_of_promise(record, p, step) for p in promises]
    fresh = [one for one in terms if one.late_after >= max(asked, spoken)]
    fresh += [one for one in promised if one.late_after >= asked]
    return fresh if fresh or has_ask else terms + promised


def _of_deadline(record: CaseRecord, deadline: Deadline, kind: ReminderKind, step_key: str) -> Reminder:
    return Reminder(
        key=f"{kind}/{deadline.key}",
        case_id=record.case.id,
        kind=kind,
        due_on=deadline.due_on,
        late_after=deadline.late_after,
        name=deadline.limit.key,
        step_key=step_key,
        item=deadline.key,
        estimated=deadline.estimated,
    )


def _of_promise(record: CaseRecord, promise: Promise, step_key: str) -> Reminder:
    return Reminder(
        key=f"{ReminderKind.PROMISE}/{promise.entry_id}",
        case_id=record.case.id,
        kind=ReminderKind.PROMISE,
        due_on=promise.due_on,
        late_after=promise.due_on,
        name=promise.text,
        step_key=step_key,
        item=str(promise.entry_id),
    )


def _own_terms(record: CaseRecord, deadlines: Iterable[Deadline]) -> Iterator[Reminder]:
    for deadline in deadlines:
        if deadline.is_own:
            step_key = step_ending(record, (deadline.limit.key, deadline.first_limit.key)) or deadline.step_key
            yield _of_deadline(record, deadline, ReminderKind.OWN_TERM, step_key)


def _asks(record: CaseRecord) -> Iterator[Reminder]:
    for step, field in _fields(record, Role.REMIND_ON):
        due_on = _good_date(record.value(field.key))
        if due_on:
            yield _of_field(record, step, field, ReminderKind.ASK, due_on)


def _performances(record: CaseRecord) -> Iterator[Reminder]:
    for step, field in _fields(record, Role.PERFORM_BY):
        due_on = _good_date(record.value(field.key))
        if due_on and not record.role_value(Role.PERFORMED_ON):
            made = _of_field(record, step, field, ReminderKind.PERFORMANCE, due_on)
            yield replace(made, late_after=due_on)


def _contact_checks(record: CaseRecord) -> Iterator[Reminder]:
    """The next check of contact details, so long after the last one as the pack says."""
    limit = record.rules.limit(CONTACT_CHECK)
    for step, field in _fields(record, Role.CHECKED_ON):
        rounds = (_good_date(text) for key, text in record.values.items() if key.field_key == field.key)
        checked_on = max(rounds, default="")
        if limit is None or not checked_on:
            continue
        try:
            counted = count(record.calendar, date.fromisoformat(checked_on), limit.amount, limit.unit)
        except UserError:  # no calendar reaches that far
            continue
        made = _of_field(record, step, field, ReminderKind.CONTACT_CHECK, counted.due_on.isoformat())
        yield replace(made, name=limit.key, estimated=counted.due_estimated)


def _of_field(record: CaseRecord, step: Step, field: Field, kind: ReminderKind, due_on: str) -> Reminder:
    """A reminder whose date stands in a field. Nobody is late with what the person set themselves."""
    return Reminder(f"{kind}/{field.key}", record.case.id, kind, due_on, "", field.key, step.key, field.key)


def _fields(record: CaseRecord, role: Role) -> Iterator[tuple[Step, Field]]:
    for step in record.playbook.steps:
        field = step.field_with_role(role)
        if field is not None:
            yield step, field


def _good_date(text: str) -> str:
    """An ISO date, or "" where a half-typed one stands."""
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        return ""
