"""To whom a letter goes: the doors that fit its kind, in the case's own order, and the name to write on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from walletcase.domain.case import CaseRecord
from walletcase.domain.letter_build import institution_of
from walletcase.domain.letter_kinds import LetterKind
from walletcase.domain.playbook import Role, Text
from walletcase.domain.rules.pack import Door, DoorKind, Party

_OWN = (DoorKind.HOTLINE, DoorKind.BRANCH, DoorKind.ONLINE)  # the institution itself behind another door


def answering_party(record: CaseRecord) -> Party:
    """Return who answers for the product of a case: the bank unless the person's answer says otherwise."""
    fields = (field for field in record.playbook.fields() if field.role is Role.PRODUCT_KIND)
    products = {product.key: product.answers for product in record.rules.products}
    for field in fields:
        value = record.value(field.key)
        choice = next((choice for choice in field.choices if choice.key == value), None)
        if choice is not None:
            return products.get(choice.product or choice.key, Party.BANK)
    return Party.BANK


def doors_for(record: CaseRecord, kind: LetterKind) -> tuple[Door, ...]:
    """Return the doors of the rules to which a kind of letter may go, the likeliest first."""
    party = answering_party(record)
    kinds = list(kind.doors)
    if party is Party.PAYMENT_INSTITUTION and DoorKind.PBOC in kinds:
        kinds.sort(key=lambda door_kind: door_kind is not DoorKind.PBOC)
    institution = f"{institution_of(record, 'zh_CN')} {record.playbook.institution.zh}"
    found: list[Door] = []
    for door_kind in kinds:
        found += (d for d in record.rules.doors_of(door_kind, institution) if _serves(d, party))
    return tuple(found)


def _serves(door: Door, party: Party) -> bool:
    return door.kind not in _OWN or door.party is party or party not in (Party.BANK, Party.PAYMENT_INSTITUTION)


def recipient_of(
    record: CaseRecord, kind: LetterKind, door: Door | None, language: str, names: Mapping[str, Text]
) -> str:
    """Return the name to write on a letter, "" where only the person knows it (the superior of a branch)."""
    door_kind = door.kind if door else _only(kind.doors)
    if door_kind in _OWN:
        return institution_of(record, language)
    if door_kind is None or door_kind is DoorKind.SUPERIOR:
        return ""
    name = names.get(door_kind) or (door.name if door else None)
    return name.get(language) if name else ""


def _only(kinds: Iterable[DoorKind]) -> DoorKind | None:
    """The kind of door where the rules have none at all: the institution's own if the letter may go there."""
    given = tuple(kinds)
    return next((kind for kind in given if kind in _OWN), given[0] if given else None)
