"""Words to think twice about, found in one text. Pure and quick: it runs while somebody types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from walletcase.domain.readiness.findings import Severity
from walletcase.domain.readiness.privacy import PHONE_NUMBER, numbers_in
from walletcase.domain.rules.pack import RulePack, Wording

KINDS = (
    "insult",
    "threat",
    "unproven_crime",
    "vague_time",
    "vague_money",
    "absolute",
    "shouting",
    "style",
    "secret",
    "crisis",
)
SECRET, CRISIS, OTHER = "secret", "crisis", "other"
_STARS = "***"
_CODE = re.compile(r"[A-Za-z0-9@#$%^&*._]*\d[A-Za-z0-9@#$%^&*._]*|(?<=[是为:：=])\s{0,3}[A-Za-z@#$%^&*._]{4,}")
_EVERYWHERE = (SECRET, CRISIS)  # in quotation marks and in private notes too
_MOST_OF_ONE_KIND = 50
_QUOTES = re.compile(r"[“”「」『』\"\n]")
_CLOSING = {"“": "”", "「": "」", "『": "』", '"': '"'}
_LATIN = re.compile(r"[\x00-\x7f]{5,}")
_LATIN_MARKS = {"。": ".", "？": "?", "！": "!"}
_CAPITALS = re.compile(r"\\.|A-Z")
_CLAUSE_ENDS = "，,。！？!?；;：:\n"
_LONGEST_CLAUSE = 120


@dataclass(frozen=True, slots=True)
class WordHit:
    """Something found at ``start``:``end`` of a text. ``wording`` is the rule, None for a number (``kind`` then is
    id_number, card_number or phone_number); ``suggestion`` may stand in its place, "" where it must be thought about.
    """

    kind: str
    severity: Severity
    start: int
    end: int
    excerpt: str
    suggestion: str
    wording: Wording | None = None


def check_text(rules: RulePack, text: str, own_phones: frozenset[str] = frozenset()) -> tuple[WordHit, ...]:
    """Return what is found in a text, by place. Where two overlap the graver one stands.

    Quoted words (“…” 「…」 "…") are somebody else's and left alone, but for secrets and words of a crisis.
    """
    if not text:
        return ()
    quoted = list(_quoted(text))
    hits = [hit for hit in _by_rules(rules, text) if hit.kind in _EVERYWHERE or not _inside(hit, quoted)]
    hits += _by_numbers(text, own_phones)
    return tuple(sorted(_apart(hits), key=lambda hit: hit.start))


def without_secrets(rules: RulePack, text: str) -> str:
    """Return a text with each password and code in it starred out; the words around it stay."""
    hits = sorted((hit for hit in _by_rules(rules, text) if hit.kind == SECRET), key=lambda hit: -hit.start)
    for hit in hits:
        starred = _CODE.sub(_STARS, hit.excerpt)
        text = text[: hit.start] + (starred if starred != hit.excerpt else _STARS) + text[hit.end :]
    return text


def leaves_marks(hit: WordHit) -> bool:
    """Whether a hit matters even in a note that never leaves the app."""
    return hit.wording is None or hit.kind in _EVERYWHERE


def calmer(text: str, hits: Iterable[WordHit]) -> str:
    """Return a text with the suggestions of these hits of it in place."""
    for hit in sorted(hits, key=lambda hit: -hit.start):
        if hit.suggestion:
            text = text[: hit.start] + hit.suggestion + text[hit.end :]
    return text


def kind_of(wording: Wording) -> str:
    """Return the kind of finding of a rule: what its key begins with."""
    return next((kind for kind in KINDS if wording.key == kind or wording.key.startswith(f"{kind}_")), OTHER)


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """What stands in quotation marks, each pair on one line."""
    opened, closing = 0, ""
    for match in _QUOTES.finditer(text):
        mark = match.group()
        if closing and mark == closing:
            yield opened, match.end()
            closing = ""
        elif mark == "\n":
            closing = ""
        elif not closing and mark in _CLOSING:
            opened, closing = match.start(), _CLOSING[mark]


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> tuple[re.Pattern[str], bool]:
    """A pattern, and whether it is for the text in small letters: several times faster than ignoring case."""
    if "(?-i:" in pattern:
        return re.compile(pattern), False
    small = not re.search("[A-Z]", _CAPITALS.sub("", pattern))
    return re.compile(pattern, re.NOFLAG if small else re.IGNORECASE), small


def _by_rules(rules: RulePack, text: str) -> Iterator[WordHit]:
    lower = text.lower()
    small_text = lower if len(lower) == len(text) else text
    latin = [match.span() for match in _LATIN.finditer(text)]
    for wording in rules.wordings:
        kind = kind_of(wording)
        for pattern in wording.patterns:
            compiled, small = _compiled(pattern)
            parts = latin if pattern.startswith(r"\b") and pattern.isascii() else [(0, len(text))]
            matches = (m for part in parts for m in compiled.finditer(small_text if small else text, *part))
            for match in islice(matches, _MOST_OF_ONE_KIND):
                start, end = _clause(text, match.span()) if kind == "threat" else match.span()
                if start < end:
                    severity, instead = Severity(wording.severity), fitting(wording.replacement, text)
                    yield WordHit(kind, severity, start, end, text[start:end], instead, wording)


def fitting(replacement: str, text: str) -> str:
    """Return a replacement in the writing of its text: a Chinese sentence has no place in an English one."""
    if replacement.isascii() or not text.isascii():
        return replacement
    return _LATIN_MARKS.get(replacement, "")


def _by_numbers(text: str, own_phones: frozenset[str]) -> Iterator[WordHit]:
    for number in islice(numbers_in(text, own_phones), _MOST_OF_ONE_KIND):
        severity = Severity.HINT if number.code == PHONE_NUMBER else Severity.WARN
        excerpt = text[number.start : number.end]
        yield WordHit(number.code, severity, number.start, number.end, excerpt, number.masked)


def _clause(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The whole clause of a threat: what replaces it is a clause too."""
    start, end = span
    while start > 0 and span[0] - start < _LONGEST_CLAUSE and text[start - 1] not in _CLAUSE_ENDS:
        start -= 1
    while end < len(text) and end - span[1] < _LONGEST_CLAUSE and text[end] not in _CLAUSE_ENDS:
        end += 1
    return start + len(text[start:end]) - len(text[start:end].lstrip()), end


def _inside(hit: WordHit, spans: list[tuple[int, int]]) -> bool:
    return any(start <= hit.start and hit.end <= end for start, end in spans)


def _apart(hits: list[WordHit]) -> Iterator[WordHit]:
    """The graver of hits that overlap; of equals the one that comes first in the rules."""
    rank = {Severity.STOP: 0, Severity.WARN: 1, Severity.HINT: 2}
    covered = bytearray(max((hit.end for hit in hits), default=0))
    for hit in sorted(hits, key=lambda hit: rank[hit.severity]):
        if not any(covered[hit.start : hit.end]):
            covered[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
            yield hit
