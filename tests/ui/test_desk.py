"""A desk reads, changes and fails in one way each."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from walletcase.domain.errors import Cancelled, UserError
from walletcase.services.facade import Services
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.tasks import Job, PoolLane


def test_a_change_is_told_to_all_rooms(desk: Desk) -> None:
    seen: list[object] = []
    desk.bus.changed.connect(seen.append)
    desk.change(desk.bus, lambda: desk.services.cases.new_case("钱包打不开")[1])
    assert len(seen) == 1
    assert [row.title for row in desk.services.cases.rows()] == ["钱包打不开"]


def test_a_failure_is_told_and_nothing_is_announced(desk: Desk) -> None:
    seen: list[object] = []
    desk.bus.changed.connect(seen.append)
    desk.change(desk.bus, lambda: desk.services.cases.new_case("  ")[1])
    assert seen == []
    assert desk.dialogs.told[0].startswith("The title is empty.")  # type: ignore[attr-defined]


def test_a_pool_lane_works_elsewhere_and_answers_here(qtbot: QtBot, services: Services) -> None:
    lane, owner, here = PoolLane(1), QObject(), QThread.currentThread()
    answers: list[tuple[object, bool]] = []

    def work(job: Job) -> QThread:
        job.report(1, 2)
        return QThread.currentThread()

    lane.run(work, lambda there: answers.append((there is here, QThread.currentThread() is here)), _never, owner)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [(False, True)]
    lane.close()


def test_a_failing_job_ends_in_failed(qtbot: QtBot) -> None:
    lane, owner = PoolLane(1), QObject()
    errors: list[BaseException] = []

    def work(job: Job) -> None:
        raise UserError("disk_full", file="x")

    lane.run(work, _never, errors.append, owner)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], UserError)
    lane.close()


def test_a_cancelled_job_that_waits_never_runs(qtbot: QtBot) -> None:
    lane, owner = PoolLane(1), QObject()
    errors: list[BaseException] = []
    ran: list[int] = []

    def first(job: Job) -> None:
        while not job.is_cancelled():
            QThread.yieldCurrentThread()

    running = lane.run(first, lambda _: None, errors.append, owner)
    waiting = lane.run(lambda job: ran.append(1), _never, errors.append, owner)
    waiting.cancel()
    running.cancel()
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], Cancelled)
    assert ran == []
    lane.close()


def test_a_closing_lane_still_does_what_waits(services: Services, qapp: QApplication) -> None:
    """What was typed last is saved although the window closes in the same moment."""
    lane, owner = PoolLane(1), QObject()
    case_id = services.cases.new_case("钱包")[0].id
    started = Event()

    def long_work(job: Job) -> None:
        started.set()
        while not job.is_cancelled():
            QThread.yieldCurrentThread()

    lane.run(long_work, _ignore, _ignore, owner)
    lane.run(lambda job: services.flow.save_draft(case_id, "problem", 1, "最后一句"), _ignore, _ignore, owner)
    assert started.wait(5)
    lane.close()
    assert services.cases.open(case_id).value("problem") == "最后一句"


def _ignore(_: object) -> None:
    """The window is gone."""


def _never(_: object) -> None:
    raise AssertionError("must not be called")
