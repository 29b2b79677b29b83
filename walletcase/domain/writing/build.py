"""Takes from a case what a letter may tell. Pure: the same record, wish and date give the same facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from walletcase.domain.case import CaseRecord
from walletcase.domain.demands import Demand
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.due.deadlines import DeadlineState, deadlines_of
from walletcase.domain.due.promises import Promise, promises_of
from walletcase.domain.evidence import CopyKind
from walletcase.domain.fields import shown
from walletcase.domain.filings import WITHDRAWAL, filed_kinds, says_none
from walletcase.domain.flow.playbook import Field, FieldKind, Role
from walletcase.domain.ids import EvidenceId
from walletcase.domain.routing import answers_of
from walletcase.domain.rules.pack import Party
from walletcase.domain.sides import is_with_institution
from walletcase.domain.timeline import EntryKind, TimelineEntry
from walletcase.domain.writing.facts import (
    ClaimFact,
    DemandFact,
    EventFact,
    ExhibitFact,
    GroundFact,
    LateFact,
    LetterFacts,
    OfferFact,
    PromiseFact,
)
from walletcase.domain.writing.kinds import OWN_DOORS, LetterKind, Reach
from walletcase.domain.writing.numbers import Reference, filed_on, reference_of

_TOLD = (EntryKind.CONTACT, EntryKind.STEP)
_CALL = "hotline"  # the channel of calls to the other side
_FACT_ROLES = {
    "name": Role.COMPLAINANT, "phone": Role.PHONE, "email": Role.EMAIL, "address": Role.ADDRESS,
    "id_kind": Role.ID_KIND, "agent": Role.AGENT, "institution": Role.INSTITUTION, "product": Role.PRODUCT,
    "account_tail": Role.ACCOUNT_TAIL, "transaction": Role.TRANSACTION, "device": Role.DEVICE,
    "error_text": Role.ERROR_TEXT, "amount": Role.AMOUNT, "opened_on": Role.OPENED_ON,
    "reply_form": Role.REPLY_FORM, "accepted_on": Role.ACCEPTED_ON, "perform_by": Role.PERFORM_BY,
    "performed_on": Role.PERFORMED_ON,
}  # fmt: skip
_OF_THE_PROBLEM = {"occurred_on": Role.OCCURRED_ON, "occurred_at": Role.OCCURRED_AT}
_BLOCK_ROLES = {
    "problem": Role.PROBLEM, "materials": Role.MATERIALS, "other_filings": Role.OTHER_FILINGS, "agreed": Role.AGREED,
}  # fmt: skip
_MORE_ROLES = {"demands": Role.DEMAND, "reference": Role.REFERENCE, "wallet_class": Role.WALLET_CLASS}


@dataclass(frozen=True)
class Wish:
    """What the letter is to be, and on which day. ``recipient`` "" is not known; ``demands`` None are the case's;
    ``door`` None is where such a letter usually goes.
    """

    kind: LetterKind
    language: str
    today: str
    recipient: str = ""
    demands: tuple[Demand, ...] | None = None
    with_unconfirmed: bool = False
    party: Party = Party.BANK  # who answers for the case
    door: DoorKind | None = None


def letter_facts(record: CaseRecord, wish: Wish) -> LetterFacts:
    """Return what a letter may tell of a case."""
    entries = _told(record, wish.kind)
    events, late = _events(record, entries, wish.language), _late(record, wish)
    own = [event for event, entry in zip(events, entries, strict=True) if is_with_institution(record, entry)]
    told = {one.key for one in late} if "late" in wish.kind.facts else set()
    demands = record.demands if wish.demands is None else wish.demands
    return LetterFacts(
        language=wish.language,
        today=wish.today,
        reply_by=_later(wish.today, wish.kind.reply_days),
        lines=_lines(record, wish),
        blocks=_blocks(record, wish.language),
        demands=tuple(_demand(number, demand) for number, demand in enumerate(demands, 1)),
        claims=_claims(record),
        events=events,
        promises=_broken(record, wish),
        late=late,
        exhibits=tuple(_exhibits(record)),
        offers=_offers(record, demands),
        answers=tuple(event for event in own if event.is_answer),
        calls=tuple(e for e, entry in zip(events, entries, strict=True) if entry.draft.channel == _CALL),
        grounds=tuple(_grounds(record, wish, told)),
        problem_exhibits=_problem_exhibits(record, events),
        reference_later=_later_than_filing(record, wish),
    )


def institution_of(record: CaseRecord, language: str) -> str:
    """Return whom a case is about: as the person wrote it, else as the playbook has it."""
    return _one_line(_shown(record, "institution", language)) or record.playbook.institution.get(language)


def field_of(record: CaseRecord, fact: str) -> Field | None:
    """Return the field in which a fact is written down, None if the playbook has none for it."""
    if fact in _OF_THE_PROBLEM:
        return _beside_problem(record, _OF_THE_PROBLEM[fact])
    role = {**_FACT_ROLES, **_BLOCK_ROLES, **_MORE_ROLES}.get(fact)
    fields = [field for field in record.playbook.fields() if field.role is role] if role else []
    filled = (field for field in fields if record.value(field.key).strip())
    return next(filled, fields[0] if fields else None)


def _beside_problem(record: CaseRecord, role: Role) -> Field | None:
    """The day of the problem is asked in the step that asks for the problem; other steps ask for days of calls."""
    owner = next((step for step in record.playbook.steps if step.field_with_role(Role.PROBLEM)), None)
    return owner.field_with_role(role) if owner else None


def _lines(record: CaseRecord, wish: Wish) -> dict[str, str]:
    lines = {fact: _one_line(_shown(record, fact, wish.language)) for fact in (*_FACT_ROLES, *_OF_THE_PROBLEM)}
    lines["amount"] = _raw(record, "amount")
    lines["institution"] = institution_of(record, wish.language)
    lines["reference"] = _one_line(_reference(record, wish).text)
    lines["filed_on"] = filed_on(record)
    lines["recipient"] = _one_line(wish.recipient)
    lines["wallet_class"] = _wallet_class(record, wish.language)
    return {fact: text for fact, text in lines.items() if text}


def _wallet_class(record: CaseRecord, language: str) -> str:
    """Only a class that the rules know: "not sure" is no class."""
    known = {wallet.key.replace("_", ""): wallet.name for wallet in record.rules.wallet_classes}
    name = known.get(_raw(record, "wallet_class").replace("_", ""))
    return name.get(language) if name else ""


def _raw(record: CaseRecord, fact: str) -> str:
    field = field_of(record, fact)
    return record.value(field.key).strip() if field else ""


def _shown(record: CaseRecord, fact: str, language: str) -> str:
    field = field_of(record, fact)
    if field is None:
        return ""
    text = record.value(field.key).strip()
    return shown(field, text, language) if field.kind is FieldKind.CHOICE or field.known else text


def _blocks(record: CaseRecord, language: str) -> dict[str, tuple[str, ...]]:
    blocks = {fact: _split(_shown(record, fact, language)) for fact in _BLOCK_ROLES}
    blocks["other_filings"] = tuple(line for line in blocks["other_filings"] if not says_none(line))
    accepted = (offer for offer in record.offers if offer.is_agreed)
    blocks["agreed"] = blocks["agreed"] or tuple(text for offer in accepted if (text := _one_line(offer.text)))
    return {fact: lines for fact, lines in blocks.items() if lines}


def _split(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _one_line(text: str) -> str:
    return " ".join(_split(text))


def _later(today: str, days: int) -> str:
    return (date.fromisoformat(today) + timedelta(days=days)).isoformat() if days else ""


def _reference(record: CaseRecord, wish: Wish) -> Reference:
    """What is withdrawn elsewhere runs under the number that was given there."""
    door = wish.door or wish.kind.usual_door
    elsewhere = wish.kind.key == WITHDRAWAL and door not in (*OWN_DOORS, DoorKind.SUPERIOR)
    return reference_of(record, of_institution=not elsewhere)


def _later_than_filing(record: CaseRecord, wish: Wish) -> str:
    on, filed = _reference(record, wish).given_on, filed_on(record)
    return on if filed and on != filed else ""


def _demand(number: int, demand: Demand) -> DemandFact:
    text, fallback = _one_line(demand.text), _one_line(demand.fallback)
    return DemandFact(number, demand.kind, text, demand.amount, demand.by_on, fallback)


def _exhibit_numbers(record: CaseRecord, ids: Iterable[EvidenceId]) -> tuple[int, ...]:
    numbers = {item.id: item.exhibit_no for item in record.live_evidence}
    return tuple(sorted(numbers[i] for i in set(ids) if i in numbers))


def _claims(record: CaseRecord) -> tuple[ClaimFact, ...]:
    live = sorted((c for c in record.claims if not c.trashed_at), key=lambda c: (c.happened_on or "9", c.seq))
    return tuple(
        ClaimFact(n, _one_line(c.text), c.happened_on, c.amount, _exhibit_numbers(record, c.evidence_ids))
        for n, c in enumerate(live, 1)
        if c.text.strip()
    )


def _told(record: CaseRecord, kind: LetterKind) -> list[TimelineEntry]:
    """The contacts of which a letter tells: a letter to the institution only of those with it."""
    told = [entry for entry in record.live_timeline if entry.draft.kind in _TOLD]
    return [entry for entry in told if not kind.is_to_institution or is_with_institution(record, entry)]


def _events(record: CaseRecord, told: Sequence[TimelineEntry], language: str) -> tuple[EventFact, ...]:
    return tuple(_event(record, number, entry, language) for number, entry in enumerate(told, 1))


def _event(record: CaseRecord, number: int, entry: TimelineEntry, language: str) -> EventFact:
    draft = entry.draft
    channel = record.playbook.channel(draft.channel)
    return EventFact(
        number=number,
        on=entry.occurred_on,
        time=draft.occurred_at[11:16],
        channel=channel.name.get(language) if channel else draft.channel,
        counterpart=_one_line(draft.counterpart),
        text=_split(record.summary_of(entry, language)),
        reference=_one_line(draft.reference),
        promised_by=draft.promised_by,
        promise=_one_line(draft.promise),
        is_answer=draft.is_answer,
        exhibits=_exhibit_numbers(record, draft.evidence_ids),
    )


def _broken(record: CaseRecord, wish: Wish) -> tuple[PromiseFact, ...]:
    """What the institution promised and did not keep in time."""
    own = [entry for entry in record.live_timeline if is_with_institution(record, entry)]
    entries = {entry.id: entry for entry in own if entry.draft.kind in _TOLD}
    broken = [p for p in promises_of(record, wish.today) if p.was_broken or p.is_late]
    return tuple(_promise(record, one, entries[one.entry_id], wish) for one in broken if one.entry_id in entries)


def _promise(record: CaseRecord, promise: Promise, entry: TimelineEntry, wish: Wish) -> PromiseFact:
    event = _event(record, 0, entry, wish.language)
    by_whom, text = _one_line(promise.by_whom), _one_line(promise.text)
    return PromiseFact(
        made_on=promise.made_on,
        by_whom=by_whom,
        channel=event.channel,
        text=text,
        due_on=promise.due_on,
        answered_on=promise.first_answer_on,
        renewed_on=promise.renewed_on,
        renewed_to=_renewed_to(record, promise),
        exhibits=event.exhibits,
    )


def _renewed_to(record: CaseRecord, promise: Promise) -> str:
    """The date that took the place of a promise's own: that of the contact which renewed it."""
    later = (e for e in record.live_timeline if e.occurred_on == promise.renewed_on and e.id != promise.entry_id)
    own = (entry.draft.promised_by for entry in later if is_with_institution(record, entry))
    return next((day for day in own if day), "")


def _late(record: CaseRecord, wish: Wish) -> tuple[LateFact, ...]:
    """Limits that the institution has let pass. Those of the person or of a regulator are not its business."""
    states = (DeadlineState.LATE, DeadlineState.MET_LATE)
    owed = [d for d in deadlines_of(record, wish.today) if d.limit.party in (Party.BANK, Party.PAYMENT_INSTITUTION)]
    late = [d for d in owed if d.state in states and (d.limit.source.confirmed or wish.with_unconfirmed)]
    return tuple(
        LateFact(
            key=d.limit.key,
            name=d.limit.name.get(wish.language),
            starts_on=d.starts_on,
            last_on=max(d.due_on, d.rolled_due_on),
            amount=d.limit.amount,
            unit=d.limit.unit,
            authority=d.limit.authority.get(wish.language),
            article=d.limit.article,
            confirmed=d.limit.source.confirmed,
            settled_on=d.settled_on,
        )
        for d in late
    )


def _exhibits(record: CaseRecord) -> Iterable[ExhibitFact]:
    for item in record.live_evidence:
        title, source, proves = (_one_line(text) for text in (item.title, item.source, item.proves))
        is_copy = item.copy_kind is CopyKind.COPY
        yield ExhibitFact(item.exhibit_no, title or item.original_name, source, proves, item.made_on, is_copy)


def _problem_exhibits(record: CaseRecord, events: Sequence[EventFact]) -> tuple[int, ...]:
    owner = next((step.key for step in record.playbook.steps if step.field_with_role(Role.PROBLEM)), "")
    told = {number for event in events for number in event.exhibits}
    told.update(number for claim in _claims(record) for number in claim.exhibits)
    return tuple(e.exhibit_no for e in record.live_evidence if e.step_key == owner and e.exhibit_no not in told)


def _offers(record: CaseRecord, demands: Sequence[Demand]) -> tuple[OfferFact, ...]:
    numbers = {demand.key: (n, _one_line(demand.text)) for n, demand in enumerate(demands, 1)}
    live = [offer for offer in record.offers if not offer.trashed_at]
    return tuple(
        OfferFact(*numbers.get(o.demand_key, (0, "")), o.made_on, _one_line(o.text), o.amount, o.state) for o in live
    )


def _grounds(record: CaseRecord, wish: Wish, told: set[str]) -> Iterable[GroundFact]:
    """The kind's own grounds and the quoted limits, as far as they reach; one that nobody has confirmed only if the
    person wants it, and none that is ``told`` among the late ones already.
    """
    product, filed = answers_of(record).product, filed_kinds(record)

    def is_fit(reach: Reach) -> bool:
        return reach.covers(wish.door or wish.kind.usual_door, wish.party, product, filed)

    for ground in wish.kind.grounds:
        if is_fit(ground.reach) and (ground.source.confirmed or wish.with_unconfirmed):
            authority, says = ground.authority.get(wish.language), ground.says.get(wish.language)
            yield GroundFact(says, authority, ground.article, ground.source.confirmed)
    for quoted in wish.kind.limits:
        key, limit = quoted.key, record.rules.limit(quoted.key) if is_fit(quoted.reach) else None
        if limit is not None and key not in told and (limit.source.confirmed or wish.with_unconfirmed):
            authority, name = limit.authority.get(wish.language), limit.name.get(wish.language)
            confirmed = limit.source.confirmed
            yield GroundFact("", authority, limit.article, confirmed, key, name, limit.amount, limit.unit)
