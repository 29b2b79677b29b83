"""Evidence rows. The files themselves are in the vault."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, insert, select, update

from walletcase.domain.errors import UserError
from walletcase.domain.evidence import Evidence
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.storage.mapping import EVIDENCE_COLUMNS, evidence_from, evidence_values
from walletcase.storage.tables import Cases, EvidenceItems


class EvidenceRepository:
    """Implements services.ports.EvidenceTable."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def items(self, case_id: CaseId) -> tuple[Evidence, ...]:
        """Return all evidence, trashed items too, by exhibit number."""
        table = EvidenceItems
        query = select(*EVIDENCE_COLUMNS).where(table.case_id == case_id).order_by(table.exhibit_no)
        return tuple(evidence_from(row) for row in self._connection.execute(query))

    def get(self, evidence_id: EvidenceId) -> Evidence:
        """Return one item. Raises UserError("no_such_evidence")."""
        query = select(*EVIDENCE_COLUMNS).where(EvidenceItems.id == evidence_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise UserError("no_such_evidence", evidence=evidence_id)
        return evidence_from(row)

    def add(self, item: Evidence) -> Evidence:
        """Store an item under the case's next exhibit number. Raises UserError("no_such_case")."""
        count = update(Cases).where(Cases.id == item.case_id).values(last_exhibit_no=Cases.last_exhibit_no + 1)
        exhibit_no = self._connection.execute(count.returning(Cases.last_exhibit_no)).scalar_one_or_none()
        if exhibit_no is None:
            raise UserError("no_such_case", case=item.case_id)
        fixed = {"case_id": item.case_id, "exhibit_no": exhibit_no, "added_at": item.added_at}
        row = insert(EvidenceItems).values(**fixed, **evidence_values(item)).returning(EvidenceItems.id)
        return self.get(EvidenceId(self._connection.execute(row).scalar_one()))

    def update(self, item: Evidence) -> None:
        """Store a changed item; its case, exhibit number and time of adding never change.

        Raises UserError("no_such_evidence").
        """
        changed = self._connection.execute(
            update(EvidenceItems).where(EvidenceItems.id == item.id).values(**evidence_values(item))
        )
        if changed.rowcount != 1:
            raise UserError("no_such_evidence", evidence=item.id)

    def all_items(self) -> Iterator[tuple[str, Evidence]]:
        """Yield (case number, item) for every row of every case, by case and exhibit number."""
        query = (
            select(Cases.number, *EVIDENCE_COLUMNS)
            .join(EvidenceItems, EvidenceItems.case_id == Cases.id)
            .order_by(EvidenceItems.case_id, EvidenceItems.exhibit_no)
        )
        for row in self._connection.execute(query):
            yield row.number, evidence_from(row)
