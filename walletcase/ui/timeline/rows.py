"""What the timeline shows, as frozen rows worked out from a case. No Qt, no words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby

from walletcase.domain.case import CaseRecord
from walletcase.domain.due.promises import Promise as MadePromise
from walletcase.domain.due.promises import promises_of as promises_in
from walletcase.domain.ids import EntryId, EvidenceId
from walletcase.domain.timeline import PromiseState as PromiseWord
from walletcase.domain.timeline import TimelineEntry

# Days without any contact from which a silence is worth showing.
QUIET_DAYS = 4


class PromiseState(StrEnum):
    """What became of a promised answer.

    LATE: it came, after its date. MOVED: another date was given in time. BROKEN: its date passed and nothing came,
    or nothing but another date.
    """

    OPEN = "open"
    TODAY = "today"
    KEPT = "kept"
    LATE = "late"
    MOVED = "moved"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Promise:
    """An answer promised by ``due_on`` (ISO). ``days`` is how long until then, or how long it was late.

    ``settled_on`` is the day of the contact that answered or gave another date, "" if there was none; ``is_renewed``
    says that it was the latter.
    """

    due_on: str
    state: PromiseState
    days: int = 0
    settled_on: str = ""
    is_renewed: bool = False


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A linked piece of evidence."""

    id: EvidenceId
    exhibit_no: int
    title: str


@dataclass(frozen=True, slots=True)
class DayRow:
    """The heading of a day. ``days_ago`` is negative for a day to come."""

    day: str
    days_ago: int


@dataclass(frozen=True, slots=True)
class QuietRow:
    """A stretch without any contact."""

    days: int


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One contact. ``at`` is HH:MM or "" if not known; ``recorded_on`` is "" unless it was written down days later."""

    id: EntryId
    day: str
    at: str
    channel: str
    icon: str
    counterpart: str
    said: str
    is_answer: bool
    reference: str
    promise: Promise | None
    exhibits: tuple[Exhibit, ...]
    recorded_on: str
    is_edited: bool


Row = DayRow | QuietRow | ContactRow


def days_between(earlier: str, later: str) -> int:
    """Return the days from one ISO date to another, negative if ``later`` comes first."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def promises_of(record: CaseRecord, today: str) -> dict[EntryId, Promise]:
    """Return what became of each promise, by its contact; ``today`` is an ISO date."""
    return {made.entry_id: _marked(made) or _promise(made, today) for made in promises_in(record, today)}


def _marked(made: MadePromise) -> Promise | None:
    """What the person said became of a promise, None if nothing."""
    mark = made.mark
    states = {
        PromiseWord.KEPT: PromiseState.KEPT,
        PromiseWord.BROKEN: PromiseState.BROKEN,
        PromiseWord.RENEGOTIATED: PromiseState.MOVED,
    }
    state = states.get(mark.state)
    if state is None:
        return None
    late = max(days_between(made.due_on, mark.settled_on), 0) if mark.settled_on else 0
    if state is PromiseState.KEPT and late:
        state = PromiseState.LATE
    return Promise(made.due_on, state, late, mark.settled_on, mark.state is PromiseWord.RENEGOTIATED)


def _promise(made: MadePromise, today: str) -> Promise:
    settled_on, is_renewed = made.answered_on or made.renewed_on, bool(made.renewed_on)
    if not settled_on:
        left = days_between(today, made.due_on)
        if left < 0:
            return Promise(made.due_on, PromiseState.BROKEN, -left)
        return Promise(made.due_on, PromiseState.OPEN if left else PromiseState.TODAY, left)
    late = days_between(made.due_on, settled_on)
    if late > 0:
        state = PromiseState.BROKEN if is_renewed else PromiseState.LATE
    else:
        state = PromiseState.MOVED if is_renewed else PromiseState.KEPT
    return Promise(made.due_on, state, max(late, 0), settled_on, is_renewed)


def rows_of(record: CaseRecord, language: str, today: str, *, newest_first: bool) -> tuple[Row, ...]:
    """Return the rows of a case's timeline: days with their contacts, and the silences between them."""
    entries = record.live_timeline
    promises = promises_of(record, today)
    contacts = [_contact(record, entry, promises.get(entry.id), language) for entry in entries]
    if newest_first:
        contacts.reverse()
    return tuple(_in_days(contacts, today))


def _in_days(contacts: list[ContactRow], today: str) -> Iterator[Row]:
    before = ""
    for day, group in groupby(contacts, key=lambda row: row.day):
        quiet = abs(days_between(before, day)) - 1 if before else 0
        if quiet >= QUIET_DAYS:
            yield QuietRow(quiet)
        yield DayRow(day, days_between(day, today))
        yield from group
        before = day


def _contact(record: CaseRecord, entry: TimelineEntry, promise: Promise | None, language: str) -> ContactRow:
    draft = entry.draft
    channel = record.playbook.channel(draft.channel)
    linked = {item.id: item for item in record.live_evidence}
    return ContactRow(
        id=entry.id,
        day=entry.occurred_on,
        at=draft.occurred_at[11:16],
        channel=channel.name.get(language) if channel else draft.channel,
        icon=channel.icon if channel else "message-square",
        counterpart=draft.counterpart,
        said=record.summary_of(entry, language),
        is_answer=draft.is_answer,
        reference=draft.reference,
        promise=promise,
        exhibits=tuple(
            Exhibit(item.id, item.exhibit_no, item.title) for key in draft.evidence_ids if (item := linked.get(key))
        ),
        recorded_on=entry.recorded_at[:10] if _is_recorded_later(entry) else "",
        is_edited=bool(entry.edited_at),
    )


def _is_recorded_later(entry: TimelineEntry) -> bool:
    """Written down more than a day after it happened (or before it: a slip worth seeing)."""
    occurred = datetime.fromisoformat(entry.draft.occurred_at)
    recorded = datetime.fromisoformat(entry.recorded_at)
    if occurred.tzinfo is None:
        return abs(days_between(entry.occurred_on, entry.recorded_at[:10])) > 1
    return abs((recorded - occurred).total_seconds()) > 86_400
