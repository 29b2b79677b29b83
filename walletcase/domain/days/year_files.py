"""Reads the State Council's notice for a year from a file: holiday-cn's JSON, or a CSV of date, off/work, name.

Nothing is guessed: a file without days off in its own year is a year that is not published yet, not one without
holidays, and is refused.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn

from walletcase.domain.days.workdays import YearTable
from walletcase.domain.errors import UserError

_EARLIEST, _LATEST = 1949, 2200
_LONGEST_NAME = 60
_OFF = {"true": True, "1": True, "off": True, "yes": True, "false": False, "0": False, "work": False, "no": False}


@dataclass(frozen=True, slots=True)
class _Line:
    place: str
    on: date
    is_off: bool
    name: str


def read_year_file(text: str, file: str) -> YearTable:
    """Return the year that a file's text holds. ``file`` is only named in errors.

    Raises UserError: calendar_file_wrong (file, place, expected), calendar_year_empty (file, year),
    calendar_day_outside (file, place, date, year), calendar_day_twice (file, place, date).
    """
    bare = text.lstrip("\ufeff")
    year, lines = _json(bare, file) if bare.lstrip().startswith("{") else _csv(bare, file)
    off: dict[str, str] = {}
    working: dict[str, str] = {}
    for line in lines:
        iso = line.on.isoformat()
        if abs(line.on.year - year) > 1:
            raise UserError("calendar_day_outside", file=file, place=line.place, date=iso, year=year)
        if iso in off or iso in working:
            raise UserError("calendar_day_twice", file=file, place=line.place, date=iso)
        (off if line.is_off else working)[iso] = line.name
    if not any(iso.startswith(f"{year}-") for iso in off):
        raise UserError("calendar_year_empty", file=file, year=year)
    return YearTable(year, off, working, file)


def _wrong(file: str, place: str, expected: str) -> NoReturn:
    raise UserError("calendar_file_wrong", file=file, place=place, expected=expected)


def _json(text: str, file: str) -> tuple[int, list[_Line]]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        _wrong(file, "-", "JSON")
    year, days = document.get("year"), document.get("days")
    if not isinstance(year, int) or isinstance(year, bool) or not _EARLIEST <= year <= _LATEST:
        _wrong(file, "year", f"{_EARLIEST}-{_LATEST}")
    if not isinstance(days, list):
        _wrong(file, "days", '[{"name", "date", "isOffDay"}]')
    return year, [_json_line(entry, f"days[{number}]", file) for number, entry in enumerate(days)]


def _json_line(entry: Any, place: str, file: str) -> _Line:
    if not isinstance(entry, dict):
        _wrong(file, place, '{"name", "date", "isOffDay"}')
    is_off = entry.get("isOffDay")
    if not isinstance(is_off, bool):
        _wrong(file, f"{place}.isOffDay", "true / false")
    return _Line(place, _date(entry.get("date"), f"{place}.date", file), is_off, _name(entry.get("name"), place, file))


def _csv(text: str, file: str) -> tuple[int, list[_Line]]:
    lines = list(_csv_lines(text, file))
    if not lines:
        _wrong(file, "-", "date,off|work,name")
    years = Counter(line.on.year for line in lines)
    return years.most_common(1)[0][0], lines


def _csv_lines(text: str, file: str) -> Iterator[_Line]:
    try:
        rows = list(csv.reader(text.splitlines(), strict=True))
    except csv.Error:
        _wrong(file, "-", "date,off|work,name")
    for number, row in enumerate(rows, 1):
        cells, place = [cell.strip() for cell in row], f"line {number}"
        if not any(cells) or cells[0].startswith("#") or (number == 1 and cells[0].lower() == "date"):
            continue
        if len(cells) < 2 or cells[1].lower() not in _OFF:
            _wrong(file, place, "date,off|work,name")
        name = cells[2] if len(cells) > 2 else ""
        yield _Line(place, _date(cells[0], place, file), _OFF[cells[1].lower()], _name(name, place, file))


def _date(value: Any, place: str, file: str) -> date:
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError):
        _wrong(file, place, "2027-01-31")
    if day.isoformat() != value:  # "20270131" and week dates are read too
        _wrong(file, place, "2027-01-31")
    return day


def _name(value: Any, place: str, file: str) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_NAME or not value.isprintable():
        _wrong(file, place, f"name (1-{_LONGEST_NAME})")
    return value.strip()
