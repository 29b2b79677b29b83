"""What can be taken back: the changes of this session as levels, newest last, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from threading import RLock, local

from walletcase.domain.ids import CaseId
from walletcase.services.row_changes import Noted, RowChange, merged

LEAST_LEVELS, MOST_LEVELS = 100, 500
MOST_CHARACTERS = 16 << 20  # of text in rows; the least number of levels is kept whatever they hold
# Kinds of what the journal has no line for.
TYPED, WRITTEN, TICKED, CHOSEN, CHANGED = "value_typed", "letter_typed", "ticked", "reader_chosen", "changed"
_TYPING_PAUSE = timedelta(seconds=10)  # within one run of typing


@dataclass(frozen=True, slots=True)
class Label:
    """What a level did, so that it can be named: the kind of its journal line, and that line's detail.

    Without a line: ``TYPED`` with the field's key, ``WRITTEN`` with the letter's, ``TICKED`` with step and item,
    ``CHOSEN`` with the reader, ``CHANGED``. ``count`` is the number of like lines, 1 for one; ``case_number`` is
    "" where no line says it.
    """

    kind: str
    case_id: CaseId
    case_number: str = ""
    detail: Mapping[str, str] = field(default_factory=dict)
    count: int = 1


@dataclass(frozen=True, slots=True)
class Level:
    """One step of undo."""

    label: Label
    changes: tuple[RowChange, ...]
    at: datetime

    @property
    def cases(self) -> tuple[CaseId, ...]:
        """The cases it changed."""
        return tuple(dict.fromkeys(change.case_id for change in self.changes))

    @property
    def characters(self) -> int:
        """About how much memory it takes."""
        rows = (row for change in self.changes for row in (change.before, change.after) if row)
        return sum(len(value) if isinstance(value, str) else 8 for row in rows for value in row.values())

    @property
    def typed_into(self) -> tuple[object, ...] | None:
        """The key of the one value or letter that was typed, None for anything else."""
        table = {TYPED: "field_values", WRITTEN: "letters"}.get(self.label.kind, "")
        keys = [change.key for change in self.changes if change.table == table]
        return (table, *keys[0]) if len(keys) == 1 else None


class History:
    """The levels. Any thread may ask; whoever changes the store holds ``writing`` all the while."""

    def __init__(self) -> None:
        self.writing = RLock()
        self._done: tuple[Level, ...] = ()
        self._undone: tuple[Level, ...] = ()
        self._groups = local()

    @property
    def next_undo(self) -> Level | None:
        """What undo would take back."""
        done = self._done
        return done[-1] if done else None

    @property
    def next_redo(self) -> Level | None:
        """What redo would do again."""
        undone = self._undone
        return undone[-1] if undone else None

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make one level of all that this thread changes within the block, as long as nobody else changes anything."""
        if getattr(self._groups, "level", None) is not None:
            yield
            return
        self._groups.level = ()
        try:
            yield
        finally:
            self._groups.level = None

    def add(self, noted: Noted, at: datetime) -> None:
        """Remember what a unit of work did. A case deleted for good is forgotten."""
        deleted = {c.case_id for c in noted.changes if c.table == "cases" and c.before and c.after is None}
        if deleted:
            self.forget(deleted)
        kept = tuple(change for change in noted.changes if change.case_id not in deleted)
        if not kept:
            return
        level = Level(_label(Noted(kept, noted.lines)), kept, at)
        self._undone = ()
        self._done = self._bounded(self._joined(level))

    def undone(self, changes: tuple[RowChange, ...]) -> None:
        """Move the newest level to what can be done again; ``changes`` are those by which to do so."""
        level = self._done[-1]
        self._undone = (*self._undone, replace(level, changes=changes))
        self._done = self._done[:-1]

    def redone(self, changes: tuple[RowChange, ...]) -> None:
        """Move the level undone last back to what can be undone."""
        level = self._undone[-1]
        self._done = (*self._done, replace(level, changes=changes))
        self._undone = self._undone[:-1]

    def forget(self, cases: set[CaseId]) -> None:
        """Drop every level that has to do with these cases."""
        self._done = tuple(level for level in self._done if not cases & set(level.cases))
        self._undone = tuple(level for level in self._undone if not cases & set(level.cases))

    def files(self) -> frozenset[str]:
        """Return the SHA-256 of every file that undo or redo could need."""
        changes = (c for level in (*self._done, *self._undone) for c in level.changes if c.table == "evidence")
        rows = (row for change in changes for row in (change.before, change.after) if row)
        return frozenset(str(row["sha256"]) for row in rows)

    def _joined(self, level: Level) -> tuple[Level, ...]:
        """The levels with one more: joined with the last one within one run of typing or one group."""
        last = self.next_undo
        group = getattr(self._groups, "level", None)
        is_typing = last is not None and level.typed_into is not None and level.typed_into == last.typed_into
        if last is not None and (group is last or (is_typing and level.at - last.at <= _TYPING_PAUSE)):
            both = merged((*last.changes, *level.changes))
            label = level.label if is_typing else replace(last.label, count=last.label.count + level.label.count)
            one = Level(label, both, level.at)
            levels = (*self._done[:-1], one) if both else self._done[:-1]
        else:
            levels, one = (*self._done, level), level
        if group is not None:
            self._groups.level = one
        return levels

    def _bounded(self, levels: tuple[Level, ...]) -> tuple[Level, ...]:
        levels = levels[-MOST_LEVELS:]
        room = MOST_CHARACTERS
        for number, level in enumerate(reversed(levels)):
            room -= level.characters
            if room < 0 and number >= LEAST_LEVELS:
                return levels[-number:]
        return levels


def _label(noted: Noted) -> Label:
    case_id = noted.changes[0].case_id
    if noted.lines:
        first = noted.lines[0]
        count = sum(line.kind == first.kind for line in noted.lines)
        return Label(first.kind, case_id, first.case_number, first.detail, count)
    tables = {change.table for change in noted.changes} - {"search_texts"}
    first_change = next(c for c in noted.changes if c.table != "search_texts") if tables else noted.changes[0]
    if tables == {"field_values"}:
        return Label(TYPED, case_id, detail={"field": str(first_change.key[1])})
    if tables == {"letters"}:
        return Label(WRITTEN, case_id, detail={"letter": str(first_change.key[0])})
    if tables == {"ticks"}:
        _, step, item = first_change.key
        return Label(TICKED, case_id, detail={"step": str(step), "item": str(item)})
    if tables == {"dossier_choices"}:
        return Label(CHOSEN, case_id, detail={"audience": str(first_change.key[1])})
    return Label(CHANGED, case_id)
