"""The command line's own words in the language asked for. JSON keys and values stay as they are."""

from __future__ import annotations

import unicodedata
from datetime import date

from walletcase.infra import resources


class Words:
    """Words of resources/i18n/terminal.toml in one language ("zh_CN"; anything else is English)."""

    def __init__(self, language: str) -> None:
        self._tongue = "zh" if language == "zh_CN" else "en"

    def say(self, group: str, key: str, **params: object) -> str:
        """Return a line or word with its placeholders filled. Raises KeyError for one that is not there."""
        return str(resources.toml("i18n", "terminal.toml")[group][key][self._tongue]).format(**params)

    def weekday(self, on: date) -> str:
        """Return the short name of a day of the week, whatever the system's own language is."""
        return self.say("day", "week").split()[on.weekday()]


def to_right(text: str, columns: int) -> str:
    """Return a text set to the right of so many columns of a terminal, in which a Chinese character takes two."""
    return " " * max(0, columns - width(text)) + text


def to_left(text: str, columns: int) -> str:
    """Return a text filled up to so many columns."""
    return text + " " * max(0, columns - width(text))


def width(text: str) -> int:
    """Return how many columns a text takes."""
    return sum((2 if unicodedata.east_asian_width(char) in "WF" else 1) for char in text)
