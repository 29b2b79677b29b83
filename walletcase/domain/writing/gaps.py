"""Marks that stand in a letter where a fact is missing, and how they are found again after the person has edited it.

No letter that holds such a mark, or anything that looks like template syntax, may leave the app.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MARKS = {"zh_CN": "〔请填写：{}〕", "en": "[please fill in: {}]"}

# Whole marks first; then what is left of one that was half deleted, and template syntax of any kind.
_WHOLE = re.compile(r"〔请填写：(?P<zh>[^〔〕\n]*)〕|\[please fill in: (?P<en>[^\[\]\n]*)\]")
_REST = re.compile(r"(?:〔请填写|\[please fill in|\{\{|\{%)[^\n]{0,20}|[^\n]{0,20}(?:\}\}|%\})")


@dataclass(frozen=True, slots=True)
class GapMark:
    """One place in a letter that must not leave the app. ``name`` is what is missing, "" for a leftover of syntax.

    ``start`` and ``end`` are places in the letter's text, ``shown`` what stands there.
    """

    name: str
    start: int
    end: int
    shown: str


def mark(name: str, language: str) -> str:
    """Return the mark for a missing fact called ``name``."""
    return MARKS["zh_CN" if language == "zh_CN" else "en"].format(name)


def marks_in(body: str) -> tuple[GapMark, ...]:
    """Return every mark and every leftover of template syntax in a text, in order."""
    found = [
        GapMark((whole["zh"] or whole["en"] or "").strip(), *whole.span(), whole[0]) for whole in _WHOLE.finditer(body)
    ]
    rest = _WHOLE.sub(lambda whole: "\0" * len(whole[0]), body)
    found += [GapMark("", *left.span(), left[0].strip("\0 ")) for left in _REST.finditer(rest)]
    return tuple(sorted(found, key=lambda gap: gap.start))
