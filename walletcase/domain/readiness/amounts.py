"""Contradictions in amounts, and demands that ask for more than was lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from walletcase.domain.case import CaseRecord
from walletcase.domain.flow.playbook import Role
from walletcase.domain.formats import as_money
from walletcase.domain.readiness.findings import Finding, Place, Severity, Topic
from walletcase.domain.readiness.texts import CLAIM, FACTS, STEP, field_place

_MONEY = re.compile(
    r"(?:[￥¥]|RMB|CNY)\s?(?P<a>[0-9][0-9,]{0,14}(?:\.[0-9]{1,2})?)"
    r"|(?P<b>[0-9][0-9,]{0,14}(?:\.[0-9]{1,2})?)\s?(?P<wan>万)?\s?(?:元|块钱?|yuan|RMB|CNY)",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"利息|误工|交通|损失|费用|因为|由于|手续费|违约金|精神|加上|合计|包括|interest|cost|expense|fee|because|including|loss",
    re.IGNORECASE,
)


def amount_findings(record: CaseRecord) -> Iterator[Finding]:
    """Yield amounts that don't fit each other."""
    lost = _decimal(record.role_value(Role.AMOUNT))
    if lost is None:
        return
    yield from _account(record, lost)
    yield from _claims(record, lost)
    yield from _demands(record, lost)


def amounts_in(text: str) -> tuple[Decimal, ...]:
    """Return the amounts of money that a text names, in yuan."""
    found = []
    for match in _MONEY.finditer(text):
        value = Decimal((match["a"] or match["b"]).replace(",", "") or "0")
        found.append(value * 10_000 if match["wan"] else value)
    return tuple(found)


def money(value: Decimal) -> str:
    """Return an amount as it is shown: 1,234.50."""
    return f"{value:,.2f}".removesuffix(".00")


def _decimal(text: str) -> Decimal | None:
    kept = as_money(text)
    return Decimal(kept) if kept else None


def _say(code: str, place: Place, severity: Severity, **params: object) -> Finding:
    return Finding(Topic.CONTRADICTION, severity, code, place, params)


def _account(record: CaseRecord, lost: Decimal) -> Iterator[Finding]:
    place = field_place(record, Role.AMOUNT)
    told = amounts_in(record.role_value(Role.PROBLEM))
    if place and told and lost not in told and sum(told) != lost:
        yield _say("amount_not_in_account", place, Severity.WARN, amount=money(lost), told=money(told[0]))


def _claims(record: CaseRecord, lost: Decimal) -> Iterator[Finding]:
    pairs = [(claim.id, _decimal(claim.amount)) for claim in record.claims if not claim.trashed_at]
    amounts = [(number, amount) for number, amount in pairs if amount is not None]
    if not amounts or lost in [amount for _, amount in amounts] or sum(amount for _, amount in amounts) == lost:
        return
    number, amount = amounts[0]
    place = Place(FACTS, f"{CLAIM}:{number}")
    yield _say("claim_amounts_differ", place, Severity.WARN, amount=money(lost), told=money(amount))


def _demands(record: CaseRecord, lost: Decimal) -> Iterator[Finding]:
    text = "\n".join(f"￥{one.amount}" if one.amount else one.text for one in record.demands)
    asked = sum(amounts_in(text), Decimal(0))
    if asked > lost and not any(_REASON.search(one.text) for one in record.demands):
        place = field_place(record, Role.DEMAND) or Place(STEP)
        yield _say("demand_over_loss", place, Severity.WARN, asked=money(asked), amount=money(lost))
