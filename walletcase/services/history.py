"""Undo and redo: every unit of work that changes a case is remembered, whichever service did it.

WatchedStore stands between the use cases and the database: it lets the database note which rows a unit changes and
keeps them as levels. HistoryService takes the newest level back, or does it again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager

from walletcase.domain.custody import NewestLine
from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId
from walletcase.services.changes import Changes
from walletcase.services.context import Context
from walletcase.services.history_levels import History, Label, Level
from walletcase.services.ports import Clock, JournalLine, Store, Unit
from walletcase.services.row_changes import RowChange


class WatchedStore:
    """Implements services.ports.Store over another store; what is written through it can be undone."""

    def __init__(self, store: Store, history: History, clock: Clock) -> None:
        self.unwatched = store
        self._history = history
        self._clock = clock

    def read(self) -> AbstractContextManager[Unit]:
        """Open a unit that only reads."""
        return self.unwatched.read()

    @contextmanager
    def write(self) -> Iterator[Unit]:
        """Open a unit that is committed when the block ends and undone when it raises.

        Raises UserError: disk_full, store_locked, store_unwritable.
        """
        with self._history.writing:  # levels are in the order of their commits
            with self.unwatched.write() as unit:
                unit.rows.watch()
                yield unit
                noted = unit.rows.noted()
            self._history.add(noted, self._clock.now())

    def newest_line(self) -> NewestLine | None:
        """Return the journal's newest line as it was noted outside the database, None if nothing is noted."""
        return self.unwatched.newest_line()

    def problems(self) -> Sequence[str]:
        """Return what SQLite's own check and the schema comparison find wrong; empty when sound."""
        return self.unwatched.problems()


class HistoryService:
    """Takes back what was changed in this session, and does it again."""

    def __init__(self, context: Context, store: Store) -> None:
        """``store`` is the one below the watched one: what is taken back is no new change."""
        self._context = context
        self._store = store
        self._history = context.history

    @property
    def undo_label(self) -> Label | None:
        """What undo would take back, None if nothing. Never waits."""
        level = self._history.next_undo
        return level.label if level else None

    @property
    def redo_label(self) -> Label | None:
        """What redo would do again, None if nothing. Never waits."""
        level = self._history.next_redo
        return level.label if level else None

    def undo(self) -> Changes:
        """Take back the newest change.

        Raises UserError: nothing_to_undo; undo_outdated (nothing is changed, and what has to do with these cases can't
        be taken back any more).
        """
        with self._history.writing:
            level = self._history.next_undo
            if level is None:
                raise UserError("nothing_to_undo")
            self._history.undone(self._apply(level, back=True))
        return Changes(frozenset(level.cases))

    def redo(self) -> Changes:
        """Do again what was undone last. Raises UserError: nothing_to_redo, undo_outdated (as undo does)."""
        with self._history.writing:
            level = self._history.next_redo
            if level is None:
                raise UserError("nothing_to_redo")
            self._history.redone(self._apply(level, back=False))
        return Changes(frozenset(level.cases))

    def _apply(self, level: Level, *, back: bool) -> tuple[RowChange, ...]:
        kind = "undone" if back else "redone"
        try:
            with self._store.write() as unit:
                changes = unit.rows.apply(level.changes, back=back)
                for case_id in level.cases:
                    self._settle(unit, case_id, level, kind)
        except UserError as error:
            if error.code == "undo_outdated":
                self._history.forget(set(level.cases))
            raise
        return changes

    def _settle(self, unit: Unit, case_id: CaseId, level: Level, kind: str) -> None:
        """Bring a case's list row and reminders along; a case that is gone has none."""
        try:
            number = self._context.settle(unit, case_id).number
        except UserError as error:
            if error.code != "no_such_case":
                raise
            number = level.label.case_number
        detail = {"what": level.label.kind, **_exhibits(level, case_id, back=kind == "undone")}
        unit.journal.append(JournalLine(self._context.now(), kind, number, detail))


def _exhibits(level: Level, case_id: CaseId, *, back: bool) -> dict[str, str]:
    """Which exhibits a level is about, by the numbers they have once it is applied, and which were renumbered by it."""
    of_case = (c for c in level.changes if c.table == "evidence" and c.case_id == case_id)
    told = level.label.detail
    named = (*told.get("exhibits", "").split(), told.get("exhibit", ""))
    numbers = {int(number) for number in named if number.isdecimal()}
    moves: list[str] = []
    for change in of_case:
        pair = (change.after, change.before) if back else (change.before, change.after)
        old, new = (_number(row) for row in pair)
        numbers |= {number for number in (new or old,) if number}
        moves += [f"{old}>{new}"] if old and new and old != new else []
    detail = {"exhibits": " ".join(map(str, sorted(numbers)))} if numbers else {}
    return detail | ({"moves": " ".join(moves)} if moves else {})


def _number(row: Mapping[str, object] | None) -> int:
    number = row.get("exhibit_no") if row else None
    return number if isinstance(number, int) else 0
