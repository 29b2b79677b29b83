"""The commands on letters, `letters` and `letter`: each returns JSON, lines for a terminal and the exit code."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

from walletcase.cli.words import Words, to_left, width
from walletcase.domain.case import CaseRecord
from walletcase.domain.errors import Exit, UserError
from walletcase.domain.ids import CaseId
from walletcase.domain.letter import Letter, is_intact
from walletcase.services.facade import Services
from walletcase.services.letter_files import ENDINGS
from walletcase.services.letter_rows import checked
from walletcase.services.letters import KindState

Answer = tuple[Mapping[str, Any], Sequence[str], Exit]


def letters(services: Services, arguments: argparse.Namespace, language: str, as_json: bool) -> Answer:
    """Answer `letters CASE`: what was written, and what can be."""
    record = services.cases.open(services.cases.find(arguments.case).id)
    kinds = services.letters.kinds_of(record)
    written = [letter for letter in record.letters if not letter.trashed_at]
    document = {
        "case": record.case.number,
        "letters": [_letter_json(letter) for letter in written],
        "kinds": [_kind_json(state, language) for state in kinds],
    }
    words = Words(language)
    lines = [_letter_line(letter, record, words, language) for letter in written]
    lines += [f"{state.kind.key:<12} {_fits(state, words, language)}" for state in kinds]
    return document, lines, Exit.DONE


def letter(services: Services, arguments: argparse.Namespace, language: str, as_json: bool) -> Answer:
    """Answer `letter CASE KIND`: compose it, keep the draft, print it or write it to a file.

    Raises UserError: letter_unfilled with the places where facts are missing (then nothing is kept), export_format,
    no_such_door.
    """
    case = services.cases.find(arguments.case)
    _check_door(services, case.id, arguments.door)
    wish = (case.id, arguments.kind, arguments.written_in, arguments.door)
    text = checked(services.letters.text_of(*wish).body)
    if arguments.to is not None and arguments.to.suffix.lower() not in ENDINGS:
        raise UserError("export_format", ending=arguments.to.suffix or arguments.to.name, offered=", ".join(ENDINGS))
    made, _ = services.letters.compose(*wish)
    document: dict[str, Any] = {"case": case.number, **_letter_json(made), "text": text}
    if arguments.to is None:
        return document, text.splitlines(), Exit.DONE
    services.letter_files.export(case.id, made.id, arguments.to)
    return document | {"file": str(arguments.to)}, [str(arguments.to)], Exit.DONE


def _check_door(services: Services, case_id: CaseId, key: str) -> None:
    rules = services.cases.open(case_id).rules
    if key and rules.door(key) is None:
        raise UserError("no_such_door", door=key, known=", ".join(door.key for door in rules.doors))


def _letter_json(one: Letter) -> dict[str, Any]:
    return {
        "number": one.seq,
        "kind": one.kind,
        "language": one.language,
        "title": one.title,
        "door": one.door,
        "sent_at": one.sent_at,
        "sent_via": one.sent_via,
        "sha256": one.sent_sha256,
        "intact": is_intact(one),
    }


def _kind_json(state: KindState, language: str) -> dict[str, Any]:
    kind = state.kind
    doors = [door.key for door in state.doors]
    return {"key": kind.key, "name": kind.name.get(language), "fits": state.fits, "doors": doors}


def _letter_line(one: Letter, record: CaseRecord, words: Words, language: str) -> str:
    channel = record.playbook.channel(one.sent_via)
    via = channel.name.get(language) if channel else one.sent_via
    draft = words.say("letter", "draft", date=one.updated_at[:10])
    state = words.say("letter", "sent", date=one.sent_at[:10], via=via) if one.sent_at else draft
    altered = "" if is_intact(one) else f"  {words.say('letter', 'altered')}"
    return f"{one.seq:>3}  {one.title or one.kind}  {state}{altered}"


def _fits(state: KindState, words: Words, language: str) -> str:
    name, fits = state.kind.name.get(language), words.say("letter", "fits")
    if state.fits:
        return f"{fits}  {name}"
    told = words.say("letter", "not_yet", name=name, reason=state.kind.not_yet.get(language))
    return f"{to_left('-', width(fits))}  {told}"
