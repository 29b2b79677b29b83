"""The cheat sheet of shortcuts, made from the table of commands."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QWidget

from walletcase.ui.look.tokens import XL, L, S
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import Card, column
from walletcase.ui.window.actions import commands


class KeysDialog(QDialog):
    """Every command that has a shortcut."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Keys", "Keyboard shortcuts"))
        card = Card(margin=L)
        grid = QGridLayout()
        grid.setHorizontalSpacing(XL)
        grid.setVerticalSpacing(S)
        entries = [(c.text.rstrip("…"), QKeySequence(c.shortcut)) for c in commands() if c.shortcut]
        entries += [
            (translate("Keys", "Save the contact being written"), QKeySequence("Ctrl+Return")),
            (translate("Keys", "Next step"), QKeySequence("Alt+Right")),
            (translate("Keys", "Previous step"), QKeySequence("Alt+Left")),
        ]
        half = (len(entries) + 1) // 2
        for place, (text, keys) in enumerate(entries):
            line, side = place % half, place // half * 2
            grid.addWidget(PlainLabel(text), line, side)
            grid.addWidget(Chip(keys.toString(QKeySequence.SequenceFormat.NativeText)), line, side + 1)
        card.body.addLayout(grid)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        box = column(self, gap=L, margin=XL)
        box.addWidget(PlainLabel(translate("Keys", "Keyboard shortcuts"), "title"))
        box.addWidget(card)
        box.addWidget(buttons)
