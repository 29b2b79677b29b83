"""How far adding files is, and what became of them."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from walletcase.infra.texts import error_text
from walletcase.ui.evidence.imports import Imports, State
from walletcase.ui.look.tokens import XS, L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import ElidedLabel, PlainLabel
from walletcase.ui.widgets.layout import Card, clear, column, row

_SHOW_AFTER_MS = 700  # what is done sooner needs no panel
_SHOW_AT_ONCE_FROM = 4
_MOST_FAILURES = 3


def counts_text(state: State) -> str:
    """Return added, already there and not added, in one line."""
    doubles = len(state.duplicates)
    parts = [translate("Evidence", "Evidence added: {n}").format(n=len(state.added))]
    if doubles:
        parts.append(translate("Evidence", "already here before: {n}").format(n=doubles))
    if state.failed:
        parts.append(translate("Evidence", "not added: {n}").format(n=len(state.failed)))
    left_out = state.total - len(state.added) - len(state.failed)
    if state.cancelled and left_out > 0:
        parts.append(translate("Evidence", "left out: {n}").format(n=left_out))
    return " · ".join(parts)


class ImportPanel(Card):
    """Shows itself while many files go in, and afterwards if there is something to say."""

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
        self.retry = button(translate("Evidence", "Try again"), imports.retry)
        self.close_it = button(translate("Evidence", "Close"), self.hide)
        self.all_failures = button(translate("Evidence", "Show all"), self._tell_all)
        self._failures = QWidget()
        self._failure_lines = column(self._failures, gap=XS)
        self._lay_out()
        imports.stepped.connect(self._follow)
        imports.ended.connect(self._sum_up)
        self.setVisible(False)
        self._follow()

    def _lay_out(self) -> None:
        head = row(gap=M)
        head.addWidget(self.heading, 1)
        head.addWidget(self.count)
        for one in (self.all_failures, self.retry, self.close_it, self.cancel):
            head.addWidget(one)
        self.body.setContentsMargins(L, S, S, S)
        self.body.addLayout(head)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.file)
        self.body.addWidget(self._failures)

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
        clear(self._failure_lines)
        if state.total < _SHOW_AT_ONCE_FROM and not state.failed and not state.cancelled:
            self.setVisible(False)
            if state.added:
                self._desk.toasts.show(counts_text(state))
            return
        self.heading.setText(counts_text(state))
        for line in self._failure_texts()[:_MOST_FAILURES]:
            self._failure_lines.addWidget(PlainLabel(line, "danger", wrap=True))
        self._failures.setVisible(bool(state.failed))
        self.retry.setVisible(bool(state.failed))
        self.all_failures.setVisible(len(state.failed) > _MOST_FAILURES)
        self.setVisible(True)

    def _failure_texts(self) -> list[str]:
        texts = ((one.file, error_text(one.error, self._desk.language)) for _, one in self._imports.state.failed)
        return [f"{file.name}: {text.happened} {text.todo}" for file, text in texts]

    def _tell_all(self) -> None:
        self._desk.dialogs.tell(translate("Evidence", "These files were not added"), "\n".join(self._failure_texts()))

    def _set_running(self, running: bool) -> None:
        at_work: tuple[QWidget, ...] = (self.count, self.bar, self.file, self.cancel)
        at_rest: tuple[QWidget, ...] = (self.all_failures, self.retry, self.close_it, self._failures)
        for widget in at_work + at_rest:
            widget.setVisible((widget in at_work) == running)
