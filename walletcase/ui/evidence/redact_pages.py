"""The pages of what is being redacted, each with the number of its boxes."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QFrame, QListView

from walletcase.ui.evidence.redact_state import RedactState
from walletcase.ui.shell.i18n import translate

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_TEXT, _TIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)


class _Rows(QAbstractListModel):
    def __init__(self, state: RedactState, parent: QListView) -> None:
        super().__init__(parent)
        self._state = state
        self._count = 0
        self._boxes: Counter[int] = Counter()
        state.changed.connect(self._follow)

    def show(self, count: int) -> None:
        """List so many pages."""
        self.beginResetModel()
        self._count = count
        self._boxes = Counter(box.page_no for box in self._state.boxes)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """One row a page."""
        return 0 if parent.isValid() else self._count

    def data(self, index: _Index, role: int = _TEXT) -> object:
        """The page's number and how many boxes are on it."""
        if not index.isValid() or role not in (_TEXT, _TIP):
            return None
        page = translate("Redact", "Page {n}").format(n=index.row() + 1)
        boxes = self._boxes[index.row()]
        if role == _TIP and boxes:
            return f"{page}, {translate('Redact', '%n box(es)', '', boxes)}"
        return f"{page}   ■ {boxes}" if boxes else page

    def _follow(self) -> None:
        boxes = Counter(box.page_no for box in self._state.boxes)
        if boxes != self._boxes and self._count:
            self._boxes = boxes
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))


class RedactPages(QListView):
    """Choosing a row turns the state's page."""

    def __init__(self, state: RedactState) -> None:
        super().__init__()
        self._state = state
        self.rows = _Rows(state, self)
        self.setModel(self.rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("ticks", "true")
        self.setUniformItemSizes(True)
        self.setAccessibleName(translate("Redact", "Pages"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._turn)
        state.changed.connect(self._follow)

    def _turn(self, now: QModelIndex) -> None:
        if now.isValid() and now.row() != self._state.page_no:
            self._state.turn_to(now.row())

    def _follow(self) -> None:
        if self.currentIndex().row() != self._state.page_no:
            self.setCurrentIndex(self.rows.index(self._state.page_no))
