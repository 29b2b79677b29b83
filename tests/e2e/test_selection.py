"""Words of an exhibit that are only marked are not pasted by the middle button: X11's other clipboard stays empty."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.desktop import ROOT, Screen

MARK = """
import sys
import time
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from walletcase.ui.evidence.text_leaving import TextLeaving, marked
app = QApplication([])
edit = QPlainTextEdit("ID 110101199003071234 of the exhibit")
edit.resize(600, 200)
edit.show()
QTest.qWaitForWindowExposed(edit)
if sys.argv[1] == "watched":
    leaving = TextLeaving(None, lambda: None, edit)
    leaving.watch(edit)
place = edit.viewport()
QTest.mousePress(place, Qt.MouseButton.LeftButton, pos=QPoint(10, 12))
QTest.mouseMove(place, QPoint(300, 12))
QTest.mouseRelease(place, Qt.MouseButton.LeftButton, pos=QPoint(300, 12))
end = time.monotonic() + 20
while not marked(edit):
    assert time.monotonic() < end
    QTest.qWait(10)
print(QGuiApplication.clipboard().text(QClipboard.Mode.Selection))
"""


@pytest.mark.parametrize(("how", "held"), [("watched", False), ("left alone", True)])
def test_marked_words_of_an_exhibit_stay_in_the_app(tmp_path: Path, how: str, held: bool) -> None:
    screen = Screen(tmp_path / "screen.log")
    try:
        command = [sys.executable, "-c", MARK, how]
        done = subprocess.run(
            command, cwd=ROOT, env={**os.environ, **screen.env}, capture_output=True, text=True, check=False
        )
    finally:
        screen.close()
    assert done.returncode == 0, done.stderr
    assert ("110101" in done.stdout) is held
