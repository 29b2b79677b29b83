"""What every use case works with, and the two moves they share: read a whole case, settle what its list row says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from walletcase.domain.case import Case, CaseRecord
from walletcase.domain.flow import status_of
from walletcase.domain.followup import digest_of
from walletcase.domain.ids import CaseId
from walletcase.domain.playbook import Status
from walletcase.services.ports import Clock, JournalLine, PlaybookSource, Store, Unit, Vault
from walletcase.services.rulebook import Rulebook

_ENDED = (Status.RESOLVED, Status.CLOSED)


@dataclass(frozen=True, slots=True)
class Context:
    """The outside world as the use cases see it."""

    store: Store
    vault: Vault
    clock: Clock
    playbooks: PlaybookSource
    rulebook: Rulebook

    def now(self) -> str:
        """Return the time as it is recorded: ISO 8601 with offset, seconds precision."""
        return self.clock.now().isoformat(timespec="seconds")

    def record(self, unit: Unit, case_id: CaseId) -> CaseRecord:
        """Return a whole case. Raises UserError: no_such_case, no_such_playbook, playbook_invalid."""
        case = unit.cases.head(case_id)
        return CaseRecord(
            case=case,
            playbook=self.playbooks.get(case.playbook_key),
            steps=unit.flow.steps(case_id),
            values=unit.flow.values(case_id),
            ticks=unit.flow.ticks(case_id),
            timeline=unit.timeline.entries(case_id),
            evidence=unit.evidence.items(case_id),
            settled_rounds=unit.flow.settled_rounds(case_id),
            rules=self.rulebook.pack(unit, case.rules_revision),
            calendar=self.rulebook.calendar(unit),
            deadline_changes=unit.deadlines.changes(case_id),
            offers=unit.offers.offers(case_id),
            claims=unit.claims.claims(case_id),
            letters=unit.letters.letters(case_id),
            snoozes=unit.reminders.snoozes(case_id),
        )

    def settle(self, unit: Unit, case_id: CaseId, *, touched: bool = True) -> Case:
        """Bring a case's status, list row and time of change in line with what is recorded; return its new head.

        An open case goes by the rules in force, an ended one by those it was ended with. Not ``touched``: nobody
        changed the case, only the calendar or the rules around it.
        """
        record = self.record(unit, case_id)
        has_content = bool(record.values or record.timeline or record.evidence)
        status = status_of(record.flow, has_content)
        case = replace(record.case, status=status, updated_at=self.now() if touched else record.case.updated_at)
        if status not in _ENDED or not case.rules_revision:
            revision = self.rulebook.in_force_kept(unit)
            case = replace(case, rules_revision=revision.id)
            record = replace(record, rules=revision.pack)
        if case != record.case:
            unit.cases.update(case)
        unit.cases.set_digest(case_id, digest_of(replace(record, case=case)))
        return case

    def note(self, unit: Unit, case: Case, kind: str, detail: Mapping[str, object]) -> None:
        """Append a line on a case to the journal."""
        texts = {name: str(value) for name, value in detail.items()}
        unit.journal.append(JournalLine(self.now(), kind, case.number, texts))
