"""Whatever services do, undoing all of it brings every row back, redoing all of it too; a death in between is safe."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, select
from sqlalchemy.engine import Engine

from tests.conftest import FrozenClock
from tests.services.person import DEEDS, Person
from walletcase.bootstrap import build
from walletcase.services.facade import Services
from walletcase.storage.complaint_tables import Reminders
from walletcase.storage.opening import DATABASE_NAME
from walletcase.storage.row_watch import watched
from walletcase.storage.unit_of_work import SqlStore

# What only grows, says when, or follows the rules: not the person's.
_OWN_WAY = {"updated_at", "last_entry_seq", "last_exhibit_no", "last_claim_seq", "last_letter_seq", "rules_revision"}
_Rows = dict[str, list[dict[str, Any]]]


def rows(store: SqlStore) -> _Rows:
    """Return every row of every case, the reminders and search texts too, by table."""
    found: _Rows = {}
    with store.read() as unit:
        tables = [one.table for one in watched().values()]
        for table in (*tables, tables[0].metadata.tables[Reminders.__tablename__]):
            left_out = {"id"} if table.name == "search_texts" else _OWN_WAY
            names = [column.name for column in table.columns if column.name not in left_out]
            query = select(*(table.columns[name] for name in names))
            read = unit.cases._connection.execute(query).mappings()
            found[table.name] = sorted((dict(row) for row in read), key=repr)
    return found


def store_of(services: Services) -> SqlStore:
    return SqlStore(services.data_folder / DATABASE_NAME)


SCRIPT = st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 40)), min_size=3, max_size=14)


def undo_all(services: Services) -> int:
    count = 0
    while services.history.undo_label is not None:
        services.history.undo()
        count += 1
    return count


def redo_all(services: Services) -> int:
    count = 0
    while services.history.redo_label is not None:
        services.history.redo()
        count += 1
    return count


def without(found: _Rows, table: str) -> Mapping[str, object]:
    return {name: value for name, value in found.items() if name != table}


@settings(max_examples=10, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(script=SCRIPT, again=SCRIPT)
def test_undo_all_is_the_beginning_and_redo_all_the_end(
    script: list[tuple[str, int]], again: list[tuple[str, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        services = build(Path(folder) / "data", FrozenClock())
        try:
            store, person = store_of(services), Person(services)
            start = rows(store)
            for deed, n in script:
                person.do(deed, n)
            end = rows(store)
            levels = undo_all(services)
            assert rows(store) == start
            services.cases.sweep()
            assert redo_all(services) == levels
            assert rows(store) == end
            assert services.integrity.verify() == ()
            for _ in range(levels // 2):
                services.history.undo()
            for deed, n in again:
                person.do(deed, n)
            undo_all(services)
            assert rows(store) == start
            assert store.problems() == []
        finally:
            services.close()


def test_a_death_at_any_statement_of_undo_leaves_a_sound_store(services: Services) -> None:
    person, store = Person(services), store_of(services)
    for deed, n in (("new_case", 1), ("demand", 3), ("attach", 1), ("log", 1)):
        person.do(deed, n)
    before = rows(store)
    deaths, survived = 0, False
    while not survived:
        survived = _dies_at(services, deaths)
        if not survived:
            deaths += 1
            assert (rows(store), store.problems()) == (before, [])
    assert deaths > 20
    after = rows(store)
    assert without(after, "reminders") != without(before, "reminders")
    assert after["timeline_entries"] == []
    assert store.problems() == []
    with store.read() as unit:
        assert unit.journal.broken_at() is None


def _dies_at(services: Services, statement: int) -> bool:
    """Undo in a child that is killed before so many statements more; return whether it lived to the end."""
    child = os.fork()
    if child == 0:
        count = 0

        def die(*_: object) -> None:
            nonlocal count
            count += 1
            if count > statement:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(Engine, "before_cursor_execute", die)
        try:
            services.history.undo()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFEXITED(status)
