"""A series of screenshots through the service: looked at in the child, kept as one change, told to the journal."""

from __future__ import annotations

import random

import pytest

from tests.media.long_chats import FOOTER, HEADER, SCREEN, Look, chat, encoded, screen
from walletcase.domain.errors import UserError
from walletcase.domain.evidence import Evidence, EvidenceEdit, Group
from walletcase.domain.ids import CaseId
from walletcase.services.facade import Services
from walletcase.services.series import SeriesPlan, pictures_in

STEP = SCREEN - HEADER - FOOTER - 400


@pytest.fixture
def case_id(services: Services) -> CaseId:
    """Five screenshots of a chat, the third of them missing, added in another order; and a text."""
    made = services.cases.new_case("钱包打不开")[0].id
    drawn = chat(4, 30, Look())
    places = [0, 1, 3, 4]
    random.Random(2).shuffle(places)
    for place in places:
        top = place * STEP + (700 if place > 1 else 0)
        picture = encoded(screen(drawn, top, f"14:0{place}"))
        name = f"Screenshot_20261120-14{place:02}00.png"
        services.evidence.attach_bytes(made, picture, name, EvidenceEdit(title=str(place), made_on="2026-11-20"))
    services.evidence.attach_bytes(made, b"text", "a.txt", EvidenceEdit(title="text"))
    return made


def _items(services: Services, case_id: CaseId) -> tuple[Evidence, ...]:
    return services.cases.open(case_id).live_evidence


def test_order_and_gap_are_found_and_nothing_is_changed(services: Services, case_id: CaseId) -> None:
    before = _items(services, case_id)
    shots = services.series.look(pictures_in(before))
    assert [shot.item.title for shot in shots] == ["0", "1", "3", "4"]
    assert [shot.gap_before for shot in shots] == [False, False, True, False]
    assert _items(services, case_id) == before


def test_a_confirmed_order_is_one_change(services: Services, case_id: CaseId) -> None:
    before = _items(services, case_id)
    shots = services.series.look(pictures_in(before))
    order = tuple(shot.item.id for shot in shots)
    plan = SeriesPlan(order, "与工银客服的聊天", Group.EVENTS, renumber=True, gaps_after=(order[1],))
    services.series.keep(case_id, plan)
    kept = _items(services, case_id)
    assert [item.id for item in kept][:4] == list(order)
    assert [item.title for item in kept][:4] == [f"与工银客服的聊天 ({n}/4)" for n in range(1, 5)]
    assert {item.group for item in kept[:4]} == {Group.EVENTS}
    assert kept[4] == before[4]
    assert [item.made_on for item in kept[:4]] == ["2026-11-20"] * 4
    assert len(services.search.search("与工银客服的聊天")) == 4
    second = next(item for item in before if item.id == order[1])
    told = [event for event in services.custody.events(case_id, order[1]) if event.kind == "evidence_series"]
    assert [event.detail["gaps_after"] for event in told] == [str(second.exhibit_no)]
    services.history.undo()
    assert _items(services, case_id) == before


def test_without_numbers_they_stay(services: Services, case_id: CaseId) -> None:
    before = _items(services, case_id)
    order = tuple(item.id for item in reversed(before[:3]))
    services.series.keep(case_id, SeriesPlan(order, "聊天"))
    assert [(item.exhibit_no, item.id) for item in _items(services, case_id)] == [
        (item.exhibit_no, item.id) for item in before
    ]


def test_what_can_not_be_is_refused(services: Services, case_id: CaseId) -> None:
    items = _items(services, case_id)
    for call, code in (
        (lambda: services.series.look(items[:1]), "series_too_small"),
        (lambda: services.series.look(items[:1] * 41), "series_too_large"),
        (lambda: services.series.keep(case_id, SeriesPlan((items[0].id, items[1].id), " ")), "title_empty"),
        (lambda: services.series.keep(case_id, SeriesPlan((items[0].id,), "聊天")), "series_too_small"),
    ):
        with pytest.raises(UserError) as told:
            call()
        assert told.value.code == code
    assert _items(services, case_id) == items


def test_a_file_that_can_not_be_read_comes_last(services: Services, case_id: CaseId) -> None:
    items = pictures_in(_items(services, case_id))
    services.evidence.path(items[0]).chmod(0o600)
    services.evidence.path(items[0]).write_bytes(b"no picture")
    shots = services.series.look(items)
    assert (shots[-1].item.id, shots[-1].unread) == (items[0].id, True)
