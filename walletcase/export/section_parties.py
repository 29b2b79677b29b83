"""The parties: who complains, against whom, who was dealt with and in which contacts."""

from __future__ import annotations

from walletcase.domain.dossiers.document import Fact, Met, Part
from walletcase.export.context import Desk, offsets
from walletcase.export.pieces import Piece, Row, Stack, Table
from walletcase.export.style import ACCENT, BODY_W, CELL, CELL_BOLD

_MET_W = (160.0, 96.0, 66.0, 66.0, BODY_W - 388.0)


def add_parties(desk: Desk) -> None:
    """Lay out both sides and the people in between."""
    desk.part("part_parties", follows=True)
    labels, dossier = desk.labels, desk.dossier
    _add_side(desk, labels("own_side_head"), dossier.own_side, gap=0)
    _add_side(desk, labels("other_side_head"), dossier.other_side)
    if dossier.people:
        titles = tuple(map(labels, ("col_person", "col_channel", "col_first", "col_last", "col_contacts")))
        rows = tuple(_person(desk, one) for one in dossier.people)
        desk.head(labels("people_head"), Table(desk.table_head(titles, _MET_W), rows))


def _add_side(desk: Desk, title: str, facts: tuple[Fact, ...], gap: float = 16) -> None:
    if facts:
        rows = desk.facts([(desk.labels(fact.label), fact.text) for fact in facts])
        desk.head(title, Table(None, tuple(rows)), gap=gap)


def _person(desk: Desk, one: Met) -> Row:
    widths = [width - 8 for width in _MET_W]
    cells: tuple[tuple[Piece, ...], ...] = (
        (desk.text(one.name, CELL_BOLD, widths[0]),),
        (desk.text(one.channel, CELL, widths[1]),),
        (desk.text(one.first_at[:10], CELL, widths[2]),),
        (desk.text(one.last_at[:10], CELL, widths[3]),),
        tuple(_contact(desk, number, widths[4]) for number in one.contacts),
    )
    anchor = person_anchor(one)
    return Row(tuple(map(Stack, cells)), offsets(_MET_W), BODY_W, above=4.5, below=4.5, anchor=anchor)


def person_anchor(one: Met) -> str:
    """Return the anchor of somebody who was dealt with."""
    return f"person-{one.contacts[0]}"


def _contact(desk: Desk, number: int, width: float) -> Piece:
    text = desk.labels("contact", number=number)
    if not desk.dossier.has(Part.TIMELINE):
        return desk.text(text, CELL, width)
    return desk.text(text, CELL.but(colour=ACCENT), width, f"contact-{number}")
