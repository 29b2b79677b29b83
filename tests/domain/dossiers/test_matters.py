"""Stated facts, demands with offers, deadlines by rule and letters sent, as the dossier tells them."""

from __future__ import annotations

from dataclasses import replace

from tests.domain.dossiers.test_dossier import EMPTY, FLOW, dossier, entry, exhibit
from walletcase.domain.case import ValueKey
from walletcase.domain.claims import Claim
from walletcase.domain.demands import Demand, DemandKind, Offer, OfferState, dump_demands
from walletcase.domain.dossiers.document import OfferPart, Part
from walletcase.domain.flow.playbook import Role
from walletcase.domain.ids import CaseId, EntryId, EvidenceId
from walletcase.domain.letter import Letter

CASE = CaseId(1)
BODY = "# 投诉书\n工商银行：\n请书面答复。\n> 林小满"


def letter(number: int, **more: object) -> Letter:
    made = Letter(
        number, CASE, number, "complaint", "zh_CN", "", BODY, "2026-11-09T10:00+08:00", "2026-11-09T10:00+08:00"
    )
    return replace(made, **more)  # type: ignore[arg-type]


def test_claims_stand_in_their_order_with_the_numbers_of_live_exhibits() -> None:
    one, gone = exhibit(4), exhibit(7, trashed_at="2026-11-20T10:00:00+08:00")
    claims = (
        Claim(1, CASE, 2, "后来", "2026-11-03", "86.50", (gone.id, one.id)),
        Claim(2, CASE, 1, "先前"),
        Claim(3, CASE, 3, "不要了", trashed_at="2026-11-20T10:00:00+08:00"),
    )
    told = dossier(replace(EMPTY, evidence=(one, gone), claims=claims))
    assert [(part.number, part.text, part.amount, part.exhibits) for part in told.claims] == [
        (1, "先前", "", ()),
        (2, "后来", "86.50", (4,)),
    ]
    assert told.has(Part.CLAIMS)
    assert not dossier(EMPTY).has(Part.CLAIMS)


def test_offers_stand_under_their_demand() -> None:
    demands = (Demand("d1", DemandKind.FIX, "开通"), Demand("d2", DemandKind.COMPENSATE, "赔偿", "300.00"))
    field = next(field for field in FLOW.fields() if field.role is Role.DEMAND)
    offers = (
        Offer(1, CASE, "d2", "2026-11-12", "话费券", "20.00", OfferState.DECLINED),
        Offer(2, CASE, "d2", "2026-11-10", "道歉"),
        Offer(3, CASE, "d1", "2026-11-10", "不要了", trashed_at="2026-11-20T10:00:00+08:00"),
    )
    item = exhibit(3)
    record = replace(
        EMPTY,
        values={ValueKey(field.key): dump_demands(demands)},
        offers=offers,
        evidence=(item,),
        demand_links={"d2": (item.id, EvidenceId(99))},
    )
    first, second = dossier(record).demand_parts
    assert (first.text, first.offers, first.exhibits) == ("开通", (), ())
    assert second.offers == (
        OfferPart("2026-11-10", "道歉", "", OfferState.OPEN),
        OfferPart("2026-11-12", "话费券", "20.00", OfferState.DECLINED),
    )
    assert (second.amount, second.exhibits) == ("300.00", (3,))
    assert dossier(record).has(Part.DEMANDS)
    assert not dossier(replace(record, offers=(), demand_links={})).has(Part.DEMANDS)


TITLE = "Dear Sir or Madam, I ask for an answer I ask for an answer I ask for an answer I ask for an..."


def test_only_letters_that_were_sent_are_in_it_word_for_word() -> None:
    sent = letter(2, sent_at="2026-11-10T10:00+08:00", sent_via="online", sent_sha256="ab" * 32, entry_id=EntryId(1))
    untitled = letter(3, sent_at="2026-11-08T10:00+08:00", body="Dear Sir or Madam, " + "I ask for an answer " * 9)
    letters = (letter(1), sent, untitled, letter(4, sent_at="2026-11-11", trashed_at="2026-11-12"))
    timeline = (entry(1, "2026-11-10T10:00+08:00"),)
    earlier, later = dossier(replace(EMPTY, letters=letters, timeline=timeline)).letters
    assert (earlier.number, earlier.title, earlier.contact) == (1, TITLE, None)
    assert (later.number, later.title, later.body, later.sha256) == (2, "投诉书", BODY, "ab" * 32)
    channel = FLOW.channel("online")
    assert channel is not None
    assert (later.sent_on, later.via, later.contact) == ("2026-11-10", channel.name.zh, 1)
