"""Hits as rows of a list, the case's number before each group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from walletcase.services.ports import Hit

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_NONE = QModelIndex()


@dataclass(frozen=True, slots=True)
class HitRow:
    """A hit; ``leads`` marks the first of its case."""

    hit: Hit
    leads: bool


class HitModel(QAbstractListModel):
    """The hits of one search."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[HitRow, ...] = ()

    def rowCount(self, parent: Index = _NONE) -> int:
        """Return how many hits there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return the snippet, or the row under ROW_ROLE."""
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        return row.hit.snippet if role == _DISPLAY else None

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show other hits."""
        before = (None, *(hit.case_id for hit in hits))
        rows = tuple(HitRow(hit, hit.case_id != last) for hit, last in zip(hits, before, strict=False))
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def hit_at(self, index: Index) -> Hit | None:
        """Return the hit at an index, None for an invalid one."""
        return self._rows[index.row()].hit if index.isValid() else None
