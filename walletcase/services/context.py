"""What every use case works with, and the two moves they share: read a whole case, settle what its list row says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from walletcase.domain.case import Case, CaseRecord
from walletcase.domain.due.followup import digest_of
from walletcase.domain.due.reminders import reminders_of
from walletcase.domain.errors import Exit, UserError
from walletcase.domain.findable import texts_of
from walletcase.domain.flow.machine import status_of
from walletcase.domain.flow.playbook import Playbook, Status
from walletcase.domain.flow.standin import stand_in
from walletcase.domain.ids import CaseId
from walletcase.services.history_levels import History
from walletcase.services.ports import Clock, JournalLine, PlaybookSource, Store, Unit, Vault
from walletcase.services.rulebook import Rulebook
from walletcase.services.secrets import Secrets

_ENDED = (Status.RESOLVED, Status.CLOSED)


@dataclass(frozen=True, slots=True)
class Context:
    """The outside world as the use cases see it."""

    store: Store
    vault: Vault
    clock: Clock
    playbooks: PlaybookSource
    rulebook: Rulebook
    history: History = field(default_factory=History)
    secrets: Secrets = field(default_factory=Secrets)

    def now(self) -> str:
        """Return the time as it is recorded: ISO 8601 with offset, seconds precision."""
        return self.clock.now().isoformat(timespec="seconds")

    def safe(self, unit: Unit, text: str) -> str:
        """Return a text as it may be kept: without passwords and codes."""
        return self.secrets.leave_out(self.rulebook.in_force(unit).pack, text) if text else text

    def record(self, unit: Unit, case_id: CaseId) -> CaseRecord:
        """Return a whole case; where its playbook is not there, with a stand-in. Raises UserError("no_such_case")."""
        case = unit.cases.head(case_id)
        rules = self.rulebook.pack(unit, case.rules_revision)
        return CaseRecord(
            case=case,
            playbook=self.rulebook.said(self._playbook(unit, case), rules),
            steps=unit.flow.steps(case_id),
            values=unit.flow.values(case_id),
            ticks=unit.flow.ticks(case_id),
            timeline=unit.timeline.entries(case_id),
            evidence=unit.evidence.items(case_id),
            settled_rounds=unit.flow.settled_rounds(case_id),
            rules=rules,
            calendar=self.rulebook.calendar(unit),
            deadline_changes=unit.deadlines.changes(case_id),
            offers=unit.offers.offers(case_id),
            claims=unit.claims.claims(case_id),
            letters=unit.letters.letters(case_id),
            snoozes=unit.reminders.snoozes(case_id),
            demand_links=unit.marks.demand_links(case_id),
            marks=unit.marks.marks(case_id),
        )

    def _playbook(self, unit: Unit, case: Case) -> Playbook:
        try:
            return self.playbooks.get(case.playbook_key)
        except UserError:
            fields = (key.field_key for key in unit.flow.values(case.id))
            channels = (entry.draft.channel for entry in unit.timeline.entries(case.id))
            steps, ended = unit.flow.steps(case.id), unit.flow.settled_rounds(case.id)
            return stand_in(case.playbook_key, case.playbook_version, steps, ended, fields, channels)

    def settle(self, unit: Unit, case_id: CaseId, *, touched: bool = True) -> Case:
        """Bring a case's status, list row and time of change in line with what is recorded; return its new head.

        An open case goes by the rules in force, an ended one by those it was ended with. Not ``touched``: nobody
        changed the case, only the calendar or the rules around it.

        Raises UserError("playbook_absent"): without its playbook a case can be read, but not changed.
        """
        record = self.record(unit, case_id)
        if record.playbook.is_stand_in:
            if not touched:
                return record.case
            raise UserError("playbook_absent", playbook=record.case.playbook_key, exit_code=Exit.REFUSED)
        has_content = bool(record.values or record.timeline or record.evidence)
        status = status_of(record.flow, has_content)
        case = replace(record.case, status=status, updated_at=self.now() if touched else record.case.updated_at)
        if status not in _ENDED or not case.rules_revision:
            revision = self.rulebook.in_force_kept(unit)
            case = replace(case, rules_revision=revision.id)
            record = replace(record, rules=self.rulebook.filled(revision.pack))
        if case != record.case:
            unit.cases.update(case)
        record = replace(record, case=case)
        self.make_findable(unit, record)
        unit.cases.set_digest(case_id, digest_of(record))
        unit.reminders.put(case_id, reminders_of(record))
        return case

    def make_findable(self, unit: Unit, record: CaseRecord) -> None:
        """Bring the search index in line with what is written in a case."""
        case_id, now = record.case.id, texts_of(record)
        before = unit.index.texts(case_id)
        for kind, item_id in before.keys() - now.keys():
            unit.index.put(case_id, kind, item_id, "")
        for (kind, item_id), text in now.items():
            if before.get((kind, item_id)) != text:
                unit.index.put(case_id, kind, item_id, text)

    def note(self, unit: Unit, case: Case, kind: str, detail: Mapping[str, object]) -> None:
        """Append a line on a case to the journal."""
        texts = {name: str(value) for name, value in detail.items()}
        unit.journal.append(JournalLine(self.now(), kind, case.number, texts))
