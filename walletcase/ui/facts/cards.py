"""The cards of the facts tab."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from walletcase.domain.fields import Contact
from walletcase.domain.flow.machine import StepState
from walletcase.ui.facts.pairs import PairGrid
from walletcase.ui.facts.sheet import Reference, Round, Sheet, StepFacts
from walletcase.ui.look.tokens import XS, L, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button, icon_button
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import Card, column, row
from walletcase.ui.widgets.tips import menu_text

_TONES = {StepState.OPEN: "plain", StepState.DONE: "ok", StepState.SKIPPED: "plain"}


def state_text(state: StepState) -> str:
    """Return a step's state in a word."""
    return {
        StepState.OPEN: translate("Facts", "Open"),
        StepState.DONE: translate("Facts", "Done"),
        StepState.SKIPPED: translate("Facts", "Skipped"),
    }[state]


class Cards:
    """Makes cards from the facts of a case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def glance(self, sheet: Sheet) -> list[Card]:
        """Return the cards for what is asked most: demands, numbers, money, people. Empty ones are left out."""
        cards = []
        if sheet.demands:
            cards.append(self._demands(sheet.demands))
        if sheet.references:
            cards.append(self._references(sheet.references))
        if sheet.amounts:
            cards.append(self._titled("wallet", translate("Facts", "Amounts"), PairGrid(sheet.amounts)))
        if sheet.people:
            cards.append(self._people(sheet.people))
        return cards

    def step(self, facts: StepFacts) -> Card:
        """Return the card of a step that has something in it."""
        card = Card(margin=L)
        head = self._head(facts.icon, facts.name)
        head_row = row(gap=S)
        head_row.addWidget(head, 1)
        head_row.addWidget(Chip(state_text(facts.state), _TONES[facts.state]))
        head_row.addWidget(self._edit(facts))
        card.body.addLayout(head_row)
        for one in facts.rounds:
            self._add_round(card, one, len(facts.rounds))
        if facts.missing:
            missing = translate("Facts", "Not filled in yet: {fields}").format(fields=_listed(facts.missing))
            card.body.addWidget(PlainLabel(missing, "caption", wrap=True))
        return card

    def untouched(self, steps: list[StepFacts]) -> Card:
        """Return one card for all steps in which nothing is recorded."""
        names, flow = flow_row(gap=XS)
        for facts in steps:
            flow.addWidget(button(menu_text(facts.name), self._opener(facts.key), kind="quiet"))
        return self._titled("circle-dashed", translate("Facts", "Nothing recorded yet"), names)

    def _add_round(self, card: Card, one: Round, rounds: int) -> None:
        if rounds > 1:
            card.body.addWidget(PlainLabel(translate("Facts", "Round {n}").format(n=one.number), "overline"))
        if one.pairs:
            card.body.addWidget(PairGrid(one.pairs))
        if one.ending:
            card.body.addWidget(PlainLabel(one.ending, "accent", wrap=True))

    def _demands(self, demands: tuple[str, ...]) -> Card:
        inside = QWidget()
        box = column(inside, gap=S)
        for number, demand in enumerate(demands, 1):
            line = row(gap=S)
            mark = PlainLabel(f"{number}.", "accent")
            line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(PlainLabel(demand, wrap=True).let_select(), 1)
            box.addLayout(line)
        return self._titled("flag", translate("Facts", "What you ask for"), inside)

    def _references(self, references: tuple[Reference, ...]) -> Card:
        inside = QWidget()
        box = column(inside, gap=XS)
        for one in reversed(references):
            origin = " · ".join(part for part in (one.by, one.given_on) if part)
            box.addWidget(self._copied(one.number, origin, one.number))
        return self._titled("hash", translate("Facts", "Reference numbers"), inside)

    def _people(self, people: tuple[Contact, ...]) -> Card:
        inside = QWidget()
        box = column(inside, gap=S)
        for person in people:
            name = "  ".join(part for part in (person.name, person.role) if part)
            box.addWidget(self._copied(name or person.phone, person.phone if name else "", person.phone))
        return self._titled("users", translate("Facts", "People"), inside)

    def _copied(self, head: str, caption: str, copied: str) -> QWidget:
        """A line with a smaller one under it, and a button that copies what is worth copying of it."""
        inside = QWidget()
        line = row(inside, gap=S)
        words = column(gap=0)
        words.addWidget(PlainLabel(head, "label", wrap=True).let_select())
        if caption:
            words.addWidget(PlainLabel(caption, "caption", wrap=True).let_select())
        line.addLayout(words, 1)

        def copy() -> None:
            QApplication.clipboard().setText(copied)
            self._desk.toasts.show(translate("Facts", "Copied"))

        if copied:
            name = translate("Facts", "Copy {text}").format(text=copied)
            line.addWidget(icon_button(name, self._desk.icon("copy"), copy), 0, Qt.AlignmentFlag.AlignTop)
        return inside

    def _titled(self, icon: str, title: str, inside: QWidget) -> Card:
        card = Card(margin=L)
        card.body.addWidget(self._head(icon, title))
        card.body.addWidget(inside)
        card.body.addStretch(1)
        return card

    def _head(self, icon: str, title: str) -> QWidget:
        head = QWidget()
        line = row(head, gap=S)
        picture = PlainLabel()
        side = self._desk.theme.px(18)
        picture.setPixmap(self._desk.icon(icon, self._desk.theme.colours.accent_text).pixmap(QSize(side, side)))
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(PlainLabel(title, "strong", wrap=True), 1)
        return head

    def _edit(self, facts: StepFacts) -> QWidget:
        made = button(translate("Facts", "Edit"), self._opener(facts.key), kind="quiet")
        made.setAccessibleName(translate("Facts", "Edit {step}").format(step=facts.name))
        return made

    def _opener(self, step_key: str) -> Callable[[], None]:
        return lambda: self._desk.bus.asked.emit("step", step_key)


def _listed(names: tuple[str, ...]) -> str:
    return translate("Facts", ", ").join(names)
