"""Calendar years through the services: the list, the calculator, importing a notice and what it moves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import FrozenClock
from walletcase.domain.days.years import Standing
from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId
from walletcase.domain.rules.pack import Unit
from walletcase.domain.timeline import EntryDraft
from walletcase.services.facade import Services


def _notice(folder: Path, year: int, off: tuple[str, ...], work: tuple[str, ...] = ()) -> Path:
    days = [{"name": "元旦", "date": day, "isOffDay": True} for day in off]
    days += [{"name": "元旦", "date": day, "isOffDay": False} for day in work]
    file = folder / f"{year}.json"
    file.write_text(json.dumps({"year": year, "days": days}), encoding="utf-8")
    return file


def _case(services: Services, accepted_on: str) -> CaseId:
    case_id = services.cases.new_case("钱包打不开", values={"problem": "x"})[0].id
    services.flow.set_values(case_id, {"accepted_on": accepted_on})
    services.flow.finish(case_id, "confirm", "accepted")
    return case_id


def test_the_list_of_years_ends_with_one_that_is_not_known(services: Services) -> None:
    years = services.calendar.years()
    assert [(info.year, info.standing) for info in years[:2]] == [
        (2027, Standing.ESTIMATED), (2026, Standing.OFFICIAL),
    ]
    assert (years[1].days_off, years[1].makeup_days) == (33, 6)
    assert years[-1].year == 2004


def test_the_calculator_counts(services: Services) -> None:
    counted = services.calendar.count("2026-09-24", 7, Unit.WORKING)
    assert counted.due_on.isoformat() == "2026-10-12"
    with pytest.raises(UserError, match="bad_date"):
        services.calendar.count("soon", 7, Unit.WORKING)


def test_a_notice_says_first_what_it_moves(services: Services, clock: FrozenClock, tmp_path: Path) -> None:
    open_case = _case(services, "2026-12-18")  # 15 days later is Saturday 2 January
    closed = _case(services, "2026-12-18")
    services.flow.finish(closed, "close")
    before = services.cases.open(open_case).case.updated_at
    file = _notice(tmp_path, 2027, ("2027-01-01", "2027-01-02", "2027-01-03", "2027-01-04"), ("2027-01-09",))
    preview = services.calendar.preview_import(file)
    (moved,) = preview.moved
    assert (moved.before.rolled_due_on, moved.before.estimated) == ("2027-01-04", True)
    assert (moved.after.rolled_due_on, moved.after.estimated) == ("2027-01-05", False)
    assert preview.replaces.standing is Standing.ESTIMATED
    (row, _) = sorted(services.cases.rows(), key=lambda r: r.id)
    assert row.late_after == "2027-01-04", "a preview changes nothing"

    clock.move(hours=1)
    changes = services.calendar.adopt(preview.table)
    assert changes.cases == {open_case}
    (row, _) = sorted(services.cases.rows(), key=lambda r: r.id)
    assert row.late_after == "2027-01-05"
    assert services.cases.open(open_case).case.updated_at == before
    info = services.calendar.years()[0]
    assert (info.year, info.standing, info.source) == (2027, Standing.IMPORTED, "2027.json")
    assert info.imported_at.startswith("2026-11-22")
    assert services.calendar.preview_import(file).moved == ()

    assert [m.after.rolled_due_on for m in services.calendar.preview_removal(2027)] == ["2027-01-04"]
    services.calendar.remove_year(2027)
    assert services.calendar.years()[0].standing is Standing.ESTIMATED
    (row, _) = sorted(services.cases.rows(), key=lambda r: r.id)
    assert row.late_after == "2027-01-04"
    for call in (services.calendar.remove_year, services.calendar.preview_removal):
        with pytest.raises(UserError, match="year_not_imported"):
            call(2027)


def test_a_notice_that_makes_a_date_certain_is_told_too(services: Services, tmp_path: Path) -> None:
    _case(services, "2026-12-18")
    file = _notice(tmp_path, 2027, ("2027-01-01",))
    (moved,) = services.calendar.preview_import(file).moved
    assert moved.before.rolled_due_on == moved.after.rolled_due_on
    assert (moved.before.estimated, moved.after.estimated) == (True, False)


def test_what_was_answered_is_not_said_to_move(services: Services, tmp_path: Path) -> None:
    case_id = _case(services, "2026-12-18")
    file = _notice(tmp_path, 2027, ("2027-01-01",))
    assert len(services.calendar.preview_import(file).moved) == 1
    services.timeline.log(case_id, EntryDraft("2026-12-20", "答复了", channel="hotline", is_answer=True))
    assert services.calendar.preview_import(file).moved == ()


def test_bad_notices_are_refused(services: Services, tmp_path: Path) -> None:
    def code(path: Path) -> str:
        with pytest.raises(UserError) as caught:
            services.calendar.preview_import(path)
        return caught.value.code

    assert code(tmp_path / "none.json") == "file_missing"
    assert code(tmp_path) == "not_a_file"
    assert code(_notice(tmp_path, 2027, ())) == "calendar_year_empty"
    latin = tmp_path / "latin.json"
    latin.write_bytes(b'{"year": 2027, "days": "\xe9"}')
    assert code(latin) == "calendar_file_wrong"
    huge = tmp_path / "huge.json"
    huge.write_bytes(b" " * 600_000)
    assert code(huge) == "calendar_file_wrong"
