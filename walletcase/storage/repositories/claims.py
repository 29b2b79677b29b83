"""Claims and the evidence linked to them."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, select, update

from walletcase.domain.claims import Claim
from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.storage.complaint_tables import ClaimEvidence, Claims
from walletcase.storage.mapping import AnyRow
from walletcase.storage.tables import Cases

_CASE: BindParameter[Any] = bindparam("key_case")
_KEY: BindParameter[Any] = bindparam("key_id")
_COLUMNS = tuple(Claims.__table__.columns)
_CLAIMS = select(*_COLUMNS).where(Claims.case_id == _CASE).order_by(Claims.seq)
_ONE = select(*_COLUMNS).where(Claims.id == _KEY)
_LINKS = (
    select(ClaimEvidence.claim_id, ClaimEvidence.evidence_id)
    .join(Claims, Claims.id == ClaimEvidence.claim_id)
    .where(Claims.case_id == _CASE)
    .order_by(ClaimEvidence.claim_id, ClaimEvidence.position)
)
_NEXT_SEQ = (
    update(Cases)
    .where(Cases.id == _CASE)
    .values(last_claim_seq=Cases.last_claim_seq + 1)
    .returning(Cases.last_claim_seq)
)
_ADD = insert(Claims).returning(Claims.id)
_UPDATE = update(Claims).where(Claims.id == _KEY)
_UNLINK = delete(ClaimEvidence).where(ClaimEvidence.claim_id == _KEY)
_LINK = insert(ClaimEvidence)


def _from(row: AnyRow, evidence_ids: tuple[EvidenceId, ...]) -> Claim:
    claim_id, case_id, seq, body, happened_on, amount, trashed_at = row
    return Claim(claim_id, case_id, seq, body, happened_on, amount, evidence_ids, trashed_at)


def _values(claim: Claim) -> dict[str, object]:
    return {
        "body": claim.text,
        "happened_on": claim.happened_on,
        "amount": claim.amount,
        "trashed_at": claim.trashed_at,
    }


class ClaimRepository:
    """Implements services.case_tables.ClaimTable."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def claims(self, case_id: CaseId) -> tuple[Claim, ...]:
        """Return all claims, trashed ones too, by seq."""
        links: dict[int, list[EvidenceId]] = defaultdict(list)
        for claim_id, evidence_id in self._connection.execute(_LINKS, {"key_case": case_id}):
            links[claim_id].append(EvidenceId(evidence_id))
        rows = self._connection.execute(_CLAIMS, {"key_case": case_id})
        return tuple(_from(row, tuple(links.get(row.id, ()))) for row in rows)

    def add(self, claim: Claim) -> Claim:
        """Store a claim (its id and seq are ignored) after the last one of its case.

        Raises UserError("no_such_case").
        """
        seq = self._connection.execute(_NEXT_SEQ, {"key_case": claim.case_id}).scalar_one_or_none()
        if seq is None:
            raise UserError("no_such_case", case=claim.case_id)
        row = {"case_id": claim.case_id, "seq": seq, **_values(claim)}
        claim_id = self._connection.execute(_ADD, row).scalar_one()
        links = self._link(claim_id, claim)
        return _from(self._connection.execute(_ONE, {"key_id": claim_id}).one(), links)

    def update(self, claim: Claim) -> None:
        """Store a changed claim with its links; its case and seq never change. Raises UserError("no_such_claim")."""
        changed = self._connection.execute(_UPDATE, {"key_id": claim.id, **_values(claim)})
        if changed.rowcount != 1:
            raise UserError("no_such_claim", claim=claim.id)
        self._connection.execute(_UNLINK, {"key_id": claim.id})
        self._link(claim.id, claim)

    def _link(self, claim_id: int, claim: Claim) -> tuple[EvidenceId, ...]:
        links = tuple(dict.fromkeys(claim.evidence_ids))
        rows = [{"claim_id": claim_id, "position": at, "evidence_id": item} for at, item in enumerate(links)]
        if rows:
            self._connection.execute(_LINK, rows)
        return links
