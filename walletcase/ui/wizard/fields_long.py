"""A text of many lines that grows with what is written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from walletcase.domain.flow.playbook import Field
from walletcase.ui.widgets.layout import column
from walletcase.ui.wizard.fields_base import Input, pastes_no_text, remark

LEAST_LINES = 3
MOST_LINES = 14
_PADDING = 18  # what the style sheet puts above and below the text, and the document's own margin


class GrowingText(QPlainTextEdit):
    """A plain text edit as high as its text, within limits. Tab goes on to the next field."""

    def __init__(self, least: int = LEAST_LINES) -> None:
        super().__init__()
        self._least = least
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setMinimumWidth(80)
        self.document().documentLayout().documentSizeChanged.connect(lambda: self.fit())
        self.fit()

    def fit(self) -> None:
        """Take the height that the text needs."""
        lines = min(max(int(self.document().size().height()), self._least), MOST_LINES)
        height = lines * self.fontMetrics().lineSpacing() + _PADDING + round(2 * self.document().documentMargin())
        if height != self.height():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew, then fit."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit when the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def event(self, event: QEvent) -> bool:
        """Let a pasted picture go to the window."""
        if pastes_no_text(event):
            event.ignore()
            return False
        return super().event(event)


class LongInput(Input):
    """A field of many lines."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.area = _Watched(self)
        column(self).addWidget(self.area)
        self._known = ""
        self.area.textChanged.connect(self._look)

    def text(self) -> str:
        """Return the text."""
        return self.area.toPlainText()

    def put(self, text: str) -> None:
        """Show a text; the cursor stays where it was as far as the text reaches."""
        if text == self.text():
            return
        self._known = text
        cursor = self.area.textCursor()
        at = cursor.position()
        self.area.setPlainText(text)
        cursor = self.area.textCursor()
        cursor.setPosition(min(at, len(text)))
        self.area.setTextCursor(cursor)

    def target(self) -> QWidget:
        """Return the text."""
        return self.area

    def give_name(self, name: str) -> None:
        """Name the text."""
        self.area.setAccessibleName(name)

    def mark(self, bad: bool) -> None:
        """Give the text a border of its own."""
        remark(self.area, "bad", bad)

    def _look(self) -> None:
        # Qt also signals changes of format and of what an input method is composing.
        if self.text() != self._known:
            self._known = self.text()
            self.edited.emit()


class _Watched(GrowingText):
    def __init__(self, owner: LongInput) -> None:
        super().__init__()
        self._owner = owner

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field was left, unless only a menu opened."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._owner.left.emit()
