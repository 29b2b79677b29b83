"""A case and everything recorded in it, as frozen snapshots."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from walletcase.domain.claims import Claim
from walletcase.domain.days.workdays import PlainWeeks, WorkCalendar
from walletcase.domain.deadline_change import DeadlineChange
from walletcase.domain.demands import Demand, Offer, parse_demands
from walletcase.domain.evidence import Evidence
from walletcase.domain.flow.machine import Flow, NextAction, SettledRound, StepRecord
from walletcase.domain.flow.playbook import Field, Playbook, Role, Status, Step
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.domain.letter import Letter
from walletcase.domain.marks import Mark
from walletcase.domain.rules.pack import NO_RULES, RulePack
from walletcase.domain.timeline import TimelineEntry, in_order


class Filter(StrEnum):
    """The fixed filters of the case list. ``TODAY`` is overdue or due for follow-up."""

    TODAY = "today"
    ALL = "all"
    ACTIVE = "active"
    FOLLOW_UP = "follow-up"
    OVERDUE = "overdue"
    RESOLVED = "resolved"
    TRASH = "trash"


@dataclass(frozen=True, slots=True)
class Case:
    """The head of a case. Times are ISO 8601 with offset; ``trashed_at`` is "" for a live case."""

    id: CaseId
    number: str
    title: str
    playbook_key: str
    playbook_version: int
    status: Status
    created_at: str
    updated_at: str
    tags: tuple[str, ...] = ()
    is_sample: bool = False
    trashed_at: str = ""
    rules_revision: int = 0  # the revision of the rules with which its dates were computed


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the case list."""

    id: CaseId
    number: str
    title: str
    playbook_key: str
    institution: str
    status: Status
    next_action: NextAction
    follow_up: bool
    overdue: bool
    awaited_on: str
    evidence_count: int
    created_at: str
    updated_at: str
    tags: tuple[str, ...] = ()
    is_sample: bool = False
    trashed_at: str = ""
    late_after: str = ""
    is_due: bool = False  # a reminder of it is due or overdue, and nobody put it off


@dataclass(frozen=True, slots=True, order=True)
class ValueKey:
    """Where a field's value is kept: steps that are repeated keep one value a round (1 is the first)."""

    field_key: str
    round: int = 1


@dataclass(frozen=True)
class CaseRecord:
    """A whole case as it stands: what the window shows, the dossier prints and `show` lists."""

    case: Case
    playbook: Playbook
    steps: Mapping[str, StepRecord]
    values: Mapping[ValueKey, str]
    ticks: frozenset[tuple[str, str]]  # (step key, check item key)
    timeline: tuple[TimelineEntry, ...]
    evidence: tuple[Evidence, ...]
    settled_rounds: tuple[SettledRound, ...] = ()
    missing_files: frozenset[str] = field(default_factory=frozenset)  # SHA-256 of blobs found missing or altered
    rules: RulePack = NO_RULES
    calendar: WorkCalendar = field(default_factory=PlainWeeks, compare=False)
    deadline_changes: tuple[DeadlineChange, ...] = ()
    offers: tuple[Offer, ...] = ()
    claims: tuple[Claim, ...] = ()
    letters: tuple[Letter, ...] = ()
    snoozes: Mapping[str, str] = field(default_factory=dict)  # reminder key -> until
    demand_links: Mapping[str, tuple[EvidenceId, ...]] = field(default_factory=dict)  # demand key -> what shows it
    marks: tuple[Mark, ...] = ()

    @property
    def flow(self) -> Flow:
        """The case's way through its playbook."""
        return Flow(self.playbook, self.steps, self.settled_rounds)

    def value(self, field_key: str, round_no: int | None = None) -> str:
        """Return a field's text in ``round_no`` (default: the step's current round), "" if nothing was written."""
        if round_no is None:
            owner = self.playbook.field_owner.get(field_key)
            round_no = self.flow.record(owner.key).round if owner else 1
        return self.values.get(ValueKey(field_key, round_no), "")

    def role_value(self, role: Role) -> str:
        """Return the first non-empty value, in step order, of a field that has ``role``."""
        values = (self.value(f.key) for f in self.playbook.fields() if f.role is role)
        return next((v for v in values if v.strip()), "")

    def filled(self, step: Step, round_no: int) -> tuple[tuple[Field, str], ...]:
        """Return a step's fields that hold something in a round, in the playbook's order."""
        pairs = ((f, self.values.get(ValueKey(f.key, round_no), "")) for f in step.fields)
        return tuple((f, v) for f, v in pairs if v.strip())

    @property
    def live_timeline(self) -> tuple[TimelineEntry, ...]:
        """Entries not in the trash, by when they happened."""
        return in_order(self.timeline)

    @property
    def live_evidence(self) -> tuple[Evidence, ...]:
        """Evidence not in the trash, by exhibit number."""
        live = (e for e in self.evidence if not e.trashed_at)
        return tuple(sorted(live, key=lambda e: e.exhibit_no))

    @property
    def reference(self) -> str:
        """The reference number in force: the newest one that a contact gave, else one written in a step."""
        given = [e.draft.reference for e in self.live_timeline if e.draft.reference]
        return given[-1] if given else self.role_value(Role.REFERENCE)

    @property
    def demands(self) -> tuple[Demand, ...]:
        """What the person asks for."""
        return parse_demands(self.role_value(Role.DEMAND))

    def summary_of(self, entry: TimelineEntry, language: str) -> str:
        """Return what an entry says; one written by a step without a summary says how the step ended."""
        if entry.draft.summary.strip() or not entry.draft.step_key:
            return entry.draft.summary
        step = self.playbook.by_key.get(entry.draft.step_key)
        if step is None:
            return entry.draft.summary
        outcome = step.outcome(self._outcome_key(step.key, entry.draft.step_round))
        name = step.name.get(language)
        colon = "：" if language == "zh_CN" else ": "
        return f"{name}{colon}{outcome.text.get(language)}" if outcome else name

    def _outcome_key(self, step_key: str, round_no: int) -> str:
        current = self.flow.record(step_key)
        if current.round == round_no:
            return current.outcome
        ended = (s.outcome for s in self.settled_rounds if (s.step_key, s.round) == (step_key, round_no))
        return next(ended, "")
