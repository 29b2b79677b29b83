"""Counting days: the vectors that two libraries agree on, and an independent count written here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walletcase.domain.days.workdays import Counted, Day, DayKind, Pause, PlainWeeks, count
from walletcase.domain.days.years import KnownYears
from walletcase.domain.errors import UserError
from walletcase.domain.rules.pack import Unit
from walletcase.infra.workdays import LibraryYears

CHINA = KnownYears(LibraryYears(), {})
D = date.fromisoformat


class Patchwork:
    """Weekends, with days off and make-up days of a test's own."""

    def __init__(self, off: Mapping[date, bool]) -> None:
        self.works = {day: not is_off for day, is_off in off.items()}

    def day(self, on: date) -> Day:
        """Return the day."""
        works = self.works.get(on, on.weekday() < 5)
        return Day(on, DayKind.WORKDAY if works else DayKind.HOLIDAY)


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        ("2026-09-24", 7, "2026-10-12"),
        ("2026-02-11", 7, "2026-02-27"),
        ("2026-04-29", 7, "2026-05-12"),
        ("2026-02-13", 1, "2026-02-14"),
        ("2026-09-18", 2, "2026-09-21"),
    ],
)
def test_working_days_skip_holidays_and_take_makeup_days(start: str, days: int, due: str) -> None:
    found = count(CHINA, D(start), days, Unit.WORKING)
    assert (found.due_on, found.rolled_due_on, found.estimated) == (D(due), D(due), False)


@pytest.mark.parametrize(
    ("start", "days", "due", "rolled"),
    [
        ("2026-09-16", 15, "2026-10-01", "2026-10-08"),
        ("2026-02-05", 15, "2026-02-20", "2026-02-24"),
        ("2026-04-16", 15, "2026-05-01", "2026-05-06"),
        ("2026-08-27", 30, "2026-09-26", "2026-09-28"),
        ("2026-09-01", 30, "2026-10-01", "2026-10-08"),
        ("2026-08-03", 60, "2026-10-02", "2026-10-08"),
        ("2026-09-05", 15, "2026-09-20", "2026-09-20"),
        ("2026-01-30", 15, "2026-02-14", "2026-02-14"),
    ],
)
def test_calendar_days_roll_over_holidays_but_not_over_makeup_days(
    start: str, days: int, due: str, rolled: str
) -> None:
    found = count(CHINA, D(start), days, Unit.CALENDAR)
    assert (found.due_on, found.rolled_due_on, found.estimated) == (D(due), D(rolled), False)


@pytest.mark.parametrize(
    ("start", "years", "due"),
    [("2026-03-05", 3, "2029-03-05"), ("2024-02-29", 3, "2027-02-28"), ("2024-02-29", 4, "2028-02-29")],
)
def test_years_end_on_the_corresponding_day(start: str, years: int, due: str) -> None:
    found = count(PlainWeeks(), D(start), years, Unit.YEARS)
    assert found.due_on == D(due)
    assert found.strip[0].counted is Counted.START
    assert len(found.strip) < 25
    last = next(one for one in found.strip if one.day.on == D(due))
    assert last.number == (D(due) - D(start)).days


def test_paused_days_make_a_year_term_longer() -> None:
    pauses = (Pause("2027-01-01", "2027-01-10"), Pause("2029-03-01", "2029-03-12"))
    found = count(PlainWeeks(), D("2026-03-05"), 3, Unit.YEARS, pauses)
    # 10 days, and the first 5 of the second pause lie before 5 March; the other 7 push it along
    assert found.due_on == D("2029-03-05") + timedelta(days=10 + 12)


def test_a_pause_counts_both_its_ends() -> None:
    found = count(CHINA, D("2026-08-03"), 15, Unit.CALENDAR, (Pause("2026-08-10", "2026-08-12"),))
    assert found.due_on == D("2026-08-21")
    paused = [one.day.on for one in found.strip if one.counted is Counted.PAUSED]
    assert paused == [D("2026-08-10"), D("2026-08-11"), D("2026-08-12")]


def test_overlapping_pauses_count_once() -> None:
    pauses = (Pause("2026-08-10", "2026-08-14"), Pause("2026-08-12", "2026-08-16"), Pause("2026-08-11", "2026-08-11"))
    assert count(CHINA, D("2026-08-03"), 15, Unit.CALENDAR, pauses).due_on == D("2026-08-25")


def test_a_running_pause_lasts_until_today() -> None:
    running = (Pause("2026-08-10", ""),)
    assert count(CHINA, D("2026-08-03"), 15, Unit.CALENDAR, running, "2026-08-20").due_on == D("2026-08-29")
    assert count(CHINA, D("2026-08-03"), 15, Unit.CALENDAR, running, "2026-08-09").due_on == D("2026-08-18")
    assert count(CHINA, D("2026-08-03"), 15, Unit.CALENDAR, running).due_on == D("2026-08-18")


def test_a_term_does_not_roll_onto_a_paused_day() -> None:
    found = count(CHINA, D("2026-09-16"), 15, Unit.CALENDAR, (Pause("2026-10-05", "2026-10-12"),))
    assert (found.due_on, found.rolled_due_on) == (D("2026-10-01"), D("2026-10-13"))


def test_the_strip_numbers_each_day_that_counts() -> None:
    strip = count(CHINA, D("2026-09-24"), 7, Unit.WORKING).strip
    assert [(one.day.on.day, one.number) for one in strip if one.number] == [
        (28, 1), (29, 2), (30, 3), (8, 4), (9, 5), (10, 6), (12, 7),
    ]
    kinds = {one.day.on.isoformat(): (one.day.kind, one.day.name) for one in strip}
    assert kinds["2026-10-10"] == (DayKind.MAKEUP, "国庆节")
    assert kinds["2026-09-25"] == (DayKind.HOLIDAY, "中秋")
    assert kinds["2026-10-11"] == (DayKind.WEEKEND, "")
    rolled = count(CHINA, D("2026-09-16"), 15, Unit.CALENDAR).strip
    assert [one.day.on.day for one in rolled if one.counted is Counted.ROLLED] == [2, 3, 4, 5, 6, 7, 8]


def test_an_unpublished_year_makes_a_date_estimated() -> None:
    assert count(CHINA, D("2026-12-25"), 7, Unit.WORKING).estimated
    assert count(CHINA, D("2026-12-25"), 7, Unit.WORKING).due_estimated
    calendar = count(CHINA, D("2026-12-25"), 15, Unit.CALENDAR)
    assert calendar.estimated
    assert not calendar.due_estimated, "fifteen days are fifteen days, whatever is published"
    assert not count(CHINA, D("2026-12-01"), 15, Unit.CALENDAR).estimated


@pytest.mark.parametrize("amount", [0, -1, 3661])
def test_amounts_are_bounded(amount: int) -> None:
    with pytest.raises(UserError) as caught:
        count(CHINA, D("2026-01-01"), amount, Unit.CALENDAR)
    assert caught.value.code == "bad_count"


@pytest.mark.parametrize(
    ("start", "amount", "unit"),
    [
        ("9999-12-25", 7, Unit.CALENDAR),
        ("9999-12-25", 7, Unit.WORKING),
        ("9998-01-01", 2, Unit.YEARS),
    ],
)
def test_the_end_of_the_calendar_is_no_crash(start: str, amount: int, unit: Unit) -> None:
    with pytest.raises(UserError) as caught:
        count(PlainWeeks(), D(start), amount, unit)
    assert caught.value.code == "count_too_far"


def test_the_last_days_of_the_calendar_can_be_counted() -> None:
    found = count(PlainWeeks(), D("9999-12-24"), 2, Unit.CALENDAR)
    assert (found.due_on, found.rolled_due_on) == (D("9999-12-26"), D("9999-12-27"))


def test_a_pause_without_end_is_refused_and_not_walked_for_ever() -> None:
    for unit in (Unit.CALENDAR, Unit.YEARS):
        with pytest.raises(UserError) as caught:
            count(PlainWeeks(), D("2026-01-01"), 1, unit, (Pause("2026-01-01", "9999-12-31"),))
        assert caught.value.code == "count_too_far"


# --- an independent count: sets of days, no walking along the code's path ---------------------------------------------

DAYS = st.dates(D("2024-01-01"), D("2026-12-31"))
PAUSES = st.lists(st.tuples(DAYS, st.integers(0, 40)), max_size=4)


def _naive(start: date, amount: int, takes_part: Mapping[date, bool]) -> date:
    """The ``amount``-th day after the start among those that take part."""
    later = sorted(day for day, takes in takes_part.items() if takes and day > start)
    return later[amount - 1]


@settings(deadline=None)
@given(
    start=DAYS,
    amount=st.integers(1, 200),
    unit=st.sampled_from([Unit.CALENDAR, Unit.WORKING]),
    pauses=PAUSES,
    off=st.dictionaries(DAYS, st.booleans(), max_size=60),
)
def test_any_count_agrees_with_a_count_by_sets(
    start: date, amount: int, unit: Unit, pauses: list[tuple[date, int]], off: dict[date, bool]
) -> None:
    calendar = Patchwork(off)
    given_pauses = [Pause(a.isoformat(), (a + timedelta(days=n)).isoformat()) for a, n in pauses]
    found = count(calendar, start, amount, unit, given_pauses)
    horizon = [start + timedelta(days=n) for n in range(1, 1200)]
    paused = {a + timedelta(days=k) for a, n in pauses for k in range(n + 1)}
    works = {day: not off[day] if day in off else day.isoweekday() < 6 for day in horizon}
    part = {day: day not in paused and (unit is Unit.CALENDAR or works[day]) for day in horizon}
    due = _naive(start, amount, part)
    assert found.due_on == due
    free = {day: works[day] and day not in paused for day in horizon}
    assert found.rolled_due_on == (due if works[due] else _naive(due, 1, free))
    numbered = [one for one in found.strip if one.number]
    assert [one.number for one in numbered] == list(range(1, amount + 1))
    assert numbered[-1].day.on == due
    assert [one.day.on for one in found.strip] == [
        start + timedelta(days=n) for n in range((found.rolled_due_on - start).days + 1)
    ]


@settings(deadline=None)
@given(start=DAYS, amount=st.integers(1, 60), pauses=PAUSES)
def test_a_pause_never_brings_a_date_nearer(start: date, amount: int, pauses: list[tuple[date, int]]) -> None:
    given_pauses = [Pause(a.isoformat(), (a + timedelta(days=n)).isoformat()) for a, n in pauses]
    for unit in (Unit.CALENDAR, Unit.WORKING):
        plain, paused = count(CHINA, start, amount, unit), count(CHINA, start, amount, unit, given_pauses)
        assert paused.due_on >= plain.due_on
        assert paused.rolled_due_on >= plain.rolled_due_on
