"""What the journal says of the exhibits of a dossier beside how they came in: copies made, numbers changed, handings
over.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from walletcase.domain.custody import LEFT_KINDS, CustodyEvent, LeftBy, What, by_present_numbers

CHANGED = ("redaction_made", "evidence_renumbered", "evidence_trashed", "evidence_restored")
TAKEN_BACK = ("undone", "redone")
READERS = ("bank", "regulator", "public")  # of whom a line may say that something was made for them
_LETTER = "letter_exported"
_WHATS = frozenset(What)
_WAYS = frozenset(LeftBy)


@dataclass(frozen=True, slots=True)
class CustodyRow:
    """A line of the journal (its number) about exhibits, by their present numbers. ``event`` is one of CHANGED, what
    was "undone" or "redone", or "left"; ``what`` left, ``way`` and ``target`` say where to, ``reader``
    for whom.
    """

    line: int
    noted_at: str
    event: str
    exhibits: tuple[int, ...]
    taken_back: str = ""
    what: What = What.FILE
    way: LeftBy = LeftBy.EXPORT
    target: str = ""
    reader: str = ""


def custody_rows(lines: Iterable[CustodyEvent], exhibits: Collection[int]) -> tuple[CustodyRow, ...]:
    """Return what the lines of a case, oldest first, say of these exhibits, oldest first."""
    wanted = frozenset(exhibits)
    named = ((line, tuple(sorted(told & wanted))) for line, told in by_present_numbers(lines))
    rows = [_row(line, told) for line, told in named if told]
    return tuple(row for row in reversed(rows) if row is not None)


def _row(line: CustodyEvent, exhibits: tuple[int, ...]) -> CustodyRow | None:
    detail = line.detail
    if line.kind in CHANGED:
        return CustodyRow(line.seq, line.at, line.kind, exhibits)
    if line.kind in TAKEN_BACK and detail.get("what") in CHANGED:
        return CustodyRow(line.seq, line.at, detail["what"], exhibits, taken_back=line.kind)
    if line.kind in LEFT_KINDS:
        what = detail.get("what", What.LETTER if line.kind == _LETTER else What.FILE)
        way, target = detail.get("way", LeftBy.EXPORT), detail.get("target", "") or detail.get("file", "")
        if what in _WHATS and way in _WAYS:
            reader = detail.get("reader", "")
            return CustodyRow(line.seq, line.at, "left", exhibits, "", What(what), LeftBy(way), target, reader)
    return None  # nothing that happened to a file, or something of a newer version
