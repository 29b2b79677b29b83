"""A deadline explained: its dates, the days behind them, the rule they rest on, and what the person said about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.due.deadlines import Deadline, deadlines_of
from walletcase.domain.ids import CaseId
from walletcase.services.changes import Changes
from walletcase.ui.deadlines.acts import Acts
from walletcase.ui.deadlines.grounds import Grounds
from walletcase.ui.look.tokens import XL, XS, XXL, L, M, S
from walletcase.ui.shell.deadline_words import amount_text, day_text, roll_text, state_text, strip_words, tone_of
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.day_strip import DayStrip
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import ScrollColumn, clear, column, row


class DeadlineDialog(QDialog):
    """Shows one deadline of one case and follows what changes about it."""

    def __init__(self, desk: Desk, case_id: CaseId, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id = case_id
        self._key = key
        self.setWindowTitle(translate("Deadlines", "Deadline"))
        high = parent.height() - XXL if parent is not None else 640
        wide = parent.width() - XXL if parent is not None else 940
        self.resize(min(940, wide), min(640, high))
        self.name = PlainLabel("", "title", wrap=True)
        self._marks = row(gap=S)
        self.dates = PlainLabel("", "heading", wrap=True)
        self.counted = PlainLabel("", "muted", wrap=True)
        self.roll = PlainLabel("", wrap=True)
        self.strip = DayStrip(desk.theme, strip_words(desk.language), translate("Deadlines", "Day by day"))
        self.day = PlainLabel("", "caption", wrap=True)
        self.strip.day_chosen.connect(self.day.setText)
        self.grounds = Grounds(desk)
        self.acts = Acts(desk, case_id)
        self._lay_out()
        desk.bus.changed.connect(self._changed)
        self._read()

    def _lay_out(self) -> None:
        self.page = ScrollColumn(gap=M, margin=0)
        head = column(gap=XS)
        title = row(gap=M)
        title.addWidget(self.name, 1)
        title.addLayout(self._marks)
        head.addLayout(title)
        head.addWidget(self.dates)
        head.addWidget(self.counted)
        left = column(gap=S)
        left.addWidget(self.strip)
        left.addWidget(self.day)
        left.addStretch(1)
        side = column(gap=M)
        side.addWidget(self.roll)
        side.addWidget(self.grounds)
        side.addStretch(1)
        middle = row(gap=L)
        middle.addLayout(left, 9)
        middle.addLayout(side, 5)
        self.page.body.addLayout(head)
        self.page.body.addLayout(middle, 1)
        box = column(self, gap=M, margin=XL)
        box.addWidget(self.page, 1)
        foot = row()
        foot.addWidget(self.acts, 1)
        self.close_button = button(translate("Deadlines", "Close"), self.accept)
        foot.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignBottom)
        box.addLayout(foot)
        self.acts.asking.connect(self.close_button.setHidden)
        self.acts.said.connect(self.strip.setFocus)

    def reject(self) -> None:
        """Escape leaves the form first, then the dialog."""
        if self.acts.form is not None:
            self.acts.put_away()
        else:
            super().reject()

    def _changed(self, changes: Changes) -> None:
        if self._case_id in changes.cases:
            self._read()

    def _read(self) -> None:
        self._desk.read(self, lambda: self._desk.services.cases.open(self._case_id), self._show)

    def _show(self, record: CaseRecord) -> None:
        found = next((d for d in deadlines_of(record, self._desk.services.clock.today()) if d.key == self._key), None)
        if found is None:  # its step was reopened, or a later one took its place
            self.accept()
            return
        self._show_head(found)
        self.strip.show_count(found.count)
        self.grounds.show_deadline(record, found)
        self.acts.show_deadline(record, found)

    def _show_head(self, deadline: Deadline) -> None:
        limit, language = deadline.limit, self._desk.language
        self.name.setText(limit.name.get(language))
        clear(self._marks)
        self._marks.addWidget(Chip(state_text(deadline), tone_of(deadline)))
        if deadline.estimated:
            self._marks.addWidget(Chip(translate("Deadlines", "Estimated"), "warn"))
        if not limit.source.confirmed:
            self._marks.addWidget(Chip(translate("Deadlines", "To be verified"), "warn"))
        last = translate("Deadlines", "Last day {date}").format(date=day_text(deadline.due_on))
        if deadline.rolled_due_on != deadline.due_on:
            moved = translate("Deadlines", "over the holiday {date}").format(date=day_text(deadline.rolled_due_on))
            last = translate("Deadlines", "{last}; {moved}").format(last=last, moved=moved)
        self.dates.setText(last)
        start = translate("Deadlines", "{amount}, counted from the day after {start} ({trigger}): {duty}.")
        self.counted.setText(
            start.format(
                amount=amount_text(limit.amount, limit.unit),
                start=day_text(deadline.starts_on),
                trigger=limit.trigger.get(language),
                duty=limit.duty.get(language),
            )
        )
        self.roll.setText(roll_text(deadline))
