"""Contradictions in dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from walletcase.domain.case import CaseRecord
from walletcase.domain.due.rounds import done_rounds
from walletcase.domain.filings import ENDED, filed_on
from walletcase.domain.flow.playbook import Field, Role, Status, Step
from walletcase.domain.readiness.findings import Finding, Place, Severity, Topic
from walletcase.domain.readiness.texts import CLAIM, EVIDENCE, FACTS, STEP, TIMELINE, field_place
from walletcase.domain.timeline import EntryKind, TimelineEntry

_PAST = (Role.OCCURRED_ON, Role.ACCEPTED_ON, Role.CHECKED_ON, Role.PERFORMED_ON, Role.OPENED_ON)


def date_findings(record: CaseRecord, today: str) -> Iterator[Finding]:
    """Yield dates that can't all be right."""
    yield from _opening(record)
    yield from _before_the_problem(record)
    yield from _in_future(record, today)
    yield from _promised_backwards(record)
    yield from _answered_backwards(record)
    yield from _asked_for_the_past(record, today)


def problem_day(record: CaseRecord) -> str:
    """Return the day of the problem, ISO or "": that of the step which tells what happened."""
    step = next((step for step in record.playbook.steps if step.field_with_role(Role.PROBLEM)), None)
    field = step.field_with_role(Role.OCCURRED_ON) if step else None
    return iso(record.value(field.key)) if field else ""


def iso(text: str) -> str:
    """Return an ISO date, "" for anything else."""
    try:
        return date.fromisoformat(text.strip()[:10]).isoformat()
    except ValueError:
        return ""


def _say(code: str, place: Place, severity: Severity = Severity.WARN, **params: object) -> Finding:
    return Finding(Topic.CONTRADICTION, severity, code, place, params)


def _dated(record: CaseRecord, roles: tuple[Role, ...]) -> Iterator[tuple[Step, Field, str]]:
    """Date fields with one of these roles that hold a day, in their current rounds."""
    for step in record.playbook.steps:
        for field in step.fields:
            day = iso(record.value(field.key)) if field.role in roles else ""
            if day:
                yield step, field, day


def _logged(record: CaseRecord) -> Iterator[TimelineEntry]:
    """Contacts that no step wrote: those of steps are put right in the step."""
    contacts = (entry for entry in record.live_timeline if entry.draft.kind is EntryKind.CONTACT)
    return (entry for entry in contacts if not entry.draft.step_key)


def _opening(record: CaseRecord) -> Iterator[Finding]:
    happened = problem_day(record)
    for _, field, opened in _dated(record, (Role.OPENED_ON,)):
        if happened and happened < opened:
            yield _say("problem_before_opening", Place(STEP, field.key), problem=happened, opened=opened)


def _before_the_problem(record: CaseRecord) -> Iterator[Finding]:
    happened = problem_day(record)
    if not happened:
        return
    for step, field, day in _dated(record, (Role.OCCURRED_ON,)):
        if step.doors and day < happened:
            yield _say("contact_before_problem", Place(STEP, field.key), contact=day, problem=happened)
    for entry in _logged(record):
        if entry.occurred_on < happened:
            place = Place(TIMELINE, str(entry.id))
            yield _say("contact_before_problem", place, contact=entry.occurred_on, problem=happened)


def _in_future(record: CaseRecord, today: str) -> Iterator[Finding]:
    found = [(Place(STEP, field.key), day) for _, field, day in _dated(record, _PAST)]
    found += [(Place(TIMELINE, str(entry.id)), entry.occurred_on) for entry in _logged(record)]
    found += [(Place(EVIDENCE, str(item.id)), iso(item.made_on)) for item in record.live_evidence]
    claims = (claim for claim in record.claims if not claim.trashed_at)
    found += [(Place(FACTS, f"{CLAIM}:{claim.id}"), iso(claim.happened_on)) for claim in claims]
    for place, day in found:
        if day > today:
            yield _say("date_in_future", place, day=day)


def _promised_backwards(record: CaseRecord) -> Iterator[Finding]:
    for step in record.playbook.steps:
        promised, contact = step.field_with_role(Role.PROMISED_ON), step.field_with_role(Role.OCCURRED_ON)
        if promised and contact:
            until, on = iso(record.value(promised.key)), iso(record.value(contact.key))
            if until and on and until < on:
                yield _say("promise_before_contact", Place(STEP, promised.key), promised=until, contact=on)
    for entry in _logged(record):
        until = entry.draft.promised_by
        if until and until < entry.occurred_on:
            place = Place(TIMELINE, str(entry.id))
            yield _say("promise_before_contact", place, promised=until, contact=entry.occurred_on)


def _answered_backwards(record: CaseRecord) -> Iterator[Finding]:
    """An answer or an acceptance before anything was filed."""
    first = filed_on(record)
    if not first:
        return
    found = [(Place(STEP, field.key), day) for _, field, day in _dated(record, (Role.ACCEPTED_ON,))]
    found += [(Place(TIMELINE, str(e.id)), e.occurred_on) for e in _logged(record) if e.draft.is_answer]
    for one in done_rounds(record):
        field = one.step.field_with_role(Role.OCCURRED_ON)
        files = any(outcome.sets_status is Status.FILED for outcome in one.step.outcomes)
        if one.outcome and one.outcome.is_answer and not files and field:
            found.append((Place(STEP, field.key), one.contact_on))
    for place, day in found:
        if day < first:
            yield _say("answer_before_filing", place, answer=day, filed=first)


def _asked_for_the_past(record: CaseRecord, today: str) -> Iterator[Finding]:
    """A demand whose date has gone by: whatever goes out now should name a new one."""
    place = field_place(record, Role.DEMAND)
    gone = [day for demand in record.demands if (day := iso(demand.by_on)) and day < today]
    if place and gone and record.case.status not in ENDED:
        yield _say("demand_date_past", place, Severity.HINT, day=min(gone))
