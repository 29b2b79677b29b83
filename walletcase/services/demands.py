"""Offers against demands: what was offered, and what the person answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from walletcase.domain.demands import Offer, OfferState
from walletcase.domain.errors import UserError
from walletcase.domain.formats import as_money
from walletcase.domain.ids import CaseId, EntryId
from walletcase.services.changes import Changes, changed
from walletcase.services.context import Context
from walletcase.services.ports import Unit

OFFER_LIMIT = 2_000


@dataclass(frozen=True, slots=True)
class OfferDraft:
    """An offer before it is stored. ``made_on`` is an ISO date ("" is today), ``entry_id`` the contact that made it."""

    demand_key: str
    text: str
    amount: str = ""
    made_on: str = ""
    entry_id: EntryId | None = None


class DemandService:
    """Use cases on what was offered. Demands themselves are a field of the case (services.flow)."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def offer(self, case_id: CaseId, draft: OfferDraft) -> tuple[Offer, Changes]:
        """Write down an offer against a demand.

        Raises UserError: no_such_case, no_such_demand, no_such_entry, offer_empty, summary_too_long, bad_date,
        bad_amount.
        """
        new = self._tidy(draft)
        with self._context.store.write() as unit:
            self._check(unit, case_id, new)
            text = self._context.safe(unit, new.text)
            offer = unit.offers.add(
                Offer(0, case_id, new.demand_key, new.made_on, text, new.amount, entry_id=new.entry_id)
            )
            self._done(unit, offer, "offer_noted")
        return offer, changed(case_id)

    def correct(self, case_id: CaseId, offer_id: int, draft: OfferDraft) -> Changes:
        """Replace what an offer says; what was answered stays. Raises UserError as offer does, and no_such_offer."""
        new = self._tidy(draft)
        with self._context.store.write() as unit:
            old = _offer_of(unit, case_id, offer_id)
            if new.demand_key != old.demand_key or new.entry_id != old.entry_id:
                self._check(unit, case_id, new)
            offer = replace(
                old,
                demand_key=new.demand_key,
                made_on=new.made_on,
                text=new.text,
                amount=new.amount,
                entry_id=new.entry_id,
            )
            self._put(unit, offer, "offer_corrected")
        return changed(case_id)

    def answer(self, case_id: CaseId, offer_id: int, state: OfferState) -> Changes:
        """Say what the person answers to an offer; OPEN takes the answer back.

        Raises UserError: no_such_case, no_such_offer.
        """
        return self._change(case_id, offer_id, "offer_answered", lambda offer: replace(offer, state=state))

    def trash(self, case_id: CaseId, offer_id: int) -> Changes:
        """Put an offer into the trash. Raises UserError: no_such_case, no_such_offer."""
        now = self._context.now()
        return self._change(case_id, offer_id, "offer_trashed", lambda offer: replace(offer, trashed_at=now))

    def restore(self, case_id: CaseId, offer_id: int) -> Changes:
        """Take an offer out of the trash. Raises UserError: no_such_case, no_such_offer."""
        return self._change(case_id, offer_id, "offer_restored", lambda offer: replace(offer, trashed_at=""))

    def _tidy(self, draft: OfferDraft) -> OfferDraft:
        text, amount = " ".join(draft.text.split()), draft.amount.strip()
        if not text and not amount:
            raise UserError("offer_empty")
        if len(text) > OFFER_LIMIT:
            raise UserError("summary_too_long", limit=OFFER_LIMIT)
        return replace(draft, text=text, amount=good_amount(amount), made_on=self._day(draft.made_on.strip()))

    def _day(self, text: str) -> str:
        try:
            return date.fromisoformat(text or self._context.clock.today()).isoformat()
        except ValueError:
            raise UserError("bad_date", text=text) from None

    def _check(self, unit: Unit, case_id: CaseId, draft: OfferDraft) -> None:
        record = self._context.record(unit, case_id)
        if draft.demand_key not in {demand.key for demand in record.demands}:
            raise UserError("no_such_demand", demand=draft.demand_key)
        if draft.entry_id is not None and draft.entry_id not in {entry.id for entry in record.timeline}:
            raise UserError("no_such_entry", entry=draft.entry_id)

    def _change(self, case_id: CaseId, offer_id: int, kind: str, apply: Callable[[Offer], Offer]) -> Changes:
        with self._context.store.write() as unit:
            self._put(unit, apply(_offer_of(unit, case_id, offer_id)), kind)
        return changed(case_id)

    def _put(self, unit: Unit, offer: Offer, kind: str) -> None:
        offer = replace(offer, text=self._context.safe(unit, offer.text))
        unit.offers.update(offer)
        self._done(unit, offer, kind)

    def _done(self, unit: Unit, offer: Offer, kind: str) -> None:
        case = self._context.settle(unit, offer.case_id)
        detail = {"demand": offer.demand_key, "state": str(offer.state), "amount": offer.amount}
        self._context.note(unit, case, kind, detail)


def good_amount(text: str) -> str:
    """Return an amount as it is kept, "" for none. Raises UserError("bad_amount")."""
    if not text:
        return ""
    kept = as_money(text)
    if kept is None:
        raise UserError("bad_amount", text=text)
    return kept


def _offer_of(unit: Unit, case_id: CaseId, offer_id: int) -> Offer:
    unit.cases.head(case_id)
    found = next((offer for offer in unit.offers.offers(case_id) if offer.id == offer_id), None)
    if found is None:
        raise UserError("no_such_offer", offer=offer_id)
    return found
