"""What happened in a case as far as dates follow from it: rounds of steps that were done, and answers that came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from walletcase.domain.flow.machine import SettledRound, StepRecord, StepState
from walletcase.domain.flow.playbook import Outcome, Role, Step

if TYPE_CHECKING:
    from walletcase.domain.case import CaseRecord


@dataclass(frozen=True, slots=True)
class DoneRound:
    """One round of a step that was done. ``contact_on`` is the day on which it happened."""

    step: Step
    number: int
    outcome_key: str
    settled_at: str
    contact_on: str
    channel: str

    @property
    def outcome(self) -> Outcome | None:
        """How it ended; None where that was not said."""
        return self.step.outcome(self.outcome_key)


@dataclass(frozen=True, slots=True)
class Answer:
    """Something that settles terms: by their limit's key, or as an answer of whoever is behind a channel."""

    on: str
    recorded_at: str
    channel: str
    ends: tuple[str, ...] = ()
    is_answer: bool = False
    by: tuple[str, int] = ("", 0)


def done_rounds(record: CaseRecord) -> Iterator[DoneRound]:
    """Yield every round of every step that was done, earlier rounds first."""
    rounds: list[tuple[str, int, SettledRound | StepRecord]] = []
    rounds += [(one.step_key, one.round, one) for one in record.settled_rounds]
    rounds += [(key, now.round, now) for key, now in record.steps.items()]
    for key, number, one in rounds:
        step = record.playbook.by_key.get(key)
        if step is None or one.state is not StepState.DONE:
            continue
        values = {field.key: record.value(field.key, number) for field in step.fields}
        on = role_date(record, step, Role.OCCURRED_ON, number) or _contact_date(record, step, number)
        yield DoneRound(step, number, one.outcome, one.settled_at, on or one.settled_at[:10], step.channel_for(values))


def role_date(record: CaseRecord, step: Step, role: Role, number: int) -> str:
    """Return the date in a step's field with a role in a round, "" where none stands."""
    field = step.field_with_role(role)
    return iso_date(record.value(field.key, number)) if field else ""


def _contact_date(record: CaseRecord, step: Step, number: int) -> str:
    days = (e.occurred_on for e in record.live_timeline if (e.draft.step_key, e.draft.step_round) == (step.key, number))
    return iso_date(next(days, ""))


def iso_date(text: str) -> str:
    """An ISO date, or "" where a half-typed one stands."""
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        return ""


def answers_in(record: CaseRecord, rounds: Iterable[DoneRound]) -> Iterator[Answer]:
    """Yield what settles terms: outcomes that say so, and contacts that are answers."""
    for one in rounds:
        said = one.outcome
        if said is not None and (said.is_answer or said.ends):
            by = (one.step.key, one.number)
            yield Answer(one.contact_on, one.settled_at, one.channel, said.ends, said.is_answer, by)
    for entry in record.live_timeline:
        draft = entry.draft
        if draft.is_answer:
            by = (draft.step_key, draft.step_round)
            yield Answer(entry.occurred_on, entry.recorded_at, draft.channel, is_answer=True, by=by)
