"""The promise ledger: what the other side said it would do, by when, and what became of it.

A promise belongs to the contact in which it was given (timeline.EntryDraft.promised_by and .promise). Only a later
contact with the same side settles it: a date that a regulator names does not renew what the bank promised.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from walletcase.domain.case import CaseRecord
from walletcase.domain.ids import EntryId
from walletcase.domain.sides import is_with_institution
from walletcase.domain.timeline import PromiseMark, PromiseState, TimelineEntry


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise. ``is_late``: open and past its date on the day of judging.

    ``answered_on`` is the ISO date of the later contact that answered, ``renewed_on`` of that in which another date
    was given; whichever came first settles the promise, and the other is "".
    ``first_answer_on`` is the day of the first answer after it, whatever came before.
    """

    entry_id: EntryId
    made_on: str
    by_whom: str
    text: str
    due_on: str
    mark: PromiseMark
    is_late: bool
    answered_on: str = ""
    renewed_on: str = ""
    first_answer_on: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody said yet what became of it, and neither an answer nor another date came."""
        return self.mark.state is PromiseState.OPEN and not (self.answered_on or self.renewed_on)

    @property
    def was_broken(self) -> bool:
        """Whether its date passed without what was promised: the person said so, or what came came too late."""
        if self.mark.state is not PromiseState.OPEN:
            return self.mark.state is PromiseState.BROKEN
        return (self.answered_on or self.renewed_on) > self.due_on


def promises_of(record: CaseRecord, today: str) -> tuple[Promise, ...]:
    """Return the promises of a case's live timeline, in order, judged on ``today`` (ISO)."""
    sides: dict[bool, list[TimelineEntry]] = {True: [], False: []}
    found: list[Promise] = []
    for entry in reversed(record.live_timeline):
        later = sides[is_with_institution(record, entry)]
        if entry.draft.promised_by:
            found.append(_promise(entry, later[::-1], today))
        later.append(entry)
    return tuple(reversed(found))


def _promise(entry: TimelineEntry, later: Sequence[TimelineEntry], today: str) -> Promise:
    draft, mark = entry.draft, entry.mark
    settler = next((one for one in later if one.draft.is_answer or one.draft.promised_by), None)
    on = settler.occurred_on if settler else ""
    answers = settler is not None and settler.draft.is_answer
    is_open = mark.state is PromiseState.OPEN and settler is None
    return Promise(
        entry_id=entry.id,
        made_on=entry.occurred_on,
        by_whom=draft.counterpart,
        text=draft.promise,
        due_on=draft.promised_by,
        mark=mark,
        is_late=is_open and draft.promised_by < today,
        answered_on=on if answers else "",
        renewed_on="" if answers else on,
        first_answer_on=next((one.occurred_on for one in later if one.draft.is_answer), ""),
    )
