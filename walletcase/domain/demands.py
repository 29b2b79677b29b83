"""Demands, what was offered against each, and where each stands.

Demands live in one field of a playbook (FieldKind.DEMANDS): JSON rows, or plain text with one demand a line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from enum import StrEnum

from walletcase.domain.formats import as_date, as_money
from walletcase.domain.ids import CaseId, EntryId

MAX_DEMANDS = 30
MAX_DEMAND_TEXT = 2_000
_MAX_PART = 200  # of an amount or a date that is none yet
_PARTS = {"key", "kind", "text", "amount", "by_on", "fallback"}
_KEY = re.compile(r"d(?P<number>[0-9]{1,6})")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class DemandKind(StrEnum):
    """What a demand asks for."""

    FIX = "fix"
    RESTORE = "restore"
    COMPENSATE = "compensate"
    EXPLAIN = "explain"
    APOLOGISE = "apologise"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Demand:
    """One demand. ``key`` is stable within its case ("d1"); ``amount`` is money as kept (1234.50) or ""; ``by_on`` an
    ISO date or "" (both kept as typed if they are none); ``fallback`` what would do instead.
    """

    key: str
    kind: DemandKind
    text: str
    amount: str = ""
    by_on: str = ""
    fallback: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return not (self.text or self.amount or self.by_on or self.fallback)


class OfferState(StrEnum):
    """What the person answered, and whether what was accepted was done."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    PERFORMED = "performed"


@dataclass(frozen=True, slots=True)
class Offer:
    """Something offered against one demand. ``entry_id``: the contact in which it was made, if any."""

    id: int
    case_id: CaseId
    demand_key: str
    made_on: str
    text: str
    amount: str = ""
    state: OfferState = OfferState.OPEN
    entry_id: EntryId | None = None
    trashed_at: str = ""

    @property
    def is_agreed(self) -> bool:
        """Whether the person took it, done already or not."""
        return self.state in (OfferState.ACCEPTED, OfferState.PERFORMED) and not self.trashed_at


def read_demands(text: str) -> tuple[Demand, ...] | None:
    """Return the demands in a field's text, None if it is rows that can't be read or more than there may be.

    Plain text is one demand a line, of kind OTHER. Rows without a key get the next free one.
    """
    found = _read(_clean(text))
    if found is None or len(found) > MAX_DEMANDS or any(len(demand.text) > MAX_DEMAND_TEXT for demand in found):
        return None
    return found


def parse_demands(text: str) -> tuple[Demand, ...]:
    """Return the demands in a field's text, however many; rows that can't be read are taken as lines. Never raises."""
    found = _read(_clean(text))
    return with_keys(_lines(_clean(text))) if found is None else found


def _read(cleaned: str) -> tuple[Demand, ...] | None:
    rows = _rows(cleaned)
    if rows is None:
        return with_keys(_lines(cleaned))
    read = [_demand(row) for row in rows]
    found = [demand for demand in read if demand is not None]
    return None if len(found) < len(read) else with_keys([demand for demand in found if not demand.is_empty])


def _lines(cleaned: str) -> list[Demand]:
    return [Demand("", DemandKind.OTHER, _one_line(line)) for line in cleaned.splitlines() if line.strip()]


def dump_demands(demands: Iterable[Demand]) -> str:
    """Return the text that holds these demands: JSON rows, "" for none. Empty rows go, keys stay."""
    rows = [asdict(demand) for demand in with_keys([tidy(one) for one in demands if not tidy(one).is_empty])]
    return json.dumps(rows, ensure_ascii=False) if rows else ""


def tidy(demand: Demand) -> Demand:
    """Return a demand on lines of its own, amount and date as they are kept, or as typed if they are none (yet)."""
    amount, by_on = _one_line(demand.amount), _one_line(demand.by_on)
    return replace(
        demand,
        text=_one_line(demand.text),
        amount=as_money(amount) or amount,
        by_on=as_date(by_on) or by_on,
        fallback=_one_line(demand.fallback),
    )


def with_keys(demands: Sequence[Demand], taken: Collection[str] = ()) -> tuple[Demand, ...]:
    """Give each demand without a key, or with one that another has already, the next key that nobody had.

    ``taken`` are keys that must not be given again, such as those of demands removed after something was offered
    against them or linked to them.
    """
    last = max((_number(key) for key in (*taken, *(one.key for one in demands))), default=0)
    seen: set[str] = set()
    kept = []
    for demand in demands:
        key = demand.key
        if not key or key in seen:
            last += 1
            key = f"d{last}"
        seen.add(key)
        kept.append(demand if key == demand.key else replace(demand, key=key))
    return tuple(kept)


def without_old_keys(new: Sequence[Demand], before: Sequence[Demand], offered: Collection[str]) -> tuple[Demand, ...]:
    """Give a new demand another key where its own is that of a removed one to which offers or exhibits still belong."""
    stale = set(offered) - {demand.key for demand in before}
    return with_keys([replace(one, key="") if one.key in stale else one for one in new], offered)


class Met(StrEnum):
    """How far a demand is met: what is only promised is agreed, not met."""

    OPEN = "open"
    PARTLY = "partly"
    AGREED = "agreed"
    MET = "met"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a demand stands. ``offers`` are the live ones, oldest first; ``offered`` is money on the table: what was
    accepted, else the highest offer that nobody declined; None where none is in money.
    """

    demand: Demand
    offers: tuple[Offer, ...]
    met: Met
    asked: Decimal | None
    offered: Decimal | None


@dataclass(frozen=True, slots=True)
class Totals:
    """Money asked for and money on the table over all demands; ``stray`` are offers whose demand is gone."""

    asked: Decimal
    offered: Decimal
    stray: tuple[Offer, ...]


def standings(demands: Sequence[Demand], offers: Sequence[Offer]) -> tuple[Standing, ...]:
    """Return where each demand stands, in the order of the demands. Trashed offers don't count."""
    live = [offer for offer in offers if not offer.trashed_at]
    return tuple(_standing(one, tuple(o for o in live if o.demand_key == one.key)) for one in demands)


def totals(demands: Sequence[Demand], offers: Sequence[Offer]) -> Totals:
    """Return the sums over all demands."""
    each = standings(demands, offers)
    known = {demand.key for demand in demands}
    return Totals(
        sum((one.asked for one in each if one.asked is not None), Decimal(0)),
        sum((one.offered for one in each if one.offered is not None), Decimal(0)),
        tuple(offer for offer in offers if not offer.trashed_at and offer.demand_key not in known),
    )


def _standing(demand: Demand, offers: tuple[Offer, ...]) -> Standing:
    accepted = [offer for offer in offers if offer.is_agreed]
    agreed = [money for offer in accepted if (money := money_of(offer.amount)) is not None]
    open_ones = [offer for offer in offers if offer.state is OfferState.OPEN]
    proposed = [money for offer in open_ones if (money := money_of(offer.amount)) is not None]
    asked = money_of(demand.amount)
    offered = sum(agreed, Decimal(0)) if agreed else max(proposed, default=None)
    if not accepted:
        met = Met.OPEN
    elif asked is not None and sum(agreed, Decimal(0)) < asked:
        met = Met.PARTLY
    else:
        met = Met.MET if all(offer.state is OfferState.PERFORMED for offer in accepted) else Met.AGREED
    return Standing(demand, offers, met, asked, offered)


def money_of(amount: str) -> Decimal | None:
    """Return an amount as kept, None if it is none."""
    kept = as_money(amount)
    return None if kept is None else Decimal(kept)


def _number(key: str) -> int:
    found = _KEY.fullmatch(key)
    return int(found["number"]) if found else 0


def _clean(text: str) -> str:
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _one_line(text: str) -> str:
    lines = (line.strip() for line in _clean(text).replace("\t", " ").splitlines())
    return " ".join(line for line in lines if line)


def _rows(text: str) -> list[object] | None:
    """The rows of a JSON list, None for any other text: a person may well begin a line with a bracket."""
    if not text.startswith("["):
        return None
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return rows if isinstance(rows, list) else None


def _demand(row: object) -> Demand | None:
    if not isinstance(row, dict) or not row.keys() <= _PARTS or not all(isinstance(v, str) for v in row.values()):
        return None
    parts = {"key": "", "kind": DemandKind.OTHER.value, "text": "", **row}
    if parts["kind"] not in {kind.value for kind in DemandKind} or (parts["key"] and not _KEY.fullmatch(parts["key"])):
        return None
    demand = tidy(Demand(**{**parts, "kind": DemandKind(parts["kind"])}))
    is_short = max(len(demand.amount), len(demand.by_on)) <= _MAX_PART and len(demand.fallback) <= MAX_DEMAND_TEXT
    return demand if is_short else None
