"""The list of contacts: by mouse its chips are buttons, by keyboard everything is in the menu of a row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QListView, QMenu, QToolTip

from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.exhibits import FORMAT, accept_exhibits
from walletcase.ui.shell.i18n import translate
from walletcase.ui.timeline.delegate import TimelineDelegate
from walletcase.ui.timeline.geometry import Mark
from walletcase.ui.timeline.model import ROW, TimelineModel
from walletcase.ui.timeline.rows import ContactRow
from walletcase.ui.timeline.words import exhibit_text
from walletcase.ui.widgets.tips import menu_text, plain_tip


class TimelineList(QListView):
    """``acted`` carries "edit", "trash", "copy", "copy_text" or "evidence", the contact's row and what it is about.

    Exhibits that are dragged over it fall on the contact under them.
    """

    acted = Signal(str, object, str)
    dropped = Signal(object, object)  # what was let go on a contact (its QMimeData), and the contact's row

    def __init__(self, desk: Desk, model: TimelineModel) -> None:
        super().__init__()
        self._desk = desk
        self._delegate = TimelineDelegate(desk, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setAccessibleName(translate("Timeline", "Contacts"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out for the new width."""
        self._delegate.width_px = self.viewport().width()
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def row_at(self, index: QModelIndex) -> ContactRow | None:
        """Return the contact at an index, None for headings."""
        row = index.data(ROW)
        return row if isinstance(row, ContactRow) else None

    def _mark_at(self, at: QPoint) -> tuple[ContactRow | None, Mark | None]:
        index = self.indexAt(at)
        laid = self._delegate.contact(index) if index.isValid() else None
        if laid is None:
            return None, None
        inside = at - self.visualRect(index).topLeft()
        return self.row_at(index), laid.mark_at(inside.x(), inside.y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked."""
        _, mark = self._mark_at(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what the chip under the mouse is for."""
        super().mouseReleaseEvent(event)
        row, mark = self._mark_at(event.position().toPoint())
        if row is not None and mark is not None and event.button() is Qt.MouseButton.LeftButton:
            self.acted.emit(mark.action, row, mark.target)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Correct the contact."""
        row, mark = self._mark_at(event.position().toPoint())
        if row is not None and mark is None:
            self.acted.emit("edit", row, "")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome exhibits."""
        accept_exhibits(event, event.mimeData().hasFormat(FORMAT))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Mark the contact on which they would fall; near an edge the list scrolls."""
        super().dragMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        fits = event.mimeData().hasFormat(FORMAT) and self.row_at(index) is not None
        if fits:
            self.setCurrentIndex(index)
        accept_exhibits(event, fits)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell on which contact they fell."""
        row = self.row_at(self.indexAt(event.position().toPoint()))
        accept_exhibits(event, event.mimeData().hasFormat(FORMAT) and row is not None)
        if event.isAccepted():
            self.dropped.emit(event.mimeData(), row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter corrects, Delete throws away, Ctrl+C copies what was said."""
        row = self.row_at(self.currentIndex())
        actions = {Qt.Key.Key_Return: "edit", Qt.Key.Key_Enter: "edit", Qt.Key.Key_Delete: "trash"}
        copy = event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        action = "copy_text" if copy else actions.get(Qt.Key(event.key()), "")
        if row is not None and action:
            self.acted.emit(action, row, "")
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer everything that can be done with a contact; the menu key works too."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        row = self.row_at(index)
        if row is not None:
            place = event.pos() if by_mouse else self.visualRect(index).center()
            menu = self.menu_for(row)
            menu.exec(self.viewport().mapToGlobal(place))
            menu.deleteLater()

    def menu_for(self, row: ContactRow) -> QMenu:
        """Return the menu of a contact."""
        menu = QMenu(self)

        def add(icon: str, text: str, action: str, target: str = "") -> None:
            do: Callable[[], None] = lambda: self.acted.emit(action, row, target)  # noqa: E731 - bound to this round
            menu.addAction(self._desk.icon(icon), text, do)

        add("pencil", translate("Timeline", "Correct"), "edit")
        if row.reference:
            add("copy", translate("Timeline", "Copy reference number"), "copy", row.reference)
        add("copy", translate("Timeline", "Copy what was said"), "copy_text")
        for item in row.exhibits:
            add("paperclip", menu_text(exhibit_text(item.exhibit_no, item.title)), "evidence", str(item.id))
        menu.addSeparator()
        add("trash-2", translate("Timeline", "Delete"), "trash")
        return menu

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what a chip or button does, as plain text."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            _, mark = self._mark_at(event.pos())
            QToolTip.showText(event.globalPos(), plain_tip(mark.whole_text) if mark else "", self.viewport())
            return True
        return super().viewportEvent(event)
