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
    "words": "file-text",
    "mark": "pencil",
    "step": "circle-check",
    "deadline": "calendar-clock",
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
        "words": translate("Search", "Words on a page"),
        "mark": translate("Search", "Note on a page"),
        "step": translate("Search", "Step"),
        "deadline": translate("Search", "Deadline"),
    }.get(kind, kind)


def scope_text() -> str:
    """Return what can be searched, and how."""
    return translate(
        "Search",
        "Finds cases, facts, contacts, demands, letters, evidence and the words inside it. One character is enough; "
        "width, case and gaps inside numbers make no difference.",
    )
