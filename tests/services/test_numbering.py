"""Exhibit numbers stay until a person renumbers; that is one change, undone as one; the journal keeps both numbers."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.services.exhibits_made import made_up
from walletcase.domain.dossiers.document import Part, without
from walletcase.domain.errors import UserError
from walletcase.domain.evidence import EvidenceEdit, Group
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.domain.numbering import Order, among_themselves, from_one, grouped, ordered
from walletcase.services.dossier_options import DossierOptions
from walletcase.services.facade import Services


@pytest.fixture
def case_id(services: Services) -> CaseId:
    """Six exhibits in groups, the second and the last in the trash."""
    made = services.cases.new_case("钱包打不开")[0].id
    groups = (Group.LOSS, Group.NONE, Group.IDENTITY, Group.EVENTS, Group.EVENTS, Group.NONE)
    days = ("", "", "2026-11-02", "2026-11-09", "2026-11-03", "")
    for number, (group, day) in enumerate(zip(groups, days, strict=True), 1):
        edit = EvidenceEdit(title=f"原{number}", group=group, made_on=day)
        services.evidence.attach_bytes(made, f"{number}".encode(), f"{number}.txt", edit)
    for one in (2, 6):
        services.evidence.trash(made, _items(services, made)[f"原{one}"])
    return made


def _items(services: Services, case_id: CaseId) -> dict[str, EvidenceId]:
    return {item.title: item.id for item in services.cases.open(case_id).evidence}


def _numbers(services: Services, case_id: CaseId) -> dict[str, int]:
    return {item.title: item.exhibit_no for item in services.cases.open(case_id).evidence}


def _by(services: Services, case_id: CaseId, order: Order) -> None:
    items = services.cases.open(case_id).evidence
    services.numbering.renumber(case_id, from_one(items, [item.id for item in ordered(items, order)]))


def test_the_group_is_kept_like_everything_that_is_said(services: Services, case_id: CaseId) -> None:
    items = services.cases.open(case_id).live_evidence
    found = [(group, [item.exhibit_no for item in members]) for group, members in grouped(items)]
    assert found == [(Group.IDENTITY, [3]), (Group.EVENTS, [4, 5]), (Group.LOSS, [1])]
    services.evidence.edit(case_id, items[0].id, EvidenceEdit(group=Group.NONE))
    assert services.cases.open(case_id).live_evidence[0].group is Group.NONE
    services.evidence.edit(case_id, items[0].id, EvidenceEdit(title="别的"))
    services.history.undo()
    services.history.undo()
    assert services.cases.open(case_id).live_evidence[0].group is Group.LOSS


def test_by_group_then_by_day_and_the_trash_comes_after(services: Services, case_id: CaseId) -> None:
    _by(services, case_id, Order.GROUP)
    assert _numbers(services, case_id) == {"原3": 1, "原5": 2, "原4": 3, "原1": 4, "原2": 5, "原6": 6}
    services.history.undo()
    assert _numbers(services, case_id) == {f"原{n}": n for n in range(1, 7)}
    services.history.redo()
    assert _numbers(services, case_id)["原3"] == 1
    services.history.undo()
    _by(services, case_id, Order.NUMBER)
    assert _numbers(services, case_id) == {"原1": 1, "原3": 2, "原4": 3, "原5": 4, "原2": 5, "原6": 6}


def test_no_number_is_given_out_twice_by_accident(services: Services, case_id: CaseId) -> None:
    _by(services, case_id, Order.GROUP)
    item, _ = services.evidence.attach_bytes(case_id, b"new", "new.txt", EvidenceEdit())
    assert item.exhibit_no == 7
    services.history.undo()
    services.history.undo()
    item, _ = services.evidence.attach_bytes(case_id, b"new", "new.txt", EvidenceEdit())
    assert item.exhibit_no == 8
    assert len(set(_numbers(services, case_id).values())) == 7


@given(st.randoms(use_true_random=False))
def test_any_order_leaves_each_exhibit_a_number_of_its_own(chance: random.Random) -> None:
    items = made_up(9, trashed=(2, 5))
    wanted = [item.id for item in items]
    chance.shuffle(wanted)
    moved = from_one(items, wanted)
    after = {item.id: moved.get(item.id, item.exhibit_no) for item in items}
    assert sorted(after.values()) == list(range(1, 10))
    live = [one for one in wanted if not items[int(one) - 1].trashed_at]
    assert [after[one] for one in live] == list(range(1, 8))
    some = wanted[:4]
    shared = among_themselves(items, some)
    mine = [shared.get(one, items[int(one) - 1].exhibit_no) for one in some]
    assert mine == sorted(items[int(one) - 1].exhibit_no for one in some)


def test_numbers_that_do_not_fit_are_refused(services: Services, case_id: CaseId) -> None:
    before, items = _numbers(services, case_id), _items(services, case_id)
    for numbers in ({items["原1"]: 3}, {items["原1"]: 7}, {items["原1"]: 0}, {EvidenceId(999): 1}):
        with pytest.raises(UserError) as told:
            services.numbering.renumber(case_id, numbers)
        assert told.value.code == "numbers_clash"
    assert _numbers(services, case_id) == before


def test_a_duplicate_still_names_its_twin(services: Services, case_id: CaseId) -> None:
    twin, _ = services.evidence.attach_bytes(case_id, b"3", "again.txt", EvidenceEdit(title="又一份"))
    assert twin.duplicate_of == 3
    _by(services, case_id, Order.GROUP)
    assert [item.duplicate_of for item in services.cases.open(case_id).evidence if item.id == twin.id] == [1]
    services.history.undo()
    assert [item.duplicate_of for item in services.cases.open(case_id).evidence if item.id == twin.id] == [3]


def test_an_exhibit_keeps_its_story_under_every_number(services: Services, case_id: CaseId) -> None:
    third = _items(services, case_id)["原3"]
    before = services.custody.events(case_id, third)
    _by(services, case_id, Order.GROUP)
    told = services.custody.events(case_id, third)
    assert [event.kind for event in told] == [*(event.kind for event in before), "evidence_renumbered"]
    assert "3>1" in told[-1].detail["moves"].split()
    services.history.undo()
    kinds = [event.kind for event in services.custody.events(case_id, third)]
    assert kinds == [*(event.kind for event in before), "evidence_renumbered", "undone"]


def test_what_has_gone_out_is_named(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    assert services.numbering.named_in(case_id).gone_out == ()
    services.dossiers.export_pdf(case_id, tmp_path / "卷宗.pdf", DossierOptions(parts=without(Part.EXHIBITS)))
    (gone,) = services.numbering.named_in(case_id).gone_out
    assert (gone.target, gone.at[:10]) == ("卷宗.pdf", "2026-11-22")
    services.evidence.edit(case_id, _items(services, case_id)["原3"], EvidenceEdit(title="别的"))
    assert len(services.numbering.named_in(case_id).gone_out) == 1
