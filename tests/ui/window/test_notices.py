"""The watch over reminders: when it asks, what it tells once, and that clocks may do as they like."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.conftest import FrozenClock
from tests.ui.conftest import CannedDialogs
from walletcase.domain.due.nudges import QuietHours
from walletcase.domain.due.reminders import reminders_of
from walletcase.domain.ids import CaseId
from walletcase.domain.timeline import EntryDraft
from walletcase.services.facade import Services
from walletcase.services.reminders import Notice, ReminderService
from walletcase.ui.shell.desk import Desk
from walletcase.ui.window.notices import LOOK_MS, NoticeWatch

NEW_YORK = timezone(timedelta(hours=-5))


class Ear(QObject):
    """A watch, and what it told."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.spoken: list[list[str]] = []
        self.missed: list[tuple[list[str], str]] = []
        self.moments = 0
        self.seen: list[str] = []
        self.watch = NoticeWatch(desk, self.seen.append, self)
        self.watch.spoke.connect(lambda told: self.spoken.append(_titles(told)))
        self.watch.missed.connect(lambda told, since: self.missed.append((_titles(told), since)))
        self.watch.moment_came.connect(self._count)

    def _count(self) -> None:
        self.moments += 1


def _titles(notices: tuple[Notice, ...]) -> list[str]:
    return sorted(f"{one.row.title} {one.nudge.stage}" for one in notices)


@pytest.fixture
def ear(desk: Desk, qtbot: QtBot) -> Ear:
    return Ear(desk)


def promised(desk: Desk, by: str, title: str = "A") -> CaseId:
    """A case with a promise."""
    services = desk.services
    case_id = services.cases.new_case(title)[0].id
    changes = services.timeline.log(case_id, EntryDraft("2026-11-10", "s", channel="hotline", promised_by=by))[1]
    desk.bus.changed.emit(changes)
    return case_id


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """When the store was asked what spoke up."""
    times: list[datetime] = []
    real = ReminderService.spoken

    def spoken(self: ReminderService, since: datetime, quiet: QuietHours) -> tuple[Notice, ...]:
        times.append(since)
        return real(self, since, quiet)

    monkeypatch.setattr(ReminderService, "spoken", spoken)
    return times


def test_a_minute_lies_between_two_looks() -> None:
    assert LOOK_MS >= 60_000


def test_what_is_due_speaks_once(desk: Desk, clock: FrozenClock, ear: Ear) -> None:
    promised(desk, "2026-11-25")
    ear.watch.begin("")
    assert (ear.spoken, ear.missed) == ([], [])
    for _ in range(5 * 24):
        clock.move(hours=1)
        ear.watch.look()
    assert ear.spoken == [["A due"], ["A late"]]


def test_one_digest_for_all_that_speaks_at_once(desk: Desk, clock: FrozenClock, ear: Ear) -> None:
    for title in "ABC":
        promised(desk, "2026-11-25", title)
    ear.watch.begin("")
    clock.move(days=3)
    ear.watch.look()
    assert ear.spoken == [["A due", "B due", "C due"]]


def test_nothing_speaks_in_quiet_hours(desk: Desk, clock: FrozenClock, ear: Ear) -> None:
    promised(desk, "2026-11-25")
    ear.watch.begin("")
    ear.watch.quiet = QuietHours.read("08:00", "19:30")
    clock.at = clock.at.replace(day=25, hour=19, minute=29)
    for _ in range(3):
        ear.watch.look()
    assert ear.spoken == []
    clock.move(minutes=1)
    ear.watch.look()
    assert ear.spoken == [["A due"]]


def test_a_computer_that_wakes_up_at_night_waits_for_the_morning(desk: Desk, clock: FrozenClock, ear: Ear) -> None:
    promised(desk, "2026-11-25")
    ear.watch.begin("")
    clock.at = clock.at.replace(day=25, hour=23)
    seen = len(ear.seen)
    for _ in range(9 * 60 + 59):
        ear.watch.look()
        clock.move(minutes=1)
    assert (ear.spoken, len(ear.seen)) == ([], seen), "closed now, it is told at the next start"
    clock.move(minutes=1)
    ear.watch.look()
    assert ear.spoken == [["A late"]]


def test_the_store_is_only_asked_where_something_may_speak(
    desk: Desk, clock: FrozenClock, ear: Ear, asked: list[datetime]
) -> None:
    promised(desk, "2026-11-25")
    ear.watch.begin("")
    assert len(asked) == 1
    for _ in range(60):
        clock.move(minutes=1)
        ear.watch.look()
    assert len(asked) == 1
    promised(desk, "2026-11-24", "B")
    ear.watch.look()
    assert len(asked) == 2, "something changed"
    clock.at = clock.at.replace(day=24, hour=9)
    ear.watch.look()
    assert len(asked) == 3, "a moment came"


def test_what_came_due_while_it_was_closed(desk: Desk, clock: FrozenClock, ear: Ear) -> None:
    promised(desk, "2026-11-20")
    promised(desk, "2026-11-10", "B")
    ear.watch.begin("2026-11-18T09:00:00+08:00")
    assert ear.missed == [(["A late"], "2026-11-18")]
    assert ear.spoken == [], "it is told once"
    assert ear.seen[-1] == clock.at.isoformat(timespec="seconds")


def test_a_computer_that_slept_over_it(desk: Desk, clock: FrozenClock, ear: Ear) -> None:
    promised(desk, "2026-11-25")
    ear.watch.begin("")
    clock.move(days=30)
    ear.watch.look()
    assert ear.spoken == [["A late"]]


def test_a_clock_that_is_set_back_tells_nothing_twice(desk: Desk, clock: FrozenClock, ear: Ear) -> None:
    promised(desk, "2026-11-25")
    ear.watch.begin("")
    clock.move(days=3)
    ear.watch.look()
    clock.move(days=-1)
    ear.watch.look()
    clock.move(days=1)
    ear.watch.look()
    assert ear.spoken == [["A due"]]


def test_a_clock_that_was_wrong_by_years_keeps_nothing_from_speaking(desk: Desk, clock: FrozenClock, ear: Ear) -> None:
    clock.move(days=365 * 10)
    ear.watch.begin("")
    clock.move(days=-365 * 10)
    promised(desk, "2026-11-25")
    ear.watch.look()
    clock.move(days=3)
    ear.watch.look()
    assert ear.spoken == [["A due"]]


def test_a_journey_moves_no_date(desk: Desk, clock: FrozenClock, ear: Ear) -> None:
    promised(desk, "2026-11-25")
    ear.watch.begin("")
    clock.at = datetime(2026, 11, 25, 8, 59, tzinfo=NEW_YORK)
    ear.watch.look()
    assert ear.spoken == []
    clock.move(minutes=1)
    ear.watch.look()
    assert ear.spoken == [["A due"]]


def test_a_snooze_that_ends_is_told_and_seen(desk: Desk, clock: FrozenClock, ear: Ear) -> None:
    case_id = promised(desk, "2026-11-21")
    ear.watch.begin("")
    key = reminders_of(desk.services.cases.open(case_id))[0].key
    desk.bus.changed.emit(desk.services.reminders.snooze(case_id, key, "2026-11-22T23:00+08:00"))
    ear.watch.look()
    clock.move(hours=14)
    ear.watch.look()
    assert (ear.spoken, ear.moments) == ([], 1), "it is quiet, but the page shows it"
    clock.move(hours=10)
    ear.watch.look()
    assert ear.spoken == [["A back"]]


def test_a_look_that_fails_is_told_and_tried_again(
    desk: Desk, clock: FrozenClock, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    from walletcase.domain.errors import UserError

    promised(desk, "2026-11-25")
    ear.watch.begin("")
    clock.move(days=3)
    with monkeypatch.context() as broken:
        broken.setattr(ReminderService, "spoken", _raise(UserError("store_locked")))
        ear.watch.look()
    assert isinstance(desk.dialogs, CannedDialogs)
    assert len(desk.dialogs.told) == 1
    assert ear.spoken == []
    ear.watch.look()
    assert ear.spoken == [["A due"]]


def _raise(error: BaseException) -> object:
    def broken(self: object, since: object, quiet: object) -> None:
        raise error

    return broken


def test_cases_of_an_older_app_come_in(desk: Desk, services: Services, ear: Ear) -> None:
    from dataclasses import replace

    from walletcase.storage.opening import open_store

    case_id = promised(desk, "2026-11-21")
    with open_store(services.data_folder).write() as unit:
        unit.reminders.put(case_id, ())
        unit.cases.update(replace(services.cases.open(case_id).case, rules_revision=0))
    ear.watch.begin("")
    assert ear.moments == 1
    assert services.cases.rows()[0].is_due
