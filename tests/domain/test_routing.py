"""Routes by what the person says, and conflicts with what is pending."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.shipped_case import book, case
from walletcase.domain.case import CaseRecord
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.routing import Answers, answers_of, conflicts, plan, product_of, route_for
from walletcase.domain.rules.pack import NO_RULES, Party


def kinds(record: CaseRecord, answers: Answers | None = None) -> list[DoorKind]:
    found = plan(record, answers)
    return [door.kind for door in found.doors] if found else []


def test_the_field_says_the_product() -> None:
    assert answers_of(case()).product == "ecny_bank"
    assert answers_of(case({"wallet_type": "ecny_app"})).product == "ecny_app"
    assert answers_of(case({"wallet_type": ""})) == Answers()


def test_a_bank_wallet_begins_at_the_bank_and_ends_in_public() -> None:
    found = plan(case())
    assert found is not None
    assert found.product == product_of(case().rules, "ecny_bank")
    assert found.answers is Party.BANK
    assert [door.kind for door in found.doors][:4] == [
        DoorKind.HOTLINE,
        DoorKind.BRANCH,
        DoorKind.ONLINE,
        DoorKind.SUPERIOR,
    ]
    assert [place.key for place in found.doors[0].doors] == ["icbc_hotline", "icbc_hotline_abroad"]
    assert all(door.reason.zh and door.doors for door in found.doors)


def test_another_banks_case_never_gets_icbcs_number() -> None:
    found = plan(case({"institution": "招商银行"}), Answers("ecny_bank"))
    assert found is not None
    assert [place.key for place in found.doors[0].doors] == ["bank_hotline"]
    assert found.doors[0].doors[0].number == ""


def test_a_payment_institution_goes_to_the_pboc() -> None:
    found = plan(case({"institution": "支付宝"}), Answers("payment_wallet"))
    assert found is not None
    assert [door.kind for door in found.doors][:3] == [DoorKind.ONLINE, DoorKind.HOTLINE, DoorKind.PBOC]
    assert {place.party for place in found.doors[0].doors} == {Party.PAYMENT_INSTITUTION}


def test_fraud_goes_to_the_police_first() -> None:
    assert kinds(case(), Answers("ecny_bank", fraud=True))[:2] == [DoorKind.POLICE, DoorKind.HOTLINE]
    assert kinds(case(), Answers("payment_wallet", fraud=True))[:2] == [DoorKind.POLICE, DoorKind.ONLINE]
    assert DoorKind.PUBLIC_POST not in kinds(case(), Answers("transfer", fraud=True))


def test_an_unauthorised_payment_has_only_the_route_of_fraud() -> None:
    record = case({"wallet_type": "unauthorised"})
    assert kinds(case(), Answers("unauthorised", fraud=False))[0] is DoorKind.POLICE
    assert answers_of(record) == Answers("unauthorised", fraud=True)


def test_a_playbook_that_goes_to_the_police_is_on_fraud() -> None:
    record = case()
    for doors, fraud in ((("police", "hotline"), True), (("court", "police"), None)):
        steps = (replace(book().steps[0], doors=doors), *book().steps[1:])
        assert answers_of(replace(record, playbook=replace(book(), steps=steps))).fraud is fraud
    assert answers_of(record).fraud is None


def test_who_answers_as_the_person_says_decides() -> None:
    rules = case().rules
    route = route_for(rules, Answers("transfer", Party.PAYMENT_INSTITUTION))
    assert route is not None
    assert route.product == "payment_wallet"
    route = route_for(rules, Answers("transfer", Party.BANK))
    assert route is not None
    assert route.product == "transfer"
    route = route_for(rules, Answers("not_sure", Party.BANK, fraud=True))
    assert route is not None
    assert (route.answers, route.fraud) == (Party.BANK, True)


def test_no_rules_no_route() -> None:
    assert plan(replace(case(), rules=NO_RULES), Answers("ecny_bank")) is None
    assert plan(case(), Answers()) is None
    assert plan(case(), Answers("no such product")) is None


@pytest.mark.parametrize(
    ("there", "wanted", "refused"),
    [
        ("11月1日打过 12378", DoorKind.PBOC, True),
        ("11月1日在法院立案", DoorKind.PBOC, True),
        ("消协在调解", DoorKind.PBOC, True),
        ("11月1日打过 12363", DoorKind.SAMR, True),
        ("11月1日信访", DoorKind.PETITION, True),
        ("11月1日信访", DoorKind.SAMR, True),
        ("11月1日向市场监管局投诉", DoorKind.SAMR, True),
        ("11月1日打过 12378", DoorKind.PETITION, False),
        ("11月1日打过 12363", DoorKind.NFRA, False),
    ],
)
def test_parallel_filings(there: str, wanted: DoorKind, refused: bool) -> None:
    found = conflicts(case({"other_filings": there}), wanted)
    assert [one.rule.refuses for one in found][:1] == [refused]
    assert found[0].filings
    assert found[0].rule.source.confirmed is refused


def test_without_anything_pending_nothing_conflicts() -> None:
    assert [conflicts(case(), kind) for kind in DoorKind if conflicts(case(), kind)] == []
    assert conflicts(case({"other_filings": "11月1日打过 12378"}), DoorKind.SUPERIOR) == ()


def test_a_post_while_the_bank_still_has_time_is_told_but_not_refused() -> None:
    record = case({"hotline_on": "2026-11-20"}, {"hotline": "registered"})
    (found,) = conflicts(record, DoorKind.PUBLIC_POST)
    assert (found.rule.key, found.rule.article) == ("post_too_early", "")
    assert "《" not in found.rule.authority.zh  # advice of ours, by no law


def test_the_route_carries_what_is_pending_and_what_conflicts() -> None:
    record = case({"other_filings": "11月1日打过 12378"})
    found = plan(record, Answers("ecny_app"))
    assert found is not None
    by_kind = {door.kind: door for door in found.doors}
    assert by_kind[DoorKind.NFRA].pending is not None
    assert [one.rule.key for one in by_kind[DoorKind.PBOC].conflicts] == ["pboc_elsewhere"]
