"""Bring an older database up to date: back it up first, then change it in one transaction or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from walletcase.storage.durable import create_file, make_folder, replace_file, store_errors, sync_file, sync_folder
from walletcase.storage.engine import connect, driver, make_engine, writer
from walletcase.storage.failures import damaged, database_errors, failure
from walletcase.storage.schema import SCHEMA_VERSION, revision_id, stamp

SCRIPTS_FOLDER = Path(__file__).parent


def migrate(path: Path, backups: Path, *, target: int = SCHEMA_VERSION, scripts: Path = SCRIPTS_FOLDER) -> None:
    """Migrate the database at ``path`` to version ``target``, after a backup into ``backups`` if it holds anything.

    When it raises, the database is as it was and the backup stays. Raises UserError: store_damaged, store_locked,
    store_unwritable, disk_full, disk_error.
    """
    # Tables are rebuilt by some changes, which foreign keys would take for deletions: they are checked at the end.
    engine = writer(make_engine(path, foreign_keys=False))
    with database_errors(path):
        with engine.connect() as connection:
            version = _version(connection)
            has_tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one() > 0
        if has_tables:
            back_up(path, backups, f"wallet-v{version}-before-v{target}")
        with engine.begin() as connection:
            if _version(connection) >= target:
                return  # somebody else did it while we waited
            try:
                _upgrade(connection, target, scripts)
                _check(connection, path)
            except CommandError as error:  # the file names a revision that never was
                raise damaged(path, error) from error
            except OperationalError as error:  # our SQL is right: a table is not what it says it is
                raise (failure(error.orig, path) or damaged(path, error.orig)) from error
            stamp(connection, target)


def back_up(path: Path, backups: Path, name: str) -> Path:
    """Copy a database through SQLite's backup API, check the copy and return its path: ``name``, numbered if taken.

    Raises UserError: disk_full, store_unwritable, store_damaged, store_locked, disk_error.
    """
    with store_errors(backups):
        if make_folder(backups):
            sync_folder(backups.parent)
        target = _free_name(backups, name)
        part = target.with_suffix(".part")
        part.unlink(missing_ok=True)
        os.close(create_file(part))
        try:
            _copy(path, part)
            fd = os.open(part, os.O_RDWR)
            try:
                sync_file(fd)
            finally:
                os.close(fd)
            replace_file(part, target)
        finally:
            for leftover in (part, part.with_name(f"{part.name}-journal")):
                leftover.unlink(missing_ok=True)
        sync_folder(backups)
    return target


def _copy(path: Path, part: Path) -> None:
    try:
        source = connect(path)
        try:
            target = connect(part)
            try:
                source.backup(target)
                answer = target.execute("PRAGMA quick_check(1)").fetchone()[0]
            finally:
                target.close()
        finally:
            source.close()
    except driver().Error as error:
        told = failure(error, path)
        if told is None:
            raise
        raise told from error
    if answer != "ok":
        raise damaged(path, answer)


def _free_name(backups: Path, name: str) -> Path:
    target, number = backups / f"{name}.sqlite3", 1
    while target.exists():
        number += 1
        target = backups / f"{name}-{number}.sqlite3"
    return target


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _upgrade(connection: Connection, target: int, scripts: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, revision_id(target))


def _check(connection: Connection, path: Path) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    answer = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
    if broken or answer != "ok":
        detail = answer if answer != "ok" else f"foreign keys: {broken[0]}"
        raise damaged(path, detail)
