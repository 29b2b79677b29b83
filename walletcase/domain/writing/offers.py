"""Which kinds of letters fit a case now."""

from __future__ import annotations

from walletcase.domain.case import CaseRecord
from walletcase.domain.due.deadlines import DeadlineState, deadlines_of
from walletcase.domain.due.followup import follow_up_of
from walletcase.domain.due.promises import promises_of
from walletcase.domain.flow.playbook import Role, Status
from walletcase.domain.rules.pack import Party
from walletcase.domain.timeline import EntryKind
from walletcase.domain.writing.kinds import LetterKind, When

_NOT_FILED = (Status.DRAFT, Status.PREPARING)
_ENDED = (Status.RESOLVED, Status.CLOSED)


def holds(when: When, record: CaseRecord, today: str) -> bool:
    """Return whether a condition holds in a case on a day."""
    return {
        When.OPEN: lambda: record.case.status not in _ENDED,
        When.FILED: lambda: record.case.status not in _NOT_FILED,
        When.OVERDUE: lambda: _is_overdue(record, today),
        When.ANSWERED: lambda: _is_answered(record),
        When.AGREED: lambda: _is_agreed(record),
    }[when]()


def fits(kind: LetterKind, record: CaseRecord, today: str) -> bool:
    """Return whether a kind of letter fits a case on a day. One that does not may be written all the same."""
    return all(holds(when, record, today) for when in kind.when)


def _is_overdue(record: CaseRecord, today: str) -> bool:
    late = any(d.state is DeadlineState.LATE and d.limit.party is not Party.PERSON for d in deadlines_of(record, today))
    broken = any(p.is_late or p.was_broken for p in promises_of(record, today))
    return late or broken or follow_up_of(record).is_overdue(today)


def _is_answered(record: CaseRecord) -> bool:
    contacts = (entry for entry in record.live_timeline if entry.draft.kind in (EntryKind.CONTACT, EntryKind.STEP))
    return any(entry.draft.is_answer for entry in contacts)


def _is_agreed(record: CaseRecord) -> bool:
    accepted = any(offer.is_agreed for offer in record.offers)
    return accepted or bool(record.role_value(Role.AGREED)) or record.case.status is Status.RESOLVED
