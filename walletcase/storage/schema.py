"""The current schema: its version, how a new file gets it, and how a file is compared with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, create_engine, insert, select
from sqlalchemy.pool import StaticPool

from walletcase.storage import complaint_tables, evidence_tables  # noqa: F401 - makes their tables known
from walletcase.storage.engine import connect, driver
from walletcase.storage.tables import AlembicVersion, Base

APPLICATION_ID = 0x57434153  # "WCAS": tells our files from other SQLite files
SCHEMA_VERSION = 4  # PRAGMA user_version; revision 0004 in storage/migrations/versions
_SHADOW_TABLES = "search_index_"  # made by FTS5 itself, differently in different versions of SQLite
_CHECK = re.compile(r"CONSTRAINT (ck_\w+) CHECK \((.*?)\)(?=, CONSTRAINT|, \w+ \w+ NOT NULL| ?\)$)")

_Schema = dict[str, str]


def revision_id(version: int) -> str:
    """Return the Alembic revision that belongs to a schema version."""
    return f"{version:04d}"


def stamp(connection: Connection, version: int) -> None:
    """Write a schema version into the file's header."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={version}")


def create_schema(connection: Connection) -> None:
    """Make an empty file a current one, inside the caller's transaction."""
    Base.metadata.create_all(connection, checkfirst=False)
    connection.execute(insert(AlembicVersion).values(version_num=revision_id(SCHEMA_VERSION)))
    stamp(connection, SCHEMA_VERSION)


def read_schema(connection: Connection) -> _Schema:
    """Return what a file's schema means, by the name of each part, whatever its SQL looks like.

    A column added by a later version stands elsewhere in the SQL than one that was there from the beginning.
    """
    found: _Schema = {}
    query = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
    for kind, name, table, sql in connection.exec_driver_sql(query).all():
        words = " ".join(str(sql).split())
        if kind == "table" and not words.startswith("CREATE VIRTUAL"):
            found |= {f"table {name}": ""} if name.startswith(_SHADOW_TABLES) else _read_table(connection, name, words)
        else:
            found[f"{kind} {name} of {table}"] = words
    return found


def _read_table(connection: Connection, table: str, sql: str) -> _Schema:
    found = {f"table {table}": "autoincrement" if "AUTOINCREMENT" in sql else ""}
    for _, name, type_name, not_null, default, key, _ in _pragma(connection, "table_xinfo", table):
        found[f"column {table}.{name}"] = f"{type_name}, not null {not_null}, default {default}, key {key}"
    for _, seq, parent, column, to, on_update, on_delete, match in _pragma(connection, "foreign_key_list", table):
        found[f"foreign key {table}.{column}"] = f"{seq} {parent}.{to} {on_update} {on_delete} {match}"
    for _, index, unique, origin, partial in _pragma(connection, "index_list", table):
        columns = ", ".join(str(row[2]) for row in _pragma(connection, "index_info", index))
        found[f"index {table} ({columns})"] = f"unique {unique}, {origin}, partial {partial}"
    found |= {f"check {table}.{name}": rule for name, rule in _CHECK.findall(sql)}
    return found


def _pragma(connection: Connection, name: str, argument: str) -> Sequence[Sequence[Any]]:
    quoted = argument.replace('"', '""')
    return connection.exec_driver_sql(f'PRAGMA {name}("{quoted}")').all()


@cache
def _expected_schema() -> _Schema:
    engine = create_engine(
        "sqlite+pysqlite://",
        module=driver(),
        creator=lambda: connect(":memory:", must_exist=False),
        poolclass=StaticPool,
    )
    try:
        with engine.begin() as connection:
            create_schema(connection)
            return read_schema(connection)
    finally:
        engine.dispose()


def check_columns(connection: Connection) -> None:
    """Touch every column of every table, in 2 ms: a file whose schema was hit is found before anything relies on it.

    Raises the driver's error, wrapped by SQLAlchemy, for the first one that is not there.
    """
    for table in Base.metadata.sorted_tables:
        connection.execute(select(table).limit(0))
    connection.exec_driver_sql("SELECT rowid FROM search_index WHERE search_index MATCH 'x' LIMIT 0")


def schema_differences(connection: Connection) -> list[str]:
    """Return what a file's schema has too much, too little or otherwise than the current schema; empty when equal."""
    found, expected = read_schema(connection), _expected_schema()
    missing = [f"{part} is missing" for part in sorted(expected.keys() - found.keys())]
    foreign = [f"{part} does not belong here" for part in sorted(found.keys() - expected.keys())]
    both = sorted(expected.keys() & found.keys())
    changed = [f"{part} is altered" for part in both if found[part] != expected[part]]
    return missing + foreign + changed
