"""Jobs on a lane of real threads: order, progress, owners that are gone, closing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from threading import Event, Lock, Timer

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from walletcase.domain.errors import Cancelled
from walletcase.ui.shell.tasks import Job, PoolLane


@pytest.fixture
def lane(qtbot: QtBot) -> Iterator[PoolLane]:
    """A lane of one thread."""
    made = PoolLane(1)
    yield made
    made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _never(outcome: object) -> None:
    raise AssertionError(outcome)


def test_one_thread_means_one_after_the_other(lane: PoolLane, qtbot: QtBot) -> None:
    running, overlaps, lock = 0, 0, Lock()
    answers: list[int] = []

    def work(number: int, job: Job) -> int:
        nonlocal running, overlaps
        with lock:
            running += 1
            overlaps += running > 1
        QThread.yieldCurrentThread()
        with lock:
            running -= 1
        return number

    owner = QObject()
    for number in range(50):
        lane.run(partial(work, number), answers.append, _never, owner)
    qtbot.waitUntil(lambda: len(answers) == 50)
    assert answers == list(range(50))
    assert overlaps == 0


def test_progress_arrives_on_the_windows_thread_before_the_end(lane: PoolLane, qtbot: QtBot) -> None:
    heard: list[object] = []
    here = QThread.currentThread()
    start = Event()

    def work(job: Job) -> str:
        assert start.wait(10)
        for done in range(3):
            job.report(done, 3)
        return "done"

    job = lane.run(work, heard.append, _never, lane)
    job.progressed.connect(lambda done, total: heard.append((done, total, QThread.currentThread() is here)))
    job.ended.connect(lambda: heard.append("ended"))
    start.set()
    qtbot.waitUntil(lambda: "ended" in heard)
    assert heard == [(0, 3, True), (1, 3, True), (2, 3, True), "done", "ended"]


@pytest.mark.parametrize("fails", [False, True])
def test_an_owner_that_is_gone_hears_nothing(lane: PoolLane, qtbot: QtBot, fails: bool) -> None:
    owner, ended, start = QObject(), Event(), Event()

    def work(job: Job) -> None:
        assert start.wait(10)
        if fails:
            raise RuntimeError("nobody listens")

    job = lane.run(work, _never, _never, owner)
    job.ended.connect(ended.set)
    delete(owner)
    start.set()
    qtbot.waitUntil(ended.is_set)


def test_a_running_job_sees_the_cancellation(lane: PoolLane, qtbot: QtBot) -> None:
    errors: list[BaseException] = []
    started = Event()

    def work(job: Job) -> None:
        started.set()
        while not job.is_cancelled():
            QThread.yieldCurrentThread()
        raise Cancelled

    job = lane.run(work, _never, errors.append, lane)
    assert started.wait(10)
    job.cancel()
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], Cancelled)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(3), MemoryError()], ids=repr)
def test_whatever_is_raised_is_carried_over(lane: PoolLane, qtbot: QtBot, error: BaseException) -> None:
    errors: list[BaseException] = []

    def work(job: Job) -> None:
        raise error

    lane.run(work, _never, errors.append, lane)
    qtbot.waitUntil(lambda: bool(errors))
    assert errors == [error]


def test_closing_leaves_out_what_only_shows_something_and_does_the_rest(lane: PoolLane) -> None:
    begun, go, did = Event(), Event(), list[str]()

    def first(job: Job) -> None:
        begun.set()
        assert go.wait(10)

    def note(what: str, job: Job) -> None:
        did.append(what)

    lane.run(first, _never, _never, lane)
    assert begun.wait(10)
    for number in range(5):
        lane.run(partial(note, "thumbnail"), _never, _never, lane, droppable=True)
        lane.run(partial(note, f"file {number}"), _never, _never, lane)
    Timer(0.05, go.set).start()
    lane.close()
    assert did == [f"file {number}" for number in range(5)]


def test_reporting_on_a_job_that_is_gone_is_harmless(qtbot: QtBot) -> None:
    job = Job()
    delete(job)
    job.report(1, 2)
    assert not job.is_cancelled()
