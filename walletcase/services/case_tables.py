"""What the use cases of the complaint flow need of the store, beside services.ports. Storage provides it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from walletcase.domain.claims import Claim
from walletcase.domain.days.workdays import YearTable
from walletcase.domain.deadline_change import DeadlineChange
from walletcase.domain.demands import Offer
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.choices import Choices
from walletcase.domain.due.reminders import Reminder
from walletcase.domain.ids import CaseId
from walletcase.domain.letter import Letter
from walletcase.services.row_changes import Noted, RowChange


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """A revision of the rules as stored: ``content`` is the pack as canonical JSON (domain.rules.reader)."""

    id: int
    made_at: str
    kind: str
    note: str
    content: str


@dataclass(frozen=True, slots=True)
class CaseRows:
    """All that is recorded of a case: its own row and, by table, all others, columns by name.

    Rows name each other by their places in the table, counted from 1.
    """

    head: Mapping[str, object]
    tables: Mapping[str, Sequence[Mapping[str, object]]]


class CaseRowsTable(Protocol):
    """Cases as plain rows."""

    def read(self, case_id: CaseId) -> CaseRows:
        """Return all that is recorded of a case."""

    def write(self, case_id: CaseId, rows: CaseRows) -> None:
        """Fill a case that was just made; it keeps its own number. Raises ValueError for what is no row of ours."""


class RulesTable(Protocol):
    """Revisions of the rules, and imported calendar years. Revisions are only added."""

    def newest(self) -> RevisionRow | None:
        """Return the revision in force, None in a store that has none yet."""

    def get(self, revision_id: int) -> RevisionRow | None:
        """Return a revision, or None."""

    def all(self) -> Sequence[RevisionRow]:
        """Return all revisions, newest first."""

    def add(self, made_at: str, kind: str, note: str, content: str) -> int:
        """Store a revision and return its id."""

    def years(self) -> Sequence[YearTable]:
        """Return the imported calendar years."""

    def put_year(self, table: YearTable) -> None:
        """Store an imported year in the place of an earlier import."""

    def remove_year(self, year: int) -> None:
        """Forget an imported year."""


class DeadlineTable(Protocol):
    """A person's words on deadlines."""

    def changes(self, case_id: CaseId) -> tuple[DeadlineChange, ...]:
        """Return all words, trashed ones too, oldest first."""

    def add(self, change: DeadlineChange) -> DeadlineChange:
        """Store a word (its id is ignored)."""

    def update(self, change: DeadlineChange) -> None:
        """Store a changed word. Raises UserError("no_such_deadline_change")."""


class OfferTable(Protocol):
    """Offers against demands."""

    def offers(self, case_id: CaseId) -> tuple[Offer, ...]:
        """Return all offers, trashed ones too, oldest first."""

    def add(self, offer: Offer) -> Offer:
        """Store an offer (its id is ignored)."""

    def update(self, offer: Offer) -> None:
        """Store a changed offer. Raises UserError("no_such_offer")."""


class ClaimTable(Protocol):
    """Claims and the evidence linked to them."""

    def claims(self, case_id: CaseId) -> tuple[Claim, ...]:
        """Return all claims, trashed ones too, by seq."""

    def add(self, claim: Claim) -> Claim:
        """Store a claim (its id and seq are ignored) after the last one of its case."""

    def update(self, claim: Claim) -> None:
        """Store a changed claim with its links. Raises UserError("no_such_claim")."""


class LetterTable(Protocol):
    """Letters of a case."""

    def letters(self, case_id: CaseId) -> tuple[Letter, ...]:
        """Return all letters, trashed ones too, by seq."""

    def add(self, letter: Letter) -> Letter:
        """Store a letter (its id and seq are ignored) after the last one of its case."""

    def update(self, letter: Letter) -> None:
        """Store a changed letter; one that was sent may only be trashed, restored or given its contact.

        Raises UserError: no_such_letter, letter_frozen.
        """


class ReminderTable(Protocol):
    """Reminders as derived at the last change of each case, and a person's snoozes."""

    def put(self, case_id: CaseId, reminders: Sequence[Reminder]) -> None:
        """Replace what is kept of a case's reminders."""

    def all(self) -> Sequence[Reminder]:
        """Return the reminders of all live cases, with their snoozes, by due_on."""

    def snoozes(self, case_id: CaseId) -> Mapping[str, str]:
        """Return until when each reminder (by key) is snoozed."""

    def snooze(self, case_id: CaseId, key: str, until: str) -> None:
        """Store a snooze; "" takes it back."""


class RowsTable(Protocol):
    """The rows of cases as plain values, for undo."""

    def watch(self) -> None:
        """Begin to note what changes, whoever changes it, until the unit ends."""

    def noted(self) -> Noted:
        """Return what has changed since ``watch``."""

    def apply(self, changes: Sequence[RowChange], *, back: bool) -> tuple[RowChange, ...]:
        """Bring rows to ``before`` (back) or to ``after``, and what can be found by search with them.

        Returns the changes by which to go the other way: a row that is gone was as it stood last. Raises
        UserError("undo_outdated") where a row is no longer as the change left it: the unit must end with it.
        """


class ChoicesTable(Protocol):
    """What a person chose for each reader of a case's dossier. Never undone: it changes nothing in the case."""

    def get(self, case_id: CaseId, audience: Audience) -> Choices:
        """Return what is chosen. Raises UserError("choices_damaged")."""

    def put(self, case_id: CaseId, audience: Audience, choices: Choices) -> None:
        """Store what is chosen, in the place of what was chosen before."""
