"""The parts of the dossier: ticked or not, and in which order; moved by drag or by Alt with the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QSizePolicy

from walletcase.domain.dossiers.document import ALWAYS, Part
from walletcase.ui.look.tokens import XS
from walletcase.ui.shell.i18n import translate

_PART = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PartsList(QListWidget):
    """``changed`` comes when a part is ticked, unticked or moved. The notes always come last and are not listed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("parts", "true")
        self.setAccessibleName(translate("Dossier", "Contents"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSpacing(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for part in Part:
            if part is not Part.NOTES:
                self.addItem(_item(part))
        self.setFixedHeight(sum(self.sizeHintForRow(row) for row in range(self.count())) + 2 * XS)
        self.itemChanged.connect(lambda _: self.changed.emit())
        self.model().rowsMoved.connect(lambda *_: self.changed.emit())

    @property
    def chosen(self) -> tuple[Part, ...]:
        """The parts that are ticked, in their order, and the notes."""
        items = (self.item(row) for row in range(self.count()))
        ticked = (Part(item.data(_PART)) for item in items if item.checkState() is Qt.CheckState.Checked)
        return (*ticked, Part.NOTES)

    def tick(self, part: Part, *, on: bool) -> None:
        """Tick a part or untick it."""
        item = self._of(part)
        if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def move(self, part: Part, by: int) -> None:  # type: ignore[override]
        """Move a part up (-1) or down (+1) as far as there is room."""
        row = self.row(self._of(part))
        target = row + by
        if 0 <= target < self.count():
            was = self.blockSignals(True)
            self.insertItem(target, self.takeItem(row))
            self.setCurrentRow(target)
            self.blockSignals(was)
            self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with the up and down keys moves the part that is current."""
        step, current = _STEPS.get(Qt.Key(event.key())), self.currentItem()
        if step and current is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move(Part(current.data(_PART)), step)
        else:
            super().keyPressEvent(event)

    def _of(self, part: Part) -> QListWidgetItem:
        return next(item for item in map(self.item, range(self.count())) if item.data(_PART) == part.value)


def part_text(part: Part) -> str:
    """Return the name of a part."""
    return {
        Part.SUMMARY: translate("Dossier", "Summary"),
        Part.PARTIES: translate("Dossier", "Parties"),
        Part.CLAIMS: translate("Dossier", "Facts and their proof"),
        Part.DEMANDS: translate("Dossier", "Demands and offers"),
        Part.TIMELINE: translate("Dossier", "Timeline"),
        Part.DEADLINES: translate("Dossier", "Deadlines and their rules"),
        Part.STEPS: translate("Dossier", "Step by step record"),
        Part.LETTERS: translate("Dossier", "Letters sent"),
        Part.INDEX: translate("Dossier", "List of evidence"),
        Part.EXHIBITS: translate("Dossier", "Exhibits, page by page"),
        Part.HASHES: translate("Dossier", "File checksums and custody"),
        Part.VERIFY: translate("Dossier", "How to check it"),
        Part.NOTES: translate("Dossier", "Notes"),
    }[part]


def _item(part: Part) -> QListWidgetItem:
    item = QListWidgetItem(part_text(part))
    item.setData(_PART, part.value)
    flags = item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsDragEnabled
    fixed = part in ALWAYS
    item.setFlags(flags & ~Qt.ItemFlag.ItemIsUserCheckable if fixed else flags | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked)
    if fixed:
        item.setToolTip(translate("Dossier", "Always there"))
    return item
