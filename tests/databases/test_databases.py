"""Each schema version ever released still opens, with everything that was in it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.databases.make_database import make
from tests.storage.samples import dump, sql
from walletcase.bootstrap import build
from walletcase.domain.findable import texts_of
from walletcase.domain.matching import holds
from walletcase.storage.opening import DATABASE_NAME, open_store
from walletcase.storage.schema import SCHEMA_VERSION

STORED = sorted(Path(__file__).parent.glob("v*.sqlite3"))


def left_out(stored: object, found: object, where: str = "") -> list[str]:
    """Return what of ``stored`` is missing or otherwise in ``found``, which may hold more."""
    if isinstance(stored, dict) and isinstance(found, dict):
        parts = ((stored[key], found.get(key), f"{where}.{key}") for key in stored)
    elif isinstance(stored, list) and isinstance(found, list) and len(stored) == len(found):
        parts = ((old, new, f"{where}[{i}]") for i, (old, new) in enumerate(zip(stored, found, strict=True)))
    else:
        return [] if stored == found else [f"{where}: {stored!r} became {found!r}"]
    return [fault for old, new, place in parts for fault in left_out(old, new, place)]


def test_every_version_has_its_database() -> None:
    assert [path.stem for path in STORED] == [f"v{version}" for version in range(1, SCHEMA_VERSION + 1)]


@pytest.mark.parametrize("stored", STORED, ids=lambda path: path.stem)
def test_a_stored_database_opens_with_everything_in_it(stored: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copyfile(stored, folder / DATABASE_NAME)
    store = open_store(folder)
    assert store.problems() == []
    assert sql(store, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    kept = json.loads(stored.with_suffix(".json").read_text("ascii"))
    kept.pop("hits", None)  # what search finds follows from the rest: see below
    assert left_out(kept, json.loads(json.dumps(dump(store)))) == []


@pytest.mark.parametrize("stored", STORED, ids=lambda path: path.stem)
def test_search_finds_in_a_stored_database_as_in_a_new_one(stored: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copyfile(stored, folder / DATABASE_NAME)
    store = open_store(folder)
    sql(store, "INSERT INTO search_index(search_index) VALUES ('delete-all')")
    sql(store, "DELETE FROM search_texts")  # as a version does that finds more
    store.close()
    services = build(folder)
    record = services.cases.open(services.cases.rows()[0].id)
    (first, *_) = record.live_timeline
    texts = texts_of(record).items()
    for query in ("打", "打不开", "&amp;", "\x00", "１"):
        held = {(kind, item) for (kind, item), text in texts if holds(text, query)}
        found = {(hit.kind, hit.item_id) for hit in services.search.search(query) if hit.case_id == record.case.id}
        assert found == held, query
    assert ("entry", str(first.id)) in {(hit.kind, hit.item_id) for hit in services.search.search("打不开")}
    services.close()


def test_the_current_version_is_stored_as_it_is_made_today(tmp_path: Path) -> None:
    make(tmp_path / "new.sqlite3")
    today = json.loads((tmp_path / "new.json").read_text("ascii"))
    kept = json.loads(STORED[-1].with_suffix(".json").read_text("ascii"))
    # Each line has chance in it, since 2026-11-24; those that are stored are of before.
    assert {len(line.pop("salt")) for line in today["journal"]} == {32}
    assert len({one.pop("journal_head") for one in (today, kept)}) == 2
    assert (left_out(kept, today), left_out(today, kept)) == ([], [])


def test_a_stored_database_is_never_written_again() -> None:
    with pytest.raises(SystemExit, match="stored already"):
        make(STORED[-1])


def test_the_comparison_sees_a_difference() -> None:
    assert left_out({"a": [1, {"b": "x"}]}, {"a": [1, {"b": "x", "c": 0}], "d": 1}) == []
    assert left_out({"a": [1, {"b": "x"}]}, {"a": [1, {"b": "y"}]}) == [".a[1].b: 'x' became 'y'"]
    assert left_out({"a": [1]}, {"a": [1, 2]}) == [".a: [1] became [1, 2]"]
