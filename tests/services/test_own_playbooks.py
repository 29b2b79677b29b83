"""A person's own playbook: checked, kept, replaced, taken out; running cases never lose anything."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from walletcase.domain.errors import UserError
from walletcase.infra import resources
from walletcase.infra.playbooks import MOST_BYTES
from walletcase.infra.texts import error_text

if TYPE_CHECKING:
    from walletcase.domain.case import CaseRecord
    from walletcase.services.facade import Services

SHIPPED = resources.path("playbooks", "icbc-digital-wallet.toml").read_text(encoding="utf-8")
MINE = SHIPPED.replace('key = "icbc-digital-wallet"', 'key = "my-bank"', 1)


def _file(tmp_path: Path, text: str, name: str = "mine.toml") -> Path:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return file


def _once(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


def _refused(services: Services, file: Path) -> UserError:
    before = list(services.playbooks.known())
    with pytest.raises(UserError) as caught:
        services.playbook_files.add(file)
    assert list(services.playbooks.known()) == before
    for language in ("zh_CN", "en"):
        told = error_text(caught.value, language)
        assert "{" not in re.sub(r"\{ zh = .*?\}", "", f"{told.happened} {told.safe} {told.todo}")
    return caught.value


STEP = '[[step]]\nkey = "hotline"'
FIELD = '[[step.field]]\nkey = "hotline_on"\nkind = "date"\nrole = "occurred_on"'
OUTCOME = 'en = "Complaint registered" }\nnext_step = "confirm"'
CLOCK = '[[step.clock]]\nlimit = "bank_answer"\nstarts = "occurred_on"\noutcomes = ["registered", "promised"]'
# (what is changed, step, key, part of what was expected): mistakes as people make them in the file itself
MISTAKES: dict[str, tuple[Callable[[str], str], str, str, str]] = {
    "advice that names a limit which is none": (
        _once("自收到投诉起 {limit:bank_answer}内", "自收到投诉起 {limit:bank_anser}内"),
        "confirm",
        "tip[time_limit].text.zh",
        "a limit of the rules: bank_answer,",
    ),
    "advice that names a door which is none": (
        _once("hotline is {door:icbc_hotline};", "hotline is {door:95588};"),
        "hotline",
        "tip[number].text.en",
        "a door of the rules: icbc_hotline,",
    ),
    "advice that names what nobody knows": (
        _once("hotline is {door:icbc_hotline};", "hotline is {phone:icbc_hotline};"),
        "hotline",
        "tip[number].text.en",
        "a reference of the form limit:key",
    ),
    "a label with a number of the rules": (
        _once('label = { zh = "核对日期"', 'label = { zh = "核对日期 {limit:bank_answer}"'),
        "contact_details",
        "field[contact_checked_on].label.zh",
        "no reference",
    ),
    "a source with a number of the rules": (
        _once('source = "《银行业', 'source = "{door:police}《银行业'),
        "gather",
        "tip[held_material].source",
        "no reference",
    ),
    "a step's icon that nobody drew": (
        _once('icon = "contact"', 'icon = "pigeon"'),
        "contact_details",
        "icon",
        "one of",
    ),
    "a channel's icon that nobody drew": (
        _once('icon = "gavel"', 'icon = "../gavel"'),
        "-",
        "channel[court].icon",
        "phone",
    ),
    "a name no file can have": (_once('key = "my-bank"', 'key = "con"'), "-", "key", "file"),
    "a character nobody sees": (
        _once('zh = "电话", en = "Phone"', 'zh = "电\\u0000话", en = "Phone"'),
        "-",
        "channel[hotline].name",
        "control",
    ),
    "a text that turns round": (
        _once('zh = "电话", en = "Phone"', 'zh = "电话", en = "Ph\\u202Eone"'),
        "-",
        "channel[hotline].name",
        "control",
    ),
    "a quote forgotten": (_once('icon = "phone"', "icon = phone"), "-", "-", "line"),
    "a bracket forgotten": (_once(STEP, STEP.replace("]]", "]")), "-", "-", "valid TOML"),
    "a comma for an equals sign": (_once("version = 2", "version, 2"), "-", "-", "line 8"),
    "a key twice": (_once("version = 2", "version = 2\nversion = 3"), "-", "-", "line"),
    "version with a point": (_once("version = 2", "version = 2.1"), "-", "version", "whole number"),
    "version below zero": (_once("version = 2", "version = -2"), "-", "version", "whole number"),
    "a key with capitals": (_once('key = "my-bank"', 'key = "My Bank"'), "-", "key", "of the form"),
    "a key that is a path": (_once('key = "my-bank"', 'key = "../../etc"'), "-", "key", "of the form"),
    "a key mistyped": (_once("purpose = {", "purpos = {"), "gather", "purpose", "both languages"),
    "one language only": (
        _once('{ zh = "准备", en = "Prepare" }', '{ zh = "准备" }'),
        "-",
        "phase[prepare].name",
        "both",
    ),
    "a text left empty": (_once('en = "Prepare" }', 'en = "" }'), "-", "phase[prepare].name", "both"),
    "a phase mistyped": (_once('phase = "complain"', 'phase = "complaint"'), "hotline", "phase", "prepare, complain"),
    "a channel mistyped": (_once('\nchannel = "hotline"', '\nchannel = "hot_line"'), "hotline", "channel", "hotline, "),
    "a step key twice": (_once(STEP, '[[step]]\nkey = "branch"'), "-", "step[branch]", "once"),
    "a needed step that is none": (
        _once('needs_any = ["gather"]', 'needs_any = ["gathering"]'),
        "hotline",
        "needs_any",
        "gathering is none",
    ),
    "a kind that is none": (
        _once(FIELD, FIELD.replace('"date"', '"day"')),
        "hotline",
        "field[hotline_on].kind",
        "long_text",
    ),
    "a role that is none": (
        _once(FIELD, FIELD.replace('"occurred_on"', '"happened_on"')),
        "hotline",
        "field[hotline_on].role",
        "occurred_on",
    ),
    "a role on the wrong kind": (
        _once(FIELD, FIELD.replace('"date"', '"text"')),
        "hotline",
        "field[hotline_on].kind",
        "date, because of the role",
    ),
    "a field key twice": (
        _once(FIELD, FIELD.replace("hotline_on", "occurred_on")),
        "hotline",
        "field[occurred_on]",
        "used once",
    ),
    "required written as yes": (
        _once("required = true", 'required = "yes"'),
        "gather",
        "field[problem_kind].required",
        "true",
    ),
    "a choice without key": (
        _once('{ key = "cannot_open", text', "{ text"),
        "gather",
        "field[problem_kind].choices[1].key",
        "not empty",
    ),
    "a next step that is none": (
        _once(OUTCOME, OUTCOME.replace('"confirm"', '"confirmed"')),
        "hotline",
        "outcome[registered].next_step",
        "confirm, progress",
    ),
    "a status that is none": (
        _once('sets_status = "filed"', 'sets_status = "sent"'),
        "hotline",
        "outcome[registered].sets_status",
        "filed",
    ),
    "a step in the middle that closes": (
        _once('sets_status = "filed"', 'sets_status = "closed"'),
        "hotline",
        "outcome[registered].sets_status",
        "only in the last step",
    ),
    "a tool that is none": (_once('tools = ["call"]', 'tools = ["phone"]'), "hotline", "tools", "phone is none"),
    "a door that is none": (_once('doors = ["hotline"]', 'doors = ["phone"]'), "hotline", "doors", "phone is none"),
    "a limit that is none": (
        _once(CLOCK, CLOCK.replace("bank_answer", "bank_anwser")),
        "hotline",
        "clock[bank_anwser].limit",
        "bank_answer",
    ),
    "a limit as a number": (_once('limit = "bank_answer"', "limit = 15"), "hotline", "clock[1].limit", "not empty"),
    "a clock of an outcome that is none": (
        _once(CLOCK, CLOCK.replace('"registered"', '"register"')),
        "hotline",
        "clock[bank_answer].outcomes",
        "register is none",
    ),
    "a clock that starts with words": (
        _once(CLOCK, CLOCK.replace('"occurred_on"', '"summary"')),
        "hotline",
        "clock[bank_answer].starts",
        "a role of a date",
    ),
    "an end of a limit that is none": (
        _once('ends = ["review_request"]', 'ends = ["review"]'),
        "escalate",
        "outcome[submitted].ends",
        "review is none",
    ),
    "a product that is none": (
        _once('product = "ecny_bank"', 'product = "ecny"'),
        "gather",
        "product[ecny]",
        "ecny_bank",
    ),
    "an intake field of a later step": (
        _once('"occurred_on", "problem"', '"hotline_on", "problem"'),
        "-",
        "intake",
        "hotline_on is none",
    ),
    "a tip without source": (_once('source = "安全常识"\n', ""), "gather", "tip[no_secrets].source", "not empty"),
    "a date turned round": (
        _once('checked_on = "2026-11-22"', 'checked_on = "22.11.2026"'),
        "gather",
        "tip[opening_papers].checked_on",
        "a date",
    ),
    "a last step that leads on": (
        _once('key = "satisfied"', 'key = "satisfied"\nnext_step = "progress"'),
        "close",
        "outcome[satisfied].next_step",
        "none in the last step",
    ),
    "a setting nobody knows": (
        _once("repeatable = true", "repeatable = true\ncolour = 3"),
        "hotline",
        "colour",
        "no such key",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_refused_with_its_place_and_reason(name: str, services: Services, tmp_path: Path) -> None:
    change, step, key, expected = MISTAKES[name]
    error = _refused(services, _file(tmp_path, change(MINE)))
    assert error.code == "playbook_invalid"
    assert (error.params["file"], error.params["step"], error.params["key"]) == ("mine.toml", step, key)
    assert expected in error.params["expected"]


def test_enough_mistakes_are_tried() -> None:
    assert len(MISTAKES) >= 35


def test_a_good_file_is_kept_and_new_cases_can_be_made_with_it(services: Services, tmp_path: Path) -> None:
    playbook, _ = services.playbook_files.add(_file(tmp_path, MINE))
    assert playbook.key == "my-bank"
    assert list(services.playbooks.known())[-1] == "my-bank"
    case, _ = services.cases.new_case("我的银行", "my-bank", {"problem": "打不开"})
    assert services.cases.open(case.id).playbook.key == "my-bank"
    listed = {one.key: (one.is_own, one.cases) for one in services.playbook_files.all()}
    assert listed["my-bank"] == (True, 1)
    assert listed["icbc-digital-wallet"] == (False, 0)


def test_a_byte_order_mark_and_dos_lines_do_not_matter(services: Services, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_bytes(b"\xef\xbb\xbf" + MINE.replace("\n", "\r\n").encode())
    assert services.playbook_files.add(file)[0].key == "my-bank"


def test_files_that_are_none(services: Services, tmp_path: Path) -> None:
    assert _refused(services, tmp_path / "gone.toml").code == "file_missing"
    assert _refused(services, tmp_path).code == "not_a_file"
    large = tmp_path / "large.toml"
    large.write_bytes(b"#" * (MOST_BYTES + 1))
    assert _refused(services, large).code == "playbook_too_large"
    latin = tmp_path / "latin.toml"
    latin.write_bytes(MINE.encode("gb18030"))
    error = _refused(services, latin)
    assert (error.code, error.params["expected"]) == ("playbook_invalid", "text in UTF-8")


def test_a_shipped_playbook_is_neither_replaced_nor_removed(services: Services, tmp_path: Path) -> None:
    file = _file(tmp_path, SHIPPED.replace("version = 2", "version = 99"))
    assert _refused(services, file).code == "playbook_key_taken"
    with pytest.raises(UserError, match="playbook_shipped"):
        services.playbook_files.remove("icbc-digital-wallet")
    assert services.playbooks.get("icbc-digital-wallet").version == 2


def test_versions_only_go_up(services: Services, tmp_path: Path) -> None:
    services.playbook_files.add(_file(tmp_path, MINE))
    services.playbook_files.add(_file(tmp_path, MINE))  # the same once more changes nothing
    assert _refused(services, _file(tmp_path, MINE.replace("version = 2", "version = 1"))).code == "playbook_older"
    other = MINE.replace('en = "Prepare"', 'en = "Get ready"')
    assert _refused(services, _file(tmp_path, other)).code == "playbook_same_version"
    services.playbook_files.add(_file(tmp_path, other.replace("version = 2", "version = 3")))
    assert services.playbooks.get("my-bank").version == 3
    assert services.playbooks.get("my-bank").phases[0].name.en == "Get ready"


def test_a_newer_version_may_not_drop_what_cases_hold(services: Services, tmp_path: Path) -> None:
    services.playbook_files.add(_file(tmp_path, MINE))
    gone = MINE.replace("version = 2", "version = 3").replace('key = "error_text"', 'key = "error_words"')
    error = _refused(services, _file(tmp_path, gone))
    assert (error.code, error.params["step"], error.params["key"]) == (
        "playbook_invalid",
        "gather",
        "field[error_text]",
    )
    gone = MINE.replace("version = 2", "version = 3").replace('key = "gone"', 'key = "went_away"')
    assert _refused(services, _file(tmp_path, gone)).params["key"] == "outcome[gone]"


def _started(services: Services, tmp_path: Path) -> CaseRecord:
    services.playbook_files.add(_file(tmp_path, MINE))
    case, _ = services.cases.new_case("我的银行", "my-bank", {"problem": "打不开", "hotline_summary": "客服说再等等"})
    services.flow.finish(case.id, "gather", "ready")
    services.flow.finish(case.id, "hotline", "registered")
    return services.cases.open(case.id)


def test_cases_go_on_with_a_playbook_that_was_taken_out(services: Services, tmp_path: Path) -> None:
    before = _started(services, tmp_path)
    services.playbook_files.remove("my-bank")
    assert "my-bank" not in services.playbooks.known()
    with pytest.raises(UserError, match="no_such_playbook"):
        services.playbook_files.remove("my-bank")
    assert services.cases.open(before.case.id) == before
    services.flow.finish(before.case.id, "confirm", "accepted")
    assert services.cases.open(before.case.id).case.status.value == "accepted"


def _lose(services: Services) -> None:
    for file in (services.data_folder / "playbooks").rglob("*.toml"):
        file.unlink()


def test_a_case_whose_playbook_is_gone_can_be_read_but_not_changed(services: Services, tmp_path: Path) -> None:
    before = _started(services, tmp_path)
    row = services.cases.rows()[0]
    _lose(services)
    record = services.cases.open(before.case.id)
    assert record.playbook.is_stand_in
    assert record.values == before.values
    assert record.steps == before.steps
    assert record.timeline == before.timeline
    assert [step.key for step in record.playbook.steps] == ["gather", "hotline"]
    assert services.cases.rows()[0] == row
    changes: tuple[Callable[[], object], ...] = (
        lambda: services.flow.finish(before.case.id, "hotline", "registered"),
        lambda: services.flow.tick(before.case.id, "gather", "dates", True),
        lambda: services.flow.reopen(before.case.id, "hotline"),
        lambda: services.flow.save_draft(before.case.id, "problem", 1, "x"),
        lambda: services.flow.set_values(before.case.id, {"problem": "x"}),
    )
    for change in changes:
        with pytest.raises(UserError) as caught:
            change()
        assert caught.value.code in ("playbook_absent", "no_such_playbook", "step_already_done")
    assert services.cases.open(before.case.id) == record
    services.playbook_files.add(_file(tmp_path, MINE))
    assert services.cases.open(before.case.id) == before


def test_a_file_spoilt_by_hand_is_listed_with_its_fault(services: Services, tmp_path: Path) -> None:
    before = _started(services, tmp_path)
    kept = services.data_folder / "playbooks" / "my-bank.toml"
    kept.write_text(MINE.replace("version = 2", "version = two"), encoding="utf-8")
    assert "my-bank" not in services.playbooks.known()
    listed = next(one for one in services.playbook_files.all() if one.key == "my-bank")
    assert listed.playbook is None
    assert listed.fault is not None
    assert listed.fault.code == "playbook_invalid"
    assert services.cases.open(before.case.id).playbook.is_stand_in
    services.playbook_files.add(_file(tmp_path, MINE.replace("version = 2", "version = 4")))
    assert services.playbooks.get("my-bank").version == 4


def test_the_rules_move_on_without_a_case_that_can_only_be_read(services: Services, tmp_path: Path) -> None:
    before = _started(services, tmp_path)
    _lose(services)
    context = services.flow._context
    with context.store.write() as unit:
        assert context.settle(unit, before.case.id, touched=False) == before.case
