"""How words are compared when somebody searches: width, case and the gaps inside numbers make no difference."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

LEAST_DIGITS = 4  # a shorter number is looked for only as it is written
REACH = 16  # characters on each side of a line's end that are looked through as if there were none

_GAP = "[ \\-\u2010-\u2015,]"  # between the digits of one number, as cards, phones, dates and sums are written
_HAN = "[\u3400-\u4dbf\u4e00-\u9fff]"
_END = r"[ \t\r]*\n\s*"
_WITH_GAPS = re.compile(rf"\d+(?:{_GAP}\d+)+(?:\.\d+)?")
_NUMBER = re.compile(rf"\d+(?:{_GAP}\d+)*(?:\.\d+)?")
_NO_DIGIT = re.compile(r"[^\d.]+")
_BROKEN = re.compile(rf"(?<={_HAN}){_END}(?={_HAN})")
_CLUSTER = re.compile(r"(?s:.)[\u0300-\u036f\u3099\u309a]*")  # what folds together: a letter and its marks


def storable(text: str) -> str:
    """Return text that UTF-8 can carry: half characters, as undecodable file names have, become U+FFFD."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def fold(text: str) -> str:
    """Return text without what a person would not tell apart: full and half width, compatibility forms, case."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", storable(text)).casefold())


def besides(folded: str) -> list[str]:
    """Return what is looked through beside a folded text: its numbers without their gaps (6222 0212 is 62220212), and
    what is around the ends of lines that stand inside Chinese words, without them.
    """
    numbers = (_NO_DIGIT.sub("", match.group()) for match in _WITH_GAPS.finditer(folded))
    return [*(number for number in numbers if len(number) >= LEAST_DIGITS), *_over_the_ends(folded)]


def _over_the_ends(folded: str) -> list[str]:
    if "\n" not in folded:
        return []
    lines = _BROKEN.split(folded)
    whole, at, shown_to = "".join(lines), 0, 0
    found: list[str] = []
    for line in lines[:-1]:
        at += len(line)
        first, last = at - REACH, min(len(whole), at + REACH)
        if found and first <= shown_to:
            found[-1] += whole[shown_to:last]
        else:
            found.append(whole[max(0, first) : last])
        shown_to = last
    return found


def bare_query(folded: str) -> str:
    """Return the digits of a folded query that is one number, however it is written; "" for any other query."""
    digits = _NO_DIGIT.sub("", folded)
    return digits if len(digits) >= LEAST_DIGITS and _NUMBER.fullmatch(folded) else ""


def holds(text: str, query: str) -> bool:
    """Whether a text holds a query: the definition that the index has to agree with."""
    folded, needle = fold(text), fold(query)
    if not needle:
        return False
    bare = bare_query(needle)
    parts = (folded, *besides(folded))
    return any(needle in part for part in parts) or (bool(bare) and any(bare in part for part in parts))


def places(text: str, query: str) -> Iterator[tuple[int, int]]:
    """Yield where a query stands in a text as (start, end) of its characters, in order, without overlaps."""
    needle = fold(query)
    if not needle:
        return
    folded, starts, ends = _mapped(text)
    last = 0
    for match in _pattern(needle).finditer(folded):
        start, end = starts[match.start()], ends[match.end() - 1]
        if start >= last:  # one character may fold to several, of which two hits each take a part
            yield start, end
            last = end


def _pattern(needle: str) -> re.Pattern[str]:
    """Digit by digit where the query is a number, and over the ends of lines inside Chinese words."""
    bare = bare_query(needle)
    if bare:
        return re.compile(f"{_GAP}?".join(map(re.escape, bare)))
    han = re.compile(_HAN)
    between = (f"(?:{_END})?" if han.match(a) and han.match(b) else "" for a, b in pairwise(needle))
    return re.compile("".join(f"{re.escape(char)}{gap}" for char, gap in zip_longest(needle, between, fillvalue="")))


def _mapped(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """Fold a text; for each character of the outcome say where what it came from starts and ends in the text."""
    folded = fold(text)
    if len(folded) == len(text):
        return folded, range(len(text)), range(1, len(text) + 1)
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _CLUSTER.finditer(text):
        part = fold(match.group())
        parts.append(part)
        starts.extend([match.start()] * len(part))
        ends.extend([match.end()] * len(part))
    return "".join(parts), starts, ends
