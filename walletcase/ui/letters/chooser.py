"""Chooses what to write: the kinds of letters, those that fit now first, each with a sentence."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton

from walletcase.services.letters import KindState
from walletcase.ui.look.tokens import XS, L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import LANGUAGES, translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import Card, ScrollColumn, clear, column, row
from walletcase.ui.widgets.quiet_combo import QuietCombo


class KindChooser(ScrollColumn):
    """``wanted`` carries the key of a kind to write and the key of the door it goes to ("" for the likeliest)."""

    wanted = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(gap=M, margin=L)
        self._desk = desk
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.language = QuietCombo()
        for key, name in LANGUAGES.items():
            self.language.addItem(name, key)
        self.language.setCurrentIndex(self.language.findData("zh_CN"))
        self.with_unconfirmed = QCheckBox(translate("Letters", "Quote unverified rules too"))
        self.buttons: dict[str, QPushButton] = {}
        self.doors: dict[str, QuietCombo] = {}
        self._cards = column(gap=S)
        self._states: tuple[KindState, ...] = ()
        self._lay_out()

    def show_kinds(self, states: tuple[KindState, ...]) -> None:
        """Show all kinds; those that fit come first."""
        if states == self._states:
            return
        self._states = states
        clear(self._cards)
        self.buttons.clear()
        self.doors.clear()
        for state in sorted(states, key=lambda state: not state.fits):
            self._cards.addWidget(self._card(state))

    def _card(self, state: KindState) -> Card:
        language, kind = self._desk.language, state.kind
        name = kind.name.get(language)
        card = Card("true", gap=XS, margin=M)
        line, words = row(gap=M), column(gap=XS)
        head = row(gap=S)
        head.addWidget(PlainLabel(name, "strong", wrap=True), 1)
        if state.fits:
            head.addWidget(Chip(translate("Letters", "fits now"), "ok"))
        words.addLayout(head)
        words.addWidget(PlainLabel(kind.purpose.get(language), wrap=True))
        words.addWidget(PlainLabel(self._when(state), "caption", wrap=True))
        if len(state.doors) > 1:
            words.addLayout(self._door_line(state, name))
        write = button(translate("Letters", "Write"), lambda: self._want(kind.key))
        write.setAccessibleName(translate("Letters", "Write: {name}").format(name=name))
        self.buttons[kind.key] = write
        line.addLayout(words, 1)
        line.addWidget(write, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(line)
        return card

    def _door_line(self, state: KindState, name: str) -> QHBoxLayout:
        combo = self.doors[state.kind.key] = QuietCombo()
        for door in state.doors:
            combo.addItem(door.name.get(self._desk.language), door.key)
        caption = PlainLabel(translate("Letters", "To"), "caption")
        caption.setBuddy(combo)
        combo.setAccessibleName(translate("Letters", "To whom: {name}").format(name=name))
        line = row(gap=S)
        line.addWidget(caption)
        line.addWidget(combo, 1)
        return line

    def _want(self, key: str) -> None:
        combo = self.doors.get(key)
        self.wanted.emit(key, str(combo.currentData()) if combo is not None else "")

    def _when(self, state: KindState) -> str:
        language, kind = self._desk.language, state.kind
        if state.fits:
            return kind.fits.get(language)
        text = translate("Letters", "{when}. Not now: {reason}.")
        return text.format(when=kind.fits.get(language), reason=kind.not_yet.get(language))

    def _lay_out(self) -> None:
        self.body.addWidget(PlainLabel(translate("Letters", "What would you like to write?"), "heading", wrap=True))
        text = translate(
            "Letters", "Each is composed from what you have recorded; read it, change it, then send it yourself."
        )
        self.body.addWidget(PlainLabel(text, "muted", wrap=True))
        line = row(gap=S)
        caption = PlainLabel(translate("Letters", "Language"), "label")
        caption.setBuddy(self.language)
        self.language.setAccessibleName(caption.text())
        line.addWidget(caption)
        line.addWidget(self.language)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(self.with_unconfirmed)
        self.body.addLayout(self._cards)
        self.body.addStretch(1)
