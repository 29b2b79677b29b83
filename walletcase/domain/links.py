"""What an exhibit is used for: the contacts, claims and demands that it is linked to. Links have one end each way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from walletcase.domain.case import CaseRecord
from walletcase.domain.evidence import Evidence
from walletcase.domain.ids import EvidenceId
from walletcase.domain.timeline import EntryKind, TimelineEntry

LINKABLE = (EntryKind.CONTACT, EntryKind.STEP)  # what the app notes by itself shows nothing and needs no proof


class UseKind(StrEnum):
    """What an exhibit may be linked to."""

    CONTACT = "contact"
    CLAIM = "claim"
    DEMAND = "demand"


@dataclass(frozen=True, slots=True)
class Use:
    """One thing that exhibits are linked to. ``key`` is the id of an entry or a claim, or the key of a demand."""

    kind: UseKind
    key: str


def linkable(record: CaseRecord) -> tuple[Use, ...]:
    """Return all that an exhibit may be linked to now: contacts (newest first), claims, demands."""
    return (
        *(_contact(entry) for entry in reversed(record.live_timeline) if entry.draft.kind in LINKABLE),
        *(Use(UseKind.CLAIM, str(claim.id)) for claim in record.claims if not claim.trashed_at),
        *(Use(UseKind.DEMAND, demand.key) for demand in record.demands),
    )


def uses_of(record: CaseRecord, evidence_id: EvidenceId) -> tuple[Use, ...]:
    """Return what an exhibit is linked to, in the order of ``linkable``."""
    return tuple(use for use in linkable(record) if evidence_id in linked_to(record, use))


def linked_to(record: CaseRecord, use: Use) -> tuple[EvidenceId, ...]:
    """Return the exhibits linked to a thing, trashed ones too, in the order of their linking."""
    if use.kind is UseKind.CONTACT:
        return next((e.draft.evidence_ids for e in record.timeline if str(e.id) == use.key), ())
    if use.kind is UseKind.CLAIM:
        return next((claim.evidence_ids for claim in record.claims if str(claim.id) == use.key), ())
    return tuple(record.demand_links.get(use.key, ()))


def shown_by(record: CaseRecord, use: Use) -> tuple[Evidence, ...]:
    """Return the live exhibits linked to a thing, by number."""
    linked = set(linked_to(record, use))
    return tuple(item for item in record.live_evidence if item.id in linked)


def used(record: CaseRecord) -> frozenset[EvidenceId]:
    """Return the exhibits that are linked to anything that is there."""
    return frozenset(_used(record))


def _used(record: CaseRecord) -> Iterator[EvidenceId]:
    for use in linkable(record):
        yield from linked_to(record, use)


def _contact(entry: TimelineEntry) -> Use:
    return Use(UseKind.CONTACT, str(entry.id))
