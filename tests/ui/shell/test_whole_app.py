"""The whole app in a process of its own: faults off the window's thread, a second start, a disk that is full."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from walletcase.services.facade import Services

ROOT = Path(__file__).resolve().parents[3]
PATIENCE_S = 60


def environment() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)}


def command(scene: str, folder: Path) -> list[str]:
    return [sys.executable, "-m", "tests.ui.shell.app_driver", scene, str(folder)]


def play(scene: str, folder: Path) -> list[dict[str, Any]]:
    """Play a scene to its end and return what happened."""
    done = subprocess.run(
        command(scene, folder),
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE_S,
    )
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, done.stderr
    assert events[-1] == {"event": "ended", "code": 0}, done.stderr
    return events


def of_kind(events: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [{k: v for k, v in event.items() if k != "event"} for event in events if event["event"] == kind]


def logged(folder: Path) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in sorted((folder / "logs").iterdir()))


def test_a_fault_off_the_windows_thread_is_told_once_on_it_and_logged(tmp_path: Path) -> None:
    events = play("faults", tmp_path / "data")
    told = of_kind(events, "told")
    assert len(told) == 3
    assert {(one["here"], one["has_details"]) for one in told} == {(True, True)}
    assert of_kind(events, "alive") == [{}]
    log = logged(tmp_path / "data")
    assert log.count("ZeroDivisionError: planted off the window's thread") == 2
    assert "LookupError: planted in a slot" in log
    assert "RuntimeError: planted in a job" in log


def test_what_cannot_be_saved_while_closing_is_told_and_not_lost(services: Services) -> None:
    case_id = services.cases.new_case("one")[0].id
    events = play("full_disk", services.data_folder)
    assert of_kind(events, "asked") == [{"question": "Something you typed could not be saved. Close anyway?"}]
    told = "Not saved yet: The disk is full: wallet.sqlite3 can't be written."
    assert of_kind(events, "stayed") == [{"visible": True, "text": "typed last", "told": [told]}]
    assert of_kind(events, "closed") == [{"visible": False}]
    assert "typed last" in services.cases.open(case_id).values.values()


@contextmanager
def running(scene: str, folder: Path) -> Iterator[IO[str]]:
    """A scene that goes on while something else is done; yields what it prints."""
    process = subprocess.Popen(
        command(scene, folder), cwd=ROOT, env=environment(), stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert process.stdout is not None
    try:
        yield process.stdout
        process.wait(PATIENCE_S)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        process.stdout.close()


def test_a_second_start_hands_its_files_to_the_first(tmp_path: Path) -> None:
    files = [tmp_path / "截图 1.png", tmp_path / "note.txt"]
    for file in files:
        file.write_text("x", encoding="utf-8")
    with running("first_start", tmp_path / "data") as printed:
        assert json.loads(printed.readline()) == {"event": "furnished"}
        second = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "--data-dir", str(tmp_path / "data"), *map(str, files)],
            cwd=tmp_path,
            env=environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE_S,
        )
        assert (second.returncode, second.stderr) == (0, "")
        assert json.loads(printed.readline()) == {"event": "raised", "files": [str(file) for file in files]}
        assert json.loads(printed.readline()) == {"event": "ended", "code": 0}
