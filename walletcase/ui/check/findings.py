"""One finding as a person reads it: what, why, what to do, the calmer wording, the source, and the way there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from walletcase.domain.readiness.findings import Finding, Severity, Topic
from walletcase.domain.readiness.words import is_private
from walletcase.domain.rules.pack import Source
from walletcase.infra.finding_texts import finding_text, severity_name, topic_name
from walletcase.ui.look.tokens import XS, L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.labels import Chip, ElidedLabel, PlainLabel
from walletcase.ui.widgets.layout import Card, Line, column, row

TONES = {Severity.STOP: "danger", Severity.WARN: "warn", Severity.HINT: "plain"}
ICONS = {
    Topic.COMPLETENESS: "clipboard-list",
    Topic.CONTRADICTION: "repeat",
    Topic.PROOF: "paperclip",
    Topic.WORDING: "message-square",
    Topic.AGENT: "users",
    Topic.AGE: "hourglass",
    Topic.CONFLICT: "landmark",
}


def source_line(desk: Desk, source: Source) -> QWidget:
    """Return where something is from, when that was checked, and whether it is still to be verified."""
    inside = QWidget()
    line = row(inside, gap=S)
    line.addWidget(PlainLabel(source_text(desk, source), "caption", wrap=True).let_select(), 1)
    if not source.confirmed:
        line.addWidget(Chip(translate("Check", "To be verified"), "warn"), 0, Qt.AlignmentFlag.AlignTop)
    return inside


def source_text(desk: Desk, source: Source) -> str:
    """Return where something is from, and when that was checked."""
    text = translate("Check", "{source}, checked {date}")
    return text.format(source=source.text.get(desk.language), date=source.checked_on)


class FindingView(QFrame):
    """``go_asked`` and ``calmer_asked`` carry the finding."""

    go_asked = Signal(object)
    calmer_asked = Signal(object)

    def __init__(self, desk: Desk, finding: Finding) -> None:
        super().__init__()
        self.finding = finding
        self._desk = desk
        text = finding_text(finding, desk.language)
        self.what = text.what
        box = column(self, gap=XS)
        head = row(gap=S)
        head.addWidget(PlainLabel(text.what, "label", wrap=True).let_select(), 1)
        mark = Chip(severity_name(finding.severity, desk.language), TONES[finding.severity])
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(head)
        box.addWidget(PlainLabel(text.why, "muted", wrap=True).let_select())
        box.addWidget(PlainLabel(text.do, wrap=True).let_select())
        if finding.quote:
            box.addWidget(PlainLabel(finding.quote, "muted", wrap=True).let_select())
        if finding.suggestion and not is_private(finding):
            box.addWidget(self._calmer_words())
        box.addLayout(self._foot())

    def _calmer_words(self) -> QWidget:
        """What would stand there instead."""
        text = translate("Check", "Calmer: {words}").format(words=self.finding.suggestion)
        return PlainLabel(text, "accent", wrap=True).let_select()

    def _foot(self) -> QHBoxLayout:
        """Where it is from, as far as there is room, and what can be done."""
        line = row(gap=S)
        source = self.finding.source
        line.addWidget(ElidedLabel(source_text(self._desk, source) if source else "", "caption"), 1)
        if source is not None and not source.confirmed:
            line.addWidget(Chip(translate("Check", "To be verified"), "warn"))
        self.go = button(translate("Check", "Go there"), lambda: self.go_asked.emit(self.finding), kind="quiet")
        self.go.setAccessibleName(translate("Check", "Go there: {what}").format(what=self.what))
        line.addWidget(self.go)
        if self.finding.suggestion:
            private = is_private(self.finding)
            words = translate("Check", "Mask it") if private else translate("Check", "Use the calmer wording")
            self.calmer = button(words, lambda: self.calmer_asked.emit(self.finding), kind="quiet")
            self.calmer.setAccessibleName(f"{words}: {self.what}")
            line.addWidget(self.calmer)
        return line


class TopicCard(Card):
    """The findings of one topic."""

    def __init__(self, desk: Desk, topic: Topic, views: list[FindingView]) -> None:
        super().__init__(gap=M, margin=L)
        head = row(gap=S)
        picture = PlainLabel()
        side = desk.theme.px(18)
        picture.setPixmap(desk.icon(ICONS[topic], desk.theme.colours.accent_text).pixmap(side, side))
        head.addWidget(picture)
        head.addWidget(PlainLabel(topic_name(topic, desk.language), "strong", wrap=True), 1)
        self.body.addLayout(head)
        for number, view in enumerate(views):
            if number:
                self.body.addWidget(Line())
            self.body.addWidget(view)


class HelpCard(Card):
    """What is shown before everything else where words of a crisis were found: help, and no reproach."""

    def __init__(self, desk: Desk, view: FindingView) -> None:
        super().__init__("accent", gap=S, margin=L)
        text = finding_text(view.finding, desk.language)
        self.body.addWidget(PlainLabel(text.what, "heading", wrap=True))
        self.body.addWidget(PlainLabel(text.why, wrap=True))
        self.body.addWidget(PlainLabel(text.do, "strong", wrap=True).let_select())
        if view.finding.source is not None:
            self.body.addWidget(source_line(desk, view.finding.source))
        line, flow = flow_row(gap=S)
        view.go.setParent(line)
        flow.addWidget(view.go)
        self.body.addWidget(line)
        view.setParent(self)
        view.hide()
