"""The wheel holds the whole program: run from an unpacked one, in another folder, it finds its resources."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from configparser import ConfigParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAIN = "import sys; from walletcase.__main__ import main; sys.exit(main())"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, as pip would have it built, without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    code = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return folder / done.stdout.split()[-1]


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel unpacked, as it lies in site-packages."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def _run(site: Path, cwd: Path, code: str, *arguments: str) -> str:
    # -P and cwd: nothing of the checkout is found by accident; PYTHONPATH goes before an editable installation.
    done = subprocess.run(
        [sys.executable, "-P", "-c", code, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(site), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _files(folder: Path, *, without: str = "") -> set[str]:
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in found if "__pycache__" not in path.parts and path.parts[0] != without}


def test_the_wheel_holds_every_module_and_resource_and_no_recipes(site: Path) -> None:
    inside = _files(site / "walletcase", without="resources")
    assert inside == _files(ROOT / "walletcase")
    assert _files(site / "walletcase" / "resources") == _files(ROOT / "resources", without="packaging")
    assert {path.name.partition("-")[0] for path in site.iterdir()} == {"walletcase"}


def test_sample_and_export_run_from_the_wheel(site: Path, tmp_path: Path) -> None:
    used = "from walletcase.infra import resources; print(resources.folder())"
    assert Path(_run(site, tmp_path, used).strip()) == site / "walletcase" / "resources"
    data = ("--data-dir", str(tmp_path / "data"), "--json")
    number = json.loads(_run(site, tmp_path, MAIN, *data, "sample"))["case"]
    to = tmp_path / "dossier.pdf"
    made = json.loads(_run(site, tmp_path, MAIN, *data, "--lang", "zh_CN", "export", number, "--to", str(to)))
    assert to.read_bytes().startswith(b"%PDF-")
    # Nine of ten exhibits have pages (the tenth is a text): the child that looks at files was started from there too.
    assert made["pages"] > 15
    assert [problem for problem in made["problems"] if "不完整" in problem] == []
    assert json.loads(_run(site, tmp_path, MAIN, *data, "verify")) == {"ok": True, "problems": []}


def test_both_commands_lead_into_the_program(site: Path) -> None:
    scripts = ConfigParser()
    (entry_points,) = site.glob("*.dist-info/entry_points.txt")
    scripts.read_string(entry_points.read_text(encoding="utf-8"))
    assert scripts["console_scripts"]["walletcase"] == "walletcase.__main__:main"
    assert scripts["gui_scripts"]["walletcase-gui"] == "walletcase.__main__:main"


def test_the_desktop_entry_starts_an_installed_command() -> None:
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(ROOT / "resources" / "packaging" / "walletcase.desktop", encoding="utf-8")
    desktop = entry["Desktop Entry"]
    assert desktop["Exec"].split() == ["walletcase", "%F"]
    assert desktop["TryExec"] == "walletcase"
    for key in ("Name", "GenericName", "Comment", "Keywords"):
        assert desktop[key] != desktop[f"{key}[zh_CN]"]
