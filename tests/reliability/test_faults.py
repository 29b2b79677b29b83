"""Whatever call the system refuses, the attach fails as a whole, says so, and works when tried again."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.reliability.attach_driver import Job
from tests.reliability.harness import Answers, Driver, faults, leftovers, setting

_CALLS = (
    *("write", "pwrite64", "fsync", "ftruncate", "rename", "mkdir", "unlink"),
    *("openat", "fchmod", "fcntl", "pread64", "read"),
)
_ERRORS = ("ENOSPC", "EIO", "EDQUOT")
_ATTACHES = 3
_EXPECTED = {"disk_full", "disk_error", "store_unwritable", "store_locked", "file_unreadable"}


# SQLite calls a page that the disk can't read malformed, so a failed pread64 may be told as store_damaged too.


@dataclass(frozen=True)
class Fault:
    """The ``nth`` call of a name fails, and if it is sticky every later one too."""

    call: str
    error: str
    nth: int
    sticky: bool

    @property
    def strace(self) -> list[str]:
        """Return strace's options for it."""
        when = f"{self.nth}+" if self.sticky else f"{self.nth}"
        return ["-e", f"trace={self.call}", "-e", f"inject={self.call}:error={self.error}:when={when}"]


def counts(driver: Driver, tmp_path: Path) -> dict[str, int]:
    """Return how often each call is made in an undisturbed round."""
    log = tmp_path / "counts.strace"
    job = Job(str(tmp_path / "counts" / "data"), 1, _ATTACHES)
    driver.run(job, strace=["-e", f"trace={','.join(_CALLS)}", "-o", str(log)])
    words = [line.split(maxsplit=1)[1] for line in log.read_text("ascii").splitlines()]
    return {call: sum(word.startswith(f"{call}(") for word in words) for call in _CALLS}


def plan(made: dict[str, int], most: int) -> list[Fault]:
    """Return at most ``most`` faults (0: all), every call among them, spread over all their places."""
    every = [
        Fault(call, error, nth, sticky)
        for call, count in made.items()
        for nth in range(1, count + 1)
        for error in _ERRORS
        for sticky in (False, True)
    ]
    rng = random.Random(20261122)
    rng.shuffle(every)
    if not most:
        return every
    first = [next(fault for fault in every if fault.call == call) for call, count in made.items() if count]
    return (first + [fault for fault in every if fault not in first])[:most]


def violations(folder: Path, fault: Fault, answers: Answers) -> list[str]:
    """Return what a round under a fault did wrong."""
    found = list(answers.bugs)
    expected = {*_EXPECTED, "store_damaged"} if fault.call == "pread64" else _EXPECTED
    found += [f"told as {error}" for error in answers.errors if error not in expected]
    found += faults(folder, answers.acks)
    found += [f"left in tmp: {name}" for name in leftovers(folder)]
    if not fault.sticky and len(answers.acks) != _ATTACHES:
        found.append(f"only {len(answers.acks)} of {_ATTACHES} files went in although one call failed once")
    return [f"{fault}: {what}" for what in found]


def test_every_refused_call_is_told_and_survived(
    driver: Driver, tmp_path: Path, report: Callable[..., None]
) -> None:
    start = time.perf_counter()
    found: list[str] = []
    injected = told = 0
    made = counts(driver, tmp_path)
    planned = plan(made, setting("WALLETCASE_FAULTS", 50))
    for number, fault in enumerate(planned):
        log = tmp_path / f"{number}.strace"
        folder = tmp_path / f"fault{number}" / "data"
        answers = driver.run(Job(str(folder), number, _ATTACHES), strace=[*fault.strace, "-o", str(log)])
        injected += "(INJECTED)" in log.read_text("ascii", "replace")
        told += bool(answers.errors)
        found += violations(folder, fault, answers)
    seconds = round(time.perf_counter() - start, 1)
    report("refused calls", faults=injected, told=told, violations=len(found), calls=made, seconds=seconds)
    assert found == []
    assert injected >= len(planned) * 0.9  # where a call falls varies a little between rounds
    assert told >= injected / 3  # the others hit calls whose failure costs nothing
    assert all(made.values())
