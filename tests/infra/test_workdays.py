"""What the libraries say of years, and that two of them agree."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from walletcase.domain.days.workdays import DayKind
from walletcase.domain.days.years import KnownYears
from walletcase.domain.errors import UserError
from walletcase.infra.workdays import LibraryYears, read_year_text

CHINA = KnownYears(LibraryYears(), {})
DISAGREED = date(2005, 12, 31)  # off in one library, worked in the other


def test_two_libraries_agree_on_every_published_day() -> None:
    import holidays

    china = holidays.country_holidays("CN", years=range(2004, 2027))
    days = [date(2004, 1, 1) + timedelta(days=n) for n in range((date(2027, 1, 1) - date(2004, 1, 1)).days)]
    ours = {day: CHINA.day(day) for day in days}
    assert [day for day in days if ours[day].is_working != china.is_working_day(day)] == [DISAGREED]
    waiting = [f"{day:%m-%d}" for day in days if ours[day].estimated]
    assert waiting == ["12-29", "12-30", "12-31"], "of the last published year: the next notice may have a say"
    assert all(ours[day].missing == 2027 for day in days if ours[day].estimated)


def test_no_notice_ever_reached_further_back_than_the_days_that_wait() -> None:
    tables = [LibraryYears().official(year) for year in LibraryYears().known()]
    named = {iso[5:] for table in tables if table for iso in (*table.off, *table.working)}
    assert min(day for day in named if day > "12-01") == "12-29"


def test_published_years() -> None:
    assert LibraryYears().known() == range(2004, 2027)
    assert LibraryYears().official(2027) is None
    table = LibraryYears().official(2026)
    assert table is not None
    assert sorted(table.working) == [
        "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
    ]
    assert len(table.off) == 33
    assert table.source.startswith("chinesecalendar ")


def test_an_unpublished_year_is_estimated_from_the_law_without_makeup_days() -> None:
    assert CHINA.day(date(2027, 1, 1)).kind is DayKind.HOLIDAY
    assert CHINA.day(date(2027, 1, 1)).name == "元旦"
    assert CHINA.day(date(2027, 2, 6)).name == "春节"
    year = [CHINA.day(date(2027, 1, 1) + timedelta(days=n)) for n in range(365)]
    assert all(day.estimated for day in year)
    assert not any(day.kind is DayKind.MAKEUP for day in year)
    assert CHINA.day(date(9999, 6, 1)).estimated


def test_a_pipe_or_device_is_no_notice_and_told_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "2027.json"
    os.mkfifo(pipe)
    for odd in (pipe, tmp_path, Path(os.devnull)):
        with pytest.raises(UserError, match="not_a_file"):
            read_year_text(odd)
    with pytest.raises(UserError, match="file_missing"):
        read_year_text(tmp_path / "none.json")
