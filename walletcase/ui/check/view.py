"""The check and the route in a window of their own, beside the case: what is found is put right while it stays open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTabWidget, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.ids import CaseId
from walletcase.services.changes import Changes
from walletcase.ui.check.page import CheckPage
from walletcase.ui.check.route import RoutePage
from walletcase.ui.look.tokens import XXL, L, M
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.layout import column, row

WIDE_PX, HIGH_PX = 680, 760
ROOM_BESIDE_PX = 1200  # in a narrower window it would hide what it leads to


class CheckDialog(QDialog):
    """Follows one case. It does not stop the window from being used."""

    def __init__(self, desk: Desk, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.case_id = case_id
        self.setWindowTitle(translate("Check", "Check before filing"))
        percent = desk.theme.percent
        wide, high = WIDE_PX * percent // 100, HIGH_PX * percent // 100
        if parent is not None:
            wide, high = min(wide, parent.width() - XXL), min(high, parent.height() - XXL)
        self.resize(wide, high)
        self.page = CheckPage(desk)
        self.route = RoutePage(desk)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.page, translate("Check", "Check"))
        self.tabs.addTab(self.route, translate("Check", "Where to turn"))
        self._lay_out()
        self.page.went.connect(self._went)
        self.route.check_asked.connect(self.show_check)
        desk.bus.changed.connect(self._changed)
        self._read()

    def show_check(self, door: DoorKind | None = None) -> None:
        """Show the check for a kind of door, None for the next one."""
        self.page.show_door(door)
        self.tabs.setCurrentWidget(self.page)

    def show_route(self) -> None:
        """Show the route."""
        self.tabs.setCurrentWidget(self.route)

    def _lay_out(self) -> None:
        box = column(self, gap=0)
        box.addWidget(self.tabs, 1)
        foot = row()
        foot.setContentsMargins(L, M, L, M)
        foot.addStretch(1)
        self.close_button = button(translate("Check", "Close"), self.accept)
        foot.addWidget(self.close_button)
        box.addLayout(foot)
        self.page.door.setFocus(Qt.FocusReason.OtherFocusReason)

    def _went(self) -> None:
        window = self.parentWidget()
        if window is None or window.width() < ROOM_BESIDE_PX * self._desk.theme.percent // 100:
            self.accept()

    def _changed(self, changes: Changes) -> None:
        if self.case_id in changes.cases:
            self._read()

    def _read(self) -> None:
        def show(record: CaseRecord) -> None:
            self.page.show_case(record)
            self.route.show_case(record)

        self._desk.read(self, lambda: self._desk.services.cases.open(self.case_id), show)
