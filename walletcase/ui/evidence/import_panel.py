"""How far adding files is, and what became of each."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from walletcase.domain.evidence import Evidence
from walletcase.ui.evidence.import_lines import ImportLines, counts_text, report_text
from walletcase.ui.evidence.imports import Batch, Imports
from walletcase.ui.look.tokens import L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import ElidedLabel, PlainLabel
from walletcase.ui.widgets.layout import Card, row

_SHOW_AFTER_MS = 700  # what is done sooner needs no panel
_SHOW_AT_ONCE_FROM = 4
_MOST_TOLD = 30


class ImportPanel(Card):
    """Shows itself while many files go in, and afterwards if there is something to say.

    ``show_wanted`` carries an exhibit to be shown, ``use_wanted`` one to be used instead of its twin and the batch the
    twin came in, ``unpack_wanted`` one whose inside is wanted.
    """

    show_wanted = Signal(object)
    use_wanted = Signal(object, object)
    unpack_wanted = Signal(object)

    def __init__(self, desk: Desk, imports: Imports) -> None:
        super().__init__("true", gap=S, margin=M)
        self._desk = desk
        self._imports = imports
        self._waiting = QTimer(self, singleShot=True, interval=_SHOW_AFTER_MS)
        self._waiting.timeout.connect(self._show_late)
        self.heading = PlainLabel("", "strong", wrap=True)
        self.count = PlainLabel("", "muted")
        self.file = ElidedLabel("", "caption")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("Evidence", "Progress"))
        self.cancel = button(translate("Evidence", "Cancel"), imports.cancel)
        self.retry = button(translate("Evidence", "Try all again"), imports.retry)
        self.close_it = button(translate("Evidence", "Close"), self.hide)
        self.all_files = button(translate("Evidence", "Show all"), self._tell_all)
        self.lines = ImportLines(desk, imports)
        self.lines.show_wanted.connect(self.show_wanted)
        self.lines.unpack_wanted.connect(self.unpack_wanted)
        self.lines.use_wanted.connect(self._use)
        self._lay_out()
        imports.stepped.connect(self._follow)
        imports.ended.connect(self._sum_up)
        self.setVisible(False)
        self._follow()

    def _lay_out(self) -> None:
        head = row(gap=M)
        head.addWidget(self.heading, 1)
        head.addWidget(self.count)
        for one in (self.all_files, self.retry, self.close_it, self.cancel):
            head.addWidget(one)
        self.body.setContentsMargins(L, S, S, S)
        self.body.addLayout(head)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.file)
        self.body.addWidget(self.lines)

    def _follow(self) -> None:
        state = self._imports.state
        if not state.running:
            return
        if state.total >= _SHOW_AT_ONCE_FROM:
            self.setVisible(True)
        elif not self.isVisible() and not self._waiting.isActive():
            self._waiting.start()
        self._set_running(True)
        stopping = translate("Evidence", "Stopping. What is in stays")
        self.heading.setText(stopping if state.cancelling else translate("Evidence", "Adding evidence"))
        self.count.setText(translate("Evidence", "{done} of {total}").format(done=state.done, total=state.total))
        self.file.setText(state.current)
        self.bar.setRange(0, max(1, state.total))
        self.bar.setValue(state.done)
        self.cancel.setEnabled(not state.cancelling)

    def _show_late(self) -> None:
        self.setVisible(self._imports.state.running)

    def _sum_up(self) -> None:
        self._waiting.stop()
        state = self._imports.state
        self._set_running(False)
        has_lines = self.lines.show_state(state)
        if state.total < _SHOW_AT_ONCE_FROM and not has_lines and not state.cancelled:
            self.setVisible(False)
            if state.added:
                self._desk.toasts.show(counts_text(state))
            return
        self.heading.setText(counts_text(state))
        self.lines.setVisible(has_lines)
        self.retry.setVisible(len(state.failed) > 1)
        self.setVisible(True)

    def _use(self, existing: Evidence, batch: Batch) -> None:
        self.use_wanted.emit(existing, batch)
        self._sum_up()

    def _tell_all(self) -> None:
        report = report_text(self._desk, self._imports.state)
        shown = "\n".join(report.splitlines()[:_MOST_TOLD])
        self._desk.dialogs.tell(translate("Evidence", "What became of each file"), shown, report)

    def _set_running(self, running: bool) -> None:
        at_work: tuple[QWidget, ...] = (self.count, self.bar, self.file, self.cancel)
        at_rest: tuple[QWidget, ...] = (self.all_files, self.retry, self.close_it, self.lines)
        for widget in at_work + at_rest:
            widget.setVisible((widget in at_work) == running)
