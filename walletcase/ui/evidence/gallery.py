"""The exhibits as tiles, as lines, or as one strip of tiles where there is little room."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle

from walletcase.domain.evidence import Evidence, Group
from walletcase.domain.ids import EvidenceId
from walletcase.ui.evidence.delegate import LineDelegate, TileDelegate
from walletcase.ui.evidence.model import ITEM_ROLE, EvidenceModel
from walletcase.ui.evidence.thumbs import Thumbnails
from walletcase.ui.look.tokens import XS
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.exhibits import exhibits_mime
from walletcase.ui.shell.i18n import translate

_TILE_PX = 122
_STRIP_TILE_PX = 132
_BOX_PX = 320
_LEAST_PX = 90
_FLAT_BELOW_ROWS = 1.8
_DRAGGED_PX = 96


class Gallery(QListView):
    """``picked`` carries the current item or None; ``menu_asked`` a place on the screen."""

    picked = Signal(object)
    opened = Signal()
    delete_asked = Signal()
    rename_asked = Signal()
    menu_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._theme = desk.theme
        self.rows = EvidenceModel(self)
        self.thumbs = Thumbnails(desk, round(_BOX_PX * max(1.0, self.devicePixelRatioF())), self)
        self._tiles = TileDelegate(desk.theme, self.thumbs)
        self._lines = LineDelegate(desk.theme, self.thumbs)
        self._as_lines = False
        self._as_strip = False
        self.setModel(self.rows)
        self.setAccessibleName(translate("Evidence", "Exhibits"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setMinimumHeight(_LEAST_PX)
        self.thumbs.arrived.connect(self._repaint)
        self.thumbs.missed.connect(self.rows.mark_missing)
        self.doubleClicked.connect(self._open)
        self._arrange()

    def show_items(self, items: Iterable[Evidence], missing: frozenset[str]) -> None:
        """Show these exhibits; the chosen one stays chosen, else its neighbour, else the first."""
        items = list(items)
        self.thumbs.look_again(item for item in items if self.rows.row_of(item.id) < 0)
        before, chosen = self.currentIndex().row(), self.current
        self.rows.show(items, missing)
        wanted = self.rows.row_of(chosen.id) if chosen else -1
        self._choose(wanted if wanted >= 0 else self.rows.near(max(before, 0)))
        self.picked.emit(self.current)

    def look_again(self, item: Evidence) -> None:
        """The file of an exhibit came in once more: if it was missing, it is there again."""
        if self.rows.is_missing(item):
            self.thumbs.look_again([item])
            self.rows.mark_present(item.file.sha256)

    def order_by(self, order: str) -> None:
        """Put the exhibits in another order and keep the chosen one in view."""
        chosen = self.current
        self.rows.order_by(order)
        self._arrange()
        if chosen:
            self.select(chosen.id)

    def show_only(self, group: Group | None) -> None:
        """Show the exhibits of one group, or all; the chosen one stays so, else the first one shown is."""
        chosen = self.current
        self.rows.show_only(group)
        if not (chosen and self.select(chosen.id)):
            self._choose(self.rows.near(0))
        self.picked.emit(self.current)

    def select(self, evidence_id: EvidenceId) -> bool:
        """Choose an exhibit and bring it into view; whether it is there."""
        row = self.rows.row_of(evidence_id)
        if row < 0:
            return False
        self._choose(row)
        self.scrollTo(self.rows.index(row))
        return True

    @property
    def current(self) -> Evidence | None:
        """The exhibit that the viewer shows."""
        return self.rows.item(self.currentIndex().row())

    @property
    def chosen(self) -> tuple[Evidence, ...]:
        """All chosen exhibits, by number."""
        items = (index.data(ITEM_ROLE) for index in self.selectedIndexes())
        return tuple(sorted((item for item in items if item), key=lambda item: item.exhibit_no))

    def show_as(self, *, lines: bool, strip: bool) -> None:
        """Choose lines or tiles, and whether tiles lie in one strip."""
        self._as_lines = lines
        self._as_strip = strip
        self._arrange()

    @property
    def strip_height(self) -> int:
        """How high a strip of tiles is, its scroll bar included."""
        tile = self._tiles.cell_for(self._theme.px(_STRIP_TILE_PX), strip=True)
        return tile.height() + self.horizontalScrollBar().sizeHint().height() + 2 * XS

    @property
    def two_columns_px(self) -> int:
        """How wide two columns of tiles are, the scroll bar included."""
        extent = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self.verticalScrollBar())
        return 2 * self._theme.px(_TILE_PX) + extent + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the tiles fill the width."""
        self._arrange()
        super().resizeEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell which exhibit is the current one."""
        super().selectionChanged(selected, deselected)
        if not selected.isEmpty():
            self.picked.emit(self.current)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which item the keys act on."""
        super().focusInEvent(event)
        self._repaint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del: trash; Enter or Space: look closely; F2: give another title."""
        key = event.key()
        if key == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        elif key == Qt.Key.Key_F2:
            self.rename_asked.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the chosen exhibits."""
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if self.chosen:
            self.menu_asked.emit(place)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Carry the chosen exhibits to what they show; the files themselves stay where they are."""
        chosen = self.chosen
        if chosen:
            drag = QDrag(self)
            drag.setMimeData(exhibits_mime(chosen))
            tile = self.viewport().grab(self.visualRect(self.currentIndex()))
            smooth = Qt.TransformationMode.SmoothTransformation
            drag.setPixmap(tile.scaledToWidth(self._theme.px(_DRAGGED_PX), smooth))
            drag.setHotSpot(QPoint(-12, -8))
            drag.exec(Qt.DropAction.LinkAction | Qt.DropAction.CopyAction, Qt.DropAction.LinkAction)

    def _open(self) -> None:
        self.opened.emit()

    def _repaint(self) -> None:
        self.viewport().update()

    def _choose(self, row: int) -> None:
        index = self.rows.index(row) if row >= 0 else self.rows.index(-1)
        if index != self.currentIndex() or not self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _arrange(self) -> None:
        # The scroll bar's width is always left free: else its coming and going would change the tiles' size for ever.
        # This is the width that Qt's own layout of icons leaves free for it.
        extent = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self.verticalScrollBar())
        room = max(self.width() - extent - 1, 80)
        strip = self._as_strip and not self._as_lines
        if self._as_lines:
            self._lines.set_width(room)
        elif strip:
            self._tiles.set_width(self._theme.px(_STRIP_TILE_PX), strip=True)
        else:
            columns = max(1, room // self._theme.px(_TILE_PX))
            self._tiles.set_width(room // columns, strip=False)
            if self.height() < _FLAT_BELOW_ROWS * self._tiles.cell.height():
                self._tiles.flatten(self.height())
        delegate = self._lines if self._as_lines else self._tiles
        mode = QListView.ViewMode.ListMode if self._as_lines else QListView.ViewMode.IconMode
        if self.viewMode() != mode:
            self.setViewMode(mode)
        if self.itemDelegate() is not delegate:
            self.setItemDelegate(delegate)
        self.setMovement(QListView.Movement.Static)
        self.setDragEnabled(True)  # a change of the mode or the movement turns it off
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFlow(QListView.Flow.TopToBottom if self._as_lines else QListView.Flow.LeftToRight)
        self.setWrapping(not self._as_lines and not strip)
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(off if strip else needed)
        self.rows.show_headings(not strip)
        # A heading has a size of its own; without headings one grid lays out hundreds of tiles at once.
        headed = self.rows.has_headings
        tile = self._tiles.cell.width()
        delegate.heading = QSize(room if self._as_lines else room // tile * tile, 0)
        grid = QSize() if headed else delegate.cell
        self.setUniformItemSizes(not headed)
        if self.gridSize() != grid:
            self.setGridSize(grid)
        if headed:
            self.scheduleDelayedItemsLayout()
