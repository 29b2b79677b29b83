"""The commands on dates, `deadlines` and `count`: each returns JSON, lines for a terminal and the exit code."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from walletcase.cli.words import Words, to_right
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
    lines += [_promise_line(one, Words(language)) for one in promises_of(record, today)]
    return lines


def _deadline_lines(one: Deadline, language: str) -> list[str]:
    limit, words = one.limit, Words(language)
    on = {"estimated": one.estimated, "unconfirmed": not limit.source.confirmed}
    marks = [words.say("mark", mark) for mark, is_on in on.items() if is_on]
    dates = one.due_on if one.rolled_due_on == one.due_on else f"{one.due_on} / {one.rolled_due_on}"
    head = f"{dates}  {words.say('state', one.state)}  {limit.name.get(language)}"
    count = words.say("deadline", "count", term=words.say("unit", limit.unit, n=limit.amount), start=one.starts_on)
    if one.settled_on:
        count += words.say("deadline", "settled", date=one.settled_on)
    pauses = [words.say("deadline", "paused", since=p.since, until=p.until or "...") for p in one.pauses]
    rule = f"{limit.authority.get(language)} {limit.article}".strip()
    text, date = limit.source.text.get(language), limit.source.checked_on
    told = (count, *pauses, words.say("deadline", "source", rule=rule, text=text, date=date))
    return [f"{head}  [{', '.join(marks)}]" if marks else head, *(f"    {line}" for line in told)]


def _promise_line(one: Promise, words: Words) -> str:
    came = "answered" if one.answered_on else "renewed" if one.renewed_on else "late" if one.is_late else "open"
    state = one.mark.state if one.mark.state is not PromiseState.OPEN else came
    shown = words.say("promise", state)
    return words.say("promise", "line", due=one.due_on, state=shown, made=one.made_on, text=one.text).rstrip()


def count(services: Services, arguments: argparse.Namespace, language: str, as_json: bool) -> Answer:
    """Answer `count START N (--calendar|--working) [--roll]`."""
    unit = Unit.WORKING if arguments.working else Unit.CALENDAR
    counted = services.calendar.count(arguments.start, arguments.number, unit)
    named, words = partial(holiday_text, language=language), Words(language)
    document = count_json(counted, roll=arguments.roll, named=named)
    term = words.say("unit", unit, n=counted.amount)
    head = words.say("count", "head", start=counted.start_on, term=term, due=document["due_on"])
    if document["rolled_due_on"] != document["due_on"]:
        head += words.say("count", "rolled", date=document["rolled_due_on"])
    days = [one for one in counted.strip if arguments.roll or one.counted is not Counted.ROLLED]
    if document["estimated"]:
        years = ", ".join(sorted({str(one.day.missing) for one in days if one.day.missing}))
        head += words.say("count", "estimated", years=years)
    return document, [head, *(_day_line(one, named, words) for one in days)], Exit.DONE


def _day_line(one: StripDay, named: Callable[[str], str], words: Words) -> str:
    how = str(one.number) if one.number else words.say("day", one.counted)
    estimated = words.say("mark", "estimated") if one.day.estimated else ""
    marks = " ".join(word for word in (words.say("day", one.day.kind), named(one.day.name), estimated) if word)
    return f"  {one.day.on}  {words.weekday(one.day.on)}  {to_right(how, 8)}  {marks}".rstrip()
