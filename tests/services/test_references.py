"""After numbers of the rules were changed by hand nothing that a case shows or writes says the old ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest

from tests.conftest import FrozenClock
from tests.resources.written_terms import phones_in, terms_in
from walletcase.domain.help_pages import facts_of, page_text
from walletcase.domain.ids import CaseId
from walletcase.domain.rules.pack import Source, Unit
from walletcase.domain.rules.references import filled_line, filled_pack, filled_playbook, term
from walletcase.domain.text import Text
from walletcase.infra import resources
from walletcase.infra.help import HelpFiles
from walletcase.infra.playbooks import ShippedPlaybooks
from walletcase.infra.rules import RuleFiles
from walletcase.services.facade import Services

LANGUAGES = ("zh_CN", "en")
PLAYBOOKS = ShippedPlaybooks().known()
# Numbers that stand in a text on purpose: tests/resources/test_written_terms.py says why.
KEPT = ("12315", "12386", "12356", "110", "20 日")
NEW_NUMBER = "70007"


def _texts(value: object) -> Iterator[str]:
    """Every text that a person may read in a value, not where it is from."""
    if isinstance(value, Text):
        yield from (value.zh, value.en)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value) and not isinstance(value, Source | type):
        for one in fields(value):
            yield from _texts(getattr(value, one.name))


def _facts(services: Services, key: str) -> CaseId:
    case, _ = services.cases.new_case("钱包打不开", key)
    wanted = {"complainant": "林小满", "phone": "139 0000 0000", "problem": "点开通后报错。", "demand": "开通钱包"}
    known = {field.key for field in services.cases.open(case.id).playbook.fields()}
    services.flow.set_values(case.id, {name: text for name, text in wanted.items() if name in known})
    return case.id


def _change_all(services: Services) -> None:
    """Let every limit be another one (days longer, the longest first; years shorter), and every hotline."""
    pack = services.rules.active().revision.pack
    for limit in sorted(pack.limits, key=lambda one: -one.amount):
        other = limit.amount - 1 if limit.unit is Unit.YEARS else limit.amount + 1
        services.rules.edit_fact(f"limit/{limit.key}/amount", str(other))
    for door in pack.doors:
        if door.number:
            services.rules.edit_fact(f"door/{door.key}/number", NEW_NUMBER)


def _old(text: str, terms: set[tuple[int, bool]]) -> list[str]:
    found = []
    for one in terms_in(text):
        amount = int("".join(char for char in one if char.isdigit()))
        if (amount, "年" in one or "year" in one) in terms and one not in KEPT:
            found.append(one)
    return found + [one for one in phones_in(text) if one not in (*KEPT, NEW_NUMBER)]


@pytest.mark.parametrize("key", PLAYBOOKS)
def test_no_text_of_a_case_says_an_old_number(services: Services, clock: FrozenClock, key: str) -> None:
    case_id = _facts(services, key)
    before = RuleFiles().shipped()
    old = {(limit.amount, limit.unit is Unit.YEARS) for limit in before.limits}
    _change_all(services)
    record, letters = services.cases.open(case_id), services.letters
    said = [*_texts(record.playbook), *_texts(record.rules)]
    for kind in letters.kinds(case_id):
        for language in LANGUAGES:
            said.append(letters.text_of(case_id, kind.kind.key, language, with_unconfirmed=True).body)
            if kind.kind.key == "regulator":
                said += [letters.text_of(case_id, "regulator", language, door.key).body for door in before.doors]
    for page in HelpFiles().pages():
        for language in LANGUAGES:
            rules = services.rules.active().revision.pack
            said.append(page_text(HelpFiles().text(page.key, language), rules, language))
            said.append(facts_of(rules, page.key, language, ("facts", "{source}", "mark")))
    assert len(said) > 1000
    assert [(found, text) for text in said if (found := _old(text, old))] == []
    assert any(NEW_NUMBER in text for text in _texts(record.playbook))
    assert not any("{limit:" in text or "{door:" in text or "{hours:" in text for text in said)


def test_a_longer_limit_is_said_on_the_page_and_listed_before(services: Services) -> None:
    """The one case of the audit: the bank's answer, 15 days made 20."""
    case_id = _facts(services, "icbc-digital-wallet")
    diff = services.rules.preview_edit("limit/bank_answer/amount", "20")
    assert [(one.table, one.key) for one in diff.facts] == [("limit", "bank_answer"), ("help", "fix_reply_time")]
    (note,) = (one for one in diff.facts if one.table == "help")
    (part,) = note.parts
    assert isinstance(part.before, Text)
    assert isinstance(part.after, Text)
    assert ("一般 15 日" in part.before.zh, "一般 20 日" in part.after.zh) == (True, True)
    services.rules.adopt(diff)
    tips = {tip.key: tip.text for tip in services.cases.open(case_id).playbook.by_key["confirm"].tips}
    assert "自收到投诉起 20 日内" in tips["time_limit"].zh
    assert "the bank has 20 days to decide" in tips["time_limit"].en
    services.rules.edit_fact("limit/bank_answer/amount", "15")
    tips = {tip.key: tip.text for tip in services.cases.open(case_id).playbook.by_key["confirm"].tips}
    assert "自收到投诉起 15 日内" in tips["time_limit"].zh


def test_what_is_stored_keeps_its_references(services: Services) -> None:
    """A second edit must find them again, and a roll-back brings the words of then."""
    first = services.rules.active().revision
    services.rules.edit_fact("door/icbc_hotline/number", "95599")
    services.rules.edit_fact("door/icbc_hotline/number", "95566")
    notes = {note.key: note.text.zh for note in services.rules.active().revision.pack.help}
    assert "客服热线是 95566。" in notes["fix_hotline_number"]
    services.rules.roll_back(services.rules.revisions()[-1].id)
    assert services.rules.active().revision.pack == first.pack


def test_an_ended_case_keeps_the_numbers_it_was_ended_with(services: Services) -> None:
    case_id = _facts(services, "icbc-digital-wallet")
    services.flow.finish(case_id, "close", services.cases.open(case_id).playbook.by_key["close"].outcomes[0].key)
    services.rules.edit_fact("limit/bank_answer/amount", "20")
    tips = {tip.key: tip.text for tip in services.cases.open(case_id).playbook.by_key["confirm"].tips}
    assert "自收到投诉起 15 日内" in tips["time_limit"].zh


def test_terms_are_written_as_their_language_does() -> None:
    rules = RuleFiles().shipped()
    bank, accept, age = rules.limit("bank_answer"), rules.limit("pboc_accept"), rules.limit("civil_limitation")
    assert bank is not None
    assert accept is not None
    assert age is not None
    assert [term(one, "zh_CN") for one in (bank, accept, age)] == ["15 日", "7 个工作日", "3 年"]
    assert [term(one, "en") for one in (bank, accept, age)] == ["15 days", "7 working days", "3 years"]
    assert term(replace(bank, amount=1), "en") == "1 day"


def test_what_the_rules_do_not_have_is_said_and_not_made_up() -> None:
    rules = RuleFiles().shipped()
    assert filled_line("{limit:gone}内", rules, "zh_CN") == "（规则里没有）内"
    assert filled_line("call {door:bank_hotline}, {hours:bank_hotline}", rules, "en") == (
        "call (number not known), (hours not known)"
    )
    assert filled_line("{hours:nfra_hotline}", rules, "en").startswith("Daytime")
    assert filled_line("{x} {} {a b}", rules, "en") == "{x} {} {a b}"


def test_what_refers_to_nothing_stays_the_same_object() -> None:
    rules = RuleFiles().shipped()
    shown = filled_pack(rules)
    assert shown.doors is rules.doors
    assert shown.help is not rules.help
    assert filled_pack(shown) is shown
    book = filled_playbook(ShippedPlaybooks().get("icbc-digital-wallet"), rules)
    assert filled_playbook(book, rules) is book
    assert len(list(resources.path("playbooks").glob("*.toml"))) == len(PLAYBOOKS)
