"""What differs between two rule packs, fact by fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum

from walletcase.domain.rules.pack import (
    Conflict,
    Door,
    HelpNote,
    Limit,
    Product,
    Refusal,
    Requirement,
    Route,
    RulePack,
    Source,
    WalletClass,
    Wording,
)
from walletcase.domain.rules.writer import TABLES
from walletcase.domain.text import Text

Fact = Limit | Door | Product | Route | Conflict | WalletClass | Requirement | Refusal | Wording | HelpNote


class Difference(StrEnum):
    """What happened to a fact."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class PartChange:
    """One part of a fact before and after, as the pack has them (texts, numbers, tuples, Source …)."""

    part: str  # name of the dataclass field
    before: object
    after: object


@dataclass(frozen=True)
class FactChange:
    """One fact that differs. ``table`` names its table (limit, door …); ``fact`` is the new one, or the one removed."""

    table: str
    key: str
    kind: Difference
    fact: Fact
    parts: tuple[PartChange, ...] = ()

    @property
    def drops_edit(self) -> bool:
        """Whether a change that the person made is not in the new fact any more."""
        before = next((part.before for part in self.parts if part.part == "source"), None)
        return isinstance(before, Source) and len(before.edited_from) > len(self.fact.source.edited_from)

    @property
    def name(self) -> Text:
        """What to call the fact."""
        return fact_name(self.fact)


def fact_name(fact: Fact) -> Text:
    """Return what to call a fact: its name, or the beginning of what it says."""
    match fact:
        case Conflict() | Refusal():
            return fact.says
        case HelpNote():
            return fact.text
        case Wording():
            return fact.why
        case Route():
            return Text(fact.key, fact.key)
        case _:
            return fact.name


def facts_of(pack: RulePack) -> Iterator[tuple[str, Fact]]:
    """Yield (table, fact) for every fact of a pack."""
    for attribute, table in TABLES.items():
        for fact in getattr(pack, attribute):
            yield table, fact


def differences(before: RulePack, after: RulePack) -> tuple[FactChange, ...]:
    """Return every fact that was added, changed (in the new pack's order) or removed."""
    old = {(table, fact.key): fact for table, fact in facts_of(before)}
    new = {(table, fact.key): fact for table, fact in facts_of(after)}
    found: list[FactChange] = []
    for (table, key), fact in new.items():
        earlier = old.get((table, key))
        if earlier is None:
            found.append(FactChange(table, key, Difference.ADDED, fact))
        elif earlier != fact:
            found.append(FactChange(table, key, Difference.CHANGED, fact, _parts(earlier, fact)))
    gone = ((place, fact) for place, fact in old.items() if place not in new)
    found += [FactChange(table, key, Difference.REMOVED, fact) for (table, key), fact in gone]
    return tuple(found)


def _parts(before: Fact, after: Fact) -> tuple[PartChange, ...]:
    pairs = ((field.name, getattr(before, field.name), getattr(after, field.name)) for field in fields(before))
    return tuple(PartChange(name, old, new) for name, old, new in pairs if old != new)
