"""Redaction: boxes are drawn over a page, burnt into a copy, and the copy is searched before it is kept."""

from __future__ import annotations

from PySide6.QtCore import QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from walletcase.domain.errors import Cancelled
from walletcase.services.redaction import Redacted, Sheet, Wish
from walletcase.ui.evidence import redact_words as words
from walletcase.ui.evidence.fitting import Zoom
from walletcase.ui.evidence.pages import Pages, Shown
from walletcase.ui.evidence.redact_ends import EndPage, WorkPage
from walletcase.ui.evidence.redact_page import EditPage
from walletcase.ui.evidence.redact_state import RedactState
from walletcase.ui.evidence.words import PDF, reason_text
from walletcase.ui.look.tokens import L
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.tasks import Job
from walletcase.ui.widgets.layout import column

_SIZE = (1180, 780)
_PDF_PX, _A4 = 794, 1.414


class RedactDialog(QDialog):
    """``made`` carries the copy (Evidence) that is kept; ``shown`` asks to look at it."""

    made = Signal(object)
    shown = Signal(object)

    def __init__(self, desk: Desk, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.item = sheet.item
        self._job: Job | None = None
        self.state = RedactState(self)
        self.edit = EditPage(desk, self.item, self.state)
        self.work = WorkPage(desk)
        self.end = EndPage(desk)
        self.stack = QStackedWidget()
        for page in (self.edit, self.work, self.end):
            self.stack.addWidget(page)
        self._pages = Pages(desk, self)
        self._drawn_page = -1
        column(self, margin=L).addWidget(self.stack)
        self.setWindowTitle(translate("Redact", "Redact"))
        room = parent.size() if parent is not None else QSize(*_SIZE)
        self.resize(QSize(*_SIZE).boundedTo(room - QSize(L, L)))
        self._connect()
        self.state.begin(sheet.pages, sheet.suggested, sheet.boxes)
        pages = self.item.media.pages or 1
        self.edit.show_sheet(pages, sum(page_no not in sheet.pages for page_no in range(pages)))
        self._open_page()

    def save(self) -> None:
        """Make the copy, search it and keep it."""
        if not self.state.boxes or self._job is not None:
            return
        self.edit.panel.look_around()
        if self.state.open_places() and not self._may_leave_open():
            return
        service, item = self._desk.services.redaction, self.item
        wish = Wish(self.state.boxes, self.state.values, words.copy_title(item), words.copy_stem(item))
        self.work.begin()
        self.stack.setCurrentWidget(self.work)

        def work(job: Job) -> Redacted:
            return service.redact(item, wish, progress=job.report, cancelled=job.is_cancelled)

        job = self._desk.files.run(work, self._finish, self._fail, self)
        if self.stack.currentWidget() is self.work:  # else it is done already
            self._job = job
            job.follow(self.work.show_step)

    def cancel(self) -> None:
        """Stop the burning; the boxes stay."""
        if self._job is not None:
            self._job.cancel()
            self._desk.services.redaction.interrupt()

    def reject(self) -> None:
        """Close; ask first where boxes would be lost."""
        if self._job is not None and self.stack.currentWidget() is self.work:
            self.cancel()
            return
        if self.stack.currentWidget() is self.edit and self.state.is_touched and not self._may_go():
            return
        super().reject()

    def _connect(self) -> None:
        edit, state = self.edit, self.state
        edit.canvas.width_wanted.connect(self._ask)
        edit.canvas.paged.connect(self._turn)
        self._pages.ready.connect(self._show)
        edit.canvas.fit(Zoom.WIDTH if self.item.media.media_type == PDF else Zoom.READ)
        edit.save_button.clicked.connect(self.save)
        edit.cancel_button.clicked.connect(self.reject)
        self.work.cancel_button.clicked.connect(self.cancel)
        self.end.close_button.clicked.connect(self.accept)
        self.end.again_button.clicked.connect(self._go_back)
        self.end.look_button.clicked.connect(self._look)
        state.changed.connect(self._follow)
        for keys, do in (
            (QKeySequence(QKeySequence.StandardKey.Undo), state.undo),
            (QKeySequence(QKeySequence.StandardKey.Redo), state.redo),
            (QKeySequence(QKeySequence.StandardKey.Save), self.save),
        ):
            QShortcut(keys, self.edit, do, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _turn(self, step: int) -> None:
        page_no = self.state.page_no + step
        if 0 <= page_no < (self.item.media.pages or 1):
            self.state.turn_to(page_no)

    def _follow(self) -> None:
        if self.state.page_no != self._drawn_page:
            self._open_page()

    def _open_page(self) -> None:
        self._pages.forget()
        self._drawn_page = self.state.page_no
        media, ratio = self.item.media, self.devicePixelRatioF()
        if media.width_px and media.height_px and media.media_type != PDF:
            natural, may_grow = QSizeF(media.width_px / ratio, media.height_px / ratio), False
        else:
            natural, may_grow = QSizeF(_PDF_PX, _PDF_PX * _A4), True
        self.edit.canvas.open(natural, may_grow=may_grow)

    def _ask(self, width_px: int) -> None:
        own, is_pdf = self.item.media.width_px, self.item.media.media_type == PDF
        width = width_px if is_pdf or not own else min(width_px, own)
        self._pages.ask(self.item, self.state.page_no, width)

    def _show(self, shown: Shown) -> None:
        if shown.image is not None:
            self.edit.canvas.show_pixmap(QPixmap.fromImage(shown.image))
            self.edit.show_fault("")
        else:
            self.edit.show_fault(reason_text(shown.reason)[0])

    def _finish(self, done: Redacted) -> None:
        self._job = None
        self.end.show_done(self.item, done)
        self.stack.setCurrentWidget(self.end)
        self.end.look_button.setFocus()
        self._desk.bus.changed.emit(done.changes)
        self.made.emit(done.item)

    def _fail(self, error: BaseException) -> None:
        self._job = None
        self.stack.setCurrentWidget(self.edit)
        self.edit.canvas.setFocus()
        if not isinstance(error, Cancelled):
            self._desk.fail(error)

    def _go_back(self) -> None:
        self.stack.setCurrentWidget(self.edit)
        self.edit.canvas.setFocus()

    def _look(self) -> None:
        if self.end.item is not None:
            self.shown.emit(self.end.item)
        self.accept()

    def _may_leave_open(self) -> bool:
        places = self.state.open_places()
        return self._desk.dialogs.confirm(
            translate("Redact", "The same words also stand in %n place(s) without a box.", "", len(places)),
            translate("Redact", "Whoever gets the copy can read them there. Cancel to look at them and cover them."),
            translate("Redact", "Leave them readable"),
            danger=True,
        )

    def _may_go(self) -> bool:
        return self._desk.dialogs.confirm(
            translate("Redact", "Leave without a redacted copy?"),
            translate("Redact", "The boxes you drew are not kept. The original is untouched."),
            translate("Redact", "Discard the boxes"),
            danger=True,
        )
