"""Words for who reads a dossier, and what that reader does not get to see."""

from __future__ import annotations

from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.choices import Showing
from walletcase.ui.shell.i18n import translate


def audience_text(audience: Audience) -> str:
    """Return who reads it."""
    return {
        Audience.SELF: translate("Dossier", "Myself"),
        Audience.BANK: translate("Dossier", "The bank"),
        Audience.REGULATOR: translate("Dossier", "The regulator"),
        Audience.PUBLIC: translate("Dossier", "The public"),
    }[audience]


def paper_title(audience: Audience) -> str:
    """Return what a paper's file and print job are called beside the case's number, "" for the case's own title: others
    read the names of files, too.
    """
    return "" if audience is Audience.SELF else translate("Dossier", "Dossier")


def audience_note(audience: Audience) -> str:
    """Return what is masked for a reader, "" if nothing is."""
    official = translate(
        "Dossier",
        "Identity and card numbers are masked but for their last four digits. Exhibits with a redacted copy give way "
        "to it.",
    )
    public = translate(
        "Dossier",
        "Names, numbers, phones and addresses are masked, and who was spoken to is left out. Only redacted copies of "
        "exhibits are shown. Look at every page before it goes out.",
    )
    return {Audience.SELF: "", Audience.BANK: official, Audience.REGULATOR: official, Audience.PUBLIC: public}[audience]


def showing_text(showing: Showing) -> str:
    """Return how an exhibit is shown."""
    return {
        Showing.USUAL: translate("Masks", "As usual for this reader"),
        Showing.ORIGINAL: translate("Masks", "The original"),
        Showing.COPY: translate("Masks", "Its redacted copy only"),
        Showing.OUT: translate("Masks", "Not shown, listed only"),
    }[showing]


def fate_text(withheld: str, replaced_by: int | None) -> str:
    """Return whether a reader sees an exhibit, and why not (domain.dossiers.audience.fates)."""
    shape = {
        "": translate("Masks", "shown"),
        "left_out": translate("Masks", "not shown, listed only"),
        "private": translate("Masks", "not shown, has no redacted copy"),
        "replaced": translate("Masks", "replaced by Exhibit {number}"),
    }[withheld]
    return shape.format(number=replaced_by)


def exhibit_stamp(number: int) -> str:
    """Return what an exhibit is called."""
    return translate("Masks", "Exhibit {number}").format(number=number)
