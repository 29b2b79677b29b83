"""Revisions of the rules, which are only added, and imported calendar years."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, Executable, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from walletcase.domain.days.workdays import YearTable
from walletcase.services.case_tables import RevisionRow
from walletcase.storage.complaint_tables import CalendarYears, RuleRevisions
from walletcase.storage.failures import DamagedRow
from walletcase.storage.repositories.counters import next_number

_COUNTER = "rules"
_KEY: BindParameter[Any] = bindparam("key_id")
_REVISIONS = select(*RuleRevisions.__table__.columns).order_by(RuleRevisions.id.desc())
_NEWEST = _REVISIONS.limit(1)
_REVISION = select(*RuleRevisions.__table__.columns).where(RuleRevisions.id == _KEY)
_ADD = insert(RuleRevisions)
_YEARS = select(*CalendarYears.__table__.columns).order_by(CalendarYears.year)
_YEAR_COLUMNS = ("days_off", "working_days", "source", "imported_at")
_INSERT_YEAR = insert(CalendarYears)
_PUT_YEAR = _INSERT_YEAR.on_conflict_do_update(
    index_elements=["year"], set_={name: _INSERT_YEAR.excluded[name] for name in _YEAR_COLUMNS}
)
_DROP_YEAR = delete(CalendarYears).where(CalendarYears.year == _KEY)


class RulesRepository:
    """Implements services.case_tables.RulesTable."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def newest(self) -> RevisionRow | None:
        """Return the revision in force, None in a store that has none yet."""
        return self._one(_NEWEST)

    def get(self, revision_id: int) -> RevisionRow | None:
        """Return a revision, or None."""
        return self._one(_REVISION, {"key_id": revision_id})

    def all(self) -> Sequence[RevisionRow]:
        """Return all revisions, newest first."""
        return [RevisionRow(*row) for row in self._connection.execute(_REVISIONS)]

    def add(self, made_at: str, kind: str, note: str, content: str) -> int:
        """Store a revision and return its id."""
        revision_id = next_number(self._connection, _COUNTER)
        row = {"id": revision_id, "made_at": made_at, "kind": kind, "note": note, "content": content}
        self._connection.execute(_ADD, row)
        return revision_id

    def years(self) -> Sequence[YearTable]:
        """Return the imported calendar years."""
        rows = self._connection.execute(_YEARS)
        return [YearTable(row[0], _names(row[1]), _names(row[2]), row[3], row[4]) for row in rows]

    def put_year(self, table: YearTable) -> None:
        """Store an imported year in the place of an earlier import."""
        row = {
            "year": table.year,
            "days_off": _text(table.off),
            "working_days": _text(table.working),
            "source": table.source,
            "imported_at": table.imported_at,
        }
        self._connection.execute(_PUT_YEAR, row)

    def remove_year(self, year: int) -> None:
        """Forget an imported year."""
        self._connection.execute(_DROP_YEAR, {"key_id": year})

    def _one(self, query: Executable, key: dict[str, object] | None = None) -> RevisionRow | None:
        row = self._connection.execute(query, key).one_or_none()
        return RevisionRow(*row) if row else None


def _text(days: Mapping[str, str]) -> str:
    return json.dumps(dict(days), ensure_ascii=False, sort_keys=True)


def _names(text: str) -> Mapping[str, str]:
    try:
        names = json.loads(text)
    except ValueError as error:
        raise DamagedRow(str(error)) from error
    if not isinstance(names, dict):
        raise DamagedRow(text)
    return names
