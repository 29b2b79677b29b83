"""What the search box shows: hits under their cases, and which part of a text was meant. No Qt."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from walletcase.domain.ids import CaseId
from walletcase.services.ports import Hit


@dataclass(frozen=True, slots=True)
class CaseHead:
    """The heading over the hits of one case."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class HitRow:
    """One hit; ``marked`` are the (start, end) places of the query in its snippet."""

    hit: Hit
    marked: tuple[tuple[int, int], ...]


Row = CaseHead | HitRow


def rows_of(hits: Sequence[Hit], titles: Mapping[CaseId, str], query: str) -> tuple[Row, ...]:
    """Return hits under the heading of their case, cases in the order in which they were found."""
    by_case: dict[CaseId, list[Hit]] = {}
    for hit in hits:
        by_case.setdefault(hit.case_id, []).append(hit)
    rows: list[Row] = []
    for case_id, found in by_case.items():
        rows.append(CaseHead(found[0].case_number, titles.get(case_id, "")))
        rows.extend(HitRow(hit, marked(hit.snippet, query)) for hit in found)
    return tuple(rows)


def _fold(text: str) -> str:
    """Width and case make no difference, as in the index."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def marked(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """Return where a query stands in a text as (start, end), whatever its width and case.

    A snippet is on one line: white space of the query matches any white space.
    """
    needle = _fold(" ".join(query.split()))
    if not needle:
        return ()
    folded, owner = "", []
    for place, char in enumerate(text):
        part = _fold(char)
        folded += part
        owner.extend([place] * len(part))
    found = []
    at = folded.find(needle)
    while at >= 0:
        found.append((owner[at], owner[at + len(needle) - 1] + 1))
        at = folded.find(needle, at + len(needle))
    return tuple(found)


def shortened(text: str, query: str, lead: int) -> str:
    """Return a text whose first hit stands at most ``lead`` characters from the start."""
    places = marked(text, query)
    if not places or places[0][0] <= lead:
        return text
    return "…" + text[places[0][0] - lead :].lstrip("…")
