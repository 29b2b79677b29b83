"""Puts files into a case, one list after the other, off the window's thread.

It lives as long as the lane it works in, so that adding goes on while the rooms are built anew.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from walletcase.domain.errors import Cancelled
from walletcase.domain.evidence import Evidence, EvidenceEdit
from walletcase.domain.ids import CaseId
from walletcase.services.changes import Changes, changed
from walletcase.services.evidence import AttachReport, EvidenceService, Failed, files_in
from walletcase.ui.evidence.pngs import png_of
from walletcase.ui.shell.tasks import Job, Lane

ASK_FROM_BYTES = 200 * 1000 * 1000
_TELL_EVERY_MS = 300


@dataclass(frozen=True, slots=True)
class Scan:
    """The files meant by a list of paths, and those so large that the person is asked first."""

    files: tuple[Path, ...]
    large: tuple[tuple[Path, int], ...]  # (file, bytes)


@dataclass(frozen=True, slots=True)
class Batch:
    """What goes into a case at once: files, or one pasted picture under a name."""

    case_id: CaseId
    edit: EvidenceEdit
    files: tuple[Path, ...] = ()
    picture: bytes | QImage | None = None
    name: str = ""

    @property
    def size(self) -> int:
        """How many items it is."""
        return len(self.files) if self.picture is None else 1


@dataclass(frozen=True, slots=True)
class State:
    """How far the adding is. Counts run until the next start after everything was done."""

    running: bool = False
    cancelling: bool = False
    cancelled: bool = False
    total: int = 0
    done: int = 0
    current: str = ""
    added: tuple[Evidence, ...] = ()
    failed: tuple[tuple[Batch, Failed], ...] = field(default=())

    @property
    def duplicates(self) -> tuple[Evidence, ...]:
        """The added items whose bytes were in the case already."""
        return tuple(item for item in self.added if item.duplicate_of is not None)


def scan(paths: Sequence[Path]) -> Scan:
    """Look at what was dropped. Reads folders, so not on the window's thread."""
    files = files_in(paths)
    sizes = [(file, _size_bytes(file)) for file in files]
    return Scan(files, tuple((file, size) for file, size in sizes if size > ASK_FROM_BYTES))


def _size_bytes(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0  # why it can't be read is told when it is added


class Imports(QObject):
    """One batch at a time, in the order in which they came."""

    stepped = Signal()  # ``state`` is another
    changed = Signal(object)  # Changes: at most every 300 ms while items come in
    ended = Signal()  # nothing is left to add
    broke = Signal(object)  # a fault that is not about one file
    _one_stored = Signal(object)

    def __init__(self, lane: Lane, service: EvidenceService, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._service = service
        self._queue: deque[Batch] = deque()
        self._batch: Batch | None = None
        self._job: Job | None = None
        self._base = 0
        self.state = State()
        self._untold: set[CaseId] = set()
        self._pause = QTimer(self, singleShot=True, interval=_TELL_EVERY_MS)
        self._pause.timeout.connect(self._tell)
        self._one_stored.connect(self._take_one)

    def add(self, batch: Batch) -> None:
        """Put a batch at the end of what is being added."""
        if not batch.size:
            return
        if not self.state.running:
            self.state = State(running=True)
            self._base = 0
        self._step(total=self.state.total + batch.size)
        self._queue.append(batch)
        self._start_next()

    def retry(self) -> None:
        """Try again what failed."""
        failed = self.state.failed
        self.state = replace(self.state, failed=()) if self.state.running else State()
        for batch, one in failed:
            self.add(replace(batch, files=(one.file,)) if batch.picture is None else batch)

    def cancel(self) -> None:
        """Leave out what is not yet in; what is in stays."""
        self._queue.clear()
        if self._job is not None:
            self._job.cancel()
        if self.state.running:
            self._step(cancelling=True, cancelled=True)

    def _start_next(self) -> None:
        if self._batch is not None:
            return
        if not self._queue:
            self._finish()
            return
        batch = self._batch = self._queue.popleft()
        self._step(current=batch.name or batch.files[0].name)
        self._job = None
        job = self._lane.run(partial(self._work, batch), self._report, self._fail, self)
        if self._batch is batch:  # not so if the lane worked inline
            self._job = job
            job.progressed.connect(self._progress, Qt.ConnectionType.QueuedConnection)

    def _work(self, batch: Batch, job: Job) -> AttachReport:
        """Run on a worker's thread."""
        if batch.picture is not None:
            content = png_of(batch.picture)
            item, changes = self._service.attach_bytes(batch.case_id, content, batch.name, batch.edit)
            self._pass_on(item)
            return AttachReport((item,), (), False, changes)
        return self._service.attach(
            batch.case_id,
            batch.files,
            batch.edit,
            progress=job.report,
            cancelled=job.is_cancelled,
            stored=self._pass_on,
        )

    def _pass_on(self, item: Evidence) -> None:
        if isValid(self):
            self._one_stored.emit(item)

    def _take_one(self, item: Evidence) -> None:
        self._step(added=(*self.state.added, item))
        self._untold.add(item.case_id)
        if not self._pause.isActive():
            self._tell()

    def _tell(self) -> None:
        if self._untold:
            changes: Changes = changed(*self._untold)
            self._untold.clear()
            self._pause.start()
            self.changed.emit(changes)

    def _progress(self, done: int, total: int) -> None:
        batch = self._batch
        if batch is not None and done < len(batch.files):
            self._step(done=self._base + done, current=batch.files[done].name)

    def _report(self, report: AttachReport) -> None:
        batch = self._end_batch()
        if batch is None:
            return
        failed = tuple((batch, one) for one in report.failed)
        self._base += len(report.stored) + len(report.failed)
        self._step(
            failed=self.state.failed + failed, done=self._base, cancelled=self.state.cancelled or report.cancelled
        )
        self._start_next()

    def _fail(self, error: BaseException) -> None:
        batch = self._end_batch()
        if isinstance(error, Cancelled):
            self._step(cancelled=True)
        elif batch is not None:
            self._base += batch.size
            self.broke.emit(error)
        self._start_next()

    def _end_batch(self) -> Batch | None:
        batch, self._batch, self._job = self._batch, None, None
        return batch

    def _finish(self) -> None:
        if self.state.running:
            self._pause.stop()
            self._tell()
            self._step(running=False, cancelling=False, current="")
            self.ended.emit()

    def _step(self, **news: object) -> None:
        self.state = replace(self.state, **news)  # type: ignore[arg-type]
        self.stepped.emit()


def imports_of(lane: Lane, service: EvidenceService) -> Imports:
    """Return the one that lives with a lane, made on first use."""
    if not isinstance(lane, QObject):
        raise TypeError("a lane of the window is a QObject")
    return lane.findChild(Imports) or Imports(lane, service, lane)
