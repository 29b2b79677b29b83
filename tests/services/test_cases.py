"""Cases, their flow and contacts through the services, on a real database."""

from __future__ import annotations

import pytest

from walletcase.domain.case import Filter
from walletcase.domain.due.followup import digest_of, row_of
from walletcase.domain.errors import UserError
from walletcase.domain.flow.machine import NextKind, StepState
from walletcase.domain.flow.playbook import Status
from walletcase.domain.ids import CaseId
from walletcase.domain.timeline import EntryDraft
from walletcase.services.cases import counts, matches
from walletcase.services.facade import Services

FACTS = {"institution": "中国工商银行", "problem": "开通时提示系统繁忙，无法继续", "demand": "恢复开通\n书面说明原因"}


def _code(call: object, *arguments: object, **named: object) -> str:
    with pytest.raises(UserError) as caught:
        call(*arguments, **named)  # type: ignore[operator]
    return caught.value.code


def _new(services: Services, title: str = "钱包打不开") -> CaseId:
    return services.cases.new_case(title, values=FACTS)[0].id


def _call(services: Services, case_id: CaseId, outcome: str = "promised", by: str = "2026-11-25") -> None:
    values = {"hotline_on": "2026-11-10", "hotline_at": "10:05", "hotline_summary": "已登记", "hotline_agent": "8821"}
    services.flow.set_values(case_id, values | {"hotline_reference": "20261110-00031"})
    services.flow.finish(case_id, "hotline", outcome, by)


def test_a_new_case_has_a_number_its_facts_and_one_next_action(services: Services) -> None:
    case_id = _new(services)
    record = services.cases.open(case_id)
    assert record.case.number == "WC-2026-0001"
    assert record.case.status is Status.PREPARING
    assert [demand.text for demand in record.demands] == ["恢复开通", "书面说明原因"]
    (row,) = services.cases.rows()
    assert (row.institution, row.next_action.step_key, row.next_action.kind) == (
        "中国工商银行", "gather", NextKind.DO_STEP,
    )


def test_bad_input_makes_no_case(services: Services) -> None:
    assert _code(services.cases.new_case, " ") == "title_empty"
    assert _code(services.cases.new_case, "x" * 201) == "title_too_long"
    assert _code(services.cases.new_case, "x", "nothing") == "no_such_playbook"
    assert _code(services.cases.new_case, "x", values={"nothing": "1"}) == "no_such_field"
    assert _code(services.cases.new_case, "x", values={"occurred_on": "someday"}) == "bad_value"
    assert services.cases.rows() == ()


def test_a_call_files_one_contact_record_and_its_promise(services: Services) -> None:
    case_id = _new(services)
    services.flow.finish(case_id, "gather")
    _call(services, case_id)
    record = services.cases.open(case_id)
    (entry,) = record.live_timeline
    assert entry.draft.occurred_at == "2026-11-10T10:05+08:00"
    assert (entry.draft.counterpart, entry.draft.reference) == ("8821", "20261110-00031")
    assert entry.draft.promised_by == "2026-11-25"
    assert record.case.status is Status.FILED
    assert record.reference == "20261110-00031"


def test_correcting_a_call_corrects_its_record_and_keeps_what_was_said(services: Services) -> None:
    case_id = _new(services)
    _call(services, case_id)
    services.flow.reopen(case_id, "hotline")
    services.flow.set_values(case_id, {"hotline_summary": "", "hotline_agent": "9000"})
    services.flow.finish(case_id, "hotline", "promised")
    (entry,) = services.cases.open(case_id).live_timeline
    assert (entry.draft.summary, entry.draft.counterpart) == ("已登记", "9000")
    assert entry.edited_at


def test_a_repeated_call_keeps_both_rounds(services: Services) -> None:
    case_id = _new(services)
    _call(services, case_id)
    services.flow.repeat(case_id, "hotline")
    record = services.cases.open(case_id)
    assert record.value("hotline_summary") == ""
    assert record.value("hotline_summary", 1) == "已登记"
    assert [(s.step_key, s.round, s.outcome) for s in record.settled_rounds] == [("hotline", 1, "promised")]
    services.flow.finish(case_id, "hotline", "not_solved")
    assert len(services.cases.open(case_id).live_timeline) == 2


def test_a_passed_promise_is_overdue_until_an_answer_comes(services: Services) -> None:
    case_id = _new(services)
    services.flow.finish(case_id, "gather")
    _call(services, case_id, by="2026-11-20")
    (row,) = services.cases.rows()
    assert (row.overdue, row.follow_up, row.next_action.kind) == (True, True, NextKind.CHASE)
    answer = EntryDraft("2026-11-21T10:00+08:00", "他们答复了", channel="sms", is_answer=True)
    services.timeline.log(case_id, answer)
    (row,) = services.cases.rows()
    assert (row.overdue, row.follow_up) == (False, False)


def test_what_is_due_today_is_follow_up_but_not_overdue(services: Services) -> None:
    case_id = _new(services)
    _call(services, case_id, by="2026-11-22")
    (row,) = services.cases.rows()
    assert (row.overdue, row.follow_up) == (False, True)


def test_half_typed_text_is_kept_as_typed(services: Services) -> None:
    case_id = _new(services)
    services.flow.save_draft(case_id, "occurred_on", 1, "2026年11")
    assert services.cases.open(case_id).value("occurred_on") == "2026年11"
    services.flow.save_draft(case_id, "occurred_on", 1, "2026年11月3日")
    assert services.cases.open(case_id).value("occurred_on") == "2026-11-03"


def test_setting_values_is_all_or_nothing(services: Services) -> None:
    case_id = _new(services)
    assert _code(services.flow.set_values, case_id, {"problem": "别的", "occurred_on": "someday"}) == "bad_value"
    assert services.cases.open(case_id).value("problem") == FACTS["problem"]


def test_trash_keeps_everything_and_restore_brings_it_back(services: Services) -> None:
    case_id = _new(services)
    services.cases.trash(case_id)
    rows = services.cases.rows()
    assert counts(rows)[Filter.TRASH] == 1
    assert counts(rows)[Filter.ALL] == 0
    assert services.search.search("繁忙") == []
    services.cases.restore(case_id)
    assert counts(services.cases.rows())[Filter.ALL] == 1
    assert [hit.kind for hit in services.search.search("繁忙")] == ["value"]


def test_only_a_trashed_case_can_be_purged(services: Services) -> None:
    case_id = _new(services)
    assert _code(services.cases.purge, case_id) == "not_in_trash"
    services.cases.trash(case_id)
    services.cases.purge(case_id)
    assert services.cases.rows() == ()
    assert _code(services.cases.open, case_id) == "no_such_case"
    assert services.cases.new_case("下一个")[0].number == "WC-2026-0002"


def test_rename_and_tags(services: Services) -> None:
    case_id = _new(services)
    services.cases.rename(case_id, "  新的\n标题 ")
    services.cases.tag(case_id, ["转账", " 转账 ", "", "验证"])
    case = services.cases.open(case_id).case
    assert (case.title, case.tags) == ("新的 标题", ("转账", "验证"))


def test_the_list_row_is_what_the_record_says(services: Services) -> None:
    """The digest kept beside a case never differs from one computed from its record."""
    case_id = _new(services)
    _call(services, case_id)
    services.flow.skip(case_id, "branch", "电话已登记")
    item = services.playbooks.get("icbc-digital-wallet").steps[1].checklist[0]
    services.flow.tick(case_id, "hotline", item.key, True)
    record = services.cases.open(case_id)
    (row,) = services.cases.rows()
    assert row == row_of(record.case, digest_of(record), services.clock.today())


def test_closing_ends_the_waiting(services: Services) -> None:
    case_id = _new(services)
    _call(services, case_id, by="2026-11-20")
    services.flow.finish(case_id, "close")
    (row,) = services.cases.rows()
    assert row.status in (Status.RESOLVED, Status.CLOSED)
    assert (row.overdue, row.next_action.kind) == (False, NextKind.FINISHED)
    assert services.cases.open(case_id).flow.record("close").state is StepState.DONE


def test_filters_hold_what_their_names_say(services: Services) -> None:
    draft = services.cases.new_case("草稿")[0].id
    late, done = _new(services, "迟"), _new(services, "完")
    _call(services, late, by="2026-11-20")
    services.flow.finish(done, "close")
    rows = services.cases.rows()
    held = {f: {r.id for r in rows if matches(r, f)} for f in Filter}
    assert held[Filter.ALL] == {draft, late, done}
    assert held[Filter.TODAY] == held[Filter.OVERDUE] == held[Filter.FOLLOW_UP] == {late}
    assert held[Filter.ACTIVE] == {late}
    assert held[Filter.RESOLVED] == {done}


def test_the_journal_has_a_line_for_each_act(services: Services) -> None:
    case_id = _new(services)
    _call(services, case_id)
    assert services.integrity.verify() == ()
