"""Opens what explains dates: a deadline, the day calculator, the calendar years."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from walletcase.domain.ids import CaseId
from walletcase.ui.shell.desk import Desk


class DateDialogs:
    """``window`` is the parent of each dialog. One of them is open at a time."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        self._window = window
        self._desk = desk

    def explain(self, case_id: CaseId, key: str) -> QDialog:
        """Explain the date of a deadline."""
        from walletcase.ui.deadlines.explain import DeadlineDialog

        return self._open(DeadlineDialog(self._desk, case_id, key, self._window))

    def calculate(self) -> QDialog:
        """Count days."""
        from walletcase.ui.deadlines.calculator import CalculatorDialog

        return self._open(CalculatorDialog(self._desk, self._window))

    def show_years(self) -> QDialog:
        """Show which calendar years are known, and import one."""
        from walletcase.ui.deadlines.years import YearsDialog

        return self._open(YearsDialog(self._desk, self._window))

    def _open(self, dialog: QDialog) -> QDialog:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog
