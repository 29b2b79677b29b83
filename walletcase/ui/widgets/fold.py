"""A heading that opens and closes what is under it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from walletcase.ui.look.tokens import M, S
from walletcase.ui.widgets.buttons import icon_size
from walletcase.ui.widgets.layout import column


class Fold(QWidget):
    """Fill ``self.body``. ``icons`` are (closed, open). ``turned`` carries whether it is open."""

    turned = Signal(bool)

    def __init__(self, title: str, icons: tuple[QIcon, QIcon], *, is_open: bool = False) -> None:
        super().__init__()
        box = column(self, gap=S)
        self._icons = icons
        self.head = QPushButton(title)
        self.head.setProperty("kind", "fold")
        self.head.setIconSize(icon_size())
        self.head.setCheckable(True)
        self.head.setAutoDefault(False)
        self.head.setCursor(Qt.CursorShape.PointingHandCursor)
        self._inside = QWidget()
        self.body: QVBoxLayout = column(self._inside, gap=M)
        box.addWidget(self.head)
        box.addWidget(self._inside)
        self.head.toggled.connect(self._turn)
        self.head.setChecked(is_open)
        self._turn(is_open)

    @property
    def is_open(self) -> bool:
        """Whether the body is shown."""
        return self.head.isChecked()

    def _turn(self, is_open: bool) -> None:
        self.head.setIcon(self._icons[is_open])
        self._inside.setVisible(is_open)
        self.turned.emit(is_open)
