"""Each connection is set up rightly, and transactions are ours."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from tests.storage.samples import new_case, sql
from walletcase.domain.errors import Exit, UserError
from walletcase.storage import engine as engine_module
from walletcase.storage.engine import make_engine, writer
from walletcase.storage.schema import SCHEMA_VERSION
from walletcase.storage.unit_of_work import SqlStore

PRAGMAS = {
    "journal_mode": "truncate",
    "synchronous": 2,
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
}


@pytest.mark.parametrize("name", PRAGMAS)
def test_every_connection_is_set_up(store: SqlStore, name: str) -> None:
    engine = make_engine(store.path)
    for user in (engine, writer(engine)):
        with user.begin() as connection:
            assert connection.execute(text(f"PRAGMA {name}")).scalar_one() == PRAGMAS[name]


def test_no_connection_is_kept(store: SqlStore) -> None:
    engine = make_engine(store.path)
    with engine.begin() as first:
        driver_connection = first.connection.driver_connection
    with engine.begin() as second:
        assert second.connection.driver_connection is not driver_connection


def test_ddl_is_undone_with_its_transaction(store: SqlStore) -> None:
    def change_and_fail() -> None:
        with writer(make_engine(store.path)).begin() as connection:
            connection.execute(text("CREATE TABLE half (id INTEGER)"))
            connection.execute(text("PRAGMA user_version=77"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_and_fail()
    assert store.problems() == []
    assert sql(store, "PRAGMA user_version") == [(SCHEMA_VERSION,)]


def test_a_reader_cannot_write(store: SqlStore) -> None:
    with pytest.raises(UserError) as caught, store.read() as unit:
        unit.cases.add(new_case())
    assert caught.value.code == "store_unwritable"


def test_a_writer_holds_the_lock_from_its_first_moment(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "BUSY_TIMEOUT_MS", 50)
    with store.write(), pytest.raises(UserError) as caught, store.write():
        pass
    assert (caught.value.code, caught.value.exit_code) == ("store_locked", Exit.REFUSED)


def test_threads_that_read_then_write_all_get_through(store: SqlStore) -> None:
    failures: list[BaseException] = []

    def work() -> None:
        try:
            for _ in range(15):
                with store.write() as unit:
                    count = len(unit.cases.heads())
                    unit.cases.add(new_case(f"{count}"))
        except BaseException as error:
            failures.append(error)
            raise

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with store.read() as unit:
        assert sorted(int(case.title) for case, _ in unit.cases.heads()) == list(range(45))


def test_the_standard_library_takes_over_where_sqlcipher_is_missing(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3
    import sys

    with store.write() as unit:
        number = unit.cases.add(new_case()).number
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    assert engine_module.driver() is sqlite3.dbapi2 or engine_module.driver().__name__.startswith("sqlite3")
    plain = SqlStore(store.path)
    with plain.write() as unit:
        case = unit.cases.head_by_number(number)
        unit.index.put(case.id, "case", "1", "退款")
        assert [hit.item_id for hit in unit.index.search("款", 5)] == ["1"]
        unit.index.put(case.id, "case", "1", "到账")
        assert unit.index.search("款", 5) == []
    assert plain.problems() == []


def test_a_missing_database_is_not_made_by_opening_it(tmp_path: Path) -> None:
    with pytest.raises(OperationalError), make_engine(tmp_path / "none.sqlite3").connect():
        pass
    assert list(tmp_path.glob("none*")) == []
