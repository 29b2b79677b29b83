"""Deadlines as derived from what happened: begun, paused, extended, answered, missed, replaced."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.days.deadline_kit import RULES, entry, limit, record, word
from walletcase.domain.case import CaseRecord
from walletcase.domain.deadline_change import ChangeKind
from walletcase.domain.dossiers.build import build
from walletcase.domain.dossiers.document import Contents
from walletcase.domain.due.deadlines import Deadline, DeadlineState, deadlines_of, extensions_of
from walletcase.domain.due.followup import action_of, digest_of, follow_up_of, row_of
from walletcase.domain.due.promises import promises_of
from walletcase.domain.flow.machine import NextKind, SettledRound, StepRecord, StepState
from walletcase.domain.flow.playbook import Status
from walletcase.domain.rules.pack import NO_RULES
from walletcase.domain.timeline import PromiseMark, PromiseState, TimelineEntry

CALLED = {"call": ("filed", "2026-09-16T10:00+08:00")}
ON = {"call_on": "2026-09-16"}
KEY = "answer/call/1"


def _only(given: CaseRecord, today: str = "2026-09-20") -> Deadline:
    (found,) = deadlines_of(given, today)
    return found


def test_a_step_done_starts_its_clock() -> None:
    found = _only(record(CALLED, values=ON))
    assert (found.key, found.starts_on) == (KEY, "2026-09-16")
    assert (found.due_on, found.rolled_due_on) == ("2026-10-01", "2026-10-08")
    assert (found.limit.key, found.step_key, found.round, found.is_own) == ("answer", "call", 1, False)
    assert deadlines_of(record({"call": ("no_line", "2026-09-16T10:00+08:00")}), "2026-09-20") == ()
    assert deadlines_of(record({"call": ("", "2026-09-16T10:00+08:00")}), "2026-09-20") == ()
    assert deadlines_of(replace(record(CALLED), rules=NO_RULES), "2026-09-20") == ()


def test_a_step_opened_again_has_no_deadline() -> None:
    opened = replace(record(CALLED, values=ON), steps={"call": StepRecord()})
    assert deadlines_of(opened, "2026-09-20") == ()
    skipped = replace(record(CALLED, values=ON), steps={"call": StepRecord(StepState.SKIPPED, reason="r")})
    assert deadlines_of(skipped, "2026-09-20") == ()


def test_the_day_it_was_received_counts_before_the_day_it_was_sent() -> None:
    assert _only(record(CALLED, values=ON | {"call_accepted": "2026-09-18"})).starts_on == "2026-09-18"
    assert _only(record(CALLED, values=ON | {"call_accepted": "sometime"})).starts_on == "2026-09-16"
    assert _only(record(CALLED)).starts_on == "2026-09-16", "the day on which it was marked done"
    contact = entry(1, "2026-09-15")
    of_step = replace(contact, draft=replace(contact.draft, step_key="call", step_round=1))
    assert _only(record(CALLED, entries=(of_step,))).starts_on == "2026-09-15"


def test_a_clock_may_depend_on_an_answer_of_the_form() -> None:
    filed = {"file": ("filed", "2026-09-16T10:00+08:00")}
    assert _only(record(filed, values={"file_how": "paper"})).key == "answer/file/1"
    assert deadlines_of(record(filed, values={"file_how": "phone"}), "2026-09-20") == ()


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2026-09-30", DeadlineState.RUNNING),
        ("2026-10-01", DeadlineState.DUE),
        ("2026-10-08", DeadlineState.DUE),
        ("2026-10-09", DeadlineState.LATE),
    ],
)
def test_the_bank_is_late_only_after_the_later_date(today: str, state: DeadlineState) -> None:
    found = _only(record(CALLED, values=ON), today)
    assert (found.state, found.late_after) == (state, "2026-10-08")


def test_where_nothing_rolls_the_last_day_is_the_last_day() -> None:
    at = {"regulator": ("done", "2026-09-16T10:00+08:00")}
    firm = next(d for d in deadlines_of(record(at), "2026-10-02") if d.limit.key == "firm")
    assert (firm.late_after, firm.state) == ("2026-10-01", DeadlineState.LATE)
    assert not firm.estimated


def test_notices_prolong_it_from_the_same_start() -> None:
    assert [one.key for one in extensions_of(RULES, RULES.limits[0])] == ["answer_complex", "answer_special"]
    assert extensions_of(RULES, limit("alone", 3)) == ()
    one = word(KEY, ChangeKind.EXTENSION, "2026-09-25", limit_key="answer_complex")
    found = _only(record(CALLED, values=ON, words=(one,)))
    assert (found.key, found.limit.key, found.first_limit.key) == (KEY, "answer_complex", "answer")
    assert (found.starts_on, found.due_on) == ("2026-09-16", "2026-10-16")
    two = word(KEY, ChangeKind.EXTENSION, "2026-10-10", limit_key="answer_special")
    assert _only(record(CALLED, values=ON, words=(two, one))).due_on == "2026-11-15"
    assert _only(record(CALLED, values=ON, words=(replace(one, trashed_at="x"),))).due_on == "2026-10-01"
    stray = word(KEY, ChangeKind.EXTENSION, limit_key="pass_on")
    assert _only(record(CALLED, values=ON, words=(stray,))).due_on == "2026-10-01"


def test_pauses_another_start_and_no_longer_of_interest() -> None:
    pause = word(KEY, ChangeKind.PAUSE, "2026-09-20", "2026-09-22")
    assert _only(record(CALLED, values=ON, words=(pause,))).due_on == "2026-10-04"
    running = word(KEY, ChangeKind.PAUSE, "2026-09-20")
    found = _only(record(CALLED, values=ON, words=(running,)), "2026-09-25")
    assert (found.due_on, found.is_paused) == ("2026-10-07", True)
    start = word(KEY, ChangeKind.START, "2026-09-18")
    assert _only(record(CALLED, values=ON, words=(start,))).due_on == "2026-10-03"
    gone = word(KEY, ChangeKind.DISMISS)
    assert _only(record(CALLED, values=ON, words=(gone,)), "2026-12-01").state is DeadlineState.CLOSED
    other = word("answer/file/1", ChangeKind.DISMISS)
    assert _only(record(CALLED, values=ON, words=(other,))).state is DeadlineState.RUNNING


def test_an_answer_settles_it() -> None:
    in_time = _only(record(CALLED, values=ON, entries=(entry(1, "2026-10-08T16:00+08:00", answer=True),)), "2026-11-01")
    assert (in_time.state, in_time.settled_on, in_time.is_open) == (DeadlineState.MET, "2026-10-08", False)
    late = _only(record(CALLED, values=ON, entries=(entry(1, "2026-10-09", answer=True),)), "2026-11-01")
    assert (late.state, late.settled_on) == (DeadlineState.MET_LATE, "2026-10-09")
    before = _only(record(CALLED, values=ON, entries=(entry(1, "2026-09-15", answer=True),)), "2026-11-01")
    assert before.state is DeadlineState.LATE, "what was said before it began answers nothing"
    plain = _only(record(CALLED, values=ON, entries=(entry(1, "2026-09-20"),)), "2026-11-01")
    assert plain.state is DeadlineState.LATE
    asked = record(CALLED | {"ask": ("refused", "2026-09-30T10:00+08:00")}, values=ON | {"ask_on": "2026-09-29"})
    by_outcome = next(d for d in deadlines_of(asked, "2026-11-01") if d.key == KEY)
    assert (by_outcome.state, by_outcome.settled_on) == (DeadlineState.MET, "2026-09-29")


def test_an_answer_earlier_on_the_same_day_is_of_something_else() -> None:
    def state(recorded_at: str) -> DeadlineState:
        same_day = replace(entry(1, "2026-09-16", answer=True), recorded_at=recorded_at)
        return _only(record(CALLED, values=ON, entries=(same_day,))).state

    assert state("2026-09-16T09:00+08:00") is DeadlineState.RUNNING
    assert state("2026-09-16T11:00+08:00") is DeadlineState.MET


def test_the_regulator_s_word_is_no_answer_of_the_bank() -> None:
    both = CALLED | {"regulator": ("done", "2026-09-17T10:00+08:00")}
    told = (entry(1, "2026-09-21", answer=True, channel="nfra"),)
    states = {d.limit.key: d.state for d in deadlines_of(record(both, values=ON, entries=told), "2026-09-22")}
    assert states == {"answer": DeadlineState.RUNNING, "pass_on": DeadlineState.MET, "firm": DeadlineState.RUNNING}
    told = (entry(1, "2026-09-21", answer=True),)
    states = {d.limit.key: d.state for d in deadlines_of(record(both, values=ON, entries=told), "2026-09-22")}
    assert states == {"answer": DeadlineState.MET, "pass_on": DeadlineState.RUNNING, "firm": DeadlineState.MET}


def test_a_term_of_one_s_own_is_kept_by_doing_it() -> None:
    asked = {"ask": ("refused", "2026-09-01T10:00+08:00")}
    own = _only(record(asked), "2026-09-20")
    assert (own.is_own, own.due_on, own.rolled_due_on) == (True, "2026-10-01", "2026-10-08")
    answered = record(asked, entries=(entry(1, "2026-09-10", answer=True),))
    assert _only(answered).state is DeadlineState.RUNNING, "an answer of the bank keeps no term of the person's"
    sent = record(asked | {"review": ("sent", "2026-09-20T10:00+08:00")})
    assert _only(sent).state is DeadlineState.MET


def test_a_later_term_takes_the_place_of_one_that_runs() -> None:
    both = CALLED | {"file": ("filed", "2026-09-20T10:00+08:00")}
    values = ON | {"file_how": "paper", "file_on": "2026-09-20"}
    assert _only(record(both, values=values)).key == "answer/file/1"
    answered = record(both, values=values, entries=(entry(1, "2026-09-18", answer=True),))
    assert [(d.key, d.state) for d in deadlines_of(answered, "2026-09-22")] == [
        (KEY, DeadlineState.MET), ("answer/file/1", DeadlineState.RUNNING),
    ]
    missed = record(both, values=values | {"file_on": "2026-10-09"})
    assert [(d.key, d.state) for d in deadlines_of(missed, "2026-10-10")] == [
        (KEY, DeadlineState.LATE), ("answer/file/1", DeadlineState.RUNNING),
    ]


def test_earlier_rounds_have_their_own_values() -> None:
    first = SettledRound("call", 1, StepState.DONE, "filed", "", "2026-06-01T10:00+08:00")
    twice = record(CALLED, values={"call_on@1": "2026-06-01", "call_on@2": "2026-09-16"}, earlier=(first,))
    assert [(d.key, d.starts_on) for d in deadlines_of(twice, "2026-09-20")] == [
        (KEY, "2026-06-01"), ("answer/call/2", "2026-09-16"),
    ]


def test_an_ended_case_owes_nothing() -> None:
    ended = record(CALLED, values=ON, status=Status.CLOSED)
    assert _only(ended, "2026-12-01").state is DeadlineState.CLOSED
    assert follow_up_of(ended).awaited_on == ""


def test_a_start_that_no_calendar_reaches_is_no_crash() -> None:
    assert deadlines_of(record(CALLED, values={"call_on": "9999-12-30"}), "2026-09-20") == ()


# --- what the list says and what comes next ---------------------------------------------------------------------------


def _action(given: CaseRecord, today: str) -> tuple[NextKind, str, str]:
    action = action_of(digest_of(given), today)
    return action.kind, action.step_key, action.on


def test_waiting_for_a_deadline_ends_at_the_later_date() -> None:
    given = record(CALLED, values=ON)
    waiting = follow_up_of(given)
    assert (waiting.awaited_on, waiting.late_after, waiting.waiting_since, waiting.deadline_key) == (
        "2026-10-01", "2026-10-08", "2026-09-16", KEY,
    )
    assert _action(given, "2026-09-20") == (NextKind.WAIT, "ask", "2026-10-01")
    assert _action(given, "2026-10-05") == (NextKind.WAIT, "ask", "2026-10-08")
    assert _action(given, "2026-10-09") == (NextKind.CHASE, "ask", "2026-10-08")
    rows = [row_of(given.case, digest_of(given), day) for day in ("2026-09-30", "2026-10-01", "2026-10-09")]
    assert [(row.follow_up, row.overdue) for row in rows] == [(False, False), (True, False), (True, True)]


def test_a_promise_before_the_deadline_comes_first() -> None:
    given = record(CALLED, values=ON, entries=(entry(1, "2026-09-16T10:00+08:00", promised="2026-09-18"),))
    assert _action(given, "2026-09-17") == (NextKind.WAIT, "ask", "2026-09-18")
    assert _action(given, "2026-09-19") == (NextKind.CHASE, "ask", "2026-09-18")
    marked = PromiseMark(PromiseState.BROKEN, "2026-09-19")
    told = replace(given, timeline=(replace(given.timeline[0], mark=marked),))
    assert _action(told, "2026-09-19") == (NextKind.WAIT, "ask", "2026-10-01"), "the deadline is still to come"


def test_who_asked_is_not_told_to_ask_again_at_once() -> None:
    asked = record(
        CALLED | {"ask": ("nothing", "2026-10-10T09:00+08:00")},
        values=ON | {"ask_on": "2026-10-10", "ask_again": "2026-10-15"},
    )
    assert _action(asked, "2026-10-12") == (NextKind.WAIT, "ask", "2026-10-15")
    assert _action(asked, "2026-10-15") == (NextKind.DO_STEP, "ask", "")
    row = row_of(asked.case, digest_of(asked), "2026-10-12")
    assert (row.overdue, row.awaited_on, row.late_after) == (True, "", "2026-10-08"), "late it stays"
    promised = replace(asked, timeline=(entry(1, "2026-10-10", promised="2026-10-20"),))
    assert _action(promised, "2026-10-12") == (NextKind.WAIT, "ask", "2026-10-15"), "the day set oneself is told too"
    assert _action(promised, "2026-10-15") == (NextKind.DO_STEP, "ask", "")
    undated = replace(promised, values={key: text for key, text in promised.values.items() if "again" not in str(key)})
    assert _action(undated, "2026-10-12") == (NextKind.WAIT, "ask", "2026-10-20")
    assert _action(promised, "2026-10-21") == (NextKind.CHASE, "ask", "2026-10-20")


def test_a_paused_deadline_is_not_waited_for() -> None:
    paused = record(CALLED, values=ON, words=(word(KEY, ChangeKind.PAUSE, "2026-09-20"),))
    assert follow_up_of(paused).awaited_on == ""
    assert not row_of(paused.case, digest_of(paused), "2027-01-01").overdue


def test_a_term_of_one_s_own_comes_first_when_it_runs_out() -> None:
    done = {"call": ("no_line", ""), "ask": ("refused", "2026-09-01T10:00+08:00")}
    own = record(done, values={"ask_on": "2026-09-01"})
    assert follow_up_of(own).own_on == "2026-10-01"
    assert follow_up_of(own).own_step == "review"
    assert follow_up_of(own).awaited_on == "", "nobody else owes anything"
    assert _action(own, "2026-09-24") == (NextKind.ACT_BY, "review", "2026-10-01")
    assert _action(own, "2026-10-01") == (NextKind.ACT_BY, "review", "2026-10-01")
    assert _action(own, "2026-10-02")[0] is NextKind.DO_STEP


# --- promises ---------------------------------------------------------------------------------------------------------


def test_promises_are_late_until_something_became_of_them() -> None:
    made = entry(1, "2026-09-16", promised="2026-09-18")
    (alone,) = promises_of(record({}, entries=(made,)), "2026-09-19")
    assert (alone.is_late, alone.is_open, alone.text, alone.made_on) == (True, True, "call", "2026-09-16")
    assert not promises_of(record({}, entries=(made,)), "2026-09-18")[0].is_late

    def settled(*later: TimelineEntry) -> tuple[bool, str, str, bool]:
        first = promises_of(record({}, entries=(made, *later)), "2026-09-30")[0]
        assert not first.is_open
        return first.is_late, first.answered_on, first.renewed_on, first.was_broken

    assert settled(entry(2, "2026-09-17", answer=True)) == (False, "2026-09-17", "", False)
    assert settled(entry(2, "2026-09-19", answer=True)) == (False, "2026-09-19", "", True)
    assert settled(entry(2, "2026-09-17", promised="2026-09-25")) == (False, "", "2026-09-17", False)
    assert settled(entry(2, "2026-09-19", promised="2026-09-25")) == (False, "", "2026-09-19", True)


@pytest.mark.parametrize("state", [PromiseState.KEPT, PromiseState.BROKEN, PromiseState.RENEGOTIATED])
def test_a_marked_promise_is_settled(state: PromiseState) -> None:
    marked = entry(1, "2026-09-16", promised="2026-09-18", mark=PromiseMark(state))
    (promise,) = promises_of(record({}, entries=(marked,)), "2026-12-01")
    assert (promise.is_late, promise.is_open, promise.was_broken) == (False, False, state is PromiseState.BROKEN)


def test_the_dossier_calls_nobody_late_before_the_later_date() -> None:
    given = record(CALLED, values=ON)

    def standing(today: str) -> tuple[str, int]:
        found = build(given, Contents(language="en", today=today)).standing
        return found.awaited_on, found.late_days

    assert standing("2026-10-05") == ("2026-10-01", 0)
    assert standing("2026-10-08") == ("2026-10-01", 0)
    assert standing("2026-10-10") == ("2026-10-08", 2)


def test_the_dossier_prints_what_the_person_says_of_a_promise() -> None:
    def printed(mark: PromiseMark) -> tuple[str, bool, bool]:
        given = record({}, entries=(entry(1, "2026-09-16", promised="2026-09-18", mark=mark),))
        (promise,) = build(given, Contents(language="en", today="2026-10-01")).promises
        return promise.answered_on, promise.broken, promise.moved

    assert printed(PromiseMark()) == ("", True, False)
    assert printed(PromiseMark(PromiseState.KEPT, "2026-09-18")) == ("2026-09-18", False, False)
    assert printed(PromiseMark(PromiseState.KEPT, "2026-09-19")) == ("2026-09-19", True, False)
    assert printed(PromiseMark(PromiseState.BROKEN, "2026-09-19")) == ("", True, False)
    assert printed(PromiseMark(PromiseState.RENEGOTIATED, "2026-09-17")) == ("", False, True)
