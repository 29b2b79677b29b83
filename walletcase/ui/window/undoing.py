"""Undo and redo in the window: a field's own first, then what any service changed; the menu names it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from walletcase.services.changes import Changes
from walletcase.services.history_levels import Label
from walletcase.ui.case_page.view import TAB_ORDER
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.window.furniture import Furniture
from walletcase.ui.window.undo_words import PLACES, redo_text, undo_text, words_of

_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)


class FieldKeys(QObject):
    """Watches the field in which the cursor is: keys of undo that it has no use for are left to the menu."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._field: QWidget | None = None
        self._is_composing = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the keys before the field does."""
        if isinstance(event, QInputMethodEvent):
            self._is_composing = bool(event.preeditString())
        is_key = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if not is_key or not isinstance(event, QKeyEvent) or self._is_composing:
            return False
        is_undo = event.matches(QKeySequence.StandardKey.Undo)
        if not is_undo and not event.matches(QKeySequence.StandardKey.Redo):
            return False
        if can_undo(watched) if is_undo else can_redo(watched):
            return False
        event.ignore()
        return True

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = now if isinstance(now, _FIELDS) else None
        self._is_composing = False
        if self._field is not None:
            self._field.installEventFilter(self)


def can_undo(field: QObject) -> bool:
    """Return whether a field has something of its own to undo."""
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() and not field.isReadOnly()
    return isinstance(field, QPlainTextEdit | QTextEdit) and field.document().isUndoAvailable()


def can_redo(field: QObject) -> bool:
    """Return whether a field has something of its own to do again."""
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable() and not field.isReadOnly()
    return isinstance(field, QPlainTextEdit | QTextEdit) and field.document().isRedoAvailable()


class Undoing(QObject):
    """The commands Undo and Redo of one window."""

    def __init__(self, desk: Desk, rooms: Furniture) -> None:
        super().__init__(rooms)
        self._desk = desk
        self._rooms = rooms
        self._actions: Mapping[str, QAction] = {}
        self._keys = FieldKeys(self)

    def take(self, actions: Mapping[str, QAction]) -> None:
        """Keep the two commands named and enabled from now on."""
        self._actions = actions
        self._desk.bus.changed.connect(self.refresh)
        self._rooms.page.shown.connect(self.refresh)
        self.refresh()

    def refresh(self, _: object = None) -> None:
        """Bring text and state of the commands in line with what can be undone."""
        history, record, language = self._desk.services.history, self._rooms.page.record, self._desk.language
        undo, redo = self._actions["undo"], self._actions["redo"]
        undo.setText(undo_text(history.undo_label, record, language))
        redo.setText(redo_text(history.redo_label, record, language))
        undo.setEnabled(history.undo_label is not None)
        redo.setEnabled(history.redo_label is not None)

    def undo(self) -> None:
        """Take back the newest change; what is being typed is saved first, so that it is the newest."""
        history = self._desk.services.history
        said, verb = translate("Undo", "Undone: {what}"), translate("Undo", "Redo")
        self._move(lambda: (history.undo_label, history.undo()), said, verb, self.redo)

    def redo(self) -> None:
        """Do again what was undone last."""
        history = self._desk.services.history
        said, verb = translate("Undo", "Done again: {what}"), translate("Undo", "Undo")
        self._move(lambda: (history.redo_label, history.redo()), said, verb, self.undo)

    def _move(
        self, work: Callable[[], tuple[Label | None, Changes]], said: str, verb: str, back: Callable[[], None]
    ) -> None:
        self._rooms.page.flush()

        def done(result: tuple[Label | None, Changes]) -> None:
            label, changes = result
            if label is None:
                return
            self._tell(label, changes)
            what = words_of(label, self._rooms.page.record, self._desk.language)
            self._desk.toasts.show(said.format(what=what), verb, back)

        def failed(error: BaseException) -> None:
            self.refresh()
            self._desk.fail(error)

        self._desk.db.run(lambda job: work(), done, failed, self)

    def _tell(self, label: Label, changes: Changes) -> None:
        """Tell all rooms, and show where it was."""
        page = self._rooms.page
        if label.kind == "case_made" and page.case_id in changes.cases:
            page.open_case(None)  # it may be gone: the list says what comes in its place
        self._desk.bus.changed.emit(changes)
        self._rooms.read_rows(label.case_id)
        place = next((tab for kind, tab in PLACES.items() if label.kind.startswith(kind)), "")
        if place in TAB_ORDER and page.case_id == label.case_id:
            page.open_tab(place)
