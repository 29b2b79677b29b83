"""How a stranger checks what lies before them: the files, the journal's newest line, its time stamp, the pack."""

from __future__ import annotations

from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.document import Part
from walletcase.export.context import Desk, offsets, when
from walletcase.export.labels import Labels
from walletcase.export.pieces import Row, Stack, Table
from walletcase.export.style import ACCENT, BODY, BODY_W, CELL_BOLD, HASH

_WIDTHS = (26.0, BODY_W - 26.0)
_NOTE = BODY.but(size=9.2, leading=15.5)


def add_verify(desk: Desk) -> None:
    """Lay out the ways to check, each with what it shows and what it does not."""
    desk.part("part_verify", follows=True)
    labels, journal = desk.labels, desk.dossier.journal
    keys = ["verify_files"] if desk.dossier.has(Part.HASHES) else []  # it is there to be compared with
    is_own = desk.dossier.audience in ("", Audience.SELF)
    keys += ["verify_pack"] if desk.dossier.exhibits and is_own else []
    keys += ["verify_journal"] if journal.line else []
    keys += ["verify_stamp"] if journal.stamped_line else []
    rows = tuple(_step(desk, number, labels(key, line=journal.line)) for number, key in enumerate(keys, 1))
    if rows:
        desk.filler.add(Table(None, rows), gap=8)
    if journal.line:
        _add_head(desk, labels)
    desk.filler.add(desk.text(labels("verify_limits"), _NOTE), gap=12)


def _step(desk: Desk, number: int, text: str) -> Row:
    cells = (
        Stack((desk.text(str(number), CELL_BOLD.but(colour=ACCENT), _WIDTHS[0]),)),
        Stack((desk.text(text, _NOTE.but(align="left"), _WIDTHS[1]),)),
    )
    return Row(cells, offsets(_WIDTHS), BODY_W, above=5, below=5)


def _add_head(desk: Desk, labels: Labels) -> None:
    journal = desk.dossier.journal
    rows = [
        desk.labelled(labels("journal_line"), str(journal.line)),
        desk.labelled(labels("journal_hash"), journal.sha256, strong=HASH.but(leading=13.4)),
    ]
    if journal.stamped_line:
        stamped = labels(
            "journal_stamped", line=journal.stamped_line, time=when(journal.stamped_at), name=journal.stamped_by
        )
        rows.append(desk.labelled(labels("journal_time"), stamped))
    desk.head(labels("journal_head"), Table(None, tuple(rows)), gap=16)
    desk.filler.add(desk.text(labels("journal_proves", line=journal.line), _NOTE), gap=7)
