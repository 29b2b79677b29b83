"""The list of facts as a Qt model."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from walletcase.ui.rule_pack.rows import Row
from walletcase.ui.shell.i18n import translate

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_NONE = QModelIndex()


class FactModel(QAbstractListModel):
    """Rows as they were given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def rowCount(self, parent: Index = _NONE) -> int:
        """Return how many rows there are; a row has no children."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return the title, all of the line for a screen reader, or the frozen row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == int(Qt.ItemDataRole.DisplayRole):
            return row.title
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            mark = translate("Rules", "To be verified") if row.to_verify else ""
            return ", ".join(part for part in (row.title, row.value, row.note, mark) if part)
        return None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def index_of(self, key: str) -> QModelIndex:
        """Return a row's index by its key, that of the first one if there is none."""
        places = (place for place, row in enumerate(self._rows) if row.key == key)
        return self.index(next(places, 0)) if self._rows else QModelIndex()
