"""Who was spoken to: names and staff numbers that a reader who must not learn them must find nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from walletcase.domain.case import CaseRecord
from walletcase.domain.errors import UserError
from walletcase.domain.fields import parse_contacts
from walletcase.domain.flow.playbook import FieldKind, Role
from walletcase.domain.folded import folded
from walletcase.domain.surnames import COMMON_SURNAMES, DOUBLE_SURNAMES, HAN

_PARTED = re.compile(rf"[,，;；、/（）()：:#\n]+|(?<=[{HAN}])\s*(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])\s*(?=[{HAN}])")
_STAFF_NUMBER = re.compile(r"[A-Za-z]{0,3}[0-9]{3,}")
_CHINESE_NAME = re.compile(rf"[{HAN}]{{2,8}}(?:·[{HAN}]{{2,8}})*")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-])+")  # of Latin or other letters that have capitals
_TITLES = "经理|主管|主任|行长|客服|坐席|柜员|专员|先生|女士|小姐|老师|师傅|警官|律师|科长|处长|局长|店长|组长|总"
_TITLED = re.compile(rf"(?:[{HAN}]|{'|'.join(DOUBLE_SURNAMES)})(?:{_TITLES})")
_POLITE = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "dear"))
# What a person does, or where: said of many, so it tells of nobody.
_OF_MANY = (
    "客服 坐席 柜员 柜台 人员 员工 专员 热线 网点 支行 分行 总行 银行 大堂 中心 部门 工号 机器 系统 在线 智能 语音 "
    "电话 短信 邮件 投诉 监管 办公 客户 值班 同事 经理 主管 窗口 大厅 保安 前台 官网 公众 营业 消费"
)
_OF_MANY_ENGLISH = (
    "affairs agent and assistant at authority automated bank branch bureau call callback center centre chat chief "
    "clerk commission committee complaint complaints consumer corporate counter court credit customer department desk "
    "digital director division duty email entrance filing financial first floor for from general hall head helpdesk "
    "hotline in internal lawyer legal line lobby machine main manager message mobile no number of office officer "
    "ombudsman on online operator operations phone police product protection public reception receptionist regulator "
    "relations representative retail risk robot second security senior service services staff station supervision "
    "supervisor support system team technical teller the third to unit voice wallet window"
)
_ORGANISED = re.compile(rf"[{HAN}]{{2,}}(?:会|局|部|院|所|处|科|室|厅|行|社|台|站|店|组|公司|集团|法院|协会|政府)")
# "王知行": better an institution covered than a person named.
_COMMON_NAME = re.compile(rf"[{COMMON_SURNAMES}][{HAN}]?[行科台会院社处]")
_HOUSES = (Role.INSTITUTION, Role.BRANCH)
_ENGLISH_PLACES = frozenset(("branch", "bureau", "center", "centre", "department", "division", "office"))
_LEAST_LATIN = 3
_ENGLISH_FORMS = ("Mr", "Mrs", "Ms", "Miss")
_LISTED = re.compile(r"\s*[,，;；、\n]\s*")
_DUTIES = tuple(_OF_MANY.split())
_NO_NAMES = _POLITE | frozenset(_OF_MANY_ENGLISH.split())


def people_of(record: CaseRecord) -> tuple[str, ...]:
    """Return names and staff numbers of those who were spoken to, from contacts and from the fields that say so."""
    texts = [entry.draft.counterpart for entry in record.live_timeline]
    for field in record.playbook.fields():
        value = record.value(field.key)
        if value and field.role is Role.COUNTERPART:
            texts.append(value)
        elif value and field.kind is FieldKind.CONTACTS:
            texts += people_in(value)
    houses, lines = _houses(record), _lines(record)
    found = dict.fromkeys(name for text in texts for name in _names(_without(text, houses)))
    return tuple(name for name in found if name not in lines)


def people_fields(record: CaseRecord) -> frozenset[str]:
    """Return the keys of the fields that say who was spoken to."""
    return frozenset(
        field.key
        for field in record.playbook.fields()
        if field.role is Role.COUNTERPART or field.kind is FieldKind.CONTACTS
    )


def people_in(value: str) -> tuple[str, ...]:
    """Return the names in the value of a field of contacts."""
    try:
        return tuple(contact.name for contact in parse_contacts(value) if contact.name)
    except UserError:
        return (value,)


def _houses(record: CaseRecord) -> tuple[str, ...]:
    """How the institution and its office are called: "Example Bank" answers the phone, and is nobody's name."""
    fields = (field for field in record.playbook.fields() if field.role in _HOUSES)
    return tuple(part for field in fields for part in _LISTED.split(record.value(field.key)) if len(part) > 1)


def _lines(record: CaseRecord) -> frozenset[str]:
    """The numbers of hotlines, which are everybody's and no staff number."""
    return frozenset(run for door in record.rules.doors for run in re.findall("[0-9]+", door.number))


def _without(text: str, houses: tuple[str, ...]) -> str:
    for house in houses:
        text = text.replace(house, " ")
    return text


def _names(text: str) -> Iterator[str]:
    for part in filter(None, map(str.strip, _PARTED.split(folded(text).text))):
        if any(sign.lower() != sign.upper() for sign in part):
            yield from _lettered_names(part)
            continue
        for word in part.split():
            if _STAFF_NUMBER.fullmatch(word) or _TITLED.fullmatch(word) or _is_chinese_name(word):
                yield word


def _lettered_names(part: str) -> Iterator[str]:
    """The whole of "Li Na" and each word of it that is long enough not to be found by chance; "Ms Li" with its title,
    for "Li" by itself is no name that can be looked for.
    """
    words = [word.strip(".") for word in part.split()]
    yield from filter(_STAFF_NUMBER.fullmatch, words)
    names = [
        word
        for word, after in zip(words, [*words[1:], ""], strict=True)
        if _is_lettered_name(word) and after.lower() not in _ENGLISH_PLACES
    ]
    yield from (word for word in names if len(word) >= _LEAST_LATIN)
    if len(names) > 1:
        yield " ".join(names)
    yield from (f"{title} {name}" for name in names for title in _ENGLISH_FORMS if len(name) < _LEAST_LATIN)


def _is_lettered_name(word: str) -> bool:
    return word[:1].isupper() and _WORD.fullmatch(word) is not None and word.lower() not in _NO_NAMES


def _is_chinese_name(word: str) -> bool:
    is_office = _ORGANISED.fullmatch(word) is not None and not _COMMON_NAME.fullmatch(word)
    is_group = is_office or any(duty in word for duty in _DUTIES)
    return bool(_CHINESE_NAME.fullmatch(word)) and not is_group
