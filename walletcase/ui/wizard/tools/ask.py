"""Asking for progress: words with the reference number, and the day to ask again."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from walletcase.domain.case import CaseRecord
from walletcase.domain.due.followup import follow_up_of
from walletcase.domain.flow.playbook import Role, Step
from walletcase.domain.letter import plain_text
from walletcase.domain.writing.gaps import marks_in
from walletcase.services.letters import Composed
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.wizard.tools.base import Hands, ToolCard
from walletcase.ui.wizard.tools.doors import DoorView, doors_of_step

WORDS = "progress"
_LATER = (3, 7, 15)  # days on the buttons; any other day goes into the field


class AskCard(ToolCard):
    """What is awaited, what to say, when to ask next."""

    def __init__(self, desk: Desk, record: CaseRecord, step: Step, hands: Hands) -> None:
        super().__init__(desk, record, step, hands, tone="accent")
        self.heading(translate("Tools", "What to ask"), "message-circle")
        waiting = follow_up_of(record)
        self.state = PlainLabel(self._state_text(waiting.awaited_on, waiting.late_after), "strong", wrap=True)
        self.body.addWidget(self.state)
        for door in doors_of_step(record, step)[:1]:
            self.body.addWidget(DoorView(desk, door, self.copy, with_does=False))
        self.words = PlainLabel("", wrap=True).let_select()
        self.words.setAccessibleName(translate("Tools", "What to ask"))
        self.body.addWidget(self.words)
        if not record.reference:
            self.body.addWidget(Chip(translate("Tools", "No reference number on record yet"), "warn"))
        self.copy_button = self.copier(translate("Tools", "Copy words"), self.words.text)
        self.button_row((self.copy_button,))
        self._add_days()
        self._read()

    def _state_text(self, awaited_on: str, late_after: str) -> str:
        if late_after and late_after < self.today:
            return translate("Tools", "The answer was due by {date}, and is late.").format(date=late_after)
        if awaited_on and awaited_on < self.today:
            text = translate("Tools", "The answer was due by {due}; it is late only after {late}. You may ask now.")
            return text.format(due=awaited_on, late=late_after)
        if awaited_on:
            text = translate("Tools", "An answer is expected by {date}. Asking before is allowed.")
            return text.format(date=awaited_on)
        return translate("Tools", "Nobody has promised an answer for a day yet: ask for one.")

    def _add_days(self) -> None:
        line, flow = flow_row()
        flow.addWidget(PlainLabel(translate("Tools", "Ask again in"), "label"))
        self.days = []
        for days in _LATER:
            text = translate("Tools", "%n day(s)", "", days)
            one = button(text, partial(self.ask_again, days), kind="quiet", icon=self.desk.icon("bell"))
            one.setAccessibleName(translate("Tools", "Remind me to ask again in %n day(s)", "", days))
            flow.addWidget(one)
            self.days.append(one)
        self.body.addWidget(line)

    def ask_again(self, days: int) -> None:
        """Write down when to ask again."""
        self.put(Role.REMIND_ON, (date.fromisoformat(self.today) + timedelta(days=days)).isoformat())
        field = self.field(Role.REMIND_ON)
        if field is not None:
            self.hands.go_to(field.key)

    def _read(self) -> None:
        letters, case_id, language = self.desk.services.letters, self.record.case.id, self.desk.language

        def show(made: Composed) -> None:
            self.words.setText(_spoken(plain_text(made.body)))

        self.desk.read(self, lambda: letters.text_of(case_id, WORDS, language), show)


def _spoken(text: str) -> str:
    """Words to say: a number that nobody gave yet is said to be missing."""
    for mark in reversed(marks_in(text)):
        text = text[: mark.start] + translate("Tools", "(not received yet)") + text[mark.end :]
    return text
