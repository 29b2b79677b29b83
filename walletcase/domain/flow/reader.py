"""Read a playbook from parsed TOML. Pure: the caller opens the file.

The layout follows the dataclasses of walletcase.domain.flow.playbook: top-level keys, then [[phase]], [[channel]]
and [[step]], inside a step [[step.field]], [[step.check]], [[step.tip]], [[step.outcome]] and [[step.clock]].
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date

from walletcase.domain.door_kind import DoorKind
from walletcase.domain.flow.checks import check
from walletcase.domain.flow.playbook import (
    Channel,
    CheckItem,
    Choice,
    Clock,
    Field,
    FieldKind,
    Outcome,
    Phase,
    Playbook,
    Role,
    Status,
    Step,
    Tip,
    Tool,
)
from walletcase.domain.flow.table import Table, fault
from walletcase.domain.text import Text

_PLAYBOOK_KEY = re.compile(r"[a-z][a-z0-9_-]*")  # also the name of its file, so hyphens are allowed
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def read_playbook_text(text: str, file: str) -> Playbook:
    """Parse TOML and read it. ``file`` is only named in errors. Raises UserError("playbook_invalid")."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        fault(file, "", "-", f"valid TOML: {error}")
    return read_playbook(data, file)


def read_playbook(data: Mapping[str, object], file: str) -> Playbook:
    """Build the playbook and check it whole.

    Raises UserError("playbook_invalid", file, step, key, expected) for the first fault found.
    """
    top = Table(data, file)
    institution = top.both_or_none("institution") or Text("", "")
    playbook = Playbook(
        key=top.key(pattern=_PLAYBOOK_KEY),
        version=top.count("version"),
        name=top.both("name"),
        summary=top.both("summary"),
        institution=institution,
        phases=tuple(_phase(table) for table in top.tables("phase")),
        channels=tuple(_channel(table) for table in top.tables("channel")),
        steps=tuple(_step(table, institution) for table in top.tables("step")),
        intake=top.lines("intake"),
    )
    top.finish()
    check(playbook, file)
    return playbook


def _phase(table: Table) -> Phase:
    phase = Phase(key=table.key(), name=table.both("name"))
    table.finish()
    return phase


def _channel(table: Table) -> Channel:
    channel = Channel(key=table.key(), name=table.both("name"), icon=table.line("icon"))
    table.finish()
    return channel


def _step(outer: Table, institution: Text) -> Step:
    table = outer.as_step()
    step = Step(
        key=table.key(),
        phase=table.line("phase"),
        name=table.both("name"),
        purpose=table.both("purpose"),
        outcomes=tuple(_outcome(item) for item in table.tables("outcome")),
        fields=tuple(_field(item, institution) for item in table.tables("field")),
        checklist=tuple(_check_item(item) for item in table.tables("check")),
        tips=tuple(_tip(item) for item in table.tables("tip")),
        evidence_hints=table.both_list("evidence_hints"),
        needs_any=table.lines("needs_any"),
        repeatable=table.flag("repeatable"),
        channel=table.line("channel", required=False),
        icon=table.line("icon"),
        done_label=table.both_or_none("done_label"),
        clocks=tuple(_clock(item) for item in table.tables("clock")),
        tools=table.members("tools", Tool),
        doors=table.members("doors", DoorKind),
    )
    table.finish()
    return step


def _field(table: Table, institution: Text) -> Field:
    role = table.one_of_or_none("role", Role)
    field = Field(
        key=table.key(),
        kind=table.one_of("kind", FieldKind),
        label=table.both("label"),
        hint=table.both_or_none("hint"),
        required=table.flag("required"),
        role=role,
        choices=tuple(_choice(item) for item in table.tables("choices")),
        private=table.flag("private"),
        paper=table.both_or_none("paper"),
        known=institution if role is Role.INSTITUTION and institution.zh else None,
    )
    table.finish()
    return field


def _choice(table: Table) -> Choice:
    door = table.one_of_or_none("door", DoorKind)
    choice = Choice(
        key=table.key(),
        text=table.both("text"),
        channel=table.line("channel", required=False),
        door=door or "",
        product=table.line("product", required=False),
    )
    table.finish()
    return choice


def _check_item(table: Table) -> CheckItem:
    item = CheckItem(key=table.key(), text=table.both("text"))
    table.finish()
    return item


def _tip(table: Table) -> Tip:
    checked_on = table.line("checked_on", required=False)
    if checked_on and not _is_date(checked_on):
        table.fail("checked_on", 'a date in quotes: "2026-11-22"')
    tip = Tip(
        key=table.key(),
        text=table.both("text"),
        source=table.line("source"),
        source_en=table.line("source_en"),
        checked_on=checked_on,
        verify=table.flag("verify"),
    )
    table.finish()
    return tip


def _outcome(table: Table) -> Outcome:
    outcome = Outcome(
        key=table.key(),
        text=table.both("text"),
        next_step=table.line("next_step", required=False),
        sets_status=table.one_of_or_none("sets_status", Status),
        needs_date=table.flag("needs_date"),
        is_answer=table.flag("is_answer"),
        ends=table.lines("ends"),
    )
    table.finish()
    return outcome


def _clock(table: Table) -> Clock:
    clock = Clock(
        limit=table.key("limit"),
        starts=table.one_of("starts", Role),
        outcomes=table.lines("outcomes"),
        when_field=table.line("when_field", required=False),
        when_answers=table.lines("when_answers"),
        except_products=table.lines("except_products"),
    )
    table.finish()
    return clock


def _is_date(text: str) -> bool:
    if not _ISO_DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
