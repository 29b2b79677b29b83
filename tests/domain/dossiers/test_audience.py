"""What each reader of a dossier gets to see, and what must stand nowhere in it."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.dossiers.test_dossier import EMPTY, FLOW, dossier, entry, exhibit
from tests.domain.shipped_case import case as shipped
from walletcase.domain.case import CaseRecord, ValueKey
from walletcase.domain.demands import Demand, DemandKind, dump_demands
from walletcase.domain.dossiers.audience import Audience, Masked, field_masks, masked
from walletcase.domain.dossiers.choices import PEOPLE, Choices, Showing, from_text, to_text, translated, words_of
from walletcase.domain.evidence import Kin
from walletcase.domain.fields import Contact, dump_contacts
from walletcase.domain.flow.playbook import FieldKind, Role
from walletcase.domain.ids import CaseId
from walletcase.domain.letter import Letter, frozen_hash
from walletcase.domain.people import people_of
from walletcase.domain.readiness.privacy import is_card_number
from walletcase.domain.redaction import bare, stands_in
from walletcase.domain.sensitive import certain_in

TITLES = ("Mr", "Mrs", "Ms", "Miss")
NOW = "2026-11-20T10:00:00+08:00"
ID, CARD, PHONE, NAME = "11010519491231002X", "6222021234567890128", "13800138000", "林小满"


def field(role: Role) -> str:
    return next(field.key for field in FLOW.fields() if field.role is role)


def case(problem: str) -> CaseRecord:
    """A case of 林小满 with a problem in these words, said to 王客服 too."""
    values = {ValueKey(field(Role.COMPLAINANT)): NAME, ValueKey(field(Role.PROBLEM)): problem}
    said = entry(1, "2026-11-01T10:00+08:00", summary=problem, counterpart="王客服 6612")
    return replace(EMPTY, values=values, timeline=(said,))


def told(record: CaseRecord, audience: Audience) -> Masked:
    return masked(dossier(record), record, audience)


def test_the_person_sees_everything() -> None:
    record = case(f"{NAME} {ID} {CARD} {PHONE}")
    seen = told(record, Audience.SELF)
    assert replace(seen.dossier, audience="") == dossier(record)
    assert seen.secrets == ()


@pytest.mark.parametrize("audience", [Audience.BANK, Audience.REGULATOR])
def test_officials_see_who_complains_but_no_whole_number(audience: Audience) -> None:
    seen = told(case(f"  我是{NAME}，证件 {ID}，卡 {CARD}，电话 {PHONE}。"), audience)
    assert seen.dossier.timeline[0].summary == f"  我是{NAME}，证件 ****002X，卡 ****0128，电话 {PHONE}。"
    assert set(seen.secrets) == {ID.lower(), CARD}
    assert seen.dossier.timeline[0].counterpart == "王客服 6612"


def test_the_public_sees_no_person() -> None:
    seen = told(case(f"我是{NAME}，证件 {ID}，卡 {CARD}，电话 {PHONE}，林女士"), Audience.PUBLIC)
    row = seen.dossier.timeline[0]
    assert row.summary == "我是****，证件 ****，卡 ****，电话 ****，****"
    assert row.counterpart == ""
    assert {NAME, ID.lower(), CARD, PHONE} <= set(seen.secrets)
    assert NAME not in repr(seen.dossier)


def test_who_was_spoken_to_stands_nowhere_for_the_public() -> None:
    counterpart = next(f.key for f in FLOW.fields() if f.role is Role.COUNTERPART)
    contacts = next(f.key for f in FLOW.fields() if f.kind is FieldKind.CONTACTS)
    values = {
        ValueKey(field(Role.PROBLEM)): "王大锤说不行，工号 6612 的人也说不行，主管赵铁柱没有回话，客服热线打不通",
        ValueKey(counterpart): "客服 王大锤 6612",
        ValueKey(contacts): dump_contacts([Contact("赵铁柱", "主管", "")]),
    }
    said = entry(1, "2026-11-01T10:00+08:00", summary="刘经理和 Wang Meili 都在", counterpart="刘经理、Wang Meili")
    record = replace(EMPTY, values=values, timeline=(said,))
    seen = told(record, Audience.PUBLIC)
    for name in ("王大锤", "6612", "赵铁柱", "刘经理", "Meili"):
        assert name not in repr(seen.dossier), name
        assert bare(name) in seen.secrets, name
    assert "客服热线打不通" in seen.dossier.problem
    assert "王大锤" in repr(told(record, Audience.BANK).dossier)
    choices = Choices(shown=frozenset({PEOPLE}))
    assert "王大锤" in repr(masked(dossier(record), record, Audience.PUBLIC, choices).dossier)
    hidden = masked(dossier(record), record, Audience.BANK, Choices(masked=frozenset({PEOPLE}))).dossier
    assert "王大锤" not in repr(hidden)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("在线客服", ()), ("客服 8821", ("8821",)), ("大堂经理", ()), ("王经理", ("王经理",)), ("95588", ("95588",)),
        ("网点柜员：李想", ("李想",)), ("agent Smith", ("Smith",)), ("hotline", ()), ("", ()),
        ("工号A1234", ("A1234",)), ("工号８８０２", ("8802",)), ("赵柜员", ("赵柜员",)), ("欧阳经理", ("欧阳经理",)),
        ("阿不都热合曼", ("阿不都热合曼",)), ("消费者权益保护部", ()), ("银保监会", ()), ("Lobby", ()),
        ("Complaints Department", ()), ("Hangzhou Branch, Ms. Fang", ("Fang",)),
        ("Ms. Wu", ("Mr Wu", "Mrs Wu", "Ms Wu", "Miss Wu")),
        ("He Ping", ("Ping", "He Ping", *(f"{one} He" for one in TITLES))),
    ],
)  # fmt: skip
def test_what_a_person_does_tells_of_nobody(text: str, names: tuple[str, ...]) -> None:
    said = entry(1, "2026-11-01T10:00+08:00", counterpart=text)
    assert people_of(replace(EMPTY, timeline=(said,))) == names


def test_a_short_name_and_the_parts_of_a_list_are_masked_wherever_they_stand() -> None:
    demand = next(f.key for f in FLOW.fields() if f.kind is FieldKind.DEMANDS)
    demands = [Demand(f"d{len(text)}", DemandKind.FIX, text) for text in ("退回余额", "书面道歉函")]
    values = {
        ValueKey(field(Role.COMPLAINANT)): "张三",
        ValueKey(field(Role.PROBLEM)): "张三的钱包打不开",
        ValueKey(demand): dump_demands(demands),
    }
    record = replace(EMPTY, values=values)
    choices = Choices(masked=frozenset({field(Role.COMPLAINANT), demand}))
    seen = masked(dossier(record), record, Audience.BANK, choices)
    for word in ("张三", "退回余额", "书面道歉函"):
        at = repr(seen.dossier).find(word)
        assert at < 0, repr(seen.dossier)[at - 300 : at + 50]
        assert word in seen.secrets, word


def test_a_number_that_is_shown_does_not_show_others_that_are_part_of_it() -> None:
    phone = field(Role.PHONE)
    values = {ValueKey(phone): PHONE, ValueKey(field(Role.PROBLEM)): f"尾号8000的卡，电话 {PHONE}，+86 {PHONE}"}
    record = replace(EMPTY, values=values)
    seen = masked(dossier(record), record, Audience.PUBLIC, Choices(shown=frozenset({phone})))
    assert seen.dossier.problem == f"尾号****的卡，电话 {PHONE}，+86 {PHONE}"


def test_a_masked_letter_has_no_hash_to_try_numbers_against() -> None:
    bodies = (f"电话 {PHONE}", "没有号码")
    letters = tuple(
        Letter(n, CaseId(1), n, "complaint", "zh_CN", "", body, NOW, NOW, NOW, "mail", frozen_hash(body))
        for n, body in enumerate(bodies, 1)
    )
    record = replace(EMPTY, letters=letters)
    own = told(record, Audience.SELF).dossier.letters
    public = told(record, Audience.PUBLIC).dossier.letters
    assert [bool(one.sha256) for one in own] == [True, True]
    assert [(one.is_masked, bool(one.sha256)) for one in public] == [(True, False), (False, True)]


def test_full_width_and_parted_numbers_are_masked_too() -> None:
    seen = told(case("证件１１０１０５１９４９１２３１００２Ｘ，卡 6222 0212 3456 7890 128"), Audience.PUBLIC)
    assert seen.dossier.problem == "证件****，卡 ****"
    assert set(seen.secrets) >= {ID.lower(), CARD}


@pytest.mark.parametrize(
    "sign", [" ", "  ", "-", " – ", ".", "．", "/", "·", ",", "，", "_", "\u200b", "\xad", "\u2009"]
)
@pytest.mark.parametrize("number", [ID, CARD, PHONE, "4111111111111111"])
def test_a_number_is_masked_however_it_is_parted(sign: str, number: str) -> None:
    parts = number[:3], number[3:7], number[7:11], number[11:]
    written = sign.join(filter(None, parts))
    record = case(f"号{written}。")
    shown = told(record, Audience.PUBLIC).dossier
    assert [row.summary for row in shown.timeline] == ["号****。"]
    if number is not PHONE:
        assert certain_in(f"号{written}。") == bare(number)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("微信号 wxid_abc123，QQ：12345678", "微信号 ****，QQ：****"),
        ("护照 E12345678, passport no. E12345678", "护照 ****, passport no. ****"),
        ("用微信支付了 300 元，QQ 音乐", "用微信支付了 300 元，QQ 音乐"),
        (f"IMG{CARD}.png、A{ID}B", "IMG****.png、A****B"),
        (f"校验值 ab{CARD}cd", f"校验值 ab{CARD}cd"),
    ],
)
def test_what_names_an_account_is_masked_and_what_only_looks_like_it_stays(text: str, shown: str) -> None:
    assert [row.summary for row in told(case(text), Audience.PUBLIC).dossier.timeline] == [shown]


@pytest.mark.parametrize("before", ["1.", "3 ", "15:30 ", "2026-11-20 15:30 ", "第3次 ", "6 6 ", "62 "])
@pytest.mark.parametrize(
    "number", [ID, CARD, "6222 0212 3456 7890 128", "4111 1111 1111 1111", "-".join(CARD)]
)
def test_a_number_is_found_behind_digits_that_are_not_its_own(before: str, number: str) -> None:
    (row,) = told(case(f"{before}{number}。"), Audience.BANK).dossier.timeline
    assert row.summary == f"{before}****{bare(number).upper()[-4:]}。"
    assert certain_in(f"{before}{number}。") == bare(number)


@pytest.mark.parametrize("words", ["Card No. ", "card number: ", "Card No.: ", "卡编号：", "账户编号 "])
def test_a_cards_number_is_no_number_of_a_matter(words: str) -> None:
    assert certain_in(f"{words}{CARD}") == CARD


@pytest.mark.parametrize("words", ["订单号：", "No. ", "流水号 ", "收款卡的订单编号："])
def test_a_number_of_a_matter_is_no_card(words: str) -> None:
    assert certain_in(f"{words}{CARD}") == ""


def test_small_numbers_in_a_row_are_no_card() -> None:
    chance = random.Random(7)
    rows = [" ".join(str(chance.randint(10, 99)) for _ in range(8)) for _ in range(2_000)]
    assert [row for row in rows if certain_in(row)] == []
    assert sum(is_card_number(row.replace(" ", "")) for row in rows) > 50


@pytest.mark.parametrize(
    ("word", "shown"),
    [("文三路", "住在****。"), ("6222", "卡 ****。"), ("0212 3456", "卡 ****。"), ("3单元", "住在****。")],
)
def test_a_word_to_mask_within_what_is_masked_shows_no_more_of_it(word: str, shown: str) -> None:
    text = "住在文三路88号3单元402室。" if shown.startswith("住") else f"卡 {CARD}。"
    values = {ValueKey(field(Role.ADDRESS)): "浙江省杭州市西湖区文三路88号3单元402室"}
    record = replace(EMPTY, values=values, timeline=(entry(1, "2026-11-01T10:00+08:00", summary=text),))
    seen = masked(dossier(record), record, Audience.PUBLIC, Choices(words=(word,)))
    assert [row.summary for row in seen.dossier.timeline] == [shown]
    assert bare(CARD if "卡" in text else "文三路88号3单元402室") in seen.secrets


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("我家在文三路88号3单元402室，请寄", ",请寄"),
        ("寄到杭州市西湖区翠苑小区 12栋 301室", ""),
        ("支行在文三路88号，营业到五点", "支行在文三路88号,营业到五点"),
    ],
)
def test_a_flats_address_is_masked_though_the_case_does_not_know_it(text: str, rest: str) -> None:
    (row,) = told(case(text), Audience.PUBLIC).dossier.timeline
    assert row.summary.replace("，", ",") == ("****" if "文三路88号，" not in text else "") + rest


@pytest.mark.parametrize("tails", ["1234、5678", "1234/5678", "1234, 5678", "1234 和 5678"])
def test_each_of_several_account_tails_is_masked(tails: str) -> None:
    values = {ValueKey(field(Role.ACCOUNT_TAIL)): tails}
    said = entry(1, "2026-11-01T10:00+08:00", summary="一张是 1234 的，一张是 5678 的")
    (row,) = told(replace(EMPTY, values=values, timeline=(said,)), Audience.PUBLIC).dossier.timeline
    assert row.summary == "一张是 **** 的，一张是 **** 的"


@pytest.mark.parametrize("name", ["王知行", "李登科", "赵天台", "Ms. Müller", "José García", "Иванов", "Li Na", "Weiß"])
def test_who_was_spoken_to_is_found_whatever_the_name(name: str) -> None:
    said = entry(1, "2026-11-01T10:00+08:00", summary=f"{name} 答应三天内回复", counterpart=name)
    seen = told(replace(EMPTY, timeline=(said,)), Audience.PUBLIC)
    (row,) = seen.dossier.timeline
    assert name.split()[-1] not in row.summary
    assert stands_in(seen.secrets, f"答应的是 {name}，三天") != ""


@pytest.mark.parametrize("house", ["消保科", "信访处", "杭州分行", "网络科", "银保监会"])
def test_an_office_is_nobodys_name(house: str) -> None:
    said = entry(1, "2026-11-01T10:00+08:00", summary=f"{house}答应三天内回复", counterpart=house)
    (row,) = told(replace(EMPTY, timeline=(said,)), Audience.PUBLIC).dossier.timeline
    assert row.summary == f"{house}答应三天内回复"


def test_dates_in_a_row_are_no_card() -> None:
    rows = [f"{n} 2026-11-{day:02} 2026-12-{day:02}" for n in (3, 4, 5, 6, 9) for day in range(1, 29)]
    assert [row for row in rows if certain_in(row)] == []
    assert sum(is_card_number("".join(sign for sign in row if sign.isdigit())) for row in rows) > 5


def test_a_card_is_masked_though_other_digits_follow_and_amounts_in_a_row_stay() -> None:
    text = "卡 4111 1111 1111 1111 123 号，5,000.00 3,200.00 4,100.50 9,999.00 1,234,567,890.00"
    (row,) = told(case(text), Audience.BANK).dossier.timeline
    assert row.summary == text.replace("4111 1111 1111 1111", "****1111")


def test_an_address_is_masked_without_its_city_and_a_surname_behind_a_title() -> None:
    values = {
        ValueKey(field(Role.COMPLAINANT)): "Lin Xiaoman",
        ValueKey(field(Role.ADDRESS)): "浙江省杭州市西湖区文三路 88 号，3 单元 402 室",
    }
    said = entry(1, "2026-11-01T10:00+08:00", summary="Dear Ms Lin, 信寄到文三路88号 3单元402室。")
    shown = told(replace(EMPTY, values=values, timeline=(said,)), Audience.PUBLIC)
    assert [row.summary for row in shown.dossier.timeline] == ["Dear Ms ****, 信寄到****。"]


def test_what_only_another_part_of_the_case_says_is_looked_for_too() -> None:
    record = case(f"手机 {PHONE}")
    some = masked(replace(dossier(record), timeline=(), problem="", steps=()), record, Audience.PUBLIC)
    assert PHONE in some.secrets
    assert PHONE not in masked(dossier(record), record, Audience.BANK).secrets


def test_exhibits_give_way_to_their_redacted_copies() -> None:
    one, two = exhibit(1), exhibit(2)
    copy = exhibit(3, kin=Kin.REDACTED, parent_id=one.id)
    record = replace(EMPTY, evidence=(one, two, copy))
    for audience, wanted in (
        (Audience.SELF, ["", "", ""]),
        (Audience.REGULATOR, ["replaced", "", ""]),
        (Audience.PUBLIC, ["replaced", "private", ""]),
    ):
        shown = told(record, audience).dossier.exhibits
        assert [item.withheld for item in shown] == wanted, audience
        assert shown[0].replaced_by == (3 if audience is not Audience.SELF else None)


@given(st.text(max_size=200))
def test_no_text_breaks_it_and_what_is_no_secret_stays(text: str) -> None:
    record = case(text)
    seen = told(record, Audience.PUBLIC)
    if not seen.secrets:
        assert seen.dossier.problem == dossier(record).problem
    assert seen.dossier.number == dossier(record).number


def test_a_field_is_masked_everywhere_because_the_person_wants_it() -> None:
    record = case(f"我是{NAME}，{NAME}的钱包打不开")
    key = field(Role.COMPLAINANT)
    seen = masked(dossier(record), record, Audience.BANK, Choices(masked=frozenset({key})))
    assert NAME not in repr(seen.dossier)
    assert NAME in seen.secrets
    facts = {fact.key: fact.text for fact in seen.dossier.parties}
    assert facts[key] == "****"
    assert seen.dossier.is_chosen


def test_a_field_is_shown_because_the_person_wants_it_and_nothing_else() -> None:
    record = case(f"我是{NAME}，证件 {ID}")
    seen = masked(dossier(record), record, Audience.PUBLIC, Choices(shown=frozenset({field(Role.COMPLAINANT), PEOPLE})))
    row = seen.dossier.timeline[0]
    assert (row.summary, row.counterpart) == (f"我是{NAME}，证件 ****", "王客服 6612")
    assert NAME not in seen.secrets


def test_words_that_the_person_named_are_masked_wherever_they_stand() -> None:
    record = case("李雷说他的编号是 A17，李雷又说 CA17X 不是。张经理在。")
    seen = masked(dossier(record), record, Audience.BANK, Choices(words=("李雷", "a17", "张经理")))
    assert seen.dossier.timeline[0].summary == "****说他的编号是 ****，****又说 CA17X 不是。****在。"
    assert set(seen.secrets) == {"李雷", "张经理"}  # "a17" stands anywhere by chance


def test_an_exhibit_is_shown_as_the_person_chose() -> None:
    copy = exhibit(4, kin=Kin.REDACTED, parent_id=exhibit(1).id)
    record = replace(case("x"), evidence=(exhibit(1), exhibit(2), exhibit(3), copy))
    one = Choices(exhibits=((1, Showing.ORIGINAL), (2, Showing.COPY), (3, Showing.OUT)))
    shown = masked(dossier(record), record, Audience.BANK, one).dossier.exhibits
    assert [item.withheld for item in shown] == ["", "private", "left_out", ""]
    usual = masked(dossier(record), record, Audience.BANK).dossier.exhibits
    assert [item.withheld for item in usual] == ["replaced", "", "", ""]
    no_copy = Choices(exhibits=((4, Showing.OUT),))
    alone = masked(dossier(record), record, Audience.BANK, no_copy).dossier.exhibits
    assert [item.withheld for item in alone] == ["", "", "", "left_out"]  # never led to a copy that is not there


def test_what_may_be_masked_is_every_field_with_a_value() -> None:
    found = {one.key: one for one in field_masks(case(f"证件 {ID}"), Audience.BANK, "zh_CN")}
    assert found[field(Role.COMPLAINANT)].text == NAME
    assert not found[field(Role.COMPLAINANT)].is_masked
    assert found[field(Role.PROBLEM)].is_masked
    assert (found[PEOPLE].text, found[PEOPLE].is_masked) == ("王客服 6612", False)
    public = {one.key: one.is_masked for one in field_masks(case("x"), Audience.PUBLIC, "zh_CN")}
    assert public[field(Role.COMPLAINANT)]
    assert public[PEOPLE]


IDS = {number: 1000 - number for number in range(1, 100)}


@given(
    st.builds(
        Choices,
        st.frozensets(st.text(max_size=5)),
        st.frozensets(st.text(max_size=5)),
        st.lists(st.text(max_size=9)).map(tuple),
        st.dictionaries(st.integers(1, 99), st.sampled_from([Showing.OUT, Showing.COPY])).map(
            lambda found: tuple(sorted(found.items()))
        ),
    )
)
def test_choices_come_back_as_they_were_stored(choices: Choices) -> None:
    assert from_text(to_text(choices, IDS), {own: number for number, own in IDS.items()}) == choices
    moved = from_text(to_text(choices, IDS), {own: number + 1 for number, own in IDS.items()})
    assert [number for number, _ in moved.exhibits] == [number + 1 for number, _ in choices.exhibits]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"masked":"a","shown":[],"words":[],"exhibits":[]}', '{"masked":[]'])
def test_choices_that_cannot_be_read_are_no_choices_at_all(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        from_text(text, {})


def test_choices_of_the_first_version_named_numbers() -> None:
    old = '{"masked":[],"shown":[],"words":[],"exhibits":[[2,"out"]]}'
    assert from_text(old, {7: 2}).exhibits == ((2, Showing.OUT),)
    assert translated(old, {}) == old


def test_words_are_parted_at_lines_and_commas() -> None:
    assert words_of(" 张三，李四\n\n张三; a  b ") == ("张三", "李四", "a b")


def test_the_institution_that_answers_is_no_person() -> None:
    values = {ValueKey(field(Role.INSTITUTION)): "Example Bank, Example Branch"}
    said = (
        entry(1, "2026-11-01T10:00+08:00", counterpart="Example Bank 95588"),
        entry(2, "2026-11-02T10:00+08:00", counterpart="Example Branch, Ms Wang"),
        entry(3, "2026-11-03T10:00+08:00", counterpart="agent Example"),
    )
    record = replace(EMPTY, values=values, timeline=said[:2])
    assert people_of(record) == ("95588", "Wang")
    assert people_of(replace(record, timeline=said)) == ("95588", "Wang", "Example")


def test_the_number_of_a_hotline_is_no_staff_number() -> None:
    record = shipped({})
    (hotline, *_) = (door.number for door in record.rules.doors if door.number.isdigit())
    said = entry(1, "2026-11-01T10:00+08:00", counterpart=f"{hotline} 坐席 8802")
    assert people_of(replace(record, timeline=(said,))) == ("8802",)


@pytest.mark.parametrize(
    ("role", "value"),
    [
        (Role.COMPLAINANT, "O'Neil"),
        (Role.ADDRESS, "广州市天河区天河路100号，3栋302室"),
        (Role.TRANSACTION, "20260501123456"),
    ],
)
def test_the_public_gets_no_field_that_says_who_somebody_is(role: Role, value: str) -> None:
    record = replace(EMPTY, values={ValueKey(field(role)): value})
    assert value in repr(told(record, Audience.BANK).dossier)
    assert value not in repr(told(record, Audience.PUBLIC).dossier)
