"""Buttons that open by themselves while something is dragged and held over them, as folders do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QWidget

HOLD_MS = 500  # as long as Qt's own tabs take


class Spring(QObject):
    """``spring`` runs when a drag of ``format`` is held over a widget for a while. Nothing can be dropped there."""

    def __init__(self, widget: QWidget, wanted: str, spring: Callable[[], object]) -> None:
        super().__init__(widget)
        self._wanted = wanted
        self._timer = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._timer.timeout.connect(lambda: spring())
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count while the drag is over the widget."""
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if event.mimeData().hasFormat(self._wanted):
                event.accept()
                self._timer.start()
                return True
        elif event.type() in (QEvent.Type.DragLeave, QEvent.Type.Drop):
            self._timer.stop()
        elif event.type() == QEvent.Type.DragMove:
            event.ignore()
            return True
        return False
