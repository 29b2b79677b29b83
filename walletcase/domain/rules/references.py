"""References in texts: {limit:bank_answer} is its term, {door:nfra_hotline} its number, {hours:nfra_hotline} its hours.

Whoever writes a tip or a note names the fact; the number is that of the rule pack a case goes by. So a number that the
person changes, or a newer pack, is the same on every page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from walletcase.domain.flow.playbook import Playbook, Step
from walletcase.domain.rules.pack import Limit, RulePack, Source, Unit
from walletcase.domain.text import Text

KINDS = ("limit", "door", "hours")
STEP_TEXTS = ("purpose", "checklist", "tips", "evidence_hints")  # of a playbook: what is only seen beside a case
_IN_FILES = ("purpose", "checklist", "tip", "evidence_hint")  # the same as their files have them
_NO_TEXTS = ("name", "source")  # of a fact: what it is called and where it is from don't change with its number
_LANGUAGES = (".zh", ".en")
_REFERENCE = re.compile(r"\{([^{}:]*):([^{}]*)\}")
_UNITS = {
    "zh_CN": {Unit.CALENDAR: "日", Unit.WORKING: "个工作日", Unit.YEARS: "年"},
    "en": {Unit.CALENDAR: "day", Unit.WORKING: "working day", Unit.YEARS: "year"},
}
_ABSENT = Text("（规则里没有）", "(not in the rules)")
_NO_NUMBER = Text("（号码未登记）", "(number not known)")
_NO_HOURS = Text("（服务时间未登记）", "(hours not known)")

ValueT = TypeVar("ValueT")


def term(limit: Limit, language: str) -> str:
    """Return how long a limit is: "15 日", "15 days"."""
    if language == "zh_CN":
        return f"{limit.amount} {_UNITS['zh_CN'][limit.unit]}"
    return f"{limit.amount} {_UNITS['en'][limit.unit]}" + ("" if limit.amount == 1 else "s")


def filled_line(line: str, rules: RulePack, language: str) -> str:
    """Return a text with each reference replaced by what the pack says; one that leads nowhere says so."""
    return _REFERENCE.sub(lambda found: _said(found[1], found[2], rules, language), line) if "{" in line else line


def filled_pack(rules: RulePack) -> RulePack:
    """Return a pack whose texts say its own numbers. To look at: what is stored or compared keeps the references."""
    return _filled(rules, rules)


def filled_playbook(playbook: Playbook, rules: RulePack) -> Playbook:
    """Return a playbook whose steps say the numbers of ``rules``."""
    steps = tuple(_filled_step(step, rules) for step in playbook.steps)
    return playbook if _same(steps, playbook.steps) else replace(playbook, steps=steps)


def faults_of(value: object, rules: RulePack) -> Iterator[tuple[str, str]]:
    """Yield (where, what was expected) for every reference in a fact of ``rules`` that must not stand there."""
    for where, line in _lines(value):
        is_text = where.endswith(_LANGUAGES) and where.split(".")[0] not in _NO_TEXTS
        yield from ((where, why) for why in _wrong(line, rules, is_text))


def faults_of_playbook(playbook: Playbook, rules: RulePack) -> Iterator[tuple[str, str, str]]:
    """Yield (step, where, what was expected) for every reference in a playbook that must not stand there."""
    heads = {name: getattr(playbook, name) for name in ("name", "summary", "institution", "phases", "channels")}
    for name, value in heads.items():
        yield from (("-", where, why) for where, line in _lines(value, name) for why in _wrong(line, rules, False))
    for step in playbook.steps:
        for where, line in _lines(step):
            is_text = where.endswith(_LANGUAGES) and re.split(r"[.\[]", where)[0] in _IN_FILES
            yield from ((step.key, where, why) for why in _wrong(line, rules, is_text))


def faults_of_line(line: str, rules: RulePack) -> Iterator[str]:
    """Yield what was expected for every reference in a text that leads nowhere."""
    return _wrong(line, rules, allowed=True)


def _wrong(line: str, rules: RulePack, allowed: bool) -> Iterator[str]:
    for found in _REFERENCE.finditer(line):
        kind, key = found[1], found[2]
        named = f"{kind}:{key}"
        if not allowed:
            yield f"no reference ({named}): one may stand in advice, checklists, purposes and notes only"
        elif kind not in KINDS:
            yield f"a reference of the form limit:key, door:key or hours:key in braces ({named} is none)"
        elif kind == "limit" and rules.limit(key) is None:
            yield f"a limit of the rules: {', '.join(limit.key for limit in rules.limits)} ({named} is none)"
        elif kind != "limit" and rules.door(key) is None:
            yield f"a door of the rules: {', '.join(door.key for door in rules.doors)} ({named} is none)"


def _said(kind: str, key: str, rules: RulePack, language: str) -> str:
    limit, door = rules.limit(key), rules.door(key)
    if kind == "limit" and limit:
        return term(limit, language)
    if kind == "door" and door:
        return door.number or _NO_NUMBER.get(language)
    if kind == "hours" and door:
        return (door.hours or _NO_HOURS).get(language)
    return _ABSENT.get(language)


def _filled_step(step: Step, rules: RulePack) -> Step:
    found = {name: _filled(getattr(step, name), rules) for name in STEP_TEXTS}
    changed = {name: value for name, value in found.items() if value is not getattr(step, name)}
    return replace(step, **changed) if changed else step


def _filled(value: ValueT, rules: RulePack) -> ValueT:
    """The same object where nothing in it refers to anything."""
    found: object = value
    match value:
        case Text():
            zh, en = filled_line(value.zh, rules, "zh_CN"), filled_line(value.en, rules, "en")
            found = value if (zh, en) == (value.zh, value.en) else Text(zh, en)
        case tuple():
            parts = tuple(_filled(part, rules) for part in value)
            found = value if _same(parts, value) else parts
        case Source():
            pass
        case _ if is_dataclass(value) and not isinstance(value, type):
            now = {one.name: getattr(value, one.name) for one in fields(value)}
            new = {name: _filled(part, rules) for name, part in now.items()}
            changed = {name: part for name, part in new.items() if part is not now[name]}
            found = replace(value, **changed) if changed else value
    return cast("ValueT", found)


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return all(a is b for a, b in zip(one, other, strict=True))


def _lines(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a value with the path to it, as its file has it: tip[time_limit].text.zh."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for number, part in enumerate(value, 1):
            named = getattr(part, "key", number)
            yield from _lines(part, f"{path.removesuffix('s')}[{named}]")
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from _lines(getattr(value, one.name), f"{path}.{one.name}" if path else one.name)
