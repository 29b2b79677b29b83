"""Says why there is nothing to see of an exhibit; sound and film can be played by the system's own player."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from walletcase.domain.evidence import Evidence
from walletcase.ui.evidence import words
from walletcase.ui.evidence.transport import Transport
from walletcase.ui.look.tokens import L, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column


class ViewerNote(QWidget):
    """``open_asked``: the person wants the system's own program to show it."""

    open_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._icon = PlainLabel()
        self.heading = PlainLabel("", "strong", wrap=True)
        self.more = PlainLabel("", "muted", wrap=True)
        box = column(self, gap=S, margin=L)
        box.addStretch(1)
        for label in (self._icon, self.heading, self.more):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(label)
        self.transport = Transport(desk)
        self.transport.failed.connect(self._cannot_play)
        self.transport.hide()
        box.addWidget(self.transport)
        self.open = button(translate("Evidence", "Open with system viewer"), self.open_asked.emit)
        box.addWidget(self.open, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)

    def tell(self, item: Evidence, reason: str) -> None:
        """Say it for an item."""
        colours = self._desk.theme.colours
        alarming = reason in ("missing", "damaged")
        plain = "triangle-alert" if alarming else words.kind_icon(item.media.media_type)
        name = "lock" if reason == "encrypted" else plain
        colour = colours.danger if reason == "missing" else colours.muted
        self._icon.setPixmap(self._desk.icon(name, colour).pixmap(48, 48))
        plays = words.is_played(item.media.media_type) and reason == "unsupported"
        heading, more = words.played_text(item) if plays else words.reason_text(reason)
        self.open.setText(
            translate("Evidence", "Play with the system's player")
            if plays
            else translate("Evidence", "Open with system viewer")
        )
        self.open.setVisible(reason not in ("missing", "empty"))
        sounds = plays and words.is_heard(item.media.media_type)
        self.transport.open(item if sounds else None)
        self.transport.setVisible(sounds)
        self.heading.setText(heading)
        self.more.setText(more)

    def _cannot_play(self, reason: str) -> None:
        self.transport.hide()
        self.more.setText(words.unheard_text(reason))
