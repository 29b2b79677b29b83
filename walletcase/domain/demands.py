"""Demands, and what was offered against each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from walletcase.domain.ids import CaseId, EntryId


class DemandKind(StrEnum):
    """What a demand asks for."""

    FIX = "fix"
    RESTORE = "restore"
    COMPENSATE = "compensate"
    EXPLAIN = "explain"
    APOLOGISE = "apologise"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Demand:
    """One demand. ``key`` is stable within its case ("d1"); ``amount`` is money as kept (1234.50) or ""; ``by_on`` an
    ISO date or "" (kept as typed if it is none); ``fallback`` what would do instead.
    """

    key: str
    kind: DemandKind
    text: str
    amount: str = ""
    by_on: str = ""
    fallback: str = ""


class OfferState(StrEnum):
    """What the person answered."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Offer:
    """Something offered against one demand. ``entry_id``: the contact in which it was made, if any."""

    id: int
    case_id: CaseId
    demand_key: str
    made_on: str
    text: str
    amount: str = ""
    state: OfferState = OfferState.OPEN
    entry_id: EntryId | None = None
    trashed_at: str = ""
