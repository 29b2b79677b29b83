"""Opens the redaction of an exhibit, whoever asks for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from walletcase.domain.evidence import Evidence
from walletcase.services.redaction import Sheet
from walletcase.ui.evidence.redact_dialog import RedactDialog
from walletcase.ui.evidence.words import stamp
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate


class Redacting(QObject):
    """``shown`` carries a copy (Evidence) that the person wants to look at."""

    shown = Signal(object)

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk = desk
        self._owner = owner
        self.dialog: RedactDialog | None = None

    def open(self, item: Evidence) -> None:
        """Read what is known of an exhibit and show its pages; of a redacted copy those of its original."""
        service = self._desk.services.redaction
        self._desk.read(self, lambda: service.start(item.case_id, item.id), self._show)

    def _show(self, sheet: Sheet) -> None:
        dialog = RedactDialog(self._desk, sheet, self._owner.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.shown.connect(self.shown)
        dialog.made.connect(self._tell)
        dialog.destroyed.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def _tell(self, item: Evidence) -> None:
        made = translate("Redact", "{exhibit} added: the redacted copy").format(exhibit=stamp(item.exhibit_no))
        self._desk.toasts.show(made)

    def _forget(self) -> None:
        self.dialog = None
