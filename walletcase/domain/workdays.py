"""Days that count: calendar and working days, holidays, make-up working days, pauses.

Counting rules (domain.md 2.2): the start day is not counted (Civil Code art. 201); a term in years ends on the
corresponding day, or the month's last (art. 202); a last day that is a holiday moves to the day after it (art. 203).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from walletcase.domain.rules.pack import Unit


class DayKind(StrEnum):
    """What sort of day it is."""

    WORKDAY = "workday"
    MAKEUP = "makeup"  # a Saturday or Sunday on which one works (调休)
    WEEKEND = "weekend"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class Day:
    """One day. ``estimated``: the official calendar of its year was not available. ``name``: the holiday's, or ""."""

    on: date
    kind: DayKind
    estimated: bool = False
    name: str = ""

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
    """How a date was found. ``due_on`` is the last day itself, ``rolled_due_on`` where it moves over a holiday."""

    start_on: date
    amount: int
    unit: Unit
    due_on: date
    rolled_due_on: date
    estimated: bool
    strip: tuple[StripDay, ...]


def count(
    calendar: WorkCalendar, start_on: date, amount: int, unit: Unit, pauses: Sequence[Pause] = (), today: str = ""
) -> Count:
    """Count ``amount`` units from the day after ``start_on``. ``today`` bounds a pause still running.

    A year term has a strip of its last days only. Raises UserError("bad_count") for amounts outside 1 to 3660.
    """
    raise NotImplementedError  # helper: deadlines
