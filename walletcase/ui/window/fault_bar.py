"""A bar over the window that tells of what is not as it was stored: calm, waiting, put away by the person."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from walletcase.ui.look.tokens import L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button, icon_button
from walletcase.ui.widgets.labels import ElidedLabel, PlainLabel
from walletcase.ui.widgets.layout import row


class FaultBar(QFrame):
    """Hidden while all is well. ``look_wanted``: the person wants to see what it is, and what to do."""

    look_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("faults")
        size, ink = desk.theme.px(18), desk.theme.colours.danger
        icon = PlainLabel()
        icon.setPixmap(desk.icon("triangle-alert", ink).pixmap(size, size))
        self._text = ElidedLabel("", "danger")
        self.look_button = button(translate("Faults", "See what to do"), self._look, kind="quiet")
        cross = desk.icon("x", ink)
        self.away_button = icon_button(translate("Faults", "Put this away"), cross, self.hide)
        box = row(self, gap=M)
        box.setContentsMargins(L, S, M, S)
        box.addWidget(icon)
        box.addWidget(self._text, 1)
        box.addWidget(self.look_button)
        box.addWidget(self.away_button)
        self.hide()

    @property
    def text(self) -> str:
        """What it tells, "" while it is away."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, count: int) -> None:
        """Say how many things are not as they were stored; 0 hides the bar."""
        told = translate("Faults", "%n thing(s) are not as they were stored. The rest works as usual.", "", count)
        self._text.setText(told)
        self.setAccessibleName(told)
        self.look_button.setAccessibleDescription(told)
        self.setVisible(bool(count))

    def _look(self) -> None:
        self.hide()
        self.look_wanted.emit()
