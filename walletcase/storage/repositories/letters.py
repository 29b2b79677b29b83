"""Letters of a case; one that was sent keeps its words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, insert, select, update

from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId
from walletcase.domain.letter import Letter
from walletcase.storage.complaint_tables import Letters
from walletcase.storage.tables import Cases

_CASE: BindParameter[Any] = bindparam("key_case")
_KEY: BindParameter[Any] = bindparam("key_id")
_COLUMNS = tuple(Letters.__table__.columns)  # in the order of the parts of a Letter
_LETTERS = select(*_COLUMNS).where(Letters.case_id == _CASE).order_by(Letters.seq)
_ONE = select(*_COLUMNS).where(Letters.id == _KEY)
_NEXT_SEQ = (
    update(Cases)
    .where(Cases.id == _CASE)
    .values(last_letter_seq=Cases.last_letter_seq + 1)
    .returning(Cases.last_letter_seq)
)
_ADD = insert(Letters).returning(Letters.id)
_UPDATE = update(Letters).where(Letters.id == _KEY)


def _values(letter: Letter) -> dict[str, object]:
    return {
        "kind": letter.kind,
        "language": letter.language,
        "door": letter.door,
        "body": letter.body,
        "updated_at": letter.updated_at,
        "sent_at": letter.sent_at,
        "sent_via": letter.sent_via,
        "sent_sha256": letter.sent_sha256,
        "entry_id": letter.entry_id,
        "trashed_at": letter.trashed_at,
    }


class LetterRepository:
    """Implements services.case_tables.LetterTable."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def letters(self, case_id: CaseId) -> tuple[Letter, ...]:
        """Return all letters, trashed ones too, by seq."""
        return tuple(Letter(*row) for row in self._connection.execute(_LETTERS, {"key_case": case_id}))

    def add(self, letter: Letter) -> Letter:
        """Store a letter (its id and seq are ignored) after the last one of its case.

        Raises UserError("no_such_case").
        """
        seq = self._connection.execute(_NEXT_SEQ, {"key_case": letter.case_id}).scalar_one_or_none()
        if seq is None:
            raise UserError("no_such_case", case=letter.case_id)
        fixed = {"case_id": letter.case_id, "seq": seq, "composed_at": letter.composed_at}
        letter_id = self._connection.execute(_ADD, {**fixed, **_values(letter)}).scalar_one()
        return self._one(letter_id)

    def update(self, letter: Letter) -> None:
        """Store a changed letter; its case, seq and when it was composed never change.

        One that was sent may only be trashed, restored or given its contact. Raises UserError: no_such_letter,
        letter_frozen.
        """
        old = self._one(letter.id)
        free = replace(letter, entry_id=old.entry_id, trashed_at=old.trashed_at, updated_at=old.updated_at)
        if old.sent_at and _values(free) != _values(old):
            raise UserError("letter_frozen", letter=old.title or old.seq)
        self._connection.execute(_UPDATE, {"key_id": letter.id, **_values(letter)})

    def _one(self, letter_id: int) -> Letter:
        row = self._connection.execute(_ONE, {"key_id": letter_id}).one_or_none()
        if row is None:
            raise UserError("no_such_letter", letter=letter_id)
        return Letter(*row)
