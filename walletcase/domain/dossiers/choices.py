"""What a person chose for one reader of a dossier, beyond what is usual for that reader."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
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


def to_text(choices: Choices, ids: Mapping[int, int]) -> str:
    """Return choices as text that is stored. ``ids`` are the exhibits' own by number: numbers change, and what was
    hidden must not change its place with another.
    """
    content = {
        "masked": sorted(choices.masked),
        "shown": sorted(choices.shown),
        "words": list(choices.words),
        "evidence": [[ids[number], showing.value] for number, showing in choices.exhibits if number in ids],
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def from_text(text: str, numbers: Mapping[int, int]) -> Choices:
    """Return stored choices. ``numbers`` are the exhibits' present ones by their own id; one that is gone is left out.

    Raises ValueError, KeyError, TypeError where it is no such text: guessing could show what was to be masked.
    """
    raw = json.loads(text)
    return Choices(
        frozenset(_texts(raw["masked"])),
        frozenset(_texts(raw["shown"])),
        tuple(_texts(raw["words"])),
        tuple(sorted(_exhibits(raw, numbers))),
    )


def translated(text: str, ids: Mapping[object, int]) -> str:
    """Return stored choices that name exhibits by other ids; one that is gone is left out. Raises as from_text does."""
    from_text(text, {})
    raw = json.loads(text)
    if "evidence" not in raw:
        return text
    raw["evidence"] = [[ids[one], showing] for one, showing in raw["evidence"] if one in ids]
    return json.dumps(raw, ensure_ascii=False, sort_keys=True)


def _texts(raw: Any) -> list[str]:
    if not isinstance(raw, list) or not all(isinstance(one, str) for one in raw):
        raise ValueError("choices: not a list of texts")
    return raw


def _exhibits(raw: Any, numbers: Mapping[int, int]) -> Iterable[tuple[int, Showing]]:
    for one, showing in raw["evidence"] if "evidence" in raw else raw["exhibits"]:
        if type(one) is not int:
            raise ValueError("choices: no exhibit")
        chosen = Showing(showing)
        number = numbers.get(one) if "evidence" in raw else one  # the first version kept the numbers themselves
        if number is not None:
            yield number, chosen
