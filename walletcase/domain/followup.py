"""Follow-up and overdue: derived from dates each time, never stored."""

from __future__ import annotations

from dataclasses import dataclass

from walletcase.domain.case import Case, CaseRecord, CaseRow
from walletcase.domain.flow import following_step, next_action
from walletcase.domain.playbook import Role, Status
from walletcase.domain.timeline import EntryKind, TimelineEntry

_ENDED = (Status.RESOLVED, Status.CLOSED)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is awaited. Dates are ISO or "".

    ``awaited_on``: by then an answer is expected. ``remind_on``: the person wants to be reminded.
    ``waiting_since``: the day from which the waiting counts.
    """

    awaited_on: str = ""
    remind_on: str = ""
    waiting_since: str = ""

    def is_overdue(self, today: str) -> bool:
        """An expected answer's date has passed with no answer recorded."""
        return bool(self.awaited_on) and self.awaited_on < today

    def is_due(self, today: str) -> bool:
        """A reminder is due today or earlier."""
        dates = (self.awaited_on, self.remind_on)
        return any(date and date <= today for date in dates)


def awaited(timeline: tuple[TimelineEntry, ...]) -> tuple[str, str]:
    """Return (awaited_on, waiting_since) from contacts in order: the latest promise that no later answer settled."""
    promised, since = "", ""
    for entry in timeline:
        if entry.draft.kind is not EntryKind.CONTACT:
            continue
        if entry.draft.is_answer:
            promised, since = "", ""
        if entry.draft.promised_by:
            promised, since = entry.draft.promised_by, since or entry.occurred_on
    return promised, since


def follow_up_of(record: CaseRecord) -> FollowUp:
    """Return what a case is waiting for; an ended or trashed case waits for nothing."""
    if record.case.status in _ENDED or record.case.trashed_at:
        return FollowUp()
    awaited_on, since = awaited(record.live_timeline)
    return FollowUp(awaited_on, record.role_value(Role.REMIND_ON), since)


def chase_step(record: CaseRecord) -> str:
    """Return the key of the step in which the person asks for progress: the one with a reminder field, "" if none."""
    with_reminder = (s.key for s in record.playbook.steps if s.field_with_role(Role.REMIND_ON))
    return next(with_reminder, "")


@dataclass(frozen=True, slots=True)
class Digest:
    """What the case list needs, kept beside the case so that a list of thousands is one query.

    Everything here follows from the record alone; what depends on today's date is added by row_of.
    """

    institution: str = ""
    follows: str = ""
    chase_step: str = ""
    awaited_on: str = ""
    remind_on: str = ""
    evidence_count: int = 0


def digest_of(record: CaseRecord) -> Digest:
    """Return the digest of a case as it stands."""
    waiting = follow_up_of(record)
    return Digest(
        institution=record.role_value(Role.INSTITUTION),
        follows=following_step(record.flow),
        chase_step=chase_step(record),
        awaited_on=waiting.awaited_on,
        remind_on=waiting.remind_on,
        evidence_count=len(record.live_evidence),
    )


def row_of(case: Case, digest: Digest, today: str) -> CaseRow:
    """Return a case's line in the list as of ``today`` (ISO date)."""
    waiting = FollowUp(digest.awaited_on, digest.remind_on)
    action = next_action(
        digest.follows, awaited_on=digest.awaited_on, today=today, chase_step=digest.chase_step
    )
    return CaseRow(
        id=case.id,
        number=case.number,
        title=case.title,
        playbook_key=case.playbook_key,
        institution=digest.institution,
        status=case.status,
        next_action=action,
        follow_up=waiting.is_due(today),
        overdue=waiting.is_overdue(today),
        awaited_on=digest.awaited_on,
        evidence_count=digest.evidence_count,
        created_at=case.created_at,
        updated_at=case.updated_at,
        tags=case.tags,
        is_sample=case.is_sample,
        trashed_at=case.trashed_at,
    )
