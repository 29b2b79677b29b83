"""Who is responsible and which doors come in which order, from the first facts on."""

from __future__ import annotations

from walletcase.domain.case import CaseRecord
from walletcase.domain.fields import problem_with
from walletcase.domain.flow.playbook import Role, Step
from walletcase.domain.routing import Answers, RoutePlan, answers_of, plan
from walletcase.domain.rules.pack import Party
from walletcase.ui.look.tokens import XS, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.fold import Fold
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import clear, column, row
from walletcase.ui.wizard.tools.base import Hands, ToolCard, icons_of
from walletcase.ui.wizard.tools.escalation import conflict_view


def party_text(party: Party) -> str:
    """Return who is responsible, in words."""
    texts = {
        Party.BANK: translate("Tools", "The bank answers for it"),
        Party.PAYMENT_INSTITUTION: translate("Tools", "The payment institution answers for it"),
        Party.REGULATOR: translate("Tools", "A regulator is in charge"),
        Party.PERSON: translate("Tools", "It is in your hands"),
    }
    return texts.get(party, translate("Tools", "Who answers for it is not settled"))


class RouteCard(ToolCard):
    """Follows the product that is chosen in the form."""

    def __init__(self, desk: Desk, record: CaseRecord, step: Step, hands: Hands) -> None:
        super().__init__(desk, record, step, hands)
        self.heading(translate("Tools", "Where to turn"), "landmark")
        self.who = PlainLabel("", "strong", wrap=True)
        self.why = PlainLabel("", "muted", wrap=True)
        self.doors = Fold(translate("Tools", "Doors in order"), icons_of(desk))
        for widget in (self.who, self.why, self.doors):
            self.body.addWidget(widget)
        self._show()

    def follow(self, field_key: str) -> None:
        """Plan anew when the product changes."""
        field = self.field(Role.PRODUCT_KIND)
        if field is not None and field.key == field_key:
            self._show()

    def refresh(self, record: CaseRecord) -> None:
        """Plan anew."""
        super().refresh(record)
        self._show()

    def _answers(self) -> Answers:
        """What the record says, with the product as it stands in the form."""
        stored, field = answers_of(self.record), self.field(Role.PRODUCT_KIND)
        if field is None:
            return stored
        text = self.hands.text(field.key)
        product = "" if problem_with(field, text) else next((c.product for c in field.choices if c.key == text), "")
        return Answers(product, stored.answers, stored.fraud)

    def _show(self) -> None:
        found = plan(self.record, self._answers())
        clear(self.doors.body)
        self.doors.setVisible(found is not None)
        if found is None:
            self.who.setText(translate("Tools", "Choose the product above: it decides who answers."))
            self.why.hide()
            return
        self.who.setText(party_text(found.answers))
        self.why.setVisible(found.product is not None)
        if found.product is not None:
            self.why.setText(found.product.reason.get(self.desk.language))
        self._fill(found)

    def _fill(self, found: RoutePlan) -> None:
        language = self.desk.language
        for number, one in enumerate(found.doors, 1):
            box = column(gap=XS)
            line = row(gap=S)
            name = one.doors[0].name.get(language) if one.doors else one.kind.value
            line.addWidget(PlainLabel(f"{number}. {name}", "strong", wrap=True), 1)
            if one.doors and not one.doors[0].source.confirmed:
                line.addWidget(Chip(translate("Tools", "To be verified"), "warn"))
            box.addLayout(line)
            box.addWidget(PlainLabel(one.reason.get(language), "muted", wrap=True))
            for conflict in one.conflicts:
                box.addWidget(conflict_view(conflict, language))
            self.doors.body.addLayout(box)
