"""Deadlines and counts as the JSON of the command line: `deadlines`, `count`, and the deadlines of `show` (cli.md)."""

from __future__ import annotations

from collections.abc import Callable

from walletcase.domain.case import CaseRecord
from walletcase.domain.days.workdays import Count, Counted, StripDay
from walletcase.domain.due.deadlines import Deadline, deadlines_of
from walletcase.domain.due.promises import Promise, promises_of
from walletcase.domain.timeline import PromiseState, TimelineEntry

Json = dict[str, object]


def deadlines_json(record: CaseRecord, today: str, language: str = "zh_CN") -> list[Json]:
    """Return a case's deadlines as of ``today`` (ISO), then its promises, all by the keys that each deadline has."""
    deadlines = [deadline_json(deadline, language) for deadline in deadlines_of(record, today)]
    entries = {entry.id: entry for entry in record.live_timeline}
    promises = promises_of(record, today)
    return deadlines + [_promise_json(promise, entries[promise.entry_id]) for promise in promises]


def deadline_json(deadline: Deadline, language: str) -> Json:
    """Return one deadline. ``limit`` is the number that ``unit`` counts."""
    limit = deadline.limit
    return {
        "rule": limit.key,
        "starts_on": deadline.starts_on,
        "unit": str(limit.unit),
        "limit": limit.amount,
        "due_on": deadline.due_on,
        "rolled_due_on": deadline.rolled_due_on,
        "estimated": deadline.estimated,
        "source": f"{limit.authority.get(language)} {limit.article}".strip(),
        "key": deadline.key,
        "name": limit.name.get(language),
        "party": str(limit.party),
        "roll": str(limit.roll),
        "late_after": deadline.late_after,
        "state": str(deadline.state),
        "settled_on": deadline.settled_on,
        "extended_from": deadline.first_limit.key if deadline.first_limit is not limit else None,
        "step": deadline.step_key,
        "round": deadline.round,
        "pauses": [{"since": p.since, "until": p.until, "reason": p.reason} for p in deadline.pauses],
        "source_note": limit.source.text.get(language),
        "checked_on": limit.source.checked_on,
        "confirmed": limit.source.confirmed,
    }


def _promise_json(promise: Promise, entry: TimelineEntry) -> Json:
    """A promise names its own date, so there is no count behind it: ``unit`` and ``limit`` say so."""
    return {
        "rule": "promise",
        "starts_on": promise.made_on,
        "unit": "date",
        "limit": None,
        "due_on": promise.due_on,
        "rolled_due_on": promise.due_on,
        "estimated": False,
        "source": f"timeline:{entry.seq}",
        "name": promise.text,
        "late_after": promise.due_on,
        "state": _promise_state(promise),
        "answered": bool(promise.answered_on),
        "renewed_on": promise.renewed_on,
    }


def _promise_state(promise: Promise) -> str:
    """What the person said became of it; else whether another date was given, or its own has passed."""
    if promise.mark.state is not PromiseState.OPEN:
        return str(promise.mark.state)
    return "renewed" if promise.renewed_on else "late" if promise.is_late else str(promise.mark.state)


def count_json(counted: Count, *, roll: bool, named: Callable[[str], str] = str) -> Json:
    """Return a count and the days behind it; without ``roll`` the last day stays where it is, holiday or not.

    ``named`` gives the name of a holiday in the reader's language.
    """
    days = [one for one in counted.strip if roll or one.counted is not Counted.ROLLED]
    return {
        "due_on": counted.due_on.isoformat(),
        "rolled_due_on": (counted.rolled_due_on if roll else counted.due_on).isoformat(),
        "estimated": counted.estimated if roll else counted.due_estimated,
        "days": [_day_json(one, named) for one in days],
    }


def _day_json(one: StripDay, named: Callable[[str], str]) -> Json:
    return {
        "date": one.day.on.isoformat(),
        "counted": one.counted is Counted.YES,
        "kind": str(one.day.kind),
        "number": one.number or None,
        "how": str(one.counted),
        "name": named(one.day.name),
        "estimated": one.day.estimated,
    }
