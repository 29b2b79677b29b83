"""Sees to it that all is as it was stored: a few files at each start, all of them once a week while nobody works.

It lives as long as the lane it works in, so that the week's check goes on while the rooms are built anew.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from walletcase.domain.errors import Cancelled, UserError
from walletcase.domain.ids import EvidenceId
from walletcase.infra.settings import Settings
from walletcase.services.integrity import Checkable, IntegrityService
from walletcase.services.ports import Clock
from walletcase.services.records_check import Problem
from walletcase.ui.shell.tasks import Job, Lane

SPOT_AFTER_MS = 4_000  # the window is furnished first
STEP_MS = 5_000
WEEK = timedelta(days=7)
PIECE_BYTES = 32 << 20  # of files; one larger than that is a piece of its own
PIECE_FILES = 50
_DAY = timedelta(days=1)

Keep = Callable[[str, object], None]
_Outcome = tuple[tuple[Problem, ...], EvidenceId]


class Guard(QObject):
    """``problems`` are those found last; ``found`` says that there are others. Nothing here is ever changed on disk.

    ``is_idle`` says whether the person lets the computer alone; ``keep`` saves a setting.
    """

    found = Signal()

    def __init__(self, lane: Lane, service: IntegrityService, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._service = service
        self._clock = clock
        self._keep: Keep | None = None
        self._is_idle: Callable[[], bool] = lambda: False
        self._left: deque[Checkable] | None = None  # None: the week's check has not begun
        self._reached = EvidenceId(0)
        self._is_busy = self._is_over = self._has_spotted = False
        self.checked_at = ""
        self.problems: tuple[Problem, ...] = ()
        self._soon = QTimer(self, singleShot=True, interval=SPOT_AFTER_MS)
        self._soon.timeout.connect(self.spot)
        self._timer = QTimer(self, interval=STEP_MS)
        self._timer.timeout.connect(self.step)

    @property
    def is_due(self) -> bool:
        """Whether the last full check is a week ago, or was never, or is said to be in the future."""
        if not self.checked_at:
            return True
        since = self._clock.now() - datetime.fromisoformat(self.checked_at)
        return since >= WEEK or since < -_DAY

    def begin(self, settings: Settings, keep: Keep, is_idle: Callable[[], bool]) -> None:
        """Take over what is known from the last session; look at a few files soon, at all of them when they are due."""
        self._keep, self._is_idle = keep, is_idle
        if self._has_spotted:
            return
        self._has_spotted = True
        self.checked_at, self._reached = settings.checked_at, EvidenceId(settings.checked_to)
        self._soon.start()
        self._timer.start()

    def stop(self) -> None:
        """Begin nothing more: the window closes."""
        self._soon.stop()
        self._timer.stop()

    def spot(self) -> None:
        """Look at the journal and a few files."""
        self._run(lambda job: self._service.spot_check(cancelled=job.is_cancelled), self._spotted)

    def step(self) -> None:
        """Do the next piece of the week's check, if it is due and nobody works."""
        if self._is_over or self._is_busy or not self.is_due or not self._is_idle():
            return
        self._is_busy = True
        if self._left is None:
            reached = self._reached
            self._run(lambda job: self._begin_all(reached, job), self._begun)
            return
        piece = self._next_piece()
        if piece:
            self._run(lambda job: self._check(piece, job), self._checked)
        else:
            self._is_busy = False
            self._end()

    def take(self, problems: tuple[Problem, ...]) -> None:
        """All was checked just now, because the person wanted it."""
        self._left, self._is_over = None, bool(problems)
        self.problems = problems
        if not problems:
            self._note_all_well()
        self.found.emit()

    def _spotted(self, problems: tuple[Problem, ...]) -> None:
        self._is_busy = False
        self._add(problems)

    def _begin_all(self, reached: EvidenceId, job: Job) -> tuple[tuple[Problem, ...], tuple[Checkable, ...]]:
        """Run on a worker's thread."""
        problems = self._service.check_records(cancelled=job.is_cancelled)
        return problems, self._service.files(after=reached)

    def _begun(self, outcome: tuple[tuple[Problem, ...], tuple[Checkable, ...]]) -> None:
        self._is_busy = False
        problems, files = outcome
        self._left = deque(files)
        self._add(problems)

    def _next_piece(self) -> tuple[Checkable, ...]:
        piece: list[Checkable] = []
        while self._left and len(piece) < PIECE_FILES:
            size = sum(one.item.file.size_bytes for one in piece) + self._left[0].item.file.size_bytes
            if piece and size > PIECE_BYTES:
                break
            piece.append(self._left.popleft())
        return tuple(piece)

    def _check(self, piece: tuple[Checkable, ...], job: Job) -> _Outcome:
        """Run on a worker's thread."""
        found = [p for one in piece for p in self._service.check_file(one, cancelled=job.is_cancelled)]
        return tuple(found), piece[-1].item.id

    def _checked(self, outcome: _Outcome) -> None:
        self._is_busy = False
        problems, reached = outcome
        self._add(problems)
        if not self.problems and self._keep is not None:
            self._reached = reached
            self._keep("checked_to", int(reached))

    def _end(self) -> None:
        """All is read. What was found is looked for again in the next session, until all is well."""
        self._left, self._is_over, self._reached = None, bool(self.problems), EvidenceId(0)
        if not self.problems:
            self._note_all_well()

    def _note_all_well(self) -> None:
        self.checked_at, self._reached = self._clock.now().isoformat(timespec="seconds"), EvidenceId(0)
        if self._keep is not None:
            self._keep("checked_to", 0)
            self._keep("checked_at", self.checked_at)

    def _add(self, problems: tuple[Problem, ...]) -> None:
        new = tuple(one for one in dict.fromkeys(problems) if one not in self.problems)
        if new:
            self.problems += new
            self.found.emit()

    def _run(self, work: object, done: object) -> None:
        self._lane.run(work, done, self._fail, self, droppable=True)  # type: ignore[arg-type]

    def _fail(self, error: BaseException) -> None:
        """Nobody asked for this check: what hinders it is tried again the next time, but a fault of ours is told."""
        self._is_busy, self._is_over = False, True
        if not isinstance(error, Cancelled | UserError):
            raise error


def guard_of(lane: Lane, service: IntegrityService, clock: Clock) -> Guard:
    """Return the one that lives with a lane, made on first use."""
    if not isinstance(lane, QObject):
        raise TypeError("a lane of the window is a QObject")
    return lane.findChild(Guard) or Guard(lane, service, clock, lane)
