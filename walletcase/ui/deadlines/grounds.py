"""What a deadline rests on: who has to act, rule, source, when it was checked, what is estimated and why."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.deadline_change import ChangeKind, DeadlineChange
from walletcase.domain.due.deadlines import Deadline
from walletcase.ui.look.tokens import XS, M, S
from walletcase.ui.shell.deadline_words import day_text, party_text, rule_text
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, clear, column


class Grounds(QWidget):
    """Cards on rule, estimate and the person's words; each word can be taken back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._box = column(self, gap=M)

    def show_deadline(self, record: CaseRecord, deadline: Deadline) -> None:
        """Show what a deadline rests on."""
        clear(self._box)
        self._box.addWidget(self._rule(deadline))
        if deadline.estimated:
            self._box.addWidget(self._estimate(deadline))
        words = [w for w in record.deadline_changes if w.deadline_key == deadline.key and not w.trashed_at]
        if words:
            self._box.addWidget(self._words(record, words))

    def _card(self, title: str, *lines: str, tone: str = "true") -> Card:
        card = Card(tone, gap=XS, margin=M)
        card.body.addWidget(PlainLabel(title, "overline"))
        for line in lines:
            if line:
                card.body.addWidget(PlainLabel(line, wrap=True).let_select())
        return card

    def _rule(self, deadline: Deadline) -> Card:
        limit, language = deadline.limit, self._desk.language
        source = limit.source
        who = translate("Deadlines", "Who has to act: {who}").format(who=party_text(limit.party))
        card = self._card(translate("Deadlines", "The rule"), rule_text(limit, language), who)
        checked = translate("Deadlines", "Source, checked {date}: {source}")
        said = checked.format(date=source.checked_on, source=source.text.get(language))
        card.body.addWidget(PlainLabel(said, "caption", wrap=True).let_select())
        if not source.confirmed:
            text = translate("Deadlines", "Nobody has seen this in the rule itself yet. Check before you rely on it.")
            card.body.addWidget(PlainLabel(text, "warn", wrap=True))
        if source.edited_on:
            text = translate("Deadlines", "You changed this rule on {date}.").format(date=source.edited_on)
            card.body.addWidget(PlainLabel(text, "caption", wrap=True))
        return card

    def _estimate(self, deadline: Deadline) -> Card:
        years = sorted({one.day.missing or one.day.on.year for one in deadline.count.strip if one.day.estimated})
        named = translate("Deadlines", ", ").join(map(str, years))
        text = translate(
            "Deadlines",
            "The app has no published calendar of {years}. Weekends and the holidays of the law are assumed, and no "
            "make-up days; the date may move once you import the notice (Tools, Calendar years).",
        )
        return self._card(translate("Deadlines", "Estimated"), text.format(years=named), tone="warn")

    def _words(self, record: CaseRecord, words: list[DeadlineChange]) -> Card:
        card = self._card(translate("Deadlines", "What you said about it"))
        card.body.setSpacing(S)
        for word in words:
            card.body.addWidget(PlainLabel(self._said(record, word), wrap=True))
            take = button(translate("Deadlines", "Take back"), partial(self._take_back, record, word), kind="link")
            take.setAccessibleName(translate("Deadlines", "Take back: {what}").format(what=self._said(record, word)))
            card.body.addWidget(take)
        return card

    def _said(self, record: CaseRecord, word: DeadlineChange) -> str:
        text = self._kind_text(record, word)
        return f"{text} ({word.note})" if word.note else text

    def _kind_text(self, record: CaseRecord, word: DeadlineChange) -> str:
        if word.kind is ChangeKind.PAUSE and word.until:
            text = translate("Deadlines", "Paused from {since} to {until}, both included")
            return text.format(since=word.since, until=word.until)
        if word.kind is ChangeKind.PAUSE:
            return translate("Deadlines", "Paused since {since}").format(since=day_text(word.since))
        if word.kind is ChangeKind.EXTENSION:
            limit = record.rules.limit(word.limit_key)
            name = limit.name.get(self._desk.language) if limit else word.limit_key
            return translate("Deadlines", "Extended by notice of {since}: {name}").format(since=word.since, name=name)
        if word.kind is ChangeKind.START:
            return translate("Deadlines", "Began on {since}").format(since=day_text(word.since))
        return translate("Deadlines", "No longer of interest")

    def _take_back(self, record: CaseRecord, word: DeadlineChange) -> None:
        services = self._desk.services
        self._desk.change(self, lambda: services.deadlines.take_back(record.case.id, word.id))
