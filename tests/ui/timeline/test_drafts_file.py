"""Contacts being written outlive the app."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walletcase.domain.ids import CaseId, EntryId, EvidenceId
from walletcase.ui.timeline.drafts import Drafts
from walletcase.ui.timeline.form_state import FormState

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
STATES = st.builds(
    FormState, channel=TEXT, day=TEXT, at=TEXT, counterpart=TEXT, said=TEXT, reference=TEXT, promised_by=TEXT,
    is_answer=st.booleans(), evidence_ids=st.lists(st.integers(1, 9).map(EvidenceId)).map(tuple),
)


@given(st.dictionaries(st.tuples(st.integers(1, 9), st.integers(1, 9)), STATES))
def test_what_was_written_is_read_back(forms: dict[tuple[int, int], FormState]) -> None:
    drafts = Drafts()
    for (case_id, entry_id), state in forms.items():
        drafts.keep(CaseId(case_id), EntryId(entry_id), state)
    again = Drafts.from_json(drafts.to_json())
    assert {key: again.get(CaseId(key[0]), EntryId(key[1])) for key in forms} == forms


def test_no_drafts_are_no_text() -> None:
    assert Drafts().to_json() == ""


@pytest.mark.parametrize("text", ["", "x", "[1]", "{}", "[[1, 2, {}]]", '[[1, 2, {"evidence_ids": 3}]]', "null"])
def test_nonsense_gives_no_drafts(text: str) -> None:
    assert Drafts.from_json(text).to_json() == ""
