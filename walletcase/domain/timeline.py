"""The timeline: every contact, with when it happened and when it was written down."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from walletcase.domain.ids import CaseId, EntryId, EvidenceId


class PromiseState(StrEnum):
    """What became of a promise. OPEN is the absence of a word on it."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    RENEGOTIATED = "renegotiated"


@dataclass(frozen=True, slots=True)
class PromiseMark:
    """What the person said became of a promise. ``renewed_by`` is the contact that replaced it."""

    state: PromiseState = PromiseState.OPEN
    settled_on: str = ""
    note: str = ""
    renewed_by: EntryId | None = None


UNMARKED = PromiseMark()


class EntryKind(StrEnum):
    """What a timeline entry is: a contact the person had, or something the app noted by itself."""

    CONTACT = "contact"
    STEP = "step"
    EVIDENCE = "evidence"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """A contact record before it is stored.

    ``occurred_at`` is ISO 8601 with offset, minutes precision, or an ISO date when the time is not known.
    ``promised_by`` is an ISO date or "": by then the other side said it would answer, or do what ``promise`` says.
    ``is_answer`` says that the other side has answered with this contact, so nothing promised earlier is awaited any
    more.
    """

    occurred_at: str
    summary: str
    kind: EntryKind = EntryKind.CONTACT
    channel: str = "other"
    counterpart: str = ""
    reference: str = ""
    promised_by: str = ""
    is_answer: bool = False
    step_key: str = ""
    step_round: int = 0
    evidence_ids: tuple[EvidenceId, ...] = ()
    promise: str = ""


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A stored entry. ``recorded_at`` never changes; ``edited_at`` is "" until somebody corrects the entry."""

    id: EntryId
    case_id: CaseId
    seq: int
    draft: EntryDraft
    recorded_at: str
    edited_at: str = ""
    trashed_at: str = ""
    mark: PromiseMark = UNMARKED

    @property
    def occurred_on(self) -> str:
        """The ISO date on which it happened."""
        return self.draft.occurred_at[:10]


def in_order(entries: tuple[TimelineEntry, ...]) -> tuple[TimelineEntry, ...]:
    """Return live entries by when they happened; equal times keep the order in which they were recorded."""
    return tuple(sorted((e for e in entries if not e.trashed_at), key=lambda e: (e.draft.occurred_at, e.seq)))
