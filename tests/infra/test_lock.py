"""Exactly one writer for a data folder, whoever dies."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from walletcase.domain.errors import Exit, UserError
from walletcase.infra.lock import FolderLock

ROOT = Path(__file__).resolve().parents[2]
STARTERS = 20
ROUNDS = int(os.environ.get("WALLETCASE_LOCK_ROUNDS", "3"))

# Says that it is ready, waits for the word, tries, tells, and holds what it got until its input ends.
STARTER = """
import sys
from pathlib import Path
from walletcase.infra.lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
print("ready", flush=True)
for line in sys.stdin:
    if line == "take\\n":
        print("won" if lock.take() else "lost", flush=True)
    else:
        lock.release()
        print("free", flush=True)
"""


class Starter:
    """A process that takes the lock when it is told to."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def tell(self, word: str) -> None:
        """Say something without waiting for an answer."""
        assert self.process.stdin is not None
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()

    def hear(self) -> str:
        """Wait for its answer."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def ask(self, word: str) -> str:
        """Say something and wait for the answer."""
        self.tell(word)
        return self.hear()


@contextmanager
def starter(file: Path) -> Iterator[Starter]:
    """A process of its own."""
    with subprocess.Popen(
        [sys.executable, "-c", STARTER, str(file)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        one = Starter(process)
        assert one.hear() == "ready"
        yield one
        process.stdin.close()  # type: ignore[union-attr]
        process.wait(30)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "lock"


def test_a_second_one_is_refused_until_the_first_lets_go(file: Path) -> None:
    with starter(file) as other:
        with FolderLock(file):
            assert other.ask("take") == "lost"
        assert other.ask("take") == "won"
        with pytest.raises(UserError) as told, FolderLock(file):
            pass
        assert (told.value.code, told.value.exit_code) == ("store_in_use", Exit.REFUSED)
        assert other.ask("release") == "free"
        with FolderLock(file):
            assert other.ask("take") == "lost"


def test_two_in_one_process_exclude_each_other(file: Path) -> None:
    first, second = FolderLock(file), FolderLock(file)
    assert first.take()
    assert not second.take()
    first.release()
    first.release()
    assert second.take()
    second.release()


def test_a_killed_holder_leaves_nothing_behind(file: Path) -> None:
    with starter(file) as holder:
        assert holder.ask("take") == "won"
        lock = FolderLock(file)
        assert not lock.take()
        holder.process.kill()
        holder.process.wait(30)
        assert lock.take()
        lock.release()


def test_a_child_of_the_holder_does_not_keep_it(file: Path) -> None:
    lock = FolderLock(file)
    assert lock.take()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, text=True) as child:
        lock.release()
        with FolderLock(file):
            assert child.poll() is None
        child.communicate("\n", 30)


def test_of_twenty_starters_exactly_one_wins(file: Path) -> None:
    with ExitStack() as stack:
        starters = [stack.enter_context(starter(file)) for _ in range(STARTERS)]
        for _ in range(ROUNDS):
            for one in starters:
                one.tell("take")
            answers = [one.hear() for one in starters]
            assert sorted(answers) == ["lost"] * (STARTERS - 1) + ["won"]
            winner = starters[answers.index("won")]
            assert winner.ask("release") == "free"


def test_the_file_is_its_owners_only(file: Path) -> None:
    with FolderLock(file):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError) as told:
        FolderLock(tmp_path / "gone" / "lock").take()
    assert (told.value.code, told.value.params["folder"]) == ("store_unwritable", str(tmp_path / "gone"))
