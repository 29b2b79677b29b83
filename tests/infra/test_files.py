"""A target holds the whole new file or the whole old one, and nothing is left beside it."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from walletcase.domain.errors import Cancelled, Exit, UserError
from walletcase.infra.files import WholeFiles

ROOT = Path(__file__).resolve().parents[2]
WRITER = """
import sys
from pathlib import Path
from walletcase.domain.errors import UserError
from walletcase.infra.files import WholeFiles
try:
    WholeFiles().write_whole(Path(sys.argv[1]), lambda part: part.write_bytes(b"new" * 100_000))
except UserError as error:
    print(error.code)
"""
HALF = """
def half(part):
    part.write_bytes(b"half")
    print("half", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "out" / "卷宗.pdf"
    path.parent.mkdir()
    path.write_bytes(b"old")
    return path


def _only(target: Path, content: bytes) -> None:
    assert target.read_bytes() == content
    assert list(target.parent.iterdir()) == [target]


def test_the_new_file_replaces_the_old(target: Path) -> None:
    def fill(part: Path) -> None:
        assert target.read_bytes() == b"old"
        assert stat.S_IMODE(part.parent.stat().st_mode) == 0o700, "nobody else looks in while it is made"
        part.write_bytes(b"new")

    WholeFiles().write_whole(target, fill)
    _only(target, b"new")


@pytest.mark.parametrize("error", [Cancelled(), RuntimeError("ours"), KeyboardInterrupt(), UserError("bug")])
def test_what_fails_leaves_the_old_file_and_nothing_else(target: Path, error: BaseException) -> None:
    def fill(part: Path) -> None:
        part.write_bytes(b"half")
        (part.parent / "more").write_bytes(b"scratch")
        raise error

    with pytest.raises(type(error)) as raised:
        WholeFiles().write_whole(target, fill)
    assert raised.value is error
    _only(target, b"old")


def test_a_full_disk_is_told(target: Path) -> None:
    def fill(part: Path) -> None:
        part.write_bytes(b"half")
        with Path("/dev/full").open("wb", buffering=0) as full:
            full.write(b"x")

    with pytest.raises(UserError) as told:
        WholeFiles().write_whole(target, fill)
    assert (told.value.code, told.value.exit_code, told.value.params["file"]) == (
        "disk_full",
        Exit.REFUSED,
        str(target),
    )
    _only(target, b"old")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    for folder in (tmp_path / "gone", file):
        with pytest.raises(UserError, match="target_no_folder") as told:
            WholeFiles().write_whole(folder / "x.pdf", lambda part: None)
        assert told.value.params["folder"] == str(folder)


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").mkdir()
    with pytest.raises(UserError, match="target_unwritable"):
        WholeFiles().write_whole(tmp_path / "x.pdf", lambda part: part.touch())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "x.pdf"]


def test_a_folder_that_goes_away_meanwhile_is_told(target: Path) -> None:
    def fill(part: Path) -> None:
        part.write_bytes(b"new")
        shutil.rmtree(target.parent)

    with pytest.raises(UserError, match="target_no_folder"):
        WholeFiles().write_whole(target, fill)
    assert not target.parent.exists()


@pytest.mark.parametrize(
    ("inject", "code"),
    [
        ("write:error=ENOSPC:when=1+", "disk_full"),
        ("write:error=EDQUOT:when=1+", "disk_full"),
        ("write:error=EIO:when=1+", "target_unwritable"),
        ("fsync:error=EIO:when=1", "target_unwritable"),
        ("rename:error=EACCES:when=1", "target_unwritable"),
        ("mkdir:error=EROFS:when=1", "target_unwritable"),
    ],
)
def test_whatever_the_disk_refuses(target: Path, inject: str, code: str) -> None:
    """Refused by the kernel's own interface. Where nothing can be written, the exit code tells."""
    call = inject.partition(":")[0]
    tracer = ["strace", "-f", "-e", f"trace={call}", "-e", f"inject={inject}", "-o", os.devnull]
    guard = f"import os, sys; sys.dont_write_bytecode = True\n{WRITER}"
    if call == "write":
        guard = guard.replace("print(error.code)", "os._exit({'disk_full': 41, 'target_unwritable': 42}[error.code])")
    done = subprocess.run(
        [*tracer, sys.executable, "-c", guard, str(target)], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    told = {41: "disk_full", 42: "target_unwritable"}.get(done.returncode, done.stdout.strip())
    assert told == code, done.stderr
    _only(target, b"old")


def test_the_bytes_are_synced_before_the_name_and_the_name_after(target: Path, tmp_path: Path) -> None:
    log = tmp_path / "trace"
    tracer = ["strace", "-f", "-y", "-e", "trace=write,fsync,rename", "-o", str(log)]
    subprocess.run([*tracer, sys.executable, "-c", WRITER, str(target)], cwd=ROOT, check=True, timeout=60)
    lines = [line for line in log.read_text(encoding="utf-8", errors="replace").splitlines() if str(tmp_path) in line]
    calls = [line.split(None, 1)[1].partition("(")[0] for line in lines]
    assert calls == ["write", "fsync", "rename", "fsync"]
    _only(target, b"new" * 100_000)


def test_a_kill_leaves_the_old_file_whole(target: Path) -> None:
    code = WRITER.replace('lambda part: part.write_bytes(b"new" * 100_000)', "half").replace("try:", HALF + "try:")
    with subprocess.Popen(
        [sys.executable, "-c", code, str(target)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "half\n"
        process.kill()
        assert process.wait(30) == -signal.SIGKILL
    assert target.read_bytes() == b"old"
