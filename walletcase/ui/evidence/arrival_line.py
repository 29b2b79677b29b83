"""One line above the exhibits: files came into the watched folder, and may be added to this case."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal

from walletcase.ui.evidence.watching import FolderWatch
from walletcase.ui.look.tokens import L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import ElidedLabel
from walletcase.ui.widgets.layout import Card, row


class ArrivalLine(Card):
    """``add_wanted`` carries the paths. Shows itself while something waits to be added or declined."""

    add_wanted = Signal(object)

    def __init__(self, desk: Desk, watch: FolderWatch) -> None:
        super().__init__("true", gap=S, margin=S)
        self._watch = watch
        self.label = ElidedLabel("", "strong")
        self.add = button(translate("Evidence", "Add to this case"), self._add, kind="primary")
        self.decline = button(translate("Evidence", "Not now"), self._decline)
        line = row(gap=M)
        line.addWidget(self.label, 1)
        line.addWidget(self.add)
        line.addWidget(self.decline)
        self.body.setContentsMargins(L, S, S, S)
        self.body.addLayout(line)
        watch.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        paths = self._watch.waiting
        self.setVisible(bool(paths))
        if paths:
            self.label.setText(arrival_text(paths))

    def _add(self) -> None:
        paths = self._watch.waiting
        self._watch.done_with(paths)
        self.add_wanted.emit(paths)

    def _decline(self) -> None:
        self._watch.done_with(self._watch.waiting)


def arrival_text(paths: tuple[Path, ...]) -> str:
    """Return what came, by name if it is one."""
    if len(paths) == 1:
        return translate("Evidence", "A new file arrived: {file}").format(file=paths[0].name)
    return translate("Evidence", "%n new files arrived", "", len(paths))
