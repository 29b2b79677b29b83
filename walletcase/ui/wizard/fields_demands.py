"""Demands: what should happen, how much, by when, and what would do instead; a block each, in the person's order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from walletcase.domain.demands import MAX_DEMANDS, Demand, DemandKind, dump_demands, parse_demands, with_keys
from walletcase.domain.flow.playbook import Field
from walletcase.domain.formats import as_money
from walletcase.ui.look.tokens import XS, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.texts import demand_kind_text
from walletcase.ui.widgets.buttons import button, icon_button
from walletcase.ui.widgets.date_field import DateField
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, column, row
from walletcase.ui.widgets.quiet_combo import QuietCombo
from walletcase.ui.wizard.fields_base import Input, Line

_BESIDE_DIGITS = 58  # so many digits wide and more: amount, date and fallback stand side by side


class DemandBlock(Card):
    """One demand. ``moved`` carries -1 or 1; ``more`` asks for another one below."""

    edited = Signal()
    left = Signal()
    removed = Signal()
    moved = Signal(int)
    more = Signal()

    def __init__(self, desk: Desk, demand: Demand) -> None:
        super().__init__("true", gap=S, margin=M)
        self.key = demand.key
        self._beside: bool | None = None
        self.number = PlainLabel("", "accent")
        self.kind = QuietCombo()
        self.kind.setMinimumContentsLength(11)
        for kind in DemandKind:
            self.kind.addItem(demand_kind_text(kind), kind)
        self.kind.setCurrentIndex(self.kind.findData(demand.kind))
        self.what = Line()
        self.what.setPlaceholderText(translate("Wizard", "What should happen, in one sentence"))
        self.amount = Line()
        self.amount.setPlaceholderText("￥")
        today, pick = desk.services.clock.today(), translate("Wizard", "Pick from the calendar")
        self.by_on = DateField(translate("Wizard", "By when"), desk.icon, today, pick)
        self.by_on.setFocusProxy(None)  # type: ignore[arg-type]  # else Tab comes to the line a second time
        self.fallback = Line()
        self.fallback.setPlaceholderText(translate("Wizard", "What you could also live with"))
        self.up = icon_button(translate("Wizard", "Move up"), desk.icon("chevron-up"), lambda: self.moved.emit(-1))
        self.down = icon_button(translate("Wizard", "Move down"), desk.icon("chevron-down"), lambda: self.moved.emit(1))
        self.remove_button = icon_button(translate("Wizard", "Remove"), desk.icon("x"), self.removed.emit)
        self._lay_out()
        self._put(demand)
        self._listen()

    @property
    def stops(self) -> Sequence[QWidget]:
        """What Tab goes through, in order."""
        middle = (self.kind, self.up, self.down, self.remove_button, self.what)
        return (*middle, self.amount, self.by_on.line, self.by_on.button, self.fallback)

    @property
    def demand(self) -> Demand:
        """What is asked for here."""
        kind = DemandKind(self.kind.currentData())
        parts = (self.what.text(), self.amount.text(), self.by_on.line.text(), self.fallback.text())
        return Demand(self.key, kind, *parts)

    def give_name(self, field_name: str, number: int, count: int) -> None:
        """Name everything after the field and the number; the first can't move up, the last not down."""
        self.number.setText(f"{number}.")
        names = {
            self.kind: translate("Wizard", "Kind"),
            self.what: translate("Wizard", "What should happen"),
            self.amount: translate("Wizard", "Amount"),
            self.by_on.line: translate("Wizard", "By when"),
            self.fallback: translate("Wizard", "If not that, then"),
            self.up: self.up.toolTip(),
            self.down: self.down.toolTip(),
            self.remove_button: self.remove_button.toolTip(),
            self.by_on.button: self.by_on.button.toolTip(),
        }
        for widget, name in names.items():
            widget.setAccessibleName(f"{field_name} {number}: {name}")
        self.up.setVisible(count > 1)
        self.down.setVisible(count > 1)
        self.up.setEnabled(number > 1)
        self.down.setEnabled(number < count)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the block by Alt and the arrow keys."""
        is_list = watched is self.kind  # which opens by Alt and the arrow keys
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not is_list:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.moved.emit(step)
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put amount, date and fallback side by side where there is room."""
        super().resizeEvent(event)
        self._arrange(beside=self.width() >= _BESIDE_DIGITS * self.fontMetrics().horizontalAdvance("0"))

    def _lay_out(self) -> None:
        head = row(gap=S)
        head.addWidget(self.number)
        head.addWidget(self.kind)
        head.addStretch(1)
        for tool in (self.up, self.down, self.remove_button):
            head.addWidget(tool)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(S)
        pairs = (
            (translate("Wizard", "Amount"), self.amount),
            (translate("Wizard", "By when"), self.by_on),
            (translate("Wizard", "If not that, then"), self.fallback),
        )
        self._cells = [_cell(name, widget) for name, widget in pairs]
        self.body.addLayout(head)
        self.body.addWidget(self.what)
        self.body.addLayout(self._grid)
        self._arrange(beside=True)

    def _arrange(self, *, beside: bool) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        places = ((0, 0, 1), (0, 1, 1), (0, 2, 1)) if beside else ((0, 0, 1), (0, 1, 1), (1, 0, 2))
        for cell, (line, at, span) in zip(self._cells, places, strict=True):
            self._grid.removeWidget(cell)
            self._grid.addWidget(cell, line, at, 1, span)
        for at, stretch in enumerate((2, 3, 5) if beside else (2, 3, 0)):
            self._grid.setColumnStretch(at, stretch)

    def _put(self, demand: Demand) -> None:
        self.what.setText(demand.text)
        self.amount.setText(demand.amount)
        self.by_on.line.setText(demand.by_on)
        self.fallback.setText(demand.fallback)
        for line in (self.what, self.amount, self.by_on.line, self.fallback):
            line.setCursorPosition(0)

    def _listen(self) -> None:
        for line in (self.what, self.amount, self.fallback):
            line.textEdited.connect(lambda: self.edited.emit())
            line.editingFinished.connect(self._leave)
        self.by_on.changed.connect(self.edited)
        self.by_on.line.editingFinished.connect(self._leave)
        self.kind.activated.connect(self._chosen)
        self.what.returnPressed.connect(self.more)
        for widget in self.stops:
            widget.installEventFilter(self)

    def _chosen(self, _: int) -> None:
        self.edited.emit()
        self.left.emit()

    def _leave(self) -> None:
        kept = as_money(self.amount.text())
        if kept and kept != self.amount.text():
            self.amount.setText(kept)
        self.left.emit()


class DemandsInput(Input):
    """A field of demands. There is always a block to write into; an empty one is not kept."""

    def __init__(self, field: Field, desk: Desk) -> None:
        super().__init__(field)
        self._desk = desk
        self._name = ""
        self._seen: set[str] = set()  # keys given out here: one that was removed does not come again
        self.blocks: list[DemandBlock] = []
        self._rows = column(gap=S)
        self.add_button = button(translate("Wizard", "Add a demand"), self._add_last, icon=desk.icon("plus"))
        foot = row()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        box = column(self, gap=S)
        box.addLayout(self._rows)
        box.addLayout(foot)
        self._put_in(Demand("", DemandKind.FIX, ""), 0)

    def text(self) -> str:
        """Return the demands as they are kept."""
        return dump_demands([block.demand for block in self.blocks])

    def put(self, text: str) -> None:
        """Show the demands of a text; one that can't be read is shown line by line."""
        demands = parse_demands(text)
        if dump_demands(demands) == self.text():
            return
        for block in list(self.blocks):
            self._take_out(block)
        self._seen |= {demand.key for demand in demands}
        for demand in demands or (Demand("", DemandKind.FIX, ""),):
            self._put_in(demand, len(self.blocks))

    def target(self) -> QWidget:
        """Return the sentence of the first demand."""
        return self.blocks[0].what

    def give_name(self, name: str) -> None:
        """Name every block."""
        self._name = name
        self.add_button.setAccessibleName(f"{name}: {self.add_button.text()}")
        for number, block in enumerate(self.blocks, 1):
            block.give_name(name, number, len(self.blocks))

    def order_tab(self) -> None:
        """Block by block, then the button that adds one."""
        self._changed_order()

    def _new(self) -> Demand:
        key = with_keys([Demand("", DemandKind.FIX, "")], self._seen | {block.key for block in self.blocks})[0].key
        self._seen.add(key)
        return Demand(key, DemandKind.FIX, "")

    def _add_last(self) -> None:
        self._put_in(self._new(), len(self.blocks)).what.setFocus()

    def _add_after(self, block: DemandBlock) -> None:
        if len(self.blocks) < MAX_DEMANDS and block.what.text().strip():
            self._put_in(self._new(), self.blocks.index(block) + 1).what.setFocus()

    def _put_in(self, demand: Demand, place: int) -> DemandBlock:
        block = DemandBlock(self._desk, demand if demand.key else self._new())
        block.edited.connect(self.edited)
        block.left.connect(self.left)
        block.removed.connect(lambda: self._remove(block))
        block.moved.connect(lambda step: self._move(block, step))
        block.more.connect(lambda: self._add_after(block))
        self.blocks.insert(place, block)
        self._rows.insertWidget(place, block)
        block.show()  # now, not when the layout gets round to it, so that it can take the focus
        self._changed_order()
        return block

    def _move(self, block: DemandBlock, step: int) -> None:
        place = self.blocks.index(block) + step
        if not 0 <= place < len(self.blocks):
            return
        focus = self.window().focusWidget()
        self.blocks.remove(block)
        self.blocks.insert(place, block)
        self._rows.removeWidget(block)
        self._rows.insertWidget(place, block)
        self._changed_order()
        if focus is not None:
            focus.setFocus()
        self._tell()

    def _remove(self, block: DemandBlock) -> None:
        place = self.blocks.index(block)
        self._take_out(block)
        if not self.blocks:
            self._put_in(self._new(), 0)
        self.blocks[min(place, len(self.blocks) - 1)].what.setFocus()
        self._tell()

    def _take_out(self, block: DemandBlock) -> None:
        self.blocks.remove(block)
        self._rows.removeWidget(block)
        block.hide()
        block.deleteLater()
        self._changed_order()

    def _tell(self) -> None:
        self.edited.emit()
        self.left.emit()

    def _changed_order(self) -> None:
        self.add_button.setEnabled(len(self.blocks) < MAX_DEMANDS)
        self.give_name(self._name)
        # In the order in which they are seen: block by block, then the button that adds one.
        stops = [stop for block in self.blocks for stop in block.stops]
        for first, then in pairwise((*stops, self.add_button)):
            QWidget.setTabOrder(first, then)


def _cell(name: str, widget: QWidget) -> QWidget:
    inside = QWidget()
    box = column(inside, gap=XS)
    label = PlainLabel(name, "caption")
    label.setBuddy(widget)
    box.addWidget(label)
    box.addWidget(widget)
    return inside
