"""Evidence: a file kept byte for byte in the vault, and what is said about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from walletcase.domain.ids import CaseId, EvidenceId


class CopyKind(StrEnum):
    """Whether the file is the original or a copy of it (the last column of an evidence index)."""

    ORIGINAL = "original"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class MediaFacts:
    """What a file turned out to be.

    ``made_at`` is what the file says of itself (EXIF), ISO without zone, "" if it says nothing; it can be edited by
    anyone. ``note`` says why there is no preview: "", "encrypted", "damaged", "too_large", "timeout", "unsupported"
    or "empty".
    """

    media_type: str
    width_px: int | None = None
    height_px: int | None = None
    pages: int | None = None
    made_at: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file in the vault: the bytes are durable when this value exists."""

    sha256: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """One exhibit of a case. ``exhibit_no`` never changes; removing an exhibit leaves a gap.

    ``added_at`` is ISO 8601 with offset; ``made_on`` an ISO date or "". ``duplicate_of`` is the exhibit number of an
    earlier item of the same case with the same bytes.
    """

    id: EvidenceId
    case_id: CaseId
    exhibit_no: int
    title: str
    proves: str
    source: str
    made_on: str
    copy_kind: CopyKind
    original_name: str
    added_at: str
    file: StoredFile
    media: MediaFacts
    step_key: str = ""
    duplicate_of: int | None = None
    trashed_at: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceEdit:
    """New wording for a piece of evidence; None leaves a field as it is."""

    title: str | None = None
    proves: str | None = None
    source: str | None = None
    made_on: str | None = None
    copy_kind: CopyKind | None = None
    step_key: str | None = None
