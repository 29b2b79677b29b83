"""The flow machine: transitions, status, and exactly one next action over random walks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.flow.flow_kit import shipped, small
from walletcase.domain.errors import UserError
from walletcase.domain.flow.machine import (
    Flow,
    NextAction,
    NextKind,
    StepRecord,
    StepState,
    finish,
    following_step,
    next_action,
    reopen,
    repeat,
    skip,
    status_of,
)
from walletcase.domain.flow.playbook import Playbook, Status

AT = "2026-11-22T09:00:00+08:00"
SMALL, SHIPPED = small(), shipped()


def _code(call: object, *arguments: object) -> str:
    with pytest.raises(UserError) as caught:
        call(*arguments)  # type: ignore[operator]
    return caught.value.code


def test_a_new_flow_begins_with_the_first_step() -> None:
    flow = Flow(SMALL)
    assert following_step(flow) == "gather"
    assert status_of(flow, has_content=False) is Status.DRAFT
    assert status_of(flow, has_content=True) is Status.PREPARING


def test_an_outcome_points_to_the_step_that_follows() -> None:
    flow = finish(finish(Flow(SMALL), "gather", "", AT), "call", "failed", AT)
    assert following_step(flow) == "visit"
    assert following_step(finish(flow, "visit", "filed", AT)) == "ask"


def test_skipping_moves_on_and_needs_a_reason() -> None:
    assert _code(skip, Flow(SMALL), "gather", "  ", AT) == "skip_needs_reason"
    flow = skip(Flow(SMALL), "gather", " 已有资料 ", AT)
    assert flow.record("gather").reason == "已有资料"
    assert following_step(flow) == "call"


def test_a_step_without_its_condition_waits_but_is_never_locked() -> None:
    flow = Flow(SMALL)
    assert following_step(finish(flow, "ask", "", AT)) == "gather"


def test_repeating_keeps_the_round_before_and_counts_up() -> None:
    flow = finish(Flow(SMALL), "call", "filed", AT)
    again = repeat(flow, "call")
    assert (again.record("call").round, again.record("call").state) == (2, StepState.OPEN)
    assert _code(repeat, again, "call") == "step_not_done"
    assert _code(repeat, finish(Flow(SMALL), "gather", "", AT), "gather") == "step_not_repeatable"


def test_reopening_undoes_a_settled_step() -> None:
    flow = finish(Flow(SMALL), "gather", "", AT)
    assert reopen(flow, "gather").record("gather") == Flow(SMALL).record("gather")
    assert _code(reopen, Flow(SMALL), "gather") == "step_not_settled"


def test_finishing_twice_and_unknown_names_are_refused() -> None:
    flow = finish(Flow(SMALL), "gather", "", AT)
    assert _code(finish, flow, "gather", "", AT) == "step_already_done"
    assert _code(skip, flow, "gather", "x", AT) == "step_already_done"
    assert _code(finish, flow, "nowhere", "", AT) == "no_such_step"
    assert _code(finish, flow, "call", "nothing", AT) == "no_such_outcome"


def test_status_follows_the_newest_outcome_and_closing_wins() -> None:
    flow = finish(finish(Flow(SMALL), "close", "good", AT), "call", "filed", AT)
    assert status_of(flow, has_content=True) is Status.RESOLVED
    assert status_of(reopen(flow, "close"), has_content=True) is Status.FILED


def test_waiting_asking_and_finishing() -> None:
    def action(follows: str, awaited_on: str) -> NextAction:
        return next_action(follows, awaited_on=awaited_on, today="2026-11-22", chase_step="ask")

    assert action("ask", "2026-11-25") == NextAction(NextKind.WAIT, "ask", "2026-11-25")
    assert action("ask", "2026-11-22").kind is NextKind.WAIT
    assert action("visit", "2026-11-21") == NextAction(NextKind.CHASE, "ask", "2026-11-21")
    assert action("visit", "2026-11-25") == NextAction(NextKind.DO_STEP, "visit")
    assert action("", "2026-11-21") == NextAction(NextKind.FINISHED)


def test_a_closed_case_asks_for_nothing() -> None:
    flow = finish(Flow(SMALL), "close", "bad", AT)
    assert following_step(flow) == ""
    assert status_of(flow, has_content=True) is Status.CLOSED


MOVES = st.tuples(st.sampled_from(["finish", "skip", "reopen", "repeat"]), st.integers(0, 9), st.integers(0, 9))


def _walk(flow: Flow, move: str, place: int, choice: int) -> Flow:
    step = flow.playbook.steps[place % len(flow.playbook.steps)]
    try:
        if move == "finish":
            return finish(flow, step.key, step.outcomes[choice % len(step.outcomes)].key, AT)
        if move == "skip":
            return skip(flow, step.key, "reason", AT)
        return reopen(flow, step.key) if move == "reopen" else repeat(flow, step.key)
    except UserError:
        return flow


@pytest.mark.parametrize("playbook", [SMALL, SHIPPED], ids=["small", "shipped"])
@given(st.lists(MOVES, max_size=40), st.sampled_from(["", "2026-11-01", "2026-12-24"]))
def test_every_walk_has_exactly_one_next_action(
    playbook: Playbook, moves: list[tuple[str, int, int]], awaited_on: str
) -> None:
    flow = Flow(playbook)
    for move in moves:
        flow = _walk(flow, *move)
        follows = following_step(flow)
        action = next_action(follows, awaited_on=awaited_on, today="2026-11-22", chase_step=playbook.steps[-2].key)
        settled = all(flow.record(step.key).is_settled for step in playbook.steps)
        assert (action.kind is NextKind.FINISHED) == (flow.is_closed or settled)
        assert (action.step_key == "") == (action.kind is NextKind.FINISHED)
        if action.kind is NextKind.DO_STEP:
            can_repeat = flow.step(action.step_key).repeatable and flow.record(action.step_key).state is StepState.DONE
            skipped = flow.record(action.step_key).state is StepState.SKIPPED
            assert can_repeat or skipped or not flow.record(action.step_key).is_settled
        assert isinstance(status_of(flow, has_content=True), Status)
        assert all(record.round >= 1 for record in flow.records.values())


@given(st.lists(MOVES, max_size=30))
def test_undoing_what_can_be_undone_gives_back_the_state(moves: list[tuple[str, int, int]]) -> None:
    flow = Flow(SMALL)
    for move in moves:
        flow = _walk(flow, *move)
    for step in SMALL.steps:
        before = flow.record(step.key)
        if not before.is_settled:
            assert before == StepRecord(round=before.round)  # an open step carries nothing but its round
            assert reopen(finish(flow, step.key, step.outcomes[0].key, AT), step.key).record(step.key) == before
            assert reopen(skip(flow, step.key, "r", AT), step.key).record(step.key) == before


def _advised(flow: Flow, choice: int | None) -> Flow:
    """Do what is suggested; ``choice`` None takes the outcome that leads nearest to the end."""
    follows = following_step(flow)
    if not follows:
        return flow
    state = flow.record(follows).state
    if state is not StepState.OPEN:
        flow = repeat(flow, follows) if state is StepState.DONE else reopen(flow, follows)
    outcomes = flow.step(follows).outcomes
    closing = [o for o in outcomes if o.next_step == flow.playbook.steps[-1].key]
    chosen = outcomes[choice % len(outcomes)] if choice is not None else (closing or outcomes)[0]
    return finish(flow, follows, chosen.key, AT)


@given(st.lists(st.integers(0, 9), max_size=40))
def test_following_the_advice_can_always_end(choices: list[int]) -> None:
    """Whatever happened, doing what is suggested and being answered well closes the case."""
    flow = Flow(SHIPPED)
    for choice in choices:
        flow = _advised(flow, choice)
    for _ in SHIPPED.steps:
        flow = _advised(flow, None)
    assert following_step(flow) == ""


def test_a_call_pointed_back_to_is_made_again() -> None:
    again = finish(Flow(SHIPPED), "progress", "no_answer", AT)
    assert following_step(again) == "progress"


def test_after_a_skip_the_next_step_of_the_same_phase_follows() -> None:
    flow = finish(Flow(SHIPPED), "gather", "ready_branch", AT)
    assert following_step(skip(flow, "branch", "没有时间", AT)) == "online"


def test_repeating_a_filed_call_does_not_undo_the_filing() -> None:
    flow = finish(finish(Flow(SHIPPED), "gather", "", AT), "hotline", "registered", AT)
    assert status_of(repeat(flow, "hotline"), has_content=True) is Status.FILED
