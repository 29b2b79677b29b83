"""Labels that never read user text as markup."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class PlainLabel(QLabel):
    """A label of plain text.

    ``role`` is one of theme.qss: display, title, heading, strong, label, muted, caption, danger, warn, ok, accent,
    overline.
    """

    def __init__(self, text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def let_select(self) -> PlainLabel:
        """Let the person mark and copy the text."""
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return self


class Chip(PlainLabel):
    """A small rounded mark. ``tone`` is plain, accent, danger, warn, ok or stamp."""

    def __init__(self, text: str, tone: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(text, parent=parent)
        self.setProperty("chip", tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class ElidedLabel(PlainLabel):
    """One line that ends in … where there is no room; the whole text is its tool tip."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Let it shrink to a few characters."""
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text with an ellipsis if needed."""
        painter = QPainter(self)
        area: QRect = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        self.setToolTip(self.text() if text != self.text() else "")
        self.style().drawItemText(
            painter, area, int(self.alignment()), self.palette(), self.isEnabled(), text, self.foregroundRole()
        )
