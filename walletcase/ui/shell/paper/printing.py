"""Prints the very bytes of the preview: each page as a picture at the printer's resolution, 300 dpi at most."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from walletcase.domain.errors import Cancelled, Exit, UserError
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.tasks import Job

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

MAX_DPI = 300


def choose_printer(parent: QWidget, pages: int, name: str) -> QPrinter | None:
    """Let the person choose a printer, pages and copies; None if they don't want to print after all."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, True)
    dialog.setMinMax(1, pages)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if accepted else None


def pages_to_print(printer: QPrinter, pages: int) -> list[int]:
    """Return the pages (from 0) that the printer's settings ask for, as often as the printer itself can't repeat."""
    first = printer.fromPage() or 1
    last = min(printer.toPage() or pages, pages)
    chosen = list(range(first - 1, last))
    if printer.supportsMultipleCopies():
        return chosen
    return chosen * printer.copyCount()


class PrintJob(QObject):
    """Draws page after page, each off the window's thread. ``progressed``: (done, total).

    ``sent`` carries the printer's name once the first page has gone to it; ``ended`` carries None when all is printed,
    Cancelled, or the UserError("printer_failed") that stopped it.
    """

    progressed = Signal(int, int)
    sent = Signal(str)
    ended = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._painter = QPainter()
        self._printer: QPrinter | None = None
        self._is_cancelled = False
        self._pages: list[int] = []
        self._done = 0

    def start(self, printer: QPrinter, pdf: Path, pages: list[int]) -> None:
        """Print these pages (from 0) of a PDF."""
        self._printer = printer
        self._pdf = pdf
        self._pages = pages
        printer.setFullPage(True)
        if not pages or not self._painter.begin(printer):
            self._end(_failure(printer))
            return
        self.progressed.emit(0, len(pages))
        self._draw_next()

    def cancel(self) -> None:
        """Stop before the next page."""
        self._is_cancelled = True

    def _draw_next(self) -> None:
        printer = self._printer
        if printer is None:
            return
        if self._is_cancelled:
            printer.abort()
            self._end(Cancelled())
            return
        number = self._pages[self._done]
        dpi = min(printer.resolution(), MAX_DPI)
        paper = printer.paperRect(printer.Unit.Inch)
        width_px = max(1, round(min(paper.width(), paper.height() * 210 / 297) * dpi))
        pictures, pdf = self._desk.services.pictures, self._pdf

        def draw(job: Job) -> QImage:
            return QImage.fromData(pictures.page(pdf, "application/pdf", number, width_px) or b"")

        self._desk.files.run(draw, self._put, self._end, self)

    def _put(self, image: QImage) -> None:
        printer = self._printer
        if printer is None:
            return
        if image.isNull() or (self._done and not printer.newPage()):
            printer.abort()
            self._end(_failure(printer))
            return
        self._painter.drawImage(fitted(printer.pageRect(printer.Unit.DevicePixel).toRect(), image), image)
        if not self._done:
            self.sent.emit(printer.printerName() or Path(printer.outputFileName()).name)
        self._done += 1
        self.progressed.emit(self._done, len(self._pages))
        if self._done == len(self._pages):
            self._end(None)
        else:
            QTimer.singleShot(0, self, self._draw_next)  # the window lives between two pages

    def _end(self, error: BaseException | None) -> None:
        if self._painter.isActive():
            self._painter.end()
        self._printer = None
        self.ended.emit(error)


def fitted(paper: QRect, image: QImage) -> QRect:
    """Return where a page goes on the paper: as large as it can be, in its own proportions, in the middle."""
    scale = min(paper.width() / image.width(), paper.height() / image.height())
    width, height = round(image.width() * scale), round(image.height() * scale)
    left, top = paper.left() + (paper.width() - width) // 2, paper.top() + (paper.height() - height) // 2
    return QRect(left, top, width, height)


def _failure(printer: QPrinter) -> UserError:
    return UserError("printer_failed", exit_code=Exit.REFUSED, printer=printer.printerName() or "PDF")
