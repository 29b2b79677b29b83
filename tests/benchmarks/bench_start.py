"""From process start to the first picture and to the filled list, beside a bare Qt window; prints JSON."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from PySide6.QtGui import QFontDatabase
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", time.time(), flush=True)
        QTimer.singleShot(0, self.close)
app = QApplication([])
QFontDatabase.addApplicationFont(sys.argv[1])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""
OURS = """
import sys, time
from walletcase import app
from walletcase.ui.window.view import MainWindow
paint, furnish = MainWindow.paintEvent, MainWindow.furnish
def painted(self, event):
    paint(self, event)
    print("painted", time.time(), flush=True)
def filled(self, *given):
    furnish(self, *given)
    def told(rows):
        print("filled", time.time(), flush=True)
        self.close()
    self.rooms.rows_shown.connect(told)
MainWindow.paintEvent, MainWindow.furnish = painted, filled
app.main(["--data-dir", sys.argv[1]])
"""


def run(code: str, argument: str) -> dict[str, float]:
    """Return seconds from the start of a process to each first mark that it prints."""
    start = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code, argument],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, check=True,
    )
    marks: dict[str, float] = {}
    for line in done.stdout.splitlines():
        name, at = line.split()
        marks.setdefault(name, float(at) - start)
    return marks


def measure(rounds: int) -> dict[str, float]:
    """Return medians in seconds and ratios to the bare window."""
    font = str(ROOT / "resources/fonts/NotoSansSC-Regular.ttf")
    with tempfile.TemporaryDirectory() as folder:
        run(OURS, folder)  # the data folder is there and the files are in the machine's cache
        bare = statistics.median(run(BARE, font)["painted"] for _ in range(rounds))
        marks = [run(OURS, folder) for _ in range(rounds)]
    painted = statistics.median(mark["painted"] for mark in marks)
    filled = statistics.median(mark["filled"] for mark in marks)
    seconds = {"bare_s": round(bare, 3), "painted_s": round(painted, 3), "filled_s": round(filled, 3)}
    return seconds | {"painted_ratio": round(painted / bare, 2), "filled_ratio": round(filled / bare, 2)}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 7)) + "\n")
