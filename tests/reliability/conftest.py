"""Kills, traces and faults need Linux; elsewhere these tests are not collected. On Linux a missing strace fails."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

if sys.platform != "linux":
    collect_ignore_glob = ["test_*.py"]
else:
    from tests.reliability.harness import Driver

    @pytest.fixture(scope="module")
    def driver() -> Iterator[Driver]:
        """A warm driver."""
        started = Driver()
        yield started
        started.close()


@pytest.fixture
def report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., None]:
    """Show the numbers of a run, however pytest captures."""

    def show(name: str, **numbers: object) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n[reliability] {name}: {json.dumps(numbers)}\n")

    return show
