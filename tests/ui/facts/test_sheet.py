"""The facts of a case, in order."""

from __future__ import annotations

from tests.ui.timeline.contacts import log, new_case
from walletcase.domain.fields import Contact
from walletcase.domain.flow.machine import StepState
from walletcase.domain.flow.playbook import Role
from walletcase.services.facade import Services
from walletcase.ui.facts.sheet import Reference, sheet_of

PEOPLE = '[{"name": "李静", "role": "客户经理", "phone": "0571-8888 1234"}, {"name": "王强", "role": "", "phone": ""}]'


def test_values_are_shown_as_they_are_printed(services: Services) -> None:
    case_id = new_case(services)
    values = {"amount": "1200", "demand": "开通钱包\n说明原因", "people": PEOPLE, "problem_kind": "cannot_open"}
    services.flow.set_values(case_id, values)
    sheet = sheet_of(services.cases.open(case_id), "en")
    assert sheet.amounts == (("Amount involved (yuan)", "￥1,200.00"),)
    assert sheet.demands == ("开通钱包", "说明原因")
    assert sheet.people == (Contact("李静", "客户经理", "0571-8888 1234"), Contact("王强"))
    gather = sheet.steps[0]
    assert ("What went wrong", "Cannot open the wallet") in gather.rounds[0].pairs
    assert gather.missing[:2] == ("Institution", "What happened")  # the required ones come first
    assert "Product" in gather.missing
    assert "Amount involved (yuan)" not in gather.missing


def test_each_reference_number_once_with_where_it_is_from(services: Services) -> None:
    case_id = new_case(services)
    log(services, case_id, "2026-11-03T10:00", "x", reference="A-1")
    log(services, case_id, "2026-11-05T10:00", "x", reference="B-2", channel="sms")
    log(services, case_id, "2026-11-06T10:00", "x", reference="A-1")
    field = next(f for f in services.cases.open(case_id).playbook.fields() if f.role is Role.REFERENCE)
    services.flow.set_values(case_id, {field.key: "A-1"})
    sheet = sheet_of(services.cases.open(case_id), "en")
    assert sheet.references == (Reference("A-1", "2026-11-03", "Phone"), Reference("B-2", "2026-11-05", "SMS"))


def test_rounds_and_how_they_ended(services: Services) -> None:
    case_id = new_case(services)
    record = services.cases.open(case_id)
    step = next(s for s in record.playbook.steps if s.repeatable and s.fields)
    field = next(f for f in step.fields if f.kind.value == "text")
    services.flow.set_values(case_id, {field.key: "first"})
    services.flow.finish(case_id, step.key, step.outcomes[0].key)
    services.flow.repeat(case_id, step.key)
    services.flow.set_values(case_id, {field.key: "second"})
    facts = next(f for f in sheet_of(services.cases.open(case_id), "en").steps if f.key == step.key)
    assert [dict(r.pairs)[field.label.en] for r in facts.rounds] == ["first", "second"]
    assert [r.ending for r in facts.rounds] == [step.outcomes[0].text.en, ""]
    assert not facts.is_untouched


def test_a_skipped_step_says_why(services: Services) -> None:
    case_id = new_case(services)
    step = services.cases.open(case_id).playbook.steps[2]
    services.flow.skip(case_id, step.key, "solved by phone")
    facts = sheet_of(services.cases.open(case_id), "en").steps
    assert (facts[2].state, facts[2].rounds[0].ending) == (StepState.SKIPPED, "solved by phone")
    assert facts[3].is_untouched
