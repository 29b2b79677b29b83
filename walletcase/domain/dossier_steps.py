"""The step-by-step record of a dossier: every round of every step in which something was recorded."""

from __future__ import annotations

from walletcase.domain.case import CaseRecord
from walletcase.domain.dossier import CheckPart, FieldPart, RoundPart, StepPart
from walletcase.domain.fields import shown
from walletcase.domain.flow import SettledRound, StepState
from walletcase.domain.playbook import Step


def step_parts(record: CaseRecord, language: str) -> tuple[tuple[StepPart, ...], tuple[str, ...]]:
    """Return the steps in which something was recorded, and the names of the others."""
    told: list[StepPart] = []
    untouched: list[str] = []
    for number, step in enumerate(record.playbook.steps, 1):
        rounds = _rounds(record, step, language)
        checklist = _checklist(record, step, language)
        if rounds or any(item.done for item in checklist):
            told.append(StepPart(step.key, number, step.name.get(language), rounds, checklist))
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
    outcome = step.outcome(ended.outcome)
    filled = record.filled(step, ended.round)
    return RoundPart(
        number=ended.round,
        state=ended.state,
        outcome=outcome.text.get(language) if outcome else "",
        reason=ended.reason,
        settled_at=ended.settled_at,
        fields=tuple(FieldPart(field.label.get(language), shown(field, text, language)) for field, text in filled),
    )


def _checklist(record: CaseRecord, step: Step, language: str) -> tuple[CheckPart, ...]:
    return tuple(CheckPart(item.text.get(language), (step.key, item.key) in record.ticks) for item in step.checklist)
