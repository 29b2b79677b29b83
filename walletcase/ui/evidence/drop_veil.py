"""What shows over the tab while files are held over it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from walletcase.ui.look.tokens import S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card


class DropVeil(Card):
    """Covers its parent; lets the mouse through."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__("drop", parent, gap=S)
        self.setProperty("hot", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.body.addStretch(1)
        icon = PlainLabel()
        icon.setPixmap(desk.icon("download", desk.theme.colours.accent_text).pixmap(48, 48))
        heading = PlainLabel(translate("Evidence", "Let go to add to this case"), "heading")
        more = PlainLabel(
            translate("Evidence", "The files are copied; your own stay where they are."), "muted", wrap=True
        )
        for label in (icon, heading, more):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.body.addWidget(label)
        self.body.addStretch(1)
        self.hide()

    def cover(self) -> None:
        """Show over the whole parent."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect().adjusted(S, S, -S, -S))
        self.raise_()
        self.show()
