"""One function for each kind of fact in a pack: its table into its dataclass."""

from __future__ import annotations

import re

from walletcase.domain.door_kind import DoorKind
from walletcase.domain.flow.playbook import Role
from walletcase.domain.rules.pack import (
    Conflict,
    Door,
    HelpNote,
    Limit,
    Party,
    Product,
    Refusal,
    Requirement,
    Roll,
    Route,
    RouteStop,
    Unit,
    WalletClass,
    Wording,
)
from walletcase.domain.rules.table import PackTable

LONGEST_TERM = 3660  # domain.workdays.count counts no further
LONGEST_PATTERN = 400
MONEY = re.compile(r"[1-9]\d{0,11}|none|", re.ASCII)
SEVERITIES = ("stop", "warn", "hint")
# A repeated group that repeats inside can take time without end; a pack from elsewhere must not hang the app.
_RUNAWAY = re.compile(r"\([^()]*[+*}][^()]*\)\s*[+*{]")


def read_limit(table: PackTable) -> Limit:
    """Read one [[limit]]."""
    limit = Limit(
        key=table.key(),
        name=table.both("name"),
        trigger=table.both("trigger"),
        duty=table.both("duty"),
        party=table.one_of("party", Party),
        amount=table.count("amount"),
        unit=table.one_of("unit", Unit),
        roll=table.one_of("roll", Roll),
        authority=table.both("authority"),
        article=table.optional("article"),
        source=table.source(),
        extends=table.optional("extends"),
    )
    most = LONGEST_TERM // 366 if limit.unit is Unit.YEARS else LONGEST_TERM
    if limit.amount > most:
        table.fail("amount", f"at most {most} {limit.unit}")
    table.finish()
    return limit


def read_door(table: PackTable) -> Door:
    """Read one [[door]]."""
    door = Door(
        key=table.key(),
        kind=table.one_of("kind", DoorKind),
        party=table.one_of("party", Party),
        name=table.both("name"),
        does=table.both("does"),
        prepare=table.both_list("prepare"),
        ask_for=table.both_list("ask_for"),
        source=table.source(),
        institution=table.optional("institution"),
        number=table.optional("number"),
        address=table.optional("address"),
        hours=table.both_or_none("hours"),
        char_limit=table.count_or_zero("char_limit"),
    )
    table.finish()
    return door


def read_product(table: PackTable) -> Product:
    """Read one [[product]]."""
    product = Product(
        key=table.key(),
        name=table.both("name"),
        answers=table.one_of("answers", Party),
        reason=table.both("reason"),
        source=table.source(),
    )
    table.finish()
    return product


def read_route(table: PackTable) -> Route:
    """Read one [[route]] with its [[route.stop]]s."""
    route = Route(
        key=table.key(),
        product=table.line("product"),
        fraud=table.flag("fraud"),
        answers=table.one_of("answers", Party),
        stops=tuple(_stop(stop) for stop in table.pack_tables("stop")),
        source=table.source(),
    )
    if not route.stops:
        table.fail("stop", "at least one [[route.stop]]")
    table.finish()
    return route


def _stop(table: PackTable) -> RouteStop:
    stop = RouteStop(kind=table.one_of("kind", DoorKind), reason=table.both("reason"))
    table.finish()
    return stop


def read_conflict(table: PackTable) -> Conflict:
    """Read one [[conflict]]."""
    conflict = Conflict(
        key=table.key(),
        wants=table.members("wants", DoorKind),
        pending=table.members("pending", DoorKind),
        says=table.both("says"),
        quote=table.optional("quote"),
        refuses=table.required_flag("refuses"),
        authority=table.both("authority"),
        article=table.optional("article"),
        source=table.source(),
    )
    table.finish()
    return conflict


def read_wallet_class(table: PackTable) -> WalletClass:
    """Read one [[wallet_class]]. Amounts are whole yuan as text, "" where none was found, "none" for no cap."""
    wallet = WalletClass(
        key=table.key(),
        name=table.both("name"),
        identity=table.both("identity"),
        balance=_money(table, "balance"),
        per_payment=_money(table, "per_payment"),
        per_day=_money(table, "per_day"),
        per_year=_money(table, "per_year"),
        as_of=table.day("as_of"),
        interest=table.both("interest"),
        source=table.source(),
    )
    table.finish()
    return wallet


def _money(table: PackTable, key: str) -> str:
    text = table.optional(key)
    if not MONEY.fullmatch(text):
        table.fail(key, 'whole yuan in quotes ("10000"), "none" for no cap, "" where it is not known')
    return text


def read_requirement(table: PackTable) -> Requirement:
    """Read one [[requirement]]."""
    roles = table.members("roles", Role, required=False)
    requirement = Requirement(
        key=table.key(),
        doors=table.members("doors", DoorKind),
        name=table.both("name"),
        roles=tuple(role.value for role in roles),
        on_paper_only=table.flag("on_paper_only"),
        agent_only=table.flag("agent_only"),
        authority=table.both("authority"),
        article=table.optional("article"),
        source=table.source(),
    )
    table.finish()
    return requirement


def read_refusal(table: PackTable) -> Refusal:
    """Read one [[refusal]]."""
    refusal = Refusal(
        key=table.key(),
        doors=table.members("doors", DoorKind),
        says=table.both("says"),
        authority=table.both("authority"),
        article=table.optional("article"),
        source=table.source(),
    )
    table.finish()
    return refusal


def read_wording(table: PackTable) -> Wording:
    """Read one [[wording]]."""
    wording = Wording(
        key=table.key(),
        severity=table.line("severity"),
        patterns=tuple(_pattern(table, pattern) for pattern in table.lines("patterns")),
        why=table.both("why"),
        instead=table.both("instead"),
        replacement=table.optional("replacement"),
        source=table.source(),
    )
    if wording.severity not in SEVERITIES:
        table.fail("severity", f"one of: {', '.join(SEVERITIES)}")
    if not wording.patterns:
        table.fail("patterns", "at least one regular expression")
    table.finish()
    return wording


def _pattern(table: PackTable, pattern: str) -> str:
    try:
        empty = re.compile(pattern).match("") is not None
    except (re.error, RecursionError, OverflowError) as error:
        table.fail("patterns", f"a regular expression ({pattern!r}: {error})")
    if empty or len(pattern) > LONGEST_PATTERN or _RUNAWAY.search(pattern):
        table.fail("patterns", f"a short expression that matches some text and repeats no repetition ({pattern!r})")
    return pattern


def read_help(table: PackTable) -> HelpNote:
    """Read one [[help]]."""
    note = HelpNote(key=table.key(), topic=table.key("topic"), text=table.both("text"), source=table.source())
    table.finish()
    return note
