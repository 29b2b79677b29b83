"""What to take to a branch, as one page of plain text with the marks of a letter (domain.letters)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from walletcase.domain.case import CaseRecord
from walletcase.domain.demands import parse_demands
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.flow.playbook import Role
from walletcase.domain.letter import safe_line
from walletcase.domain.rules.pack import Door
from walletcase.domain.text import Text
from walletcase.domain.writing.build import institution_of

MOST_DEMANDS = 4
MOST_CHARS = 60
_BOX = "□ "


def visit_sheet(
    record: CaseRecord, door: Door | None, words: Mapping[str, Text], language: str, most_exhibits: int
) -> str:
    """Return the sheet with as many exhibits. ``words`` are those of resources/i18n/visit.toml."""

    def say(key: str) -> str:
        return words[key].get(language)

    where = [door.name.get(language), door.address, door.hours.get(language) if door.hours else ""] if door else []
    parts: list[tuple[str, Iterable[str]]] = [
        (say("where"), [part for part in where if part] or [institution_of(record, language)]),
        (say("bring"), [_BOX + item for item in _to_bring(record, door, language)]),
        (say("originals"), _exhibits(record, most_exhibits, say("more"), say("no_exhibits"))),
        (say("say"), _demands(record)),
        (say("ask"), [_BOX + item.get(language) for item in door.ask_for] if door else []),
        (say("note"), [say("note_lines"), say("note_lines_2")]),
    ]
    lines = [f"# {say('title')}", say("case").format(title=_short(record.case.title), number=record.case.number)]
    for heading, items in parts:
        shown = [safe_line(_short(item)) for item in items if item.strip()]
        if shown:
            lines += ["", f"## {heading}", *shown]
    return "\n".join(lines)


def _to_bring(record: CaseRecord, door: Door | None, language: str) -> Iterable[str]:
    agent = bool(record.role_value(Role.AGENT))
    items = [item.get(language) for item in door.prepare] if door else []
    for requirement in record.rules.requirements:
        by_hand = not requirement.roles or requirement.on_paper_only
        if DoorKind.BRANCH in requirement.doors and by_hand and (agent or not requirement.agent_only):
            items.append(requirement.name.get(language))
    return dict.fromkeys(items)


def _exhibits(record: CaseRecord, most: int, more: str, none: str) -> Iterable[str]:
    live = record.live_evidence
    for item in live[:most]:
        name = item.title or item.original_name
        yield f"{_BOX}{item.exhibit_no}. {name}" + (f" · {item.source}" if item.source else "")
    if len(live) > most:
        yield more.format(n=len(live) - most)
    if not live:
        yield none


def _demands(record: CaseRecord) -> Iterable[str]:
    demands = parse_demands(record.role_value(Role.DEMAND))
    for number, demand in enumerate(demands[:MOST_DEMANDS], 1):
        parts = (demand.text, demand.amount, demand.by_on)
        yield f"{number}. {' '.join(part for part in parts if part)}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= MOST_CHARS else f"{line[: MOST_CHARS - 1]}…"
