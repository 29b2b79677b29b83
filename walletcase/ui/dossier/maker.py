"""Makes the preview: a moment after the last change, off the window's thread, the newest wish only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from walletcase.domain.errors import Cancelled
from walletcase.domain.ids import CaseId
from walletcase.services.dossier_options import DossierOptions, Glimpse, Rendered
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.paper.scratch import Scratch
from walletcase.ui.shell.tasks import Job

PAUSE_MS = 15  # what is typed meanwhile gives up what was begun


class PreviewMaker(QObject):
    """Holds the dossier as last made.

    ``began``: a new one is being made. ``progressed``: (done, total). ``glimpsed``: the page ``in_view`` (from 0) as a
    file of its own, before the rest. ``made``: a Rendered to show. ``stopped``: the person cancelled, or it failed and
    they were told; the preview before still stands.
    """

    began = Signal()
    progressed = Signal(int, int)
    glimpsed = Signal(int, object)
    made = Signal(object)
    _glimpsed = Signal(int, int, object)
    stopped = Signal()

    def __init__(self, desk: Desk, scratch: Scratch, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._scratch = scratch
        self._wish: tuple[CaseId, DossierOptions] | None = None
        self._number = 0
        self._job: Job | None = None
        self._next: list[Callable[[Rendered], None]] = []
        self.rendered: Rendered | None = None
        self.is_current = False
        self.in_view = 0
        self._glimpsed.connect(self._show_glimpse, Qt.ConnectionType.QueuedConnection)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._make)

    @property
    def is_busy(self) -> bool:
        """Whether a dossier is being made."""
        return self._job is not None

    @property
    def making(self) -> int | None:
        """Which dossier is being made, None if none is."""
        return self._number if self._job is not None else None

    @property
    def is_due(self) -> bool:
        """Whether a dossier will be made in a moment."""
        return self._pause.isActive()

    def want(self, case_id: CaseId, options: DossierOptions) -> None:
        """Make a preview of this soon; one being made of something older is given up."""
        if self._wish is not None and self._wish[0] != case_id:
            self.forget()
        self._wish = (case_id, options)
        self.is_current = False
        self._end_job()
        self._pause.start()

    def forget(self) -> None:
        """Drop what was made: another case is on show."""
        self._pause.stop()
        self._end_job()
        self._next.clear()
        self._wish = None
        self._scratch.drop(self.rendered.path if self.rendered else None)
        self.rendered = None
        self.is_current = False

    def cancel(self) -> None:
        """Stop what is being made; the preview before still stands."""
        self._next.clear()
        if self._job is not None:
            self._job.cancel()

    def then(self, use: Callable[[Rendered], None]) -> None:
        """Call ``use`` with a dossier that is up to date: at once, or when it is made."""
        if self.is_current and self.rendered is not None:
            use(self.rendered)
            return
        self._next = [use]
        if not self.is_busy:
            self._pause.stop()
            self._make()

    def _end_job(self) -> None:
        self._number += 1
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _make(self) -> None:
        if self._wish is None:
            return
        self._number += 1
        number, (case_id, options) = self._number, self._wish
        out = self._scratch.new("preview.pdf")
        dossiers = self._desk.services.dossiers

        glimpse = self._glimpse(number, out) if self.rendered is not None else None

        def work(job: Job) -> Rendered:
            return dossiers.render(
                case_id, options, out, progress=job.report, cancelled=job.is_cancelled, glimpse=glimpse
            )

        self.began.emit()
        ended: list[bool] = []
        job = self._desk.files.run(
            work,
            lambda rendered: self._done(number, rendered, ended),
            lambda error: self._failed(number, error, out, ended),
            self,
        )
        if not ended:
            self._job = job
            job.follow(self.progressed.emit)

    def _glimpse(self, number: int, out: Path) -> Glimpse:
        page, path = self.in_view, out.with_name("glimpse.pdf")

        def ready() -> None:
            if isValid(self):
                self._glimpsed.emit(number, page, path)

        return Glimpse(page, path, ready)

    @Slot(int, int, object)
    def _show_glimpse(self, number: int, page: int, path: Path) -> None:
        if number == self._number and self._job is not None:
            self.glimpsed.emit(page, path)

    def _done(self, number: int, rendered: Rendered, ended: list[bool]) -> None:
        ended.append(True)
        if number != self._number:
            self._scratch.drop(rendered.path)
            return
        self._job = None
        old, self.rendered = self.rendered, rendered
        self.is_current = True
        self._scratch.drop(old.path if old else None)
        self.made.emit(rendered)
        waiting, self._next = self._next, []
        for use in waiting:
            use(rendered)

    def _failed(self, number: int, error: BaseException, out: Path, ended: list[bool]) -> None:
        ended.append(True)
        self._scratch.drop(out)
        if number != self._number:
            return
        self._job = None
        self._next.clear()
        self.stopped.emit()
        if not isinstance(error, Cancelled):
            self._desk.fail(error)
