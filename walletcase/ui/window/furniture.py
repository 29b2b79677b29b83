"""The rooms of one window, built together for one language and theme, and replaced together when either changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget

from walletcase.domain.case import CaseRow
from walletcase.domain.ids import CaseId
from walletcase.services.changes import Changes
from walletcase.ui.case_list.view import CaseListPane, FilterRail
from walletcase.ui.case_page.view import CasePage
from walletcase.ui.look.tokens import L, M, S
from walletcase.ui.search.view import SearchBox
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.later import LaterTab
from walletcase.ui.shell.room import CaseTab
from walletcase.ui.widgets.empty import EmptyState
from walletcase.ui.widgets.layout import column

# The rooms are imported when they are built, and built when they are first looked at (shell.later).
if TYPE_CHECKING:
    from walletcase.ui.dossier.view import DossierTab
    from walletcase.ui.evidence.view import EvidenceTab
    from walletcase.ui.facts.view import FactsTab
    from walletcase.ui.letters.view import LettersTab
    from walletcase.ui.timeline.view import TimelineTab
    from walletcase.ui.welcome.view import WelcomePage
    from walletcase.ui.window.unsaved import Unsaved
    from walletcase.ui.wizard.view import StepTab

NARROW_PX = 1120


class Furniture(QFrame):
    """Filters, list and page side by side. ``rows_shown`` carries the rows each time they were read.

    What the rooms ask of the window comes through its signals, whenever they are built.
    """

    rows_shown = Signal(object)
    new_wanted = Signal()
    sample_wanted = Signal()
    evidence_wanted = Signal(str)  # for a step, by its key
    files_dropped = Signal(list, str)

    def __init__(self, desk: Desk, unsaved: Unsaved) -> None:
        super().__init__()
        self._desk = desk
        self._unsaved = unsaved
        self._narrow: bool | None = None
        self.rail = FilterRail(desk)
        self.cases = CaseListPane(desk)
        self.search = SearchBox(desk)
        make: dict[str, Callable[[], CaseTab]] = {
            "step": self._make_step,
            "timeline": self._make_timeline,
            "evidence": self._make_evidence,
            "facts": self._make_facts,
            "letters": self._make_letters,
            "dossier": self._make_dossier,
        }
        self._tabs = {name: LaterTab(one) for name, one in make.items()}
        self.page = CasePage(desk, self._tabs)
        self._welcome: WelcomePage | None = None
        self.pages = QStackedWidget()
        for page in (self._nothing_chosen(), self.page):
            self.pages.addWidget(page)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()

    def is_built(self, tab: str) -> bool:
        """Whether a tab was looked at; if not, nothing is typed in it and it has nothing under way."""
        return self._tabs[tab].is_built

    @property
    def step(self) -> StepTab:
        """The Step tab; this and the others are built when asked for."""
        return cast("StepTab", self._tabs["step"].room)

    @property
    def timeline(self) -> TimelineTab:
        """The Timeline tab."""
        return cast("TimelineTab", self._tabs["timeline"].room)

    @property
    def evidence(self) -> EvidenceTab:
        """The Evidence tab."""
        return cast("EvidenceTab", self._tabs["evidence"].room)

    @property
    def facts(self) -> FactsTab:
        """The Facts tab."""
        return cast("FactsTab", self._tabs["facts"].room)

    @property
    def letters(self) -> LettersTab:
        """The Letters tab."""
        return cast("LettersTab", self._tabs["letters"].room)

    @property
    def dossier(self) -> DossierTab:
        """The Dossier tab."""
        return cast("DossierTab", self._tabs["dossier"].room)

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
        self._desk.bus.changed.connect(self._changed)
        self._desk.bus.opened.connect(lambda case_id: self.cases.choose(case_id))
        self.rail.new_wanted.connect(self.new_wanted)

    def _make_step(self) -> CaseTab:
        from walletcase.ui.wizard.view import StepTab

        step = StepTab(self._desk)
        step.step_chosen.connect(self.page.mark_step)
        step.saved.connect(self.page.header.show_saved)
        step.saving.connect(self.page.header.show_saving)
        step.evidence_wanted.connect(self.evidence_wanted)
        step.files_dropped.connect(self.files_dropped)
        return step

    def _make_timeline(self) -> CaseTab:
        from walletcase.ui.timeline.view import TimelineTab

        return TimelineTab(self._desk, self._unsaved.contacts)

    def _make_evidence(self) -> CaseTab:
        from walletcase.ui.evidence.view import EvidenceTab

        return EvidenceTab(self._desk, self._unsaved.exhibits)

    def _make_facts(self) -> CaseTab:
        from walletcase.ui.facts.view import FactsTab
        from walletcase.ui.window.checks import add_pages

        return add_pages(self._desk, FactsTab(self._desk))

    def _make_letters(self) -> CaseTab:
        from walletcase.ui.letters.view import LettersTab

        letters = LettersTab(self._desk)
        letters.saved.connect(self.page.header.show_saved)
        letters.saving.connect(self.page.header.show_saving)
        return letters

    def _make_dossier(self) -> CaseTab:
        from walletcase.ui.dossier.view import DossierTab

        return DossierTab(self._desk)

    def _changed(self, changes: Changes) -> None:
        if changes.listing:
            self.read_rows()

    def _open(self, case_id: CaseId | None) -> None:
        self.page.open_case(case_id)
        self._show_page(self.cases.model.rowCount() > 0 or self.pages.currentWidget() is not self._welcome)

    def _show_page(self, any_case: bool) -> None:
        first = not any_case
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
