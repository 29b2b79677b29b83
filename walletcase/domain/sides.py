"""Whose words a contact holds: those of the institution complained about, or of a regulator, mediator, court, police.

What a regulator promised is no promise of the bank, and a letter to the bank tells of contacts with the bank.
"""

from __future__ import annotations

from walletcase.domain.case import CaseRecord
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.flow.playbook import Playbook, Role, Step
from walletcase.domain.timeline import TimelineEntry

_OWN = frozenset({DoorKind.HOTLINE, DoorKind.BRANCH, DoorKind.ONLINE, DoorKind.SUPERIOR})


def is_with_institution(record: CaseRecord, entry: TimelineEntry) -> bool:
    """Whether a contact was one with the institution itself, its superior included."""
    step = record.playbook.by_key.get(entry.draft.step_key)
    if step is not None and step.doors:
        if not _OWN & set(step.doors):
            return False
        chosen = _chosen(record, step, entry.draft.step_round)
        if chosen:
            return chosen in _OWN
    return entry.draft.channel not in _channels_of_others(record.playbook)


def _chosen(record: CaseRecord, step: Step, round_no: int) -> str:
    """The way that was chosen in a step that goes to several doors, "" where it has no such choice."""
    field = step.field_with_role(Role.CHANNEL)
    offers_doors = field is not None and any(choice.key in step.doors for choice in field.choices)
    return record.value(field.key, round_no) if field is not None and offers_doors else ""


def _channels_of_others(playbook: Playbook) -> frozenset[str]:
    """Channels by which only others than the institution are reached."""
    own = {step.channel for step in playbook.steps if step.doors and _OWN.issuperset(step.doors)}
    others = set[str]()
    for step in playbook.steps:
        field = step.field_with_role(Role.CHANNEL)
        for choice in field.choices if field else ():
            if choice.key in step.doors:
                (own if choice.key in _OWN else others).add(choice.channel or choice.key)
    return frozenset(others - own)
