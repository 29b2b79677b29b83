"""One inviting page: make a case, or look at the sample."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from walletcase.ui.look.icons import draw_sized
from walletcase.ui.look.tokens import XL, XS, L, M
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, column, row


class WelcomePage(QFrame):
    """Shown while there is no case at all."""

    new_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("pane", "page")
        colours = desk.theme.colours
        picture = PlainLabel()
        ratio = self.devicePixelRatioF()
        pixmap = draw_sized("icons/empty-welcome.svg", colours.accent_text, QSize(320, 220) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        picture.setPixmap(pixmap)
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        picture.setAccessibleName(translate("Welcome", "A folder with a seal"))
        plus = desk.icon("plus", colours.on_accent)
        new = button(translate("Welcome", "Make your first case"), self.new_wanted.emit, kind="primary", icon=plus)
        look = button(translate("Welcome", "Look at the sample case"), self.sample_wanted.emit, icon=desk.icon("eye"))
        line = row(gap=M)
        line.addStretch(1)
        line.addWidget(new)
        line.addWidget(look)
        line.addStretch(1)
        box = column(self, gap=L, margin=XL)
        box.addStretch(2)
        box.addWidget(picture)
        box.addWidget(self._centred(translate("Welcome", "Keep every call and every proof"), "display"))
        promise = translate("Welcome", "Step by step from 'it will not open' to 'settled', with a record to print.")
        box.addWidget(self._centred(promise, "muted"))
        box.addLayout(line)
        box.addSpacing(L)
        box.addLayout(self._safe(desk))
        box.addStretch(3)

    def _centred(self, text: str, role: str) -> PlainLabel:
        label = PlainLabel(text, role, wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label

    def _safe(self, desk: Desk) -> QHBoxLayout:
        card = Card(gap=XS)
        card.setMaximumWidth(560)
        card.body.addWidget(PlainLabel(translate("Welcome", "Your data stays on this computer"), "label"))
        text = translate("Welcome", "No account, no network. Everything is kept in one folder that only you can read:")
        card.body.addWidget(PlainLabel(text, "muted", wrap=True))
        card.body.addWidget(PlainLabel(str(desk.services.data_folder), "caption", wrap=True).let_select())
        line = row()
        line.addStretch(1)
        line.addWidget(card, 4)
        line.addStretch(1)
        return line
