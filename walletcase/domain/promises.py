"""The promise ledger: what the other side said it would do, by when, and what became of it.

A promise belongs to the contact in which it was given (timeline.EntryDraft.promised_by and .promise).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from walletcase.domain.ids import EntryId

if TYPE_CHECKING:
    from walletcase.domain.timeline import TimelineEntry


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
    """One promise. ``is_late``: open, past its date on the day of judging, and no answer has come since.

    ``answered_on`` is the ISO date of the first answer recorded after it, "" without one.
    """

    entry_id: EntryId
    made_on: str
    by_whom: str
    text: str
    due_on: str
    mark: PromiseMark
    is_late: bool
    answered_on: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody said yet what became of it, and no answer made it pointless."""
        return self.mark.state is PromiseState.OPEN and not self.answered_on

    @property
    def was_broken(self) -> bool:
        """Whether its date passed without what was promised: said so by the person, or seen from an answer too late."""
        return self.mark.state is PromiseState.BROKEN or (
            self.mark.state is PromiseState.OPEN and bool(self.answered_on) and self.answered_on > self.due_on
        )


def promises_of(timeline: Sequence[TimelineEntry], today: str) -> tuple[Promise, ...]:
    """Return the promises of a timeline in order (CaseRecord.live_timeline), judged on ``today`` (ISO)."""
    return tuple(
        _promise(entry, timeline[number + 1 :], today)
        for number, entry in enumerate(timeline)
        if entry.draft.promised_by
    )


def _promise(entry: TimelineEntry, later: Sequence[TimelineEntry], today: str) -> Promise:
    draft, mark = entry.draft, entry.mark
    answered = next((one.occurred_on for one in later if one.draft.is_answer), "")
    is_open = mark.state is PromiseState.OPEN and not answered
    return Promise(
        entry_id=entry.id,
        made_on=entry.occurred_on,
        by_whom=draft.counterpart,
        text=draft.promise,
        due_on=draft.promised_by,
        mark=mark,
        is_late=is_open and draft.promised_by < today,
        answered_on=answered,
    )
