"""Hands the very file of the preview to the system's print queue (CUPS: Linux, macOS), which keeps its text as text.

Where there is no such queue, or the person prints into a file, the pages are drawn (printing.PrintJob).
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, Signal

from walletcase.domain.errors import Cancelled, Exit, UserError
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.paper.printing import PrintJob

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_COMMAND = "lp"


class SpoolJob(QObject):
    """Hands a file to the queue; its signals are those of PrintJob. To the queue a whole document is one thing."""

    progressed = Signal(int, int)
    sent = Signal(str)
    ended = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process = QProcess(self)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(lambda error: self._failed(error))
        self._printer = ""
        self._is_cancelled = self._has_ended = False

    def start(self, printer: QPrinter, pdf: Path, pages: list[int]) -> None:
        """Print these pages (from 0) of a PDF."""
        self._printer = printer.printerName()
        self.progressed.emit(0, 1)
        self._process.start(_COMMAND, queue_arguments(printer, pdf, pages))

    def cancel(self) -> None:
        """Stop, if the queue has not taken it yet."""
        self._is_cancelled = True
        self._process.kill()

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if code == 0 and status is QProcess.ExitStatus.NormalExit:
            self.sent.emit(self._printer)
            self.progressed.emit(1, 1)
            self._end(None)
        else:
            self._end(self._fault())

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # of all others ``finished`` tells
            self._end(self._fault())

    def _fault(self) -> Exception:
        refused = UserError("printer_failed", exit_code=Exit.REFUSED, printer=self._printer)
        return Cancelled() if self._is_cancelled else refused

    def _end(self, error: BaseException | None) -> None:
        if not self._has_ended:
            self._has_ended = True
            self.ended.emit(error)


def job_for(desk: Desk, printer: QPrinter, parent: QObject) -> PrintJob | SpoolJob:
    """Return what prints on this printer. Its ``sent`` must be told to the journal."""
    is_queue = printer.outputFormat() is type(printer).OutputFormat.NativeFormat and bool(printer.printerName())
    return SpoolJob(parent) if is_queue and shutil.which(_COMMAND) else PrintJob(desk, parent)


def queue_arguments(printer: QPrinter, pdf: Path, pages: Sequence[int]) -> list[str]:
    """Return what `lp` is told: which printer and paper, how many, which pages, on which sides, in which colours."""
    from PySide6.QtPrintSupport import QPrinter

    sides = {
        QPrinter.DuplexMode.DuplexNone: "one-sided",
        QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
        QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
    }
    options = [f"media={printer.pageLayout().pageSize().key()}", "fit-to-page"]
    if printer.duplex() in sides:
        options.append(f"sides={sides[printer.duplex()]}")
    if printer.colorMode() is QPrinter.ColorMode.GrayScale:
        options.append("print-color-mode=monochrome")
    copies = printer.copyCount()
    if copies > 1:
        options.append(f"collate={'true' if printer.collateCopies() else 'false'}")
    words = ["-d", printer.printerName(), "-t", printer.docName() or pdf.stem, "-n", str(copies)]
    words += ["-P", f"{pages[0] + 1}-{pages[-1] + 1}"] if pages else []
    return [*words, *(part for option in options for part in ("-o", option)), str(pdf.absolute())]
