"""The tables around evidence: words on pages, marks, links to demands, time stamps."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from walletcase.storage.tables import Base, case_key


class PageTexts(Base):
    """Words of a page as a file holds or a machine read them; can be read again at any time."""

    __tablename__ = "page_texts"
    __table_args__ = (CheckConstraint("page_no >= 0", name="page_no"),)

    evidence_id: Mapped[int] = mapped_column(ForeignKey("evidence.id", ondelete="CASCADE"), primary_key=True)
    page_no: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str]
    engine: Mapped[str]
    lines: Mapped[str]
    made_at: Mapped[str]


class CorrectedTexts(Base):
    """What a person made of the words of a page."""

    __tablename__ = "corrected_texts"

    evidence_id: Mapped[int] = mapped_column(ForeignKey("evidence.id", ondelete="CASCADE"), primary_key=True)
    page_no: Mapped[int] = mapped_column(primary_key=True)
    body: Mapped[str]


class Marks(Base):
    """Marks drawn over pages."""

    __tablename__ = "marks"
    __table_args__ = (Index(None, "evidence_id"), Index(None, "case_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = case_key()
    evidence_id: Mapped[int] = mapped_column(ForeignKey("evidence.id", ondelete="CASCADE"))
    page_no: Mapped[int]
    kind: Mapped[str]
    from_x: Mapped[int]
    from_y: Mapped[int]
    to_x: Mapped[int]
    to_y: Mapped[int]
    body: Mapped[str]
    trashed_at: Mapped[str]


class DemandEvidence(Base):
    """Evidence linked to a demand, in the order in which it was linked."""

    __tablename__ = "demand_evidence"
    __table_args__ = (Index(None, "evidence_id"),)

    case_id: Mapped[int] = case_key(primary_key=True)
    demand_key: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    evidence_id: Mapped[int] = mapped_column(ForeignKey("evidence.id", ondelete="CASCADE"))


class TimeStamps(Base):
    """Requests to time-stamp authorities and their answers; of the whole journal, not of a case."""

    __tablename__ = "time_stamps"

    id: Mapped[int] = mapped_column(primary_key=True)
    made_at: Mapped[str]
    journal_seq: Mapped[int]
    imprint: Mapped[str]
    request: Mapped[bytes] = mapped_column(LargeBinary)
    answer: Mapped[bytes] = mapped_column(LargeBinary)
    roots: Mapped[bytes] = mapped_column(LargeBinary)
    stamped_at: Mapped[str]
    authority: Mapped[str]
