"""Work off the window's thread. One serial lane touches the database; another has files, pictures and PDF.

A job ends in done or failed on the window's thread, can be cancelled and shows progress. Tests use InlineLane.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid

from walletcase.domain.errors import Cancelled

T = TypeVar("T")


class Job(QObject):
    """One piece of work. ``progressed`` carries (done, total) on the window's thread."""

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, parent: QObject | None = None, *, droppable: bool = False) -> None:
        super().__init__(parent)
        self._droppable = droppable
        self._cancel = Event()
        self._closing = Event()
        self._told: tuple[int, int] | None = None

    def cancel(self) -> None:
        """Ask the work to stop; it still ends in done or failed."""
        self._cancel.set()

    def hurry(self) -> None:
        """The lane closes: long work stops early, work that has not begun is still done."""
        self._closing.set()

    def is_cancelled(self) -> bool:
        """Whether somebody asked; safe on any thread."""
        return self._cancel.is_set() or self._closing.is_set()

    def is_unwanted(self) -> bool:
        """Whether it was cancelled before it began. What is typed must be saved even while the lane closes.

        What only shows something (``droppable``) is no use to a window that goes.
        """
        return self._cancel.is_set() or (self._droppable and self._closing.is_set())

    def report(self, done: int, total: int) -> None:
        """Tell how far the work is; safe on any thread."""
        self._told = (done, total)
        if isValid(self):
            self.progressed.emit(done, total)

    def follow(self, show: Callable[[int, int], object]) -> None:
        """Show how far it is, from now on and as it was told last: the work may have begun before anybody listened."""
        self.progressed.connect(show)
        if self._told is not None:
            show(*self._told)


Work = Callable[[Job], T]
Done = Callable[[T], None]
Failed = Callable[[BaseException], None]


class Lane(Protocol):
    """Runs jobs one after the other (database) or a few at a time (files)."""

    def run(
        self, work: Work[T], done: Done[T], failed: Failed, owner: QObject, *, droppable: bool = False
    ) -> Job:
        """Start ``work``; call back on the window's thread unless ``owner`` is gone by then.

        ``droppable`` work only shows something: what of it has not begun when the lane closes is left out.
        """

    def hurry(self) -> None:
        """Ask long work to stop early; the rest is done."""

    def close(self) -> None:
        """Let long work stop early and the rest be done."""


@dataclass(frozen=True, slots=True)
class _Order:
    """A job with what it does and whom it tells."""

    job: Job
    work: Work[Any]
    owner: QObject
    done: Done[Any]
    failed: Failed


@dataclass(frozen=True, slots=True)
class _Outcome:
    order: _Order
    result: object = None
    error: BaseException | None = None


def _carry_out(order: _Order) -> _Outcome:
    """Do the work and return its result or what it raised."""
    if order.job.is_unwanted():
        return _Outcome(order, error=Cancelled())
    try:
        return _Outcome(order, order.work(order.job))
    except BaseException as raised:  # noqa: BLE001 - carried over to the window's thread and handled there, never dropped
        return _Outcome(order, error=raised)


def _settle(outcome: _Outcome) -> None:
    """Tell whoever asked, if it is still there."""
    order = outcome.order
    try:
        if not isValid(order.owner):
            return
        if outcome.error is not None:
            order.failed(outcome.error)
        else:
            order.done(outcome.result)
    finally:
        if isValid(order.job):
            order.job.ended.emit()
            order.job.deleteLater()


class _Runnable(QRunnable):
    def __init__(self, lane: PoolLane, order: _Order) -> None:
        super().__init__()
        self._lane = lane
        self._order = order

    def run(self) -> None:
        """Work here, tell there."""
        outcome = _carry_out(self._order)
        del self._order
        if isValid(self._lane):
            self._lane.returned.emit(outcome)


class PoolLane(QObject):
    """A lane over a thread pool of its own."""

    # To a slot of this object, not to a function: Qt forgets what is on its way to an object that is deleted.
    returned = Signal(object)

    def __init__(self, threads: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._jobs: set[Job] = set()
        self._last: _Outcome | None = None  # so that what it holds of the window is let go on the window's thread
        self._closed = False
        self.returned.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def run(
        self, work: Work[T], done: Done[T], failed: Failed, owner: QObject, *, droppable: bool = False
    ) -> Job:
        """Start ``work``; call back on the window's thread unless ``owner`` is gone by then."""
        job = Job(self, droppable=droppable)
        if not self._closed:
            self._jobs.add(job)
            self._pool.start(_Runnable(self, _Order(job, work, owner, done, failed)))
        return job

    def hurry(self) -> None:
        """Ask long work to stop early; the rest is done."""
        for job in self._jobs:
            job.hurry()

    def close(self) -> None:
        """Let long work stop early and the rest be done; nobody is told any more."""
        self._closed = True
        self.hurry()
        for job in self._jobs:
            job.blockSignals(True)
        self._pool.waitForDone()

    @Slot(object)
    def _settle(self, outcome: _Outcome) -> None:
        self._jobs.discard(outcome.order.job)
        self._last = outcome
        if not self._closed:
            _settle(outcome)


class InlineLane(QObject):
    """Runs each job at once on the calling thread: for tests, and for nothing else."""

    def run(
        self, work: Work[T], done: Done[T], failed: Failed, owner: QObject, *, droppable: bool = False
    ) -> Job:
        """Run ``work`` now and call back before returning."""
        job = Job(self)
        _settle(_carry_out(_Order(job, work, owner, done, failed)))
        return job

    def hurry(self) -> None:
        """Nothing runs."""

    def close(self) -> None:
        """Nothing waits."""
