"""How complete a case's record is: what each contact, promise and exhibit still lacks, and where that is put right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from walletcase.domain.case import CaseRecord
from walletcase.domain.flow.playbook import Role
from walletcase.domain.timeline import EntryKind, TimelineEntry


class Lack(StrEnum):
    """What is missing. The window has a sentence for each."""

    CONTACT_TIME = "contact_time"  # the day is known, the hour is not
    CONTACT_PERSON = "contact_person"
    CONTACT_WORDS = "contact_words"
    PROMISE_WORDS = "promise_words"  # a day was promised, for what nobody wrote down
    EXHIBIT_SOURCE = "exhibit_source"
    EXHIBIT_PROVES = "exhibit_proves"
    FIELD = "field"  # one that is usually asked for
    REFERENCE = "reference"  # filed, and no number anywhere


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing missing. ``tab`` and ``item`` say where it is put right; ``about`` is a day, a number or a key."""

    lack: Lack
    tab: str
    item: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Completeness:
    """``done`` of ``of`` things are there."""

    missing: tuple[Missing, ...]
    done: int
    of: int

    @property
    def percent(self) -> int:
        """The share that is there, rounded down; 100 only if nothing is missing."""
        return 100 if not self.of else self.done * 100 // self.of


def completeness_of(record: CaseRecord) -> Completeness:
    """Return how complete a record is."""
    judged = [*_contacts(record), *_exhibits(record), *_fields(record)]
    missing = tuple(one for one, is_there in judged if not is_there)
    return Completeness(missing, len(judged) - len(missing), len(judged))


_Judged = Iterator[tuple[Missing, bool]]


def _contacts(record: CaseRecord) -> _Judged:
    contacts = [entry for entry in record.live_timeline if entry.draft.kind is EntryKind.CONTACT]
    for entry in contacts:
        yield from _contact(record, entry)
    if contacts:
        yield Missing(Lack.REFERENCE, "timeline", str(contacts[-1].id)), bool(record.reference)


def _contact(record: CaseRecord, entry: TimelineEntry) -> _Judged:
    draft, item = entry.draft, str(entry.id)

    def judged(lack: Lack, is_there: object) -> tuple[Missing, bool]:
        return Missing(lack, "timeline", item, entry.occurred_on), bool(is_there)

    yield judged(Lack.CONTACT_TIME, len(draft.occurred_at) > len(entry.occurred_on))
    yield judged(Lack.CONTACT_PERSON, draft.counterpart.strip())
    yield judged(Lack.CONTACT_WORDS, draft.summary.strip())
    if draft.promised_by:
        yield judged(Lack.PROMISE_WORDS, draft.promise.strip() or draft.summary.strip())


def _exhibits(record: CaseRecord) -> _Judged:
    for item in record.live_evidence:
        about, key = str(item.exhibit_no), str(item.id)
        yield Missing(Lack.EXHIBIT_SOURCE, "evidence", key, about), bool(item.source.strip())
        yield Missing(Lack.EXHIBIT_PROVES, "evidence", key, about), bool(item.proves.strip())


def _fields(record: CaseRecord) -> _Judged:
    """Required fields of steps that were done, and those of the first step."""
    first = record.playbook.steps[0].key
    for step in record.playbook.steps:
        state = record.flow.record(step.key)
        if step.key != first and not state.outcome:
            continue
        for field in step.fields:
            if field.required and field.role is not Role.SUMMARY:
                yield Missing(Lack.FIELD, "step", field.key, field.key), bool(record.value(field.key).strip())
