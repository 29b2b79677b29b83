"""Claims: the facts a person states, each with the evidence that shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from walletcase.domain.evidence import Evidence
from walletcase.domain.formats import as_date, as_money
from walletcase.domain.ids import CaseId, EvidenceId

MAX_CLAIM_TEXT = 2_000
MAX_SUGGESTED = 60
_END = re.compile(r"(?<=[。！？；])|\n+|(?<=[!?;])(?=\s|$)|(?<=[^\s.]\.)(?=\s+[^\W\d_]|$)")
_DATE = re.compile(r"[0-9]{4}\s*(?:年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}|[-/.][0-9]{1,2}[-/.][0-9]{1,2})")
_MONEY = re.compile(
    r"(?:[￥¥]|RMB|CNY|人民币)\s*(?P<before>[0-9][0-9,]*(?:\.[0-9]{1,2})?)|(?P<after>[0-9][0-9,]*(?:\.[0-9]{1,2})?)\s*元",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One stated fact. ``happened_on`` is an ISO date or "", ``amount`` money as kept or ""."""

    id: int
    case_id: CaseId
    seq: int
    text: str
    happened_on: str = ""
    amount: str = ""
    evidence_ids: tuple[EvidenceId, ...] = ()
    trashed_at: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A sentence of an account that may be a claim, with the first date and amount found in it."""

    text: str
    happened_on: str = ""
    amount: str = ""


def sentences_of(text: str) -> tuple[str, ...]:
    """Return the sentences of a text: parted after 。！？； and at new lines, and where an English one ends."""
    parts = (" ".join(part.split()) for part in _END.split(text.replace("\r", "\n")))
    return tuple(part for part in parts if any(char.isalnum() for char in part))


def suggested(account: str, claims: Sequence[Claim]) -> tuple[Suggestion, ...]:
    """Return the sentences of an account that no live claim says yet, at most MAX_SUGGESTED."""
    said = {_plain(claim.text) for claim in claims if not claim.trashed_at}
    found: dict[str, Suggestion] = {}
    for sentence in sentences_of(account):
        if _plain(sentence) not in said and len(sentence) <= MAX_CLAIM_TEXT:
            found.setdefault(_plain(sentence), Suggestion(sentence, date_in(sentence), amount_in(sentence)))
    return tuple(found.values())[:MAX_SUGGESTED]


def date_in(text: str) -> str:
    """Return the first whole date in a text, ISO, "" without one. A day without its year is none."""
    dates = (as_date(found.group().replace(" ", "")) for found in _DATE.finditer(text))
    return next((day for day in dates if day), "")


def amount_in(text: str) -> str:
    """Return the first amount in yuan in a text, as money is kept, "" without one."""
    amounts = (as_money(found["before"] or found["after"]) for found in _MONEY.finditer(text))
    return next((amount for amount in amounts if amount), "")


def unproven(claims: Sequence[Claim], evidence: Sequence[Evidence]) -> tuple[Claim, ...]:
    """Return the live claims that no live evidence shows."""
    live = {item.id for item in evidence if not item.trashed_at}
    return tuple(claim for claim in claims if not claim.trashed_at and not live & set(claim.evidence_ids))


def unused(claims: Sequence[Claim], evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return the live evidence that shows no live claim."""
    linked = {item for claim in claims if not claim.trashed_at for item in claim.evidence_ids}
    return tuple(item for item in evidence if not item.trashed_at and item.id not in linked)


def _plain(text: str) -> str:
    return "".join(char for char in text if char.isalnum()).casefold()
