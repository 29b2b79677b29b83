"""Deadlines in a list, for any room: each line opens the explanation of its date."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.due.deadlines import Deadline, deadlines_of
from walletcase.domain.ids import CaseId
from walletcase.ui.look.tokens import XS, L, M, S
from walletcase.ui.shell.deadline_words import amount_text, day_text, state_text, tone_of
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.flow import FlowLayout
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import Card, clear, column


class DeadlineLine(QFrame):
    """One deadline. A click, Enter or Space asks for its explanation."""

    def __init__(self, desk: Desk, record: CaseRecord, deadline: Deadline) -> None:
        super().__init__()
        self.key = deadline.key
        self._desk = desk
        self._case_id = record.case.id
        self.setProperty("option", "boxed")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        name = deadline.limit.name.get(desk.language)
        self.setAccessibleName(f"{name}, {state_text(deadline)}, {dates_text(deadline)}")
        self.setAccessibleDescription(translate("Deadlines", "Shows how the date was counted"))
        box = column(self, gap=XS)
        box.setContentsMargins(M, S, M, S)
        box.addWidget(PlainLabel(name, "label", wrap=True))
        facts = QWidget()
        flow = FlowLayout(facts, gap=S)
        flow.addWidget(Chip(state_text(deadline), tone_of(deadline)))
        if deadline.estimated:
            flow.addWidget(Chip(translate("Deadlines", "Estimated"), "warn"))
        if not deadline.limit.source.confirmed:
            flow.addWidget(Chip(translate("Deadlines", "To be verified"), "warn"))
        box.addWidget(PlainLabel(dates_text(deadline), wrap=True))
        box.addWidget(facts)
        counted = translate("Deadlines", "{amount} from {start}")
        amount = amount_text(deadline.limit.amount, deadline.limit.unit)
        box.addWidget(PlainLabel(counted.format(amount=amount, start=deadline.starts_on), "caption", wrap=True))

    def ask(self) -> None:
        """Ask for the explanation."""
        self._desk.bus.deadline_asked.emit(self._case_id, self.key)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space ask."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.ask()
        else:
            super().keyPressEvent(event)


class DeadlineList(QWidget):
    """All deadlines of a case, open ones first. Hidden while there are none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._box = column(self, gap=S)
        self.lines: list[DeadlineLine] = []
        self._shown: tuple[CaseId, tuple[Deadline, ...]] | None = None

    def show_case(self, record: CaseRecord) -> None:
        """Show a case's deadlines as they stand today; lines that would say the same stay."""
        deadlines = deadlines_of(record, self._desk.services.clock.today())
        if self._shown == (record.case.id, deadlines):
            return
        self._shown = record.case.id, deadlines
        clear(self._box)
        ordered = sorted(deadlines, key=lambda d: not d.is_open)
        self.lines = [DeadlineLine(self._desk, record, deadline) for deadline in ordered]
        for line in self.lines:
            self._box.addWidget(line)
        self.setVisible(bool(self.lines))


class DeadlineCard(Card):
    """The deadlines of a case under a heading. Hidden while there are none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(margin=L)
        self.list = DeadlineList(desk)
        self.body.addWidget(PlainLabel(translate("Deadlines", "Deadlines"), "heading"))
        self.body.addWidget(self.list)

    def show_case(self, record: CaseRecord) -> None:
        """Show a case's deadlines as they stand today."""
        self.list.show_case(record)
        self.setVisible(bool(self.list.lines))


def dates_text(deadline: Deadline) -> str:
    """Return the last day of a deadline, and where it moves to."""
    if deadline.is_paused:
        return translate("Deadlines", "no date while it is paused")
    if deadline.rolled_due_on == deadline.due_on:
        return day_text(deadline.due_on)
    text = translate("Deadlines", "{first}, or {later} over the holiday")
    return text.format(first=day_text(deadline.due_on), later=day_text(deadline.rolled_due_on))
