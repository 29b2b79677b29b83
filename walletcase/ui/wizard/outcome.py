"""How a step ended: the choice, the promised date, what is still empty, and the way to skip it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from walletcase.domain.flow.playbook import Field, FieldKind, Role, Step
from walletcase.domain.text import Text
from walletcase.ui.look.tokens import M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, column
from walletcase.ui.widgets.tips import menu_text
from walletcase.ui.wizard.fields_base import Line
from walletcase.ui.wizard.fields_box import FieldBox
from walletcase.ui.wizard.options import OptionGroup


@dataclass(slots=True)
class Intent:
    """What the person has chosen but not carried out: it outlives a look at another step."""

    outcome: str = ""
    reason: str = ""
    is_skipping: bool = False
    memory: dict[str, str] = field(default_factory=dict)  # what the step's tools keep meanwhile


class MissingNotice(QWidget):
    """Names required fields that are empty. ``wanted`` carries the key of the one to go to."""

    wanted = Signal(str)

    def __init__(self, step: Step, language: str) -> None:
        super().__init__()
        box = column(self, gap=0)
        text = translate("Wizard", "Still empty, and usually asked for. You can finish without it:")
        box.addWidget(PlainLabel(text, "muted", wrap=True))
        widget, flow = flow_row()
        box.addWidget(widget)
        self.links: dict[str, QPushButton] = {}
        for one in step.fields:
            if one.required:
                name = one.label.get(language)
                link = button(menu_text(name), partial(self.wanted.emit, one.key), kind="link")
                link.setAccessibleName(translate("Wizard", "Go to: {field}").format(field=name))
                flow.addWidget(link)
                self.links[one.key] = link
        self.hide()

    def put(self, fields: Sequence[Field]) -> None:
        """Show these, or nothing."""
        keys = {one.key for one in fields}
        for key, link in self.links.items():
            link.setVisible(key in keys)
        self.setVisible(bool(keys))


class SkipPanel(QWidget):
    """Asks why a step is skipped. ``wanted`` carries the reason."""

    wanted = Signal(str)
    cancelled = Signal()
    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        box = column(self, gap=S)
        label = PlainLabel(translate("Wizard", "Why is this step skipped?"), "label", wrap=True)
        self.reason = Line(label.text())
        label.setBuddy(self.reason)
        self.reason.setPlaceholderText(translate("Wizard", "For example: solved by phone already"))
        self.skip_button = button(translate("Wizard", "Skip this step"), self._skip, kind="primary")
        self.back_button = button(translate("Wizard", "Keep it open"), self.cancelled.emit, kind="quiet")
        buttons, flow = flow_row()
        flow.addWidget(self.skip_button)
        flow.addWidget(self.back_button)
        for widget in (label, self.reason, buttons):
            box.addWidget(widget)
        self.reason.textChanged.connect(self._judge)
        self.reason.textEdited.connect(self.edited)
        self.reason.returnPressed.connect(self._skip)
        self._judge()

    def _judge(self) -> None:
        is_given = bool(self.reason.text().strip())
        self.skip_button.setEnabled(is_given)
        self.skip_button.setToolTip("" if is_given else translate("Wizard", "Write a reason first"))

    def _skip(self) -> None:
        if self.reason.text().strip():
            self.wanted.emit(self.reason.text())


def _date_field(step: Step) -> Field:
    promised = step.field_with_role(Role.PROMISED_ON)
    name = translate("Wizard", "Answer promised by")
    hint = translate("Wizard", "The waiting counts up to this day. You can add it later.")
    return Field("outcome_date", FieldKind.DATE, promised.label if promised else Text(name, name), Text(hint, hint))


class OutcomeCard(Card):
    """The end of an open step. ``finish_wanted`` carries the outcome's key; ``skip_wanted`` the reason.

    ``date_edited`` carries the promised date as typed: it is the same value as the step's own promise field.
    """

    finish_wanted = Signal(str)
    skip_wanted = Signal(str)
    date_edited = Signal(str)
    date_left = Signal()
    field_wanted = Signal(str)

    def __init__(self, desk: Desk, step: Step, intent: Intent) -> None:
        super().__init__(gap=M)
        self._step = step
        self._intent = intent
        head = translate("Wizard", "How did this step end?")
        self.body.addWidget(PlainLabel(head, "heading", wrap=True))
        self.group = OptionGroup(desk.theme, [(o.key, o.text.get(desk.language)) for o in step.outcomes])
        self.group.setParent(self)
        options = column(gap=S)
        for option in self.group.options.values():
            options.addWidget(option)
        self.body.addLayout(options)
        self.date = FieldBox(_date_field(step), desk)
        self.notice = PlainLabel("", "warn", wrap=True)
        self.notice.hide()
        self.missing = MissingNotice(step, desk.language)
        for widget in (self.date, self.notice, self.missing):
            self.body.addWidget(widget)
        self._add_buttons(desk)
        self.group.picked.connect(self._pick)
        self.date.edited.connect(lambda: self.date_edited.emit(self.date.input.text()))
        self.date.left.connect(self.date_left)
        self.missing.wanted.connect(self.field_wanted)
        self._restore()

    def put_date(self, text: str) -> None:
        """Show the promised date as it stands in the form."""
        if self.date.input.text() != text:
            self.date.put(text)

    def choose(self, key: str) -> None:
        """Choose an outcome for the person."""
        self.group.choose(key)
        self._pick(key)

    def finish(self) -> None:
        """Ask for the step to be finished, once it is said how it ended."""
        if not self.group.key:
            self.notice.setText(translate("Wizard", "Please choose how it ended; then it can be recorded."))
            self.notice.show()
            self.group.first().setFocus()
            return
        self.finish_wanted.emit(self.group.key)

    def _add_buttons(self, desk: Desk) -> None:
        done = self._step.done_label.get(desk.language) if self._step.done_label else translate("Wizard", "Mark done")
        self.done_button = button(done, self.finish, kind="primary")
        self.skip_button = button(translate("Wizard", "Skip…"), self._ask_why, kind="quiet")
        self.buttons, flow = flow_row()
        flow.addWidget(self.done_button)
        flow.addWidget(self.skip_button)
        self.skipping = SkipPanel()
        self.skipping.wanted.connect(self.skip_wanted)
        self.skipping.cancelled.connect(self._keep_open)
        self.skipping.edited.connect(self._keep_reason)
        self.body.addWidget(self.buttons)
        self.body.addWidget(self.skipping)

    def _restore(self) -> None:
        if len(self._step.outcomes) == 1:
            self._intent.outcome = self._step.outcomes[0].key
        self.group.choose(self._intent.outcome)
        self.skipping.reason.setText(self._intent.reason)
        self._show_parts()

    def _pick(self, key: str) -> None:
        self._intent.outcome = key
        self.notice.hide()
        self._show_parts()

    def _show_parts(self) -> None:
        chosen = self._step.outcome(self._intent.outcome)
        self.date.setVisible(chosen is not None and chosen.needs_date)
        self.skipping.setVisible(self._intent.is_skipping)
        self.buttons.setVisible(not self._intent.is_skipping)

    def _ask_why(self) -> None:
        self._intent.is_skipping = True
        self._show_parts()
        self.skipping.reason.setFocus()

    def _keep_open(self) -> None:
        self._intent.is_skipping = False
        self._show_parts()
        self.skip_button.setFocus()

    def _keep_reason(self, text: str) -> None:
        self._intent.reason = text
