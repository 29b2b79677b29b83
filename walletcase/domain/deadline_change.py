"""What a person said about a deadline: all that is stored of one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What a person said about a deadline."""

    PAUSE = "pause"
    EXTENSION = "extension"  # the other side gave notice of a longer limit
    START = "start"  # the term began on another day
    DISMISS = "dismiss"


@dataclass(frozen=True, slots=True)
class DeadlineChange:
    """One such word. ``since`` and ``until`` are ISO dates or ""; ``limit_key`` names the longer limit."""

    id: int
    case_id: int
    deadline_key: str
    kind: ChangeKind
    since: str = ""
    until: str = ""
    limit_key: str = ""
    note: str = ""
    made_at: str = ""
    trashed_at: str = ""
