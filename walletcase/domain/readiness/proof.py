"""Proof coverage: claims without evidence, contacts without any exhibit, evidence without use."""

from __future__ import annotations

from collections.abc import Iterator

from walletcase.domain.case import CaseRecord
from walletcase.domain.chat import ITEMS, chats_in, still_open
from walletcase.domain.evidence import CopyKind
from walletcase.domain.links import used
from walletcase.domain.readiness.findings import Finding, Place, Severity, Topic
from walletcase.domain.readiness.texts import CLAIM, EVIDENCE, FACTS, TIMELINE
from walletcase.domain.timeline import EntryKind

_WORDS_OF_CLAIM = 40


def proof_findings(record: CaseRecord) -> Iterator[Finding]:
    """Yield what stands unproven and what proves nothing."""
    if not record.live_evidence:
        yield _say("no_evidence", Place(EVIDENCE), Severity.WARN)
    yield from _claims(record)
    yield from _contacts(record)
    yield from _evidence(record)


def _say(code: str, place: Place, severity: Severity = Severity.HINT, **params: object) -> Finding:
    return Finding(Topic.PROOF, severity, code, place, params)


def _claims(record: CaseRecord) -> Iterator[Finding]:
    live = {item.id for item in record.live_evidence}
    for claim in record.claims:
        if not claim.trashed_at and not live & set(claim.evidence_ids):
            said = claim.text if len(claim.text) <= _WORDS_OF_CLAIM else f"{claim.text[:_WORDS_OF_CLAIM]}…"
            yield _say("claim_unproven", Place(FACTS, f"{CLAIM}:{claim.id}"), Severity.WARN, claim=said)


def _contacts(record: CaseRecord) -> Iterator[Finding]:
    """All of them in one finding: not every call leaves something to attach."""
    live = {item.id for item in record.live_evidence}
    contacts = [entry for entry in record.live_timeline if entry.draft.kind is EntryKind.CONTACT]
    bare = [entry for entry in contacts if not live & set(entry.draft.evidence_ids)]
    if bare:
        place = Place(TIMELINE, str(bare[0].id))
        yield _say("contacts_without_exhibit", place, count=len(bare), first=bare[0].occurred_on)


def _evidence(record: CaseRecord) -> Iterator[Finding]:
    items = record.live_evidence
    linked = used(record)
    idle = [item for item in items if item.id not in linked and not item.step_key]
    if idle:
        numbers = ", ".join(str(item.exhibit_no) for item in idle[:9])
        yield _say("evidence_unused", Place(EVIDENCE, str(idle[0].id)), count=len(idle), numbers=numbers)
    silent = [item for item in items if not item.proves.strip()]
    if silent:
        numbers = ", ".join(str(item.exhibit_no) for item in silent[:9])
        yield _say("evidence_without_purpose", Place(EVIDENCE, str(silent[0].id)), count=len(silent), numbers=numbers)
    rest = still_open(record)
    if rest:
        yield _say("chat_checklist", Place(EVIDENCE, str(chats_in(record)[0].id)), count=len(rest), of=len(ITEMS))
    if items and all(item.copy_kind is CopyKind.COPY for item in items):
        yield _say("only_copies", Place(EVIDENCE, str(items[0].id)))
