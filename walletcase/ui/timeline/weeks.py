"""The picture of the weeks, as numbers: when there was contact, when there was silence, what was promised for when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from walletcase.domain.case import CaseRecord
from walletcase.domain.flow.playbook import Status
from walletcase.domain.ids import EntryId
from walletcase.domain.timeline import TimelineEntry
from walletcase.ui.timeline.rows import QUIET_DAYS, Promise, PromiseState, days_between, promises_of


@dataclass(frozen=True, slots=True)
class Dot:
    """One contact; ``stack`` counts the contacts of its day that stand below it."""

    entry_id: EntryId
    day: str
    is_answer: bool
    stack: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from ``first`` to ``last`` (ISO), both not counted in ``days`` of silence between them."""

    first: str
    last: str
    days: int


@dataclass(frozen=True, slots=True)
class Weeks:
    """Everything to paint. The picture spans ``first`` to ``last`` (ISO), whole days."""

    first: str
    last: str
    today: str
    dots: tuple[Dot, ...]
    quiet: tuple[Stretch, ...]
    overdue: tuple[Stretch, ...]
    promises: tuple[Promise, ...]

    @property
    def span_days(self) -> int:
        """How many days the picture spans, at least one."""
        return max(1, days_between(self.first, self.last))

    @property
    def longest_quiet(self) -> int:
        """The longest silence in days, 0 if there was none worth showing."""
        return max((stretch.days for stretch in self.quiet), default=0)

    def part(self, day: str) -> float:
        """Return where a day lies between first (0.0) and last (1.0)."""
        return days_between(self.first, day) / self.span_days

    def mondays(self) -> tuple[str, ...]:
        """Return the Mondays in the picture."""
        start = date.fromisoformat(self.first)
        monday = start + timedelta(days=-start.weekday() % 7)
        count = max(0, days_between(monday.isoformat(), self.last)) // 7 + 1
        found = ((monday + timedelta(weeks=n)).isoformat() for n in range(count))
        return tuple(day for day in found if day <= self.last)


def weeks_of(record: CaseRecord, today: str) -> Weeks | None:
    """Return the picture of a case's weeks as of ``today`` (ISO date); None while there is no contact.

    An ended case is shown to its last contact, any other one to today: a silence that lasts is part of the picture.
    """
    entries = record.live_timeline
    if not entries:
        return None
    promises = promises_of(record, today)
    ended = record.case.status in (Status.RESOLVED, Status.CLOSED)
    days = sorted({entry.occurred_on for entry in entries} | (set() if ended else {today}))
    dates = [*days, *(promise.due_on for promise in promises.values())]
    return Weeks(
        first=min(dates),
        last=max(dates),
        today=today,
        dots=_dots(entries),
        quiet=tuple(_quiet(days, {entry.occurred_on for entry in entries})),
        overdue=tuple(_overdue(promises.values(), today)),
        promises=tuple(promises.values()),
    )


def _dots(entries: tuple[TimelineEntry, ...]) -> tuple[Dot, ...]:
    stacked: Counter[str] = Counter()
    dots = []
    for entry in entries:
        dots.append(Dot(entry.id, entry.occurred_on, entry.draft.is_answer, stacked[entry.occurred_on]))
        stacked[entry.occurred_on] += 1
    return tuple(dots)


def _quiet(days: list[str], with_contact: set[str]) -> list[Stretch]:
    """Silences between contacts, and the one that still lasts: today itself is no contact."""
    found = []
    for earlier, later in pairwise(days):
        silent = days_between(earlier, later) - (1 if later in with_contact else 0)
        if earlier in with_contact and silent >= QUIET_DAYS:
            found.append(Stretch(earlier, later, silent))
    return found


def _overdue(promises: Iterable[Promise], today: str) -> list[Stretch]:
    late = (PromiseState.BROKEN, PromiseState.LATE)
    return [Stretch(p.due_on, p.settled_on or today, p.days) for p in promises if p.state in late]
