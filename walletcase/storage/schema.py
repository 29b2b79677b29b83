"""The current schema: its version, how a new file gets it, and how a file is compared with it."""

from __future__ import annotations

from functools import cache

from sqlalchemy import Connection, create_engine, insert, text
from sqlalchemy.pool import StaticPool

from walletcase.storage.engine import connect, driver
from walletcase.storage.tables import AlembicVersion, Base

APPLICATION_ID = 0x57434153  # "WCAS": tells our files from other SQLite files
SCHEMA_VERSION = 1  # PRAGMA user_version; revision 0001 in storage/migrations/versions
_SHADOW_TABLES = "search_index_"  # made by FTS5 itself; their SQL differs between versions of SQLite

_Schema = dict[tuple[str, str], str]


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
    """Return the SQL of every table, index and trigger, white space made even."""
    rows = connection.execute(text("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"))
    return {
        (str(kind), str(name)): "" if str(name).startswith(_SHADOW_TABLES) else " ".join(str(sql).split())
        for kind, name, sql in rows
    }


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


def schema_differences(connection: Connection) -> list[str]:
    """Return what a file's schema has too much, too little or otherwise than the current schema; empty when equal."""
    found, expected = read_schema(connection), _expected_schema()
    missing = [f"{kind} {name} is missing" for kind, name in sorted(expected.keys() - found.keys())]
    foreign = [f"{kind} {name} does not belong here" for kind, name in sorted(found.keys() - expected.keys())]
    both = sorted(expected.keys() & found.keys())
    changed = [f"{kind} {name} is altered" for kind, name in both if found[kind, name] != expected[kind, name]]
    return missing + foreign + changed
