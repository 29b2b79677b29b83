"""To whom a letter goes: the doors that fit its kind, in the case's own order, and the name to write on it."""

from __future__ import annotations

from collections.abc import Mapping

from walletcase.domain.case import CaseRecord
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.flow.playbook import Role
from walletcase.domain.routing import answers_of, places, route_for
from walletcase.domain.rules.pack import Door, Party
from walletcase.domain.text import Text
from walletcase.domain.writing.build import institution_of
from walletcase.domain.writing.kinds import OWN_DOORS, LetterKind


def answering_party(record: CaseRecord) -> Party:
    """Return who answers for a case: as the product that was chosen says, else as the playbook has it (payment
    institutions are under the central bank, banks are not).
    """
    route = route_for(record.rules, answers_of(record))
    if route is not None and route.answers in (Party.BANK, Party.PAYMENT_INSTITUTION):
        return route.answers
    above = [door for step in record.playbook.steps for door in step.doors if door in (DoorKind.PBOC, DoorKind.NFRA)]
    return Party.PAYMENT_INSTITUTION if above[:1] == [DoorKind.PBOC] else Party.BANK


def doors_for(record: CaseRecord, kind: LetterKind) -> tuple[Door, ...]:
    """Return the doors of the rules to which a kind of letter may go, the likeliest first."""
    party = answering_party(record)
    kinds = list(kind.doors)
    if party is Party.PAYMENT_INSTITUTION and DoorKind.PBOC in kinds:
        kinds.sort(key=lambda door_kind: door_kind is not DoorKind.PBOC)
    institution = record.role_value(Role.INSTITUTION) or record.playbook.institution.zh
    found: list[Door] = []
    for door_kind in kinds:
        of_party = places(record.rules, door_kind, institution, party)
        found += (door for door in of_party if door_kind not in OWN_DOORS or door.party is party)
    return tuple(found)


def is_own(kind: LetterKind, door: Door | None) -> bool:
    """Whether a letter goes to the institution itself."""
    return (door.kind if door else kind.usual_door) in OWN_DOORS


def answers_at(record: CaseRecord, door: Door | None) -> Party:
    """Return whose rules a letter to a door may quote: of whoever answers for the case, OTHER where the door is the own
    one of somebody else.
    """
    party = answering_party(record)
    return Party.OTHER if door and door.kind in OWN_DOORS and door.party is not party else party


def recipient_of(
    record: CaseRecord, kind: LetterKind, door: Door | None, language: str, names: Mapping[str, Text]
) -> str:
    """Return the name to write on a letter, "" where only the person knows it (the superior of a branch).

    ``names`` are those of kinds of doors and of single doors (by key); an empty one is known to the person only.
    """
    if is_own(kind, door):
        return institution_of(record, language)
    door_kind = door.kind if door else kind.usual_door
    if door_kind is None or door_kind is DoorKind.SUPERIOR:
        return ""
    name = (names.get(door.key) or names.get(door_kind) or door.name) if door else names.get(door_kind)
    return name.get(language) if name else ""
