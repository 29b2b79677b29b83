"""The facts tab: pages under a quiet bar. More pages are put in by the window (FactsTab.add_page)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.claims import unproven
from walletcase.domain.due.promises import promises_of
from walletcase.services.changes import Changes
from walletcase.ui.facts.claims import ClaimsPage
from walletcase.ui.facts.demands import DemandsPage
from walletcase.ui.facts.head import HeadCard
from walletcase.ui.facts.overview import Overview
from walletcase.ui.facts.promises import PromisesPage
from walletcase.ui.look.tokens import L, M, S
from walletcase.ui.shell.deadline_list import DeadlineCard
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.exhibits import FORMAT
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.room import CaseTab, SubPage
from walletcase.ui.widgets.layout import column, row
from walletcase.ui.widgets.segments import Segments
from walletcase.ui.widgets.spring import Spring

_OF_ONE = {"demand": "demands", "offer": "demands", "promise": "promises", "claim": "claims"}


class FactsTab(CaseTab):
    """The page on show is built when it comes into view and the case has changed since."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._record: CaseRecord | None = None
        self._shown: dict[str, CaseRecord] = {}
        self._pages: dict[str, SubPage] = {}
        self._titles: dict[str, str] = {}
        self.bar = Segments(translate("Facts", "Parts of the facts"))
        self.bar.chosen.connect(self._turn)
        self.stack = QStackedWidget()
        self.overview = Overview(desk)
        self.demands, self.promises, self.claims = DemandsPage(desk), PromisesPage(desk), ClaimsPage(desk)
        self.add_page("overview", translate("Facts", "Overview"), self.overview)
        self.add_page("demands", translate("Facts", "Demands and offers"), self.demands)
        self.add_page("promises", translate("Facts", "Promises"), self.promises)
        self.add_page("claims", translate("Facts", "Facts and proof"), self.claims)
        head = row(gap=S)
        head.setContentsMargins(L, M, L, 0)
        head.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignLeft)
        head.addStretch(1)
        box = column(self, gap=0)
        box.addLayout(head)
        box.addWidget(self.stack, 1)

    @property
    def head(self) -> HeadCard:
        """Title and tags, on the first page."""
        return self.overview.head

    @property
    def deadlines(self) -> DeadlineCard:
        """The deadlines, on the first page."""
        return self.overview.deadlines

    def add_page(self, name: str, title: str, page: SubPage) -> None:
        """Put in another page after the ones there are; ``go_to(name)`` opens it."""
        self._pages[name] = page
        self._titles[name] = title
        self.stack.addWidget(page)
        Spring(self.bar.add(name, title), FORMAT, lambda: self.bar.choose(name))

    def show_case(self, record: CaseRecord, changes: Changes | None) -> None:
        """Show a case; a title or form being typed stays."""
        is_other = self._record is None or self._record.case.id != record.case.id
        if is_other and self._record is not None:
            self.flush()
        self._record = record
        self.overview.show_head(record, is_other=is_other)
        if is_other:
            self._shown.clear()
        self._count(record)
        if self.isVisible():
            self._build()

    def go_to(self, item: str) -> None:
        """Open a page by its name, or by what is on it: "claims", "claim:12", "promise:5", "offer:3"."""
        name, _, rest = item.partition(":")
        name = _OF_ONE.get(name, name)
        if name == "check" and name not in self._pages:
            self._desk.bus.check_asked.emit("")  # a window of its own
        elif name in self._pages:
            self.bar.choose(name)
            if rest:
                self._pages[name].go_to(rest)

    def flush(self) -> None:
        """Save what is being typed on any page."""
        for page in self._pages.values():
            page.flush()

    def showEvent(self, event: QShowEvent) -> None:
        """Build what has changed since it was last seen."""
        super().showEvent(event)
        self._build()

    def _turn(self, name: str) -> None:
        self.stack.setCurrentWidget(self._pages[name])
        self._build()

    def _build(self) -> None:
        name, record = self.bar.current, self._record
        if record is not None and self._shown.get(name) is not record:
            self._shown[name] = record
            self._pages[name].show_case(record)

    def _count(self, record: CaseRecord) -> None:
        """Say on the bar what asks for attention: late promises, facts without proof."""
        today = self._desk.services.clock.today()
        late = sum(promise.is_late for promise in promises_of(record, today))
        bare = len(unproven(record.claims, record.evidence))
        for name, number in (("promises", late), ("claims", bare)):
            self.bar.set_text(name, f"{self._titles[name]}  {number}" if number else self._titles[name])
