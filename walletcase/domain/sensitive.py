"""What on a page should perhaps be covered: numbers and names of persons. Suggested only; the person confirms each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from walletcase.domain.case import CaseRecord
from walletcase.domain.flow.playbook import FieldKind, Role
from walletcase.domain.folded import folded
from walletcase.domain.formats import half_width
from walletcase.domain.joined_lines import JoinedLines
from walletcase.domain.page_text import Line
from walletcase.domain.readiness import privacy
from walletcase.domain.redaction import Box, bare, pattern_of
from walletcase.domain.surnames import HAN, surname_of


class SecretKind(StrEnum):
    """What was found, in the order in which a number that could be two things is taken."""

    ID_NUMBER = "id_number"
    CARD = "card"
    PHONE = "phone"
    ACCOUNT = "account"
    NAME = "name"
    CONTACT = "contact"  # e-mail and postal addresses


CERTAIN = frozenset({SecretKind.ID_NUMBER, SecretKind.CARD})


@dataclass(frozen=True, slots=True)
class Known:
    """What the case's record says of its persons. Numbers in digits."""

    names: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


NOTHING_KNOWN = Known()


@dataclass(frozen=True, slots=True)
class Sensitive:
    """``value`` is bare (redaction.bare), ``found`` as it stands there; a box for each line it stands in."""

    kind: SecretKind
    value: str
    found: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text."""

    kind: SecretKind
    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Whether another one lies within this one."""
        return self.start <= other.start and other.end <= self.end


_BETWEEN = r"\s{0,3}(?:[:：为是]|no\.?|#)?\s{0,3}"
_ACCOUNT = re.compile(
    r"(?:账号|帐号|账户|卡号|钱包(?:编号|ID|号)|(?:account|card|wallet)\s?(?:no\.?|number|id))"
    + _BETWEEN
    + r"(?P<value>"
    r"(?=(?:[^0-9\n]{0,12}[0-9]){4})[0-9A-Za-z*•]{2,30}(?:[ .·/_-][0-9*•]{2,8}){0,6})",
    re.IGNORECASE,
)
_HANDLE = re.compile(
    r"(?:微信号?|QQ号?|支付宝(?:账号)?|护照(?:号码?)?|通行证(?:号码?)?|WeChat(?:\sID)?|passport(?:\s(?:no\.?|number))?)"
    + _BETWEEN
    + r"(?P<value>(?=[A-Za-z_-]{0,14}[0-9])[0-9A-Za-z_-]{5,20})(?![0-9A-Za-z_-])",
    re.IGNORECASE,
)
_TAIL = re.compile(r"(?:尾号|[后末]四位|ending(?: in)?)" + _BETWEEN + r"(?P<value>[0-9]{3,6})(?![0-9])", re.IGNORECASE)
_CARD = privacy.parted("(?<![0-9A-Za-z])[3-69](?:~[0-9]){12,18}(?![0-9A-Za-z])")
_OLD_ID = privacy.parted("(?<![0-9A-Za-z])[1-9][0-9]{5}~[0-9]{6}~[0-9]{3}(?![0-9A-Za-z])")
_LANDLINE = re.compile(
    r"(?<![0-9A-Za-z.-])\(?0(?:10|2[0-9]|[3-9][0-9]{2})(?:\) ?|[ .·/-]{1,3})?[2-8][0-9]{2,3}[ .·/-]?[0-9]{4}"
    r"(?![0-9A-Za-z])"
)
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")
# A Chinese postal address down to the flat: that of a branch has none.
_HOME = re.compile(
    rf"[{HAN}]{{2,16}}(?:路|街|道|巷|弄|胡同|小区|花园|苑|村|园)"
    rf"[{HAN}0-9A-Za-z ,-]{{0,12}}?"
    rf"[0-9]{{1,5}} ?(?:号|弄|栋|幢|座|单元|楼|-)[{HAN}0-9A-Za-z ,-]{{0,12}}?"
    rf"[0-9]{{1,4}} ?(?:室|户|房|单元(?: ?[0-9]{{1,4}} ?[室户房]?)?)"
)
_NAMED = re.compile(
    r"(?:姓名|户名|户主|持卡人|收款人|付款人|开户人|账户名称?|申请人|投诉人|联系人|经办客户)"
    + _BETWEEN
    + rf"(?P<value>[{HAN}]{{2,4}}(?:·[{HAN}]{{2,8}})?)(?![{HAN}])"
)
_TITLES = "(?:先生|女士|小姐|太太|老师|同学|师傅)"
_ENGLISH_TITLES = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Dear)\.?\s{1,2}"
_LARGER_PLACE = re.compile("(?<=[省市区县旗镇乡])(?=.{5})")
# What a machine takes digits for. Only within what is a long number otherwise.
_TAKEN_FOR = str.maketrans("OoQDIl|iSsBZz", "0000111155822")
_RUN = re.compile(r"[0-9OoQDIl|iSsBZz](?:[ -]?[0-9OoQDIl|iSsBZz]){10,22}")
_DIGIT_SHARE = 0.7
_CROSS = re.compile(r"(?<=[0-9]{3})[×χΧ](?![0-9A-Za-z])")
# GB/T 2260: the first two digits of what is or was a province, with which an identity number begins.
_OLD_ID_SHAPE = re.compile("(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)(?!0000)[0-9]{13}")
_SEPARATORS = re.compile(r"[,，;；、/\n]+")
_KINDS = {
    privacy.ID_NUMBER: SecretKind.ID_NUMBER,
    privacy.CARD_NUMBER: SecretKind.CARD,
    privacy.PHONE_NUMBER: SecretKind.PHONE,
}


def known_of(record: CaseRecord) -> Known:
    """Return what a case says of its persons: complainant, agent, people involved, accounts, addresses."""
    names = [record.role_value(Role.COMPLAINANT), record.role_value(Role.AGENT)]
    texts = [record.role_value(Role.EMAIL), record.role_value(Role.ADDRESS)]
    tails = [record.role_value(Role.ACCOUNT_TAIL)]
    tails += [record.value(f.key) for f in record.playbook.fields() if f.kind is FieldKind.PHONE]
    return Known(
        tuple(dict.fromkeys(name for text in names for name in _names(text))),
        tuple(dict.fromkeys(number for text in tails for number in _digit_runs(text))),
        tuple(part for text in texts for part in _address_parts(text.strip()) if len(bare(part)) >= 5),
    )


def sensitive_in(lines: Sequence[Line], page_no: int = 0, known: Known = NOTHING_KNOWN) -> tuple[Sensitive, ...]:
    """Return what should perhaps be covered on a page, from its top.

    Numbers that go on in the next line are found whole; so are such as only seem to go on.
    """
    found: list[Sensitive] = []
    for text in (JoinedLines(lines), *(JoinedLines([line]) for line in lines)):
        for span in spans_in(text.whole, known):
            boxes = tuple(Box(page_no, *place) for place in text.boxes(span.start, span.end))
            words = text.whole[span.start : span.end]
            if boxes and not any(other.covers(box) for one in found for other in one.boxes for box in boxes):
                found.append(Sensitive(span.kind, bare(words), " ".join(words.split()), boxes))
    return tuple(sorted(found, key=lambda one: (one.boxes[0].top, one.boxes[0].left)))


def spans_in(text: str, known: Known = NOTHING_KNOWN) -> tuple[Span, ...]:
    """Return the parts of a text to be covered, in their order; none overlaps another."""
    whole = folded(text)
    spans = _spans(_digits_where_meant(whole.text), known)
    return apart(Span(span.kind, *whole.source(span.start, span.end)) for span in spans if span.start < span.end)


def apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in their order, without those that overlap one before them."""
    found: list[Span] = []
    for span in spans:
        at = bisect_left(found, span.start, key=lambda one: one.start)
        is_free = at == len(found) or span.end <= found[at].start
        if is_free and (at == 0 or found[at - 1].end <= span.start):
            found.insert(at, span)
    return tuple(found)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in their order, those that overlap as one: of the kind that is covered whole, or of the first's."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: one.start):
        if found and span.start < found[-1].end:
            last = found.pop()
            kind = last.kind if last.covers(span) else SecretKind.CONTACT
            span = Span(kind, last.start, max(last.end, span.end))
        found.append(span)
    return tuple(found)


def certain_in(text: str, clear: Collection[str] = ()) -> str:
    """Return the first identity or card number in a text that proves itself by its check digits and is not among the
    ``clear`` ones (bare), bare; "" if there is none.
    """
    for span in spans_in(text):
        found = bare(text[span.start : span.end])
        if span.kind in CERTAIN and found not in clear:
            return found
    return ""


def is_old_id_number(digits: str) -> bool:
    """Whether 15 digits are an identity number of before 1999: a province, a day of birth of 19yy (GB 11643-1989)."""
    if not _OLD_ID_SHAPE.fullmatch(digits):
        return False
    try:
        date.fromisoformat(f"19{digits[6:8]}-{digits[8:10]}-{digits[10:12]}")
    except ValueError:
        return False
    return True


def _spans(text: str, known: Known) -> Iterator[Span]:
    for hit in privacy.numbers_in(text):
        yield Span(_KINDS[hit.code], hit.start, hit.end)
    for match in _CARD.finditer(text):
        if privacy.is_card(match["found"], least=13) and not privacy.is_other_number(text, match.start()):
            yield Span(SecretKind.CARD, *match.span("found"))
    for match in _OLD_ID.finditer(text):
        if is_old_id_number(privacy.solid(match["found"])) and not privacy.is_other_number(text, match.start()):
            yield Span(SecretKind.ID_NUMBER, *match.span("found"))
    for match in _LANDLINE.finditer(text):
        yield Span(SecretKind.PHONE, *match.span())
    yield from _accounts(text, known)
    yield from _people(text, known)


def _accounts(text: str, known: Known) -> Iterator[Span]:
    for pattern in (_ACCOUNT, _HANDLE, _TAIL):
        for match in pattern.finditer(text):
            yield Span(SecretKind.ACCOUNT, *match.span("value"))
    for number in known.accounts:
        for match in re.finditer(rf"(?<![0-9]){pattern_of(number).pattern}(?![0-9])", text):
            yield Span(SecretKind.ACCOUNT, *match.span())


def _people(text: str, known: Known) -> Iterator[Span]:
    for match in _EMAIL.finditer(text):
        yield Span(SecretKind.CONTACT, *match.span())
    for words in known.contacts:
        for match in pattern_of(bare(words)).finditer(text):
            yield Span(SecretKind.CONTACT, *match.span())
    for match in _HOME.finditer(text):
        yield Span(SecretKind.CONTACT, *match.span())
    for name in known.names:
        for pattern in _name_patterns(name):
            for match in pattern.finditer(text):
                yield Span(SecretKind.NAME, *match.span("name"))
    for match in _NAMED.finditer(text):
        yield Span(SecretKind.NAME, *match.span("value"))


def _name_patterns(name: str) -> Iterator[re.Pattern[str]]:
    """What finds a name, and the surname with a title: "王女士", "Ms Wang"."""
    plain = pattern_of(bare(name)).pattern
    if re.fullmatch(f"[{HAN}]{{2,4}}", name):
        yield re.compile(rf"(?P<name>{plain}|{surname_of(name)}\s?{_TITLES})")
        return
    yield re.compile(rf"(?<![A-Za-z])(?P<name>{plain})(?![A-Za-z])", re.IGNORECASE)
    if parts := "|".join(map(re.escape, re.findall(r"[^\W\d_]{2,}", name))):
        yield re.compile(rf"\b{_ENGLISH_TITLES}(?P<name>{parts})\b", re.IGNORECASE)


def _digit_runs(text: str) -> list[str]:
    return re.findall(r"[0-9]{4,}", re.sub(r"[ .·-]", "", folded(text).text))


def _address_parts(text: str) -> Iterable[str]:
    """An address as it is, and without the province, the city, the district before it."""
    yield text
    for place in _LARGER_PLACE.finditer(text):
        part = text[place.end() :]
        if any(sign.isdigit() for sign in part):
            yield part


def _names(text: str) -> Iterable[str]:
    for part in _SEPARATORS.split(text):
        name = re.sub(r"[(（].*", "", part).strip()
        if 2 <= len(bare(name)) <= 40 and not any(sign.isdigit() for sign in name):
            yield half_width(name)


def _digits_where_meant(text: str) -> str:
    """The text with digits where a machine took a digit of a long number for a letter; as long as before."""

    def mended(match: re.Match[str]) -> str:
        run = match.group()
        signs = [sign for sign in run if sign not in " -"]
        digits = sum(sign.isdigit() for sign in signs)
        return run.translate(_TAKEN_FOR) if digits >= _DIGIT_SHARE * len(signs) else run

    return _CROSS.sub("X", _RUN.sub(mended, text))

