"""Claims: state a fact, link what shows it, and find the facts in the person's own account."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from walletcase.domain.case import CaseRecord
from walletcase.domain.claims import MAX_CLAIM_TEXT, Claim, Suggestion, suggested
from walletcase.domain.errors import UserError
from walletcase.domain.flow.playbook import Role
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.services.changes import Changes, changed
from walletcase.services.context import Context
from walletcase.services.demands import good_amount
from walletcase.services.ports import Unit


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A claim before it is stored. ``happened_on`` is an ISO date or "", ``amount`` as people type it or ""."""

    text: str
    happened_on: str = ""
    amount: str = ""
    evidence_ids: tuple[EvidenceId, ...] = ()


class ClaimService:
    """Use cases on the claims of one case."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def add(self, case_id: CaseId, *drafts: ClaimDraft) -> tuple[tuple[Claim, ...], Changes]:
        """State facts, all in one piece.

        Raises UserError: no_such_case, no_such_evidence, claim_empty, summary_too_long, bad_date, bad_amount.
        """
        new = [_tidy(draft) for draft in drafts]
        with self._context.store.write() as unit:
            known = self._evidence(unit, case_id)
            claims = []
            for draft in (replace(one, text=self._context.safe(unit, one.text)) for one in new):
                _check_links(draft.evidence_ids, known)
                claim = Claim(0, case_id, 0, draft.text, draft.happened_on, draft.amount, draft.evidence_ids)
                claims.append(unit.claims.add(claim))
            self._done(unit, case_id, claims, "claim_added")
        return tuple(claims), changed(case_id)

    def correct(self, case_id: CaseId, claim_id: int, draft: ClaimDraft) -> Changes:
        """Replace what a claim says and what shows it. Raises UserError as add does, and no_such_claim."""
        new = _tidy(draft)

        def apply(claim: Claim) -> Claim:
            return replace(
                claim,
                text=new.text,
                happened_on=new.happened_on,
                amount=new.amount,
                evidence_ids=new.evidence_ids,
            )

        return self._change(case_id, claim_id, "claim_corrected", apply)

    def link(self, case_id: CaseId, claim_id: int, evidence_ids: Iterable[EvidenceId]) -> Changes:
        """Say that evidence shows a claim, beside what shows it already.

        Raises UserError: no_such_case, no_such_claim, no_such_evidence.
        """
        more = tuple(evidence_ids)

        def apply(claim: Claim) -> Claim:
            return replace(claim, evidence_ids=tuple(dict.fromkeys((*claim.evidence_ids, *more))))

        return self._change(case_id, claim_id, "claim_linked", apply)

    def unlink(self, case_id: CaseId, claim_id: int, evidence_id: EvidenceId) -> Changes:
        """Say that evidence does not show a claim. Raises UserError: no_such_case, no_such_claim."""

        def apply(claim: Claim) -> Claim:
            return replace(claim, evidence_ids=tuple(one for one in claim.evidence_ids if one != evidence_id))

        return self._change(case_id, claim_id, "claim_unlinked", apply)

    def use(self, case_id: CaseId, evidence_id: EvidenceId, claim_ids: Iterable[int]) -> Changes:
        """Say which claims, all in one piece, an item shows; it shows no other ones.

        Raises UserError: no_such_case, no_such_claim, no_such_evidence.
        """
        wanted = set(claim_ids)
        with self._context.store.write() as unit:
            _check_links((evidence_id,), self._evidence(unit, case_id))
            claims = [claim for claim in unit.claims.claims(case_id) if not claim.trashed_at]
            for missing in wanted - {claim.id for claim in claims}:
                raise UserError("no_such_claim", claim=missing)
            moved = []
            for claim in claims:
                others = tuple(one for one in claim.evidence_ids if one != evidence_id)
                if (claim.id in wanted) != (evidence_id in claim.evidence_ids):
                    moved.append(replace(claim, evidence_ids=(*others, evidence_id) if claim.id in wanted else others))
            for claim in moved:
                unit.claims.update(claim)
            if moved:
                self._done(unit, case_id, moved, "claim_linked")
        return changed(case_id)

    def trash(self, case_id: CaseId, claim_id: int) -> Changes:
        """Put a claim into the trash. Raises UserError: no_such_case, no_such_claim."""
        now = self._context.now()
        return self._change(case_id, claim_id, "claim_trashed", lambda claim: replace(claim, trashed_at=now))

    def restore(self, case_id: CaseId, claim_id: int) -> Changes:
        """Take a claim out of the trash. Raises UserError: no_such_case, no_such_claim."""
        return self._change(case_id, claim_id, "claim_restored", lambda claim: replace(claim, trashed_at=""))

    def suggest(self, case_id: CaseId) -> tuple[Suggestion, ...]:
        """Return what the person's account of the matter says and no claim does yet.

        Raises UserError("no_such_case").
        """
        with self._context.store.read() as unit:
            record = self._context.record(unit, case_id)
        return suggested(account_of(record), record.claims)

    def _evidence(self, unit: Unit, case_id: CaseId) -> frozenset[EvidenceId]:
        unit.cases.head(case_id)
        return frozenset(item.id for item in unit.evidence.items(case_id))

    def _change(self, case_id: CaseId, claim_id: int, kind: str, apply: Callable[[Claim], Claim]) -> Changes:
        with self._context.store.write() as unit:
            known = self._evidence(unit, case_id)
            old = next((claim for claim in unit.claims.claims(case_id) if claim.id == claim_id), None)
            if old is None:
                raise UserError("no_such_claim", claim=claim_id)
            claim = apply(old)
            claim = replace(claim, text=self._context.safe(unit, claim.text))
            _check_links(claim.evidence_ids, known)
            unit.claims.update(claim)
            self._done(unit, case_id, [claim], kind)
        return changed(case_id)

    def _done(self, unit: Unit, case_id: CaseId, claims: Iterable[Claim], kind: str) -> None:
        case = self._context.settle(unit, case_id)
        for claim in claims:
            self._context.note(unit, case, kind, {"claim": claim.seq, "evidence": len(claim.evidence_ids)})


def account_of(record: CaseRecord) -> str:
    """Return the person's account of the matter: what they wrote about the problem, whatever the step."""
    owners = [field for field in record.playbook.fields() if field.role is Role.PROBLEM]
    texts = (record.value(field.key) for field in owners)
    return "\n".join(text for text in texts if text.strip())


def _tidy(draft: ClaimDraft) -> ClaimDraft:
    text, day = " ".join(draft.text.split()), draft.happened_on.strip()
    if not text:
        raise UserError("claim_empty")
    if len(text) > MAX_CLAIM_TEXT:
        raise UserError("summary_too_long", limit=MAX_CLAIM_TEXT)
    if day:
        try:
            day = date.fromisoformat(day).isoformat()
        except ValueError:
            raise UserError("bad_date", text=day) from None
    links = tuple(dict.fromkeys(draft.evidence_ids))
    return ClaimDraft(text, day, good_amount(draft.amount.strip()), links)


def _check_links(evidence_ids: Iterable[EvidenceId], known: frozenset[EvidenceId]) -> None:
    for evidence_id in evidence_ids:
        if evidence_id not in known:
            raise UserError("no_such_evidence", evidence=evidence_id)
