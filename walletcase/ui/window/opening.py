"""What the window says while it opens: in place of the rooms, then over them until what they show is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame

from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column

if TYPE_CHECKING:
    from walletcase.ui.window.furniture import Furniture

_LONGEST_MS = 4_000  # what can't be read is told in a box; the rooms are not kept from the person for it


def opening_label() -> PlainLabel:
    """Return what the window says until the rooms are in."""
    label = PlainLabel(translate("Window", "Opening…"), "muted")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


class Cover(QFrame):
    """Lies over the rooms until the list and the case in it are read: empty cards and counts of 0 would be untrue."""

    def __init__(self, rooms: Furniture) -> None:
        super().__init__(rooms)
        self._rooms = rooms
        self._has_rows = False
        self.setProperty("pane", "page")
        self.setAutoFillBackground(True)
        column(self, gap=0).addWidget(opening_label())
        self.setGeometry(rooms.rect())
        rooms.installEventFilter(self)
        rooms.rows_shown.connect(self._take_rows)
        rooms.page.shown.connect(self._end_if_read)
        self._watch = QTimer(self, singleShot=True, interval=_LONGEST_MS)
        self._watch.timeout.connect(self.end)
        self._watch.start()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the rooms."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._rooms.rect())
        return False

    def end(self) -> None:
        """Give the rooms free."""
        self._watch.stop()
        self._rooms.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def _take_rows(self) -> None:
        self._has_rows = True
        self._end_if_read()

    def _end_if_read(self) -> None:
        page = self._rooms.page
        if self._has_rows and (page.case_id is None or page.record is not None):
            self.end()
