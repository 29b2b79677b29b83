"""What the Today page says of groups, reminders, dates and notices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from walletcase.domain.due.agenda import AgendaItem, Group
from walletcase.domain.due.nudges import Stage, snooze_end
from walletcase.domain.due.reminders import Reminder, ReminderKind
from walletcase.domain.flow.machine import NextKind
from walletcase.domain.text import Text
from walletcase.services.reminders import AgendaLine, Notice
from walletcase.ui.shell.deadline_words import day_text
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.texts import days_between, listed

TONES = {Group.OVERDUE: "danger", Group.TODAY: "warn", Group.SOON: "accent", Group.NEXT: "plain", Group.WAIT: "plain"}
ICONS = {
    Group.OVERDUE: "triangle-alert",
    Group.TODAY: "bell",
    Group.SOON: "calendar-clock",
    Group.NEXT: "arrow-right",
    Group.WAIT: "hourglass",
}


def group_text(group: Group) -> str:
    """Return a group's name."""
    return {
        Group.OVERDUE: translate("Today", "Overdue"),
        Group.TODAY: translate("Today", "Due"),
        Group.SOON: translate("Today", "Soon"),
        Group.NEXT: translate("Today", "When you have time"),
        Group.WAIT: translate("Today", "Nothing to do yet"),
    }[group]


def what_text(reminder: Reminder, words: Text, language: str) -> str:
    """Return what a reminder is about."""
    said = words.get(language)
    if reminder.kind is ReminderKind.PROMISE:
        return translate("Today", "Promised: {words}").format(words=said) if said else translate(
            "Today", "An answer was promised"
        )  # fmt: skip
    if reminder.kind is ReminderKind.ASK:
        return translate("Today", "You wanted to ask how it stands")
    if reminder.kind is ReminderKind.PERFORMANCE:
        return translate("Today", "What was agreed is to be carried out")
    if reminder.kind is ReminderKind.OWN_TERM:
        return translate("Today", "Your own term: {words}").format(words=said)
    return said or translate("Today", "A deadline")


def action_text(item: AgendaItem, name: str) -> str:
    """Return what to do next in a case, given its step's name."""
    if item.group is Group.WAIT:
        return translate("Today", "Nothing to do until {date}").format(date=day_text(item.on))
    if item.row.next_action.kind is NextKind.ACT_BY:
        return translate("Today", "{step}, by {date}").format(step=name, date=day_text(item.on))
    return translate("Today", "Next: {step}").format(step=name)


def due_text(reminder: Reminder, today: str) -> str:
    """Return the date of a reminder, and how far off it is."""
    date, left = day_text(reminder.due_on), days_between(today, reminder.due_on)
    if left == 0:
        return translate("Today", "today, {date}").format(date=date)
    far = translate("Today", "in %n day(s)", "", left) if left > 0 else translate("Today", "%n day(s) ago", "", -left)
    return f"{date} · {far}"


def late_text(reminder: Reminder) -> str:
    """Return the later of two dates where they differ, "" where they don't."""
    if reminder.late_after <= reminder.due_on:
        return ""
    return translate("Today", "late only after {date}").format(date=day_text(reminder.late_after))


def until_text(reminder: Reminder, now: datetime) -> str:
    """Return until when a reminder was put off."""
    end = snooze_end(reminder, now)
    if end is None:
        return ""
    day = end.date().isoformat()
    if len(reminder.snoozed_until) <= len(day):
        return translate("Today", "Put off until {date}").format(date=day_text(day))
    clock = f"{end:%H:%M}"
    return translate("Today", "Put off until {date}").format(
        date=clock if day == now.date().isoformat() else f"{day} {clock}"
    )


def summary_text(lines: Sequence[AgendaLine]) -> str:
    """Return the day in one sentence: what is due, or until when there is nothing to do."""
    count = {group: sum(line.item.group is group for line in lines) for group in Group}
    if count[Group.OVERDUE] or count[Group.TODAY]:
        overdue = translate("Today", "%n overdue", "", count[Group.OVERDUE]) if count[Group.OVERDUE] else ""
        due = translate("Today", "%n due", "", count[Group.TODAY]) if count[Group.TODAY] else ""
        return listed((overdue, due))
    ahead = min((line.item.on for line in lines if line.item.on), default="")
    if count[Group.NEXT] or not ahead:
        return translate("Today", "Nothing is due today.")
    return translate("Today", "Nothing to do until {date}.").format(date=day_text(ahead[:10]))


def notice_text(notices: Sequence[Notice], language: str) -> str:
    """Return one short line for reminders that spoke up."""
    if len(notices) > 1:
        return translate("Notices", "%n reminder(s)", "", len(notices))
    (one,) = notices
    what = what_text(one.nudge.reminder, one.words, language)
    due = one.nudge.reminder.due_on
    if one.nudge.stage is Stage.LATE:
        return translate("Notices", "Overdue since {date}: {what}").format(date=due, what=what)
    return translate("Notices", "Due {date}: {what}").format(date=due, what=what)


def missed_text(count: int, since: str) -> str:
    """Return how many things came due while the app was closed; ``since`` is an ISO date."""
    return translate("Notices", "%n thing(s) came due since {date}", "", count).format(date=day_text(since))
