"""What a dossier says of the matter itself: stated facts, demands and offers, deadlines by rule, letters sent."""

from __future__ import annotations

from datetime import date

from walletcase.domain.case import CaseRecord
from walletcase.domain.dossiers.brief import beginning
from walletcase.domain.dossiers.document import ClaimPart, DeadlinePart, DemandPart, LetterPart, OfferPart
from walletcase.domain.due.deadlines import Deadline, DeadlineState, deadlines_of
from walletcase.domain.ids import EvidenceId
from walletcase.domain.letter import plain_text


def claim_parts(record: CaseRecord) -> tuple[ClaimPart, ...]:
    """Return the stated facts in their order."""
    live = sorted((claim for claim in record.claims if not claim.trashed_at), key=lambda claim: claim.seq)
    return tuple(
        ClaimPart(number, one.text, one.happened_on, one.amount, _numbers(record, one.evidence_ids))
        for number, one in enumerate(live, 1)
    )


def demand_parts(record: CaseRecord) -> tuple[DemandPart, ...]:
    """Return the demands, each with the offers made against it, the earliest first."""
    offers = sorted((one for one in record.offers if not one.trashed_at), key=lambda one: (one.made_on, one.id))
    return tuple(
        DemandPart(
            number=number,
            text=demand.text,
            amount=demand.amount,
            by_on=demand.by_on,
            fallback=demand.fallback,
            exhibits=_numbers(record, record.demand_links.get(demand.key, ())),
            offers=tuple(OfferPart(o.made_on, o.text, o.amount, o.state) for o in offers if o.demand_key == demand.key),
        )
        for number, demand in enumerate(record.demands, 1)
    )


def deadline_parts(record: CaseRecord, today: str, language: str) -> tuple[DeadlinePart, ...]:
    """Return what others owe by when as of ``today`` (ISO). The person's own time limits are nobody else's business."""
    owed = (one for one in deadlines_of(record, today) if not one.is_own)
    return tuple(_deadline(one, today, language) for one in owed)


def letter_parts(record: CaseRecord, contacts: dict[int, int]) -> tuple[LetterPart, ...]:
    """Return the letters that were sent, in the order of sending. ``contacts``: a contact's number by its id."""
    sent = sorted((one for one in record.letters if one.sent_at and not one.trashed_at), key=lambda one: one.sent_at)
    parts = []
    for number, letter in enumerate(sent, 1):
        channel = record.playbook.channel(letter.sent_via)
        parts.append(
            LetterPart(
                number=number,
                title=letter.title or beginning(" ".join(plain_text(letter.body).split())),
                sent_on=letter.sent_at[:10],
                via=channel.name.get(letter.language) if channel else letter.sent_via,
                sha256=letter.sent_sha256,
                body=letter.body,
                language=letter.language,
                contact=contacts.get(int(letter.entry_id)) if letter.entry_id else None,
            )
        )
    return tuple(parts)


def _deadline(one: Deadline, today: str, language: str) -> DeadlinePart:
    limit = one.limit
    return DeadlinePart(
        name=limit.name.get(language),
        duty=limit.duty.get(language),
        party=limit.party,
        amount=limit.amount,
        unit=limit.unit,
        starts_on=one.starts_on,
        due_on=one.due_on,
        late_after=one.late_after,
        state=one.state,
        settled_on=one.settled_on,
        late_days=_late_days(one, today),
        rule=f"{limit.authority.get(language)} {limit.article}".strip(),
        source=limit.source.text.get(language),
        checked_on=limit.source.checked_on,
        confirmed=limit.source.confirmed,
    )


def _late_days(one: Deadline, today: str) -> int:
    """Days past the later of the two dates: until it was done, or until today."""
    until = {DeadlineState.LATE: today, DeadlineState.MET_LATE: one.settled_on}.get(one.state, "")
    if not until:
        return 0
    return max((date.fromisoformat(until) - date.fromisoformat(one.late_after)).days, 0)


def _numbers(record: CaseRecord, ids: tuple[EvidenceId, ...]) -> tuple[int, ...]:
    known = {item.id: item.exhibit_no for item in record.live_evidence}
    return tuple(sorted(known[one] for one in ids if one in known))
