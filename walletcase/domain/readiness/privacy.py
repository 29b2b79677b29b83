"""Numbers that should not leave the app in full: identity cards, bank cards, other people's mobile numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

ID_NUMBER, CARD_NUMBER, PHONE_NUMBER = "id_number", "card_number", "phone_number"

_BLANKS = r"[ \t-]{0,3}"
# What stands between the digits of one number: blanks and hyphens, or one other sign, the same all through. Amounts in
# a row have commas, points and blanks, and are no number.
PARTINGS = (_BLANKS, r"\.?", "/?", "·?", ",?", "_?")


def parted(template: str) -> re.Pattern[str]:
    """Return what finds a number of which ``template`` (a regular expression) has "~" wherever it may be parted.

    It matches nothing but a place; the number is its group "found". So one is found behind digits that are not its own.
    """
    return re.compile(f"(?=(?P<found>{'|'.join(template.replace('~', parting) for parting in PARTINGS)}))")


# A name may run into a number ("IMG6222…"); but not what may be part of a checksum.
_BEFORE, _AFTER = "(?<![0-9a-f])", "(?![0-9a-f])"
_ID = parted(r"(?<![0-9])[1-9](?:~[0-9]){16}~[0-9Xx](?![0-9])")
_CARD = parted(rf"{_BEFORE}[3-69](?:~[0-9]){{14,18}}{_AFTER}")
_PHONE = parted(r"(?:(?<![0-9])|(?<=86))1[3-9][0-9]~[0-9]{4}~[0-9]{4}(?![0-9])")
_OTHER_NUMBER = re.compile(
    r"(?:流水|订单|交易|受理|工单|单|编)号?码?\s{0,3}[:：是为]?\s{0,3}$|(?:No\.?|number)\s{0,3}:?\s{0,3}$",
    re.IGNORECASE,
)
_LEAST_GROUP = 3  # digits; but a number may be written digit by digit
_WIDE = {ord("０") + n: str(n) for n in range(10)} | {ord("Ｘ"): "X", ord("ｘ"): "x"}
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643
_CHECKS = "10X98765432"
_DATE = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}([-./])[0-9]{1,2}\1[0-9]{1,2}(?![0-9])")
_OF_A_CARD = re.compile(r"(?:卡|账户?|帐户?|card|account|acct\.?)\s{0,3}$", re.IGNORECASE)
_IN_USE = re.compile("62[0-9]{14,17}|[45][0-9]{15}|3[47][0-9]{13}")  # UnionPay; Visa and Mastercard; American Express


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
        found, span = match["found"], match.span("found")
        if is_id_number(solid(found)) and _free(span, taken):
            taken.append(span)
            yield NumberHit(ID_NUMBER, *span, _masked(found))
    for match in _CARD.finditer(plain):
        start, end = match.start(), _card_end(match["found"]) + match.start()
        if start < end and not is_other_number(plain, start) and _free((start, end), taken):
            taken.append((start, end))
            yield NumberHit(CARD_NUMBER, start, end, _masked(plain[start:end]))
    for match in _PHONE.finditer(plain):
        digits, span = solid(match["found"]), match.span("found")
        if digits not in own_phones and _free(span, taken):
            yield NumberHit(PHONE_NUMBER, *span, f"{digits[:3]}****{digits[-4:]}")


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
    before = text[max(0, start - 24) : start]
    said = _OTHER_NUMBER.search(before[-12:])
    return said is not None and not _OF_A_CARD.search(before[: len(before) - len(said.group())])


def solid(text: str) -> str:
    """Return letters and digits only."""
    return "".join(sign for sign in text if sign.isalnum())


def is_card(text: str, least: int = 15) -> bool:
    """Whether digits and what parts them are a card's number, and not dates or small numbers in a row."""
    groups = {len(group) for group in re.split("[^0-9]+", text)[:-1]}
    is_row = min(groups, default=_LEAST_GROUP) < _LEAST_GROUP and groups != {1}
    return not is_row and not _DATE.search(text) and is_card_number(solid(text), least)


def _card_end(text: str) -> int:
    """Where a card's number that begins a text ends: with it, or before another number that follows; 0 for no card."""
    if is_card(text):
        return len(text)
    heads = [text[: match.start()] for match in re.finditer(r"(?<=[0-9])[^0-9]", text)]
    return max((len(head) for head in heads if _IN_USE.fullmatch(solid(head)) and is_card(head)), default=0)


def _masked(text: str) -> str:
    digits = solid(text)
    return "*" * (len(digits) - 4) + digits[-4:]


def _free(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end in taken)
