"""A text as it is searched: signs of any width and shape as their plain ones, without what nobody sees."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_DASHES = dict.fromkeys("‐‑‒–—―−﹣", "-")
_PLAIN = {**_DASHES, "。": ".", "￥": "¥"}
_UNSEEN = frozenset(("Cf", "Cc", "Mn", "Me"))  # zero-width signs, soft hyphens, directions; marks over nothing
_BREAKS = frozenset("\t\n\r\v\f")


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` is what is searched, ``places`` are where each of its signs stands in the text that it was made of."""

    text: str
    places: range | tuple[int, ...]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Return which part of the original text stands for ``start``:``end`` of this one, not empty."""
        return self.places[start], self.places[end - 1] + 1


def folded(text: str) -> Folded:
    """Return a text as it is searched."""
    if text.isascii():
        return Folded(text, range(len(text)))
    signs: list[str] = []
    places: list[int] = []
    for at, sign in enumerate(text):
        if unicodedata.combining(sign) and signs:
            signs[-1] = unicodedata.normalize("NFC", signs[-1] + sign)[0]  # é written as e and a mark is é
            continue
        for plain in _plain(sign):
            signs.append(plain)
            places.append(at)
    return Folded("".join(signs), tuple(places))


@lru_cache(maxsize=8192)
def _plain(sign: str) -> str:
    """What a sign is searched as: of one that is several in one (㈱), all of them; "" for one that nobody sees."""
    if sign in _PLAIN:
        return _PLAIN[sign]
    if sign not in _BREAKS and unicodedata.category(sign) in _UNSEEN:
        return ""
    return "".join(_PLAIN.get(part, part) for part in unicodedata.normalize("NFKC", sign))
