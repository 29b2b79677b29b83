"""Finds time limits and phone numbers in prose, however they are written: 15 日, 十五个工作日, fifteen working days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

_HAN = {word: number for number, word in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_ENGLISH = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30, "forty-five": 45,
    "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90,
}  # fmt: skip
_HAN_NUMBER = re.compile(r"[零〇一二两三四五六七八九十百]+(?=\s*个?\s*(?:工作日|自然日|日|天|年|月|周|小时|万))")
_WORDS = "|".join(sorted(_ENGLISH, key=len, reverse=True))
_ENGLISH_NUMBER = re.compile(
    rf"\b({_WORDS})\b(?=[ -](?:(?:more|calendar|working|business|natural)[ -])*(?:day|year|month|week|hour)s?\b)", re.I
)
# A day of a month (3 月 5 日) and a year (2026 年) are no terms.
_TERM = re.compile(r"(?<![\d月第])(?<!月 )(?<!\d[-.])(\d+)\s*(?:个?\s*(?:工作日|自然日|日(?![志期子])|天|年|周)|个月)")
_ENGLISH_TERM = re.compile(
    r"\b(\d+)[ -](?:(?:more|calendar|working|business|natural)[ -])*(days?|years?|months?|weeks?)\b"
)
_PHONE = re.compile(
    r"(?<![\d.,:-])(?:110|119|120|122|1\d{4}|9\d{4}|400[ -]?\d{3}[ -]?\d{4})(?![\d.,]*\d)(?!\s*(?:元|yuan))"
)


def in_digits(text: str) -> str:
    """Return a text in which numbers of days, months, years and hours are digits."""
    text = _HAN_NUMBER.sub(lambda found: str(_han(found[0])), text)
    return _ENGLISH_NUMBER.sub(lambda found: str(_ENGLISH[found[1].lower()]), text)


def terms_in(text: str) -> list[str]:
    """Return every term in a text, as digits with what follows. "One day" (一天, 哪一天) is a day, not a term."""
    plain = in_digits(text)
    found = [*_TERM.finditer(plain), *_ENGLISH_TERM.finditer(plain)]
    return [one[0] for one in found if 1 < int(one[1]) < 1900]


def phones_in(text: str) -> list[str]:
    """Return every number of a hotline in a text."""
    return _PHONE.findall(text)


def strings_in(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield (place, text) for every text in a parsed file."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from strings_in(part, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        for number, part in enumerate(value, 1):
            yield from strings_in(part, f"{path}[{_name(part) or number}]")


def _name(part: Any) -> str:
    return str(part.get("key", "")) if isinstance(part, Mapping) else ""


def _han(written: str) -> int:
    total = digit = 0
    for char in written:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = digit * 10 + _HAN[char]
    return total + digit
