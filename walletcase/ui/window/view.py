"""The main window: shown empty at once, furnished when the data folder is open."""

from __future__ import annotations

import base64
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from walletcase.domain.ids import CaseId
from walletcase.infra.settings import Settings, SettingsFile
from walletcase.ui.look.theme import Theme
from walletcase.ui.shell.bus import Bus
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.dialogs import Dialogs
from walletcase.ui.shell.drops import accept_copy, files_of
from walletcase.ui.shell.i18n import Translators, choose
from walletcase.ui.shell.tasks import Lane
from walletcase.ui.widgets.toast import Toasts
from walletcase.ui.window.midnight import DayWatch
from walletcase.ui.window.opening import Cover, opening_label

if TYPE_CHECKING:
    from walletcase.services.facade import Services
    from walletcase.ui.window.furniture import Furniture
    from walletcase.ui.window.journeys import Journeys
    from walletcase.ui.window.unsaved import Unsaved
    from walletcase.ui.window.wiring import Wiring

_TITLE_BAR_PX = 32
_DRAFTS_MS = 1_000


class MainWindow(QMainWindow):
    """Three panes, a menu, and what was chosen last time."""

    def __init__(
        self, theme: Theme, translators: Translators, settings_file: SettingsFile, settings: Settings
    ) -> None:
        super().__init__()
        self._theme = theme
        self._translators = translators
        self._file = settings_file
        self.settings = settings
        self.desk: Desk | None = None
        self.rooms: Furniture | None = None
        self.journeys: Journeys | None = None
        self.wiring: Wiring | None = None
        self._unsaved: Unsaved | None = None
        self.days = DayWatch(self, lambda: self.rooms.show_day() if self.rooms else None, self._rebuild)
        self._seconds = QTimer(self)
        self._seconds.timeout.connect(self._keep_drafts)
        self._ended = False
        self.setWindowTitle("WalletCase 钱包投诉管家")
        self.setMinimumSize(860, 560)
        screen = QApplication.primaryScreen().availableGeometry()
        self.resize(min(1280, screen.width()), min(800, screen.height() - _TITLE_BAR_PX))
        self.setAcceptDrops(True)
        if settings.geometry:
            self.restoreGeometry(QByteArray(base64.b64decode(settings.geometry)))
        self.setCentralWidget(opening_label())

    @property
    def language(self) -> str:
        """The language in force."""
        return self._translators.language

    def furnish(self, services: Services, db: Lane, files: Lane) -> None:
        """Put the rooms in and show the case that was open last."""
        self._furnish(services, (db, files), CaseId(self.settings.last_case))
        db.run(lambda job: services.cases.sweep(), lambda _: None, self._tell, self)
        self.days.start(services.clock.today)
        self._seconds.start(_DRAFTS_MS)

    def _keep_drafts(self) -> None:
        """A contact that is being written is no record yet, but it must outlive the app."""
        if self.rooms is not None and self._unsaved is not None:
            if self.rooms.is_built("timeline"):
                self.rooms.timeline.flush()
            self._unsaved.keep()

    def _tell(self, error: BaseException) -> None:
        """Tell about a failure of work that nobody asked for by name."""
        if self.desk is not None:
            self.desk.fail(error)

    def show_settings(self, tab: int = 0) -> None:
        """Open the settings; after a choice of language or look they come again in it."""
        from walletcase.ui.window import preferences

        if self.desk is not None and self.journeys is not None:
            dialog = preferences.SettingsDialog(self.desk, self.settings, self.journeys, self)
            dialog.chosen.connect(self._keep_setting)
            preferences.run(dialog, tab, self.choose_setting, self.show_settings)

    def _keep_setting(self, name: str, value: object) -> None:
        change: dict[str, Any] = {name: value}
        self.settings = replace(self.settings, **change)
        self._file.save(self.settings)
        if self.wiring is not None:
            self.wiring.take(self.settings)

    def choose_setting(self, name: str, value: object) -> None:
        """Take a choice of language or look into force, save it, and build the rooms anew."""
        self._keep_setting(name, value)
        if name == "language":
            self._translators.switch(choose(str(value)))
        self._theme.dark = is_dark(self.settings.theme)
        self._theme.percent = self.settings.text_percent
        self._rebuild(dress=name != "language")

    def raise_with(self, files: list[Path]) -> None:
        """Come to the front because a second start asked for it, and offer its files."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if files and self.journeys is not None:
            self.journeys.offer_files(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is typed and how the window stands, then let the work end."""
        self._keep_drafts()
        if self.rooms is not None and self.desk is not None and self.wiring is not None and not self._ended:
            from walletcase.ui.window.closing import may_close

            if not may_close(self, self.desk, self.rooms):
                event.ignore()
                return
            self._keep_drafts()
            geometry = base64.b64encode(self.saveGeometry().data()).decode("ascii")
            case_id = int(self.rooms.page.case_id or 0)
            sizes = tuple(self.rooms.splitter.sizes())
            self.settings = replace(self.settings, geometry=geometry, splitter=sizes, last_case=case_id)
            self._file.save(self.settings)
            self.wiring.stop()
            self.desk.db.close()
            self.desk.files.close()
            self.desk.services.close()
            self._ended = True
        self.days.stop()
        self._seconds.stop()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the case where the window is narrow."""
        super().resizeEvent(event)
        if self.rooms is not None:
            self.rooms.fit(self.width())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome anywhere."""
        if files_of(event):
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Files dropped outside a tab go into the open case."""
        files = files_of(event)
        if files and self.journeys is not None and accept_copy(event):
            self.journeys.add_files(files)

    def _furnish(self, services: Services, lanes: tuple[Lane, Lane], last_case: CaseId) -> None:
        # The rooms are imported here: the empty window is painted before any of them is needed.
        from walletcase.domain.case import Filter
        from walletcase.ui.window import menus
        from walletcase.ui.window.furniture import Furniture
        from walletcase.ui.window.journeys import Journeys
        from walletcase.ui.window.unsaved import Unsaved
        from walletcase.ui.window.wiring import Wiring

        language = self.language
        self.desk = Desk(services, *lanes, Bus(self), self._theme, Dialogs(self, language), Toasts(self), language)
        self._unsaved = self._unsaved or Unsaved(services.data_folder)
        self.rooms = Furniture(self.desk, self._unsaved)
        self.journeys = Journeys(self, self.desk, self.rooms)
        if self.wiring is not None:
            self.wiring.remove()
        self.wiring = Wiring(self, self.desk, self.rooms, self.journeys, self.show_settings)
        menus.fill(self.menuBar(), self.wiring.actions, self.settings, language, self.choose_setting)
        old = self.centralWidget()
        self.setCentralWidget(self.rooms)
        if old is not None:
            old.deleteLater()
        if self.settings.splitter:
            self.rooms.splitter.setSizes(list(self.settings.splitter))
        self.rooms.fit(self.width())
        Cover(self.rooms)
        self.rooms.rail.choose(Filter.ALL)
        self.rooms.read_rows(last_case or None)
        self.wiring.begin(self.settings, self._see, self._keep_setting)

    def _see(self, seen_at: str) -> None:
        """Remember when reminders were last looked at; it is written when the window closes."""
        self.settings = replace(self.settings, seen_at=seen_at)

    def _rebuild(self, *, dress: bool = False) -> None:
        if self.desk is None or self.rooms is None:
            if dress:
                self._dress()
            return
        from walletcase.domain.case import Filter

        self.rooms.page.flush()
        case_id = self.rooms.page.case_id or CaseId(0)
        tab, part = self.rooms.page.bar.currentIndex(), self.rooms.part_in_focus
        on_today = self.rooms.cases.filter is Filter.TODAY and self.rooms.cases.current is None
        is_adding = self.rooms.is_built("evidence") and self.rooms.evidence.imports.state.running
        self.settings = replace(self.settings, splitter=tuple(self.rooms.splitter.sizes()))
        self._clear_out(self.desk)
        if dress:
            self._dress()
        self._furnish(self.desk.services, (self.desk.db, self.desk.files), case_id)
        self.rooms.page.bar.setCurrentIndex(tab)
        if on_today and self.wiring is not None:
            self.wiring.reminding.show_today()
        self.rooms.focus_part(part)
        if is_adding:
            self.rooms.evidence  # noqa: B018 - asking builds it: it tells the other rooms what comes in

    def _clear_out(self, desk: Desk) -> None:
        """Delete the rooms now: a style put over them costs two seconds for widgets nobody will see again."""
        desk.toasts.hide()
        desk.toasts.deleteLater()
        desk.bus.deleteLater()
        self.rooms = None
        old = self.takeCentralWidget()
        if old is not None:
            shiboken6.delete(old)

    def _dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._theme.apply(app)


def is_dark(theme: str) -> bool:
    """Return whether a theme setting ("light", "dark", "system") means dark on this machine now."""
    if theme in ("light", "dark"):
        return theme == "dark"
    return QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
