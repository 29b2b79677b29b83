"""The shipped rule pack against the domain brief: all of its limits, its marks, and none of the wrong claims."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from tests.domain.rules.packs_kit import shipped_pack
from tests.resources.written_terms import in_digits
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.flow.reader import read_playbook_text
from walletcase.domain.rules.diff import Fact, facts_of
from walletcase.domain.rules.pack import Party, Roll, RulePack, Unit
from walletcase.services.facade import Services

RESOURCES = Path(__file__).parents[2] / "resources"

# domain.md 2.1: id -> (limits, who, amount, unit); what it calls a pause or a start is a help note.
LIMITS: dict[str, tuple[str, Party, int, Unit]] = {
    "B-15": ("bank_answer", Party.BANK, 15, Unit.CALENDAR),
    "B-30": ("bank_answer_complex", Party.BANK, 30, Unit.CALENDAR),
    "B-60": ("bank_answer_special", Party.BANK, 60, Unit.CALENDAR),
    "U-REV": ("review_request", Party.PERSON, 30, Unit.CALENDAR),
    "B-REV": ("review_answer", Party.BANK, 30, Unit.CALENDAR),
    "R-TR": ("nfra_transfer", Party.REGULATOR, 7, Unit.WORKING),
    "P-ACC": ("pboc_accept", Party.REGULATOR, 7, Unit.WORKING),
    "P-15": ("pboc_answer", Party.BANK, 15, Unit.CALENDAR),
    "P-60": ("pboc_answer_extended", Party.BANK, 60, Unit.CALENDAR),
    "P-KEEP": ("complaint_file_kept", Party.BANK, 3, Unit.YEARS),
    "C-7": ("consumer_accept", Party.REGULATOR, 7, Unit.WORKING),
    "C-60": ("consumer_mediation", Party.REGULATOR, 60, Unit.CALENDAR),
    "C-3Y": ("consumer_age", Party.PERSON, 3, Unit.YEARS),
    "X-15": ("petition_receipt", Party.REGULATOR, 15, Unit.CALENDAR),
    "X-60": ("petition_decision", Party.REGULATOR, 60, Unit.CALENDAR),
    "X-60+30": ("petition_decision_extended", Party.REGULATOR, 90, Unit.CALENDAR),
    "X-RV ask": ("petition_review_request", Party.PERSON, 30, Unit.CALENDAR),
    "X-RV answer": ("petition_review_answer", Party.REGULATOR, 30, Unit.CALENDAR),
    "X-RV ask again": ("petition_recheck_request", Party.PERSON, 30, Unit.CALENDAR),
    "X-RV answer again": ("petition_recheck_answer", Party.REGULATOR, 30, Unit.CALENDAR),
    "A-60 apply": ("reconsideration_request", Party.PERSON, 60, Unit.CALENDAR),
    "A-60 examine": ("reconsideration_examine", Party.REGULATOR, 5, Unit.WORKING),
    "A-60 simple": ("reconsideration_simple", Party.REGULATOR, 30, Unit.CALENDAR),
    "A-60 decide": ("reconsideration_decision", Party.REGULATOR, 60, Unit.CALENDAR),
    "A-60 prolonged": ("reconsideration_extended", Party.REGULATOR, 90, Unit.CALENDAR),
    "L-3Y": ("civil_limitation", Party.PERSON, 3, Unit.YEARS),
    "K-10Y": ("records_kept", Party.BANK, 10, Unit.YEARS),
    "W-90": ("wallet_id_update", Party.PERSON, 90, Unit.CALENDAR),
}
CHAINS = {
    "bank_answer_complex": "bank_answer",
    "bank_answer_special": "bank_answer_complex",
    "pboc_answer_extended": "pboc_answer",
    "petition_decision_extended": "petition_decision",
    "reconsideration_extended": "reconsideration_decision",
}
# What domain.md marks "general knowledge, verify", gives only grade C sources for, or calls contradictory.
UNCONFIRMED = {
    "limit": {
        "review_request",
        "review_answer",
        "nfra_transfer",
        "report_accept",
        "report_decision",
        "wallet_id_update",
    },
    "door": {
        "icbc_hotline_abroad",
        "ecny_app_support",
        "superior_review",
        "nfra_hotline",
        "nfra_letter",
        "finance_mediation_net",
        "police",
        "anti_fraud",
    },
    "wallet_class": {"class1", "class3"},
    "help": {
        "fix_review_first",
        "fix_identity",
        "fix_channel_powers",
        "mediation_pauses",
        "court_online",
        "rule_under_revision",
        "wallet_classes",
        "wallet_frozen_visit",
        "wallet_risk",
        "wallet_expired_id",
        "wallet_records",
    },
}
NUMBERS = {
    "icbc_hotline": "95588",
    "nfra_hotline": "12378",
    "pboc_hotline": "12363",
    "samr_12315": "12315",
    "police": "110",
    "anti_fraud": "96110",
}
# domain.md 2.6 and 0.1(12): claims found on web pages and in no law. Read after numbers in words became digits
# (written_terms.in_digits), so 十五个工作日 and "fifteen business days" are the same claim as 15 个工作日.
WRONG = (
    r"15\s*个?\s*工作日",
    r"7\s*个?\s*工作日[^。]{0,12}延长至\s*15",
    r"20\s*个?\s*工作日",
    r"30\s*个?\s*工作日",
    r"\b(?:15|20|30)[ -](?:more )?(?:working|business)[ -]days?",
    r"2\s*年(?:之|以)?内[^。]{0,4}投诉",
    r"complain[^.]{0,24}within 2 years|within 2 years[^.]{0,24}complain",
    r"全天\s*24\s*小时",
    r"24\s*小时(?:全天)?服务",
    r"around the clock",
    r"24[ -]hours?(?: a day| service|s\b)",
    r"24/7",
    r"调解金额[^。]{0,8}10\s*万",
    r"12345678",
    r"950011",
    r"法院必(?:定|然|须)?采信",
    r"courts? (?:must|always) accepts?",
)
# The same claims as people write them; and what only looks like one.
CLAIMS = (
    "银行应在十五个工作日内答复", "15个工作日", "within fifteen business days", "15 working days",
    "fifteen-working-day", "7个工作日，可延长至15个工作日", "二十个工作日", "三十个工作日", "Thirty working days",
    "两年内投诉", "二年之内提出投诉",
    "complain within two years", "全天二十四小时", "二十四小时服务", "24 hours a day", "24/7",
    "调解金额不超过十万元",
    "法院必采信", "拨打 950011",
)  # fmt: skip
RIGHT = ("七个工作日内", "15 日内作出决定", "fifteen days", "三年内提出", "within 7 working days", "三类钱包")


@pytest.fixture(scope="module")
def pack() -> RulePack:
    """The shipped pack."""
    return shipped_pack()


@pytest.mark.parametrize("name", LIMITS)
def test_every_limit_of_the_brief_is_shipped(pack: RulePack, name: str) -> None:
    key, party, amount, unit = LIMITS[name]
    limit = pack.limit(key)
    assert limit is not None
    assert (limit.party, limit.amount, limit.unit) == (party, amount, unit)


def test_longer_limits_extend_shorter_ones(pack: RulePack) -> None:
    assert {limit.key: limit.extends for limit in pack.limits if limit.extends} == CHAINS


def test_a_last_day_rolls_only_where_a_rule_says_so(pack: RulePack) -> None:
    rolling = {limit.key for limit in pack.limits if limit.roll is Roll.YES}
    assert rolling == {
        "civil_limitation",
        "reconsideration_request",
        "reconsideration_simple",
        "reconsideration_decision",
        "reconsideration_extended",
    }
    open_ones = {limit.key for limit in pack.limits if limit.roll is Roll.UNSETTLED}
    assert {"bank_answer", "bank_answer_complex", "bank_answer_special", "pboc_answer"} <= open_ones


def test_exactly_what_is_to_be_verified_says_so(pack: RulePack) -> None:
    facts: dict[str, tuple[Fact, ...]] = {
        "limit": pack.limits,
        "door": pack.doors,
        "wallet_class": pack.wallet_classes,
        "help": pack.help,
    }
    found = {table: {one.key for one in those if not one.source.confirmed} for table, those in facts.items()}
    assert found == UNCONFIRMED


def test_a_source_that_speaks_of_verifying_the_fact_is_not_confirmed(pack: RulePack) -> None:
    sources = [(fact.key, fact.source) for _, fact in facts_of(pack)]
    claimed = [key for key, source in sources if source.confirmed and "通行说法" in source.text.zh]
    assert claimed == []


def test_only_numbers_with_a_source_are_shipped(pack: RulePack) -> None:
    numbers = {door.key: door.number for door in pack.doors if door.number}
    assert numbers == NUMBERS | {"icbc_hotline_abroad": "+86-95588"}


def test_contradictory_hours_are_left_to_the_voice_menu(pack: RulePack) -> None:
    hotline = pack.door("nfra_hotline")
    assert hotline is not None
    assert hotline.hours is not None
    assert hotline.hours.zh == "工作日白天，以语音提示为准"
    assert [door.key for door in pack.doors if door.hours] == ["nfra_hotline"]


def test_every_kind_of_door_is_there_and_another_bank_has_its_own_ways(pack: RulePack) -> None:
    assert {door.kind for door in pack.doors} == set(DoorKind)
    for kind in (DoorKind.HOTLINE, DoorKind.BRANCH, DoorKind.ONLINE):
        (general,) = pack.doors_of(kind, "招商银行", Party.BANK)
        assert general.number == ""
        assert all("icbc" in door.key for door in pack.doors_of(kind, "中国工商银行股份有限公司", Party.BANK))


def test_wallet_classes_are_those_of_the_brief(pack: RulePack) -> None:
    amounts = {w.key: (w.balance, w.per_payment, w.per_day, w.per_year) for w in pack.wallet_classes}
    assert amounts == {
        "class1": ("none", "none", "none", ""),
        "class2": ("500000", "50000", "100000", ""),
        "class3": ("20000", "5000", "10000", ""),
        "class4": ("10000", "2000", "5000", "50000"),
    }


def test_the_corrections_of_the_guide_belong_to_steps(pack: RulePack) -> None:
    text = (RESOURCES / "playbooks" / "icbc-digital-wallet.toml").read_text(encoding="utf-8")
    steps = set(read_playbook_text(text, "icbc").by_key)
    corrections = [note for note in pack.help if note.key.startswith("fix_")]
    assert len(corrections) >= 8  # the rows of domain.md section 10
    assert {note.topic for note in pack.help} - steps == {"wallet"}


def _wrong(text: str) -> list[str]:
    plain = in_digits(text)
    found = (re.search(claim, plain, re.IGNORECASE) for claim in WRONG)
    return [match[0] for match in found if match]


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_wrong_claim_is_known_however_it_is_written(claim: str) -> None:
    assert _wrong(claim), claim


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_no_wrong_claim(text: str) -> None:
    assert _wrong(text) == []


def test_no_wrong_claim_stands_anywhere_in_the_resources() -> None:
    texts = [file for file in RESOURCES.rglob("*") if file.suffix in (".toml", ".ts", ".md", ".txt", ".j2")]
    assert len(texts) > 8
    read = ((str(file.relative_to(RESOURCES)), file.read_text(encoding="utf-8")) for file in texts)
    assert [(name, found) for name, text in read if (found := _wrong(text))] == []


@pytest.mark.parametrize("name", sorted(file.stem for file in (RESOURCES / "playbooks").glob("*.toml")))
def test_no_wrong_claim_stands_in_what_a_case_reads_and_writes(services: Services, pack: RulePack, name: str) -> None:
    """Filled in, a text may say what none of its files does: "{limit:…} 个工作日" would be one."""
    case_id = services.cases.new_case("钱包", name)[0].id
    record, letters = services.cases.open(case_id), services.letters
    texts = [str(record.playbook), str(record.rules)]
    for state in letters.kinds(case_id):
        doors = [""]
        if state.kind.key in ("complaint", "regulator", "mediation"):
            doors += [door.key for door in pack.doors]
        for language, door in product(("zh_CN", "en"), doors):
            texts.append(letters.text_of(case_id, state.kind.key, language, door, with_unconfirmed=True).body)
    assert len(texts) > 150
    assert [(found, text) for text in texts if (found := _wrong(text))] == []
