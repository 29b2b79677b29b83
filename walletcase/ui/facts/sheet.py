"""Everything known about a case, put in order for one glance. No Qt, no words of the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from walletcase.domain.case import CaseRecord
from walletcase.domain.fields import Contact, parse_contacts, problem_with, shown, shown_demand
from walletcase.domain.flow.machine import StepState
from walletcase.domain.flow.playbook import Field, FieldKind, Role, Step


@dataclass(frozen=True, slots=True)
class Round:
    """What was written down in one round of a step: (label, text) pairs, and how the round ended."""

    number: int
    pairs: tuple[tuple[str, str], ...]
    ending: str


@dataclass(frozen=True, slots=True)
class StepFacts:
    """One step. ``missing`` are the labels of empty fields of the current round, the required ones first."""

    key: str
    name: str
    icon: str
    state: StepState
    rounds: tuple[Round, ...]
    missing: tuple[str, ...]

    @property
    def is_untouched(self) -> bool:
        """Whether nothing at all is recorded."""
        return self.state is StepState.OPEN and not any(r.pairs or r.ending for r in self.rounds)


@dataclass(frozen=True, slots=True)
class Reference:
    """A number under which the other side keeps the matter; ``given_on`` and ``by`` say where it is from."""

    number: str
    given_on: str
    by: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The facts of a case."""

    demands: tuple[str, ...]
    references: tuple[Reference, ...]
    amounts: tuple[tuple[str, str], ...]
    people: tuple[Contact, ...]
    steps: tuple[StepFacts, ...]


def sheet_of(record: CaseRecord, language: str) -> Sheet:
    """Return the facts of a case in a language."""
    return Sheet(
        demands=tuple(shown_demand(demand, language) for demand in record.demands),
        references=_references(record, language),
        amounts=_amounts(record, language),
        people=_people(record),
        steps=tuple(_step(record, step, language) for step in record.playbook.steps),
    )


def _references(record: CaseRecord, language: str) -> tuple[Reference, ...]:
    found: dict[str, Reference] = {}
    for entry in record.live_timeline:
        channel = record.playbook.channel(entry.draft.channel)
        number = entry.draft.reference.strip()
        if number:
            by = channel.name.get(language) if channel else entry.draft.channel
            found.setdefault(number, Reference(number, entry.occurred_on, by))
    for step, field, text in _filled(record):
        number = text.strip()
        if field.role is Role.REFERENCE:
            found.setdefault(number, Reference(number, "", step.name.get(language)))
    return tuple(found.values())


def _amounts(record: CaseRecord, language: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (field.label.get(language), shown(field, text, language))
        for _, field, text in _filled(record)
        if field.kind is FieldKind.MONEY
    )


def _people(record: CaseRecord) -> tuple[Contact, ...]:
    people: dict[Contact, None] = {}
    for _, field, text in _filled(record):
        if field.kind is FieldKind.CONTACTS and problem_with(field, text) is None:
            people.update(dict.fromkeys(parse_contacts(text)))
    return tuple(people)


def _filled(record: CaseRecord) -> Iterator[tuple[Step, Field, str]]:
    """Every field of every round that holds something, in the playbook's order."""
    for step in record.playbook.steps:
        for number in range(1, record.flow.record(step.key).round + 1):
            for field, text in record.filled(step, number):
                yield step, field, text


def _step(record: CaseRecord, step: Step, language: str) -> StepFacts:
    current = record.flow.record(step.key)
    held = {field.key for field, _ in record.filled(step, current.round)}
    empty = sorted((field for field in step.fields if field.key not in held), key=lambda field: not field.required)
    return StepFacts(
        key=step.key,
        name=step.name.get(language),
        icon=step.icon,
        state=current.state,
        rounds=tuple(_round(record, step, number, language) for number in range(1, current.round + 1)),
        missing=tuple(field.label.get(language) for field in empty),
    )


def _round(record: CaseRecord, step: Step, number: int, language: str) -> Round:
    pairs = ((field.label.get(language), shown(field, text, language)) for field, text in record.filled(step, number))
    return Round(number, tuple(pairs), _ending(record, step, number, language))


def _ending(record: CaseRecord, step: Step, number: int, language: str) -> str:
    current = record.flow.record(step.key)
    outcome, reason = current.outcome, current.reason
    if number != current.round:
        ended = (s for s in record.settled_rounds if (s.step_key, s.round) == (step.key, number))
        outcome, reason = next(((s.outcome, s.reason) for s in ended), ("", ""))
    chosen = step.outcome(outcome) if outcome else None
    return chosen.text.get(language) if chosen else reason
