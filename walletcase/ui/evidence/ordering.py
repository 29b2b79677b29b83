"""Numbers and order of the exhibits shown: opens the dialogs in which they are changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.services.numbering import NamedIn
from walletcase.services.series import Shot, pictures_in
from walletcase.ui.evidence.gallery import Gallery
from walletcase.ui.evidence.renumber_dialog import RenumberDialog
from walletcase.ui.evidence.series_dialog import SeriesDialog
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.tasks import Job


class Ordering(QObject):
    """``dialog`` is the one that is open, or was. What is typed must be saved before."""

    def __init__(self, desk: Desk, gallery: Gallery, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._gallery, self._over = desk, gallery, parent
        self._record: CaseRecord | None = None
        self.dialog: QDialog | None = None

    def show_case(self, record: CaseRecord) -> None:
        """Take note of a case as it stands now."""
        self._record = record

    def renumber(self) -> None:
        """Let the person renumber the exhibits, once it is known what has gone out with the present numbers."""
        record, service = self._record, self._desk.services.numbering
        if record is None or not record.live_evidence:
            self._desk.toasts.show(translate("Evidence", "There are no exhibits to number"))
            return
        self._desk.read(self, lambda: service.named_in(record.case.id), self._open_renumber)

    def order_series(self) -> None:
        """Let the person put screenshots of one chat in order: the chosen ones, else all pictures shown."""
        gallery, service = self._gallery, self._desk.services.series
        items = pictures_in(gallery.chosen if len(gallery.chosen) > 1 else gallery.rows.items)
        if len(items) > 1:
            self._desk.toasts.show(translate("Evidence", "Comparing {n} screenshots…").format(n=len(items)))

        def work(job: Job) -> tuple[Shot, ...]:
            return service.look(items, cancelled=job.is_cancelled)

        self._desk.files.run(work, self._open_series, self._desk.fail, self)

    def _open_renumber(self, named: NamedIn) -> None:
        if self._record is not None:
            self._open(RenumberDialog(self._desk, self._record, named, self._over))

    def _open_series(self, shots: tuple[Shot, ...]) -> None:
        if shots and self._record is not None and shots[0].item.case_id == self._record.case.id:
            self._open(SeriesDialog(self._desk, shots, self._gallery.thumbs, self._over))

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
