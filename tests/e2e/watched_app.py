"""Runs main.py as it stands and tells what is on the screen; it does nothing to the app itself.

    python -m tests.e2e.watched_app ARGUMENTS OF MAIN.PY

Prints one line of JSON whenever something changed: where the focus is (as a screen reader calls it), what stands
there, which window is in front, and the words of the cards that name a next action.
"""

from __future__ import annotations

import json
import os
import runpy
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from walletcase.ui.case_page.next_card import NextCard
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.window.view import MainWindow

ROOT = Path(__file__).resolve().parents[2]
_LOOK_MS = 30


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget, with its label where it has one."""
    if widget.accessibleName():
        return widget.accessibleName()
    seen = QAccessible.queryAccessibleInterface(widget)
    return seen.text(QAccessible.Text.Name) if seen is not None else ""


def text_of(widget: QWidget) -> str:
    """What stands in a widget."""
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget.toPlainText()
    return widget.currentText() if isinstance(widget, QComboBox) else ""


class Watcher:
    """Looks often, and tells of what is new."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._told: dict[str, Any] = {}
        self._timer = QTimer(window)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_MS)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        # Afterwards: what a key does may move the focus twice.
        app.focusChanged.connect(lambda *_: QTimer.singleShot(0, self._timer, self.look))

    def look(self) -> None:
        """Tell what is on the screen, if it is not what was told last."""
        seen = self._focus() | self._words()
        if seen != self._told:
            self._told = seen
            sys.stdout.write(json.dumps(seen, ensure_ascii=False) + "\n")
            sys.stdout.flush()

    def _focus(self) -> dict[str, Any]:
        active, focus = QApplication.activeWindow(), QApplication.focusWidget()
        found: dict[str, Any] = {"pid": os.getpid(), "window": active.windowTitle() if active is not None else ""}
        found["dialog"] = type(active).__name__ if active is not None else ""
        if focus is None:
            return found | {"focus": "", "kind": "", "text": "", "place": 0}
        found |= {"focus": name_of(focus), "kind": type(focus).__name__, "text": text_of(focus)}
        return found | {"place": id(focus)}

    def _words(self) -> dict[str, Any]:
        rooms = self._window.rooms
        if rooms is None:
            return {"cards": [], "tab": -1, "step": "", "settled": False, "exhibits": 0}
        cards = [one for one in rooms.findChildren(NextCard) if one.isVisible()]
        words = [[label.text() for label in card.findChildren(PlainLabel) if label.text()] for card in cards]
        record = rooms.page.record
        page = rooms.step.page if record is not None else None
        return {
            "cards": words,
            "tab": rooms.page.bar.currentIndex(),
            "step": page.step.key if page is not None else "",
            "settled": page is not None and page.settled is not None,
            "exhibits": len(record.live_evidence) if record is not None else 0,
        }


def main() -> None:
    """Put the watcher in as soon as there are rooms, then run the app as a double-click does."""
    furnish = MainWindow.furnish

    def furnished(window: MainWindow, *given: Any) -> None:
        furnish(window, *given)
        window.watcher = Watcher(window)  # type: ignore[attr-defined]

    MainWindow.furnish = furnished  # type: ignore[method-assign, assignment]
    sys.argv[0] = str(ROOT / "main.py")
    runpy.run_path(str(ROOT / "main.py"), run_name="__main__")


if __name__ == "__main__":
    main()
