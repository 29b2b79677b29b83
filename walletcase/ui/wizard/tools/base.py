"""What every tool is given, and the card that it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.custody import LeftBy, What
from walletcase.domain.flow.playbook import Field, Role, Step
from walletcase.domain.letter import LineKind, lines_of
from walletcase.domain.writing.gaps import marks_in
from walletcase.services.leaving import Left
from walletcase.ui.look.tokens import M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.leaving import note
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, clear, row

_ROLES = {LineKind.TITLE: "heading", LineKind.HEADING: "strong"}


def icons_of(desk: Desk) -> tuple[QIcon, QIcon]:
    """Return the icons of a fold: closed, open."""
    return (desk.icon("chevron-right"), desk.icon("chevron-down"))


def show_letter(box: QVBoxLayout, body: str) -> None:
    """Show a text with the marks of a letter, line by line, in the place of what stood there."""
    clear(box)
    for line in lines_of(body):
        box.addWidget(PlainLabel(line.text, _ROLES.get(line.kind, ""), wrap=True).let_select())


@dataclass(frozen=True)
class Hands:
    """How a tool reaches the step's form. ``put`` writes as if it were typed; ``finish`` asks for the step to end."""

    text: Callable[[str], str]
    put: Callable[[str, str], None]
    go_to: Callable[[str], None]
    choose: Callable[[str], None]
    finish: Callable[[], None]
    memory: dict[str, str]  # outlives the page


class ToolCard(Card):
    """One tool. ``record`` and ``step`` are as they were when the page was built."""

    def __init__(self, desk: Desk, record: CaseRecord, step: Step, hands: Hands, *, tone: str = "true") -> None:
        super().__init__(tone, gap=M)
        self.desk = desk
        self.record = record
        self.step = step
        self.hands = hands

    def follow(self, field_key: str) -> None:
        """A field of the step's form was changed."""

    def extra(self) -> Mapping[str, str]:
        """Return values that finishing the step writes as well, by field key, of any step."""
        return {}

    def refresh(self, record: CaseRecord) -> None:
        """The case was changed elsewhere."""
        self.record = record

    def wants_enter(self) -> bool:
        """Whether Ctrl+Enter belongs to this tool now."""
        return False

    def enter(self) -> None:
        """Ctrl+Enter was pressed."""

    # helpers of all tools

    def field(self, role: Role) -> Field | None:
        """Return the step's field with a role, or None."""
        return self.step.field_with_role(role)

    def put(self, role: Role, text: str) -> None:
        """Write into the field with a role, if the step has it."""
        field = self.field(role)
        if field is not None:
            self.hands.put(field.key, text)

    def said(self, role: Role) -> str:
        """Return what stands in the field with a role, "" without one."""
        field = self.field(role)
        return self.hands.text(field.key).strip() if field is not None else ""

    @property
    def today(self) -> str:
        """Today's local date, ISO."""
        return self.desk.services.clock.today()

    def heading(self, text: str, icon: str, more: str = "") -> QHBoxLayout:
        """Put the tool's name, and what it is good for, at the top; return the line for buttons beside the name."""
        line = row(gap=S)
        sign = PlainLabel()
        sign.setPixmap(self.desk.icon(icon, self.desk.theme.colours.accent_text).pixmap(self.desk.theme.px(20)))
        line.addWidget(sign)
        line.addWidget(PlainLabel(text, "heading", wrap=True), 1)
        self.body.addLayout(line)
        self.setAccessibleName(text)
        if more:
            self.body.addWidget(PlainLabel(more, "muted", wrap=True))
        return line

    def button_row(self, buttons: Iterable[QPushButton]) -> QWidget:
        """Put buttons side by side at the end."""
        widget, flow = flow_row()
        for one in buttons:
            flow.addWidget(one)
        self.body.addWidget(widget)
        return widget

    def checker(self, door: str = "") -> QPushButton:
        """Return a button that has the case checked for a kind of door, "" for the next one."""
        check = self.desk.bus.check_asked
        picture = self.desk.icon("shield-check")
        return button(translate("Tools", "Check before filing"), lambda: check.emit(door), kind="quiet", icon=picture)

    def copier(self, name: str, text: Callable[[], str], kind: str = "") -> QPushButton:
        """Return a button that copies a text."""
        colour = self.desk.theme.colours.on_accent if kind == "primary" else ""
        return button(name, lambda: self.copy(text()), kind=kind, icon=self.desk.icon("copy", colour))

    def copy(self, text: str) -> None:
        """Put a text on the clipboard and say so. One that still has something to fill in does not leave the app."""
        if marks_in(text):
            self.desk.toasts.show(translate("Tools", "Something is still to be filled in; it was not copied"))
            return
        QGuiApplication.clipboard().setText(text)
        self.desk.toasts.show(translate("Tools", "Copied"))
        note(self.desk, self.record.case.id, lambda: self.tell_copied(text))

    def tell_copied(self, text: str) -> None:
        """Note that a text was copied, if it names exhibits; called off the window's thread."""
        left = Left(LeftBy.COPY, What.LETTER)
        self.desk.services.custody.text_left(self.record.case.id, text, left)
