"""Runs the whole app in this process and plays one scene; prints a line of JSON for each thing that happened.

    python -m tests.ui.shell.app_driver SCENE DATA_FOLDER

Dialogs are answered from a list. Whatever goes wrong, the process ends itself after HARD_LIMIT_S.
"""

from __future__ import annotations

import faulthandler
import json
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from walletcase import app
from walletcase.domain.errors import UserError
from walletcase.services.changes import Changes
from walletcase.services.flow import FlowService
from walletcase.ui.shell.dialogs import Dialogs
from walletcase.ui.window.view import MainWindow
from walletcase.ui.wizard.unsaved import UnsavedCard

HARD_LIMIT_S = 40
_STEP_MS = 20


def say(**what: Any) -> None:
    """Print what happened."""
    sys.stdout.write(json.dumps(what, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def on_windows_thread() -> bool:
    """Whether this is the thread of the window."""
    application = QApplication.instance()
    return application is not None and QThread.currentThread() is application.thread()


class Scene:
    """A window with its rooms, and what is done to it step by step: a step that returns False comes again."""

    def __init__(self) -> None:
        self.window: MainWindow
        self.answers: list[bool] = []
        self.steps: list[Callable[[], object]] = []
        furnish, raise_with = MainWindow.furnish, MainWindow.raise_with

        def furnished(window: MainWindow, *given: Any) -> None:
            furnish(window, *given)
            self.window = window
            say(event="furnished")
            self._next()

        def raised(window: MainWindow, files: list[Path]) -> None:
            say(event="raised", files=[str(file) for file in files])
            raise_with(window, [])
            window.close()

        def tell(_: Dialogs, happened: str, more: str, details: str = "") -> None:
            say(event="told", happened=happened, here=on_windows_thread(), has_details=bool(details))

        def confirm(_: Dialogs, question: str, more: str, verb: str, *, danger: bool = False) -> bool:
            say(event="asked", question=question)
            return self.answers.pop(0)

        MainWindow.furnish = furnished  # type: ignore[method-assign, assignment]
        MainWindow.raise_with = raised  # type: ignore[method-assign, assignment]
        Dialogs.tell = tell  # type: ignore[method-assign, assignment]
        Dialogs.confirm = confirm  # type: ignore[method-assign, assignment]

    def _next(self) -> None:
        QTimer.singleShot(_STEP_MS, self.window, self._step)

    def _step(self) -> None:
        if not self.steps:
            return
        try:
            done = self.steps[0]()
        finally:
            self._next()
        if done is not False:
            self.steps.pop(0)


def faults(scene: Scene) -> None:
    """Twice the same fault on another thread, one on a slot, one in a job."""

    def break_() -> None:
        raise ZeroDivisionError("planted off the window's thread")

    def on_threads() -> None:
        for _ in range(2):
            thread = threading.Thread(target=break_)
            thread.start()
            thread.join()

    def on_slot() -> None:
        scene.steps.pop(0)  # this step raises, and is not to come again
        raise LookupError("planted in a slot")

    def in_job() -> None:
        def work() -> Changes:
            raise RuntimeError("planted in a job")

        desk = scene.window.desk
        assert desk is not None
        desk.change(scene.window, work)

    scene.steps += [on_threads, on_slot, in_job, _settle(), lambda: say(event="alive"), lambda: scene.window.close()]


def _settle(times: int = 10) -> Callable[[], bool]:
    """A step that waits a little: what is on its way arrives."""
    left = [times]

    def wait() -> bool:
        left[0] -= 1
        return left[0] <= 0

    return wait


def full_disk(scene: Scene) -> None:
    """What is typed last can't be stored: the person stays, the disk has room again, nothing is lost."""
    store = FlowService.save_draft

    def refuse(service: FlowService, *given: Any, **named: Any) -> Changes:
        raise UserError("disk_full", file="wallet.sqlite3")

    def field() -> QPlainTextEdit:
        assert scene.window.rooms is not None
        return scene.window.rooms.step.findChildren(QPlainTextEdit)[0]

    def is_open() -> bool:
        return scene.window.rooms is not None and scene.window.rooms.page.record is not None

    def type_() -> None:
        FlowService.save_draft = refuse  # type: ignore[method-assign, assignment]
        field().setPlainText("typed last")
        assert scene.window.rooms is not None
        scene.window.rooms.page.open_tab("facts")

    def close_in_vain() -> None:
        scene.answers = [False]
        scene.window.close()
        assert scene.window.rooms is not None
        cards = [card for card in scene.window.rooms.step.findChildren(UnsavedCard) if card.isVisible()]
        told = [card.happened.text() for card in cards]
        say(event="stayed", visible=scene.window.isVisible(), text=field().toPlainText(), told=told)

    def close_again() -> None:
        FlowService.save_draft = store  # type: ignore[method-assign]
        scene.window.close()
        say(event="closed", visible=scene.window.isVisible())

    scene.steps += [is_open, type_, close_in_vain, _settle(), close_again]


def first_start(scene: Scene) -> None:
    """Nothing is done: a second start comes."""


SCENES: dict[str, Callable[[Scene], None]] = {"faults": faults, "full_disk": full_disk, "first_start": first_start}


if __name__ == "__main__":
    faulthandler.dump_traceback_later(HARD_LIMIT_S, exit=True)
    try:
        scene = Scene()
        SCENES[sys.argv[1]](scene)
        code = app.main(["--data-dir", sys.argv[2], "--lang", "en"])
    except BaseException:
        traceback.print_exc()
        raise
    say(event="ended", code=code)
