"""Reminders: what the person should hear of, and when. Derived from a record; only snoozes are stored.

Postponing the nudge (snooze) and moving the date itself (deadlines, promises, fields) are two things.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from walletcase.domain.ids import CaseId


class ReminderKind(StrEnum):
    """What a reminder is about."""

    DEADLINE = "deadline"  # the other side owes something by a date
    OWN_TERM = "own_term"  # the person has to act by a date
    PROMISE = "promise"
    ASK = "ask"  # the day on which the person wanted to ask again, or to see whether it was accepted
    CONTACT_CHECK = "contact_check"
    PERFORMANCE = "performance"  # what was agreed is to be carried out


class Urgency(StrEnum):
    """Where a reminder stands on a day."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"  # within three days
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder. ``key`` is stable within its case. ``due_on`` is the earlier date (warn the person), ``late_after``
    the later one (only then is the other side late); both are local ISO dates and never shift with time zones.
    ``snoozed_until`` is "" or an ISO date or time before which there is no nudge.
    """

    key: str
    case_id: CaseId
    kind: ReminderKind
    due_on: str
    late_after: str
    name: str  # key of the limit, the promise's words, the field's key: ui and export find the words
    step_key: str = ""
    item: str = ""  # entry id or deadline key
    estimated: bool = False
    snoozed_until: str = ""
