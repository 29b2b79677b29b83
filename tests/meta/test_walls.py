"""The walls stand: import contracts, ruff, mypy. Each kind of violation is planted in a copy and must be seen."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
CONTRACTS = {contract["name"]: contract for contract in SETTINGS["contracts"]}


def _run(*command: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def _lint_imports(cwd: Path) -> subprocess.CompletedProcess[str]:
    run = "from importlinter.cli import lint_imports_command as c; c()"
    return _run(sys.executable, "-c", run, "--no-cache", cwd=cwd)


def test_import_contracts_are_kept() -> None:
    done = _lint_imports(ROOT)
    assert done.returncode == 0, done.stdout[-4000:]
    assert "0 broken" in done.stdout


def test_no_test_is_left_out() -> None:
    """A tool that is missing fails the tests that need it."""
    ways = {"skip", "skipif", "xfail", "importorskip", "skipUnless", "SkipTest"}
    found = {
        f"{path.name}: {node.attr}"
        for path in sorted((ROOT / "tests").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ways and _is_of_pytest(node)
    }
    assert found == set()


def _is_of_pytest(node: ast.Attribute) -> bool:
    return ast.unparse(node.value) in ("pytest", "pytest.mark", "unittest")


def test_ruff_is_clean() -> None:
    done = _run(str(BIN / "ruff"), "check", "--no-cache", ".")
    assert done.returncode == 0, done.stdout[-4000:]


def test_mypy_is_clean() -> None:
    done = _run(str(BIN / "mypy"))
    assert done.returncode == 0, done.stdout[-4000:]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the code in which violations can be planted."""
    place = tmp_path_factory.mktemp("house")
    shutil.copytree(ROOT / "walletcase", place / "walletcase", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", place)
    return place


# (file, line to plant, name of the contract that must break)
PLANTED = [
    ("domain/ids.py", "import PySide6.QtCore", "No Qt, SQL or PDF in domain, services, infra"),
    ("services/cases.py", "import sqlalchemy", "No Qt, SQL or PDF in domain, services, infra"),
    ("infra/files.py", "import reportlab", "No Qt, SQL or PDF in domain, services, infra"),
    ("storage/vault.py", "def late():\n    import walletcase.ui.look.tokens", "Layers of the house"),
    ("services/cases.py", "import walletcase.infra.clock", "Layers of the house"),
    ("services/search.py", "import walletcase.services.facade", "No cycles among siblings"),
    (
        "storage/migrations/versions/v0001_first_schema.py",
        "import walletcase.storage.tables",
        "Migrations never import live tables",
    ),
    ("ui/wizard/autosave.py", "import walletcase.ui.wizard.view", "Presenters know no widgets"),
    ("ui/dossier/maker.py", "def late():\n    import walletcase.ui.dossier.panel", "Presenters know no widgets"),
    ("cli/commands.py", "import walletcase.ui.shell.bus", "Qt only in ui and app"),
    ("ui/look/tokens.py", "import walletcase.ui.shell.bus", "Layers of the window"),
    ("ui/timeline/words.py", "import walletcase.ui.evidence.words", "Layers of the window"),
    ("ui/shell/bus.py", "import sqlalchemy", "SQL only in storage"),
    ("media/sniff.py", "import reportlab", "PDF making only in export"),
    (
        "storage/vault.py",
        "import pikepdf",
        "PDF taken apart only in export, and in the child that makes redacted copies",
    ),
    ("ui/shell/bus.py", "import PIL", "Pictures are decoded only in media and export"),
    ("bootstrap.py", "import walletcase.storage.tables", "ORM rows never leave storage"),
    ("export/labels.py", "import appdirs", "Folders are named in one place"),
    ("cli/run.py", "import walletcase.app", "Layers of the house"),
    ("stray.py", "X = 1", "Layers of the house"),
]


@pytest.mark.parametrize(("file", "line", "contract"), PLANTED, ids=lambda value: str(value)[:40])
def test_a_planted_violation_breaks_its_contract(copy: Path, file: str, line: str, contract: str) -> None:
    target = copy / "walletcase" / file
    before = target.read_text(encoding="utf-8") if target.exists() else None
    target.write_text(f"{before or ''}\n{line}\n", encoding="utf-8")
    try:
        done = _lint_imports(copy)
    finally:
        if before is None:
            target.unlink()
        else:
            target.write_text(before, encoding="utf-8")
    assert done.returncode != 0, f"{file}: {line} went unseen"
    told = f"{contract} BROKEN" in done.stdout or (before is None and "stray" in done.stdout + done.stderr)
    assert told, done.stdout[-3000:]


def test_every_contract_has_a_planted_violation() -> None:
    assert {contract for _, _, contract in PLANTED} == set(CONTRACTS)


# What a presenter may have of QtGui: a picture is data.
SEEN_BUT_DATA = {
    "walletcase.ui.evidence.adding": {"PySide6.QtGui.QImage"},
    "walletcase.ui.evidence.imports": {"PySide6.QtGui.QImage"},
}
WIDGETS = ("PySide6.QtWidgets", "PySide6.QtGui", "walletcase.ui.widgets")


def _imported(text: str) -> Iterator[str]:
    """All dotted names that a module imports, also late."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _widgets_in(text: str) -> set[str]:
    return {name for name in _imported(text) if any(f"{name}.".startswith(f"{widgets}.") for widgets in WIDGETS)}


@pytest.mark.parametrize("module", CONTRACTS["Presenters know no widgets"]["source_modules"])
def test_a_presenter_imports_no_widget(module: str) -> None:
    text = (ROOT / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8")
    assert _widgets_in(text) == SEEN_BUT_DATA.get(module, set())


@pytest.mark.parametrize(
    "line",
    [
        "import PySide6.QtWidgets",
        "from PySide6 import QtWidgets",
        "from PySide6.QtWidgets import QWidget",
        "def late():\n    from PySide6.QtGui import QIcon",
        "from walletcase.ui.widgets.labels import PlainLabel",
    ],
)
def test_a_widget_in_a_presenter_is_seen(line: str) -> None:
    assert len(_widgets_in(f"from PySide6.QtCore import QObject\n{line}\n")) == 1


BANNED = [
    ("ui/timeline/view.py", "from PySide6.QtWidgets import QMessageBox as _Box", "TID251"),
    ("ui/timeline/view.py", "from PySide6.QtWidgets import QFileDialog as _Pick", "TID251"),
    ("ui/timeline/view.py", "from PySide6.QtWidgets import QLabel as _Label", "TID251"),
    ("services/cases.py", "import datetime\nNOW = datetime.datetime.now", "TID251"),
    ("services/cases.py", "import datetime\nDAY = datetime.date.today", "TID251"),
    ("export/labels.py", "from reportlab.platypus import Paragraph as _P", "TID251"),
    ("cli/run.py", "print('x')", "T20"),
    ("media/sniff.py", "def f():\n    try:\n        pass\n    except Exception:\n        pass", "BLE001"),
]


@pytest.mark.parametrize(("file", "line", "rule"), BANNED, ids=lambda value: str(value)[-40:])
def test_a_banned_name_is_seen(copy: Path, file: str, line: str, rule: str) -> None:
    target = copy / "walletcase" / file
    before = target.read_text(encoding="utf-8")
    target.write_text(f"{before}\n{line}\n", encoding="utf-8")
    try:
        done = _run(str(BIN / "ruff"), "check", "--no-cache", "--output-format=concise", str(target), cwd=copy)
    finally:
        target.write_text(before, encoding="utf-8")
    assert rule in done.stdout, done.stdout
