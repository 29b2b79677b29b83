"""What the use cases need from the outside. Storage, media, export and infra provide it; tests use fakes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from walletcase.domain.case import Case, ValueKey
from walletcase.domain.custody import NewestLine
from walletcase.domain.due.followup import Digest
from walletcase.domain.evidence import MediaFacts, StoredFile
from walletcase.domain.flow.machine import SettledRound, StepRecord
from walletcase.domain.flow.playbook import Playbook
from walletcase.domain.ids import CaseId
from walletcase.domain.picture_rows import PictureRows
from walletcase.domain.sealing import SALT, sealed
from walletcase.domain.timeline import EntryDraft, TimelineEntry
from walletcase.services.case_tables import (
    CaseRowsTable,
    ChoicesTable,
    ClaimTable,
    DeadlineTable,
    LetterTable,
    OfferTable,
    ReminderTable,
    RowsTable,
    RulesTable,
)
from walletcase.services.evidence_tables import EvidenceTable, MarkTable, PageTextTable, TimeStampTable

Progress = Callable[[int, int], None]  # (done, total); called on the worker's thread
IsCancelled = Callable[[], bool]


def no_progress(done: int, total: int) -> None:
    """Ignore progress."""


def never_cancelled() -> bool:
    """Say that nobody cancelled."""
    return False


class Clock(Protocol):
    """The only source of time."""

    def now(self) -> datetime:
        """Return the local time, with its zone."""

    def today(self) -> str:
        """Return the local date, ISO."""


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case about to be stored; its number is given by the store, which takes ``number`` if it never gave that one."""

    title: str
    playbook_key: str
    playbook_version: int
    created_at: str
    is_sample: bool = False
    number: str = ""


class CaseTable(Protocol):
    """Heads of cases and their digests."""

    def add(self, new: NewCase) -> Case:
        """Store a case under the next free number of its year (WC-2026-0001) and return it."""

    def head(self, case_id: CaseId) -> Case:
        """Return a case. Raises UserError("no_such_case")."""

    def head_by_number(self, number: str) -> Case:
        """Return a case by its number, upper or lower case. Raises UserError("no_such_case")."""

    def heads(self) -> Sequence[tuple[Case, Digest]]:
        """Return all cases, trashed ones too, newest change first."""

    def update(self, case: Case) -> None:
        """Store a changed head."""

    def set_digest(self, case_id: CaseId, digest: Digest) -> None:
        """Store what the list shows of a case."""

    def purge(self, case_id: CaseId) -> None:
        """Delete a case and every row of it. Its blobs stay for the sweeper."""


class FlowTable(Protocol):
    """Step records, field values and ticks of a case."""

    def steps(self, case_id: CaseId) -> Mapping[str, StepRecord]:
        """Return the current round of each step ever touched."""

    def put_step(self, case_id: CaseId, step_key: str, record: StepRecord) -> None:
        """Store a step's current round."""

    def settled_rounds(self, case_id: CaseId) -> tuple[SettledRound, ...]:
        """Return how earlier rounds ended."""

    def add_settled_round(self, case_id: CaseId, settled: SettledRound) -> None:
        """Keep how a round ended before the next one begins."""

    def values(self, case_id: CaseId) -> Mapping[ValueKey, str]:
        """Return all field values."""

    def put_value(self, case_id: CaseId, key: ValueKey, text: str) -> None:
        """Store a field's text; an empty text removes it."""

    def ticks(self, case_id: CaseId) -> frozenset[tuple[str, str]]:
        """Return the ticked (step key, check item key) pairs."""

    def put_tick(self, case_id: CaseId, step_key: str, item_key: str, on: bool) -> None:
        """Tick or untick a checklist item."""


class TimelineTable(Protocol):
    """Timeline entries of a case."""

    def entries(self, case_id: CaseId) -> tuple[TimelineEntry, ...]:
        """Return all entries, trashed ones too, by sequence."""

    def add(self, case_id: CaseId, draft: EntryDraft, recorded_at: str) -> TimelineEntry:
        """Store an entry under the case's next sequence number."""

    def update(self, entry: TimelineEntry) -> None:
        """Store a corrected or trashed entry."""


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One line of the append-only journal. ``detail`` is a flat mapping of text.

    ``salt`` is chance, given to a line when it is added: whoever sees the line's hash, or some of its words, can't find
    out the rest by trying. Lines of before 2026-11-24 have none.
    """

    at: str
    kind: str
    case_number: str
    detail: Mapping[str, str]
    salt: str = field(default="", compare=False)  # nothing that a line says

    @property
    def kept(self) -> Mapping[str, str]:
        """The detail as it is stored: with the salt."""
        return {**self.detail, SALT: self.salt} if self.salt else dict(self.detail)

    @property
    def hashed(self) -> Mapping[str, str]:
        """The detail as it is hashed: each word sealed."""
        return sealed(self.salt, self.detail) if self.salt else dict(self.detail)


class Journal(Protocol):
    """Append-only record of what happened, each line carrying the hash of the one before."""

    def append(self, line: JournalLine) -> None:
        """Add a line."""

    def broken_at(self) -> int | None:
        """Return the number of the first line whose hash does not fit, None if the chain holds."""

    def head(self) -> str:
        """Return the hash of the newest line, "" for an empty journal."""

    def numbered(self, case_number: str = "") -> Sequence[tuple[int, JournalLine]]:
        """Return the lines with their numbers, of one case if ``case_number`` is given, oldest first."""

    def count(self) -> int:
        """Return the number of the newest line, 0 for an empty journal."""

    def line_of(self, sha256: str) -> int | None:
        """Return the number of the line that has a hash, None if none has it."""

    def hash_at(self, seq: int) -> str:
        """Return the hash of a line, "" if there is none of that number."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One search hit. ``kind`` is one of domain/findable, or words on a page; ``item_id`` names that thing."""

    case_number: str
    case_id: CaseId
    kind: str
    item_id: str
    snippet: str


class SearchIndex(Protocol):
    """Full-text search over what was typed, single Chinese characters included."""

    def put(self, case_id: CaseId, kind: str, item_id: str, text: str) -> None:
        """Index a text, replacing what stood under the same kind and id; an empty text removes it."""

    def texts(self, case_id: CaseId) -> Mapping[tuple[str, str], str]:
        """Return the texts of a case by kind and id, but for words read from pages."""

    def search(self, text: str, limit: int) -> Sequence[Hit]:
        """Return hits in live cases, the best first. Any text is a literal query."""

    def count(self, text: str) -> int:
        """Return how many hits a text has in live cases."""

    def unknown_cases(self) -> Sequence[CaseId]:
        """Return the cases of which nothing is in the index: it was emptied for a new way of keeping it."""


class Unit(Protocol):
    """One unit of work."""

    @property
    def cases(self) -> CaseTable: ...
    @property
    def flow(self) -> FlowTable: ...
    @property
    def timeline(self) -> TimelineTable: ...
    @property
    def evidence(self) -> EvidenceTable: ...
    @property
    def journal(self) -> Journal: ...
    @property
    def index(self) -> SearchIndex: ...
    @property
    def rules(self) -> RulesTable: ...
    @property
    def deadlines(self) -> DeadlineTable: ...
    @property
    def offers(self) -> OfferTable: ...
    @property
    def claims(self) -> ClaimTable: ...
    @property
    def letters(self) -> LetterTable: ...
    @property
    def reminders(self) -> ReminderTable: ...
    @property
    def case_rows(self) -> CaseRowsTable: ...
    @property
    def choices(self) -> ChoicesTable: ...
    @property
    def rows(self) -> RowsTable: ...
    @property
    def page_texts(self) -> PageTextTable: ...
    @property
    def marks(self) -> MarkTable: ...
    @property
    def time_stamps(self) -> TimeStampTable: ...


class Store(Protocol):
    """The database."""

    def read(self) -> AbstractContextManager[Unit]:
        """Open a unit that only reads."""

    def write(self) -> AbstractContextManager[Unit]:
        """Open a unit that is committed when the block ends and undone when it raises.

        Raises UserError: disk_full, store_locked, store_unwritable.
        """

    def newest_line(self) -> NewestLine | None:
        """Return the journal's newest line as it was noted outside the database, None if nothing is noted."""

    def problems(self) -> Sequence[str]:
        """Return what SQLite's own check and the schema comparison find wrong; empty when sound."""


class Vault(Protocol):
    """Evidence files by SHA-256. What a method returned is durable (reliability.md section 2)."""

    def take(self, source: Path, progress: Callable[[int], None], cancelled: IsCancelled) -> StoredFile:
        """Copy a file in; ``progress`` gets bytes done.

        Raises Cancelled; UserError: file_missing, file_unreadable, not_a_file, file_changed, file_too_large, disk_full,
        store_unwritable.
        """

    def take_bytes(self, content: bytes) -> StoredFile:
        """Store bytes that never were a file (a pasted picture). Raises UserError as take does."""

    def path(self, sha256: str) -> Path:
        """Return where a blob is or would be. The file must not be changed."""

    def fault(self, file: StoredFile, cancelled: IsCancelled = never_cancelled) -> str:
        """Read a blob again: "" if it is as stored, else "missing" or "altered". Raises Cancelled."""

    def foreign(self, live: Iterable[str], cancelled: IsCancelled = never_cancelled) -> Sequence[str]:
        """Return what lies in the vault and does not belong there, by its place. Raises Cancelled."""

    def sweep(self, live: Iterable[str]) -> int:
        """Remove temporary leftovers and blobs not in ``live`` (SHA-256); return how many went."""


class Probe(Protocol):
    """Looks at a file without trusting it."""

    def media_type(self, path: Path, name: str) -> str:
        """Return the type by content; ``name`` only decides between kinds of text."""

    def probe(self, path: Path, media_type: str) -> MediaFacts:
        """Return what the file is. Never raises for content."""


class PlaybookSource(Protocol):
    """The shipped playbooks."""

    def known(self) -> Sequence[str]:
        """Return the keys of all playbooks, the default one first."""

    def get(self, key: str) -> Playbook:
        """Return a playbook. Raises UserError: no_such_playbook, playbook_invalid."""


class Pictures(Protocol):
    """Draws what a file holds, for the screen."""

    def thumbnail(self, sha256: str, path: Path, media_type: str, box_px: int) -> bytes | None:
        """Return a PNG that fits a square of ``box_px``, None if the file has no picture."""

    def page(self, path: Path, media_type: str, page_no: int, width_px: int) -> bytes | None:
        """Return a page (from 0) as PNG of about ``width_px``, None if it can't be drawn."""

    def text(self, path: Path, media_type: str) -> str | None:
        """Return the beginning of a text file, None for other kinds."""

    def sound(self, path: Path, media_type: str, from_ms: int) -> bytes | None:
        """Return a piece of sound from a time on (domain.sound), b"" after its end, None if it can't be decoded."""

    def rows(self, path: Path, media_type: str, page_no: int = 0, width_px: int = 0) -> PictureRows | None:
        """Return where each row of a picture has edges, upright, shrunk to ``width_px`` (0: not) if it is wider."""
