"""Puts things into a case, one list after the other, off the window's thread.

It lives as long as the lane it works in, so that adding goes on while the rooms are built anew.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from walletcase.domain.errors import Cancelled
from walletcase.domain.evidence import Evidence, Member, StoredFile
from walletcase.domain.ids import CaseId
from walletcase.services.attaching import Alike, AttachReport, Failed, Source, Twin, files_in
from walletcase.services.changes import Changes, changed
from walletcase.services.evidence import Entry, EvidenceService
from walletcase.services.ports import IsCancelled, Vault
from walletcase.services.unpacking import UnpackingService, entry_of
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
class Picture:
    """A pasted or captured picture; written as PNG when its turn comes. Implements attaching.Source."""

    name: str
    image: bytes | QImage = field(repr=False)

    def take(self, vault: Vault, cancelled: IsCancelled) -> StoredFile:
        return vault.take_bytes(png_of(self.image))

    def changed_at(self, zone: tzinfo | None) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Batch:
    """What goes into a case at once: things that are given, or the ``members`` of an exhibit (``holder``)."""

    case_id: CaseId
    entry: Entry
    sources: tuple[Source, ...] = ()
    holder: Evidence | None = None
    members: tuple[Member, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """What the items are called."""
        return tuple(one.name for one in (self.sources if self.holder is None else self.members))


@dataclass(frozen=True, slots=True)
class State:
    """How far the adding is. Counts run until the next start after everything was done.

    ``twins`` are not added: the case has an exhibit with the same bytes. ``alike`` are added and look like another.
    """

    running: bool = False
    cancelling: bool = False
    cancelled: bool = False
    total: int = 0
    done: int = 0
    current: str = ""
    added: tuple[Evidence, ...] = ()
    failed: tuple[tuple[Batch, Failed], ...] = ()
    twins: tuple[tuple[Batch, Twin], ...] = ()
    alike: tuple[Alike, ...] = ()

    @property
    def holders(self) -> tuple[Evidence, ...]:
        """The added items that hold others."""
        return tuple(item for item in self.added if dict(item.media.says).get("holds", "0") != "0")


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

    def __init__(self, lane: Lane, service: EvidenceService, unpacking: UnpackingService, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._service = service
        self._unpacking = unpacking
        self._queue: deque[Batch] = deque()
        self._batch: Batch | None = None
        self._job: Job | None = None
        self._base = 0
        self.state = State()
        self._untold: set[CaseId] = set()
        self._pause = QTimer(self, singleShot=True, interval=_TELL_EVERY_MS)
        self._pause.timeout.connect(self._tell)
        self._one_stored.connect(self._take_one)

    def add(self, *batches: Batch) -> None:
        """Put batches at the end of what is being added; what was reported before is forgotten."""
        wanted = [batch for batch in batches if batch.names]
        if wanted and not self.state.running:
            self.state = State()
        for batch in wanted:
            self._add(batch, self.state)

    def retry(self) -> None:
        """Try again what failed."""
        for batch, one in self.state.failed:
            self.retry_one(batch, one)

    def retry_one(self, batch: Batch, one: Failed) -> None:
        """Try one of them again; what else was reported stays."""
        rest = tuple(pair for pair in self.state.failed if pair != (batch, one))
        self._add(_only(batch, one.source), replace(self.state, failed=rest))

    def add_twin(self, batch: Batch, twin: Twin) -> None:
        """Add something although the case has an exhibit with the same bytes."""
        again = _only(batch, twin.source, with_twins=True)
        rest = tuple(pair for pair in self.state.twins if pair != (batch, twin))
        self._add(again, replace(self.state, twins=rest))

    def drop_twin(self, batch: Batch, twin: Twin) -> None:
        """The person uses the exhibit that is there."""
        self._step(twins=tuple(pair for pair in self.state.twins if pair != (batch, twin)))

    def cancel(self) -> None:
        """Leave out what is not yet in; what is in stays."""
        self._queue.clear()
        if self._job is not None:
            self._job.cancel()
        if self.state.running:
            self._step(cancelling=True, cancelled=True)

    def _add(self, batch: Batch, state: State) -> None:
        if not state.running:
            state = replace(state, running=True, cancelled=False, total=0, done=0)
            self._base = 0
        self.state = state
        self._step(total=state.total + len(batch.names))
        self._queue.append(batch)
        self._start_next()

    def _start_next(self) -> None:
        if self._batch is not None:
            return
        if not self._queue:
            self._finish()
            return
        batch = self._batch = self._queue.popleft()
        self._step(current=batch.names[0])
        self._job = None
        job = self._lane.run(partial(self._work, batch), self._report, self._fail, self)
        if self._batch is batch:  # not so if the lane worked inline
            self._job = job
            job.progressed.connect(self._progress, Qt.ConnectionType.QueuedConnection)

    def _work(self, batch: Batch, job: Job) -> AttachReport:
        """Run on a worker's thread."""
        told, stopped = self._pass_on, job.is_cancelled
        if batch.holder is not None:
            numbers = [one.number for one in batch.members]
            unpack = self._unpacking.unpack
            return unpack(batch.holder, numbers, progress=job.report, cancelled=stopped, stored=told)
        return self._service.attach(
            batch.case_id, batch.sources, batch.entry, progress=job.report, cancelled=stopped, stored=told
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
        if batch is not None and done < len(batch.names):
            self._step(done=self._base + done, current=batch.names[done])

    def _report(self, report: AttachReport) -> None:
        batch = self._end_batch()
        if batch is None:
            return
        now = self.state
        self._base += len(report.stored) + len(report.failed) + len(report.twins)
        self._step(
            failed=now.failed + tuple((batch, one) for one in report.failed),
            twins=now.twins + tuple((batch, one) for one in report.twins),
            alike=now.alike + report.alike,
            done=self._base,
            cancelled=now.cancelled or report.cancelled,
        )
        self._start_next()

    def _fail(self, error: BaseException) -> None:
        batch = self._end_batch()
        if isinstance(error, Cancelled):
            self._step(cancelled=True)
        elif batch is not None:
            self._base += len(batch.names)
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


def _only(batch: Batch, source: Source, *, with_twins: bool = False) -> Batch:
    """A batch of one of its sources, of which the same is said; ``with_twins``: added even if the case has it."""
    entry = batch.entry if batch.holder is None else entry_of(batch.holder)
    entry = replace(entry, with_twins=True) if with_twins else entry
    return replace(batch, sources=(source,), holder=None, members=(), entry=entry)


def imports_of(lane: Lane, service: EvidenceService, unpacking: UnpackingService) -> Imports:
    """Return the one that lives with a lane, made on first use."""
    if not isinstance(lane, QObject):
        raise TypeError("a lane of the window is a QObject")
    return lane.findChild(Imports) or Imports(lane, service, unpacking, lane)
