"""Time stamps as cards, and what is said of each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from walletcase.services.custody import StampState
from walletcase.ui.look.tokens import XS, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import Card, row


def state_of(state: StampState) -> tuple[str, str, str]:
    """Return (chip, its tone, what it means) of a stamp."""
    if not state.holds:
        return (
            translate("Stamps", "No longer holds"),
            "danger",
            translate("Stamps", "The journal, or the answer, is not what it was when this was stamped."),
        )
    if not state.stamp.answer:
        return (
            translate("Stamps", "Waiting for the answer"),
            "warn",
            translate("Stamps", "Carry the request file to an authority, then import what it answers."),
        )
    if state.is_trusted:
        return (
            translate("Stamps", "Checked"),
            "ok",
            translate("Stamps", "The signature leads to the certificate that you gave."),
        )
    if state.is_signed:
        return (
            translate("Stamps", "Signer not confirmed"),
            "plain",
            translate(
                "Stamps",
                "The signature fits, but the app does not know who that is. Import the answer once more with "
                "the authority's certificate.",
            ),
        )
    return (
        translate("Stamps", "Signature not checked"),
        "plain",
        translate("Stamps", "The answer came without a certificate. Import it once more with the authority's."),
    )


def moment(at: str) -> str:
    """Return an ISO time to the second, without its zone."""
    return at[:19].replace("T", " ")


class StampCard(Card):
    """One time stamp; ``save`` writes what a stranger needs to check it."""

    def __init__(self, desk: Desk, state: StampState, save: Callable[[StampState], None]) -> None:
        chip, tone, meaning = state_of(state)
        super().__init__("danger" if tone == "danger" else "true", gap=XS, margin=M)
        stamp = state.stamp
        head, flow = flow_row(S)
        covers = translate("Stamps", "Lines 1 to {n} of the journal").format(n=stamp.journal_seq)
        flow.addWidget(PlainLabel(covers, "strong"))
        flow.addWidget(Chip(chip, tone))
        self.body.addWidget(head)
        if stamp.stamped_at:
            told = translate("Stamps", "Stamped {time} UTC by {name}")
            told = told.replace("{time}", moment(stamp.stamped_at)).replace("{name}", stamp.authority or "?")
            self.body.addWidget(PlainLabel(told, wrap=True).let_select())
        asked = translate("Stamps", "Asked for {time}").format(time=moment(stamp.made_at)[:16])
        self.body.addWidget(PlainLabel(f"{asked} · {meaning}", "caption", wrap=True))
        if stamp.answer and state.holds:
            self.save = button(
                translate("Stamps", "Save the proof…"), partial(save, state), kind="quiet", icon=desk.icon("download")
            )
            self.save.setAccessibleName(f"{self.save.text()} {covers}")
            line = row()
            line.addWidget(self.save)
            line.addStretch(1)
            self.body.addLayout(line)
