"""Words to think twice about: each kind, what is left alone, and how long it takes."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.rules.packs_kit import shipped_pack, small_pack, source, text
from walletcase.domain.readiness.findings import Severity
from walletcase.domain.readiness.wording import KINDS, WordHit, calmer, check_text, kind_of

RULES = shipped_pack()
LAWFUL = "保留依法向监管部门反映、提起诉讼的权利"
CALM = "2026年10月8日14时，我在工行 App 开通数字人民币钱包，页面提示“系统繁忙”，未能开通。客服工号 1234 说三日内回电。"


def kinds(words: str) -> list[str]:
    return [hit.kind for hit in check_text(RULES, words)]


def one(words: str) -> WordHit:
    (hit,) = check_text(RULES, words)
    return hit


@pytest.mark.parametrize(
    ("words", "kind", "severity", "excerpt", "suggestion"),
    [
        ("你们就是垃圾银行。", "insult", Severity.WARN, "垃圾银行", "贵行"),
        ("柜员是骗子", "insult", Severity.WARN, "骗子", ""),
        ("You idiots did it", "insult", Severity.WARN, "idiots", ""),
        ("这家 SB 网点", "insult", Severity.WARN, "SB", ""),
        ("钱没到账，不赔我就曝光你们。", "threat", Severity.STOP, "不赔我就曝光你们", LAWFUL),
        ("再不解决，后果自负", "threat", Severity.WARN, "后果自负", LAWFUL),
        ("我要去网点拉横幅。", "threat", Severity.STOP, "我要去网点拉横幅", "将依法向监管部门反映"),
        ("Pay me today or I will expose you", "threat", Severity.STOP, "Pay me today or I will expose you", ""),
        ("银行侵吞了我的钱", "unproven_crime", Severity.WARN, "侵吞", ""),
        ("你们诈骗客户", "unproven_crime", Severity.WARN, "诈骗", ""),
        ("前几天打过电话", "vague_time", Severity.HINT, "前几天", ""),
        ("损失了很多钱", "vague_money", Severity.HINT, "很多钱", ""),
        ("他们从来不接电话", "absolute", Severity.HINT, "从来", ""),
        ("It is too much!!", "shouting", Severity.HINT, "!!", "."),
        ("太过分了!!", "shouting", Severity.HINT, "!!", "。"),
        ("太过分了！！！", "shouting", Severity.HINT, "！！！", "。"),
        ("为什么？？", "shouting", Severity.HINT, "？？", "？"),
        ("THIS IS TOO MUCH of it", "shouting", Severity.HINT, "THIS IS TOO", ""),
        ("难道我的钱不是钱吗", "style", Severity.HINT, "难道我的钱不是钱吗", ""),
        ("登录密码是 abc12345，请查", "secret", Severity.STOP, "密码是 abc12345", "***"),
        ("验证码：482913", "secret", Severity.STOP, "验证码：482913", "***"),
        ("482913是您的短信验证码", "secret", Severity.STOP, "482913是您的短信验证码", "***"),
        ("卡背面 CVV 是 123", "secret", Severity.STOP, "CVV 是 123", "***"),
        ("my password is hunter42", "secret", Severity.STOP, "password is hunter42", "***"),
        ("verification code 482913", "secret", Severity.STOP, "verification code 482913", "***"),
        ("要么赔钱，要么我找媒体", "threat", Severity.STOP, "要么赔钱，要么我找媒体", LAWFUL),
        ("请退款，否则我发到网上", "threat", Severity.STOP, "请退款，否则我发到网上", LAWFUL),
        ("你们滚！", "insult", Severity.WARN, "滚", ""),
        ("行长是老赖", "insult", Severity.WARN, "老赖", ""),
        ("这是霸王条款", "insult", Severity.WARN, "霸王", "不合理"),
        ("我的钱全没了", "vague_money", Severity.HINT, "钱全没了", ""),
        ("验证码发你：483920", "secret", Severity.STOP, "验证码发你：483920", "***"),
        ("支付密码六个8", "secret", Severity.STOP, "密码六个8", "***"),
        ("我不想活了", "crisis", Severity.STOP, "不想活", ""),
        ("再这样就同归于尽", "crisis", Severity.STOP, "同归于尽", ""),
    ],
)
def test_each_kind_is_found(words: str, kind: str, severity: Severity, excerpt: str, suggestion: str) -> None:
    hit = one(words)
    assert (hit.kind, hit.severity, hit.excerpt) == (kind, severity, excerpt)
    assert words[hit.start : hit.end] == excerpt
    assert hit.suggestion == suggestion


@pytest.mark.parametrize(
    "words",
    [
        CALM,
        "客服说：“你们爱去哪投诉去哪投诉，后果自负”",
        "短信写着「垃圾」二字",
        "反诈中心提醒防诈骗；反洗钱审核；涉嫌诈骗，已报警；遭遇电信诈骗；诈骗电话；诈骗分子",
        "涉嫌犯罪的线索；反洗钱规定",
        "收不到验证码，2026年10月8日又试了一次",
        "收到验证码 95588 发来的短信",
        "忘记密码，2026-10-08 重置密码",
        "密码：2026-10-08 改过",
        "密码输入错误3次",
        "网点门口有公告；堵门口",
        "保留依法向监管部门反映、提起诉讼的权利",
        "逾期未处理的，我将向金融监管部门投诉",
        "不退款的理由是什么？",
        "ICBC e-CNY wallet; USB key; APP; NFRA PBoC",
        "my password is wrong, the PIN was rejected",
        "好的！谢谢？",
        "工号 482913",
    ],
)
def test_what_is_fair_is_left_alone(words: str) -> None:
    assert check_text(RULES, words) == ()


def test_secrets_and_a_crisis_are_seen_even_in_quotation_marks() -> None:
    assert kinds("短信：“验证码是482913”") == ["secret"]
    assert kinds("我说“活不下去”") == ["crisis"]


def test_an_open_quotation_mark_hides_nothing_after_its_line() -> None:
    assert kinds("他说“不行\n你们是骗子”") == ["insult"]


def test_where_two_overlap_the_graver_one_stands() -> None:
    assert kinds("不赔钱，骗子不给钱就上热搜") == ["threat"]


def test_the_calmer_text_has_every_suggestion_in_its_place() -> None:
    words = "垃圾银行！！！再不解决，后果自负。"
    calm = calmer(words, check_text(RULES, words))
    assert calm == "贵行。再不解决，保留依法向监管部门反映、提起诉讼的权利。"
    assert check_text(RULES, calm) == ()


def test_every_shipped_rule_is_of_a_known_kind_and_its_replacement_is_calm() -> None:
    assert {kind_of(wording) for wording in RULES.wordings} == set(KINDS)
    for wording in RULES.wordings:
        assert check_text(RULES, wording.replacement) == ()


def test_a_rule_of_no_known_kind_still_says_something() -> None:
    def change(files: dict[str, dict[str, object]]) -> None:
        rule = {"key": "slang", "severity": "hint", "patterns": ["歪瑞"], "why": text(), "instead": text()}
        files["wording.toml"] = {"wording": [{**rule, "source": source()}]}

    assert [hit.kind for hit in check_text(small_pack(change), "歪瑞好")] == ["other"]


HOSTILE = {
    "not paid": "不赔" * 2500,
    "rhetorical": "难道" * 2500,
    "digits": "1" * 5000,
    "spaced digits": "1 " * 2500,
    "card": "6222 0212 " * 500,
    "password": "密码是" * 1666,
    "password and spaces": "密码" + " " * 4998,
    "english password": "password is a" * 384,
    "pay or": "pay or " * 714,
    "marks": "!" * 5000,
    "insults": "垃圾" * 2500,
    "quotes": "“" * 5000,
    "straight quotes": '"' * 5000,
    "capitals": "A" * 5000,
    "capital words": "AAA " * 1250,
    "legs": "打断" * 2500,
    "threats": "后果自负" * 1250,
    "identity": "110101199003074514" * 277,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_makes_it_slow(name: str) -> None:
    """Ten times the length may take about ten times as long, not a hundred times."""
    short, long = HOSTILE[name], HOSTILE[name] * 10
    check_text(RULES, short)
    once, tenfold = (min(_seconds(words) for _ in range(3)) for words in (short, long))
    assert tenfold < max(once, 0.004) * 40


def test_five_thousand_characters_take_less_than_five_milliseconds() -> None:
    words = (CALM * 100)[:5000]
    check_text(RULES, words)
    assert min(_seconds(words) for _ in range(15)) < 0.005 * 2  # twice the budget: the machine is shared


def _seconds(words: str) -> float:
    begin = time.process_time()
    check_text(RULES, words)
    return time.process_time() - begin


LETTERS = "不赔就曝光你们密码验证码是123456789Xx ！!？?“”\"\n。，ABCcvv后果自负İﬁ𠮷骗子"


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from(LETTERS), max_size=80))
def test_any_text_is_checked_without_a_fault(words: str) -> None:
    hits = check_text(RULES, words)
    assert all(words[hit.start : hit.end] == hit.excerpt and hit.excerpt for hit in hits)
    assert all(before.end <= after.start for before, after in pairwise(hits))
    calmer(words, hits)


@pytest.mark.parametrize(
    "words",
    [
        "他们没有诈骗", "这不是诈骗", "不构成诈骗", "银行没有侵吞款项", "本金利滚利", "我喜欢摇滚。", "钱都没到账",
        "密码六位数字", "密码6个月没有修改", "验证码发给您了，2026年11月3日", "要么退款，要么书面说明原因",
    ],
)  # fmt: skip
def test_what_only_sounds_like_it_is_left_alone(words: str) -> None:
    assert kinds(words) == []
