"""What stands in the form for a contact, as typed, and how it becomes a record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from walletcase.domain.formats import as_date, as_time
from walletcase.domain.ids import EvidenceId
from walletcase.domain.timeline import EntryDraft, TimelineEntry


@dataclass(frozen=True, slots=True)
class FormState:
    """Everything a person can put in. Dates and times are kept as typed, good or not."""

    channel: str
    day: str
    at: str = ""
    counterpart: str = ""
    said: str = ""
    reference: str = ""
    promised_by: str = ""
    is_answer: bool = False
    evidence_ids: tuple[EvidenceId, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing is lost when this goes: channel and time are filled in without the person."""
        return replace(self, channel="", day="", at="") == FormState(channel="", day="")


def fresh(now: datetime, channel: str) -> FormState:
    """Return an empty form for a contact that has just happened."""
    return FormState(channel=channel, day=now.date().isoformat(), at=f"{now:%H:%M}")


def of_entry(entry: TimelineEntry, said: str) -> FormState:
    """Return the form for correcting an entry; ``said`` is what the list shows of it."""
    draft = entry.draft
    return FormState(
        channel=draft.channel,
        day=draft.occurred_at[:10],
        at=draft.occurred_at[11:16],
        counterpart=draft.counterpart,
        said=said,
        reference=draft.reference,
        promised_by=draft.promised_by,
        is_answer=draft.is_answer,
        evidence_ids=draft.evidence_ids,
    )


def faults_of(state: FormState) -> tuple[str, ...]:
    """Return the names of what must be put right before saving: said, day, at, promised_by."""
    faults = [] if state.said.strip() else ["said"]
    if not as_date(state.day):
        faults.append("day")
    if state.at.strip() and not as_time(state.at):
        faults.append("at")
    if state.promised_by.strip() and not as_date(state.promised_by):
        faults.append("promised_by")
    return tuple(faults)


def draft_of(state: FormState, when: Callable[[str], str], old: EntryDraft | None = None) -> EntryDraft:
    """Return the record that a faultless form stands for; ``when`` is TimelineService.when.

    ``old`` is the record being corrected: the step it belongs to and, where the form shows the same minute, its exact
    time and zone stay.
    """
    occurred = f"{as_date(state.day)} {as_time(state.at) or ''}".strip()
    if old is not None and old.occurred_at[:16].replace("T", " ") == occurred:
        occurred_at = old.occurred_at
    else:
        occurred_at = when(occurred)
    base = old or EntryDraft(occurred_at=occurred_at, summary="")
    return replace(
        base,
        occurred_at=occurred_at,
        summary=state.said.strip(),
        channel=state.channel,
        counterpart=" ".join(state.counterpart.split()),
        reference=state.reference.strip(),
        promised_by=as_date(state.promised_by) or "",
        is_answer=state.is_answer,
        evidence_ids=state.evidence_ids,
    )
