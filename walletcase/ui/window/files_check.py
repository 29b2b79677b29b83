"""The window of the full check: how far it is, and then what was found and what to do about each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QProgressBar, QWidget

from walletcase.domain.errors import Cancelled
from walletcase.infra.fault_texts import fault_text
from walletcase.services.records_check import Problem
from walletcase.ui.look.tokens import XL, XS, L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.tasks import Job
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, ScrollColumn, clear, column, row
from walletcase.ui.window.guard import Guard

_WIDTH_PX, _HEIGHT_PX = 640, 520
MOST_SHOWN = 50
_ON_EXHIBITS = ("file_missing", "file_altered", "record_altered", "record_foreign")


class FilesCheck(QDialog):
    """``exhibit_wanted`` carries ("WC-2026-0001", 3): the person wants to see an exhibit."""

    exhibit_wanted = Signal(str, int)

    def __init__(self, desk: Desk, guard: Guard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._guard = guard
        self._job: Job | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Faults", "Check all files"))
        room, px = parent.size() if parent is not None else None, desk.theme.px
        wide, high = px(_WIDTH_PX), px(_HEIGHT_PX)
        self.resize(min(wide, room.width() - XL) if room else wide, min(high, room.height() - XL) if room else high)
        box = column(self, gap=M, margin=L)
        self.head = PlainLabel("", "heading", wrap=True)
        self.more = PlainLabel("", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("Faults", "How far the check is"))
        self.list = ScrollColumn(gap=S, margin=0)
        self._cards = column(gap=S)
        self.list.body.addLayout(self._cards)
        self.list.body.addStretch(1)
        for widget in (self.head, self.more, self.bar):
            box.addWidget(widget)
        box.addWidget(self.list, 1)
        box.addWidget(self._foot())

    def done(self, result: int) -> None:
        """Stop checking."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    def check(self) -> None:
        """Check everything from the beginning."""
        integrity = self._desk.services.integrity

        def work(job: Job) -> tuple[Problem, ...]:
            return integrity.verify(progress=job.report, cancelled=job.is_cancelled)

        self.head.setText(translate("Faults", "Checking…"))
        self.more.setText(translate("Faults", "Every file is read again, and the journal and the database with them."))
        clear(self._cards)
        self.bar.setRange(0, 0)
        self.bar.show()
        self._set_running(True)
        job = self._desk.files.run(work, self._checked, self._failed, self)
        if self.stop_button.isVisibleTo(self):  # it may have ended already
            self._job = job
            job.follow(self._progress)

    def show_problems(self) -> None:
        """Show what was found before."""
        self._show(self._guard.problems)
        if self._guard.problems:
            self.more.setText(translate("Faults", "Found among some of the files. A full check looks at all of them."))

    def report(self) -> str:
        """What was found as text, one paragraph for each."""
        language = self._desk.language
        parts = []
        for one in self._guard.problems:
            text = fault_text(one.kind, one.subject, one.detail, language)
            parts.append(f"{one.kind}  {one.subject}  {one.detail}\n{text.what}\n{text.todo}")
        return "\n\n".join(parts) + "\n"

    def _foot(self) -> QWidget:
        foot = QWidget()
        line = row(foot, gap=S)
        icon = self._desk.icon
        self.copy_button = button(translate("Faults", "Copy the report"), self._copy, kind="quiet", icon=icon("copy"))
        self.again_button = button(translate("Faults", "Check again"), self.check, icon=icon("shield-check"))
        self.stop_button = button(translate("Faults", "Stop"), self._stop)
        self.close_button = button(translate("Faults", "Close"), self.reject, kind="primary")
        line.addWidget(self.copy_button)
        line.addStretch(1)
        for one in (self.again_button, self.stop_button, self.close_button):
            line.addWidget(one)
        return foot

    def _set_running(self, on: bool) -> None:
        self.stop_button.setVisible(on)
        self.again_button.setVisible(not on)
        self.copy_button.setVisible(not on and bool(self._guard.problems))

    def _progress(self, done: int, total: int) -> None:
        """Both in KiB."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        told = translate("Faults", "{done} of {total} MB read")
        self.more.setText(told.format(done=done >> 10, total=total >> 10))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _checked(self, problems: tuple[Problem, ...]) -> None:
        self._job = None
        self._guard.take(problems)
        self._show(problems)

    def _failed(self, error: BaseException) -> None:
        self._job = None
        self.bar.hide()
        self._set_running(False)
        self.head.setText(translate("Faults", "The check was stopped"))
        self.more.setText(translate("Faults", "What was not read yet is unchecked. Nothing was changed."))
        if not isinstance(error, Cancelled):
            self._desk.fail(error)

    def _show(self, problems: tuple[Problem, ...]) -> None:
        self.bar.hide()
        self._set_running(False)
        clear(self._cards)
        if problems:
            head = translate("Faults", "%n thing(s) are not as they were stored", "", len(problems))
            more = translate("Faults", "The check changes nothing and deletes nothing. All else is as it was stored.")
        else:
            head = translate("Faults", "Everything is as it was stored")
            more = translate("Faults", "All files, the journal and the database were read just now.")
        self.head.setText(head)
        self.more.setText(more)
        for one in problems[:MOST_SHOWN]:
            self._cards.addWidget(self._card(one))
        if len(problems) > MOST_SHOWN:
            rest = translate("Faults", "and %n more: all are in the report", "", len(problems) - MOST_SHOWN)
            self._cards.addWidget(PlainLabel(rest, "muted"))

    def _card(self, one: Problem) -> Card:
        text = fault_text(one.kind, one.subject, one.detail, self._desk.language)
        card = Card("true", gap=XS, margin=M)
        card.body.addWidget(PlainLabel(text.what, "strong", wrap=True).let_select())
        card.body.addWidget(PlainLabel(text.todo, "muted", wrap=True).let_select())
        case, _, number = one.subject.partition("/")
        if one.kind in _ON_EXHIBITS and number.isdecimal():
            show = partial(self._want, case, int(number))
            icon = self._desk.icon("paperclip")
            link = button(translate("Faults", "Show the exhibit"), show, kind="quiet", icon=icon)
            link.setAccessibleDescription(text.what)
            line = row()
            line.addWidget(link)
            line.addStretch(1)
            card.body.addLayout(line)
        return card

    def _want(self, case_number: str, exhibit_no: int) -> None:
        self.exhibit_wanted.emit(case_number, exhibit_no)
        self.accept()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.report())
        self._desk.toasts.show(translate("Faults", "Report copied"))
