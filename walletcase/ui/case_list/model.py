"""Item models over frozen rows. data() compares plain integers: it is called for every cell painted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from walletcase.domain.case import CaseRow, Filter
from walletcase.domain.ids import CaseId
from walletcase.ui.shell.texts import filter_text, listed

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_NONE = QModelIndex()


class CaseModel(QAbstractListModel):
    """The cases of one filter, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CaseRow, ...] = ()

    def rowCount(self, parent: Index = _NONE) -> int:
        """Return how many cases there are; a case has no children."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return the title, or the frozen row under ROW_ROLE."""
        if role == ROW_ROLE:
            return self._rows[index.row()]
        if role in (_DISPLAY, _ACCESSIBLE):
            return self._rows[index.row()].title
        return None

    def show_rows(self, rows: Sequence[CaseRow]) -> None:
        """Show other rows. Rows of the same cases in the same order keep selection and scroll position."""
        new = tuple(rows)
        if new == self._rows:
            return
        same_cases = [row.id for row in new] == [row.id for row in self._rows]
        if same_cases:
            self._rows = new
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def index_of(self, case_id: CaseId) -> QModelIndex:
        """Return a case's index, an invalid one if it isn't listed."""
        places = (place for place, row in enumerate(self._rows) if row.id == case_id)
        return self.index(next(places, -1))

    def case_at(self, index: Index) -> CaseRow | None:
        """Return the row at an index, None for an invalid one."""
        return self._rows[index.row()] if index.isValid() else None


class FilterModel(QAbstractListModel):
    """The fixed filters, each with its true count."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[Filter, int] = dict.fromkeys(Filter, 0)
        self._filters = tuple(Filter)

    def rowCount(self, parent: Index = _NONE) -> int:
        """Return how many filters there are."""
        return 0 if parent.isValid() else len(self._filters)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return the name, or (filter, count) under ROW_ROLE."""
        chosen = self._filters[index.row()]
        if role == ROW_ROLE:
            return chosen, self._counts[chosen]
        if role == _DISPLAY:
            return filter_text(chosen)
        if role in (_ACCESSIBLE, _TOOL_TIP):
            return listed((filter_text(chosen), str(self._counts[chosen])))
        return None

    def show_counts(self, counts: Mapping[Filter, int]) -> None:
        """Show other counts."""
        self._counts = counts
        self.dataChanged.emit(self.index(0), self.index(len(self._filters) - 1))

    def index_of(self, chosen: Filter) -> QModelIndex:
        """Return a filter's index."""
        return self.index(self._filters.index(chosen))
