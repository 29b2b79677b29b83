"""The SQLAlchemy engine: one function that sets SQLite up rightly for each connection (architecture.md habit 9)."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool

BUSY_TIMEOUT_MS = 5000
_WRITES = "walletcase_writes"


def driver() -> ModuleType:
    """Return sqlcipher3's DB-API module, or the standard library's where it has no wheel.

    Without a key both read and write the same plain SQLite file.
    """
    try:
        from sqlcipher3 import dbapi2
    except ImportError:
        import sqlite3 as dbapi2
    return dbapi2  # type: ignore[no-any-return]


def pragmas(*, foreign_keys: bool = True) -> tuple[str, ...]:
    """Return the settings of a connection, in the order in which they must be made.

    TRUNCATE with FULL lost nothing in the power-loss replay (reliability.md E5); WAL has an open corruption bug in
    the SQLite versions we may meet and does not work on network drives.
    """
    settings = [
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "journal_mode=TRUNCATE",
        "synchronous=FULL",
        f"foreign_keys={'ON' if foreign_keys else 'OFF'}",
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "mmap_size=0",
    ]
    if sys.platform == "darwin":
        settings.append("fullfsync=ON")
    return tuple(f"PRAGMA {setting}" for setting in settings)


def connect(path: Path | str, *, foreign_keys: bool = True, must_exist: bool = True) -> Any:
    """Open a driver connection with every setting made and no transaction of the driver's own.

    ``isolation_level=None`` keeps the driver from opening transactions behind our back: Python 3.11's would leave DDL
    outside of them. Raises the driver's errors.
    """
    target = f"{Path(path).absolute().as_uri()}?mode=rw" if must_exist else str(path)
    connection = driver().connect(target, isolation_level=None, uri=must_exist)
    try:
        for pragma in pragmas(foreign_keys=foreign_keys):
            connection.execute(pragma).fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def make_engine(path: Path, *, foreign_keys: bool = True) -> Engine:
    """Return an engine on an existing database file. It keeps no connections, so any one thread may use it at a time.

    Transactions are begun by us: readers get BEGIN and may not write; ``writer(engine)`` gets BEGIN IMMEDIATE, since a
    reader that upgrades fails with "database is locked" whatever the timeout (anchors.md section 7 row 11).
    """
    engine = create_engine(
        "sqlite+pysqlite://",
        module=driver(),
        creator=lambda: connect(path, foreign_keys=foreign_keys),
        poolclass=NullPool,
    )
    event.listen(engine, "begin", _begin)
    return engine


def writer(engine: Engine) -> Engine:
    """Return the same engine, whose transactions write."""
    return engine.execution_options(**{_WRITES: True})


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get(_WRITES, False):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.exec_driver_sql("PRAGMA query_only=ON")
        connection.exec_driver_sql("BEGIN")
