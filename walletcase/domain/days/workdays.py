"""Days that count: calendar and working days, holidays, make-up working days, pauses.

Counting rules (domain.md 2.2): the start day is not counted (Civil Code art. 201); a term in years ends on the
corresponding day, or the month's last (art. 202); a last day that is a holiday moves to the day after it (art. 203).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from walletcase.domain.errors import UserError
from walletcase.domain.rules.pack import Unit

MOST = 3660  # units that can be counted
_FARTHEST_DAYS = 12_000  # that a count may reach, pauses and holidays included
_YEAR_STRIP_DAYS = 14

Spans = Sequence[tuple[date, date]]


class DayKind(StrEnum):
    """What sort of day it is."""

    WORKDAY = "workday"
    MAKEUP = "makeup"  # a Saturday or Sunday on which one works (调休)
    WEEKEND = "weekend"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class Day:
    """One day. ``name``: the holiday's, or "". ``estimated``: the official calendar that decides it was not available;
    ``missing`` is the year of that calendar where one is known to be missing, else 0.
    """

    on: date
    kind: DayKind
    estimated: bool = False
    name: str = ""
    missing: int = 0

    @property
    def is_working(self) -> bool:
        """Whether one works on it."""
        return self.kind in (DayKind.WORKDAY, DayKind.MAKEUP)


@dataclass(frozen=True, slots=True)
class YearTable:
    """The official calendar of one year: days off and make-up working days by ISO date, with their names.

    An empty table is not a year without holidays: readers refuse it. ``source`` says where it is from.
    """

    year: int
    off: Mapping[str, str]
    working: Mapping[str, str]
    source: str
    imported_at: str = ""


class WorkCalendar(Protocol):
    """Tells what a day is."""

    def day(self, on: date) -> Day:
        """Return the day."""


class PlainWeeks:
    """A calendar that knows weekends only: all of it is estimated."""

    def day(self, on: date) -> Day:
        """Return the day."""
        return Day(on, DayKind.WEEKEND if on.weekday() >= 5 else DayKind.WORKDAY, estimated=True)


@dataclass(frozen=True, slots=True)
class Pause:
    """Days that do not count, both ends included. ``until`` "" is still running. ISO dates."""

    since: str
    until: str
    reason: str = ""


class Counted(StrEnum):
    """How a day of the strip was treated."""

    START = "start"  # the day of the trigger: not counted
    YES = "yes"
    NO = "no"  # not counted: no working day
    PAUSED = "paused"
    ROLLED = "rolled"  # after the last day, over a holiday, until the day to which it moved


@dataclass(frozen=True, slots=True)
class StripDay:
    """One day of the strip that explains a date. ``number`` is its count, 0 where it did not count."""

    day: Day
    counted: Counted
    number: int = 0


@dataclass(frozen=True, slots=True)
class Count:
    """How a date was found. ``due_on`` is the last day itself, ``rolled_due_on`` where it moves over a holiday.

    ``estimated``: one of the two dates could change once the calendar of a year is published; ``due_estimated``: the
    last day itself could (calendar days and years never move with holidays, only the roll does).
    """

    start_on: date
    amount: int
    unit: Unit
    due_on: date
    rolled_due_on: date
    estimated: bool
    strip: tuple[StripDay, ...]
    due_estimated: bool = False


def count(
    calendar: WorkCalendar, start_on: date, amount: int, unit: Unit, pauses: Sequence[Pause] = (), today: str = ""
) -> Count:
    """Count ``amount`` units from the day after ``start_on``. ``today`` bounds a pause still running.

    A year term has a strip of its start and its last days only. Raises UserError: "bad_count" for amounts outside 1 to
    3660, "count_too_far" where the term would end after the last day a calendar has, or after too many paused days.
    """
    if not 1 <= amount <= MOST:
        raise UserError("bad_count", count=amount, most=MOST)
    spans = merged(pauses, today)
    strip = [StripDay(calendar.day(start_on), Counted.START)]
    walk = _years if unit is Unit.YEARS else _days
    strip += walk(calendar, start_on, amount, unit, spans)
    due = strip[-1].day
    strip += _roll(calendar, due, spans)
    crossed = [one.day for one in strip[1:]] if unit is Unit.WORKING else []
    return Count(
        start_on=start_on,
        amount=amount,
        unit=unit,
        due_on=due.on,
        rolled_due_on=strip[-1].day.on,
        estimated=any(day.estimated for day in (*crossed, *(one.day for one in strip if one.day.on >= due.on))),
        strip=tuple(strip),
        due_estimated=any(day.estimated for day in crossed),
    )


def merged(pauses: Sequence[Pause], today: str = "") -> tuple[tuple[date, date], ...]:
    """Return the paused stretches in order, without overlaps, both ends included.

    A pause still running lasts until ``today``; one that can't be read, or ends before it begins, pauses nothing.
    """
    spans = sorted(span for span in (_span(pause, today) for pause in pauses) if span is not None)
    joined: list[tuple[date, date]] = []
    for since, until in spans:
        if joined and since.toordinal() <= joined[-1][1].toordinal() + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], until))
        else:
            joined.append((since, until))
    return tuple(joined)


def _span(pause: Pause, today: str) -> tuple[date, date] | None:
    try:
        since, until = date.fromisoformat(pause.since), date.fromisoformat(pause.until or today)
    except ValueError:
        return None
    return (since, until) if since <= until else None


def _within(day: date, spans: Spans) -> bool:
    return any(since <= day <= until for since, until in spans)


def _after(day: date, start_on: date) -> date:
    """The next day. Raises UserError("count_too_far")."""
    if day == date.max or (day - start_on).days >= _FARTHEST_DAYS:
        raise UserError("count_too_far", start=start_on.isoformat())
    return day + timedelta(days=1)


def _days(calendar: WorkCalendar, start_on: date, amount: int, unit: Unit, spans: Spans) -> list[StripDay]:
    strip: list[StripDay] = []
    day, number = start_on, 0
    while number < amount:
        day = _after(day, start_on)
        known = calendar.day(day)
        if _within(day, spans):
            strip.append(StripDay(known, Counted.PAUSED))
        elif unit is Unit.WORKING and not known.is_working:
            strip.append(StripDay(known, Counted.NO))
        else:
            number += 1
            strip.append(StripDay(known, Counted.YES, number))
    return strip


def _years(calendar: WorkCalendar, start_on: date, amount: int, unit: Unit, spans: Spans) -> list[StripDay]:
    """The last days of a term in years: the corresponding day, and as many days more as were paused before it."""
    if start_on.year + amount > date.max.year:
        raise UserError("count_too_far", start=start_on.isoformat())
    due = _corresponding(start_on, start_on.year + amount)
    owed = _paused_days(start_on, due, spans)
    corresponding = due
    while owed:
        due = _after(due, corresponding)
        owed -= not _within(due, spans)
    first = max(start_on + timedelta(days=1), due - timedelta(days=_YEAR_STRIP_DAYS - 1))
    strip = []
    for ordinal in range(first.toordinal(), due.toordinal() + 1):
        day = date.fromordinal(ordinal)
        number = (day - start_on).days - _paused_days(start_on, day, spans)
        how, shown = (Counted.PAUSED, 0) if _within(day, spans) else (Counted.YES, number)
        strip.append(StripDay(calendar.day(day), how, shown))
    return strip


def _corresponding(start_on: date, year: int) -> date:
    """The same day of ``year``, or the last of its month where there is none (29 February)."""
    try:
        return start_on.replace(year=year)
    except ValueError:
        return start_on.replace(year=year, day=28)


def _paused_days(start_on: date, until: date, spans: Spans) -> int:
    """How many paused days lie after ``start_on`` up to ``until``."""
    inside = ((max(a, start_on + timedelta(days=1)), min(b, until)) for a, b in spans)
    return sum(max((b - a).days + 1, 0) for a, b in inside)


def _roll(calendar: WorkCalendar, due: Day, spans: Spans) -> list[StripDay]:
    """The days over which a last day that is a holiday moves, the day to which it moves included."""
    strip: list[StripDay] = []
    day = due
    while not day.is_working or (strip and _within(day.on, spans)):
        day = calendar.day(_after(day.on, due.on))
        strip.append(StripDay(day, Counted.ROLLED))
    return strip
