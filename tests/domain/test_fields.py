"""What a field may hold, how it is kept and how it is printed."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from walletcase.domain.errors import UserError
from walletcase.domain.fields import (
    MAX_CONTACTS,
    MAX_LONG_TEXT,
    MAX_TEXT,
    Contact,
    canonical,
    dump_contacts,
    parse_contacts,
    problem_with,
    shown,
)
from walletcase.domain.flow.playbook import Choice, Field, FieldKind
from walletcase.domain.text import Text

LABEL = Text("标签", "Label")
CHOICES = (Choice("open", Text("开通", "Open")), Choice("shut", Text("关闭", "Shut")))


def field(kind: FieldKind) -> Field:
    return Field("the_field", kind, LABEL, choices=CHOICES if kind is FieldKind.CHOICE else ())


GOOD = [
    (FieldKind.DATE, "2026-11-22", "2026-11-22"),
    (FieldKind.DATE, "2026/11/22", "2026-11-22"),
    (FieldKind.DATE, "2026.11.22", "2026-11-22"),
    (FieldKind.DATE, "2026年11月22日", "2026-11-22"),
    (FieldKind.DATE, "2026 年 1 月 2 日", "2026-01-02"),
    (FieldKind.DATE, "2026年11月22号", "2026-11-22"),
    (FieldKind.DATE, "20261122", "2026-11-22"),
    (FieldKind.DATE, "2026-1-2", "2026-01-02"),
    (FieldKind.DATE, "２０２６－１１－２２", "2026-11-22"),
    (FieldKind.DATE, "2026。11。22", "2026-11-22"),
    (FieldKind.DATE, "  2026-11-22\n", "2026-11-22"),
    (FieldKind.DATE, "2028-02-29", "2028-02-29"),
    (FieldKind.TIME, "9:05", "09:05"),
    (FieldKind.TIME, "09:05", "09:05"),
    (FieldKind.TIME, "９：０５", "09:05"),
    (FieldKind.TIME, "9点05分", "09:05"),
    (FieldKind.TIME, "9点5分", "09:05"),
    (FieldKind.TIME, "14时", "14:00"),
    (FieldKind.TIME, "9点整", "09:00"),
    (FieldKind.TIME, "0905", "09:05"),
    (FieldKind.TIME, "23:59", "23:59"),
    (FieldKind.TIME, "0:00", "00:00"),
    (FieldKind.PHONE, "95588", "95588"),
    (FieldKind.PHONE, "138 1234  5678", "138 1234 5678"),
    (FieldKind.PHONE, "+86-571-87654321", "+86-571-87654321"),
    (FieldKind.PHONE, "（０５７１）８７６５４３２１", "(0571)87654321"),
    (FieldKind.PHONE, "110", "110"),
    (FieldKind.PHONE, "1" * 20, "1" * 20),
    (FieldKind.MONEY, "1,234.5", "1234.50"),
    (FieldKind.MONEY, "￥1234.50", "1234.50"),
    (FieldKind.MONEY, "¥ 1234.50", "1234.50"),
    (FieldKind.MONEY, "1234元", "1234.00"),
    (FieldKind.MONEY, "人民币1，234，567.89元", "1234567.89"),
    (FieldKind.MONEY, "rmb 5", "5.00"),
    (FieldKind.MONEY, "０．０１", "0.01"),
    (FieldKind.MONEY, "007", "7.00"),
    (FieldKind.MONEY, "0", "0.00"),
    (FieldKind.MONEY, "999999999999.99", "999999999999.99"),
    (FieldKind.CHOICE, "open", "open"),
    (FieldKind.CHOICE, " shut ", "shut"),
    (FieldKind.CHOICE, "开通", "open"),
    (FieldKind.CHOICE, "Shut", "shut"),
    (FieldKind.TEXT, " 系统繁忙\n请稍后 ", "系统繁忙 请稍后"),
    (FieldKind.TEXT, "李　明", "李　明"),
    (FieldKind.LONG_TEXT, "一\r\n二\r三\n", "一\n二\n三"),
    (FieldKind.LONG_TEXT, "a\x00b\ud800c", "abc"),
    (FieldKind.CONTACTS, "[]", ""),
    (
        FieldKind.CONTACTS,
        '[{"phone":"９５５８８","name":" 张三 "}]',
        '[{"name": "张三", "role": "", "phone": "95588"}]',
    ),
    (FieldKind.CONTACTS, '[{"name":"","role":"","phone":""}]', ""),
    (FieldKind.CONTACTS, '[{"phone":"约138…"}]', '[{"name": "", "role": "", "phone": "约138…"}]'),
]

BAD = [
    (FieldKind.DATE, "2026-02-30", "bad_date"),
    (FieldKind.DATE, "2026-11/22", "bad_date"),
    (FieldKind.DATE, "22.11.2026", "bad_date"),
    (FieldKind.DATE, "2026-1 1-22", "bad_date"),
    (FieldKind.DATE, "1026-11-22", "bad_date"),
    (FieldKind.DATE, "昨天", "bad_date"),
    (FieldKind.DATE, "2026-11-²2", "bad_date"),
    (FieldKind.TIME, "24:00", "bad_time"),
    (FieldKind.TIME, "9:60", "bad_time"),
    (FieldKind.TIME, "9:5", "bad_time"),
    (FieldKind.TIME, "905", "bad_time"),
    (FieldKind.TIME, "上午", "bad_time"),
    (FieldKind.PHONE, "12", "bad_phone"),
    (FieldKind.PHONE, "1" * 21, "bad_phone"),
    (FieldKind.PHONE, "138+12345678", "bad_phone"),
    (FieldKind.PHONE, "打给小李", "bad_phone"),
    (FieldKind.MONEY, "-5", "bad_money"),
    (FieldKind.MONEY, "1.234", "bad_money"),
    (FieldKind.MONEY, "1,23", "bad_money"),
    (FieldKind.MONEY, "12 34", "bad_money"),
    (FieldKind.MONEY, "1e5", "bad_money"),
    (FieldKind.MONEY, "1.2万", "bad_money"),
    (FieldKind.MONEY, "1" * 13, "bad_money"),
    (FieldKind.CHOICE, "ajar", "bad_choice"),
    (FieldKind.CONTACTS, "张三 95588", "bad_contacts"),
    (FieldKind.CONTACTS, '{"name": "张三"}', "bad_contacts"),
    (FieldKind.CONTACTS, '["张三"]', "bad_contacts"),
    (FieldKind.CONTACTS, '[{"name": 5}]', "bad_contacts"),
    (FieldKind.CONTACTS, '[{"nick": "三"}]', "bad_contacts"),
    (FieldKind.CONTACTS, json.dumps([{"name": "a"}] * (MAX_CONTACTS + 1)), "bad_contacts"),
    (FieldKind.CONTACTS, "[" * 15_000, "bad_contacts"),
    (FieldKind.CONTACTS, "1" * 15_000, "bad_contacts"),
    (FieldKind.CONTACTS, " [" + " " * MAX_LONG_TEXT + "]", "too_long"),
    (FieldKind.TEXT, "字" * (MAX_TEXT + 1), "too_long"),
    (FieldKind.LONG_TEXT, "字" * (MAX_LONG_TEXT + 1), "too_long"),
]


@pytest.mark.parametrize(("kind", "typed", "kept"), GOOD)
def test_good_text_is_tidied(kind: FieldKind, typed: str, kept: str) -> None:
    assert problem_with(field(kind), typed) is None
    assert canonical(field(kind), typed) == kept


@pytest.mark.parametrize(("kind", "typed", "code"), BAD)
def test_bad_text_is_refused_with_its_code(kind: FieldKind, typed: str, code: str) -> None:
    assert problem_with(field(kind), typed) == code
    with pytest.raises(UserError) as caught:
        canonical(field(kind), typed)
    assert caught.value.code == "bad_value"
    assert caught.value.params == {"field": "the_field", "expected": code}


@pytest.mark.parametrize("kind", FieldKind)
@pytest.mark.parametrize("empty", ["", "  ", "\n\t", "　"])
def test_empty_is_always_good(kind: FieldKind, empty: str) -> None:
    assert problem_with(field(kind), empty) is None
    assert canonical(field(kind), empty) == ""


def test_the_longest_text_is_kept_whole() -> None:
    assert canonical(field(FieldKind.TEXT), "字" * MAX_TEXT) == "字" * MAX_TEXT
    assert canonical(field(FieldKind.LONG_TEXT), "字" * MAX_LONG_TEXT) == "字" * MAX_LONG_TEXT


def test_people_that_fit_only_before_they_are_tidied_are_refused() -> None:
    row = '{"name":"' + "x" * 389 + '"}'
    typed = "[" + ",".join([row] * 49) + "]"
    assert len(typed) <= MAX_LONG_TEXT
    assert problem_with(field(FieldKind.CONTACTS), typed) == "too_long"


@pytest.mark.parametrize(
    ("kind", "kept", "zh", "en"),
    [
        (FieldKind.MONEY, "1234.50", "￥1,234.50", "￥1,234.50"),
        (FieldKind.MONEY, "999999999999.99", "￥999,999,999,999.99", "￥999,999,999,999.99"),
        (FieldKind.MONEY, "0.00", "￥0.00", "￥0.00"),
        (FieldKind.CHOICE, "open", "开通", "Open"),
        (FieldKind.DATE, "2026-11-22", "2026-11-22", "2026-11-22"),
        (FieldKind.TIME, "09:05", "09:05", "09:05"),
        (FieldKind.TEXT, "甲", "甲", "甲"),
        (FieldKind.LONG_TEXT, "甲\n乙", "甲\n乙", "甲\n乙"),
        (FieldKind.MONEY, "", "", ""),
        (FieldKind.MONEY, "half-typed", "half-typed", "half-typed"),
        (FieldKind.CHOICE, "gone", "gone", "gone"),
    ],
)
def test_values_are_printed_in_both_languages(kind: FieldKind, kept: str, zh: str, en: str) -> None:
    assert shown(field(kind), kept, "zh_CN") == zh
    assert shown(field(kind), kept, "en") == en


def test_people_are_printed_one_a_line() -> None:
    kept = dump_contacts(
        [Contact("张三", "柜员", "0571-1"), Contact(name="李四"), Contact(role="经理"), Contact(phone="95588")]
    )
    assert shown(field(FieldKind.CONTACTS), kept, "zh_CN") == "张三（柜员） 0571-1\n李四\n经理\n95588"
    assert shown(field(FieldKind.CONTACTS), kept, "en") == "张三 (柜员), 0571-1\n李四\n经理\n95588"


def test_a_text_that_holds_no_people_is_refused() -> None:
    with pytest.raises(UserError) as caught:
        parse_contacts("someone")
    assert caught.value.params["expected"] == "bad_contacts"
    assert parse_contacts("") == ()


NEAR_MISSES = st.text(
    alphabet='0123456789０９-/.：:年月日点分时整,，￥¥元+()（） [{}]"namerolphe\\\x00\ud800\n　', max_size=30
)


@given(st.sampled_from(FieldKind), st.text() | NEAR_MISSES)
@example(FieldKind.CONTACTS, '[{"name":"\\ud800"}]')
@example(FieldKind.TEXT, "a\u2028 b\x85c\t")
def test_tidying_twice_changes_nothing_and_fails_only_as_a_user_error(kind: FieldKind, typed: str) -> None:
    the_field = field(kind)
    problem = problem_with(the_field, typed)
    assert _refusal(the_field, typed) == problem
    if problem:
        assert shown(the_field, typed, "zh_CN") == typed
        return
    once = canonical(the_field, typed)
    assert canonical(the_field, once) == once
    once.encode("utf-8")
    if once:
        assert all(shown(the_field, typed, language).strip() for language in ("zh_CN", "en"))


def _refusal(the_field: Field, typed: str) -> str | None:
    try:
        canonical(the_field, typed)
    except UserError as error:
        return error.params["expected"]
    return None


PART = st.text(max_size=20)


@given(st.lists(st.builds(Contact, PART, PART, PART), max_size=10))
def test_people_survive_being_written_and_read(people: list[Contact]) -> None:
    text = dump_contacts(people)
    read = parse_contacts(text)
    assert dump_contacts(read) == text
    assert all(not contact.is_empty for contact in read)
    assert len(read) <= len(people)


@given(st.dates(min_value=date(1900, 1, 1)))
def test_every_date_is_kept_as_iso_however_it_is_typed(day: date) -> None:
    iso = day.isoformat()
    year, month, number = iso.split("-")
    for typed in (iso, f"{year}/{int(month)}/{int(number)}", f"{year}年{month}月{number}日", year + month + number):
        assert canonical(field(FieldKind.DATE), typed) == iso


@given(st.integers(0, 10**12 - 1), st.integers(0, 99))
def test_every_amount_is_kept_to_the_cent(yuan: int, cents: int) -> None:
    exact = f"{yuan}.{cents:02d}"
    money = field(FieldKind.MONEY)
    assert canonical(money, exact) == exact
    assert canonical(money, shown(money, exact, "zh_CN")) == exact


BANK = Text("示例银行", "Example Bank")


@pytest.mark.parametrize("kept", [BANK.zh, BANK.en, f" {BANK.en}\n"])
def test_a_name_that_the_playbook_knows_is_shown_in_the_readers_language(kept: str) -> None:
    named = Field("bank", FieldKind.TEXT, LABEL, known=BANK)
    assert (shown(named, kept, "zh_CN"), shown(named, kept, "en")) == (BANK.zh, BANK.en)
    assert shown(named, "示例银行解放路支行", "en") == "示例银行解放路支行"
    assert shown(field(FieldKind.TEXT), kept, "zh_CN") == kept.strip()
