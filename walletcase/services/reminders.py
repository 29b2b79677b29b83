"""Reminders: what there is to do today, what came due meanwhile, putting off, and the calendar file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from walletcase.domain.case import Case, CaseRow
from walletcase.domain.due.agenda import AgendaItem, agenda_of, is_loud
from walletcase.domain.due.nudges import Nudge, QuietHours, next_nudge_at, nudges_between, snooze_end, wall
from walletcase.domain.due.reminders import Reminder, ReminderKind, in_force, reminders_of, snooze_of
from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId
from walletcase.domain.text import Text
from walletcase.services.cases import rows_of
from walletcase.services.changes import Changes, changed
from walletcase.services.context import Context
from walletcase.services.dossiers import Files
from walletcase.services.ports import Unit

_OF_LIMITS = (ReminderKind.DEADLINE, ReminderKind.OWN_TERM, ReminderKind.CONTACT_CHECK)
NO_WORDS = Text("", "")


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """An item of the agenda with its words: the limit's name, the field's label, the promise; empty without any."""

    item: AgendaItem
    words: Text


@dataclass(frozen=True, slots=True)
class Notice:
    """One reminder that spoke up, with its case and its words."""

    nudge: Nudge
    row: CaseRow
    words: Text


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One date of a calendar file. ``words`` are no private facts; ``private`` are (the case's title, the promise).
    Times are ISO 8601 with offset.
    """

    case_number: str
    reminder: Reminder
    words: Text
    private: str
    case_made_at: str
    changed_at: str


class CalendarMaker(Protocol):
    """Makes the bytes of a calendar file."""

    def make(self, events: Sequence[CalendarEvent], made_at: datetime, language: str, *, with_private: bool) -> bytes:
        """Return an iCalendar file (RFC 5545) of these dates."""


class ReminderService:
    """Use cases on the reminders of all cases."""

    def __init__(self, context: Context, maker: CalendarMaker, files: Files) -> None:
        self._context = context
        self._maker = maker
        self._files = files

    def today(self) -> tuple[AgendaLine, ...]:
        """Return what there is to do now over all live cases: overdue first, then due, soon, next, waiting."""
        with self._context.store.read() as unit:
            reminders = in_force(unit.reminders.all())
            items = agenda_of(rows_of(unit, self._context.clock), reminders, self._context.clock.now())
            words = self._words(unit, [one.reminder for one in items if one.reminder is not None])
        return tuple(AgendaLine(one, words.get(one.reminder, NO_WORDS) if one.reminder else NO_WORDS) for one in items)

    def snooze(self, case_id: CaseId, key: str, until: str) -> Changes:
        """Put a reminder off until an ISO date or an ISO time with offset; "" takes it back. No date moves.

        Raises UserError: no_such_case, no_such_reminder, bad_date, snooze_past.
        """
        if until:
            self._check(until)
        with self._context.store.write() as unit:
            record = self._context.record(unit, case_id)
            reminder = next((one for one in reminders_of(record) if one.key == key), None)
            if reminder is None:
                raise UserError("no_such_reminder", reminder=key)
            unit.reminders.snooze(case_id, key, snooze_of(until, reminder.due_on) if until else "")
            self._context.note(unit, record.case, "reminder_snoozed", {"reminder": key, "until": until})
        return changed(case_id)

    def spoken(self, since: datetime, quiet: QuietHours) -> tuple[Notice, ...]:
        """Return the reminders that spoke up after ``since`` (an instant) and until now; each once, by its last word.

        One that was put off again, settled or moved in the meantime says nothing.
        """
        now = self._context.clock.now()
        with self._context.store.read() as unit:
            reminders = in_force(unit.reminders.all())
            latest = {nudge.reminder: nudge for nudge in nudges_between(reminders, since, now, quiet)}
            if not latest:
                return ()
            rows = {row.id: row for row in rows_of(unit, self._context.clock)}
            words = self._words(unit, latest)
        return tuple(Notice(nudge, rows[one.case_id], words[one]) for one, nudge in latest.items())

    def missed_since(self, since: datetime) -> tuple[Notice, ...]:
        """Return what came due or late after ``since`` (an instant: the app was closed then) and still is."""
        now = self._context.clock.now()
        return tuple(one for one in self.spoken(since, QuietHours()) if is_loud(one.nudge.reminder, now))

    def next_at(self, quiet: QuietHours) -> datetime | None:
        """Return the next wall-clock moment at which a reminder speaks up or a snooze ends, None if there is none."""
        now = self._context.clock.now()
        with self._context.store.read() as unit:
            reminders = in_force(unit.reminders.all())
        ends = [end for one in reminders if (end := snooze_end(one, now)) is not None and end > wall(now, now)]
        speaks = next_nudge_at(reminders, now, quiet)
        return min([*ends, *([speaks] if speaks else [])], default=None)

    def catch_up(self) -> int:
        """Derive the reminders of cases that an older version of the app wrote; return how many those were."""
        with self._context.store.read() as unit:
            left = [case.id for case, _ in unit.cases.heads() if not case.rules_revision]
        if left:
            with self._context.store.write() as unit:
                for case_id in left:
                    self._context.settle(unit, case_id, touched=False)
        return len(left)

    def export_ics(self, case_id: CaseId, target: Path, language: str, *, with_private: bool = False) -> int:
        """Write a case's dates to a calendar file, whole or not at all; return how many there are.

        Raises UserError: no_such_case, no_dates, target_unwritable, disk_full.
        """
        with self._context.store.read() as unit:
            record = self._context.record(unit, case_id)
            reminders = reminders_of(record)
            words = self._words(unit, reminders)
        if not reminders:
            raise UserError("no_dates", case=record.case.number)
        events = [_event(record.case, one, words[one]) for one in reminders]
        content = self._maker.make(events, self._context.clock.now(), language, with_private=with_private)

        def fill(path: Path) -> None:
            path.write_bytes(content)

        self._files.write_whole(target, fill)
        with self._context.store.write() as unit:
            self._context.note(unit, record.case, "exported", {"file": target.name, "sha256": ""})
        return len(events)

    def _check(self, until: str) -> None:
        try:
            moment = datetime.fromisoformat(until)
        except ValueError:
            raise UserError("bad_date", text=until) from None
        is_day = len(until) == len(date.min.isoformat())
        if not is_day and moment.tzinfo is None:
            raise UserError("bad_date", text=until)
        past = until <= self._context.clock.today() if is_day else moment <= self._context.clock.now()
        if past:
            raise UserError("snooze_past", until=until)

    def _words(self, unit: Unit, reminders: Iterable[Reminder]) -> Mapping[Reminder, Text]:
        """The words of reminders, each by the rules and the playbook that its case goes by."""
        heads: dict[CaseId, Case] = {}
        found: dict[Reminder, Text] = {}
        for one in reminders:
            case = heads.get(one.case_id) or heads.setdefault(one.case_id, unit.cases.head(one.case_id))
            found[one] = self._words_of(unit, case, one)
        return found

    def _words_of(self, unit: Unit, case: Case, reminder: Reminder) -> Text:
        if reminder.kind is ReminderKind.PROMISE:
            return Text(reminder.name, reminder.name)
        if reminder.kind in _OF_LIMITS:
            limit = self._context.rulebook.pack(unit, case.rules_revision).limit(reminder.name)
            return limit.name if limit else NO_WORDS
        try:
            field = self._context.playbooks.get(case.playbook_key).field(reminder.name)
        except UserError:  # a case whose playbook is not there any more still has its dates
            return NO_WORDS
        return field.label if field else NO_WORDS


def _event(case: Case, reminder: Reminder, words: Text) -> CalendarEvent:
    promised = reminder.kind is ReminderKind.PROMISE
    private = f"{case.title}\n{reminder.name}" if promised and reminder.name else case.title
    plain = NO_WORDS if promised else words
    return CalendarEvent(case.number, reminder, plain, private, case.created_at, case.updated_at)
