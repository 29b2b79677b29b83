"""Reminders of all cases on a real store: what is kept, today's agenda, what came due meanwhile, putting off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import FrozenClock
from walletcase.domain.case import Filter
from walletcase.domain.due.agenda import Group
from walletcase.domain.due.nudges import QuietHours, Stage
from walletcase.domain.due.reminders import ReminderKind, in_force, reminders_of
from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId
from walletcase.domain.timeline import EntryDraft
from walletcase.services.cases import counts
from walletcase.services.facade import Services
from walletcase.services.reminders import AgendaLine
from walletcase.storage.opening import open_store

QUIET = QuietHours()


def _code(call: object, *arguments: object, **named: object) -> str:
    with pytest.raises(UserError) as caught:
        call(*arguments, **named)  # type: ignore[operator]
    return caught.value.code


def _promised(services: Services, by: str, title: str = "A", promise: str = "回电") -> CaseId:
    case_id = services.cases.new_case(title)[0].id
    draft = EntryDraft("2026-11-20", "s", channel="hotline", promised_by=by, promise=promise)
    services.timeline.log(case_id, draft)
    return case_id


def _lines(services: Services) -> list[tuple[Group, str, str]]:
    return [(one.item.group, one.item.row.title, one.item.on) for one in services.reminders.today()]


def _line(services: Services, title: str = "A") -> AgendaLine:
    return next(one for one in services.reminders.today() if one.item.row.title == title and one.item.reminder)


def _key(services: Services, case_id: CaseId) -> str:
    return reminders_of(services.cases.open(case_id))[0].key


# --- today ------------------------------------------------------------------------------------------------------------


def test_today_puts_what_is_overdue_first_and_says_until_when_there_is_nothing_to_do(services: Services) -> None:
    _promised(services, "2026-11-24", "soon")
    _promised(services, "2026-11-22", "due")
    _promised(services, "2026-11-21", "late")
    far = _promised(services, "2026-12-24", "far")
    services.flow.finish(far, "gather")
    services.flow.set_values(far, {"hotline_summary": "s"})
    services.flow.finish(far, "hotline", "promised", "2026-12-24")
    services.flow.skip(far, "confirm", "not yet")
    services.cases.new_case("fresh")
    assert _lines(services) == [
        (Group.OVERDUE, "late", "2026-11-21"),
        (Group.TODAY, "due", "2026-11-22"),
        (Group.SOON, "soon", "2026-11-24"),
        (Group.NEXT, "soon", ""),
        (Group.NEXT, "fresh", ""),
        (Group.WAIT, "far", "2026-12-07"),
    ]


def test_words_come_from_rules_playbook_and_promise(services: Services) -> None:
    case_id = _promised(services, "2026-11-22", promise="周日前回电")
    assert _line(services).words.zh == "周日前回电"
    services.flow.set_values(case_id, {"progress_remind_on": "2026-11-21", "contact_checked_on": "2026-10-01"})
    words = {one.item.reminder.kind: one.words for one in services.reminders.today() if one.item.reminder}
    limit = services.cases.open(case_id).rules.limit("contact_check")
    assert limit is not None
    assert words[ReminderKind.CONTACT_CHECK] == limit.name
    field = services.cases.open(case_id).playbook.field("progress_remind_on")
    assert field is not None
    assert words[ReminderKind.ASK] == field.label


def test_the_count_of_today_is_that_of_cases_with_something_due(services: Services) -> None:
    late, due = _promised(services, "2026-11-21"), _promised(services, "2026-11-22", "B")
    _promised(services, "2026-11-23", "C")
    assert counts(services.cases.rows())[Filter.TODAY] == 2
    services.reminders.snooze(late, _key(services, late), "2026-11-25")
    assert counts(services.cases.rows())[Filter.TODAY] == 1
    assert counts(services.cases.rows())[Filter.OVERDUE] == 1, "late it is, whatever one wants to hear"
    services.cases.trash(due)
    assert counts(services.cases.rows())[Filter.TODAY] == 0
    loud = {one.item.row.id for one in services.reminders.today() if one.item.group in (Group.OVERDUE, Group.TODAY)}
    assert loud == set()


# --- putting off ------------------------------------------------------------------------------------------------------


def test_what_was_put_off_waits_and_comes_back_with_its_date(services: Services, clock: FrozenClock) -> None:
    case_id = _promised(services, "2026-11-22")
    services.reminders.snooze(case_id, _key(services, case_id), "2026-11-24")
    assert _lines(services)[-1] == (Group.WAIT, "A", "2026-11-24")
    clock.move(days=2)
    assert _lines(services)[0] == (Group.OVERDUE, "A", "2026-11-22")


def test_an_hour_is_an_hour(services: Services, clock: FrozenClock) -> None:
    case_id = _promised(services, "2026-11-22")
    services.reminders.snooze(case_id, _key(services, case_id), (clock.at + timedelta(hours=1)).isoformat())
    clock.move(minutes=59)
    assert _line(services).item.group is Group.WAIT
    clock.move(minutes=1)
    assert _line(services).item.group is Group.TODAY


def test_a_snooze_is_taken_back(services: Services) -> None:
    case_id = _promised(services, "2026-11-22")
    key = _key(services, case_id)
    services.reminders.snooze(case_id, key, "2026-11-24")
    services.reminders.snooze(case_id, key, "")
    assert _lines(services)[0] == (Group.TODAY, "A", "2026-11-22")


def test_a_date_that_moved_speaks_up_again(services: Services) -> None:
    case_id = _promised(services, "2026-11-21")
    services.reminders.snooze(case_id, _key(services, case_id), "2026-12-24")
    (entry,) = services.cases.open(case_id).live_timeline
    moved = EntryDraft("2026-11-20", "s", channel="hotline", promised_by="2026-11-22")
    services.timeline.correct(case_id, entry.id, moved)
    assert _lines(services)[0] == (Group.TODAY, "A", "2026-11-22")


@pytest.mark.parametrize(
    ("until", "code"),
    [
        ("2026-11-22", "snooze_past"),
        ("2026-11-22T09:00+08:00", "snooze_past"),
        ("2026-11-25T09:00", "bad_date"),
        ("soon", "bad_date"),
    ],
)
def test_one_can_only_put_off_to_a_time_to_come(services: Services, until: str, code: str) -> None:
    case_id = _promised(services, "2026-11-22")
    assert _code(services.reminders.snooze, case_id, _key(services, case_id), until) == code
    assert services.cases.open(case_id).snoozes == {}


def test_a_reminder_that_is_not_there_cannot_be_put_off(services: Services) -> None:
    case_id = _promised(services, "2026-11-22")
    assert _code(services.reminders.snooze, case_id, "promise/99", "2026-11-25") == "no_such_reminder"


# --- what spoke up ----------------------------------------------------------------------------------------------------


def test_what_came_due_while_the_app_was_closed(services: Services, clock: FrozenClock) -> None:
    _promised(services, "2026-11-24", "due")
    _promised(services, "2026-11-30", "ahead")
    _promised(services, "2026-11-20", "before")
    closed = clock.at
    assert services.reminders.missed_since(closed) == ()
    clock.move(days=5)
    assert [(one.row.title, one.nudge.stage) for one in services.reminders.missed_since(closed)] == [
        ("due", Stage.LATE)
    ]  # fmt: skip


def test_what_was_answered_or_put_off_meanwhile_was_not_missed(services: Services, clock: FrozenClock) -> None:
    answered, put_off = _promised(services, "2026-11-24", "answered"), _promised(services, "2026-11-24", "put off")
    closed = clock.at
    clock.move(days=5)
    services.timeline.log(answered, EntryDraft("2026-11-23", "s", channel="hotline", is_answer=True))
    services.reminders.snooze(put_off, _key(services, put_off), "2026-12-01")
    assert services.reminders.missed_since(closed) == ()


def test_each_reminder_speaks_once_by_its_last_word(services: Services, clock: FrozenClock) -> None:
    _promised(services, "2026-11-25")
    began = clock.at
    assert services.reminders.next_at(QUIET) == datetime.fromisoformat("2026-11-25T09:00")
    clock.move(days=3)
    (said,) = services.reminders.spoken(began, QUIET)
    assert (said.nudge.stage, said.words.en) == (Stage.DUE, "回电")
    assert services.reminders.spoken(clock.at, QUIET) == ()
    clock.move(days=1)
    assert [one.nudge.stage for one in services.reminders.spoken(began, QUIET)] == [Stage.LATE]
    assert services.reminders.next_at(QUIET) is None


# --- what is kept -----------------------------------------------------------------------------------------------------


def _kept(services: Services) -> dict[int, set[object]]:
    """What the store holds of each case."""
    found: dict[int, set[object]] = {}
    with open_store(services.data_folder).read() as unit:
        for one in in_force(unit.reminders.all()):
            found.setdefault(one.case_id, set()).add(one)
    return found


def test_cases_of_an_older_app_are_caught_up_with(services: Services) -> None:
    case_id = _promised(services, "2026-11-24")
    before = services.cases.open(case_id).case
    store = open_store(services.data_folder)
    with store.write() as unit:
        unit.reminders.put(case_id, ())
        unit.cases.update(replace(before, rules_revision=0))
    assert _kept(services) == {}
    assert services.reminders.catch_up() == 1
    assert len(_kept(services)[case_id]) == 1
    after = services.cases.open(case_id).case
    assert (after.updated_at, after.rules_revision) == (before.updated_at, before.rules_revision)
    assert services.reminders.catch_up() == 0


_DAYS = st.integers(1, 28).map(lambda day: f"2026-12-{day:02d}")
_DEEDS: dict[str, Callable[[Services, CaseId, str], object]] = {
    "log": lambda s, c, day: s.timeline.log(c, EntryDraft("2026-11-20", "x", channel="hotline", promised_by=day)),
    "answer": lambda s, c, day: s.timeline.log(c, EntryDraft(day, "x", channel="hotline", is_answer=True)),
    "ask": lambda s, c, day: s.flow.set_values(c, {"progress_remind_on": day}),
    "check": lambda s, c, day: s.flow.set_values(c, {"contact_checked_on": day}),
    "agree": lambda s, c, day: s.flow.set_values(c, {"perform_by": day}),
    "draft": lambda s, c, day: s.flow.save_draft(c, "perform_by", 1, day[:7]),
    "call": lambda s, c, day: s.flow.finish(c, "hotline", "promised", day),
    "reopen": lambda s, c, day: s.flow.reopen(c, "hotline"),
    "close": lambda s, c, day: s.flow.finish(c, "close", "satisfied"),
    "open again": lambda s, c, day: s.flow.reopen(c, "close"),
    "trash": lambda s, c, day: s.cases.trash(c),
    "restore": lambda s, c, day: s.cases.restore(c),
    "unlog": lambda s, c, day: s.timeline.trash(c, s.cases.open(c).live_timeline[0].id),
    "put off": lambda s, c, day: s.reminders.snooze(c, reminders_of(s.cases.open(c))[0].key, day),
}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(sorted(_DEEDS)), _DAYS), max_size=8))
def test_exactly_what_follows_from_the_record_is_kept(services: Services, deeds: list[tuple[str, str]]) -> None:
    case_id = services.cases.new_case("A")[0].id
    for name, day in deeds:
        try:
            _DEEDS[name](services, case_id, day)
        except (UserError, IndexError):
            continue  # not possible as things stand
        record = services.cases.open(case_id)
        assert _kept(services).get(case_id, set()) == set(reminders_of(record)), name


# --- calendar file ----------------------------------------------------------------------------------------------------


def test_a_calendar_file_of_a_case(services: Services, tmp_path: Path) -> None:
    case_id = _promised(services, "2026-11-24")
    target = tmp_path / "dates.ics"
    assert services.reminders.export_ics(case_id, target, "en") == 1
    assert b"DTSTART;VALUE=DATE:20261124" in target.read_bytes()


def test_a_case_without_dates_makes_no_file(services: Services, tmp_path: Path) -> None:
    case_id = services.cases.new_case("A")[0].id
    assert _code(services.reminders.export_ics, case_id, tmp_path / "dates.ics", "en") == "no_dates"
    assert not (tmp_path / "dates.ics").exists()
