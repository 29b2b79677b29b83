"""The doors above, in order, each with its reason; soft gates that can be passed with a reason that is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.due.deadlines import deadlines_of
from walletcase.domain.due.promises import promises_of
from walletcase.domain.flow.playbook import Choice, Role, Step
from walletcase.domain.routing import FoundConflict, RouteDoor, answers_of, conflicts, places, plan
from walletcase.ui.look.tokens import XS, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.fold import Fold
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import Card, Line, column, row
from walletcase.ui.wizard.options import Option, Tick
from walletcase.ui.wizard.tools.base import Hands, ToolCard, icons_of
from walletcase.ui.wizard.tools.doors import DoorView
from walletcase.ui.wizard.tools.quick import QuickForm

_PRIVACY, _TRUTH = "warned_privacy", "warned_truth"


@dataclass(frozen=True)
class Way:
    """One door above, with the answer of the step's route field that stands for it."""

    choice: Choice
    door: RouteDoor
    is_on_route: bool


def ways_up(record: CaseRecord, step: Step) -> tuple[Way, ...]:
    """Return the step's routes in order: those of the case's own route first, a public post last.

    As long as nobody said what the complaint is about there is no route: then all doors stand in the step's own order.
    """
    route = step.field_with_role(Role.CHANNEL)
    choices = {choice.door: choice for choice in route.choices if choice.door} if route is not None else {}
    found = plan(record, answers_of(record))
    institution = record.role_value(Role.INSTITUTION)
    ways = [Way(choices[one.kind], one, True) for one in (found.doors if found else ()) if one.kind in choices]
    known = {way.door.kind for way in ways}
    for name in step.doors:
        kind = DoorKind(name)
        if kind in known or name not in choices:
            continue
        doors = places(record.rules, kind, institution, found.answers) if found else record.rules.doors_of(kind)
        does = doors[0].does if doors else choices[name].text
        ways.append(Way(choices[name], RouteDoor(kind, does, doors, None, conflicts(record, kind)), found is None))
    return tuple(sorted(ways, key=lambda way: way.door.kind is DoorKind.PUBLIC_POST))


def still_has_until(record: CaseRecord, today: str) -> str:
    """Return until when the other side may still answer without being late, "" where nothing is owed in time."""
    owed = [d.late_after for d in deadlines_of(record, today) if d.is_open and not d.is_own]
    owed += [p.due_on for p in promises_of(record, today) if p.is_open]
    return max((day for day in owed if day >= today), default="")


class WayRow(QWidget):
    """One door: name, reason, what stands against it, and the button to take it."""

    def __init__(self, mark: str, way: Way, card: EscalationCard) -> None:
        super().__init__()
        desk, language = card.desk, card.desk.language
        box = column(self, gap=XS)
        line = row(gap=S)
        line.addWidget(PlainLabel(f"{mark}{way.choice.text.get(language)}", "strong", wrap=True), 1)
        self.take = button(translate("Tools", "Take this route"), partial(card.take, way), kind="quiet")
        self.take.setAccessibleName(f"{self.take.text()}: {way.choice.text.get(language)}")
        line.addWidget(self.take)
        box.addLayout(line)
        box.addWidget(PlainLabel(way.door.reason.get(language), "muted", wrap=True))
        for conflict in way.door.conflicts:
            box.addWidget(conflict_view(conflict, language))
        if way.door.pending is not None:
            chips, flow = flow_row()
            since = translate("Tools", "Pending there since {date}").format(date=way.door.pending.since or "?")
            flow.addWidget(Chip(since, "warn"))
            box.addWidget(chips)
        self.details = QWidget()
        inner = column(self.details, gap=S)
        for door in way.door.doors[:2]:
            inner.addWidget(DoorView(desk, door, card.copy, with_does=door.does != way.door.reason))
        self.details.hide()
        box.addWidget(self.details)


def conflict_view(conflict: FoundConflict, language: str) -> QWidget:
    """Return what stands against a door: the rule in plain words, its own words, and where it is from."""
    card = Card("danger" if conflict.rule.refuses else "warn", gap=XS, margin=S)
    head = translate("Tools", "May be refused") if conflict.rule.refuses else translate("Tools", "Better known before")
    card.body.addWidget(PlainLabel(head, "strong", wrap=True))
    card.body.addWidget(PlainLabel(conflict.rule.says.get(language), wrap=True))
    if conflict.rule.quote:
        card.body.addWidget(PlainLabel(conflict.rule.quote, "muted", wrap=True))
    source = " ".join(part for part in (conflict.rule.authority.get(language), conflict.rule.article) if part)
    card.body.addWidget(PlainLabel(source, "caption", wrap=True))
    if not conflict.rule.source.confirmed:
        chips, flow = flow_row()
        flow.addWidget(Chip(translate("Tools", "To be verified"), "warn"))
        card.body.addWidget(chips)
    return card


class EscalationCard(ToolCard):
    """``ways`` are the doors in order; a public post is only taken once both warnings are confirmed."""

    def __init__(self, desk: Desk, record: CaseRecord, step: Step, hands: Hands) -> None:
        super().__init__(desk, record, step, hands, tone="accent")
        more = translate(
            "Tools", "One route at a time, from the nearest door up. Each says why it stands there."
        )
        line = self.heading(translate("Tools", "Doors above"), "trending-up", more)
        line.addWidget(self.checker())
        self.warnings: list[Tick] = []
        self._add_gate()
        self._ask_product()
        self.ways = ways_up(record, step)
        self.rows: dict[str, WayRow] = {}
        on_route = [way for way in self.ways if way.is_on_route or way.door.kind is DoorKind.PUBLIC_POST]
        others = [way for way in self.ways if way not in on_route]
        self.fold = Fold(translate("Tools", "Other routes (%n)", "", len(others)), icons_of(desk))
        for number, way in enumerate(on_route, 1):
            if way.door.kind is DoorKind.PUBLIC_POST:
                self._add_others(others)
                self._add_warnings()
            elif number > 1:
                self.body.addWidget(Line())
            self._add_way(f"{number}. ", way, self.body)
        self._show()

    def _ask_product(self) -> None:
        """Lead to the question on which the order depends, as long as it is not answered."""
        fields = (field for field in self.record.playbook.fields() if field.role is Role.PRODUCT_KIND)
        field = next(fields, None)
        self.product_button: QPushButton | None = None
        if field is None or plan(self.record, answers_of(self.record)) is not None:
            return
        text = translate("Tools", "Which door comes first depends on what kind of wallet it is: not said yet.")
        self.body.addWidget(PlainLabel(text, "warn", wrap=True))
        step_key = self.record.playbook.field_owner[field.key].key
        self.product_button = button(
            translate("Tools", "Choose the kind"), partial(self.desk.bus.asked.emit, "step", step_key)
        )
        self.button_row((self.product_button,))

    def _add_way(self, mark: str, way: Way, box: QVBoxLayout) -> None:
        one = WayRow(mark, way, self)
        self.rows[way.choice.key] = one
        box.addWidget(one)

    def _add_others(self, others: list[Way]) -> None:
        """Doors that are not on the route of this case, for those who have a reason."""
        for way in others:
            self._add_way("", way, self.fold.body)
        self.fold.setVisible(bool(others))
        self.body.addWidget(self.fold)

    def take(self, way: Way) -> None:
        """Choose a route in the form."""
        if way.door.kind is DoorKind.PUBLIC_POST and not self.is_warned:
            next(tick for tick in self.warnings if not tick.isChecked()).setFocus()
            self.post_notice.show()
            return
        route = self.field(Role.CHANNEL)
        if route is not None:
            self.hands.put(route.key, way.choice.key)
            self._show()
            self.hands.go_to(route.key)

    @property
    def is_warned(self) -> bool:
        """Whether both warnings before a public post are confirmed."""
        return all(tick.isChecked() for tick in self.warnings)

    def follow(self, field_key: str) -> None:
        """Show the doors of the route that is chosen."""
        if self.reason is not None:
            self.reason.follow(field_key)
        self._show()

    def _add_gate(self) -> None:
        self.until = still_has_until(self.record, self.today)
        self.reason: QuickForm | None = None
        self.gate = Card("warn", gap=S, margin=S)
        text = translate(
            "Tools",
            "The other side has until {date} to answer. You can go on before that; say why, so that it is on record.",
        )
        self.gate.body.addWidget(PlainLabel(text.format(date=self.until), wrap=True))
        field = self.field(Role.EARLY_REASON)
        if field is not None and self.until:
            self.reason = QuickForm((field,), self.desk, self.hands)
            self.gate.body.addWidget(self.reason)
        self.gate.setVisible(bool(self.until))
        self.body.addWidget(self.gate)

    def _add_warnings(self) -> None:
        texts = {
            _PRIVACY: translate(
                "Tools",
                "I have masked names, numbers, faces, voices and other people's data on every picture; the post says "
                "nothing by which someone can be found.",
            ),
            _TRUTH: translate(
                "Tools",
                "I say only what I can show, insult nobody and accuse nobody of a crime: invented or unchecked grave "
                "claims and insults have consequences in law.",
            ),
        }
        box = Card("warn", gap=S, margin=S)
        head = translate("Tools", "Before a public post, which comes last, confirm both:")
        box.body.addWidget(PlainLabel(head, "strong", wrap=True))
        for key, text in texts.items():
            tick = Tick(self.desk.theme)
            tick.setChecked((self.step.key, key) in self.record.ticks)
            tick.toggled.connect(partial(self._confirm, key))
            self.warnings.append(tick)
            box.body.addWidget(Option(tick, text, boxed=False))
        self.post_notice = PlainLabel(translate("Tools", "Please confirm both first."), "warn", wrap=True)
        self.post_notice.hide()
        box.body.addWidget(self.post_notice)
        self.body.addWidget(box)

    def _confirm(self, key: str, on: bool) -> None:
        case_id, step_key, flow = self.record.case.id, self.step.key, self.desk.services.flow
        self.desk.change(self.desk.bus, lambda: flow.tick(case_id, step_key, key, on))
        if self.is_warned:
            self.post_notice.hide()

    def _show(self) -> None:
        chosen = self.said(Role.CHANNEL)
        if any(way.choice.key == chosen and not way.is_on_route for way in self.ways):
            self.fold.head.setChecked(True)
        for key, one in self.rows.items():
            one.details.setVisible(key == chosen)
            one.take.setText(translate("Tools", "Chosen") if key == chosen else translate("Tools", "Take this route"))
            one.take.setEnabled(key != chosen)
