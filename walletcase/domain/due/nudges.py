"""When a reminder speaks up: three days before, on the day, and once it is late; never in quiet hours, never snoozed.

All moments are local wall-clock times: a date means that day wherever the person is. Instants (now, a snooze of an
hour) carry their offset and are brought to the wall clock of ``now``, so that a journey, a changed clock or summer
time move no date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from walletcase.domain.due.reminders import SOON_DAYS, Reminder, ReminderKind

MORNING = time(9)
_DAY = timedelta(days=1)
# No law, but manners: what one set oneself is told on its day only, everything else three days before as well.
_WARNED_BEFORE = frozenset(ReminderKind) - {ReminderKind.ASK, ReminderKind.CONTACT_CHECK}


class Stage(StrEnum):
    """Why a reminder speaks up."""

    SOON = "soon"
    DUE = "due"
    LATE = "late"
    BACK = "back"  # it was put off, and the time is up


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From when to when the person hears nothing, over midnight where ``ends`` is the earlier. Equal: never quiet."""

    starts: time = time(21)
    ends: time = MORNING

    @classmethod
    def read(cls, starts: str, ends: str) -> QuietHours:
        """Return quiet hours from "HH:MM"; both "" is never quiet; what is no time of day is as new."""
        if not starts and not ends:
            return cls(MORNING, MORNING)
        return cls(_time(starts, cls().starts), _time(ends, cls().ends))

    def holds(self, at: time) -> bool:
        """Whether it is quiet at a time of day."""
        if self.starts <= self.ends:
            return self.starts <= at < self.ends
        return at >= self.starts or at < self.ends

    def over(self, at: datetime) -> datetime:
        """Return the first moment from ``at`` on that is not quiet."""
        if not self.holds(at.time()):
            return at
        end = datetime.combine(at.date(), self.ends)
        return end if end > at else end + _DAY

    def speaks_on(self, day: date) -> datetime:
        """Return when on a day one may speak: in the morning, or else at its first moment that is not quiet."""
        morning = self.over(datetime.combine(day, MORNING))
        return morning if morning.date() == day else self.over(datetime.combine(day, time()))


@dataclass(frozen=True, slots=True)
class Nudge:
    """One moment at which a reminder speaks up. ``at`` is local wall-clock time, without zone."""

    at: datetime
    reminder: Reminder
    stage: Stage


def wall(moment: datetime, now: datetime) -> datetime:
    """Return an instant as the wall clock of ``now`` shows it."""
    return moment.astimezone(now.tzinfo).replace(tzinfo=None)


def snooze_end(reminder: Reminder, now: datetime) -> datetime | None:
    """Return when a snooze ends on the wall clock of ``now``, None without one or where it can't be read."""
    try:
        end = datetime.fromisoformat(reminder.snoozed_until)
    except ValueError:
        return None
    return end if end.tzinfo is None else wall(end, now)


def is_snoozed(reminder: Reminder, now: datetime) -> bool:
    """Whether the person does not want to hear of a reminder yet."""
    end = snooze_end(reminder, now)
    return end is not None and wall(now, now) < end


def nudges_of(reminder: Reminder, now: datetime, quiet: QuietHours) -> tuple[Nudge, ...]:
    """Return all moments at which a reminder speaks up, past ones too, in order. ``now`` only tells the zone."""
    end = snooze_end(reminder, now)
    told = [Nudge(quiet.speaks_on(day), reminder, stage) for day, stage in _days(reminder)]
    if end is not None:
        back = quiet.speaks_on(end.date()) if end.time() == time() else quiet.over(end)
        told = [*(one for one in told if one.at > back), Nudge(back, reminder, Stage.BACK)]
    return tuple(sorted(told, key=lambda one: one.at))


def nudges_between(
    reminders: Iterable[Reminder], since: datetime, now: datetime, quiet: QuietHours
) -> tuple[Nudge, ...]:
    """Return what spoke up after ``since`` and until ``now`` (instants), in order.

    After a journey east the wall clock has jumped over hours: they count as passed. A ``since`` that lies ahead, as
    after a clock was set back, is as if one had looked just now.
    """
    here = wall(now, now)
    seen = min(wall(since, now), since.replace(tzinfo=None)) if since <= now else here
    passed = (one for reminder in reminders for one in nudges_of(reminder, now, quiet) if seen < one.at <= here)
    return tuple(sorted(passed, key=lambda one: (one.at, one.reminder.due_on, one.reminder.key)))


def next_nudge_at(reminders: Iterable[Reminder], now: datetime, quiet: QuietHours) -> datetime | None:
    """Return the next wall-clock moment at which one of them speaks up, None if none will."""
    here = wall(now, now)
    ahead = (one.at for reminder in reminders for one in nudges_of(reminder, now, quiet) if one.at > here)
    return min(ahead, default=None)


def in_an_hour(now: datetime) -> str:
    """Return a snooze of an hour, ISO with offset."""
    return (now + timedelta(hours=1)).isoformat(timespec="minutes")


def tomorrow(today: str) -> str:
    """Return a snooze until tomorrow, ISO date."""
    return (date.fromisoformat(today) + _DAY).isoformat()


def next_monday(today: str) -> str:
    """Return a snooze until the Monday that comes, ISO date."""
    day = date.fromisoformat(today)
    return (day + timedelta(days=7 - day.weekday())).isoformat()


def _days(reminder: Reminder) -> Iterator[tuple[date, Stage]]:
    due = date.fromisoformat(reminder.due_on)
    if reminder.kind in _WARNED_BEFORE and due.toordinal() > SOON_DAYS:
        yield due - timedelta(days=SOON_DAYS), Stage.SOON
    yield due, Stage.DUE
    if reminder.late_after and reminder.late_after < date.max.isoformat():
        yield date.fromisoformat(reminder.late_after) + _DAY, Stage.LATE


def _time(text: str, fallback: time) -> time:
    try:
        found = time.fromisoformat(text)
    except ValueError:
        return fallback
    return found if found.tzinfo is None else fallback
