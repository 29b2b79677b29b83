"""A person's words on deadlines."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, insert, select, update

from walletcase.domain.deadline_change import ChangeKind, DeadlineChange
from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId
from walletcase.storage.complaint_tables import DeadlineChanges
from walletcase.storage.mapping import AnyRow, word

_CASE: BindParameter[Any] = bindparam("key_case")
_KEY: BindParameter[Any] = bindparam("key_id")
_COLUMNS = tuple(DeadlineChanges.__table__.columns)
_CHANGES = select(*_COLUMNS).where(DeadlineChanges.case_id == _CASE).order_by(DeadlineChanges.id)
_ONE = select(*_COLUMNS).where(DeadlineChanges.id == _KEY)
_ADD = insert(DeadlineChanges).returning(DeadlineChanges.id)
_UPDATE = update(DeadlineChanges).where(DeadlineChanges.id == _KEY)


def _from(row: AnyRow) -> DeadlineChange:
    change_id, case_id, key, kind, *rest = row
    return DeadlineChange(change_id, case_id, key, word(ChangeKind, kind), *rest)


def _values(change: DeadlineChange) -> dict[str, object]:
    return {
        "deadline_key": change.deadline_key,
        "kind": change.kind.value,
        "since": change.since,
        "until": change.until,
        "limit_key": change.limit_key,
        "note": change.note,
        "trashed_at": change.trashed_at,
    }


class DeadlineRepository:
    """Implements services.case_tables.DeadlineTable."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def changes(self, case_id: CaseId) -> tuple[DeadlineChange, ...]:
        """Return all words, trashed ones too, oldest first."""
        return tuple(_from(row) for row in self._connection.execute(_CHANGES, {"key_case": case_id}))

    def add(self, change: DeadlineChange) -> DeadlineChange:
        """Store a word (its id is ignored)."""
        fixed = {"case_id": change.case_id, "made_at": change.made_at}
        change_id = self._connection.execute(_ADD, {**fixed, **_values(change)}).scalar_one()
        return _from(self._connection.execute(_ONE, {"key_id": change_id}).one())

    def update(self, change: DeadlineChange) -> None:
        """Store a changed word; its case and when it was made never change.

        Raises UserError("no_such_deadline_change").
        """
        changed = self._connection.execute(_UPDATE, {"key_id": change.id, **_values(change)})
        if changed.rowcount != 1:
            raise UserError("no_such_deadline_change", change=change.id)
