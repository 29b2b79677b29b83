"""A quiet bar of a few choices of which one is in force: parts of one page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QWidget

from walletcase.ui.widgets.flow import FlowLayout


class Segments(QFrame):
    """``chosen`` carries the name of the choice that came into force by hand or by ``choose``."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("segments", "true")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._row = FlowLayout(self, gap=2)
        self._row.setContentsMargins(3, 3, 3, 3)

    @property
    def names(self) -> tuple[str, ...]:
        """The choices in their order."""
        return tuple(self._buttons)

    @property
    def current(self) -> str:
        """The choice in force, "" before there is one."""
        return next((name for name, made in self._buttons.items() if made.isChecked()), "")

    def add(self, name: str, text: str) -> QPushButton:
        """Add a choice; the first one is in force."""
        made = _Segment(text, self)
        made.setProperty("kind", "segment")
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(lambda: self.choose(name))
        self._group.addButton(made)
        self._row.addWidget(made)
        self._buttons[name] = made
        if len(self._buttons) == 1:
            made.setChecked(True)
        return made

    def set_text(self, name: str, text: str) -> None:
        """Write something else on a choice."""
        self._buttons[name].setText(text)

    def choose(self, name: str) -> None:
        """Bring a choice into force."""
        self._buttons[name].setChecked(True)
        self.chosen.emit(name)

    def step(self, by: int) -> None:
        """Go on to the next choice or back to the one before."""
        names = list(self._buttons)
        place = names.index(self.current) + by
        if 0 <= place < len(names):
            self.choose(names[place])
            self._buttons[names[place]].setFocus(Qt.FocusReason.TabFocusReason)


class _Segment(QPushButton):
    """One choice; the arrow keys go to its neighbours."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go left or right; Enter presses like the space bar."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        bar = self.parent()
        if event.key() in steps and isinstance(bar, Segments):
            bar.step(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
