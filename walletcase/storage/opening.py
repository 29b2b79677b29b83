"""Opening a data folder's database: make it, check it, bring it up to date, or refuse it untouched."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from walletcase.domain.errors import Exit, UserError
from walletcase.storage.durable import FILE_MODE, create_file, make_folder, store_errors, sync_folder
from walletcase.storage.engine import driver, make_engine, writer
from walletcase.storage.failures import damaged, database_errors, failure
from walletcase.storage.schema import APPLICATION_ID, SCHEMA_VERSION, check_columns, create_schema
from walletcase.storage.unit_of_work import SqlStore
from walletcase.storage.vault import VAULT_FOLDER

DATABASE_NAME = "wallet.sqlite3"
BACKUP_FOLDER = "backups"


@dataclass(frozen=True)
class _Header:
    application_id: int
    version: int
    tables: int


def open_store(folder: Path) -> SqlStore:
    """Return the store of a data folder, made if the folder has none, migrated if it is of an older version.

    What it makes is readable by its owner only. Raises UserError: store_newer (made by a newer version; untouched),
    store_foreign (a database of another program; untouched), store_damaged, store_missing (evidence files without
    their database), store_locked, store_unwritable, disk_full, disk_error. ``exit_code`` is REFUSED.
    """
    path = folder / DATABASE_NAME
    with store_errors(folder):
        if make_folder(folder):
            sync_folder(folder.parent)
        size_bytes = path.stat().st_size if path.exists() else 0
        if not size_bytes and _holds_files(folder / VAULT_FOLDER):
            raise _refusal("store_missing", path)
        if not path.exists():
            os.close(create_file(path))
            sync_folder(folder)
        elif path.stat().st_mode & 0o077 and os.name == "posix":
            path.chmod(FILE_MODE)
    _bring_up_to_date(path)
    return SqlStore(path)


def _refusal(code: str, path: Path, **params: object) -> UserError:
    return UserError(code, exit_code=Exit.REFUSED, file=path, folder=path.parent, **params)


def _holds_files(folder: Path) -> bool:
    return any(files for _, _, files in os.walk(folder))


def _bring_up_to_date(path: Path) -> None:
    header = _read_header(path)
    if header.tables == 0 and header.version == 0:
        with database_errors(path), writer(make_engine(path)).begin() as connection:
            _create_once(connection)
        return
    if header.application_id != APPLICATION_ID:
        raise _refusal("store_foreign", path)
    if header.version > SCHEMA_VERSION:
        raise _refusal("store_newer", path, found=header.version, known=SCHEMA_VERSION)
    with _our_sql(path) as connection:
        answer = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    if answer != "ok":
        raise damaged(path, answer)
    if header.version < SCHEMA_VERSION:
        from walletcase.storage.migrations.running import migrate  # Alembic takes 0.3 s to import

        migrate(path, path.parent / BACKUP_FOLDER)
    with _our_sql(path) as connection:
        check_columns(connection)


@contextmanager
def _our_sql(path: Path) -> Iterator[Connection]:
    """Open a connection for SQL that is known to be right: "no such column" means that the file is not."""
    try:
        with database_errors(path), make_engine(path).begin() as connection:
            yield connection
    except OperationalError as error:
        raise damaged(path, error.orig) from error


def _create_once(connection: Connection) -> None:
    # Two first starts at once: whoever had to wait for the writer's lock finds the work done.
    if connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one() == 0:
        create_schema(connection)


def _read_header(path: Path) -> _Header:
    """Look at a file without changing a byte of it; only a journal left by a crash needs a second, writing look."""
    dbapi = driver()
    with _driver_errors(path):
        try:
            return _look(path, "ro")
        except dbapi.OperationalError:
            return _look(path, "rw")


def _look(path: Path, mode: str) -> _Header:
    connection = driver().connect(f"{path.absolute().as_uri()}?mode={mode}", isolation_level=None, uri=True)
    try:
        connection.execute("PRAGMA busy_timeout=5000")
        application_id = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        return _Header(application_id, version, tables)
    finally:
        connection.close()


@contextmanager
def _driver_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except UnicodeDecodeError as error:
        raise damaged(path, error) from error
    except driver().Error as error:
        told = failure(error, path)
        if told is None:
            raise
        raise told from error
