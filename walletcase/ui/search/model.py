"""The Qt item model over the rows of the search box."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from walletcase.ui.search.rows import CaseHead, MoreRow, Row
from walletcase.ui.search.words import kind_text

ROW = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class HitModel(QAbstractListModel):
    """Rows by ROW. Headings can't be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, or what a screen reader says of it."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in _SPOKEN:
            if isinstance(row, CaseHead):
                return f"{row.number}  {row.title}"
            if isinstance(row, MoreRow):
                return row.text
            return f"{kind_text(row.hit.kind)}: {row.hit.snippet}"
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings can't be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if not isinstance(self._rows[index.row()], CaseHead):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemNeverHasChildren

    def next_hit(self, number: int, step: int) -> int:
        """Return the row after (step 1) or before (step -1) a row that can be chosen, going round; -1 if none can."""
        count = len(self._rows)
        for _ in range(count):
            number = (number + step) % count
            if not isinstance(self._rows[number], CaseHead):
                return number
        return -1
