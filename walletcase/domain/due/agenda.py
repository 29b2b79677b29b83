"""What there is to do on a day over all cases: what is due first, and for each case one next action or a date to wait.

Calm: a case with nothing due says until when there is nothing to do, and no reminder speaks that was put off.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from walletcase.domain.case import CaseRow
from walletcase.domain.due.nudges import is_snoozed, wall
from walletcase.domain.due.reminders import Reminder, Urgency, urgency
from walletcase.domain.flow.machine import NextKind
from walletcase.domain.flow.playbook import Status

_ENDED = (Status.RESOLVED, Status.CLOSED)


class Group(StrEnum):
    """Where a line of the agenda stands, in this order."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    NEXT = "next"  # something to do, at no date
    WAIT = "wait"  # nothing to do until a date


LOUD = (Group.OVERDUE, Group.TODAY)
_OF_URGENCY = {Urgency.OVERDUE: Group.OVERDUE, Urgency.TODAY: Group.TODAY, Urgency.SOON: Group.SOON}


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One line. ``on`` is the date it is about (ISO date, or a time up to which it was put off), "" without one.

    ``reminder`` is None for a case's next action that no reminder speaks of.
    """

    group: Group
    row: CaseRow
    reminder: Reminder | None
    on: str

    @property
    def step_key(self) -> str:
        """Where to do it: the step of the case that it belongs to."""
        return (self.reminder.step_key if self.reminder else "") or self.row.next_action.step_key


def is_loud(reminder: Reminder, now: datetime) -> bool:
    """Whether a reminder is due or overdue and nobody put it off."""
    today = wall(now, now).date().isoformat()
    return not is_snoozed(reminder, now) and _OF_URGENCY.get(urgency(reminder, today)) in LOUD


def agenda_of(rows: Iterable[CaseRow], reminders: Sequence[Reminder], now: datetime) -> tuple[AgendaItem, ...]:
    """Return the agenda of live cases as of ``now`` (with its zone), group by group, earliest date first."""
    of_case: dict[int, list[Reminder]] = {}
    for reminder in reminders:
        of_case.setdefault(reminder.case_id, []).append(reminder)
    items = [
        item
        for row in rows
        if not row.trashed_at
        for item in _of_case(row, of_case.get(row.id, []), now)
    ]  # fmt: skip
    places: Mapping[Group, int] = {group: place for place, group in enumerate(Group)}
    return tuple(sorted(items, key=lambda one: (places[one.group], one.on or "9999", one.row.number)))


def _of_case(row: CaseRow, reminders: Sequence[Reminder], now: datetime) -> list[AgendaItem]:
    today = wall(now, now).date().isoformat()
    items: list[AgendaItem] = []
    for reminder in reminders:
        group = _OF_URGENCY.get(urgency(reminder, today))
        if is_snoozed(reminder, now):
            items.append(AgendaItem(Group.WAIT, row, reminder, reminder.snoozed_until))
        elif group is not None:
            items.append(AgendaItem(group, row, reminder, reminder.due_on))
    return items + _next_of(row, items, reminders)


def _next_of(row: CaseRow, items: Sequence[AgendaItem], reminders: Sequence[Reminder]) -> list[AgendaItem]:
    """The case's next action, where nothing due speaks for it already."""
    action = row.next_action
    if row.status in _ENDED or action.kind is NextKind.FINISHED or any(item.group in LOUD for item in items):
        return []
    about = next((one for one in reminders if action.on and action.on in (one.due_on, one.late_after)), None)
    if action.kind is NextKind.WAIT:
        return [] if items else [AgendaItem(Group.WAIT, row, about, action.on)]
    told = any(item.step_key == action.step_key for item in items)  # put off, or soon: said once is enough
    return [] if told else [AgendaItem(Group.NEXT, row, about, action.on)]
