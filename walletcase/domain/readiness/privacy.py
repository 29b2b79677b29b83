"""Numbers that should not leave the app in full: identity cards, bank cards, other people's mobile numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

ID_NUMBER, CARD_NUMBER, PHONE_NUMBER = "id_number", "card_number", "phone_number"

_ID = re.compile(r"[1-9](?<![0-9A-Za-z].)\d{5}[ -]?\d{8}[ -]?\d{3}[0-9Xx](?![0-9A-Za-z])")
_CARD = re.compile(r"[3-69](?<![0-9A-Za-z].)\d{3}(?:[ -]?\d){11,15}(?![0-9A-Za-z])")
_PHONE = re.compile(r"1(?:(?<!\d.)|(?<=86.))[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")
_OTHER_NUMBER = re.compile(
    r"(?:流水|订单|交易|受理|工单|单|编)号?码?\s{0,3}[:：是为]?\s{0,3}$|(?:No\.?|number)\s{0,3}:?\s{0,3}$",
    re.IGNORECASE,
)
_WIDE = {ord("０") + n: str(n) for n in range(10)} | {ord("Ｘ"): "X", ord("ｘ"): "x"}
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643
_CHECKS = "10X98765432"


@dataclass(frozen=True, slots=True)
class NumberHit:
    """A number found at ``start``:``end`` of a text; ``masked`` is what may stand in its place."""

    code: str
    start: int
    end: int
    masked: str


def numbers_in(text: str, own_phones: frozenset[str] = frozenset()) -> Iterator[NumberHit]:
    """Yield full identity and card numbers, and mobile numbers that are not the person's own."""
    plain = text.translate(_WIDE)
    taken: list[tuple[int, int]] = []
    for match in _ID.finditer(plain):
        if is_id_number(_digits(match.group())):
            taken.append(match.span())
            yield NumberHit(ID_NUMBER, *match.span(), _masked(match.group()))
    for match in _CARD.finditer(plain):
        is_card = is_card_number(_digits(match.group())) and not is_other_number(plain, match.start())
        if is_card and _free(match.span(), taken):
            taken.append(match.span())
            yield NumberHit(CARD_NUMBER, *match.span(), _masked(match.group()))
    for match in _PHONE.finditer(plain):
        digits = _digits(match.group())
        if digits not in own_phones and _free(match.span(), taken):
            yield NumberHit(PHONE_NUMBER, *match.span(), f"{digits[:3]}****{digits[-4:]}")


def is_id_number(digits: str) -> bool:
    """Whether 18 characters are a resident identity number: a day of birth and the right check character."""
    if not re.fullmatch(r"\d{17}[0-9Xx]", digits, re.ASCII):
        return False
    try:
        born = date.fromisoformat(f"{digits[6:10]}-{digits[10:12]}-{digits[12:14]}")
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return born.year >= 1900 and _CHECKS[total % 11] == digits[-1].upper()


def is_card_number(digits: str, least: int = 15) -> bool:
    """Whether ``least`` to 19 digits pass the check of bank cards (Luhn, ISO/IEC 7812; 13 is the shortest there is)."""
    if not re.fullmatch(rf"\d{{{least},19}}", digits, re.ASCII):
        return False
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def is_other_number(text: str, start: int) -> bool:
    """Whether the words before a number say that it is that of a matter or a transfer."""
    return bool(_OTHER_NUMBER.search(text[max(0, start - 12) : start]))


def _digits(text: str) -> str:
    return text.replace(" ", "").replace("-", "")


def _masked(text: str) -> str:
    digits = _digits(text)
    return "*" * (len(digits) - 4) + digits[-4:]


def _free(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end in taken)
