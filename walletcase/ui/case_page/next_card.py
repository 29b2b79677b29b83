"""The one next action, said in a sentence with one button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout

from walletcase.domain.case import CaseRecord
from walletcase.domain.due.followup import FollowUp, follow_up_of
from walletcase.domain.flow.machine import NextAction, NextKind
from walletcase.ui.look.tokens import XS, L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, column, row

_TONES = {
    NextKind.CHASE: "danger",
    NextKind.ACT_BY: "warn",
    NextKind.WAIT: "true",
    NextKind.DO_STEP: "accent",
    NextKind.FINISHED: "ok",
}


class NextCard(Card):
    """``wanted`` carries the key of the step to open, "" for the dossier of a finished case."""

    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__("accent", gap=XS)
        self._desk = desk
        self._step = ""
        self._over = PlainLabel("", "overline")
        self._heading = PlainLabel("", "heading", wrap=True)
        self._more = PlainLabel("", "muted", wrap=True)
        self.go_button = button("", lambda: self.wanted.emit(self._step), kind="primary")
        self._words_box = column(gap=0)
        for label in (self._over, self._heading, self._more):
            self._words_box.addWidget(label)
        line = row(gap=L)
        line.addLayout(self._words_box, 1)
        line.addWidget(self.go_button)
        self.body.addLayout(line)
        self._compact = self._tight = self._insists = False
        self.set_compact(False)

    def set_compact(self, compact: bool, *, slim: bool = False, tiny: bool = False) -> None:
        """Leave the explanation out where the window is low, and all but the action itself where it is very low.

        ``slim``: what kind of action it is stands before it in one line.
        """
        self._compact, self._tight = compact, slim or tiny
        self._show_more()
        self._over.setVisible(not tiny)
        way = QBoxLayout.Direction.LeftToRight if slim else QBoxLayout.Direction.TopToBottom
        self._words_box.setDirection(way)
        self._words_box.setSpacing(M if slim else 0)
        self._words_box.setStretch(1, 1 if slim else 0)
        edge = XS if slim else S if compact else M
        self.body.setContentsMargins(L, edge, L if not slim else S, edge)

    def show_action(self, record: CaseRecord, action: NextAction) -> None:
        """Show what comes next."""
        self._step = action.step_key
        step = record.playbook.by_key.get(action.step_key)
        name = step.name.get(self._desk.language) if step else ""
        absent = record.playbook.is_stand_in
        over, heading, more, verb = self._absent_words() if absent else self._words(record, action, name)
        is_between = action.kind is NextKind.WAIT and _is_due_not_late(follow_up_of(record), action)
        self._over.setText(over)
        self._heading.setText(heading)
        self._more.setText(more)
        self._insists = action.kind in (NextKind.CHASE, NextKind.ACT_BY) or is_between
        self._show_more()
        self.go_button.setText(verb)
        self.setProperty("card", "warn" if absent else _TONES[action.kind])
        self._over.setProperty("role", "danger" if action.kind is NextKind.CHASE else "overline")
        for widget in (self, self._over):
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def _show_more(self) -> None:
        """The reason, where there is room for it; what presses keeps it as long as a line is left."""
        room = not self._compact or (self._insists and not self._tight)
        self._more.setVisible(room and bool(self._more.text()))

    def _why_wait(self, waiting: FollowUp, action: NextAction) -> str:
        """What the waiting is for: an answer, the days in which it is due but not late yet, one's own reminder, or that
        what was agreed is done.
        """
        if action.on == waiting.own_on:
            return translate("NextCard", "What was agreed is to be done by then. Note the day when it was.")
        if action.on == waiting.remind_on and action.on != waiting.awaited_on:
            return translate("NextCard", "You wanted to ask again then. If they contact you, record it.")
        if _is_due_not_late(waiting, action):
            text = translate("NextCard", "The answer was due by {due}, but is late only after {late}. You may ask now.")
            return text.format(due=waiting.awaited_on, late=action.on)
        return translate("NextCard", "An answer is expected by then. If they contact you, record it.")

    def _absent_words(self) -> tuple[str, str, str, str]:
        text = translate("NextCard", "Until then the case can be read, but not changed.")
        heading = translate("NextCard", "Add the playbook of this case again")
        return translate("NextCard", "Next step"), heading, text, translate("NextCard", "Playbooks…")

    def _words(self, record: CaseRecord, action: NextAction, name: str) -> tuple[str, str, str, str]:
        now = translate("NextCard", "Do it now")
        if action.kind is NextKind.FINISHED:
            text = translate("NextCard", "All steps are settled. You can print the record.")
            if record.flow.is_closed:
                text = translate("NextCard", "The case is closed. You can print the record.")
            verb = translate("NextCard", "Open the dossier")
            return translate("NextCard", "Done"), translate("NextCard", "Nothing left to do"), text, verb
        if action.kind is NextKind.WAIT:
            waiting = follow_up_of(record)
            heading = translate("NextCard", "Nothing to do until {date}").format(date=action.on)
            if _is_due_not_late(waiting, action):
                heading = translate("NextCard", "Due, not late yet: you may ask now")
            text = self._why_wait(waiting, action)
            return translate("NextCard", "Waiting"), heading, text, translate("NextCard", "Look at the step")
        if action.kind is NextKind.CHASE:
            text = translate("NextCard", "The answer was expected by {date} and none is recorded.")
            if record.flow.is_closed:
                text = translate("NextCard", "What was agreed was due on {date}; nothing says that it was done.")
            return translate("NextCard", "Overdue"), name, text.format(date=action.on), now
        if action.kind is NextKind.ACT_BY:
            text = translate("NextCard", "A term of your own ends on {date}. Do this by then.")
            return translate("NextCard", "Your own term"), name, text.format(date=action.on), now
        return translate("NextCard", "Next step"), name, "", now  # what it is for stands at the head of its page


def _is_due_not_late(waiting: FollowUp, action: NextAction) -> bool:
    """Whether the date is past on which an answer was due, and the one is not after which it is late."""
    return bool(waiting.awaited_on) and waiting.awaited_on < action.on != waiting.remind_on
