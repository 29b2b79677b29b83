"""Readiness: check a case before it is filed, show its route, and put a calmer wording in place."""

from __future__ import annotations

from dataclasses import replace

from walletcase.domain.case import CaseRecord
from walletcase.domain.demands import dump_demands
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.errors import UserError
from walletcase.domain.evidence import EvidenceEdit
from walletcase.domain.ids import CaseId, EntryId, EvidenceId
from walletcase.domain.readiness import texts
from walletcase.domain.readiness.check import check
from walletcase.domain.readiness.findings import Finding, Findings
from walletcase.domain.readiness.words import with_suggestion
from walletcase.domain.routing import Answers, RoutePlan, plan
from walletcase.services.changes import Changes
from walletcase.services.claims import ClaimDraft, ClaimService
from walletcase.services.context import Context
from walletcase.services.evidence import EvidenceService
from walletcase.services.flow import FlowService
from walletcase.services.letters import LetterService
from walletcase.services.timeline import TimelineService


class ReadinessService:
    """Use cases on what a case still lacks. Nothing here ever blocks recording."""

    def __init__(
        self,
        context: Context,
        flow: FlowService,
        timeline: TimelineService,
        evidence: EvidenceService,
        claims: ClaimService,
        letters: LetterService,
    ) -> None:
        self._context = context
        self._flow = flow
        self._timeline = timeline
        self._evidence = evidence
        self._claims = claims
        self._letters = letters

    def check(self, case_id: CaseId, door: DoorKind | None = None, today: str = "") -> Findings:
        """Return what a check finds as of ``today`` (ISO; default: the clock's) for a kind of door (default: the next).

        Raises UserError("no_such_case").
        """
        return check(self._record(case_id), today or self._context.clock.today(), door)

    def route(self, case_id: CaseId, answers: Answers | None = None) -> RoutePlan | None:
        """Return the doors of a case in order, None for no known product. Raises UserError("no_such_case")."""
        return plan(self._record(case_id), answers)

    def apply_suggestion(self, case_id: CaseId, finding: Finding) -> Changes:
        """Put a finding's suggestion in the place of its words, everywhere in the text that they stand in.

        Raises UserError: no_such_case, finding_outdated (the words are not there any more).
        """
        record = self._record(case_id)
        change = {
            texts.STEP: self._in_field,
            texts.TIMELINE: self._in_contact,
            texts.EVIDENCE: self._in_evidence,
            texts.FACTS: self._in_claim,
            texts.LETTERS: self._in_letter,
        }[finding.place.tab]
        done = change(record, finding) if finding.suggestion else None
        if done is None:
            raise UserError("finding_outdated")
        return done

    def _record(self, case_id: CaseId) -> CaseRecord:
        with self._context.store.read() as unit:
            return self._context.record(unit, case_id)

    def _in_field(self, record: CaseRecord, finding: Finding) -> Changes | None:
        field = record.playbook.field(finding.place.item)
        if field is None:
            return None
        old = record.value(field.key)
        if texts.is_demands(field) and old.lstrip().startswith("["):
            demands = [
                replace(
                    demand,
                    text=with_suggestion(record, demand.text, finding),
                    fallback=with_suggestion(record, demand.fallback, finding),
                )
                for demand in record.demands
            ]
            new = dump_demands(demands)
        else:
            new = with_suggestion(record, old, finding)
        return self._flow.set_values(record.case.id, {field.key: new}) if new != old else None

    def _in_contact(self, record: CaseRecord, finding: Finding) -> Changes | None:
        entry = next((one for one in record.live_timeline if str(one.id) == finding.place.item), None)
        if entry is None:
            return None
        draft = replace(
            entry.draft,
            summary=with_suggestion(record, entry.draft.summary, finding),
            promise=with_suggestion(record, entry.draft.promise, finding),
        )
        return self._timeline.correct(record.case.id, EntryId(entry.id), draft) if draft != entry.draft else None

    def _in_evidence(self, record: CaseRecord, finding: Finding) -> Changes | None:
        item = next((one for one in record.live_evidence if str(one.id) == finding.place.item), None)
        if item is None:
            return None
        title, proves = (with_suggestion(record, text, finding) for text in (item.title, item.proves))
        if (title, proves) == (item.title, item.proves):
            return None
        return self._evidence.edit(record.case.id, EvidenceId(item.id), EvidenceEdit(title=title, proves=proves))

    def _in_claim(self, record: CaseRecord, finding: Finding) -> Changes | None:
        number = finding.place.item.removeprefix(f"{texts.CLAIM}:")
        claim = next((one for one in record.claims if str(one.id) == number and not one.trashed_at), None)
        words = with_suggestion(record, claim.text, finding) if claim else ""
        if claim is None or words == claim.text:
            return None
        draft = ClaimDraft(words, claim.happened_on, claim.amount, claim.evidence_ids)
        return self._claims.correct(record.case.id, claim.id, draft)

    def _in_letter(self, record: CaseRecord, finding: Finding) -> Changes | None:
        letter = next((one for one in record.letters if str(one.id) == finding.place.item), None)
        if letter is None or letter.sent_at or letter.trashed_at:
            return None
        body = with_suggestion(record, letter.body, finding)
        return self._letters.save(record.case.id, letter.id, body) if body != letter.body else None
