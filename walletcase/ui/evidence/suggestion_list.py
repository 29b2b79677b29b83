"""What the words of a page suggest for a contact record, each with its own button: nothing is taken over unasked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from walletcase.domain.ids import EvidenceId
from walletcase.domain.suggestions import Kind, Suggestion
from walletcase.ui.look.tokens import XS, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import clear, column, row

_MOST = 12


class SuggestionList(QWidget):
    """``used`` carries the suggestion that the person takes; ``pointed`` the lines it was found in."""

    used = Signal(object)
    pointed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._taken: set[tuple[EvidenceId | None, int, str, str]] = set()
        self._place: tuple[EvidenceId | None, int] = (None, 0)
        self._found: tuple[Suggestion, ...] = ()
        self.buttons: dict[tuple[str, str], QPushButton] = {}
        self._lines = column(gap=XS)
        self.open = button(
            translate("Words", "Open the contact record"),
            self._open,
            kind="primary",
            icon=desk.icon("notebook-pen", desk.theme.colours.on_accent),
        )
        box = column(self, gap=S)
        box.addWidget(PlainLabel(translate("Words", "For a contact record"), "overline"))
        hint = translate("Words", "Found in these words. Compare with the picture; only what you choose is used.")
        box.addWidget(PlainLabel(hint, "caption", wrap=True))
        box.addLayout(self._lines)
        line = row()
        line.addWidget(self.open)
        line.addStretch(1)
        box.addLayout(line)
        self.setVisible(False)

    def show_found(self, found: Sequence[Suggestion], evidence_id: EvidenceId | None, page_no: int) -> None:
        """Show what was found on a page."""
        place = (evidence_id, page_no)
        if place != self._place or tuple(found[:_MOST]) != self._found:
            self._place, self._found = place, tuple(found[:_MOST])
            self._build()

    def _build(self) -> None:
        clear(self._lines)
        self.buttons = {}
        for one in self._found:
            self._lines.addLayout(self._line(one))
        self._mark()
        self.setVisible(bool(self._found))

    def _line(self, one: Suggestion) -> QHBoxLayout:
        line = row(gap=S)
        name = PlainLabel(kind_text(one.kind), "muted")
        name.setMinimumWidth(self._desk.theme.px(128))
        value = button(one.value, partial(self.pointed.emit, one.lines), kind="quiet")
        value.setToolTip(translate("Words", "Show where it stands"))
        take: Callable[[], object] = partial(self._take, one)
        made = button(translate("Words", "Use"), take)
        name_of = translate("Words", "Use {what}: {value}")
        made.setAccessibleName(name_of.format(what=kind_text(one.kind), value=one.value))
        self.buttons[one.kind.value, one.value] = made
        line.addWidget(name)
        line.addWidget(value)
        line.addStretch(1)
        line.addWidget(made)
        return line

    def _take(self, one: Suggestion) -> None:
        self._taken.add((*self._place, one.kind.value, one.value))
        self._mark()
        self.used.emit(one)

    def _mark(self) -> None:
        """Say what is in the draft already."""
        for (kind, value), made in self.buttons.items():
            taken = (*self._place, kind, value) in self._taken
            made.setText(translate("Words", "In the draft") if taken else translate("Words", "Use"))
            made.setIcon(self._desk.icon("check") if taken else self._desk.icon("plus"))
            made.setEnabled(not taken)
        self.open.setVisible(any((*self._place, *key) in self._taken for key in self.buttons))

    def _open(self) -> None:
        self._desk.bus.asked.emit("timeline", "new")


def kind_text(kind: Kind) -> str:
    """Return what was found in a word or two."""
    return {
        Kind.REFERENCE: translate("Words", "Reference number"),
        Kind.STAFF: translate("Words", "Staff number"),
        Kind.PHONE: translate("Words", "Phone"),
        Kind.DATE: translate("Words", "Date"),
        Kind.PROMISED: translate("Words", "Promised by"),
        Kind.AMOUNT: translate("Words", "Amount"),
    }[kind]
