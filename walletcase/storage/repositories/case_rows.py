"""All rows of a case as plain values, and a case made of such rows: what a case file holds (services.case_files).

Ids are the file's own: the rows of a table count from 1, and rows name each other by these numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Column, Connection, Select, Table, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from walletcase.domain.dossiers.choices import translated
from walletcase.domain.ids import CaseId
from walletcase.services.case_tables import CaseRows
from walletcase.storage.complaint_tables import DossierChoices, Snoozes
from walletcase.storage.evidence_tables import PageTexts
from walletcase.storage.row_watch import CASES, TEXTS, Watched, as_watched, watched
from walletcase.storage.tables import Base, Cases

_Row = Mapping[str, object]
# Rows that name others without the database seeing to it.
_SOFT = {("evidence", "parent_id"): "evidence", ("timeline_entries", "promise_renewed_by"): "timeline_entries"}
# How the app reminds, and what search finds, is no part of a case.
_LEFT_OUT = frozenset({TEXTS, CASES, str(Snoozes.__tablename__)})
_CHOICES = str(DossierChoices.__tablename__)
_HEAD = (
    "number", "title", "status", "playbook_key", "playbook_version", "created_at", "updated_at", "is_sample",
    "trashed_at", "last_entry_seq", "last_exhibit_no", "last_claim_seq", "last_letter_seq",
)  # fmt: skip
_KEPT = ("created_at", "is_sample", "number")  # set when the case is made
_PARENT: BindParameter[Any] = bindparam("key_case")


class CaseRowsRepository:
    """Implements services.case_tables.CaseRowsTable."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def read(self, case_id: CaseId) -> CaseRows:
        """Return the case's own row, and all others by table."""
        columns = [_table(Cases).columns[name] for name in _HEAD]
        head = self._connection.execute(select(*columns).where(Cases.id == case_id)).mappings().one()
        numbers: dict[str, dict[object, int]] = {}
        found: dict[str, list[dict[str, object]]] = {}
        for one in case_tables():
            rows = self._connection.execute(_query(one), {"key_case": case_id}).mappings()
            found[one.name] = [{str(name): value for name, value in row.items()} for row in rows]
            if one.key == ("id",):
                numbers[one.name] = {row["id"]: place for place, row in enumerate(found[one.name], 1)}
        tables = {
            one.name: [_renumbered(one.table, row, numbers) for row in found[one.name]]
            for one in case_tables()
            if found[one.name]
        }
        return CaseRows({str(name): value for name, value in head.items()}, tables)

    def write(self, case_id: CaseId, rows: CaseRows) -> None:
        """Fill a case that was just made; it keeps its own number. Raises ValueError for what is no row of ours."""
        try:
            _Filling(self._connection, case_id).fill(rows)
        except IntegrityError as error:
            raise ValueError("a row that the database refuses") from error


class _Filling:
    """Gives the rows of a file their ids here, parents before those that name them."""

    def __init__(self, connection: Connection, case_id: CaseId) -> None:
        self._connection = connection
        self._case_id = case_id
        self._ids: dict[str, dict[object, int]] = {}  # by table: ids here by the file's numbers
        self._later: list[tuple[Table, int, str, object]] = []  # rows that may name one that comes after them

    def fill(self, rows: CaseRows) -> None:
        _check_columns(_table(Cases), rows.head, _HEAD)
        head = {name: value for name, value in rows.head.items() if name not in _KEPT}
        self._connection.execute(update(Cases).where(Cases.id == self._case_id).values(head))
        if not rows.tables.keys() <= {one.name for one in case_tables()}:
            raise ValueError("a table that no case has")
        for one in case_tables():
            self._ids[one.name] = {}
            for place, row in enumerate(rows.tables.get(one.name, ()), 1):
                self._add(one, place, row)
        for table, row_id, name, number in self._later:
            named = self._named(_SOFT[table.name, name], number)
            self._connection.execute(update(table).where(table.columns["id"] == row_id).values({name: named}))

    def _add(self, one: Watched, place: int, row: _Row) -> None:
        wanted = tuple(name for name in one.columns if name not in ("id", "case_id"))
        _check_columns(one.table, row, wanted)
        values = {name: self._value(one.table, name, row[name]) for name in wanted if name in row}
        if one.name == _CHOICES:
            values["content"] = translated(str(row["content"]), self._ids["evidence"])
        if "case_id" in one.columns:
            values["case_id"] = self._case_id
        made = self._connection.execute(insert(one.table).values(values))
        if one.key == ("id",):
            (row_id,) = made.inserted_primary_key or (0,)
            self._ids[one.name][place] = row_id
            soft = (name for name in wanted if (one.name, name) in _SOFT and row.get(name) is not None)
            self._later += [(one.table, row_id, name, row[name]) for name in soft]

    def _value(self, table: Table, name: str, value: object) -> object:
        target = _target(table, name)
        if not target or value is None:
            return value
        return None if (table.name, name) in _SOFT else self._named(target, value)

    def _named(self, target: str, number: object) -> int:
        if number not in self._ids[target]:
            raise ValueError(f"no row {number} in {target}")
        return self._ids[target][number]


@cache
def case_tables() -> tuple[Watched, ...]:
    """Return the tables of which a case file holds the rows, parents before their children: choices, which name
    exhibits in their text, come last.
    """
    found = [one for one in watched().values() if one.name not in (*_LEFT_OUT, _CHOICES)]
    pages = as_watched(_table(PageTexts), ("evidence_id", "evidence", "id"))
    return (*found, pages, watched()[_CHOICES])


def _table(kept: type[Base]) -> Table:
    return Base.metadata.tables[str(kept.__tablename__)]


def _query(one: Watched) -> Select[Any]:
    """All rows of a table that belong to a case, in the order of their keys."""
    order = [one.table.columns[name] for name in one.key]
    if "case_id" in one.columns:
        return select(*one.table.columns).where(one.table.columns["case_id"] == _PARENT).order_by(*order)
    assert one.parent is not None
    column, parent, there = one.parent
    owner = watched()[parent].table
    own = select(owner.columns[there]).where(owner.columns["case_id"] == _PARENT)
    return select(*one.table.columns).where(one.table.columns[column].in_(own)).order_by(*order)


def _renumbered(table: Table, row: _Row, numbers: Mapping[str, Mapping[object, int]]) -> _Row:
    """A row in the file's own numbers, without those that only its place tells."""
    told = {}
    if table.name == _CHOICES and isinstance(row["content"], str):
        with suppress(ValueError, KeyError, TypeError):  # as it is: the reader of the file will say so
            row = {**row, "content": translated(row["content"], numbers["evidence"])}
    for name, value in row.items():
        target = _target(table, name)
        if name not in ("id", "case_id"):
            told[name] = numbers[target].get(value) if target and value is not None else value
    return told


def _target(table: Table, name: str) -> str:
    """Which table's rows a column names, "" if none."""
    keys = table.columns[name].foreign_keys
    named = next((key.column.table.name for key in keys if key.column.table.name != CASES), "")
    return named or _SOFT.get((table.name, name), "")


def _check_columns(table: Table, row: _Row, wanted: Sequence[str]) -> None:
    """Raise ValueError for a row with other columns, or values of other kinds, than the table has.

    A column with a default may be missing: it came with a later version than the file.
    """
    missing = set(wanted) - row.keys()
    if not row.keys() <= set(wanted) or any(_is_needed(table.columns[name]) for name in missing):
        raise ValueError(f"{table.name}: other columns")
    for name in row:
        if not _fits(table.columns[name], row[name]):
            raise ValueError(f"{table.name}.{name}: another kind of value")


def _is_needed(column: Column[object]) -> bool:
    return column.server_default is None and not column.nullable


def _fits(column: Column[object], value: object) -> bool:
    if value is None:
        return bool(column.nullable)
    kind = column.type.python_type
    return type(value) is kind and (kind is not int or -(2**63) <= int(str(value)) < 2**63)
