"""A process that dies at any instant loses nothing that it said was stored."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

from tests.reliability.attach_driver import Job
from tests.reliability.harness import Driver, faults, leftovers, setting

_ROUNDS_A_CHECK = 10
_ROUNDS_A_FOLDER = 100
_EARLIEST_LAST_S = 0.030
_ENDLESS = 12  # more files than fit into the longest round


def latest_kill_s(driver: Driver, tmp_path: Path) -> float:
    """Return the latest moment of death: 30 ms, or two attaches where fsync is slow, so that some are acknowledged."""
    start = time.perf_counter()
    answers = driver.run(Job(str(tmp_path / "timed" / "data"), 1, 10))
    assert len(answers.acks) == 10
    return max(_EARLIEST_LAST_S, (time.perf_counter() - start) / 5)


def kill_rounds(driver: Driver, tmp_path: Path, kills: int, mutant: str = "") -> tuple[list[str], int]:
    """Kill so many rounds; return what is wrong after each ten, and how many items were acknowledged."""
    rng = random.Random(20261122)
    found: list[str] = []
    acks: list[tuple[int, str]] = []
    total, latest_s = 0, latest_kill_s(driver, tmp_path)
    for number in range(kills):
        if number % _ROUNDS_A_FOLDER == 0:
            acks.clear()
        folder = tmp_path / f"{mutant}{number // _ROUNDS_A_FOLDER}" / "data"
        job = Job(str(folder), rng.randrange(2**32), _ENDLESS, mutant)
        answers = driver.run(job, kill_after_s=rng.uniform(0, latest_s))
        for source in folder.parent.glob("source-*"):
            source.unlink()
        acks += answers.acks
        total += len(answers.acks)
        found += [f"round {number}: {bug}" for bug in answers.bugs + answers.errors]
        if number % _ROUNDS_A_CHECK == _ROUNDS_A_CHECK - 1 or number == kills - 1:
            found += [f"after round {number}: {fault}" for fault in faults(folder, acks)]
            found += [f"after round {number}: left in tmp: {name}" for name in leftovers(folder)]
    return found, total


def test_nothing_acknowledged_is_lost(driver: Driver, tmp_path: Path, report: Callable[..., None]) -> None:
    kills = setting("WALLETCASE_KILLS", 60)
    start = time.perf_counter()
    found, acks = kill_rounds(driver, tmp_path, kills)
    seconds = round(time.perf_counter() - start, 1)
    report("kills during attach", kills=kills, acknowledged=acks, violations=len(found), seconds=seconds)
    assert found == []
    assert acks >= kills / 5  # the kills fell into the work, not before it


def test_the_kills_find_a_row_written_before_its_file(
    driver: Driver, tmp_path: Path, report: Callable[..., None]
) -> None:
    found, acks = kill_rounds(driver, tmp_path, 40, "row_first")
    report("kills of a mutant that writes the row first", kills=40, acknowledged=acks, violations=len(found))
    assert any("file missing" in fault for fault in found)
