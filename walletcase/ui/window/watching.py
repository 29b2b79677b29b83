"""Keeps an eye on the folder for screenshots, whichever rooms are open, and the page of the settings that names it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from walletcase.domain.evidence import Way
from walletcase.infra.settings import Settings
from walletcase.ui.evidence.arrival_line import arrival_text
from walletcase.ui.evidence.watching import FolderWatch, watch_of
from walletcase.ui.look.tokens import L, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, row
from walletcase.ui.window.furniture import Furniture


class Watching(QObject):
    """Lives as long as the rooms. Asks by a toast where the Evidence tab, which asks itself, is not in sight."""

    def __init__(self, desk: Desk, rooms: Furniture) -> None:
        super().__init__(rooms)
        self._desk = desk
        self._rooms = rooms
        self.watch: FolderWatch = watch_of(desk.files)
        self.watch.arrived.connect(self._ask)

    def take(self, settings: Settings) -> None:
        """A choice is in force."""
        self.watch.watch(Path(settings.watch_folder) if settings.watch_folder else None)

    def _ask(self, paths: tuple[Path, ...]) -> None:
        record = self._rooms.page.record
        if record is None or self._rooms.evidence.isVisible():
            return

        def add() -> None:
            self.watch.done_with(paths)
            self._rooms.evidence.add_files(list(paths), case_id=record.case.id, way=Way.WATCHED)

        verb = translate("Evidence", "Add to '{title}'").format(title=record.case.title)
        self._desk.toasts.show(arrival_text(paths), verb, add)


class WatchPage(QWidget):
    """``chosen`` carries the folder to watch, "" for none."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, settings: Settings) -> None:
        super().__init__()
        self._desk = desk
        card = Card(margin=L)
        self.folder = PlainLabel("", "strong", wrap=True).let_select()
        card.body.addWidget(PlainLabel(translate("Settings", "Folder for new screenshots"), "overline"))
        card.body.addWidget(self.folder)
        card.body.addWidget(
            PlainLabel(
                translate(
                    "Settings",
                    "When a file comes into this folder, the app asks whether to add it to the case that is open. "
                    "Nothing is added by itself, and what is in the folder already is left alone.",
                ),
                "muted",
                wrap=True,
            )
        )
        line = row(gap=S)
        self.choose = button(translate("Settings", "Choose a folder…"), self._choose, icon=desk.icon("folder-open"))
        self.stop = button(translate("Settings", "Watch no folder"), lambda: self._take(""))
        line.addWidget(self.choose)
        line.addWidget(self.stop)
        line.addStretch(1)
        card.body.addLayout(line)
        card.body.addStretch(1)
        row(self).addWidget(card)
        self._show(settings.watch_folder)

    def _choose(self) -> None:
        folder = self._desk.dialogs.pick_folder(translate("Settings", "Folder for new screenshots"))
        if folder is not None:
            self._take(str(folder))

    def _take(self, folder: str) -> None:
        self._show(folder)
        self.chosen.emit(folder)

    def _show(self, folder: str) -> None:
        self.folder.setText(folder or translate("Settings", "No folder is watched"))
        self.stop.setEnabled(bool(folder))
