"""The check of a case for one kind of door: choose the door, read what was found, go there or take the calmer words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.readiness.aim import doors_to_choose, next_door
from walletcase.domain.readiness.check import check
from walletcase.domain.readiness.findings import Finding, Findings, Severity, Topic
from walletcase.domain.readiness.wording import CRISIS
from walletcase.infra.finding_texts import door_kind_name
from walletcase.ui.check.findings import FindingView, HelpCard, TopicCard
from walletcase.ui.look.tokens import L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.room import SubPage
from walletcase.ui.widgets.fold import Fold
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, ScrollColumn, clear, column, row
from walletcase.ui.widgets.quiet_combo import QuietCombo

MAX_WIDTH_DIGITS = 110


class CheckPage(SubPage):
    """Follows the record it is given. ``went`` comes when the person went to the place of a finding."""

    went = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._record: CaseRecord | None = None
        self._is_stale = False
        self._chosen: DoorKind | None = None  # None: the next one
        self._asked_no = 0
        self._refocus: int | None = None  # the place in the list at which the keys were
        self.views: list[FindingView] = []
        self.door = QuietCombo()
        self.door.setMinimumContentsLength(26)  # the longest name and its mark
        self.summary = PlainLabel("", "muted", wrap=True)
        self.summary.setAccessibleName(translate("Check", "Result of the check"))
        self.page = ScrollColumn(margin=L)
        self._list = column(gap=M)
        self._lay_out()
        self.door.activated.connect(self._choose)

    def show_case(self, record: CaseRecord) -> None:
        """Check a case as it stands; done when the page is looked at."""
        if self._record is not None and record.case.id != self._record.case.id:
            self._chosen = None  # a door chosen before the first case came is meant for it
        self._record = record
        self._is_stale = True
        if self.isVisible():
            self._check()

    def show_door(self, door: DoorKind | None) -> None:
        """Check for another kind of door; None is the next one of the flow."""
        self._chosen = door
        self._is_stale = True
        if self.isVisible():
            self._check()

    def showEvent(self, event: QShowEvent) -> None:
        """Check what has changed since it was last seen."""
        super().showEvent(event)
        if self._is_stale:
            self._check()

    def _lay_out(self) -> None:
        digit = self.fontMetrics().horizontalAdvance("0")
        self.page.page.setMaximumWidth(MAX_WIDTH_DIGITS * digit)
        self.page.page.setMinimumHeight(1)  # else it is as high as its lines would be in the narrowest page
        label = PlainLabel(translate("Check", "Check for"), "label")
        label.setBuddy(self.door)
        self.door.setAccessibleName(translate("Check", "Check for which door"))
        line = row(gap=S)
        line.addWidget(label)
        line.addWidget(self.door)
        line.addStretch(1)
        self.page.body.addLayout(line)
        self.page.body.addWidget(self.summary)
        self.page.body.addLayout(self._list)
        self.page.body.addStretch(1)
        column(self, gap=0).addWidget(self.page)

    def _choose(self, place: int) -> None:
        self.show_door(DoorKind(self.door.itemData(place)))

    def _check(self) -> None:
        record = self._record
        if record is None:
            return
        self._is_stale = False
        self._asked_no += 1
        number, today, door = self._asked_no, self._desk.services.clock.today(), self._chosen

        def show(found: Findings) -> None:
            if number == self._asked_no:  # a newer check is under way otherwise
                self._show(record, found)

        self._desk.read(self, lambda: check(record, today, door), show)

    def _show(self, record: CaseRecord, found: Findings) -> None:
        self._fill_doors(record, found.door)
        top = self.page.verticalScrollBar().value()
        clear(self._list)
        self.views = [self._view(one) for one in found.items]
        self.summary.setText(self._sum(found))
        crisis = [view for view in self.views if view.finding.code == CRISIS]
        self.summary.setVisible(bool(found.items) and not crisis)
        rest = [view for view in self.views if view.finding.code != CRISIS]
        if crisis:
            self._list.addWidget(HelpCard(self._desk, crisis[0]))
            for view in crisis[1:]:
                view.setParent(self)
                view.hide()
        if not found.items:
            self._list.addWidget(self._clean(found.door))
        self._add_topics(rest, is_folded=bool(crisis))
        self.page.verticalScrollBar().setValue(top)
        self._give_keys_back()

    def _give_keys_back(self) -> None:
        """What had the keys is gone with its finding: they go to the next one."""
        if self._refocus is not None:
            near = self.views[self._refocus : self._refocus + 1] or self.views[-1:]
            goal = near[0].go if near else self.door
            goal.setFocus(Qt.FocusReason.OtherFocusReason)
            self._refocus = None

    def _add_topics(self, views: list[FindingView], *, is_folded: bool) -> None:
        cards = []
        for topic in Topic:
            own = [view for view in views if view.finding.topic is topic]
            if own:
                cards.append(TopicCard(self._desk, topic, own))
        if not is_folded:
            for card in cards:
                self._list.addWidget(card)
        elif cards:
            icons = (self._desk.icon("chevron-right"), self._desk.icon("chevron-down"))
            fold = Fold(translate("Check", "The rest can wait"), icons)
            for card in cards:
                fold.body.addWidget(card)
            self._list.addWidget(fold)

    def _view(self, finding: Finding) -> FindingView:
        view = FindingView(self._desk, finding)
        view.go_asked.connect(self._go)
        view.calmer_asked.connect(self._soften)
        return view

    def _fill_doors(self, record: CaseRecord, door: DoorKind) -> None:
        kinds = doors_to_choose(record)
        kinds = kinds if door in kinds else (door, *kinds)
        coming = next_door(record)
        self.door.clear()
        for kind in kinds:
            name = door_kind_name(kind, self._desk.language)
            if kind is coming:
                name = translate("Check", "{door} (next)").format(door=name)
            self.door.addItem(name, kind.value)
        self.door.setCurrentIndex(kinds.index(door))

    def _sum(self, found: Findings) -> str:
        counts = {severity: sum(one.severity is severity for one in found.items) for severity in Severity}
        parts = (
            translate("Check", "{n} to settle first").format(n=counts[Severity.STOP]) if counts[Severity.STOP] else "",
            translate("Check", "{n} to check").format(n=counts[Severity.WARN]) if counts[Severity.WARN] else "",
            translate("Check", "{n} hints").format(n=counts[Severity.HINT]) if counts[Severity.HINT] else "",
        )
        listed = translate("Check", ", ").join(part for part in parts if part)
        return translate("Check", "{counts}. These are suggestions; you can file and record as you like.").format(
            counts=listed
        )

    def _clean(self, door: DoorKind) -> QWidget:
        card = Card("ok", gap=S, margin=L)
        line = row(gap=S)
        picture = PlainLabel()
        side = self._desk.theme.px(20)
        picture.setPixmap(self._desk.icon("circle-check", self._desk.theme.colours.ok).pixmap(side, side))
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        text = translate("Check", "Nothing is missing for: {door}")
        name = door_kind_name(door, self._desk.language)
        line.addWidget(PlainLabel(text.format(door=name), "strong", wrap=True), 1)
        card.body.addLayout(line)
        more = translate("Check", "Dates, amounts, evidence and words fit together as far as this check can see.")
        card.body.addWidget(PlainLabel(more, "muted", wrap=True))
        return card

    def _go(self, finding: Finding) -> None:
        self._desk.bus.asked.emit(finding.place.tab, finding.place.item)
        self.went.emit()

    def _soften(self, finding: Finding) -> None:
        record = self._record
        if record is not None:
            self._refocus = next((n for n, view in enumerate(self.views) if view.finding is finding), None)
            case_id, service = record.case.id, self._desk.services.readiness
            done = partial(self._desk.toasts.show, translate("Check", "Changed; Ctrl+Z takes it back"))
            self._desk.change(self, lambda: service.apply_suggestion(case_id, finding), done)
