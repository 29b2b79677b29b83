"""A letter's pages: drawn for the screen, printed, exported, copied. What is refused is told by the service."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from walletcase.domain.case import Case
from walletcase.domain.custody import LeftBy
from walletcase.domain.errors import Exit, UserError
from walletcase.domain.ids import CaseId
from walletcase.services.dossier_options import Rendered
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.leaving import note
from walletcase.ui.shell.paper.preview import PreviewPane
from walletcase.ui.shell.paper.print_once import Choose, PrintOnce
from walletcase.ui.shell.paper.printing import choose_printer
from walletcase.ui.shell.paper.scratch import Scratch
from walletcase.ui.shell.paper.targets import file_name, open_path, suggested
from walletcase.ui.shell.tasks import Job

PAUSE_MS = 300


class LetterPaper(QObject):
    """``measured`` carries the number of pages each time they were drawn."""

    measured = Signal(int)

    def __init__(
        self,
        desk: Desk,
        preview: PreviewPane,
        choose: Choose = choose_printer,
        opener: Callable[[Path], bool] = open_path,
    ) -> None:
        super().__init__(preview)
        self._desk = desk
        self._preview = preview
        self._opener = opener
        self._scratch = Scratch(desk.services.temp_folder, "letter")
        self._rendered: Rendered | None = None
        self._shown = 0  # the letter whose pages are on the screen
        self._wish: tuple[CaseId, int] | None = None
        self._number = 0
        self._printing = PrintOnce(desk, preview, self._scratch, choose)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE_MS)
        self._soon.timeout.connect(self._draw)
        preview.pages.page_wanted.connect(self._draw_page)
        clear = self._scratch.clear
        self.destroyed.connect(lambda: clear())

    def want(self, case_id: CaseId, letter_id: int) -> None:
        """Draw a letter's pages soon, as it is stored."""
        if letter_id != self._shown:
            self._preview.show_words(translate("Letters", "The pages are being drawn…"))
        self._wish = (case_id, letter_id)
        self._soon.start()

    def copy(self, case_id: CaseId, letter_id: int) -> None:
        """Put a letter's words on the clipboard."""

        files = self._desk.services.letter_files

        def put(text: str) -> None:
            QApplication.clipboard().setText(text)
            self._desk.toasts.show(translate("Letters", "Copied"))
            note(self._desk, case_id, lambda: files.handed_over(case_id, letter_id, LeftBy.COPY))

        self._desk.read(self, lambda: files.text(case_id, letter_id), put)

    def export(self, case: Case, letter_id: int, ending: str, title: str) -> None:
        """Ask where to and write a letter there."""
        kinds = {
            ".pdf": translate("Letters", "PDF document (*.pdf)"),
            ".docx": translate("Letters", "Word document (*.docx)"),
        }[ending]
        picked = self._desk.dialogs.pick_target(
            translate("Letters", "Export the letter"), suggested(case, ending, title), kinds
        )
        if picked is None:
            return
        target = picked if picked.suffix.lower() == ending else picked.with_name(picked.name + ending)
        if target != picked and target.exists():
            question = translate("Dossier", "Replace '{name}'?").format(name=target.name)
            more = translate("Dossier", "A file of that name is there already.")
            if not self._desk.dialogs.confirm(question, more, translate("Dossier", "Replace")):
                return

        def write(job: Job) -> None:
            self._desk.services.letter_files.export(case.id, letter_id, target)

        def done(_: None) -> None:
            text = translate("Dossier", "Exported {name}").format(name=target.name)
            self._desk.toasts.show(text, translate("Dossier", "Open"), lambda: self._open(target))
            self._desk.bus.left.emit(case.id)

        self._desk.files.run(write, done, self._desk.fail, self)

    def print_(self, case: Case, letter_id: int, title: str) -> None:
        """Ask for a printer and print a letter."""
        files = self._desk.services.letter_files

        def printed(_: Rendered, printer: str) -> None:
            note(self._desk, case.id, lambda: files.handed_over(case.id, letter_id, LeftBy.PRINT, printer))

        make = partial(files.for_printer, case.id, letter_id)
        self._printing.start(make, file_name(case, "", title), printed)

    def _draw(self) -> None:
        if self._wish is None:
            return
        self._number += 1
        number, (case_id, letter_id) = self._number, self._wish
        out = self._scratch.new("preview.pdf")

        def make(job: Job) -> Rendered:
            return self._desk.services.letter_files.preview(case_id, letter_id, out)

        def done(rendered: Rendered) -> None:
            if number != self._number:
                self._scratch.drop(rendered.path)
                return
            self._scratch.drop(self._rendered.path if self._rendered else None)
            self._rendered = rendered
            is_other, self._shown = letter_id != self._shown, letter_id
            self._preview.show_document(rendered.pages, is_other=is_other)
            self.measured.emit(rendered.pages)

        def failed(error: BaseException) -> None:
            self._scratch.drop(out)
            self._desk.fail(error)

        self._desk.files.run(make, done, failed, self)

    def _draw_page(self, number: int, width_px: int) -> None:
        rendered = self._rendered
        if rendered is None:
            return
        pictures, path = self._desk.services.pictures, rendered.path

        def draw(job: Job) -> QImage:
            return QImage.fromData(pictures.page(path, "application/pdf", number, width_px) or b"")

        def put(image: QImage) -> None:
            if self._rendered is rendered:
                self._preview.pages.put_page(number, width_px, image)

        self._desk.files.run(draw, put, self._desk.fail, self)

    def _open(self, path: Path) -> None:
        if not self._opener(path):
            self._desk.fail(UserError("no_program", exit_code=Exit.REFUSED, file=path.name))
