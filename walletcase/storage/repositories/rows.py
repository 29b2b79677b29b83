"""The rows of cases as plain values, for undo: what a unit of work changed, and how to take it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import Connection, and_, bindparam, delete, insert, select, update
from sqlalchemy.sql.elements import ColumnElement

from walletcase.domain.errors import UserError
from walletcase.domain.findable import WORDS
from walletcase.domain.ids import CaseId
from walletcase.services.ports import SearchIndex
from walletcase.services.row_changes import Noted, RowChange
from walletcase.storage import row_watch
from walletcase.storage.evidence_tables import PageTexts
from walletcase.storage.repositories.evidence import park
from walletcase.storage.row_watch import CASES, TEXTS, Watched, watched
from walletcase.storage.tables import EvidenceItems

_Row = Mapping[str, object]
_EVIDENCE = str(EvidenceItems.__tablename__)
_PAGES = select(PageTexts.page_no).where(PageTexts.evidence_id == bindparam("key_item"))


class RowsRepository:
    """Implements services.case_tables.RowsTable."""

    def __init__(self, connection: Connection, index: SearchIndex, forget_texts: Callable[[CaseId], None]) -> None:
        self._connection = connection
        self._index = index
        self._forget_texts = forget_texts

    def watch(self) -> None:
        """Begin to note what changes, whoever changes it, until the unit ends. Once a unit."""
        row_watch.begin(self._connection)

    def noted(self) -> Noted:
        """Return what has changed since ``watch``."""
        return row_watch.read(self._connection)

    def apply(self, changes: Sequence[RowChange], *, back: bool) -> tuple[RowChange, ...]:
        """Bring rows to ``before`` (back) or to ``after``, and what can be found by search with them.

        Returns the changes by which to go the other way: a row that is gone was as it stood last. Raises
        UserError("undo_outdated") where a row is no longer as the change left it: the unit must end with it.
        """
        self._connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        rows = [change for change in changes if change.table != TEXTS]
        stood = {(change.table, change.key): self._checked(change, back) for change in rows}
        order = list(watched())
        stays = {CASES, *(name for name in order if _links_to(name))}  # what hangs on a row would go with it
        gone = [c for c in rows if _source(c, back) and (c.table not in stays or _target(c, back) is None)]
        removed = {(change.table, change.key) for change in gone}
        for change in sorted(gone, key=lambda one: order.index(one.table), reverse=True):
            self._remove(change)
        park(self._connection, (change.key[0] for change in rows if _is_renumbered(change)))
        for change in sorted(rows, key=lambda one: order.index(one.table)):
            is_new = (change.table, change.key) in removed or _source(change, back) is None
            self._write(change, _target(change, back), is_new=is_new)
        self._check_links({change.table for change in rows})
        self._find_again(changes, back)
        return tuple(_standing(change, stood.get((change.table, change.key)), back) for change in changes)

    def _checked(self, change: RowChange, back: bool) -> _Row | None:
        """Return a row whole; raise where it is not as the change left it."""
        expected, one = _source(change, back), watched()[change.table]
        query = select(*one.table.columns).where(_place(one, change))
        found = self._connection.execute(query).mappings().one_or_none()
        if (found is None) is not (expected is None):
            raise _outdated(change)
        if found is None or expected is None:
            return None
        row = {name: int(value) if isinstance(value, bool) else value for name, value in found.items()}
        if any(row[name] != expected[name] for name in one.compared):
            raise _outdated(change)
        return row

    def _remove(self, change: RowChange) -> None:
        if change.table == CASES:
            self._forget_texts(change.case_id)
        if change.table == _EVIDENCE:
            self._forget_words(change)
        one = watched()[change.table]
        for name, column, there in _links_to(one.name):
            value = change.key[one.key.index(there)]
            child = watched()[name].table
            if self._connection.execute(select(child).where(child.columns[column] == value).limit(1)).first():
                raise _outdated(change)  # something that undo does not know of hangs on it
        self._connection.execute(delete(one.table).where(_place(one, change)))

    def _forget_words(self, change: RowChange) -> None:
        """What a machine read goes with its exhibit and is no part of any change: search must not find it either."""
        (item,) = change.key
        pages = self._connection.execute(_PAGES, {"key_item": item}).scalars().all()
        for page_no in pages:
            self._index.put(change.case_id, WORDS, f"{item}/{page_no}", "")

    def _write(self, change: RowChange, target: _Row | None, *, is_new: bool) -> None:
        one = watched()[change.table]
        if target is None:
            return
        if is_new:
            self._connection.execute(insert(one.table).values(_typed(one, target)))
        else:
            self._connection.execute(update(one.table).where(_place(one, change)).values(_typed(one, target)))

    def _check_links(self, tables: set[str]) -> None:
        for table in sorted(tables):
            broken = self._connection.exec_driver_sql(f'PRAGMA foreign_key_check("{table}")').first()
            if broken is not None:
                raise UserError("undo_outdated", table=table)

    def _find_again(self, changes: Sequence[RowChange], back: bool) -> None:
        """Bring the search index along; the texts of a case that is gone have gone with it."""
        gone = {change.case_id for change in changes if change.table == CASES and _target(change, back) is None}
        for change in changes:
            if change.table == TEXTS and change.case_id not in gone:
                _, kind, item_id = change.key
                target = _target(change, back)
                self._index.put(change.case_id, str(kind), str(item_id), str(target["body"]) if target else "")


def _links_to(name: str) -> list[tuple[str, str, str]]:
    """Return (table, its column, our column) of all rows that may name a row of ``name``; texts go with their case."""
    found = []
    for other in watched().values():
        for key in other.table.foreign_keys:
            if key.column.table.name == name and other.name != TEXTS:
                found.append((other.name, key.parent.name, key.column.name))
    return found


def _is_renumbered(change: RowChange) -> bool:
    """Numbers of exhibits trade places, but no two may be the same meanwhile."""
    before, after = change.before, change.after
    if change.table != _EVIDENCE or before is None or after is None:
        return False
    return before["exhibit_no"] != after["exhibit_no"]


def _source(change: RowChange, back: bool) -> _Row | None:
    return change.after if back else change.before


def _target(change: RowChange, back: bool) -> _Row | None:
    return change.before if back else change.after


def _standing(change: RowChange, stood: _Row | None, back: bool) -> RowChange:
    """A change that knows how a row stood just before it went."""
    if stood is None or _target(change, back) is not None:
        return change
    before, after = (change.before, stood) if back else (stood, change.after)
    return RowChange(change.table, change.case_id, change.key, before, after)


def _place(one: Watched, change: RowChange) -> ColumnElement[bool]:
    pairs = zip(one.key, change.key, strict=True)
    return and_(*(one.table.columns[name] == value for name, value in pairs))


def _typed(one: Watched, row: _Row) -> dict[str, object]:
    """Return a row's values as its columns take them: truth is kept as a number."""
    columns = one.table.columns
    return {name: bool(value) if columns[name].type.python_type is bool else value for name, value in row.items()}


def _outdated(change: RowChange) -> UserError:
    return UserError("undo_outdated", table=change.table)
