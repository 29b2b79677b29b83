"""Every template in both languages over random cases: nothing unfilled, nothing leaked, no value run as a template."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.export.letter_cases import PLAIN, TODAY, WORDS, case, demands_of, playbook, record_of, rules, texts
from walletcase.domain.case import CaseRecord, ValueKey
from walletcase.domain.demands import Demand, DemandKind
from walletcase.domain.flow.playbook import FieldKind
from walletcase.domain.letter import LineKind, lines_of, plain_text
from walletcase.domain.rules.pack import Party
from walletcase.domain.writing.build import Wish, field_of, letter_facts
from walletcase.domain.writing.gaps import marks_in
from walletcase.domain.writing.kinds import FACTS, LetterKind, Use

KINDS = texts().kinds
LANGUAGES = ("zh_CN", "en")
each_letter = pytest.mark.parametrize(("key", "language"), [(k.key, language) for k in KINDS for language in LANGUAGES])
# A seed says all of a case, so there is nothing to shrink.
few = settings(max_examples=10, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))

_DOUBLED = re.compile(r"[。；，：、][。；，：、！？]|[!?,;:.](?<!\.\.)[,;:.](?!\.)")


def kind_of(key: str) -> LetterKind:
    """The kind called ``key``."""
    return next(kind for kind in KINDS if kind.key == key)


def composed(
    record: CaseRecord,
    kind: LetterKind,
    language: str,
    wanted: tuple[Demand, ...],
    limit: int = 0,
    *,
    with_unconfirmed: bool = False,
) -> str:
    """The letter of a case."""
    full = Wish(kind, language, TODAY, "收件机构", wanted, with_unconfirmed)
    return texts().compose(kind, letter_facts(record, full), limit)


@each_letter
@few
@given(seed=st.integers(0, 10**9))
def test_nothing_is_unfilled_where_the_facts_are_there(key: str, language: str, seed: int) -> None:
    kind = kind_of(key)
    record = record_of(seed, PLAIN, full=True)
    wanted = demands_of(seed, PLAIN)
    body = composed(record, kind, language, wanted, with_unconfirmed=True)
    names = {texts().names[fact].get(language) for fact in kind.needs if _is_missing(record, fact, wanted)}
    assert {mark.name for mark in marks_in(body)} == names
    for leftover in ("{{", "}}", "{%", "%%", "None", "nan", "Undefined", "object at"):
        assert re.search(rf"(?<![A-Za-z]){re.escape(leftover)}(?![A-Za-z])", body) is None


def _is_missing(record: CaseRecord, fact: str, wanted: tuple[Demand, ...]) -> bool:
    """Said again in other words: what this record can't tell."""
    if fact == "demands":
        return not wanted
    if fact == "answers":
        return not any(entry.draft.is_answer for entry in record.timeline)
    if fact == "reasons":
        return True
    if fact == "agreed":
        accepted = any(offer.state == "accepted" for offer in record.offers)
        return not accepted and field_of(record, fact) is None
    if fact in ("institution", "recipient"):
        return False
    if fact == "reference":
        return not record.reference
    field = field_of(record, fact)
    return field is None or not record.value(field.key)


@each_letter
@few
@given(seed=st.integers(0, 10**9))
def test_what_a_person_typed_is_never_run(key: str, language: str, seed: int) -> None:
    kind = kind_of(key)
    record = record_of(seed, WORDS)
    wanted = (Demand("d1", DemandKind.FIX, "{{ 7*7 }}{% raw %}", fallback="{{ name.__class__ }}"),)
    body = composed(record, kind, language, wanted)
    assert "49" not in body
    if "demands" in kind.facts:
        assert "{{ 7*7 }}{% raw %}" in body
        assert "{{ name.__class__ }}" in body


@each_letter
@few
@given(seed=st.integers(0, 10**9))
def test_lines_are_whole_and_well_pointed(key: str, language: str, seed: int) -> None:
    kind = kind_of(key)
    body = composed(record_of(seed, PLAIN), kind, language, demands_of(seed, PLAIN), with_unconfirmed=True)
    lines = list(lines_of(body))
    titles = [line for line in lines if line.kind is LineKind.TITLE]
    assert len(titles) == (kind.use is Use.LETTER)
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        assert line.text
        if line.kind is LineKind.HEADING:
            assert following is not None
            assert following.kind in (LineKind.PLAIN, LineKind.SALUTE), line.text
        found = _DOUBLED.search(line.text.replace("...", "").replace("'.", ""))
        assert found is None, line.text
        assert "()" not in line.text
        assert "（）" not in line.text
    assert "\n\n\n" not in body


@each_letter
def test_only_named_facts_are_told(key: str, language: str) -> None:
    """Every field holds a word of its own: those of a letter are of the facts it names."""
    kind = kind_of(key)
    typed = (f for f in playbook().fields() if f.kind in (FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.DEMANDS))
    values = {ValueKey(field.key): f"SAID-{field.key}-END" for field in typed}
    values[ValueKey("phone")] = "139 8888 8888"
    values[ValueKey("people")] = '[{"name": "SAID-people-END", "role": "", "phone": ""}]'
    record = replace(_bare(), values=values)
    body = composed(record, kind, language, (Demand("d1", DemandKind.FIX, "SAID-demand-END"),))
    allowed = {field.key for fact in kind.facts if (field := field_of(record, fact)) is not None}
    assert set(re.findall(r"SAID-(\w+?)-END", body)) <= allowed
    assert ("139 8888 8888" in body) == ("phone" in kind.facts)
    fields = {fact: field_of(record, fact) for fact in kind.facts}
    assert {fact for fact, field in fields.items() if field and field.private} <= PRIVATE[kind.key]


# What each letter may tell of what is private, and no more.
_WHO = {"name", "phone"}
_ALL = {*_WHO, "email", "address", "id_kind", "agent"}
PRIVATE = {
    "complaint": {*_ALL, "account_tail", "transaction"},
    "reminder": _WHO,
    "review": {*_ALL, "account_tail"},
    "regulator": {*_ALL, "account_tail", "transaction"},
    "mediation": {*_ALL, "account_tail"},
    "records": {*_ALL, "account_tail", "transaction"},
    "withdrawal": _WHO,
    "authority": {*_WHO, "agent", "id_kind"},
    "settlement": _WHO,
    "online": {"account_tail"},
    "hotline": {"name", "account_tail"},
    "regulator_call": {"name", "account_tail"},
    "progress": set[str](),
}


def _bare() -> CaseRecord:
    return CaseRecord(
        case=case(), playbook=playbook(), steps={}, values={}, ticks=frozenset(), timeline=(), evidence=(),
        rules=rules(),
    )  # fmt: skip


@each_letter
def test_an_empty_case_composes_and_shows_every_gap(key: str, language: str) -> None:
    kind = kind_of(key)
    wish = Wish(kind, language, TODAY)
    record = _bare()
    body = texts().compose(kind, letter_facts(record, wish))
    known = {"institution"}  # the playbook names one
    expected = {texts().names[fact].get(language) for fact in kind.needs if fact not in known}
    assert {mark.name for mark in marks_in(body)} == expected


def test_every_fact_has_a_name_and_every_limit_its_length() -> None:
    assert set(texts().names) == FACTS
    for key, said in texts().limits.items():
        assert rules().limit(key) is not None, key
        for language in LANGUAGES:
            assert said.get(language).count("{term}") == 1
            assert not re.search(r"\d", said.get(language))


def test_quoted_limits_exist() -> None:
    for kind in KINDS:
        for quoted in kind.limits:
            assert rules().limit(quoted.key) is not None, (kind.key, quoted.key)
            assert quoted.key in texts().limits


@pytest.mark.parametrize("language", LANGUAGES)
def test_unconfirmed_rules_are_left_out_or_named(language: str) -> None:
    review = kind_of("review")
    quiet = composed(_bare(), review, language, ())
    told = composed(_bare(), review, language, (), with_unconfirmed=True)
    word = "待核实" if language == "zh_CN" else "to be verified"
    assert word not in quiet
    unconfirmed = [ground for ground in review.grounds if not ground.source.confirmed]
    assert told.count(word) == len(unconfirmed) + len(review.limits)


@given(length=st.integers(20, 400), limit=st.integers(60, 600))
@settings(max_examples=30, deadline=None)
def test_a_form_gets_less_and_less_but_never_half_a_text(length: int, limit: int) -> None:
    online = kind_of("online")
    record = replace(_bare(), values={ValueKey("problem"): "很" * length, ValueKey("product"): "数字钱包"})
    wanted = (Demand("d1", DemandKind.FIX, "开通钱包"),)
    whole, short = composed(record, online, "zh_CN", wanted), composed(record, online, "zh_CN", wanted, limit)
    assert "很" * length in short
    assert "开通钱包" in short
    assert len(plain_text(short)) <= max(limit, len(plain_text(whole)))
    if len(plain_text(whole)) <= limit:
        assert short == whole


@each_letter
def test_a_rule_on_banks_is_not_quoted_to_a_payment_institution(key: str, language: str) -> None:
    kind = kind_of(key)
    wish = Wish(kind, language, TODAY, "x", (), with_unconfirmed=True, party=Party.PAYMENT_INSTITUTION)
    body = texts().compose(kind, letter_facts(_bare(), wish))
    assert "银保监会" not in body
    assert "CBIRC" not in body
    assert "银行应当" not in body
    to_bank = composed(_bare(), kind, language, (), with_unconfirmed=True)
    on_banks = [g for g in kind.grounds if g.reach.answers == (Party.BANK,) and kind.usual_door in g.reach.doors]
    assert all(ground.says.get(language).split("；")[0] in to_bank for ground in on_banks)


@each_letter
def test_nothing_unseen_gets_into_a_letter(key: str, language: str) -> None:
    """Marks that turn the direction, hide or break what follows: typed in any field, contact, demand or name."""
    unseen = "\u202e\u2066\u200b\ufeff\x07\u00ad\u2028\U000e0041"
    words = tuple(f"{unseen}{word}{unseen}x" for word in ("# 标题", "支行", "> 引用", "第一行\n## 二级"))
    body = composed(record_of(7, words, full=True), kind_of(key), language, demands_of(7, words))
    assert not [char for char in unseen if char in body]
    assert "x" in body
    titles = [line.text for line in lines_of(body) if line.kind is LineKind.TITLE]
    assert len(titles) <= 1
    assert not [line.text for line in lines_of(body) if line.kind is LineKind.HEADING and "二级" in line.text]
