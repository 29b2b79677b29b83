"""A form: fields in their order, short ones side by side where there is room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from walletcase.domain.fields import canonical, problem_with
from walletcase.domain.flow.playbook import Field, FieldKind
from walletcase.ui.look.tokens import L
from walletcase.ui.shell.desk import Desk
from walletcase.ui.widgets.layout import bring_into_view
from walletcase.ui.wizard.fields_box import FieldBox
from walletcase.ui.wizard.fields_choice import is_short

TWO_COLUMNS_PX = 520
_WIDE = (FieldKind.LONG_TEXT, FieldKind.CONTACTS, FieldKind.DEMANDS)


def places(fields: Sequence[Field], wide: Sequence[bool], columns: int) -> list[tuple[int, int, int]]:
    """Return (row, column, columns taken) for each field; ``wide`` ones take a row, others pair up in order."""
    found: list[tuple[int, int, int]] = []
    line, at = 0, 0
    for index in range(len(fields)):
        alone = wide[index] or (at == 0 and (index + 1 == len(fields) or wide[index + 1]))
        if at and alone:
            line, at = line + 1, 0
        span = columns if alone else 1
        found.append((line, at, span))
        at += span
        if at >= columns:
            line, at = line + 1, 0
    return found


class Form(QWidget):
    """Fields of one step. ``edited`` and ``left`` carry a field's key."""

    edited = Signal(str)
    left = Signal(str)

    def __init__(self, fields: Sequence[Field], desk: Desk) -> None:
        super().__init__()
        self._fields = fields
        self._threshold = desk.theme.px(TWO_COLUMNS_PX)
        self._wide = [f.kind in _WIDE or (f.kind is FieldKind.CHOICE and is_short(f, desk.language)) for f in fields]
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(L)
        self._grid.setVerticalSpacing(L)
        self.boxes: dict[str, FieldBox] = {}
        for field in fields:
            box = FieldBox(field, desk)
            box.edited.connect(lambda key=field.key: self.edited.emit(key))
            box.left.connect(lambda key=field.key: self.left.emit(key))
            self.boxes[field.key] = box
        self._arrange(1)

    def put(self, values: Mapping[str, str]) -> None:
        """Show stored texts by field key; a field not named is left empty."""
        for key, box in self.boxes.items():
            box.put(values.get(key, ""))

    def refresh(self, values: Mapping[str, str]) -> None:
        """Take over what changed elsewhere, but nothing in the field in which the person is."""
        for key, box in self.boxes.items():
            wanted = box.read(values.get(key, ""))
            if not box.input.has_focus() and _kept(box.field, box.input.text()) != _kept(box.field, wanted):
                box.put(wanted)

    def text(self, key: str) -> str:
        """Return what stands in a field."""
        return self.boxes[key].input.text()

    def missing(self) -> tuple[Field, ...]:
        """Return required fields in which nothing is written."""
        return tuple(b.field for b in self.boxes.values() if b.field.required and b.is_empty)

    def go_to(self, key: str) -> None:
        """Put the person into a field."""
        self.boxes[key].input.target().setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self.boxes[key])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pair short fields where there is room."""
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= self._threshold else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for box, place in zip(self.boxes.values(), places(self._fields, self._wide, columns), strict=True):
            self._grid.removeWidget(box)
            self._grid.addWidget(box, place[0], place[1], 1, place[2])
        for at in range(2):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)


def _kept(field: Field, text: str) -> str:
    return text if problem_with(field, text) else canonical(field, text)
