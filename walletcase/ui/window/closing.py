"""Closing the window: what is typed is saved first, and what would be left out is asked about."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.window.furniture import Furniture

_PATIENCE_MS = 15_000


def may_close(window: QWidget, desk: Desk, rooms: Furniture) -> bool:
    """Save what is typed and wait for it; ask where something would be left out or lost by closing now."""
    rooms.page.flush()
    _await_saves(window, desk)
    left = rooms.evidence.imports.state if rooms.is_built("evidence") else None
    if left is not None and left.running:
        question = translate("Journeys", "%n file(s) are not in yet. Close anyway?", "", left.total - left.done)
        more = translate("Journeys", "What is in stays. The rest must be added again.")
        if not desk.dialogs.confirm(question, more, translate("Journeys", "Close")):
            return False
    if not rooms.is_built("step") or rooms.step.autosave.is_idle:
        return True
    question = translate("Journeys", "Something you typed could not be saved. Close anyway?")
    more = translate("Journeys", "It is still in the form. Close only if you have kept it elsewhere.")
    verb = translate("Journeys", "Close without it")
    if desk.dialogs.confirm(question, more, verb, danger=True):
        return True
    rooms.page.open_tab("step")  # the reason stands there, beside the text
    return False


def _await_saves(window: QWidget, desk: Desk) -> None:
    """Come back when all that was asked of the database before has been answered: its lane is serial.

    A check of all files that is under way would keep the window waiting for minutes: it is asked to stop.
    """
    loop, answered = QEventLoop(), []
    desk.db.hurry()

    def back(_: object) -> None:
        answered.append(True)
        loop.quit()

    desk.db.run(lambda job: None, back, back, window)
    if not answered:
        QTimer.singleShot(_PATIENCE_MS, loop, loop.quit)  # a disk that hangs must not keep the window for ever
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
