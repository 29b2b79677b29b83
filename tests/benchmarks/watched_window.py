"""Runs the window on a data folder, lets a script of steps act in it, and logs the beats of its event loop."""

from __future__ import annotations

import json
import os
import re
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from walletcase import app
from walletcase.ui.evidence.view import EvidenceTab
from walletcase.ui.window.view import MainWindow

BEAT_MS = 5
_POLL_MS = 2
_PATIENCE_S = 300.0

# A step yields what it waits for; the window lives on meanwhile.
Steps = Iterator[Callable[[], bool]]


class Heart:
    """Beats as often as the event loop lets it; ``gaps_ms`` are the times between beats."""

    def __init__(self, window: MainWindow) -> None:
        self._beats: list[float] = []
        self._timer = QTimer(window)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(lambda: self._beats.append(time.perf_counter()))
        self._timer.start(BEAT_MS)

    def begin(self) -> None:
        """Forget the beats so far."""
        self._beats.clear()

    def figures(self) -> dict[str, float]:
        """Return percentiles of the gaps between beats since ``begin``, in milliseconds."""
        return {"beats": len(self._beats)} | spread([later - before for before, later in pairwise(self._beats)], "gap")


def spread(seconds: Sequence[float], name: str) -> dict[str, float]:
    """Return the percentiles of some times as milliseconds."""
    order = sorted(seconds)
    at = {"p50": 0.5, "p95": 0.95, "p99": 0.99}
    figures = {f"{name}_{key}_ms": order[int(part * (len(order) - 1))] for key, part in at.items()}
    return {key: round(1000 * value, 1) for key, value in (figures | {f"{name}_max_ms": order[-1]}).items()}


def peaks_mb() -> dict[str, int]:
    """Return the most memory this process and each child still running have held (VmHWM), in MB."""
    children = Path("/proc/self/task").glob("*/children")
    pids = [pid for file in children for pid in file.read_text(encoding="ascii").split()]
    return {"app_mb": _peak("self"), "children_mb": sum(_peak(pid) for pid in pids)}


_T = TypeVar("_T", bound=QWidget)


def run(folder: Path, script: Callable[[EvidenceTab, Heart], Steps], figures: Callable[[], dict[str, Any]]) -> None:
    """Open the window on the only case of a data folder, run the script in its Evidence tab, print the figures."""
    run_in("evidence", EvidenceTab, folder, script, figures)


def run_in(
    name: str, kind: type[_T], folder: Path, script: Callable[[_T, Heart], Steps], figures: Callable[[], dict[str, Any]]
) -> None:
    """As run, in another tab of the case, by its name and its class."""
    furnish = MainWindow.furnish
    drivers: list[_Driver] = []  # kept: a timer holds on to nobody

    def furnished(window: MainWindow, *given: Any) -> None:
        furnish(window, *given)
        sys.excepthook = _give_up  # the window would show a box, and nobody would answer it
        assert window.rooms is not None
        window.rooms.rows_shown.connect(lambda rows: begin(window, rows[0].id))

    def begin(window: MainWindow, case_id: Any) -> None:
        assert window.rooms is not None
        if not drivers:
            drivers.append(_Driver(window, _walk(window, case_id, name, kind, script), figures))

    MainWindow.furnish = furnished  # type: ignore[method-assign, assignment]
    app.main(["--data-dir", str(folder), "--lang", "en"])


def _walk(
    window: MainWindow, case_id: Any, name: str, kind: type[_T], script: Callable[[_T, Heart], Steps]
) -> Steps:
    rooms = window.rooms
    assert rooms is not None
    rooms.page.open_case(case_id)
    yield lambda: rooms.page.record is not None
    rooms.page.open_tab(name)
    yield lambda: bool(rooms.findChildren(kind))
    yield from script(rooms.findChildren(kind)[0], Heart(window))


class _Driver:
    """Takes the next step when what the last one waits for has come true; ends the window after the last."""

    def __init__(self, window: MainWindow, steps: Steps, figures: Callable[[], dict[str, Any]]) -> None:
        self._window, self._steps, self._figures = window, steps, figures
        self._awaited: Callable[[], bool] = lambda: True
        self._since = time.monotonic()
        self._timer = QTimer(window)
        self._timer.timeout.connect(self._look)
        self._timer.start(_POLL_MS)

    def _look(self) -> None:
        if time.monotonic() - self._since > _PATIENCE_S:
            raise AssertionError("what was awaited did not come")
        if self._awaited():
            self._since = time.monotonic()
            try:
                self._awaited = next(self._steps)
            except StopIteration:
                sys.stdout.write(json.dumps(self._figures() | peaks_mb()) + "\n")
                sys.stdout.flush()
                self._end()

    def _end(self) -> None:
        self._timer.stop()
        self._window.close()


def _give_up(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    traceback.print_exception(kind, error, trace)
    sys.stderr.flush()
    os._exit(1)


def _peak(pid: str) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return round(int(found[1]) / 1024) if found else 0
