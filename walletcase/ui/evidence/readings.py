"""Reads the words of pages one after the other, off the window's thread; can pause, and goes on after a restart.

It lives as long as the lane it works in, so that reading goes on while the rooms are built anew.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from walletcase.domain.errors import Cancelled
from walletcase.domain.ids import CaseId
from walletcase.services.reading import PageDone, ReadingService, Unread
from walletcase.ui.shell.tasks import Job, Lane

_LOOK_AFTER_MS = 400  # several changes in a row need one look


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading is. Counts run until everything that waited is read.

    ``reads_pixels``: the person wants the words of pictures. ``failed`` pages had words that could not be read.
    """

    reads_pixels: bool = False
    paused: bool = False
    running: bool = False
    done: int = 0
    total: int = 0
    failed: int = 0
    current: Unread | None = None


class Readings(QObject):
    """One page at a time, those of the case that is looked at first."""

    stepped = Signal()  # ``progress`` is another
    read = Signal(object)  # PageDone
    broke = Signal(object)  # a fault that is not about one page

    def __init__(self, lane: Lane, service: ReadingService, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._service = service
        self._queue: deque[Unread] = deque()
        self._busy = False
        self._stale: set[CaseId] | None = set()  # cases to be looked through; None: all of them
        self._first: CaseId | None = None
        self.progress = Progress()
        self._soon = QTimer(self, singleShot=True, interval=_LOOK_AFTER_MS)
        self._soon.timeout.connect(self._look)

    @property
    def is_available(self) -> bool:
        """Whether pixels can be read: the optional part is installed."""
        return self._service.is_available

    def look_soon(self, cases: Iterable[CaseId] | None = None) -> None:
        """Something came in or changed: see what waits to be read in these cases, or in all."""
        self._stale = None if cases is None or self._stale is None else self._stale | set(cases)
        self._soon.start()

    def prefer(self, case_id: CaseId | None) -> None:
        """Read the pages of this case before those of others."""
        self._first = case_id
        self._queue = deque(self._sorted(self._queue))

    def switch(self, on: bool) -> None:
        """Read the pixels of pictures from now on, or no longer."""
        on = on and self.is_available
        if on == self.progress.reads_pixels:
            return
        self._step(reads_pixels=on)
        if not on:
            self._service.interrupt()
        self.look_soon()

    def pause(self) -> None:
        """Stop now; the page under way waits again."""
        self._step(paused=True)
        self._service.interrupt()

    def go_on(self) -> None:
        """Go on after a pause."""
        self._step(paused=False)
        self._stale = None
        self._look()

    def stop(self) -> None:
        """Read nothing more: the window closes."""
        self._soon.stop()
        self._queue.clear()
        self.pause()

    def _look(self) -> None:
        if self.progress.paused or self._busy or self._stale == set():
            return  # once the page under way is read, or the pause is over
        cases, self._stale, self._busy = self._stale, set(), True
        pixels = self.progress.reads_pixels

        def work(job: Job) -> tuple[Unread, ...]:
            if cases is None:
                return self._service.unread(pixels=pixels)
            return tuple(one for case in cases for one in self._service.unread(case, pixels=pixels))

        self._run(work, lambda found: self._take(cases, found))

    def _take(self, cases: set[CaseId] | None, found: tuple[Unread, ...]) -> None:
        self._busy = False
        rest = () if cases is None else (one for one in self._queue if one.item.case_id not in cases)
        self._queue = deque(self._sorted((*rest, *found)))
        base = self.progress if self.progress.running else replace(self.progress, done=0, failed=0)
        self.progress = base
        self._step(running=base.running or bool(self._queue), total=base.done + len(self._queue))
        self._next()

    def _sorted(self, pages: Iterable[Unread]) -> list[Unread]:
        return sorted(pages, key=lambda one: one.item.case_id != self._first)

    def _next(self) -> None:
        if self._busy or self.progress.paused:
            return
        if self._stale != set() and not self._soon.isActive():
            self._look()
            return
        if not self._queue:
            if self.progress.running:
                self._step(running=False, current=None)
                self._run(lambda job: self._service.rest(), lambda _: None)
            return
        self._busy = True
        unread = self._queue.popleft()
        self._step(current=unread)
        self._run(partial(self._read, unread, self.progress.reads_pixels), self._end)

    def _read(self, unread: Unread, pixels: bool, job: Job) -> PageDone:
        """Run on a worker's thread."""
        if job.is_cancelled():
            raise Cancelled
        return self._service.read(unread, pixels=pixels)

    def _end(self, done: PageDone) -> None:
        self._busy = False
        if done.note == "stopped":
            self._queue.appendleft(done.unread)
        else:
            self._step(done=self.progress.done + 1, failed=self.progress.failed + bool(done.note))
            self.read.emit(done)
        self._next()

    def _fail(self, error: BaseException) -> None:
        self._busy = False
        if not isinstance(error, Cancelled):
            self._queue.clear()
            self._step(running=False, current=None)
            self.broke.emit(error)

    def _run(self, work: object, done: object) -> None:
        self._lane.run(work, done, self._fail, self, droppable=True)  # type: ignore[arg-type]

    def _step(self, **news: object) -> None:
        if isValid(self):
            self.progress = replace(self.progress, **news)  # type: ignore[arg-type]
            self.stepped.emit()


def readings_of(lane: Lane, service: ReadingService) -> Readings:
    """Return the one that lives with a lane, made on first use."""
    if not isinstance(lane, QObject):
        raise TypeError("a lane of the window is a QObject")
    return lane.findChild(Readings) or Readings(lane, service, lane)
