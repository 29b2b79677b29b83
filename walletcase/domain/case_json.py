"""A case as the JSON document of the command line: `show --json` and `export … .json` (see cli.md).

Keys are snake_case, times ISO 8601 with offset, dates ISO, hashes lower-case hex. Nothing is masked.
"""

from __future__ import annotations

from walletcase.domain.case import CaseRecord
from walletcase.domain.demands import standings
from walletcase.domain.due.deadline_json import deadlines_json
from walletcase.domain.due.followup import digest_of, row_of
from walletcase.domain.evidence import Evidence
from walletcase.domain.flow.machine import NextAction
from walletcase.domain.flow.playbook import Step
from walletcase.domain.ids import EvidenceId
from walletcase.domain.timeline import TimelineEntry

FORMAT = 1

Json = dict[str, object]


def case_json(record: CaseRecord, today: str) -> Json:
    """Return a case as of ``today`` (ISO date) as values that json.dumps takes."""
    case = record.case
    row = row_of(case, digest_of(record), today)
    return {
        "format": FORMAT,
        "case": case.number,
        "title": case.title,
        "status": str(case.status),
        "sample": case.is_sample,
        "tags": list(case.tags),
        "playbook": {"key": case.playbook_key, "version": case.playbook_version},
        "created_at": case.created_at,
        "updated_at": case.updated_at,
        "trashed_at": case.trashed_at,
        "follow_up": row.follow_up,
        "overdue": row.overdue,
        "awaited_on": row.awaited_on,
        "late_after": row.late_after,
        "next_step": row.next_action.step_key or None,
        "next_action": next_action_json(row.next_action),
        "institution": row.institution,
        "reference": record.reference,
        "demands": [demand.text for demand in record.demands],
        "demand_rows": _demands(record),
        "claims": _claims(record),
        "fields": _fields(record),
        "steps": [_step(record, step) for step in record.playbook.steps],
        "timeline": _timeline(record),
        "evidence": [evidence_json(i, missing=i.file.sha256 in record.missing_files) for i in record.live_evidence],
        "deadlines": deadlines_json(record, today),
    }


def next_action_json(action: NextAction) -> Json:
    """Return the one next action: what kind, which step, and the date it waits for ("" if none)."""
    return {"kind": str(action.kind), "step": action.step_key, "on": action.on}


def evidence_json(item: Evidence, *, missing: bool = False) -> Json:
    """Return one exhibit."""
    return {
        "exhibit": item.exhibit_no,
        "title": item.title,
        "proves": item.proves,
        "source": item.source,
        "made_on": item.made_on,
        "copy_kind": str(item.copy_kind),
        "step": item.step_key,
        "original_name": item.original_name,
        "added_at": item.added_at,
        "sha256": item.file.sha256,
        "size_bytes": item.file.size_bytes,
        "media_type": item.media.media_type,
        "width_px": item.media.width_px,
        "height_px": item.media.height_px,
        "pages": item.media.pages,
        "made_at_in_file": item.media.made_at,
        "note": item.media.note,
        "duplicate_of": item.duplicate_of,
        "missing": missing,
    }


def _demands(record: CaseRecord) -> list[Json]:
    """What is asked for, where it stands and what was offered. Money is text with two decimals, "" where none is."""
    numbers = {item.id: item.exhibit_no for item in record.live_evidence}
    return [
        {
            "key": one.demand.key,
            "kind": str(one.demand.kind),
            "text": one.demand.text,
            "amount": one.demand.amount,
            "by_on": one.demand.by_on,
            "fallback": one.demand.fallback,
            "met": str(one.met),
            "exhibits": sorted(numbers[e] for e in record.demand_links.get(one.demand.key, ()) if e in numbers),
            "offers": [
                {"made_on": offer.made_on, "text": offer.text, "amount": offer.amount, "state": str(offer.state)}
                for offer in one.offers
            ],
        }
        for one in standings(record.demands, record.offers)
    ]


def _claims(record: CaseRecord) -> list[Json]:
    """The stated facts and by which exhibits they are shown."""
    numbers = {item.id: item.exhibit_no for item in record.live_evidence}
    return [
        {
            "claim": claim.seq,
            "text": claim.text,
            "happened_on": claim.happened_on,
            "amount": claim.amount,
            "exhibits": sorted(numbers[item] for item in claim.evidence_ids if item in numbers),
        }
        for claim in record.claims
        if not claim.trashed_at
    ]


def _fields(record: CaseRecord) -> Json:
    """The current value of each field that holds something, by key."""
    values = {field.key: record.value(field.key) for field in record.playbook.fields()}
    return {key: text for key, text in values.items() if text}


def _step(record: CaseRecord, step: Step) -> Json:
    current = record.flow.record(step.key)
    earlier = sorted((r for r in record.settled_rounds if r.step_key == step.key), key=lambda r: r.round)
    rounds: list[Json] = [
        {
            "round": ended.round,
            "state": str(ended.state),
            "outcome": ended.outcome,
            "reason": ended.reason,
            "settled_at": ended.settled_at,
            "fields": {field.key: text for field, text in record.filled(step, ended.round)},
        }
        for ended in earlier
    ]
    return {
        "step": step.key,
        "name": {"zh_CN": step.name.zh, "en": step.name.en},
        "state": str(current.state),
        "round": current.round,
        "outcome": current.outcome,
        "reason": current.reason,
        "settled_at": current.settled_at,
        "fields": {field.key: text for field, text in record.filled(step, current.round)},
        "checklist": [{"item": i.key, "done": (step.key, i.key) in record.ticks} for i in step.checklist],
        "earlier_rounds": rounds,
    }


def _timeline(record: CaseRecord) -> list[Json]:
    numbers = {item.id: item.exhibit_no for item in record.live_evidence}
    return [_entry(record, entry, numbers) for entry in record.live_timeline]


def _entry(record: CaseRecord, entry: TimelineEntry, numbers: dict[EvidenceId, int]) -> Json:
    draft = entry.draft
    return {
        "seq": entry.seq,
        "kind": str(draft.kind),
        "occurred_at": draft.occurred_at,
        "recorded_at": entry.recorded_at,
        "edited_at": entry.edited_at,
        "channel": draft.channel,
        "counterpart": draft.counterpart,
        "summary": draft.summary,
        "reference": draft.reference,
        "promised_by": draft.promised_by,
        "is_answer": draft.is_answer,
        "step": draft.step_key,
        "round": draft.step_round,
        "exhibits": sorted(numbers[item] for item in draft.evidence_ids if item in numbers),
    }
