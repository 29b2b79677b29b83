"""A step that is done or skipped, and the rounds before: what was recorded, to be read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from walletcase.domain.case import CaseRecord
from walletcase.domain.flow.machine import NextKind, SettledRound, StepState
from walletcase.domain.flow.playbook import Step
from walletcase.ui.look.tokens import S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.fold import Fold
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card
from walletcase.ui.widgets.values import ValueList
from walletcase.ui.wizard.steps import earlier_rounds, moment, next_of, pairs_of


def ending(step: Step, state: StepState, outcome: str, reason: str, language: str) -> str:
    """Return how a round ended, in one line."""
    if state is StepState.SKIPPED:
        return translate("Wizard", "Skipped: {reason}").format(reason=reason)
    chosen = step.outcome(outcome)
    return chosen.text.get(language) if chosen else translate("Wizard", "Done")


class SettledCard(Card):
    """How the step ended, what comes next, and the ways back in."""

    reopen_wanted = Signal()
    repeat_wanted = Signal()
    step_wanted = Signal(str)

    def __init__(self, desk: Desk, record: CaseRecord, step: Step) -> None:
        mine = record.flow.record(step.key)
        is_done = mine.state is StepState.DONE
        super().__init__("ok" if is_done else "true", gap=S)
        word = translate("Wizard", "Done on {when}") if is_done else translate("Wizard", "Skipped on {when}")
        said = ending(step, mine.state, mine.outcome, "", desk.language) if is_done else mine.reason
        self.body.addWidget(PlainLabel(word.format(when=moment(mine.settled_at)), "caption", wrap=True))
        self.body.addWidget(PlainLabel(said, "heading", wrap=True))
        self.next_button = self._next(desk, record, step)
        self.reopen_button = button(translate("Wizard", "Reopen to correct"), self.reopen_wanted.emit)
        again = translate("Wizard", "Record again")
        self.repeat_button = button(again, self.repeat_wanted.emit, icon=desk.icon("repeat"))
        self.repeat_button.setVisible(step.repeatable and is_done)
        buttons, flow = flow_row()
        for one in (self.next_button, self.repeat_button, self.reopen_button):
            if one is not None:
                flow.addWidget(one)
        self.body.addWidget(buttons)

    def _next(self, desk: Desk, record: CaseRecord, step: Step) -> QPushButton | None:
        action = next_of(record, desk.services.clock.today())
        if action.kind is NextKind.FINISHED:
            over = translate("Wizard", "The case is closed. Nothing is left to do.")
            self.body.addWidget(PlainLabel(over, wrap=True))
            return None
        name = record.playbook.by_key[action.step_key].name.get(desk.language)
        if action.kind is NextKind.WAIT:
            text = translate("Wizard", "Nothing to do until {date}; then: {step}").format(date=action.on, step=name)
        else:
            text = translate("Wizard", "Next: {step}").format(step=name)
        self.body.addWidget(PlainLabel(text, wrap=True))
        if action.step_key == step.key:
            return None
        go_on = translate("Wizard", "Go on")
        return button(go_on, lambda: self.step_wanted.emit(action.step_key), kind="primary")


class ValuesCard(Card):
    """What is written in a settled step."""

    def __init__(self, desk: Desk, record: CaseRecord, step: Step) -> None:
        super().__init__()
        pairs = pairs_of(record, step, record.flow.record(step.key).round, desk.language)
        self.body.addWidget(PlainLabel(translate("Wizard", "What is recorded"), "heading", wrap=True))
        if pairs:
            self.body.addWidget(ValueList(pairs))
        else:
            self.body.addWidget(PlainLabel(translate("Wizard", "No field was filled in."), "muted", wrap=True))


class EarlierCard(Card):
    """The rounds before this one."""

    def __init__(self, desk: Desk, record: CaseRecord, step: Step) -> None:
        super().__init__(gap=S)
        self.body.addWidget(PlainLabel(translate("Wizard", "Earlier rounds"), "strong", wrap=True))
        self.folds = [self._fold(desk, record, step, one) for one in earlier_rounds(record, step.key)]
        for fold in self.folds:
            self.body.addWidget(fold)

    def _fold(self, desk: Desk, record: CaseRecord, step: Step, one: SettledRound) -> Fold:
        title = translate("Wizard", "Round {n} · {when}").format(n=one.round, when=moment(one.settled_at))
        fold = Fold(title, (desk.icon("chevron-right"), desk.icon("chevron-down")))
        said = ending(step, one.state, one.outcome, one.reason, desk.language)
        fold.body.addWidget(PlainLabel(said, "label", wrap=True))
        fold.body.addWidget(ValueList(pairs_of(record, step, one.round, desk.language)))
        return fold
