"""The Step tab as the case page keeps it: shown a case anew with every change."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from walletcase.domain.case import CaseRecord
from walletcase.domain.ids import CaseId
from walletcase.services.changes import Changes
from walletcase.ui.shell.desk import Desk
from walletcase.ui.wizard.view import StepTab


class Stage:
    """A window with the Step tab of one case in it."""

    def __init__(self, qtbot: QtBot, desk: Desk, values: dict[str, str] | None = None) -> None:
        self.desk = desk
        self.case_id: CaseId = desk.services.cases.new_case("钱包打不开", values=values)[0].id
        self.tab = StepTab(desk)
        self.seen: list[Changes] = []
        qtbot.addWidget(self.tab)
        desk.bus.changed.connect(self._follow)
        self.tab.show_case(self.record, None)
        self.tab.resize(1000, 700)
        with qtbot.waitExposed(self.tab):
            self.tab.show()

    @property
    def record(self) -> CaseRecord:
        """The case as it is stored."""
        return self.desk.services.cases.open(self.case_id)

    @property
    def focus(self) -> QWidget:
        """The widget that has the focus."""
        focus = self.tab.focusWidget()
        assert focus is not None
        return focus

    def _follow(self, changes: Changes) -> None:
        self.seen.append(changes)
        self.tab.show_case(self.record, changes)


def compose(widget: QWidget, preedit: str) -> None:
    """Show what an input method is composing."""
    QCoreApplication.sendEvent(widget, QInputMethodEvent(preedit, []))


def commit(widget: QWidget, text: str) -> None:
    """Enter a text as an input method does."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QCoreApplication.sendEvent(widget, event)
