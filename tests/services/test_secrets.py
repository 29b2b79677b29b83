"""No password or code is ever kept, whatever way it is written down; the words around it are."""

from __future__ import annotations

from pathlib import Path

import pytest

from walletcase.domain.evidence import EvidenceEdit
from walletcase.domain.ids import CaseId
from walletcase.domain.timeline import EntryDraft
from walletcase.services.claims import ClaimDraft
from walletcase.services.demands import OfferDraft
from walletcase.services.facade import Services

SAID = "客服要我说出密码是abc123，验证码 483920，我没有照做"
KEPT = "客服要我说出密码是***，验证码 ***，我没有照做"


@pytest.fixture
def case_id(services: Services) -> CaseId:
    """A case with a demand."""
    case, _ = services.cases.new_case("钱包打不开", "icbc-digital-wallet", {"demand": "恢复使用"})
    return case.id


def found_in_files(services: Services, text: str) -> list[str]:
    """The files of the data folder that hold a text."""
    files = (path for path in services.data_folder.rglob("*") if path.is_file())
    return [path.name for path in files if text.encode() in path.read_bytes()]


def test_whatever_is_typed_is_kept_without_them(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x", encoding="utf-8")
    item = services.evidence.attach(case_id, [file]).stored[0]
    entry, _ = services.timeline.log(case_id, EntryDraft("2026-11-20", SAID, channel="hotline", promise=SAID))
    claim = services.claims.add(case_id, ClaimDraft(SAID))[0][0]
    demand = services.cases.open(case_id).demands[0].key
    services.flow.set_values(case_id, {"problem": SAID})
    services.flow.save_draft(case_id, "hotline_summary", 1, SAID)
    services.demands.offer(case_id, OfferDraft(demand, SAID))
    services.evidence.edit(case_id, item.id, EvidenceEdit(title=SAID, proves=SAID))
    services.timeline.correct(case_id, entry.id, EntryDraft("2026-11-20", f"{SAID}。", channel="hotline"))
    services.claims.correct(case_id, claim.id, ClaimDraft(f"{SAID}。"))
    letter = services.letters.compose(case_id, "complaint", "zh_CN")[0]
    services.letters.save(case_id, letter.id, SAID)
    record = services.cases.open(case_id)
    assert (record.value("problem"), record.value("hotline_summary")) == (KEPT, KEPT)
    assert [one.draft.summary for one in record.timeline if one.id == entry.id] == [f"{KEPT}。"]
    assert (record.claims[0].text, record.offers[0].text) == (f"{KEPT}。", KEPT)
    assert (record.evidence[0].title, record.evidence[0].proves) == (KEPT, KEPT)
    assert record.letters[0].body == KEPT
    assert services.secrets.take_count() >= 9
    assert services.secrets.take_count() == 0
    assert [found_in_files(services, secret) for secret in ("abc123", "483920")] == [[], []]
    assert not services.search.search("483920")


@pytest.mark.parametrize(
    "text",
    [
        "密码错误三次，验证码一直收不到",
        "我于2026年11月3日拨打95588，受理编号 20261103000031",
        "验证码 95588 发来的短信",
        "The verification code never came; I called 95588.",
        "密码是多少客服没有问",
    ],
)
def test_what_is_no_secret_is_kept_as_typed(services: Services, case_id: CaseId, text: str) -> None:
    services.flow.set_values(case_id, {"problem": text})
    assert services.cases.open(case_id).value("problem") == text
    assert services.secrets.take_count() == 0


def test_undo_brings_no_secret_back(services: Services, case_id: CaseId) -> None:
    services.flow.set_values(case_id, {"problem": SAID})
    services.flow.set_values(case_id, {"problem": "别的"})
    services.history.undo()
    assert services.cases.open(case_id).value("problem") == KEPT
