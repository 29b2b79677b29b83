"""What the words on a page suggest for a contact record."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walletcase.domain.page_text import SCALE, Line
from walletcase.domain.suggestions import Kind, suggestions_in

AROUND = "2026-11-22"


def _lines(*texts: str) -> tuple[Line, ...]:
    """Lines far apart."""
    return tuple(Line(text, 1000, 600 * number, 6000, 200) for number, text in enumerate(texts))


def _found(*texts: str) -> list[tuple[str, str]]:
    return [(one.kind.value, one.value) for one in suggestions_in(_lines(*texts), AROUND)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("受理编号：GD20261120004417，请保存", "GD20261120004417"),
        ("受理编号GD20261120004417", "GD20261120004417"),
        ("投诉单号为 2026-SAMPLE-00031。", "2026-SAMPLE-00031"),
        ("工单号是TS-00417-9", "TS-00417-9"),
        ("流水号：２０２６１１２１０９０５", "202611210905"),
        ("Your complaint no. CP-2026-118-0457 has been accepted", "CP-2026-118-0457"),
        ("Reference: 88001234", "88001234"),
    ],
)
def test_reference_numbers(text: str, number: str) -> None:
    assert _found(text) == [("reference", number)]


def test_a_number_beside_or_under_its_name() -> None:
    label, value = Line("受理编号", 700, 1350, 1600, 220), Line("TS202611200093", 6100, 1370, 3100, 180)
    (one,) = suggestions_in((label, value))
    assert (one.kind, one.value, one.lines) == (Kind.REFERENCE, "TS202611200093", (1,))
    assert (one.left, one.top, one.width, one.height) == (6100, 1370, 3100, 180)


@pytest.mark.parametrize(
    "text",
    [
        "手机号码 6628",
        "尾号6628的数字钱包",
        "编号见附件",
        "卡号 6222021234567890123",
        "身份证号 11010519491231002X",
        "受理编号",
        "数字钱包2026",
        "版本 3.10.0",
    ],
)
def test_what_is_no_reference_number(text: str) -> None:
    assert not [one for one in _found(text) if one[0] == "reference"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("我的工号是95588-3127。", "95588-3127"),
        ("李经理 工号00417", "00417"),
        ("客服工号：A3127", "A3127"),
        ("3127号客服为您服务", "3127"),
        ("Agent ID 30215", "30215"),
    ],
)
def test_staff_numbers(text: str, number: str) -> None:
    assert _found(text) == [("staff", number)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("2026-11-20 10:31:07", "date", "2026-11-20 10:31"),
        ("2026年11月3日起无法开通", "date", "2026-11-03"),
        ("11月20日 上午10:12", "date", "2026-11-20 10:12"),
        ("11月20日 下午3:05", "date", "2026-11-20 15:05"),
        ("1月5日", "date", "2027-01-05"),
        ("Nov 18, 16:20", "date", "2026-11-18 16:20"),
        ("预计2026年12月9日答复", "promised", "2026-12-09"),
        ("我们将在12月9日前答复您", "promised", "2026-12-09"),
        ("We will reply by 9 Dec 2026.", "promised", "2026-12-09"),
    ],
)
def test_dates(text: str, kind: str, value: str) -> None:
    assert _found(text) == [(kind, value)]


def test_a_date_that_is_none_and_a_date_without_a_year() -> None:
    assert _found("2026-13-45") == []
    assert suggestions_in(_lines("11月20日")) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("￥1,280.50", "1280.50"),
        ("还有1,280.5元", "1280.50"),
        ("人民币3,500.00元", "3500.00"),
        ("RMB 20", "20.00"),
    ],
)
def test_amounts(text: str, value: str) -> None:
    assert _found(text) == [("amount", value)]


def test_no_money_is_no_amount() -> None:
    assert _found("手续费 0.00元") == []


@pytest.mark.parametrize(
    "text", ["138 0013 6628", "13800136628", "010-66106114", "+86 10 6610 6114", "95588", "400-699-5588"]
)
def test_phones(text: str) -> None:
    assert _found(f"电话{text}。") == [("phone", text)]


def test_digits_of_something_longer_are_no_phone() -> None:
    assert _found("6222021380013662812") == []
    assert _found("受理编号：1380013662899") == [("reference", "1380013662899")]


def test_a_number_broken_at_the_edge_of_a_bubble() -> None:
    first = Line("已为您登记，受理编号：GD20", 1864, 5015, 5804, 217)
    second = Line("261120004417，我的工号是95", 1853, 5307, 5938, 202)
    third = Line("588-3127。", 1842, 5590, 2065, 207)
    reference, staff = suggestions_in((first, second, third))
    assert (reference.value, reference.lines) == ("GD20261120004417", (0, 1))
    assert (reference.top, reference.height) == (5015, 5307 + 202 - 5015)
    assert (staff.value, staff.lines) == ("95588-3127", (1, 2))


def test_numbers_of_two_bubbles_stay_apart() -> None:
    far = (Line("受理编号：GD2026", 1864, 1000, 5804, 200), Line("1120004417", 1853, 2000, 5938, 200))
    aside = (Line("受理编号：GD2026", 1864, 1000, 5804, 200), Line("1120004417", 5000, 1250, 3000, 200))
    for lines in (far, aside):
        assert [one.value for one in suggestions_in(lines)] == ["GD2026"]


def test_each_value_comes_once_in_the_order_of_the_page() -> None:
    assert _found("电话 95588", "受理编号：A12345678", "再拨 95588") == [("phone", "95588"), ("reference", "A12345678")]


def test_words_without_a_place_suggest_too() -> None:
    (one,) = suggestions_in((Line("受理编号 2026-SAMPLE-00031", 0, 0, 0, 0),))
    assert (one.value, one.width) == ("2026-SAMPLE-00031", 0)


@given(st.lists(st.builds(Line, st.text(max_size=60), *[st.integers(0, SCALE)] * 4), max_size=8))
def test_any_words_are_borne(lines: list[Line]) -> None:
    for one in suggestions_in(lines, AROUND):
        assert one.value
        assert all(0 <= number < len(lines) for number in one.lines)


def test_a_long_chat_is_looked_through_in_a_moment() -> None:
    """Beside the time for a tenth of it: twice as much would be as it should be, a hundred times is what it was."""

    def seconds(lines: int) -> float:
        text = _lines(
            *(
                f"2026-11-{n % 28 + 1:02d} 10:{n % 60:02d} 转账 {n}.50 元 电话 1380013{n % 10000:04d}"
                for n in range(lines)
            )
        )
        start = time.perf_counter()
        assert suggestions_in(text, AROUND)
        return time.perf_counter() - start

    seconds(100)
    assert seconds(4_000) < 40 * max(seconds(400), 0.002)
