"""A dossier in brief: what each part comes down to, for a reader who has the whole at hand or can ask for it.

It is made of what the reader gets to see anyway: a text is cut after it was masked, never through what is masked.
"""

from __future__ import annotations

import re
from dataclasses import replace

from walletcase.domain.dossiers.document import Depth, Dossier

_MOST_WIDE = 48  # characters of a contact's words that are told; a Latin letter counts for half
_MORE, _LATIN_MORE = "…", "..."  # the fonts have the one where Chinese has it: at half the height of a line
_LEAST_WIDE = 8  # what ends sooner is no sentence: a number in a list, "Mr."
_ENDS = re.compile(r"(?:[。！？!?；;\n]|(?<=[a-z]{3})\.(?=\s|$))[”’」』）)\"']*")


def in_brief(dossier: Dossier) -> Dossier:
    """Return a dossier with contacts cut to their beginning, steps to how their last round ended, letters to their
    names; what the journal says of exhibits is left out.
    """
    steps = tuple(
        replace(step, rounds=tuple(replace(last, fields=()) for last in step.rounds[-1:])) for step in dossier.steps
    )
    timeline = tuple(replace(row, summary=beginning(row.summary)) for row in dossier.timeline)
    letters = tuple(replace(letter, body="") for letter in dossier.letters)
    return replace(dossier, steps=steps, timeline=timeline, letters=letters, custody=(), depth=Depth.BRIEF)


def beginning(text: str) -> str:
    """Return the first sentence of a text, or as much of it as fits a line or two; a cut is told by dots."""
    plain = text.strip()
    ends = (found.end() for found in _ENDS.finditer(plain))
    first = plain[: next((end for end in ends if _wide(plain[:end]) >= _LEAST_WIDE), len(plain))].strip()
    kept = _fitting(first)
    more = _MORE if any(ord(sign) >= 0x2E80 for sign in kept) else _LATIN_MORE
    return kept if kept == plain else kept.rstrip("。.；;，, ") + more


def _wide(text: str) -> float:
    return sum(1 if ord(sign) >= 0x2E80 else 0.5 for sign in text)


def _fitting(text: str) -> str:
    """As much of a text as is not too wide; Latin words stay whole where that is possible."""
    wide = 0.0
    for at, sign in enumerate(text):
        wide += 1 if ord(sign) >= 0x2E80 else 0.5
        if wide > _MOST_WIDE:
            start, space, _ = text[:at].rpartition(" ")
            return start if space and len(start) > at // 2 else text[:at]
    return text
