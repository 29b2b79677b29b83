"""Exhibits are linked to contacts, claims and demands from either side, each link one step of undo."""

from __future__ import annotations

import pytest

from walletcase.domain.demands import Demand, DemandKind, dump_demands
from walletcase.domain.errors import UserError
from walletcase.domain.evidence import EvidenceEdit
from walletcase.domain.flow.playbook import Role
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.domain.links import Use, UseKind, linkable, linked_to, shown_by, used, uses_of
from walletcase.domain.readiness.proof import proof_findings
from walletcase.domain.timeline import EntryDraft
from walletcase.services.claims import ClaimDraft
from walletcase.services.facade import Services

DEMANDS = (Demand("d1", DemandKind.FIX, "开通"), Demand("d2", DemandKind.COMPENSATE, "补偿", "100.00"))


@pytest.fixture
def case_id(services: Services) -> CaseId:
    """A case with one contact, one claim, two demands and three exhibits."""
    made = services.cases.new_case("钱包打不开")[0].id
    for number in range(3):
        services.evidence.attach_bytes(made, bytes([number]), f"{number}.txt", EvidenceEdit(title=f"第{number}份"))
    services.timeline.log(made, EntryDraft("2026-11-03", "登记了投诉", channel="hotline"))
    services.claims.add(made, ClaimDraft("转账失败"))
    _ask_for(services, made, DEMANDS)
    return made


@pytest.fixture
def items(services: Services, case_id: CaseId) -> tuple[EvidenceId, ...]:
    return tuple(item.id for item in services.cases.open(case_id).live_evidence)


def _ask_for(services: Services, case_id: CaseId, demands: tuple[Demand, ...]) -> None:
    fields = services.cases.open(case_id).playbook.fields()
    key = next(field.key for field in fields if field.role is Role.DEMAND)
    services.flow.save_draft(case_id, key, 1, dump_demands(demands))


def _uses(services: Services, case_id: CaseId) -> tuple[Use, ...]:
    return linkable(services.cases.open(case_id))


@pytest.mark.parametrize("place", range(4))
def test_a_link_is_made_and_undone_whatever_it_is_to(
    services: Services, case_id: CaseId, items: tuple[EvidenceId, ...], place: int
) -> None:
    before = services.cases.open(case_id)
    use = linkable(before)[place]
    services.links.link(case_id, [items[2], items[0]], use)
    record = services.cases.open(case_id)
    assert linked_to(record, use) == (items[2], items[0])
    assert [item.exhibit_no for item in shown_by(record, use)] == [1, 3]
    assert uses_of(record, items[0]) == (use,)
    assert used(record) == {items[0], items[2]}
    services.links.unlink(case_id, items[2:], use)
    assert linked_to(services.cases.open(case_id), use) == (items[0],)
    services.history.undo()
    assert linked_to(services.cases.open(case_id), use) == (items[2], items[0])
    services.history.undo()
    assert linked_to(services.cases.open(case_id), use) == ()
    assert services.cases.open(case_id).timeline == before.timeline  # a link is no correction of what was said


def test_what_an_exhibit_shows_is_chosen_in_one_piece(
    services: Services, case_id: CaseId, items: tuple[EvidenceId, ...]
) -> None:
    contact, claim, first, second = _uses(services, case_id)
    services.links.use_for(case_id, items[1], [contact, second])
    services.links.use_for(case_id, items[1], [claim, second])
    assert uses_of(services.cases.open(case_id), items[1]) == (claim, second)
    services.history.undo()
    assert uses_of(services.cases.open(case_id), items[1]) == (contact, second)
    services.links.show_by(case_id, second, [items[2]])
    assert linked_to(services.cases.open(case_id), second) == (items[2],)
    assert linked_to(services.cases.open(case_id), first) == ()


def test_what_is_in_the_trash_stays_linked_and_unseen(
    services: Services, case_id: CaseId, items: tuple[EvidenceId, ...]
) -> None:
    demand = _uses(services, case_id)[2]
    services.links.link(case_id, items[:1], demand)
    services.evidence.trash(case_id, items[0])
    services.links.show_by(case_id, demand, [items[1]])
    assert shown_by(services.cases.open(case_id), demand)[0].id == items[1]
    services.evidence.restore(case_id, items[0])
    assert linked_to(services.cases.open(case_id), demand) == (items[0], items[1])


def test_a_new_demand_never_takes_the_proof_of_a_removed_one(
    services: Services, case_id: CaseId, items: tuple[EvidenceId, ...]
) -> None:
    services.links.link(case_id, items[:1], Use(UseKind.DEMAND, "d2"))
    _ask_for(services, case_id, DEMANDS[:1])
    _ask_for(services, case_id, (*DEMANDS[:1], Demand("d2", DemandKind.APOLOGISE, "道歉")))
    record = services.cases.open(case_id)
    assert [demand.key for demand in record.demands] == ["d1", "d3"]
    assert uses_of(record, items[0]) == ()


def test_what_is_not_there_is_refused_and_nothing_is_changed(
    services: Services, case_id: CaseId, items: tuple[EvidenceId, ...]
) -> None:
    before = services.cases.open(case_id)
    for use, code in (
        (Use(UseKind.CONTACT, "99"), "no_such_entry"),
        (Use(UseKind.CLAIM, "99"), "no_such_claim"),
        (Use(UseKind.DEMAND, "d9"), "no_such_demand"),
    ):
        with pytest.raises(UserError) as told:
            services.links.use_for(case_id, items[0], [linkable(before)[0], use])
        assert told.value.code == code
    with pytest.raises(UserError) as told:
        services.links.link(case_id, [EvidenceId(999)], linkable(before)[0])
    assert told.value.code == "no_such_evidence"
    assert services.cases.open(case_id) == before


def test_the_journal_and_the_check_know_of_links(
    services: Services, case_id: CaseId, items: tuple[EvidenceId, ...]
) -> None:
    def idle() -> list[object]:
        found = proof_findings(services.cases.open(case_id))
        return [one.params["numbers"] for one in found if one.code == "evidence_unused"]

    assert idle() == ["1, 2, 3"]
    services.links.link(case_id, items[:2], Use(UseKind.DEMAND, "d1"))
    assert idle() == ["3"]
    services.links.unlink(case_id, items[:1], Use(UseKind.DEMAND, "d1"))
    kinds = [(event.kind, event.detail.get("to")) for event in services.custody.events(case_id, items[0])]
    assert kinds[-2:] == [("evidence_linked", "demand"), ("evidence_unlinked", "demand")]
