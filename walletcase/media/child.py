"""The parent's end of one media child process: start it, ask it, kill it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, BinaryIO, Final

from walletcase.media.child_watch import BOUNDS_MEMORY, Watch
from walletcase.media.limits import MEMORY_BYTES

_START_SECONDS = 30.0  # a cold, virus-checked start from a slow disk
# Several threads use processor time faster than the clock runs; this bound is for a child whose parent has died.
_CPU_SHARE = 8
_LONGEST_HEADER = 64 * 1024
# What a child does: the word by which a frozen build starts it, and the module by which Python does.
WORKERS: Final = {
    "media": ("--media-worker", "walletcase.media.worker"),
    "reading": ("--reading-worker", "walletcase.media.reading_worker"),
    "redacting": ("--redacting-worker", "walletcase.media.redacting_worker"),
}


class ChildDied(Exception):  # noqa: N818 - caught beside this module, never shown
    """The child ended, or answered what no child of ours would."""


class ChildNotStarted(Exception):  # noqa: N818
    """No child could be started: the installation's fault, not a file's."""


class ChildTimedOut(Exception):  # noqa: N818
    """The child did not answer in time and was killed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """``note`` as in MediaFacts; ``facts`` and ``body`` (bytes of a PNG or a text) are empty unless it is ""."""

    note: str
    facts: dict[str, object] = field(default_factory=dict)
    body: bytes = b""


class ChildTooLarge(Exception):  # noqa: N818
    """The child took more memory than it may and was killed."""


class MediaChild:
    """One child process. Not thread-safe, but ``kill`` may be called from any thread at any time."""

    def __init__(self, worker: str = "media", born: Callable[[MediaChild], None] | None = None) -> None:
        """Starts it and waits until it is ready. ``born`` is told of it before, and may kill it.

        Raises ChildNotStarted.
        """
        self._memory_bytes = None if BOUNDS_MEMORY else MEMORY_BYTES[worker]
        try:
            self._process = subprocess.Popen(
                _command(worker),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # libraries complain there about the file, in words the file can choose
                env=_environment(),
                creationflags=_creation_flags(),
            )
        except OSError as fault:
            raise ChildNotStarted from fault
        if born is not None:
            born(self)
        try:
            with self._bounded(_START_SECONDS):
                self._header()
                self._body(0)
        except (ChildDied, ChildTimedOut, ChildTooLarge) as fault:
            self.end()
            raise ChildNotStarted from fault

    @property
    def pid(self) -> int:
        """Process id, for tests and logs."""
        return self._process.pid

    def ask(
        self, request: dict[str, object], timeout_s: float, most_bytes: int, out: BinaryIO | None = None
    ) -> Answer:
        """One question. Raises ChildTimedOut, ChildTooLarge, ChildDied; the child is of no use then and must be ended.

        Where there is ``out``, the body is written to it instead of being kept; raises OSError from there.
        """
        with self._bounded(timeout_s):
            self._write(json.dumps({**request, "cpu_s": timeout_s * _CPU_SHARE}).encode("ascii") + b"\n")
            header = self._header()
            body = self._body(most_bytes, out)
        note = header.pop("note", None)
        if not isinstance(note, str):
            raise ChildDied
        return Answer(note, header, body)

    def kill(self) -> None:
        """Ends the process at once; whoever waits for it gets ChildDied."""
        self._process.kill()

    def end(self) -> bool:
        """Collects the child, killed if it still runs, and closes its pipes.

        Returns whether it may have been killed from outside (by a person, or for want of memory), so that its end
        says nothing about the file. Windows does not tell, so there it may always.
        """
        self._process.kill()  # of no effect on one that is ending by itself
        code = self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                _close(pipe)
        return sys.platform == "win32" or code in (-signal.SIGKILL, -signal.SIGTERM)

    @contextmanager
    def _bounded(self, seconds: float) -> Iterator[None]:
        watch = Watch(self.pid, seconds, self._memory_bytes, self._process.kill)
        watch.start()
        died: ChildDied | None = None
        try:
            yield
        except ChildDied as fault:
            died = fault
        finally:
            watch.stop()
        if watch.ended_for == "memory":
            raise ChildTooLarge
        if watch.ended_for:  # even if it answered in the very moment it was killed
            raise ChildTimedOut
        if died is not None:
            raise died

    def _write(self, line: bytes) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(line)
            self._process.stdin.flush()
        except OSError as fault:
            raise ChildDied from fault

    def _header(self) -> dict[str, object]:
        assert self._process.stdout is not None
        try:
            header = json.loads(self._process.stdout.readline(_LONGEST_HEADER))
        except (OSError, ValueError) as fault:  # cut off, or no JSON
            raise ChildDied from fault
        if not isinstance(header, dict):
            raise ChildDied
        return header

    def _body(self, most_bytes: int, out: BinaryIO | None = None) -> bytes:
        body, done = bytearray(), 0
        while length := int.from_bytes(self._read(4), "big"):
            done += length
            if done > most_bytes:
                raise ChildDied
            piece = self._read(length)
            if out is None:
                body += piece
            else:
                out.write(piece)
        return bytes(body)

    def _read(self, length: int) -> bytes:
        assert self._process.stdout is not None
        try:
            piece = self._process.stdout.read(length)
        except OSError as fault:
            raise ChildDied from fault
        if len(piece) != length:
            raise ChildDied
        return piece


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:  # what was still to be written to a dead child
        return


def _command(worker: str) -> list[str]:
    word, module = WORKERS[worker]
    if getattr(sys, "frozen", False):
        return [sys.executable, word]
    # -P: the folder the app was started in is not on the child's module path; it may be anyone's download folder.
    return [sys.executable, "-P", "-m", module]


def _environment() -> dict[str, str]:
    # glibc reserves 64 MiB of address space for each thread's heap, which the child's limit would count.
    environment = {**os.environ, "MALLOC_ARENA_MAX": "2"}
    if not getattr(sys, "frozen", False):
        home = str(Path(__file__).resolve().parents[2])
        others = environment.get("PYTHONPATH")
        environment["PYTHONPATH"] = os.pathsep.join([home, others] if others else [home])
    return environment


def _creation_flags() -> int:
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    return 0
