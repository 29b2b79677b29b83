"""The journal only grows, and whoever alters it afterwards is found out."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DBAPIError

from tests.storage.samples import line, sql
from walletcase.services.ports import JournalLine
from walletcase.storage.engine import driver
from walletcase.storage.head_note import NAME
from walletcase.storage.repositories.journal import chain_hash
from walletcase.storage.unit_of_work import SqlStore

LINES = 12


def unguarded(store: SqlStore, statement: str) -> None:
    """Alter the journal as somebody would who knows how to drop the guards, and puts them back."""
    connection = driver().connect(str(store.path), isolation_level=None)
    try:
        guards = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        connection.execute("BEGIN")
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        for _, statement_of_guard in guards:
            connection.execute(statement_of_guard)
        connection.execute("COMMIT")
    finally:
        connection.close()


def broken_at(store: SqlStore) -> int | None:
    """Return what the verifier says."""
    with store.read() as unit:
        return unit.journal.broken_at()


@pytest.fixture
def written(store: SqlStore) -> SqlStore:
    """A store with some lines in its journal."""
    for numbers in (range(1, 5), range(5, LINES + 1)):
        with store.write() as unit:
            for number in numbers:
                unit.journal.append(line(number))
    return store


def test_an_empty_journal_holds(store: SqlStore) -> None:
    with store.read() as unit:
        assert (unit.journal.head(), unit.journal.broken_at(), unit.journal.lines()) == ("", None, ())


def test_lines_come_back_in_order_and_the_chain_holds(written: SqlStore) -> None:
    with written.read() as unit:
        assert unit.journal.lines() == tuple(line(number) for number in range(1, LINES + 1))
        assert unit.journal.broken_at() is None


def test_the_hash_is_what_the_readme_of_a_verifier_would_say() -> None:
    given_line = JournalLine("2026-11-22T09:00:00+08:00", "k", "WC-2026-0001", {"b": "中", "a": "1"})
    canonical = (
        '{"at":"2026-11-22T09:00:00+08:00","case_number":"WC-2026-0001",'
        '"detail":{"a":"1","b":"\\u4e2d"},"kind":"k","seq":7}'
    )
    assert chain_hash("ff", 7, given_line) == sha256(("ff" + canonical).encode()).hexdigest()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET at = 'x'",
        "DELETE FROM journal",
        "REPLACE INTO journal VALUES (1, '', '', '', '{}', '')",
        "INSERT INTO journal VALUES (0, '', '', '', '{}', '')",
    ],
)
def test_the_database_itself_refuses_to_alter_lines(written: SqlStore, statement: str) -> None:
    with pytest.raises(driver().DatabaseError, match="append-only"):
        sql(written, statement)
    assert broken_at(written) is None


def test_a_unit_cannot_alter_lines_either(written: SqlStore) -> None:
    def alter() -> None:
        with written.write() as unit:
            unit.journal._connection.exec_driver_sql("DELETE FROM journal")

    with pytest.raises(DBAPIError, match="append-only"):
        alter()


@pytest.mark.parametrize(
    ("statement", "first_bad"),
    [
        ("UPDATE journal SET detail = replace(detail, '5', '6') WHERE seq = 5", 5),
        ("UPDATE journal SET detail = detail || ' ' WHERE seq = 5", 5),
        ("UPDATE journal SET detail = '[]' WHERE seq = 5", 5),
        ("UPDATE journal SET detail = 'no json' WHERE seq = 5", 5),
        ("UPDATE journal SET at = CAST('x' AS BLOB) WHERE seq = 5", 5),
        ("UPDATE journal SET hash = upper(hash) WHERE seq = 5", 5),
        ("DELETE FROM journal WHERE seq = 5", 5),
        ("DELETE FROM journal WHERE seq = 1", 1),
        (f"DELETE FROM journal WHERE seq = {LINES}", LINES),
        ("DELETE FROM journal", 1),
        ("INSERT INTO journal SELECT 13, at, kind, case_number, detail, hash FROM journal WHERE seq = 12", 13),
        ("INSERT INTO journal SELECT 0, at, kind, case_number, detail, hash FROM journal WHERE seq = 12", 1),
    ],
)
def test_the_first_altered_line_is_named(written: SqlStore, statement: str, first_bad: int) -> None:
    unguarded(written, statement)
    assert broken_at(written) == first_bad


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(seed=st.integers(0, 2**32), column=st.sampled_from(["at", "kind", "case_number", "detail", "hash"]))
def test_any_altered_character_is_found(
    written: SqlStore, tmp_path_factory: pytest.TempPathFactory, seed: int, column: str
) -> None:
    rng = random.Random(seed)
    path = tmp_path_factory.mktemp("journal") / written.path.name
    shutil.copyfile(written.path, path)
    store = SqlStore(path)
    seq = rng.randint(1, LINES)
    ((text,),) = sql(store, f"SELECT {column} FROM journal WHERE seq = {seq}")
    at = rng.randrange(len(text))
    other = chr(rng.choice([c for c in range(33, 127) if chr(c) not in (text[at], "'")]))
    altered = (text[:at] + other + text[at + 1 :]).replace("'", "''")
    unguarded(store, f"UPDATE journal SET {column} = '{altered}' WHERE seq = {seq}")
    assert broken_at(store) == seq


def test_a_cut_journal_is_missed_and_goes_on_without_hiding_it(store: SqlStore, folder: Path) -> None:
    for number in range(3):
        add(store, number)
    noted = store.newest_line()
    assert noted is not None
    assert noted.line == 3
    unguarded(store, "DELETE FROM journal WHERE seq = 3")
    unguarded(store, "UPDATE counters SET value = 2 WHERE name = 'journal'")
    add(store, 9)
    assert store.newest_line() == noted
    with store.read() as unit:
        assert unit.journal.broken_at() is None
        assert unit.journal.hash_at(3) not in ("", noted.sha256)


def test_a_note_that_says_nothing_counts_for_nothing(store: SqlStore, folder: Path) -> None:
    add(store, 1)
    for text in ("", "1", "0 " + "a" * 64 + "\n", "x" * 100, "1 " + "g" * 64 + "\n"):
        (folder / NAME).write_text(text, encoding="ascii")
        assert store.newest_line() is None, text
    add(store, 2)
    noted = store.newest_line()
    assert noted is not None
    assert noted.line == 2


def test_a_unit_that_is_undone_notes_nothing(store: SqlStore) -> None:
    with pytest.raises(ZeroDivisionError):
        add_and_fail(store)
    assert store.newest_line() is None


def add(store: SqlStore, number: int) -> None:
    """Append a line."""
    with store.write() as unit:
        unit.journal.append(JournalLine("2026-11-23T09:00:00+08:00", "case_made", "", {"n": str(number)}))


def add_and_fail(store: SqlStore) -> None:
    """A unit that appends a line and comes to nothing."""
    with store.write() as unit:
        unit.journal.append(JournalLine("2026-11-23T09:00:00+08:00", "case_made", "", {}))
        raise ZeroDivisionError


def test_a_line_has_chance_in_it_so_that_its_hash_gives_nothing_away(written: SqlStore) -> None:
    with written.write() as unit:
        unit.journal.append(line(LINES))
    with written.read() as unit:
        (_, one), (seq, two) = unit.journal.numbered()[-2:]
        head, before = unit.journal.head(), unit.journal.hash_at(seq - 1)
    assert one == two
    assert (len(one.salt), len(two.salt), one.salt == two.salt) == (32, 32, False)
    assert chain_hash(before, seq, two) == head
    assert chain_hash(before, seq, replace(two, salt="")) != head


def test_the_hash_of_a_line_with_chance_is_what_a_verifier_would_reckon() -> None:
    """Each word by itself: the line's salt gives each name its own, which seals the word."""

    def digest(*parts: str) -> str:
        return sha256(("[" + ",".join(f'"{part}"' for part in parts) + "]").encode()).hexdigest()

    given_line = JournalLine("2026-11-22T09:00:00+08:00", "k", "WC-2026-0001", {"a": "\u4e2d"}, "5a" * 16)
    one, two = (digest(digest("5a" * 16, name), name, text) for name, text in (("a", "\\u4e2d"), ("salt", "")))
    canonical = (
        '{"at":"2026-11-22T09:00:00+08:00","case_number":"WC-2026-0001",'
        f'"detail":{{"a":"{one}","salt":"{two}"}},"kind":"k","seq":7}}'
    )
    assert chain_hash("ff", 7, given_line) == sha256(("ff" + canonical).encode()).hexdigest()
