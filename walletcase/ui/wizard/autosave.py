"""Saves what is typed, soon after the last key: the one place that decides when, and what was not saved yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from walletcase.domain.ids import CaseId

# What is typed is durable within 800 ms of the last key: half a second of silence, the rest for the disk.
PAUSE_MS = 500
# Somebody who never pauses is saved all the same.
CEILING_MS = 3000


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text belongs."""

    case_id: CaseId
    field_key: str
    round: int


Done = Callable[[], None]
Failed = Callable[[BaseException], None]
Save = Callable[[Place, str, Done, Failed], None]  # starts a save and calls back one of the two


class Autosave(QObject):
    """Keeps the newest text of each place until it is stored.

    ``saving``: something is on its way. ``saved``: everything is stored, with the time (HH:MM). ``failed``: a text
    could not be stored (the exception); it is kept and tried again with the next change or flush.
    """

    saving = Signal()
    saved = Signal(str)
    failed = Signal(object)

    def __init__(self, save: Save, now: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._now = now
        self._waiting: dict[Place, str] = {}
        self._flying: dict[Place, tuple[int, str]] = {}
        self._number = 0
        self.pause = self._timer(PAUSE_MS)
        self.ceiling = self._timer(CEILING_MS)

    @property
    def is_idle(self) -> bool:
        """Whether everything typed is stored."""
        return not self._waiting and not self._flying

    def unsaved(self, place: Place) -> str | None:
        """Return the text of a place that is not stored yet, None if it is."""
        if place in self._waiting:
            return self._waiting[place]
        return self._flying[place][1] if place in self._flying else None

    def note(self, place: Place, text: str) -> None:
        """Take a changed text; it is saved after a pause."""
        self._waiting[place] = text
        self.pause.start()
        if not self.ceiling.isActive():
            self.ceiling.start()

    def flush(self) -> None:
        """Save what waits now."""
        self.pause.stop()
        self.ceiling.stop()
        batch, self._waiting = self._waiting, {}
        if not batch:
            return
        self.saving.emit()
        started: list[tuple[Place, int, str]] = []
        for place, text in batch.items():
            self._number += 1
            self._flying[place] = (self._number, text)
            started.append((place, self._number, text))
        for place, number, text in started:
            self._start(place, number, text)

    def _start(self, place: Place, number: int, text: str) -> None:
        def land() -> bool:
            is_newest = self._flying.get(place, (0, ""))[0] == number
            if is_newest:
                del self._flying[place]
            return is_newest

        def done() -> None:
            land()
            if self.is_idle:
                self.saved.emit(self._now())

        def failed(error: BaseException) -> None:
            if land():
                self._waiting.setdefault(place, text)
            self.failed.emit(error)

        self._save(place, text, done, failed)

    def _timer(self, interval_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(self.flush)
        return timer
