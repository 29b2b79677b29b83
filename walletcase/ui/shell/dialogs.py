"""The one seam for message boxes and file pickers, so that tests replace one object."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from walletcase.domain.errors import UserError
from walletcase.infra.texts import error_text
from walletcase.ui.look import icons
from walletcase.ui.shell.i18n import translate

_LOG = logging.getLogger(__name__)


class Dialogs:
    """Asks and tells. ``parent`` is the window."""

    def __init__(self, parent: QWidget, language: str) -> None:
        self._parent = parent
        self._language = language
        self._told: set[str] = set()

    def tell_failure(self, error: BaseException) -> None:
        """Tell about the world's failure in three parts; report a fault of ours once and log it."""
        if isinstance(error, UserError):
            text = error_text(error, self._language)
            self.tell(text.happened, f"{text.safe}\n{text.todo}".strip())
            return
        details = "".join(traceback.format_exception(error))
        _LOG.error("bug: %s", details)
        place = details.splitlines()[-2] if len(details.splitlines()) > 1 else details
        if place in self._told:
            return
        self._told.add(place)
        text = error_text(UserError("bug"), self._language)
        self.tell(text.happened, f"{text.safe}\n{text.todo}".strip(), details)

    def inform(self, heading: str, more: str) -> None:
        """Show a message that is no warning."""
        box = self._box("info", heading, more)
        box.addButton(QMessageBox.StandardButton.Ok)
        box.exec()

    def tell(self, happened: str, more: str, details: str = "") -> None:
        """Warn, with an OK button and, if there are details, a button that copies them."""
        box = self._box("triangle-alert", happened, more)
        box.addButton(QMessageBox.StandardButton.Ok)
        if details:
            copy = box.addButton(translate("Dialogs", "Copy details"), QMessageBox.ButtonRole.ActionRole)
            copy.clicked.connect(lambda: QApplication.clipboard().setText(details))
        box.exec()

    def confirm(self, question: str, more: str, verb: str, *, danger: bool = False) -> bool:
        """Ask yes or no; ``verb`` names the button that goes on."""
        box = self._box("triangle-alert" if danger else "circle-help", question, more)
        go_on = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is go_on

    def pick_files(self, title: str) -> list[Path]:
        """Let the person choose any files; empty if none."""
        names, _ = QFileDialog.getOpenFileNames(self._parent, title)
        return [Path(name) for name in names]

    def pick_file(self, title: str, kinds: str) -> Path | None:
        """Let the person choose one file of these kinds."""
        name, _ = QFileDialog.getOpenFileName(self._parent, title, "", kinds)
        return Path(name) if name else None

    def pick_folder(self, title: str) -> Path | None:
        """Let the person choose a folder."""
        name = QFileDialog.getExistingDirectory(self._parent, title)
        return Path(name) if name else None

    def pick_target(self, title: str, suggested: str, kinds: str) -> Path | None:
        """Let the person say where to save; the system asks before something is replaced."""
        name, _ = QFileDialog.getSaveFileName(self._parent, title, suggested, kinds)
        return Path(name) if name else None

    def _box(self, icon: str, text: str, more: str) -> QMessageBox:
        box = QMessageBox(self._parent)
        colour = box.palette().color(QPalette.ColorRole.Link).name()
        box.setIconPixmap(icons.icon(icon, colour).pixmap(40, 40))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle("WalletCase")
        box.setText(text)
        box.setInformativeText(more)
        return box
