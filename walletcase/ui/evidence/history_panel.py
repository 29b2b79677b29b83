"""The custody of one exhibit: what the journal says happened to it, newest first."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from walletcase.domain.custody import CustodyEvent
from walletcase.domain.evidence import Evidence
from walletcase.domain.ids import CaseId
from walletcase.ui.evidence.custody_words import story
from walletcase.ui.look.tokens import XS, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import clear, column, row

FEW = 4
_PAUSE_MS = 150  # while somebody leafs through, nothing is read


class HistoryPanel(QWidget):
    """The newest few lines, and all of them on demand. Read while it is seen, and anew when something left the app."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._item: Evidence | None = None
        self._shows_all = False
        self.lines: list[tuple[str, str]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(XS + 2)
        self._grid.setColumnStretch(1, 1)
        self.more = button("", self._turn, kind="quiet")
        note = translate("Custody", "From the journal: its lines are chained by SHA-256, none can be changed unseen.")
        box = column(self, gap=S)
        box.addWidget(PlainLabel(translate("Custody", "History"), "overline"))
        box.addLayout(self._grid)
        below = row(gap=0)
        below.addWidget(self.more)
        below.addStretch(1)
        box.addLayout(below)
        box.addWidget(PlainLabel(note, "caption", wrap=True))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self._read)
        desk.bus.left.connect(self._left)

    def show_item(self, item: Evidence) -> None:
        """Show what happened to an exhibit."""
        if self._item is None or self._item.id != item.id:
            self._shows_all = False
            self.lines = []
            self._show()
        self._item = item
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is seen for the first time, or was written while something else was shown."""
        super().showEvent(event)
        self._soon.start()

    def _left(self, case_id: CaseId) -> None:
        if self._item is not None and self._item.case_id == case_id and self.isVisible():
            self._soon.start()

    def _read(self) -> None:
        item = self._item
        if item is None:
            return
        custody = self._desk.services.custody

        def take(events: tuple[CustodyEvent, ...]) -> None:
            if self._item is not None and self._item.id == item.id:
                self.lines = story(events, item)
                self._show()

        self._desk.read(self, lambda: custody.events(item.case_id, item.id), take)

    def _turn(self) -> None:
        self._shows_all = not self._shows_all
        self._show()

    def _show(self) -> None:
        clear(self._grid)
        shown = self.lines if self._shows_all else self.lines[:FEW]
        for number, (at, text) in enumerate(shown):
            when, what = PlainLabel(at, "muted"), PlainLabel(text, wrap=True).let_select()
            what.setAccessibleName(f"{at} {text}")
            self._grid.addWidget(when, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(what, number, 1)
        all_of_them = translate("Custody", "Show all %n line(s)", "", len(self.lines))
        self.more.setText(translate("Custody", "Show the newest only") if self._shows_all else all_of_them)
        self.more.setVisible(len(self.lines) > FEW)
