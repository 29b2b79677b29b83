"""The list in which an exhibit is linked to contacts, facts and demands: a search line over boxes to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QWidget

from walletcase.domain.links import Use
from walletcase.ui.evidence.use_words import UseRow, group_text
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import icon_size
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column

_USE = Qt.ItemDataRole.UserRole + 1
_MOST_ROWS = 9
_WIDE_DIGITS = 52


class UsePicker(QFrame):
    """``picked`` carries the things ticked (domain.links.Use) when it closes, if they are others than before.

    Esc closes it and leaves all as it was.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget, desk: Desk, title: str, rows: Sequence[UseRow], ticked: Sequence[Use]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("card", "true")
        self._before = set(ticked)
        self._dropped = False
        self.model = QStandardItemModel(self)
        self._fill(desk, rows)
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("Links", "Search contacts, facts and demands"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._sift)
        self.search.installEventFilter(self)
        self.view = QListView()
        self.view.setProperty("ticks", "true")
        self.view.setModel(self.model)
        self.view.setIconSize(icon_size(16))
        self.view.setAccessibleName(title)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = PlainLabel(translate("Links", "Nothing found"), "muted")
        self.none.hide()
        box = column(self, margin=8, gap=6)
        for widget in (PlainLabel(title, "caption"), self.search, self.view, self.none):
            box.addWidget(widget)

    @property
    def ticked(self) -> tuple[Use, ...]:
        """What is ticked, in the order of the list."""
        items = (self.model.item(number) for number in range(self.model.rowCount()))
        return tuple(item.data(_USE) for item in items if item.isCheckable() and item.checkState() is _ON)

    def open_under(self, widget: QWidget) -> None:
        """Show the list under a widget, or above it where there is no room below."""
        self.ensurePolished()
        rows = min(_MOST_ROWS, self.model.rowCount())
        width = max(_WIDE_DIGITS * self.fontMetrics().horizontalAdvance("0"), widget.width())
        screen = widget.screen().availableGeometry()
        self.view.setFixedSize(QSize(min(width, screen.width() - 40), rows * (self.view.sizeHintForRow(0) + 2) + 4))
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        if place.y() + self.height() > screen.bottom():
            place.setY(max(screen.top(), widget.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2))
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.move(place)
        self.show()
        self.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is done, like a click elsewhere; Esc leaves all as it was."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        elif event.key() == Qt.Key.Key_Escape:
            self._dropped = True
            self.close()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search line the arrow key down goes into the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            self._to_first()
            self.view.setFocus()
            return True
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell what is ticked."""
        super().closeEvent(event)
        if not self._dropped and set(self.ticked) != self._before:
            self.picked.emit(self.ticked)

    def _fill(self, desk: Desk, rows: Sequence[UseRow]) -> None:
        kind = None
        for one in rows:
            if one.use.kind is not kind:
                kind = one.use.kind
                head = QStandardItem(group_text(kind))
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                self.model.appendRow(head)
            item = QStandardItem(desk.icon(one.icon, desk.theme.colours.muted), one.text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckable(True)
            item.setCheckState(_ON if one.use in self._before else Qt.CheckState.Unchecked)
            item.setData(one.use, _USE)
            self.model.appendRow(item)

    def _sift(self, typed: str) -> None:
        """Show what has all the words typed; a heading with nothing under it goes too."""
        words, head, found = typed.casefold().split(), -1, False
        for number in range(self.model.rowCount()):
            item = self.model.item(number)
            if not item.isCheckable():
                head = number
                self.view.setRowHidden(number, True)
                continue
            fits = all(word in item.text().casefold() for word in words)
            self.view.setRowHidden(number, not fits)
            if fits:
                self.view.setRowHidden(head, False)
                found = True
        self.none.setVisible(not found)

    def _to_first(self) -> None:
        for number in range(self.model.rowCount()):
            if self.model.item(number).isCheckable() and not self.view.isRowHidden(number):
                self.view.setCurrentIndex(self.model.index(number, 0))
                return


_ON = Qt.CheckState.Checked
