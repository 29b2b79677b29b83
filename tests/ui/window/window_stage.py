"""The main window with all its real rooms, on lanes that work at once; dialogs answer from lists."""

from __future__ import annotations

from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import CannedDialogs
from walletcase.domain.case import CaseRecord
from walletcase.domain.ids import CaseId
from walletcase.infra.settings import Settings, SettingsFile
from walletcase.services.facade import Services
from walletcase.ui.case_page.view import TAB_ORDER
from walletcase.ui.look.theme import Theme
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import Translators
from walletcase.ui.shell.tasks import InlineLane, Lane
from walletcase.ui.window.furniture import Furniture
from walletcase.ui.window.journeys import Journeys
from walletcase.ui.window.view import MainWindow


class WindowStage:
    """A furnished window. Its rooms are replaced with each change of language or look: always ask the stage."""

    def __init__(self, qtbot: QtBot, services: Services, settings_path: Path, settings: Settings | None = None) -> None:
        self.services = services
        self.settings_file = SettingsFile(settings_path)
        self.translators = Translators()
        chosen = settings or Settings(language="en", theme="light")
        self.translators.switch(chosen.language)
        self.theme = Theme(chosen.theme == "dark", chosen.text_percent)
        self.window = MainWindow(self.theme, self.translators, self.settings_file, chosen)
        self._bot = qtbot
        qtbot.addWidget(self.window)

    def furnish(self, db: Lane | None = None, files: Lane | None = None) -> WindowStage:
        """Put the rooms in and show the window."""
        self.window.furnish(self.services, db or InlineLane(), files or InlineLane())
        with self._bot.waitExposed(self.window):
            self.window.show()
        self.activate()
        return self

    def activate(self) -> None:
        """Be in front, as the system has it after a dialog: only then do the keys of the menu work."""
        self.window.activateWindow()
        self._bot.waitUntil(self.window.isActiveWindow)

    def end(self) -> None:
        """Leave the application as it was: no rooms, no translations, the plain look."""
        self.window.close()
        self.translators.switch("en")
        self.translators.clear()
        rooms = self.window.takeCentralWidget()
        if rooms is not None:
            shiboken6.delete(rooms)
        app = QApplication.instance()
        if isinstance(app, QApplication) and (self.theme.dark or self.theme.percent != 100):
            Theme().apply(app)

    @property
    def desk(self) -> Desk:
        """The desk in force, with dialogs that answer from lists."""
        assert self.window.desk is not None
        if not isinstance(self.window.desk.dialogs, CannedDialogs):
            self.window.desk.dialogs = CannedDialogs(self.window)
        return self.window.desk

    @property
    def dialogs(self) -> CannedDialogs:
        """What was asked and told."""
        dialogs = self.desk.dialogs
        assert isinstance(dialogs, CannedDialogs)
        return dialogs

    @property
    def rooms(self) -> Furniture:
        """The rooms in force."""
        assert self.window.rooms is not None
        return self.window.rooms

    @property
    def journeys(self) -> Journeys:
        """The journeys in force."""
        assert self.window.journeys is not None
        return self.window.journeys

    @property
    def titles(self) -> list[str]:
        """The listed cases, in their order."""
        model = self.rooms.cases.model
        return [str(model.index(place).data()) for place in range(model.rowCount())]

    @property
    def tab(self) -> str:
        """Which tab is in front."""
        return TAB_ORDER[self.rooms.page.bar.currentIndex()]

    @property
    def record(self) -> CaseRecord:
        """The case on the page."""
        record = self.rooms.page.record
        assert record is not None
        return record

    @property
    def toast(self) -> str:
        """What the toast says."""
        return self.desk.toasts.text

    def add_case(self, title: str, values: dict[str, str] | None = None) -> CaseId:
        """Make a case as another hand would, and have the list read it."""
        case, changes = self.services.cases.new_case(title, values=values)
        self.desk.bus.changed.emit(changes)
        return case.id

    def do(self, command: str) -> None:
        """Trigger a command as a click in the menu does; one that is hidden or greyed can't be."""
        assert self.window.wiring is not None
        action = self.window.wiring.actions[command]
        assert action.isVisible() and action.isEnabled(), command  # noqa: PT018 - both are one fact: it can be used
        self.desk  # noqa: B018 - cans the dialogs
        action.trigger()

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        self.desk  # noqa: B018 - cans the dialogs
        QTest.keyClick(self.focus, key, keys)
        QApplication.processEvents()

    @property
    def focus(self) -> QWidget:
        """Where the keys go."""
        front = QApplication.activeModalWidget() or self.window
        return front.focusWidget() or front

    def settle(self) -> None:
        """Let layouts and what was posted come to rest."""
        for _ in range(6):
            QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
