"""The exhibits that a reader does not get to see: one list, instead of a page for each that says no more."""

from __future__ import annotations

from collections.abc import Sequence

from walletcase.domain.dossiers.document import Exhibit
from walletcase.export.context import Desk, Space, offsets
from walletcase.export.file_words import file_line
from walletcase.export.filler import Entry, Page
from walletcase.export.pieces import Piece, Row, Stack, Table
from walletcase.export.style import ACCENT, BODY, BODY_W, CELL, CELL_BOLD, SMALL, SUBHEAD

_WIDTHS = (44.0, 205.0, BODY_W - 249.0)
_NOTE = BODY.but(size=9.2, leading=15.5)


def add_withheld(desk: Desk, exhibits: Sequence[Exhibit], *, is_all: bool) -> None:
    """Lay out the list; ``is_all``: no exhibit at all is shown, so that the part of the exhibits begins with it."""
    if not exhibits:
        return
    labels, filler = desk.labels, desk.filler
    if is_all:
        desk.part("part_exhibits")
    else:
        filler.begin(Page(labels("part_exhibits")))
    filler.mark(Entry(labels("withheld_head"), "withheld", 1))
    head = desk.table_head(tuple(map(labels, ("col_exhibit", "col_name", "col_why"))), _WIDTHS)
    title, intro = desk.text(labels("withheld_head"), SUBHEAD), desk.text(labels("withheld_intro"), _NOTE)
    table = Table(head, tuple(_row(desk, exhibit) for exhibit in exhibits))
    filler.add(title, intro, Space(8), table, anchor="withheld")
    for exhibit in exhibits:
        anchor = f"exhibit-{exhibit.number}"
        filler.anchors[f"{anchor}-end"] = filler.anchors[anchor]


def _row(desk: Desk, exhibit: Exhibit) -> Row:
    labels, widths = desk.labels, [width - 8 for width in _WIDTHS]
    why: list[Piece] = [desk.text(labels(f"reason_{exhibit.withheld}"), CELL, widths[2])]
    if exhibit.replaced_by:
        copy = labels("replaced_by", number=exhibit.replaced_by)
        why.append(desk.text(copy, CELL.but(colour=ACCENT), widths[2], f"exhibit-{exhibit.replaced_by}"))
    number = desk.text(str(exhibit.number), CELL_BOLD.but(colour=ACCENT), widths[0], f"index-{exhibit.number}")
    name = desk.text(exhibit.title or exhibit.original_name, CELL, widths[1])
    told = desk.text(file_line(labels, exhibit), SMALL, widths[1])
    cells = (Stack((number,)), Stack((name, told)), Stack(tuple(why)))
    return Row(cells, offsets(_WIDTHS), BODY_W, above=5, below=5, anchor=f"exhibit-{exhibit.number}")
