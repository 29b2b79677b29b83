"""The promise ledger: what the other side said it would do, late ones first, and what became of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.due.promises import Promise, promises_of
from walletcase.domain.ids import CaseId
from walletcase.domain.timeline import EntryDraft, PromiseState, TimelineEntry
from walletcase.services.timeline import SUMMARY_LIMIT
from walletcase.ui.facts.page import InlineForm, ListPage
from walletcase.ui.look.tokens import S
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.texts import days_between
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.date_field import DateField
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import Card, row
from walletcase.ui.widgets.quiet_combo import QuietCombo

_LATE, _OPEN, _BROKEN, _RENEWED, _KEPT, _ANSWERED = "late", "open", "broken", "renewed", "kept", "answered"
_ORDER = (_LATE, _OPEN, _BROKEN, _RENEWED, _KEPT, _ANSWERED)
_STATES = {PromiseState.KEPT: _KEPT, PromiseState.BROKEN: _BROKEN, PromiseState.RENEGOTIATED: _RENEWED}


def group_of(promise: Promise) -> str:
    """Return under which heading a promise stands."""
    if promise.mark.state in _STATES:
        return _STATES[promise.mark.state]
    if promise.is_late:
        return _LATE
    if promise.is_open:
        return _OPEN
    if promise.was_broken:
        return _BROKEN
    return _ANSWERED if promise.answered_on else _RENEWED


def group_text(group: str) -> str:
    """Return a heading."""
    return {
        _LATE: translate("Facts", "Late"),
        _OPEN: translate("Facts", "Awaited"),
        _BROKEN: translate("Facts", "Broken"),
        _RENEWED: translate("Facts", "New date agreed"),
        _KEPT: translate("Facts", "Kept"),
        _ANSWERED: translate("Facts", "Answered in time"),
    }[group]


class PromisesPage(ListPage):
    """One card a promise, by what became of it."""

    def build(self, record: CaseRecord) -> None:
        """Fill the page."""
        today = self.desk.services.clock.today()
        promises = promises_of(record, today)
        if not promises:
            text = translate("Facts", "A date by which a contact promised something is kept here until it is settled.")
            log = button(translate("Facts", "Record a contact"), self._log, kind="primary")
            self.empty("empty-timeline", translate("Facts", "No promises yet"), text, (log,))
            return
        for group in _ORDER:
            here = sorted((p for p in promises if group_of(p) == group), key=lambda promise: promise.due_on)
            if here:
                self.body.addWidget(PlainLabel(f"{group_text(group)}  {len(here)}", "overline"))
                for promise in here:
                    self._add_card(record, promise, group, today)
        self.body.addStretch(1)

    def _add_card(self, record: CaseRecord, promise: Promise, group: str, today: str) -> None:
        entry = next(e for e in record.live_timeline if e.id == promise.entry_id)
        said = promise.text or record.summary_of(entry, self.desk.language)
        card = Card("danger" if group == _LATE else "true", gap=S)
        card.setObjectName(f"at:{promise.entry_id}")
        head = row(gap=S)
        head.addWidget(PlainLabel(said, "strong" if promise.text else "", wrap=True).let_select(), 1)
        head.addWidget(self._due(promise, group, today), 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(head)
        card.body.addWidget(PlainLabel(self._origin(record, promise, entry), "muted", wrap=True).let_select())
        if promise.mark.note:
            card.body.addWidget(PlainLabel(promise.mark.note, wrap=True).let_select())
        card.body.addWidget(self._tools(record, promise, entry, said))
        self.body.addWidget(card)

    def _due(self, promise: Promise, group: str, today: str) -> Chip:
        by = translate("Facts", "by {date}").format(date=promise.due_on)
        if group == _LATE:
            days = translate("Facts", "%n day(s) late", None, days_between(promise.due_on, today))
            return Chip(f"{by} · {days}", "danger")
        tones = {_OPEN: "accent", _BROKEN: "danger", _KEPT: "ok", _ANSWERED: "ok", _RENEWED: "warn"}
        return Chip(by, tones[group])

    def _origin(self, record: CaseRecord, promise: Promise, entry: TimelineEntry) -> str:
        channel = record.playbook.channel(entry.draft.channel)
        by = promise.by_whom or (channel.name.get(self.desk.language) if channel else "")
        parts = [translate("Facts", "Said on {date}").format(date=promise.made_on), by]
        if promise.mark.settled_on:
            parts.append(translate("Facts", "settled on {date}").format(date=promise.mark.settled_on))
        elif promise.answered_on:
            parts.append(translate("Facts", "answered on {date}").format(date=promise.answered_on))
        elif promise.renewed_on:
            parts.append(translate("Facts", "another date given on {date}").format(date=promise.renewed_on))
        return " · ".join(part for part in parts if part)

    def _tools(self, record: CaseRecord, promise: Promise, entry: TimelineEntry, said: str) -> QWidget:
        case_id, number, service = record.case.id, promise.entry_id, self.desk.services.promises
        tools, flow = flow_row(gap=S)

        def add(text: str, name: str, do: Callable[[], object], kind: str = "") -> QPushButton:
            made = self.tool(text, do, f"{name}:{number}", said, kind)
            flow.addWidget(made)
            return made

        if promise.mark.state is PromiseState.OPEN:
            keep, fail = partial(service.keep, case_id, number), partial(service.break_, case_id, number)
            add(translate("Facts", "Kept"), "kept", partial(self.change, keep))
            add(translate("Facts", "Broken"), "broken", partial(self.change, fail))
            renew = add(translate("Facts", "New date…"), "renew", lambda: None)
            renew.clicked.connect(lambda: self.open_form(RenewForm(self, record, entry), tools))
        else:
            undo = partial(service.unmark, case_id, number)
            add(translate("Facts", "Take back"), "back", partial(self.change, undo), "quiet")
        add(translate("Facts", "Show the contact"), "contact", partial(self._show, number), "quiet")
        return tools

    def _show(self, entry_id: int) -> None:
        self.desk.bus.asked.emit("timeline", str(entry_id))

    def _log(self) -> None:
        self.desk.bus.asked.emit("timeline", "")


class RenewForm(InlineForm):
    """The contact in which another date was promised."""

    def __init__(self, page: PromisesPage, record: CaseRecord, entry: TimelineEntry) -> None:
        super().__init__(self._store, page.close_form)
        self._page, self._case_id, self._entry = page, CaseId(record.case.id), entry
        desk = page.desk
        today, pick = desk.services.clock.today(), translate("Facts", "Pick from the calendar")
        self.due = DateField(translate("Facts", "New date"), desk.icon, today, pick)
        self.said_on = DateField(translate("Facts", "Said on"), desk.icon, today, pick)
        self.said_on.line.setText(today)
        self.channel = QuietCombo()
        for channel in record.playbook.channels:
            self.channel.addItem(desk.icon(channel.icon), channel.name.get(desk.language), channel.key)
        self.channel.setCurrentIndex(max(0, self.channel.findData(entry.draft.channel)))
        self.who, self.said = QLineEdit(entry.draft.counterpart), QLineEdit()
        self.said.setMaxLength(SUMMARY_LIMIT)
        self.add(translate("Facts", "New date"), self.due, 0, 0)
        self.add(translate("Facts", "Said on"), self.said_on, 0, 1)
        self.add(translate("Facts", "Channel"), self.channel, 1, 0)
        self.add(translate("Facts", "Who"), self.who, 1, 1)
        self.add(translate("Facts", "What was said"), self.said, 2, 0, 2)

    def _store(self) -> bool:
        if not self.due.value():
            return self.refuse(translate("Facts", "By which date do they promise it now?"), self.due.line)
        if not self.said_on.value():
            return self.refuse(translate("Facts", "This is no date. For example 2026-11-22."), self.said_on.line)
        said = self.said.text().strip() or translate("Facts", "A new date was promised: {date}").format(
            date=self.due.value()
        )
        draft = EntryDraft(
            occurred_at=self.said_on.value(),
            summary=said,
            channel=str(self.channel.currentData()),
            counterpart=self.who.text().strip(),
            promised_by=self.due.value(),
        )
        draft = replace(draft, reference=self._entry.draft.reference)
        service, case_id, number = self._page.desk.services.promises, self._case_id, self._entry.id
        self._page.change(lambda: service.renegotiate(case_id, number, draft)[1])
        return True
