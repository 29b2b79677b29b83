"""What a person chose for one reader of a dossier, beyond what is usual for that reader."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

MOST_WORDS, LONGEST_WORD = 100, 200
PEOPLE = "@people"  # who was spoken to: no field of the playbook, and hidden like one


class Showing(StrEnum):
    """How an exhibit is shown to a reader."""

    USUAL = "usual"  # as the reader's rule says
    ORIGINAL = "original"
    COPY = "copy"  # its redacted copy, or nothing
    OUT = "out"  # listed, without a page


@dataclass(frozen=True, slots=True)
class Choices:
    """``masked`` and ``shown`` are keys of fields (or PEOPLE) that are masked, or shown, though it is not usual;
    ``words`` are masked wherever they stand; ``exhibits`` are (number, how it is shown), none of them USUAL.
    """

    masked: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    exhibits: tuple[tuple[int, Showing], ...] = ()

    def showing(self, number: int) -> Showing:
        """Return how an exhibit is shown."""
        return dict(self.exhibits).get(number, Showing.USUAL)


NO_CHOICES = Choices()


def words_of(text: str) -> tuple[str, ...]:
    """Return the words a person typed, one a line or parted by commas, each once."""
    for sign in ",，;；、":
        text = text.replace(sign, "\n")
    words = (" ".join(line.split())[:LONGEST_WORD] for line in text.splitlines())
    return tuple(dict.fromkeys(word for word in words if word))[:MOST_WORDS]


def to_text(choices: Choices) -> str:
    """Return choices as text that is stored."""
    content = {
        "masked": sorted(choices.masked),
        "shown": sorted(choices.shown),
        "words": list(choices.words),
        "exhibits": [[number, showing.value] for number, showing in choices.exhibits],
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def from_text(text: str) -> Choices:
    """Return stored choices. Raises ValueError, KeyError, TypeError where it is no such text:
    guessing could show what was to be masked."""
    raw = json.loads(text)
    return Choices(
        frozenset(_texts(raw["masked"])),
        frozenset(_texts(raw["shown"])),
        tuple(_texts(raw["words"])),
        tuple(_exhibits(raw["exhibits"])),
    )


def _texts(raw: Any) -> list[str]:
    if not isinstance(raw, list) or not all(isinstance(one, str) for one in raw):
        raise ValueError("choices: not a list of texts")
    return raw


def _exhibits(raw: Any) -> Iterable[tuple[int, Showing]]:
    for number, showing in raw:
        if type(number) is not int:
            raise ValueError("choices: no exhibit number")
        yield number, Showing(showing)
