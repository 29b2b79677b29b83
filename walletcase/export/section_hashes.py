"""The appendix by which a stranger checks the files: hashes, how each came in, what happened to it afterwards."""

from __future__ import annotations

from itertools import groupby

from walletcase.domain.dossiers.custody_record import READERS, CustodyRow
from walletcase.domain.dossiers.document import Exhibit
from walletcase.export.context import Desk, Space, offsets, when
from walletcase.export.file_words import file_line
from walletcase.export.pieces import Piece, Row, Stack, Table
from walletcase.export.style import ACCENT, BODY, BODY_W, CELL, CELL_BOLD, HASH, MUTED, SMALL

_HASH_W = (30.0, 146.0, BODY_W - 176.0)
_CUSTODY_W = (84.0, 230.0, BODY_W - 368.0, 54.0)
_NOTE = BODY.but(size=9.2, leading=15.5)


def add_hashes(desk: Desk) -> None:
    """Lay out the table by which anyone can check a file."""
    desk.part("part_hashes", follows=True)
    notes: list[Piece] = [desk.text(desk.labels("hash_intro"), _NOTE)]
    journal = desk.dossier.journal
    if journal.imported_at:
        said = desk.labels("note_imported", time=when(journal.imported_at), hash=journal.imported_sha256)
        notes += [Space(7), desk.text(said, _NOTE.but(bold=True))]
    head = desk.table_head(tuple(map(desk.labels, ("col_exhibit", "col_file", "col_hash"))), _HASH_W)
    rows = tuple(_hash_row(desk, exhibit) for exhibit in desk.dossier.exhibits)
    desk.filler.add(*notes, Space(12), Table(head, rows))
    _add_custody(desk)


def _hash_row(desk: Desk, exhibit: Exhibit) -> Row:
    labels, widths = desk.labels, [w - 8 for w in _HASH_W]
    added = [desk.text(labels("added_at", time=when(exhibit.added_at)), SMALL, widths[2])]
    if origin := _origin(desk, exhibit):
        link = f"exhibit-{exhibit.parent}" if exhibit.kin and exhibit.parent else ""
        added.append(desk.text(origin, SMALL, widths[2], link))
    line = next((row.line for row in desk.dossier.custody if exhibit.number in row.exhibits), 0)
    if line:
        added.append(desk.text(labels("see_custody"), SMALL.but(colour=ACCENT), widths[2], f"custody-{line}"))
    told = desk.text(file_line(labels, exhibit), SMALL, widths[1])
    cells = (
        Stack((desk.text(str(exhibit.number), CELL_BOLD.but(colour=ACCENT), widths[0], f"exhibit-{exhibit.number}"),)),
        Stack((desk.text(exhibit.original_name, CELL, widths[1]), told)),
        Stack((_hash(desk, exhibit, widths[2]), *added)),
    )
    return Row(cells, offsets(_HASH_W), BODY_W, above=5, below=5, anchor=f"hash-{exhibit.number}")


def _hash(desk: Desk, exhibit: Exhibit, width: float) -> Piece:
    if exhibit.sha256:
        return desk.text(exhibit.sha256, HASH, width + 8)
    return desk.text(desk.labels("hash_withheld"), SMALL, width)


def _origin(desk: Desk, exhibit: Exhibit) -> str:
    """How it came in. Whose computer it was stays in the app: that is nobody's business."""
    if exhibit.kin and exhibit.parent:
        return desk.labels(f"kin_{exhibit.kin}", number=exhibit.parent)
    return desk.labels(f"way_{exhibit.way}") if exhibit.way else ""


def _add_custody(desk: Desk) -> None:
    """Lay out what the journal says of the exhibits, line by line."""
    rows = desk.dossier.custody
    if not rows:
        return
    labels = desk.labels
    titles = tuple(map(labels, ("col_time", "col_event", "col_exhibits", "col_line")))
    table = Table(desk.table_head(titles, _CUSTODY_W), tuple(_custody_row(desk, row) for row in rows))
    desk.head(labels("custody_head"), desk.text(labels("custody_intro"), _NOTE), Space(8), table, gap=22)


def _custody_row(desk: Desk, row: CustodyRow) -> Row:
    widths = [width - 8 for width in _CUSTODY_W]
    texts: tuple[Piece, ...] = (
        desk.text(when(row.noted_at), CELL, widths[0]),
        desk.text(_event(desk, row), CELL, widths[1]),
        desk.text(str(row.line), CELL.but(colour=MUTED), widths[3]),
    )
    time, event, line = (Stack((cell,)) for cell in texts)
    ink = CELL.but(colour=ACCENT)
    runs = (desk.text(text, ink, widths[2], f"exhibit-{first}") for text, first in _runs(row.exhibits))
    cells = (time, event, Stack(tuple(runs)), line)
    return Row(cells, offsets(_CUSTODY_W), BODY_W, above=4.5, below=4.5, anchor=f"custody-{row.line}")


def _event(desk: Desk, row: CustodyRow) -> str:
    labels = desk.labels
    if row.event == "left":
        thing = labels(f"left_{row.what.value or 'file'}")
        thing = labels(f"left_for_{row.reader}", thing=thing) if row.reader in READERS else thing
        return labels(f"left_by_{row.way}", thing=thing, target=row.target) if row.target else thing
    event = labels(f"custody_{row.event}")
    return labels(f"custody_{row.taken_back}", event=event) if row.taken_back else event


def _runs(numbers: tuple[int, ...]) -> list[tuple[str, int]]:
    """Numbers that follow each other as ranges ("1–4", "7"), each with its first."""
    found = []
    for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        of = [number for _, number in run]
        found.append((str(of[0]) if len(of) == 1 else f"{of[0]}–{of[-1]}", of[0]))
    return found
