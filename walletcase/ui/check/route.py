"""The route: a few questions, then the doors in order with reason, number and hours, and what conflicts there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFormLayout, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.flow.playbook import Role
from walletcase.domain.routing import Answers, RoutePlan, answers_of, plan
from walletcase.domain.rules.pack import Party
from walletcase.ui.check.doors import DoorCard
from walletcase.ui.check.findings import source_line
from walletcase.ui.look.tokens import XS, L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.room import SubPage
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, ScrollColumn, clear, column
from walletcase.ui.widgets.quiet_combo import QuietCombo

MAX_WIDTH_DIGITS = 110


class RoutePage(SubPage):
    """Begins with what the case says; other answers are tried out here and change nothing until they are kept.

    ``check_asked`` carries a kind of door.
    """

    check_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._record: CaseRecord | None = None
        self._is_stale = False
        self.product, self.answers, self.fraud = QuietCombo(), QuietCombo(), QuietCombo()
        self.keep = button(translate("Check", "Keep this product in the case"), self._keep, kind="quiet")
        self.page = ScrollColumn(margin=L)
        self._list = column(gap=M)
        self._fill_fixed()
        self._lay_out()
        for combo in (self.product, self.answers, self.fraud):
            combo.activated.connect(self._show_route)

    def show_case(self, record: CaseRecord) -> None:
        """Begin with what a case says."""
        self._record = record
        self._is_stale = True
        if self.isVisible():
            self._begin()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed since it was last seen."""
        super().showEvent(event)
        if self._is_stale:
            self._begin()

    def _fill_fixed(self) -> None:
        self.answers.addItem(translate("Check", "Go by the product"), "")
        self.answers.addItem(translate("Check", "A bank"), Party.BANK.value)
        self.answers.addItem(translate("Check", "A payment institution"), Party.PAYMENT_INSTITUTION.value)
        self.fraud.addItem(translate("Check", "No"), False)
        self.fraud.addItem(translate("Check", "Yes, or I suspect it"), True)

    def _lay_out(self) -> None:
        digit = self.fontMetrics().horizontalAdvance("0")
        self.page.page.setMaximumWidth(MAX_WIDTH_DIGITS * digit)
        self.page.page.setMinimumHeight(1)  # else it is as high as its lines would be in the narrowest page
        card = Card(gap=S, margin=L)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        questions = (
            (translate("Check", "What is it about?"), self.product),
            (translate("Check", "Who answers for it?"), self.answers),
            (translate("Check", "Fraud, or money taken?"), self.fraud),
        )
        for words, combo in questions:
            combo.setMinimumContentsLength(16)
            combo.setAccessibleName(words)
            label = PlainLabel(words, "label")
            label.setBuddy(combo)
            form.addRow(label, combo)
        card.body.addLayout(form)
        card.body.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        self.page.body.addWidget(card)
        self.page.body.addLayout(self._list)
        self.page.body.addStretch(1)
        column(self, gap=0).addWidget(self.page)

    def _begin(self) -> None:
        record = self._record
        if record is None:
            return
        self._is_stale = False
        said = answers_of(record)
        self.product.clear()
        self.product.addItem(translate("Check", "Choose…"), "")
        for product in record.rules.products:
            self.product.addItem(product.name.get(self._desk.language), product.key)
        self.product.setCurrentIndex(max(0, self.product.findData(said.product)))
        self.answers.setCurrentIndex(0)
        self.fraud.setCurrentIndex(1 if said.fraud else 0)
        self._show_route()

    def _given(self) -> Answers:
        who = str(self.answers.currentData())
        return Answers(str(self.product.currentData()), Party(who) if who else None, bool(self.fraud.currentData()))

    def _show_route(self) -> None:
        record = self._record
        if record is None:
            return
        found = plan(record, self._given())
        self.keep.setVisible(bool(self._choice_for_product()))
        clear(self._list)
        if found is None:
            text = translate("Check", "Choose what it is about: the doors follow from who answers for it.")
            self._list.addWidget(PlainLabel(text, "muted", wrap=True))
            return
        self._list.addWidget(self._who(found))
        for number, door in enumerate(found.doors, 1):
            card = DoorCard(self._desk, number, door)
            card.check_asked.connect(self.check_asked)
            self._list.addWidget(card)

    def _who(self, found: RoutePlan) -> QWidget:
        texts = {
            Party.BANK: translate("Check", "The bank answers for it."),
            Party.PAYMENT_INSTITUTION: translate("Check", "The payment institution answers for it."),
        }
        inside = QWidget()
        box = column(inside, gap=XS)
        words = texts.get(found.answers, translate("Check", "Who answers for it is not settled yet."))
        box.addWidget(PlainLabel(words, "heading", wrap=True))
        if found.product is not None and found.answers is found.product.answers:
            box.addWidget(PlainLabel(found.product.reason.get(self._desk.language), "muted", wrap=True))
        box.addWidget(source_line(self._desk, found.route.source))
        return inside

    def _choice_for_product(self) -> tuple[str, str] | None:
        """Field and answer that would keep the chosen product in the case; None where it says so already."""
        record, key = self._record, str(self.product.currentData())
        if record is None or not key or answers_of(record).product == key:
            return None
        for field in record.playbook.fields():
            if field.role is Role.PRODUCT_KIND:
                choice = next((one for one in field.choices if key in (one.product, one.key)), None)
                return (field.key, choice.key) if choice else None
        return None

    def _keep(self) -> None:
        pair, record = self._choice_for_product(), self._record
        if pair and record is not None:
            case_id, flow = record.case.id, self._desk.services.flow
            self._desk.change(self, lambda: flow.set_values(case_id, {pair[0]: pair[1]}))
