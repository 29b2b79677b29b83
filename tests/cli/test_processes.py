"""What only shows in a process of its own: encodings, closed pipes, the lock, what is durable when it is printed."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Cli
from tests.cli.processes import COMMAND, holding, run

PICTURES = sorted((ROOT / "resources" / "sample").glob("*.png"))


def test_chinese_on_a_pipe_where_the_locale_knows_none(folder: Path) -> None:
    plain = {"LANG": "C", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    made = run("--data-dir", str(folder), "new", "--title", "钱包𬭎打不开", env=plain)
    assert (made.returncode, made.stderr) == (0, b"")
    listed = run("--data-dir", str(folder), "--lang", "zh_CN", "list", "--json", env=plain)
    assert json.loads(listed.stdout.decode("utf-8"))["cases"][0]["title"] == "钱包𬭎打不开"
    told = run("--data-dir", str(folder), "--lang", "zh_CN", "show", "无此案", env=plain)
    assert told.returncode == 2
    assert "没有编号为“无此案”的案件" in told.stderr.decode("utf-8")


def test_no_command_loads_qt(folder: Path, tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from walletcase.__main__ import main\n"
        "where, out, file = sys.argv[1:]\n"
        "W = ['--data-dir', where]\n"
        "assert main([*W, 'new', '--title', 'x']) == 0\n"
        "import datetime; C = f'WC-{datetime.date.today().year}-0001'\n"
        "for words in (['set', C, 'institution=x'], ['attach', C, file], ['step', C, 'gather', '--done'],\n"
        "    ['log', C, '--channel', 'hotline', '--at', '2026-11-22', '--summary', 's'], ['list'], ['show', C],\n"
        "    ['search', 'x'], ['playbooks'], ['verify'], ['export', C, '--to', out]):\n"
        "    assert main([*W, *words]) == 0, words\n"
        "found = [name for name in sys.modules if name.partition('.')[0] in ('PySide6', 'shiboken6')]\n"
        "assert found == [], found\n"
    )
    words = [str(folder), str(tmp_path / "out.pdf"), str(PICTURES[0])]
    done = subprocess.run([COMMAND[0], "-c", code, *words], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr


def test_a_closed_pipe_is_no_traceback(folder: Path, cli: Cli) -> None:
    for number in range(3):
        cli("new", "--title", f"{number} " + "字" * 150)
    with subprocess.Popen(
        [*COMMAND, "--data-dir", str(folder), "list"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 3


def test_a_full_disk_behind_the_output_is_told(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        for words in (("--json", "new", "--title", "x"), ("new", "--title", "x"), ("show", "x", "--json")):
            done = run("--data-dir", str(folder), *words, stdout=full)
            assert done.returncode == (2 if "show" in words else 3)
            assert done.stderr.count(b"\n") == 1
            assert b"Traceback" not in done.stderr
    assert len(json.loads(run("--data-dir", str(folder), "--json", "list").stdout)["cases"]) == 2


def test_closed_streams_are_no_traceback(folder: Path) -> None:
    script = 'exec "$@" <&- >&- 2>&-'
    words = [*COMMAND, "--data-dir", str(folder), "new", "--title", "x"]
    assert subprocess.run(["bash", "-c", script, "bash", *words], cwd=ROOT, timeout=60).returncode == 0
    assert len(json.loads(run("--data-dir", str(folder), "--json", "list").stdout)["cases"]) == 1


def test_writing_is_refused_while_another_process_has_the_folder(cli: Cli, folder: Path, sample: str) -> None:
    before = (folder / "wallet.sqlite3").read_bytes()
    writing = (
        ["sample"],
        ["new", "--title", "x"],
        ["set", sample, "institution=x"],
        ["step", sample, "progress", "--done"],
        ["log", sample, "--channel", "hotline", "--at", "2026-11-22", "--summary", "s"],
        ["attach", sample, str(PICTURES[0])],
        ["export", sample, "--to", str(folder.parent / "out.pdf")],
    )
    with holding(folder):
        for words in writing:
            answer = cli("--json", *words)
            assert (answer.code, answer.document["error"]["code"]) == (3, "store_in_use"), words
            assert str(folder) in answer.complaint
        for reading in (["list"], ["show", sample], ["search", "x"], ["verify"], ["playbooks"]):
            assert cli(*reading).code == 0, reading
    assert (folder / "wallet.sqlite3").read_bytes() == before
    assert not (folder.parent / "out.pdf").exists()
    assert cli("set", sample, "institution=x").code == 0


@pytest.mark.parametrize("count", [3])
def test_an_item_is_printed_only_once_it_is_durable(cli: Cli, case: str, folder: Path, count: int) -> None:
    """The system calls of a real run: bytes synced and named, then the row committed, and only then the line."""
    log = folder.parent / "trace"
    calls = "write,fsync,fdatasync,rename,renameat,renameat2,ftruncate,unlink"
    tracer = ["strace", "-f", "-y", "-s", "200", "-e", f"trace={calls}", "-o", str(log)]
    files = [str(path) for path in PICTURES[:count]]
    words = [*COMMAND, "--data-dir", str(folder), "attach", case, *files]
    done = subprocess.run([*tracer, *words], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    shas = [line.split()[1] for line in done.stdout.splitlines()]
    assert len(shas) == count
    lines = log.read_text(errors="replace").splitlines()
    for sha in shas:
        printed = next(n for n, line in enumerate(lines) if re.search(rf'write\(1<.*{sha}', line))
        named = next(n for n, line in enumerate(lines) if "rename" in line and sha in line)
        folder_synced = _next(lines, named, rf"fsync\(\d+<[^>]*/vault/{sha[:2]}>\)")
        committed = _next(lines, folder_synced, r"f(data)?sync\(\d+<[^>]*wallet\.sqlite3>\)")
        ended = _next(lines, committed, r"ftruncate\(\d+<[^>]*wallet\.sqlite3-journal>, 0\)")
        assert named < folder_synced < committed < ended < printed


def _next(lines: list[str], after: int, pattern: str) -> int:
    return next(n for n, line in enumerate(lines) if n > after and re.search(pattern, line))


def test_what_was_printed_is_there_after_a_kill(cli: Cli, case: str, folder: Path, tmp_path: Path) -> None:
    files = []
    for number in range(60):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"evidence {number}")
        files.append(str(path))
    with subprocess.Popen(
        [*COMMAND, "--data-dir", str(folder), "attach", case, *files], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        process.kill()
        printed = [first, *process.stdout.readlines()]
        assert process.wait(30) == -9
    told = {line.split()[1] for line in printed if line.endswith("\n")}
    assert told
    stored = {item["sha256"] for item in cli("--json", "show", case).document["evidence"]}
    assert told <= stored
    assert cli("verify").code == 0


def test_a_newer_database_is_refused_untouched(cli: Cli, folder: Path, sample: str) -> None:
    with closing(sqlite3.connect(folder / "wallet.sqlite3")) as database:
        database.execute("PRAGMA user_version=9999")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for words in (["list"], ["show", sample], ["new", "--title", "x"], ["verify"]):
        answer = cli("--json", *words)
        assert (answer.code, answer.document["error"]["code"]) == (3, "store_newer"), words
        assert answer.complaint
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_folder_that_can_not_be_made_is_refused(cli: Cli, folder: Path) -> None:
    folder.write_text("a file stands here")
    answer = cli("--json", "list")
    assert (answer.code, answer.document["error"]["code"]) == (3, "store_unwritable")
    assert folder.read_text() == "a file stands here"

