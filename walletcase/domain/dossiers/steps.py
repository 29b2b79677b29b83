"""The step-by-step record of a dossier: every round of every step in which something was recorded."""

from __future__ import annotations

from walletcase.domain.case import CaseRecord
from walletcase.domain.dossiers.document import FieldPart, RoundPart, StepPart
from walletcase.domain.fields import shown
from walletcase.domain.flow.machine import SettledRound, StepState
from walletcase.domain.flow.playbook import Field, Step


def step_parts(record: CaseRecord, language: str) -> tuple[tuple[StepPart, ...], tuple[str, ...]]:
    """Return the steps in which something was recorded, and the names of the others."""
    told: list[StepPart] = []
    untouched: list[str] = []
    for number, step in enumerate(record.playbook.steps, 1):
        rounds = _rounds(record, step, language)
        if rounds:
            told.append(StepPart(step.key, number, step.name.get(language), rounds))
        else:
            untouched.append(step.name.get(language))
    return tuple(told), tuple(untouched)


def _rounds(record: CaseRecord, step: Step, language: str) -> tuple[RoundPart, ...]:
    current = record.flow.record(step.key)
    here = SettledRound(step.key, current.round, current.state, current.outcome, current.reason, current.settled_at)
    earlier = sorted((r for r in record.settled_rounds if r.step_key == step.key), key=lambda r: r.round)
    parts = (_round(record, step, ended, language) for ended in (*earlier, here))
    return tuple(part for part in parts if part.fields or part.state is not StepState.OPEN)


def _round(record: CaseRecord, step: Step, ended: SettledRound, language: str) -> RoundPart:
    # How a step without a contact ended ("ready: call the hotline first") is between the person and the app.
    told = step.channel or step is record.playbook.steps[-1]
    outcome = step.outcome(ended.outcome) if told else None
    filled = record.filled(step, ended.round)
    return RoundPart(
        number=ended.round,
        state=ended.state,
        outcome=outcome.text.get(language) if outcome else "",
        reason=ended.reason,
        settled_at=ended.settled_at,
        fields=tuple(
            FieldPart(_label(field, language), shown(field, text, language), field.key) for field, text in filled
        ),
    )


def _label(field: Field, language: str) -> str:
    """How a field is called on paper, where nobody is spoken to."""
    return (field.paper or field.label).get(language)
