"""The days behind a date, a week in a row: which counted, which did not and why, where the term ends and moves to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from walletcase.domain.days.workdays import Count, Counted, StripDay
from walletcase.ui.look.theme import Theme
from walletcase.ui.widgets.day_cell import DAY, ENDS, FIRST, DayDelegate

Index = QModelIndex | QPersistentModelIndex
_LABEL = Qt.ItemDataRole.DisplayRole
_SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
_ROWS_SHOWN = 6
_CELL_PX = 42


@dataclass(frozen=True)
class StripWords:
    """What a strip says. ``weekdays`` begin with Monday; ``label`` is the word in a day's cell ("" for none),
    ``describe`` the sentence on it.
    """

    weekdays: tuple[str, ...]
    label: Callable[[StripDay, Count], str]
    describe: Callable[[StripDay, Count], str]


class DayStripModel(QAbstractTableModel):
    """Weeks as rows, Monday first. Weeks without a day of the strip are left out."""

    def __init__(self, words: StripWords) -> None:
        super().__init__()
        self._words = words
        self._count: Count | None = None
        self._with_roll = True
        self._days: dict[date, StripDay] = {}
        self._weeks: list[date] = []

    def show_count(self, counted: Count | None, *, with_roll: bool = True) -> None:
        """Show the days of a count; without ``with_roll`` the term ends on its last day, holiday or not."""
        self.beginResetModel()
        self._count, self._with_roll = counted, with_roll
        strip = counted.strip if counted else ()
        self._days = {one.day.on: one for one in strip if with_roll or one.counted is not Counted.ROLLED}
        self._weeks = sorted({monday(on) for on in self._days})
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """One row a week."""
        return 0 if parent is not None and parent.isValid() else len(self._weeks)

    def columnCount(self, parent: Index | None = None) -> int:
        """Seven days."""
        return 0 if parent is not None and parent.isValid() else 7

    def day_at(self, index: Index) -> StripDay | None:
        """Return the day of a cell, None outside the strip."""
        if not index.isValid():
            return None
        return self._days.get(self._weeks[index.row()] + timedelta(days=index.column()))

    def index_of(self, on: date) -> QModelIndex:
        """Return the cell of a day."""
        week = monday(on)
        return self.index(self._weeks.index(week), on.weekday()) if week in self._weeks else QModelIndex()

    def data(self, index: Index, role: int = _LABEL) -> Any:
        """Return a cell's label, its sentence, or what the delegate paints."""
        one = self.day_at(index)
        if one is None or self._count is None:
            return None
        if role == _LABEL:
            return self._words.label(one, self._count)
        if role in _SPOKEN:
            return self._words.describe(one, self._count)
        if role == DAY:
            return one
        if role == ENDS:
            ends = {self._count.due_on: "due"}
            if self._with_roll and self._count.rolled_due_on != self._count.due_on:
                ends[self._count.rolled_due_on] = "moved"
            return ends.get(one.day.on, "")
        if role == FIRST:
            return one.day.on.day == 1 or one.counted is Counted.START
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Days of the strip can be chosen, the cells around them not."""
        return super().flags(index) if self.day_at(index) is not None else Qt.ItemFlag.NoItemFlags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _LABEL) -> Any:
        """Return the name of a day of the week."""
        if role == _LABEL and orientation == Qt.Orientation.Horizontal:
            return self._words.weekdays[section]
        return None


class DayStrip(QTableView):
    """Shows a count. ``day_chosen`` carries the sentence on the day that the person went to."""

    day_chosen = Signal(str)

    def __init__(self, theme: Theme, words: StripWords, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.days = DayStripModel(words)
        self.setModel(self.days)
        self.setItemDelegate(DayDelegate(theme, self))
        self.setAccessibleName(name)
        self.setProperty("strip", "true")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(_CELL_PX))
        self.verticalHeader().setMinimumSectionSize(theme.px(_CELL_PX))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(theme.px(34))
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_count(self, counted: Count | None, *, with_roll: bool = True) -> None:
        """Show the days of a count and go to its last."""
        self.days.show_count(counted, with_roll=with_roll)
        head = self.horizontalHeader().sizeHint().height()
        self.setMaximumHeight(head + max(self.days.rowCount(), 2) * self._theme.px(_CELL_PX) + 4)
        if counted is None:
            self.day_chosen.emit("")
            return
        last = self.days.index_of(counted.rolled_due_on if with_roll else counted.due_on)
        due = self.days.index_of(counted.due_on)
        self.setCurrentIndex(due)
        self.scrollTo(last)
        self.scrollTo(due)

    def sizeHint(self) -> QSize:
        """Room for a few weeks."""
        rows = min(max(self.days.rowCount(), 3), _ROWS_SHOWN)
        height = self.horizontalHeader().sizeHint().height() + rows * self._theme.px(_CELL_PX) + 4
        return QSize(7 * self._theme.px(62), height)

    def minimumSizeHint(self) -> QSize:
        """Narrow, and as many weeks as are shown without scrolling: a page around it scrolls instead."""
        return QSize(7 * self._theme.px(40), self.sizeHint().height())

    def _tell(self, current: QModelIndex) -> None:
        self.day_chosen.emit(self.days.data(current, Qt.ItemDataRole.AccessibleTextRole) or "")


def monday(on: date) -> date:
    """Return the Monday of a day's week (the first day there is, in the first week there is)."""
    return date.fromordinal(max(on.toordinal() - on.weekday(), 1))
