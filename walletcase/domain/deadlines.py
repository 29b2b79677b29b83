"""Deadlines: time limits of the rule pack applied to what happened in a case. Derived, never stored.

What is stored are a person's words on them: pauses, notices of extension, another start, "no longer of interest".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from walletcase.domain.rules.pack import Limit
from walletcase.domain.workdays import Count, Pause


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


class DeadlineState(StrEnum):
    """Where a deadline stands."""

    RUNNING = "running"
    DUE = "due"  # its last day is today or past, but not yet the later of the two dates
    LATE = "late"  # past the later date without what was owed
    MET = "met"
    MET_LATE = "met_late"
    CLOSED = "closed"  # dismissed, or the case ended


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline of a case. ``key`` is stable: limit, step and round, e.g. "bank_answer/confirm/1".

    ``limit`` is the one in force (after extension), ``first_limit`` the one it began with. The person is warned at
    ``count.due_on``; the other side is called late only after ``late_after``: the later date where the rule lets the
    last day roll or leaves it open.
    """

    key: str
    limit: Limit
    first_limit: Limit
    step_key: str
    round: int
    starts_on: str
    count: Count
    pauses: tuple[Pause, ...]
    state: DeadlineState
    settled_on: str = ""

    @property
    def due_on(self) -> str:
        """The last day, ISO."""
        return self.count.due_on.isoformat()

    @property
    def rolled_due_on(self) -> str:
        """Where the last day moves to over a holiday, ISO."""
        return self.count.rolled_due_on.isoformat()
