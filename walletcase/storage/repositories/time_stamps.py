"""Time stamps of the journal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, func, insert, select, update

from walletcase.domain.errors import UserError
from walletcase.domain.trusted_time import TimeStamp
from walletcase.storage.evidence_tables import TimeStamps

_KEY: BindParameter[Any] = bindparam("key_id")
_ALL = select(*TimeStamps.__table__.columns).order_by(TimeStamps.id)
_NEXT = select(func.coalesce(func.max(TimeStamps.id), 0) + 1)
_UPDATE = update(TimeStamps).where(TimeStamps.id == _KEY)


class TimeStampRepository:
    """Implements services.evidence_tables.TimeStampTable."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Sequence[TimeStamp]:
        """Return all requests and answers, oldest first."""
        return tuple(TimeStamp(*row) for row in self._connection.execute(_ALL))

    def add(self, stamp: TimeStamp) -> TimeStamp:
        """Store a request (its id is ignored) and return it."""
        number = self._connection.execute(_NEXT).scalar_one()
        self._connection.execute(insert(TimeStamps), {**asdict(stamp), "id": number})
        return TimeStamp(**{**asdict(stamp), "id": number})

    def answer(self, stamp: TimeStamp) -> None:
        """Store the answer to a request. Raises UserError("no_such_time_stamp")."""
        said = ("answer", "roots", "stamped_at", "authority")
        row = {name: value for name, value in asdict(stamp).items() if name in said}
        if self._connection.execute(_UPDATE, {"key_id": stamp.id, **row}).rowcount != 1:
            raise UserError("no_such_time_stamp", stamp=stamp.id)
