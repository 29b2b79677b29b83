"""The rooms of one window, built together for one language and theme, and replaced together when either changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget

from walletcase.domain.case import CaseRow
from walletcase.domain.ids import CaseId
from walletcase.services.changes import Changes
from walletcase.ui.case_list.view import CaseListPane, FilterRail
from walletcase.ui.look.tokens import L, M, S
from walletcase.ui.search.view import SearchBox
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.empty import EmptyState
from walletcase.ui.widgets.layout import column
from walletcase.ui.window.case_rooms import CaseRooms

if TYPE_CHECKING:
    from walletcase.ui.welcome.view import WelcomePage
    from walletcase.ui.window.unsaved import Unsaved

NARROW_PX = 1120


class Furniture(CaseRooms):
    """Filters, list and page side by side. ``rows_shown`` carries the rows each time they were read."""

    rows_shown = Signal(object)
    new_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, desk: Desk, unsaved: Unsaved) -> None:
        super().__init__(desk, unsaved)
        self._narrow: bool | None = None
        self.rail = FilterRail(desk)
        self.cases = CaseListPane(desk)
        self.search = SearchBox(desk)
        self._welcome: WelcomePage | None = None
        self.pages = QStackedWidget()
        for page in (self._nothing_chosen(), self.page):
            self.pages.addWidget(page)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()

    @property
    def welcome(self) -> WelcomePage:
        """What is shown while there is no case at all."""
        if self._welcome is None:
            from walletcase.ui.welcome.view import WelcomePage

            self._welcome = WelcomePage(self._desk)
            self._welcome.new_wanted.connect(self.new_wanted)
            self._welcome.sample_wanted.connect(self.sample_wanted)
            self.pages.addWidget(self._welcome)
        return self._welcome

    def read_rows(self, choose: CaseId | None = None) -> None:
        """Read the list again, then choose a case if one is given."""

        def show(rows: tuple[CaseRow, ...]) -> None:
            self.rail.show_counts(rows)
            self.cases.show_rows(rows, choose)
            self._show_page(bool(rows))
            self.rows_shown.emit(rows)

        self._desk.read(self, self._desk.services.cases.rows, show)

    def show_day(self) -> None:
        """Say what is due and overdue as of today, without touching what is being typed."""
        self.read_rows()
        self.page.show_day()

    def fit(self, width: int) -> None:
        """Make room for the case where the window is narrow."""
        narrow = width < NARROW_PX * self._desk.theme.percent // 100
        if narrow == self._narrow:
            return
        self._narrow = narrow
        before = self.splitter.sizes()
        rail = self.rail.set_narrow(narrow)
        middle = min(before[1], 272) if narrow else max(before[1], 300)
        self.splitter.setSizes([rail, middle, max(1, width - rail - middle)])

    @property
    def part_in_focus(self) -> str:
        """Where the keys go: "rail", "cases", "page" or "" for none of them."""
        parts = {"rail": self.rail, "cases": self.middle, "page": self.page}
        focus = self.window().focusWidget()
        return next((name for name, part in parts.items() if focus is not None and part.isAncestorOf(focus)), "")

    def focus_part(self, part: str) -> None:
        """Put the keys where part_in_focus said they were."""
        goal = {"rail": self.rail.list, "cases": self.cases.list, "page": self.page.bar}.get(part)
        if goal is not None:
            goal.setFocus()

    def _lay_out(self) -> None:
        middle = QFrame()
        middle.setProperty("pane", "list")
        box = column(middle, gap=0)
        top = column(gap=S)
        top.setContentsMargins(M, L, M, 0)
        top.addWidget(self.search)
        box.addLayout(top)
        box.addWidget(self.cases, 1)
        self.middle = middle
        for pane in (self.rail, middle, self.pages):
            self.splitter.addWidget(pane)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.setStretchFactor(2, 1)
        self.splitter.setSizes([196, 316, 768])
        column(self, gap=0).addWidget(self.splitter)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.cases.show_filter)
        self.cases.case_chosen.connect(self._open)
        self.cases.filter_changed.connect(self.rail.choose)
        self.page.shown.connect(lambda _: self._show_page(bool(self.cases.rows)))
        self._desk.bus.changed.connect(self._changed)
        self._desk.bus.opened.connect(lambda case_id: self.cases.choose(case_id))
        self.rail.new_wanted.connect(self.new_wanted)

    def _changed(self, changes: Changes) -> None:
        if changes.listing:
            self.read_rows()
        if self._desk.services.secrets.take_count():
            text = translate("Window", "A password or code was left out: it is never kept. Change it soon.")
            self._desk.toasts.show(text)

    def _open(self, case_id: CaseId | None) -> None:
        self.page.open_case(case_id)
        self._show_page(self.cases.model.rowCount() > 0 or self.pages.currentWidget() is not self._welcome)

    def _show_page(self, any_case: bool) -> None:
        first = not any_case
        is_welcoming = self._welcome is not None and self.pages.currentWidget() is self._welcome
        if is_welcoming and self.page.case_id is not None and self.page.record is None:
            return  # the first case is shown once it is read: until then its page is empty
        self.middle.setVisible(not first)
        if first:
            self.pages.setCurrentWidget(self.welcome)
        elif self.cases.current is not None:
            self.pages.setCurrentWidget(self.page)
        else:
            self.pages.setCurrentIndex(0)

    def _nothing_chosen(self) -> EmptyState:
        heading = translate("Window", "Choose a case on the left")
        text = translate("Window", "Its next step, contacts, evidence and dossier appear here.")
        return EmptyState(self._desk.theme, "empty-select", heading, text)
