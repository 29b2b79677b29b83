"""One line of a fact: its text, and a field in its place while the person changes it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from walletcase.ui.look.tokens import XS, S
from walletcase.ui.rule_pack.lines import DetailLine
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column, row


class LineEditor(QWidget):
    """``asked`` carries path and new text: what would that change?"""

    asked = Signal(str, str)

    def __init__(self, line: DetailLine) -> None:
        super().__init__()
        self.line = line
        box = column(self, gap=XS)
        box.addWidget(PlainLabel(line.label, "caption"))
        self.shown = QWidget()
        box.addWidget(self.shown)
        shown = row(self.shown, gap=S)
        self._fill_shown(shown)
        if line.before:
            before = translate("Rules", "The rules say: {value}").format(value=line.before)
            box.addWidget(PlainLabel(before, "caption", wrap=True))
        self.field = QLineEdit(line.raw)
        self.problem = PlainLabel("", "danger", wrap=True)
        self.problem.hide()
        self.edit = QWidget()
        if line.path:
            box.addWidget(self.edit)
            self._fill_edit()
        self.edit.hide()
        box.addWidget(self.problem)

    def _fill_shown(self, shown: QHBoxLayout) -> None:
        role = ("strong" if self.line.raw else "muted") if self.line.path else ""
        text = PlainLabel(self.line.text, role, wrap=True).let_select()
        text.setAccessibleName(f"{self.line.label}: {self.line.text}")
        shown.addWidget(text, 1)
        self.change: QPushButton | None = None
        if self.line.path:
            self.change = button(translate("Rules", "Change…"), self.begin, kind="quiet")
            self.change.setAccessibleName(f"{translate('Rules', 'Change…')} {self.line.label}")
            shown.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)

    def _fill_edit(self) -> None:
        box = column(self.edit, gap=S)
        self.field.setAccessibleName(self.line.label)
        self.field.returnPressed.connect(self._ask)
        box.addWidget(self.field)
        if self.line.hint:
            box.addWidget(PlainLabel(self.line.hint, "caption", wrap=True))
        buttons = row(gap=S)
        self.ask = button(translate("Rules", "See what changes"), self._ask, kind="primary")
        self.stop = button(translate("Rules", "Cancel"), self.end)
        buttons.addWidget(self.ask)
        buttons.addWidget(self.stop)
        buttons.addStretch(1)
        box.addLayout(buttons)

    def begin(self) -> None:
        """Show the field."""
        self.field.setText(self.line.raw)
        self._turn(editing=True)
        self.field.setFocus()
        self.field.selectAll()

    def end(self) -> None:
        """Show the text again."""
        self._turn(editing=False)
        if self.change is not None:
            self.change.setFocus()

    def show_problem(self, text: str) -> None:
        """Say why what was written can't be."""
        self.problem.setText(text)
        self.problem.show()
        self.field.setProperty("bad", "true")
        self.field.style().polish(self.field)
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the field, not the window."""
        if event.key() == Qt.Key.Key_Escape and self.edit.isVisible():
            self.end()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        self.asked.emit(self.line.path, self.field.text())

    def _turn(self, *, editing: bool) -> None:
        self.shown.setVisible(not editing)
        self.edit.setVisible(editing)
        self.problem.hide()
        self.field.setProperty("bad", "")
        self.field.style().polish(self.field)
