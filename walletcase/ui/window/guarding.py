"""Tells of what is not as it was stored, and opens the full check."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.infra.settings import Settings
from walletcase.ui.shell.desk import Desk
from walletcase.ui.window.fault_bar import FaultBar
from walletcase.ui.window.furniture import Furniture
from walletcase.ui.window.guard import Guard, guard_of

if TYPE_CHECKING:
    from walletcase.ui.window.files_check import FilesCheck

IDLE_S = 20.0


class Idleness:
    """Whether the person lets the window alone: nothing changed, no cursor moved, nothing is open over it."""

    def __init__(self) -> None:
        self._place = QPoint()
        self._since = monotonic()

    def touch(self) -> None:
        """Something was done."""
        self._since = monotonic()

    def is_idle(self) -> bool:
        """Ask, now and then."""
        place = QCursor.pos()
        if place != self._place or QApplication.activePopupWidget() or QApplication.activeModalWidget():
            self._place = place
            self.touch()
        return monotonic() - self._since >= IDLE_S


class Guarding(QObject):
    """Lives as long as the rooms."""

    def __init__(self, window: QWidget, desk: Desk, rooms: Furniture) -> None:
        super().__init__(rooms)
        self._window = window
        self._desk = desk
        self._rooms = rooms
        self._idleness = Idleness()
        self.dialog: FilesCheck | None = None
        self.guard: Guard = guard_of(desk.files, desk.services.integrity, desk.services.clock)
        self.guard.found.connect(self._tell)
        self.bar = FaultBar(desk)
        self.bar.look_wanted.connect(self.show_problems)
        layout = rooms.layout()
        if isinstance(layout, QBoxLayout):
            layout.insertWidget(0, self.bar)
        desk.bus.changed.connect(lambda _: self._idleness.touch())
        self._tell()

    def begin(self, settings: Settings, keep: Callable[[str, object], None]) -> None:
        """Look at a few files soon, and at all of them once a week; ``keep`` saves a setting."""
        self.guard.begin(settings, keep, self._idleness.is_idle)

    def check(self) -> None:
        """Check everything now."""
        self._opened().check()

    def show_problems(self) -> None:
        """Show what was found and what to do."""
        self._opened().show_problems()

    def _opened(self) -> FilesCheck:
        from walletcase.ui.window.files_check import FilesCheck

        if self.dialog is not None:
            self.dialog.reject()
        self.dialog = dialog = FilesCheck(self._desk, self.guard, self._window)
        dialog.exhibit_wanted.connect(self._show_exhibit)
        dialog.finished.connect(lambda _: self._forget(dialog))
        dialog.open()
        return dialog

    def _forget(self, dialog: FilesCheck) -> None:
        if self.dialog is dialog:
            self.dialog = None

    def _tell(self) -> None:
        self.bar.tell(len(self.guard.problems))

    def _show_exhibit(self, case_number: str, exhibit_no: int) -> None:
        services, rooms = self._desk.services, self._rooms

        def find() -> tuple[CaseId, EvidenceId | None]:
            case = services.cases.find(case_number)
            items = services.cases.open(case.id).evidence
            return case.id, next((one.id for one in items if one.exhibit_no == exhibit_no), None)

        def show(found: tuple[CaseId, EvidenceId | None]) -> None:
            case_id, evidence_id = found
            rooms.cases.choose(case_id)
            rooms.page.open_tab("evidence", str(evidence_id or ""))

        self._desk.read(rooms, find, show)
