"""What the window's commands do: each reads like what the person does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from walletcase import __version__
from walletcase.domain.case import CaseRow, Filter
from walletcase.domain.evidence import EvidenceEdit, Way
from walletcase.domain.ids import CaseId
from walletcase.services.changes import Changes
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.window.furniture import Furniture
from walletcase.ui.window.guarding import Guarding

# Dialogs are imported when they are opened: the window shows sooner.
if TYPE_CHECKING:
    from walletcase.ui.wizard.new_case import NewCaseDialog

_NAMES_SHOWN = 8


class Journeys:
    """Commands on the case that is open and on all of them."""

    def __init__(self, window: QWidget, desk: Desk, rooms: Furniture) -> None:
        self._window = window
        self._desk = desk
        self._rooms = rooms
        self.guarding = Guarding(window, desk, rooms)

    def new_case(self, files: list[Path] | None = None) -> None:
        """Ask for a new case; what was typed before the dialog was closed is kept as a draft."""
        from walletcase.ui.wizard.new_case import NewCaseDialog

        dialog = NewCaseDialog(self._desk, self._window)
        dialog.files.extend(files or [])
        finished = dialog.exec() == NewCaseDialog.DialogCode.Accepted
        dialog.deleteLater()
        case_id = dialog.created_case_id
        if case_id is None:
            return
        self._rooms.rail.choose(Filter.ALL)
        self._rooms.page.open_tab("step")
        self._rooms.read_rows(case_id)
        self._rooms.cases.list.setFocus()
        self._attach_first(case_id, dialog)
        if not finished:
            undo = translate("Journeys", "Move to trash")
            text = translate("Journeys", "What you typed is kept as a case")
            self._desk.toasts.show(text, undo, lambda: self._trash(case_id))

    def attach(self, step_key: str = "") -> None:
        """Pick files for the open case."""
        files = self._desk.dialogs.pick_files(translate("Journeys", "Add evidence"))
        if files:
            self.add_files(files, step_key)

    def add_files(self, files: list[Path], step_key: str = "", way: Way = Way.PICKED) -> None:
        """Put files into the open case, or into a new one if none is open."""
        case_id = self._rooms.page.case_id
        if case_id is None:
            self.new_case(files)
            return
        self._rooms.page.open_tab("evidence")
        self._rooms.evidence.add_files(files, step_key, case_id, way)

    def offer_files(self, files: list[Path]) -> None:
        """Ask where files given at the start belong."""
        record = self._rooms.page.record
        if record is None:
            self.new_case(files)
            return
        question = translate("Journeys", "Add %n file(s) to '{title}'?", "", len(files))
        names = "\n".join(file.name for file in files[:_NAMES_SHOWN])
        if len(files) > _NAMES_SHOWN:
            rest = translate("Journeys", "and {n} more").format(n=len(files) - _NAMES_SHOWN)
            names = f"{names}\n{rest}"
        verb = translate("Journeys", "Add")
        if self._desk.dialogs.confirm(question.format(title=record.case.title), names, verb):
            self.add_files(files)

    def paste(self) -> None:
        """Put what the clipboard holds into the open case."""
        mime: QMimeData = QApplication.clipboard().mimeData()
        self._rooms.page.open_tab("evidence")
        self._rooms.evidence.paste(mime)

    def at_evidence(self, deed: Callable[[], object]) -> None:
        """Do something where the open case's exhibits are."""
        self._rooms.page.open_tab("evidence")
        deed()

    def export(self) -> None:
        """Write the open case's dossier to a file."""
        self._rooms.page.open_tab("dossier")
        self._rooms.dossier.export_pdf()

    def print_(self) -> None:
        """Print the open case's dossier."""
        self._rooms.page.open_tab("dossier")
        self._rooms.dossier.print_()

    def trash(self) -> None:
        """Move the open case to the trash, with a way back."""
        if self._rooms.page.case_id is not None:
            self._trash(self._rooms.page.case_id)

    def trash_row(self, row: CaseRow) -> None:
        """Move a case of the list to the trash."""
        if not row.trashed_at:
            self._trash(row.id)

    def restore(self) -> None:
        """Take the open case out of the trash."""
        case_id = self._rooms.page.case_id
        if case_id is not None:
            self._desk.change(self._rooms, lambda: self._desk.services.cases.restore(case_id))

    def purge(self) -> None:
        """Delete the open case for good, after asking."""
        record = self._rooms.page.record
        if record is None:
            return
        question = translate("Journeys", "Delete '{title}' for good?").format(title=record.case.title)
        more = translate("Journeys", "Its record and files are removed from this computer. This can't be undone.")
        if self._desk.dialogs.confirm(question, more, translate("Journeys", "Delete for good"), danger=True):
            self._rooms.page.open_case(None)
            self._desk.change(self._rooms, lambda: self._desk.services.cases.purge(record.case.id))

    def verify(self) -> None:
        """Check all files, the journal and the database, in a window that says what was found."""
        self.guarding.check()

    def show_rules(self) -> None:
        """Show the rules and channels, to look things up, correct them or import newer ones."""
        from walletcase.ui.rule_pack.view import RulesDialog

        dialog = RulesDialog(self._desk, self._window)
        dialog.exec()
        dialog.deleteLater()

    def show_playbooks(self) -> None:
        """Show the playbooks, to add one of one's own or take it out."""
        from walletcase.ui.playbooks.view import PlaybooksDialog

        dialog = PlaybooksDialog(self._desk, self._window)
        dialog.exec()
        dialog.deleteLater()

    def show_help(self, asked: str = "") -> None:
        """Show the help, at the page of a step if one is asked for."""
        from walletcase.ui.help.view import HelpDialog

        dialog = HelpDialog(self._desk, self._window, asked)
        dialog.exec()
        dialog.deleteLater()

    def open_folder(self) -> None:
        """Show the data folder in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.services.data_folder)))

    def show_keys(self) -> None:
        """List the shortcuts."""
        from walletcase.ui.window.keys import KeysDialog

        dialog = KeysDialog(self._window)
        dialog.exec()
        dialog.deleteLater()

    def show_about(self) -> None:
        """Say what this is."""
        self._desk.dialogs.inform(f"WalletCase {__version__}", self.about_text)

    @property
    def about_text(self) -> str:
        """What this is, and what it is not."""
        return translate(
            "Journeys",
            "It keeps your record and gives no legal advice. It makes no network connection, except to a time-stamp "
            "authority that you name and let it ask. "
            "MIT licence; fonts and icons by others are listed in resources/licenses.",
        )

    def _attach_first(self, case_id: CaseId, dialog: NewCaseDialog) -> None:
        evidence, source = self._desk.services.evidence, translate("Journeys", "Clipboard")
        edit = EvidenceEdit(source=source, title=translate("Journeys", "Pasted picture"))

        def paste(content: bytes) -> Changes:
            return evidence.attach_bytes(case_id, content, "pasted.png", edit)[1]

        for picture in dialog.pasted:
            self._desk.change(self._rooms, partial(paste, picture))
        if dialog.files:
            self._rooms.page.open_case(case_id)
            self._rooms.evidence.add_files(list(dialog.files), case_id=case_id)

    def _trash(self, case_id: CaseId) -> None:
        services = self._desk.services

        def undo() -> None:
            self._desk.change(self._rooms, lambda: services.cases.restore(case_id))

        def done() -> None:
            self._desk.toasts.show(translate("Journeys", "Moved to trash"), translate("Journeys", "Undo"), undo)

        self._desk.change(self._rooms, lambda: services.cases.trash(case_id), done)
