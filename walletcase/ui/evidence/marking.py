"""The line of tools for marks above the picture; each thing done with them is stored at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from walletcase.domain.evidence import Evidence
from walletcase.domain.marks import Mark, MarkKind
from walletcase.services.changes import Changes
from walletcase.services.marks import TEXT_LIMIT
from walletcase.ui.evidence.marks_layer import MarksLayer
from walletcase.ui.evidence.page_canvas import PageCanvas
from walletcase.ui.look.tokens import XS, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button, icon_button
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column, row

_ICONS = {
    None: "mouse-pointer",
    MarkKind.ARROW: "move-up-right",
    MarkKind.BOX: "square",
    MarkKind.NUMBER: "hash",
    MarkKind.NOTE: "sticky-note",
}


class Marking(QWidget):
    """Hidden until somebody wants to mark; ``layer`` is what is drawn over the page."""

    def __init__(self, desk: Desk, canvas: PageCanvas) -> None:
        super().__init__()
        self._desk, self._canvas = desk, canvas
        self._item: Evidence | None = None
        self._page_no = 0
        self._worded: Mark | None = None
        self.all_marks: tuple[Mark, ...] = ()
        self.layer = MarksLayer(desk.theme, canvas)
        self.tools: dict[MarkKind | None, QToolButton] = {}
        self.remove = icon_button(
            translate("Marks", "Take the mark away (Del)"), desk.icon("trash-2"), self.layer.remove_chosen
        )
        self.eye = icon_button(translate("Marks", "Show or hide the marks"), desk.icon("eye"), self._toggle_shown)
        self.hint = PlainLabel("", "caption", wrap=True)
        self.words = QLineEdit()
        self.words.setMaxLength(TEXT_LIMIT)
        self.words.setAccessibleName(translate("Marks", "Words of the mark"))
        self.words.setPlaceholderText(translate("Marks", "What the note says"))
        self.keep = button(translate("Marks", "Keep"), self._keep_words, kind="primary")
        self._asking = QWidget()
        self._lay_out()
        self._connect()
        self.hide()

    def show_marks(self, item: Evidence, page_no: int, marks: Sequence[Mark]) -> None:
        """Show the marks of a page (from 0) of an exhibit, from all those of its case."""
        if self._item is None or (self._item.id, self._page_no) != (item.id, page_no):
            self._end_words()
        self._item, self._page_no, self.all_marks = item, page_no, tuple(marks)
        self.layer.show_marks(item, page_no, marks)

    def turn_to(self, page_no: int) -> None:
        """Show those of another page of the same exhibit."""
        if self._item is not None:
            self.show_marks(self._item, page_no, self.all_marks)

    def point_at(self, mark_id: int) -> None:
        """Show which mark is meant."""
        self._show_marks_again()
        self.layer.point_at(mark_id)

    def start(self, *, on: bool) -> None:
        """Take up the tools, or put them away."""
        self.setVisible(on)
        self.layer.is_active = on
        self._show_marks_again()
        self._choose(MarkKind.BOX if on else None)
        self._end_words()
        self._canvas.setFocus()

    def _choose(self, tool: MarkKind | None) -> None:
        self.layer.set_tool(tool)
        for kind, made in self.tools.items():
            made.setChecked(kind is tool)
        self.hint.setText(_hint(tool))

    def _toggle_shown(self) -> None:
        self.layer.is_shown = not self.layer.is_shown
        self.eye.setIcon(self._desk.icon("eye" if self.layer.is_shown else "eye-off"))
        self._canvas.viewport().update()

    def _show_marks_again(self) -> None:
        if not self.layer.is_shown:
            self._toggle_shown()

    def _change(self, work: Callable[[], Changes]) -> None:
        self._desk.change(self, work)

    def _add(self, mark: Mark) -> None:
        item, service = self._item, self._desk.services.marks
        if item is not None:
            self._change(lambda: service.add(item.case_id, mark)[1])

    def _store(self, mark: Mark) -> None:
        item, service = self._item, self._desk.services.marks
        if item is not None:
            self._change(lambda: service.change(item.case_id, mark))

    def _remove(self, mark: Mark) -> None:
        item, service = self._item, self._desk.services.marks
        if item is not None:
            self._change(lambda: service.remove(item.case_id, mark.id))

    def _ask_words(self, mark: Mark) -> None:
        self._worded = mark
        self.words.setText(mark.text)
        self._asking.show()
        self.words.setFocus()
        self.words.selectAll()

    def _keep_words(self) -> None:
        mark, text = self._worded, self.words.text().strip()
        if mark is None or not text:
            self.words.setFocus()
            return
        self._end_words()
        self._canvas.setFocus()
        (self._store if mark.id else self._add)(replace(mark, text=text))

    def _end_words(self) -> None:
        self._worded = None
        self.words.clear()
        self._asking.hide()

    def _follow_choice(self) -> None:
        self.remove.setEnabled(self.layer.chosen is not None)
        for kind, made in self.tools.items():
            made.setChecked(kind is self.layer.tool)
        self.hint.setText(_hint(self.layer.tool))

    def _lay_out(self) -> None:
        names = {
            None: translate("Marks", "Choose and move"),
            MarkKind.ARROW: translate("Marks", "Arrow"),
            MarkKind.BOX: translate("Marks", "Box"),
            MarkKind.NUMBER: translate("Marks", "Number"),
            MarkKind.NOTE: translate("Marks", "Note"),
        }
        line, flow = flow_row(gap=XS)
        for kind, name in names.items():
            made = icon_button(name, self._desk.icon(_ICONS[kind]), lambda kind=kind: self._choose(kind))  # type: ignore[misc]
            made.setCheckable(True)
            self.tools[kind] = made
            flow.addWidget(made)
        for widget in (self.remove, self.eye, button(translate("Marks", "Done"), lambda: self.start(on=False))):
            flow.addWidget(widget)
        asking = row(self._asking, gap=S)
        asking.addWidget(self.words, 1)
        asking.addWidget(self.keep)
        box = column(self, gap=XS)
        box.setContentsMargins(XS, 0, XS, XS)
        box.addWidget(line)
        box.addWidget(self.hint)
        box.addWidget(self._asking)

    def _connect(self) -> None:
        layer = self.layer
        layer.made.connect(self._add)
        layer.changed.connect(self._store)
        layer.removed.connect(self._remove)
        layer.words_asked.connect(self._ask_words)
        layer.chosen_changed.connect(self._follow_choice)
        self.words.returnPressed.connect(self._keep_words)


def _hint(tool: MarkKind | None) -> str:
    return {
        None: translate("Marks", "Click a mark to choose it, draw it to move it. Enter changes its words."),
        MarkKind.ARROW: translate("Marks", "Draw from where the arrow begins to what it points at."),
        MarkKind.BOX: translate("Marks", "Draw a box around what matters."),
        MarkKind.NUMBER: translate("Marks", "Click where the next number stands."),
        MarkKind.NOTE: translate("Marks", "Click where the note stands, then type it."),
    }[tool]
