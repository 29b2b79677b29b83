"""Heads of cases, their tags and digests."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, Executable, bindparam, delete, func, insert, select, update

from walletcase.domain.case import Case
from walletcase.domain.due.followup import Digest
from walletcase.domain.errors import UserError
from walletcase.domain.flow.playbook import Status
from walletcase.domain.ids import CaseId
from walletcase.services.ports import NewCase
from walletcase.storage.mapping import (
    CASE_COLUMNS,
    DIGEST_COLUMNS,
    case_from,
    case_values,
    digest_from,
    digest_values,
)
from walletcase.storage.repositories.counters import case_counter, take_number
from walletcase.storage.tables import Cases, CaseTags

_NUMBER = re.compile(r"WC-(\d{4})-(\d{4})", re.ASCII)
# Statements are built once: building one costs SQLAlchemy more than running it.
_KEY: BindParameter[Any] = bindparam("key_id")
_ADD = insert(Cases).returning(Cases.id)
_UPDATE = update(Cases).where(Cases.id == _KEY)
_BY_ID = select(*CASE_COLUMNS).where(Cases.id == _KEY)
_BY_NUMBER = select(*CASE_COLUMNS).where(Cases.number == bindparam("key_number"))
_TAGS = select(CaseTags.tag).where(CaseTags.case_id == _KEY).order_by(CaseTags.position)
_ALL_TAGS = select(CaseTags.case_id, CaseTags.tag).order_by(CaseTags.case_id, CaseTags.position)
_DROP_TAGS = delete(CaseTags).where(CaseTags.case_id == _KEY)
# Times carry the offset of the day they were written on, so they are compared as instants, not as text.
_NEWEST_FIRST = select(*CASE_COLUMNS, *DIGEST_COLUMNS).order_by(
    func.julianday(Cases.updated_at).desc(), Cases.id.desc()
)


class CaseRepository:
    """Implements services.ports.CaseTable. ``forget_texts`` clears a case from the search index before a purge."""

    def __init__(self, connection: Connection, forget_texts: Callable[[CaseId], None]) -> None:
        self._connection = connection
        self._forget_texts = forget_texts

    def add(self, new: NewCase) -> Case:
        """Store a case under the next free number of its year (WC-2026-0001) and return it."""
        number = self._number(new)
        case = Case(
            id=CaseId(0),
            number=number,
            title=new.title,
            playbook_key=new.playbook_key,
            playbook_version=new.playbook_version,
            status=Status.DRAFT,
            created_at=new.created_at,
            updated_at=new.created_at,
            is_sample=new.is_sample,
        )
        fixed = {"number": number, "created_at": new.created_at, "last_entry_seq": 0, "last_exhibit_no": 0}
        row = {**fixed, **case_values(case), **digest_values(Digest())}
        case_id = self._connection.execute(_ADD, row).scalar_one()
        return self.head(CaseId(case_id))

    def _number(self, new: NewCase) -> str:
        year, wanted = new.created_at[:4], _NUMBER.fullmatch(new.number)
        own = int(wanted[2]) if wanted is not None and wanted[1] == year else 0
        return f"WC-{year}-{take_number(self._connection, case_counter(year), own):04d}"

    def head(self, case_id: CaseId) -> Case:
        """Return a case. Raises UserError("no_such_case")."""
        return self._one(_BY_ID, {"key_id": case_id}, str(case_id))

    def head_by_number(self, number: str) -> Case:
        """Return a case by its number, upper or lower case. Raises UserError("no_such_case")."""
        return self._one(_BY_NUMBER, {"key_number": number.strip().upper()}, number)

    def _one(self, query: Executable, key: dict[str, object], name: str) -> Case:
        row = self._connection.execute(query, key).one_or_none()
        if row is None:
            raise UserError("no_such_case", case=name)
        return case_from(row, tuple(self._connection.execute(_TAGS, {"key_id": row.id}).scalars()))

    def heads(self) -> Sequence[tuple[Case, Digest]]:
        """Return all cases, trashed ones too, newest change first. Two queries, whatever the number of cases."""
        tags: dict[int, list[str]] = defaultdict(list)
        for case_id, tag in self._connection.execute(_ALL_TAGS):
            tags[case_id].append(tag)
        rows = self._connection.execute(_NEWEST_FIRST)
        return [(case_from(row, tuple(tags.get(row[0], ()))), digest_from(row)) for row in rows]

    def update(self, case: Case) -> None:
        """Store a changed head. Its number and the day of its making never change. Raises UserError("no_such_case")."""
        changed = self._connection.execute(_UPDATE, {"key_id": case.id, **case_values(case)})
        if changed.rowcount != 1:
            raise UserError("no_such_case", case=case.number)
        self._connection.execute(_DROP_TAGS, {"key_id": case.id})
        rows = [
            {"case_id": case.id, "position": position, "tag": tag}
            for position, tag in enumerate(dict.fromkeys(case.tags))
        ]
        if rows:
            self._connection.execute(insert(CaseTags), rows)

    def set_digest(self, case_id: CaseId, digest: Digest) -> None:
        """Store what the list shows of a case."""
        self._connection.execute(_UPDATE, {"key_id": case_id, **digest_values(digest)})

    def purge(self, case_id: CaseId) -> None:
        """Delete a case and every row of it. Its blobs stay for the sweeper, its number is never given again."""
        self._forget_texts(case_id)
        self._connection.execute(delete(Cases).where(Cases.id == case_id))
