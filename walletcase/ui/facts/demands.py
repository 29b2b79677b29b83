"""What is asked for, what was offered against each demand, and what the person answered."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.demands import Demand, Met, Offer, OfferState, Standing, money_of, standings, totals
from walletcase.domain.flow.playbook import Role
from walletcase.domain.formats import as_money
from walletcase.domain.ids import CaseId, EntryId, EvidenceId
from walletcase.domain.links import Use, UseKind, shown_by
from walletcase.domain.timeline import EntryKind
from walletcase.services.demands import OfferDraft
from walletcase.ui.facts.page import InlineForm, ListPage
from walletcase.ui.look.tokens import L, S
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.texts import demand_kind_text
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.date_field import DateField
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import Card, Line, column, row
from walletcase.ui.widgets.quiet_combo import QuietCombo
from walletcase.ui.widgets.tick_list import TickButton
from walletcase.ui.widgets.tips import menu_text

_MET_TONES = {Met.OPEN: "plain", Met.PARTLY: "warn", Met.AGREED: "accent", Met.MET: "ok"}
_STATE_TONES = {
    OfferState.OPEN: "accent",
    OfferState.ACCEPTED: "accent",
    OfferState.DECLINED: "plain",
    OfferState.PERFORMED: "ok",
}


def yuan(amount: Decimal) -> str:
    """Return an amount as it is shown."""
    return f"￥{amount:,.2f}"


def shown_amount(amount: str) -> str:
    """Return an amount as kept, or as typed if it is none."""
    value = money_of(amount)
    return amount if value is None else yuan(value)


def met_text(met: Met) -> str:
    """Return how far a demand is met."""
    return {
        Met.OPEN: translate("Facts", "Not met yet"),
        Met.PARTLY: translate("Facts", "Partly met"),
        Met.AGREED: translate("Facts", "Agreed, not done yet"),
        Met.MET: translate("Facts", "Met"),
    }[met]


def state_text(state: OfferState) -> str:
    """Return what was answered to an offer."""
    return {
        OfferState.OPEN: translate("Facts", "Not answered"),
        OfferState.ACCEPTED: translate("Facts", "Accepted"),
        OfferState.DECLINED: translate("Facts", "Declined"),
        OfferState.PERFORMED: translate("Facts", "Done as agreed"),
    }[state]


def stamp(number: int) -> str:
    """Return an exhibit's number as it is stamped."""
    return translate("Facts", "Exhibit {n}").format(n=number)


class DemandsPage(ListPage):
    """One card a demand, its offers below it."""

    def build(self, record: CaseRecord) -> None:
        """Fill the page."""
        each = standings(record.demands, record.offers)
        if not each:
            text = translate("Facts", "Say what should happen, how much and by when. Offers are then kept beside it.")
            go = button(translate("Facts", "Write down what you ask for"), self._edit_demands, kind="primary")
            self.empty("empty-select", translate("Facts", "No demands yet"), text, (go,))
            return
        self._add_head(record)
        for number, standing in enumerate(each, 1):
            self._add_card(record, number, standing)
        stray = totals(record.demands, record.offers).stray
        if stray:
            card = Card("warn", gap=S)
            heading = translate("Facts", "Offered against demands that are no longer there")
            card.body.addWidget(PlainLabel(heading, "strong", wrap=True))
            for offer in stray:
                self._add_offer(card, record, offer)
            self.body.addWidget(card)
        services, case_id = self.desk.services, record.case.id
        trashed = [offer for offer in record.offers if offer.trashed_at]
        self.trash_fold(
            [(str(o.id), self._said(o), partial(services.demands.restore, case_id, o.id)) for o in trashed]
        )
        self.body.addStretch(1)

    def use_of(self, item: str) -> Use | None:
        """A demand is shown by exhibits."""
        demands = self.record.demands if self.record else ()
        return Use(UseKind.DEMAND, item) if any(demand.key == item for demand in demands) else None

    def _add_head(self, record: CaseRecord) -> None:
        sums = totals(record.demands, record.offers)
        place, line = flow_row(gap=L)
        for name, amount in (
            (translate("Facts", "You ask for"), sums.asked),
            (translate("Facts", "On the table"), sums.offered),
        ):
            if sums.asked or sums.offered:
                figure = QWidget()
                box = column(figure, gap=0)
                box.addWidget(PlainLabel(name, "caption"))
                box.addWidget(PlainLabel(yuan(amount), "heading").let_select())
                line.addWidget(figure)
        edit = self.tool(translate("Facts", "Edit demands"), self._edit_demands, "edit-demands", kind="")
        head = row(gap=S)
        head.addWidget(place, 1)
        head.addWidget(edit, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(head)

    def _add_card(self, record: CaseRecord, number: int, standing: Standing) -> None:
        demand = standing.demand
        card = Card(gap=S)
        card.setObjectName(f"at:{demand.key}")
        head = row(gap=S)
        top = Qt.AlignmentFlag.AlignTop
        head.addWidget(PlainLabel(f"{number}.", "accent"), 0, top)
        head.addWidget(PlainLabel(demand.text or shown_amount(demand.amount), "strong", wrap=True).let_select(), 1)
        chips = row(gap=S)
        chips.addWidget(Chip(demand_kind_text(demand.kind)), 0, top)
        chips.addWidget(Chip(met_text(standing.met), _MET_TONES[standing.met]), 0, top)
        card.body.addLayout(head)
        if self.is_narrow:
            chips.addStretch(1)
            card.body.addLayout(chips)
        else:
            head.addLayout(chips)
        if details := _details(demand):
            card.body.addWidget(PlainLabel(details, "muted", wrap=True).let_select())
        card.body.addWidget(self._proof(record, demand))
        for offer in standing.offers:
            card.body.addWidget(Line())
            self._add_offer(card, record, offer)
        place = QWidget()
        foot = row(place)
        note = button(translate("Facts", "Note an offer"), lambda: None, kind="quiet", icon=self.desk.icon("plus"))
        note.setObjectName(f"note:{demand.key}")
        note.setAccessibleName(f"{note.text()}: {demand.text}")
        note.clicked.connect(lambda: self.open_form(OfferForm(self, record, demand.key, None), place))
        foot.addWidget(note)
        foot.addStretch(1)
        card.body.addWidget(place)
        self.body.addWidget(card)

    def _proof(self, record: CaseRecord, demand: Demand) -> QWidget:
        """The exhibits that show what a demand rests on, each a way there, and a button that chooses them."""
        use, case_id, links = Use(UseKind.DEMAND, demand.key), record.case.id, self.desk.services.links
        shown = shown_by(record, use)
        holder, line = flow_row(gap=S)
        for item in shown:
            made = button(stamp(item.exhibit_no), partial(self._show, item.id), kind="chip")
            made.setProperty("tone", "accent")
            made.setObjectName(f"open:{demand.key}:{item.id}")
            made.setAccessibleName(f"{stamp(item.exhibit_no)}: {item.title}")
            line.addWidget(made)
        choices = [(int(e.id), menu_text(f"{stamp(e.exhibit_no)}  {e.title}", 70)) for e in record.live_evidence]
        text, title = translate("Facts", "Link proof…"), translate("Facts", "What shows this demand?")
        made_link = TickButton(text, self.desk.icon("link"), title, choices, [int(item.id) for item in shown])
        made_link.button.setObjectName(f"link:{demand.key}")
        made_link.button.setAccessibleName(f"{text} {demand.text}")

        def store(ids: tuple[int, ...]) -> None:
            self.change(lambda: links.show_by(case_id, use, (EvidenceId(one) for one in ids)))

        made_link.picked.connect(store)
        line.addWidget(made_link)
        return holder

    def _show(self, evidence_id: EvidenceId) -> None:
        self.desk.bus.asked.emit("evidence", str(evidence_id))

    def _add_offer(self, card: Card, record: CaseRecord, offer: Offer) -> None:
        said = self._said(offer)
        place = QWidget()
        place.setObjectName(f"at:{offer.id}")
        box = column(place, gap=0)
        line, below = row(gap=S), row(gap=0)
        box.addLayout(line)
        box.addLayout(below)
        words = column(gap=0)
        words.addWidget(PlainLabel(said, wrap=True).let_select())
        words.addWidget(PlainLabel(self._origin(record, offer), "caption", wrap=True))
        line.addLayout(words, 1)
        line.addWidget(Chip(state_text(offer.state), _STATE_TONES[offer.state]))
        for made in self._tools(place, record, offer, said):
            (below if self.is_narrow else line).addWidget(made)
        below.addStretch(1)
        card.body.addWidget(place)

    def _tools(self, place: QWidget, record: CaseRecord, offer: Offer, said: str) -> list[QWidget]:
        case_id, services = record.case.id, self.desk.services
        tools: list[QWidget] = []

        def answer(state: OfferState) -> None:
            self.change(lambda: services.demands.answer(case_id, offer.id, state))

        if offer.state is OfferState.OPEN:
            accept, decline = translate("Facts", "Accept"), translate("Facts", "Decline")
            tools.append(self.tool(accept, lambda: answer(OfferState.ACCEPTED), f"accept:{offer.id}", said))
            tools.append(self.tool(decline, lambda: answer(OfferState.DECLINED), f"decline:{offer.id}", said))
        else:
            if offer.state is OfferState.ACCEPTED:
                done = translate("Facts", "They did it")
                tools.append(self.tool(done, lambda: answer(OfferState.PERFORMED), f"done:{offer.id}", said))
            back = translate("Facts", "Take back")
            tools.append(self.tool(back, lambda: answer(OfferState.OPEN), f"back:{offer.id}", said))
        edit = self.icon_tool(translate("Facts", "Edit"), "pencil", lambda: None, f"edit:{offer.id}", said)
        edit.clicked.connect(lambda: self.open_form(OfferForm(self, record, offer.demand_key, offer), place))
        tools.append(edit)
        throw = translate("Facts", "Move to the trash")
        trash = partial(self.change, partial(services.demands.trash, case_id, offer.id))
        tools.append(self.icon_tool(throw, "trash-2", trash, f"trash:{offer.id}", said))
        return tools

    def _said(self, offer: Offer) -> str:
        return " · ".join(part for part in (offer.text, shown_amount(offer.amount)) if part)

    def _origin(self, record: CaseRecord, offer: Offer) -> str:
        entry = next((e for e in record.timeline if e.id == offer.entry_id), None)
        channel = record.playbook.channel(entry.draft.channel) if entry else None
        by = channel.name.get(self.desk.language) if channel else ""
        return " · ".join(part for part in (offer.made_on, by) if part)

    def _edit_demands(self) -> None:
        record = self.record
        steps = record.playbook.steps if record else ()
        owner = next((step.key for step in steps if step.field_with_role(Role.DEMAND)), "")
        self.desk.bus.asked.emit("step", owner)


def _details(demand: Demand) -> str:
    parts = []
    if demand.amount and demand.text:
        parts.append(shown_amount(demand.amount))
    if demand.by_on:
        parts.append(translate("Facts", "by {date}").format(date=demand.by_on))
    if demand.fallback:
        parts.append(translate("Facts", "if not, then: {text}").format(text=demand.fallback))
    return " · ".join(parts)


class OfferForm(InlineForm):
    """What was offered, how much, when, and in which contact."""

    def __init__(self, page: DemandsPage, record: CaseRecord, demand_key: str, offer: Offer | None) -> None:
        super().__init__(self._store, page.close_form)
        self._page, self._case_id, self._key, self._offer = page, CaseId(record.case.id), demand_key, offer
        desk = page.desk
        today, pick = desk.services.clock.today(), translate("Facts", "Pick from the calendar")
        self.what, self.amount = QLineEdit(), QLineEdit()
        self.amount.setPlaceholderText("￥")
        self.made_on = DateField(translate("Facts", "Offered on"), desk.icon, today, pick)
        self.contact = QuietCombo()
        self.contact.addItem(translate("Facts", "Not in a contact recorded here"), None)
        for entry in reversed(record.live_timeline):
            if entry.draft.kind is not EntryKind.EXPORT:
                text = f"{entry.occurred_on}  {record.summary_of(entry, desk.language)}"
                self.contact.addItem(menu_text(text, 50), entry.id)
        self.add(translate("Facts", "What was offered"), self.what, 0, 0, 2)
        self.add(translate("Facts", "Amount"), self.amount, 1, 0)
        self.add(translate("Facts", "Offered on"), self.made_on, 1, 1)
        self.add(translate("Facts", "In which contact"), self.contact, 2, 0, 2)
        self.made_on.line.setText(offer.made_on if offer else today)
        if offer is not None:
            self.what.setText(offer.text)
            self.amount.setText(offer.amount)
            self.contact.setCurrentIndex(max(0, self.contact.findData(offer.entry_id)))

    def _store(self) -> bool:
        text, amount = self.what.text().strip(), self.amount.text().strip()
        if not text and not amount:
            return self.refuse(translate("Facts", "Write down what was offered, or an amount."), self.what)
        if amount and as_money(amount) is None:
            return self.refuse(translate("Facts", "This is no amount. For example 1234.50."), self.amount)
        if self.made_on.is_bad():
            return self.refuse(translate("Facts", "This is no date. For example 2026-11-22."), self.made_on.line)
        entry = self.contact.currentData()
        draft = OfferDraft(self._key, text, amount, self.made_on.value(), None if entry is None else EntryId(entry))
        service, case_id, offer = self._page.desk.services.demands, self._case_id, self._offer
        if offer is None:
            self._page.change(lambda: service.offer(case_id, draft)[1])
        else:
            self._page.change(lambda: service.correct(case_id, offer.id, draft))
        return True
