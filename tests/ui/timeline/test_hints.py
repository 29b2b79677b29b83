"""Suggestions from the words of exhibits in the draft of a contact: nothing typed is written over."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.timeline.contacts import new_case
from walletcase.domain.ids import EvidenceId
from walletcase.domain.suggestions import Kind, Suggestion
from walletcase.ui.shell.desk import Desk
from walletcase.ui.timeline.drafts import NEW, Drafts
from walletcase.ui.timeline.form_state import FormState
from walletcase.ui.timeline.hints import hinted
from walletcase.ui.timeline.view import TimelineTab

EMPTY = FormState(channel="hotline", day="2026-11-22", at="09:00")
ITEM = EvidenceId(7)


def hint(kind: Kind, value: str) -> Suggestion:
    return Suggestion(kind, value, value, (0,))


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Kind.REFERENCE, "GD1", {"reference": "GD1"}),
        (Kind.DATE, "2026-11-20 10:31", {"day": "2026-11-20", "at": "10:31"}),
        (Kind.DATE, "2026-11-20", {"day": "2026-11-20", "at": ""}),
        (Kind.PROMISED, "2026-12-09", {"promised_by": "2026-12-09"}),
        (Kind.STAFF, "3127", {"counterpart": "staff no. 3127"}),
        (Kind.PHONE, "95588", {"counterpart": "phone 95588"}),
        (Kind.AMOUNT, "1280.50", {"said": "Amount: ￥1280.50"}),
    ],
)
def test_each_goes_into_its_field(kind: Kind, value: str, expected: dict[str, str]) -> None:
    assert hinted(EMPTY, hint(kind, value), ITEM) == replace(EMPTY, evidence_ids=(ITEM,), **expected)  # type: ignore[arg-type]


def test_what_is_typed_stays() -> None:
    typed = replace(EMPTY, reference="A1", promised_by="2026-12-01", counterpart="Ms Li", said="She said yes")
    for one in (hint(Kind.REFERENCE, "B2"), hint(Kind.PROMISED, "2026-12-09"), hint(Kind.STAFF, "3127")):
        typed = hinted(typed, one, ITEM)
    assert (typed.reference, typed.promised_by, typed.counterpart) == ("A1", "2026-12-01", "Ms Li, staff no. 3127")
    assert typed.said == "She said yes\nReference number B2\nPromised by 2026-12-09"
    assert typed.evidence_ids == (ITEM,)


def test_twice_is_once() -> None:
    once = hinted(EMPTY, hint(Kind.AMOUNT, "5.00"), ITEM)
    assert hinted(once, hint(Kind.AMOUNT, "5.00"), ITEM) == once


def test_a_hint_joins_the_draft_open_or_not(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    services = desk.services
    case_id = new_case(services)
    shot = tmp_path / "sms.txt"
    shot.write_text("GD1", encoding="utf-8")
    (item,) = services.evidence.attach(case_id, [shot]).stored
    drafts = Drafts()
    tab = TimelineTab(desk, drafts)
    qtbot.addWidget(tab)
    tab.show_case(services.cases.open(case_id), None)
    tab.take_hint(case_id, item.id, hint(Kind.REFERENCE, "GD1"))
    kept = drafts.get(case_id, NEW)
    assert kept is not None
    assert (kept.reference, kept.evidence_ids) == ("GD1", (item.id,))
    tab.go_to("new")
    tab.form.said.setPlainText("typed meanwhile")
    tab.take_hint(case_id, item.id, hint(Kind.PROMISED, "2026-12-09"))
    state = tab.form.state()
    assert (state.reference, state.promised_by, state.said) == ("GD1", "2026-12-09", "typed meanwhile")
    assert state.evidence_ids == (item.id,)
