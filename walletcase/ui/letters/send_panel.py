"""Asks how and when a letter was sent, in the place where it is read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from walletcase.domain.case import CaseRecord
from walletcase.ui.look.tokens import XS, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.date_field import DateField
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card
from walletcase.ui.widgets.quiet_combo import QuietCombo

_MOST_SHOWN = 3


class SendPanel(Card):
    """``confirmed`` carries the channel's key and the day; ``dropped`` that nothing is to be done; ``check_wanted``
    that the person wants to see all that the check found.
    """

    confirmed = Signal(str, str)
    dropped = Signal()
    check_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("accent", gap=S, margin=M)
        self._desk = desk
        self.channel = QuietCombo()
        today = desk.services.clock.today()
        day_name = translate("Letters", "Day")
        self.day = DateField(day_name, desk.icon, today, translate("Letters", "Pick a date"))
        self.confirm = button(translate("Letters", "Mark as sent"), self._confirm, kind="primary")
        self.cancel = button(translate("Letters", "Cancel"), self.dropped.emit, kind="quiet")
        text = translate(
            "Letters", "You send it yourself. The app keeps these words unchanged and files the contact."
        )
        self.body.addWidget(PlainLabel(text, wrap=True))
        box, line = flow_row(gap=S)
        via = PlainLabel(translate("Letters", "Sent via"), "label")
        via.setBuddy(self.channel)
        self.channel.setAccessibleName(via.text())
        on = PlainLabel(day_name, "label")
        on.setBuddy(self.day)
        for widget in (via, self.channel, on, self.day, self.confirm, self.cancel):
            line.addWidget(widget)
        self.body.addWidget(box)
        self.body.addWidget(self._make_warning())
        self.hide()

    def _make_warning(self) -> Card:
        self.warning = Card("warn", gap=XS, margin=S)
        self.found = PlainLabel("", wrap=True)
        self.look = button(translate("Letters", "See the check"), self.check_wanted.emit, kind="link")
        self.warning.body.addWidget(self.found)
        self.warning.body.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        self.warning.hide()
        return self.warning

    def warn(self, found: Sequence[str]) -> None:
        """Say what the check found that may harm or be refused; the letter can be sent all the same."""
        head = translate("Letters", "Before it goes out, look at %n point(s):", "", len(found))
        more = translate("Letters", "… and %n more", "", len(found) - _MOST_SHOWN) if len(found) > _MOST_SHOWN else ""
        lines = (head, *(f"· {one}" for one in found[:_MOST_SHOWN]), more)
        self.found.setText("\n".join(line for line in lines if line))
        self.warning.setVisible(bool(found))

    def ask(self, record: CaseRecord, usual: str = "letter") -> None:
        """Ask for a letter of this case; ``usual`` is the channel that is likely."""
        self.warn(())
        self.channel.clear()
        for channel in record.playbook.channels:
            self.channel.addItem(channel.name.get(self._desk.language), channel.key)
        self.channel.setCurrentIndex(max(0, self.channel.findData(usual)))
        self.day.line.setText(self._desk.services.clock.today())
        self.show()
        self.channel.setFocus()

    def _confirm(self) -> None:
        if self.day.is_bad() or not self.day.value():
            self.day.line.setFocus()
            return
        self.confirmed.emit(str(self.channel.currentData()), self.day.value())


def usual_channel(door_kind: str) -> str:
    """Return the channel by which a letter to a kind of door mostly goes."""
    return {
        "branch": "branch",
        "online": "online",
        "nfra": "regulator",
        "pboc": "regulator",
        "mediation": "mediation",
    }.get(door_kind, "letter")
