"""A tab that is built when it is first looked at or spoken to: the window opens with the one in front only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent

from walletcase.domain.case import CaseRecord
from walletcase.services.changes import Changes
from walletcase.ui.shell.room import CaseTab
from walletcase.ui.widgets.layout import column


class LaterTab(CaseTab):
    """Stands in the place of a room and is one to the page. ``make`` builds it."""

    def __init__(self, make: Callable[[], CaseTab]) -> None:
        super().__init__()
        self._make = make
        self._room: CaseTab | None = None
        self._record: CaseRecord | None = None
        self._box = column(self, gap=0)

    @property
    def is_built(self) -> bool:
        """Whether the room is there: one that is not has nothing typed in it and nothing under way."""
        return self._room is not None

    @property
    def room(self) -> CaseTab:
        """The room; asked for it is built, and shows the case at once."""
        if self._room is None:
            room = self._room = self._make()
            self._box.addWidget(room)
            self.setFocusProxy(room)
            if self._record is not None:
                room.show_case(self._record, None)
                self._record = None
        return self._room

    def show_case(self, record: CaseRecord, changes: Changes | None) -> None:
        """Pass a case on, or keep it for the room to come."""
        if self._room is not None:
            self._room.show_case(record, changes)
            return
        self._record = record
        if self.isVisible():
            self.room  # noqa: B018 - asking builds it

    def showEvent(self, event: QShowEvent) -> None:
        """Build the room now that it is looked at."""
        if self._record is not None:
            self.room  # noqa: B018 - asking builds it
        super().showEvent(event)

    def go_to(self, item: str) -> None:
        """Bring something into view."""
        self.room.go_to(item)

    def begin(self) -> None:
        """Put the person where work begins."""
        self.room.begin()

    def flush(self) -> None:
        """Save what is typed."""
        if self._room is not None:
            self._room.flush()
