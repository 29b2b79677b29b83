"""What search finds of a case: every text that somebody typed, by the thing that it belongs to.

Words on the pages of evidence are none of it: a machine reads them, and they have entries of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from walletcase.domain.case import CaseRecord
from walletcase.domain.fields import findable
from walletcase.domain.letter import plain_text

Key = tuple[str, str]  # what kind of thing, and its id
CASE, VALUE, STEP, ENTRY, EVIDENCE, MARK = "case", "value", "step", "entry", "evidence", "mark"
LETTER, OFFER, CLAIM, DEADLINE = "letter", "offer", "claim", "deadline"
WORDS = "words"  # on a page of evidence; the id is "<evidence id>/<page from 0>"


def texts_of(record: CaseRecord) -> Mapping[Key, str]:
    """Return the texts of a case; what is in the trash, or empty, has none."""
    return {key: text for part in (_flow, _events, _exhibits, _papers) for key, text in part(record) if text}


def _flow(record: CaseRecord) -> Iterator[tuple[Key, str]]:
    case = record.case
    yield (CASE, str(case.id)), _lines([f"{case.title} {case.number}", *case.tags])
    for key, text in record.values.items():
        field = record.playbook.field(key.field_key)
        yield (VALUE, f"{case.id}/{key.field_key}/{key.round}"), findable(field, text) if field else text
    for step_key, step in record.steps.items():
        yield (STEP, f"{case.id}/{step_key}/{step.round}"), step.reason
    for ended in record.settled_rounds:
        yield (STEP, f"{case.id}/{ended.step_key}/{ended.round}"), ended.reason


def _events(record: CaseRecord) -> Iterator[tuple[Key, str]]:
    for entry in record.live_timeline:
        draft = entry.draft
        words = (draft.summary, draft.counterpart, draft.reference, draft.promise, entry.mark.note)
        yield (ENTRY, str(entry.id)), _lines(words)
    for offer in record.offers:
        yield (OFFER, str(offer.id)), "" if offer.trashed_at else _lines((offer.text, offer.amount))
    for word in record.deadline_changes:
        yield (DEADLINE, f"{record.case.id}/{word.deadline_key}/{word.id}"), "" if word.trashed_at else word.note


def _exhibits(record: CaseRecord) -> Iterator[tuple[Key, str]]:
    for item in record.live_evidence:
        says = (value for _, value in item.media.says)
        yield (EVIDENCE, str(item.id)), _lines((item.title, item.proves, item.source, item.original_name, *says))
    live = {item.id for item in record.live_evidence}
    for mark in record.marks:
        is_there = not mark.trashed_at and mark.evidence_id in live
        yield (MARK, f"{mark.evidence_id}/{mark.page_no}/{mark.id}"), mark.text if is_there else ""


def _papers(record: CaseRecord) -> Iterator[tuple[Key, str]]:
    for letter in record.letters:
        yield (LETTER, str(letter.id)), "" if letter.trashed_at else plain_text(letter.body)
    for claim in record.claims:
        yield (CLAIM, str(claim.id)), "" if claim.trashed_at else _lines((claim.text, claim.amount))


def _lines(words: Iterable[str]) -> str:
    return "\n".join(word for word in words if word)
