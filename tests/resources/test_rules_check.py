"""The shipped routes, conflicts, materials, refusals and words against the domain brief: what is said and its mark."""

from __future__ import annotations

import pytest

from tests.domain.rules.packs_kit import shipped_pack
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.rules.pack import Conflict, Party, Product, Refusal, Requirement, Route, RulePack, Wording

PRODUCTS = {  # domain.md 1.1: product -> who answers for it, and whether that is read in a source
    "ecny_bank": (Party.BANK, True),
    "bank_wallet": (Party.BANK, False),
    "payment_wallet": (Party.PAYMENT_INSTITUTION, True),
    "ecny_app": (Party.OTHER, False),
    "transfer": (Party.BANK, False),
    "unauthorised": (Party.BANK, False),
    "not_sure": (Party.OTHER, False),
}
REFUSING = {"pboc_elsewhere", "samr_elsewhere", "petition_again"}  # domain.md 0.1(8): the others only advise


@pytest.fixture(scope="module")
def pack() -> RulePack:
    """The shipped pack."""
    return shipped_pack()


def test_products_and_who_answers(pack: RulePack) -> None:
    assert {p.key: (p.answers, p.source.confirmed) for p in pack.products} == PRODUCTS


def test_fraud_begins_with_the_police_and_then_the_stop_of_payment(pack: RulePack) -> None:
    frauds = [route for route in pack.routes if route.fraud]
    assert {route.product for route in frauds} == set(PRODUCTS)
    for route in frauds:
        assert route.stops[0].kind is DoorKind.POLICE
        assert route.stops[1].kind in (DoorKind.HOTLINE, DoorKind.ONLINE)
        assert "止付" in route.stops[1].reason.zh


def test_a_bank_goes_to_the_nfra_and_a_payment_institution_to_the_pboc(pack: RulePack) -> None:
    for route in pack.routes:
        kinds = {stop.kind for stop in route.stops}
        if route.answers is Party.BANK:
            assert DoorKind.NFRA in kinds
            assert DoorKind.PBOC not in kinds
        elif route.answers is Party.PAYMENT_INSTITUTION:
            assert DoorKind.PBOC in kinds
            assert DoorKind.NFRA not in kinds
            reason = next(stop.reason for stop in route.stops if stop.kind is DoorKind.PBOC)
            product = next(one for one in pack.products if one.key == route.product)
            for said in (reason, product.reason):  # the bank of the bound card has another regulator
                assert ("金融监管部门" in said.zh, "NFRA" in said.en) == (True, True)
        else:
            assert {DoorKind.NFRA, DoorKind.PBOC} <= kinds
            assert not route.source.confirmed


def test_a_public_post_comes_last_and_never_with_fraud(pack: RulePack) -> None:
    for route in pack.routes:
        kinds = [stop.kind for stop in route.stops]
        assert len(kinds) == len(set(kinds))
        if DoorKind.PUBLIC_POST in kinds:
            assert kinds[-1] is DoorKind.PUBLIC_POST
            assert not route.fraud


def test_only_three_rules_refuse_a_parallel_filing_and_all_three_were_read(pack: RulePack) -> None:
    assert {c.key for c in pack.conflicts if c.refuses} == REFUSING
    for conflict in pack.conflicts:
        assert conflict.source.confirmed is conflict.refuses
        assert bool(conflict.article) or not conflict.refuses


def test_a_door_that_refuses_has_its_grounds(pack: RulePack) -> None:
    wants = {kind for c in pack.conflicts if c.refuses for kind in c.wants}
    pending = {kind for r in pack.refusals if r.key.startswith("pending") for kind in r.doors}
    assert wants <= pending


def test_what_rests_on_inference_says_so(pack: RulePack) -> None:
    facts: list[Product | Route | Conflict | Requirement | Refusal | Wording] = [*pack.products, *pack.routes]
    facts += [*pack.conflicts, *pack.requirements, *pack.refusals, *pack.wordings]
    for fact in facts:
        if any(word in fact.source.text.zh for word in ("推断，待核实", "通行说法", "经验")):
            assert not fact.source.confirmed, fact.key


def test_every_own_door_and_authority_has_materials(pack: RulePack) -> None:
    asked = {kind for requirement in pack.requirements for kind in requirement.doors}
    assert set(DoorKind) - asked == {DoorKind.PUBLIC_POST}
    agents = {kind for r in pack.requirements if r.agent_only for kind in r.doors}
    assert {DoorKind.HOTLINE, DoorKind.BRANCH, DoorKind.PBOC, DoorKind.SAMR} <= agents


def test_help_in_a_crisis_names_the_numbers_of_the_brief(pack: RulePack) -> None:
    crisis = [w for w in pack.wordings if w.key.startswith("crisis")]
    assert len(crisis) == 2
    for wording in crisis:
        assert wording.severity == "stop"
        assert not wording.source.confirmed
        assert "12356" in wording.instead.zh
        assert "110" in wording.instead.zh
        assert "12356" in wording.instead.en
        assert "110" in wording.instead.en
