"""Deadlines: time limits of the rule pack applied to what happened in a case. Derived, never stored.

What is stored are a person's words on them: pauses, notices of extension, another start, "no longer of interest".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from walletcase.domain.days.workdays import Count, Pause, count
from walletcase.domain.deadline_change import ChangeKind, DeadlineChange
from walletcase.domain.due.rounds import Answer, DoneRound, answers_in, done_rounds, iso_date, role_date
from walletcase.domain.errors import UserError
from walletcase.domain.flow.playbook import Clock, Role, Status, Step
from walletcase.domain.rules.pack import Limit, Party, Roll, RulePack

if TYPE_CHECKING:
    from walletcase.domain.case import CaseRecord

_ENDED = (Status.RESOLVED, Status.CLOSED)
_ANSWERERS = (Party.BANK, Party.PAYMENT_INSTITUTION)


class DeadlineState(StrEnum):
    """Where a deadline stands."""

    RUNNING = "running"
    DUE = "due"  # its last day is today or past, but not yet the later of the two dates
    LATE = "late"  # past the later date without what was owed
    MET = "met"
    MET_LATE = "met_late"
    CLOSED = "closed"  # dismissed, or the case ended


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline of a case. ``key`` is stable: limit, step and round, e.g. "bank_answer/confirm/1".

    ``limit`` is the one in force (after extension), ``first_limit`` the one it began with. The person is warned at
    ``count.due_on``; the other side is called late only after ``late_after``: the later date where the rule lets the
    last day roll or leaves it open.
    """

    key: str
    limit: Limit
    first_limit: Limit
    step_key: str
    round: int
    starts_on: str
    count: Count
    pauses: tuple[Pause, ...]
    state: DeadlineState
    settled_on: str = ""

    @property
    def due_on(self) -> str:
        """The last day, ISO."""
        return self.count.due_on.isoformat()

    @property
    def rolled_due_on(self) -> str:
        """Where the last day moves to over a holiday, ISO."""
        return self.count.rolled_due_on.isoformat()

    @property
    def late_after(self) -> str:
        """The date after which the other side is late: the later one unless the rule says that nothing moves."""
        return self.due_on if self.limit.roll is Roll.NO else self.rolled_due_on

    @property
    def estimated(self) -> bool:
        """Whether a date that counts here could still change once a year's calendar is published."""
        return self.count.due_estimated if self.limit.roll is Roll.NO else self.count.estimated

    @property
    def is_open(self) -> bool:
        """Whether what is owed is still owed."""
        return self.state in (DeadlineState.RUNNING, DeadlineState.DUE, DeadlineState.LATE)

    @property
    def is_own(self) -> bool:
        """Whether it is the person who has to act."""
        return self.limit.party is Party.PERSON

    @property
    def is_paused(self) -> bool:
        """Whether a pause without an end runs: until it ends no date stands."""
        return self.is_open and any(not pause.until for pause in self.pauses)


def extensions_of(rules: RulePack, first: Limit) -> tuple[Limit, ...]:
    """Return the limits that prolong ``first``, step by step, shortest first."""
    chain: list[Limit] = []
    now = {first.key}
    while found := [one for one in rules.limits if one.extends in now and one not in chain and one is not first]:
        chain += found
        now = {one.key for one in found}
    return tuple(chain)


def deadlines_of(record: CaseRecord, today: str) -> tuple[Deadline, ...]:
    """Return a case's deadlines as of ``today`` (ISO), the earliest last day first.

    A term begins with a step done in a way that starts a clock. One that begins while an earlier one of the same limit
    still runs takes its place; one that was answered or missed by then stays as a fact. With ``today`` "" nothing is
    due yet: what is owed at all.
    """
    rounds = tuple(done_rounds(record))
    terms: dict[str, list[_Term]] = {}
    for one in rounds:
        for clock in one.step.clocks:
            term = _begun(record, one, clock)
            if term is not None and all(term.key != other.key for other in terms.get(clock.limit, [])):
                terms.setdefault(clock.limit, []).append(term)
    answers = tuple(answers_in(record, rounds))
    found: list[Deadline] = []
    for same in terms.values():
        same.sort(key=lambda term: (term.starts_on, term.recorded_at))
        judged = [d for d in (_judge(record, term, answers, today) for term in same) if d is not None]
        found += _standing(judged)
    return tuple(sorted(found, key=lambda d: (d.due_on, d.key)))


@dataclass(frozen=True, slots=True)
class _Term:
    """A clock that a round started, before anything the person said about it."""

    limit: Limit
    begun_by: DoneRound
    starts_on: str
    recorded_at: str

    @property
    def key(self) -> str:
        return f"{self.limit.key}/{self.begun_by.step.key}/{self.begun_by.number}"


def _begun(record: CaseRecord, one: DoneRound, clock: Clock) -> _Term | None:
    limit = record.rules.limit(clock.limit)
    if limit is None or (clock.outcomes and one.outcome_key not in clock.outcomes):
        return None
    if clock.when_field and record.value(clock.when_field, one.number) not in clock.when_answers:
        return None
    if clock.except_products and _product(record) in clock.except_products:
        return None
    starts_on = role_date(record, one.step, clock.starts, one.number) or iso_date(one.contact_on)
    term = _Term(limit, one, starts_on, one.settled_at)
    starts = [word.since for word in _words(record, term.key, ChangeKind.START)]
    return replace(term, starts_on=starts[-1] if starts else starts_on) if starts_on or starts else None


def _product(record: CaseRecord) -> str:
    """The product that the case is about, "" where nobody said."""
    answer = record.role_value(Role.PRODUCT_KIND)
    fields = (field for field in record.playbook.fields() if field.role is Role.PRODUCT_KIND)
    chosen = (choice for field in fields for choice in field.choices if choice.key == answer)
    return next((choice.product or choice.key for choice in chosen), "")


def _words(record: CaseRecord, key: str, kind: ChangeKind) -> list[DeadlineChange]:
    live = (word for word in record.deadline_changes if not word.trashed_at)
    return [word for word in live if (word.deadline_key, word.kind) == (key, kind)]


def _settles(answer: Answer, term: _Term, chain: Iterable[str], own_channels: frozenset[str]) -> bool:
    """Whether an answer settles a term. What a regulator says by its own channel is no answer of the bank."""
    begun = term.begun_by
    if answer.by == (begun.step.key, begun.number):
        return False
    if answer.on < term.starts_on or (answer.on == term.starts_on and answer.recorded_at < term.recorded_at):
        return False
    if any(key in answer.ends for key in chain):
        return True
    if not answer.is_answer or term.limit.party is Party.PERSON:
        return False
    if term.limit.party in _ANSWERERS:
        return answer.channel not in own_channels
    return answer.channel == begun.channel


def _judge(record: CaseRecord, term: _Term, answers: Iterable[Answer], today: str) -> Deadline | None:
    """Return a term as a deadline; None where no calendar reaches its end."""
    in_force, chain = _in_force(record, term)
    pauses = tuple(Pause(w.since, w.until, w.note) for w in _words(record, term.key, ChangeKind.PAUSE))
    try:
        counted = count(
            record.calendar, date.fromisoformat(term.starts_on), in_force.amount, in_force.unit, pauses, today
        )
    except UserError:
        return None
    authorities = _authority_channels(record)
    settled = sorted(a.on for a in answers if _settles(a, term, chain, authorities))
    deadline = Deadline(
        key=term.key,
        limit=in_force,
        first_limit=term.limit,
        step_key=term.begun_by.step.key,
        round=term.begun_by.number,
        starts_on=term.starts_on,
        count=counted,
        pauses=pauses,
        state=DeadlineState.RUNNING,
        settled_on=settled[0] if settled else "",
    )
    dismissed = bool(_words(record, term.key, ChangeKind.DISMISS))
    ended = record.case.status in _ENDED or bool(record.case.trashed_at)
    return replace(deadline, state=_state(deadline, today, is_closed=dismissed or ended))


def _in_force(record: CaseRecord, term: _Term) -> tuple[Limit, tuple[str, ...]]:
    """The limit in force after notices of extension, and the keys of all limits of its chain."""
    chain = extensions_of(record.rules, term.limit)
    noticed = {word.limit_key for word in _words(record, term.key, ChangeKind.EXTENSION)}
    given = [limit for limit in chain if limit.key in noticed]
    return (given[-1] if given else term.limit), (term.limit.key, *(limit.key for limit in chain))


def _authority_channels(record: CaseRecord) -> frozenset[str]:
    """Channels of steps that start the clock of a regulator or another body: its words come that way."""
    channels = set()
    for step in record.playbook.steps:
        for clock in step.clocks:
            limit = record.rules.limit(clock.limit)
            if limit is not None and limit.party in (Party.REGULATOR, Party.OTHER):
                channels |= _channels_of(step, clock)
    return frozenset(channels) - {""}


def _channels_of(step: Step, clock: Clock) -> set[str]:
    """The channels by which a step starts a clock."""
    chosen = step.field_with_role(Role.CHANNEL)
    if chosen is None:
        return {step.channel}
    if chosen.key == clock.when_field:
        return {c.channel or c.key for c in chosen.choices if c.key in clock.when_answers}
    return {c.channel or c.key for c in chosen.choices}


def _state(deadline: Deadline, today: str, *, is_closed: bool) -> DeadlineState:
    if deadline.settled_on:
        return DeadlineState.MET if deadline.settled_on <= deadline.late_after else DeadlineState.MET_LATE
    if is_closed:
        return DeadlineState.CLOSED
    if today > deadline.late_after:
        return DeadlineState.LATE
    return DeadlineState.DUE if today >= deadline.due_on else DeadlineState.RUNNING


def _standing(same: list[Deadline]) -> list[Deadline]:
    """Terms of one limit, in the order in which they began, without those whose place a later one took."""
    kept = []
    for number, deadline in enumerate(same):
        following = same[number + 1].starts_on if number + 1 < len(same) else ""
        settled = deadline.settled_on
        if not following or (settled and settled <= following) or deadline.late_after < following:
            kept.append(deadline)
    return kept
