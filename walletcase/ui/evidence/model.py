"""The exhibits of a case as a Qt list over frozen rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from walletcase.domain.evidence import Evidence, Group
from walletcase.domain.ids import EvidenceId
from walletcase.domain.numbering import group_place
from walletcase.ui.evidence import words
from walletcase.ui.shell.texts import listed

Index = QModelIndex | QPersistentModelIndex
# Plain integers: comparing enums in data() costs three times as much (tech.md section 7).
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
ITEM_ROLE = int(Qt.ItemDataRole.UserRole) + 1
MISSING_ROLE = ITEM_ROLE + 1
STATE_ROLE = ITEM_ROLE + 2
HEADING_ROLE = ITEM_ROLE + 3
_NOWHERE = QModelIndex()

ORDERS: Mapping[str, Callable[[Evidence], Any]] = {
    "number": lambda item: item.exhibit_no,
    "newest": lambda item: -item.exhibit_no,
    "made": lambda item: (item.made_on or "9999", item.exhibit_no),
    "title": lambda item: (item.title.casefold(), item.exhibit_no),
    "group": lambda item: (group_place(item.group), item.exhibit_no),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over the exhibits of a group."""

    group: Group
    count: int


Row = Evidence | Heading


def _key(row: Row) -> object:
    return row.group if isinstance(row, Heading) else row.id


class EvidenceModel(QAbstractListModel):
    """Rows in one of ORDERS. A newer snapshot changes only the rows that differ, so that selection and place stay.

    In the order of groups each group has a heading, unless there is no room for headings.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[Evidence] = []
        self._rows: list[Row] = []
        self._only: Group | None = None
        self._with_headings = True
        self._missing: frozenset[str] = frozenset()
        self._unfinished: frozenset[EvidenceId] = frozenset()
        self._order = "number"

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many exhibits there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Return an item, whether its file is missing, what is the matter with it, or its words."""
        if not index.isValid():
            return None
        item = self._rows[index.row()]
        if isinstance(item, Heading):
            return item if role == HEADING_ROLE else self._heading(item) if role in (_DISPLAY, _SPOKEN) else None
        if role == ITEM_ROLE:
            return item
        if role == MISSING_ROLE:
            return item.file.sha256 in self._missing
        if role == STATE_ROLE:
            return self._state(item)
        if role == _DISPLAY:
            return item.title
        if role == _TOOL_TIP:
            return f"<qt>{escape(item.title)}</qt>"  # a title is never markup
        if role == _SPOKEN:
            kind = words.kind_text(item.media.media_type)
            parts = (words.stamp(item.exhibit_no), item.title, kind, self._state(item))
            return listed(parts)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Exhibits can be dragged to what they show; headings are only read."""
        if index.isValid() and isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else super().flags(index)

    def show(self, items: Iterable[Evidence], missing: frozenset[str]) -> None:
        """Show these exhibits; ``missing`` names the files (SHA-256) that are not where they should be."""
        items = list(items)
        known = {item.id for item in self._items}
        fresh = {item.file.sha256 for item in items if item.id not in known}
        # What was found missing stays so until the same file is added once more.
        together = missing | (self._missing - fresh)
        stale = together != self._missing
        self._missing = together
        self._items = items
        self._settle()
        if stale and self._rows:
            self._tell_changed(0, len(self._rows) - 1)

    def order_by(self, order: str) -> None:
        """Put the rows in another of ORDERS."""
        self._order = order
        self._settle()

    def show_only(self, group: Group | None) -> None:
        """Show only the exhibits of a group, or all of them."""
        self._only = group
        self._settle()

    def show_headings(self, on: bool) -> None:
        """Put a heading over each group, where they are in that order."""
        self._with_headings = on
        self._settle()

    def mark_missing(self, sha256: str) -> None:
        """Remember that a file was not found."""
        self._missing |= {sha256}
        for row, item in self._exhibits():
            if item.file.sha256 == sha256:
                self._tell_changed(row, row)

    def mark_present(self, sha256: str) -> None:
        """Its file is there again."""
        self._missing -= {sha256}
        for row, item in self._exhibits():
            if item.file.sha256 == sha256:
                self._tell_changed(row, row)

    def mark_unfinished(self, ids: frozenset[EvidenceId]) -> None:
        """Take note of the exhibits about which something is typed that can't be stored yet."""
        other, self._unfinished = self._unfinished ^ ids, ids
        for row, item in self._exhibits():
            if item.id in other:
                self._tell_changed(row, row)

    def _state(self, item: Evidence) -> str:
        if item.id in self._unfinished:
            return words.unfinished_text()
        return words.state_text(item, missing=item.file.sha256 in self._missing)

    def is_missing(self, item: Evidence) -> bool:
        """Whether an item's file was not found."""
        return item.file.sha256 in self._missing

    def row_of(self, evidence_id: EvidenceId) -> int:
        """Return an item's row, -1 if it is not shown."""
        return next((row for row, item in self._exhibits() if item.id == evidence_id), -1)

    def item(self, row: int) -> Evidence | None:
        """Return the item of a row, None outside and for a heading."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Evidence) else None

    @property
    def items(self) -> tuple[Evidence, ...]:
        """The exhibits shown, in their order."""
        return tuple(item for _, item in self._exhibits())

    def near(self, row: int) -> int:
        """Return the row of the exhibit that is nearest to a row, -1 if there is none."""
        return min((at for at, _ in self._exhibits()), key=lambda at: abs(at - row), default=-1)

    @property
    def has_headings(self) -> bool:
        """Whether a heading stands over each group now."""
        return self._with_headings and self._order == "group"

    def _exhibits(self) -> Iterator[tuple[int, Evidence]]:
        return ((row, item) for row, item in enumerate(self._rows) if isinstance(item, Evidence))

    def _heading(self, heading: Heading) -> str:
        return f"{words.group_text(heading.group)}  {heading.count}"

    def _wanted(self) -> Iterator[Row]:
        shown = [item for item in self._items if self._only is None or item.group is self._only]
        before: Group | None = None
        for item in sorted(shown, key=ORDERS[self._order]):
            if self.has_headings and item.group is not before:
                before = item.group
                yield Heading(before, sum(one.group is before for one in shown))
            yield item

    def _settle(self) -> None:
        wanted = list(self._wanted())
        kept = {_key(item) for item in wanted}
        for row in range(len(self._rows) - 1, -1, -1):
            if _key(self._rows[row]) not in kept:
                self.beginRemoveRows(_NOWHERE, row, row)
                del self._rows[row]
                self.endRemoveRows()
        here = {_key(item) for item in self._rows}
        if [_key(item) for item in self._rows] != [_key(item) for item in wanted if _key(item) in here]:
            self.beginResetModel()
            self._rows = wanted
            self.endResetModel()
            return
        self._merge(wanted, here)

    def _merge(self, wanted: list[Row], here: set[object]) -> None:
        for row, item in enumerate(wanted):
            if _key(item) not in here:
                self.beginInsertRows(_NOWHERE, row, row)
                self._rows.insert(row, item)
                self.endInsertRows()
            elif self._rows[row] != item:
                self._rows[row] = item
                self._tell_changed(row, row)

    def _tell_changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first), self.index(last))
