"""What stands in the index of a text, and what is shown of a hit. What a hit is: domain/matching."""

from __future__ import annotations

import re
from collections.abc import Sequence

from walletcase.domain.matching import bare_query, besides, fold, places

SNIPPET_CHARS = 64
PHRASE_CHARS = 48  # of a longer query the index looks up the beginning; the exact check decides

_WORD = re.compile(r"[a-z0-9]", re.IGNORECASE)
SEPARATOR = "\ufdd0"  # a noncharacter, between the text and what counts beside it


def indexed(text: str) -> str:
    """Return what is looked through for a text: folded, and what counts beside it."""
    folded = _plain(text)
    return SEPARATOR.join([folded, *besides(folded)])


def needles(query: str) -> tuple[str, ...]:
    """Return what to look for: the folded query, and if it is one number that without its gaps; () for none."""
    folded = _plain(query)
    return tuple(dict.fromkeys(one for one in (folded, bare_query(folded)) if one))


def _plain(text: str) -> str:
    return fold(text).replace(SEPARATOR, "\ufffd")


def tokens(folded: str) -> str:
    """Return one token a character, so that any part of a word, a number or a Chinese text is a phrase.

    Tokens are code points in hex: nothing typed can be taken for query syntax, and no tokenizer drops a sign.
    """
    return " ".join(f"{ord(char):x}" for char in folded)


def tells_words_apart(found: Sequence[str]) -> bool:
    """Whether what is looked for begins or ends with a Latin letter or a digit, so that it may be part of a word."""
    return any(bool(_WORD.match(one[0]) or _WORD.match(one[-1])) for one in found)


def is_whole(folded: str, found: Sequence[str]) -> bool:
    """Whether what was looked for stands in a text as a whole word or number, not inside a longer one."""
    for needle in found:
        at = folded.find(needle)
        while at >= 0:
            end = at + len(needle)
            if not _runs_on(folded, at) and not _runs_on(folded, end):
                return True
            at = folded.find(needle, at + 1)
    return False


def _runs_on(text: str, at: int) -> bool:
    """Whether a Latin word or a number goes on over a place in a text; between Chinese characters nothing tells."""
    return 0 < at < len(text) and bool(_WORD.match(text[at - 1]) and _WORD.match(text[at]))


def phrase(folded: str) -> str:
    """Return the FTS5 query that finds a folded text. ``folded`` must not be empty."""
    return f'"{tokens(folded[:PHRASE_CHARS])}"'


def snippet(text: str, query: str) -> str:
    """Return about SNIPPET_CHARS characters of ``text`` around the first hit of ``query``, on one line.

    Letters that only combine with their neighbours may hide the place: the beginning is shown then.
    """
    return _around(text, *next(places(text, query), (0, 0)))


def snippet_at(text: str, folded: str, found: Sequence[str], query: str) -> str:
    """Return the same of a text that is stored folded; most often the place is that in the folded text."""
    at = folded.find(found[0], 0, len(text))
    if at >= 0 and len(folded.partition(SEPARATOR)[0]) == len(text):
        return _around(text, at, at + len(found[0]))
    return snippet(text, query)


def _around(text: str, start: int, end: int) -> str:
    room = max(SNIPPET_CHARS - (end - start), SNIPPET_CHARS // 2)
    begin = max(0, start - room // 2)
    while begin < start and _runs_on(text, begin):
        begin += 1
    last = min(len(text), end + room - room // 2)
    while last > end and _runs_on(text, last):
        last -= 1
    part = " ".join(text[begin:last].split())
    return f"{'…' if begin else ''}{part}{'…' if last < len(text) else ''}"
