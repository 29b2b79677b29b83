"""Numbers that are given out once and never again."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, select
from sqlalchemy.dialects.sqlite import insert

from walletcase.storage.tables import Counters

JOURNAL = "journal"

_KEY: BindParameter[Any] = bindparam("key_name")
_NEXT = (
    insert(Counters)
    .values(name=_KEY, value=1)
    .on_conflict_do_update(index_elements=[Counters.name], set_={"value": Counters.value + 1})
    .returning(Counters.value)
)
_RAISE = (
    insert(Counters)
    .values(name=_KEY, value=bindparam("key_value"))
    .on_conflict_do_update(index_elements=[Counters.name], set_={"value": bindparam("key_value")})
)
_LAST = select(Counters.value).where(Counters.name == _KEY)


def case_counter(year: str) -> str:
    """Return the name of the counter of a year's case numbers."""
    return f"case:{year}"


def next_number(connection: Connection, name: str) -> int:
    """Give out the next number under ``name``; the first one is 1."""
    return connection.execute(_NEXT, {"key_name": name}).scalar_one()


def last_number(connection: Connection, name: str) -> int:
    """Return the number given out last under ``name``, 0 if none was."""
    return connection.execute(_LAST, {"key_name": name}).scalar_one_or_none() or 0


def take_number(connection: Connection, name: str, wanted: int) -> int:
    """Give out ``wanted`` if neither it nor a later number was given out, else the next one."""
    if wanted <= last_number(connection, name):
        return next_number(connection, name)
    connection.execute(_RAISE, {"key_name": name, "key_value": wanted})
    return wanted
