"""Numbers that pass their checks and belong to nobody: identity numbers, bank cards."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

_WEIGHTS = [2 ** (17 - place) % 11 for place in range(17)]  # ISO 7064, MOD 11-2
_DIGITS = "0123456789"


def with_check_sign(seventeen: str) -> str:
    """Return an identity number of its first 17 digits."""
    total = sum(int(digit) * weight for digit, weight in zip(seventeen, _WEIGHTS, strict=True))
    return seventeen + "0123456789X"[(12 - total) % 11]


def with_luhn_digit(body: str) -> str:
    """Return a card number of all its digits but the last."""
    total = 0
    for place, digit in enumerate(reversed(body)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value // 10 + value % 10
    return body + str(-total % 10)


def id_number() -> st.SearchStrategy[str]:
    """Resident identity numbers of 18 signs."""
    return st.builds(
        lambda region, born, order: with_check_sign(f"{region}{born:%Y%m%d}{order:03}"),
        st.sampled_from(["110105", "310104", "440524", "510107", "650102"]),
        st.dates(date(1920, 1, 1), date(2020, 12, 31)),
        st.integers(0, 999),
    )


def old_id_number() -> st.SearchStrategy[str]:
    """Those of 15 digits, of before 1999."""
    return st.builds(
        lambda region, born, order: f"{region}{born:%y%m%d}{order:03}",
        st.sampled_from(["110105", "310104", "440524"]),
        st.dates(date(1920, 1, 1), date(1984, 12, 31)),
        st.integers(0, 999),
    )


def card_number() -> st.SearchStrategy[str]:
    """Card numbers of 16 to 19 digits as banks in China give them."""
    return st.builds(
        lambda head, rest: with_luhn_digit(head + rest),
        st.sampled_from(["6222", "6217", "9558", "4563", "5187"]),
        st.text(_DIGITS, min_size=11, max_size=14),
    )
