"""The page of one step: where it stands, why it matters, its form or what was recorded, and what stands beside."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.flow.machine import StepState
from walletcase.domain.flow.playbook import FieldKind, Role, Step
from walletcase.ui.look.tokens import L, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import Card, column, row
from walletcase.ui.widgets.tips import plain_tip
from walletcase.ui.wizard.columns import Columns, tab_through
from walletcase.ui.wizard.fields_form import Form
from walletcase.ui.wizard.outcome import Intent, OutcomeCard
from walletcase.ui.wizard.settled import EarlierCard, SettledCard, ValuesCard
from walletcase.ui.wizard.sides import ChecklistCard, EvidenceCard, TipsCard
from walletcase.ui.wizard.steps import Shape, beside, earlier_rounds, number_of, shape_of, values_of
from walletcase.ui.wizard.tools.base import Hands, ToolCard
from walletcase.ui.wizard.tools.call import CallCard
from walletcase.ui.wizard.tools.make import tools_of
from walletcase.ui.wizard.tools.route import RouteCard

WIDE_PX = 760


class Header(QWidget):
    """Which step this is, in which phase, and where it stands."""

    def __init__(self, desk: Desk, record: CaseRecord, step: Step, is_next: bool) -> None:
        super().__init__()
        box = column(self, gap=S)
        playbook = record.playbook
        phase = next(p.name.get(desk.language) for p in playbook.phases if p.key == step.phase)
        text = translate("Wizard", "Step {n} of {all} · {phase}")
        line = row(gap=S)
        number = text.format(n=number_of(playbook, step.key), all=len(playbook.steps), phase=phase)
        line.addWidget(PlainLabel(number, "overline", wrap=True), 1)
        mine = record.flow.record(step.key)
        if mine.round > 1:
            line.addWidget(Chip(translate("Wizard", "Round {n}").format(n=mine.round)))
        self.chip = self._state(mine.state, is_next)
        line.addWidget(self.chip)
        box.addLayout(line)
        box.addWidget(PlainLabel(step.name.get(desk.language), "title", wrap=True))
        box.addWidget(PlainLabel(step.purpose.get(desk.language), "muted", wrap=True))
        ask = partial(desk.bus.help_asked.emit, step.key)
        self.why = button(translate("Wizard", "Why this step"), ask, kind="link")
        self.why.setAccessibleName(f"{self.why.text()}: {step.name.get(desk.language)}")
        foot = row()
        foot.addWidget(self.why)
        foot.addStretch(1)
        box.addLayout(foot)

    def _state(self, state: StepState, is_next: bool) -> Chip:
        if state is StepState.DONE:
            return Chip(translate("Wizard", "Done"), "ok")
        if state is StepState.SKIPPED:
            return Chip(translate("Wizard", "Skipped"), "warn")
        if is_next:
            return Chip(translate("Wizard", "Next"), "accent")
        return Chip(translate("Wizard", "Open"))


class StepPage(QWidget):
    """One step of one case, in the state in which it was when the page was built."""

    step_wanted = Signal(str)

    def __init__(self, desk: Desk, record: CaseRecord, step: Step, intent: Intent) -> None:
        super().__init__()
        self.step = step
        self._desk = desk
        self.shape: Shape = shape_of(record, step.key, desk.services.clock.today())
        self.form: Form | None = None
        self.outcome: OutcomeCard | None = None
        self.settled: SettledCard | None = None
        self.checklist: ChecklistCard | None = None
        self.tools: list[ToolCard] = []
        box = column(self, gap=L)
        self.header = Header(desk, record, step, self.shape.is_next)
        self.columns = Columns()
        box.addWidget(self.header)
        box.addWidget(self.columns)
        self._fill_main(record, intent)
        self._fill_sides(record)
        self._foot = QWidget()
        box.addWidget(self._foot)
        self._fill_foot(record)
        self._arrange(False)

    @property
    def round(self) -> int:
        """The round that the page shows."""
        return self.shape.record.round

    def put(self, values: dict[str, str]) -> None:
        """Show stored texts."""
        if self.form is not None:
            self.form.put(values)
            self.judge()
            self._order()

    def judge(self) -> None:
        """Bring what depends on the fields in line with them."""
        if self.form is None or self.outcome is None:
            return
        self.outcome.missing.put(self.form.missing())
        promised = self.step.field_with_role(Role.PROMISED_ON)
        if promised is not None:
            self.outcome.put_date(self.form.text(promised.key))

    def focus_first(self) -> None:
        """Put the person where work on this page begins: the first field still missing, else the first one."""
        if self.form is not None and self.step.fields:
            self.form.go_to((self.form.missing() or self.step.fields)[0].key)
        elif self.outcome is not None:
            self.outcome.group.first().setFocus()
        elif self.settled is not None:
            card = self.settled  # a second Space must not take back what was just recorded
            way_on = card.next_button or (card.repeat_button if card.repeat_button.isVisibleTo(card) else None)
            (way_on or card.reopen_button).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two."""
        super().resizeEvent(event)
        is_wide = self.width() >= self._desk.theme.px(WIDE_PX)
        if is_wide != self.columns.is_wide:
            self._arrange(is_wide)

    def _fill_main(self, record: CaseRecord, intent: Intent) -> None:
        main = self.columns.main
        if self.shape.record.is_settled:
            self.settled = SettledCard(self._desk, record, self.step)
            self.settled.step_wanted.connect(self.step_wanted)
            self.columns.add(main, self.settled)
            self.columns.add(main, ValuesCard(self._desk, record, self.step))
        else:
            if self.step.fields:
                self.form_card = Card(gap=L)
                self.form = Form(self.step.fields, self._desk)
                self.form.edited.connect(self._follow)
                self.form_card.body.addWidget(self.form)
            self.outcome = OutcomeCard(self._desk, self.step, intent)
            self._fill_tools(record, intent)
            if self.form is not None:
                self.outcome.field_wanted.connect(self.form.go_to)
            self.columns.add(main, self.outcome)
        if earlier_rounds(record, self.step.key):
            self.columns.add(main, EarlierCard(self._desk, record, self.step))

    def _fill_tools(self, record: CaseRecord, intent: Intent) -> None:
        """Tools stand before the form that they help to fill; who is responsible follows from it, and comes after."""
        form, outcome = self.form, self.outcome
        if form is None or outcome is None:
            return
        # What is stored stands in the form before a tool looks at it.
        form.put(dict(values_of(record, self.step)))
        hands = Hands(form.text, self._write, form.go_to, outcome.choose, outcome.finish, intent.memory)
        self.tools = tools_of(self._desk, record, self.step, hands)
        first = [tool for tool in self.tools if not isinstance(tool, RouteCard)]
        for widget in (*first, self.form_card, *(tool for tool in self.tools if tool not in first)):
            self.columns.add(self.columns.main, widget)
        for tool in self.tools:
            if isinstance(tool, CallCard):
                tool.calling.connect(lambda on: self.form_card.setVisible(not on))
                self.form_card.setVisible(not tool.is_calling)

    def _write(self, field_key: str, text: str) -> None:
        """Write into a field as if it were typed."""
        if self.form is not None and self.form.text(field_key) != text:
            self.form.boxes[field_key].put(text)
            self.form.edited.emit(field_key)

    def _follow(self, field_key: str) -> None:
        self.judge()
        if self.form is not None and self.form.boxes[field_key].field.kind is FieldKind.DEMANDS:
            self._order()
        for tool in self.tools:
            tool.follow(field_key)

    def enter(self) -> None:
        """Ctrl+Enter: the tool that waits for it, else the end of the step."""
        waiting = next((tool for tool in self.tools if tool.wants_enter()), None)
        if waiting is not None:
            waiting.enter()
        elif self.outcome is not None:
            self.outcome.finish()

    def extra(self) -> dict[str, str]:
        """Return what the tools want written when the step is finished, by field key."""
        return {key: text for tool in self.tools for key, text in tool.extra().items()}

    def refresh(self, record: CaseRecord) -> None:
        """Let the tools take over what changed elsewhere."""
        for tool in self.tools:
            tool.refresh(record)

    def _fill_sides(self, record: CaseRecord) -> None:
        if self.step.checklist:
            self.checklist = ChecklistCard(self._desk, record, self.step)
            self.columns.add(self.columns.before, self.checklist)
        self.evidence = EvidenceCard(self._desk, record, self.step)
        self.columns.add(self.columns.after, self.evidence)
        if self.step.tips:
            self.tips = TipsCard(self._desk, self.step)
            self.columns.add(self.columns.after, self.tips)

    def _arrange(self, is_wide: bool) -> None:
        self.columns.arrange(is_wide)
        if self.checklist is not None:
            self.checklist.unfold(is_wide)
        self._order()

    def _order(self) -> None:
        """Let Tab go through the page as it is seen; a field whose parts were built anew stands where it stood."""
        for box in self.form.boxes.values() if self.form is not None else ():
            box.input.order_tab()
        tab_through((self.header, *self.columns.in_order, self._foot))

    def _fill_foot(self, record: CaseRecord) -> None:
        line = row(self._foot, gap=S)
        self._add_way(line, record, -1)
        line.addStretch(1)
        self._add_way(line, record, 1)

    def _add_way(self, line: QHBoxLayout, record: CaseRecord, by: int) -> None:
        other = beside(record.playbook, self.step.key, by)
        if other is None:
            return
        back = by < 0
        text = translate("Wizard", "Previous step") if back else translate("Wizard", "Next step")
        icon = self._desk.icon("arrow-left" if back else "arrow-right")
        go = button(text, partial(self.step_wanted.emit, other.key), kind="quiet", icon=icon)
        name = other.name.get(self._desk.language)
        go.setAccessibleName(f"{text}: {name}")
        go.setToolTip(plain_tip(f"{name} (Alt+{'←' if back else '→'})"))
        line.addWidget(go)
