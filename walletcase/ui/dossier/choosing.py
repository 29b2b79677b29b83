"""Opens what a reader of the dossier gets to see, and keeps the panel saying how much of it was chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.choices import NO_CHOICES, Choices
from walletcase.domain.errors import UserError
from walletcase.ui.dossier.masks_dialog import MasksDialog
from walletcase.ui.dossier.reader_box import ReaderBox
from walletcase.ui.shell.desk import Desk


class Choosing(QObject):
    """``dialog`` is the one that is open, or the last one that was."""

    def __init__(self, desk: Desk, reader: ReaderBox, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._reader, self._window = desk, reader, parent
        self._record: CaseRecord | None = None
        self.dialog: MasksDialog | None = None

    def tell(self, record: CaseRecord) -> None:
        """Say in the panel what is chosen for the reader of this case."""
        self._record = record
        audience, dossiers = self._reader.audience, self._desk.services.dossiers
        if audience is Audience.SELF:
            self._reader.show_choices(NO_CHOICES)
            return

        def show(choices: Choices) -> None:
            if audience is self._reader.audience:
                self._reader.show_choices(choices)

        self._desk.db.run(
            lambda job: dossiers.choices(record.case.id, audience),
            show,
            lambda _: show(NO_CHOICES),  # the preview says what is wrong with them
            self,
        )

    def open(self) -> None:
        """Open the dialog for the reader chosen in the panel."""
        record = self._record
        if record is None:
            return
        audience, dossiers = self._reader.audience, self._desk.services.dossiers

        def show(choices: Choices) -> None:
            self.dialog = MasksDialog(self._desk, record, audience, choices, self._window)
            self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.dialog.open()

        def failed(error: BaseException) -> None:
            if isinstance(error, UserError) and error.code == "choices_damaged":
                show(NO_CHOICES)  # to be chosen anew
            else:
                self._desk.fail(error)

        self._desk.db.run(lambda job: dossiers.choices(record.case.id, audience), show, failed, self)
