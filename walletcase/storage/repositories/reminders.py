"""Reminders as derived at the last change of each case, and a person's snoozes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from walletcase.domain.due.reminders import Reminder, ReminderKind
from walletcase.domain.ids import CaseId
from walletcase.storage.complaint_tables import Reminders, Snoozes
from walletcase.storage.mapping import AnyRow, word
from walletcase.storage.tables import Cases

_CASE: BindParameter[Any] = bindparam("key_case")
_CLEAR = delete(Reminders).where(Reminders.case_id == _CASE)
_ADD = insert(Reminders).on_conflict_do_nothing()
_ALL = (
    select(
        Reminders.key,
        Reminders.case_id,
        Reminders.kind,
        Reminders.due_on,
        Reminders.late_after,
        Reminders.name,
        Reminders.step_key,
        Reminders.item,
        Reminders.estimated,
        func.coalesce(Snoozes.until, ""),
    )
    .join(Cases, Cases.id == Reminders.case_id)
    .outerjoin(Snoozes, (Snoozes.case_id == Reminders.case_id) & (Snoozes.key == Reminders.key))
    .where(Cases.trashed_at == "")
    .order_by(Reminders.due_on, Reminders.case_id, Reminders.key)
)
_SNOOZES = select(Snoozes.key, Snoozes.until).where(Snoozes.case_id == _CASE)
_INSERT_SNOOZE = insert(Snoozes)
_SNOOZE = _INSERT_SNOOZE.on_conflict_do_update(
    index_elements=["case_id", "key"], set_={"until": _INSERT_SNOOZE.excluded.until}
)
_WAKE = delete(Snoozes).where(Snoozes.case_id == _CASE, Snoozes.key == bindparam("key_key"))


def _from(row: AnyRow) -> Reminder:
    key, case_id, kind, *rest = row
    return Reminder(key, case_id, word(ReminderKind, kind), *rest)


def _values(reminder: Reminder) -> dict[str, object]:
    return {
        "key": reminder.key,
        "kind": reminder.kind.value,
        "due_on": reminder.due_on,
        "late_after": reminder.late_after,
        "name": reminder.name,
        "step_key": reminder.step_key,
        "item": reminder.item,
        "estimated": reminder.estimated,
    }


class ReminderRepository:
    """Implements services.case_tables.ReminderTable."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, case_id: CaseId, reminders: Sequence[Reminder]) -> None:
        """Replace what is kept of a case's reminders; of two under one key the first stays."""
        self._connection.execute(_CLEAR, {"key_case": case_id})
        rows = [{"case_id": case_id, **_values(reminder)} for reminder in reminders]
        if rows:
            self._connection.execute(_ADD, rows)

    def all(self) -> Sequence[Reminder]:
        """Return the reminders of all live cases, with their snoozes, by due_on. One query, whatever their number."""
        return [_from(row) for row in self._connection.execute(_ALL)]

    def snoozes(self, case_id: CaseId) -> Mapping[str, str]:
        """Return until when each reminder (by key) is snoozed."""
        rows = self._connection.execute(_SNOOZES, {"key_case": case_id})
        return {row.key: row.until for row in rows}

    def snooze(self, case_id: CaseId, key: str, until: str) -> None:
        """Store a snooze; "" takes it back."""
        if until:
            self._connection.execute(_SNOOZE, {"case_id": case_id, "key": key, "until": until})
        else:
            self._connection.execute(_WAKE, {"key_case": case_id, "key_key": key})
