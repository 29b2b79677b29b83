"""What was written down, to be read: a label over its text, one after the other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from walletcase.ui.look.tokens import XS, M
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column


class ValueList(QWidget):
    """Pairs of (label, text), the text selectable so that it can be copied."""

    def __init__(self, pairs: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(self, gap=M)
        for label, text in pairs:
            pair = column(gap=XS)
            pair.addWidget(PlainLabel(label, "caption", wrap=True))
            said = PlainLabel(text, wrap=True).let_select()
            said.setAccessibleName(f"{label}: {text}")
            pair.addWidget(said)
            box.addLayout(pair)
