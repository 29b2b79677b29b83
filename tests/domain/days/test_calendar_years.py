"""The calendar of what is known: who has a say about a day, and what is only an estimate."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from walletcase.domain.days.workdays import DayKind, YearTable
from walletcase.domain.days.years import KnownYears, Standing

D = date.fromisoformat


class Years:
    """Published: 2025 and 2026. The law alone: New Year."""

    def known(self) -> range:
        """Return the published years."""
        return range(2025, 2027)

    def official(self, year: int) -> YearTable | None:
        """Return a table that knows 1 May and 31 December."""
        if year not in self.known():
            return None
        return YearTable(year, {f"{year}-05-01": "劳动节", f"{year}-12-31": "元旦"}, {f"{year}-05-09": "劳动节"}, "lib")

    def statutory(self, year: int) -> Mapping[str, str]:
        """Return New Year."""
        return {f"{year}-01-01": "元旦"}


def _table(year: int, off: tuple[str, ...], working: tuple[str, ...] = ()) -> YearTable:
    return YearTable(year, dict.fromkeys(off, "节"), dict.fromkeys(working, "节"), "file")


def _kind(imported: tuple[YearTable, ...], on: str) -> tuple[DayKind, bool]:
    day = KnownYears(Years(), {table.year: table for table in imported}).day(D(on))
    return day.kind, day.estimated


@pytest.mark.parametrize(
    ("on", "kind", "estimated"),
    [
        ("2026-05-01", DayKind.HOLIDAY, False),
        ("2026-05-04", DayKind.WORKDAY, False),
        ("2026-05-09", DayKind.MAKEUP, False),
        ("2026-05-10", DayKind.WEEKEND, False),
        ("2026-12-28", DayKind.WORKDAY, False),
        ("2026-12-29", DayKind.WORKDAY, True),
        ("2025-12-29", DayKind.WORKDAY, False),
        ("2027-01-01", DayKind.HOLIDAY, True),
        ("2027-01-02", DayKind.WEEKEND, True),
        ("2027-05-03", DayKind.WORKDAY, True),
    ],
)
def test_published_years_are_facts_and_others_estimates(on: str, kind: DayKind, estimated: bool) -> None:
    assert _kind((), on) == (kind, estimated)


def test_an_import_takes_the_place_of_an_official_year() -> None:
    imported = (_table(2026, ("2026-05-04",)),)
    assert _kind(imported, "2026-05-04") == (DayKind.HOLIDAY, False)
    assert _kind(imported, "2026-05-01") == (DayKind.WORKDAY, False)
    assert _kind(imported, "2026-05-09") == (DayKind.WEEKEND, False)
    assert _kind(imported, "2026-12-31") == (DayKind.HOLIDAY, False), "set by the next year's notice, in the library"


def test_a_notice_speaks_for_the_end_of_the_year_before() -> None:
    imported = (_table(2027, ("2026-12-30", "2027-01-01"), ("2026-12-31", "2027-01-02")),)
    assert _kind(imported, "2026-12-30") == (DayKind.HOLIDAY, False)
    assert _kind(imported, "2026-12-31") == (DayKind.WORKDAY, False), "working on a Thursday is no making up"
    assert _kind(imported, "2027-01-02") == (DayKind.MAKEUP, False)
    assert _kind(imported, "2027-05-03") == (DayKind.WORKDAY, False)


def test_a_notice_speaks_for_the_start_of_a_year_that_is_not_known() -> None:
    imported = (_table(2026, ("2026-05-01", "2027-01-04", "2025-05-05")),)
    assert _kind(imported, "2027-01-04") == (DayKind.HOLIDAY, False)
    assert _kind(imported, "2027-01-05") == (DayKind.WORKDAY, True)
    next_one = _table(2027, ("2027-01-01",), ("2027-01-04",))
    assert _kind((*imported, next_one), "2027-01-04") == (DayKind.WORKDAY, False), "the year's own notice is newer"
    earlier = (_table(2025, ("2025-05-01", "2026-01-05")),)
    assert _kind(earlier, "2026-01-05") == (DayKind.WORKDAY, False), "the official table of the year is newer"


def test_the_last_days_of_the_last_published_year_wait_for_the_next_notice() -> None:
    day = KnownYears(Years(), {}).day(D("2026-12-30"))
    assert (day.kind, day.estimated, day.missing) == (DayKind.WORKDAY, True, 2027)
    assert KnownYears(Years(), {}).day(D("2027-05-03")).missing == 2027
    own = _table(2026, ("2026-05-04",))
    assert _kind((own,), "2026-12-30") == (DayKind.WORKDAY, True), "its own notice does not settle them"
    assert _kind((own,), "2026-12-31") == (DayKind.HOLIDAY, False), "named outright"
    assert _kind((_table(2027, ("2027-01-01",)),), "2026-12-30") == (DayKind.WORKDAY, False)


def test_standing() -> None:
    years = KnownYears(Years(), {2026: _table(2026, ("2026-05-04",))})
    assert [years.standing(year) for year in (2025, 2026, 2027)] == [
        Standing.OFFICIAL, Standing.IMPORTED, Standing.ESTIMATED,
    ]
