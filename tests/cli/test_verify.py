"""`verify` finds what was changed behind the app's back and ends with 1."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Answer, Cli


def _blobs(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "vault").rglob("*") if path.is_file())


def _delete(blob: Path) -> None:
    blob.unlink()


def _flip_a_bit(blob: Path) -> None:
    content = bytearray(blob.read_bytes())
    content[len(content) // 2] ^= 1
    blob.write_bytes(content)


def _cut(blob: Path) -> None:
    os.truncate(blob, blob.stat().st_size - 1)


def _empty(blob: Path) -> None:
    os.truncate(blob, 0)


def _lead_elsewhere(blob: Path) -> None:
    same = blob.with_suffix(".same")
    blob.rename(same)
    blob.symlink_to(same)


def _become_a_pipe(blob: Path) -> None:
    blob.unlink()
    os.mkfifo(blob)


def _become_a_folder(blob: Path) -> None:
    blob.unlink()
    blob.mkdir()


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (_delete, "file_missing"),
        (_flip_a_bit, "file_altered"),
        (_cut, "file_altered"),
        (_empty, "file_altered"),
        (_lead_elsewhere, "file_altered"),
        (_become_a_pipe, "file_altered"),
        (_become_a_folder, "file_altered"),
    ],
)
def test_a_spoilt_file_is_named(
    cli: Cli, sample: str, folder: Path, spoil: Callable[[Path], None], kind: str, tmp_path: Path
) -> None:
    blob = _blobs(folder)[3]
    spoil(blob)
    answer = cli("--json", "verify")
    foreign = [path.relative_to(folder).as_posix() for path in blob.parent.glob("*.same")]
    problem, *others = sorted(_found(answer), key=lambda one: one["kind"] == "file_foreign")
    assert (problem["kind"], problem["detail"]) == (kind, blob.name)
    assert [(one["kind"], one["subject"]) for one in others] == [("file_foreign", place) for place in foreign]
    assert problem["subject"].startswith(f"{sample}/")
    assert cli("verify", sample).code == 1
    assert blob.name in cli("verify", sample).out
    # The rest of the case is still there and can be printed.
    assert cli("show", sample).code == 0
    exported = cli("--json", "export", sample, "--to", str(tmp_path / "out.pdf"))
    assert exported.code == 0
    assert len(exported.document["problems"]) == 1


def test_a_fault_elsewhere_is_not_this_cases(cli: Cli, sample: str, folder: Path) -> None:
    other = str(cli("--json", "new", "--title", "another").document["case"])
    _delete(_blobs(folder)[0])
    assert cli("verify", other).code == 0
    assert cli("verify").code == 1


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE journal SET detail = replace(detail, 'a', 'b') WHERE seq = 5",
        "UPDATE journal SET at = '2020-01-01T00:00:00+08:00' WHERE seq = 1",
        "DELETE FROM journal WHERE seq = 7",
        "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)",
        "UPDATE journal SET kind = 'nothing' WHERE seq = (SELECT max(seq) FROM journal)",
    ],
)
def test_a_tampered_journal_is_found(cli: Cli, sample: str, folder: Path, tampering: str) -> None:
    with closing(sqlite3.connect(folder / "wallet.sqlite3")) as database, database:
        guards = database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            database.execute(f"DROP TRIGGER {name}")
        assert database.execute(tampering).rowcount == 1
        for _, sql in guards:
            database.execute(sql)
    assert [p["kind"] for p in _found(cli("--json", "verify"))] == ["journal_broken"]


def test_a_dropped_guard_is_found(cli: Cli, sample: str, folder: Path) -> None:
    with closing(sqlite3.connect(folder / "wallet.sqlite3")) as database, database:
        database.execute("DROP TRIGGER journal_keeps_words")
    found = _found(cli("--json", "verify"))
    assert {p["kind"] for p in found} == {"database"}


def test_a_damaged_database_is_refused_and_kept(cli: Cli, sample: str, folder: Path) -> None:
    database = folder / "wallet.sqlite3"
    content = bytearray(database.read_bytes())
    content[4096:12288] = os.urandom(8192)
    database.write_bytes(content)
    for words in (["verify"], ["list"], ["show", sample]):
        answer = cli("--json", *words)
        assert (answer.code, answer.document["error"]["code"]) == (3, "store_damaged"), words
    assert database.read_bytes() == content


def _found(answer: Answer) -> list[dict[str, str]]:
    assert answer.code == 1
    assert answer.err == ""
    assert answer.document["ok"] is False
    problems = answer.document["problems"]
    assert [set(p) for p in problems] == [{"kind", "subject", "detail"}] * len(problems)
    return list(problems)


def test_a_paper_that_left_is_known_again(cli: Cli, sample: str, folder: Path, tmp_path: Path) -> None:
    paper = tmp_path / "卷宗.pdf"
    assert cli("export", sample, "--to", str(paper)).code == 0
    told = cli("--json", "verify", str(paper)).document
    assert told["ok"] is True
    assert (told["left"]["case"], told["left"]["target"]) == (sample, "卷宗.pdf")
    assert str(told["left"]["line"]) in cli("--lang", "zh_CN", "verify", str(paper)).out
    paper.write_bytes(paper.read_bytes() + b"\n")
    (problem,) = _found(cli("--json", "verify", str(paper)))
    assert problem == {"kind": "paper_unknown", "subject": "卷宗.pdf", "detail": ""}
    (folder / sample).write_text("no paper", encoding="utf-8")
    assert cli("verify", sample).code == 0  # a case goes before a file of its name


def test_a_printed_hash_is_looked_up(cli: Cli, sample: str, folder: Path) -> None:
    with closing(sqlite3.connect(folder / "wallet.sqlite3")) as database:
        (last, head) = database.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    answer = cli("--json", "verify", "--head", f" {head[:32].upper()} {head[32:]}")
    assert (answer.code, answer.document["head_line"]) == (0, last)
    (problem,) = _found(cli("--json", "verify", "--head", "0" * 64))
    assert problem["kind"] == "head_unknown"


def test_a_terminal_is_told_what_to_do(cli: Cli, sample: str, folder: Path) -> None:
    assert cli("--lang", "zh_CN", "verify").out == "一切与存入时一致。\n"
    _delete(_blobs(folder)[0])
    first, second = cli("--lang", "zh_CN", "verify").out.splitlines()[:2]
    assert first.startswith("file_missing  ")
    assert "再添加到本案" in second


def test_adding_the_original_again_makes_an_exhibit_whole(
    cli: Cli, sample: str, folder: Path, tmp_path: Path
) -> None:
    blob = _blobs(folder)[2]
    original = tmp_path / "original.bin"
    original.write_bytes(blob.read_bytes())
    _flip_a_bit(blob)
    assert cli("verify").code == 1
    assert cli("attach", sample, str(original)).code == 0
    assert cli("verify").code == 0
