"""The store: units of work over one database file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from walletcase.domain.custody import NewestLine
from walletcase.domain.errors import UserError
from walletcase.storage.engine import make_engine, writer
from walletcase.storage.failures import database_errors
from walletcase.storage.head_note import HeadNote
from walletcase.storage.repositories.case_rows import CaseRowsRepository
from walletcase.storage.repositories.cases import CaseRepository
from walletcase.storage.repositories.choices import ChoicesRepository
from walletcase.storage.repositories.claims import ClaimRepository
from walletcase.storage.repositories.deadlines import DeadlineRepository
from walletcase.storage.repositories.evidence import EvidenceRepository
from walletcase.storage.repositories.flow import FlowRepository
from walletcase.storage.repositories.journal import JournalRepository
from walletcase.storage.repositories.letters import LetterRepository
from walletcase.storage.repositories.marks import MarkRepository
from walletcase.storage.repositories.offers import OfferRepository
from walletcase.storage.repositories.page_texts import PageTextRepository
from walletcase.storage.repositories.reminders import ReminderRepository
from walletcase.storage.repositories.rows import RowsRepository
from walletcase.storage.repositories.rules import RulesRepository
from walletcase.storage.repositories.time_stamps import TimeStampRepository
from walletcase.storage.repositories.timeline import TimelineRepository
from walletcase.storage.schema import schema_differences
from walletcase.storage.search_index import SearchRepository


class SqlUnit:
    """Implements services.ports.Unit on one connection inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def cases(self) -> CaseRepository:
        """Heads of cases."""
        return CaseRepository(self._connection, self.index.forget_case)

    @cached_property
    def flow(self) -> FlowRepository:
        """Steps, values and ticks."""
        return FlowRepository(self._connection)

    @cached_property
    def timeline(self) -> TimelineRepository:
        """Timeline entries."""
        return TimelineRepository(self._connection)

    @cached_property
    def evidence(self) -> EvidenceRepository:
        """Evidence rows."""
        return EvidenceRepository(self._connection)

    @cached_property
    def journal(self) -> JournalRepository:
        """The append-only journal."""
        return JournalRepository(self._connection)

    @cached_property
    def page_texts(self) -> PageTextRepository:
        """Words of pages."""
        return PageTextRepository(self._connection)

    @cached_property
    def marks(self) -> MarkRepository:
        """Marks over pages, links to demands."""
        return MarkRepository(self._connection)

    @cached_property
    def time_stamps(self) -> TimeStampRepository:
        """Time stamps of the journal."""
        return TimeStampRepository(self._connection)

    @cached_property
    def index(self) -> SearchRepository:
        """The full-text index."""
        return SearchRepository(self._connection)

    @cached_property
    def rules(self) -> RulesRepository:
        """Revisions of the rules and imported years."""
        return RulesRepository(self._connection)

    @cached_property
    def deadlines(self) -> DeadlineRepository:
        """Words on deadlines."""
        return DeadlineRepository(self._connection)

    @cached_property
    def offers(self) -> OfferRepository:
        """Offers against demands."""
        return OfferRepository(self._connection)

    @cached_property
    def claims(self) -> ClaimRepository:
        """Claims and their evidence."""
        return ClaimRepository(self._connection)

    @cached_property
    def letters(self) -> LetterRepository:
        """Letters."""
        return LetterRepository(self._connection)

    @cached_property
    def reminders(self) -> ReminderRepository:
        """Reminders and snoozes."""
        return ReminderRepository(self._connection)

    @cached_property
    def case_rows(self) -> CaseRowsRepository:
        """All rows of a case, for case files."""
        return CaseRowsRepository(self._connection)

    @cached_property
    def choices(self) -> ChoicesRepository:
        """What was chosen for readers of dossiers."""
        return ChoicesRepository(self._connection)

    @cached_property
    def rows(self) -> RowsRepository:
        """Rows as plain values, for undo."""
        return RowsRepository(self._connection, self.index, self.index.forget_case)


class SqlStore:
    """Implements services.ports.Store on a database that storage.opening.open_store has made current.

    Every unit opens its own connection, so any thread may open one; a unit belongs to the thread that opened it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._head_note = HeadNote(path.parent)
        self._readers = make_engine(path)
        self._writers = writer(self._readers)

    @contextmanager
    def read(self) -> Iterator[SqlUnit]:
        """Open a unit that sees one moment of the database and can't write.

        Raises UserError: store_locked, store_unwritable, store_damaged, disk_error.
        """
        with database_errors(self.path), self._readers.begin() as connection:
            yield SqlUnit(connection)

    @contextmanager
    def write(self) -> Iterator[SqlUnit]:
        """Open a unit that is committed, and durable, when the block ends and undone when it raises.

        Raises UserError: disk_full, store_locked, store_unwritable, store_damaged, disk_error.
        """
        with database_errors(self.path), self._writers.begin() as connection:
            unit = SqlUnit(connection)
            yield unit
            newest = unit.journal.newest
            follows = newest is not None and self._follows(unit.journal)
        if newest is not None and follows:
            self._head_note.keep(newest)

    def _follows(self, journal: JournalRepository) -> bool:
        """Whether the line that was noted is still there: a journal that was cut must not hide it by going on."""
        noted = self._head_note.kept()
        return noted is None or journal.hash_at(noted.line) == noted.sha256

    def newest_line(self) -> NewestLine | None:
        """Return the journal's newest line as it was noted outside the database, None if nothing is noted."""
        return self._head_note.kept()

    def problems(self) -> Sequence[str]:
        """Return what is wrong with the database, for people who look into it; empty when sound.

        Checks every page, index and foreign key, the schema, the search index and the numbers given out.
        """
        try:
            with database_errors(self.path), self._readers.begin() as connection:
                return _problems(connection)
        except (UserError, DBAPIError) as error:
            return [str(error)]

    def close(self) -> None:
        """Let go of everything; nothing is kept open between units."""
        self._readers.dispose()


def _problems(connection: Connection) -> list[str]:
    answers = connection.execute(text("PRAGMA integrity_check")).scalars()
    found = [f"integrity: {answer}" for answer in answers if answer != "ok"]
    keys = connection.execute(text("PRAGMA foreign_key_check")).all()
    found += [f"foreign key: row {row_id} of {table} has no {parent}" for table, row_id, parent, _ in keys]
    found += [f"schema: {difference}" for difference in schema_differences(connection)]
    if found:
        return found
    if not SearchRepository(connection).is_complete():
        found.append("search index: entries are missing or too many")
    return found
