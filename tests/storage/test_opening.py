"""A data folder is made, opened, or refused untouched."""

from __future__ import annotations

import json
import os
import random
import stat
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.storage.samples import dump, fill, sql
from walletcase.domain.errors import Exit, UserError
from walletcase.storage import opening
from walletcase.storage.engine import connect
from walletcase.storage.opening import DATABASE_NAME, open_store
from walletcase.storage.schema import SCHEMA_VERSION
from walletcase.storage.unit_of_work import SqlStore
from walletcase.storage.vault import FileVault

STORED = Path(__file__).parents[1] / "databases" / "v1.sqlite3"


def digests(folder: Path) -> dict[str, str]:
    """Return what is in a folder, by name."""
    return {p.name: sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*")) if p.is_file()}


def refusal(folder: Path) -> UserError:
    """Return the error with which a folder is refused."""
    with pytest.raises(UserError) as caught:
        open_store(folder)
    assert caught.value.exit_code is Exit.REFUSED
    assert caught.value.params["file"] == str(folder / DATABASE_NAME)
    return caught.value


def test_a_new_folder_gets_a_sound_database(folder: Path) -> None:
    store = open_store(folder)
    assert store.problems() == []
    assert sql(store, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert sql(store, "PRAGMA application_id") == [(0x57434153,)]


def test_opening_again_finds_everything(folder: Path, store: SqlStore) -> None:
    fill(store)
    before = dump(store)
    assert dump(open_store(folder)) == before


@pytest.mark.parametrize("umask", [0o000, 0o077, 0o777])
def test_whatever_the_umask_files_belong_to_their_owner(folder: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        fill(open_store(folder))
    finally:
        os.umask(before)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())}
    assert modes.pop(folder.name) == 0o700
    assert set(modes.values()) == {0o600}


def test_a_file_that_others_could_read_is_closed_to_them(folder: Path, store: SqlStore) -> None:
    store.path.chmod(0o644)
    open_store(folder)
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600


def test_an_existing_folder_keeps_its_own_permissions(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o755)
    open_store(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755


@pytest.mark.parametrize("journal_mode", ["TRUNCATE", "WAL"])  # a newer version may have its own ideas
def test_a_newer_database_is_refused_untouched(folder: Path, store: SqlStore, journal_mode: str) -> None:
    fill(store)
    sql(store, f"PRAGMA journal_mode={journal_mode}")
    sql(store, f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    before = digests(folder)
    error = refusal(folder)
    versions = (error.params["found"], error.params["known"])
    assert (error.code, versions) == ("store_newer", (str(SCHEMA_VERSION + 1), str(SCHEMA_VERSION)))
    after = digests(folder)
    assert {name: after[name] for name in before} == before


def test_another_programs_database_is_refused_untouched(folder: Path) -> None:
    folder.mkdir()
    other = connect(folder / DATABASE_NAME, must_exist=False)
    other.execute("CREATE TABLE notes (id)")
    other.close()
    before = digests(folder)
    assert refusal(folder).code == "store_foreign"
    assert digests(folder) == before


@pytest.mark.parametrize("content", [b"no database, but long enough to be looked at " * 40, b"SQLite format 3\0" * 99])
def test_a_file_that_is_no_database_is_refused_untouched(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / DATABASE_NAME).write_bytes(content)
    assert refusal(folder).code == "store_damaged"
    assert (folder / DATABASE_NAME).read_bytes() == content


def test_a_cut_off_database_is_refused_untouched(folder: Path, store: SqlStore) -> None:
    fill(store)
    content = store.path.read_bytes()[:-9000]
    store.path.write_bytes(content)
    assert refusal(folder).code == "store_damaged"
    assert store.path.read_bytes() == content


@pytest.mark.parametrize("leave", [None, b""], ids=["gone", "emptied"])
def test_evidence_without_its_database_is_never_a_fresh_start(
    folder: Path, store: SqlStore, vault: FileVault, leave: bytes | None
) -> None:
    vault.take_bytes(b"evidence")
    store.path.unlink()
    if leave is not None:
        store.path.write_bytes(leave)
    assert refusal(folder).code == "store_missing"
    assert store.path.exists() == (leave is not None)


def test_an_empty_file_without_evidence_is_a_first_start_that_was_interrupted(folder: Path) -> None:
    folder.mkdir()
    (folder / DATABASE_NAME).touch()
    assert open_store(folder).problems() == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32), flips=st.integers(1, 64))
@example(seed=15152, flips=22)  # a table's schema was hit: its keys name what is not there
def test_flipped_bytes_never_crash_and_never_give_a_blank_store(
    tmp_path_factory: pytest.TempPathFactory, seed: int, flips: int
) -> None:
    rng = random.Random(seed)
    folder = tmp_path_factory.mktemp("flipped")
    before = json.loads(STORED.with_suffix(".json").read_text("ascii"))
    content = bytearray(STORED.read_bytes())
    for _ in range(flips):
        content[rng.randrange(len(content))] ^= rng.randrange(1, 256)
    (folder / DATABASE_NAME).write_bytes(content)
    try:
        opened = open_store(folder)
        problems, found = opened.problems(), dump(opened)
    except UserError as error:
        assert error.code in {"store_damaged", "store_foreign", "store_newer", "disk_error", "store_unwritable"}  # noqa: PT017
        return
    assert json.loads(json.dumps(found)) == before or problems or found["journal_broken_at"] or found["cases"]


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from walletcase.domain.errors import UserError\n"
        "from walletcase.storage.opening import open_store\n"
        "if os.getuid() == 0: os.setgid(65534); os.setuid(65534)\n"
        "try: open_store(Path(sys.argv[1]))\n"
        "except UserError as error: print(error.code)\n"
    )
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0o555)
    for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        folder.chmod(folder.stat().st_mode | 0o055)
    result = subprocess.run([sys.executable, "-c", code, closed / "data"], capture_output=True, text=True, check=True)
    assert result.stdout.split() == ["store_unwritable"]


def test_opening_a_current_database_imports_no_alembic(folder: Path, store: SqlStore) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom walletcase.storage.opening import open_store\n"
        "open_store(Path(sys.argv[1]))\nprint('alembic' in sys.modules)\n"
    )
    result = subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True, check=True)
    assert result.stdout.split() == ["False"]


def test_two_first_starts_make_one_database(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = opening._read_header

    def meanwhile(path: Path) -> opening._Header:
        header = real(path)
        monkeypatch.undo()
        fill(open_store(folder))
        return header

    monkeypatch.setattr(opening, "_read_header", meanwhile)
    store = open_store(folder)
    assert len(dump(store)["cases"]) == 2
    assert store.problems() == []
