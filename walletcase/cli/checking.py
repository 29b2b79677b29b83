"""The command `check`: what is missing, contradictory, unproven, badly worded or in conflict before filing."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

from walletcase.cli.words import Words
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.errors import Exit
from walletcase.domain.readiness.findings import Finding
from walletcase.domain.readiness.words import is_private
from walletcase.domain.text import Text
from walletcase.infra.finding_texts import door_kind_name, finding_text, severity_name, topic_name
from walletcase.services.facade import Services

Answer = tuple[Mapping[str, Any], Sequence[str], Exit]


def check(services: Services, arguments: argparse.Namespace, language: str, as_json: bool) -> Answer:
    """Answer `check CASE [--door KIND]`."""
    case = services.cases.find(arguments.case)
    door = DoorKind(arguments.door) if arguments.door else None
    found = services.readiness.check(case.id, door)
    document = {
        "case": case.number,
        "door": found.door.value,
        "findings": [_document(one, language) for one in found.items],
    }
    lines = [f"{case.number}  {door_kind_name(found.door, language)}"]
    for one in found.items:
        lines += _lines(one, language)
    return document, lines, Exit.FOUND if found.needs_attention else Exit.DONE


def _document(one: Finding, language: str) -> Mapping[str, Any]:
    text, source = finding_text(one, language), one.source
    return {
        "topic": one.topic.value,
        "severity": one.severity.value,
        "code": one.code,
        "place": {"tab": one.place.tab, "item": one.place.item},
        "what": text.what,
        "why": text.why,
        "do": text.do,
        "excerpt": str(one.params["word"]) if is_private(one) else one.excerpt,
        "suggestion": one.suggestion,
        "source": _rule(one, language) or (source.text.get(language) if source else ""),
        "source_note": source.text.get(language) if source else "",
        "confirmed": source.confirmed if source else None,
        "checked_on": source.checked_on if source else "",
        "quote": one.quote,
    }


def _rule(one: Finding, language: str) -> str:
    """The name of the rule behind a finding, with its article; "" where it rests on none."""
    rule = one.params.get("rule")
    return f"{rule.get(language)} {one.params.get('article', '')}".strip() if isinstance(rule, Text) else ""


def _lines(one: Finding, language: str) -> list[str]:
    text = finding_text(one, language)
    place = f"{one.place.tab}/{one.place.item}" if one.place.item else one.place.tab
    lines = [f"{severity_name(one.severity, language)}  {topic_name(one.topic, language)}  {text.what}  [{place}]"]
    lines.append(f"    {text.why} {text.do}")
    if one.suggestion:
        lines.append(f"    -> {one.suggestion}")
    if one.source is not None:
        told, key = one.source.text.get(language), "source" if one.source.confirmed else "unconfirmed"
        lines.append(f"    {Words(language).say('check', key, text=told, date=one.source.checked_on)}")
    return lines
