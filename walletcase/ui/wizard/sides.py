"""What stands beside a step's form: its checklist, what to keep as evidence, and advice with its sources."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from walletcase.domain.case import CaseRecord
from walletcase.domain.flow.playbook import Step, Tip
from walletcase.ui.look.tokens import XS, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.fold import Fold
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import Card, column, row
from walletcase.ui.wizard.options import Option, Tick

OPEN_TIPS = 2  # advice shown before "show all"


class ChecklistCard(Card):
    """What to have ready. ``ticked`` carries an item's key and whether it is on now."""

    ticked = Signal(str, bool)

    def __init__(self, desk: Desk, record: CaseRecord, step: Step) -> None:
        super().__init__(gap=S)
        self.fold = Fold("", (desk.icon("chevron-right"), desk.icon("chevron-down")), is_open=True)
        self.body.setContentsMargins(M, S, M, S)  # folded it is one line; the form below should be seen at once
        self.body.addWidget(self.fold)
        items = column(gap=0)
        self.boxes: dict[str, Tick] = {}
        for item in step.checklist:
            box = Tick(desk.theme)
            box.setChecked((step.key, item.key) in record.ticks)
            box.toggled.connect(lambda on, key=item.key: self._take(key, on))
            self.boxes[item.key] = box
            items.addWidget(Option(box, item.text.get(desk.language), boxed=False))
        self.fold.body.addLayout(items)
        self._was_turned = False
        self.fold.head.clicked.connect(self._turned)
        self._count()

    def put(self, key: str, on: bool) -> None:
        """Show an item ticked or not, without saying so."""
        box = self.boxes[key]
        box.blockSignals(True)
        box.setChecked(on)
        box.blockSignals(False)
        self._count()

    def unfold(self, is_open: bool) -> None:
        """Open or close the list, unless the person has done so."""
        if not self._was_turned:
            self.fold.head.setChecked(is_open)

    def _turned(self) -> None:
        self._was_turned = True

    def _take(self, key: str, on: bool) -> None:
        self._count()
        self.ticked.emit(key, on)

    def _count(self) -> None:
        done = sum(box.isChecked() for box in self.boxes.values())
        text = translate("Wizard", "Checklist · {done} of {all}")
        self.fold.head.setText(text.format(done=done, all=len(self.boxes)))


class EvidenceCard(Card):
    """What is worth keeping. ``wanted``: the person wants to add some."""

    wanted = Signal()

    def __init__(self, desk: Desk, record: CaseRecord, step: Step) -> None:
        super().__init__("drop", gap=S)
        self.setObjectName("evidenceCard")
        self.body.addWidget(PlainLabel(translate("Wizard", "Worth keeping as evidence"), "strong", wrap=True))
        for hint in step.evidence_hints:
            line = row(gap=S)
            line.addWidget(PlainLabel("·", "muted"), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(PlainLabel(hint.get(desk.language), wrap=True), 1)
            self.body.addLayout(line)
        count = sum(item.step_key == step.key for item in record.live_evidence)
        if count:
            kept = translate("Wizard", "Added in this step: {n}").format(n=count)
            self.body.addWidget(PlainLabel(kept, "ok", wrap=True))
        drop = translate("Wizard", "Drop files anywhere on this page, or")
        self.body.addWidget(PlainLabel(drop, "caption", wrap=True))
        self.button = button(translate("Wizard", "Add evidence"), self.wanted.emit, icon=desk.icon("paperclip"))
        foot = row()
        foot.addWidget(self.button)
        foot.addStretch(1)
        self.body.addLayout(foot)


class TipsCard(Card):
    """Advice, each piece with where it is from, when that was checked and whether it still has to be verified."""

    def __init__(self, desk: Desk, step: Step) -> None:
        super().__init__(gap=M)
        self._language = desk.language
        self.body.addWidget(PlainLabel(translate("Wizard", "Good to know"), "strong", wrap=True))
        for tip in step.tips[:OPEN_TIPS]:
            self.body.addLayout(self._tip(tip))
        rest = step.tips[OPEN_TIPS:]
        if rest:
            title = translate("Wizard", "More advice ({n})").format(n=len(rest))
            self.fold = Fold(title, (desk.icon("chevron-right"), desk.icon("chevron-down")))
            for tip in rest:
                self.fold.body.addLayout(self._tip(tip))
            self.body.addWidget(self.fold)

    def _tip(self, tip: Tip) -> QVBoxLayout:
        box = column(gap=XS)
        box.addWidget(PlainLabel(tip.text.get(self._language), wrap=True))
        parts = [tip.source_in(self._language)]
        if tip.checked_on:
            parts.append(translate("Wizard", "checked {date}").format(date=tip.checked_on))
        box.addWidget(PlainLabel(" · ".join(parts), "caption", wrap=True))
        if tip.verify:
            line = row()
            line.addWidget(Chip(translate("Wizard", "To be verified"), "warn"))
            line.addStretch(1)
            box.addLayout(line)
        return box
