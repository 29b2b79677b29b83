"""Midnight: what is due and overdue is told anew at once, the rooms are built anew when nobody's hands are on them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

_CHECK_MS = 60_000


class DayWatch(QObject):
    """Looks at the date once a minute. ``tell`` says what is due; ``rebuild`` builds the rooms anew."""

    def __init__(self, window: QWidget, tell: Callable[[], None], rebuild: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._tell = tell
        self._rebuild = rebuild
        self._today: Callable[[], str] | None = None
        self._day = self._told_day = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def start(self, today: Callable[[], str]) -> None:
        """Look from now on. ``today`` returns the date, ISO."""
        self._today = today
        self._day = self._told_day = today()
        self._timer.start(_CHECK_MS)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """What is overdue changes at midnight: have it read again, and build the rooms anew.

        Not under an open dialog, which speaks to the rooms it was opened from, nor under somebody's hands: a field
        keeps the cursor and what an input method has not finished. Then as soon as it may be, a minute later or more.
        """
        if self._today is None:
            return
        today = self._today()
        if today != self._told_day:
            self._told_day = today
            self._tell()
        if today != self._day and not self._is_in_use():
            self._day = today
            self._rebuild()

    def _is_in_use(self) -> bool:
        """Whether a dialog or menu is open, or the cursor is in a field."""
        focus = self._window.focusWidget()
        typing = focus is not None and focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        return typing or QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None
