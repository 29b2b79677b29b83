"""Offers against demands."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, insert, select, update

from walletcase.domain.demands import Offer, OfferState
from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId
from walletcase.storage.complaint_tables import Offers
from walletcase.storage.mapping import AnyRow, word

_CASE: BindParameter[Any] = bindparam("key_case")
_KEY: BindParameter[Any] = bindparam("key_id")
_COLUMNS = tuple(Offers.__table__.columns)
_OFFERS = select(*_COLUMNS).where(Offers.case_id == _CASE).order_by(Offers.id)
_ONE = select(*_COLUMNS).where(Offers.id == _KEY)
_ADD = insert(Offers).returning(Offers.id)
_UPDATE = update(Offers).where(Offers.id == _KEY)


def _from(row: AnyRow) -> Offer:
    offer_id, case_id, demand_key, made_on, body, amount, state, entry_id, trashed_at = row
    return Offer(offer_id, case_id, demand_key, made_on, body, amount, word(OfferState, state), entry_id, trashed_at)


def _values(offer: Offer) -> dict[str, object]:
    return {
        "demand_key": offer.demand_key,
        "made_on": offer.made_on,
        "body": offer.text,
        "amount": offer.amount,
        "state": offer.state.value,
        "entry_id": offer.entry_id,
        "trashed_at": offer.trashed_at,
    }


class OfferRepository:
    """Implements services.case_tables.OfferTable."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def offers(self, case_id: CaseId) -> tuple[Offer, ...]:
        """Return all offers, trashed ones too, oldest first."""
        return tuple(_from(row) for row in self._connection.execute(_OFFERS, {"key_case": case_id}))

    def add(self, offer: Offer) -> Offer:
        """Store an offer (its id is ignored)."""
        offer_id = self._connection.execute(_ADD, {"case_id": offer.case_id, **_values(offer)}).scalar_one()
        return _from(self._connection.execute(_ONE, {"key_id": offer_id}).one())

    def update(self, offer: Offer) -> None:
        """Store a changed offer; its case never changes. Raises UserError("no_such_offer")."""
        changed = self._connection.execute(_UPDATE, {"key_id": offer.id, **_values(offer)})
        if changed.rowcount != 1:
            raise UserError("no_such_offer", offer=offer.id)
