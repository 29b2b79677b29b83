"""The matter in the dossier as it is printed: facts, offers, deadlines with their rule, letters as sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from tests.conftest import FrozenClock
from walletcase.domain.demands import OfferState
from walletcase.domain.due.deadlines import DeadlineState
from walletcase.domain.fields import shown_demand
from walletcase.domain.ids import CaseId
from walletcase.domain.links import Use, UseKind
from walletcase.services.claims import ClaimDraft
from walletcase.services.demands import OfferDraft
from walletcase.services.dossier_options import DossierOptions, dossier_of
from walletcase.services.facade import Services


@pytest.fixture
def case_id(services: Services, clock: FrozenClock) -> CaseId:
    """The sample case with an offer, a fact and a letter of its own, seen three weeks later."""
    case, _ = services.sample.add("zh_CN")
    record = services.cases.open(case.id)
    exhibit = record.live_evidence[1]
    services.claims.add(case.id, ClaimDraft("往返网点两次", "2026-11-09", "1086.5", (exhibit.id,)))
    offer, _ = services.demands.offer(case.id, OfferDraft(record.demands[1].key, "赠送话费券", "20", "2026-11-10"))
    services.demands.answer(case.id, offer.id, OfferState.DECLINED)
    letter, _ = services.letters.compose(case.id, "complaint", "zh_CN")
    services.letters.save(case.id, letter.id, "# 催办函\n某某银行：\n请于三日内书面答复。\n> 林小满")
    services.letters.mark_sent(case.id, letter.id, "online", "2026-11-12T10:00+08:00")
    clock.move(days=21)
    return case.id


def words(services: Services, case_id: CaseId, out: Path, run: object, language: str) -> str:
    made = services.dossiers.render(case_id, DossierOptions(language=language), out)
    assert callable(run)
    return "".join(str(run("pdftotext", "-raw", made.path, "-")).split())


def days_late(services: Services, case_id: CaseId) -> int:
    (late,) = [one for one in services.deadlines.of(case_id) if one.state is DeadlineState.LATE]
    days = (date.fromisoformat(services.clock.today()) - date.fromisoformat(late.late_after)).days
    assert days > 10
    return days


def test_all_of_it_is_printed(services: Services, case_id: CaseId, tmp_path: Path, run: object) -> None:
    text = words(services, case_id, tmp_path / "zh.pdf", run, "zh_CN")
    assert "往返网点两次2026-11-091,086.50证据2" in text
    assert "2026-11-10赠送话费券20.00不接受" in text
    assert "文书" in text
    assert "请于三日内书面答复。" in text
    (letter,) = [one for one in services.cases.open(case_id).letters if "催办函" in one.body]
    assert letter.sent_sha256 in text
    (late,) = [one for one in services.deadlines.of(case_id) if one.limit.key.startswith("bank_answer")]
    assert f"依据：{late.limit.authority.zh}{late.limit.article}".replace(" ", "") in text
    assert late.late_after in text
    assert f"逾期{days_late(services, case_id)}天" in text


def test_the_english_one_says_the_same(services: Services, case_id: CaseId, tmp_path: Path, run: object) -> None:
    text = words(services, case_id, tmp_path / "en.pdf", run, "en")
    assert "1,086.50Exhibit2" in text
    assert f"{days_late(services, case_id)}dayslate" in text
    assert "Declined" in text


def test_each_reference_is_a_link_both_ways(services: Services, case_id: CaseId, tmp_path: Path, run: object) -> None:
    made = services.dossiers.render(case_id, DossierOptions(), tmp_path / "a.pdf")
    assert callable(run)
    texts = ["".join(page.split()) for page in str(run("pdftotext", "-raw", made.path, "-")).split("\f")]
    with pikepdf.open(made.path) as pdf:
        place = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        goals = [
            {place[one.Dest[0].objgen] for one in page.get("/Annots", ()) if "/Dest" in one} for page in pdf.pages
        ]

    def pages(*words: str) -> set[int]:
        return {number for number, text in enumerate(texts) if all(word in text for word in words)}

    facts, index, contacts = pages("事实与证明", "往返网点两次"), pages("见沟通"), pages("沟通时间线", "渠道与对方")
    summary = pages("答复承诺", "时间概览")
    exhibits = {first - 1 for _, first, _ in made.exhibit_pages}
    assert len(facts - index) == len(summary) == 1
    for number in facts | index:
        assert goals[number] & exhibits, number
    assert set().union(*(goals[number] for number in index)) >= facts
    assert set().union(*(goals[number] for number in index)) & contacts
    assert set().union(*(goals[number] for number in exhibits)) <= index
    assert goals[next(iter(summary))] & contacts
    letters, parties = pages("请于三日内书面答复。", "某某银行："), pages("接触过的人员")
    hashes = pages("SHA-256校验值", "经手")
    assert len(parties) == 1
    assert letters
    for there in (letters, parties):  # and back
        assert set().union(*(goals[number] for number in there)) & contacts
        assert set().union(*(goals[number] for number in contacts)) & there
    assert set().union(*(goals[number] for number in contacts)) & summary  # where a promise stands
    assert set().union(*(goals[number] for number in hashes)) & exhibits
    assert set().union(*(goals[number] for number in index)) & hashes


def test_an_extract_says_nothing_of_what_it_does_not_tell(
    services: Services, case_id: CaseId, tmp_path: Path, run: object
) -> None:
    (fact,) = [one for one in services.cases.open(case_id).claims if one.text == "往返网点两次"]
    about = Use(UseKind.CLAIM, str(fact.id))
    made = services.dossiers.render(case_id, DossierOptions(about=about), tmp_path / "fact.pdf")
    assert callable(run)
    text = "".join(str(run("pdftotext", "-raw", made.path, "-")).split())
    assert "尚未写明诉求" not in text  # demands are written down, only not about this
    assert "天无往来" not in text  # the other contacts are not shown
    assert "时间概览" not in text


def test_an_extract_does_not_say_that_nothing_was_recorded(
    services: Services, case_id: CaseId, tmp_path: Path, run: object
) -> None:
    services.claims.add(case_id, ClaimDraft("余额被扣"))
    (fact,) = [one for one in services.cases.open(case_id).claims if one.text == "余额被扣"]
    options = DossierOptions(about=Use(UseKind.CLAIM, str(fact.id)))
    made = services.dossiers.render(case_id, options, tmp_path / "fact.pdf")
    assert callable(run)
    text = "".join(str(run("pdftotext", "-raw", made.path, "-")).split())
    assert "没有与此事项关联的沟通记录。" in text
    assert "没有与此事项关联的证据。" in text
    assert "尚无" not in text
    assert "尚未添加证据" not in text


def test_the_summary_says_what_would_do_instead_as_what_it_is(
    services: Services, case_id: CaseId, tmp_path: Path, run: object
) -> None:
    demand = next(one for one in services.cases.open(case_id).demands if one.fallback)
    made = services.dossiers.render(case_id, DossierOptions(), tmp_path / "made.pdf")
    assert callable(run)
    summary = str(run("pdftotext", "-raw", "-f", "3", "-l", "3", made.path, "-"))
    assert f"也可接受：{demand.fallback}" in "".join(summary.split())
    assert f"/ {demand.fallback[:4]}" not in summary


def test_a_demand_keeps_its_number_and_its_sum_in_an_extract(
    services: Services, case_id: CaseId, tmp_path: Path, run: object
) -> None:
    record = services.cases.open(case_id)
    second = record.demands[1]
    services.links.link(case_id, [record.live_evidence[0].id], Use(UseKind.DEMAND, second.key))
    about = DossierOptions(about=Use(UseKind.DEMAND, second.key))
    told = dossier_of(services.cases.open(case_id), about).dossier
    assert told.demands == (shown_demand(replace(second, fallback=""), "zh_CN"),)
    made = services.dossiers.render(case_id, about, tmp_path / "demand.pdf")
    assert callable(run)
    summary = str(run("pdftotext", "-raw", "-f", "3", "-l", "3", made.path, "-"))
    assert f"诉求\n2 {second.text[:6]}" in summary
