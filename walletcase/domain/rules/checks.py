"""What must hold in a pack as a whole: keys are unique, references lead somewhere, a prolonged limit is longer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from walletcase.domain.rules.pack import Limit, RulePack
from walletcase.domain.rules.references import faults_of
from walletcase.domain.rules.table import pack_fault

# Digits and what stands between them, also for several numbers or an extension (转). Nothing to dial is shorter than
# three digits.
_NUMBER = re.compile(r"[+(（]?\d[\d +\-–()（）/.,，、;；*#转]*", re.ASCII)
_FEWEST_DIGITS = 3


def is_dialled(number: str) -> bool:
    """Return whether a text is something to dial."""
    return bool(_NUMBER.fullmatch(number)) and sum(char.isdigit() for char in number) >= _FEWEST_DIGITS


class _Keyed(Protocol):
    @property
    def key(self) -> str: ...


def check(pack: RulePack) -> None:
    """Raise UserError("rules_invalid") for the first fault of the whole."""
    kinds: tuple[tuple[str, str, Sequence[_Keyed]], ...] = (
        ("limits.toml", "limit", pack.limits),
        ("doors.toml", "door", pack.doors),
        ("routes.toml", "product", pack.products),
        ("routes.toml", "route", pack.routes),
        ("conflicts.toml", "conflict", pack.conflicts),
        ("wallets.toml", "wallet_class", pack.wallet_classes),
        ("materials.toml", "requirement", pack.requirements),
        ("refusals.toml", "refusal", pack.refusals),
        ("wording.toml", "wording", pack.wordings),
        ("help.toml", "help", pack.help),
    )
    for file, table, facts in kinds:
        _unique(file, table, facts)
        for fact in facts:
            for where, expected in faults_of(fact, pack):
                pack_fault(file, f"{table}[{fact.key}].{where}", expected)
    _extensions(pack)
    _routes(pack)


def check_given(pack: RulePack) -> None:
    """Raise UserError("rules_invalid") for what must not come in from outside. A stored pack, which an earlier app may
    have taken, has to open all the same.
    """
    for door in pack.doors:
        if door.number and not is_dialled(door.number):
            pack_fault("doors.toml", f"door[{door.key}].number", 'a number to dial: digits and + - ( ) / , or ""')


def _unique(file: str, table: str, facts: Iterable[_Keyed]) -> None:
    seen: set[str] = set()
    for fact in facts:
        if fact.key in seen:
            pack_fault(file, f"{table}[{fact.key}].key", "a key that no other has")
        seen.add(fact.key)


def _extensions(pack: RulePack) -> None:
    for limit in pack.limits:
        if not limit.extends:
            continue
        place = f"limit[{limit.key}].extends"
        shorter = pack.limit(limit.extends)
        if shorter is None:
            pack_fault("limits.toml", place, f"the key of a limit ({limit.extends} is none)")
        if not _prolongs(limit, shorter):
            pack_fault("limits.toml", place, f"a shorter limit of the same party and unit ({shorter.key} is none)")


def _prolongs(longer: Limit, shorter: Limit) -> bool:
    # Strictly longer each time, so a chain of them can't come back to where it began.
    same = (longer.party, longer.unit) == (shorter.party, shorter.unit)
    return same and longer.amount > shorter.amount


def _routes(pack: RulePack) -> None:
    products = {product.key for product in pack.products}
    kinds = {door.kind for door in pack.doors}
    seen: set[tuple[str, bool]] = set()
    for route in pack.routes:
        place = f"route[{route.key}]"
        if route.product not in products:
            pack_fault("routes.toml", f"{place}.product", f"the key of a product ({route.product} is none)")
        if (route.product, route.fraud) in seen:
            pack_fault("routes.toml", f"{place}.fraud", "one route for each product and answer on fraud")
        seen.add((route.product, route.fraud))
        missing = next((stop.kind for stop in route.stops if stop.kind not in kinds), None)
        if missing is not None:
            pack_fault("routes.toml", f"{place}.stop", f"a kind of which there is a door ({missing} has none)")
