"""What the search box shows: hits under their cases, and which part of a text was meant. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from walletcase.domain.ids import CaseId
from walletcase.domain.matching import places
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


@dataclass(frozen=True, slots=True)
class MoreRow:
    """Stands after the hits where there are more than are shown."""

    text: str


Row = CaseHead | HitRow | MoreRow


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


def marked(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """Return where a query stands in a text as (start, end). A snippet is on one line: so is the query here."""
    return tuple(places(text, " ".join(query.split())))


def shortened(text: str, query: str, lead: int) -> str:
    """Return a text whose first hit stands about ``lead`` characters from the start, no word cut in two."""
    found = marked(text, query)
    if not found or found[0][0] <= lead:
        return text
    begin = found[0][0] - lead
    while begin < found[0][0] and text[begin - 1 : begin + 1].isascii() and text[begin - 1 : begin + 1].isalnum():
        begin += 1
    return "…" + text[begin:].lstrip("… ")
