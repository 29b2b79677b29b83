"""Offers against demands are written down, answered, corrected, thrown away, and all of it can be undone."""

from __future__ import annotations

import json

import pytest

from walletcase.domain.demands import Demand, DemandKind, Met, OfferState, dump_demands, standings
from walletcase.domain.errors import UserError
from walletcase.domain.flow.playbook import Role
from walletcase.domain.ids import CaseId, EntryId
from walletcase.domain.timeline import EntryDraft
from walletcase.services.demands import OfferDraft
from walletcase.services.facade import Services


def field_key(services: Services, case_id: CaseId) -> str:
    """Return the field of demands."""
    fields = services.cases.open(case_id).playbook.fields()
    return next(field.key for field in fields if field.role is Role.DEMAND)


@pytest.fixture
def case_id(services: Services) -> CaseId:
    """A case with two demands."""
    made = services.cases.new_case("钱包打不开")[0].id
    rows = [Demand("d1", DemandKind.COMPENSATE, "赔偿", "100.00"), Demand("d2", DemandKind.FIX, "开通")]
    services.flow.set_values(made, {field_key(services, made): dump_demands(rows)})
    return made


def met(services: Services, case_id: CaseId) -> list[Met]:
    record = services.cases.open(case_id)
    return [one.met for one in standings(record.demands, record.offers)]


def test_an_offer_is_answered_and_found(services: Services, case_id: CaseId) -> None:
    entry, _ = services.timeline.log(case_id, EntryDraft("2026-11-20", "来电", channel="hotline"))
    draft = OfferDraft("d1", " 补偿\n话费 ", "￥60", entry_id=entry.id)
    offer, changes = services.demands.offer(case_id, draft)
    assert (offer.text, offer.amount, offer.made_on, offer.entry_id) == ("补偿 话费", "60.00", "2026-11-22", entry.id)
    assert changes.cases == {case_id}
    assert [(hit.kind, hit.item_id) for hit in services.search.search("补偿 话费")] == [("offer", str(offer.id))]
    services.demands.answer(case_id, offer.id, OfferState.ACCEPTED)
    assert met(services, case_id) == [Met.PARTLY, Met.OPEN]
    services.demands.correct(case_id, offer.id, OfferDraft("d1", "全额", "100", "2026-11-21"))
    assert met(services, case_id) == [Met.AGREED, Met.OPEN]
    assert services.cases.open(case_id).offers[0].entry_id is None
    services.demands.trash(case_id, offer.id)
    assert met(services, case_id) == [Met.OPEN, Met.OPEN]
    assert services.search.search("全额") == []
    services.demands.restore(case_id, offer.id)
    assert met(services, case_id) == [Met.AGREED, Met.OPEN]
    services.demands.answer(case_id, offer.id, OfferState.PERFORMED)
    assert met(services, case_id) == [Met.MET, Met.OPEN]
    for _ in range(6):
        services.history.undo()
    assert services.cases.open(case_id).offers == ()
    for _ in range(6):
        services.history.redo()
    assert met(services, case_id) == [Met.MET, Met.OPEN]


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (OfferDraft("d9", "x"), "no_such_demand"),
        (OfferDraft("d1", " "), "offer_empty"),
        (OfferDraft("d1", "x" * 2001), "summary_too_long"),
        (OfferDraft("d1", "x", "很多"), "bad_amount"),
        (OfferDraft("d1", "x", made_on="昨天"), "bad_date"),
        (OfferDraft("d1", "x", entry_id=EntryId(99)), "no_such_entry"),
    ],
)
def test_what_is_no_offer_is_refused(services: Services, case_id: CaseId, draft: OfferDraft, code: str) -> None:
    with pytest.raises(UserError) as caught:
        services.demands.offer(case_id, draft)
    assert caught.value.code == code
    assert services.cases.open(case_id).offers == ()


def test_an_offer_that_is_not_there_is_named(services: Services, case_id: CaseId) -> None:
    other = services.cases.new_case("另一件")[0].id
    offer, _ = services.demands.offer(case_id, OfferDraft("d1", "x"))
    for case, number in ((other, offer.id), (case_id, 99)):
        with pytest.raises(UserError) as caught:
            services.demands.trash(case, number)
        assert caught.value.code == "no_such_offer"


def test_an_offer_stays_where_its_demand_is_gone(services: Services, case_id: CaseId) -> None:
    key = field_key(services, case_id)
    offer, _ = services.demands.offer(case_id, OfferDraft("d2", "尽快开通"))
    services.flow.save_draft(case_id, key, 1, dump_demands([Demand("d1", DemandKind.COMPENSATE, "赔偿", "100.00")]))
    services.demands.correct(case_id, offer.id, OfferDraft("d2", "三天内开通"))
    rows = [{"key": "d1", "text": "赔偿"}, {"key": "d2", "text": "道歉"}]
    for _ in range(2):
        services.flow.save_draft(case_id, key, 1, json.dumps(rows))
        record = services.cases.open(case_id)
        if next(f for f in record.playbook.fields() if f.key == key).kind.value == "demands":
            assert [demand.key for demand in record.demands] == ["d1", "d3"]
    assert services.cases.open(case_id).offers[0].text == "三天内开通"
