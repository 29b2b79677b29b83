"""A short message at the lower left of the window, with one thing to undo or open: the page to the right stays free."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from walletcase.ui.look.tokens import L, M, S
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import row

STAYS_MS = 8000


class Toasts(QObject):
    """Shows one toast at a time over ``host``."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._frame: QFrame | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        host.installEventFilter(self)

    def show(self, text: str, verb: str = "", do: Callable[[], object] | None = None) -> None:
        """Show a message and, if ``verb`` is given, a button that does something and hides the toast."""
        self.hide()
        frame = QFrame(self._host)
        frame.setProperty("card", "true")
        frame.setObjectName("toast")
        box = row(frame, gap=M, margin=S)
        box.setContentsMargins(L, S, S, S)
        box.addWidget(PlainLabel(text))
        if verb and do is not None:
            box.addWidget(self._verb_button(verb, do))
        self._frame = frame
        self._place()
        frame.show()
        frame.raise_()
        self._timer.start(STAYS_MS)

    def hide(self) -> None:
        """Take the toast away."""
        self._timer.stop()
        if self._frame is not None:
            self._frame.hide()
            self._frame.deleteLater()
            self._frame = None

    @property
    def text(self) -> str:
        """What the toast says, "" if there is none."""
        label = self._frame.findChild(PlainLabel) if self._frame else None
        return label.text() if label else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the toast in its place when the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _verb_button(self, verb: str, do: Callable[[], object]) -> QPushButton:
        def act() -> None:
            self.hide()
            do()

        return button(verb, act, kind="quiet")

    def _place(self) -> None:
        if self._frame is not None:
            self._frame.adjustSize()
            self._frame.move(L, self._host.height() - self._frame.height() - 44)
