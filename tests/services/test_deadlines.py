"""Words on deadlines through the services, on a real database with the shipped rules and playbook."""

from __future__ import annotations

import pytest

from walletcase.domain.due.deadlines import Deadline, DeadlineState
from walletcase.domain.errors import UserError
from walletcase.domain.flow.machine import NextKind
from walletcase.domain.ids import CaseId
from walletcase.services.facade import Services

FACTS = {"institution": "中国工商银行", "problem": "开通时提示系统繁忙", "demand": "恢复开通"}


def _code(call: object, *arguments: object, **named: object) -> str:
    with pytest.raises(UserError) as caught:
        call(*arguments, **named)  # type: ignore[operator]
    return caught.value.code


@pytest.fixture
def case_id(services: Services) -> CaseId:
    """A case whose acceptance on 10 November was confirmed."""
    made = services.cases.new_case("钱包打不开", values=FACTS)[0].id
    services.flow.finish(made, "gather")
    services.flow.set_values(made, {"accepted_on": "2026-11-10"})
    services.flow.finish(made, "confirm", "accepted")
    return made


def _only(services: Services, case_id: CaseId, today: str = "") -> Deadline:
    (found,) = services.deadlines.of(case_id, today)
    return found


def test_a_confirmed_acceptance_has_a_deadline(services: Services, case_id: CaseId) -> None:
    found = _only(services, case_id)
    assert (found.limit.key, found.starts_on, found.due_on) == ("bank_answer", "2026-11-10", "2026-11-25")
    assert found.state is DeadlineState.RUNNING
    assert _only(services, case_id, "2026-11-26").state is DeadlineState.LATE
    (row,) = services.cases.rows()
    assert (row.awaited_on, row.late_after, row.overdue) == ("2026-11-25", "2026-11-25", False)
    services.flow.reopen(case_id, "confirm")
    assert services.deadlines.of(case_id) == ()
    assert services.cases.rows()[0].awaited_on == ""


def test_words_move_a_deadline_and_can_be_taken_back(services: Services, case_id: CaseId) -> None:
    key = _only(services, case_id).key
    services.deadlines.pause(case_id, key, "2026-11-15", "2026-11-17", "调解")
    assert (_only(services, case_id).due_on, _only(services, case_id).pauses[0].reason) == ("2026-11-28", "调解")
    services.deadlines.extend(case_id, key, "bank_answer_complex", "2026-11-20")
    assert _only(services, case_id).due_on == "2026-12-13"
    services.deadlines.restart(case_id, key, "2026-11-12")
    assert _only(services, case_id).due_on == "2026-12-15"
    assert services.cases.rows()[0].awaited_on == "2026-12-15", "the list follows"
    services.deadlines.dismiss(case_id, key, "撤回")
    assert _only(services, case_id).state is DeadlineState.CLOSED
    assert services.cases.rows()[0].awaited_on == ""
    for word in services.cases.open(case_id).deadline_changes:
        services.deadlines.take_back(case_id, word.id)
    back = _only(services, case_id)
    assert (back.due_on, back.state, back.pauses) == ("2026-11-25", DeadlineState.RUNNING, ())
    assert _code(services.deadlines.take_back, case_id, 1) == "no_such_deadline_change"


def test_a_pause_runs_until_it_is_ended(services: Services, case_id: CaseId) -> None:
    key = _only(services, case_id).key
    assert _code(services.deadlines.resume, case_id, key, "2026-11-20") == "no_running_pause"
    services.deadlines.pause(case_id, key, "2026-11-15")
    assert _only(services, case_id).is_paused
    assert services.cases.rows()[0].awaited_on == ""
    assert _code(services.deadlines.pause, case_id, key, "2026-11-18") == "pause_running"
    assert _code(services.deadlines.resume, case_id, key, "2026-11-14") == "pause_backwards"
    services.deadlines.resume(case_id, key, "2026-11-18")
    assert (_only(services, case_id).is_paused, _only(services, case_id).due_on) == (False, "2026-11-29")


def test_what_cannot_be_said_changes_nothing(services: Services, case_id: CaseId) -> None:
    key = _only(services, case_id).key
    deadlines = services.deadlines
    assert _code(deadlines.pause, case_id, key, "2026-11-15", "2026-11-14") == "pause_backwards"
    assert _code(deadlines.pause, case_id, key, "someday") == "bad_date"
    assert _code(deadlines.pause, case_id, "nothing/x/1", "2026-11-15") == "no_such_deadline"
    assert _code(deadlines.pause, case_id, key, "2026-11-15", "9999-01-01") == "count_too_far"
    assert _code(deadlines.extend, case_id, key, "nfra_transfer", "2026-11-20") == "no_such_extension"
    assert _code(deadlines.restart, case_id, key, "9999-12-30") == "count_too_far"
    assert _code(deadlines.dismiss, case_id, key, "x" * 2001) == "summary_too_long"
    assert services.cases.open(case_id).deadline_changes == ()


def test_the_bank_is_asked_once_it_is_late(services: Services, case_id: CaseId) -> None:
    key = _only(services, case_id).key
    services.deadlines.restart(case_id, key, "2026-11-01")
    (row,) = services.cases.rows()
    assert (row.overdue, row.next_action.kind, row.next_action.on) == (True, NextKind.CHASE, "2026-11-16")
