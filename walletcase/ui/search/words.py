"""What the search box calls the places in which it finds something."""

from __future__ import annotations

from walletcase.ui.shell.i18n import translate

ICONS = {
    "case": "briefcase",
    "value": "clipboard-list",
    "entry": "message-square",
    "evidence": "paperclip",
    "letter": "mail",
    "offer": "scale",
    "claim": "flag",
}


def kind_text(kind: str) -> str:
    """Return the name of a kind of hit."""
    return {
        "case": translate("Search", "Case"),
        "value": translate("Search", "Fact"),
        "entry": translate("Search", "Contact"),
        "evidence": translate("Search", "Evidence"),
        "letter": translate("Search", "Letter"),
        "offer": translate("Search", "Offer"),
        "claim": translate("Search", "Stated fact"),
    }.get(kind, kind)
