"""What is typed becomes a record, or says what is wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.conftest import NOW
from tests.ui.timeline.contacts import three_weeks
from walletcase.domain.ids import CaseId, EntryId, EvidenceId
from walletcase.services.facade import Services
from walletcase.ui.timeline.drafts import NEW, Drafts
from walletcase.ui.timeline.form_state import FormState, draft_of, faults_of, fresh, of_entry


def test_a_fresh_form_is_blank_and_lacks_only_what_was_said() -> None:
    state = fresh(NOW, "hotline")
    assert (state.day, state.at) == ("2026-11-22", "09:00")
    assert state.is_blank
    assert faults_of(state) == ("said",)
    assert not replace(state, evidence_ids=(EvidenceId(1),)).is_blank
    assert not replace(state, said="x").is_blank


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"day": "soon"}, "day"),
        ({"day": ""}, "day"),
        ({"at": "25:00"}, "at"),
        ({"promised_by": "Friday"}, "promised_by"),
    ],
)
def test_faults_are_named(change: dict[str, str], fault: str) -> None:
    good = replace(fresh(NOW, "hotline"), said="x")
    assert faults_of(good) == ()
    assert faults_of(replace(good, **change)) == (fault,)  # type: ignore[arg-type]


def test_typed_chinese_dates_become_iso(services: Services) -> None:
    typed = FormState("sms", "2026年11月5日", "9点05分", "  柜员\n李静 ", " 说了 ", " 0031 ", "2026/11/30", True)
    draft = draft_of(typed, services.timeline.when)
    assert draft.occurred_at == "2026-11-05T09:05+08:00"
    assert (draft.counterpart, draft.summary, draft.reference) == ("柜员 李静", "说了", "0031")
    assert (draft.promised_by, draft.is_answer) == ("2026-11-30", True)
    assert draft_of(replace(typed, at=""), services.timeline.when).occurred_at == "2026-11-05"


def test_correcting_nothing_changes_nothing(services: Services) -> None:
    for entry in three_weeks(services).live_timeline:
        state = of_entry(entry, entry.draft.summary)
        assert draft_of(state, services.timeline.when, entry.draft) == entry.draft


def test_drafts_are_kept_by_case_and_entry() -> None:
    drafts, state = Drafts(), replace(fresh(NOW, "hotline"), said="half")
    drafts.keep(CaseId(1), NEW, state)
    drafts.keep(CaseId(1), EntryId(7), fresh(NOW, "sms"))
    assert drafts.get(CaseId(1), NEW) == state
    assert drafts.get(CaseId(2), NEW) is None
    assert drafts.get(CaseId(1), EntryId(7)) is not None  # a correction may be the deletion of all text
    drafts.keep(CaseId(1), NEW, fresh(NOW, "hotline"))
    assert drafts.get(CaseId(1), NEW) is None
