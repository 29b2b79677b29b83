"""When reminders speak up: stages, quiet hours over midnight, snoozes, journeys, clocks set back, summer time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walletcase.domain.due.nudges import (
    Nudge,
    QuietHours,
    Stage,
    in_an_hour,
    is_snoozed,
    next_monday,
    next_nudge_at,
    nudges_between,
    nudges_of,
    tomorrow,
)
from walletcase.domain.due.reminders import Reminder, ReminderKind
from walletcase.domain.ids import CaseId

CHINA = ZoneInfo("Asia/Shanghai")
NEW_YORK = ZoneInfo("America/New_York")
KIRITIMATI = ZoneInfo("Pacific/Kiritimati")
NIGHT = QuietHours()
NEVER = QuietHours(time(0), time(0))


def _reminder(
    due: str = "2026-12-10", late: str = "2026-12-14", kind: ReminderKind = ReminderKind.DEADLINE, snoozed: str = ""
) -> Reminder:
    return Reminder("k", CaseId(1), kind, due, late, "n", snoozed_until=snoozed)


def _at(text: str, zone: ZoneInfo = CHINA) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def _wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _told(nudges: tuple[Nudge, ...]) -> list[tuple[str, Stage]]:
    return [(one.at.isoformat(" ", "minutes"), one.stage) for one in nudges]


def test_three_days_before_on_the_day_and_once_late() -> None:
    assert _told(nudges_of(_reminder(), _at("2026-12-01"), NIGHT)) == [
        ("2026-12-07 09:00", Stage.SOON),
        ("2026-12-10 09:00", Stage.DUE),
        ("2026-12-15 09:00", Stage.LATE),
    ]


@pytest.mark.parametrize("kind", [ReminderKind.ASK, ReminderKind.CONTACT_CHECK])
def test_what_one_set_oneself_is_told_on_its_day_only(kind: ReminderKind) -> None:
    told = nudges_of(_reminder(late="", kind=kind), _at("2026-12-01"), NIGHT)
    assert _told(told) == [("2026-12-10 09:00", Stage.DUE)]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_no_wall(day: str) -> None:
    assert (date.fromisoformat(day), Stage.DUE) in [
        (one.at.date(), one.stage) for one in nudges_of(_reminder(day, day), _at("2026-12-01"), NEVER)
    ]


# --- quiet hours ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("starts", "ends", "at", "quiet"),
    [
        ("21:00", "09:00", "20:59", False),
        ("21:00", "09:00", "21:00", True),
        ("21:00", "09:00", "00:00", True),
        ("21:00", "09:00", "08:59", True),
        ("21:00", "09:00", "09:00", False),
        ("01:00", "06:00", "00:59", False),
        ("01:00", "06:00", "05:59", True),
        ("01:00", "06:00", "06:00", False),
        ("09:00", "09:00", "09:00", False),
        ("00:00", "00:00", "00:00", False),
    ],
)
def test_quiet_hours_may_span_midnight(starts: str, ends: str, at: str, quiet: bool) -> None:
    assert QuietHours.read(starts, ends).holds(time.fromisoformat(at)) is quiet


def test_quiet_hours_that_are_no_times_are_as_new() -> None:
    assert QuietHours.read("late", "25:00") == QuietHours()
    assert not any(QuietHours.read("", "").holds(time(hour)) for hour in range(24))
    assert QuietHours.read("22:00", "09:00+08:00") == QuietHours(time(22), time(9))


@pytest.mark.parametrize(
    ("starts", "ends", "speaks"),
    [
        ("21:00", "09:00", "09:00"),
        ("22:00", "07:00", "09:00"),
        ("21:00", "11:30", "11:30"),
        ("08:00", "16:00", "16:00"),
        ("06:00", "05:00", "05:00"),
        ("00:00", "23:50", "23:50"),
    ],
)
def test_there_is_a_moment_to_speak_on_every_day(starts: str, ends: str, speaks: str) -> None:
    quiet = QuietHours.read(starts, ends)
    assert quiet.speaks_on(date(2026, 12, 10)).isoformat(" ", "minutes") == f"2026-12-10 {speaks}"


_TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@given(_TIMES, _TIMES, st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_one_never_speaks_in_quiet_hours_and_on_no_other_day(starts: time, ends: time, day: date) -> None:
    quiet = QuietHours(starts, ends)
    at = quiet.speaks_on(day)
    assert at.date() == day
    assert not quiet.holds(at.time())


# --- snoozes ----------------------------------------------------------------------------------------------------------


def test_a_snoozed_reminder_is_silent_and_comes_back() -> None:
    snoozed = _reminder(snoozed="2026-12-12")
    assert is_snoozed(snoozed, _at("2026-12-11T23:59"))
    assert not is_snoozed(snoozed, _at("2026-12-12T00:00"))
    assert _told(nudges_of(snoozed, _at("2026-12-10"), NIGHT)) == [
        ("2026-12-12 09:00", Stage.BACK),
        ("2026-12-15 09:00", Stage.LATE),
    ]


def test_a_snooze_of_an_hour_waits_for_the_end_of_quiet_hours() -> None:
    until = in_an_hour(_at("2026-12-10T20:30"))
    assert until == "2026-12-10T21:30+08:00"
    assert _told(nudges_of(_reminder(snoozed=until), _at("2026-12-10T20:30"), NIGHT))[0] == (
        "2026-12-11 09:00", Stage.BACK,
    )  # fmt: skip
    assert _told(nudges_of(_reminder(snoozed=until), _at("2026-12-10T20:30"), NEVER))[0] == (
        "2026-12-10 21:30", Stage.BACK,
    )  # fmt: skip


def test_a_snooze_of_an_hour_is_an_hour_wherever_one_flies() -> None:
    snoozed = _reminder(snoozed="2026-12-10T11:00+08:00")
    assert is_snoozed(snoozed, _at("2026-12-09T21:59", NEW_YORK))
    assert not is_snoozed(snoozed, _at("2026-12-09T22:00", NEW_YORK))


def test_a_snooze_until_a_day_is_that_day_everywhere() -> None:
    snoozed = _reminder(snoozed="2026-12-12")
    for zone in (CHINA, NEW_YORK, KIRITIMATI):
        assert is_snoozed(snoozed, _at("2026-12-11T23:59", zone))
        assert not is_snoozed(snoozed, _at("2026-12-12T00:00", zone))


def test_what_cannot_be_read_is_no_snooze() -> None:
    assert not is_snoozed(_reminder(snoozed="some day"), _at("2026-12-11"))
    assert not is_snoozed(_reminder(), _at("2026-12-11"))


def test_choices_of_a_snooze() -> None:
    assert tomorrow("2026-12-31") == "2027-01-01"
    assert [next_monday(day) for day in ("2026-11-22", "2026-11-23", "2026-11-24")] == [
        "2026-11-23", "2026-11-30", "2026-11-30",
    ]  # fmt: skip


# --- what has come since, and what comes next -------------------------------------------------------------------------


def test_the_next_moment() -> None:
    both = (_reminder(), _reminder("2026-12-08", "2026-12-08", ReminderKind.PROMISE))
    assert next_nudge_at(both, _at("2026-12-07T08:59"), NIGHT) == _wall("2026-12-07T09:00")
    assert next_nudge_at(both, _at("2026-12-07T09:00"), NIGHT) == _wall("2026-12-08T09:00")
    assert next_nudge_at(both, _at("2026-12-16T09:00"), NIGHT) is None
    assert next_nudge_at((), _at("2026-12-07"), NIGHT) is None


def test_what_passed_while_nobody_looked() -> None:
    since, now = _at("2026-12-07T09:00"), _at("2026-12-15T09:00")
    assert [stage for _, stage in _told(nudges_between((_reminder(),), since, now, NIGHT))] == [Stage.DUE, Stage.LATE]
    assert nudges_between((_reminder(),), now, now, NIGHT) == ()
    assert nudges_between((_reminder(),), _at("2026-12-10T09:01"), _at("2026-12-15T08:59"), NIGHT) == ()


def test_a_journey_east_skips_nothing() -> None:
    since = _at("2026-12-10T08:50", NEW_YORK)
    landed = since.astimezone(CHINA) + timedelta(minutes=1)
    assert landed.hour == 21
    assert [one.stage for one in nudges_between((_reminder(),), since, landed, NIGHT)] == [Stage.DUE]


def test_a_journey_west_moves_no_date() -> None:
    since = _at("2026-12-10T08:50", KIRITIMATI)
    landed = since.astimezone(NEW_YORK) + timedelta(minutes=1)
    assert landed.date() == date(2026, 12, 9)
    assert nudges_between((_reminder(),), since, landed, NIGHT) == ()
    assert next_nudge_at((_reminder(),), landed, NIGHT) == _wall("2026-12-10T09:00")


def test_a_clock_set_back_tells_nothing_twice_and_stays_silent_about_nothing() -> None:
    wrong, right = _at("2027-06-01T12:00"), _at("2026-12-09T12:00")
    assert nudges_between((_reminder(),), wrong, right, NIGHT) == ()
    assert next_nudge_at((_reminder(),), right, NIGHT) == _wall("2026-12-10T09:00")


def test_an_hour_that_summer_time_skips() -> None:
    quiet = QuietHours(time(0), time(2, 30))
    spring = _reminder("2027-03-14", "", ReminderKind.ASK, snoozed="2027-03-14T00:15-05:00")
    before, after = _at("2027-03-14T01:59", NEW_YORK), _at("2027-03-14T03:00", NEW_YORK)
    assert after.timestamp() - before.timestamp() == 60
    assert [one.stage for one in nudges_between((spring,), before, after, quiet)] == [Stage.BACK]


def test_an_hour_that_winter_time_repeats() -> None:
    quiet = QuietHours(time(0), time(1, 30))
    autumn = _reminder("2027-11-07", "", ReminderKind.ASK, snoozed="2027-11-07T00:15-04:00")
    first = datetime(2027, 11, 7, 1, 29, tzinfo=NEW_YORK)
    told = nudges_between((autumn,), first, first + timedelta(minutes=1), quiet)
    assert [one.stage for one in told] == [Stage.BACK]
    second = datetime(2027, 11, 7, 1, 5, tzinfo=NEW_YORK, fold=1)
    assert nudges_between((autumn,), datetime(2027, 11, 7, 1, 59, tzinfo=NEW_YORK), second, quiet) == ()


@given(
    st.sampled_from([CHINA, NEW_YORK, KIRITIMATI, ZoneInfo("UTC"), ZoneInfo("Australia/Lord_Howe")]),
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    _TIMES,
    _TIMES,
)
def test_each_nudge_comes_once_by_the_minute_and_on_its_own_day(
    zone: ZoneInfo, due: date, starts: time, ends: time
) -> None:
    reminder = _reminder(due.isoformat(), "", ReminderKind.ASK)
    quiet = QuietHours(starts, ends)
    begin = datetime.combine(due - timedelta(days=1), time(12), tzinfo=zone).astimezone(ZoneInfo("UTC"))
    looks = [(begin + timedelta(hours=h)).astimezone(zone) for h in range(49)]
    told = {
        (one.at, one.stage)
        for since, now in pairwise(looks)
        for one in nudges_between((reminder,), since, now, quiet)
    }
    assert [(at.date(), stage) for at, stage in told] == [(due, Stage.DUE)]
