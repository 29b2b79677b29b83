"""Notices as files: both formats, and everything that is refused with its place."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walletcase.domain.days.year_files import read_year_file
from walletcase.domain.errors import UserError

NEW_YEAR = {"name": "元旦", "date": "2027-01-01", "isOffDay": True}

WORKED = NEW_YEAR | {"date": "2027-01-03", "isOffDay": False}


def _file(*days: object, year: object = 2027) -> str:
    return json.dumps({"year": year, "papers": ["notice"], "days": list(days)}, ensure_ascii=False)


def _refused(text: str) -> tuple[str, str]:
    with pytest.raises(UserError) as caught:
        read_year_file(text, "2027.json")
    assert caught.value.params["file"] == "2027.json"
    return caught.value.code, caught.value.params.get("place", "")


def test_holiday_cn_json_is_read() -> None:
    eve = {"name": "元旦", "date": "2026-12-31", "isOffDay": True}
    made_up = {"name": "元旦", "date": "2027-01-03", "isOffDay": False}
    table = read_year_file("\ufeff" + _file(NEW_YEAR, eve, made_up), "2027.json")
    assert (table.year, table.source) == (2027, "2027.json")
    assert table.off == {"2027-01-01": "元旦", "2026-12-31": "元旦"}
    assert table.working == {"2027-01-03": "元旦"}


def test_csv_is_read() -> None:
    lines = ("date,kind,name", "# 国务院", "2027-01-01,off,元旦", "", "2027-01-03, work ,元旦", "2027-01-04,off")
    table = read_year_file("\n".join(lines), "a.csv")
    assert table.year == 2027
    assert table.off == {"2027-01-01": "元旦", "2027-01-04": ""}
    assert table.working == {"2027-01-03": "元旦"}


def test_an_empty_year_is_unknown() -> None:
    assert _refused(_file())[0] == "calendar_year_empty"
    only_before = {"name": "元旦", "date": "2026-12-31", "isOffDay": True}
    assert _refused(_file(only_before))[0] == "calendar_year_empty"
    only_work = {"name": "元旦", "date": "2027-01-03", "isOffDay": False}
    assert _refused(_file(only_work))[0] == "calendar_year_empty"


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("", "calendar_file_wrong", "-"),
        ("{", "calendar_file_wrong", "-"),
        ("[1]", "calendar_file_wrong", "line 1"),
        ('{"year": 2027}', "calendar_file_wrong", "days"),
        (_file(NEW_YEAR, year="2027"), "calendar_file_wrong", "year"),
        (_file(NEW_YEAR, year=True), "calendar_file_wrong", "year"),
        (_file(NEW_YEAR, year=20270), "calendar_file_wrong", "year"),
        (_file(3), "calendar_file_wrong", "days[0]"),
        (_file(NEW_YEAR | {"isOffDay": 1}), "calendar_file_wrong", "days[0].isOffDay"),
        (_file(NEW_YEAR | {"name": None}), "calendar_file_wrong", "days[0]"),
        (_file(NEW_YEAR | {"name": "a\nb"}), "calendar_file_wrong", "days[0]"),
        (_file(NEW_YEAR, NEW_YEAR | {"date": "2027-02-30"}), "calendar_file_wrong", "days[1].date"),
        (_file(NEW_YEAR | {"date": "20270101"}), "calendar_file_wrong", "days[0].date"),
        (_file(NEW_YEAR | {"date": 5}), "calendar_file_wrong", "days[0].date"),
        (_file(NEW_YEAR, NEW_YEAR), "calendar_day_twice", "days[1]"),
        (_file(NEW_YEAR, NEW_YEAR | {"isOffDay": False}), "calendar_day_twice", "days[1]"),
        (_file(WORKED, WORKED), "calendar_day_twice", "days[1]"),
        (_file(WORKED, WORKED | {"isOffDay": True}), "calendar_day_twice", "days[1]"),
        (_file(NEW_YEAR, year=2029), "calendar_day_outside", "days[0]"),
        ("2027-01-01,perhaps,x", "calendar_file_wrong", "line 1"),
        ("2027-01-01,off\n2027-13-01,off", "calendar_file_wrong", "line 2"),
        ('2027-01-01,off,"open', "calendar_file_wrong", "-"),
    ],
)
def test_a_bad_file_is_refused_with_its_place(text: str, code: str, place: str) -> None:
    assert _refused(text) == (code, place)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["year", "days", "date"]), inner),
    max_leaves=8,
)


@settings(deadline=None)
@given(st.text(max_size=60) | _VALUES.map(json.dumps))
def test_any_other_text_is_refused_in_words(text: str) -> None:
    with pytest.raises(UserError, match="calendar_"):
        read_year_file(text, "x")
