"""Notes what a unit of work does to the rows of cases, whoever does it: triggers of the connection, gone with it.

Which tables belong to a case, and by which key, is read from the metadata, so that a new table is watched by itself.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, Table

from walletcase.domain.ids import CaseId
from walletcase.services.row_changes import Noted, NotedLine, RowChange, merged
from walletcase.storage import complaint_tables, evidence_tables  # noqa: F401 - makes their tables known
from walletcase.storage.complaint_tables import Reminders
from walletcase.storage.evidence_tables import PageTexts
from walletcase.storage.mapping import detail_of
from walletcase.storage.tables import Base, Cases, JournalLines, SearchTexts

CASES, TEXTS = str(Cases.__tablename__), str(SearchTexts.__tablename__)
_JOURNAL = str(JournalLines.__tablename__)
# Derived: never undone.
_UNWATCHED = frozenset(str(table.__tablename__) for table in (Reminders, PageTexts))
_KEPT_OF_CASES = ("id", "number", "title", "playbook_key", "playbook_version", "is_sample", "trashed_at")

_NOTES = "CREATE TEMP TABLE noted (id INTEGER PRIMARY KEY, name TEXT, old TEXT, new TEXT, case_id INTEGER)"
_READ = "SELECT name, old, new, case_id FROM temp.noted ORDER BY id"


@dataclass(frozen=True)
class Watched:
    """A table whose rows belong to cases. ``compared`` are the columns that a person's change can change."""

    table: Table
    columns: tuple[str, ...]
    key: tuple[str, ...]
    compared: tuple[str, ...]
    parent: tuple[str, str, str] | None  # (own column, table, its column) by which the case is found

    @property
    def name(self) -> str:
        """The table's name."""
        return self.table.name


@cache
def watched() -> dict[str, Watched]:
    """Return the tables of cases by name, parents before their children; the search texts are among them."""
    found: dict[str, Watched] = {}
    for table in Base.metadata.sorted_tables:
        parent = _parent(table, found)
        is_of_cases = table.name == CASES or "case_id" in table.columns or parent is not None
        if is_of_cases and table.name not in _UNWATCHED:
            found[table.name] = as_watched(table, parent)
    return found


def _parent(table: Table, found: dict[str, Watched]) -> tuple[str, str, str] | None:
    """By which row of another table a row without a case of its own belongs to one: the first column of its key."""
    if "case_id" in table.columns:
        return None
    first = next(iter(table.primary_key.columns), None)
    keys = () if first is None else first.foreign_keys
    return next(((first.name, k.column.table.name, k.column.name) for k in keys if k.column.table.name in found), None)  # type: ignore[union-attr]


def as_watched(table: Table, parent: tuple[str, str, str] | None = None) -> Watched:
    """Return what is known of a table whose rows belong to cases, by ``parent`` or by a column of their own."""
    columns = tuple(column.name for column in table.columns)
    key = tuple(column.name for column in table.primary_key.columns)
    compared = _KEPT_OF_CASES if table.name == CASES else columns
    if table.name == TEXTS:  # the index gives its rows other ids when a text comes back
        key, compared = ("case_id", "kind", "item_id"), ("case_id", "kind", "item_id", "body")
        columns = compared
    return Watched(table, columns, key, compared, parent)


@cache
def _triggers() -> tuple[str, ...]:
    made = ["PRAGMA temp_store=MEMORY", _NOTES]
    for one in watched().values():
        differs = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in one.compared)
        made += [
            _trigger(one, "INSERT", "", "NULL", _row("NEW", one.columns), "NEW"),
            _trigger(one, "DELETE", "", _row("OLD", one.columns), "NULL", "OLD"),
            _trigger(one, "UPDATE", f"WHEN {differs} ", _row("OLD", one.compared), _row("NEW", one.compared), "NEW"),
        ]
    line = "json_array(NEW.kind, NEW.case_number, NEW.detail)"
    made.append(
        f"CREATE TEMP TRIGGER noted_{_JOURNAL} AFTER INSERT ON main.{_JOURNAL} BEGIN "
        f"INSERT INTO noted(name, new) VALUES ('{_JOURNAL}', {line}); END"
    )
    return tuple(made)


def _row(which: str, columns: tuple[str, ...]) -> str:
    return f"json_array({', '.join(f'{which}.{column}' for column in columns)})"


def _trigger(one: Watched, event: str, when: str, old: str, new: str, which: str) -> str:
    if one.parent is None:
        case = f"{which}.{'id' if one.name == CASES else 'case_id'}"
    else:
        column, table, column_there = one.parent
        case = f"(SELECT case_id FROM main.{table} WHERE {column_there} = {which}.{column})"
    return (
        f"CREATE TEMP TRIGGER noted_{one.name}_{event.lower()} AFTER {event} ON main.{one.name} {when}BEGIN "
        f"INSERT INTO noted(name, old, new, case_id) VALUES ('{one.name}', {old}, {new}, {case}); END"
    )


def begin(connection: Connection) -> None:
    """Begin to note. Once a connection; what it makes lives in memory and ends with the connection."""
    cursor = connection.connection.cursor()  # past SQLAlchemy, which would take longer for it than SQLite does
    for statement in _triggers():
        cursor.execute(statement)


def read(connection: Connection) -> Noted:
    """Return what was noted so far, each row once."""
    lines: list[NotedLine] = []
    changes: list[RowChange] = []
    for name, old, new, case_id in connection.exec_driver_sql(_READ):
        if name == _JOURNAL:
            kind, number, detail = json.loads(new)
            lines.append(NotedLine(kind, number, detail_of(detail)[0]))
        elif case_id is not None:  # a link that went with its row of a case that is gone has none: the row says it all
            changes.append(_change(watched()[name], CaseId(case_id), old, new))
    return Noted(merged(changes), tuple(lines))


def _change(one: Watched, case_id: CaseId, old: str | None, new: str | None) -> RowChange:
    columns = one.columns if old is None or new is None else one.compared
    before = None if old is None else dict(zip(columns, json.loads(old), strict=True))
    after = None if new is None else dict(zip(columns, json.loads(new), strict=True))
    key = tuple((after or before or {})[column] for column in one.key)
    return RowChange(one.name, case_id, key, before, after)
