"""Work off the window's thread. One serial lane touches the database; another has files, pictures and PDF.

A job ends in done or failed on the window's thread, can be cancelled and shows progress. Tests use InlineLane.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from shiboken6 import isValid

from walletcase.domain.errors import Cancelled

T = TypeVar("T")


class Job(QObject):
    """One piece of work. ``progressed`` carries (done, total) on the window's thread."""

    progressed = Signal(int, int)
    ended = Signal()
    _came_back = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancel = Event()

    def cancel(self) -> None:
        """Ask the work to stop; it still ends in done or failed."""
        self._cancel.set()

    def is_cancelled(self) -> bool:
        """Whether somebody asked; safe on any thread."""
        return self._cancel.is_set()

    def report(self, done: int, total: int) -> None:
        """Tell how far the work is; safe on any thread."""
        if isValid(self):
            self.progressed.emit(done, total)


Work = Callable[[Job], T]
Done = Callable[[T], None]
Failed = Callable[[BaseException], None]


class Lane(Protocol):
    """Runs jobs one after the other (database) or a few at a time (files)."""

    def run(self, work: Work[T], done: Done[T], failed: Failed, owner: QObject) -> Job:
        """Start ``work``; call back on the window's thread unless ``owner`` is gone by then."""

    def close(self) -> None:
        """Cancel what waits and let what runs end."""


class _Runnable(QRunnable):
    def __init__(self, job: Job, work: Work[Any]) -> None:
        super().__init__()
        self._job = job
        self._work = work

    def run(self) -> None:
        """Do the work and carry its result, or what it raised, over to the window's thread."""
        result: object = None
        error: BaseException | None = None
        try:
            if self._job.is_cancelled():
                error = Cancelled()
            else:
                result = self._work(self._job)
        except BaseException as raised:  # noqa: BLE001 - carried over and handled on the window's thread, never dropped
            error = raised
        if isValid(self._job):
            self._job._came_back.emit(result, error)


def _settle(job: Job, owner: QObject, done: Done[Any], failed: Failed, outcome: tuple[object, object]) -> None:
    result, error = outcome
    try:
        if not isValid(owner):
            return
        if isinstance(error, BaseException):
            failed(error)
        else:
            done(result)
    finally:
        job.ended.emit()
        job.deleteLater()


class PoolLane(QObject):
    """A lane over a thread pool of its own."""

    def __init__(self, threads: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._jobs: set[Job] = set()

    def run(self, work: Work[T], done: Done[T], failed: Failed, owner: QObject) -> Job:
        """Start ``work``; call back on the window's thread unless ``owner`` is gone by then."""
        job = Job(self)
        self._jobs.add(job)

        def settle(result: object, error: object) -> None:
            self._jobs.discard(job)
            _settle(job, owner, done, failed, (result, error))

        job._came_back.connect(settle, Qt.ConnectionType.QueuedConnection)
        self._pool.start(_Runnable(job, work))
        return job

    def close(self) -> None:
        """Cancel what waits and let what runs end."""
        for job in self._jobs:
            job.cancel()
        self._pool.waitForDone()


class InlineLane(QObject):
    """Runs each job at once on the calling thread: for tests, and for nothing else."""

    def run(self, work: Work[T], done: Done[T], failed: Failed, owner: QObject) -> Job:
        """Run ``work`` now and call back before returning."""
        job = Job(self)
        result: object = None
        error: BaseException | None = None
        try:
            result = work(job)
        except BaseException as raised:  # noqa: BLE001 - handed to failed, never dropped
            error = raised
        _settle(job, owner, done, failed, (result, error))
        return job

    def close(self) -> None:
        """Nothing waits."""
