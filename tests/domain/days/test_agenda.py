"""The agenda of a day: groups, order, one next action a case, and silence where something was put off."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from walletcase.domain.case import CaseRow
from walletcase.domain.due.agenda import Group, agenda_of, is_loud
from walletcase.domain.due.reminders import Reminder, ReminderKind
from walletcase.domain.flow.machine import NextAction, NextKind
from walletcase.domain.flow.playbook import Status
from walletcase.domain.ids import CaseId

NOW = datetime.fromisoformat("2026-11-22T09:00+08:00")
WAIT = NextAction(NextKind.WAIT, "ask", "2026-12-10")
ROW = CaseRow(
    CaseId(1), "WC-2026-0001", "t", "k", "", Status.FILED, WAIT, False, False, "", 0, "2026-11-01", "2026-11-01"
)


def _reminder(due: str, *, late: str = "", step: str = "ask", snoozed: str = "", case: int = 1) -> Reminder:
    return Reminder(f"k{due}", CaseId(case), ReminderKind.DEADLINE, due, late or due, "n", step, "", False, snoozed)


def _told(row: CaseRow, *reminders: Reminder) -> list[tuple[Group, str]]:
    return [(item.group, item.on) for item in agenda_of([row], reminders, NOW)]


def test_a_case_with_nothing_due_says_until_when() -> None:
    far = _reminder("2026-12-10")
    (item,) = agenda_of([ROW], [far], NOW)
    assert (item.group, item.on, item.reminder, item.step_key) == (Group.WAIT, "2026-12-10", far, "ask")
    (bare,) = agenda_of([ROW], [], NOW)
    assert (bare.group, bare.on, bare.reminder) == (Group.WAIT, "2026-12-10", None)


def test_what_is_due_speaks_for_its_case() -> None:
    assert _told(ROW, _reminder("2026-11-20")) == [(Group.OVERDUE, "2026-11-20")]
    assert _told(ROW, _reminder("2026-11-20", late="2026-11-23")) == [(Group.TODAY, "2026-11-20")]
    assert _told(ROW, _reminder("2026-11-25")) == [(Group.SOON, "2026-11-25")], "soon, so it does not wait as well"
    chase = replace(ROW, next_action=NextAction(NextKind.CHASE, "ask", "2026-11-20"))
    assert _told(chase, _reminder("2026-11-20")) == [(Group.OVERDUE, "2026-11-20")]


def test_what_is_put_off_is_told_once_and_quietly() -> None:
    chase = replace(ROW, next_action=NextAction(NextKind.CHASE, "ask", "2026-11-20"))
    assert _told(chase, _reminder("2026-11-20", snoozed="2026-11-25")) == [(Group.WAIT, "2026-11-25")]
    assert _told(ROW, _reminder("2026-11-20", snoozed="2026-11-25")) == [(Group.WAIT, "2026-11-25")]
    assert _told(chase, _reminder("2026-11-20", snoozed="2026-11-21")) == [(Group.OVERDUE, "2026-11-20")]


def test_something_to_do_at_no_date_is_said_beside_what_is_soon() -> None:
    step = replace(ROW, next_action=NextAction(NextKind.DO_STEP, "gather"))
    assert _told(step) == [(Group.NEXT, "")]
    assert _told(step, _reminder("2026-11-25")) == [(Group.SOON, "2026-11-25"), (Group.NEXT, "")]
    assert _told(step, _reminder("2026-11-25", step="gather")) == [(Group.SOON, "2026-11-25")], "the same step"
    assert _told(step, _reminder("2026-11-20")) == [(Group.OVERDUE, "2026-11-20")], "first things first"
    own = replace(ROW, next_action=NextAction(NextKind.ACT_BY, "review", "2026-11-28"))
    assert _told(own, _reminder("2026-11-28", step="review")) == [(Group.NEXT, "2026-11-28")]


@pytest.mark.parametrize("status", [Status.RESOLVED, Status.CLOSED])
def test_an_ended_case_is_only_told_by_its_reminders(status: Status) -> None:
    ended = replace(ROW, status=status, next_action=NextAction(NextKind.FINISHED))
    assert _told(ended) == []
    assert _told(replace(ROW, status=status)) == []
    assert _told(ended, _reminder("2026-11-22")) == [(Group.TODAY, "2026-11-22")]


def test_a_trashed_case_is_not_told() -> None:
    assert _told(replace(ROW, trashed_at="2026-11-22T08:00+08:00"), _reminder("2026-11-20")) == []


def test_groups_come_in_their_order_and_dates_in_theirs() -> None:
    other = replace(ROW, id=CaseId(2), number="WC-2026-0002", next_action=NextAction(NextKind.DO_STEP, "gather"))
    reminders = [_reminder("2026-11-25"), _reminder("2026-11-21"), _reminder("2026-11-20"), _reminder("2026-11-22")]
    assert [(item.row.id, item.group, item.on) for item in agenda_of([other, ROW], reminders, NOW)] == [
        (1, Group.OVERDUE, "2026-11-20"),
        (1, Group.OVERDUE, "2026-11-21"),
        (1, Group.TODAY, "2026-11-22"),
        (1, Group.SOON, "2026-11-25"),
        (2, Group.NEXT, ""),
    ]


def test_the_day_is_that_of_the_person_s_own_clock() -> None:
    due = _reminder("2026-11-22")
    assert is_loud(due, NOW)
    assert not is_loud(due, datetime.fromisoformat("2026-11-21T20:00-05:00")), "the same instant, a day earlier there"
