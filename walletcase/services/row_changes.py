"""Rows before and after a change, as plain values: what undo works with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from walletcase.domain.ids import CaseId


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after a change, columns by name; None where it did not exist.

    What is derived or only counts up is left out of a row that was changed.
    """

    table: str
    case_id: CaseId
    key: tuple[object, ...]  # its primary key
    before: Mapping[str, object] | None
    after: Mapping[str, object] | None

    @property
    def is_nothing(self) -> bool:
        """Whether the row is after the change what it was before, as far as a person can tell."""
        if self.before is None or self.after is None:
            return self.before is self.after
        return all(self.before[name] == self.after[name] for name in self.before.keys() & self.after.keys())


@dataclass(frozen=True, slots=True)
class NotedLine:
    """What the journal says of a change."""

    kind: str
    case_number: str
    detail: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Noted:
    """What a unit of work changed: the rows of cases, each once, and the lines it added to the journal."""

    changes: tuple[RowChange, ...] = ()
    lines: tuple[NotedLine, ...] = ()


def merged(changes: Iterable[RowChange]) -> tuple[RowChange, ...]:
    """Return the changes of each row as one, in the order of the first; those that came to nothing go."""
    found: dict[tuple[str, tuple[object, ...]], RowChange] = {}
    for change in changes:
        place = (change.table, change.key)
        first = found.get(place)
        found[place] = change if first is None else _both(first, change)
    return tuple(change for change in found.values() if not change.is_nothing)


def _both(first: RowChange, second: RowChange) -> RowChange:
    """Two changes of one row as one; a row that was made or deleted is known whole, one that was changed in part."""
    before = None if first.before is None else {**(second.before or {}), **first.before}
    after = None if second.after is None else {**(first.after or {}), **second.after}
    return RowChange(second.table, second.case_id, second.key, before, after)
