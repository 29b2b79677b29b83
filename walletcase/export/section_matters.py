"""The matter itself: stated facts with their proof, demands against offers, deadlines with the rule behind each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from walletcase.domain.dossiers.document import ClaimPart, DeadlinePart, DemandPart, OfferPart
from walletcase.domain.due.deadlines import DeadlineState
from walletcase.domain.formats import as_money
from walletcase.export.context import RIGHT, Desk, Space, offsets
from walletcase.export.pen import Pen
from walletcase.export.pieces import Piece, Row, Stack, Table
from walletcase.export.style import (
    ACCENT,
    BODY,
    BODY_W,
    CELL,
    CELL_BOLD,
    HAIR,
    MUTED,
    SEAL,
    SMALL,
    SUBHEAD,
    Style,
)

_CLAIM_W = (28.0, 226.0, 66.0, 66.0, BODY_W - 386.0)
_OFFER_W = (74.0, 208.0, 74.0, BODY_W - 356.0)
_DEADLINE_W = (172.0, 82.0, 66.0, 66.0, BODY_W - 386.0)
_LATE = (DeadlineState.LATE, DeadlineState.MET_LATE)
_INTRO = BODY.but(size=9.2, leading=15.5)


def add_claims(desk: Desk) -> None:
    """Lay out the stated facts, each with when, how much, and the exhibits that show it."""
    desk.part("part_claims", follows=True)
    keys = ("col_no", "col_fact", "col_happened", "col_amount", "col_exhibits")
    titles = tuple(RIGHT + desk.labels(key) if key == "col_amount" else desk.labels(key) for key in keys)
    head = desk.table_head(titles, _CLAIM_W)
    desk.filler.add(Table(head, tuple(_claim_row(desk, claim) for claim in desk.dossier.claims)))


def _claim_row(desk: Desk, claim: ClaimPart) -> Row:
    widths = [width - 8 for width in _CLAIM_W]
    cells = (
        Stack((desk.text(str(claim.number), CELL.but(colour=MUTED), widths[0]),)),
        Stack((desk.text(claim.text, CELL, widths[1]),)),
        Stack((desk.text(claim.happened_on, CELL, widths[2]),)),
        Stack((desk.text(money(claim.amount), CELL.but(align="right"), widths[3]),)),
        Stack(references(desk, claim.exhibits, widths[4]) or (desk.text(desk.labels("no_proof"), SMALL, widths[4]),)),
    )
    return Row(cells, offsets(_CLAIM_W), BODY_W, above=5, below=5, anchor=f"claim-{claim.number}")


def add_demands(desk: Desk) -> None:
    """Lay out each demand with what was offered against it."""
    desk.part("part_demands", follows=True)
    for demand in desk.dossier.demand_parts:
        desk.filler.add(*_demand(desk, demand), gap=16, anchor=f"demand-{demand.number}")


def _demand(desk: Desk, demand: DemandPart) -> list[Piece]:
    labels = desk.labels
    title = f"{demand.number}  {demand.text or money(demand.amount)}"
    facts = [(labels("amount"), money(demand.amount)), (labels("demand_by"), demand.by_on)]
    rows = desk.facts([(label, text) for label, text in facts if text])
    if demand.fallback:
        rows.append(desk.labelled(labels("demand_fallback"), demand.fallback))
    if demand.exhibits:
        rows.append(desk.listed(labels("col_exhibits"), lambda width: references(desk, demand.exhibits, width)))
    pieces: list[Piece] = [desk.text(title, SUBHEAD), Space(3)]
    if rows:
        pieces.append(Table(None, tuple(rows)))
    if not demand.offers:
        return [*pieces, Space(4), desk.text(labels("no_offer"), SMALL)]
    head = desk.table_head(tuple(map(labels, ("col_offered_on", "col_offer", "col_sum", "col_answer"))), _OFFER_W)
    return [*pieces, Space(4), Table(head, tuple(_offer_row(desk, offer) for offer in demand.offers))]


def _offer_row(desk: Desk, offer: OfferPart) -> Row:
    texts = (offer.made_on, offer.text, money(offer.amount), desk.labels(f"offer_{offer.state}"))
    styles = (CELL, CELL, CELL, CELL_BOLD)
    cells = tuple(
        Stack((desk.text(text, style, width - 8),))
        for text, style, width in zip(texts, styles, _OFFER_W, strict=True)
    )
    return Row(cells, offsets(_OFFER_W), BODY_W, above=4.5, below=4.5)


def add_deadlines(desk: Desk) -> None:
    """Lay out what others owe by when: the count, where it stands, and the rule that says so."""
    desk.part("part_deadlines", follows=True)
    keys = ("col_duty", "col_party", "col_begins", "col_latest", "col_result")
    head = desk.table_head(tuple(map(desk.labels, keys)), _DEADLINE_W)
    rows = tuple(_deadline_row(desk, deadline) for deadline in desk.dossier.deadlines)
    desk.filler.add(desk.text(desk.labels("deadlines_intro"), _INTRO), Space(10), Table(head, rows))


def _deadline_row(desk: Desk, one: DeadlinePart) -> Row:
    labels, widths = desk.labels, [width - 8 for width in _DEADLINE_W]
    late = one.state in _LATE
    term = labels(f"unit_{one.unit}", number=one.amount)
    seen = labels("rule_seen" if one.confirmed else "rule_unseen", date=one.checked_on)
    duty = (
        desk.text(one.name, CELL_BOLD, widths[0]),
        desk.text(one.duty, CELL, widths[0]),
        desk.text(labels("rule_of", rule=one.rule, seen=seen), SMALL, widths[0]),
    )
    state = labels(f"deadline_{one.state}", date=one.settled_on, days=one.late_days)
    strip = (Space(3), Strip(_days(one, desk.dossier.as_of), widths[4], late=late))
    cells = (
        Stack(duty),
        Stack((desk.text(labels(f"party_{one.party}"), CELL, widths[1]),)),
        Stack((desk.text(one.starts_on, CELL, widths[2]), desk.text(term, SMALL, widths[2]))),
        Stack((desk.text(one.late_after, CELL_BOLD, widths[3]),)),
        Stack((desk.text(state, CELL_BOLD.but(colour=SEAL) if late else CELL, widths[4]), *strip)),
    )
    return Row(cells, offsets(_DEADLINE_W), BODY_W, above=6, below=6)


def _days(one: DeadlinePart, as_of: str) -> tuple[int, int]:
    """How many days the term has, and how many of them and after them went by until it was done, or until now."""
    begin = date.fromisoformat(one.starts_on)
    end = date.fromisoformat(one.settled_on or as_of[:10])
    return max((date.fromisoformat(one.late_after) - begin).days, 1), max((end - begin).days, 0)


@dataclass(frozen=True, slots=True)
class Strip:
    """A term as a bar: its days, the part of them that went by, and what went by after its end. Says it without colour,
    too: a tick stands where the term ends.
    """

    days: tuple[int, int]
    width: float
    late: bool

    @property
    def height(self) -> float:
        """Of the bar and its tick."""
        return 9.0

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        """A bar is not cut."""
        return None

    def paint(self, pen: Pen, x: float, top: float) -> None:
        """Draw it."""
        term, gone = self.days
        scale = self.width / max(term, gone)
        pen.fill(x, top - 7, term * scale, 4, HAIR)
        pen.fill(x, top - 7, min(gone, term) * scale, 4, ACCENT)
        if self.late and gone > term:
            pen.fill(x + term * scale, top - 7, (gone - term) * scale, 4, SEAL)
        pen.upright(x + term * scale, top - 9, 8, ACCENT, 0.9)


def references(desk: Desk, exhibits: tuple[int, ...], width: float, style: Style = CELL) -> tuple[Piece, ...]:
    """Return a line for each exhibit that leads to it."""
    ink = style.but(colour=ACCENT)
    return tuple(desk.text(desk.labels("exhibit", number=n), ink, width, f"exhibit-{n}") for n in exhibits)


def money(text: str) -> str:
    """Return an amount as printed: 1,234.50; what is no amount as it was typed."""
    kept = as_money(text)
    if not kept:
        return text
    whole, dot, part = kept.partition(".")
    return f"{int(whole):,}{dot}{part}"
