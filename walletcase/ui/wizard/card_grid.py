"""Options as cards, two beside each other where there is room."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from walletcase.ui.look.tokens import S
from walletcase.ui.wizard.options import OptionGroup


class CardGrid(QWidget):
    """Options as cards, two beside each other where there is room."""

    def __init__(self, group: OptionGroup, threshold: int) -> None:
        super().__init__()
        self._cards = list(group.options.values())
        self._threshold = threshold
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(S)
        self._arrange(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two."""
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= self._threshold else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, card in enumerate(self._cards):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, at // columns, at % columns)
        for at in range(2):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
