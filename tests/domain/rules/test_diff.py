"""Two packs told apart fact by fact, and what that means for a case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.rules.packs_kit import Files, read, shipped_pack, small_files, small_pack
from walletcase.domain.case import Case, CaseRecord, ValueKey
from walletcase.domain.errors import UserError
from walletcase.domain.flow.playbook import Playbook, Role, Status
from walletcase.domain.flow.reader import read_playbook_text
from walletcase.domain.ids import CaseId
from walletcase.domain.letter import Letter
from walletcase.domain.rules.diff import Difference, differences, fact_name, facts_of
from walletcase.domain.rules.edits import EDITABLE, edited
from walletcase.domain.rules.pack import RulePack
from walletcase.domain.rules_impact import impact_on
from walletcase.infra import resources

TODAY = "2026-11-22"


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    """The shipped default."""
    file = resources.path("playbooks", "icbc-digital-wallet.toml")
    return read_playbook_text(file.read_text(encoding="utf-8"), file.name)


def record(playbook: Playbook, rules: RulePack, *letters: Letter) -> CaseRecord:
    """A case against ICBC."""
    case = Case(CaseId(1), "WC-2026-0001", "钱包", playbook.key, 1, Status.FILED, TODAY, TODAY)
    bank = next(field.key for field in playbook.fields() if field.role is Role.INSTITUTION)
    values = {ValueKey(bank): "中国工商银行"}
    return CaseRecord(case, playbook, {}, values, frozenset(), (), (), rules=rules, letters=letters)


def letter(body: str, *, door: str = "", sent_at: str = "") -> Letter:
    """A letter."""
    return Letter(1, CaseId(1), 1, "complaint", "zh_CN", door, body, TODAY, TODAY, sent_at)


def test_a_pack_does_not_differ_from_itself() -> None:
    assert differences(shipped_pack(), shipped_pack()) == ()


def test_added_changed_and_removed_facts_are_told() -> None:
    def change(files: Files) -> None:
        limits = files["limits.toml"]["limit"]
        limits[0]["amount"] = 12
        files["doors.toml"]["door"].append({**files["doors.toml"]["door"][0], "key": "second"})
        files["help.toml"]["help"] = []

    before, after = small_pack(), small_pack(change)
    told = {(one.table, one.key): one for one in differences(before, after)}
    assert {place: one.kind for place, one in told.items()} == {
        ("limit", "short"): Difference.CHANGED,
        ("door", "second"): Difference.ADDED,
        ("help", "note"): Difference.REMOVED,
    }
    (part,) = told["limit", "short"].parts
    assert (part.part, part.before, part.after) == ("amount", 15, 12)
    assert told["help", "note"].fact is before.help[0]


def test_the_order_of_facts_is_no_difference() -> None:
    files = small_files()
    files["limits.toml"]["limit"].reverse()
    assert differences(small_pack(), read(files)) == ()


def test_every_fact_can_be_called_something() -> None:
    for _, fact in facts_of(shipped_pack()):
        name = fact_name(fact)
        assert name.zh.strip()
        assert name.en.strip()


def test_unsent_letters_that_say_what_changes_are_named(playbook: Playbook) -> None:
    before = shipped_pack()
    after = edited(before, "door/icbc_hotline/number", "95588 转 9", TODAY)
    facts = differences(before, after)
    says = letter("# 投诉书\n请拨打 95588 核实。")
    goes = letter("# 投诉书", door="icbc_hotline")
    sent = letter("# 投诉书\n请拨打 95588 核实。", sent_at=TODAY)
    other = letter("# 投诉书\n无关")
    trashed = replace(says, trashed_at=TODAY)
    impact = impact_on(record(playbook, before, says, goes, sent, other, trashed), after, facts, TODAY)
    assert impact.letters == (says, goes)


def test_a_changed_limit_touches_letters_that_quote_its_days(playbook: Playbook) -> None:
    before = shipped_pack()
    after = edited(before, "limit/bank_answer/amount", "10", TODAY)
    facts = differences(before, after)
    quotes, silent = letter("请在 15 日内答复。"), letter("请在 2026-11-15 前答复。")
    assert impact_on(record(playbook, before, quotes, silent), after, facts, TODAY).letters == (quotes,)


def test_a_door_described_from_elsewhere_is_no_other_door(playbook: Playbook) -> None:
    before = shipped_pack()
    door = before.doors[0]
    moved = replace(door, source=replace(door.source, checked_on="2027-01-01"))
    after = replace(before, doors=(moved, *before.doors[1:]))
    assert impact_on(record(playbook, before), after, differences(before, after), TODAY).is_empty


def test_a_door_that_goes_leaves_the_general_one(playbook: Playbook) -> None:
    before = shipped_pack()
    after = replace(before, doors=tuple(door for door in before.doors if not door.key.startswith("icbc_hotline")))
    doors = impact_on(record(playbook, before), after, differences(before, after), TODAY).doors
    gone = {shift.before.key for shift in doors if shift.before is not None and shift.after is None}
    come = {shift.after.key for shift in doors if shift.after is not None and shift.before is None}
    assert gone == {"icbc_hotline", "icbc_hotline_abroad"}
    assert "bank_hotline" in come


def test_only_doors_to_which_the_playbook_goes_are_told(playbook: Playbook) -> None:
    before = shipped_pack()
    after = edited(before, "door/icbc_branch/address", "海淀大街1号", TODAY)
    facts = differences(before, after)
    by_phone = replace(playbook, steps=tuple(step for step in playbook.steps if step.doors in ((), ("hotline",))))
    assert by_phone.by_key.keys() >= {"gather", "hotline"}
    assert not impact_on(record(playbook, before), after, facts, TODAY).is_empty
    case = replace(record(playbook, before), playbook=by_phone)
    assert impact_on(case, after, facts, TODAY).doors == ()


def test_whatever_may_be_edited_is_there_and_marked(playbook: Playbook) -> None:
    pack = shipped_pack()
    values = {"amount": "14", "char_limit": "1000", "hours": "9-17", "number": "110", "address": "x"}
    keys = {"limit": "bank_answer", "door": "icbc_hotline", "wallet_class": "class2"}
    for table, parts in EDITABLE.items():
        for part in parts:
            changed = edited(pack, f"{table}/{keys[table]}/{part}", values.get(part, "1,234"), TODAY)
            (fact,) = differences(pack, changed)
            assert {one.part for one in fact.parts} == {part, "source"}
            assert fact.fact.source.edited_on == TODAY


def test_writing_what_stands_there_already_changes_nothing() -> None:
    pack = shipped_pack()
    assert edited(pack, "limit/bank_answer/amount", " 15 ", TODAY) == pack


def test_an_edit_never_breaks_a_chain() -> None:
    pack = small_pack()
    with pytest.raises(UserError, match="bad_rule_value"):
        edited(pack, "limit/long/amount", "15", TODAY)
