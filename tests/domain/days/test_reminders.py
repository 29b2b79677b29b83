"""Reminders as derived from a record: what is reminded of, where it stands on a day, and when it gives way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given as having
from hypothesis import strategies as st

from tests.domain.days.deadline_kit import RULES, entry, limit, record, text, word
from walletcase.domain.case import CaseRecord, ValueKey
from walletcase.domain.deadline_change import ChangeKind
from walletcase.domain.due.followup import action_of, digest_of, row_of
from walletcase.domain.due.reminders import (
    Reminder,
    ReminderKind,
    Urgency,
    reminders_of,
    snooze_in_force,
    snooze_of,
    urgency,
)
from walletcase.domain.flow.machine import NextKind, StepState
from walletcase.domain.flow.playbook import Field, FieldKind, Role, Status, Step
from walletcase.domain.rules.pack import Party
from walletcase.domain.timeline import PromiseMark, PromiseState, TimelineEntry

CALLED = {"call": ("filed", "2026-09-16T10:00+08:00")}
ON = {"call_on": "2026-09-16"}
KEY = "answer/call/1"


def _only(given: CaseRecord) -> Reminder:
    (found,) = reminders_of(given)
    return found


def _told(given: CaseRecord) -> list[tuple[ReminderKind, str]]:
    return [(one.kind, one.due_on) for one in reminders_of(given)]


def test_a_deadline_is_reminded_of_with_both_its_dates() -> None:
    found = _only(record(CALLED, values=ON))
    assert (found.key, found.kind, found.name) == (f"deadline/{KEY}", ReminderKind.DEADLINE, "answer")
    assert (found.due_on, found.late_after, found.estimated) == ("2026-10-01", "2026-10-08", False)
    assert (found.step_key, found.item, found.case_id) == ("ask", KEY, 1)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-09-27", Urgency.LATER),
        ("2026-09-28", Urgency.SOON),
        ("2026-09-30", Urgency.SOON),
        ("2026-10-01", Urgency.TODAY),
        ("2026-10-08", Urgency.TODAY),
        ("2026-10-09", Urgency.OVERDUE),
    ],
)
def test_where_it_stands_on_a_day(today: str, expected: Urgency) -> None:
    assert urgency(_only(record(CALLED, values=ON)), today) is expected


def test_nobody_is_late_with_what_the_person_set_themselves() -> None:
    asked = _only(record({"ask": ("nothing", "2026-10-10T09:00+08:00")}, values={"ask_again": "2026-10-15"}))
    assert (asked.kind, asked.key) == (ReminderKind.ASK, "ask/ask_again")
    assert (asked.step_key, asked.item, asked.late_after) == ("ask", "ask_again", "")
    assert urgency(asked, "2026-12-01") is Urgency.TODAY


def test_an_ended_or_trashed_case_is_silent() -> None:
    assert reminders_of(record(CALLED, values=ON, status=Status.RESOLVED)) == ()
    assert reminders_of(record(CALLED, values=ON, status=Status.CLOSED)) == ()
    live = record(CALLED, values=ON)
    assert reminders_of(replace(live, case=replace(live.case, trashed_at="2026-09-20T09:00+08:00"))) == ()


def test_a_deadline_that_is_paused_dismissed_or_met_is_silent() -> None:
    for said in (word(KEY, ChangeKind.PAUSE, "2026-09-20"), word(KEY, ChangeKind.DISMISS)):
        assert reminders_of(record(CALLED, values=ON, words=(said,))) == ()
    assert reminders_of(record(CALLED, values=ON, entries=(entry(1, "2026-09-20", answer=True),))) == ()


def test_a_term_of_one_s_own() -> None:
    done = {"call": ("no_line", ""), "ask": ("refused", "2026-09-01T10:00+08:00")}
    own = _only(record(done, values={"ask_on": "2026-09-01"}))
    assert (own.kind, own.due_on, own.late_after) == (ReminderKind.OWN_TERM, "2026-10-01", "2026-10-08")
    assert (own.step_key, own.name) == ("review", "ask_review")


def test_promises_until_something_became_of_them() -> None:
    promised = entry(7, "2026-09-16", promised="2026-09-18")
    found = _only(record({}, entries=(promised,)))
    assert (found.key, found.kind, found.name, found.item) == ("promise/7", ReminderKind.PROMISE, "call", "7")
    assert (found.due_on, found.late_after, found.step_key) == ("2026-09-18", "2026-09-18", "ask")
    for state in (PromiseState.KEPT, PromiseState.BROKEN, PromiseState.RENEGOTIATED):
        assert reminders_of(record({}, entries=(replace(promised, mark=PromiseMark(state)),))) == ()
    assert reminders_of(record({}, entries=(promised, entry(8, "2026-09-17", answer=True)))) == ()


def test_what_is_late_gives_way_to_what_comes_next_once_asked_for() -> None:
    asked = {"ask": ("nothing", "2026-10-10T09:00+08:00")}
    alone = record(CALLED | asked, values=ON | {"ask_on": "2026-10-10"})
    assert _told(alone) == [(ReminderKind.DEADLINE, "2026-10-01")], "nothing comes next: it stays"
    again = record(CALLED | asked, values=ON | {"ask_on": "2026-10-10", "ask_again": "2026-10-15"})
    assert _told(again) == [(ReminderKind.ASK, "2026-10-15")]
    promised = replace(alone, timeline=(entry(1, "2026-10-10", promised="2026-10-20"),))
    assert _told(promised) == [(ReminderKind.PROMISE, "2026-10-20")]
    early = record(CALLED | asked, values=ON | {"ask_on": "2026-09-30", "ask_again": "2026-10-15"})
    assert _told(early) == [(ReminderKind.DEADLINE, "2026-10-01"), (ReminderKind.ASK, "2026-10-15")], "not late yet"


def test_a_promise_made_anew_takes_the_place_of_the_one_before() -> None:
    old, new = entry(1, "2026-09-16", promised="2026-09-18"), entry(2, "2026-09-21", promised="2026-09-25")
    assert _told(record({}, entries=(old, new))) == [(ReminderKind.PROMISE, "2026-09-25")]
    both = record({}, entries=(old, entry(2, "2026-09-17", promised="2026-09-25")))
    assert _told(both) == [(ReminderKind.PROMISE, "2026-09-25")]


def test_nobody_is_chased_for_a_deadline_because_of_a_promise_that_was_asked_for() -> None:
    done = CALLED | {"ask": ("nothing", "2026-09-20T09:00+08:00")}
    given = record(done, values=ON | {"ask_on": "2026-09-20"}, entries=(entry(1, "2026-09-16", promised="2026-09-18"),))
    assert _told(given) == [(ReminderKind.DEADLINE, "2026-10-01")]
    days = (("2026-10-02", NextKind.WAIT), ("2026-10-08", NextKind.WAIT), ("2026-10-09", NextKind.CHASE))
    for today, expected in days:
        assert action_of(digest_of(given), today).kind is expected
    assert row_of(given.case, digest_of(given), "2026-09-21").overdue, "what was promised is late"


# --- dates that stand in fields ---------------------------------------------------------------------------------------


def _with_fields(given: CaseRecord, *fields: Field) -> CaseRecord:
    """The same record on a playbook whose last step has more fields."""
    *others, last = given.playbook.steps
    return replace(given, playbook=replace(given.playbook, steps=(*others, replace(last, fields=fields))))


def _date_field(key: str, role: Role) -> Field:
    return Field(key, FieldKind.DATE, text(key), role=role)


def test_contact_details_are_checked_again_as_the_pack_says() -> None:
    checked = _with_fields(
        record({}, values={"seen": "2026-09-01", "seen@2": "2026-09-11", "seen@3": ""}),
        _date_field("seen", Role.CHECKED_ON),
    )
    assert reminders_of(checked) == (), "a pack without that limit asks for none"
    ruled = replace(checked, rules=replace(RULES, limits=(limit("contact_check", 20, party=Party.PERSON),)))
    found = _only(ruled)
    assert (found.kind, found.name, found.item) == (ReminderKind.CONTACT_CHECK, "contact_check", "seen")
    assert (found.due_on, found.late_after) == ("2026-10-01", ""), "the latest check counts; nobody is late"
    half = _with_fields(record({}, values={"seen": "2026-9"}), _date_field("seen", Role.CHECKED_ON))
    assert reminders_of(replace(half, rules=ruled.rules)) == ()


def test_what_was_agreed_is_reminded_of_until_it_is_carried_out() -> None:
    fields = (_date_field("by", Role.PERFORM_BY), _date_field("performed", Role.PERFORMED_ON))
    agreed = _with_fields(record({}, values={"by": "2026-12-01"}), *fields)
    found = _only(agreed)
    assert (found.kind, found.due_on, found.late_after) == (ReminderKind.PERFORMANCE, "2026-12-01", "2026-12-01")
    assert (found.name, found.step_key) == ("by", "close")
    ended = replace(agreed, case=replace(agreed.case, status=Status.RESOLVED))
    assert _only(ended) == found, "what is agreed has to be carried out after the end, too"
    done = replace(agreed, values={**agreed.values, ValueKey("performed"): "2026-11-30"})
    assert reminders_of(done) == ()


# --- snoozes ----------------------------------------------------------------------------------------------------------


def test_a_snooze_never_moves_the_date() -> None:
    plain = record(CALLED, values=ON)
    before = _only(plain)
    snoozed = replace(plain, snoozes={before.key: snooze_of("2026-10-03", before.due_on)})
    assert _only(snoozed) == replace(before, snoozed_until="2026-10-03")


def test_a_date_that_moved_ends_the_snooze() -> None:
    plain = record(CALLED, values=ON)
    snoozes = {_only(plain).key: snooze_of("2026-10-03T10:00+08:00", "2026-10-01")}
    assert _only(replace(plain, snoozes=snoozes)).snoozed_until == "2026-10-03T10:00+08:00"
    later = replace(record(CALLED, values={"call_on": "2026-09-17"}), snoozes=snoozes)
    assert (_only(later).due_on, _only(later).snoozed_until) == ("2026-10-02", "")


def test_what_is_stored_of_a_snooze() -> None:
    assert snooze_in_force(snooze_of("2026-10-03T10:00+08:00", "2026-10-01"), "2026-10-01") == "2026-10-03T10:00+08:00"
    assert snooze_in_force(snooze_of("2026-10-03", "2026-10-01"), "2026-10-02") == ""
    assert snooze_in_force("", "2026-10-01") == ""


# --- together with the next action ------------------------------------------------------------------------------------

_DAYS = st.dates(date(2026, 9, 1), date(2026, 11, 30)).map(date.isoformat)


@st.composite
def _cases(draw: st.DrawFn) -> CaseRecord:
    done = dict(CALLED)
    values = dict(ON)
    if draw(st.booleans()):
        day = draw(_DAYS)
        done["ask"] = (draw(st.sampled_from(["nothing", "refused"])), f"{day}T09:00+08:00")
        values["ask_on"] = day
    if draw(st.booleans()):
        values["ask_again"] = draw(_DAYS)
    entries: tuple[TimelineEntry, ...] = ()
    if draw(st.booleans()):
        entries = (entry(1, draw(_DAYS), promised=draw(_DAYS)),)
    return record(done, values=values, entries=entries)


@having(_cases(), st.integers(0, 120))
def test_what_comes_next_and_the_reminders_tell_the_same(given: CaseRecord, days: int) -> None:
    today = (date(2026, 9, 16) + timedelta(days=days)).isoformat()
    action = action_of(digest_of(given), today)
    told = reminders_of(given)
    pressing = [one for one in told if one.kind in (ReminderKind.DEADLINE, ReminderKind.PROMISE)]
    if action.kind is NextKind.WAIT:
        loud = [one for one in told if urgency(one, today) is Urgency.OVERDUE and one.kind is not ReminderKind.OWN_TERM]
        assert loud == []
        assert action.on in {day for one in told for day in (one.due_on, one.late_after)}
    elif action.kind is NextKind.CHASE:
        assert Urgency.OVERDUE in {urgency(one, today) for one in pressing}
    elif action.kind is NextKind.ACT_BY:
        assert (ReminderKind.OWN_TERM, action.on) in [(one.kind, one.due_on) for one in told]
    assert len({one.key for one in told}) == len(told)


def test_steps_of_the_kit_are_as_these_tests_think() -> None:
    steps: dict[str, Step] = {step.key: step for step in record({}).playbook.steps}
    assert steps["ask"].field_with_role(Role.REMIND_ON) is not None
    assert StepState.DONE in {one.state for one in record(CALLED).steps.values()}
