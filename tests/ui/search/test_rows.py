"""Hits under their cases, and which part of a text is marked."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walletcase.domain.ids import CaseId
from walletcase.services.ports import Hit
from walletcase.ui.search.rows import CaseHead, HitRow, marked, rows_of, shortened


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("钱包打不开，钱包", "钱包", ["钱包", "钱包"]),
        ("Wallet WALLET ｗａｌｌｅｔ", "wallet", ["Wallet", "WALLET", "ｗａｌｌｅｔ"]),
        ("转入 １，２００ 元", "1,200", ["１，２００"]),
        ("Straße", "STRASSE", ["Straße"]),
        ("100%_'\"*", "%_'\"*", ["%_'\"*"]),
        ("一 行", "一\n行", ["一 行"]),
        ("nothing", "here", []),
        ("nothing", "  ", []),
        ("aaa", "aa", ["aa"]),
    ],
)
def test_what_is_marked(text: str, query: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in marked(text, query)] == found


@given(st.text(max_size=40), st.text(min_size=1, max_size=3))
def test_marks_never_leave_the_text_or_overlap(text: str, query: str) -> None:
    places = marked(text, query)
    flat = [edge for place in places for edge in place]
    assert all(0 <= start < end <= len(text) for start, end in places)
    # One character may fold to several, of which two hits each take a part.
    assert all(first - second <= 1 for first, second in pairwise(flat))


def test_a_long_text_is_cut_before_its_hit() -> None:
    assert shortened("……一二三四五六七八九十钱包", "钱包", 3) == "…八九十钱包"
    assert shortened("一二钱包", "钱包", 3) == "一二钱包"
    assert shortened("no hit", "钱包", 3) == "no hit"


def test_hits_are_grouped_by_case_in_their_order() -> None:
    hits = [
        Hit("WC-2", CaseId(2), "case", "2", "钱包 two"),
        Hit("WC-1", CaseId(1), "entry", "5", "钱包 one"),
        Hit("WC-2", CaseId(2), "evidence", "7", "more 钱包"),
    ]
    rows = rows_of(hits, {CaseId(1): "first"}, "钱包")
    assert rows == (
        CaseHead("WC-2", ""),
        HitRow(hits[0], ((0, 2),)),
        HitRow(hits[2], ((5, 7),)),
        CaseHead("WC-1", "first"),
        HitRow(hits[1], ((0, 2),)),
    )
