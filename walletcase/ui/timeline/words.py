"""How the timeline says days, promises and whole rows."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale

from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.texts import listed
from walletcase.ui.timeline.rows import ContactRow, DayRow, Promise, PromiseState, QuietRow, Row


def days_text(days: int) -> str:
    """Return "1 day", "9 days"."""
    if days == 1:
        return translate("Timeline", "1 day")
    return translate("Timeline", "{n} days").format(n=days)


def day_heading(row: DayRow) -> tuple[str, str]:
    """Return a day's date with its weekday, and how long ago it was."""
    return day_text(row.day), ago_text(row.days_ago)


def day_text(day: str) -> str:
    """Return an ISO date with its weekday in the window's language."""
    return f"{day}  {QLocale().toString(QDate.fromString(day, 'yyyy-MM-dd'), 'ddd')}"


def ago_text(days_ago: int) -> str:
    """Return "today", "yesterday", "12 days ago", "in 3 days"."""
    if days_ago == 0:
        return translate("Timeline", "today")
    if days_ago == 1:
        return translate("Timeline", "yesterday")
    if days_ago == -1:
        return translate("Timeline", "tomorrow")
    if days_ago < 0:
        return translate("Timeline", "in {days}").format(days=days_text(-days_ago))
    return translate("Timeline", "{days} ago").format(days=days_text(days_ago))


def quiet_text(days: int) -> str:
    """Return what a silence says."""
    return translate("Timeline", "{days} without any contact").format(days=days_text(days))


def promise_text(promise: Promise) -> str:
    """Return what became of a promise, on one line."""
    due, days = promise.due_on, days_text(promise.days)
    if promise.state is PromiseState.BROKEN and promise.is_renewed:
        return translate("Timeline", "Promised by {date}: not kept, another date {days} later").format(
            date=due, days=days
        )
    if promise.state is PromiseState.BROKEN and not promise.days:
        return translate("Timeline", "Promised by {date}: broken").format(date=due)
    text = {
        PromiseState.TODAY: translate("Timeline", "Answer due today"),
        PromiseState.OPEN: translate("Timeline", "Answer due {date}, {days} left"),
        PromiseState.BROKEN: translate("Timeline", "Promised by {date}: {days} overdue"),
        PromiseState.LATE: translate("Timeline", "Promised by {date}: answered {days} late"),
        PromiseState.MOVED: translate("Timeline", "Promised by {date}: another date was given"),
        PromiseState.KEPT: translate("Timeline", "Promised by {date}: kept"),
    }[promise.state]
    return text.format(date=due, days=days)


def exhibit_text(exhibit_no: int, title: str) -> str:
    """Return an exhibit's number and title."""
    return translate("Timeline", "Exhibit {n}  {title}").format(n=exhibit_no, title=title)


def sentence(row: Row) -> str:
    """Return a row as one sentence, for screen readers and as the text of a list row."""
    if isinstance(row, DayRow):
        return listed(day_heading(row))
    if isinstance(row, QuietRow):
        return quiet_text(row.days)
    return contact_sentence(row)


def contact_sentence(row: ContactRow) -> str:
    """Return everything a contact says."""
    parts = [f"{row.day} {row.at}".strip(), row.channel, row.counterpart, row.said]
    if row.is_answer:
        parts.append(translate("Timeline", "Answer"))
    if row.promise:
        parts.append(promise_text(row.promise))
    if row.reference:
        parts.append(translate("Timeline", "Reference {number}").format(number=row.reference))
    parts.extend(exhibit_text(item.exhibit_no, item.title) for item in row.exhibits)
    if row.recorded_on:
        parts.append(recorded_text(row.recorded_on))
    return listed(parts)


def recorded_text(day: str) -> str:
    """Return when a contact was written down."""
    return translate("Timeline", "recorded {date}").format(date=day)
