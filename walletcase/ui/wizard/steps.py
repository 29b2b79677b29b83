"""What the wizard decides about a case's steps, without widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from walletcase.domain.case import CaseRecord
from walletcase.domain.due.followup import action_of, digest_of
from walletcase.domain.fields import shown
from walletcase.domain.flow.machine import NextAction, SettledRound, StepRecord
from walletcase.domain.flow.playbook import Playbook, Step


def next_of(record: CaseRecord, today: str) -> NextAction:
    """Return the one next action of a case."""
    return action_of(digest_of(record), today)


def opening_step(record: CaseRecord, today: str) -> str:
    """Return the key of the step that is shown when a case is opened: its next action's, else the last one."""
    return next_of(record, today).step_key or record.playbook.steps[-1].key


def number_of(playbook: Playbook, step_key: str) -> int:
    """Return a step's number, from 1."""
    return [step.key for step in playbook.steps].index(step_key) + 1


def beside(playbook: Playbook, step_key: str, by: int) -> Step | None:
    """Return the step ``by`` places further on, None past the ends."""
    at = number_of(playbook, step_key) - 1 + by
    return playbook.steps[at] if 0 <= at < len(playbook.steps) else None


def values_of(record: CaseRecord, step: Step) -> Mapping[str, str]:
    """Return the stored texts of a step's current round by field key."""
    return {field.key: record.value(field.key) for field in step.fields}


def pairs_of(record: CaseRecord, step: Step, round_no: int, language: str) -> list[tuple[str, str]]:
    """Return what is written in a round, as (label, text) to be read."""
    filled = record.filled(step, round_no)
    return [(field.label.get(language), shown(field, text, language)) for field, text in filled]


def earlier_rounds(record: CaseRecord, step_key: str) -> tuple[SettledRound, ...]:
    """Return the rounds of a step before the current one, newest first."""
    mine = (one for one in record.settled_rounds if one.step_key == step_key)
    return tuple(sorted(mine, key=lambda one: one.round, reverse=True))


def moment(at: str) -> str:
    """Return a recorded time to be read: 2026-11-22 09:00."""
    return at[:16].replace("T", " ")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a page was built for: as long as this is the same, the page need not be built again."""

    case_id: int
    step: Step  # with what its advice says: other rules may have other numbers
    record: StepRecord
    rounds: tuple[SettledRound, ...]
    is_next: bool


def shape_of(record: CaseRecord, step_key: str, today: str) -> Shape:
    """Return the shape of a step's page."""
    return Shape(
        record.case.id,
        record.playbook.by_key[step_key],
        record.flow.record(step_key),
        earlier_rounds(record, step_key),
        next_of(record, today).step_key == step_key,
    )
