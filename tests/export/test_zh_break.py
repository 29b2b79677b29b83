"""Where lines break: rules of Chinese typesetting as properties of any text."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walletcase.export.zh_break import NO_END, NO_START, line_ends, may_break

_HAN = "工商银行数字钱包投诉受理编号客服答复日期"
_MARKS = "，。；：！？、）》」』】”’…（《「『【“‘"
_LATIN = "abcXYZ0189"
CHINESE = st.text(st.sampled_from(_HAN * 3 + _MARKS), max_size=200)
MIXED = st.text(st.sampled_from(_HAN * 2 + _MARKS + _LATIN * 2 + " .,-/&%￥$#\u0301"), max_size=300)


def widths(text: str) -> list[int]:
    """Half an em for Latin, nothing for combining marks, an em for the rest."""
    return [0 if unicodedata.combining(c) else 500 if c < "\u2000" else 1000 for c in text]


def lines(text: str, em: float) -> list[str]:
    ends = line_ends(text, widths(text), int(em * 1000))
    return [text[a:b] for a, b in zip([0, *ends], ends, strict=False)]


@given(MIXED, st.floats(1, 40))
def test_nothing_is_lost_and_every_line_has_something(text: str, em: float) -> None:
    got = lines(text, em)
    assert "".join(got) == text
    assert all(got)


@given(MIXED, st.floats(2, 40))
def test_no_line_is_too_wide(text: str, em: float) -> None:
    for line in lines(text, em):
        content = line.rstrip(" ")
        assert sum(widths(content)) <= em * 1000 or len(content.rstrip("\u0301")) <= 1


def breakable(line: str) -> bool:
    """Whether a line could have ended earlier somewhere."""
    return any(may_break(a, b) for a, b in pairwise(line))


@given(CHINESE, st.integers(4, 40))
def test_no_line_starts_with_closing_or_ends_with_opening_marks(text: str, em: int) -> None:
    got = lines(text, em)
    for before, after in pairwise(got):
        wrong = after[0] in NO_START or before[-1] in NO_END
        assert not wrong or not breakable(before + after[0]), (before, after)


@given(st.text(st.sampled_from(_HAN), min_size=1, max_size=120), st.integers(4, 30))
def test_plain_chinese_fills_each_line(text: str, em: int) -> None:
    assert [len(line) for line in lines(text, em)[:-1]] == [em] * (len(lines(text, em)) - 1)


def test_words_stay_whole() -> None:
    assert lines("请在手机银行App里查看wallet状态", 7) == ["请在手机银行", "App里查看", "wallet状态"]


def test_amounts_and_times_stay_whole() -> None:
    text = "手续费￥1,234.56元于2026-11-22 14:05退还"
    for em in range(6, 20):
        got = lines(text, em)
        assert any("￥1,234.56" in line for line in got), got
        assert any("2026-11-22" in line for line in got), got
        assert any("14:05" in line for line in got), got


def test_dash_and_ellipsis_stay_whole() -> None:
    for em in range(4, 12):
        for line in lines("客服说请稍等……再没有回音——直到今天", em):
            assert line.count("…") in (0, 2)
            assert line.count("—") in (0, 2)


def test_a_long_address_breaks_after_a_mark_and_fills_the_line() -> None:
    text = "见https://www.icbc.com.cn/wallet/help?topic=open&code=5003页面"
    got = lines(text, 12)
    assert got[0] == "见https://www.icbc.com."
    assert "".join(got) == text
    assert all(sum(widths(line)) > 6000 for line in got[:-1])


def test_a_hash_without_marks_is_broken_hard() -> None:
    got = lines("a" * 64, 10)
    assert [len(line) for line in got] == [20, 20, 20, 4]


def test_spaces_hang_at_a_lines_end() -> None:
    assert lines("one two three", 3.5) == ["one two ", "three"]


def test_marks_longer_than_a_line_do_not_hang_the_breaker() -> None:
    assert "".join(lines("。" * 50, 4)) == "。" * 50


@pytest.mark.parametrize("pair", ["他，", "（他", "……", "ab", "1.", "e\u0301", "￥1", "5%", "”。"])
def test_pairs_that_never_part(pair: str) -> None:
    assert not may_break(*pair)


@pytest.mark.parametrize("pair", ["他们", "，他", "他（", "行A", "A行", " b", "”他"])
def test_pairs_that_may_part(pair: str) -> None:
    assert may_break(*pair)
