"""The reference number in letters: beside the day that gave it, and that of whoever reads the letter's complaint."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.shipped_case import TODAY, case, entry
from tests.export.letter_cases import texts
from walletcase.domain.case import CaseRecord
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.timeline import TimelineEntry
from walletcase.domain.writing.build import Wish, letter_facts
from walletcase.domain.writing.numbers import reference_of

NUMBER = "2026-00031"


def composed(record: CaseRecord, key: str, language: str, door: DoorKind | None = None) -> str:
    """A letter of a case."""
    kind = next(kind for kind in texts().kinds if kind.key == key)
    return texts().compose(kind, letter_facts(record, Wish(kind, language, TODAY, "收件机构", door=door)))


def of_step(number: int, on: str, step: str, reference: str = "") -> TimelineEntry:
    """A contact that the first round of a step made."""
    made = entry(number, on)
    return replace(made, draft=replace(made.draft, step_key=step, step_round=1, reference=reference))


@pytest.mark.parametrize("key", ["regulator", "reminder", "mediation", "settlement", "withdrawal", "progress"])
def test_a_number_of_a_later_day_is_told_with_that_day(key: str) -> None:
    given = (entry(2, "2026-11-10", reference=NUMBER), entry(3, "2026-11-12", reference=NUMBER))
    values, done = {"hotline_on": "2026-11-03"}, {"hotline": "registered"}
    record = case(values, done, timeline=(of_step(1, "2026-11-03", "hotline"), *given))
    for language, day in (("zh_CN", "2026年11月10日取得"), ("en", "given on 10 November 2026")):
        line = next(line for line in composed(record, key, language).splitlines() if NUMBER in line)
        assert day in line
    same = replace(record, timeline=(of_step(1, "2026-11-03", "hotline", NUMBER), *given))
    assert NUMBER in composed(same, key, "zh_CN")
    assert "取得" not in composed(same, key, "zh_CN")
    assert "given on" not in composed(same, key, "en")


def test_the_number_of_a_regulator_is_none_of_the_bank() -> None:
    entries = (entry(1, "2026-11-03", reference="BANK-1"), of_step(2, "2026-11-10", "escalate", "NFRA-9"))
    record = case({"escalate_route": "nfra"}, timeline=entries)
    assert reference_of(record).text == "BANK-1"
    assert reference_of(record, of_institution=False).text == "NFRA-9"
    assert "BANK-1" in composed(record, "withdrawal", "zh_CN", DoorKind.ONLINE)
    withdrawn = composed(record, "withdrawal", "zh_CN", DoorKind.NFRA)
    assert "NFRA-9" in withdrawn
    assert "BANK-1" not in withdrawn
