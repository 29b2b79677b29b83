"""Labels beside their texts where there is room, above them where there is not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from walletcase.ui.look.tokens import L, S
from walletcase.ui.widgets.labels import PlainLabel

BESIDE_DIGITS = 54  # so many digits wide and more: labels stand beside their texts


class PairGrid(QWidget):
    """(label, text) pairs; the texts can be marked and copied."""

    def __init__(self, pairs: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._cells = [(PlainLabel(label, "muted", wrap=True), self._text(label, text)) for label, text in pairs]
        self._beside: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(L)
        self._grid.setVerticalSpacing(S)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._place(beside=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose beside or above."""
        super().resizeEvent(event)
        self._place(beside=event.size().width() >= BESIDE_DIGITS * self.fontMetrics().horizontalAdvance("0"))

    def _text(self, label: str, text: str) -> PlainLabel:
        made = PlainLabel(text, wrap=True).let_select()
        made.setAccessibleName(f"{label}: {text}")
        return made

    def _place(self, *, beside: bool) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        top = Qt.AlignmentFlag.AlignTop
        for number, (label, text) in enumerate(self._cells):
            self._grid.removeWidget(label)
            self._grid.removeWidget(text)
            if beside:
                self._grid.addWidget(label, number, 0, top)
                self._grid.addWidget(text, number, 1, top)
            else:
                self._grid.addWidget(label, 2 * number, 0, 1, 2)
                self._grid.addWidget(text, 2 * number + 1, 0, 1, 2)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 2)
