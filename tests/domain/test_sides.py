"""Letters keep apart what the institution said and what a regulator, mediator or court said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.export.letter_cases import CASE, TODAY, case, playbook, record_of, rules, texts
from walletcase.domain.case import CaseRecord, ValueKey
from walletcase.domain.due.promises import promises_of
from walletcase.domain.flow.machine import SettledRound, StepRecord, StepState
from walletcase.domain.flow.playbook import Status
from walletcase.domain.ids import EntryId
from walletcase.domain.sides import is_with_institution
from walletcase.domain.timeline import EntryDraft, TimelineEntry
from walletcase.domain.writing.build import Wish, letter_facts
from walletcase.domain.writing.facts import LetterFacts


def _entry(number: int, on: str, channel: str, **more: object) -> TimelineEntry:
    draft = EntryDraft(occurred_at=on, summary=f"{channel}-{number}", channel=channel, **more)  # type: ignore[arg-type]
    return TimelineEntry(EntryId(number), CASE, number, draft, f"{on}T11:00:00+08:00")


def _record(*timeline: TimelineEntry, **values: str) -> CaseRecord:
    kept = {ValueKey(key): text for key, text in values.items()}
    return replace(record_of(1), timeline=timeline, offers=(), claims=(), evidence=(), values=kept)


def _facts(record: CaseRecord, key: str, language: str = "zh_CN") -> LetterFacts:
    kind = next(kind for kind in texts().kinds if kind.key == key)
    return letter_facts(record, Wish(kind, language, TODAY, "x"))


BANK = _entry(1, "2026-10-02", "hotline", promised_by="2026-10-09")
REGULATOR = _entry(2, "2026-10-12", "regulator", promised_by="2026-10-20", is_answer=True)


def test_what_a_regulator_promised_is_no_promise_of_the_bank() -> None:
    for key in ("reminder", "regulator", "hotline", "progress"):
        assert [one.made_on for one in _facts(_record(BANK, REGULATOR), key).promises] == ["2026-10-02"], key


def test_only_the_side_that_promised_settles_its_promise() -> None:
    """A date that a regulator names, or its answer, is no word of the bank on what the bank promised."""
    bank, regulator = promises_of(_record(BANK, REGULATOR), "2026-10-14")
    assert (bank.is_open, bank.is_late, bank.renewed_on, bank.answered_on) == (True, True, "", "")
    answer = _entry(3, "2026-10-15", "regulator", is_answer=True)
    bank, regulator = promises_of(_record(BANK, REGULATOR, answer), "2026-10-16")
    assert (bank.is_open, regulator.is_open, regulator.answered_on) == (True, False, "2026-10-15")


def test_what_a_regulator_answered_is_no_answer_of_the_bank() -> None:
    assert _facts(_record(BANK, REGULATOR), "review").answers == ()
    assert _facts(_record(BANK, REGULATOR), "reminder").promises[0].answered_on == ""


@pytest.mark.parametrize(("key", "told"), [("complaint", 1), ("online", 1), ("regulator", 2), ("mediation", 2)])
def test_a_letter_to_the_bank_tells_of_contacts_with_the_bank(key: str, told: int) -> None:
    events = _facts(_record(REGULATOR, replace(BANK, seq=3)), key).events
    assert len(events) == told
    assert [event.number for event in events] == list(range(1, told + 1))


@pytest.mark.parametrize(
    ("route", "own"),
    [("superior", True), ("nfra", False), ("court", False), ("escalate_other", False), ("public_post", False)],
)
def test_a_way_up_is_the_banks_own_only_to_its_superior(route: str, own: bool) -> None:
    entry = _entry(1, "2026-10-02", "letter", step_key="escalate", step_round=1)
    assert is_with_institution(_record(entry, escalate_route=route), entry) is own


def test_each_channel_is_somebodys() -> None:
    others = {c.key for c in playbook().channels if not is_with_institution(_record(), _entry(1, TODAY, c.key))}
    assert others == {"regulator", "mediation", "court", "public_post"}


def test_a_complaint_was_filed_in_the_round_that_filed_it() -> None:
    first = _entry(1, "2026-10-02", "online", step_key="online", step_round=1)
    again = _entry(2, "2026-10-20", "online", step_key="online", step_round=2)
    at = "2026-10-20T11:00:00+08:00"
    record = replace(
        _record(first, again),
        case=case(Status.FILED),
        steps={"online": StepRecord(StepState.DONE, 2, outcome="failed", settled_at=at)},
        settled_rounds=(SettledRound("online", 1, StepState.DONE, "submitted", "", "2026-10-02T11:00:00+08:00"),),
        rules=rules(),
    )
    assert _facts(record, "reminder").lines["filed_on"] == "2026-10-02"


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("key", ["hotline", "progress", "reminder", "regulator"])
def test_a_late_answer_is_told_as_late_not_as_missing(key: str, language: str) -> None:
    answer = _entry(2, "2026-10-15", "hotline", is_answer=True)
    record = _record(BANK, answer, confirm_reference="2026-0031")
    kind = next(kind for kind in texts().kinds if kind.key == key)
    body = texts().compose(kind, letter_facts(record, Wish(kind, language, TODAY, "x")))
    assert ("10月15日" if language == "zh_CN" else "15 October 2026") in body
    for missing in ("到现在没有", "至今没有兑现", "It has not come", "This has not been kept"):
        assert missing not in body


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("key", ["hotline", "progress", "reminder", "regulator"])
def test_a_promise_renewed_late_and_then_answered_is_not_told_as_never_kept(key: str, language: str) -> None:
    renewed = _entry(2, "2026-10-12", "hotline", promised_by="2026-10-20")
    answer = _entry(3, "2026-10-18", "hotline", is_answer=True)
    record = _record(BANK, renewed, answer, confirm_reference="2026-0031")
    (told,) = _facts(record, key).promises
    assert (told.due_on, told.answered_on) == ("2026-10-09", "2026-10-18")
    kind = next(kind for kind in texts().kinds if kind.key == key)
    body = texts().compose(kind, letter_facts(record, Wish(kind, language, TODAY, "x")))
    assert ("10月18日" if language == "zh_CN" else "18 October 2026") in body
    for missing in ("到现在没有", "至今没有兑现", "It has not come", "This has not been kept"):
        assert missing not in body
    (still_open,) = (p for p in _facts(_record(BANK, renewed), key).promises if p.due_on == "2026-10-09")
    assert still_open.answered_on == ""


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_reminder_claims_no_review_and_no_silence(language: str) -> None:
    kind = next(kind for kind in texts().kinds if kind.key == "reminder")
    body = texts().compose(kind, letter_facts(_record(BANK), Wish(kind, language, TODAY, "x")))
    for claim in ("核查", "仍未收到处理结果", "superior", "I have no result"):
        assert claim not in body


def test_an_entry_without_words_of_its_own_is_told_with_its_languages_colon() -> None:
    said_nothing = EntryDraft("2026-10-02", "", channel="online", step_key="online", step_round=1)
    entry = replace(_entry(1, "2026-10-02", "online"), draft=said_nothing)
    record = replace(_record(entry), steps={"online": StepRecord(StepState.DONE, outcome="submitted")})
    assert "：" in record.summary_of(entry, "zh_CN")
    assert ":" not in record.summary_of(entry, "zh_CN")
    assert ": " in record.summary_of(entry, "en")
