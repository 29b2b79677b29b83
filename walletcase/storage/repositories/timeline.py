"""Timeline entries and the evidence linked to them."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, select, update

from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId, EntryId, EvidenceId
from walletcase.domain.timeline import EntryDraft, TimelineEntry
from walletcase.storage.mapping import ENTRY_COLUMNS, draft_values, entry_from, mark_values
from walletcase.storage.tables import Cases, EntryEvidence, TimelineEntries

_CASE: BindParameter[Any] = bindparam("key_case")
_KEY: BindParameter[Any] = bindparam("key_id")
_ENTRIES = select(*ENTRY_COLUMNS).where(TimelineEntries.case_id == _CASE).order_by(TimelineEntries.seq)
_LINKS = (
    select(EntryEvidence.entry_id, EntryEvidence.evidence_id)
    .join(TimelineEntries, TimelineEntries.id == EntryEvidence.entry_id)
    .where(TimelineEntries.case_id == _CASE)
    .order_by(EntryEvidence.entry_id, EntryEvidence.position)
)
_NEXT_SEQ = (
    update(Cases)
    .where(Cases.id == _CASE)
    .values(last_entry_seq=Cases.last_entry_seq + 1)
    .returning(Cases.last_entry_seq)
)
_ADD = insert(TimelineEntries).returning(TimelineEntries.id)
_UPDATE = update(TimelineEntries).where(TimelineEntries.id == _KEY)
_UNLINK = delete(EntryEvidence).where(EntryEvidence.entry_id == _KEY)
_LINK = insert(EntryEvidence)


class TimelineRepository:
    """Implements services.ports.TimelineTable."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def entries(self, case_id: CaseId) -> tuple[TimelineEntry, ...]:
        """Return all entries, trashed ones too, by sequence."""
        links: dict[int, list[EvidenceId]] = defaultdict(list)
        for entry_id, evidence_id in self._connection.execute(_LINKS, {"key_case": case_id}):
            links[entry_id].append(EvidenceId(evidence_id))
        rows = self._connection.execute(_ENTRIES, {"key_case": case_id})
        return tuple(entry_from(row, tuple(links.get(row.id, ()))) for row in rows)

    def add(self, case_id: CaseId, draft: EntryDraft, recorded_at: str) -> TimelineEntry:
        """Store an entry under the case's next sequence number. Raises UserError("no_such_case")."""
        seq = self._connection.execute(_NEXT_SEQ, {"key_case": case_id}).scalar_one_or_none()
        if seq is None:
            raise UserError("no_such_case", case=case_id)
        fixed = {"case_id": case_id, "seq": seq, "recorded_at": recorded_at, "edited_at": "", "trashed_at": ""}
        entry_id = EntryId(self._connection.execute(_ADD, {**fixed, **draft_values(draft)}).scalar_one())
        self._link(entry_id, draft)
        return TimelineEntry(entry_id, case_id, seq, draft, recorded_at)

    def update(self, entry: TimelineEntry) -> None:
        """Store a corrected or trashed entry; when it was recorded never changes. Raises UserError("no_such_entry")."""
        values = {"key_id": entry.id, "edited_at": entry.edited_at, "trashed_at": entry.trashed_at}
        changed = self._connection.execute(_UPDATE, values | draft_values(entry.draft) | mark_values(entry.mark))
        if changed.rowcount != 1:
            raise UserError("no_such_entry", entry=entry.id)
        self._connection.execute(_UNLINK, {"key_id": entry.id})
        self._link(entry.id, entry.draft)

    def _link(self, entry_id: EntryId, draft: EntryDraft) -> None:
        rows = [
            {"entry_id": entry_id, "position": position, "evidence_id": evidence_id}
            for position, evidence_id in enumerate(dict.fromkeys(draft.evidence_ids))
        ]
        if rows:
            self._connection.execute(_LINK, rows)
