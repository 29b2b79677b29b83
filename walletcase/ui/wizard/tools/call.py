"""Hotline coach: the number, what to say, a timer, what to ask; Ctrl+Enter hangs up and records it all at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.due.followup import chase_step
from walletcase.domain.fields import problem_with
from walletcase.domain.flow.playbook import Field, FieldKind, Role, Step
from walletcase.domain.letter import plain_text
from walletcase.services.letters import Composed
from walletcase.ui.look.tokens import XS, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.fold import Fold
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column
from walletcase.ui.wizard.fields_choice import is_short
from walletcase.ui.wizard.options import Option, Tick
from walletcase.ui.wizard.tools.base import Hands, ToolCard, icons_of, show_letter
from walletcase.ui.wizard.tools.doors import DoorView, doors_of_step
from walletcase.ui.wizard.tools.quick import QuickForm

SCRIPT = "hotline"
_STARTED = "call_started"
_ASKED = (Role.COUNTERPART, Role.REFERENCE, Role.PROMISE, Role.PROMISED_ON)


def asked_fields(step: Step, language: str) -> tuple[Field, ...]:
    """Return what to ask in a call: number of staff and case, promise and date, short choices; the note comes last."""
    fields = [step.field_with_role(role) for role in _ASKED]
    fields += [f for f in step.fields if f.kind is FieldKind.CHOICE and not f.role and is_short(f, language)]
    fields.append(step.field_with_role(Role.SUMMARY))
    return tuple(field for field in fields if field is not None)


def clock_text(seconds: int) -> str:
    """Return a length of time as on a phone: 08:12, 1:08:12."""
    minutes, rest = divmod(max(0, seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"


class CallCard(ToolCard):
    """``calling`` says whether a call is on: the page hides the form meanwhile."""

    calling = Signal(bool)

    def __init__(self, desk: Desk, record: CaseRecord, step: Step, hands: Hands) -> None:
        super().__init__(desk, record, step, hands, tone="accent")
        more = translate("Tools", "Dial on your phone. Keep this page open: it says what to say and what to ask.")
        head = self.heading(translate("Tools", "Call assistant"), "phone", more)
        self.timer_text = PlainLabel("00:00", "display")
        self.timer_text.setAccessibleName(translate("Tools", "Length of the call"))
        head.addWidget(self.timer_text)
        doors = [door for door in doors_of_step(record, step) if door.number or door.kind.value == "hotline"]
        self.doors = [DoorView(desk, door, self.copy) for door in doors]
        self._add_doors()
        self.script = Fold(translate("Tools", "What to say"), icons_of(self.desk))
        self.script.body.setSpacing(XS)
        self.words = ""
        self.body.addWidget(self.script)
        self._add_asking()
        self._add_buttons()
        self._ticker = QTimer(self)
        self._ticker.setInterval(1000)
        self._ticker.timeout.connect(self._show_time)
        self._read_script()
        self._show_state()

    def _add_doors(self) -> None:
        """The first number is the one to dial; the others are folded away."""
        first, rest = self.doors[:1], self.doors[1:]
        self.numbers = QWidget()
        box = column(self.numbers, gap=S)
        for view in first:
            box.addWidget(view)
        if rest:
            fold = Fold(translate("Tools", "Other numbers (%n)", "", len(rest)), icons_of(self.desk))
            for view in rest:
                fold.body.addWidget(view)
            box.addWidget(fold)
        self.body.addWidget(self.numbers)

    @property
    def is_calling(self) -> bool:
        """Whether a call is on."""
        return _STARTED in self.hands.memory

    def start(self) -> None:
        """Start the timer; day, time and number are written down."""
        now = self.desk.services.clock.now()
        self.hands.memory[_STARTED] = now.isoformat(timespec="seconds")
        self.put(Role.OCCURRED_ON, now.date().isoformat())
        self.put(Role.OCCURRED_AT, now.strftime("%H:%M"))
        number = next((view.door.number for view in self.doors if view.door.number), "")
        if number and not self.said(Role.DIALLED):
            self.put(Role.DIALLED, number)
        self._show_state()
        self.quick.go_to(next(iter(self.quick.boxes)))

    def stop(self) -> None:
        """Stop the timer and write down how long it took; nothing else is recorded."""
        if self.is_calling:
            self.put(Role.DURATION, clock_text(self._seconds()))
            del self.hands.memory[_STARTED]
            self._show_state()

    def record_call(self) -> None:
        """Hang up and record: contact, promise and reminder in one piece."""
        self.stop()
        self._guess_outcome()
        self.hands.finish()

    def wants_enter(self) -> bool:
        """During a call Ctrl+Enter hangs up and records."""
        return self.is_calling

    def enter(self) -> None:
        """Hang up and record."""
        self.record_call()

    def follow(self, field_key: str) -> None:
        """Keep the fields shown twice in line, and the reminder with the promised day."""
        self.quick.follow(field_key)
        self._show_reminder()

    def extra(self) -> Mapping[str, str]:
        """Return the day to ask again, if one is wanted and nothing is promised."""
        field = self._remind_field()
        wanted = field is not None and self.remind.isChecked() and not self.remind_option.isHidden()
        return {field.key: self._remind_on()} if field is not None and wanted else {}

    def _add_asking(self) -> None:
        self.asking = QWidget()
        box = column(self.asking, gap=M)
        box.addWidget(PlainLabel(translate("Tools", "Ask, and write down at once"), "strong", wrap=True))
        self.quick = QuickForm(asked_fields(self.step, self.desk.language), self.desk, self.hands)
        box.addWidget(self.quick)
        self.remind = Tick(self.desk.theme)
        self.remind.setChecked(True)
        text = translate("Tools", "Nothing promised: remind me to ask again on {date}").format(date=self._remind_on())
        self.remind_option = Option(self.remind, text, boxed=False)
        box.addWidget(self.remind_option)
        self.body.addWidget(self.asking)

    def _add_buttons(self) -> None:
        self.start_button = button(
            translate("Tools", "Start call"),
            self.start,
            kind="primary",
            icon=self.desk.icon("phone", self.desk.theme.colours.on_accent),
        )
        self.record_button = button(translate("Tools", "Hang up and record"), self.record_call, kind="primary")
        self.record_button.setToolTip("Ctrl+Enter")
        self.stop_button = button(translate("Tools", "Hang up only"), self.stop, kind="quiet")
        self.copy_button = self.copier(translate("Tools", "Copy what to say"), lambda: self.words, "quiet")
        self.button_row((self.start_button, self.record_button, self.stop_button, self.copy_button))
        self.hint = PlainLabel(translate("Tools", "Ctrl+Enter hangs up and records it"), "caption", wrap=True)
        self.body.addWidget(self.hint)

    def _show_state(self) -> None:
        on = self.is_calling
        self.asking.setVisible(on)
        self.timer_text.setVisible(on)
        for widget in (self.start_button, self.numbers):
            widget.setVisible(not on)
        for widget in (self.record_button, self.stop_button, self.hint):
            widget.setVisible(on)
        if on:
            self.script.head.setChecked(True)
            self._ticker.start()
            self._show_time()
        else:
            self._ticker.stop()
        self._show_reminder()
        self.calling.emit(on)

    def _show_time(self) -> None:
        self.timer_text.setText(clock_text(self._seconds()))

    def _seconds(self) -> int:
        began = datetime.fromisoformat(self.hands.memory.get(_STARTED, self.desk.services.clock.now().isoformat()))
        return int((self.desk.services.clock.now() - began).total_seconds())

    def _guess_outcome(self) -> None:
        """What was promised for a day, or was given a number, is registered; the rest is for the person to say."""
        promised = self.field(Role.PROMISED_ON)
        text = self.said(Role.PROMISED_ON)
        if promised is not None and text and not problem_with(promised, text):
            with_date = next((o.key for o in self.step.outcomes if o.needs_date), "")
            self.hands.choose(with_date)
        elif self.said(Role.REFERENCE):
            self.hands.choose(self.step.outcomes[0].key)

    def _remind_field(self) -> Field | None:
        step = self.record.playbook.by_key.get(chase_step(self.record))
        return step.field_with_role(Role.REMIND_ON) if step is not None else None

    def _remind_on(self) -> str:
        limit = self.record.rules.limit("acceptance_check")
        days = limit.amount if limit is not None else 1
        return (date.fromisoformat(self.today) + timedelta(days=days)).isoformat()

    def _show_reminder(self) -> None:
        self.remind_option.setVisible(self._remind_field() is not None and not self.said(Role.PROMISED_ON))

    def _read_script(self) -> None:
        letters, case_id, language = self.desk.services.letters, self.record.case.id, self.desk.language

        def show(made: Composed) -> None:
            self.words = plain_text(made.body)
            show_letter(self.script.body, made.body)

        self.desk.read(self, lambda: letters.text_of(case_id, SCRIPT, language), show)
