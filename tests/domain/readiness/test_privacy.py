"""Full numbers of identity and bank cards, and other people's mobile numbers."""

from __future__ import annotations

import pytest

from walletcase.domain.readiness.privacy import is_card_number, is_id_number, numbers_in

ID = "11010519491231002X"  # the example of GB 11643
CARD = next(f"622202123456789012{d}" for d in "0123456789" if is_card_number(f"622202123456789012{d}"))


def found(text: str, own: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    return [(hit.code, hit.masked) for hit in numbers_in(text, own)]


@pytest.mark.parametrize(
    "text", [ID, ID.lower(), f"身份证{ID}。", "110105 19491231 002X", "１１０１０５１９４９１２３１００２Ｘ"]
)
def test_an_identity_number_is_found_and_masked(text: str) -> None:
    ((code, masked),) = found(text)
    assert code == "id_number"
    assert masked.upper() == "*" * 14 + "002X"


@pytest.mark.parametrize(
    "text", ["110105194912310021", "11010519491331002X", "1101051949123100", f"9{ID}", "流水号 2026100812345678901"]
)
def test_another_number_is_no_identity(text: str) -> None:
    assert [code for code, _ in found(text) if code == "id_number"] == []


def test_a_card_is_found_with_and_without_gaps() -> None:
    spaced = " ".join(CARD[n : n + 4] for n in range(0, 19, 4))
    for text in (CARD, spaced, f"卡号{CARD}，尾号"):
        assert found(text) == [("card_number", "*" * 15 + CARD[-4:])]
    wrong = CARD[:-1] + str((int(CARD[-1]) + 1) % 10)
    assert found(wrong) == []


def test_a_number_of_a_transaction_is_no_card() -> None:
    assert found(f"交易流水号：{CARD}") == []
    assert found(f"order No. {CARD}") == []


def test_a_foreign_mobile_number_is_told_and_ones_own_is_not() -> None:
    assert found("经理电话 13912345678") == [("phone_number", "139****5678")]
    assert found("经理电话 +86 139 1234 5678") == [("phone_number", "139****5678")]
    assert found("我的 13912345678", frozenset({"13912345678"})) == []
    assert found("95588、12378、2026-10-08、13912345") == []


def test_checks_by_themselves() -> None:
    assert is_id_number(ID)
    assert not is_id_number("")
    assert not is_card_number("")
    assert not is_card_number("1" * 14)
