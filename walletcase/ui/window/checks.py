"""Opens the check and the route of the open case in a window beside it: one at a time, gone with the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.door_kind import DoorKind
from walletcase.ui.case_page.view import CasePage
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate

if TYPE_CHECKING:
    from walletcase.ui.check.view import CheckDialog
    from walletcase.ui.facts.view import FactsTab


def add_pages(desk: Desk, facts: FactsTab) -> FactsTab:
    """Put the check and the route among the pages of the facts, and return the facts."""
    from walletcase.ui.check.page import CheckPage
    from walletcase.ui.check.route import RoutePage

    check, route = CheckPage(desk), RoutePage(desk)
    facts.add_page("check", translate("Check", "Check"), check)
    facts.add_page("route", translate("Check", "Route"), route)

    def show(door: DoorKind) -> None:
        check.show_door(door)
        facts.go_to("check")

    route.check_asked.connect(show)
    return facts


class CheckDialogs:
    """``window`` is the parent, ``page`` shows the case that is checked."""

    def __init__(self, window: QWidget, desk: Desk, page: CasePage) -> None:
        self._window = window
        self._desk = desk
        self._page = page
        self.dialog: CheckDialog | None = None
        desk.bus.check_asked.connect(self.check)
        page.shown.connect(self._follow)

    def check(self, door: str = "") -> None:
        """Check the open case for a kind of door, "" for the next one."""
        dialog = self._opened()
        if dialog is not None:
            dialog.show_check(DoorKind(door) if door else None)

    def route(self) -> None:
        """Show where to turn with the open case."""
        dialog = self._opened()
        if dialog is not None:
            dialog.show_route()

    def close(self) -> None:
        """Close what is open."""
        if self.dialog is not None:
            self.dialog.reject()

    def _opened(self) -> CheckDialog | None:
        from walletcase.ui.check.view import CheckDialog

        case_id = self._page.case_id
        if case_id is None:
            return None
        self._page.flush()  # what is being typed is checked too
        if self.dialog is None:
            self.dialog = CheckDialog(self._desk, case_id, self._window)
            self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.dialog.finished.connect(self._forget)
            self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        return self.dialog

    def _forget(self) -> None:
        self.dialog = None

    def _follow(self, record: CaseRecord) -> None:
        if self.dialog is not None and self.dialog.case_id != record.case.id:
            self.close()
