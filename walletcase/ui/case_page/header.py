"""The head of a case: what it is, where it stands, how long it waits, and that everything is saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QToolButton, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.due.followup import FollowUp
from walletcase.domain.ids import CaseId
from walletcase.ui.look.tokens import XS, L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.texts import STATUS_TONES, days_between, due_text, listed, status_text
from walletcase.ui.widgets.buttons import button, icon_button, icon_size
from walletcase.ui.widgets.flow import FlowLayout
from walletcase.ui.widgets.labels import Chip, ElidedLabel, PlainLabel
from walletcase.ui.widgets.layout import clear, column, row


class CaseHeader(QFrame):
    """Shows a record; ``menu`` is filled by the window with what can be done to a case."""

    attach_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("pane", "header")
        self._desk = desk
        self._title = ElidedLabel("", "title")
        self._facts = FlowLayout(gap=S)
        self._compact = False
        self._details: list[QWidget] = []
        self._saved = PlainLabel("", "caption")
        self._saved.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.menu = QMenu(self)
        self._more = icon_button(translate("CaseHeader", "More"), desk.icon("ellipsis"), lambda: None)
        self._more.setMenu(self.menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        clip = icon_button(translate("CaseHeader", "Add evidence"), desk.icon("paperclip"), self.attach_wanted.emit)
        first = row(gap=S)
        first.addWidget(self._title, 1)
        first.addWidget(self._saved)
        first.addWidget(clip)
        first.addWidget(self._more)
        box = column(self, gap=XS)
        box.setContentsMargins(L, S, M, S)
        box.addLayout(first)
        box.addLayout(self._facts)

    def show_case(self, record: CaseRecord, waiting: FollowUp, today: str) -> None:
        """Show a case as it stands."""
        self._title.setText(record.case.title)
        clear(self._facts)
        self._details.clear()
        case = record.case
        self._add(Chip(status_text(case.status), STATUS_TONES[case.status]))
        if case.trashed_at:
            self._add(Chip(translate("CaseHeader", "In the trash"), "danger"))
        if case.is_sample:
            self._add_detail(Chip(translate("CaseHeader", "Sample, fictitious"), "plain"))
        self._add_detail(PlainLabel(case.number, "caption"))
        if record.reference:
            self._add_reference(record.reference)
        self._add_waiting(waiting, case.id, today)
        at = case.updated_at
        self.show_saved(at[11:16] if at[:10] == today else at[:16].replace("T", " "))

    def show_saved(self, at: str) -> None:
        """Say when the last change was stored: HH:MM, with its date if that was not today."""
        self._saved.setText(translate("CaseHeader", "Saved {time}").format(time=at))

    def show_saving(self) -> None:
        """Say that a change is on its way."""
        self._saved.setText(translate("CaseHeader", "Saving…"))

    def set_compact(self, compact: bool) -> None:
        """Leave out where the window is very low what the Facts tab says too."""
        self._compact = compact
        for widget in self._details:
            widget.setVisible(not compact)

    def _add(self, widget: QWidget) -> None:
        self._facts.addWidget(widget)

    def _add_detail(self, widget: QWidget) -> None:
        self._add(widget)
        self._details.append(widget)
        if self._compact:
            widget.hide()

    def _add_reference(self, reference: str) -> None:
        text = translate("CaseHeader", "Reference {number}").format(number=reference)
        self._add_detail(PlainLabel(text, "caption"))

        def copy() -> None:
            QApplication.clipboard().setText(reference)
            self._desk.toasts.show(translate("CaseHeader", "Reference number copied"))

        colour = self._desk.theme.colours.muted
        made = icon_button(translate("CaseHeader", "Copy the reference number"), self._desk.icon("copy", colour), copy)
        made.setIconSize(icon_size(14))
        made.setProperty("kind", "tight")
        self._add_detail(made)
        QWidget.setTabOrder(self._more, made)  # it is younger than what stands below it

    def _add_waiting(self, waiting: FollowUp, case_id: CaseId, today: str) -> None:
        if not waiting.awaited_on and not waiting.late_after:
            return
        since = days_between(waiting.waiting_since, today) if waiting.waiting_since else 0
        parts = [translate("CaseHeader", "Waiting for %n day(s)", "", since)] if since > 0 else []
        late_after = waiting.late_after or waiting.awaited_on
        awaited_on = late_after if waiting.is_overdue(today) else waiting.awaited_on
        due = due_text(awaited_on, today, late_after)
        if not awaited_on <= today <= late_after:  # in between, the words say themselves that it is the answer
            due = translate("CaseHeader", "answer: {when}").format(when=due)
        text, tone = listed([*parts, due]), _tone(waiting, today)
        tip = translate("CaseHeader", "An answer is expected by {date}").format(date=awaited_on)
        if waiting.deadline_key:
            key = waiting.deadline_key
            chip: QWidget = button(text, lambda: self._desk.bus.deadline_asked.emit(case_id, key), kind="chip")
            chip.setProperty("tone", tone)
            chip.setAccessibleDescription(translate("CaseHeader", "Shows how the date was counted"))
        else:
            chip = Chip(text, tone)
        chip.setToolTip(tip)
        self._add(chip)
        if waiting.deadline_key:
            QWidget.setTabOrder(self._more, chip)  # it is younger than what stands below it


def _tone(waiting: FollowUp, today: str) -> str:
    return "danger" if waiting.is_overdue(today) else "warn"
