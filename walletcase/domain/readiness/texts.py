"""The texts of a case that are checked for words, and where each is put right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from walletcase.domain.case import CaseRecord
from walletcase.domain.demands import parse_demands
from walletcase.domain.flow.playbook import Field, FieldKind, Role
from walletcase.domain.readiness.findings import Place
from walletcase.domain.timeline import EntryKind

# Fields that go to the other side in the person's own words. The rest is only looked through for secrets and a crisis.
LEAVING = frozenset(
    {
        Role.PROBLEM,
        Role.DEMAND,
        Role.SUMMARY,
        Role.SUBMITTED_TEXT,
        Role.MATERIALS,
        Role.EARLY_REASON,
        Role.OTHER_FILINGS,
        Role.AGREED,
    }
)
_WRITTEN = (FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.DEMANDS)
STEP, TIMELINE, EVIDENCE, FACTS, LETTERS = "step", "timeline", "evidence", "facts", "letters"
CLAIM, TITLE, PROVES = "claim", "title", "proves"


@dataclass(frozen=True, slots=True)
class CaseText:
    """One text. ``part`` names the part of the item that holds it; ``leaves``: it goes out in the person's words."""

    place: Place
    part: str
    text: str
    leaves: bool


def texts_of(record: CaseRecord) -> Iterator[CaseText]:
    """Yield every text that can still be changed: fields, contacts, evidence, claims, letters not yet sent."""
    yield from _fields(record)
    for entry in record.live_timeline:
        # What a step wrote is put right in the step.
        if entry.draft.kind is EntryKind.CONTACT and not entry.draft.step_key:
            yield CaseText(Place(TIMELINE, str(entry.id)), "summary", entry.draft.summary, True)
            yield CaseText(Place(TIMELINE, str(entry.id)), "promise", entry.draft.promise, False)
    for item in record.live_evidence:
        yield CaseText(Place(EVIDENCE, str(item.id)), TITLE, item.title, True)
        yield CaseText(Place(EVIDENCE, str(item.id)), PROVES, item.proves, True)
    for claim in record.claims:
        if not claim.trashed_at:
            yield CaseText(Place(FACTS, f"{CLAIM}:{claim.id}"), CLAIM, claim.text, True)
    for letter in record.letters:
        if not letter.sent_at and not letter.trashed_at:
            yield CaseText(Place(LETTERS, str(letter.id)), "body", letter.body, True)


def own_phones(record: CaseRecord) -> frozenset[str]:
    """Return the mobile numbers that the person gave as their own, in digits."""
    fields = (field for field in record.playbook.fields() if field.kind is FieldKind.PHONE)
    numbers = ("".join(c for c in record.value(field.key) if c.isdigit()) for field in fields)
    return frozenset(number[-11:] for number in numbers if number)


def field_place(record: CaseRecord, role: Role) -> Place | None:
    """Return where a role is filled in: the first field that has it; None where the playbook has none."""
    return next((Place(STEP, field.key) for field in record.playbook.fields() if field.role is role), None)


def _fields(record: CaseRecord) -> Iterator[CaseText]:
    for field in record.playbook.fields():
        text = record.value(field.key)
        parts = demand_texts(text) if is_demands(field) else [text]
        for part in parts if field.kind in _WRITTEN else []:
            if part.strip():
                yield CaseText(Place(STEP, field.key), field.key, part, field.role in LEAVING)


def is_demands(field: Field) -> bool:
    """Whether a field holds demands, whatever the playbook calls it."""
    return field.kind is FieldKind.DEMANDS or field.role is Role.DEMAND


def demand_texts(text: str) -> list[str]:
    """Return the words of the demands in a field's text."""
    return [words for demand in parse_demands(text) for words in (demand.text, demand.fallback)]
