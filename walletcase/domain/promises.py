"""The promise ledger: what the other side said it would do, by when, and what became of it.

A promise belongs to the contact in which it was given (timeline.EntryDraft.promised_by and .promise).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from walletcase.domain.ids import EntryId


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

@dataclass(frozen=True, slots=True)
class Promise:
    """One promise. ``is_late``: open and past its date on the day of judging."""

    entry_id: EntryId
    made_on: str
    by_whom: str
    text: str
    due_on: str
    mark: PromiseMark
    is_late: bool
