"""An older database becomes a current one after a backup, or stays exactly as it was."""

from __future__ import annotations

import ast
import errno
import os
import shutil
import stat
from pathlib import Path

import pytest

from tests.storage.samples import dump, fill, sql
from walletcase.domain.errors import Exit, UserError
from walletcase.storage.engine import make_engine, writer
from walletcase.storage.migrations import running
from walletcase.storage.migrations.running import SCRIPTS_FOLDER, migrate
from walletcase.storage.opening import BACKUP_FOLDER, open_store
from walletcase.storage.schema import SCHEMA_VERSION, create_schema, read_schema, revision_id
from walletcase.storage.unit_of_work import SqlStore

NEXT = SCHEMA_VERSION + 1
STATEMENTS = (
    "ALTER TABLE cases ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'",
    "CREATE TABLE colours (name TEXT NOT NULL PRIMARY KEY)",
    "INSERT INTO colours SELECT DISTINCT colour FROM cases",
    "CREATE TABLE ticks_new (case_id INTEGER NOT NULL REFERENCES cases (id), step_key TEXT, item_key TEXT)",
    "INSERT INTO ticks_new SELECT * FROM ticks",
    "DROP TABLE ticks",
    "ALTER TABLE ticks_new RENAME TO ticks",
    "UPDATE cases SET title = title || '!'",
)


def scripts(tmp_path: Path, statements: tuple[str, ...]) -> Path:
    """Return a copy of the migrations with one more, made of ``statements``."""
    folder = tmp_path / "scripts"
    shutil.copytree(SCRIPTS_FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    source = (
        f'from alembic import op\nrevision = "{revision_id(NEXT)}"\ndown_revision = "{revision_id(SCHEMA_VERSION)}"\n'
        f"def upgrade():\n    for statement in {statements!r}:\n        op.execute(statement)\n"
    )
    (folder / "versions" / f"v{revision_id(NEXT)}_next.py").write_text(source, encoding="utf-8")
    return folder


@pytest.fixture
def filled(store: SqlStore) -> SqlStore:
    """A store with something in it."""
    fill(store)
    return store


def backups(folder: Path) -> list[str]:
    """Return the names of the backups."""
    return sorted(path.name for path in (folder / BACKUP_FOLDER).iterdir())


def test_created_schema_equals_migrated_schema(folder: Path) -> None:
    folder.mkdir()
    schemas = []
    for name in ("created", "migrated"):
        path = folder / name
        path.touch()
        if name == "created":
            with writer(make_engine(path)).begin() as connection:
                create_schema(connection)
        else:
            migrate(path, folder / BACKUP_FOLDER)
        with make_engine(path).begin() as connection:
            pragmas = ("user_version", "application_id")
            header = [connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() for pragma in pragmas]
            revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
            schemas.append((header, revision, read_schema(connection)))
    assert len(schemas[0][2]) > 100
    assert schemas[0] == schemas[1]
    assert not (folder / BACKUP_FOLDER).exists()  # there was nothing to lose


def test_an_older_database_is_backed_up_and_migrated(folder: Path, tmp_path: Path, filled: SqlStore) -> None:
    before = dump(filled)
    migrate(filled.path, folder / BACKUP_FOLDER, target=NEXT, scripts=scripts(tmp_path, STATEMENTS))
    assert sql(filled, "PRAGMA user_version") == [(NEXT,)]
    assert sql(filled, "SELECT version_num FROM alembic_version") == [(revision_id(NEXT),)]
    assert sql(filled, "SELECT name FROM colours") == [("blue",)]
    after = dump(filled)
    assert [case["title"] for case in after["cases"]] == [f"{case['title']}!" for case in before["cases"]]
    assert after["flow"] == before["flow"]
    (name,) = backups(folder)
    assert name == f"wallet-v{SCHEMA_VERSION}-before-v{NEXT}.sqlite3"
    assert dump(SqlStore(folder / BACKUP_FOLDER / name)) == before


def test_backups_belong_to_their_owner_only(folder: Path, tmp_path: Path, filled: SqlStore) -> None:
    migrate(filled.path, folder / BACKUP_FOLDER, target=NEXT, scripts=scripts(tmp_path, STATEMENTS))
    kept = folder / BACKUP_FOLDER / backups(folder)[0]
    assert [stat.S_IMODE(path.stat().st_mode) for path in (kept.parent, kept)] == [0o700, 0o600]


@pytest.mark.parametrize("good", range(len(STATEMENTS) + 1))
def test_a_migration_that_fails_anywhere_changes_nothing(
    folder: Path, tmp_path: Path, filled: SqlStore, good: int
) -> None:
    before, schema = dump(filled), sql(filled, "SELECT * FROM sqlite_schema ORDER BY name")
    failing = scripts(tmp_path, (*STATEMENTS[:good], "INSERT INTO cases (id) VALUES (NULL)"))
    with pytest.raises(Exception, match="NOT NULL"):
        migrate(filled.path, folder / BACKUP_FOLDER, target=NEXT, scripts=failing)
    assert (dump(filled), sql(filled, "SELECT * FROM sqlite_schema ORDER BY name")) == (before, schema)
    assert sql(filled, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert filled.problems() == []
    assert dump(SqlStore(folder / BACKUP_FOLDER / backups(folder)[0])) == before


def test_a_migration_that_loses_a_parent_is_undone(folder: Path, tmp_path: Path, filled: SqlStore) -> None:
    before = dump(filled)
    losing = scripts(tmp_path, ("DELETE FROM cases WHERE trashed_at = ''",))
    with pytest.raises(UserError) as caught:
        migrate(filled.path, folder / BACKUP_FOLDER, target=NEXT, scripts=losing)
    assert (caught.value.code, caught.value.exit_code) == ("store_damaged", Exit.REFUSED)
    assert dump(filled) == before


def test_without_room_for_a_backup_nothing_is_migrated(
    folder: Path, tmp_path: Path, filled: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(fd: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    before = filled.path.read_bytes()
    monkeypatch.setattr(running, "sync_file", full)
    with pytest.raises(UserError) as caught:
        migrate(filled.path, folder / BACKUP_FOLDER, target=NEXT, scripts=scripts(tmp_path, STATEMENTS))
    assert caught.value.code == "disk_full"
    assert filled.path.read_bytes() == before
    assert backups(folder) == []


def test_an_earlier_backup_is_never_overwritten(folder: Path, filled: SqlStore) -> None:
    names = [running.back_up(filled.path, folder / BACKUP_FOLDER, "wallet").name for _ in range(3)]
    assert names == ["wallet.sqlite3", "wallet-2.sqlite3", "wallet-3.sqlite3"]
    assert backups(folder) == sorted(names)


def test_a_damaged_database_is_not_backed_up_as_if_it_were_sound(folder: Path, filled: SqlStore) -> None:
    content = bytearray(filled.path.read_bytes())
    content[4096 * 3 : 4096 * 6] = os.urandom(4096 * 3)
    filled.path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        running.back_up(filled.path, folder / BACKUP_FOLDER, "wallet")
    assert caught.value.code == "store_damaged"
    assert backups(folder) == []


def test_a_database_that_somebody_else_migrated_meanwhile_is_left_alone(
    folder: Path, tmp_path: Path, filled: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of_scripts, real = scripts(tmp_path, STATEMENTS), running.back_up

    def slow_back_up(path: Path, target: Path, name: str) -> Path:
        monkeypatch.undo()
        migrate(path, target, target=NEXT, scripts=folder_of_scripts)
        return real(path, target, name)

    monkeypatch.setattr(running, "back_up", slow_back_up)
    migrate(filled.path, folder / BACKUP_FOLDER, target=NEXT, scripts=folder_of_scripts)
    assert sql(filled, "SELECT count(*) FROM cases WHERE title LIKE '%!!'") == [(0,)]


def test_opening_an_older_database_migrates_it(folder: Path, filled: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dump(filled)
    sql(filled, "PRAGMA user_version=0")
    called: list[Path] = []

    def fake(path: Path, target: Path) -> None:
        called.append(path)
        sql(filled, f"PRAGMA user_version={SCHEMA_VERSION}")

    monkeypatch.setattr(running, "migrate", fake)
    assert dump(open_store(folder)) == before
    assert called == [filled.path]


def test_revisions_are_numbered_without_gap_and_stand_alone() -> None:
    files = sorted(SCRIPTS_FOLDER.joinpath("versions").glob("v*.py"))
    assert [path.name[:5] for path in files] == [f"v{revision_id(n)}" for n in range(1, SCHEMA_VERSION + 1)]
    for path in files:
        tree = ast.parse(path.read_text("utf-8"))
        imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        imported |= {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
        assert imported <= {"__future__", "alembic", "sqlalchemy"}, path.name


def test_a_database_of_a_revision_that_never_was_is_damaged(folder: Path, filled: SqlStore) -> None:
    sql(filled, "UPDATE alembic_version SET version_num = 'abcd'")
    sql(filled, "PRAGMA user_version=0")
    with pytest.raises(UserError) as caught:
        open_store(folder)
    assert (caught.value.code, caught.value.params["file"]) == ("store_damaged", str(filled.path))
