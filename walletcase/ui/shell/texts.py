"""The window's words for what the domain only names: statuses, filters, next actions, waiting."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from walletcase.domain.case import Filter
from walletcase.domain.demands import DemandKind
from walletcase.domain.errors import UserError
from walletcase.domain.flow.machine import NextAction, NextKind
from walletcase.domain.flow.playbook import Playbook, Status
from walletcase.services.ports import PlaybookSource
from walletcase.ui.shell.i18n import translate

STATUS_TONES = {
    Status.DRAFT: "plain",
    Status.PREPARING: "plain",
    Status.FILED: "accent",
    Status.ACCEPTED: "accent",
    Status.ANSWERED: "accent",
    Status.ESCALATED: "warn",
    Status.RESOLVED: "ok",
    Status.CLOSED: "plain",
}


def status_text(status: Status) -> str:
    """Return a status in words."""
    return {
        Status.DRAFT: translate("Status", "Draft"),
        Status.PREPARING: translate("Status", "Preparing"),
        Status.FILED: translate("Status", "Filed"),
        Status.ACCEPTED: translate("Status", "Accepted"),
        Status.ANSWERED: translate("Status", "Answered"),
        Status.ESCALATED: translate("Status", "Escalated"),
        Status.RESOLVED: translate("Status", "Resolved"),
        Status.CLOSED: translate("Status", "Closed"),
    }[status]


def filter_text(chosen: Filter) -> str:
    """Return a filter's name."""
    return {
        Filter.TODAY: translate("Filter", "Today"),
        Filter.ALL: translate("Filter", "All cases"),
        Filter.ACTIVE: translate("Filter", "In progress"),
        Filter.FOLLOW_UP: translate("Filter", "Follow-up"),
        Filter.OVERDUE: translate("Filter", "Overdue"),
        Filter.RESOLVED: translate("Filter", "Resolved"),
        Filter.TRASH: translate("Filter", "Trash"),
    }[chosen]


def demand_kind_text(kind: DemandKind) -> str:
    """Return what a demand asks for, as a verb."""
    return {
        DemandKind.FIX: translate("Demands", "Fix"),
        DemandKind.RESTORE: translate("Demands", "Restore"),
        DemandKind.COMPENSATE: translate("Demands", "Compensate"),
        DemandKind.EXPLAIN: translate("Demands", "Explain"),
        DemandKind.APOLOGISE: translate("Demands", "Apologise"),
        DemandKind.OTHER: translate("Demands", "Other"),
    }[kind]


def listed(parts: Iterable[str]) -> str:
    """Return parts as one line, with the comma of the language; empty ones are left out."""
    return translate("List", ", ").join(part for part in parts if part)


def days_between(start: str, end: str) -> int:
    """Return the calendar days from one ISO date to another; negative if ``end`` is earlier."""
    return (date.fromisoformat(end[:10]) - date.fromisoformat(start[:10])).days


def playbook_of(source: PlaybookSource, key: str) -> Playbook | None:
    """Return a case's playbook, None where its file is gone or can't be read."""
    try:
        return source.get(key)
    except UserError:
        return None


def next_text(action: NextAction, playbook: Playbook | None, language: str) -> str:
    """Return the next action in a few words; without the playbook, that it is missing."""
    if playbook is None or (action.step_key and action.step_key not in playbook.by_key):
        return translate("Next", "Its playbook is missing")
    if action.kind is NextKind.FINISHED:
        return translate("Next", "Nothing left to do")
    name = playbook.by_key[action.step_key].name.get(language)
    if action.kind is NextKind.WAIT:
        return translate("Next", "Wait until {date}").format(date=action.on)
    if action.kind is NextKind.ACT_BY:
        return translate("Next", "{step}, by {date}").format(step=name, date=action.on)
    return name


def due_text(awaited_on: str, today: str, late_after: str = "") -> str:
    """Return how far off an awaited answer is: days left, due today, due, or days late.

    Late is only what is past ``late_after`` (default: ``awaited_on``): a last day may move over a holiday.
    """
    late_after = late_after or awaited_on
    left = days_between(today, awaited_on or late_after)
    if left > 0:
        return translate("Due", "%n day(s) left", "", left)
    if left == 0:
        return translate("Due", "answer due today")
    if today <= late_after:
        return translate("Due", "answer due, late after {date}").format(date=late_after)
    return translate("Due", "%n day(s) late", "", days_between(late_after, today))
