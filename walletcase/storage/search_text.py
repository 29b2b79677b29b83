"""How text is compared when searching. A text holds a query exactly when ``fold(query) in fold(text)``."""

from __future__ import annotations

import unicodedata
from itertools import accumulate

SNIPPET_CHARS = 40
PHRASE_CHARS = 48  # of a longer query the index looks up the beginning; the exact check decides


def storable(text: str) -> str:
    """Return text that UTF-8 can carry: half characters, as undecodable file names have, become U+FFFD."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def fold(text: str) -> str:
    """Return text without what a person would not tell apart: full and half width, compatibility forms, case."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", storable(text)).casefold())


def tokens(folded: str) -> str:
    """Return one token a character, so that any part of a word, a number or a Chinese text is a phrase.

    Tokens are code points in hex: nothing typed can be taken for query syntax, and no tokenizer drops a sign.
    """
    return " ".join(f"{ord(char):x}" for char in folded)


def phrase(folded: str) -> str:
    """Return the FTS5 query that finds a folded text. ``folded`` must not be empty."""
    return f'"{tokens(folded[:PHRASE_CHARS])}"'


def snippet(text: str, query: str) -> str:
    """Return about SNIPPET_CHARS characters of ``text`` around the first hit of ``query``, on one line."""
    at = fold(text).find(fold(query))
    # Folding one character at a time tells which character of the text a place in the folded text belongs to. Letters
    # that only combine with their neighbours may shift it by a few characters; the margin covers that.
    ends = accumulate(len(fold(char)) for char in text)
    start = next((index for index, end in enumerate(ends) if end > max(at, 0)), 0)
    room = max(SNIPPET_CHARS - len(query), SNIPPET_CHARS // 2)
    begin = max(0, start - room // 2)
    end = min(len(text), start + len(query) + room - room // 2)
    part = " ".join(text[begin:end].split())
    return f"{'…' if begin else ''}{part}{'…' if end < len(text) else ''}"
