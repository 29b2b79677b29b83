"""Demands: rows or plain lines, keys that stay, and where each stands."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walletcase.domain.demands import (
    MAX_DEMAND_TEXT,
    MAX_DEMANDS,
    Demand,
    DemandKind,
    Met,
    Offer,
    OfferState,
    dump_demands,
    parse_demands,
    read_demands,
    standings,
    totals,
    with_keys,
    without_old_keys,
)
from walletcase.domain.fields import canonical, findable, problem_with, shown
from walletcase.domain.flow.playbook import Field, FieldKind
from walletcase.domain.ids import CaseId
from walletcase.domain.text import Text

FIELD = Field("demand", FieldKind.DEMANDS, Text("诉求", "Demands"))
FULL = Demand("d7", DemandKind.COMPENSATE, "赔偿损失", "1234.50", "2026-12-01", "至少一半")


def offer(key: str, amount: str = "", state: OfferState = OfferState.OPEN, trashed_at: str = "") -> Offer:
    """Return an offer against a demand."""
    return Offer(1, CaseId(1), key, "2026-11-02", "x", amount, state, trashed_at=trashed_at)


def test_plain_lines_are_demands_of_no_special_kind() -> None:
    assert parse_demands("开通钱包\n\n [急] 说明原因 ") == (
        Demand("d1", DemandKind.OTHER, "开通钱包"),
        Demand("d2", DemandKind.OTHER, "[急] 说明原因"),
    )


def test_rows_keep_everything_and_tidy_amount_and_date() -> None:
    rows = [{"key": "d7", "kind": "compensate", "text": " 赔偿\n损失", "amount": "￥1,234.5", "by_on": "2026年12月1日"}]
    (demand,) = parse_demands(json.dumps(rows, ensure_ascii=False))
    assert demand == replace(FULL, text="赔偿 损失", fallback="")


def test_what_is_no_amount_or_date_yet_stays_as_typed() -> None:
    text = dump_demands([replace(FULL, amount="约一千", by_on="下周")])
    assert [(one.amount, one.by_on) for one in parse_demands(text)] == [("约一千", "下周")]
    assert problem_with(FIELD, text) is None


@pytest.mark.parametrize(
    "text",
    [
        '[{"kind": "fix", "text": "a", "more": ""}]',
        '[{"kind": "nonsense", "text": "a"}]',
        '[{"text": 5}]',
        '["a"]',
        '[{"key": "x1", "text": "a"}]',
        json.dumps([{"text": "a"}] * (MAX_DEMANDS + 1)),
        "\n".join(["a"] * (MAX_DEMANDS + 1)),
        json.dumps([{"text": "a" * (MAX_DEMAND_TEXT + 1)}]),
        json.dumps([{"text": "a", "amount": "1" * 201}]),
    ],
)
def test_what_cannot_be_read_is_a_problem_and_never_lost(text: str) -> None:
    assert read_demands(text) is None
    assert problem_with(FIELD, text) == "bad_demands"
    assert shown(FIELD, text, "en") == text
    assert parse_demands(text)


def test_the_canonical_text_is_rows_with_keys() -> None:
    kept = canonical(FIELD, "开通\n说明")
    assert [row["key"] for row in json.loads(kept)] == ["d1", "d2"]
    assert canonical(FIELD, kept) == kept
    assert canonical(FIELD, '[{"text": " "}]') == ""


def test_how_demands_are_printed_and_found() -> None:
    text = dump_demands([FULL, Demand("d8", DemandKind.FIX, "开通"), Demand("d9", DemandKind.OTHER, "", "20.00")])
    assert shown(FIELD, text, "zh_CN") == "赔偿损失（￥1,234.50，2026-12-01） / 至少一半\n开通\n￥20.00"
    assert shown(FIELD, text, "en").splitlines()[0] == "赔偿损失 (￥1,234.50, 2026-12-01) / 至少一半"
    assert findable(FIELD, text) == "赔偿损失 1234.50 2026-12-01 至少一半\n开通\n20.00"
    contacts = Field("who", FieldKind.CONTACTS, Text("谁", "Who"))
    assert findable(contacts, '[{"name": "王", "role": "", "phone": "95588"}]') == "王 95588"


def test_keys_stay_and_new_ones_are_new() -> None:
    rows = [replace(FULL, key=""), FULL, replace(FULL, key=""), FULL]
    assert [one.key for one in with_keys(rows)] == ["d8", "d7", "d9", "d10"]
    assert [one.key for one in with_keys(rows[:1], ["d3", "d20"])] == ["d21"]


def test_a_new_demand_does_not_inherit_the_offers_of_a_removed_one() -> None:
    before = [Demand("d1", DemandKind.FIX, "a")]
    new = [*before, Demand("d2", DemandKind.FIX, "b")]
    kept = without_old_keys(new, before, {"d1", "d2"})
    assert [one.key for one in kept] == ["d1", "d3"]
    assert without_old_keys(new, kept, {"d1", "d2"}) == kept  # the box does not know of it and says d2 again
    assert [one.key for one in without_old_keys(new, new, {"d1", "d2"})] == ["d1", "d2"]


_DONE = offer("d7", "1000.00", OfferState.PERFORMED)


@pytest.mark.parametrize(
    ("offers", "met", "offered"),
    [
        ((), Met.OPEN, None),
        ((offer("d7", "100.00"), offer("d7", "300.00")), Met.OPEN, "300.00"),
        ((offer("d7", "300.00", OfferState.DECLINED),), Met.OPEN, None),
        ((offer("d7", "300.00", OfferState.ACCEPTED), offer("d7", "900.00")), Met.PARTLY, "300.00"),
        ((offer("d7", "", OfferState.ACCEPTED),), Met.PARTLY, None),
        ((offer("d7", "1234.50", OfferState.ACCEPTED),), Met.AGREED, "1234.50"),
        ((_DONE, offer("d7", "234.50", OfferState.ACCEPTED)), Met.AGREED, "1234.50"),
        ((_DONE, offer("d7", "234.50", OfferState.PERFORMED)), Met.MET, "1234.50"),
        ((_DONE,), Met.PARTLY, "1000.00"),
        ((offer("d7", "1234.50", OfferState.ACCEPTED, "2026"),), Met.OPEN, None),
    ],
)
def test_where_a_demand_in_money_stands(offers: tuple[Offer, ...], met: Met, offered: str | None) -> None:
    (found,) = standings([FULL], offers)
    assert (found.met, found.asked) == (met, Decimal("1234.50"))
    assert found.offered == (None if offered is None else Decimal(offered))


def test_where_other_demands_stand_and_what_is_on_the_table() -> None:
    demands = [FULL, Demand("d8", DemandKind.EXPLAIN, "说明"), Demand("d9", DemandKind.APOLOGISE, "道歉")]
    offers = [offer("d8", state=OfferState.ACCEPTED), offer("d9"), offer("d7", "10.00"), offer("d1", "5.00")]
    assert [one.met for one in standings(demands, offers)] == [Met.OPEN, Met.AGREED, Met.OPEN]
    done = [offer("d8", state=OfferState.PERFORMED), *offers[1:]]
    assert [one.met for one in standings(demands, done)] == [Met.OPEN, Met.MET, Met.OPEN]
    found = totals(demands, offers)
    assert (found.asked, found.offered, found.stray) == (Decimal("1234.50"), Decimal("10.00"), (offers[3],))


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_and_reading_twice_changes_nothing(text: str) -> None:
    demands = parse_demands(text)
    assert len({one.key for one in demands}) == len(demands)
    if problem_with(FIELD, text) is None:
        kept = canonical(FIELD, text)
        assert canonical(FIELD, kept) == kept
        assert parse_demands(kept) == demands
