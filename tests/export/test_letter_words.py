"""Words of letters: dates, money, terms, sentences, rules, in both languages."""

from __future__ import annotations

import pytest

from walletcase.domain.rules.pack import Unit
from walletcase.export.letter_words import bare, functions, ordinal, words_of

ZH, EN = words_of("zh_CN"), words_of("en")


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ("请尽快处理！", "请尽快处理！", "请尽快处理！"),
        ("为什么？", "为什么？", "为什么？"),
        ("已登记", "已登记。", "已登记."),
        ("已登记，", "已登记。", "已登记."),
        ("It failed.", "It failed.", "It failed."),
        ("他说“好。”", "他说“好。”", "他说“好。”"),
        ("等等…", "等等…", "等等…"),
        ("", "", ""),
    ],
)
def test_a_sentence_ends_once(typed: str, zh: str, en: str) -> None:
    assert (ZH.sentence(typed), EN.sentence(typed)) == (zh, en)


@pytest.mark.parametrize(
    ("typed", "clause"), [("开通钱包。", "开通钱包"), ("Open it.", "Open it"), ("他说“好。”", "他说“好”"), ("。", "。")]
)
def test_a_clause_has_no_end(typed: str, clause: str) -> None:
    assert ZH.clause(typed) == EN.clause(typed) == clause


def test_dates_times_and_money() -> None:
    assert (ZH.day("2026-11-02"), EN.day("2026-11-02")) == ("2026年11月2日", "2 November 2026")
    assert (ZH.moment("2026-11-02", "10:05"), EN.moment("2026-11-02", "")) == ("2026年11月2日 10:05", "2 November 2026")
    assert ZH.day("下周") == "下周"
    assert (ZH.money("1234.5"), EN.money("1234.50")) == ("人民币1,234.50元", "CNY 1,234.50")
    assert ZH.money("五十") == "五十"


def test_terms_say_what_they_count() -> None:
    assert [ZH.term(n, unit) for n, unit in ((15, Unit.CALENDAR), (7, Unit.WORKING), (3, Unit.YEARS))] == [
        "15日",
        "7个工作日",
        "3年",
    ]
    assert (EN.term(1, Unit.WORKING), EN.term(15, Unit.CALENDAR)) == ("1 working day", "15 days")


def test_rules_are_named() -> None:
    assert ZH.rule("《民法典》", "第一百八十八条") == "《民法典》第一百八十八条"
    assert ZH.rule("尽职调查规定（令〔2025〕第11号）", "第四十四条") == "《尽职调查规定》（令〔2025〕第11号）第四十四条"
    assert EN.rule("Civil Code", "第一百八十八条") == "Civil Code, article 188"
    assert EN.rule("Measures", "第四十三条") == "Measures, article 43"
    assert EN.rule("Measures", "第十条") == "Measures, article 10"
    assert EN.rule("Measures", "") == "Measures"


def test_headings_and_exhibits() -> None:
    assert [ordinal(n) for n in (1, 10, 11, 20, 21)] == ["一", "十", "十一", "二十", "二十一"]
    assert (ZH.shown((3, 4)), EN.shown((3,))) == ("（见证据3、4）", " (exhibit 3)")
    assert EN.shown((3, 4)) == " (exhibits 3, 4)"
    assert ZH.shown(()) == EN.shown(()) == ""


def test_a_name_keeps_its_own_stop() -> None:
    assert (bare("某行。"), bare("Example Co., Ltd."), bare("，")) == ("某行", "Example Co., Ltd.", "，")


def test_what_is_typed_is_no_structure() -> None:
    called = functions(ZH)
    assert called["sentence"]("## 标题") == " ## 标题。"
    assert called["flow"](["# 一", "二！"]) == " # 一。二！"
