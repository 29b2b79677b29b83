"""A button that opens a list of things to tick; what is ticked is told once, when the list closes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QPushButton, QWidget

from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column

_ID = Qt.ItemDataRole.UserRole + 1
_MOST_ROWS = 8


class TickPopup(QFrame):
    """The list. ``done`` carries the ids ticked, as a tuple, if they are others than at the beginning."""

    done = Signal(tuple)

    def __init__(self, parent: QWidget, title: str, choices: Sequence[tuple[int, str]], ticked: Sequence[int]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("card", "true")
        self._before = {number for number, _ in choices} & set(ticked)
        self.model = QStandardItemModel(self)
        for number, text in choices:
            item = QStandardItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if number in self._before else Qt.CheckState.Unchecked)
            item.setData(number, _ID)
            self.model.appendRow(item)
        self.view = QListView()
        self.view.setProperty("ticks", "true")
        self.view.setModel(self.model)
        self.view.setAccessibleName(title)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setCurrentIndex(self.model.index(0, 0))
        box = column(self, margin=8, gap=6)
        box.addWidget(PlainLabel(title, "caption"))
        box.addWidget(self.view)

    @property
    def ticked(self) -> tuple[int, ...]:
        """The ids ticked, in the order of the list."""
        rows = (self.model.item(number) for number in range(self.model.rowCount()))
        return tuple(int(row.data(_ID)) for row in rows if row.checkState() is Qt.CheckState.Checked)

    def open_under(self, widget: QWidget) -> None:
        """Show the list under a widget."""
        self.ensurePolished()
        rows = min(_MOST_ROWS, self.model.rowCount())
        width = max(36 * self.fontMetrics().horizontalAdvance("0"), widget.width())
        self.view.setFixedSize(QSize(width, rows * (self.view.sizeHintForRow(0) + 2) + 4))
        self.adjustSize()
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + 2)))
        self.show()
        self.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is done, like a click elsewhere."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell what is ticked."""
        super().closeEvent(event)
        if set(self.ticked) != self._before:
            self.done.emit(self.ticked)


class TickButton(QWidget):
    """The button. ``picked`` carries the ids ticked; nothing comes if nothing was changed."""

    picked = Signal(tuple)

    def __init__(
        self, text: str, icon: QIcon, title: str, choices: Sequence[tuple[int, str]], ticked: Sequence[int]
    ) -> None:
        super().__init__()
        self._title, self._choices, self._ticked = title, choices, ticked
        self.button: QPushButton = button(text, self.open, kind="quiet", icon=icon)
        self.button.setEnabled(bool(choices))
        column(self).addWidget(self.button)
        self.setFocusProxy(self.button)

    def open(self) -> TickPopup:
        """Open the list and return it."""
        popup = TickPopup(self, self._title, self._choices, self._ticked)
        popup.done.connect(self.picked)
        popup.open_under(self.button)
        return popup
