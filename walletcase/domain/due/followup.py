"""Follow-up and overdue: derived from dates each time, never stored."""

from __future__ import annotations

from dataclasses import dataclass

from walletcase.domain.case import Case, CaseRecord, CaseRow
from walletcase.domain.due.deadlines import Deadline, deadlines_of
from walletcase.domain.due.rounds import done_rounds, iso_date
from walletcase.domain.flow.machine import NextAction, following_step, next_action
from walletcase.domain.flow.playbook import Role, Status
from walletcase.domain.sides import is_with_institution
from walletcase.domain.timeline import EntryKind, PromiseState

_ENDED = (Status.RESOLVED, Status.CLOSED)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is awaited. Dates are ISO or "".

    ``awaited_on``: by then an answer is expected and nobody asked for it since. ``late_after``: only after it is
    whoever owes an answer late. ``remind_on``: the person wants to be reminded. ``waiting_since``: the day from which
    the waiting counts. ``own_on``: the last day of a term of the person's own, kept by doing ``own_step``.
    ``deadline_key`` names the deadline behind ``awaited_on`` (or behind ``late_after`` where nothing is awaited any
    more), "" where a promise is. ``chase_after`` is the last date in time of what nobody asked for since it was late.
    """

    awaited_on: str = ""
    remind_on: str = ""
    waiting_since: str = ""
    late_after: str = ""
    own_on: str = ""
    own_step: str = ""
    deadline_key: str = ""
    chase_after: str = ""

    def is_overdue(self, today: str) -> bool:
        """The last date on which an expected answer was in time has passed with no answer recorded."""
        late = self.late_after or self.awaited_on
        return bool(late) and late < today

    def is_due(self, today: str) -> bool:
        """A reminder is due today or earlier."""
        dates = (self.awaited_on, self.remind_on, self.own_on)
        return any(date and date <= today for date in dates)


def awaited(record: CaseRecord) -> tuple[tuple[str, str], ...]:
    """Return (awaited_on, waiting_since) of each side that owes one: its latest promise that it did not answer since.

    One that was marked as kept, broken or renegotiated is not awaited any more.
    """
    sides: dict[bool, tuple[str, str]] = {}
    for entry in record.live_timeline:
        if entry.draft.kind is not EntryKind.CONTACT:
            continue
        side = is_with_institution(record, entry)
        since = "" if entry.draft.is_answer else sides.get(side, ("", ""))[1]
        if entry.draft.promised_by:
            is_open = entry.mark.state is PromiseState.OPEN
            sides[side] = (entry.draft.promised_by, since or entry.occurred_on) if is_open else ("", "")
        elif entry.draft.is_answer:
            sides[side] = ("", "")
    return tuple(owed for owed in sides.values() if owed[0])


@dataclass(frozen=True, slots=True, order=True)
class _Expected:
    """One answer that is owed."""

    due_on: str
    late_after: str
    since: str
    key: str = ""


def _expected(record: CaseRecord, deadlines: tuple[Deadline, ...]) -> tuple[list[_Expected], list[_Expected]]:
    """Return (all answers that are owed, those nobody asked for since they were late)."""
    asked = asked_on(record)
    promises = [_Expected(promised, promised, since) for promised, since in awaited(record)]
    promised = {one.due_on for one in promises}
    given_on = [e.occurred_on for e in record.live_timeline if e.draft.promised_by in promised]
    owed = [d for d in deadlines if d.is_open and not d.is_own and not d.is_paused]
    terms = [_Expected(d.due_on, d.late_after, d.starts_on, d.key) for d in owed]
    spoken = max([asked, *given_on])
    fresh = [one for one in promises if one.late_after >= asked] + [one for one in terms if one.late_after >= spoken]
    return promises + terms, fresh


def asked_on(record: CaseRecord) -> str:
    """Return the day on which the person last asked for progress, "" if they never did."""
    return max((one.contact_on for one in done_rounds(record) if one.step.key == chase_step(record)), default="")


def follow_up_of(record: CaseRecord) -> FollowUp:
    """Return what a case is waiting for; an ended or trashed case waits for nothing.

    A deadline that is paused without an end is not waited for. Who was asked after being late is not chased again at
    once: what was promised then, or the day to ask again, comes next; late it stays.
    """
    if record.case.trashed_at:
        return FollowUp()
    if record.case.status in _ENDED:
        step_key, perform_by = performance_of(record)
        return FollowUp(own_on=perform_by, own_step=step_key)
    deadlines = deadlines_of(record, "")
    owed, fresh = _expected(record, deadlines)
    first = min(fresh, default=_Expected("", "", ""))
    own = min(((d.due_on, d.limit.key, d.first_limit.key) for d in deadlines if d.is_open and d.is_own), default=("",))
    return FollowUp(
        awaited_on=first.due_on,
        remind_on=record.role_value(Role.REMIND_ON),
        waiting_since=min((one.since for one in owed), default=""),
        late_after=min((one.late_after for one in owed), default=""),
        own_on=own[0],
        own_step=step_ending(record, own[1:]),
        chase_after=min((one.late_after for one in fresh), default=""),
        deadline_key=first.key if fresh else min(owed, default=first).key,
    )


def performance_of(record: CaseRecord) -> tuple[str, str]:
    """Return (step, ISO date) of what was agreed and is not done yet; empty texts where nothing is outstanding."""
    if record.role_value(Role.PERFORMED_ON):
        return "", ""
    asked = ((step, step.field_with_role(Role.PERFORM_BY)) for step in record.playbook.steps)
    dates = ((step.key, iso_date(record.value(field.key))) for step, field in asked if field is not None)
    return next((found for found in dates if found[1]), ("", ""))


def step_ending(record: CaseRecord, limit_keys: tuple[str, ...]) -> str:
    """The first step with an outcome that keeps one of these limits."""
    steps = (s.key for s in record.playbook.steps if any(set(limit_keys) & set(o.ends) for o in s.outcomes))
    return next(steps, "")


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
    late_after: str = ""
    own_on: str = ""
    own_step: str = ""
    chase_after: str = ""


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
        late_after=waiting.late_after,
        own_on=waiting.own_on,
        own_step=waiting.own_step,
        chase_after=waiting.chase_after,
    )


def action_of(digest: Digest, today: str) -> NextAction:
    """Return a case's one next action as of ``today`` (ISO date)."""
    return next_action(
        digest.follows,
        awaited_on=digest.awaited_on,
        today=today,
        chase_step=digest.chase_step,
        late_after=digest.chase_after,
        remind_on=digest.remind_on,
        own_on=digest.own_on,
        own_step=digest.own_step,
    )


def row_of(case: Case, digest: Digest, today: str) -> CaseRow:
    """Return a case's line in the list as of ``today`` (ISO date)."""
    waiting = FollowUp(digest.awaited_on, digest.remind_on, late_after=digest.late_after, own_on=digest.own_on)
    return CaseRow(
        id=case.id,
        number=case.number,
        title=case.title,
        playbook_key=case.playbook_key,
        institution=digest.institution,
        status=case.status,
        next_action=action_of(digest, today),
        follow_up=waiting.is_due(today),
        overdue=waiting.is_overdue(today),
        awaited_on=digest.awaited_on,
        late_after=digest.late_after,
        evidence_count=digest.evidence_count,
        created_at=case.created_at,
        updated_at=case.updated_at,
        tags=case.tags,
        is_sample=case.is_sample,
        trashed_at=case.trashed_at,
    )
