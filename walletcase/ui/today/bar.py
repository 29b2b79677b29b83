"""A bar over the window that tells of reminders: it takes no focus, waits, and is put away by the person."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from walletcase.ui.look.tokens import L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button, icon_button
from walletcase.ui.widgets.labels import ElidedLabel, PlainLabel
from walletcase.ui.widgets.layout import row


class NoticeBar(QFrame):
    """Hidden while there is nothing to tell. ``look_wanted``: the person wants to see what it is about."""

    look_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("notices")
        colours = desk.theme.colours
        self._icon = PlainLabel()
        size = desk.theme.px(18)
        self._icon.setPixmap(desk.icon("bell", colours.accent_text).pixmap(size, size))
        self._text = ElidedLabel("", "accent")
        self.look_button = button(translate("Notices", "Look at Today"), self._look, kind="quiet")
        cross = desk.icon("x", colours.accent_text)
        self.away_button = icon_button(translate("Notices", "Put this away"), cross, self.put_away)
        box = row(self, gap=M)
        box.setContentsMargins(L, S, M, S)
        box.addWidget(self._icon)
        box.addWidget(self._text, 1)
        box.addWidget(self.look_button)
        box.addWidget(self.away_button)
        self.hide()

    @property
    def text(self) -> str:
        """What it tells, "" while it is away."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, text: str) -> None:
        """Show a line in the place of the one before."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.look_button.setAccessibleDescription(text)
        self.show()

    def put_away(self) -> None:
        """Hide the bar."""
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Do without the bell where there is little room."""
        super().resizeEvent(event)
        self._icon.setVisible(self.width() > 30 * self.fontMetrics().averageCharWidth())

    def _look(self) -> None:
        self.put_away()
        self.look_wanted.emit()
