"""The page of one fact, or of one state of the rules."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walletcase.domain.rules.diff import Fact
from walletcase.domain.rules.pack import Revision, RulePack, Source
from walletcase.ui.look.tokens import XL, XS, L, M, S
from walletcase.ui.rule_pack.editor import LineEditor
from walletcase.ui.rule_pack.lines import head_of, lines_of
from walletcase.ui.rule_pack.rows import Row
from walletcase.ui.rule_pack.words import revision_text
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import Card, ScrollColumn, clear, column, row
from walletcase.ui.widgets.values import ValueList


class FactPage(ScrollColumn):
    """``asked`` carries path and value of a change to look at, ``back_asked`` the id of a revision to go back to."""

    asked = Signal(str, str)
    back_asked = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__(gap=L, margin=XL)
        self._desk = desk
        self.editors: dict[str, LineEditor] = {}
        self.back: QWidget | None = None

    def show_nothing(self, text: str) -> None:
        """Say that there is nothing to show."""
        self._begin()
        self.body.addWidget(PlainLabel(text, "muted", wrap=True))
        self.body.addStretch(1)

    def show_row(self, one: Row, pack: RulePack, in_force: int) -> None:
        """Show a fact or a revision."""
        self._begin()
        if isinstance(one.item, Revision):
            self._show_revision(one.item, in_force)
        else:
            self._show_fact(one, one.item, pack)
        self.body.addStretch(1)

    def _begin(self) -> None:
        self.editors = {}
        self.back = None
        clear(self.body)
        self.verticalScrollBar().setValue(0)

    def _show_fact(self, one: Row, fact: Fact, pack: RulePack) -> None:
        head = column(gap=XS)
        if over := head_of(fact):
            head.addWidget(PlainLabel(over, "overline"))
        is_long = len(one.title) > 60
        head.addWidget(PlainLabel(one.title, "strong" if is_long else "title", wrap=True))
        self.body.addLayout(head)
        self._chips(fact.source)
        card = Card(gap=M, margin=L)
        for line in lines_of(fact, pack, self._desk.language):
            if line.text == one.title:
                continue
            editor = LineEditor(line)
            editor.asked.connect(self.asked)
            if line.path:
                self.editors[line.path] = editor
            card.body.addWidget(editor)
        if card.body.count():
            self.body.addWidget(card)
        else:
            card.deleteLater()
        self._source(fact.source)

    def _chips(self, source: Source) -> None:
        chips = row(gap=S)
        if not source.confirmed:
            chips.addWidget(Chip(translate("Rules", "To be verified"), "warn"))
        if source.edited_on:
            text = translate("Rules", "Changed by you on {date}").format(date=source.edited_on)
            chips.addWidget(Chip(text, "accent"))
        if chips.count():
            chips.addStretch(1)
            self.body.addLayout(chips)

    def _source(self, source: Source) -> None:
        card = Card("true" if source.confirmed else "warn", gap=S, margin=L)
        card.body.addWidget(PlainLabel(translate("Rules", "Where this is from"), "label"))
        card.body.addWidget(PlainLabel(source.text.get(self._desk.language), wrap=True).let_select())
        checked = translate("Rules", "Last checked on {date}").format(date=source.checked_on)
        card.body.addWidget(PlainLabel(checked, "caption"))
        if not source.confirmed:
            text = translate(
                "Rules",
                "Nobody has seen this in the rule itself yet. Check it on the official page before you rely on it.",
            )
            card.body.addWidget(PlainLabel(text, "warn", wrap=True))
        self.body.addWidget(card)

    def _show_revision(self, revision: Revision, in_force: int) -> None:
        self.body.addWidget(PlainLabel(revision_text(revision.kind), "title", wrap=True))
        chips = row(gap=S)
        if revision.id == in_force:
            chips.addWidget(Chip(translate("Rules", "In force"), "ok"))
        chips.addWidget(Chip(revision.pack.version))
        chips.addStretch(1)
        self.body.addLayout(chips)
        card = Card(gap=M, margin=L)
        pairs = [
            (translate("Rules", "Since"), revision.made_at[:16].replace("T", " ")),
            (translate("Rules", "What for"), revision.note),
            (translate("Rules", "Pack"), revision.pack.name.get(self._desk.language)),
            (translate("Rules", "Published on"), revision.pack.published_on),
        ]
        card.body.addWidget(ValueList((label, text) for label, text in pairs if text))
        self.body.addWidget(card)
        if revision.id == in_force:
            return
        line = row(gap=S)
        self.back = button(
            translate("Rules", "Go back to these rules…"),
            lambda: self.back_asked.emit(revision.id),
            icon=self._desk.icon("undo-2"),
        )
        line.addWidget(self.back)
        line.addStretch(1)
        self.body.addLayout(line)
