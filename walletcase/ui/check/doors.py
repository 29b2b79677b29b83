"""One stop of the route: why it stands there, its numbers and hours, what is pending and what conflicts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from walletcase.domain.routing import FoundConflict, RouteDoor
from walletcase.domain.rules.pack import Door
from walletcase.infra.finding_texts import door_kind_name
from walletcase.ui.check.findings import source_line
from walletcase.ui.look.tokens import XS, L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button, icon_button
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.fold import Fold
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import Card, column, row


class DoorCard(Card):
    """``check_asked`` carries its kind of door."""

    check_asked = Signal(object)

    def __init__(self, desk: Desk, number: int, stop: RouteDoor) -> None:
        super().__init__(gap=S, margin=L)
        self._desk = desk
        self.stop = stop
        self.name = door_kind_name(stop.kind, desk.language)
        head = row(gap=M)
        head.addWidget(PlainLabel(f"{number}", "title"), 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=XS)
        words.addWidget(PlainLabel(self.name, "strong", wrap=True))
        words.addWidget(PlainLabel(stop.reason.get(desk.language), "muted", wrap=True))
        head.addLayout(words, 1)
        self.body.addLayout(head)
        if stop.pending is not None:
            self.body.addWidget(self._pending())
        for conflict in stop.conflicts:
            self.body.addWidget(self._conflict(conflict))
        for door in stop.doors[:2]:
            self.body.addWidget(self._place(door))
        if len(stop.doors) > 2:
            more = Fold(
                translate("Check", "{n} more ways").format(n=len(stop.doors) - 2),
                (desk.icon("chevron-right"), desk.icon("chevron-down")),
            )
            for door in stop.doors[2:]:
                more.body.addWidget(self._place(door))
            self.body.addWidget(more)
        self.check = button(translate("Check", "Check for this door"), self._ask, kind="quiet")
        self.check.setAccessibleName(translate("Check", "Check for: {door}").format(door=self.name))
        self.body.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)

    def _ask(self) -> None:
        self.check_asked.emit(self.stop.kind)

    def _pending(self) -> QWidget:
        line, flow = flow_row()
        since = self.stop.pending.since if self.stop.pending else ""
        text = translate("Check", "Pending here since {date}").format(date=since)
        flow.addWidget(Chip(text if since else translate("Check", "Pending here"), "accent"))
        return line

    def _conflict(self, found: FoundConflict) -> QWidget:
        rule, language = found.rule, self._desk.language
        card = Card("danger" if rule.refuses else "warn", gap=XS, margin=M)
        there = translate("Check", ", ").join(door_kind_name(one.kind, language) for one in found.filings)
        if rule.refuses:
            head = translate("Check", "Likely to be refused while this is pending: {there}")
        else:
            head = translate("Check", "Good to know while this is pending: {there}")
        card.body.addWidget(PlainLabel(head.format(there=there), "label", wrap=True))
        card.body.addWidget(PlainLabel(rule.says.get(language), wrap=True).let_select())
        if rule.quote:
            card.body.addWidget(PlainLabel(rule.quote, "muted", wrap=True).let_select())
        named = f"{rule.authority.get(language)} {rule.article}".strip()
        card.body.addWidget(PlainLabel(named, "caption", wrap=True).let_select())
        card.body.addWidget(source_line(self._desk, rule.source))
        return card

    def _place(self, door: Door) -> QWidget:
        language = self._desk.language
        inside = QWidget()
        box = column(inside, gap=XS)
        line = row(gap=S)
        line.addWidget(PlainLabel(door.name.get(language), "label", wrap=True), 1)
        if door.number:
            line.addWidget(PlainLabel(door.number, "strong").let_select())
            name = translate("Check", "Copy {number}").format(number=door.number)
            line.addWidget(icon_button(name, self._desk.icon("copy"), lambda: self._copy(door.number)))
        box.addLayout(line)
        for words in (door.address, door.hours.get(language) if door.hours else "", door.does.get(language)):
            if words:
                box.addWidget(PlainLabel(words, "muted", wrap=True).let_select())
        box.addWidget(source_line(self._desk, door.source))
        return inside

    def _copy(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self._desk.toasts.show(translate("Check", "Copied"))
