"""What is suggested to be covered: found whole, in the right place, and nothing that only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.secrets_made import card_number, id_number, old_id_number
from walletcase.domain.page_text import Line
from walletcase.domain.redaction import Box, bare, open_places, pattern_of, read, sound, words_under, written
from walletcase.domain.sensitive import Known, SecretKind, is_old_id_number, sensitive_in, spans_in

KNOWN = Known(names=("欧阳晓楠", "王敏", "Mary Poe"), accounts=("6628",), contacts=("mary@example.org",))


def kinds(text: str, known: Known = KNOWN) -> list[tuple[SecretKind, str]]:
    return [(span.kind, text[span.start : span.end]) for span in spans_in(text, known)]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("身份证11010519491231002X已核对", SecretKind.ID_NUMBER, "11010519491231002X"),
        ("证件 440524 19800101 0013", SecretKind.ID_NUMBER, "440524 19800101 0013"),
        ("老证号110105491231002", SecretKind.ID_NUMBER, "110105491231002"),
        ("卡号 6222 0212 3456 7890 128", SecretKind.CARD, "6222 0212 3456 7890 128"),
        ("工行9558800200135073779", SecretKind.CARD, "9558800200135073779"),
        ("旧卡4222222222222到期", SecretKind.CARD, "4222222222222"),
        ("手机138 0013 6628。", SecretKind.PHONE, "138 0013 6628"),
        ("请致电010-66106114或来信", SecretKind.PHONE, "010-66106114"),
        ("座机(0571) 8765-4321", SecretKind.PHONE, "(0571) 8765-4321"),
        ("账号：3100 0123 4567 890", SecretKind.ACCOUNT, "3100 0123 4567 890"),
        ("卡号 6222********1234 已冻结", SecretKind.ACCOUNT, "6222********1234"),
        ("付款卡 工商银行(尾号7731)", SecretKind.ACCOUNT, "7731"),
        ("您的钱包编号是 ab12CD340099", SecretKind.ACCOUNT, "ab12CD340099"),
        ("本人欧阳晓楠申请退款", SecretKind.NAME, "欧阳晓楠"),
        ("经办 王 敏 已签收", SecretKind.NAME, "王 敏"),
        ("王女士您好", SecretKind.NAME, "王女士"),
        ("Dear mary POE,", SecretKind.NAME, "mary POE"),
        ("收款人：李建国", SecretKind.NAME, "李建国"),
        ("发到mary@example.org吧", SecretKind.CONTACT, "mary@example.org"),
    ],
)
def test_what_should_be_covered_is_found(text: str, kind: SecretKind, found: str) -> None:
    assert (kind, found) in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "受理编号：GD20261120004417",
        "身份证110105194912310021",  # the check digit is X
        "卡样 6222021234567890123",  # fails Luhn
        "流水号：4222222222222",  # Luhn, but said to be something else
        "客服热线95588、400-669-5588",
        "支出人民币3,500.00元，余额12,046.18元",
        "2026-11-21 09:05",
        "999999491231002",  # no such province
        "110105491331002",  # no such month
        "时间戳 1700000000000",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert kinds(text) == []


@given(st.data())
def test_every_number_with_a_check_is_found_however_it_is_spaced(data: st.DataObject) -> None:
    kind, number = data.draw(
        st.one_of(
            id_number().map(lambda n: (SecretKind.ID_NUMBER, n)),
            old_id_number().map(lambda n: (SecretKind.ID_NUMBER, n)),
            card_number().map(lambda n: (SecretKind.CARD, n)),
        )
    )
    wide = data.draw(st.booleans())
    shown = number.translate({ord("0") + n: "０１２３４５６７８９"[n] for n in range(10)}) if wide else number
    line = Line(f"号码{shown}。", 1000, 2000, 4000, 100)
    found = sensitive_in([line], 3)
    values = [one.value for one in found]
    # An old identity number may pass the check of cards as well: either kind covers it.
    assert values == [number.lower()], (kind, found)
    assert found[0].boxes[0].page_no == 3


def test_digits_that_a_machine_read_as_letters_are_known() -> None:
    assert kinds("6222 O2l2 3456 789O l28") == [(SecretKind.CARD, "6222 O2l2 3456 789O l28")]
    assert kinds("11010519491231002×") == [(SecretKind.ID_NUMBER, "11010519491231002×")]
    assert kinds("BOSS Solid oil SZOIL IS BIO") == []


def test_a_number_over_two_lines_has_a_box_in_each() -> None:
    lines = [Line("登记的卡号是6222021234", 2000, 1000, 5000, 200), Line("567890128，请核对", 2000, 1250, 4000, 200)]
    (found,) = sensitive_in(lines)
    assert found.kind is SecretKind.CARD
    assert found.value == "6222021234567890128"
    first, second = found.boxes
    assert first.top == 1000
    assert 3000 < first.left < 5500
    assert first.right == 7000  # to the end of the line
    assert (second.top, second.left) == (1250, 2000)
    assert second.right < 5500


def test_numbers_that_only_seem_to_go_on_are_found_apart() -> None:
    card, phone = "6222021234567890128", "13800136628"
    lines = [Line(card, 2000, 1000, 5000, 200), Line(phone, 2000, 1250, 3000, 200)]
    assert [(one.kind, one.value) for one in sensitive_in(lines)] == [
        (SecretKind.CARD, card),
        (SecretKind.PHONE, phone),
    ]


def test_words_without_a_place_suggest_no_box() -> None:
    assert sensitive_in([Line("身份证11010519491231002X", 0, 0, 0, 0)]) == ()


def test_boxes_are_written_and_read_again() -> None:
    boxes = sound([Box(1, 10, 20, 300, 400), Box(0, 0, 0, 10_000, 10_000), Box(1, 10, 20, 300, 400)])
    assert boxes == (Box(0, 0, 0, 10_000, 10_000), Box(1, 10, 20, 300, 400))
    assert read(written(boxes)) == boxes
    assert read("x 1,2,3 0,5,5,5,5 7,0,0,99999,9 2,1,1,50,50") == (Box(2, 1, 1, 50, 50),)


def test_the_words_under_a_box_and_nowhere_else() -> None:
    card_line = Line("卡号6222021234567890128已冻结", 0, 1000, 10_000, 200)
    pages = {0: [card_line, Line("其他内容在这里", 0, 3000, 5000, 200)]}
    (card,) = sensitive_in(pages[0])
    (under,) = words_under(card.boxes, pages)
    assert card.value in under
    assert words_under([Box(0, 0, 2990, 5000, 3010)], pages) == ()  # hardly touches the line


def test_the_same_secret_elsewhere_is_pointed_at() -> None:
    pages = {
        0: [Line("卡号6222021234567890128", 0, 1000, 9000, 200)],
        2: [Line("卡 6222-0212 3456 7890 128 的余额", 0, 1000, 9000, 200)],
    }
    (card,) = sensitive_in(pages[0])
    ((secret, place),) = open_places([card.value], pages, card.boxes)
    assert (secret, place.page_no) == (card.value, 2)
    assert open_places([card.value], pages, [*card.boxes, place]) == ()


def test_bare_words_are_compared_without_width_case_and_separators() -> None:
    assert bare("６２２２-0212 Ａb·王 敏") == "62220212ab王敏"
    assert pattern_of("62220212").search("尾 6222 - 0212。") is not None
    assert pattern_of("1234").search("1,234 元") is None
    assert pattern_of("lin8exampleorg").search("写给 Lin_8@example.org 的") is not None
    assert is_old_id_number("110105491231002")
    assert not is_old_id_number("110105491231")
