"""What is missing is said before anything else is imported: in real processes, without this machine's packages."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from walletcase.infra import preflight

ROOT = Path(__file__).resolve().parents[2]


def run_main(*arguments: str, isolated: bool = False, **environment: str) -> subprocess.CompletedProcess[str]:
    """Start main.py from another folder, as a double-click does; ``isolated``: with no packages at all."""
    flags = ["-I", "-S"] if isolated else []
    keep = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(
        [sys.executable, *flags, str(ROOT / "main.py"), *arguments],
        env={**keep, "PYTHONIOENCODING": "utf-8", **environment},
        cwd=ROOT.parent,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


def test_missing_packages_are_named_with_the_command_that_brings_them() -> None:
    done = run_main(isolated=True)
    assert done.returncode == 3
    for package in ("PySide6-Essentials", "SQLAlchemy", "reportlab", "appdirs"):
        assert package in done.stderr
    assert f'"{sys.executable}" -m pip install' in done.stderr
    assert "缺少 Python 软件包" in done.stderr
    assert "Traceback" not in done.stderr


def test_every_package_of_the_project_is_looked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.match(r"[A-Za-z0-9_.-]+", line) for line in project["dependencies"]]
    assert {name[0].lower() for name in names if name} == {name.lower() for name in preflight.PACKAGES.values()}


def test_a_machine_without_wheels_does_without_what_needs_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr("platform.machine", lambda: "riscv64")
    ((_, english),) = preflight.missing_packages(window=True)
    assert "pi-heif" in english
    assert "sqlcipher3" not in english
    assert "rl_accel" not in english
    monkeypatch.setattr("platform.machine", lambda: "aarch64")
    ((chinese, english),) = preflight.missing_packages(window=True)
    assert "sqlcipher3" in english
    assert ", " not in chinese.splitlines()[0]


def test_the_command_line_does_not_ask_for_qt() -> None:
    done = run_main("list", isolated=True)
    assert done.returncode == 3
    assert "SQLAlchemy" in done.stderr
    assert "PySide6" not in done.stderr


def test_no_screen_names_the_command_line() -> None:
    done = run_main()
    assert done.returncode == 3
    assert "There is no screen" in done.stderr
    assert "python main.py list" in done.stderr
    assert len(done.stderr.strip().splitlines()) <= 3


def test_a_command_runs_without_a_screen(tmp_path: Path) -> None:
    done = run_main("--data-dir", str(tmp_path / "data"), "--lang", "en", "--json", "list")
    assert (done.returncode, done.stdout.strip()) == (0, '{"cases": []}'), done.stderr


def test_an_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    ((zh, en),) = preflight.old_python()
    assert "3.11" in zh
    assert "Python 3.11 or newer is needed; this is 3.9" in en


def test_an_old_python_can_read_both_files() -> None:
    import ast

    for path in (ROOT / "main.py", ROOT / "walletcase" / "infra" / "preflight.py"):
        ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 8))


def test_missing_libraries_are_named_with_their_packages() -> None:
    ((zh, en),) = preflight.missing_libraries({"libnosuchthing.so.7": "libnosuchthing7"})
    for text in (zh, en):
        assert "libnosuchthing.so.7" in text
        assert "sudo apt-get install -y libnosuchthing7" in text


def test_libraries_that_are_there_are_no_problem() -> None:
    assert preflight.missing_libraries({}) == []


def test_a_loadable_library_is_not_missed() -> None:
    assert preflight.missing_libraries({"libc.so.6": "libc6"}) == []


@pytest.mark.parametrize(
    ("qt", "python", "refused"),
    [("6.12.0", (3, 11), True), ("6.12.0", (3, 12), False), ("6.11.3", (3, 11), False), ("6.12.1", (3, 10), True)],
)
def test_the_pair_that_crashes_is_refused(qt: str, python: tuple[int, int], refused: bool) -> None:
    told = preflight.bad_pair(qt, python)
    assert (told is not None) is refused
    if told is not None:
        assert 'pip install "PySide6-Essentials>=6.8,<6.12"' in told[1]


def test_this_machine_is_ready_without_a_screen() -> None:
    assert preflight.look(True, {"QT_QPA_PLATFORM": "offscreen"}) == []


def test_every_wanted_package_is_a_dependency() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = " ".join(project["dependencies"])
    assert [name for name in preflight.PACKAGES.values() if name not in declared] == []
