"""What the timeline shows follows from the record and from today."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.timeline.contacts import log, new_case, three_weeks
from walletcase.services.facade import Services
from walletcase.ui.timeline.rows import ContactRow, DayRow, PromiseState, QuietRow, Row, promises_of, rows_of
from walletcase.ui.timeline.weeks import weeks_of
from walletcase.ui.timeline.words import promise_text

TODAY = "2026-11-22"


def _contacts(rows: tuple[Row, ...]) -> list[ContactRow]:
    return [row for row in rows if isinstance(row, ContactRow)]


def test_newest_first_turns_everything_round(services: Services) -> None:
    record = three_weeks(services)
    newest = rows_of(record, "zh_CN", TODAY, newest_first=True)
    oldest = rows_of(record, "zh_CN", TODAY, newest_first=False)
    assert [row.said for row in _contacts(newest)] == [row.said for row in reversed(_contacts(oldest))]
    assert [row.day for row in oldest if isinstance(row, DayRow)] == [
        "2026-11-03",
        "2026-11-04",
        "2026-11-13",
        "2026-11-16",
    ]
    assert newest[0] == DayRow("2026-11-16", 6)
    assert [row.days for row in oldest if isinstance(row, QuietRow)] == [8]


def test_a_contact_by_date_only_has_no_time(services: Services) -> None:
    at = [row.at for row in _contacts(rows_of(three_weeks(services), "en", TODAY, newest_first=False))]
    assert at == ["10:05", "", "11:00", "11:40", "16:40"]


def test_what_became_of_each_promise(services: Services) -> None:
    record = three_weeks(services)
    found = list(promises_of(record, TODAY).values())
    assert [(p.due_on, p.state, p.days) for p in found] == [
        ("2026-11-06", PromiseState.BROKEN, 7),  # on the 13th they only gave another date
        ("2026-11-18", PromiseState.KEPT, 0),
        ("2026-11-25", PromiseState.OPEN, 3),
    ]


@pytest.mark.parametrize(
    ("today", "state", "days"),
    [
        ("2026-11-24", PromiseState.OPEN, 1),
        ("2026-11-25", PromiseState.TODAY, 0),
        ("2026-11-26", PromiseState.BROKEN, 1),
    ],
)
def test_a_promise_without_an_answer(services: Services, today: str, state: PromiseState, days: int) -> None:
    last = next(iter(reversed(promises_of(three_weeks(services), today).values())))
    assert (last.state, last.days) == (state, days)


def test_an_answer_after_its_date_is_late_and_another_date_in_time_is_no_breach(services: Services) -> None:
    case_id = new_case(services)
    log(services, case_id, "2026-11-02T10:00", "a", promised_by="2026-11-10")
    log(services, case_id, "2026-11-09T10:00", "b", promised_by="2026-11-12")
    log(services, case_id, "2026-11-15T10:00", "c", is_answer=True)
    first, second = promises_of(services.cases.open(case_id), TODAY).values()
    assert (first.state, first.settled_on, first.is_renewed) == (PromiseState.MOVED, "2026-11-09", True)
    assert (second.state, second.days, second.settled_on) == (PromiseState.LATE, 3, "2026-11-15")
    assert promise_text(first) == "Promised by 2026-11-10: another date was given"
    assert promise_text(second) == "Promised by 2026-11-12: answered 3 days late"


def test_a_silence_is_red_only_until_another_date_was_given(services: Services) -> None:
    record = three_weeks(services)
    first = next(iter(promises_of(record, TODAY).values()))
    assert promise_text(first) == "Promised by 2026-11-06: not kept, another date 7 days later"


def test_recorded_shows_only_when_it_was_days_later(services: Services) -> None:
    case_id = new_case(services)
    log(services, case_id, "2026-11-22T08:00", "just now")
    log(services, case_id, "2026-11-21", "yesterday, time unknown")
    log(services, case_id, "2026-11-20T08:00", "two days ago")
    rows = _contacts(rows_of(services.cases.open(case_id), "en", TODAY, newest_first=True))
    assert [row.recorded_on for row in rows] == ["", "", TODAY]


def test_only_live_evidence_is_linked(services: Services, tmp_path: Path) -> None:
    case_id = new_case(services)
    files = [tmp_path / name for name in ("a.txt", "b.txt")]
    for file in files:
        file.write_text(file.name)
    kept, gone = (item.id for item in services.evidence.attach(case_id, files).stored)
    log(services, case_id, "2026-11-20T08:00", "x", evidence_ids=(gone, kept))
    services.evidence.trash(case_id, gone)
    row = _contacts(rows_of(services.cases.open(case_id), "en", TODAY, newest_first=True))[0]
    assert [(item.exhibit_no, item.title) for item in row.exhibits] == [(1, "a")]


def test_the_weeks_show_silence_and_overdue(services: Services) -> None:
    weeks = weeks_of(three_weeks(services), TODAY)
    assert weeks is not None
    assert (weeks.first, weeks.last) == ("2026-11-03", "2026-11-25")
    # 4 to 13 November, and from the last contact to today, which is no contact: 17 to 22.
    assert [(s.first, s.last, s.days) for s in weeks.quiet] == [
        ("2026-11-04", "2026-11-13", 8),
        ("2026-11-16", "2026-11-22", 6),
    ]
    assert [(s.first, s.last) for s in weeks.overdue] == [("2026-11-06", "2026-11-13")]
    assert [dot.stack for dot in weeks.dots] == [0, 0, 0, 1, 0]
    assert weeks.mondays() == ("2026-11-09", "2026-11-16", "2026-11-23")
    assert (weeks.part(weeks.first), weeks.part(weeks.last)) == (0.0, 1.0)


def test_one_contact_today_is_a_picture_too(services: Services) -> None:
    case_id = new_case(services)
    assert weeks_of(services.cases.open(case_id), TODAY) is None
    log(services, case_id, "2026-11-22T08:00", "x")
    weeks = weeks_of(services.cases.open(case_id), TODAY)
    assert weeks is not None
    assert (weeks.span_days, weeks.part(TODAY), weeks.longest_quiet) == (1, 0.0, 0)


def test_what_the_person_says_of_a_promise_counts_first(services: Services) -> None:
    record = three_weeks(services)
    last = record.live_timeline[-1]

    def said() -> tuple[PromiseState, str]:
        now = services.cases.open(record.case.id)
        promise = promises_of(now, "2026-11-30")[last.id]
        return promise.state, promise_text(promise)

    assert said() == (PromiseState.BROKEN, "Promised by 2026-11-25: 5 days overdue")
    services.promises.keep(record.case.id, last.id, "2026-11-25")
    assert said() == (PromiseState.KEPT, "Promised by 2026-11-25: kept")
    services.promises.keep(record.case.id, last.id, "2026-11-27")
    assert said() == (PromiseState.LATE, "Promised by 2026-11-25: answered 2 days late")
    services.promises.break_(record.case.id, last.id, "2026-11-24")
    assert said() == (PromiseState.BROKEN, "Promised by 2026-11-25: broken")
