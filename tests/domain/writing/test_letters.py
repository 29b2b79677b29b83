"""Letters as values: lines, marks of gaps, kinds as data."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walletcase.domain.errors import UserError
from walletcase.domain.letter import LineKind, frozen_hash, lines_of, plain_text, safe_line, visible
from walletcase.domain.writing.gaps import mark, marks_in
from walletcase.domain.writing.reader import read_kind

LETTERS = Path(__file__).resolve().parents[3] / "resources/letters"


def _data(name: str = "complaint") -> dict[str, Any]:
    return tomllib.loads((LETTERS / f"{name}.toml").read_text(encoding="utf-8"))


def test_lines_are_told_apart() -> None:
    body = "# 投诉书\n\n致：某行\n\n## 一、请求\n　　1. 开通\n此致\n某行\n> 张三\n"
    found = [(line.kind, line.text, line.apart) for line in lines_of(body)]
    assert found == [
        (LineKind.TITLE, "投诉书", False),
        (LineKind.SALUTE, "致：某行", True),
        (LineKind.HEADING, "一、请求", True),
        (LineKind.PLAIN, "1. 开通", False),
        (LineKind.PLAIN, "此致", False),
        (LineKind.SALUTE, "某行", False),
        (LineKind.RIGHT, "张三", False),
    ]
    assert plain_text(body) == "投诉书\n\n致：某行\n\n一、请求\n1. 开通\n此致\n某行\n张三"


@given(st.text(alphabet="#> a标\t", max_size=12))
def test_a_safe_line_is_never_structure(text: str) -> None:
    kinds = [line.kind for line in lines_of(safe_line(text.replace("\n", " ")))]
    assert set(kinds) <= {LineKind.PLAIN}


def test_what_nobody_sees_is_taken_out() -> None:
    typed = "a\u202eb\u2066c\u200bd\ufeffe\x00f\x1bg\u00adh\u2028i\tj\r\nk"
    assert visible(typed) == "abcdefgh i\tj\nk"
    for kept in ("张三·李", "e\u0301", "👩\u200d💻", "葛\U000e0100城", "נעם", "می\u200cخواهم"):
        assert visible(kept) == kept
    assert safe_line("\u202e# 标题") == " # 标题"


@given(st.text(max_size=40))
def test_a_hash_reads_windows_line_ends_as_plain_ones(text: str) -> None:
    typed = text.replace("\r", "").encode("utf-8", "ignore").decode()
    assert frozen_hash(typed) == frozen_hash(typed.replace("\n", "\r\n"))
    assert frozen_hash(typed) != frozen_hash(typed + "。")


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_mark_is_found_by_its_name(language: str) -> None:
    text = f"甲{mark('您的姓名', language)}乙\n{mark('phone', language)}"
    found = marks_in(text)
    assert [gap.name for gap in found] == ["您的姓名", "phone"]
    assert text[found[0].start : found[0].end] == found[0].shown


@pytest.mark.parametrize(
    "left", ["〔请填写：姓", "〔请填写", "[please fill in", "a {{ name", "name }} b", "{% if x %}", "x %}", "{{}}"]
)
def test_half_a_mark_and_any_template_syntax_are_found(left: str) -> None:
    assert marks_in(f"第一行\n{left}\n第三行")
    assert not marks_in("第一行\n{ x } 100% 〔2020〕5号 [1] please fill in\n")


def test_a_kind_is_read_whole() -> None:
    kind = read_kind(_data(), "complaint.toml")
    assert kind.key == "complaint"
    assert {"name", "demands"} <= set(kind.needs)
    assert kind.facts == {*kind.needs, *kind.uses}


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"needs": ["name", "shoe_size"]}, "needs"),
        ({"uses": ["name"]}, "uses"),
        ({"use": "poem"}, "use"),
        ({"doors": ["window"]}, "doors"),
        ({"when": ["sunday"]}, "when"),
        ({"order": 0}, "order"),
        ({"reply_days": "7"}, "reply_days"),
        ({"name": {"zh": "只有中文"}}, "name"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_bad_kind_names_the_place(change: dict[str, object], key: str) -> None:
    with pytest.raises(UserError) as caught:
        read_kind(_data() | change, "complaint.toml")
    assert caught.value.code == "playbook_invalid"
    assert caught.value.params["key"] == key
    assert caught.value.params["file"] == "complaint.toml"


def test_a_bad_ground_names_the_place() -> None:
    data = _data()
    data["ground"][0]["checked_on"] = "yesterday"
    with pytest.raises(UserError) as caught:
        read_kind(data, "complaint.toml")
    assert "held_material" in caught.value.params["key"]
