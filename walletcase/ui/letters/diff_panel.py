"""Shows what a letter composed anew would say otherwise, before anything is replaced."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from walletcase.domain.writing.diff import DiffLine, has_changes
from walletcase.ui.look.tokens import XS, M, S
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, ScrollColumn, clear, column, row


class DiffPanel(Card):
    """``taken`` carries the new text; ``dropped`` that the person keeps their own."""

    taken = Signal(str)
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__("accent", gap=S, margin=M)
        self._body = ""
        self.head = PlainLabel("", "strong", wrap=True)
        self.area = ScrollColumn(gap=XS, margin=0)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(translate("Letters", "What would change"))
        self._lines = column(gap=XS)
        self.area.body.addLayout(self._lines)
        self.area.body.addStretch(1)
        take = translate("Letters", "Take the new text")
        self.take = button(take, lambda: self.taken.emit(self._body), kind="primary")
        self.keep = button(translate("Letters", "Keep mine"), self.dropped.emit, kind="quiet")
        line = row(gap=S)
        line.addWidget(self.take)
        line.addWidget(self.keep)
        line.addStretch(1)
        self.body.addWidget(self.head)
        self.body.addWidget(self.area, 1)
        self.body.addLayout(line)
        self.hide()

    def show_diff(self, body: str, lines: Sequence[DiffLine]) -> None:
        """Show the lines that differ."""
        self._body = body
        clear(self._lines)
        differs = has_changes(tuple(lines))
        self.take.setVisible(differs)
        self.area.setVisible(differs)
        self.head.setText(
            translate("Letters", "Composed anew from today's record it would say:")
            if differs
            else translate("Letters", "Composed anew it says the same.")
        )
        for one in lines:
            if one.sign != " ":
                mark = translate("Letters", "out") if one.sign == "-" else translate("Letters", "in")
                label = PlainLabel(f"{one.sign}  {one.text}", "danger" if one.sign == "-" else "ok", wrap=True)
                label.setAccessibleName(f"{mark}: {one.text}")
                self._lines.addWidget(label)
        self.show()
        (self.take if differs else self.keep).setFocus()
