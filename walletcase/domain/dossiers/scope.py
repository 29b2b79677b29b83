"""A dossier on one matter of a case only: a stated fact or a demand, with the exhibits that show it and the contacts
that mention them. Whoever reads it is told that it is an extract, and of how much.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from walletcase.domain.case import CaseRecord
from walletcase.domain.dossiers.custody_record import CustodyRow
from walletcase.domain.dossiers.document import ClaimPart, DemandPart, Dossier, Extract, Figure, Part
from walletcase.domain.dossiers.parties import people_met
from walletcase.domain.links import Use, UseKind, linkable, shown_by

_P = TypeVar("_P", ClaimPart, DemandPart)
_WHOLE_CASE = (Part.STEPS, Part.DEADLINES)  # of the case, not of one matter in it


def matters_of(record: CaseRecord) -> tuple[Use, ...]:
    """Return what a dossier can be made of alone: stated facts and demands that exhibits are linked to."""
    return tuple(use for use in linkable(record) if use.kind is not UseKind.CONTACT and shown_by(record, use))


def extract(dossier: Dossier, record: CaseRecord, about: Use) -> Dossier:
    """Return the part of a dossier that is about one matter; numbers stay those of the whole.

    What is not there (any more) gives an extract with nothing in it.
    """
    linked = {item.exhibit_no for item in shown_by(record, about)}
    kept = linked | {one.number for one in dossier.exhibits if one.parent in linked}
    exhibits = tuple(one for one in dossier.exhibits if one.number in kept)
    timeline = tuple(
        replace(row, exhibits=_of(row.exhibits, kept)) for row in dossier.timeline if kept.intersection(row.exhibits)
    )
    rows = {row.number for row in timeline}
    is_claim = about.kind is UseKind.CLAIM
    claims = _kept(dossier.claims, _own_claims(record, about), kept, only=is_claim)
    demands = _kept(dossier.demand_parts, _own_demands(record, about), kept, only=not is_claim)
    letters = tuple(one for one in dossier.letters if one.contact in rows)
    whole = Extract(_text(record, about), len(exhibits), len(dossier.exhibits), len(timeline), len(dossier.timeline))
    promises = tuple(one for one in dossier.promises if one.row in rows)
    told = {"contacts": len(timeline), "promises": sum(bool(row.promised_by) for row in timeline)}
    told["exhibits"] = len(exhibits)
    held = {Part.CLAIMS: claims, Part.DEMANDS: demands, Part.LETTERS: letters}
    held |= {Part.EXHIBITS: exhibits, Part.HASHES: exhibits}
    return replace(
        dossier,
        parts=tuple(part for part in dossier.parts if part not in _WHOLE_CASE and held.get(part, True)),
        exhibits=exhibits,
        timeline=timeline,
        claims=claims,
        demand_parts=demands,
        demands=tuple(dossier.demands[one.number - 1] for one in demands),
        letters=letters,
        promises=promises,
        deadlines=(),
        steps=(),
        untouched_steps=(),
        people=people_met(timeline),
        custody=_custody(dossier, kept),
        figures=tuple(Figure(one.label, told.get(one.label, one.count)) for one in dossier.figures),
        extract=whole,
    )


def _custody(dossier: Dossier, kept: set[int]) -> tuple[CustodyRow, ...]:
    rows = (replace(row, exhibits=_of(row.exhibits, kept)) for row in dossier.custody)
    return tuple(row for row in rows if row.exhibits)


def _text(record: CaseRecord, about: Use) -> str:
    if about.kind is UseKind.CLAIM:
        return next((claim.text for claim in record.claims if str(claim.id) == about.key), "")
    return next((demand.text for demand in record.demands if demand.key == about.key), "")


def _kept(parts: tuple[_P, ...], own: set[int], kept: set[int], *, only: bool) -> tuple[_P, ...]:
    """Those that it is about and, unless ``only``, those that the same exhibits show."""
    told = (one for one in parts if one.number in own or (not only and kept.intersection(one.exhibits)))
    return tuple(replace(one, exhibits=_of(one.exhibits, kept)) for one in told)


def _of(numbers: tuple[int, ...], kept: set[int]) -> tuple[int, ...]:
    return tuple(number for number in numbers if number in kept)


def _own_claims(record: CaseRecord, about: Use) -> set[int]:
    live = sorted((claim for claim in record.claims if not claim.trashed_at), key=lambda claim: claim.seq)
    return {number for number, claim in enumerate(live, 1) if about == Use(UseKind.CLAIM, str(claim.id))}


def _own_demands(record: CaseRecord, about: Use) -> set[int]:
    return {n for n, demand in enumerate(record.demands, 1) if about == Use(UseKind.DEMAND, demand.key)}
