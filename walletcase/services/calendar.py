"""Calendar years: what is known of them, the day calculator, and importing a year's notice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from walletcase.domain.case import CaseRecord
from walletcase.domain.days.workdays import Count, YearTable, count
from walletcase.domain.days.year_files import read_year_file
from walletcase.domain.days.years import KnownYears, Standing, YearSource
from walletcase.domain.due.deadlines import Deadline, deadlines_of
from walletcase.domain.errors import UserError
from walletcase.domain.flow.playbook import Status
from walletcase.domain.ids import CaseId
from walletcase.domain.rules.pack import Unit as Measure
from walletcase.services.changes import Changes, changed
from walletcase.services.context import Context
from walletcase.services.ports import JournalLine, Unit

_ENDED = (Status.RESOLVED, Status.CLOSED)


@dataclass(frozen=True, slots=True)
class YearInfo:
    """What is known of one year. ``days_off`` and ``makeup_days`` are those that the notice names."""

    year: int
    standing: Standing
    source: str
    imported_at: str
    days_off: int
    makeup_days: int


@dataclass(frozen=True, slots=True)
class Moved:
    """A deadline of an open case that another calendar moves, or makes certain."""

    case_number: str
    title: str
    before: Deadline
    after: Deadline


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """A notice that was read and not taken over yet. ``replaces`` is what is known of its year now."""

    table: YearTable
    replaces: YearInfo
    moved: tuple[Moved, ...]


class CalendarService:
    """Use cases on the calendar. ``read`` returns a file's text and raises UserError (infra.year_texts)."""

    def __init__(self, context: Context, source: YearSource, read: Callable[[Path], str]) -> None:
        self._context = context
        self._source = source
        self._read = read

    def years(self) -> tuple[YearInfo, ...]:
        """Return all known years and the next ones that are not, newest first."""
        with self._context.store.read() as unit:
            imported = _imported(unit)
        coming = date.fromisoformat(self._context.clock.today()).year + 1
        known = {*self._source.known(), *imported}
        years = {*known, coming, *range(max(known), coming + 1)}
        return tuple(self._info(imported, year) for year in sorted(years, reverse=True))

    def count(self, start_on: str, amount: int, unit: Measure) -> Count:
        """Count from the day after ``start_on`` (ISO). Raises UserError: bad_date, bad_count, count_too_far."""
        try:
            start = date.fromisoformat(start_on.strip())
        except ValueError:
            raise UserError("bad_date", text=start_on) from None
        with self._context.store.read() as store:
            calendar = KnownYears(self._source, _imported(store))
        return count(calendar, start, amount, unit)

    def preview_import(self, path: Path) -> ImportPreview:
        """Read a year's notice and return what taking it over would move in open cases. Nothing is changed.

        Raises UserError: file_missing, not_a_file, file_unreadable, calendar_file_wrong, calendar_year_empty,
        calendar_day_outside, calendar_day_twice.
        """
        table = read_year_file(self._read(path), path.name)
        with self._context.store.read() as unit:
            imported = _imported(unit)
            moved = tuple(self._moved(unit, {**imported, table.year: table}))
        return ImportPreview(table, self._info(imported, table.year), moved)

    def preview_removal(self, year: int) -> tuple[Moved, ...]:
        """Return what forgetting an imported year would move. Raises UserError("year_not_imported")."""
        with self._context.store.read() as unit:
            imported = _imported(unit)
            if year not in imported:
                raise UserError("year_not_imported", year=year)
            return tuple(self._moved(unit, {y: table for y, table in imported.items() if y != year}))

    def adopt(self, table: YearTable) -> Changes:
        """Take a notice over: all open cases count by it from now on, in one piece."""
        with self._context.store.write() as unit:
            unit.rules.put_year(replace(table, imported_at=self._context.now()))
            detail = {"year": str(table.year), "file": table.source, "days": str(len(table.off) + len(table.working))}
            return self._resettled(unit, "calendar_year_imported", detail)

    def remove_year(self, year: int) -> Changes:
        """Forget an imported year. Raises UserError("year_not_imported")."""
        with self._context.store.write() as unit:
            if year not in _imported(unit):
                raise UserError("year_not_imported", year=year)
            unit.rules.remove_year(year)
            return self._resettled(unit, "calendar_year_removed", {"year": str(year)})

    def _info(self, imported: Mapping[int, YearTable], year: int) -> YearInfo:
        table = imported.get(year) or self._source.official(year)
        standing = KnownYears(self._source, imported).standing(year)
        if table is None:
            return YearInfo(year, standing, "", "", 0, 0)
        return YearInfo(year, standing, table.source, table.imported_at, len(table.off), len(table.working))

    def _open_records(self, unit: Unit) -> Iterator[CaseRecord]:
        for case, _ in unit.cases.heads():
            if case.status not in _ENDED and not case.trashed_at:
                yield self._context.record(unit, case.id)

    def _moved(self, unit: Unit, imported: Mapping[int, YearTable]) -> Iterator[Moved]:
        today, calendar = self._context.clock.today(), KnownYears(self._source, imported)
        for record in self._open_records(unit):
            after = {one.key: one for one in deadlines_of(replace(record, calendar=calendar), today)}
            for one in deadlines_of(record, today):
                new = after.get(one.key)
                if one.is_open and new is not None and _dates(one) != _dates(new):
                    yield Moved(record.case.number, record.case.title, one, new)

    def _resettled(self, unit: Unit, kind: str, detail: Mapping[str, str]) -> Changes:
        cases: list[CaseId] = [record.case.id for record in self._open_records(unit)]
        for case_id in cases:
            self._context.settle(unit, case_id, touched=False)
        unit.journal.append(JournalLine(self._context.now(), kind, "", detail))
        return changed(*cases)


def _imported(unit: Unit) -> dict[int, YearTable]:
    return {table.year: table for table in unit.rules.years()}


def _dates(deadline: Deadline) -> tuple[str, str, bool]:
    return deadline.due_on, deadline.rolled_due_on, deadline.estimated
