"""How letters are spoken of in the window."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from walletcase.domain.flow.playbook import Playbook
from walletcase.domain.letter import Letter
from walletcase.services.letters import LetterService
from walletcase.ui.shell.i18n import translate


def name_of(letter: Letter, letters: LetterService, language: str) -> str:
    """Return what a letter is called: its title, else its kind."""
    if letter.title:
        return letter.title
    kind = next((kind for kind in letters.all_kinds if kind.key == letter.kind), None)
    return kind.name.get(language) if kind else letter.kind


def state_of(letter: Letter, is_intact: bool) -> str:
    """Return where a letter stands, in a few words."""
    if not letter.sent_at:
        return translate("Letters", "Draft of {date}").format(date=letter.updated_at[:10])
    if is_intact:
        return translate("Letters", "Sent on {date}").format(date=letter.sent_at[:10])
    return translate("Letters", "Sent on {date}, altered since").format(date=letter.sent_at[:10])


def sent_text(letter: Letter, playbook: Playbook, language: str) -> str:
    """Return when and by which channel a letter was sent."""
    channel = playbook.channel(letter.sent_via)
    via = channel.name.get(language) if channel else letter.sent_via
    at = letter.sent_at[:16].replace("T", " ")
    return translate("Letters", "Sent on {date} via {channel}").format(date=at, channel=via)


def count_text(chars: int, limit: int) -> str:
    """Return how long a text is, and how much its form takes."""
    shown = QLocale().toString(chars)
    if limit:
        return translate("Letters", "{n} of {limit} characters").format(n=shown, limit=QLocale().toString(limit))
    return translate("Letters", "{n} characters").format(n=shown)
