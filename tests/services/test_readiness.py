"""The check on a real store, and a calmer wording put in place so that it can be undone."""

from __future__ import annotations

import pytest

from walletcase.domain.demands import Demand, DemandKind, dump_demands
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.errors import UserError
from walletcase.domain.evidence import EvidenceEdit
from walletcase.domain.ids import CaseId
from walletcase.domain.readiness.findings import Finding
from walletcase.domain.routing import Answers
from walletcase.domain.timeline import EntryDraft
from walletcase.services.claims import ClaimDraft
from walletcase.services.facade import Services

CALM = "保留依法向监管部门反映、提起诉讼的权利"


@pytest.fixture
def case_id(services: Services) -> CaseId:
    """A case that holds the same words in every kind of text."""
    case, _ = services.cases.new_case("钱包打不开")
    rough = "垃圾银行不理人"
    demand = dump_demands([Demand("", DemandKind.FIX, "不赔就曝光你们", by_on="2026-12-10", fallback="垃圾银行道歉")])
    services.flow.set_values(case.id, {"problem": f"{rough}。又是垃圾银行", "demand": demand})
    services.flow.set_values(case.id, {"institution": "工商银行"})
    services.timeline.log(case.id, EntryDraft("2026-11-20", rough, channel="hotline"))
    services.evidence.attach_bytes(case.id, b"a", "a.txt", EvidenceEdit(title=rough, proves=rough))
    services.claims.add(case.id, ClaimDraft(rough))
    return case.id


def rough_ones(services: Services, case_id: CaseId) -> list[Finding]:
    return [one for one in services.readiness.check(case_id).items if one.code == "wording_insult"]


def test_every_rough_word_can_be_made_calm_and_each_undone(services: Services, case_id: CaseId) -> None:
    before = services.cases.open(case_id)
    found = rough_ones(services, case_id)
    assert {one.place.tab for one in found} == {"step", "timeline", "evidence", "facts"}
    places = {(one.place.tab, one.place.item): one for one in found}
    for one in places.values():
        services.readiness.apply_suggestion(case_id, one)
    after = services.cases.open(case_id)
    assert rough_ones(services, case_id) == []
    assert after.value("problem") == "贵行不理人。又是贵行"
    assert after.demands[0].fallback == "贵行道歉"
    assert after.live_timeline[0].draft.summary == "贵行不理人"
    assert (after.live_evidence[0].title, after.live_evidence[0].proves) == ("贵行不理人", "贵行不理人")
    assert after.claims[0].text == "贵行不理人"
    for _ in places:
        services.history.undo()
    again = services.cases.open(case_id)
    assert (again.values, again.timeline, again.evidence, again.claims) == (
        before.values,
        before.timeline,
        before.evidence,
        before.claims,
    )


def test_a_threat_in_a_demand_becomes_a_lawful_sentence(services: Services, case_id: CaseId) -> None:
    (threat,) = [one for one in services.readiness.check(case_id).items if one.code == "wording_threat"]
    services.readiness.apply_suggestion(case_id, threat)
    demand = services.cases.open(case_id).demands[0]
    assert (demand.text, demand.by_on, demand.key) == (CALM, "2026-12-10", "d1")


def test_a_letter_not_yet_sent_is_changed_and_its_words_saved(services: Services, case_id: CaseId) -> None:
    letter, _ = services.letters.compose(case_id, "complaint", "zh_CN")
    services.letters.save(case_id, letter.id, "# 投诉书\n垃圾银行")
    (found,) = [one for one in rough_ones(services, case_id) if one.place.tab == "letters"]
    services.readiness.apply_suggestion(case_id, found)
    assert services.cases.open(case_id).letters[0].body == "# 投诉书\n贵行"


def test_words_that_are_gone_change_nothing(services: Services, case_id: CaseId) -> None:
    found = rough_ones(services, case_id)
    for one in {(one.place.tab, one.place.item): one for one in found}.values():
        services.readiness.apply_suggestion(case_id, one)
        with pytest.raises(UserError) as caught:
            services.readiness.apply_suggestion(case_id, one)
        assert caught.value.code == "finding_outdated"


def test_a_finding_without_a_suggestion_changes_nothing(services: Services, case_id: CaseId) -> None:
    missing = next(one for one in services.readiness.check(case_id).items if one.code == "material_missing")
    with pytest.raises(UserError) as caught:
        services.readiness.apply_suggestion(case_id, missing)
    assert caught.value.code == "finding_outdated"


def test_the_door_and_the_day_may_be_chosen(services: Services, case_id: CaseId) -> None:
    assert services.readiness.check(case_id).door is DoorKind.HOTLINE
    assert services.readiness.check(case_id, DoorKind.COURT).door is DoorKind.COURT
    codes = {one.code for one in services.readiness.check(case_id, today="2026-11-19").items}
    assert "date_in_future" in codes
    assert "date_in_future" not in {one.code for one in services.readiness.check(case_id).items}


def test_the_route_follows_the_answers(services: Services, case_id: CaseId) -> None:
    assert services.readiness.route(case_id) is None
    services.flow.set_values(case_id, {"wallet_type": "ecny_icbc"})
    route = services.readiness.route(case_id)
    assert route is not None
    assert route.doors[0].kind is DoorKind.HOTLINE
    fraud = services.readiness.route(case_id, Answers("ecny_bank", fraud=True))
    assert fraud is not None
    assert fraud.doors[0].kind is DoorKind.POLICE


def test_what_a_composed_letter_says_is_never_found_fault_with(services: Services) -> None:
    case, _ = services.sample.add("zh_CN")
    for kind in services.letters.kinds(case.id):
        for language in ("zh_CN", "en"):
            services.letters.compose(case.id, kind.kind.key, language)
    found = services.readiness.check(case.id).items
    assert [(one.code, one.excerpt) for one in found if one.place.tab == "letters"] == []
