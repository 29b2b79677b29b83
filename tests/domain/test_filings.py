"""Where a matter is pending: filed, and neither answered, declined nor withdrawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.shipped_case import book, case, ended_round, entry, letter
from walletcase.domain.case import ValueKey
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.filings import Origin, pending, pending_kinds
from walletcase.domain.flow.playbook import Choice, Field, FieldKind, Role, Status
from walletcase.domain.text import Text

NFRA = {"escalate_route": "nfra", "escalate_on": "2026-11-10"}


def test_nothing_is_pending_before_anything_was_filed() -> None:
    assert pending(case()) == ()
    assert pending(case({"hotline_on": "2026-10-09"}, {"hotline": "not_reached"})) == ()


def test_a_registered_call_and_a_form_are_pending() -> None:
    values = {"hotline_on": "2026-10-09", "online_on": "2026-10-10"}
    record = case(values, {"hotline": "registered", "online": "submitted"})
    found = {one.kind: one for one in pending(record)}
    assert set(found) == {DoorKind.HOTLINE, DoorKind.ONLINE}
    assert (found[DoorKind.HOTLINE].since, found[DoorKind.HOTLINE].item) == ("2026-10-09", "hotline")


def test_the_choice_of_the_escalation_says_which_door() -> None:
    assert pending_kinds(case(NFRA, {"escalate": "submitted"})) == {DoorKind.NFRA}
    assert pending_kinds(case({"escalate_route": "escalate_other"}, {"escalate": "submitted"})) == frozenset()


def test_stopping_here_is_no_filing() -> None:
    assert pending(case(NFRA, {"escalate": "stop_here"})) == ()


def test_a_door_that_declined_later_does_not_have_it_any_more() -> None:
    first = {"escalate_route@1": "nfra", "escalate_on@1": "2026-11-01"}
    second = {"escalate_route@2": "nfra", "escalate_on@2": "2026-11-10"}
    rounds = (ended_round("escalate", "submitted"),)
    assert pending(case({**first, **second}, {"escalate": "declined"}, earlier=rounds)) == ()
    other = {"escalate_route@2": "pboc", "escalate_on@2": "2026-11-10"}
    assert pending_kinds(case({**first, **other}, {"escalate": "declined"}, earlier=rounds)) == {DoorKind.NFRA}


def test_an_answer_of_the_bank_ends_its_own_doors_only() -> None:
    values = {"hotline_on": "2026-10-09", "progress_on": "2026-10-20", **NFRA, "escalate_on": "2026-10-10"}
    record = case(values, {"hotline": "registered", "escalate": "submitted", "progress": "answered_unsatisfied"})
    assert pending_kinds(record) == {DoorKind.NFRA}


def test_an_answer_logged_by_hand_ends_the_banks_doors() -> None:
    values, done = {"hotline_on": "2026-10-09"}, {"hotline": "registered"}
    assert pending_kinds(case(values, done, timeline=(entry(1, "2026-10-12"),))) == {DoorKind.HOTLINE}
    assert pending_kinds(case(values, done, timeline=(entry(1, "2026-10-12", is_answer=True),))) == frozenset()
    assert pending_kinds(case(values, done, timeline=(entry(1, "2026-10-08", is_answer=True),))) == {DoorKind.HOTLINE}


def test_a_sent_letter_files_and_a_withdrawal_ends() -> None:
    sent = letter(1, "# 投诉书", "regulator", "nfra_letter", "2026-11-01T10:00:00+08:00")
    draft = letter(1, "# 投诉书", "regulator", "nfra_letter")
    back = letter(2, "# 撤回", "withdrawal", "nfra_letter", "2026-11-05T10:00:00+08:00")
    elsewhere = letter(2, "# 撤回", "withdrawal", "icbc_branch", "2026-11-05T10:00:00+08:00")
    assert pending(case(letters=(draft,))) == ()
    assert [(one.kind, one.origin) for one in pending(case(letters=(sent,)))] == [(DoorKind.NFRA, Origin.LETTER)]
    assert pending(case(letters=(sent, back))) == ()
    assert pending_kinds(case(letters=(sent, elsewhere))) == {DoorKind.NFRA}


def test_a_withdrawal_at_the_bank_ends_all_its_doors() -> None:
    back = letter(2, "# 撤回", "withdrawal", "icbc_branch", "2026-10-20T10:00:00+08:00")
    assert pending(case({"hotline_on": "2026-10-09"}, {"hotline": "registered"}, letters=(back,))) == ()


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("没有", set()),
        ("没有向法院起诉", set()),
        ("none", set()),
        ("11月3日打过 12378，还没答复", {DoorKind.NFRA}),
        ("11月3日打过 12378，未受理", set()),
        ("没有回音：11月1日向人民银行投诉", {DoorKind.PBOC}),
        ("11月1日向12315投诉\n11月2日在法院立案", {DoorKind.SAMR, DoorKind.COURT}),
        ("已向法院撤诉；消协在调解", {DoorKind.ASSOCIATION, DoorKind.MEDIATION}),
        ("准备去信访", set()),
        ("complained to the central bank on 3 November, not answered", {DoorKind.PBOC}),
        ("the regulator 12378 declined", set()),
        ("流水号 912378456", set()),
    ],
)
def test_what_the_person_wrote_is_read(words: str, kinds: set[DoorKind]) -> None:
    assert pending_kinds(case({"other_filings": words})) == kinds


def test_what_the_app_knows_of_a_door_goes_before_what_was_written() -> None:
    record = case({**NFRA, "other_filings": "打过 12378"}, {"escalate": "solved"})
    assert pending_kinds(record) == {DoorKind.NFRA}  # solved alone files nothing: the words still stand
    record = case({**NFRA, "other_filings": "打过 12378"}, {"escalate": "submitted"})
    assert [one.origin for one in pending(record)] == [Origin.STEP]


def test_an_ended_case_has_nothing_pending() -> None:
    record = case({"hotline_on": "2026-10-09"}, {"hotline": "registered"}, status=Status.RESOLVED)
    assert pending(record) == ()


def test_a_choice_of_other_bodies_says_its_door() -> None:
    choices = (Choice("none_yet", Text("没有", "none")), Choice("to_nfra", Text("监管", "regulator"), door="nfra"))
    field = Field("who_else", FieldKind.CHOICE, Text("谁", "who"), role=Role.OTHER_FILINGS, choices=choices)
    steps = (replace(book().steps[0], fields=(field,)), *book().steps[1:])
    record = replace(case(), playbook=replace(book(), steps=steps))
    for answer, kinds in (("none_yet", set()), ("to_nfra", {DoorKind.NFRA})):
        assert pending_kinds(replace(record, values={ValueKey("who_else"): answer})) == kinds
