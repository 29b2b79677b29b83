"""Reads and checks the data of a kind of letter. Raises UserError("playbook_invalid") with file, key and reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from walletcase.domain.door_kind import DoorKind
from walletcase.domain.flow.table import Table
from walletcase.domain.rules.pack import Party, Source
from walletcase.domain.writing.kinds import FACTS, Ground, LetterKind, QuotedLimit, Reach, Use, When

EnumT = TypeVar("EnumT", bound=StrEnum)


def read_kind(data: Mapping[str, object], file: str) -> LetterKind:
    """Return the kind described by a TOML document. Raises UserError("playbook_invalid")."""
    table = Table(data, file)
    kind = LetterKind(
        key=table.key(),
        order=table.count("order"),
        use=table.one_of("use", Use),
        name=table.both("name"),
        purpose=table.both("purpose"),
        fits=table.both("fits"),
        not_yet=table.both("not_yet"),
        when=_members(table, "when", When),
        doors=_members(table, "doors", DoorKind),
        needs=_facts(table, "needs"),
        uses=_facts(table, "uses"),
        grounds=tuple(_ground(inner) for inner in table.tables("ground")),
        limits=tuple(_limit(inner) for inner in table.tables("limit")),
        reply_days=table.count("reply_days") if "reply_days" in data else 0,
        numbered=table.flag("numbered"),
        caution=table.both_or_none("caution"),
    )
    table.finish()
    twice = set(kind.needs) & set(kind.uses)
    if twice:
        table.fail("uses", f"no fact that is in needs already: {', '.join(sorted(twice))}")
    return kind


def _members(table: Table, key: str, values: type[EnumT]) -> tuple[EnumT, ...]:
    known = {str(member): member for member in values}
    names = table.lines(key)
    _among(table, key, names, known)
    return tuple(known[name] for name in names)


def _facts(table: Table, key: str) -> tuple[str, ...]:
    names = table.lines(key)
    _among(table, key, names, FACTS)
    return names


def _among(table: Table, key: str, names: Iterable[str], known: Iterable[str]) -> None:
    unknown = [name for name in names if name not in known]
    if unknown:
        table.fail(key, f"only these: {', '.join(sorted(known))}; not {unknown[0]}")


def _ground(table: Table) -> Ground:
    ground = Ground(
        key=table.key(),
        says=table.both("says"),
        authority=table.both("authority"),
        article=table.line("article", required=False),
        reach=_reach(table),
        source=Source(
            text=table.both("source"), checked_on=_day(table, "checked_on"), confirmed=table.flag("confirmed")
        ),
    )
    table.finish()
    return ground


def _limit(table: Table) -> QuotedLimit:
    limit = QuotedLimit(key=table.key(), reach=_reach(table))
    table.finish()
    return limit


def _reach(table: Table) -> Reach:
    reach = Reach(
        doors=_members(table, "doors", DoorKind),
        answers=_members(table, "answers", Party),
        products=table.lines("products"),
        after=_members(table, "after", DoorKind),
    )
    if not reach.doors:
        table.fail("doors", "the kinds of doors whose letters may quote it")
    return reach


def _day(table: Table, key: str) -> str:
    text = table.line(key)
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        table.fail(key, "an ISO date")
