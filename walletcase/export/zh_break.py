"""Where lines of mixed Chinese and Latin text may break. Pure: text and widths in, line ends out.

Rules of Chinese typesetting (GB/T 15834 on punctuation; CLREQ, section 3.1.3): no line begins with closing
punctuation, none ends with opening punctuation, the dash —— and the ellipsis …… stay whole. Latin words and numbers
stay whole unless one is longer than a line.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

NO_START = frozenset(
    "，。；：！？、）》」』】〕〗〉〞’”…—～·｜％‰℃°′″｝］︰﹐﹑﹔﹕﹖﹗,.;:!?)]}>%"
    "ー々〻ゝゞァィゥェォッャュョヮぁぃぅぇぉっゃゅょゎ"
)
NO_END = frozenset("（《「『【〔〖〈〝‘“([{<￥¥＄$€£＃#＠@｛［№")
_PAIRED = frozenset("—…─")
_JOINERS = frozenset(".,:;'’_-/\\@#%&=+~?!*^|<>()[]{}\"")
_SOFT = frozenset("/\\_-&=?.,:;@+")  # an over-long word may break after one of these
_LONG_WORD = 18
_BACK_LIMIT = 400


def _is_word(char: str) -> bool:
    """Whether a character belongs to a Latin word or number. Han, kana and Hangul may break anywhere."""
    if char < "\u0250":
        return char.isalnum()
    return char.isalpha() and "\u0250" <= char < "\u2e80"


def _joins(before: str, after: str) -> bool:
    """Whether two neighbours belong to the same unbroken Latin word, number, address or file name."""
    if _is_word(before):
        return _is_word(after) or after in _JOINERS
    return before in _JOINERS and (_is_word(after) or after in _JOINERS)


def may_break(before: str, after: str) -> bool:
    """Return whether a line may end with ``before`` and the next one begin with ``after``."""
    if after == " ":
        return False  # a space stays at the end of its line
    if after in NO_START or before in NO_END or unicodedata.combining(after):
        return False
    if before == after and before in _PAIRED:
        return False
    return before == " " or not _joins(before, after)


def _word_start(text: str, at: int) -> int:
    while at > 0 and _joins(text[at - 1], text[at]):
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    while at < len(text) and _joins(text[at - 1], text[at]):
        at += 1
    return at


def _inside_long_word(text: str, start: int, limit: int) -> int | None:
    """Return a break inside an over-long word that crosses ``limit``, None where the word is of normal length."""
    if not _joins(text[limit - 1], text[limit]):
        return None
    first = max(_word_start(text, limit - 1), start)
    if _word_end(text, limit) - first < _LONG_WORD:
        return None
    for at in range(limit, first + 2, -1):
        if text[at - 1] in _SOFT and text[at] not in NO_START and not unicodedata.combining(text[at]):
            return at
    return None


def _break_at(text: str, start: int, limit: int) -> int:
    """Return where the line from ``start`` ends, given that the characters before ``limit`` fit."""
    inside = _inside_long_word(text, start, limit)
    lowest = max(start, limit - _BACK_LIMIT)
    whole = next((at for at in range(limit, lowest, -1) if may_break(text[at - 1], text[at])), None)
    if whole is not None and (inside is None or limit - whole < (limit - start) // 4):
        return whole
    return inside or whole or limit


def line_ends(text: str, widths: Sequence[int], limit: int, first_limit: int | None = None) -> list[int]:
    """Return the end index of each line of one paragraph (no line feeds in ``text``).

    ``widths`` are the characters' advances, ``limit`` the line width in the same unit, ``first_limit`` that of the
    first line. Spaces at a line's end may hang over. Each line holds at least one character.
    """
    ends: list[int] = []
    sums = [0, *accumulate(widths)]
    start, room = 0, limit if first_limit is None else first_limit
    while start < len(text):
        fits = bisect_right(sums, sums[start] + room, start + 1, len(sums)) - 1
        while fits < len(text) and text[fits] == " ":
            fits += 1
        end = len(text) if fits >= len(text) else _break_at(text, start, max(fits, start + 1))
        ends.append(end)
        start, room = end, limit
    return ends
