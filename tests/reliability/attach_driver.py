"""A process that attaches evidence through the real services and can be killed, robbed of its disk, or recorded.

It loads everything once, then forks a child for each round, so that a round costs milliseconds. It is told what to do
on standard input, one JSON object a line (see Job); a round begins with "go". It answers on standard output:
PID n · START (attaching has begun) · ACK evidence-id sha256 (told to the person as stored) · ERR code · END exit-code.
"""

from __future__ import annotations

import ctypes
import json
import os
import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from walletcase.domain.errors import UserError
from walletcase.domain.evidence import Evidence, MediaFacts, StoredFile
from walletcase.domain.ids import CaseId
from walletcase.infra.clock import SystemClock
from walletcase.infra.playbooks import ShippedPlaybooks
from walletcase.infra.rules import RuleFiles
from walletcase.infra.workdays import LibraryYears
from walletcase.services.cases import CaseService
from walletcase.services.context import Context
from walletcase.services.evidence import EvidenceService
from walletcase.services.ports import IsCancelled
from walletcase.services.rulebook import Rulebook
from walletcase.storage import engine, vault
from walletcase.storage.opening import open_store
from walletcase.storage.vault import FileVault

_PR_SET_PTRACER = 0x59616D61  # lets strace attach where only parents may
_ANY_PROCESS = -1
_TRIES = 3
RULES = Rulebook(RuleFiles(), LibraryYears(), SystemClock())  # parsed while warming up
GAVE_UP = 3  # exit code: each error was told, and trying again did not help


@dataclass(frozen=True)
class Job:
    """One round. ``mutant`` breaks one promise on purpose: see MUTANTS."""

    folder: str
    seed: int
    count: int
    mutant: str = ""


def say(line: str) -> None:
    """Tell the test. By writev, so that faults put into write leave the answers alone."""
    os.writev(1, [line.encode() + b"\n"])


class NoLook:
    """A probe that does not look."""

    def media_type(self, path: Path, name: str) -> str:
        """Return a type that nobody asked for."""
        return "application/octet-stream"

    def probe(self, path: Path, media_type: str) -> MediaFacts:
        """Return no facts."""
        return MediaFacts(media_type)


class OnePlaybook:
    """The default playbook, read before the first round."""

    def __init__(self) -> None:
        self._shipped = ShippedPlaybooks()
        self._key = self._shipped.known()[0]
        self._playbook = self._shipped.get(self._key)

    def __getattr__(self, name: str) -> object:
        return getattr(self._shipped, name)

    def known(self) -> list[str]:
        """Return its key."""
        return [self._key]

    def get(self, key: str) -> object:
        """Return it."""
        return self._playbook


class LateVault(FileVault):
    """A vault that stores the file only after its row: the order that loses files."""

    def take(self, source: Path, progress: Callable[[int], None], cancelled: IsCancelled) -> StoredFile:
        """Return what the file would be stored as."""
        from hashlib import sha256

        content = source.read_bytes()
        return StoredFile(sha256(content).hexdigest(), len(content))

    def take_late(self, source: Path) -> None:
        """Store the file at last."""
        super().take(source, lambda done: None, lambda: False)


def _no_sync(*_: object) -> None:
    """Sync nothing."""


def _pragma(old: str, new: str) -> None:
    real = engine.pragmas

    def changed(*, foreign_keys: bool = True) -> tuple[str, ...]:
        return tuple(pragma.replace(old, new) for pragma in real(foreign_keys=foreign_keys))

    engine.pragmas = changed


MUTANTS: dict[str, Callable[[], None]] = {
    "": lambda: None,
    "no_file_sync": lambda: setattr(vault, "sync_file", _no_sync),
    "no_folder_sync": lambda: setattr(vault, "sync_folder", _no_sync),
    "row_first": lambda: None,
    "early_answer": lambda: None,
    "synchronous_off": lambda: _pragma("synchronous=FULL", "synchronous=OFF"),
    "journal_in_memory": lambda: _pragma("journal_mode=TRUNCATE", "journal_mode=MEMORY"),
}


class Attacher:
    """Attaches one file after the other, as the window would."""

    def __init__(self, job: Job, playbooks: OnePlaybook) -> None:
        MUTANTS[job.mutant]()
        self._job = job
        self._playbooks = playbooks

    def run(self) -> None:
        """Open the store and attach ``count`` files, trying again after each error that was told."""
        evidence, case_id = self._try(self._open)
        starts_at = self._job.seed % 4 > 0  # mostly at the second file: a child's first attach is its slowest
        for number in range(self._job.count):
            if number == starts_at:
                say("START")
            source = Path(self._job.folder).parent / f"source-{self._job.seed}-{number}.bin"
            self._try(lambda source=source: self._attach(evidence, case_id, source))  # type: ignore[misc]

    def _try(self, act: Callable[[], tuple[EvidenceService, CaseId]]) -> tuple[EvidenceService, CaseId]:
        for _ in range(_TRIES):
            try:
                return act()
            except UserError as error:
                say(f"ERR {error.code}")
        raise SystemExit(GAVE_UP)

    def _open(self) -> tuple[EvidenceService, CaseId]:
        folder = Path(self._job.folder)
        self._vault = LateVault(folder) if self._job.mutant == "row_first" else FileVault(folder)
        clock = SystemClock()
        context = Context(open_store(folder), self._vault, clock, self._playbooks, RULES)  # type: ignore[arg-type]
        cases = CaseService(context)
        rows = cases.rows()
        case_id = rows[0].id if rows else cases.new_case("钱包打不开")[0].id
        return EvidenceService(context, NoLook()), case_id

    def _attach(self, evidence: EvidenceService, case_id: CaseId, source: Path) -> tuple[EvidenceService, CaseId]:
        if self._job.mutant == "early_answer":
            say(f"ACK 0 {LateVault(Path()).take(source, lambda done: None, lambda: False).sha256}")
        report = evidence.attach(case_id, [source], stored=lambda item: self._stored(item, source))
        for failed in report.failed:
            raise failed.error
        return evidence, case_id

    def _stored(self, item: Evidence, source: Path) -> None:
        if isinstance(self._vault, LateVault):
            self._vault.take_late(source)
        say(f"ACK {item.id} {item.file.sha256}")


def make_sources(folder: Path, seed: int, count: int) -> None:
    """Make the files of a round beside its data folder, of 1 byte to 20 KB."""
    rng = random.Random(seed)
    folder.parent.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        content = rng.randbytes(rng.choice((1, 700, 4096, 20_000)))
        (folder.parent / f"source-{seed}-{number}.bin").write_bytes(content)


def _child(job: Job, playbooks: OnePlaybook, gate: int) -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PTRACER, ctypes.c_long(_ANY_PROCESS))
    attacher = Attacher(job, playbooks)
    os.readv(gate, [bytearray(1)])  # until the test says go; readv: faults put into read leave it alone
    attacher.run()  # what it raises ends this process with a traceback and code 1, see Answers.bugs
    os._exit(0)


def _round(line: str, playbooks: OnePlaybook) -> None:
    read_end, write_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(write_end)
        _child(Job(**json.loads(line)), playbooks, read_end)
    os.close(read_end)
    say(f"PID {pid}")
    sys.stdin.readline()
    os.close(write_end)
    _, status = os.waitpid(pid, 0)
    say(f"END {os.waitstatus_to_exitcode(status)}")


def main() -> None:
    """Warm up in a scratch folder, so that rounds load nothing, then serve."""
    playbooks = OnePlaybook()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "data"
        make_sources(folder, 0, 1)
        silence, stdout = os.open(os.devnull, os.O_WRONLY), os.dup(1)
        os.dup2(silence, 1)
        for _ in range(2):
            Attacher(Job(str(folder), 0, 1), playbooks).run()
        os.dup2(stdout, 1)
    say("READY")
    while line := sys.stdin.readline():
        _round(line, playbooks)


if __name__ == "__main__":
    main()
