"""Each finding of the check: one case that has it, and one that has not."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.shipped_case import GOOD, TODAY, book, case, claim, ended_round, entry, exhibit, letter, offer
from walletcase.domain.case import CaseRecord, ValueKey
from walletcase.domain.demands import Demand, DemandKind, OfferState, dump_demands
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.evidence import CopyKind
from walletcase.domain.flow.playbook import FieldKind
from walletcase.domain.ids import EvidenceId
from walletcase.domain.readiness.aim import doors_to_choose
from walletcase.domain.readiness.check import check
from walletcase.domain.readiness.findings import Findings, Severity, Topic
from walletcase.domain.readiness.texts import texts_of
from walletcase.domain.rules.pack import NO_RULES

CODES = set(
    tomllib.loads((Path(__file__).parents[3] / "resources/i18n/findings.toml").read_text(encoding="utf-8"))["codes"]
)
HOTLINE = {"hotline_on": "2026-10-09", "hotline_summary": "登记了投诉", "hotline_agent": "1234"}
NFRA = {"escalate_route": "nfra", "escalate_on": "2026-11-10", "escalate_summary": "转办"}


def run(record: CaseRecord, door: DoorKind | None = None) -> Findings:
    return check(record, TODAY, door)


def codes(record: CaseRecord, door: DoorKind | None = None) -> set[str]:
    return {one.code for one in run(record, door).items}


def told(account: str) -> dict[str, str]:
    return {"problem": account}


def demands(text: str, **parts: str) -> str:
    return dump_demands([Demand("", DemandKind.COMPENSATE, text, **parts)])


CASES: dict[str, tuple[Callable[[], CaseRecord], Callable[[], CaseRecord], DoorKind | None]] = {
    "material_missing": (
        lambda: case({"complainant": ""}),
        lambda: case({"branch_address": "杭州市解放路1号"}),
        DoorKind.PBOC,
    ),
    "id_kind_missing": (
        lambda: case({"id_kind": ""}),
        lambda: case({"id_kind": "居民身份证"}),
        DoorKind.BRANCH,
    ),
    "step_without": (
        lambda: case({"hotline_on": "2026-10-09"}, {"hotline": "registered"}),
        lambda: case(HOTLINE, {"hotline": "registered"}),
        None,
    ),
    "demand_without_date": (lambda: case({"demand": "请开通钱包"}), case, None),
    "agent_papers": (
        lambda: case({"agent": "李四"}),
        lambda: case({"agent": "李四"}, letters=(letter(1, "# 授权委托书", "authority"),)),
        DoorKind.BRANCH,
    ),
    "agent_draft": (
        lambda: case({"agent": "李四"}, letters=(letter(1, "# 授权委托书", "authority"),)),
        lambda: case({"agent": "李四"}, letters=(letter(1, "# 授权委托书", "authority", sent_at="2026-11-01"),)),
        DoorKind.BRANCH,
    ),
    "agent_ids": (
        lambda: case({"agent": "李四"}, evidence=(exhibit(1), exhibit(2, title="授权委托书（已签名）"))),
        lambda: case(
            {"agent": "李四"}, evidence=(exhibit(1, title="双方身份证复印件"), exhibit(2, title="授权委托书（已签名）"))
        ),
        DoorKind.BRANCH,
    ),
    "problem_before_opening": (lambda: case({"opened_on": "2026-10-09"}), case, None),
    "contact_before_problem": (
        lambda: case(timeline=(entry(1, "2026-10-07"),)),
        lambda: case(timeline=(entry(1, "2026-10-08"),)),
        None,
    ),
    "date_in_future": (
        lambda: case(timeline=(entry(1, "2026-11-23"),)),
        lambda: case(timeline=(entry(1, TODAY),)),
        None,
    ),
    "promise_before_contact": (
        lambda: case(timeline=(entry(1, "2026-10-12", promised_by="2026-10-11"),)),
        lambda: case(timeline=(entry(1, "2026-10-12", promised_by="2026-10-12"),)),
        None,
    ),
    "answer_before_filing": (
        lambda: case({**HOTLINE, "accepted_on": "2026-10-08"}, {"hotline": "registered"}),
        lambda: case({**HOTLINE, "accepted_on": "2026-10-09"}, {"hotline": "registered"}),
        None,
    ),
    "demand_date_past": (
        lambda: case({"demand": demands("开通钱包", by_on="2026-11-21")}),
        lambda: case({"demand": demands("开通钱包", by_on=TODAY)}),
        None,
    ),
    "amount_not_in_account": (
        lambda: case({"amount": "500.00", **told("2026年10月8日扣了 300 元")}),
        lambda: case({"amount": "500.00", **told("2026年10月8日扣了 500 元，手续费 3 元")}),
        None,
    ),
    "claim_amounts_differ": (
        lambda: case({"amount": "500.00"}, claims=(claim(1, "扣款", 1, amount="300.00"),)),
        lambda: case({"amount": "500.00"}, claims=tuple(claim(n, "扣款", 1, amount="250.00") for n in (1, 2))),
        None,
    ),
    "demand_over_loss": (
        lambda: case({"amount": "500.00", "demand": demands("退款", amount="800.00", by_on="2026-12-10")}),
        lambda: case({"amount": "500.00", "demand": "2026年12月10日前退还 500 元，另付误工费 300 元"}),
        None,
    ),
    "no_evidence": (lambda: case(evidence=()), case, None),
    "claim_unproven": (
        lambda: case(claims=(claim(1, "钱包未能开通", 7),)),
        lambda: case(claims=(claim(1, "钱包未能开通", 1),)),
        None,
    ),
    "contacts_without_exhibit": (
        lambda: case(timeline=(entry(1),)),
        lambda: case(timeline=(entry(1, evidence_ids=(EvidenceId(1),)),)),
        None,
    ),
    "evidence_unused": (
        lambda: case(evidence=(exhibit(1, step_key=""),)),
        lambda: case(evidence=(exhibit(1, step_key=""),), claims=(claim(1, "钱包未能开通", 1),)),
        None,
    ),
    "evidence_without_purpose": (lambda: case(evidence=(exhibit(1, proves=" "),)), case, None),
    "chat_checklist": (
        lambda: case(evidence=(exhibit(1, title="与客服的聊天"),)),
        lambda: case(evidence=(exhibit(1, title="与客服的通话"),)),
        None,
    ),
    "only_copies": (
        lambda: case(evidence=(exhibit(1, copy_kind=CopyKind.COPY),)),
        lambda: case(evidence=(exhibit(1, copy_kind=CopyKind.COPY), exhibit(2))),
        None,
    ),
    "wording_insult": (lambda: case(told("你们是骗子")), case, None),
    "wording_threat": (lambda: case({"demand": "2026年12月1日前退款，不赔就曝光你们"}), case, None),
    "wording_unproven_crime": (lambda: case(letters=(letter(1, "# 投诉书\n贵行侵吞款项"),)), case, None),
    "wording_vague_time": (lambda: case(timeline=(entry(1, summary="前几天打过"),)), case, None),
    "wording_vague_money": (lambda: case(claims=(claim(1, "损失很多钱", 1),)), case, None),
    "wording_absolute": (lambda: case(evidence=(exhibit(1, proves="从来没开通"),)), case, None),
    "wording_shouting": (lambda: case(evidence=(exhibit(1, title="报错！！"),)), case, None),
    "wording_style": (lambda: case(told("难道是我的错吗")), case, None),
    "secret": (lambda: case({"lessons": "密码是 abc123456"}), case, None),
    "crisis": (lambda: case({"lessons": "不想活了"}), case, None),
    "id_number": (lambda: case({"record_note": "11010519491231002X"}), case, None),
    "card_number": (lambda: case(told("2026年10月8日，卡 4111 1111 1111 1111")), case, None),
    "phone_number": (lambda: case(told("经理 13912345678")), lambda: case(told("我的 13800138000")), None),
    "too_old": (lambda: case({"occurred_on": "2023-11-20", "opened_on": ""}), case, DoorKind.SAMR),
    "age_near": (lambda: case({"occurred_on": "2023-12-20", "opened_on": ""}), case, DoorKind.COURT),
    "parallel_refused": (lambda: case(NFRA, {"escalate": "submitted"}), case, DoorKind.PBOC),
    "parallel_told": (lambda: case(HOTLINE, {"hotline": "registered"}), case, DoorKind.PUBLIC_POST),
    "settled_before": (
        lambda: case({"agreed": "减免", "result_received_on": "2026-11-01", "wallet_type": "payment_app"}),
        lambda: case({"agreed": "减免", "wallet_type": "payment_app"}),
        DoorKind.PBOC,
    ),
    "offer_before": (
        lambda: case({**NFRA, "escalate_route": "pboc"}, {"escalate": "submitted"}, offers=(offer(),)),
        lambda: case(offers=(offer(),)),
        DoorKind.PBOC,
    ),
    "outside_remit": (case, lambda: case({"wallet_type": ""}), DoorKind.SAMR),
    "wrong_regulator": (case, lambda: case({"wallet_type": "payment_app"}), DoorKind.PBOC),
}


@pytest.mark.parametrize("code", CASES)
def test_a_case_that_has_it_and_one_that_has_not(code: str) -> None:
    has, has_not, door = CASES[code]
    assert code in codes(has(), door)
    assert code not in codes(has_not(), door)


def test_every_code_with_a_text_is_tested_and_every_found_code_has_a_text() -> None:
    assert set(CASES) == CODES - {"wording_other"}


def test_a_case_with_which_nothing_is_wrong_has_no_finding() -> None:
    for door in (DoorKind.HOTLINE, DoorKind.BRANCH, DoorKind.ONLINE, DoorKind.MEDIATION, DoorKind.COURT):
        assert run(case(), door).items == (), door
    assert not run(case()).needs_attention


def test_a_new_case_is_checked_for_its_first_door() -> None:
    found = run(case(base={}, evidence=()))
    assert found.door is DoorKind.HOTLINE
    missing = {one.place.item for one in found.of(Topic.COMPLETENESS)}
    assert {"institution", "complainant", "phone", "problem", "demand"} <= missing
    assert found.needs_attention


def test_the_next_door_follows_the_flow_and_the_choice() -> None:
    done = {"gather": "ready", "hotline": "registered", "branch": "registered", "online": "submitted"}
    assert run(case({}, {"gather": "ready_branch"})).door is DoorKind.BRANCH
    later = {**done, "confirm": "accepted", "contact_details": "current", "keep_record": "complete"}
    to_escalate = {**later, "progress": "answered_unsatisfied"}
    assert run(case({}, to_escalate)).door is DoorKind.SUPERIOR
    assert run(case({"escalate_route": "nfra"}, to_escalate)).door is DoorKind.NFRA


def test_what_a_regulator_refuses_without_is_a_stop_and_what_is_inferred_a_hint() -> None:
    def severity(door: DoorKind) -> set[Severity]:
        values = {"complainant": "", "wallet_type": "payment_app", "branch_address": "杭州市解放路1号"}
        items = run(case(values), door).items
        return {one.severity for one in items if one.code == "material_missing"}

    assert severity(DoorKind.PBOC) == {Severity.STOP}
    assert severity(DoorKind.BRANCH) == {Severity.WARN}
    assert severity(DoorKind.NFRA) == {Severity.HINT}


def test_findings_of_the_rules_carry_their_source() -> None:
    items = run(case(NFRA, {"escalate": "submitted"}), DoorKind.PBOC).items
    (conflict,) = [one for one in items if one.code == "parallel_refused"]
    assert (conflict.severity, conflict.topic) == (Severity.STOP, Topic.CONFLICT)
    assert conflict.source is not None
    assert conflict.source.confirmed
    assert conflict.place.item == "escalate_route"


def test_two_bodies_that_exclude_each_other_are_told_whatever_comes_next() -> None:
    record = case({**NFRA, "other_filings": "11月12日打过 12363"}, {"escalate": "submitted"})
    found = [one for one in run(record, DoorKind.BRANCH).items if one.code == "parallel_refused"]
    assert [one.severity for one in found] == [Severity.WARN]


def test_words_of_a_crisis_come_first() -> None:
    record = case({"lessons": "不想活了", "complainant": "", "problem": "密码是 abc123456"})
    assert run(record, DoorKind.PBOC).items[0].code == "crisis"


def test_a_private_note_is_not_read_for_its_tone() -> None:
    assert codes(case({"lessons": "前几天的骗子！！！"})) == set()


def test_what_was_sent_or_thrown_away_is_not_checked() -> None:
    bad = "# 投诉书\n你们是骗子"
    sent = letter(1, bad, sent_at="2026-11-01T10:00:00+08:00")
    assert codes(case(letters=(sent,))) == set()
    assert codes(case(letters=(replace(letter(1, bad), trashed_at="x"),))) == set()
    assert codes(case(evidence=(exhibit(1), exhibit(2, title="骗子", trashed_at="x")))) == set()


def test_a_contact_that_a_step_wrote_is_put_right_in_the_step() -> None:
    said = "对方是骗子"
    written = entry(1, "2026-10-09", said, step_key="hotline")
    record = case({**HOTLINE, "hotline_summary": said}, {"hotline": "registered"}, timeline=(written,))
    assert [one.place.item for one in run(record).items if one.code == "wording_insult"] == ["hotline_summary"]


def test_one_word_is_told_once_a_place() -> None:
    record = case(told("从来不接，从来不回"), letters=(letter(1, "从来不回"),))
    places = [one.place.tab for one in run(record).items if one.code == "wording_absolute"]
    assert sorted(places) == ["letters", "step"]


def test_an_age_counts_from_the_problem_not_from_a_contact() -> None:
    record = case({"occurred_on": "", "opened_on": "", "hotline_on": "2020-01-01"}, {"hotline": "not_reached"})
    assert "too_old" not in codes(record, DoorKind.COURT)


def test_the_last_day_itself_is_in_time() -> None:
    old = case({"occurred_on": "2023-11-22", "opened_on": ""})
    assert "age_near" in {one.code for one in check(old, "2026-11-22", DoorKind.SAMR).items}
    assert "too_old" in {one.code for one in check(old, "2026-11-23", DoorKind.SAMR).items}


def test_an_accepted_offer_that_was_carried_out_settles() -> None:
    values = {"result_received_on": "2026-11-01", "wallet_type": "payment_app"}
    record = case(values, offers=(offer(OfferState.ACCEPTED),))
    assert "settled_before" in codes(record, DoorKind.PBOC)
    for other in (offer(), replace(offer(OfferState.ACCEPTED), trashed_at="x")):
        assert "settled_before" not in codes(case(values, offers=(other,)), DoorKind.PBOC)


def test_what_must_not_be_seen_is_not_among_the_words_of_a_finding() -> None:
    found = {one.code: one for one in run(case({"lessons": "密码是 abc12345 11010519491231002X"})).items}
    assert found["secret"].params["word"] == "密码**********"
    assert found["id_number"].params["word"] == "*" * 18


def test_the_doors_to_choose_are_those_of_the_route_then_of_the_playbook() -> None:
    doors = doors_to_choose(case())
    assert doors[:2] == (DoorKind.HOTLINE, DoorKind.BRANCH)
    assert len(doors) == len(set(doors))
    assert {DoorKind.PBOC, DoorKind.SAMR, DoorKind.PETITION} <= set(doors)


def test_without_rules_the_rest_is_still_checked() -> None:
    record = replace(case({"opened_on": "2026-10-09"}), rules=NO_RULES)
    assert codes(record) == {"problem_before_opening"}


def test_the_words_of_each_demand_are_read_and_its_rows_are_not() -> None:
    value = demands("不赔就曝光你们", fallback="前几天说好的", by_on="2026-12-10")
    found = [(one.code, one.place.item) for one in run(case({"demand": value})).items]
    assert found == [("wording_threat", "demand"), ("wording_vague_time", "demand")]


def test_every_written_field_is_looked_through() -> None:
    every = {field.key: "x" for field in book().fields() if field.kind in (FieldKind.TEXT, FieldKind.LONG_TEXT)}
    assert set(every) <= {text.place.item for text in texts_of(case(every))}


KEYS = [field.key for field in book().fields() if field.kind is not FieldKind.CHOICE]
ODD = ["2026-13-45", "-1", "1e9", "0", "99999999999999元", '[{"text":', "9999-12-31"]
TEXTS = st.one_of(st.text(max_size=60), st.sampled_from(ODD))


@settings(max_examples=60, deadline=None)
@given(values=st.dictionaries(st.sampled_from(KEYS), TEXTS, max_size=8), door=st.sampled_from(DoorKind))
def test_any_text_in_any_field_is_checked_without_a_fault(values: dict[str, str], door: DoorKind) -> None:
    steps = {"hotline": "registered", "escalate": "submitted"}
    record = case(values, steps, earlier=(ended_round("hotline", "not_reached"),), timeline=(entry(1),))
    record = replace(record, values={**record.values, ValueKey("hotline_on", 1): "?"})
    found = check(record, TODAY, door)
    assert {one.code for one in found.items} <= CODES
    assert GOOD  # the base stays as it is


def _asked(record: CaseRecord, door: DoorKind) -> set[str]:
    """What is missing for a door, by its Chinese name."""
    found = check(record, TODAY, door).items
    return {str(one.params["name"].zh) for one in found if one.code.endswith("_missing")}  # type: ignore[attr-defined]


def test_name_address_phone_and_amount_are_asked_for_one_by_one() -> None:
    address = {"branch_address": "杭州市解放路1号"}
    assert _asked(case(), DoorKind.SAMR) == {"被投诉人的地址", "被投诉人的电话", "争议事实：金额"}
    told = {**address, "branch_phone": "0571-87000000", "amount": "0.00"}
    assert _asked(case(told), DoorKind.SAMR) == set()
    assert _asked(case(), DoorKind.PBOC) == {"被投诉机构的所在地"}
    assert _asked(case(address), DoorKind.PBOC) == set()


def test_a_branch_is_asked_for_once_somebody_went_there() -> None:
    went = {"branch_on": "2026-10-09"}
    assert _asked(case(), DoorKind.BRANCH) == set()
    assert "被投诉的网点" in _asked(case(went, {"branch": "registered"}), DoorKind.BRANCH)
    named = case({**went, "branch_name": "解放路支行"}, {"branch": "registered"})
    assert "被投诉的网点" not in _asked(named, DoorKind.BRANCH)


def test_one_dated_demand_does_not_date_the_others() -> None:
    record = case({"demand": "2026年12月10日前开通钱包\n说明原因\n赔礼道歉"})
    (found,) = (one for one in run(record).items if one.code == "demand_without_date")
    assert found.params["numbers"] == "2, 3"
