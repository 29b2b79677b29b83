"""What is different in a frozen build, in real processes that take themselves for one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FREEZE = "import sys; sys.frozen, sys.executable = True, sys.argv[1]\n"


def _run(code: str, *arguments: str, **environment: str) -> str:
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], env=env, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_resources_are_found_beside_the_program(tmp_path: Path) -> None:
    (tmp_path / "resources" / "playbooks").mkdir(parents=True)
    code = (
        "import sys; sys._MEIPASS = sys.argv[1]\n"
        "from walletcase.infra import resources; print(resources.folder())"
    )
    assert Path(_run(code, str(tmp_path))) == tmp_path / "resources"


@pytest.mark.parametrize(("frozen", "told"), [(True, "read"), (False, "refused")])
def test_the_media_child_may_read_its_modules_from_the_program_file(tmp_path: Path, frozen: bool, told: str) -> None:
    """PyInstaller's importer opens the program file for each module that is imported late: documents, for a PDF."""
    program = tmp_path / "walletcase"
    program.write_bytes(b"modules")
    code = (
        "from walletcase.media.limits import FileGuard\n"
        "FileGuard().install()\n"
        "try:\n    open(sys.argv[1], 'rb').close()\n    print('read')\n"
        "except PermissionError:\n    print('refused')\n"
    )
    assert _run((FREEZE if frozen else "import sys\n") + code, str(program)) == told


def test_no_other_file_beside_the_program_is_readable(tmp_path: Path) -> None:
    program, other = tmp_path / "walletcase", tmp_path / "walletcase-private"
    other.write_bytes(b"private")
    code = (
        "from walletcase.media.limits import FileGuard\n"
        "FileGuard().install()\n"
        "try:\n    open(sys.argv[2], 'rb').close()\n    print('read')\n"
        "except PermissionError:\n    print('refused')\n"
    )
    assert _run(FREEZE + code, str(program), str(other)) == "refused"


@pytest.mark.parametrize(("start", "command"), [(FREEZE, '"{}"'), ("", "walletcase")])
def test_without_a_screen_it_names_a_command_that_is_there(tmp_path: Path, start: str, command: str) -> None:
    code = start + "from walletcase.infra import preflight; print(preflight.own_command())"
    program = str(tmp_path / "walletcase")
    assert _run(code, program) == command.format(program)


@pytest.mark.parametrize("own", ["", "/opt/own"])
def test_programs_it_starts_get_the_users_library_path(own: str) -> None:
    script = ROOT / "resources" / "packaging" / "frozen_environment.py"
    code = f"import os, runpy; runpy.run_path({str(script)!r}); print(os.environ.get('LD_LIBRARY_PATH', 'none'))"
    kept = {"LD_LIBRARY_PATH_ORIG": own} if own else {}
    assert _run(code, LD_LIBRARY_PATH="/program/_internal", **kept) == (own or "none")
