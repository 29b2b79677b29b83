"""A power loss at any instant loses nothing that was said to be stored; each missing sync would be found."""

from __future__ import annotations

import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from tests.reliability.attach_driver import Job
from tests.reliability.harness import Driver, faults, setting
from tests.reliability.power_loss import MODELS, STRACE, Call, Disk, read_log, write_state
from walletcase.storage.head_note import NAME

_ATTACHES = 6
_MEMORY = Path("/dev/shm")  # states need no disk of their own
_MUTANTS = ("no_file_sync", "no_folder_sync", "row_first", "early_answer", "synchronous_off", "journal_in_memory")


def record(driver: Driver, tmp_path: Path, mutant: str = "") -> tuple[Path, list[Call]]:
    """Record a first start and some attaches; return the data folder and the calls."""
    folder = tmp_path / f"recorded{mutant}" / "data"
    log = tmp_path / f"{mutant}.strace"
    answers = driver.run(Job(str(folder), 7, _ATTACHES, mutant), strace=[*STRACE, "-o", str(log)])
    assert (answers.bugs, answers.errors) == ([], [])
    assert len(answers.acks) >= _ATTACHES
    return folder, list(read_log(log))


def states(calls: list[Call], folder: Path, most: int) -> Iterator[tuple[str, Disk, tuple[set[str], dict[str, bytes]]]]:
    """Yield at most so many different states after a power loss, spread over all moments and models."""
    rng = random.Random(20261122)
    disk = Disk(folder)
    moments = [number for number, call in enumerate(calls) if disk.follow(call)]
    chosen = [(moment, model) for moment in moments for model in MODELS]
    if len(chosen) > most:
        chosen = rng.sample(chosen, most)
    elif most > len(chosen):  # more were asked for than there are moments: more rolls of the dice
        chosen += [(rng.choice(moments), "random") for _ in range(most - len(chosen))]
    by_moment: dict[int, list[str]] = {}
    for moment, model in chosen:
        by_moment.setdefault(moment, []).append(model)
    disk, seen = Disk(folder), set()
    for number, call in enumerate(calls):
        disk.follow(call)
        for model in by_moment.get(number, ()):
            state = disk.after_loss(model, rng)
            content = sorted((path, sha256(data).digest()) for path, data in state[1].items())
            key = repr((sorted(state[0]), content, len(disk.acks)))
            if key not in seen:
                seen.add(key)
                yield f"{model} after call {number} ({call.name})", disk, state


def check(folder: Path, calls: list[Call], most: int, enough: int) -> tuple[int, list[str]]:
    """Open each state as the app would; return how many were looked at and what was wrong, at most ``enough``."""
    found: list[str] = []
    count = 0
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as scratch:
        for name, disk, state in states(calls, folder, most):
            place = Path(scratch) / "data"
            write_state(state, folder, place)
            count += 1
            found += [f"{name}: {fault}" for fault in faults(place, disk.acks)]
            shutil.rmtree(place)
            if len(found) >= enough:
                break
    return count, found


def test_no_state_loses_what_was_acknowledged(driver: Driver, tmp_path: Path, report: Callable[..., None]) -> None:
    start = time.perf_counter()
    folder, calls = record(driver, tmp_path)
    count, found = check(folder, calls, setting("WALLETCASE_REPLAY", 250), enough=10)
    seconds = round(time.perf_counter() - start, 1)
    report("power-loss states", states=count, calls=len(calls), violations=len(found), seconds=seconds)
    assert found == []
    assert count >= 100


@pytest.mark.parametrize("mutant", _MUTANTS)
def test_a_missing_sync_or_a_wrong_order_is_found(
    driver: Driver, tmp_path: Path, report: Callable[..., None], mutant: str
) -> None:
    folder, calls = record(driver, tmp_path, mutant)
    count, found = check(folder, calls, 200, enough=1)
    report(f"power-loss mutant {mutant}", states=count, found=found[:1])
    assert found


def test_the_whole_recording_replays_to_what_is_on_the_disk(driver: Driver, tmp_path: Path) -> None:
    folder, calls = record(driver, tmp_path)
    disk = Disk(folder)
    for call in calls:
        disk.follow(call)
    _, files = disk.after_loss("strict", random.Random(0))
    there = {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    # The note of the journal's newest line is not forced onto the disk: lost, it is made again by the next line.
    noted = str(folder / NAME)
    assert there.pop(noted)
    assert files.pop(noted) == b""
    assert files == there
    assert len(disk.acks) == _ATTACHES


def test_a_call_that_the_model_does_not_know_is_an_error(tmp_path: Path) -> None:
    call = Call("copy_file_range", 3, (str(tmp_path / "a"),), b"", (), 1, creates=False, truncates=False)
    with pytest.raises(ValueError, match="copy_file_range is not modelled"):
        Disk(tmp_path).follow(call)
