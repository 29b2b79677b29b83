"""The Qt item model over the timeline's rows."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from walletcase.domain.ids import EntryId
from walletcase.ui.timeline.rows import ContactRow, Row
from walletcase.ui.timeline.words import sentence

ROW = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class TimelineModel(QAbstractListModel):
    """Rows by ROW; the sentence a screen reader says by DisplayRole. Only contacts can be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show other rows."""
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row or its sentence."""
        if not 0 <= index.row() < len(self._rows):
            return None
        if role == ROW:
            return self._rows[index.row()]
        if role in _SPOKEN:
            return sentence(self._rows[index.row()])
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings and silences can't be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self._rows[index.row()], ContactRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemNeverHasChildren

    def index_of(self, entry_id: EntryId) -> QModelIndex:
        """Return where an entry stands, an invalid index if it is not shown."""
        for number, row in enumerate(self._rows):
            if isinstance(row, ContactRow) and row.id == entry_id:
                return self.index(number)
        return QModelIndex()
