"""What is said about an exhibit, in fields that save themselves."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.evidence import CopyKind, Evidence, EvidenceEdit, Group
from walletcase.domain.formats import as_date
from walletcase.ui.evidence.fields import PasteFilter, make_editors
from walletcase.ui.evidence.unfinished import Unfinished
from walletcase.ui.look.tokens import L, M
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.date_field import mark_bad

SAVE_AFTER_MS = 800
_TWO_COLUMNS_FROM_PX = 340


def stored_values(item: Evidence) -> dict[str, str]:
    """Return what the fields hold when an item is as it is stored."""
    return {
        "title": item.title,
        "proves": item.proves,
        "source": item.source,
        "made_on": item.made_on,
        "copy_kind": item.copy_kind.value,
        "group": item.group.value,
        "step_key": item.step_key,
    }


def edit_of(values: Mapping[str, str]) -> EvidenceEdit:
    """Return the edit that stores these fields; a date is tidied to ISO."""
    kind, made_on = values.get("copy_kind"), values.get("made_on")
    return EvidenceEdit(
        title=values.get("title"),
        proves=values.get("proves"),
        source=values.get("source"),
        made_on=None if made_on is None else as_date(made_on) or "",
        copy_kind=CopyKind(kind) if kind else None,
        step_key=values.get("step_key"),
        group=Group(values["group"]) if "group" in values else None,
    )


def not_storable(values: Mapping[str, str]) -> frozenset[str]:
    """Return the names of fields whose text can't be stored: an empty title, what is no date."""
    made_on = values["made_on"].strip()
    wrong = {"title": not values["title"].strip(), "made_on": bool(made_on) and not as_date(made_on)}
    return frozenset(name for name, is_wrong in wrong.items() if is_wrong)


class EvidenceForm(QWidget):
    """Saves 0.8 s after the last keystroke, when a field is left, and on ``flush``. Never overwrites what is typed.

    What can't be stored yet is kept in ``unfinished`` until it can; ``left_over`` tells that an exhibit came to have
    such texts or came to have none.
    """

    left_over = Signal()

    def __init__(self, desk: Desk, unfinished: Unfinished | None = None) -> None:
        super().__init__()
        self._desk = desk
        self.unfinished = unfinished or Unfinished()
        self._item: Evidence | None = None
        self._sent: dict[str, str] = {}
        self._filling = True
        self.pasted = PasteFilter(self)
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        self.editors = make_editors(desk, self._typed)
        self._filling = False
        for editor in self.editors.values():
            for widget in (editor.widget, *editor.widget.findChildren(QLineEdit)):
                widget.installEventFilter(self)
                if isinstance(widget, QLineEdit | QPlainTextEdit):
                    widget.installEventFilter(self.pasted)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(L)
        self._grid.setVerticalSpacing(M)
        self._columns = 0
        self._arrange(2)

    def show_item(self, item: Evidence, record: CaseRecord) -> None:
        """Show an exhibit. Of the one already shown only fields are filled in which nothing is typed."""
        if self._item is None or self._item.id != item.id:
            self.flush()
            self._fill_steps(record)
            self._sent = {}
        is_other = not self._sent
        self._item = item
        for name, value in stored_values(item).items():
            editor = self.editors[name]
            as_saved = editor.get() == self._sent.get(name) and not editor.widget.hasFocus()
            if as_saved or name not in self._sent:
                self._fill(name, value)
        if is_other:
            self._put_back(item)
        self._mark()

    def clear(self) -> None:
        """Save what is typed and show nothing."""
        self.flush()
        self._item = None

    def flush(self) -> None:
        """Save what is typed and not yet saved; what can't be stored (no title, no date) is kept beside it."""
        self._timer.stop()
        item = self._item
        if item is None:
            return
        typed = {name: editor.get() for name, editor in self.editors.items()}
        wrong = not_storable(typed)
        if self.unfinished.keep(item, {name: typed[name] for name in sorted(wrong)}):
            self.left_over.emit()
        new = {name: text for name, text in typed.items() if text != self._sent.get(name) and name not in wrong}
        if not new:
            return
        before = {name: self._sent.get(name, "") for name in new}
        self._sent.update(new)

        def failed(error: BaseException) -> None:
            if self._item is not None and self._item.id == item.id:
                self._sent.update(before)  # still to be saved
            self._desk.fail(error)

        service, edit = self._desk.services.evidence, edit_of(new)
        self._desk.change(self, lambda: service.edit(item.case_id, item.id, edit), failed=failed)

    @property
    def is_in_use(self) -> bool:
        """Whether the cursor is in one of the fields."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def focus_title(self) -> None:
        """Put the cursor into the title, all of it marked."""
        title = self.editors["title"].widget
        title.setFocus()
        if isinstance(title, QLineEdit):
            title.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save when a field is left; a title that was emptied is as it was."""
        if event.type() == QEvent.Type.FocusOut:
            title = self.editors["title"]
            if self._item is not None and watched is title.widget and not title.get().strip():
                self._fill("title", self._item.title)
            self.flush()
            self._mark()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use one column where there is little room."""
        self._arrange(2 if self.width() >= self._desk.theme.px(_TWO_COLUMNS_FROM_PX) else 1)
        super().resizeEvent(event)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        line, place = 0, 0
        for editor in self.editors.values():
            if editor.wide or columns == 1:
                self._grid.addWidget(editor.box, line, 0, 1, 2)
                line, place = line + 1, 0
            else:
                self._grid.addWidget(editor.box, line, place)
                line, place = (line + 1, 0) if place else (line, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns == 2 else 0)

    def _fill_steps(self, record: CaseRecord) -> None:
        step = self.editors["step_key"].widget
        if not isinstance(step, QComboBox):
            return
        self._filling = True
        step.clear()
        step.addItem(translate("Evidence", "The case as a whole"), "")
        for number, one in enumerate(record.playbook.steps, start=1):
            step.addItem(f"{number} {one.name.get(self._desk.language)}", one.key)
        self._filling = False

    def _fill(self, name: str, value: str) -> None:
        editor = self.editors[name]
        self._filling = True
        if editor.get() != value:
            editor.fill(value)
        self._filling = False
        self._sent[name] = editor.get()

    def _put_back(self, item: Evidence) -> None:
        """Show what was typed about an exhibit before and could not be stored."""
        self._filling = True
        for name, text in self.unfinished.of(item).items():
            if name in self.editors:
                self.editors[name].fill(text)
        self._filling = False

    def _typed(self) -> None:
        if not self._filling:
            self._mark()
            self._timer.start()

    def _mark(self) -> None:
        wrong = not_storable({name: editor.get() for name, editor in self.editors.items()})
        mark_bad(self.editors["title"].widget, "title" in wrong)
        made_on = self.editors["made_on"].widget
        mark_bad(made_on.focusProxy() or made_on, "made_on" in wrong)
