"""For which kind of door a case is checked when nobody says: the one that the flow leads to next."""

from __future__ import annotations

from walletcase.domain.case import CaseRecord
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.flow.machine import following_step
from walletcase.domain.flow.playbook import Role, Step
from walletcase.domain.routing import plan


def next_door(record: CaseRecord) -> DoorKind:
    """Return the kind of door that comes next: of the step that follows, or of the first one after it that has any."""
    steps = record.playbook.steps
    following = following_step(record.flow)
    place = next((number for number, step in enumerate(steps) if step.key == following), 0)
    for step in (*steps[place:], *steps):
        if step.doors:
            return _door_of(record, step)
    return DoorKind.ONLINE


def doors_to_choose(record: CaseRecord) -> tuple[DoorKind, ...]:
    """Return the kinds of doors for which a check makes sense, in the order of the route, then of the playbook."""
    route = plan(record)
    on_route = [door.kind for door in route.doors] if route else []
    named = [kind for step in record.playbook.steps for kind in _kinds(step)]
    return tuple(dict.fromkeys([*on_route, *named])) or (DoorKind.ONLINE,)


def _door_of(record: CaseRecord, step: Step) -> DoorKind:
    """What its choice says; of several the first on the route."""
    field = step.field_with_role(Role.CHANNEL)
    kinds = _kinds(step)
    if field is not None:
        answer = record.value(field.key)
        chosen = [kind for kind in kinds for c in field.choices if c.key == answer and c.door == kind.value]
        if chosen:
            return chosen[0]
    route = plan(record) if len(kinds) > 1 else None
    on_route = [door.kind for door in route.doors if door.kind in kinds] if route else []
    return (on_route or kinds)[0]


def _kinds(step: Step) -> list[DoorKind]:
    return [DoorKind(name) for name in step.doors if name in set(DoorKind)]
