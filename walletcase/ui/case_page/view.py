"""The page of one case. It reads the record once per change and hands it to the tabs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar

from walletcase.domain.case import CaseRecord
from walletcase.domain.due.followup import action_of, digest_of, follow_up_of
from walletcase.domain.flow.machine import NextAction, NextKind, StepState
from walletcase.domain.ids import CaseId
from walletcase.services.changes import Changes
from walletcase.ui.case_page.header import CaseHeader
from walletcase.ui.case_page.next_card import NextCard
from walletcase.ui.case_page.rail import StepRail
from walletcase.ui.look.tokens import L, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.room import CaseTab
from walletcase.ui.widgets.layout import column

LOW_PX = 740
TINY_PX = 380
TAB_ORDER = ("step", "timeline", "evidence", "facts", "letters", "dossier")


class CasePage(QFrame):
    """Header, next action, step rail, tabs. ``tabs`` are keyed by TAB_ORDER."""

    attach_wanted = Signal()
    shown = Signal(object)  # the CaseRecord now on the page

    def __init__(self, desk: Desk, tabs: Mapping[str, CaseTab]) -> None:
        super().__init__()
        self.setProperty("pane", "page")
        self._desk = desk
        self._tabs = tabs
        self._case_id: CaseId | None = None
        self._begins = ""  # the step whose new round the person waits for
        self.record: CaseRecord | None = None
        self._action = NextAction(NextKind.FINISHED)
        self.header = CaseHeader(desk)
        self.next_card = NextCard(desk)
        self.rail = StepRail(desk.theme)
        self.bar = QTabBar()
        self.stack = QStackedWidget()
        self._lay_out()
        self.header.attach_wanted.connect(self.attach_wanted)
        self.next_card.wanted.connect(self._do_next)
        self.rail.step_chosen.connect(lambda key: self.open_tab("step", key))
        desk.bus.changed.connect(self._refresh)
        desk.bus.asked.connect(self.open_tab)

    @property
    def case_id(self) -> CaseId | None:
        """The case on the page."""
        return self._case_id

    def open_case(self, case_id: CaseId | None) -> None:
        """Show another case; what is typed in the one before is saved first."""
        if case_id == self._case_id:
            return
        self.flush()
        self._case_id = case_id
        self.record = None
        if case_id is not None:
            self._load(None)

    def open_tab(self, name: str, item: str = "") -> None:
        """Show a tab and something in it."""
        self.bar.setCurrentIndex(TAB_ORDER.index(name))
        if item:
            self._tabs[name].go_to(item)
        if name == "step" and item:
            self.rail.choose(item)

    def flush(self) -> None:
        """Save what is typed and not yet saved."""
        for tab in self._tabs.values():
            tab.flush()

    def mark_step(self, step_key: str) -> None:
        """Mark the step that the Step tab shows."""
        self.rail.choose(step_key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave more room for the tabs where the window is low."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The flow is told at length beside the steps only; the other tabs are about something else."""
        on_steps = self.bar.currentIndex() == TAB_ORDER.index("step")
        low = self.height() < LOW_PX * self._desk.theme.percent // 100
        tiny = self.height() < TINY_PX * self._desk.theme.percent // 100
        self.header.set_compact(tiny)
        self.next_card.set_compact(low or not on_steps, slim=not on_steps, tiny=tiny)
        self.rail.set_compact(tiny or not on_steps)
        self.rail.setVisible(on_steps or not low)
        self._fit_tabs()

    def _fit_tabs(self) -> None:
        """Keep all tabs in sight: with little room they are set smaller and without their numbers."""
        self._set_tabs(tight=False)
        if self.bar.sizeHint().width() > self.width() - 2 * L:
            self._set_tabs(tight=True)

    def _set_tabs(self, *, tight: bool) -> None:
        for place, name in enumerate(TAB_ORDER):
            text = self._tab_text(name, None if tight else self.record)
            if self.bar.tabText(place) != text:
                self.bar.setTabText(place, text)
        if self.bar.property("tight") != tight:
            self.bar.setProperty("tight", tight)
            self.bar.style().unpolish(self.bar)
            self.bar.style().polish(self.bar)

    def _lay_out(self) -> None:
        for name in TAB_ORDER:
            self.bar.addTab(self._tab_text(name, None))
            self.stack.addWidget(self._tabs[name])
        self.stack.setMinimumHeight(1)  # in too little room the tabs scroll; what stands above them never shrinks
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setUsesScrollButtons(True)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.bar.setAccessibleName(translate("CasePage", "Parts of the case"))
        self.bar.setAcceptDrops(True)  # whoever drags something and holds it over a tab gets to that tab
        self.bar.setChangeCurrentOnDrag(True)
        self.bar.currentChanged.connect(self.stack.setCurrentIndex)
        self.bar.currentChanged.connect(lambda _: self._make_room())
        inner = column(gap=S)
        inner.setContentsMargins(L, S, L, 0)
        for widget in (self.next_card, self.rail, self.bar):
            inner.addWidget(widget)
        box = column(self, gap=0)
        box.addWidget(self.header)
        box.addLayout(inner)
        box.addWidget(self.stack, 1)

    def _refresh(self, changes: Changes) -> None:
        if self._case_id in changes.cases:
            self._load(changes)

    def _load(self, changes: Changes | None) -> None:
        case_id = self._case_id
        if case_id is None:
            return

        def show(record: CaseRecord) -> None:
            if case_id == self._case_id:
                self._show(record, changes if self.record is not None else None)

        self._desk.read(self, lambda: self._desk.services.cases.open(case_id), show)

    def show_day(self) -> None:
        """Say what comes next as of today; the tabs, where somebody may be typing, stay as they are."""
        if self.record is not None:
            self._show_head(self.record)

    def _show_head(self, record: CaseRecord) -> None:
        today = self._desk.services.clock.today()
        self._action = action_of(digest_of(record), today)
        self.header.show_case(record, follow_up_of(record), today)
        self.next_card.show_action(record, self._action)
        self.rail.show_case(record, self._action, self._desk.language)

    def _show(self, record: CaseRecord, changes: Changes | None) -> None:
        self.record = record
        self._show_head(record)
        self.rail.tab_after(self.next_card.go_button)
        for name in TAB_ORDER:
            self._tabs[name].show_case(record, changes)
        self._fit_tabs()
        self._begin_if_new()
        self.shown.emit(record)

    def _do_next(self, step_key: str) -> None:
        if self.record is not None and self.record.playbook.is_stand_in:
            self._desk.bus.playbooks_asked.emit()
            return
        if not step_key:
            self.open_tab("dossier")
            return
        record, case_id = self.record, self._case_id
        does = self._action.kind in (NextKind.CHASE, NextKind.DO_STEP)
        if record is not None and case_id is not None and does:
            flow, services = record.flow, self._desk.services
            if flow.record(step_key).state is StepState.DONE and flow.step(step_key).repeatable:
                opened = partial(self._begin_round, step_key)
                self._desk.change(self, lambda: services.flow.repeat(case_id, step_key), opened)
                return
        self.open_tab("step", step_key)
        self._tabs["step"].begin()

    def _begin_round(self, step_key: str) -> None:
        """Put the person into the form of a new round, once its page is there."""
        self.open_tab("step", step_key)
        self._begins = step_key
        self._begin_if_new()

    def _begin_if_new(self) -> None:
        if self.record is not None and self._begins and not self.record.flow.record(self._begins).is_settled:
            self._begins = ""
            self._tabs["step"].begin()

    def _tab_text(self, name: str, record: CaseRecord | None) -> str:
        texts = {
            "step": translate("CasePage", "Step"),
            "timeline": translate("CasePage", "Timeline"),
            "evidence": translate("CasePage", "Evidence"),
            "facts": translate("CasePage", "Facts"),
            "letters": translate("CasePage", "Letters"),
            "dossier": translate("CasePage", "Dossier"),
        }
        numbers = {"timeline": len(record.live_timeline), "evidence": len(record.live_evidence)} if record else {}
        return f"{texts[name]}  {numbers[name]}" if numbers.get(name) else texts[name]
