"""Evidence through the service, on a real vault and database."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest

from walletcase.domain.errors import UserError
from walletcase.domain.evidence import CopyKind, Evidence, EvidenceEdit
from walletcase.domain.ids import CaseId
from walletcase.services.attaching import GROUP_FILES, files_in
from walletcase.services.facade import Services


@pytest.fixture
def case_id(services: Services) -> CaseId:
    """A case to put evidence into."""
    return services.cases.new_case("钱包")[0].id


def _files(folder: Path, count: int) -> list[Path]:
    folder.mkdir(exist_ok=True)
    made = [folder / f"截图{n:03}.txt" for n in range(count)]
    for n, file in enumerate(made):
        file.write_text(f"第 {n} 份", encoding="utf-8")
    return made


def _rows(services: Services) -> int:
    """How many evidence rows another reader sees in the database file."""
    with sqlite3.connect(services.data_folder / "wallet.sqlite3") as database:
        (count,) = database.execute("SELECT count(*) FROM evidence").fetchone()
    database.close()
    return int(count)


def test_bytes_names_and_numbers_are_kept(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    files = _files(tmp_path / "in", 3)
    edit = EvidenceEdit(proves="提示系统繁忙", source="手机截图", made_on="2026-11-01", copy_kind=CopyKind.COPY)
    report = services.evidence.attach(case_id, files, edit)
    items = services.cases.open(case_id).live_evidence
    assert items == report.stored
    assert [e.exhibit_no for e in items] == [1, 2, 3]
    for file, item in zip(files, items, strict=True):
        assert services.evidence.path(item).read_bytes() == file.read_bytes()
        assert item.file.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
        assert (item.original_name, item.title, item.proves) == (file.name, file.stem, "提示系统繁忙")
        assert (item.source, item.made_on, item.copy_kind) == ("手机截图", "2026-11-01", CopyKind.COPY)


def test_an_item_is_told_only_when_its_row_is_durable(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    told: list[int] = []

    def stored(item: Evidence) -> None:
        told.append(item.exhibit_no)
        assert _rows(services) >= len(told)
        assert services.evidence.path(item).is_file()

    services.evidence.attach(case_id, _files(tmp_path / "in", 2 * GROUP_FILES + 3), stored=stored)
    assert told == list(range(1, 2 * GROUP_FILES + 4))


def test_failures_are_reported_and_the_rest_goes_in(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    good = _files(tmp_path / "in", 2)
    report = services.evidence.attach(case_id, [good[0], tmp_path / "none.png", tmp_path, good[1]])
    assert [e.original_name for e in report.stored] == [f.name for f in good]
    failed = [(f.file.name, f.error.code) for f in report.failed]
    assert failed == [("none.png", "file_missing"), (tmp_path.name, "not_a_file")]
    assert not report.cancelled


def test_a_bad_date_stores_nothing(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    report = services.evidence.attach(case_id, _files(tmp_path / "in", 2), EvidenceEdit(made_on="someday"))
    assert [f.error.code for f in report.failed] == ["bad_date", "bad_date"]
    assert services.cases.open(case_id).evidence == ()


def test_cancelling_keeps_what_was_finished(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    files = _files(tmp_path / "in", 30)
    seen: list[int] = []

    def progress(done: int, total: int) -> None:
        seen.append(done)
        assert total == 30

    report = services.evidence.attach(case_id, files, progress=progress, cancelled=lambda: len(seen) > 12)
    assert report.cancelled
    assert [e.original_name for e in report.stored] == [f.name for f in files[:12]]
    assert services.cases.open(case_id).live_evidence == report.stored
    assert seen == list(range(13))


def test_the_same_bytes_are_said_to_be_a_duplicate(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    (one,) = _files(tmp_path / "in", 1)
    twin = tmp_path / "twin.txt"
    twin.write_bytes(one.read_bytes())
    report = services.evidence.attach(case_id, [one, twin])
    assert [e.duplicate_of for e in report.stored] == [None, 1]
    (again,) = services.evidence.attach(case_id, [twin]).stored
    assert again.duplicate_of == 1
    services.evidence.trash(case_id, report.stored[0].id)
    (third,) = services.evidence.attach(case_id, [twin]).stored
    assert third.duplicate_of == 2


def test_a_number_is_never_given_twice(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    one, two = services.evidence.attach(case_id, _files(tmp_path / "in", 2)).stored
    services.evidence.trash(case_id, two.id)
    (three,) = services.evidence.attach(case_id, _files(tmp_path / "more", 1)).stored
    assert three.exhibit_no == 3
    services.evidence.restore(case_id, two.id)
    assert [e.exhibit_no for e in services.cases.open(case_id).live_evidence] == [1, 2, 3]
    assert one.exhibit_no == 1


def test_a_folder_gives_its_files_in_order_without_hidden_ones_and_links(tmp_path: Path) -> None:
    inside = _files(tmp_path / "in", 2)
    (tmp_path / "in/.hidden").write_text("x")
    (tmp_path / "in/.git").mkdir()
    (tmp_path / "in/.git/config").write_text("x")
    (tmp_path / "in/sub").mkdir()
    deep = tmp_path / "in/sub/deep.txt"
    deep.write_text("x")
    (tmp_path / "in/link.txt").symlink_to(deep)
    assert files_in([tmp_path / "in", tmp_path / "gone"]) == (deep, *inside, tmp_path / "gone")


def test_pasted_bytes_become_evidence(services: Services, case_id: CaseId) -> None:
    item, _ = services.evidence.attach_bytes(case_id, b"pasted", "pasted.png", EvidenceEdit(source="剪贴板"))
    assert services.evidence.path(item).read_bytes() == b"pasted"
    assert (item.source, item.original_name) == ("剪贴板", "pasted.png")


def test_what_is_said_can_be_changed_and_found(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    (item,) = services.evidence.attach(case_id, _files(tmp_path / "in", 1)).stored
    services.evidence.edit(case_id, item.id, EvidenceEdit(title="报错页面", proves="证明系统繁忙"))
    assert [hit.kind for hit in services.search.search("系统繁忙")] == ["evidence"]
    with pytest.raises(UserError, match="title_empty"):
        services.evidence.edit(case_id, item.id, EvidenceEdit(title=" "))
    services.evidence.trash(case_id, item.id)
    assert services.search.search("系统繁忙") == []


def test_verify_names_what_is_missing_or_altered(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    one, two = services.evidence.attach(case_id, _files(tmp_path / "in", 2)).stored
    services.evidence.path(one).unlink()
    blob = services.evidence.path(two)
    blob.chmod(0o600)
    blob.write_bytes(b"x" * two.file.size_bytes)
    problems = services.integrity.verify()
    assert [(p.kind, p.subject) for p in problems] == [
        ("file_missing", "WC-2026-0001/1"), ("file_altered", "WC-2026-0001/2"),
    ]
    assert services.integrity.faulty_files(case_id) == {one.file.sha256, two.file.sha256}


def test_purging_a_case_removes_its_files_but_not_those_of_others(
    services: Services, case_id: CaseId, tmp_path: Path
) -> None:
    shared, own = _files(tmp_path / "in", 2)
    (kept,) = services.evidence.attach(services.cases.new_case("另一个")[0].id, [shared]).stored
    _, gone = services.evidence.attach(case_id, [shared, own]).stored
    services.cases.trash(case_id)
    services.cases.purge(case_id)
    assert services.evidence.path(kept).is_file()
    assert not services.evidence.path(gone).exists()
