"""What is loaded when: no Qt in the command line, no heavy library before the window is painted."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("reportlab", "pikepdf", "PIL", "pypdfium2", "alembic", "sqlalchemy", "sqlcipher3", "tests")

FIRST_PAINT = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from walletcase import app
from walletcase.ui.window.view import MainWindow
seen = []
paint = MainWindow.paintEvent
def first(self, event):
    if not seen:
        seen.append(sorted({name.partition(".")[0] for name in sys.modules}))
        seen.append(sorted(name for name in sys.modules if name.startswith("PySide6.Qt")))
        QTimer.singleShot(0, self.close)
    return paint(self, event)
MainWindow.paintEvent = first
code = app.main(["--data-dir", sys.argv[1]])
print(json.dumps([code, *seen]))
"""


def _modules(code: str, *arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout.splitlines()[-1]))


def test_the_command_line_loads_no_qt(tmp_path: Path) -> None:
    code = (
        "import json, sys\n"
        "from walletcase.__main__ import main\n"
        "code = main(['--data-dir', sys.argv[1], 'sample'])\n"
        "print(json.dumps([str(code), *sorted(sys.modules)]))"
    )
    loaded = _modules(code, str(tmp_path))
    assert loaded[0] == "0"
    assert [name for name in loaded if name.startswith(("PySide6", "shiboken6"))] == []


def test_nothing_heavy_is_loaded_at_first_paint(tmp_path: Path) -> None:
    code, loaded, qt = _modules(FIRST_PAINT, str(tmp_path))
    assert str(code) == "0"
    assert [name for name in HEAVY if name in loaded] == []
    known = {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtSvg", "PySide6.QtNetwork"}
    assert set(qt) == known


def test_importing_does_nothing(tmp_path: Path) -> None:
    """Every module of ours can be imported without making a file or a Qt application."""
    code = (
        "import importlib, json, pkgutil, walletcase\n"
        "names = [m.name for m in pkgutil.walk_packages(walletcase.__path__, 'walletcase.')]\n"
        "names = [n for n in names if not n.endswith(('__main__', '.env')) and '.versions.' not in n]\n"
        "[importlib.import_module(n) for n in names]\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "assert QCoreApplication.instance() is None\n"
        "print(json.dumps(names))"
    )
    before = set(tmp_path.rglob("*"))
    assert len(_modules(code)) > 60
    assert set(tmp_path.rglob("*")) == before
