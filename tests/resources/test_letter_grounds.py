"""What letters lean on: every kind, written to every door, by everybody, quotes only rules that bind that door."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache

import pytest

from tests.domain.rules.packs_kit import shipped_pack
from tests.export.letter_cases import RESOURCES, TODAY, case, texts
from walletcase.domain.case import CaseRecord, ValueKey
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.flow.playbook import Playbook, Role
from walletcase.domain.flow.reader import read_playbook_text
from walletcase.domain.rules.diff import facts_of
from walletcase.domain.rules.pack import Door, Party
from walletcase.domain.writing.build import Wish, letter_facts
from walletcase.domain.writing.doors import answering_party, answers_at
from walletcase.domain.writing.facts import GroundFact
from walletcase.domain.writing.kinds import LetterKind
from walletcase.services.facade import Services

RULES = tomllib.loads((RESOURCES / "letters" / "_binds.toml").read_text(encoding="utf-8"))["rule"]
ROW_OF = {key: row for row in RULES for key in row["keys"]}
BOOKS = sorted(file.name for file in (RESOURCES / "playbooks").glob("*.toml"))
E_CNY = ("ecny_bank", "ecny_app", "not_sure", "")


@cache
def _playbook(name: str) -> Playbook:
    return read_playbook_text((RESOURCES / "playbooks" / name).read_text(encoding="utf-8"), name)


def _cases(name: str) -> Iterator[tuple[str, CaseRecord]]:
    """A case for every product that a playbook offers, and one that does not say: (product, case)."""
    book = _playbook(name)
    bare = CaseRecord(case(), book, {}, {}, frozenset(), (), (), rules=shipped_pack())
    yield "", bare
    for field in book.fields():
        for choice in field.choices if field.role is Role.PRODUCT_KIND else ():
            values = {ValueKey(field.key): choice.key}
            yield choice.product, CaseRecord(case(), book, {}, values, frozenset(), (), (), rules=shipped_pack())


def _grounds(record: CaseRecord, kind: LetterKind, door: Door) -> tuple[GroundFact, ...]:
    party = answers_at(record, door)
    wish = Wish(kind, "zh_CN", TODAY, "x", (), with_unconfirmed=True, party=party, door=door.kind)
    return letter_facts(record, wish).grounds


def _key(kind: LetterKind, ground: GroundFact) -> str:
    return ground.key or next(one.key for one in kind.grounds if one.says.zh == ground.says)


@cache
def _walk(name: str) -> tuple[tuple[str, Party, LetterKind, Door, tuple[GroundFact, ...]], ...]:
    """Every kind written to every door in every case of a playbook, with what it quotes."""
    return tuple(
        (product, answering_party(record), kind, door, _grounds(record, kind, door))
        for product, record in _cases(name)
        for kind in texts().kinds
        for door in shipped_pack().doors
    )


@pytest.mark.parametrize("name", BOOKS)
def test_each_rule_quoted_binds_the_door_that_reads_it(name: str) -> None:
    for product, party, kind, door, grounds in _walk(name):
        own = door.kind in (DoorKind.HOTLINE, DoorKind.BRANCH, DoorKind.ONLINE)
        for ground in grounds:
            key = _key(kind, ground)
            row, place = ROW_OF[key], (product, party, kind.key, door.key, key)
            assert (row["authority"], row["article"]) == (ground.authority, ground.article), place
            assert door.kind.value in row["doors"], place
            assert not row["answers"] or party.value in row["answers"], place
            assert not (own and row["answers"]) or door.party.value in row["answers"], place
            assert key != "records_kept" or product not in E_CNY, place
            assert key != "complaint_file_kept", (place, "nobody took it to the PBoC")
    parties = {party for _, party, *_ in _walk(name)}
    assert len(_walk(name)) >= len(parties) * len(texts().kinds) * len(shipped_pack().doors)


def test_every_rule_of_the_table_is_quoted_somewhere_and_no_other() -> None:
    quoted = {_key(kind, ground) for name in BOOKS for *_, kind, _, grounds in _walk(name) for ground in grounds}
    assert {party for name in BOOKS for _, party, *_ in _walk(name)} == {Party.BANK, Party.PAYMENT_INSTITUTION}
    assert quoted == set(ROW_OF) - {"complaint_file_kept"}  # which needs a filing at the PBoC: below


@pytest.mark.parametrize(
    ("kind", "door", "quoted"),
    [
        ("withdrawal", "icbc_branch", ["withdrawal"]),
        ("withdrawal", "nfra_letter", []),
        ("withdrawal", "samr_12315", []),
        ("withdrawal", "banking_mediation", []),
        ("regulator", "nfra_letter", ["bank_answer", "nfra_transfer"]),
        ("regulator", "pboc_hotline", ["pboc_accept", "pboc_answer"]),
        ("regulator", "samr_12315", ["consumer_accept", "consumer_mediation"]),
        ("regulator", "petition", ["petition_receipt", "petition_decision"]),
        ("mediation", "consumer_association", ["may_mediate"]),
        ("mediation", "banking_mediation", ["may_mediate", "no_refusal"]),
        ("authority", "nfra_letter", []),
        ("authority", "pboc_hotline", ["agent_papers_pboc"]),
        ("reminder", "payment_support", []),
    ],
)
def test_a_letter_of_a_bank_case_leans_on(kind: str, door: str, quoted: list[str]) -> None:
    record = next(record for _, record in _cases("icbc-digital-wallet.toml"))
    chosen = next(one for one in texts().kinds if one.key == kind)
    place = shipped_pack().door(door)
    assert place is not None
    assert [_key(chosen, ground) for ground in _grounds(record, chosen, place)] == quoted


def test_a_letter_says_what_its_door_goes_by(services: Services) -> None:
    case_id = services.cases.new_case("x", "payment-wallet")[0].id
    to_samr = services.letters.text_of(case_id, "regulator", "zh_CN", "samr_12315").body
    assert "行政部门应当自收到投诉之日起7个工作日内" in to_samr
    assert "人民银行" not in to_samr
    to_pboc = services.letters.text_of(case_id, "regulator", "en", "pboc_hotline").body
    assert "order 2020 no. 5" in to_pboc
    assert "Consumer Protection" not in to_pboc
    bank_id = services.cases.new_case("y", "icbc-digital-wallet")[0].id
    assert "第十五条" in services.letters.text_of(bank_id, "withdrawal", "zh_CN").body
    assert "依据" not in services.letters.text_of(bank_id, "withdrawal", "zh_CN", "nfra_letter").body


def test_the_file_of_a_complaint_is_quoted_once_the_pboc_had_it(services: Services) -> None:
    case_id = services.cases.new_case("x", "payment-wallet")[0].id
    before = services.letters.text_of(case_id, "records", "zh_CN").body
    facts = {"complainant": "林小满", "phone": "139 0000 0000", "institution": "某支付"}
    services.flow.set_values(case_id, facts | {"problem": "打不开", "demand": "开通"})
    made = services.letters.text_of(case_id, "regulator", "zh_CN", "pboc_hotline")
    channel = services.cases.open(case_id).playbook.channels[0].key
    services.letters.file_sent(case_id, made, made.body, channel)
    after = services.letters.text_of(case_id, "records", "zh_CN").body
    assert "投诉处理档案" not in before
    assert "投诉处理档案" in after


def test_one_fact_has_one_mark() -> None:
    """A rule that a letter quotes is as certain there as in the rules: same authority, same article, same mark."""
    marks: dict[tuple[str, str], set[bool]] = {}
    for _, fact in facts_of(shipped_pack()):
        authority, article = getattr(fact, "authority", None), getattr(fact, "article", "")
        if authority is not None and article:
            marks.setdefault((authority.zh, article), set()).add(fact.source.confirmed)
    shared = 0
    for kind in texts().kinds:
        for ground in kind.grounds:
            found = marks.get((ground.authority.zh, ground.article))
            assert found in (None, {ground.source.confirmed}), ground.key
            shared += found is not None
    assert shared
    refusal = next(g for kind in texts().kinds for g in kind.grounds if g.key == "no_refusal")
    door = shipped_pack().door("banking_mediation")
    assert door is not None
    assert door.source.confirmed is refusal.source.confirmed
    assert door.source.text == refusal.source.text
    for text in (door.does, *(stop.reason for r in shipped_pack().routes for stop in r.stops)):
        assert "不得拒绝" not in text.zh or refusal.source.confirmed or "待核实" in text.zh
        assert "may not refuse" not in text.en or refusal.source.confirmed or "to be verified" in text.en


def test_nobody_answers_as_another() -> None:
    """A letter to the own door of somebody else quotes nothing that binds only whoever answers."""
    record = next(record for _, record in _cases("payment-wallet.toml"))
    door = shipped_pack().door("bank_branch")
    assert answers_at(record, door) is Party.OTHER
