"""Calendar files: one all-day event per date, in the plain part of RFC 5545 that every calendar reads.

A date is written as a date (VALUE=DATE) without any zone, so that it is the same day wherever the file is read. Alarms
are told from the day's beginning on the reader's own clock, at nine in the morning. By default nothing private stands
in a file that often goes to a server: only the kind of date and the case's number.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from walletcase.domain.due.nudges import MORNING
from walletcase.domain.due.reminders import SOON_DAYS, Reminder, ReminderKind
from walletcase.export.labels import Labels, load_labels
from walletcase.services.reminders import CalendarEvent

if TYPE_CHECKING:
    from icalendar import Alarm, Event

_PRODUCT = "-//WalletCase//WalletCase//EN"
_ALARM_AT = timedelta(hours=MORNING.hour)
_ON_THE_DAY_ONLY = (ReminderKind.ASK, ReminderKind.CONTACT_CHECK)
_LONGEST_TITLE = 200
_MOST_SEQUENCE = 2**31 - 1


class CalendarFile:
    """Implements services.reminders.CalendarMaker. ``labels`` is resources/i18n/calendar.toml."""

    def __init__(self, labels: Path) -> None:
        self._labels = labels

    def make(self, events: Sequence[CalendarEvent], made_at: datetime, language: str, *, with_private: bool) -> bytes:
        """Return an iCalendar file: CRLF, lines of at most 75 octets, UTF-8."""
        from icalendar import Calendar

        labels = load_labels(self._labels, language)
        calendar = Calendar()
        calendar.add("prodid", _PRODUCT)
        calendar.add("version", "2.0")
        calendar.add("calscale", "GREGORIAN")
        calendar.add("method", "PUBLISH")
        if events:
            calendar.add("x-wr-calname", labels("name", case=events[0].case_number))
        for event in events:
            calendar.add_component(_event(event, made_at, labels, with_private=with_private))
        return bytes(calendar.to_ical())


def uid_of(event: CalendarEvent) -> str:
    """Return an event's identity: the same for the same date of the same case, however often it is written."""
    told = f"{event.case_number}\n{event.case_made_at}\n{event.reminder.key}"
    return f"{sha256(told.encode()).hexdigest()[:32]}@walletcase"


def _event(told: CalendarEvent, made_at: datetime, labels: Labels, *, with_private: bool) -> Event:
    from icalendar import Event

    reminder = told.reminder
    day = date.fromisoformat(reminder.due_on)
    what = labels(reminder.kind.value, words=told.words.get(labels.language)).strip()
    event = Event()
    event.add("uid", uid_of(told))
    event.add("dtstamp", made_at.astimezone(UTC))
    event.add("last-modified", _utc(told.changed_at))
    event.add("sequence", _sequence(told))
    event.add("dtstart", day)
    if day < date.max:
        event.add("dtend", day + timedelta(days=1))
    event.add("summary", _one_line(labels("title", what=what, case=told.case_number)))
    event.add("description", _clean("\n".join(_lines(told, labels, with_private=with_private))))
    event.add("class", "PRIVATE")
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-alldayevent", "TRUE")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    alarm_text = _one_line(labels("alarm", what=what, case=told.case_number, date=reminder.due_on))
    for alarm in _alarms(reminder, made_at.date(), alarm_text):
        event.add_component(alarm)
    return event


def _lines(told: CalendarEvent, labels: Labels, *, with_private: bool) -> Iterator[str]:
    reminder = told.reminder
    if with_private:
        yield told.private
    if reminder.late_after > reminder.due_on:
        yield labels("late_after", date=reminder.late_after)
    if reminder.estimated:
        yield labels("estimated")
    yield labels("open", case=told.case_number)


def _alarms(reminder: Reminder, made_on: date, text: str) -> Iterator[Alarm]:
    """Three days before where that is still ahead (the first is the one that Outlook takes), and on the day."""
    from icalendar import Alarm

    before = () if reminder.kind in _ON_THE_DAY_ONLY else (timedelta(days=SOON_DAYS),)
    for early in (*before, timedelta()):
        if (date.fromisoformat(reminder.due_on) - made_on) < early:
            continue
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", text)
        alarm.add("trigger", _ALARM_AT - early)
        yield alarm


def _sequence(told: CalendarEvent) -> int:
    """A number that grows with every change of the case: the minutes since it was made."""
    minutes = int((_utc(told.changed_at) - _utc(told.case_made_at)).total_seconds() // 60)
    return min(max(0, minutes), _MOST_SEQUENCE)


def _utc(moment: str) -> datetime:
    return datetime.fromisoformat(moment).astimezone(UTC)


def _one_line(text: str) -> str:
    return " ".join(_clean(text).split())[:_LONGEST_TITLE]


def _clean(text: str) -> str:
    """Text without the control characters that the format forbids."""
    return "".join(letter for letter in text if letter in "\n\t" or unicodedata.category(letter) != "Cc")
