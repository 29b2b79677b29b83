"""The form for one contact. It holds what is typed and says when to save; it stores nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from walletcase.domain.case import CaseRecord
from walletcase.ui.look.tokens import XS, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.timeline.exhibit_picker import ExhibitPicker
from walletcase.ui.timeline.form_state import FormState, faults_of
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.date_field import DateField, TimeLine, mark_bad
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, column, row
from walletcase.ui.widgets.quiet_combo import QuietCombo


class ContactForm(Card):
    """``saved`` asks to store; ``closed`` to hide the form and keep what is typed; ``dropped`` to throw it away."""

    saved = Signal()
    closed = Signal()
    dropped = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("true")
        self._desk = desk
        self._columns = 0
        self.title = PlainLabel("", "heading")
        self._make_fields()
        self._cells: list[QWidget] = self._make_cells()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(M)
        self.body.addWidget(self.title)
        self.body.addLayout(self._grid)
        self.body.addWidget(self.fault)
        self.body.addLayout(self._buttons())
        self.fit(720)

    def _make_fields(self) -> None:
        self.channel = QuietCombo()
        today = self._desk.services.clock.today()
        icon, pick = self._desk.icon, translate("Timeline", "Pick from the calendar")
        self.day = DateField(translate("Timeline", "Date"), icon, today, pick)
        self.at = TimeLine()
        self.at.setPlaceholderText("HH:MM")
        self.at.setAccessibleName(translate("Timeline", "Time, if known"))
        self.at.setFixedWidth(self.at.fontMetrics().horizontalAdvance("00:00 MM") + 22)
        self.counterpart = QLineEdit()
        self.counterpart.setPlaceholderText(translate("Timeline", "Name, staff number, department"))
        self.said = QPlainTextEdit()
        self.said.setTabChangesFocus(True)
        self.said.setPlaceholderText(translate("Timeline", "What you said, what they answered, as exactly as you can"))
        self.said.setFixedHeight(self.said.fontMetrics().lineSpacing() * 4 + 22)
        self.said.installEventFilter(self)
        self.reference = QLineEdit()
        self.promised_by = DateField(translate("Timeline", "They promised an answer by"), icon, today, pick)
        self.is_answer = QCheckBox(translate("Timeline", "The bank has answered"))
        self.is_answer.setToolTip(translate("Timeline", "What was promised before is then no longer awaited."))
        self.evidence = ExhibitPicker(self._desk)
        self.fault = PlainLabel("", "danger", wrap=True)
        self.fault.hide()

    def _make_cells(self) -> list[QWidget]:
        when = QWidget()
        line = row(when, gap=S)
        line.addWidget(self.day, 1)
        line.addWidget(self.at)
        extras = QWidget()
        line = row(extras, gap=M)
        line.addWidget(self.is_answer)
        line.addStretch(1)
        line.addWidget(self.evidence)
        return [
            _cell(translate("Timeline", "Channel"), self.channel),
            _cell(translate("Timeline", "When"), when, self.day),
            _cell(translate("Timeline", "Who"), self.counterpart),
            _cell(translate("Timeline", "Reference number"), self.reference),
            _cell(translate("Timeline", "What was said"), self.said),
            _cell(translate("Timeline", "They promised an answer by"), self.promised_by),
            extras,
        ]

    def _buttons(self) -> QHBoxLayout:
        box = row(gap=S)
        self.save_button: QPushButton = button(translate("Timeline", "Save"), self.saved.emit, kind="primary")
        self.save_button.setToolTip("Ctrl+Enter")
        self.close_button = button(translate("Timeline", "Close"), self.closed.emit)
        self.close_button.setToolTip(translate("Timeline", "What you typed stays here until you save or discard it."))
        self.drop_button = button(translate("Timeline", "Discard"), self.dropped.emit, kind="quiet")
        box.addWidget(self.save_button)
        box.addWidget(self.close_button)
        box.addStretch(1)
        box.addWidget(self.drop_button)
        return box

    def load(self, record: CaseRecord, state: FormState, *, is_new: bool) -> None:
        """Put a state into the form, with the channels and exhibits of its case."""
        new, old = translate("Timeline", "Record a contact"), translate("Timeline", "Correct a contact")
        self.title.setText(new if is_new else old)
        self.channel.clear()
        for channel in record.playbook.channels:
            self.channel.addItem(self._desk.icon(channel.icon), channel.name.get(self._desk.language), channel.key)
        if self.channel.findData(state.channel) < 0:
            self.channel.addItem(state.channel, state.channel)
        self.channel.setCurrentIndex(self.channel.findData(state.channel))
        for line, text in self._lines(state):
            line.setText(text)
            mark_bad(line, False)
        self.said.setPlainText(state.said)
        mark_bad(self.said, False)
        self.is_answer.setChecked(state.is_answer)
        self.evidence.offer(record.live_evidence, state.evidence_ids)
        self.fault.hide()

    def _lines(self, state: FormState) -> tuple[tuple[QLineEdit, str], ...]:
        return (
            (self.day.line, state.day),
            (self.at, state.at),
            (self.counterpart, state.counterpart),
            (self.reference, state.reference),
            (self.promised_by.line, state.promised_by),
        )

    def state(self) -> FormState:
        """Return what stands in the form, as typed."""
        return FormState(
            channel=str(self.channel.currentData() or ""),
            day=self.day.line.text(),
            at=self.at.text(),
            counterpart=self.counterpart.text(),
            said=self.said.toPlainText(),
            reference=self.reference.text(),
            promised_by=self.promised_by.line.text(),
            is_answer=self.is_answer.isChecked(),
            evidence_ids=self.evidence.chosen(),
        )

    def show_faults(self) -> bool:
        """Mark what must be put right and go to the first of it; return whether there was anything."""
        faults = faults_of(self.state())
        fields: dict[str, QWidget] = {
            "said": self.said,
            "day": self.day.line,
            "at": self.at,
            "promised_by": self.promised_by.line,
        }
        for name, field in fields.items():
            mark_bad(field, name in faults)
        self.fault.setText(" ".join(_fault_text(name) for name in faults))
        self.fault.setVisible(bool(faults))
        if faults:
            fields[faults[0]].setFocus()
        return bool(faults)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves; Esc closes and keeps what is typed."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.saved.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Ctrl+Enter from the text, which would make it a new line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.saved.emit()
                return True
        return super().eventFilter(watched, event)

    def fit(self, width: int) -> None:
        """Put as many fields on a line as ``width`` (logical pixels) has room for."""
        digit = self.fontMetrics().horizontalAdvance("0")
        columns = 3 if width >= 104 * digit else 2 if width >= 58 * digit else 1
        if columns == self._columns:
            return
        self._columns = columns
        for cell in self._cells:
            self._grid.removeWidget(cell)
        for cell, place in zip(self._cells, _PLACES[columns], strict=True):
            self._grid.addWidget(cell, *place)
        for number in range(6):
            self._grid.setColumnStretch(number, 1)


# Row, column, rows, columns of each cell, in six columns, by how many fields stand on a line.
_PLACES = {
    3: [(0, 0, 1, 2), (0, 2, 1, 2), (0, 4, 1, 2), (2, 0, 1, 2), (1, 0, 1, 6), (2, 2, 1, 2), (2, 4, 1, 2)],
    2: [(0, 0, 1, 3), (0, 3, 1, 3), (1, 0, 1, 6), (3, 0, 1, 3), (2, 0, 1, 6), (3, 3, 1, 3), (4, 0, 1, 6)],
    1: [(row, 0, 1, 6) for row in (0, 1, 2, 4, 3, 5, 6)],
}


def _cell(label: str, field: QWidget, focus: QWidget | None = None) -> QWidget:
    cell = QWidget()
    box = column(cell, gap=XS)
    caption = PlainLabel(label, "label")
    caption.setBuddy(focus or field)
    (focus or field).setAccessibleName(label)
    box.addWidget(caption)
    box.addWidget(field)
    return cell


def _fault_text(name: str) -> str:
    return {
        "said": translate("Timeline", "Please write what was said."),
        "day": translate("Timeline", "The date can't be read: write it like 2026-11-22."),
        "at": translate("Timeline", "The time can't be read: write it like 14:05, or leave it empty."),
        "promised_by": translate("Timeline", "The promised date can't be read: write it like 2026-11-22."),
    }[name]
