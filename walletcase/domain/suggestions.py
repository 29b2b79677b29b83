"""What the words on a page suggest for the record of a contact; the person confirms each one.

Found by how people and banks write, in Chinese and English: a suggestion may be wrong, and never fills anything itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from walletcase.domain.formats import as_money, as_time
from walletcase.domain.joined_lines import JoinedLines
from walletcase.domain.page_text import Line


class Kind(StrEnum):
    """What was found."""

    REFERENCE = "reference"
    STAFF = "staff"
    PHONE = "phone"
    DATE = "date"
    PROMISED = "promised"  # a date by which something is said to be done
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``value`` tidied (dates ISO, with HH:MM after a space where a time stands beside; amounts 1280.50).

    ``found`` as it stands there; ``lines`` the numbers of the lines it was found in; the box covers those lines, in
    1/SCALE of the page, of no width where the words have no place.
    """

    kind: Kind
    value: str
    found: str
    lines: tuple[int, ...]
    left: int = 0
    top: int = 0
    width: int = 0
    height: int = 0


_BETWEEN = r"\s{0,3}(?:[:：为是]|no\.?|#)?\s{0,3}"
_REFERENCE = re.compile(
    r"(?:(?:受理|工单|投诉|登记|案件|事件|诉求|服务|回执|反馈|业务|查询|申请|信访)(?:单号|编号|编码|流水号|号码|号)"
    r"|流水号|订单号|单号|编号|(?:complaint|case|ticket|reference|ref)\.?\s?(?:number|no\.?|id)?)"
    + _BETWEEN
    + r"(?P<value>(?=[A-Za-z-]*[0-9])(?=(?:[A-Za-z-]*[0-9]){4})[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){4,39})",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"(?:(?:员工|客服|坐席|座席)?工号|员工(?:编)?号|(?:坐席|座席|客服)(?:编号|号码|号)"
    r"|(?:agent|staff|operator|employee)\s?(?:number|no\.?|id))"
    + _BETWEEN
    + r"(?P<value>[A-Za-z]{0,4}[0-9](?:[0-9]|-(?=[0-9])){2,11})",
    re.IGNORECASE,
)
_STAFF_BEFORE = re.compile(r"(?<![0-9-])(?P<value>[0-9]{3,8})号(?=客服|坐席|座席|话务员|工作人员|为您服务)")
_PHONE = re.compile(
    r"(?<![0-9A-Za-z.,-])(?P<value>(?:(?:\+|00)86[ -]?)?(?:1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}"
    r"|0?(?:10|2[0-9]|[3-9][0-9]{2})[ -][0-9]{3,4}[ -]?[0-9]{4}"
    r"|400[ -]?[0-9]{3}[ -]?[0-9]{4}|9[56][0-9]{3}|12[0-9]{3}))"
    r"(?![0-9A-Za-z]|[-.,][0-9])"
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = f"(?P<month>{'|'.join(_MONTHS)})[a-z]{{0,6}}\\.?"
_CLOCK = r"(?:\s{0,2}(?P<half>上午|下午|晚上|凌晨|中午)?\s?(?P<clock>[0-2]?[0-9][:：][0-5][0-9]))?"
_DATES = (
    re.compile(
        r"(?<![0-9])(?P<y>20[0-9]{2})\s?[-/.年]\s?(?P<m>[0-9]{1,2})\s?[-/.月]\s?(?P<d>[0-9]{1,2})(?![0-9])\s?[日号]?"
        r"(?:\s?周[一二三四五六日天])?" + _CLOCK
    ),
    re.compile(r"(?<![0-9年月])(?P<m>[0-9]{1,2})月(?P<d>[0-9]{1,2})[日号](?:\s?周[一二三四五六日天])?" + _CLOCK),
    re.compile(rf"(?<![0-9])(?P<d>[0-9]{{1,2}})\s{_MONTH}(?:,?\s(?P<y>20[0-9]{{2}}))?(?![0-9])", re.IGNORECASE),
    re.compile(
        rf"(?<![A-Za-z]){_MONTH}\s(?P<d>[0-9]{{1,2}})(?![0-9:])(?:,?\s(?P<y>20[0-9]{{2}}))?(?:,?{_CLOCK})",
        re.IGNORECASE,
    ),
)
_UNTIL_AFTER = re.compile(r"\s?(?:之?前|以前|截止|到期|内)")
_UNTIL_BEFORE = re.compile(
    r"(?:预计|最迟|最晚|不迟于|截至|截止|承诺|(?<![a-z])(?:by|before|until))[^0-9。；;\n]{0,8}\s{0,3}$", re.IGNORECASE
)
_AMOUNT = re.compile(
    r"(?:[￥¥]|RMB|CNY|人民币)\s?(?P<a>[0-9][0-9,]{0,14}(?:\.[0-9]{1,2})?)(?: ?元)?"
    r"|(?<![0-9.,])(?P<b>[0-9][0-9,]{0,14}(?:\.[0-9]{1,2})?)\s?(?:元|yuan|RMB|CNY)",
    re.IGNORECASE,
)


def suggestions_in(lines: Sequence[Line], around: str = "") -> tuple[Suggestion, ...]:
    """Return what the lines of a page suggest, in the order in which it stands there, each value once.

    ``around`` is an ISO date from about the time of the page, by which a date without a year is understood; without it
    such dates are left out.
    """
    text = JoinedLines(lines)
    taken = bytearray(len(text.whole))
    found: dict[tuple[Kind, str], tuple[int, Suggestion]] = {}
    for kind, value, start, end in _hits(text.whole, around):
        if value and not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            place = (start, _suggestion(text, kind, value, start, end))
            found[kind, value] = min(found.get((kind, value), place), place, key=lambda one: one[0])
    return tuple(one for _, one in sorted(found.values(), key=lambda one: one[0]))


def _suggestion(text: JoinedLines, kind: Kind, value: str, start: int, end: int) -> Suggestion:
    """What was found between two places of the text."""
    found = " ".join(text.whole[start:end].split())
    numbers, box = text.numbers(start, end), text.around(start, end)
    return Suggestion(kind, value, found, numbers, *(box or ()))


def _hits(text: str, around: str) -> Iterator[tuple[Kind, str, int, int]]:
    """What is labelled comes first: its digits are then nothing else."""
    for kind, pattern in ((Kind.STAFF, _STAFF), (Kind.STAFF, _STAFF_BEFORE), (Kind.REFERENCE, _REFERENCE)):
        for match in pattern.finditer(text):
            yield kind, match["value"], *match.span("value")
    for pattern in _DATES:
        for match in pattern.finditer(text):
            kind = _kind_of_date(text, match)
            yield kind, _day(match, around, with_time=kind is Kind.DATE), *match.span()
    for match in _AMOUNT.finditer(text):
        amount = as_money((match["a"] or match["b"]).rstrip(",")) or ""
        yield Kind.AMOUNT, "" if amount == "0.00" else amount, *match.span()
    for match in _PHONE.finditer(text):
        yield Kind.PHONE, match["value"], *match.span("value")


def _kind_of_date(text: str, match: re.Match[str]) -> Kind:
    before = text[max(0, match.start() - 24) : match.start()]
    is_limit = _UNTIL_AFTER.match(text, match.end()) or _UNTIL_BEFORE.search(before)
    return Kind.PROMISED if is_limit else Kind.DATE


def _day(match: re.Match[str], around: str, *, with_time: bool) -> str:
    parts = match.groupdict()
    month = int(parts["m"]) if parts.get("m") else _MONTHS.index(parts["month"].lower()) + 1
    day = _date(int(parts["y"]), month, int(parts["d"])) if parts.get("y") else _nearest(around, month, int(parts["d"]))
    clock = _clock(parts) if with_time else ""
    return f"{day} {clock}".strip() if day else ""


def _clock(parts: dict[str, str | None]) -> str:
    time = as_time(parts.get("clock") or "") or ""
    if time and parts.get("half") in ("下午", "晚上") and int(time[:2]) < 12:
        return f"{int(time[:2]) + 12}{time[2:]}"
    return time


def _date(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _nearest(around: str, month: int, day: int) -> str:
    """The day of that name nearest to a date."""
    try:
        middle = date.fromisoformat(around[:10])
    except ValueError:
        return ""
    days = [_date(middle.year + step, month, day) for step in (-1, 0, 1)]
    return min((d for d in days if d), key=lambda one: abs(date.fromisoformat(one) - middle), default="")
