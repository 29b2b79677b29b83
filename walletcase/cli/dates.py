"""The commands on dates, `deadlines` and `count`: each returns JSON, lines for a terminal and the exit code."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from walletcase.domain.case import CaseRecord
from walletcase.domain.days.workdays import Counted, StripDay
from walletcase.domain.due.deadline_json import count_json, deadlines_json
from walletcase.domain.due.deadlines import Deadline, deadlines_of
from walletcase.domain.due.promises import Promise, promises_of
from walletcase.domain.errors import Exit
from walletcase.domain.rules.pack import Unit
from walletcase.domain.timeline import PromiseState
from walletcase.infra.texts import holiday_text
from walletcase.services.deadlines import good_date
from walletcase.services.facade import Services

Answer = tuple[Mapping[str, Any], Sequence[str], Exit]
_UNITS = {Unit.CALENDAR: "calendar days", Unit.WORKING: "working days", Unit.YEARS: "years"}
_HOW = {Counted.START: "start", Counted.NO: "-", Counted.PAUSED: "paused", Counted.ROLLED: "moves on"}


def deadlines(services: Services, arguments: argparse.Namespace, language: str, as_json: bool) -> Answer:
    """Answer `deadlines CASE [--today DATE]`."""
    today = good_date(arguments.today) if arguments.today else services.clock.today()
    record = services.cases.open(services.cases.find(arguments.case).id)
    document = {"case": record.case.number, "today": today, "deadlines": deadlines_json(record, today, language)}
    return document, _lines(record, today, language), Exit.DONE


def _lines(record: CaseRecord, today: str, language: str) -> list[str]:
    lines: list[str] = []
    for one in deadlines_of(record, today):
        lines += _deadline_lines(one, language)
    lines += [_promise_line(one) for one in promises_of(record.live_timeline, today)]
    return lines


def _deadline_lines(one: Deadline, language: str) -> list[str]:
    limit = one.limit
    marks = [mark for mark, on in (("estimated", one.estimated), ("to be verified", not limit.source.confirmed)) if on]
    dates = one.due_on if one.rolled_due_on == one.due_on else f"{one.due_on} / {one.rolled_due_on}"
    head = f"{dates}  {one.state}  {limit.name.get(language)}"
    settled = f", settled {one.settled_on}" if one.settled_on else ""
    count = f"    {limit.amount} {_UNITS[limit.unit]} from {one.starts_on}{settled}"
    paused = [f"    paused {pause.since} to {pause.until or '...'}" for pause in one.pauses]
    source = f"{limit.authority.get(language)} {limit.article}".strip()
    told = f"    {source}; {limit.source.text.get(language)} ({limit.source.checked_on})"
    return [f"{head}  [{', '.join(marks)}]" if marks else head, count, *paused, told]


def _promise_line(one: Promise) -> str:
    came = "answered" if one.answered_on else "renewed" if one.renewed_on else "late" if one.is_late else "open"
    state = one.mark.state if one.mark.state is not PromiseState.OPEN else came
    return f"{one.due_on}  {state}  promised on {one.made_on}  {one.text}".rstrip()


def count(services: Services, arguments: argparse.Namespace, language: str, as_json: bool) -> Answer:
    """Answer `count START N (--calendar|--working) [--roll]`."""
    unit = Unit.WORKING if arguments.working else Unit.CALENDAR
    counted = services.calendar.count(arguments.start, arguments.number, unit)
    named = partial(holiday_text, language=language)
    document = count_json(counted, roll=arguments.roll, named=named)
    head = f"{counted.start_on} + {counted.amount} {_UNITS[unit]}: {document['due_on']}"
    if document["rolled_due_on"] != document["due_on"]:
        head += f", moves over a holiday to {document['rolled_due_on']}"
    days = [one for one in counted.strip if arguments.roll or one.counted is not Counted.ROLLED]
    if document["estimated"]:
        years = ", ".join(sorted({str(one.day.missing) for one in days if one.day.missing}))
        head += f" (estimated: the calendar of {years} is not published)"
    return document, [head, *(_day_line(one, named) for one in days)], Exit.DONE


def _day_line(one: StripDay, named: Callable[[str], str]) -> str:
    how = str(one.number) if one.number else _HOW[one.counted]
    kind = "" if one.day.kind == "workday" else str(one.day.kind)
    marks = " ".join(word for word in (kind, named(one.day.name), "estimated" * one.day.estimated) if word)
    return f"  {one.day.on}  {one.day.on:%a}  {how:>8}  {marks}".rstrip()
