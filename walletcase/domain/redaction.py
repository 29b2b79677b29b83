"""Redaction: opaque boxes over the pages of an exhibit, and what must not be found in the copy made with them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from walletcase.domain.folded import folded
from walletcase.domain.joined_lines import JoinedLines, text_under
from walletcase.domain.page_text import SCALE, Line

MOST_BOXES = 1_000
LEAST_SIDE = 4  # in 1/SCALE of the page: smaller is a slip of the hand
_LEAST_SIGNS, _LEAST_CHINESE = 4, 3  # fewer signs than these stand anywhere by chance
_COVERED_SHARE = 0.5
_LEAST_FREE = 8  # Latin letters and digits: as many stand together by no chance
_ALONE = r"(?<![0-9A-Za-z])(?<![0-9][-.:/]){}(?![0-9A-Za-z])(?![-.:/][0-9])(?!\s?年)"


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """What is covered on a page (``page_no`` from 0), in 1/page_text.SCALE of the upright page.

    In parts of the page as the places of words are: so a box fits the page at any size it is drawn or burnt at, and
    whoever burns it rounds outwards to whole pixels.
    """

    page_no: int
    left: int
    top: int
    right: int
    bottom: int

    @property
    def is_sound(self) -> bool:
        """Whether it lies on its page and covers something."""
        inside = min(self.left, self.top) >= 0 and max(self.right, self.bottom) <= SCALE
        return inside and self.page_no >= 0 and min(self.right - self.left, self.bottom - self.top) >= LEAST_SIDE

    def covers(self, other: Box) -> bool:
        """Whether most of another box lies under this one."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        area = (other.right - other.left) * (other.bottom - other.top)
        return self.page_no == other.page_no and min(wide, high) > 0 and wide * high >= area * _COVERED_SHARE


class LeakPlace(StrEnum):
    """Where something was found that should be gone."""

    PIXELS = "pixels"  # a box is not black
    WORDS = "words"  # words that can be marked and copied
    HIDDEN = "hidden"  # beside the pages: information, files, thumbnails, an earlier revision
    READABLE = "readable"  # read beside a box, which is too small


@dataclass(frozen=True, slots=True)
class Leak:
    """``page_no`` from 0, -1 where it is of no page; ``name`` a technical name of the place."""

    place: LeakPlace
    page_no: int = -1
    name: str = ""


def sound(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """Return the boxes that can be burnt, by page, each once."""
    return tuple(sorted({box for box in boxes if box.is_sound}))[:MOST_BOXES]


def written(boxes: Iterable[Box]) -> str:
    """Return boxes as one line of text, for the journal."""
    return " ".join(",".join(map(str, (b.page_no, b.left, b.top, b.right, b.bottom))) for b in boxes)


def read(text: str) -> tuple[Box, ...]:
    """Return the boxes of such a line; what is none is left out."""
    found = re.findall(r"(?<!\S)(\d{1,5}),(\d{1,5}),(\d{1,5}),(\d{1,5}),(\d{1,5})(?!\S)", text, re.ASCII)
    return sound(Box(*(int(part) for part in row)) for row in found)


def bare(text: str) -> str:
    """Return letters and digits only, full-width as half-width, upper as lower case: what is compared."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).lower() if sign.isalnum())


def is_telling(text: str) -> bool:
    """Whether bare words are long enough that finding them again is no chance."""
    chinese = sum(ord(sign) >= 0x2E80 for sign in text)
    return len(text) >= _LEAST_SIGNS or chinese >= _LEAST_CHINESE


def words_under(boxes: Iterable[Box], pages: Mapping[int, Sequence[Line]]) -> tuple[str, ...]:
    """Return the bare words that stand under boxes, by the places of the words; short ones are left out."""
    found: dict[str, None] = {}
    for box in boxes:
        for line in pages.get(box.page_no, ()):
            high = min(box.bottom, line.top + line.height) - max(box.top, line.top)
            if line.height and high * 2 >= line.height:
                words = bare(text_under(line, box.left, box.right))
                if is_telling(words):
                    found[words] = None
    return tuple(found)


def open_places(
    secrets: Iterable[str], pages: Mapping[int, Sequence[Line]], boxes: Sequence[Box]
) -> tuple[tuple[str, Box], ...]:
    """Return where (bare) secrets stand on pages without a box over them."""
    found: dict[Box, str] = {}
    patterns = [(secret, pattern_of(secret)) for secret in secrets if secret]
    for page_no, lines in pages.items():
        for text in (JoinedLines(lines), *(JoinedLines([line]) for line in lines)):
            for secret, pattern in patterns:
                whole = folded(text.whole)
                for match in pattern.finditer(whole.text):
                    for place in text.boxes(*whole.source(*match.span())):
                        found.setdefault(Box(page_no, *place), secret)
    left = ((secret, box) for box, secret in found.items() if not any(one.covers(box) for one in boxes))
    return tuple(sorted(left, key=lambda pair: pair[1]))


def stands_in(secrets: Iterable[str], text: str) -> str:
    """Return the first (bare) secret that stands in a text, "" if none does.

    One of a few Latin letters or digits is found only where it stands by itself: the same digits are in a date, a time
    or a checksum by chance.
    """
    plain, solid = folded(text).text, bare(text)
    for secret in secrets:
        if is_free(secret):
            is_there = secret in solid  # as pattern_of finds it, and faster
        elif secret.isascii():
            is_there = secret in solid and re.search(_ALONE.format(_apart(secret)), plain, re.IGNORECASE) is not None
        else:
            is_there = secret in solid and pattern_of(secret).search(plain) is not None
        if is_there:
            return secret
    return ""


def _apart(secret: str) -> str:
    """What finds "Li Na" and "123 456": numbers have blanks in them only, for "11-23" is a day."""
    return r"\s?".join(secret) if secret.isdecimal() else pattern_of(secret).pattern


def without(text: str, secrets: Iterable[str], blank: str) -> str:
    """Return a text with ``blank`` in the place of each (bare) secret."""
    for pattern in map(pattern_of, secrets):
        whole = folded(text)
        for match in reversed(list(pattern.finditer(whole.text))):
            start, end = whole.source(*match.span())
            text = text[:start] + blank + text[end:]
    return text


def is_free(secret: str) -> bool:
    """Whether a bare secret is so long that its signs stand one after the other by no chance, whatever is between."""
    return len(secret) >= (_LEAST_FREE if secret.isascii() else _LEAST_CHINESE)


def pattern_of(secret: str) -> re.Pattern[str]:
    """Return what finds a bare secret in a folded text (domain.folded) whatever separators its signs have there."""
    if is_free(secret):
        return re.compile(r"[\W_]*".join(map(re.escape, secret)), re.IGNORECASE)
    parts = [re.escape(secret[:1])]
    for before, sign in pairwise(secret):  # a comma between few digits parts two numbers, or thousands of one
        between = r"[\s\-.·*]" if before.isdigit() and sign.isdigit() else r"[\W_]"
        parts.append(f"{between}{{0,3}}{re.escape(sign)}")
    return re.compile("".join(parts), re.IGNORECASE)
