"""Claims: the facts a person states, each with the evidence that shows it."""

from __future__ import annotations

from dataclasses import dataclass

from walletcase.domain.ids import CaseId, EvidenceId


@dataclass(frozen=True, slots=True)
class Claim:
    """One stated fact. ``happened_on`` is an ISO date or "", ``amount`` money as kept or ""."""

    id: int
    case_id: CaseId
    seq: int
    text: str
    happened_on: str = ""
    amount: str = ""
    evidence_ids: tuple[EvidenceId, ...] = ()
    trashed_at: str = ""
