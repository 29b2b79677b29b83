"""Who was spoken to: names and staff numbers that a reader who must not learn them must find nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from walletcase.domain.case import CaseRecord
from walletcase.domain.errors import UserError
from walletcase.domain.fields import parse_contacts
from walletcase.domain.flow.playbook import FieldKind, Role

_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
_PARTED = re.compile(rf"[,，;；、/\s（）()：:#]+|(?<=[{_HAN}])(?=[0-9A-Za-z])")
_STAFF_NUMBER = re.compile(r"[A-Za-z]{0,3}[0-9]{3,}")
_CHINESE_NAME = re.compile(rf"[{_HAN}]{{2,4}}(?:·[{_HAN}]{{2,8}})?")
_LATIN_NAME = re.compile(r"[A-Z][A-Za-z'’-]{2,}")
_TITLED = re.compile(rf"[{_HAN}](?:经理|主管|主任|行长|客服|先生|女士|小姐|老师|师傅|总)")
# What a person does, or where: said of many, so it tells of nobody.
_OF_MANY = (
    "客服 坐席 柜员 柜台 人员 员工 专员 热线 网点 支行 分行 总行 银行 大堂 中心 部门 工号 机器 系统 在线 智能 语音 "
    "电话 短信 邮件 投诉 监管 办公 客户 值班 同事 经理 主管"
)
_OF_MANY_ENGLISH = (
    "agent bank branch callback call center centre chat clerk counter customer desk hotline manager message office "
    "officer online operator robot service staff supervisor system team teller the"
)
_HOUSES = (Role.INSTITUTION, Role.BRANCH)
_LISTED = re.compile(r"\s*[,，;；、\n]\s*")
_DUTIES = tuple(_OF_MANY.split())
_ENGLISH_DUTIES = frozenset(_OF_MANY_ENGLISH.split())


def people_of(record: CaseRecord) -> tuple[str, ...]:
    """Return names and staff numbers of those who were spoken to, from contacts and from the fields that say so."""
    texts = [entry.draft.counterpart for entry in record.live_timeline]
    for field in record.playbook.fields():
        value = record.value(field.key)
        if value and field.role is Role.COUNTERPART:
            texts.append(value)
        elif value and field.kind is FieldKind.CONTACTS:
            texts += people_in(value)
    houses = _houses(record)
    return tuple(dict.fromkeys(name for text in texts for name in _names(_without(text, houses))))


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


def _without(text: str, houses: tuple[str, ...]) -> str:
    for house in houses:
        text = text.replace(house, " ")
    return text


def _names(text: str) -> Iterator[str]:
    for part in filter(None, _PARTED.split(text)):
        if _STAFF_NUMBER.fullmatch(part) or _TITLED.fullmatch(part) or _is_name(part):
            yield part


def _is_name(part: str) -> bool:
    if _CHINESE_NAME.fullmatch(part):
        return not any(duty in part for duty in _DUTIES)
    return bool(_LATIN_NAME.fullmatch(part)) and part.lower() not in _ENGLISH_DUTIES
