"""Before closing: each demand with what was offered and accepted, what was agreed, by when it is carried out."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from walletcase.domain.case import CaseRecord
from walletcase.domain.demands import Met, Standing, parse_demands, standings, totals
from walletcase.domain.flow.playbook import Role, Step
from walletcase.ui.look.tokens import XS, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import clear, column, row
from walletcase.ui.wizard.tools.base import Hands, ToolCard


def yuan(amount: Decimal) -> str:
    """Return an amount as it is read."""
    return f"￥{amount:,.2f}"


class SettlementCard(ToolCard):
    """The demands as a table of sentences; accepted offers can be taken over as what was agreed."""

    def __init__(self, desk: Desk, record: CaseRecord, step: Step, hands: Hands) -> None:
        super().__init__(desk, record, step, hands, tone="accent")
        more = translate(
            "Tools",
            "Hold the result against your demands. Close once it is done, not once it is promised.",
        )
        self.heading(translate("Tools", "Demands and offers"), "scale", more)
        self._list = column(gap=S)
        self.body.addLayout(self._list)
        self.sums = PlainLabel("", "strong", wrap=True)
        self.body.addWidget(self.sums)
        self.take_button = button(
            translate("Tools", "Take over accepted offers as agreed"), self.take_over, icon=desk.icon("check")
        )
        self.offers_button = button(
            translate("Tools", "Record an offer"), partial(desk.bus.asked.emit, "facts", "demands"), kind="quiet"
        )
        self.button_row((self.take_button, self.offers_button))
        self.refresh(record)

    def refresh(self, record: CaseRecord) -> None:
        """Show the demands and offers as they stand."""
        super().refresh(record)
        demands = parse_demands(record.role_value(Role.DEMAND))
        self.standings = standings(demands, record.offers)
        clear(self._list)
        if not self.standings:
            none = translate("Tools", "No demands are written down in this case.")
            self._list.addWidget(PlainLabel(none, "muted", wrap=True))
        for number, standing in enumerate(self.standings, 1):
            self._list.addLayout(self._demand(number, standing))
        money = totals(demands, record.offers)
        if money.asked:
            text = translate("Tools", "Asked {asked} · offered {offered}")
            self.sums.setText(text.format(asked=yuan(money.asked), offered=yuan(money.offered)))
        self.sums.setVisible(bool(money.asked))
        self.take_button.setVisible(bool(self._accepted()))

    def take_over(self) -> None:
        """Write the accepted offers into what was agreed."""
        self.put(Role.AGREED, "\n".join(self._accepted()))
        field = self.field(Role.PERFORM_BY)
        if field is not None:
            self.hands.go_to(field.key)

    def _accepted(self) -> list[str]:
        found = []
        for standing in self.standings:
            for offer in standing.offers:
                if offer.is_agreed:
                    found.append(" ".join(part for part in (offer.text, offer.amount) if part))
        return found

    def _demand(self, number: int, standing: Standing) -> QVBoxLayout:
        box = column(gap=XS)
        line = row(gap=S)
        line.addWidget(PlainLabel(f"{number}. {standing.demand.text}", wrap=True), 1)
        line.addWidget(self._chip(standing.met))
        box.addLayout(line)
        for offer in standing.offers:
            text = translate("Tools", "{date} offered: {text}")
            words = " ".join(part for part in (offer.text, offer.amount) if part)
            box.addWidget(PlainLabel(text.format(date=offer.made_on, text=words), "caption", wrap=True))
        return box

    def _chip(self, met: Met) -> Chip:
        if met is Met.MET:
            return Chip(translate("Tools", "Met"), "ok")
        if met is Met.AGREED:
            return Chip(translate("Tools", "Agreed, not done yet"), "accent")
        if met is Met.PARTLY:
            return Chip(translate("Tools", "Partly met"), "warn")
        return Chip(translate("Tools", "Open"))
