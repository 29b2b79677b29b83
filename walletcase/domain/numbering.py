"""Exhibit numbers: stable, until a person renumbers on purpose. Works out who gets which number; changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from walletcase.domain.evidence import Evidence, Group
from walletcase.domain.ids import EvidenceId

_GROUPS = (Group.IDENTITY, Group.EVENTS, Group.ANSWERS, Group.LOSS, Group.NONE)  # domain.md 4.3
_NO_DAY = "9999"


class Order(StrEnum):
    """In which order exhibits are renumbered."""

    NUMBER = "number"  # as they stand; only the gaps close
    GROUP = "group"  # by group, in it by the day they were made
    DATE = "date"


def group_place(group: Group) -> int:
    """Return where a group stands in an index of evidence; what is in none comes last."""
    return _GROUPS.index(group)


def grouped(items: Iterable[Evidence]) -> tuple[tuple[Group, tuple[Evidence, ...]], ...]:
    """Return exhibits by group, each group by number; groups without any are left out."""
    items = sorted(items, key=lambda item: item.exhibit_no)
    found = ((group, tuple(item for item in items if item.group is group)) for group in _GROUPS)
    return tuple((group, members) for group, members in found if members)


def ordered(items: Iterable[Evidence], order: Order) -> tuple[Evidence, ...]:
    """Return the live exhibits in an order."""
    live = (item for item in items if not item.trashed_at)
    if order is Order.NUMBER:
        return tuple(sorted(live, key=lambda item: item.exhibit_no))
    if order is Order.DATE:
        return tuple(sorted(live, key=_by_day))
    return tuple(sorted(live, key=lambda item: (group_place(item.group), *_by_day(item))))


def _by_day(item: Evidence) -> tuple[str, int]:
    return item.made_on or _NO_DAY, item.exhibit_no


def from_one(items: Sequence[Evidence], wanted: Sequence[EvidenceId]) -> dict[EvidenceId, int]:
    """Return the numbers 1, 2, 3 … for the exhibits in the order ``wanted``; those in the trash get the next ones.

    Only numbers that change are in it.
    """
    live = {item.id: item for item in items if not item.trashed_at}
    rest = sorted((item for item in items if item.trashed_at), key=lambda item: item.exhibit_no)
    chain = [*(live[one] for one in dict.fromkeys(wanted) if one in live)]
    chain += [item for item in ordered(items, Order.NUMBER) if item not in chain]
    return _changed(zip((*chain, *rest), range(1, len(items) + 1), strict=True))


def among_themselves(items: Sequence[Evidence], wanted: Sequence[EvidenceId]) -> dict[EvidenceId, int]:
    """Return who gets which number if the exhibits of ``wanted`` share out the numbers they have, in that order."""
    known = {item.id: item for item in items}
    chain = [known[one] for one in dict.fromkeys(wanted) if one in known]
    return _changed(zip(chain, sorted(item.exhibit_no for item in chain), strict=True))


def _changed(pairs: Iterable[tuple[Evidence, int]]) -> dict[EvidenceId, int]:
    return {item.id: number for item, number in pairs if item.exhibit_no != number}


def fits(items: Sequence[Evidence], numbers: Mapping[EvidenceId, int], last: int) -> bool:
    """Whether every exhibit has a number of its own between 1 and ``last`` once ``numbers`` are given."""
    after = [numbers.get(item.id, item.exhibit_no) for item in items]
    return set(numbers) <= {item.id for item in items} and len(set(after)) == len(after) and _within(after, last)


def _within(numbers: Sequence[int], last: int) -> bool:
    return all(1 <= number <= last for number in numbers)


def moves_text(items: Iterable[Evidence], numbers: Mapping[EvidenceId, int]) -> str:
    """Return what the journal keeps of a renumbering: "1>3 3>1", by the old numbers."""
    moved = sorted((item.exhibit_no, numbers[item.id]) for item in items if item.id in numbers)
    return " ".join(f"{old}>{new}" for old, new in moved)
