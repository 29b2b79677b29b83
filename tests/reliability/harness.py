"""Starts the driver, runs its rounds, traces them with strace, and says what is wrong afterwards."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO

from tests.reliability.attach_driver import GAVE_UP, Job, make_sources
from walletcase.domain.errors import UserError
from walletcase.storage.opening import open_store
from walletcase.storage.vault import FileVault

TOP = Path(__file__).parents[2]


def setting(name: str, default: int) -> int:
    """Return how much to do: the environment's word, else the small default."""
    return int(os.environ.get(name, default))


@dataclass
class Answers:
    """What a round said."""

    acks: list[tuple[int, str]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    bugs: list[str] = field(default_factory=list)

    def hear(self, line: str) -> None:
        """Sort a line."""
        word, _, rest = line.partition(" ")
        if word == "ACK":
            number, sha256 = rest.split()
            self.acks.append((int(number), sha256))
        elif word == "ERR":
            self.errors.append(rest)
        elif word == "END" and int(rest) not in (0, GAVE_UP, -signal.SIGKILL):
            self.bugs.append(f"the driver's child ended with {rest}; its traceback is on standard error")


class Driver:
    """The driver process, kept for many rounds."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.reliability.attach_driver"]
        self._process = subprocess.Popen(
            command, cwd=TOP, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._in: IO[str] = self._process.stdin
        self._out: IO[str] = self._process.stdout
        self._expect("READY")

    def close(self) -> None:
        """End it and wait for it."""
        self._in.close()
        self._out.close()
        self._process.wait(30)

    def run(self, job: Job, *, kill_after_s: float | None = None, strace: list[str] | None = None) -> Answers:
        """Run one round; kill it so long after its START, or run it under strace with these options."""
        answers = Answers()
        make_sources(Path(job.folder), job.seed, job.count)
        self._send(json.dumps(asdict(job)))
        pid = int(self._expect("PID").split()[1])
        with traced(pid, strace) if strace is not None else _untraced():
            self._send("go")
            for line in iter(self._out.readline, ""):
                answers.hear(line.rstrip("\n"))
                if line.startswith("START") and kill_after_s is not None:
                    time.sleep(kill_after_s)  # not waiting for anything: the moment of death
                    os.kill(pid, signal.SIGKILL)
                if line.startswith("END"):
                    return answers
        raise AssertionError("the driver ended by itself")

    def _send(self, line: str) -> None:
        self._in.write(line + "\n")
        self._in.flush()

    def _expect(self, word: str) -> str:
        line = self._out.readline()
        assert line.startswith(word), f"the driver said {line!r} instead of {word}"
        return line


@contextmanager
def _untraced() -> Iterator[None]:
    yield


@contextmanager
def traced(pid: int, options: list[str]) -> Iterator[None]:
    """Attach strace to a process. Without strace these promises are untested, so that is a failure."""
    program = shutil.which("strace")
    assert program is not None, "strace is missing: the durability tests need it (Debian: apt-get install strace)"
    process = subprocess.Popen([program, "-f", *options, "-p", str(pid)], stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        line = process.stderr.readline()
        assert "attached" in line, f"strace may not attach here: {line}"
        yield
    finally:
        process.wait(30)  # it ends with the process that it traces
        process.stderr.close()


def faults(folder: Path, acks: Iterable[tuple[int, str]]) -> list[str]:
    """Return what is wrong with a data folder: it must open, be sound, and hold every acknowledged item, whole.

    An item with id 0 was acknowledged by its hash only.
    """
    try:
        store = open_store(folder)
        found = list(store.problems())
        with store.read() as unit:
            items = {int(item.id): item for _, item in unit.evidence.all_items()}
            broken_at = unit.journal.broken_at()
    except UserError as error:
        return [f"does not open: {error}"]
    if broken_at is not None:
        found.append(f"journal broken at {broken_at}")
    vault = FileVault(folder)
    for item in items.values():
        if fault := vault.fault(item.file):
            found.append(f"evidence {item.id}: file {fault}")
    hashes = {item.file.sha256 for item in items.values()}
    for number, sha256 in acks:
        kept = items[number].file.sha256 == sha256 if number in items else not number and sha256 in hashes
        if not kept:
            found.append(f"acknowledged evidence {number} is lost")
    return found


def leftovers(folder: Path) -> list[str]:
    """Sweep as a start does and return what is still in tmp."""
    with open_store(folder).read() as unit:
        live = {item.file.sha256 for _, item in unit.evidence.all_items()}
    FileVault(folder).sweep(live)
    temp = folder / "tmp"
    return sorted(path.name for path in temp.iterdir()) if temp.is_dir() else []
