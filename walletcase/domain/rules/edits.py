"""Changing one fact of a pack by hand: only numbers, addresses and hours, never what a rule is called or says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from walletcase.domain.errors import UserError
from walletcase.domain.flow.table import UNSEEN
from walletcase.domain.rules.checks import is_dialled
from walletcase.domain.rules.pack import Door, Limit, RulePack, Source, Unit, WalletClass
from walletcase.domain.rules.readers import LONGEST_TERM, MONEY
from walletcase.domain.text import Text

EDITABLE: Mapping[str, tuple[str, ...]] = {
    "limit": ("amount",),
    "door": ("number", "address", "hours", "char_limit"),
    "wallet_class": ("balance", "per_payment", "per_day", "per_year"),
}
LONGEST_LINE = 120  # characters of a number, an address or hours
MOST_CHARACTERS = 100_000  # that a form may take

FactT = TypeVar("FactT", Limit, Door, WalletClass)


def edited(pack: RulePack, path: str, value: str, today: str) -> RulePack:
    """Return a pack with one fact changed and marked as changed by the person on ``today`` (ISO).

    ``path`` is table, key and part: "limit/bank_answer/amount". Raises UserError: no_such_rule, bad_rule_value (what is
    written is no such value, or would break the pack: a prolonged limit that is not longer).
    """
    table, _, rest = path.partition("/")
    key, _, part = rest.rpartition("/")
    if part not in EDITABLE.get(table, ()):
        raise UserError("no_such_rule", path=path)
    text = " ".join(value.split())
    match table:
        case "limit":
            changed = replace(pack, limits=_changed(pack.limits, key, part, text, today))
            _check_chain(changed)
        case "door":
            changed = replace(pack, doors=_changed(pack.doors, key, part, text, today))
        case _:
            changed = replace(pack, wallet_classes=_changed(pack.wallet_classes, key, part, text, today))
    return changed


def _changed(facts: tuple[FactT, ...], key: str, part: str, text: str, today: str) -> tuple[FactT, ...]:
    if all(fact.key != key for fact in facts):
        raise UserError("no_such_rule", path=f"{key}/{part}")
    return tuple(_with(fact, part, text, today) if fact.key == key else fact for fact in facts)


def _with(fact: FactT, part: str, text: str, today: str) -> FactT:
    value, now = _value(fact, part, text), getattr(fact, part)
    return fact if value == now else _put(fact, part, value, _marked(fact.source, part, now, value, today))


def _put(fact: FactT, part: str, value: object, source: Source) -> FactT:
    parts: dict[str, object] = {part: value, "source": source}
    return replace(fact, **parts)  # type: ignore[arg-type]


def _marked(source: Source, part: str, now: object, value: object, today: str) -> Source:
    """The source with the mark of a change; a value written back to what the pack had carries none."""
    before = dict(source.edited_from)
    if before.setdefault(part, now) == value:
        del before[part]
    return replace(source, edited_on=today if before else "", edited_from=tuple(sorted(before.items())))


def carried_over(mine: RulePack, new: RulePack) -> RulePack:
    """Return ``new`` with the person's own changes in ``mine``, as far as the pack left that part as it was.

    What the new pack says otherwise wins: whoever made it has looked again. Changes that would break it are dropped.
    """
    changed = replace(
        new,
        limits=tuple(_carried(fact, mine.limit(fact.key)) for fact in new.limits),
        doors=tuple(_carried(fact, mine.door(fact.key)) for fact in new.doors),
        wallet_classes=tuple(
            _carried(fact, next((one for one in mine.wallet_classes if one.key == fact.key), None))
            for fact in new.wallet_classes
        ),
    )
    try:
        _check_chain(changed)
    except UserError:
        return replace(changed, limits=new.limits)
    return changed


def _carried(fact: FactT, mine: FactT | None) -> FactT:
    if mine is None:
        return fact
    for part, before in mine.source.edited_from:
        if getattr(fact, part, None) == before:
            own = getattr(mine, part)
            fact = _put(fact, part, own, _marked(fact.source, part, before, own, mine.source.edited_on))
    return fact


def _value(fact: Limit | Door | WalletClass, part: str, text: str) -> object:
    match part:
        case "amount":
            most = LONGEST_TERM // 366 if isinstance(fact, Limit) and fact.unit is Unit.YEARS else LONGEST_TERM
            return _whole(part, text, 1, most)
        case "char_limit":
            return _whole(part, text or "0", 0, MOST_CHARACTERS)
        case "hours":
            return Text(_line(part, text), text) if text else None
        case "number":
            return _number(part, text)
        case "address":
            return _line(part, text)
        case _:
            return _money(part, text)


def _whole(part: str, text: str, least: int, most: int) -> int:
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII) or not least <= int(text) <= most:
        raise UserError("bad_rule_value", part=part, value=text, expected=f"{least}–{most}")
    return int(text)


def _line(part: str, text: str) -> str:
    if len(text) > LONGEST_LINE:
        raise UserError("bad_rule_value", part=part, value=text[:20], expected=f"≤ {LONGEST_LINE}")
    if UNSEEN.search(text):
        shown = UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)
        raise UserError("bad_rule_value", part=part, value=shown, expected="rule_text")
    return text


def _number(part: str, text: str) -> str:
    number = _line(part, unicodedata.normalize("NFKC", text))  # typed with a Chinese keyboard: digits are wide
    if number and not is_dialled(number):
        raise UserError("bad_rule_value", part=part, value=number, expected="rule_number")
    return number


def _money(part: str, text: str) -> str:
    plain = re.sub(r"[,，\s]", "", text)
    if not MONEY.fullmatch(plain):
        raise UserError("bad_rule_value", part=part, value=text, expected="10000, none")
    return plain


def _check_chain(pack: RulePack) -> None:
    for limit in pack.limits:
        shorter = pack.limit(limit.extends) if limit.extends else None
        if shorter is not None and limit.amount <= shorter.amount:
            reason = f"{shorter.key} {shorter.amount} < {limit.key} {limit.amount}"
            raise UserError("bad_rule_value", part="amount", value=limit.amount, expected=reason)
