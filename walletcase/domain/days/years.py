"""The calendar made of what is known: imported notices over official tables over an estimate that says it is one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Protocol

from walletcase.domain.days.workdays import Day, DayKind, YearTable

_YEAR_END = 20  # from this day of December on, the notice of the following year may have a say
_OPEN_END = 29  # no notice since 2004 reached further back: 29 December 2007 and 2018 were make-up days for New Year


class YearSource(Protocol):
    """What the app knows of years without an import."""

    def known(self) -> range:
        """Return the years for which ``official`` has a table."""

    def official(self, year: int) -> YearTable | None:
        """Return the published calendar of a year, None where it is not known."""

    def statutory(self, year: int) -> Mapping[str, str]:
        """Return the days off that the law alone gives a year, by ISO date: an estimate without make-up days."""


class Standing(StrEnum):
    """How well a year is known."""

    OFFICIAL = "official"
    IMPORTED = "imported"
    ESTIMATED = "estimated"


@dataclass(frozen=True)
class KnownYears:
    """Implements workdays.WorkCalendar.

    A notice belongs to one year but may say something about the last days of the year before (holiday-cn names its
    files by the year of the notice) or the first of the year after. So a day is looked up in the import of the
    following year first, then in the import of its own year, then in the official table, then in what the import of
    the year before says; a year that nobody published is estimated. So are the last days of a year that is
    published as long as the notice of the following year, which may still move them, is not and no other names them.
    """

    source: YearSource
    imported: Mapping[int, YearTable]

    def day(self, on: date) -> Day:
        """Return the day."""
        iso, own = on.isoformat(), self.imported.get(on.year)
        for table in (self.imported.get(on.year + 1), own):
            if table is not None and (said := _said(table, on, iso)):
                return said
        official = self.source.official(on.year)
        before = self.imported.get(on.year - 1)
        if own is not None:
            late = official if on.month == 12 and on.day >= _YEAR_END else None
            tables = [table for table in (late, before) if table is not None]
        else:
            tables = [table for table in (official or before,) if table is not None]
        for table in tables:
            if said := _said(table, on, iso):
                return said
        return self._unnamed(on) if own is not None or official is not None else self._estimate(on, iso)

    def standing(self, year: int) -> Standing:
        """Return how well a year is known."""
        if year in self.imported:
            return Standing.IMPORTED
        return Standing.ESTIMATED if self.source.official(year) is None else Standing.OFFICIAL

    def _unnamed(self, on: date) -> Day:
        """A day of a published year of which no notice says anything."""
        following = on.year + 1
        waits = on.month == 12 and on.day >= _OPEN_END and self.standing(following) is Standing.ESTIMATED
        return replace(_plain(on), estimated=True, missing=following) if waits else _plain(on)

    def _estimate(self, on: date, iso: str) -> Day:
        name = self.source.statutory(on.year).get(iso)
        if name is None:
            return Day(on, _plain(on).kind, estimated=True, missing=on.year)
        return Day(on, DayKind.HOLIDAY, estimated=True, name=name, missing=on.year)


def _said(table: YearTable, on: date, iso: str) -> Day | None:
    """What a table says of a day outright. Working on a Monday to Friday is no making up."""
    if iso in table.off:
        return Day(on, DayKind.HOLIDAY, name=table.off[iso])
    if iso in table.working:
        makes_up = on.weekday() >= 5
        return Day(on, DayKind.MAKEUP if makes_up else DayKind.WORKDAY, name=table.working[iso] if makes_up else "")
    return None


def _plain(on: date) -> Day:
    return Day(on, DayKind.WEEKEND if on.weekday() >= 5 else DayKind.WORKDAY)
