"""A unit is kept whole or not at all; what SQLite says becomes our words."""

from __future__ import annotations

import errno
import os
import stat
import time
from pathlib import Path

import pytest

from tests.storage.samples import dump, fill, new_case, sql
from walletcase.domain.errors import Exit, UserError
from walletcase.storage.durable import store_errors
from walletcase.storage.failures import failure_code
from walletcase.storage.unit_of_work import SqlStore


class SqliteSays(Exception):  # noqa: N818 - stands in for whatever the driver raises
    """An exception as the driver raises it, with SQLite's result code."""

    def __init__(self, code: int, words: str = "") -> None:
        super().__init__(words)
        self.sqlite_errorcode = code


def test_a_unit_that_raises_leaves_nothing(store: SqlStore) -> None:
    fill(store)
    before = dump(store)

    def write_and_fail() -> None:
        with store.write() as unit:
            case = unit.cases.add(new_case("半途"))
            unit.index.put(case.id, "case", "1", "半途")
            raise UserError("title_empty")

    with pytest.raises(UserError) as caught:
        write_and_fail()
    assert caught.value.code == "title_empty"
    assert dump(store) == before
    assert store.problems() == []


def test_the_number_of_an_undone_unit_is_not_wasted(store: SqlStore) -> None:
    with pytest.raises(ZeroDivisionError), store.write() as unit:
        raise ZeroDivisionError(unit.cases.add(new_case()))
    with store.write() as unit:
        assert unit.cases.add(new_case()).number == "WC-2026-0001"


def test_a_reader_sees_one_moment(store: SqlStore) -> None:
    with store.read() as unit:
        before = unit.cases.heads()
        assert before == unit.cases.heads() == []


@pytest.mark.parametrize(
    ("result_code", "code"),
    [
        (5, "store_locked"),
        (5 | 1 << 8, "store_locked"),
        (8 | 3 << 8, "store_unwritable"),
        (10 | 4 << 8, "disk_error"),
        (11, "store_damaged"),
        (13, "disk_full"),
        (14, "store_unwritable"),
        (26, "store_damaged"),
        (19, ""),
        (1, ""),
    ],
)
def test_result_codes_have_words(result_code: int, code: str) -> None:
    assert failure_code(SqliteSays(result_code)) == code


def test_text_that_is_no_text_is_damage(store: SqlStore) -> None:
    fill(store)
    sql(store, "UPDATE cases SET title = CAST(x'ff' AS TEXT)")
    with pytest.raises(UserError) as caught, store.read() as unit:
        unit.cases.heads()
    assert (caught.value.code, caught.value.exit_code) == ("store_damaged", Exit.REFUSED)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EROFS, "store_unwritable"),
        (errno.EACCES, "store_unwritable"),
        (errno.EIO, "disk_error"),
    ],
)
def test_what_the_file_system_refuses_has_words(tmp_path: Path, number: int, code: str) -> None:
    with pytest.raises(UserError) as caught, store_errors(tmp_path, 500):
        raise OSError(number, os.strerror(number))
    assert (caught.value.code, caught.value.exit_code) == (code, Exit.REFUSED)
    assert caught.value.params["folder"] == caught.value.params["file"] == str(tmp_path)
    assert caught.value.params["needed_bytes"] == "500"


@pytest.mark.parametrize(
    "statement",
    [
        "cases SET status = 'x'",
        "timeline_entries SET kind = 'x'",
        "step_records SET state = 'x'",
        "evidence SET copy_kind = 'x'",
    ],
)
def test_a_word_that_we_never_wrote_is_damage(store: SqlStore, statement: str) -> None:
    fill(store)
    sql(store, f"UPDATE {statement}")
    with pytest.raises(UserError) as caught:
        dump(store)
    assert (caught.value.code, caught.value.params["file"]) == ("store_damaged", str(store.path))


def test_a_page_that_was_overwritten_is_damage_and_not_a_crash(store: SqlStore) -> None:
    fill(store)
    content = bytearray(store.path.read_bytes())
    content[4096 * 2 :] = os.urandom(len(content) - 4096 * 2)
    store.path.write_bytes(content)
    assert store.problems() != []
    with pytest.raises(UserError) as caught:
        dump(store)
    assert caught.value.code == "store_damaged"


def test_what_is_wrong_with_a_database_is_found(store: SqlStore) -> None:
    fill(store)
    harm = {
        "foreign key": "INSERT INTO ticks VALUES (4711, 'a', 'b')",
        "schema": "CREATE TABLE strange (id)",
        "search index": "INSERT INTO search_texts VALUES (99, 1, 'case', 'x', 'b', 'b')",
    }
    repair = ("DELETE FROM ticks WHERE case_id = 4711", "DROP TABLE strange", "DELETE FROM search_texts WHERE id = 99")
    for (kind, statement), undo in zip(harm.items(), repair, strict=True):
        sql(store, statement)
        assert {problem.partition(":")[0] for problem in store.problems()} == {kind}
        sql(store, undo)
        assert store.problems() == []


def test_five_thousand_cases_are_listed_quickly(store: SqlStore) -> None:
    with store.write() as unit:
        unit.cases.add(new_case())
    copies = (
        "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO cases "
        "SELECT i, 'WC-' || i, title, playbook_key, playbook_version, status, created_at, updated_at, is_sample, "
        "trashed_at, institution, follows, chase_step, awaited_on, remind_on, evidence_count, 0, 0, "
        "0, '', '', '', '', 0, 0 "
        "FROM cases, n WHERE id = 1"
    )
    sql(store, copies)
    times = []
    for _ in range(5):
        start = time.perf_counter()
        with store.read() as unit:
            assert len(unit.cases.heads()) == 5000
        times.append(time.perf_counter() - start)
    assert min(times) < 0.5  # 0.06 s measured; the margin is for busy machines


def test_files_belong_to_their_owner_only(folder: Path, store: SqlStore) -> None:
    fill(store)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"wallet.sqlite3"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
