"""Claims are stated, linked to what shows them both ways, suggested from the account, and can be undone."""

from __future__ import annotations

import pytest

from walletcase.domain.claims import Suggestion, unproven, unused
from walletcase.domain.errors import UserError
from walletcase.domain.evidence import EvidenceEdit
from walletcase.domain.flow.playbook import Role
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.services.claims import ClaimDraft
from walletcase.services.facade import Services


@pytest.fixture
def case_id(services: Services) -> CaseId:
    """A bare case."""
    return services.cases.new_case("钱包打不开")[0].id


@pytest.fixture
def items(services: Services, case_id: CaseId) -> list[EvidenceId]:
    """Two exhibits."""
    texts = (b"a", b"b")
    return [services.evidence.attach_bytes(case_id, text, "a.txt", EvidenceEdit(title="甲"))[0].id for text in texts]


def links(services: Services, case_id: CaseId) -> list[tuple[EvidenceId, ...]]:
    return [claim.evidence_ids for claim in services.cases.open(case_id).claims]


def test_a_claim_is_stated_corrected_and_found(services: Services, case_id: CaseId, items: list[EvidenceId]) -> None:
    (claim,), changes = services.claims.add(case_id, ClaimDraft(" 转账\n失败 ", "2026-11-03", "￥12", (items[0],) * 2))
    assert (claim.text, claim.happened_on, claim.amount) == ("转账 失败", "2026-11-03", "12.00")
    assert (claim.seq, claim.evidence_ids) == (1, (items[0],))
    assert changes.cases == {case_id}
    assert [(hit.kind, hit.item_id) for hit in services.search.search("转账 失败")] == [("claim", str(claim.id))]
    services.claims.correct(case_id, claim.id, ClaimDraft("转账成功"))
    assert links(services, case_id) == [()]
    services.claims.trash(case_id, claim.id)
    assert services.search.search("转账成功") == []
    services.claims.restore(case_id, claim.id)
    assert len(services.search.search("转账成功")) == 1
    for _ in range(3):
        services.history.undo()
    assert services.cases.open(case_id).claims == (claim,)


def test_links_go_both_ways(services: Services, case_id: CaseId, items: list[EvidenceId]) -> None:
    (first, second), _ = services.claims.add(case_id, ClaimDraft("甲"), ClaimDraft("乙"))
    services.claims.link(case_id, first.id, [items[1], items[0]])
    services.claims.unlink(case_id, first.id, items[1])
    assert links(services, case_id) == [(items[0],), ()]
    services.claims.use(case_id, items[1], [second.id, first.id])
    assert links(services, case_id) == [(items[0], items[1]), (items[1],)]
    services.claims.use(case_id, items[1], [second.id])
    assert links(services, case_id) == [(items[0],), (items[1],)]
    services.history.undo()
    assert links(services, case_id) == [(items[0], items[1]), (items[1],)]
    record = services.cases.open(case_id)
    assert (unproven(record.claims, record.evidence), unused(record.claims, record.evidence)) == ((), ())
    before = services.history.undo_label
    services.claims.use(case_id, items[1], [first.id, second.id])  # as it is
    assert services.history.undo_label == before


def test_the_account_is_offered_sentence_by_sentence(services: Services, case_id: CaseId) -> None:
    fields = services.cases.open(case_id).playbook.fields()
    key = next(field.key for field in fields if field.role is Role.PROBLEM)
    services.flow.set_values(case_id, {key: "2026年11月3日转账12元失败。客服没有回复！"})
    found = services.claims.suggest(case_id)
    assert found == (Suggestion("2026年11月3日转账12元失败。", "2026-11-03", "12.00"), Suggestion("客服没有回复！"))
    services.claims.add(case_id, *(ClaimDraft(one.text, one.happened_on, one.amount) for one in found))
    assert services.claims.suggest(case_id) == ()
    label = services.history.undo_label
    assert label is not None
    assert (label.kind, label.count) == ("claim_added", 2)
    services.history.undo()
    assert services.claims.suggest(case_id) == found


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (ClaimDraft(" "), "claim_empty"),
        (ClaimDraft("x" * 2001), "summary_too_long"),
        (ClaimDraft("x", "昨天"), "bad_date"),
        (ClaimDraft("x", amount="很多"), "bad_amount"),
        (ClaimDraft("x", evidence_ids=(EvidenceId(99),)), "no_such_evidence"),
    ],
)
def test_what_is_no_claim_is_refused(services: Services, case_id: CaseId, draft: ClaimDraft, code: str) -> None:
    with pytest.raises(UserError) as caught:
        services.claims.add(case_id, ClaimDraft("good"), draft)
    assert caught.value.code == code
    assert services.cases.open(case_id).claims == ()


def test_evidence_of_another_case_shows_nothing_here(services: Services, items: list[EvidenceId]) -> None:
    other = services.cases.new_case("另一件")[0].id
    (claim,), _ = services.claims.add(other, ClaimDraft("甲"))
    with pytest.raises(UserError) as caught:
        services.claims.link(other, claim.id, [items[0]])
    assert caught.value.code == "no_such_evidence"
    with pytest.raises(UserError) as caught:
        services.claims.use(other, items[0], [claim.id])
    assert caught.value.code == "no_such_evidence"
    with pytest.raises(UserError) as caught:
        services.claims.link(other, 99, [])
    assert caught.value.code == "no_such_claim"
