"""A case that left as a file comes back as the same case: in another data folder, or beside itself."""

from __future__ import annotations

import hashlib
import io
import json
import random
import re
import sqlite3
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import FrozenClock
from tests.services.person import DEEDS, Person
from walletcase.bootstrap import build
from walletcase.domain.case_json import case_json
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.choices import Choices, Showing
from walletcase.domain.errors import Cancelled, UserError
from walletcase.domain.evidence import EvidenceEdit
from walletcase.domain.flow.machine import StepState
from walletcase.domain.ids import CaseId
from walletcase.domain.links import Use, UseKind
from walletcase.domain.marks import Mark, MarkKind
from walletcase.infra import resources
from walletcase.services.case_document import CASE_FILE
from walletcase.services.dossier_options import DossierOptions
from walletcase.services.facade import Services
from walletcase.storage.opening import DATABASE_NAME
from walletcase.storage.repositories.case_rows import case_tables

OPTIONS = DossierOptions(language="zh_CN")
SEEDS = 6
Spoil = Callable[[dict[str, Any]], object]


@pytest.fixture
def other(tmp_path: Path, clock: FrozenClock) -> Iterator[Services]:
    """Another person's empty data folder."""
    built = build(tmp_path / "other", clock)
    yield built
    built.close()


@pytest.fixture
def case_id(services: Services) -> CaseId:
    """The sample, with something in every table of a case, and something of it in the trash."""
    services.cases.new_case("另一个案件")
    case, _ = services.sample.add("zh_CN")
    person = Person(services, case.id)
    for number, deed in enumerate(deed for deed in DEEDS if deed not in ("new_case", "bin")):
        person.do(deed, 2 * number + 1)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("附件.txt", "里面的文件")
    parent, _ = services.evidence.attach_bytes(case.id, archive.getvalue(), "打包.zip", EvidenceEdit(title="打包"))
    services.unpacking.unpack(parent)
    for unread in services.reading.unread(case.id, pixels=False):
        services.reading.read(unread, pixels=False)
    record = services.cases.open(case.id)
    first, last = record.live_evidence[0], record.live_evidence[-1]
    written = next(item for item in record.live_evidence if services.reading.pages(item.id))
    services.marks.add(case.id, Mark(0, first.id, 0, MarkKind.BOX, 10, 20, 300, 400))
    services.reading.correct(case.id, written.id, 0, "人工改正的文字")
    services.links.link(case.id, [first.id], Use(UseKind.DEMAND, record.demands[0].key))
    done = (one.key for one in record.playbook.steps if record.flow.record(one.key).state is StepState.DONE)
    services.flow.repeat(case.id, next(key for key in done if record.playbook.by_key[key].repeatable))
    services.evidence.trash(case.id, last.id)
    services.dossiers.choose(case.id, Audience.BANK, Choices(words=("小满",), exhibits=((1, Showing.OUT),)))
    return case.id


def file_of(services: Services, case_id: CaseId, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    target = folder / "案件.json"
    services.case_files.export(case_id, target)
    return target


def pack_of(services: Services, case_id: CaseId, folder: Path) -> Path:
    target = folder / "pack.zip"
    services.packs.export(case_id, target, OPTIONS)
    return target


def test_every_table_of_a_case_is_in_it(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    told = json.loads(file_of(services, case_id, tmp_path).read_text(encoding="utf-8"))
    assert told["record"]["tables"].keys() == {table.name for table in case_tables()}
    with sqlite3.connect(services.data_folder / DATABASE_NAME) as database:
        left_out = {
            name
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if {"case_id", "evidence_id", "claim_id", "entry_id"} & {
                column for _, column, *_ in database.execute(f"PRAGMA table_info({name})")
            }
        } - told["record"]["tables"].keys()
    assert left_out == {"reminders", "snoozes", "search_texts"}
    today = services.clock.today()
    assert told.items() >= json.loads(json.dumps(case_json(services.cases.open(case_id), today))).items()


def test_a_pack_comes_back_equal_in_another_folder(
    services: Services, other: Services, case_id: CaseId, tmp_path: Path
) -> None:
    pack = pack_of(services, case_id, tmp_path)
    left = file_of(services, case_id, tmp_path / "left").read_bytes()
    imported, changes = other.case_files.import_(pack)
    assert (imported.was, changes.cases) == (imported.case.number, frozenset({imported.case.id}))
    assert file_of(other, imported.case.id, tmp_path / "right").read_bytes() == left
    trashed = {item.exhibit_no for item in other.cases.open(imported.case.id).evidence if item.trashed_at}
    assert (imported.missing, len(trashed)) == ((), 1)
    assert [p for p in other.integrity.verify() if p.kind != "file_missing"] == []
    assert {p.subject for p in other.integrity.verify()} == {f"{imported.case.number}/{number}" for number in trashed}
    again, _ = other.cases.new_case("下一个")
    assert again.number > imported.case.number
    assert other.search.search("人工改正的文字")


def test_beside_itself_it_gets_another_number(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    before = services.cases.open(case_id)
    source = file_of(services, case_id, tmp_path)
    imported, _ = services.case_files.import_(source)
    assert (imported.was, imported.missing) == (before.case.number, ())
    assert imported.case.number not in {before.case.number, ""}
    one, two = (json.loads(path.read_text(encoding="utf-8")) for path in (
        source, file_of(services, imported.case.id, tmp_path / "again"),
    ))  # fmt: skip
    for told in (one, two):
        del told["case"], told["record"]["case"]["number"]
    assert one == two
    assert services.cases.open(case_id) == before
    assert services.integrity.verify() == ()


@pytest.mark.parametrize("seed", range(SEEDS))
def test_any_case_comes_back_equal(seed: int, services: Services, other: Services, tmp_path: Path) -> None:
    chance, person = random.Random(seed), Person(services)
    for _ in range(30):
        person.do(chance.choice(DEEDS), chance.randrange(40))
    case_id = person.case_id
    imported, _ = other.case_files.import_(pack_of(services, case_id, tmp_path))
    left = file_of(services, case_id, tmp_path / "left").read_bytes()
    assert file_of(other, imported.case.id, tmp_path / "right").read_bytes() == left


def test_a_case_whose_files_are_not_here_says_which(
    services: Services, other: Services, case_id: CaseId, tmp_path: Path
) -> None:
    imported, _ = other.case_files.import_(file_of(services, case_id, tmp_path))
    assert imported.missing == tuple(item.exhibit_no for item in services.cases.open(case_id).live_evidence)
    assert {problem.kind for problem in other.integrity.verify()} == {"file_missing"}


def test_a_file_of_an_earlier_version_that_knew_fewer_columns_comes_in(
    services: Services, other: Services, case_id: CaseId, tmp_path: Path
) -> None:
    source = file_of(services, case_id, tmp_path)
    document = json.loads(source.read_text(encoding="utf-8"))
    for row in document["record"]["tables"]["evidence"]:
        del row["fingerprint"], row["duration_ms"]
    for row in document["record"]["tables"]["timeline_entries"]:
        del row["promise_note"], row["promise_renewed_by"]
    source.write_text(json.dumps(document), encoding="utf-8")
    imported, _ = other.case_files.import_(source)
    record = other.cases.open(imported.case.id)
    assert len(record.evidence) == len(services.cases.open(case_id).evidence)


def _set(path: str, value: object) -> Spoil:
    *way, last = path.split("/")

    def spoil(document: dict[str, Any]) -> None:
        place: Any = document
        for step in way:
            place = place[int(step) if step.isdecimal() else step]
        place[last] = value

    return spoil


SPOILT: dict[str, Spoil] = {
    "no record": lambda document: document.pop("record"),
    "record is a list": _set("record", []),
    "tables is a list": _set("record/tables", []),
    "a table of no case": _set("record/tables/journal", [{"seq": 1}]),
    "a row is no object": _set("record/tables/claims", ["x"]),
    "a column more": _set("record/tables/claims/0/case_id", 1),
    "a column less": lambda document: document["record"]["tables"]["claims"][0].pop("body"),
    "another kind of value": _set("record/tables/claims/0/body", 7),
    "true for a number": _set("record/tables/claims/0/seq", True),
    "too big a number": _set("record/tables/claims/0/seq", 2**70),
    "a number twice": _set("record/tables/claims/1/seq", 1),
    "none where one must be": _set("record/tables/claims/0/body", None),
    "a row that is not there": _set("record/tables/claim_evidence/0/evidence_id", 999),
    "a parent that is not there": _set("record/tables/evidence/0/parent_id", 999),
    "a path for a hash": _set("record/tables/evidence/0/sha256", "../" * 21 + "x"),
    "no such state": _set("record/tables/step_records/0/state", "banana"),
    "no such status": _set("record/case/status", "banana"),
    "no such kind of letter or copy": _set("record/tables/evidence/0/copy_kind", "banana"),
    "choices that nobody can read": _set("record/tables/dossier_choices/0/content", "{}"),
    "a day that is none": _set("record/tables/timeline_entries/0/occurred_at", "yesterday"),
    "no such round": _set("record/tables/field_values/0/round", 0),
}


@pytest.mark.parametrize("what", SPOILT)
def test_what_is_no_case_changes_nothing(
    what: str, services: Services, other: Services, case_id: CaseId, tmp_path: Path
) -> None:
    source = file_of(services, case_id, tmp_path)
    document = json.loads(source.read_text(encoding="utf-8"))
    SPOILT[what](document)
    source.write_text(json.dumps(document), encoding="utf-8")
    refused(other, source, "case_file_unreadable")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"[" * 100_000, b"\xff\xfe", b"PK\x03\x04", b"PK\x03\x04" * 99])
def test_what_is_no_document_changes_nothing(other: Services, tmp_path: Path, content: bytes) -> None:
    source = tmp_path / "x.json"
    source.write_bytes(content)
    refused(other, source, "case_file_unreadable")
    refused(other, tmp_path / "not there", "case_file_unreadable")
    refused(other, tmp_path, "case_file_unreadable")


def test_a_newer_document_is_refused_by_name(
    services: Services, other: Services, case_id: CaseId, tmp_path: Path
) -> None:
    source = file_of(services, case_id, tmp_path)
    document = json.loads(source.read_text(encoding="utf-8"))
    document["record"] = {"format": document["record"]["format"] + 1, "other": "things"}
    source.write_text(json.dumps(document), encoding="utf-8")
    refused(other, source, "case_file_newer")


def refused(services: Services, source: Path, code: str) -> None:
    before = given_out(services)
    with pytest.raises(UserError, match=code):
        services.case_files.import_(source)
    assert (services.cases.rows(), given_out(services)) == ((), before)


def given_out(services: Services) -> list[tuple[str, int]]:
    """The numbers given out so far: of cases, and of lines of the journal."""
    with sqlite3.connect(services.data_folder / DATABASE_NAME) as database:
        return database.execute("SELECT name, value FROM counters ORDER BY name").fetchall()


def test_files_that_are_not_what_the_case_says_stay_out(
    services: Services, other: Services, case_id: CaseId, tmp_path: Path
) -> None:
    pack, forged = pack_of(services, case_id, tmp_path), tmp_path / "forged.zip"
    with zipfile.ZipFile(pack) as whole, zipfile.ZipFile(forged, "w") as made:
        for entry in whole.infolist():
            content = whole.read(entry)
            is_first = entry.filename.startswith("exhibits/E001")
            made.writestr(entry.filename, content[::-1] if is_first else content)
        made.writestr("exhibits/../../outside.txt", b"x" * 10)
    imported, _ = other.case_files.import_(forged)
    assert imported.missing == (1,)
    assert not list(tmp_path.rglob("outside.txt"))


def test_it_can_be_cancelled_and_nothing_came_in(
    services: Services, other: Services, case_id: CaseId, tmp_path: Path
) -> None:
    asked = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 3

    with pytest.raises(Cancelled):
        other.case_files.import_(pack_of(services, case_id, tmp_path), cancelled=cancelled)
    assert other.cases.rows() == ()
    assert list((other.data_folder / "tmp").glob("import-*")) == []


def test_a_playbook_that_is_not_here_still_lets_it_in(
    services: Services, other: Services, case_id: CaseId, tmp_path: Path
) -> None:
    source = file_of(services, case_id, tmp_path)
    document = json.loads(source.read_text(encoding="utf-8"))
    document["record"]["case"]["playbook_key"] = "my_own"
    source.write_text(json.dumps(document), encoding="utf-8")
    imported, _ = other.case_files.import_(source)
    record = other.cases.open(imported.case.id)
    assert (record.playbook.is_stand_in, record.case.status) == (True, services.cases.open(case_id).case.status)
    assert len(record.timeline) == len(services.cases.open(case_id).timeline)


def test_it_is_one_step_to_take_back(
    services: Services, other: Services, case_id: CaseId, tmp_path: Path
) -> None:
    other.case_files.import_(file_of(services, case_id, tmp_path))
    other.history.undo()
    assert other.cases.rows() == ()
    other.history.redo()
    (row,) = other.cases.rows()
    for audience in Audience:  # what was hidden stays hidden
        assert other.dossiers.choices(row.id, audience) == services.dossiers.choices(case_id, audience)


def test_the_paper_says_that_the_case_was_imported(
    services: Services, other: Services, case_id: CaseId, tmp_path: Path
) -> None:
    source = file_of(services, case_id, tmp_path)
    sha256 = hashlib.sha256(source.read_bytes()).hexdigest()
    imported, _ = other.case_files.import_(source)

    def words(asked: Services, one: CaseId) -> str:
        asked.dossiers.render(one, OPTIONS, tmp_path / "out.pdf")
        command = ["pdftotext", "-raw", str(tmp_path / "out.pdf"), "-"]
        return "".join(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())

    assert f"从导出文件导入（该文件的SHA-256：{sha256}）" in words(other, imported.case.id)
    assert "从导出文件导入" not in words(services, case_id)


def test_only_one_s_own_pack_holds_it(services: Services, tmp_path: Path) -> None:
    case_id = services.sample.add("zh_CN")[0].id
    for audience in Audience:
        target = tmp_path / f"{audience}.zip"
        services.packs.export(case_id, target, DossierOptions(language="zh_CN", audience=audience))
        with zipfile.ZipFile(target) as pack:
            names = {CASE_FILE, "CASE_JSON.md"} & set(pack.namelist())
        assert names == ({CASE_FILE, "CASE_JSON.md"} if audience is Audience.SELF else set())
        if audience is not Audience.SELF:
            with pytest.raises(UserError, match="only_for_self"):
                services.case_files.export(case_id, tmp_path / "x.json", audience)


def test_the_description_names_every_key_table_and_column(
    services: Services, case_id: CaseId, tmp_path: Path
) -> None:
    told = json.loads(file_of(services, case_id, tmp_path).read_text(encoding="utf-8"))
    text = resources.path("pack", "CASE_JSON.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_0-9]+)`", text))
    assert told.keys() - named == {"record"} - named
    rows = {row[0]: set(row[1:]) for row in (re.findall(r"`([a-z_0-9]+)`", line) for line in text.splitlines()) if row}
    assert rows["case"] >= set()
    for name, found in told["record"]["tables"].items():
        assert rows[name] == found[0].keys(), name
    assert f"`{'` `'.join(told['record']['case'])}`" in text
