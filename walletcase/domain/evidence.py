"""Evidence: a file kept byte for byte in the vault, and what is said about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from walletcase.domain.ids import CaseId, EvidenceId


class CopyKind(StrEnum):
    """Whether the file is the original or a copy of it (the last column of an evidence index)."""

    ORIGINAL = "original"
    COPY = "copy"


class Group(StrEnum):
    """Which part of the evidence index (证据目录) an item stands in."""

    NONE = ""
    IDENTITY = "identity"
    EVENTS = "events"
    ANSWERS = "answers"
    LOSS = "loss"


class Kin(StrEnum):
    """How an item came from another one of the same case, its parent. The parent's file is never changed."""

    NONE = ""
    REDACTED = "redacted"  # opaque boxes burnt in
    PAGE = "page"  # cut from a long picture
    ATTACHMENT = "attachment"  # of an e-mail
    MEMBER = "member"  # of an archive


class Way(StrEnum):
    """How a file came in."""

    UNKNOWN = ""
    PICKED = "picked"
    DROPPED = "dropped"
    PASTED = "pasted"
    WATCHED = "watched"
    CAPTURED = "captured"
    COMMAND = "command"
    DERIVED = "derived"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an item came from, as known when it was added. ``added_by`` is the account of the computer,
    ``device`` its name; ``changed_at`` the file's own time of change, ISO with offset, "" if it never was a file.
    """

    way: Way = Way.UNKNOWN
    added_by: str = ""
    device: str = ""
    changed_at: str = ""


NO_ORIGIN = Origin()


@dataclass(frozen=True, slots=True)
class MediaFacts:
    """What a file turned out to be.

    ``made_at`` is what the file says of itself (EXIF), ISO without zone, "" if it says nothing; it can be edited by
    anyone. ``note`` says why there is no preview: "", "encrypted", "damaged", "too_large", "timeout", "unsupported"
    or "empty". ``duration_ms`` is the length of audio and video. ``says`` is what else the file says of itself, as
    (name, text) pairs ("camera", "software", "has_place" …): shown as such, believed in nothing. ``fingerprint`` is
    64 bits in hex that look alike for pictures that look alike (domain.likeness), "" for what is no picture.
    """

    media_type: str
    width_px: int | None = None
    height_px: int | None = None
    pages: int | None = None
    made_at: str = ""
    note: str = ""
    duration_ms: int | None = None
    says: tuple[tuple[str, str], ...] = ()
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside another one, an e-mail or a ZIP. ``number`` finds it again; ``name`` may have folders, by "/"."""

    number: int
    name: str
    size_bytes: int
    locked: bool = False


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file in the vault: the bytes are durable when this value exists."""

    sha256: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """One exhibit of a case. ``exhibit_no`` changes only when a person renumbers; removing an exhibit leaves a gap.

    ``added_at`` is ISO 8601 with offset; ``made_on`` an ISO date or "". ``duplicate_of`` is the exhibit number of an
    earlier item of the same case with the same bytes. ``parent_id`` and ``kin`` say from which item it was made.
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
    group: Group = Group.NONE
    parent_id: EvidenceId | None = None
    kin: Kin = Kin.NONE
    origin: Origin = NO_ORIGIN


@dataclass(frozen=True, slots=True)
class EvidenceEdit:
    """New wording for a piece of evidence; None leaves a field as it is."""

    title: str | None = None
    proves: str | None = None
    source: str | None = None
    made_on: str | None = None
    copy_kind: CopyKind | None = None
    step_key: str | None = None
    group: Group | None = None
