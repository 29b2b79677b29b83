"""Saves the letter being typed, soon after the last key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from walletcase.domain.ids import CaseId
from walletcase.ui.shell.desk import Desk

PAUSE_MS = 500
CEILING_MS = 3000  # somebody who never pauses is saved all the same


@dataclass(frozen=True, slots=True)
class Typed:
    """A letter's text as typed."""

    case_id: CaseId
    letter_id: int
    body: str


class LetterAutosave(QObject):
    """``saved``: all that was typed is stored. ``failed``: it could not be; it is kept and tried again."""

    saved = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: Typed | None = None
        self._flying: Typed | None = None
        self._then: list[Callable[[], None]] = []
        self.pause, self.ceiling = self._timer(PAUSE_MS), self._timer(CEILING_MS)

    @property
    def is_idle(self) -> bool:
        """Whether everything typed is stored."""
        return self._waiting is None and self._flying is None

    def unsaved(self, letter_id: int) -> str | None:
        """Return the text of a letter that is not stored yet, None if it is."""
        typed = self._waiting or self._flying
        return typed.body if typed is not None and typed.letter_id == letter_id else None

    def note(self, typed: Typed) -> None:
        """Take a changed text; it is saved after a pause."""
        if self._waiting is not None and self._waiting.letter_id != typed.letter_id:
            self.flush()
        self._waiting = typed
        self.pause.start()
        if not self.ceiling.isActive():
            self.ceiling.start()

    def then(self, use: Callable[[], None]) -> None:
        """Call ``use`` once all that was typed is stored."""
        self._then.append(use)
        if self.is_idle:
            self._tell()
        elif self._flying is None:
            self.flush()

    def flush(self) -> None:
        """Save what waits now."""
        self.pause.stop()
        self.ceiling.stop()
        typed, self._waiting = self._waiting, None
        if typed is None:
            return
        self._flying = typed
        save = self._desk.services.letters.save

        def done() -> None:
            self._landed(typed)
            if self._waiting is not None and self._then:
                self.flush()
            elif self.is_idle:
                self.saved.emit()
                self._tell()

        def failed(error: BaseException) -> None:
            self._landed(typed)
            self._waiting = self._waiting or typed
            self._then.clear()
            self.failed.emit(error)

        self._desk.change(self, lambda: save(typed.case_id, typed.letter_id, typed.body), done, failed)

    def _landed(self, typed: Typed) -> None:
        if self._flying is typed:
            self._flying = None

    def _tell(self) -> None:
        waiting, self._then = self._then, []
        for use in waiting:
            use()

    def _timer(self, interval_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(self.flush)
        return timer
