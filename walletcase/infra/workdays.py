"""The calendars of years as libraries know them: published ones from chinesecalendar, estimates from holidays.

Both are imported on first use. ``holidays`` guesses years that nobody published and knows no make-up days for them, so
it serves for estimates only.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from walletcase.domain.days.workdays import YearTable
from walletcase.domain.errors import UserError

_MOST_BYTES = 500_000  # a year's notice has about 5,000


class LibraryYears:
    """Implements domain.calendar_years.YearSource."""

    def known(self) -> range:
        """Return the years that chinesecalendar has."""
        return _known()

    def official(self, year: int) -> YearTable | None:
        """Return chinesecalendar's table of a year, None outside its data."""
        return _official(year) if year in _known() else None

    def statutory(self, year: int) -> Mapping[str, str]:
        """Return the days off that the law gives, as ``holidays`` computes them; Chinese names."""
        return _statutory(year)


@cache
def _known() -> range:
    from chinese_calendar import constants

    years = {day.year for day in constants.holidays}
    return range(min(years), max(years) + 1)


@cache
def _official(year: int) -> YearTable:
    import chinese_calendar
    from chinese_calendar import constants

    names = {holiday.value: holiday.chinese for holiday in constants.Holiday}

    def of_year(days: Mapping[object, str]) -> dict[str, str]:
        return {str(day): names.get(name, name) for day, name in days.items() if str(day).startswith(f"{year}-")}

    source = f"chinesecalendar {chinese_calendar.__version__}"
    return YearTable(year, of_year(constants.holidays), of_year(constants.workdays), source)


@cache
def _statutory(year: int) -> Mapping[str, str]:
    import holidays

    with warnings.catch_warnings():  # of years for which it has no lunar dates
        warnings.simplefilter("ignore")
        found = holidays.country_holidays("CN", years=year, language="zh_CN")
    return {day.isoformat(): _bare(name) for day, name in found.items()}


def read_year_text(path: Path) -> str:
    """Return the text of a year's notice.

    Raises UserError: file_missing, not_a_file, file_unreadable, calendar_file_wrong.
    """
    if path.exists() and not path.is_file():  # a pipe would keep the app waiting, a device never ends
        raise UserError("not_a_file", file=path.name)
    try:
        with path.open("rb") as stream:
            content = stream.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        raise UserError("file_missing", file=path.name) from None
    except OSError as error:
        raise UserError("file_unreadable", file=path.name, reason=error.strerror or error) from error
    if len(content) > _MOST_BYTES:
        raise UserError("calendar_file_wrong", file=path.name, place="-", expected=f"< {_MOST_BYTES // 1000} kB")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("calendar_file_wrong", file=path.name, place=f"byte {error.start}", expected="UTF-8") from error


def _bare(name: str) -> str:
    """The name of the holiday without the library's remark on it."""
    first = name.split(";")[0]
    return first.split("(")[0].split("\uff08")[0].strip()
