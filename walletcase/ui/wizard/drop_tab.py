"""The part of the Step tab that takes files dropped on a step."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

from walletcase.ui.shell.drops import accept_copy, files_of
from walletcase.ui.shell.room import CaseTab
from walletcase.ui.wizard.fields_base import remark
from walletcase.ui.wizard.page import StepPage


class DropTab(CaseTab):
    """``page`` is the step that is shown. ``files_dropped``: files fell on it (paths, step key)."""

    files_dropped = Signal(list, str)

    def __init__(self) -> None:
        super().__init__()
        self.page: StepPage | None = None
        self.setAcceptDrops(True)

    @property
    def step_key(self) -> str:
        """The step that is shown, "" before a case is."""
        return self.page.step.key if self.page else ""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if self.page is not None and files_of(event) and accept_copy(event):
            remark(self.page.evidence, "hot", "true")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Let go of the files."""
        self._cool()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over the files."""
        self._cool()
        files = files_of(event)
        if files and accept_copy(event):
            self.files_dropped.emit(files, self.step_key)

    def _cool(self) -> None:
        if self.page is not None:
            remark(self.page.evidence, "hot", "false")
