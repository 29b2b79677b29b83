"""When reminders speak up while the window is open, and what came due while it was closed.

One look a minute at most, by the wall clock each time: a computer that slept, a clock that was set, another time zone
need no care of their own. The database is only asked where something changed or a moment has come.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from walletcase.domain.due.nudges import QuietHours, wall
from walletcase.services.changes import Changes
from walletcase.services.reminders import Notice
from walletcase.ui.shell.desk import Desk

LOOK_MS = 60_000
_Told = tuple[int, str, str, datetime]


class NoticeWatch(QObject):
    """``spoke`` carries the notices that came up, ``missed`` those of the time in which the app was closed with the
    ISO date since when; ``moment_came``: what is due has changed, though nothing may have spoken.
    """

    spoke = Signal(object)
    missed = Signal(object, str)
    moment_came = Signal()

    def __init__(self, desk: Desk, remember: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._quiet = QuietHours()
        self._remember = remember
        self._since = self._looked = desk.services.clock.now()
        self._next_at: datetime | None = None
        self._is_stale = True
        self._is_reading = False
        self._is_held = False  # something waits for the end of quiet hours
        self._told: set[_Told] = set()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        desk.bus.changed.connect(self._changed)

    @property
    def quiet(self) -> QuietHours:
        """When nothing is told."""
        return self._quiet

    @quiet.setter
    def quiet(self, quiet: QuietHours) -> None:
        self._quiet = quiet
        self._is_stale = True

    def begin(self, seen_at: str) -> None:
        """Tell what came due after ``seen_at`` (ISO time with offset, "" the first time), then watch."""
        services, now = self._desk.services, self._since
        self._desk.db.run(lambda job: services.reminders.catch_up(), self._caught_up, self._desk.fail, self)
        if seen_at:
            since = datetime.fromisoformat(seen_at)

            def tell(notices: tuple[Notice, ...]) -> None:
                self._told |= {_name(one) for one in notices}
                if notices:
                    self.missed.emit(notices, seen_at[:10])

            self._desk.read(self, lambda: services.reminders.missed_since(since), tell)
        self._seen(now)
        self._timer.start(LOOK_MS)
        self.look()

    def look(self) -> None:
        """Ask whether a reminder speaks up, if one may."""
        now = self._desk.services.clock.now()
        went_back, self._looked = now < self._looked, now
        if self._is_reading:
            return
        here = wall(now, now)
        has_come = self._next_at is not None and self._next_at <= here
        if not (self._is_stale or has_come or went_back):
            if not self._is_held:
                self._seen(now)
            return
        self._is_stale, self._is_reading = False, True
        services, since, quiet = self._desk.services, self._since, self._quiet

        def ask() -> tuple[tuple[Notice, ...], datetime | None]:
            return services.reminders.spoken(since, quiet), services.reminders.next_at(quiet)

        def show(answer: tuple[tuple[Notice, ...], datetime | None]) -> None:
            self._is_reading = False
            spoken, self._next_at = answer
            self._is_held = bool(spoken) and quiet.holds(here.time())
            if self._is_held:  # the computer woke up, or the hours were changed: said once they are over
                over = quiet.over(here)
                self._next_at = min(over, self._next_at or over)
            else:
                self._seen(now)
                self._tell(spoken)
            if has_come:
                self.moment_came.emit()

        self._desk.db.run(lambda job: ask(), show, self._failed, self)

    def _seen(self, now: datetime) -> None:
        self._since = now
        self._remember(now.isoformat(timespec="seconds"))

    def _tell(self, notices: Sequence[Notice]) -> None:
        fresh = tuple(one for one in notices if _name(one) not in self._told)
        self._told |= {_name(one) for one in fresh}
        if fresh:
            self.spoke.emit(fresh)

    def _changed(self, changes: Changes) -> None:
        self._is_stale = self._is_stale or changes.listing

    def _caught_up(self, count: int) -> None:
        if count:
            self.moment_came.emit()

    def _failed(self, error: BaseException) -> None:
        """A look that failed is told once and tried again with the next change."""
        self._is_reading = False
        self._desk.fail(error)


def _name(notice: Notice) -> _Told:
    reminder = notice.nudge.reminder
    return (int(reminder.case_id), reminder.key, reminder.due_on, notice.nudge.at)
