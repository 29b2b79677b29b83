"""Marks on evidence: a layer over the picture, never in the file. Redaction is not a mark: it makes a new file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from walletcase.domain.ids import EvidenceId


class MarkKind(StrEnum):
    """What is drawn."""

    ARROW = "arrow"
    BOX = "box"
    NUMBER = "number"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark on a page (``page_no`` from 0). From (left, top) to (right, bottom) in 1/page_text.SCALE of the
    upright page; an arrow points to the second. ``text`` is the note or the number.
    """

    id: int
    evidence_id: EvidenceId
    page_no: int
    kind: MarkKind
    left: int
    top: int
    right: int
    bottom: int
    text: str = ""
    trashed_at: str = ""
