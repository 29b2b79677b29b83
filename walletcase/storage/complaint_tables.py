"""The tables of the complaint flow: rules and years, and what a case has beside its steps, contacts and evidence."""

from __future__ import annotations

from sqlalchemy import DDL, CheckConstraint, ForeignKey, Index, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column

from walletcase.storage.tables import Base, case_key


class RuleRevisions(Base):
    """Every state the rules have had, as canonical JSON. Append-only; a case names the one it goes by."""

    __tablename__ = "rule_revisions"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    made_at: Mapped[str]
    kind: Mapped[str]
    note: Mapped[str]
    content: Mapped[str]


class CalendarYears(Base):
    """Imported calendars; the days are JSON: the name of each by its ISO date."""

    __tablename__ = "calendar_years"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    days_off: Mapped[str]
    working_days: Mapped[str]
    source: Mapped[str]
    imported_at: Mapped[str]


class DeadlineChanges(Base):
    """What a person said about deadlines; deadlines themselves are derived."""

    __tablename__ = "deadline_changes"
    __table_args__ = (Index(None, "case_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = case_key()
    deadline_key: Mapped[str]
    kind: Mapped[str]
    since: Mapped[str]
    until: Mapped[str]
    limit_key: Mapped[str]
    note: Mapped[str]
    made_at: Mapped[str]
    trashed_at: Mapped[str]


class Offers(Base):
    """What was offered against the demands of a case."""

    __tablename__ = "offers"
    __table_args__ = (Index(None, "case_id"), Index(None, "entry_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = case_key()
    demand_key: Mapped[str]
    made_on: Mapped[str]
    body: Mapped[str]
    amount: Mapped[str]
    state: Mapped[str]
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("timeline_entries.id"))
    trashed_at: Mapped[str]


class Claims(Base):
    """Stated facts, numbered within their case."""

    __tablename__ = "claims"
    __table_args__ = (
        UniqueConstraint("case_id", "seq"),
        CheckConstraint("seq >= 1", name="seq"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = case_key()
    seq: Mapped[int]
    body: Mapped[str]
    happened_on: Mapped[str]
    amount: Mapped[str]
    trashed_at: Mapped[str]


class ClaimEvidence(Base):
    """Evidence linked to a claim, in the order in which it was linked."""

    __tablename__ = "claim_evidence"
    __table_args__ = (UniqueConstraint("claim_id", "evidence_id"), Index(None, "evidence_id"))

    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    evidence_id: Mapped[int] = mapped_column(ForeignKey("evidence.id", ondelete="CASCADE"))


class Letters(Base):
    """Letters, numbered within their case; one with ``sent_at`` keeps its words."""

    __tablename__ = "letters"
    __table_args__ = (
        UniqueConstraint("case_id", "seq"),
        CheckConstraint("seq >= 1", name="seq"),
        Index(None, "entry_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = case_key()
    seq: Mapped[int]
    kind: Mapped[str]
    language: Mapped[str]
    door: Mapped[str]
    body: Mapped[str]
    composed_at: Mapped[str]
    updated_at: Mapped[str]
    sent_at: Mapped[str]
    sent_via: Mapped[str]
    sent_sha256: Mapped[str]
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("timeline_entries.id"))
    trashed_at: Mapped[str]


class Reminders(Base):
    """Reminders as derived at the last change of each case, so that all cases can be asked at once."""

    __tablename__ = "reminders"

    case_id: Mapped[int] = case_key(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    due_on: Mapped[str]
    late_after: Mapped[str]
    name: Mapped[str]
    step_key: Mapped[str]
    item: Mapped[str]
    estimated: Mapped[bool]


class Snoozes(Base):
    """Until when a person wants no nudge."""

    __tablename__ = "snoozes"

    case_id: Mapped[int] = case_key(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    until: Mapped[str]


EXTRA_DDL = (
    "CREATE TRIGGER rules_keep_revisions BEFORE DELETE ON rule_revisions "
    "BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END",
    "CREATE TRIGGER rules_keep_content BEFORE UPDATE ON rule_revisions "
    "BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END",
    # REPLACE deletes without asking the first guard.
    "CREATE TRIGGER rules_only_grow BEFORE INSERT ON rule_revisions "
    "WHEN EXISTS (SELECT 1 FROM rule_revisions WHERE id >= NEW.id) "
    "BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END",
)

for statement in EXTRA_DDL:
    event.listen(Base.metadata, "after_create", DDL(statement))  # type: ignore[no-untyped-call]


class DossierChoices(Base):
    """What a person chose for each reader of a case's dossier."""

    __tablename__ = "dossier_choices"

    case_id: Mapped[int] = case_key(primary_key=True)
    audience: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[str]
