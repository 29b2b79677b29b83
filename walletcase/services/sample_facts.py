"""What the sample case shows beside its steps: demands with an offer, claims with proof, letters, a broken promise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from walletcase.domain.demands import OfferState
from walletcase.domain.ids import CaseId, EntryId, EvidenceId
from walletcase.services.cases import CaseService
from walletcase.services.claims import ClaimDraft, ClaimService
from walletcase.services.demands import DemandService, OfferDraft
from walletcase.services.letters import LetterService
from walletcase.services.promises import PromiseService

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Story:
    """What is told already. ``day`` makes an ISO date of days from today, ``text`` chooses the language's words;
    ``files`` and ``entries`` are ids by the names they have in the sample's file.
    """

    case_id: CaseId
    language: str
    day: Callable[[int], str]
    text: Callable[[object], str]
    files: Mapping[str, EvidenceId]
    entries: Mapping[str, EntryId]


class SampleFacts:
    """Adds the facts of resources/sample/case.toml to a case whose steps stand."""

    def __init__(
        self,
        cases: CaseService,
        demands: DemandService,
        claims: ClaimService,
        letters: LetterService,
        promises: PromiseService,
    ) -> None:
        self._cases = cases
        self._demands = demands
        self._claims = claims
        self._letters = letters
        self._promises = promises

    def add(self, data: Data, story: Story) -> None:
        """Add what the file holds of them, in this order."""
        for one in data.get("offers", ()):
            self._offer(one, story)
        claims = [self._claim(one, story) for one in data.get("claims", ())]
        self._claims.add(story.case_id, *claims)
        for one in data.get("broken", ()):
            self._break(one, story)
        for one in data.get("letters", ()):
            self._write(one, story)

    def _offer(self, one: Data, story: Story) -> None:
        entry_id = story.entries[one["entry"]]
        draft = OfferDraft(one["demand"], story.text(one["text"]), one["amount"], story.day(one["day"]), entry_id)
        offer, _ = self._demands.offer(story.case_id, draft)
        self._demands.answer(story.case_id, offer.id, OfferState(one["answer"]))

    def _claim(self, one: Data, story: Story) -> ClaimDraft:
        shown_by = tuple(story.files[name] for name in one["evidence"])
        return ClaimDraft(story.text(one["text"]), story.day(one["day"]), evidence_ids=shown_by)

    def _break(self, one: Data, story: Story) -> None:
        entries = self._cases.open(story.case_id).live_timeline
        promised = next(e for e in entries if e.draft.step_key == one["step"] and e.draft.promised_by)
        self._promises.break_(story.case_id, promised.id, story.day(one["day"]), story.text(one["note"]))

    def _write(self, one: Data, story: Story) -> None:
        """A letter with the words of a field was filed by a step, which wrote the contact down; others are drafts."""
        if "sent" not in one:
            self._letters.compose(story.case_id, one["kind"], story.language)
            return
        body = self._cases.open(story.case_id).value(one["words_of"])
        made = self._letters.text_of(story.case_id, one["kind"], story.language)
        at = f"{story.day(one['sent'])}T{one['time']}"
        self._letters.file_sent(story.case_id, made, body, one["via"], at, with_contact=False)
