"""Marks over pages, and evidence linked to demands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, select, update

from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.domain.marks import Mark, MarkKind
from walletcase.storage.evidence_tables import DemandEvidence, Marks
from walletcase.storage.mapping import AnyRow, word

_CASE: BindParameter[Any] = bindparam("key_case")
_KEY: BindParameter[Any] = bindparam("key_id")
_DEMAND: BindParameter[Any] = bindparam("key_demand")
_MARKS = select(*Marks.__table__.columns).where(Marks.case_id == _CASE).order_by(Marks.id)
_UPDATE = update(Marks).where(Marks.id == _KEY)
_LINKS = (
    select(DemandEvidence.demand_key, DemandEvidence.evidence_id)
    .where(DemandEvidence.case_id == _CASE)
    .order_by(DemandEvidence.demand_key, DemandEvidence.position)
)
_UNLINK = delete(DemandEvidence).where(DemandEvidence.case_id == _CASE, DemandEvidence.demand_key == _DEMAND)


class MarkRepository:
    """Implements services.evidence_tables.MarkTable."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def marks(self, case_id: CaseId) -> tuple[Mark, ...]:
        """Return all marks of a case, trashed ones too, oldest first."""
        return tuple(_from(row) for row in self._connection.execute(_MARKS, {"key_case": case_id}))

    def add(self, case_id: CaseId, mark: Mark) -> int:
        """Store a mark (its id is ignored) and return its id."""
        row = {"case_id": case_id, "evidence_id": mark.evidence_id, "page_no": mark.page_no, **_values(mark)}
        return self._connection.execute(insert(Marks).returning(Marks.id), row).scalar_one()

    def update(self, mark: Mark) -> None:
        """Store a changed mark; item and page never change. Raises UserError("no_such_mark")."""
        if self._connection.execute(_UPDATE, {"key_id": mark.id, **_values(mark)}).rowcount != 1:
            raise UserError("no_such_mark", mark=mark.id)

    def demand_links(self, case_id: CaseId) -> Mapping[str, tuple[EvidenceId, ...]]:
        """Return what evidence is linked to which demand, by the demand's key."""
        found: dict[str, list[EvidenceId]] = defaultdict(list)
        for demand, item in self._connection.execute(_LINKS, {"key_case": case_id}):
            found[demand].append(EvidenceId(item))
        return {demand: tuple(items) for demand, items in found.items()}

    def link_demand(self, case_id: CaseId, demand_key: str, evidence_ids: Sequence[EvidenceId]) -> None:
        """Say which evidence, in this order and no other, shows a demand."""
        self._connection.execute(_UNLINK, {"key_case": case_id, "key_demand": demand_key})
        rows = [
            {"case_id": case_id, "demand_key": demand_key, "position": at, "evidence_id": item}
            for at, item in enumerate(dict.fromkeys(evidence_ids))
        ]
        if rows:
            self._connection.execute(insert(DemandEvidence), rows)


def _from(row: AnyRow) -> Mark:
    places = (row.from_x, row.from_y, row.to_x, row.to_y)
    return Mark(row.id, row.evidence_id, row.page_no, word(MarkKind, row.kind), *places, row.body, row.trashed_at)


def _values(mark: Mark) -> dict[str, object]:
    return {
        "kind": mark.kind.value,
        "from_x": mark.left,
        "from_y": mark.top,
        "to_x": mark.right,
        "to_y": mark.bottom,
        "body": mark.text,
        "trashed_at": mark.trashed_at,
    }
