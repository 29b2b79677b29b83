"""Words of an exhibit that are copied out of the window are noted in the journal; dragged out they can't be."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QPlainTextEdit

from walletcase.domain.custody import LeftBy, What
from walletcase.domain.evidence import Evidence
from walletcase.services.leaving import Left
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.leaving import note

_PARAGRAPH, _LINE = "\u2029", "\u2028"


class TextLeaving(QObject):
    """Watches places in which an exhibit's words stand. ``item`` says whose words they are."""

    def __init__(self, desk: Desk, item: Callable[[], Evidence | None], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._item = item
        self._edits: list[QPlainTextEdit] = []
        QGuiApplication.clipboard().dataChanged.connect(self._look)
        QGuiApplication.clipboard().selectionChanged.connect(self._unselect)

    def watch(self, edit: QPlainTextEdit) -> None:
        """Watch one more place."""
        self._edits.append(edit)
        edit.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a press on marked words unmark them, so that they aren't dragged out behind the journal's back."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            for edit in self._edits:
                if watched is edit.viewport() and event.button() == Qt.MouseButton.LeftButton:
                    _unmark(edit, event)
        return False

    def copy(self, item: Evidence, words: str) -> None:
        """Put words of an exhibit into the clipboard, and note it."""
        QGuiApplication.clipboard().setText(words)
        self.note(item)

    def note(self, item: Evidence) -> None:
        """Note that words of an exhibit were copied."""
        custody, left = self._desk.services.custody, Left(LeftBy.COPY, What.TEXT)
        note(self._desk, item.case_id, lambda: custody.left(item.case_id, [item.id], left))

    def _unselect(self) -> None:
        """Marking is not copying: where the system pastes what is marked, it gets nothing from here."""
        board = QGuiApplication.clipboard()
        held = board.text(QClipboard.Mode.Selection) if board.ownsSelection() else ""
        if held and any(marked(edit) == held for edit in self._edits):
            board.clear(QClipboard.Mode.Selection)

    def _look(self) -> None:
        """The clipboard holds something else: is it what is marked here?"""
        held, item = QGuiApplication.clipboard().text(), self._item()
        if not held or item is None:
            return
        for edit in self._edits:
            if edit.isVisible() and edit.isActiveWindow() and marked(edit) == held:
                self.note(item)
                return


def marked(edit: QPlainTextEdit) -> str:
    """Return the marked words as the clipboard gets them."""
    return edit.textCursor().selectedText().replace(_PARAGRAPH, "\n").replace(_LINE, "\n")


def _unmark(edit: QPlainTextEdit, event: QMouseEvent) -> None:
    cursor, place = edit.textCursor(), edit.cursorForPosition(event.position().toPoint())
    is_inside = cursor.selectionStart() <= place.position() <= cursor.selectionEnd()
    if cursor.hasSelection() and is_inside and not event.modifiers():
        edit.setTextCursor(place)
