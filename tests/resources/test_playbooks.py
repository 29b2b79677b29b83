"""The shipped playbooks: whole, in both languages, true to the guide, and never out of step with the code."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from walletcase.domain.flow.machine import Flow, finish, following_step, status_of
from walletcase.domain.flow.playbook import LANGUAGES, Field, FieldKind, Playbook, Role, Status, Step
from walletcase.domain.flow.reader import read_playbook_text
from walletcase.domain.text import Text
from walletcase.infra import resources

FILES = sorted(file.name for file in resources.path("playbooks").glob("*.toml"))
FOLLOW_UP = ["confirm", "progress", "contact_details", "keep_record"]
STEPS = ["gather", "hotline", "branch", "online", *FOLLOW_UP, "escalate", "close"]
AT = "2026-11-22T10:00+08:00"
GUIDE = "投诉指南"
HAN = re.compile("[\u3400-\u9fff]")


def _read(name: str) -> Playbook:
    return read_playbook_text(resources.path("playbooks", name).read_text(encoding="utf-8"), name)


@pytest.fixture
def playbook() -> Playbook:
    return _read("icbc-digital-wallet.toml")


def _texts(playbook: Playbook) -> Iterator[tuple[str, Text]]:
    """Every text of a playbook with the name of its place."""
    yield from (("name", playbook.name), ("summary", playbook.summary))
    if playbook.institution.zh:  # none where the playbook is not for one institution
        yield "institution", playbook.institution
    yield from ((phase.key, phase.name) for phase in playbook.phases)
    yield from ((channel.key, channel.name) for channel in playbook.channels)
    for step in playbook.steps:
        yield from ((f"{step.key}/{where}", text) for where, text in _step_texts(step))


def _step_texts(step: Step) -> Iterator[tuple[str, Text]]:
    yield from (("name", step.name), ("purpose", step.purpose))
    yield from (("evidence", hint) for hint in step.evidence_hints)
    if step.done_label:
        yield "done_label", step.done_label
    yield from ((item.key, item.text) for item in step.checklist)
    yield from ((tip.key, tip.text) for tip in step.tips)
    yield from ((outcome.key, outcome.text) for outcome in step.outcomes)
    for field in step.fields:
        yield field.key, field.label
        yield from ((choice.key, choice.text) for choice in field.choices)
        if field.hint:
            yield f"{field.key}/hint", field.hint
        if field.paper:
            yield f"{field.key}/paper", field.paper


@pytest.mark.parametrize("name", FILES)
def test_every_shipped_file_is_read_and_named_by_its_key(name: str) -> None:
    assert f"{_read(name).key}.toml" == name


@pytest.mark.parametrize("name", FILES)
def test_every_text_is_in_the_language_it_claims(name: str) -> None:
    for place, text in _texts(_read(name)):
        assert HAN.search(text.zh) or text.zh in ("App",), place
        assert not HAN.search(text.en), place
        for language in LANGUAGES:
            assert text.get(language) == text.get(language).strip(), place
            assert not re.search("[!！]", text.get(language)), place


@pytest.mark.parametrize("name", FILES)
def test_every_step_is_furnished(name: str) -> None:
    for step in _read(name).steps:
        furniture = (step.fields, step.checklist, step.tips, step.evidence_hints, step.outcomes, step.done_label)
        assert all(furniture), step.key


@pytest.mark.parametrize("name", FILES)
def test_tips_say_where_they_are_from_and_when_that_was_checked(name: str) -> None:
    for step in _read(name).steps:
        for tip in step.tips:
            assert not HAN.search(tip.source_in("en")), tip.key
            assert tip.checked_on or not re.search("[《令]", tip.source), f"{step.key}/{tip.key}: a rule has its day"
            assert tip.checked_on or not tip.verify, f"{step.key}/{tip.key}: checked when?"


@pytest.mark.parametrize("name", FILES)
def test_laws_numbers_and_limits_stand_in_tips_only(name: str) -> None:
    """Purposes and checklists outlive the rules, so they may not quote them."""
    for step in _read(name).steps:
        for text in (step.purpose, *(item.text for item in step.checklist)):
            assert not re.search("《|第.+条|12378|12363", text.zh), step.key


DATED = re.compile(r"\d{3,}|\d+ ?(?:日|天|个工作日|days?|working days)")


@pytest.mark.parametrize("name", FILES)
def test_numbers_stand_in_tips_only(name: str) -> None:
    """Hotlines and limits come from the rule pack; a hint may give an example of how something is written."""
    for step in _read(name).steps:
        tips = {tip.key for tip in step.tips}
        for place, text in _step_texts(step):
            if place in tips or "例如" in text.zh:
                continue
            assert not DATED.search(text.zh), f"{step.key}/{place}"
            assert not DATED.search(text.en), f"{step.key}/{place}"


@pytest.mark.parametrize("name", FILES)
def test_clocks_and_endings_name_limits_of_the_rules(name: str) -> None:
    limits = {limit["key"] for limit in resources.toml("rules", "limits.toml")["limit"]}
    named = [(step.key, clock.limit) for step in _read(name).steps for clock in step.clocks]
    named += [(step.key, key) for step in _read(name).steps for outcome in step.outcomes for key in outcome.ends]
    assert named
    assert [pair for pair in named if pair[1] not in limits] == []


@pytest.mark.parametrize("name", FILES)
def test_what_speaks_to_the_person_is_called_otherwise_on_paper(name: str) -> None:
    for field in _read(name).fields():
        paper = field.paper or field.label
        assert not re.search("您|我|你", paper.zh), field.key
        assert not re.search(r"\b(?:you|your|me|my|I)\b", paper.en, re.IGNORECASE), field.key


def test_nothing_of_the_first_version_is_gone(playbook: Playbook) -> None:
    """Cases that began with it go on: their values, ticks and outcomes keep their keys."""
    first = json.loads((Path(__file__).parent / "icbc_v1_keys.json").read_text(encoding="utf-8"))
    assert [step for step in first["steps"] if step not in playbook.by_key] == []
    assert set(first["channels"]) <= {channel.key for channel in playbook.channels}
    assert set(first["intake"]) <= set(playbook.intake)
    for key, was in first["steps"].items():
        step = playbook.by_key[key]
        assert set(was["outcomes"]) <= {outcome.key for outcome in step.outcomes}, key
        assert set(was["checks"]) <= {item.key for item in step.checklist}, key
        fields = {field.key: field for field in step.fields}
        for field_key, field in was["fields"].items():
            kinds = {field["kind"], "demands"} if field_key == "demand" else {field["kind"]}
            assert fields[field_key].kind in kinds, field_key
            assert set(field["choices"]) <= {choice.key for choice in fields[field_key].choices}, field_key


def test_the_ten_steps_are_the_documented_ones(playbook: Playbook) -> None:
    assert [step.key for step in playbook.steps] == STEPS
    phases = {phase.key: [step.key for step in playbook.steps if step.phase == phase.key] for phase in playbook.phases}
    assert phases == {"prepare": STEPS[:1], "complain": STEPS[1:4], "follow_up": FOLLOW_UP, "end": STEPS[8:]}


def test_all_kinds_of_fields_and_all_roles_occur(playbook: Playbook) -> None:
    assert {field.kind for field in playbook.fields()} == set(FieldKind)
    assert {field.role for field in playbook.fields() if field.role} == set(Role)


def test_contact_steps_say_when_who_what_and_by_when(playbook: Playbook) -> None:
    wanted = (Role.SUMMARY, Role.OCCURRED_ON, Role.OCCURRED_AT, Role.COUNTERPART, Role.REFERENCE, Role.PROMISED_ON)
    contact_steps = [step for step in playbook.steps if step.channel]
    assert [step.key for step in contact_steps] == ["hotline", "branch", "online", "confirm", "progress", "escalate"]
    for step in contact_steps:
        assert [role for role in wanted if step.field_with_role(role) is None] == [], step.key


def test_personal_data_is_marked_private(playbook: Playbook) -> None:
    personal = {"complainant", "phone", "wallet_tail", "transaction_no", "people"}
    personal |= {"agent", "contact_phone", "contact_email", "contact_address", "contact_helper"}
    assert {field.key for field in playbook.fields() if field.private} == personal


def test_nothing_asks_for_a_secret(playbook: Playbook) -> None:
    for field in playbook.fields():
        assert not re.search("密码|验证码|password|PIN|CVV", f"{field.label.zh} {field.label.en}"), field.key


def test_unconfirmed_claims_are_marked(playbook: Playbook) -> None:
    marked = {f"{step.key}/{tip.key}" for step in playbook.steps for tip in step.tips if tip.verify}
    unconfirmed = ("gather/opening_papers", "gather/fraud_first", "confirm/rule_changes", "escalate/superior_review")
    assert set(unconfirmed) <= marked


def test_walking_each_step_with_its_first_outcome_ends_the_case(playbook: Playbook) -> None:
    flow = Flow(playbook)
    walked: list[str] = []
    while len(walked) < 6:
        walked.append(following_step(flow))
        flow = finish(flow, walked[-1], flow.step(walked[-1]).outcomes[0].key, AT)
    assert walked == ["gather", "hotline", "confirm", "contact_details", "keep_record", "progress"]
    for step in playbook.steps:
        if not flow.record(step.key).is_settled:
            flow = finish(flow, step.key, step.outcomes[0].key, AT)
    assert status_of(flow, has_content=True) is Status.RESOLVED


def _guide_map() -> list[dict[str, Any]]:
    statements: list[dict[str, Any]] = resources.toml("help", "guide_map.toml")["statement"]
    return statements


def _found(playbook: Playbook, statement: dict[str, Any]) -> str:
    """The Chinese text of a statement's place; of a field all that a person reads of it. KeyError: there is none."""
    kind, key, step_key = str(statement["kind"]), str(statement["key"]), str(statement["step"])
    if kind == "summary":
        return {("", ""): playbook.summary.zh}[step_key, key]
    step = playbook.by_key[step_key]
    texts: dict[str, dict[str, str]] = {
        "purpose": {"": step.purpose.zh},
        "checklist": {item.key: item.text.zh for item in step.checklist},
        "tip": {tip.key: tip.text.zh for tip in step.tips},
        "field": {field.key: _read_of(field) for field in step.fields},
        "evidence": {str(number): hint.zh for number, hint in enumerate(step.evidence_hints, 1)},
        "outcome": {outcome.key: outcome.text.zh for outcome in step.outcomes},
    }
    return texts[kind][key]


def _read_of(field: Field) -> str:
    hint = [field.hint.zh] if field.hint else []
    return "\n".join((field.label.zh, *hint, *(choice.text.zh for choice in field.choices)))


def test_every_statement_of_the_guide_is_said_in_its_place() -> None:
    playbook = _read(f"{resources.toml('help', 'guide_map.toml')['playbook']}.toml")
    for statement in _guide_map():
        assert set(statement) == {"id", "says", "words", "step", "kind", "key"}
        assert statement["says"].strip()
        assert statement["words"], statement["id"]
        text = _found(playbook, statement)
        assert [word for word in statement["words"] if len(word) < 2 or word not in text] == [], statement["id"]


def test_statements_in_one_place_are_known_by_words_of_their_own() -> None:
    seen = [(one["step"], one["kind"], one["key"], *sorted(one["words"])) for one in _guide_map()]
    assert len(set(seen)) == len(seen)


def test_statements_are_numbered_without_a_gap() -> None:
    ids = [statement["id"] for statement in _guide_map()]
    assert ids == [f"g{number:03}" for number in range(1, len(ids) + 1)]
    assert len(ids) == 63  # the sentences and questions of the guide, counted in it


def test_advice_credited_to_the_guide_is_in_the_map_and_the_other_way_round(playbook: Playbook) -> None:
    mapped = {(s["step"], s["key"]) for s in _guide_map() if s["kind"] == "tip"}
    credited = {(step.key, tip.key) for step in playbook.steps for tip in step.tips if GUIDE in _guide_of(tip.source)}
    assert credited <= mapped
    corrected = {("confirm", "time_limit"), ("escalate", "who_decides")}  # the guide's claim, put right from the rules
    assert mapped - credited == corrected


def _guide_of(source: str) -> str:
    return source.replace("《中国工商银行客户投诉指南》", "")
