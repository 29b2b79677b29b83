"""What every field of a form can do, and the fields of one line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from walletcase.domain.fields import canonical, problem_with, shown
from walletcase.domain.flow.playbook import Field, FieldKind
from walletcase.ui.look.tokens import S
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import row

_TIDIED = (FieldKind.DATE, FieldKind.TIME, FieldKind.PHONE, FieldKind.MONEY)


def pastes_no_text(event: QEvent) -> bool:
    """Whether a key event is Paste while the clipboard holds no text: a picture is for the evidence, not the field."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    mime: QMimeData | None = QGuiApplication.clipboard().mimeData()  # Qt gives none for an empty clipboard
    if mime is None or not event.matches(QKeySequence.StandardKey.Paste):
        return False
    return (mime.hasImage() or mime.hasUrls()) and not mime.hasText()


class Input(QWidget):
    """One field's editor.

    ``edited``: the person changed the text (never while an input method is still composing). ``left``: the focus went
    elsewhere, so it is time to save and to tidy.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field

    def text(self) -> str:
        """Return the text as it stands, good or not."""
        raise NotImplementedError

    def put(self, text: str) -> None:
        """Show a text without saying that it was edited."""
        raise NotImplementedError

    def target(self) -> QWidget:
        """Return the widget that takes the focus when the person comes to this field."""
        raise NotImplementedError

    def give_name(self, name: str) -> None:
        """Say what a screen reader calls this field."""
        raise NotImplementedError

    def mark(self, bad: bool) -> None:
        """Show that the text is not good (yet), beside the words that say so."""

    def order_tab(self) -> None:
        """Put the parts of this field in the order in which Tab goes through them, once they are in their window."""

    def has_focus(self) -> bool:
        """Whether the person is in this field."""
        focus = self.window().focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))


def remark(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet reads and let the look follow."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Line(QLineEdit):
    """A line edit that leaves dropped files, and pasted ones, to the page around it."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setAcceptDrops(False)
        self.setMinimumWidth(80)
        if name:
            self.setAccessibleName(name)

    def event(self, event: QEvent) -> bool:
        """Let a pasted picture go to the window."""
        if pastes_no_text(event):
            event.ignore()
            return False
        return super().event(event)


class LineInput(Input):
    """A field of one line: text, phone, and what is built on it."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.line = Line()
        self.row = row(self, gap=S)
        self.row.addWidget(self.line, 1)
        self.line.textEdited.connect(lambda: self.edited.emit())
        self.line.editingFinished.connect(self._leave)

    def text(self) -> str:
        """Return the line."""
        return self.line.text()

    def put(self, text: str) -> None:
        """Show a text as this field shows it."""
        looks = self.display(text)
        if looks != self.line.text():
            self.line.setText(looks)
            self.line.setCursorPosition(len(looks) if self.line.hasFocus() else 0)

    def target(self) -> QWidget:
        """Return the line."""
        return self.line

    def display(self, text: str) -> str:
        """Return how a text looks in the line: tidied if it is good."""
        good = self.field.kind in _TIDIED and not problem_with(self.field, text)
        return canonical(self.field, text) if good else text

    def give_name(self, name: str) -> None:
        """Name the line."""
        self.line.setAccessibleName(name)

    def mark(self, bad: bool) -> None:
        """Give the line a border of its own."""
        remark(self.line, "bad", bad)

    def _leave(self) -> None:
        self.left.emit()
        if self.field.kind in _TIDIED:
            self.put(self.line.text())


class MoneyInput(LineInput):
    """An amount in yuan, the sign standing before it."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._sign = PlainLabel("￥", "muted", parent=self.line)
        self._sign.adjustSize()
        self.line.setTextMargins(self._sign.width() + 2, 0, 0, 0)

    def display(self, text: str) -> str:
        """Return a good amount with its thousands apart."""
        return text if problem_with(self.field, text) else shown(self.field, text, "en").removeprefix("￥")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sign in the middle of the line's height."""
        super().resizeEvent(event)
        self._sign.adjustSize()
        self._sign.move(9, (self.line.height() - self._sign.height()) // 2)
        self.line.setTextMargins(self._sign.width() + 2, 0, 0, 0)
