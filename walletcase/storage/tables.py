"""The tables as typed declarative classes, the search index and the journal's guards. Migrations never import this."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    DDL,
    CheckConstraint,
    Dialect,
    ForeignKey,
    Index,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Text,
    UniqueConstraint,
    event,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from walletcase.domain.matching import storable

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


# Columns that came with a later version have a default, in new files as in migrated ones.
_EMPTY, _ZERO = text("''"), text("0")


class AnyText(TypeDecorator[str]):
    """Text that may come from anywhere (storage.search_text.storable)."""

    impl = Text
    cache_ok = True

    @property
    def python_type(self) -> type[str]:
        """What its values are."""
        return str

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Return text that UTF-8 can carry."""
        return value if value is None else storable(value)


class Base(DeclarativeBase):
    """All tables."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {str: AnyText()}  # noqa: RUF012 - SQLAlchemy reads it from the class


def case_key(**options: Any) -> Mapped[int]:
    """Return a column that names the case to which a row belongs, and goes with it."""
    return mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), **options)


class Cases(Base):
    """Heads of cases, the digest that the list shows, and the last numbers given out inside each case."""

    __tablename__ = "cases"
    __table_args__ = (
        UniqueConstraint("number"),
        CheckConstraint("length(number) > 0", name="number"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str]
    title: Mapped[str]
    playbook_key: Mapped[str]
    playbook_version: Mapped[int]
    status: Mapped[str]
    created_at: Mapped[str]
    updated_at: Mapped[str]
    is_sample: Mapped[bool]
    trashed_at: Mapped[str]
    institution: Mapped[str]
    follows: Mapped[str]
    chase_step: Mapped[str]
    awaited_on: Mapped[str]
    remind_on: Mapped[str]
    evidence_count: Mapped[int]
    last_entry_seq: Mapped[int]
    last_exhibit_no: Mapped[int]
    rules_revision: Mapped[int] = mapped_column(server_default=_ZERO)
    late_after: Mapped[str] = mapped_column(server_default=_EMPTY)
    own_on: Mapped[str] = mapped_column(server_default=_EMPTY)
    own_step: Mapped[str] = mapped_column(server_default=_EMPTY)
    chase_after: Mapped[str] = mapped_column(server_default=_EMPTY)
    last_claim_seq: Mapped[int] = mapped_column(server_default=_ZERO)
    last_letter_seq: Mapped[int] = mapped_column(server_default=_ZERO)


class CaseTags(Base):
    """Tags of a case in the order in which they were given."""

    __tablename__ = "case_tags"
    __table_args__ = (UniqueConstraint("case_id", "tag"),)

    case_id: Mapped[int] = case_key(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    tag: Mapped[str]


class StepRecords(Base):
    """The current round of each step ever touched."""

    __tablename__ = "step_records"
    __table_args__ = (CheckConstraint("round >= 1", name="round"),)

    case_id: Mapped[int] = case_key(primary_key=True)
    step_key: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str]
    round: Mapped[int]
    reason: Mapped[str]
    outcome: Mapped[str]
    settled_at: Mapped[str]
    settled_order: Mapped[int]


class SettledRounds(Base):
    """How earlier rounds of repeated steps ended."""

    __tablename__ = "settled_rounds"
    __table_args__ = (CheckConstraint("round >= 1", name="round"),)

    case_id: Mapped[int] = case_key(primary_key=True)
    step_key: Mapped[str] = mapped_column(primary_key=True)
    round: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str]
    outcome: Mapped[str]
    reason: Mapped[str]
    settled_at: Mapped[str]


class FieldValues(Base):
    """What was written into the fields of the steps, one value a round."""

    __tablename__ = "field_values"
    __table_args__ = (CheckConstraint("round >= 1", name="round"),)

    case_id: Mapped[int] = case_key(primary_key=True)
    field_key: Mapped[str] = mapped_column(primary_key=True)
    round: Mapped[int] = mapped_column(primary_key=True)
    body: Mapped[str]


class Ticks(Base):
    """Ticked checklist items."""

    __tablename__ = "ticks"

    case_id: Mapped[int] = case_key(primary_key=True)
    step_key: Mapped[str] = mapped_column(primary_key=True)
    item_key: Mapped[str] = mapped_column(primary_key=True)


class EvidenceItems(Base):
    """Evidence: what is said about a file, what the file is, and which blob of the vault holds it."""

    __tablename__ = "evidence"
    __table_args__ = (
        UniqueConstraint("case_id", "exhibit_no"),
        CheckConstraint("exhibit_no >= 1", name="exhibit_no"),
        CheckConstraint("length(sha256) = 64", name="sha256"),
        CheckConstraint("size_bytes >= 0", name="size_bytes"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = case_key()
    exhibit_no: Mapped[int]
    title: Mapped[str]
    proves: Mapped[str]
    source: Mapped[str]
    made_on: Mapped[str]
    copy_kind: Mapped[str]
    original_name: Mapped[str]
    added_at: Mapped[str]
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    size_bytes: Mapped[int]
    media_type: Mapped[str]
    width_px: Mapped[int | None]
    height_px: Mapped[int | None]
    pages: Mapped[int | None]
    media_made_at: Mapped[str]
    media_note: Mapped[str]
    step_key: Mapped[str]
    duplicate_of: Mapped[int | None]
    trashed_at: Mapped[str]
    group_key: Mapped[str] = mapped_column(server_default=_EMPTY)
    parent_id: Mapped[int | None]
    kin: Mapped[str] = mapped_column(server_default=_EMPTY)
    origin: Mapped[str] = mapped_column(server_default=_EMPTY)
    duration_ms: Mapped[int | None]
    says: Mapped[str] = mapped_column(server_default=_EMPTY)
    fingerprint: Mapped[str] = mapped_column(server_default=_EMPTY)


class TimelineEntries(Base):
    """Contacts and what the app noted by itself, numbered within their case."""

    __tablename__ = "timeline_entries"
    __table_args__ = (
        UniqueConstraint("case_id", "seq"),
        CheckConstraint("seq >= 1", name="seq"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = case_key()
    seq: Mapped[int]
    occurred_at: Mapped[str]
    summary: Mapped[str]
    kind: Mapped[str]
    channel: Mapped[str]
    counterpart: Mapped[str]
    reference: Mapped[str]
    promised_by: Mapped[str]
    is_answer: Mapped[bool]
    step_key: Mapped[str]
    step_round: Mapped[int]
    recorded_at: Mapped[str]
    edited_at: Mapped[str]
    trashed_at: Mapped[str]
    promise: Mapped[str] = mapped_column(server_default=_EMPTY)
    promise_state: Mapped[str] = mapped_column(server_default=text("'open'"))
    promise_settled_on: Mapped[str] = mapped_column(server_default=_EMPTY)
    promise_note: Mapped[str] = mapped_column(server_default=_EMPTY)
    promise_renewed_by: Mapped[int | None]


class EntryEvidence(Base):
    """Evidence linked to a timeline entry, in the order in which it was linked."""

    __tablename__ = "entry_evidence"
    __table_args__ = (UniqueConstraint("entry_id", "evidence_id"), Index(None, "evidence_id"))

    entry_id: Mapped[int] = mapped_column(ForeignKey("timeline_entries.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    evidence_id: Mapped[int] = mapped_column(ForeignKey("evidence.id", ondelete="CASCADE"))


class JournalLines(Base):
    """The append-only journal. It outlives the cases it speaks of, so it has no key into them."""

    __tablename__ = "journal"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str]
    kind: Mapped[str]
    case_number: Mapped[str]
    detail: Mapped[str]
    hash: Mapped[str] = mapped_column(String(64))


class Counters(Base):
    """The last number given out under a name; a number is never given twice, whatever was deleted since."""

    __tablename__ = "counters"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[int]


class SearchTexts(Base):
    """Texts that can be found: as typed, and folded for comparison (storage.search_text)."""

    __tablename__ = "search_texts"
    __table_args__ = (UniqueConstraint("case_id", "kind", "item_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = case_key()
    kind: Mapped[str]
    item_id: Mapped[str]
    body: Mapped[str]
    folded: Mapped[str]


class AlembicVersion(Base):
    """Which revision the file is at, as Alembic keeps it."""

    __tablename__ = "alembic_version"

    __table_args__ = (PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),)

    version_num: Mapped[str] = mapped_column(String(32))


EXTRA_DDL = (
    "CREATE VIRTUAL TABLE search_index USING fts5(body, content='', tokenize='ascii')",
    "CREATE TRIGGER journal_keeps_lines BEFORE DELETE ON journal "
    "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    "CREATE TRIGGER journal_keeps_words BEFORE UPDATE ON journal "
    "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    # REPLACE deletes without asking the first guard.
    "CREATE TRIGGER journal_only_grows BEFORE INSERT ON journal "
    "WHEN EXISTS (SELECT 1 FROM journal WHERE seq >= NEW.seq) "
    "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
)

for statement in EXTRA_DDL:
    event.listen(Base.metadata, "after_create", DDL(statement))  # type: ignore[no-untyped-call]
