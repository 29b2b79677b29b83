"""No tip, note or page repeats a number of the rules: it refers to the limit or the door that has it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.domain.rules.packs_kit import shipped_pack
from tests.resources.written_terms import in_digits, phones_in, strings_in, terms_in
from walletcase.domain.flow.reader import read_playbook_text
from walletcase.domain.rules.references import faults_of_line, faults_of_playbook

RESOURCES = Path(__file__).parents[2] / "resources"
FILES = sorted([*(RESOURCES / "playbooks").glob("*.toml"), *(RESOURCES / "rules").glob("*.toml")])
FILES += sorted([*(RESOURCES / "help").rglob("*.md"), RESOURCES / "help" / "pages.toml"])
FILES += [RESOURCES / "i18n" / "findings.toml"]

REFERENCE = re.compile(r"\{[a-z]+:\w+\}")

# What says where a fact is from, or is the fact itself: not prose about it.
FACTS = frozenset(
    (
        "source",
        "source_en",
        "checked_on",
        "authority",
        "article",
        "number",
        "key",
        "version",
        "patterns",
        "quote",
        "balance",
        "per_payment",
        "per_day",
        "per_year",
    )
)
# (part of file and place, what is found there): why it may stand.
ALLOWED: dict[tuple[str, str], str] = {
    ("doors.toml door[samr_12315].name", "12315"): "the platform is called by its number",
    ("limits.toml limit[consumer_age].name", "12315"): "the platform is called by its number",
    ("conflicts.toml conflict[samr_elsewhere].says", "12315"): "the platform is called by its number",
    ("findings.toml door.samr", "12315"): "the platform is called by its number",
    ("help.toml help[securities_line].text", "12386"): "no door of a wallet: the note warns of it",
    ("help.toml help[wallet_interest].text", "20 日"): "the day of the month on which interest is paid",
    ("wallets.toml wallet_class[class", "20 日"): "the day of the month on which interest is paid",
    ("wording.toml wording[crisis", "110"): "in danger the number stands there, whatever was changed in the rules",
    ("wording.toml wording[crisis", "12356"): "in a crisis the number stands there; it is no door of a complaint",
}


def _texts(file: Path) -> Iterator[tuple[str, str]]:
    content = file.read_text(encoding="utf-8")
    if file.suffix == ".md":
        yield file.name, content
        return
    for place, text in strings_in(tomllib.loads(content)):
        if not FACTS & set(place.split(".")):
            yield f"{file.name} {place}", text


def _found() -> list[tuple[str, str]]:
    return [
        (place, one) for file in FILES for place, text in _texts(file) for one in (*terms_in(text), *phones_in(text))
    ]


def test_numbers_of_the_rules_stand_in_the_rules_only() -> None:
    assert len(FILES) > 40
    open_ones = [
        (place, one)
        for place, one in _found()
        if not any(place.startswith(start) and one == said for start, said in ALLOWED)
    ]
    assert open_ones == []


def test_nothing_is_allowed_that_is_not_there() -> None:
    found = _found()
    unused = [(start, said) for start, said in ALLOWED if not any(p.startswith(start) and o == said for p, o in found)]
    assert unused == []


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("自收到之日起 15 日内", ["15 日"]),
        ("十五个工作日内答复，最长六十日", ["15个工作日", "60日"]),
        ("两年内投诉，三年以上", ["2年", "3年"]),
        ("within fifteen working days, thirty more days", ["15 working days", "30 more days"]),
        ("a 30-day limit; three years", ["30-day", "3 years"]),
        ("两个日期，第二天；到这一天会提醒您；在 12 月 10 日前；2026 年 1 月 1 日起；第一天", []),
        ("once a day; in 2026; five ways", []),
        ("一百二十天", ["120天"]),
    ],
)
def test_a_term_is_found_however_it_is_written(text: str, terms: list[str]) -> None:
    assert terms_in(text) == terms


def test_a_hotline_is_found_and_an_amount_is_none() -> None:
    assert phones_in("拨 12378、95588 或 110；400-820-8820") == ["12378", "95588", "110", "400-820-8820"]
    assert phones_in("10000 元，10000 yuan，2026-11-22，1100 笔，12,378") == []


def test_numbers_in_words_become_digits() -> None:
    assert in_digits("二十个工作日、Twenty working days、三类钱包") == "20个工作日、20 working days、三类钱包"


@pytest.mark.parametrize("file", sorted((RESOURCES / "playbooks").glob("*.toml")), ids=lambda file: file.stem)
def test_every_reference_of_a_playbook_leads_somewhere(file: Path) -> None:
    playbook = read_playbook_text(file.read_text(encoding="utf-8"), file.name)
    assert list(faults_of_playbook(playbook, shipped_pack())) == []
    assert any("{limit:" in tip.text.zh for step in playbook.steps for tip in step.tips)


@pytest.mark.parametrize(
    "file", sorted((RESOURCES / "help").rglob("*.md")), ids=lambda file: f"{file.parent.name}-{file.stem}"
)
def test_every_reference_of_a_help_page_leads_somewhere(file: Path) -> None:
    assert list(faults_of_line(file.read_text(encoding="utf-8"), shipped_pack())) == []


@pytest.mark.parametrize("file", [file for file in FILES if file.suffix == ".toml"], ids=lambda file: file.name)
def test_both_languages_refer_to_the_same(file: Path) -> None:
    texts = dict(_texts(file))
    for place, text in texts.items():
        if place.endswith(".zh"):
            english = texts[f"{place.removesuffix('zh')}en"]
            assert sorted(REFERENCE.findall(text)) == sorted(REFERENCE.findall(english)), place
