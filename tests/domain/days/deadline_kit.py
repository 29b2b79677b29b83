"""A playbook with clocks, a pack with a chain of limits, and records made of both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from walletcase.domain.case import Case, CaseRecord, ValueKey
from walletcase.domain.days.years import KnownYears
from walletcase.domain.deadline_change import ChangeKind, DeadlineChange
from walletcase.domain.flow.machine import SettledRound, StepRecord, StepState
from walletcase.domain.flow.playbook import (
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
)
from walletcase.domain.ids import CaseId, EntryId
from walletcase.domain.rules.pack import NO_RULES, Limit, Party, Roll, Source, Unit
from walletcase.domain.text import Text
from walletcase.domain.timeline import UNMARKED, EntryDraft, PromiseMark, TimelineEntry
from walletcase.infra.workdays import LibraryYears

CHINA = KnownYears(LibraryYears(), {})
_SOURCE = Source(Text("来源", "source"), "2026-11-22", True)


def text(word: str) -> Text:
    """The same word in both languages."""
    return Text(word, word)


def limit(
    key: str,
    amount: int,
    *,
    party: Party = Party.BANK,
    unit: Unit = Unit.CALENDAR,
    roll: Roll = Roll.UNSETTLED,
    extends: str = "",
) -> Limit:
    """A limit with everything else filled in."""
    word = text(key)
    return Limit(key, word, word, word, party, amount, unit, roll, word, "", _SOURCE, extends)


RULES = replace(
    NO_RULES,
    limits=(
        limit("answer", 15),
        limit("answer_complex", 30, extends="answer"),
        limit("answer_special", 60, extends="answer_complex"),
        limit("pass_on", 7, party=Party.REGULATOR, unit=Unit.WORKING, roll=Roll.NO),
        limit("ask_review", 30, party=Party.PERSON),
        limit("firm", 15, roll=Roll.NO),
    ),
)


def _fields(key: str) -> tuple[Field, ...]:
    on = Field(f"{key}_on", FieldKind.DATE, text("on"), role=Role.OCCURRED_ON)
    accepted = Field(f"{key}_accepted", FieldKind.DATE, text("accepted"), role=Role.ACCEPTED_ON)
    ways = (Choice("paper", text("paper")), Choice("phone", text("phone")))
    how = Field(f"{key}_how", FieldKind.CHOICE, text("how"), choices=ways)
    remind = (Field("ask_again", FieldKind.DATE, text("again"), role=Role.REMIND_ON),) if key == "ask" else ()
    return (on, accepted, how, *remind)


def _step(key: str, *outcomes: Outcome, clocks: tuple[Clock, ...] = (), channel: str = "phone") -> Step:
    given = outcomes or (Outcome("done", text("done")),)
    return Step(
        key, "p", text(key), text(key), given, fields=_fields(key), repeatable=True, channel=channel, clocks=clocks
    )


def playbook() -> Playbook:
    """Call and file start the bank's clock, the regulator its own; a refusal starts the person's term."""
    filed = Outcome("filed", text("filed"), next_step="ask", sets_status=Status.FILED)
    answer = Clock("answer", Role.ACCEPTED_ON, outcomes=("filed",))
    told = (Clock("pass_on", Role.OCCURRED_ON), Clock("firm", Role.OCCURRED_ON))
    refused = Outcome("refused", text("refused"), is_answer=True)
    steps = (
        _step("call", filed, Outcome("no_line", text("no line")), clocks=(answer,)),
        _step("file", filed, clocks=(Clock("answer", Role.ACCEPTED_ON, ("filed",), "file_how", ("paper",)),)),
        _step(
            "ask",
            Outcome("nothing", text("nothing"), next_step="ask"),
            refused,
            clocks=(Clock("ask_review", Role.OCCURRED_ON, ("refused",)),),
        ),
        _step("review", Outcome("sent", text("sent"), ends=("ask_review",))),
        _step("regulator", clocks=told, channel="nfra"),
        _step("close", Outcome("end", text("end"), sets_status=Status.CLOSED)),
    )
    return Playbook("k", 1, text("k"), text("k"), text("k"), (Phase("p", text("p")),), (), steps, ())


def record(
    done: Mapping[str, tuple[str, str]],
    *,
    values: Mapping[str, str] | None = None,
    earlier: tuple[SettledRound, ...] = (),
    entries: tuple[TimelineEntry, ...] = (),
    words: tuple[DeadlineChange, ...] = (),
    status: Status = Status.FILED,
) -> CaseRecord:
    """A case in which steps were done: step -> (outcome, settled at). Values: "field" or "field@round"."""
    rounds = {one.step_key: one.round + 1 for one in earlier}
    steps = {
        key: StepRecord(StepState.DONE, rounds.get(key, 1), "", outcome, at, number)
        for number, (key, (outcome, at)) in enumerate(done.items(), 1)
    }
    kept = {}
    for name, value in (values or {}).items():
        field, _, number = name.partition("@")
        kept[ValueKey(field, int(number or 1))] = value
    case = Case(CaseId(1), "WC-2026-0001", "t", "k", 1, status, "2026-09-01T09:00+08:00", "2026-09-01T09:00+08:00")
    return CaseRecord(
        case, playbook(), steps, kept, frozenset(), entries, (), earlier,
        rules=RULES, calendar=CHINA, deadline_changes=words,
    )  # fmt: skip


def entry(
    seq: int, at: str, *, answer: bool = False, channel: str = "phone", promised: str = "", mark: PromiseMark = UNMARKED
) -> TimelineEntry:
    """A contact."""
    words = "call" if promised else ""
    draft = EntryDraft(at, "s", channel=channel, is_answer=answer, promised_by=promised, promise=words)
    return TimelineEntry(EntryId(seq), CaseId(1), seq, draft, at, mark=mark)


def word(key: str, kind: ChangeKind, since: str = "", until: str = "", limit_key: str = "") -> DeadlineChange:
    """A word on a deadline."""
    return DeadlineChange(0, 1, key, kind, since, until, limit_key)
