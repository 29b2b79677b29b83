"""Who complains, against whom, and who was dealt with."""

from __future__ import annotations

from dataclasses import replace

from tests.domain.dossiers.test_dossier import EMPTY, FLOW, dossier, entry
from walletcase.domain.case import CaseRecord, ValueKey
from walletcase.domain.dossiers.audience import Audience, masked
from walletcase.domain.dossiers.choices import Choices
from walletcase.domain.dossiers.document import Part
from walletcase.domain.flow.playbook import Role
from walletcase.domain.text import Text


def with_values(**values: str) -> CaseRecord:
    """A case with values in the first round of the steps that have these roles."""
    found = {}
    for step in FLOW.steps:
        for field in step.fields:
            if field.role is not None and field.role.value in values:
                found[ValueKey(field.key)] = values[field.role.value]
    return replace(EMPTY, values=found)


def test_each_side_is_told_with_what_is_recorded_of_it() -> None:
    told = dossier(with_values(complainant="林小满", agent="林母", institution="示例银行", branch="示例支行"))
    assert [(fact.label, fact.text) for fact in told.own_side] == [
        ("side_complainant", "林小满"),
        ("side_agent", "林母"),
    ]
    assert [(fact.label, fact.text) for fact in told.other_side] == [
        ("side_institution", "示例银行"),
        ("side_branch", "示例支行"),
    ]
    assert Part.PARTIES in told.parts


def test_where_nothing_is_written_down_the_playbook_says_whom_it_is_about() -> None:
    told = dossier(EMPTY)
    assert told.own_side == ()
    assert [(fact.label, fact.text) for fact in told.other_side] == [("side_institution", FLOW.institution.zh)]


def test_a_case_with_nobody_in_it_has_no_such_part() -> None:
    told = dossier(replace(EMPTY, playbook=replace(FLOW, institution=Text("", ""))))
    assert (told.own_side, told.other_side, told.people) == ((), (), ())
    assert Part.PARTIES not in told.parts


def test_two_people_whose_names_are_masked_stay_two() -> None:
    said = tuple(entry(n, f"2026-11-0{n}T10:00+08:00", counterpart=f"{n}1010519491231002X") for n in (1, 2))
    record = replace(EMPTY, timeline=said)
    told = masked(
        dossier(record), record, Audience.BANK, Choices(words=tuple(e.draft.counterpart for e in said))
    ).dossier
    assert [one.contacts for one in told.people] == [(1,), (2,)]
    assert masked(dossier(record), record, Audience.PUBLIC).dossier.people == ()


def test_whoever_was_dealt_with_stands_there_once_with_all_contacts() -> None:
    said = (
        entry(1, "2026-11-01T10:00+08:00", counterpart="工号 0626"),
        entry(2, "2026-11-02T10:00+08:00", counterpart="  "),
        entry(3, "2026-11-03T10:00+08:00", counterpart="王经理", channel="branch"),
        entry(4, "2026-11-05T10:00+08:00", counterpart="工号 0626 "),
    )
    met = dossier(replace(EMPTY, timeline=said)).people
    assert [(one.name, one.contacts) for one in met] == [("工号 0626", (1, 4)), ("王经理", (3,))]
    assert (met[0].first_at[:10], met[0].last_at[:10]) == ("2026-11-01", "2026-11-05")


def test_every_field_that_says_who_somebody_is_has_a_place() -> None:
    everything = with_values(**{role.value: role.value for role in Role})
    told = dossier(everything)
    texts = {fact.text for fact in (*told.own_side, *told.other_side)}
    assert texts >= {"phone", "email", "address", "agent", "branch"}
