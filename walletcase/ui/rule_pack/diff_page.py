"""What another state of the rules would change: in the person's cases first, then fact by fact. Taken or left."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walletcase.domain.rules.diff import Difference, FactChange
from walletcase.domain.rules_impact import CaseImpact, DeadlineShift, DoorShift
from walletcase.services.rules import RulesDiff
from walletcase.ui.look.tokens import XL, XS, L, M, S
from walletcase.ui.rule_pack.words import difference_text, part_text, table_text, value_text
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import Card, Line, ScrollColumn, clear, column, row
from walletcase.ui.widgets.tips import menu_text

_MOST_FACTS = 80  # shown one by one; what is left is counted
_TONES = {Difference.ADDED: "ok", Difference.REMOVED: "danger", Difference.CHANGED: "accent"}


class DiffPage(QWidget):
    """``taken`` carries the diff that the person wants to come into force; ``left`` that they don't."""

    taken = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._diff: RulesDiff | None = None
        self.column = ScrollColumn(gap=L, margin=XL)
        self.leave = button(translate("Rules", "Leave it"), self.left.emit)
        self.take = button(translate("Rules", "Use it"), self._take, kind="primary")
        box = column(self, gap=0)
        box.addWidget(self.column, 1)
        box.addWidget(Line())
        foot = row(gap=S, margin=M)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.take)
        box.addLayout(foot)

    def show_diff(self, diff: RulesDiff) -> None:
        """Show what would change."""
        self._diff = diff
        clear(self.column.body)
        self.column.verticalScrollBar().setValue(0)
        head = column(gap=XS)
        head.addWidget(PlainLabel(translate("Rules", "Before anything changes"), "overline"))
        head.addWidget(PlainLabel(translate("Rules", "What would change"), "title"))
        head.addWidget(PlainLabel(self._summary(diff), "muted", wrap=True))
        self.column.body.addLayout(head)
        if diff.is_older:
            self._warn(translate("Rules", "These rules are older than the ones in force."))
        if diff.missing:
            names = ", ".join(name.get(self._desk.language) for name in diff.missing)
            text = translate("Rules", "These rules lack what steps of the playbooks count by: {names}.")
            self._warn(text.format(names=names))
        if not diff.is_empty:
            self._cases(diff)
            self._facts(diff)
        self.column.body.addStretch(1)
        self.take.setEnabled(not diff.is_empty)
        (self.leave if diff.is_empty else self.take).setFocus()

    def _summary(self, diff: RulesDiff) -> str:
        if diff.is_empty:
            return translate("Rules", "Nothing: these are the rules in force.")
        facts = translate("Rules", "%n fact(s)", "", len(diff.facts))
        cases = translate("Rules", "%n open case(s)", "", len(diff.cases))
        return translate("Rules", "{facts}, with an effect on {cases}. Version {version}.").format(
            facts=facts, cases=cases, version=diff.pack.version
        )

    def _warn(self, text: str) -> None:
        card = Card("warn", margin=M)
        card.body.addWidget(PlainLabel(text, "warn", wrap=True))
        self.column.body.addWidget(card)

    def _cases(self, diff: RulesDiff) -> None:
        self.column.body.addWidget(PlainLabel(translate("Rules", "In your cases"), "heading"))
        if not diff.cases:
            text = translate("Rules", "No deadline, unsent letter or channel of an open case changes.")
            self.column.body.addWidget(PlainLabel(text, "muted", wrap=True))
        for impact in diff.cases:
            self.column.body.addWidget(self._case(impact))
        text = translate("Rules", "Ended cases keep the rules they were ended with.")
        self.column.body.addWidget(PlainLabel(text, "caption", wrap=True))

    def _case(self, impact: CaseImpact) -> Card:
        language = self._desk.language
        card = Card(gap=S, margin=L)
        head = row(gap=S)
        head.addWidget(PlainLabel(impact.case.title, "strong", wrap=True), 1)
        head.addWidget(Chip(impact.case.number))
        card.body.addLayout(head)
        for shift in impact.deadlines:
            self._pair(card, shift.name.get(language), *deadline_words(shift))
        for letter in impact.letters:
            title = letter.title or letter.kind
            text = translate("Rules", "names something that changes: compose it anew or read it through")
            self._pair(card, translate("Rules", "Letter '{title}'").format(title=menu_text(title)), "", text)
        for door in impact.doors:
            self._pair(card, door.name.get(language), "", door_words(door, language))
        return card

    def _facts(self, diff: RulesDiff) -> None:
        self.column.body.addWidget(PlainLabel(translate("Rules", "Fact by fact"), "heading"))
        for change in diff.facts[:_MOST_FACTS]:
            self.column.body.addWidget(self._fact(change))
        more = len(diff.facts) - _MOST_FACTS
        if more > 0:
            self.column.body.addWidget(PlainLabel(translate("Rules", "and {n} more").format(n=more), "muted"))

    def _fact(self, change: FactChange) -> Card:
        language = self._desk.language
        card = Card(gap=S, margin=M)
        head = row(gap=S)
        head.addWidget(PlainLabel(change.name.get(language), "label", wrap=True), 1)
        if change.drops_edit:
            head.addWidget(Chip(translate("Rules", "Replaces your change"), "warn"))
        head.addWidget(Chip(table_text(change.table)))
        head.addWidget(Chip(difference_text(change.kind), _TONES[change.kind]))
        card.body.addLayout(head)
        for part in change.parts:
            before, after = value_text(part.before, language), value_text(part.after, language)
            if before != after:
                self._pair(card, part_text(part.part), before, after)
        return card

    def _pair(self, card: Card, label: str, before: str, after: str) -> None:
        line = column(gap=0)
        line.addWidget(PlainLabel(label, "caption", wrap=True))
        text = f"{before}  →  {after}" if before else after
        said = PlainLabel(text, wrap=True).let_select()
        said.setAccessibleName(f"{label}: {text}")
        line.addWidget(said)
        card.body.addLayout(line)

    def _take(self) -> None:
        if self._diff is not None:
            self.taken.emit(self._diff)


def deadline_words(shift: DeadlineShift) -> tuple[str, str]:
    """Return a deadline's date before and after; both dates where the last day may move over a holiday."""
    return (
        _dates(shift.due_before, shift.rolled_before),
        _dates(shift.due_after, shift.rolled_after),
    )


def _dates(due: str, rolled: str) -> str:
    if not due:
        return translate("Rules", "no deadline")
    return due if rolled in ("", due) else f"{due} / {rolled}"


def door_words(shift: DoorShift, language: str) -> str:
    """Return what becomes of a door that the case uses."""
    if shift.before is None:
        return translate("Rules", "is a new channel for this case")
    if shift.after is None:
        return translate("Rules", "is no longer a channel for this case")
    parts = ("number", "address", "hours", "char_limit")
    pairs = [(part, getattr(shift.before, part), getattr(shift.after, part)) for part in parts]
    told = [
        f"{part_text(part)}: {value_text(old, language)} → {value_text(new, language)}"
        for part, old, new in pairs
        if old != new
    ]
    return "; ".join(told) or translate("Rules", "is described otherwise")
