"""Asking a time-stamp authority over the network: the one network act, off until the person allows it each time."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QProgressBar

from walletcase.ui.look.tokens import L, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.tasks import Job
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, row


class AskPanel(Card):
    """``asked`` carries the address, after the person said yes to this one connection."""

    asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__("true", gap=S, margin=L)
        self._desk = desk
        self._job: Job | None = None
        self._is_asking = False
        self.body.addWidget(PlainLabel(translate("Stamps", "Ask an authority over the network"), "overline"))
        more = translate(
            "Stamps",
            "This is the one thing for which the app connects to the network, and it is off. What is sent is a hash "
            "of 32 bytes: no name, no text, no file. The authority sees your network address, as with any website.",
        )
        self.body.addWidget(PlainLabel(more, "muted", wrap=True))
        self.allow = QCheckBox(translate("Stamps", "Let me ask an authority, until this window is closed"))
        self.allow.toggled.connect(self._follow)
        self.body.addWidget(self.allow)
        self.address = QLineEdit()
        self.address.setPlaceholderText("https://")
        self.address.setAccessibleName(translate("Stamps", "Address of the authority"))
        self.address.textChanged.connect(self._follow)
        self.address.returnPressed.connect(self.ask)
        self.ask_button = button(translate("Stamps", "Ask now…"), self.ask, icon=desk.icon("globe"))
        line = row(gap=S)
        line.addWidget(self.address, 1)
        line.addWidget(self.ask_button)
        self.body.addLayout(line)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("Stamps", "The authority is being asked"))
        self.cancel_button = button(translate("Stamps", "Cancel"), self.cancel, kind="quiet")
        below = row(gap=S)
        below.addWidget(self.bar, 1)
        below.addWidget(self.cancel_button)
        self.body.addLayout(below)
        self._follow()

    def ask(self) -> None:
        """Ask for one connection, and say what goes out."""
        address = self.address.text().strip()
        if not self.ask_button.isEnabled() or not address:
            return
        question = translate("Stamps", "Connect to {host} now?").replace("{host}", _host(address) or address)
        more = translate("Stamps", "A hash of 32 bytes is sent, and nothing else. The answer is checked and kept.")
        if self._desk.dialogs.confirm(question, more, translate("Stamps", "Connect and ask")):
            self.asked.emit(address)

    def began(self) -> None:
        """Show that somebody is being asked."""
        self._is_asking = True
        self._follow()

    def take(self, job: Job) -> None:
        """The job that asks, so that it can be cancelled."""
        self._job = job if self._is_asking else None

    def ended(self) -> None:
        """It came to an end."""
        self._is_asking, self._job = False, None
        self._follow()

    def cancel(self) -> None:
        """Stop waiting for the answer."""
        if self._job is not None:
            self._job.cancel()

    def _follow(self) -> None:
        is_asking = self._is_asking
        for widget in (self.bar, self.cancel_button):
            widget.setVisible(is_asking)
        self.address.setEnabled(self.allow.isChecked() and not is_asking)
        self.ask_button.setEnabled(self.address.isEnabled() and bool(self.address.text().strip()))
        self.allow.setEnabled(not is_asking)


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
