"""Evidence rows. The files themselves are in the vault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, insert, select, update

from walletcase.domain.errors import UserError
from walletcase.domain.evidence import Evidence
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.storage.evidence_mapping import EVIDENCE_COLUMNS, evidence_from, evidence_values
from walletcase.storage.tables import Cases, EvidenceItems

_CASE: BindParameter[Any] = bindparam("key_case")
_KEY: BindParameter[Any] = bindparam("key_id")
_ITEMS = select(*EVIDENCE_COLUMNS).where(EvidenceItems.case_id == _CASE).order_by(EvidenceItems.exhibit_no)
_ITEM = select(*EVIDENCE_COLUMNS).where(EvidenceItems.id == _KEY)
_ALL = (
    select(Cases.number, *EVIDENCE_COLUMNS)
    .join(EvidenceItems, EvidenceItems.case_id == Cases.id)
    .order_by(EvidenceItems.case_id, EvidenceItems.exhibit_no)
)
_NEXT_EXHIBIT = (
    update(Cases)
    .where(Cases.id == _CASE)
    .values(last_exhibit_no=Cases.last_exhibit_no + 1)
    .returning(Cases.last_exhibit_no)
)
_ADD = insert(EvidenceItems).returning(EvidenceItems.id)
_UPDATE = update(EvidenceItems).where(EvidenceItems.id == _KEY)
_LAST = select(Cases.last_exhibit_no).where(Cases.id == _CASE)
_OUT_OF_THE_WAY = 1_000_000_000  # no case has so many: numbers wait there while others take their places
_PARK = (
    update(EvidenceItems)
    .where(EvidenceItems.id == _KEY)
    .values(exhibit_no=EvidenceItems.exhibit_no + _OUT_OF_THE_WAY)
)
_RENUMBER = (
    update(EvidenceItems)
    .where(EvidenceItems.id == _KEY, EvidenceItems.case_id == _CASE)
    .values(exhibit_no=bindparam("new_no"))
)


class EvidenceRepository:
    """Implements services.ports.EvidenceTable."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def items(self, case_id: CaseId) -> tuple[Evidence, ...]:
        """Return all evidence, trashed items too, by exhibit number."""
        rows = self._connection.execute(_ITEMS, {"key_case": case_id})
        return tuple(evidence_from(row) for row in rows)

    def get(self, evidence_id: EvidenceId) -> Evidence:
        """Return one item. Raises UserError("no_such_evidence")."""
        row = self._connection.execute(_ITEM, {"key_id": evidence_id}).one_or_none()
        if row is None:
            raise UserError("no_such_evidence", evidence=evidence_id)
        return evidence_from(row)

    def add(self, item: Evidence) -> Evidence:
        """Store an item under the case's next exhibit number. Raises UserError("no_such_case")."""
        exhibit_no = self._connection.execute(_NEXT_EXHIBIT, {"key_case": item.case_id}).scalar_one_or_none()
        if exhibit_no is None:
            raise UserError("no_such_case", case=item.case_id)
        fixed = {"case_id": item.case_id, "exhibit_no": exhibit_no, "added_at": item.added_at}
        evidence_id = self._connection.execute(_ADD, {**fixed, **evidence_values(item)}).scalar_one()
        return self.get(EvidenceId(evidence_id))

    def update(self, item: Evidence) -> None:
        """Store a changed item; its case, exhibit number and time of adding don't change by it.

        Raises UserError("no_such_evidence").
        """
        changed = self._connection.execute(_UPDATE, {"key_id": item.id, **evidence_values(item)})
        if changed.rowcount != 1:
            raise UserError("no_such_evidence", evidence=item.id)

    def renumber(self, case_id: CaseId, numbers: Mapping[EvidenceId, int]) -> None:
        """Give items other exhibit numbers, all at once; no two may end with the same."""
        park(self._connection, numbers)
        rows = [{"key_id": one, "key_case": case_id, "new_no": number} for one, number in numbers.items()]
        if rows:
            self._connection.execute(_RENUMBER, rows)

    def last_number(self, case_id: CaseId) -> int:
        """Return the exhibit number given out last. Raises UserError("no_such_case")."""
        found = self._connection.execute(_LAST, {"key_case": case_id}).scalar_one_or_none()
        if found is None:
            raise UserError("no_such_case", case=case_id)
        return found

    def all_items(self) -> Iterator[tuple[str, Evidence]]:
        """Yield (case number, item) for every row of every case, by case and exhibit number."""
        for row in self._connection.execute(_ALL):
            yield row[0], evidence_from(row[1:])


def park(connection: Connection, ids: Iterable[object]) -> None:
    """Move exhibit numbers out of the way of each other, until each of these items is given another one."""
    rows = [{"key_id": one} for one in ids]
    if rows:
        connection.execute(_PARK, rows)
