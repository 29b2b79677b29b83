"""Links between exhibits and what they show: contacts, claims, demands. From either side, each one undoable."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from walletcase.domain.case import CaseRecord
from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.domain.links import Use, UseKind, linkable, linked_to
from walletcase.services.changes import Changes, changed
from walletcase.services.context import Context
from walletcase.services.ports import Unit

_Ids = tuple[EvidenceId, ...]


class LinkService:
    """Use cases on links. What a contact or claim says, and when it was corrected, is not touched by them."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def link(self, case_id: CaseId, evidence_ids: Iterable[EvidenceId], use: Use) -> Changes:
        """Say that exhibits show a thing, beside what shows it already.

        Raises UserError: no_such_case, no_such_evidence, no_such_entry, no_such_claim, no_such_demand.
        """
        more = tuple(evidence_ids)
        return self._set(case_id, [(use, lambda old: tuple(dict.fromkeys((*old, *more))))], more)

    def unlink(self, case_id: CaseId, evidence_ids: Iterable[EvidenceId], use: Use) -> Changes:
        """Say that exhibits do not show a thing. Raises UserError as link does."""
        gone = tuple(evidence_ids)
        return self._set(case_id, [(use, lambda old: _without(old, gone))], gone)

    def show_by(self, case_id: CaseId, use: Use, evidence_ids: Iterable[EvidenceId]) -> Changes:
        """Say which live exhibits, and no other live ones, show a thing. Raises UserError as link does."""
        wanted = tuple(dict.fromkeys(evidence_ids))
        with self._context.store.read() as unit:
            live = {item.id for item in unit.evidence.items(case_id) if not item.trashed_at}

        def of(old: _Ids) -> _Ids:
            kept = tuple(one for one in old if one in wanted or one not in live)
            return (*kept, *(one for one in wanted if one not in kept))

        return self._set(case_id, [(use, of)], wanted)

    def use_for(self, case_id: CaseId, evidence_id: EvidenceId, uses: Iterable[Use]) -> Changes:
        """Say what an exhibit shows, all in one piece; it shows nothing else. Raises UserError as link does."""
        wanted = set(uses)
        with self._context.store.read() as unit:
            record = self._context.record(unit, case_id)
        moves: list[tuple[Use, Callable[[_Ids], _Ids]]] = []
        for use in (*linkable(record), *sorted(wanted - set(linkable(record)), key=str)):
            if use in wanted:
                moves.append((use, lambda old: tuple(dict.fromkeys((*old, evidence_id)))))
            elif evidence_id in linked_to(record, use):
                moves.append((use, lambda old: _without(old, (evidence_id,))))
        return self._set(case_id, moves, (evidence_id,))

    def _set(self, case_id: CaseId, moves: Iterable[tuple[Use, Callable[[_Ids], _Ids]]], named: _Ids) -> Changes:
        with self._context.store.write() as unit:
            record = self._context.record(unit, case_id)
            numbers = {item.id: item.exhibit_no for item in record.evidence}
            for one in named:
                if one not in numbers:
                    raise UserError("no_such_evidence", evidence=one)
            done: list[tuple[Use, _Ids, _Ids]] = []
            for use, of in moves:
                _check(record, use)
                old = linked_to(record, use)
                if (new := of(old)) != old:
                    _put(unit, record, use, new)
                    done.append((use, old, new))
            if done:
                self._note(unit, case_id, record, done, numbers)
        return changed(case_id)

    def _note(
        self,
        unit: Unit,
        case_id: CaseId,
        record: CaseRecord,
        done: list[tuple[Use, _Ids, _Ids]],
        numbers: dict[EvidenceId, int],
    ) -> None:
        case = self._context.settle(unit, case_id)
        for use, old, new in done:
            named = _named(record, use)
            for kind, ids in (("evidence_linked", set(new) - set(old)), ("evidence_unlinked", set(old) - set(new))):
                if ids:
                    exhibits = " ".join(str(number) for number in sorted(numbers[one] for one in ids))
                    self._context.note(unit, case, kind, {"exhibits": exhibits, "to": use.kind.value, "key": named})


def _without(old: _Ids, gone: _Ids) -> _Ids:
    return tuple(one for one in old if one not in gone)


def _check(record: CaseRecord, use: Use) -> None:
    if use in linkable(record):
        return
    if use.kind is UseKind.CONTACT:
        raise UserError("no_such_entry", entry=use.key)
    if use.kind is UseKind.CLAIM:
        raise UserError("no_such_claim", claim=use.key)
    raise UserError("no_such_demand", demand=use.key)


def _put(unit: Unit, record: CaseRecord, use: Use, evidence_ids: _Ids) -> None:
    if use.kind is UseKind.CONTACT:
        entry = next(one for one in record.timeline if str(one.id) == use.key)
        unit.timeline.update(replace(entry, draft=replace(entry.draft, evidence_ids=evidence_ids)))
    elif use.kind is UseKind.CLAIM:
        claim = next(one for one in record.claims if str(one.id) == use.key)
        unit.claims.update(replace(claim, evidence_ids=evidence_ids))
    else:
        unit.marks.link_demand(record.case.id, use.key, evidence_ids)


def _named(record: CaseRecord, use: Use) -> str:
    """By what number the journal knows it: that of an entry or claim within its case, or a demand's key."""
    if use.kind is UseKind.CONTACT:
        return next(str(one.seq) for one in record.timeline if str(one.id) == use.key)
    if use.kind is UseKind.CLAIM:
        return next(str(one.seq) for one in record.claims if str(one.id) == use.key)
    return use.key
