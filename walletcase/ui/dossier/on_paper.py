"""Prints what the preview shows, and notes each sheet that left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.custody import LeftBy
from walletcase.services.dossier_options import Rendered
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.leaving import note
from walletcase.ui.shell.paper.printing import PrintJob, pages_to_print
from walletcase.ui.shell.paper.scratch import Scratch
from walletcase.ui.shell.paper.spooling import SpoolJob, job_for
from walletcase.ui.shell.paper.targets import file_name

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Choose = Callable[[QWidget, int, str], "QPrinter | None"]


class OnPaper(QWidget):
    """``began`` and ``ended`` (with the fault, or None) frame a print; ``progressed`` carries (done, total).

    It is never shown: the printer's dialogue belongs to its window.
    """

    began = Signal()
    progressed = Signal(int, int)
    ended = Signal(object)

    def __init__(self, desk: Desk, scratch: Scratch, choose: Choose, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._desk, self._scratch, self._choose = desk, scratch, choose
        self._job: PrintJob | SpoolJob | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being printed."""
        return self._job is not None

    def print_(self, record: CaseRecord, rendered: Rendered, title: str = "") -> None:
        """Ask for a printer and print; ``title`` is what the job is called (default: the case's)."""
        printer = self._choose(self, rendered.pages, file_name(record.case, "", title))
        if printer is None:
            return
        pdf = self._scratch.copy(rendered.path, "print.pdf")
        job = self._job = job_for(self._desk, printer, self)
        job.progressed.connect(self.progressed)
        job.sent.connect(partial(hand_over, self._desk, record, rendered, LeftBy.PRINT))
        job.ended.connect(partial(self._end, pdf))
        self.began.emit()
        job.start(printer, pdf, pages_to_print(printer, rendered.pages))

    def cancel(self) -> None:
        """Stop after the page that is being printed."""
        if self._job is not None:
            self._job.cancel()

    def _end(self, pdf: Path, error: BaseException | None) -> None:
        self._scratch.drop(pdf)
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        self.ended.emit(error)


def hand_over(desk: Desk, record: CaseRecord, rendered: Rendered, way: LeftBy, target: str) -> None:
    """Note in the journal that a dossier left the app."""
    dossiers, case_id = desk.services.dossiers, record.case.id
    note(desk, case_id, lambda: dossiers.handed_over(case_id, rendered, way, target))
