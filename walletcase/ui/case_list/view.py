"""Left pane: the filters. Middle pane: the cases of a filter, searched and sorted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QBoxLayout, QComboBox, QFrame, QListView, QStackedWidget, QWidget

from walletcase.domain.case import CaseRow, Filter
from walletcase.domain.ids import CaseId
from walletcase.services.cases import counts, matches
from walletcase.ui.case_list.delegates import CaseDelegate, FilterDelegate
from walletcase.ui.case_list.model import ROW_ROLE, CaseModel, FilterModel
from walletcase.ui.look.tokens import L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.texts import filter_text
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.empty import EmptyState
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column, row

SORTS: dict[str, Callable[[CaseRow], object]] = {
    "changed": lambda r: r.updated_at,
    "made": lambda r: r.created_at,
    "title": lambda r: r.title.casefold(),
    "due": lambda r: r.awaited_on or r.late_after or "9999",
}
_NEWEST_FIRST = ("changed", "made")


def in_order(rows: Sequence[CaseRow], sort: str) -> list[CaseRow]:
    """Return rows by a key of SORTS; equal ones keep the order of their last change."""
    return sorted(rows, key=SORTS[sort], reverse=sort in _NEWEST_FIRST)  # type: ignore[arg-type]


class _List(QListView):
    """A list view in our dress."""

    activated_by_key = Signal()
    delete_wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete asks for the trash."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated_by_key.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)


class FilterRail(QFrame):
    """The filters. ``chosen`` carries a Filter; ``new_wanted`` asks for a new case."""

    chosen = Signal(object)
    new_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("pane", "rail")
        self._model = FilterModel(self)
        self._delegate = FilterDelegate(desk.theme)
        self.list = _List(translate("FilterRail", "Filters"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.list.clicked.connect(self._choose_again)
        self.list.activated_by_key.connect(lambda: self._choose_again(self.list.currentIndex()))
        plus = desk.icon("plus", desk.theme.colours.on_accent)
        self._new = button(translate("FilterRail", "New case"), self.new_wanted.emit, kind="primary", icon=plus)
        self._new.setAccessibleName(translate("FilterRail", "New case"))
        self._foot = PlainLabel(
            translate("FilterRail", "Offline. Your data stays on this computer."), "caption", wrap=True
        )
        box = column(self, gap=M)
        box.setContentsMargins(S, L, S, M)
        box.addWidget(self._new)
        box.addWidget(self.list, 1)
        box.addWidget(self._foot)

    def show_counts(self, rows: Sequence[CaseRow]) -> None:
        """Show how many cases each filter holds."""
        self._model.show_counts(counts(rows))

    def choose(self, chosen: Filter) -> None:
        """Put a filter in force."""
        self.list.setCurrentIndex(self._model.index_of(chosen))

    def set_narrow(self, narrow: bool) -> int:
        """Show icons only, or icons with names; return the width that takes."""
        width = 68 if narrow else 196
        self.setFixedWidth(width)
        self._new.setText("" if narrow else translate("FilterRail", "New case"))
        self._new.setToolTip(translate("FilterRail", "New case") if narrow else "")
        self._foot.setVisible(not narrow)
        return width

    def _choose(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.data(ROW_ROLE)[0])

    def _choose_again(self, index: QModelIndex) -> None:
        """Today leads back to its page from a case that was opened under it."""
        if index.isValid() and index.data(ROW_ROLE)[0] is Filter.TODAY:
            self.chosen.emit(Filter.TODAY)


class CaseListPane(QFrame):
    """The cases of one filter.

    ``case_chosen`` carries a CaseId or None; ``trash_wanted`` a CaseRow; ``filter_changed`` the Filter that was put in
    force to show a case.
    """

    case_chosen = Signal(object)
    filter_changed = Signal(object)
    trash_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("pane", "list")
        self._desk = desk
        self._rows: tuple[CaseRow, ...] = ()
        self._filter = Filter.ALL
        self.model = CaseModel(self)
        self._delegate = CaseDelegate(
            desk.theme, desk.services.playbooks, desk.language, desk.services.clock.today()
        )
        self.list = _List(translate("CaseList", "Cases"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.list.delete_wanted.connect(self._want_trash)
        self._heading = PlainLabel("", "heading")
        self._sort = self._sort_box()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        nothing = translate("CaseList", "No case belongs under this filter right now.")
        self._stack.addWidget(self._empty(translate("CaseList", "Nothing here"), nothing))
        due = translate("CaseList", "Cases stand here once something of theirs is due or overdue.")
        self._stack.addWidget(self._empty(translate("CaseList", "Nothing due today"), due))
        self._head = row(gap=S)
        self._head.setContentsMargins(L, L, M, 0)
        self._head.addWidget(self._heading, 1)
        self._head.addWidget(self._sort)
        box = column(self, gap=S)
        box.addLayout(self._head)
        box.addWidget(self._stack, 1)
        self.setMinimumWidth(236)

    @property
    def current(self) -> CaseRow | None:
        """The chosen case."""
        return self.model.case_at(self.list.currentIndex())

    @property
    def filter(self) -> Filter:
        """The filter in force."""
        return self._filter

    @property
    def rows(self) -> tuple[CaseRow, ...]:
        """All cases, of whatever filter."""
        return self._rows

    def show_rows(self, rows: Sequence[CaseRow], choose: CaseId | None = None) -> None:
        """Show the cases as they stand now and choose one; else the chosen one stays chosen, else its neighbour is."""
        self._rows = tuple(rows)
        self._delegate.today = self._desk.services.clock.today()
        self._fill(choose)
        if choose is not None:
            self.choose(choose)

    def show_filter(self, chosen: Filter) -> None:
        """Show the cases of another filter. Under Today no case is chosen until the person does: it has a page."""
        self._filter = chosen
        self._fill(keeps=chosen is not Filter.TODAY)

    def choose(self, case_id: CaseId) -> None:
        """Choose a case; one that is not under the filter in force is looked for among all, or in the trash."""
        wanted = next((one for one in self._rows if one.id == case_id), None)
        if wanted is not None and not self.model.index_of(case_id).isValid():
            home = Filter.TRASH if wanted.trashed_at else Filter.ALL
            self.show_filter(home)
            self.filter_changed.emit(home)
        index = self.model.index_of(case_id)
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the order under the heading where both have no room in one line."""
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        needed = L + self._heading.sizeHint().width() + S + self._sort.sizeHint().width() + M
        way = QBoxLayout.Direction.LeftToRight if needed <= self.width() else QBoxLayout.Direction.TopToBottom
        self._head.setDirection(way)

    def _fill(self, choose: CaseId | None = None, *, keeps: bool = True) -> None:
        before, place = self.current, self.list.currentIndex().row()
        listed = in_order([r for r in self._rows if matches(r, self._filter)], self._sort.currentData())
        selection = self.list.selectionModel()
        selection.blockSignals(True)
        self.model.show_rows(listed)
        index = self.model.index_of(choose) if choose is not None else QModelIndex()
        if not index.isValid() and before and keeps:
            index = self.model.index_of(before.id)
        if not index.isValid() and listed and self._filter is not Filter.TODAY:
            index = self.model.index(min(max(place, 0), len(listed) - 1))
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.blockSignals(False)
        self.list.viewport().update()
        self._heading.setText(f"{filter_text(self._filter)}  {len(listed)}")
        self._fit_head()
        empty = 2 if self._filter is Filter.TODAY else 1
        self._stack.setCurrentIndex(0 if listed else empty)
        now = self.current
        if (now.id if now else None) != (before.id if before else None):
            self.case_chosen.emit(now.id if now else None)

    def _choose(self, current: QModelIndex, _: QModelIndex) -> None:
        chosen = self.model.case_at(current)
        self.case_chosen.emit(chosen.id if chosen else None)

    def _want_trash(self) -> None:
        if self.current is not None:
            self.trash_wanted.emit(self.current)

    def _sort_box(self) -> QComboBox:
        box = QComboBox()
        names = {
            "changed": translate("CaseList", "Changed"),
            "made": translate("CaseList", "Newest"),
            "due": translate("CaseList", "Due"),
            "title": translate("CaseList", "Title"),
        }
        for key, name in names.items():
            box.addItem(name, key)
        box.setAccessibleName(translate("CaseList", "Sort by"))
        box.setToolTip(translate("CaseList", "Sort by"))
        box.currentIndexChanged.connect(lambda _: self._fill())
        return box

    def _empty(self, heading: str, text: str) -> QWidget:
        return EmptyState(self._desk.theme, "empty-select", heading, text)

    def sizeHint(self) -> QSize:
        """Ask for the width of a comfortable line."""
        return QSize(320, 600)
