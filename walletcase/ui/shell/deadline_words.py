"""Words for deadlines and days: used wherever a date is shown or explained."""

from __future__ import annotations

from datetime import date
from functools import partial

from walletcase.domain.days.workdays import Count, Counted, DayKind, StripDay
from walletcase.domain.due.deadlines import Deadline, DeadlineState
from walletcase.domain.rules.pack import Limit, Party, Roll, Unit
from walletcase.infra.texts import holiday_text
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.day_strip import StripWords

TONES = {
    DeadlineState.RUNNING: "accent",
    DeadlineState.DUE: "warn",
    DeadlineState.LATE: "danger",
    DeadlineState.MET: "ok",
    DeadlineState.MET_LATE: "warn",
    DeadlineState.CLOSED: "plain",
}


def weekday_names() -> tuple[str, ...]:
    """Return the days of the week in short, Monday first."""
    return (
        translate("Days", "Mon"),
        translate("Days", "Tue"),
        translate("Days", "Wed"),
        translate("Days", "Thu"),
        translate("Days", "Fri"),
        translate("Days", "Sat"),
        translate("Days", "Sun"),
    )


def day_text(iso: str) -> str:
    """Return a date with its day of the week."""
    return f"{iso} {weekday_names()[date.fromisoformat(iso).weekday()]}"


def amount_text(amount: int, unit: Unit) -> str:
    """Return a number of days or years in words."""
    if unit is Unit.WORKING:
        return translate("Days", "%n working day(s)", "", amount)
    if unit is Unit.YEARS:
        return translate("Days", "%n year(s)", "", amount)
    return translate("Days", "%n calendar day(s)", "", amount)


def state_text(deadline: Deadline) -> str:
    """Return where a deadline stands, in a word or two."""
    if deadline.is_paused:
        return translate("Deadlines", "Paused")
    late, met, met_late = (
        (translate("Deadlines", "Missed"), translate("Deadlines", "Done in time"), translate("Deadlines", "Done late"))
        if deadline.is_own
        else (
            translate("Deadlines", "Late"),
            translate("Deadlines", "Answered in time"),
            translate("Deadlines", "Answered late"),
        )
    )
    return {
        DeadlineState.RUNNING: translate("Deadlines", "Running"),
        DeadlineState.DUE: translate("Deadlines", "Due now"),
        DeadlineState.LATE: late,
        DeadlineState.MET: met,
        DeadlineState.MET_LATE: met_late,
        DeadlineState.CLOSED: translate("Deadlines", "Closed"),
    }[deadline.state]


def tone_of(deadline: Deadline) -> str:
    """Return the tone of a deadline's chip."""
    return "plain" if deadline.is_paused else TONES[deadline.state]


def party_text(party: Party) -> str:
    """Return who has to act."""
    return {
        Party.BANK: translate("Deadlines", "The bank"),
        Party.PAYMENT_INSTITUTION: translate("Deadlines", "The payment institution"),
        Party.REGULATOR: translate("Deadlines", "The regulator"),
        Party.PERSON: translate("Deadlines", "You"),
        Party.OTHER: translate("Deadlines", "Another body"),
    }[party]


def roll_text(deadline: Deadline) -> str:
    """Return what a holiday at the end does to a deadline: which date is for what."""
    first, later = deadline.due_on, deadline.rolled_due_on
    if first == later:
        return translate("Deadlines", "The last day is a working day, so nothing moves.")
    if deadline.limit.roll is Roll.NO:
        return translate("Deadlines", "The last day does not move, holiday or not.")
    if deadline.is_own:
        return translate("Deadlines", "Keep to {first}. Only if the rule lets it move would {later} still do.").format(
            first=first, later=later
        )
    if deadline.limit.roll is Roll.YES:
        text = translate("Deadlines", "The last day is a holiday and moves to {later}. Late only after that.")
    else:
        text = translate(
            "Deadlines",
            "Whether the last day moves over a holiday is not settled. Ask from {first} on; call it late only "
            "after {later}.",
        )
    return text.format(first=first, later=later)


def rule_text(limit: Limit, language: str) -> str:
    """Return the name of the rule that a limit is from, with its article."""
    return f"{limit.authority.get(language)} {limit.article}".strip()


def strip_words(language: str) -> StripWords:
    """Return what a day strip says."""
    return StripWords(weekday_names(), partial(_label, language=language), partial(_describe, language=language))


def _label(one: StripDay, counted: Count, *, language: str) -> str:
    if one.counted is Counted.START:
        return translate("Days", "start")
    if one.counted is Counted.PAUSED:
        return translate("Days", "paused")
    if one.day.kind is DayKind.HOLIDAY:
        return holiday_text(one.day.name, language) or translate("Days", "holiday")
    if one.day.kind is DayKind.MAKEUP:
        return translate("Days", "work")
    if one.counted is Counted.ROLLED and one.day.on == counted.rolled_due_on:
        return translate("Days", "moved")
    return ""


def _describe(one: StripDay, counted: Count, *, language: str) -> str:
    parts = [_kind_text(one, language), _treated_text(one, counted)]
    if one.day.estimated:
        text = translate("Days", "estimated: the app has no published calendar of {year}")
        parts.append(text.format(year=one.day.missing or one.day.on.year))
    separator = translate("Days", "; ")
    return f"{day_text(one.day.on.isoformat())}: {separator.join(part for part in parts if part)}"


def _kind_text(one: StripDay, language: str) -> str:
    if one.day.kind is DayKind.HOLIDAY:
        name = holiday_text(one.day.name, language)
        return translate("Days", "public holiday, {name}").format(name=name) if name else translate("Days", "holiday")
    if one.day.kind is DayKind.MAKEUP:
        return translate("Days", "make-up working day")
    if one.day.kind is DayKind.WEEKEND:
        return translate("Days", "weekend")
    return translate("Days", "working day")


def _treated_text(one: StripDay, counted: Count) -> str:
    if one.counted is Counted.START:
        return translate("Days", "the start, which does not count")
    if one.counted is Counted.PAUSED:
        return translate("Days", "paused, does not count")
    if one.counted is Counted.NO:
        return translate("Days", "does not count")
    if one.counted is Counted.ROLLED:
        moved = one.day.on == counted.rolled_due_on
        return translate("Days", "the last day moves here") if moved else translate("Days", "the last day moves on")
    if one.day.on == counted.due_on:
        return translate("Days", "day {n}, the last").format(n=one.number)
    return translate("Days", "day {n}").format(n=one.number)
