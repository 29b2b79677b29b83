"""A case comes in from a file: one that this app exported, here or on another computer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from walletcase.domain.case import Filter
from walletcase.services.changes import Changes
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.tasks import Job
from walletcase.ui.window.furniture import Furniture

if TYPE_CHECKING:
    from walletcase.services.case_files import Imported

_SHOWN_AFTER_MS = 400


class ImportJourney:
    """Asks for a case file or an evidence pack and takes it in as a case of its own."""

    def __init__(self, window: QWidget, desk: Desk, rooms: Furniture) -> None:
        self._window = window
        self._desk = desk
        self._rooms = rooms
        self.progress: QProgressDialog | None = None

    def ask(self) -> None:
        """Let the person pick a file, and take it in."""
        kinds = translate("Importing", "Exported cases (*.json *.zip)")
        source = self._desk.dialogs.pick_file(translate("Importing", "Import a case"), kinds)
        if source is not None:
            self.take(source)

    def take(self, source: Path) -> None:
        """Take a file in, off the window's thread."""
        progress = self._shown(source)

        def done(made: tuple[Imported, Changes]) -> None:
            self._end(progress)
            imported, changes = made
            self._desk.bus.changed.emit(changes)
            self._rooms.rail.choose(Filter.ALL)
            self._rooms.read_rows(imported.case.id)
            self._rooms.cases.list.setFocus()
            self._say(imported)

        def failed(error: BaseException) -> None:
            self._end(progress)
            self._desk.fail(error)

        case_files = self._desk.services.case_files
        job = self._desk.files.run(
            lambda job: case_files.import_(source, job.report, job.is_cancelled), done, failed, self._rooms
        )
        if self.progress is progress:
            self._follow(job, progress)

    def _shown(self, source: Path) -> QProgressDialog:
        text = translate("Importing", "Importing '{name}'…").format(name=source.name)
        progress = QProgressDialog(text, translate("Importing", "Cancel"), 0, 0, self._window)
        progress.setWindowTitle("WalletCase")
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(_SHOWN_AFTER_MS)
        progress.setAutoClose(False)
        progress.setAutoReset(False)
        self.progress = progress
        return progress

    def _follow(self, job: Job, progress: QProgressDialog) -> None:
        def show(done: int, total: int) -> None:
            progress.setMaximum(total)
            progress.setValue(done)

        progress.canceled.connect(job.cancel)
        job.follow(show)

    def _end(self, progress: QProgressDialog) -> None:
        self.progress = None
        progress.close()
        progress.deleteLater()

    def _say(self, imported: Imported) -> None:
        number = imported.case.number
        self._desk.toasts.show(translate("Importing", "Imported as {number}").format(number=number))
        if imported.missing:
            names = ", ".join(map(str, imported.missing))
            happened = translate("Importing", "The files of some exhibits did not come along")
            more = translate("Importing", "Exhibits: {numbers}. Import the evidence pack (.zip) to have them too.")
            self._desk.dialogs.inform(happened, more.format(numbers=names))
