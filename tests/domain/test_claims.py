"""Claims are found in an account sentence by sentence; what lacks proof and what proves nothing is named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.storage.samples import evidence
from walletcase.domain.claims import (
    MAX_SUGGESTED,
    Claim,
    Suggestion,
    amount_in,
    date_in,
    sentences_of,
    suggested,
    unproven,
    unused,
)
from walletcase.domain.ids import CaseId, EvidenceId

CASE = CaseId(1)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("甲。乙！丙？丁；戊", ("甲。", "乙！", "丙？", "丁；", "戊")),
        ("甲\n\n 乙\r\n……\n", ("甲", "乙")),
        ("I called. They said 1.5 days! No. 5 was mine", ("I called.", "They said 1.5 days!", "No. 5 was mine")),
        ("on 2026-11-05. Then nothing.", ("on 2026-11-05.", "Then nothing.")),
        ("", ()),
    ],
)
def test_sentences(text: str, sentences: tuple[str, ...]) -> None:
    assert sentences_of(text) == sentences


def test_dates_and_amounts_are_found_where_they_are_whole() -> None:
    assert date_in("于2026 年 11 月 3 日或2026-11-04") == "2026-11-03"
    assert date_in("11月3日，2026-13-01，2026/2/9") == "2026-02-09"
    assert date_in("昨天") == ""
    assert amount_in("扣了 1,200 元，又扣 ￥5") == "1200.00"
    assert amount_in("￥50.5") == "50.50"
    assert amount_in("2026年3次") == ""


def test_what_is_stated_already_is_not_suggested_again() -> None:
    account = "2026年11月3日转账1,200元失败。客服 没有回复！客服没有回复。"
    claims = [Claim(1, CASE, 1, "客服没有回复")]
    assert suggested(account, claims) == (Suggestion("2026年11月3日转账1,200元失败。", "2026-11-03", "1200.00"),)
    assert len(suggested(account, [replace(claims[0], trashed_at="2026")])) == 2
    assert len(suggested("\n".join(f"第{n}件事" for n in range(500)), ())) == MAX_SUGGESTED


def test_proof_is_counted_both_ways() -> None:
    items = [
        replace(evidence(CASE, exhibit_no=number), id=EvidenceId(number), trashed_at="2026" if number == 3 else "")
        for number in (1, 2, 3)
    ]
    shown = Claim(1, CASE, 1, "a", evidence_ids=(EvidenceId(1),))
    claims = [
        shown,
        Claim(2, CASE, 2, "b"),
        Claim(3, CASE, 3, "c", evidence_ids=(EvidenceId(3),)),
        Claim(4, CASE, 4, "d", evidence_ids=(EvidenceId(2),), trashed_at="2026"),
    ]
    assert [claim.id for claim in unproven(claims, items)] == [2, 3]
    assert [item.id for item in unused(claims, items)] == [2]


@given(st.text(max_size=400))
def test_no_word_of_an_account_is_lost(text: str) -> None:
    def words(parts: tuple[str, ...]) -> str:
        return "".join(char for part in parts for char in part if char.isalnum())

    assert words(sentences_of(text)) == words((text,))
