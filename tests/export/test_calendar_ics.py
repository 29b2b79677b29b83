"""Calendar files as three kinds of readers take them, and line by line against RFC 5545."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from walletcase.domain.due.reminders import Reminder, ReminderKind
from walletcase.domain.ids import CaseId
from walletcase.domain.text import Text
from walletcase.export.calendar_ics import CalendarFile, uid_of
from walletcase.services.reminders import CalendarEvent

LABELS = Path(__file__).parents[2] / "resources/i18n/calendar.toml"
MADE_AT = datetime.fromisoformat("2026-11-23T10:00:00+08:00")
NASTY = "逗号, 分号; 反斜\\杠 \"引号\"\n第二行 BEGIN:VEVENT\r\nEND:VCALENDAR \x07铃"
_NAME = re.compile(r"[A-Z0-9-]+")
_PARAM = re.compile(r';[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*')
_ONCE = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "SEQUENCE", "LAST-MODIFIED", "CLASS")


def _event(
    kind: ReminderKind = ReminderKind.DEADLINE, due: str = "2026-12-10", late: str = "2026-12-14", words: str = "答复"
) -> CalendarEvent:
    reminder = Reminder(f"{kind}/x/1", CaseId(1), kind, due, late, "name", estimated=True)
    made, changed_at = "2026-11-22T09:00:00+08:00", "2026-11-23T10:00:00+08:00"
    return CalendarEvent("WC-2026-0001", reminder, Text(words, words), NASTY, made, changed_at)


def _file(*events: CalendarEvent, language: str = "zh_CN", private: bool = False) -> bytes:
    return CalendarFile(LABELS).make(events, MADE_AT, language, with_private=private)


def _unfolded(content: bytes) -> list[str]:
    """The lines of a file, after checking how they are broken: CRLF only, 75 octets, no character cut in two."""
    text = content.decode("utf-8")
    assert text.endswith("\r\n")
    assert text.replace("\r\n", "").count("\n") == text.replace("\r\n", "").count("\r") == 0
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def _check(content: bytes) -> list[tuple[str, str]]:
    """Read a file strictly and return its (name with parameters, value) pairs."""
    found, open_parts = [], []
    for line in _unfolded(content):
        assert not any((ord(letter) < 32 and letter != "\t") or ord(letter) == 127 for letter in line), line
        name = _NAME.match(line)
        assert name, line
        rest = line[name.end() :]
        while parameter := _PARAM.match(rest):
            rest = rest[parameter.end() :]
        assert rest.startswith(":"), line
        head, value = line[: len(line) - len(rest)], rest[1:]
        if head == "BEGIN":
            open_parts.append(value)
        elif head == "END":
            assert open_parts.pop() == value
        if head.split(";")[0] in ("SUMMARY", "DESCRIPTION"):
            assert not re.search(r'(?<!\\)(?:\\\\)*[;,]', value), value
            assert not re.search(r"(?<!\\)(?:\\\\)*\\(?![\\;,nN])", value), value
        found.append((head, value))
    assert open_parts == []
    return found


def _events(content: bytes) -> list[Any]:
    """The events as icalendar reads them."""
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


# --- the format -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("kind", ReminderKind)
def test_every_line_keeps_the_rules(kind: ReminderKind, language: str) -> None:
    pairs = _check(_file(_event(kind, words=NASTY), language=language, private=True))
    names = [head.split(";")[0] for head, _ in pairs]
    assert names[0] == "BEGIN"
    assert (names.count("PRODID"), names.count("VERSION"), names.count("METHOD")) == (1, 1, 1)
    inside = names[names.index("UID") - 20 if names.index("UID") > 20 else 0 :]
    for name in _ONCE:
        assert inside.count(name) == (1 if name != "DESCRIPTION" else 1 + names.count("TRIGGER"))
    assert ("VERSION", "2.0") in pairs
    assert sum(value == "VEVENT" for head, value in pairs if head == "BEGIN") == 1, "no text makes an event"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_whatever_text_there_is_comes_back_readable(words: str) -> None:
    event = replace(_event(), words=Text(words, words), private=words)
    content = _file(event, private=True)
    _check(content)
    (read,) = _events(content)
    assert " ".join(str(read["SUMMARY"]).split()) == str(read["SUMMARY"])
    assert "WC-2026-0001" in str(read["DESCRIPTION"])


def test_dates_are_dates_without_time_or_zone() -> None:
    pairs = _check(_file(_event()))
    assert ("DTSTART;VALUE=DATE", "20261210") in pairs
    assert ("DTEND;VALUE=DATE", "20261211") in pairs, "the end is the day after"
    assert not [head for head, _ in pairs if "TZID" in head or head.startswith("TZ")]
    assert dict(pairs)["DTSTAMP"] == "20261123T020000Z"


def test_the_last_day_there_is() -> None:
    pairs = _check(_file(_event(due="9999-12-31", late="9999-12-31")))
    assert ("DTSTART;VALUE=DATE", "99991231") in pairs
    assert "DTEND" not in [head.split(";")[0] for head, _ in pairs]


def test_icalendar_and_vobject_read_the_same() -> None:
    content = _file(_event(), _event(ReminderKind.ASK, "2026-12-01", ""), private=True)
    first, second = _events(content)
    parsed = vobject.readOne(content.decode("utf-8"))
    ours = [(one["UID"], one.decoded("DTSTART"), one.decoded("DTEND"), str(one["SUMMARY"])) for one in (first, second)]
    theirs = [(one.uid.value, one.dtstart.value, one.dtend.value, one.summary.value) for one in parsed.vevent_list]
    assert ours == theirs
    assert ours[0][1:3] == (date(2026, 12, 10), date(2026, 12, 11))
    assert parsed.vevent_list[0].description.value.replace("\\n", "\n").startswith("逗号, 分号; 反斜\\杠")
    assert len(list(parsed.vevent_list[0].valarm_list)) == 2


# --- alarms -----------------------------------------------------------------------------------------------------------


def _alarms(content: bytes) -> list[timedelta]:
    (event,) = _events(content)
    alarms = event.walk("VALARM")
    assert all(str(alarm["ACTION"]) == "DISPLAY" and str(alarm["DESCRIPTION"]) for alarm in alarms)
    return [alarm.decoded("TRIGGER") for alarm in alarms]


def test_alarms_are_at_nine_three_days_before_and_on_the_day() -> None:
    midnight = datetime(2026, 12, 10)  # noqa: DTZ001 - the reader's own clock
    at = [(midnight + early).isoformat(" ", "minutes") for early in _alarms(_file(_event()))]
    assert at == ["2026-12-07 09:00", "2026-12-10 09:00"]


def test_an_alarm_that_is_past_is_left_out() -> None:
    assert len(_alarms(_file(_event(due="2026-11-26")))) == 2
    assert _alarms(_file(_event(due="2026-11-25"))) == [timedelta(hours=9)]
    assert _alarms(_file(_event(due="2026-11-22"))) == []


@pytest.mark.parametrize("kind", [ReminderKind.ASK, ReminderKind.CONTACT_CHECK])
def test_what_one_set_oneself_has_one_alarm(kind: ReminderKind) -> None:
    assert _alarms(_file(_event(kind))) == [timedelta(hours=9)]


# --- identity ---------------------------------------------------------------------------------------------------------


def test_a_moved_date_keeps_its_identity_and_counts_up() -> None:
    before = _event()
    after = replace(
        before, reminder=replace(before.reminder, due_on="2026-12-20"), changed_at="2026-11-25T10:00:00+08:00"
    )
    (old,), (new,) = _events(_file(before)), _events(_file(after))
    assert old["UID"] == new["UID"]
    assert new["SEQUENCE"] > old["SEQUENCE"]
    assert new.decoded("LAST-MODIFIED") == datetime(2026, 11, 25, 2, tzinfo=UTC)


def test_other_dates_and_other_people_s_cases_have_other_identities() -> None:
    one = _event()
    others = (
        replace(one, reminder=replace(one.reminder, key="deadline/x/2")),
        replace(one, case_number="WC-2026-0002"),
        replace(one, case_made_at="2026-11-22T09:00:01+08:00"),
    )
    assert len({uid_of(event) for event in (one, *others)}) == 4


# --- words ------------------------------------------------------------------------------------------------------------


def test_nothing_private_is_told_unless_asked_for() -> None:
    event = replace(_event(ReminderKind.PROMISE), private="王小明的钱包\n给王小明退款")
    plain = "".join(_unfolded(_file(event)))
    assert "王小明" not in plain
    told = "".join(_unfolded(_file(event, private=True)))
    assert "王小明的钱包" in told
    assert "王小明" not in next(line for line in _unfolded(_file(event, private=True)) if line.startswith("SUMMARY"))


def test_both_dates_and_the_estimate_are_told() -> None:
    (event,) = _events(_file(_event(), language="en"))
    assert str(event["SUMMARY"]) == "Due: 答复 (WC-2026-0001)"
    assert "2026-12-14" in str(event["DESCRIPTION"])
    assert "estimated" in str(event["DESCRIPTION"])
    (same,) = _events(_file(_event(late="2026-12-10"), language="en"))
    assert "other side late" not in str(same["DESCRIPTION"])


# --- clocks and zones -------------------------------------------------------------------------------------------------

_WRITE = """
import sys, time
from datetime import datetime
from pathlib import Path
from tests.export.test_calendar_ics import LABELS, _event
from walletcase.export.calendar_ics import CalendarFile
if hasattr(time, "tzset"):
    time.tzset()
now = datetime.fromtimestamp(int(sys.argv[1])).astimezone()
sys.stdout.buffer.write(CalendarFile(LABELS).make([_event()], now, "en", with_private=False))
"""


def test_the_same_days_in_every_zone() -> None:
    """Written at the same instant by computers around the world, the files are the same to the byte."""
    root = Path(__file__).parents[2]
    at = str(int(MADE_AT.timestamp()))
    made = {
        zone: subprocess.run(
            [sys.executable, "-c", _WRITE, at],
            env={**os.environ, "TZ": zone, "PYTHONPATH": str(root)},
            cwd=root,
            capture_output=True,
            check=True,
        ).stdout
        for zone in ("Asia/Shanghai", "America/New_York", "Pacific/Kiritimati", "UTC")
    }
    assert b"DTSTART;VALUE=DATE:20261210" in made["UTC"]
    assert len(set(made.values())) == 1
