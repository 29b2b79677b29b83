"""A case lived through day by day for a hundred days: each day one honest next action, and reminders that agree."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from tests.conftest import FrozenClock
from walletcase.domain.case import CaseRecord, CaseRow
from walletcase.domain.due.agenda import LOUD, AgendaItem, Group
from walletcase.domain.due.followup import action_of, digest_of
from walletcase.domain.due.nudges import QuietHours, Stage, is_snoozed
from walletcase.domain.due.reminders import Reminder, ReminderKind, Urgency, in_force, reminders_of, urgency
from walletcase.domain.flow.machine import NextKind, StepState
from walletcase.domain.flow.playbook import Role, Status
from walletcase.domain.ids import CaseId
from walletcase.domain.timeline import EntryDraft
from walletcase.services.facade import Services
from walletcase.storage.opening import open_store

DAYS = 100
ENDED = (Status.RESOLVED, Status.CLOSED)
OWED = (ReminderKind.DEADLINE, ReminderKind.PROMISE)
FIRST_DAY = datetime.fromisoformat("2026-09-14T08:30:00+08:00")  # over National Day


class Person:
    """Does what comes next on most days, with this or that outcome; the other side answers now and then."""

    def __init__(self, services: Services, clock: FrozenClock, playbook: str, chance: Random) -> None:
        self.services = services
        self.clock = clock
        self.chance = chance
        self.case_id: CaseId = services.cases.new_case("case", playbook)[0].id
        self.did: set[str] = set()
        self.store = open_store(services.data_folder)

    @property
    def record(self) -> CaseRecord:
        """The case as it stands."""
        return self.services.cases.open(self.case_id)

    @property
    def row(self) -> CaseRow:
        """Its line in the list."""
        (row,) = self.services.cases.rows()
        return row

    def live(self) -> None:
        """Spend a day."""
        if self.chance.random() < 0.06:
            is_answer, channel = self.chance.random() < 0.4, self.record.playbook.channels[0].key
            draft = EntryDraft(self.clock.today(), "they called", channel=channel, is_answer=is_answer)
            self.services.timeline.log(self.case_id, draft)
        for _ in range(self.chance.choice((0, 1, 1, 2))):
            action = self.row.next_action
            if action.kind in (NextKind.WAIT, NextKind.FINISHED):
                break
            self._do(action.step_key)
        if self.chance.random() < 0.1:
            self._put_off()

    def _do(self, step_key: str) -> None:
        services, record = self.services, self.record
        step = record.playbook.by_key[step_key]
        if record.flow.is_closed:  # what was agreed is overdue: in the end it is done
            done = next(field.key for field in step.fields if field.role is Role.PERFORMED_ON)
            services.flow.set_values(self.case_id, {done: self.clock.today()})
            return
        if step.key == record.playbook.steps[-1].key and self.chance.random() < 0.9:
            return  # not so soon
        if record.flow.record(step_key).state is StepState.DONE:
            services.flow.repeat(self.case_id, step_key)
        values = {f.key: "said" for f in step.fields if f.role is Role.SUMMARY}
        values |= {f.key: self.clock.today() for f in step.fields if f.role in (Role.OCCURRED_ON, Role.CHECKED_ON)}
        ahead = {Role.REMIND_ON: 0.7, Role.PERFORM_BY: 0.5}
        values |= {f.key: self._ahead() for f in step.fields if f.role and self.chance.random() < ahead.get(f.role, 0)}
        services.flow.set_values(self.case_id, values)
        closing = record.playbook.steps[-1].key
        going_on = [one for one in step.outcomes if one.next_step != closing]
        outcome = self.chance.choice(going_on if going_on and self.chance.random() < 0.95 else step.outcomes)
        services.flow.finish(self.case_id, step_key, outcome.key, self._ahead() if outcome.needs_date else "")
        self.did.add(step_key)

    def _ahead(self) -> str:
        return (date.fromisoformat(self.clock.today()) + timedelta(days=self.chance.randint(1, 12))).isoformat()

    def _put_off(self) -> None:
        told = [one for one in reminders_of(self.record) if urgency(one, self.clock.today()) is not Urgency.LATER]
        if told:
            self.services.reminders.snooze(self.case_id, told[0].key, self._ahead())


def check_one_action(person: Person) -> None:
    """The list, the record and today's agenda name the same one thing to do."""
    record, row = person.record, person.row
    action = row.next_action
    assert action == action_of(digest_of(record), person.clock.today())
    if action.kind is NextKind.FINISHED:
        assert record.case.status in ENDED
        return
    assert action.step_key in record.playbook.by_key
    if action.kind is NextKind.WAIT:
        assert action.on >= person.clock.today(), "one waits for a day to come"
    elif action.kind is NextKind.CHASE:
        assert action.on < person.clock.today()
    elif action.kind is NextKind.ACT_BY:
        assert action.on >= person.clock.today()


def check_reminders(person: Person) -> None:
    """What is kept follows from the record, and agrees with the next action."""
    record, action, today = person.record, person.row.next_action, person.clock.today()
    told = reminders_of(record)
    with person.store.read() as unit:
        assert set(in_force(unit.reminders.all())) == set(told)
    if record.case.status in ENDED:
        assert {one.kind for one in told} <= {ReminderKind.PERFORMANCE}
        return
    due = {one.kind for one in told if urgency(one, today) in (Urgency.OVERDUE, Urgency.TODAY)}
    late = {one.kind for one in told if urgency(one, today) is Urgency.OVERDUE}
    dates = {day for one in told for day in (one.due_on, one.late_after)}
    if action.kind is NextKind.WAIT:
        assert action.on in dates
        assert not late & set(OWED)
        assert ReminderKind.ASK not in due, "the day to ask has come"
    elif action.kind is NextKind.CHASE:
        assert late & set(OWED)
    elif action.kind is NextKind.ACT_BY:
        assert action.on in {one.due_on for one in told if one.kind is ReminderKind.OWN_TERM}


def check_agenda(person: Person) -> None:
    """Today shows the case: with what is due, with what comes next, or with the day until which nothing is to do."""
    row, now = person.row, person.clock.now()
    items = [line.item for line in person.services.reminders.today()]
    assert row.is_due is any(item.group in LOUD for item in items)
    for item in items:
        assert item.reminder is None or (item.group is Group.WAIT) >= is_snoozed(item.reminder, now)
    if row.status in ENDED:
        assert all(item.reminder is not None for item in items)
        return
    assert items, "no case is forgotten"
    assert len(_next(items)) <= 1
    if not row.is_due and row.next_action.kind is not NextKind.WAIT:
        steps = {item.step_key for item in items}
        assert row.next_action.step_key in steps


def _next(items: list[AgendaItem]) -> list[AgendaItem]:
    return [item for item in items if item.group is Group.NEXT]


BOOKS = sorted(path.stem for path in (Path(__file__).parents[2] / "resources/playbooks").glob("*.toml"))
LIVES = [(key, seed) for key in BOOKS for seed in (1,)]


@pytest.mark.parametrize(("playbook", "seed"), LIVES)
def test_a_hundred_days(services: Services, clock: FrozenClock, playbook: str, seed: int) -> None:
    clock.at = FIRST_DAY
    person = Person(services, clock, playbook, Random(f"{playbook}{seed}"))
    seen, quiet = clock.at, QuietHours()
    told: list[tuple[Reminder, Stage, str]] = []
    for _ in range(DAYS):
        person.live()
        check_one_action(person)
        check_reminders(person)
        check_agenda(person)
        clock.move(days=1)
        for one in services.reminders.spoken(seen, quiet):
            told.append((one.nudge.reminder, one.nudge.stage, clock.today()))
            assert one.nudge.at <= clock.at.replace(tzinfo=None)
        seen = clock.at
    assert len(person.did) > 2, "something happened"
    assert len({(one.key, one.due_on, one.snoozed_until, stage) for one, stage, _ in told}) == len(told), "said once"
