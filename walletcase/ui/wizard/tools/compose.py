"""The complaint text for a form: composed from the facts, counted against the form's limit, copied, frozen."""

from __future__ import annotations

from functools import partial

from walletcase.domain.case import CaseRecord
from walletcase.domain.flow.playbook import Role, Step
from walletcase.domain.letter import plain_text
from walletcase.domain.rules.pack import Door
from walletcase.domain.writing.gaps import marks_in
from walletcase.services.changes import Changes
from walletcase.services.letters import Composed
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.tips import menu_text
from walletcase.ui.wizard.fields_base import remark
from walletcase.ui.wizard.fields_choice import CalmCombo
from walletcase.ui.wizard.fields_long import GrowingText
from walletcase.ui.wizard.tools.base import Hands, ToolCard
from walletcase.ui.wizard.tools.doors import DoorView, doors_of_step

FORM_TEXT = "online"
_LINES = 5


class ComposeCard(ToolCard):
    """``text`` may be edited before it is copied; what was submitted goes into the step and is kept frozen."""

    def __init__(self, desk: Desk, record: CaseRecord, step: Step, hands: Hands) -> None:
        super().__init__(desk, record, step, hands, tone="accent")
        more = translate(
            "Tools", "Composed from the facts. Read it, change what you like, then copy it into the form."
        )
        self.heading(translate("Tools", "Complaint text"), "file-text", more)
        self.made: Composed | None = None
        self.doors = doors_of_step(record, step)
        self._add_doors()
        self.text = GrowingText(_LINES)
        self.text.setAccessibleName(translate("Tools", "Complaint text"))
        self.text.textChanged.connect(self._count)
        self.body.addWidget(self.text)
        self.count = PlainLabel("", "caption", wrap=True)
        self.body.addWidget(self.count)
        self.gap_row, self._gap_flow = flow_row()
        self.body.addWidget(self.gap_row)
        self.copy_button = self.copier(translate("Tools", "Copy text"), self.text.toPlainText, "primary")
        self.again_button = button(
            translate("Tools", "Compose again"), self.compose, kind="quiet", icon=desk.icon("repeat")
        )
        self.freeze_button = button(translate("Tools", "I have submitted this"), self.freeze)
        self.check_button = self.checker(self.doors[0].kind.value if self.doors else "")
        self.button_row((self.copy_button, self.freeze_button, self.again_button, self.check_button))
        self.said_frozen = PlainLabel("", "ok", wrap=True)
        self.said_frozen.hide()
        self.body.addWidget(self.said_frozen)
        self.compose()

    @property
    def door(self) -> Door | None:
        """The door that is chosen."""
        return self.doors[self.choice.currentIndex()] if self.doors else None

    def compose(self) -> None:
        """Compose the text anew for the door chosen."""
        letters, case_id, language = self.desk.services.letters, self.record.case.id, self.desk.language
        key = self.door.key if self.door else ""

        def show(made: Composed) -> None:
            self.made = made
            self.text.setPlainText(plain_text(made.body))
            self._count()

        self.desk.read(self, lambda: letters.text_of(case_id, FORM_TEXT, language, key), show)

    def freeze(self) -> None:
        """Keep exactly this text as what was submitted, and write it into the step."""
        made, body = self.made, self.text.toPlainText().strip()
        if made is None or not body:
            return
        letters, case_id = self.desk.services.letters, self.record.case.id
        via = self.step.channel_for({field.key: self.hands.text(field.key) for field in self.step.fields})

        def store() -> Changes:
            return letters.file_sent(case_id, made, body, via, with_contact=False)[1]

        def done() -> None:
            now = self.desk.services.clock.now()
            self.put(Role.SUBMITTED_TEXT, body)
            if not self.said(Role.OCCURRED_ON):
                self.put(Role.OCCURRED_ON, now.date().isoformat())
                self.put(Role.OCCURRED_AT, now.strftime("%H:%M"))
            self.said_frozen.setText(translate("Tools", "Kept unchanged among the letters, with its checksum."))
            self.said_frozen.show()

        self.desk.change(self.desk.bus, store, done)

    def _add_doors(self) -> None:
        self.choice = CalmCombo()
        self.choice.setSizeAdjustPolicy(CalmCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(12)
        self.choice.setAccessibleName(translate("Tools", "Where it is filed"))
        for door in self.doors:
            self.choice.addItem(door.name.get(self.desk.language), door.key)
        self.choice.setVisible(len(self.doors) > 1)
        self.body.addWidget(self.choice)
        self.views = [DoorView(self.desk, door, self.copy) for door in self.doors]
        for view in self.views:
            self.body.addWidget(view)
        self.choice.activated.connect(self._switch)
        self._show_door()

    def _switch(self) -> None:
        self._show_door()
        self.compose()

    def _show_door(self) -> None:
        for view in self.views:
            view.setVisible(view.door is self.door)

    def _count(self) -> None:
        text = self.text.toPlainText()
        limit = self.made.char_limit if self.made else 0
        too_long = bool(limit) and len(text) > limit
        if limit:
            said = translate("Tools", "{n} of {limit} characters").format(n=len(text), limit=limit)
        else:
            unknown = translate("Tools", "How many this form takes is not known: see the page itself.")
            said = translate("Tools", "%n character(s).", "", len(text)) + " " + unknown
        if too_long:
            said = translate("Tools", "{n} of {limit} characters: too long by {more}").format(
                n=len(text), limit=limit, more=len(text) - limit
            )
        self.count.setText(said)
        remark(self.count, "role", "danger" if too_long else "caption")
        self._show_gaps(text)

    def _show_gaps(self, text: str) -> None:
        while (item := self._gap_flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        marks = list(dict.fromkeys(mark.name for mark in marks_in(text) if mark.name))
        places = {gap.mark.name: gap.place for gap in self.made.gaps} if self.made else {}
        for name in marks:
            place = places.get(name)
            go = partial(self.desk.bus.asked.emit, place.tab, place.item) if place else self.text.setFocus
            link = button(menu_text(translate("Tools", "Still missing: {what}").format(what=name)), go, kind="link")
            self._gap_flow.addWidget(link)
        self.gap_row.setVisible(bool(marks))
        for one in (self.copy_button, self.freeze_button) if hasattr(self, "freeze_button") else ():
            one.setEnabled(not marks)
            one.setToolTip(translate("Tools", "Fill in what is missing first") if marks else "")
