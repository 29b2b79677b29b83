"""Makes the document tree of a dossier from a case. Pure: the same record and contents give the same tree."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from walletcase.domain.case import CaseRecord
from walletcase.domain.dossiers.custody_record import CustodyRow
from walletcase.domain.dossiers.document import (
    ALWAYS,
    Contents,
    Dossier,
    Exhibit,
    Fact,
    Figure,
    Part,
    Promise,
    Standing,
    TimelineRow,
)
from walletcase.domain.dossiers.matters import claim_parts, deadline_parts, demand_parts, letter_parts
from walletcase.domain.dossiers.parties import other_side, own_side, people_met
from walletcase.domain.dossiers.steps import step_parts
from walletcase.domain.due.followup import follow_up_of
from walletcase.domain.evidence import Evidence
from walletcase.domain.fields import shown, shown_demand
from walletcase.domain.flow.playbook import Role
from walletcase.domain.ids import EvidenceId
from walletcase.domain.timeline import EntryKind, PromiseState, TimelineEntry

_OFFSET = re.compile(r"[+-]\d\d:\d\d$")
_TOLD = (EntryKind.CONTACT, EntryKind.STEP)  # what the app notes by itself is no contact with anybody
_PARTIES = (
    ("complainant", Role.COMPLAINANT),
    ("phone", Role.PHONE),
    ("institution", Role.INSTITUTION),
    ("product", Role.PRODUCT),
)
_FACTS = (("occurred_on", Role.OCCURRED_ON), ("amount", Role.AMOUNT))


def build(record: CaseRecord, contents: Contents) -> Dossier:
    """Return the dossier of a case."""
    language = contents.language
    moment, zone = as_of(record, contents.custody)
    steps, untouched = step_parts(record, language)
    exhibits = tuple(_exhibit(record, item, language) for item in record.live_evidence)
    timeline = _timeline(record, language)
    institution = _shown(record, Role.INSTITUTION, language)
    today = contents.today or moment[:10]
    made = Dossier(
        language=language,
        parts=(),
        number=record.case.number,
        title=record.case.title,
        is_sample=record.case.is_sample,
        as_of=moment,
        zone=zone,
        institution=institution or record.playbook.institution.get(language),
        parties=_facts(record, _PARTIES, language),
        figures=_figures(record, timeline, len(exhibits), today),
        standing=_standing(record, today),
        facts=_facts(record, _FACTS, language),
        problem=_shown(record, Role.PROBLEM, language),
        demands=tuple(shown_demand(replace(demand, fallback=""), language) for demand in record.demands),
        promises=_promises(timeline, today),
        steps=steps,
        untouched_steps=untouched,
        timeline=timeline,
        exhibits=exhibits,
        journal=contents.journal,
        claims=claim_parts(record),
        demand_parts=demand_parts(record),
        deadlines=deadline_parts(record, today, language),
        letters=letter_parts(record, _contact_numbers(record)),
        own_side=own_side(record, language),
        other_side=other_side(record, language),
        people=people_met(timeline),
        custody=contents.custody,
    )
    return replace(made, parts=_parts(contents.parts, made))


def as_of(record: CaseRecord, custody: Iterable[CustodyRow] = ()) -> tuple[str, str]:
    """Return the newest moment recorded in a case (ISO 8601, as it was written) and the offset common to all.

    What the journal says of the exhibits counts too: a paper must not name what came after its own date.
    """
    told = [record.case.created_at]
    told += [at for entry in record.timeline for at in (entry.recorded_at, entry.edited_at)]
    told += [item.added_at for item in record.evidence]
    told += [step.settled_at for step in record.steps.values()]
    told += [ended.settled_at for ended in record.settled_rounds]
    told += [record.case.updated_at, *(row.noted_at for row in custody)]
    moments = [(_moment(at), at) for at in told if at]
    newest = max(moments)[1] if moments else ""
    zones = {zone[0] if (zone := _OFFSET.search(at)) else "" for _, at in moments}
    return newest, zones.pop() if len(zones) == 1 else ""


def _moment(at: str) -> float:
    try:
        return datetime.fromisoformat(at).timestamp()
    except ValueError:
        return 0.0


def _parts(wanted: tuple[Part, ...], made: Dossier) -> tuple[Part, ...]:
    """The parts wanted in the order wanted, without those that have nothing in them; the notes come last."""
    holds: dict[Part, bool] = {
        Part.PARTIES: bool(made.own_side or made.other_side or made.people),
        Part.CLAIMS: bool(made.claims),
        Part.DEMANDS: any(one.offers or one.exhibits or one.fallback for one in made.demand_parts),
        Part.DEADLINES: bool(made.deadlines),
        Part.LETTERS: bool(made.letters),
        Part.EXHIBITS: bool(made.exhibits),
        Part.HASHES: bool(made.exhibits),
        Part.VERIFY: bool(made.exhibits or made.journal.line),
    }
    if not set(wanted).issuperset(ALWAYS):
        wanted = tuple(part for part in Part if part in wanted or part in ALWAYS)
    return (*(part for part in wanted if holds.get(part, True) and part is not Part.NOTES), Part.NOTES)


def _contact_numbers(record: CaseRecord) -> dict[int, int]:
    told = (entry for entry in record.live_timeline if entry.draft.kind in _TOLD)
    return {int(entry.id): number for number, entry in enumerate(told, 1)}


def _shown(record: CaseRecord, role: Role, language: str) -> str:
    return _fact(record, "", role, language).text


def _fact(record: CaseRecord, label: str, role: Role, language: str) -> Fact:
    with_role = (f for f in record.playbook.fields() if f.role is role and record.value(f.key).strip())
    field = next(with_role, None)
    return Fact(label, shown(field, record.value(field.key), language), field.key) if field else Fact(label, "")


def _facts(record: CaseRecord, wanted: tuple[tuple[str, Role], ...], language: str) -> tuple[Fact, ...]:
    facts = (_fact(record, label, role, language) for label, role in wanted)
    return tuple(fact for fact in facts if fact.text)


def _figures(record: CaseRecord, timeline: tuple[TimelineRow, ...], exhibits: int, today: str) -> tuple[Figure, ...]:
    first = timeline[0].occurred_at[:10] if timeline else ""
    ended = record.flow.is_closed and record.flow.record(record.playbook.steps[-1].key).settled_at[:10]
    return (
        Figure("days", _days(first, ended or today)),
        Figure("contacts", len(timeline)),
        Figure("promises", sum(bool(row.promised_by) for row in timeline)),
        Figure("exhibits", exhibits),
    )


def _days(first: str, last: str) -> int:
    """Days from one ISO date to another, 0 if either is none or the order is wrong."""
    try:
        return max((date.fromisoformat(last) - date.fromisoformat(first)).days, 0)
    except ValueError:
        return 0


def _standing(record: CaseRecord, today: str) -> Standing:
    waiting = follow_up_of(record)
    late_after = waiting.late_after or waiting.awaited_on
    late_days = _days(late_after, today)
    contacts = [e for e in record.live_timeline if e.draft.kind is EntryKind.CONTACT]
    return Standing(
        status=record.case.status,
        reference=record.reference,
        first_contact_on=contacts[0].occurred_on if contacts else "",
        waiting_since=waiting.waiting_since,
        awaited_on=late_after if late_days else waiting.awaited_on,
        late_days=late_days,
        judged_on=today,
    )


def _timeline(record: CaseRecord, language: str) -> tuple[TimelineRow, ...]:
    told = [entry for entry in record.live_timeline if entry.draft.kind in _TOLD]
    numbers = {item.id: item.exhibit_no for item in record.live_evidence}
    return tuple(_row(record, number, entry, numbers, language) for number, entry in enumerate(told, 1))


def _row(
    record: CaseRecord, number: int, entry: TimelineEntry, numbers: dict[EvidenceId, int], language: str
) -> TimelineRow:
    draft = entry.draft
    channel = record.playbook.channel(draft.channel)
    later = entry.recorded_at[:10] if entry.recorded_at[:10] > entry.occurred_on else ""
    return TimelineRow(
        number=number,
        occurred_at=draft.occurred_at,
        channel=channel.name.get(language) if channel else draft.channel,
        counterpart=draft.counterpart,
        summary=record.summary_of(entry, language),
        reference=draft.reference,
        promised_by=draft.promised_by,
        is_answer=draft.is_answer,
        exhibits=tuple(sorted(numbers[item] for item in draft.evidence_ids if item in numbers)),
        recorded_on=later,
        edited_on=entry.edited_at[:10],
        mark=entry.mark,
    )


def _promises(timeline: tuple[TimelineRow, ...], today: str) -> tuple[Promise, ...]:
    return tuple(_promise(row, timeline[row.number :], today) for row in timeline if row.promised_by)


def _promise(row: TimelineRow, later: tuple[TimelineRow, ...], today: str) -> Promise:
    mark = row.mark
    answered_on = next((r.occurred_at[:10] for r in later if r.is_answer), "")
    broken = row.promised_by < (answered_on or today)
    if mark.state is PromiseState.KEPT:
        answered_on, broken = mark.settled_on, row.promised_by < mark.settled_on
    elif mark.state is not PromiseState.OPEN:
        answered_on, broken = "", mark.state is PromiseState.BROKEN
    return Promise(
        row=row.number,
        made_on=row.occurred_at[:10],
        channel=row.channel,
        due_on=row.promised_by,
        answered_on=answered_on,
        broken=broken,
        moved=mark.state is PromiseState.RENEGOTIATED,
    )


def _exhibit(record: CaseRecord, item: Evidence, language: str) -> Exhibit:
    step = record.playbook.by_key.get(item.step_key)
    return Exhibit(
        number=item.exhibit_no,
        title=item.title,
        proves=item.proves,
        source=item.source,
        made_on=item.made_on,
        copy_kind=item.copy_kind,
        step=step.name.get(language) if step else "",
        original_name=item.original_name,
        added_at=item.added_at,
        sha256=item.file.sha256,
        size_bytes=item.file.size_bytes,
        media_type=item.media.media_type,
        pages=item.media.pages,
        note=item.media.note,
        duration_ms=item.media.duration_ms,
        duplicate_of=item.duplicate_of,
        missing=item.file.sha256 in record.missing_files,
        group=item.group,
        way=item.origin.way,
        kin=item.kin,
        marks=tuple(mark for mark in record.marks if mark.evidence_id == item.id and not mark.trashed_at),
        parent=next((one.exhibit_no for one in record.evidence if one.id == item.parent_id), None),
    )
