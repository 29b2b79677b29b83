"""The first page of the facts: everything known about a case at one glance; title and tags can be changed here."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.ui.facts.cards import Cards
from walletcase.ui.facts.head import HeadCard
from walletcase.ui.facts.sheet import Sheet, sheet_of
from walletcase.ui.look.tokens import L, M
from walletcase.ui.shell.deadline_list import DeadlineCard
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.room import SubPage
from walletcase.ui.widgets.layout import Card, ScrollColumn, clear, column

TWO_COLUMNS_DIGITS = 84
MAX_WIDTH_DIGITS = 130  # longer lines are hard to read


class Overview(SubPage):
    """Built anew when the facts have changed since."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._cards = Cards(desk)
        self._sheet: Sheet | None = None
        self._columns = 0
        self.view = ScrollColumn(margin=L)
        self.head = HeadCard(desk)
        self._glance_box = QWidget()
        self._glance = QGridLayout(self._glance_box)
        self._glance.setContentsMargins(0, 0, 0, 0)
        self._glance.setSpacing(M)
        self._glance_cards: list[Card] = []
        self._steps_box = QWidget()
        self._steps = column(self._steps_box, gap=M)
        self.deadlines = DeadlineCard(desk)
        for widget in (self.head, self.deadlines, self._glance_box, self._steps_box):
            self.view.body.addWidget(widget)
        self.view.body.addStretch(1)
        digit = self.fontMetrics().horizontalAdvance("0")
        self.view.page.setMaximumWidth(MAX_WIDTH_DIGITS * digit)
        column(self, gap=0).addWidget(self.view)

    def show_head(self, record: CaseRecord, *, is_other: bool) -> None:
        """Show title and tags, seen or not: one that is being typed stays."""
        self.head.show_case(record, is_other=is_other)
        if is_other:
            self.view.verticalScrollBar().setValue(0)

    def show_case(self, record: CaseRecord) -> None:
        """Show the facts."""
        self.deadlines.show_case(record)
        sheet = sheet_of(record, self._desk.language)
        if sheet == self._sheet:
            return
        self._sheet = sheet
        clear(self._glance)
        self._glance_cards = self._cards.glance(sheet)
        self._columns = 0
        self._place_glance()
        clear(self._steps)
        for facts in sheet.steps:
            if not facts.is_untouched:
                self._steps.addWidget(self._cards.step(facts))
        untouched = [facts for facts in sheet.steps if facts.is_untouched]
        if untouched:
            self._steps.addWidget(self._cards.untouched(untouched))

    def flush(self) -> None:
        """Save the title and tag being typed."""
        self.head.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One or two cards side by side."""
        super().resizeEvent(event)
        self._place_glance()

    def _place_glance(self) -> None:
        digit = self.fontMetrics().horizontalAdvance("0")
        columns = 2 if self.width() >= TWO_COLUMNS_DIGITS * digit else 1
        if columns == self._columns:
            return
        self._columns = columns
        for card in self._glance_cards:
            self._glance.removeWidget(card)
        for number, card in enumerate(self._glance_cards):
            is_last_alone = columns == 2 and number == len(self._glance_cards) - 1 and number % 2 == 0
            self._glance.addWidget(card, number // columns, number % columns, 1, 2 if is_last_alone else 1)
        self._glance.setColumnStretch(1, 1 if columns == 2 else 0)
        self._glance.setColumnStretch(0, 1)
        self._glance_box.setVisible(bool(self._glance_cards))
