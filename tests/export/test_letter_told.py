"""What a letter tells of other bodies and of promises, and how English facts stand in a Chinese one."""

from __future__ import annotations

import pytest

from tests.domain.shipped_case import TODAY, case, entry
from tests.export.letter_cases import texts
from walletcase.domain.case import CaseRecord
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.writing.build import Wish, letter_facts


def composed(record: CaseRecord, key: str, language: str) -> str:
    """A letter of a case."""
    kind = next(kind for kind in texts().kinds if kind.key == key)
    return texts().compose(kind, letter_facts(record, Wish(kind, language, TODAY, "收件机构", door=DoorKind.NFRA)))


@pytest.mark.parametrize("answer", ["没有", "没有。", "无", "None.", "none", "还没有向其他机构反映过", "no"])
def test_a_section_about_nobody_else_is_left_out(answer: str) -> None:
    record = case({"other_filings": answer})
    assert "## " in composed(record, "regulator", "en")
    assert "Who else" not in composed(record, "regulator", "en")
    assert "向其他机构反映的情况" not in composed(record, "regulator", "zh_CN")


@pytest.mark.parametrize("answer", ["没有收到12345的答复", "无锡市消协", "None of them answered", "不，已向消协反映"])
def test_a_section_about_somebody_stays(answer: str) -> None:
    assert answer[:8] in composed(case({"other_filings": answer}), "regulator", "zh_CN")


@pytest.mark.parametrize(
    ("key", "language", "told", "kept_silent"),
    [
        ("regulator", "zh_CN", "2026年11月11日又改为最迟2026年11月26日", "至今没有兑现"),
        ("regulator", "en", "on 11 November 2026 another date was named: 26 November 2026", "has not been kept"),
        ("hotline", "zh_CN", "2026年11月11日又改成2026年11月26日前", "到现在没有"),
        ("hotline", "en", "on 11 November 2026 you named 26 November 2026 instead", "has not come"),
    ],
)
def test_a_renewed_promise_is_told_as_renewed(key: str, language: str, told: str, kept_silent: str) -> None:
    first = entry(1, "2026-11-03", promised_by="2026-11-08")
    assert kept_silent in composed(case(timeline=(first,)), key, language)
    body = composed(case(timeline=(first, entry(2, "2026-11-11", promised_by="2026-11-26"))), key, language)
    assert told in body
    assert kept_silent not in body


def test_an_english_sentence_in_a_chinese_letter_is_followed_by_a_space() -> None:
    body = composed(case(timeline=(entry(1, summary="Both failed.\nWatch for an SMS.\n已登记"),)), "regulator", "zh_CN")
    assert "Both failed. Watch for an SMS. 已登记。" in body


def test_a_call_to_a_regulator_says_who_was_asked_before_and_asks_for_what_follows() -> None:
    record = case({"hotline_on": "2026-11-03", "other_filings": "11月5日打过 12345"}, {"hotline": "registered"})
    body = composed(record, "regulator_call", "zh_CN")
    for told in ("我要投诉中国工商银行杭州解放路支行", "12345", "投诉登记编号", "转给哪个单位", "不要说出密码"):
        assert told in body
    assert "13800138000" not in body
    kind = next(kind for kind in texts().kinds if kind.key == "regulator_call")
    assert set(kind.doors) == {DoorKind.NFRA, DoorKind.PBOC}
