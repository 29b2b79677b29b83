"""Prints a document that is made for it and goes afterwards: a letter, a sheet to take along."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from walletcase.services.dossier_options import Rendered
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.paper.printing import PrintJob, choose_printer, pages_to_print
from walletcase.ui.shell.paper.scratch import Scratch
from walletcase.ui.shell.paper.spooling import SpoolJob, job_for

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Choose = Callable[[QWidget, int, str], "QPrinter | None"]
Printed = Callable[[Rendered, str], None]


def _tell_nobody(made: Rendered, printer: str) -> None:
    """What was printed is nobody's business."""


class PrintOnce:
    """One document at a time. The printer is chosen over the window of ``over``; what is being printed is printed to
    its end even if that widget goes.
    """

    def __init__(self, desk: Desk, over: QWidget, scratch: Scratch, choose: Choose = choose_printer) -> None:
        self._desk = desk
        self._over = self._window = over
        self._scratch = scratch
        self._choose = choose
        self._job: PrintJob | SpoolJob | None = None

    def start(self, make: Callable[[Path], Rendered], name: str, printed: Printed = _tell_nobody) -> None:
        """Make the document, ask for a printer and print it; ``name`` is how the printer's queue calls it.

        ``printed`` hears what went to which printer, some of it or all.
        """
        if self._job is not None:
            return
        self._window = self._over.window()
        out = self._scratch.new("print.pdf")

        def failed(error: BaseException) -> None:
            self._scratch.drop(out)
            self._desk.fail(error)

        def done(made: Rendered) -> None:
            self._print(made, name, printed)

        self._desk.files.run(lambda job: make(out), done, failed, self._desk.bus)

    def _print(self, made: Rendered, name: str, printed: Printed) -> None:
        printer = self._choose(self._window, made.pages, name)
        if printer is None:
            self._scratch.drop(made.path)
            return
        job = self._job = job_for(self._desk, printer, self._desk.bus)
        job.ended.connect(lambda error: self._ended(made.path, error))
        job.sent.connect(lambda printer_name: printed(made, printer_name))
        job.start(printer, made.path, pages_to_print(printer, made.pages))

    def _ended(self, pdf: Path, error: BaseException | None) -> None:
        self._scratch.drop(pdf)
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        if error is None:
            self._desk.toasts.show(translate("Dossier", "Sent to the printer"))
        else:
            self._desk.fail(error)
