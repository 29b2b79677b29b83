"""Between rows and domain values: which columns make which value, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from walletcase.domain.case import Case
from walletcase.domain.due.followup import Digest
from walletcase.domain.flow.playbook import Status
from walletcase.domain.ids import CaseId, EntryId, EvidenceId
from walletcase.domain.sealing import SALT
from walletcase.domain.timeline import UNMARKED, EntryDraft, EntryKind, PromiseMark, PromiseState, TimelineEntry
from walletcase.storage.failures import DamagedRow
from walletcase.storage.tables import Cases, TimelineEntries

_Word = TypeVar("_Word", bound=StrEnum)
AnyRow = Any  # a result row: SQLAlchemy 2.0 and 2.1 write its type differently

CASE_COLUMNS = (
    Cases.id,
    Cases.number,
    Cases.title,
    Cases.playbook_key,
    Cases.playbook_version,
    Cases.status,
    Cases.created_at,
    Cases.updated_at,
    Cases.is_sample,
    Cases.trashed_at,
    Cases.rules_revision,
)
DIGEST_COLUMNS = (
    Cases.institution,
    Cases.follows,
    Cases.chase_step,
    Cases.awaited_on,
    Cases.remind_on,
    Cases.evidence_count,
    Cases.late_after,
    Cases.own_on,
    Cases.own_step,
    Cases.chase_after,
)
_CASE_WIDTH = len(CASE_COLUMNS)
ENTRY_COLUMNS = tuple(TimelineEntries.__table__.columns)


def word(kind: type[_Word], text: str) -> _Word:
    """Return the member of an enumeration that a column holds. Raises DamagedRow."""
    try:
        return kind(text)
    except ValueError as error:
        raise DamagedRow(str(error)) from error


def case_from(row: AnyRow, tags: tuple[str, ...]) -> Case:
    """Return the head that a row beginning with CASE_COLUMNS holds. By position: lists have thousands of rows."""
    case_id, number, title, key, version, status, created_at, updated_at, is_sample, trashed_at = row[:10]
    rules, state = row[10], word(Status, status)
    return Case(
        case_id, number, title, key, version, state, created_at, updated_at, tags, is_sample, trashed_at, rules
    )


def case_values(case: Case) -> dict[str, object]:
    """Return the columns of a head that may change."""
    return {
        "title": case.title,
        "playbook_key": case.playbook_key,
        "playbook_version": case.playbook_version,
        "status": case.status.value,
        "updated_at": case.updated_at,
        "is_sample": case.is_sample,
        "trashed_at": case.trashed_at,
        "rules_revision": case.rules_revision,
    }


def digest_from(row: AnyRow) -> Digest:
    """Return the digest that a row of CASE_COLUMNS and DIGEST_COLUMNS holds."""
    return Digest(*row[_CASE_WIDTH:])


def digest_values(digest: Digest) -> dict[str, object]:
    """Return a digest's columns."""
    return {
        "institution": digest.institution,
        "follows": digest.follows,
        "chase_step": digest.chase_step,
        "awaited_on": digest.awaited_on,
        "remind_on": digest.remind_on,
        "evidence_count": digest.evidence_count,
        "late_after": digest.late_after,
        "own_on": digest.own_on,
        "own_step": digest.own_step,
        "chase_after": digest.chase_after,
    }


def entry_from(row: AnyRow, evidence_ids: tuple[EvidenceId, ...]) -> TimelineEntry:
    """Return the entry that a row of ENTRY_COLUMNS holds."""
    draft = EntryDraft(
        occurred_at=row.occurred_at,
        summary=row.summary,
        kind=word(EntryKind, row.kind),
        channel=row.channel,
        counterpart=row.counterpart,
        reference=row.reference,
        promised_by=row.promised_by,
        is_answer=row.is_answer,
        step_key=row.step_key,
        step_round=row.step_round,
        evidence_ids=evidence_ids,
        promise=row.promise,
    )
    return TimelineEntry(
        EntryId(row.id), CaseId(row.case_id), row.seq, draft, row.recorded_at, row.edited_at, row.trashed_at, _mark(row)
    )


def _mark(row: AnyRow) -> PromiseMark:
    state, renewed_by = word(PromiseState, row.promise_state), row.promise_renewed_by
    if state is PromiseState.OPEN:
        return UNMARKED
    return PromiseMark(state, row.promise_settled_on, row.promise_note, renewed_by)


def mark_values(mark: PromiseMark) -> dict[str, object]:
    """Return the columns that say what became of an entry's promise."""
    return {
        "promise_state": mark.state.value,
        "promise_settled_on": mark.settled_on,
        "promise_note": mark.note,
        "promise_renewed_by": mark.renewed_by,
    }


def draft_values(draft: EntryDraft) -> dict[str, object]:
    """Return a draft's columns; its links are rows of their own."""
    return {
        "occurred_at": draft.occurred_at,
        "summary": draft.summary,
        "kind": draft.kind.value,
        "channel": draft.channel,
        "counterpart": draft.counterpart,
        "reference": draft.reference,
        "promised_by": draft.promised_by,
        "is_answer": draft.is_answer,
        "step_key": draft.step_key,
        "step_round": draft.step_round,
        "promise": draft.promise,
    }


def detail_of(text: str) -> tuple[Mapping[str, str], str]:
    """Return the detail and the salt that a column of the journal holds; nothing of one that was altered."""
    try:
        detail = json.loads(text)
    except ValueError:
        return {}, ""
    if not isinstance(detail, dict):
        return {}, ""
    return detail, str(detail.pop(SALT, ""))
