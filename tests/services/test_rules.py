"""Rules on the real store: previewed, adopted with all open cases at once, gone back to."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import FrozenClock
from tests.domain.rules.packs_kit import FOLDER
from walletcase.domain.due.deadlines import deadlines_of
from walletcase.domain.errors import UserError
from walletcase.domain.flow.playbook import Role, Status
from walletcase.domain.ids import CaseId
from walletcase.domain.rules.diff import Difference
from walletcase.infra.texts import error_text
from walletcase.services.facade import Services

BANK = "中国工商银行北京海淀支行"


def packed(target: Path, **changes: Callable[[str], str]) -> Path:
    """The shipped pack as a .zip, its files changed by name ("limits")."""
    with zipfile.ZipFile(target, "w") as archive:
        for file in sorted(FOLDER.glob("*.toml")):
            words = file.read_text(encoding="utf-8")
            change = changes.get(file.stem)
            archive.writestr(f"rules/{file.name}", change(words) if change else words)
    return target


def newer(words: str) -> str:
    """The head of a pack of the next year."""
    return words.replace('version = "2026.11.1"', 'version = "2027.1.1"')


def shorter(words: str) -> str:
    """Limits in which a bank has ten days."""
    return words.replace("amount = 15\n", "amount = 10\n", 1)


def filed(services: Services, title: str = "钱包打不开") -> CaseId:
    """A case whose complaint the bank's hotline registered on 2026-11-20."""
    case, _ = services.cases.new_case(title, "icbc-digital-wallet")
    playbook = services.playbooks.get("icbc-digital-wallet")
    bank = next(field.key for field in playbook.fields() if field.role is Role.INSTITUTION)
    services.flow.set_values(case.id, {bank: BANK})
    day = playbook.by_key["hotline"].field_with_role(Role.OCCURRED_ON)
    assert day is not None
    services.flow.set_values(case.id, {day.key: "2026-11-20"})
    services.flow.finish(case.id, "hotline", "registered")
    return case.id


def due_on(services: Services, case_id: CaseId) -> str:
    """When the bank's answer is due."""
    record = services.cases.open(case_id)
    (deadline,) = (one for one in deadlines_of(record, "2026-11-22") if one.limit.key == "bank_answer")
    return deadline.due_on


def test_a_new_store_goes_by_the_shipped_rules(services: Services) -> None:
    state = services.rules.active()
    assert state.revision.kind == "shipped"
    assert state.offered is None
    assert [one.id for one in services.rules.revisions()] == [0]
    case_id = filed(services)
    record = services.cases.open(case_id)
    assert record.rules == state.revision.pack
    assert record.case.rules_revision == services.rules.active().revision.id > 0
    assert due_on(services, case_id) == "2026-12-05"


def test_an_import_is_shown_first_and_then_moves_open_cases(
    services: Services, clock: FrozenClock, tmp_path: Path
) -> None:
    case_id = filed(services)
    clock.move(hours=1)
    pack = packed(tmp_path / "new.zip", pack=newer, limits=shorter)
    diff = services.rules.preview_import(pack)
    told = [(one.table, one.key, one.kind) for one in diff.facts]
    notes = [("help", "fix_reply_time", Difference.CHANGED)]  # what names the limit reads otherwise from then on
    assert told == [("limit", "bank_answer", Difference.CHANGED), *notes]
    (impact,) = diff.cases
    (shift,) = impact.deadlines
    assert (shift.due_before, shift.due_after) == ("2026-12-05", "2026-11-30")
    assert due_on(services, case_id) == "2026-12-05"  # nothing moved by looking
    before = services.cases.open(case_id).case

    changes = services.rules.adopt(diff)

    assert changes.cases == {case_id}
    assert due_on(services, case_id) == "2026-11-30"
    state = services.rules.active()
    assert (state.revision.kind, state.revision.note) == ("imported", "new.zip")
    assert state.revision.pack.version == "2027.1.1"
    after = services.cases.open(case_id).case
    assert after.rules_revision == state.revision.id
    assert after.updated_at == before.updated_at  # the person did nothing in it: it keeps its place in the list
    assert services.cases.rows()[0].awaited_on == "2026-11-30"
    assert services.integrity.verify() == ()


def test_going_back_brings_the_dates_back(services: Services, tmp_path: Path) -> None:
    case_id = filed(services)
    first = services.rules.active().revision
    services.rules.adopt(services.rules.preview_import(packed(tmp_path / "new.zip", pack=newer, limits=shorter)))
    services.rules.roll_back(first.id)
    assert due_on(services, case_id) == "2026-12-05"
    newest, imported, shipped = services.rules.revisions()
    assert [newest.kind, imported.kind, shipped.kind] == ["rolled_back", "imported", "shipped"]
    assert newest.pack == shipped.pack == first.pack


def test_an_ended_case_keeps_its_rules(services: Services, tmp_path: Path) -> None:
    ended, running = filed(services, "已经办好"), filed(services)
    for step, outcome in (("progress", "solved"), ("close", "")):
        closing = services.playbooks.get("icbc-digital-wallet").by_key[step]
        services.flow.finish(ended, step, outcome or closing.outcomes[0].key)
    assert services.cases.open(ended).case.status in (Status.RESOLVED, Status.CLOSED)
    first = services.cases.open(ended).case.rules_revision
    diff = services.rules.preview_import(packed(tmp_path / "new.zip", pack=newer, limits=shorter))
    assert {impact.case.id for impact in diff.cases} == {running}
    services.rules.adopt(diff)
    kept = services.cases.open(ended)
    limit = kept.rules.limit("bank_answer")
    assert limit is not None
    assert (kept.case.rules_revision, limit.amount) == (first, 15)
    assert services.cases.open(running).case.rules_revision != first
    services.cases.rename(ended, "已经办好了")
    assert services.cases.open(ended).case.rules_revision == first
    diff = services.rules.preview_edit("door/icbc_hotline/number", "95588-1")
    assert {impact.case.id for impact in diff.cases} == {running}


def test_a_fact_changed_by_hand_carries_the_mark(services: Services) -> None:
    filed(services)
    services.rules.edit_fact("limit/bank_answer/amount", "12")
    services.rules.edit_fact("door/icbc_hotline/hours", " 每天  8:00-20:00 ")
    pack = services.rules.active().revision.pack
    limit, door = pack.limit("bank_answer"), pack.door("icbc_hotline")
    assert limit is not None
    assert door is not None
    assert door.hours is not None
    assert (limit.amount, limit.source.edited_on) == (12, "2026-11-22")
    assert (door.hours.zh, door.source.edited_on) == ("每天 8:00-20:00", "2026-11-22")
    notes = [one.note for one in services.rules.revisions()]
    assert notes[:2] == ["door/icbc_hotline/hours", "limit/bank_answer/amount"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("limit/bank_answer/amount", "soon"),
        ("limit/bank_answer/amount", "0"),
        ("limit/bank_answer/amount", "30"),  # then the prolonged one is no longer
        ("limit/bank_answer_complex/amount", "15"),
        ("limit/civil_limitation/amount", "99"),
        ("door/icbc_branch/char_limit", "-1"),
        ("door/icbc_hotline/number", "9" * 121),
        ("door/icbc_hotline/number", "abc def"),
        ("door/icbc_hotline/number", "12"),
        ("door/icbc_hotline/number", "95588 转人工"),
        ("door/icbc_hotline/number", "95588\u202e"),
        ("door/icbc_website/address", "www.icbc\x00.com.cn"),
        ("door/nfra_hotline/hours", "9\u202e-17"),
        ("wallet_class/class2/balance", "many"),
    ],
)
def test_what_is_no_value_is_refused(services: Services, path: str, value: str) -> None:
    with pytest.raises(UserError, match="bad_rule_value"):
        services.rules.edit_fact(path, value)
    assert [one.kind for one in services.rules.revisions()] == ["shipped"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("９５５８８", "95588"), ("(010) 6610-8888", "(010) 6610-8888"), ("+86-95588, 110", "+86-95588, 110"), ("", "")],
)
def test_a_number_to_dial_is_taken(services: Services, typed: str, kept: str) -> None:
    services.rules.edit_fact("door/bank_hotline/number", "110")
    services.rules.edit_fact("door/bank_hotline/number", typed)
    door = services.rules.active().revision.pack.door("bank_hotline")
    assert door is not None
    assert door.number == kept


def test_a_pack_of_tomorrow_is_refused_with_both_dates(
    services: Services, clock: FrozenClock, tmp_path: Path
) -> None:
    def tomorrow(text: str) -> str:
        return newer(text).replace("2026-11-22", "2026-11-23")

    pack = packed(tmp_path / "new.zip", pack=tomorrow)
    with pytest.raises(UserError) as caught:
        services.rules.preview_import(pack)
    assert caught.value.code == "rules_not_yet"
    for language in ("zh_CN", "en"):
        told = error_text(caught.value, language).line
        assert "2026-11-23" in told
        assert "2026-11-22" in told
    clock.move(days=1)
    assert services.rules.preview_import(pack).pack.published_on == "2026-11-23"


@pytest.mark.parametrize("path", ["limit/nothing/amount", "limit/bank_answer/name", "help/fix_identity/text", "x", ""])
def test_what_is_no_editable_fact_is_refused(services: Services, path: str) -> None:
    with pytest.raises(UserError, match="no_such_rule"):
        services.rules.preview_edit(path, "1")


def test_a_door_that_changes_is_told_only_where_the_case_uses_it(services: Services) -> None:
    icbc = filed(services)
    other, _ = services.cases.new_case("别的银行", "icbc-digital-wallet")
    playbook = services.playbooks.get("icbc-digital-wallet")
    bank = next(field.key for field in playbook.fields() if field.role is Role.INSTITUTION)
    services.flow.set_values(other.id, {bank: "招商银行"})
    diff = services.rules.preview_edit("door/icbc_hotline/number", "95588-1")
    assert {impact.case.id for impact in diff.cases} == {icbc}
    (shift,) = diff.cases[0].doors
    assert shift.before is not None
    assert shift.after is not None
    assert shift.after.number == "95588-1"
    diff = services.rules.preview_edit("door/bank_hotline/number", "95555")
    assert {impact.case.id for impact in diff.cases} == {other.id}


def test_a_diff_of_yesterday_is_not_adopted(services: Services) -> None:
    filed(services)
    stale = services.rules.preview_edit("limit/bank_answer/amount", "10")
    services.rules.edit_fact("limit/bank_answer/amount", "12")
    with pytest.raises(UserError, match="rules_moved_on"):
        services.rules.adopt(stale)
    limit = services.rules.active().revision.pack.limit("bank_answer")
    assert limit is not None
    assert limit.amount == 12


def test_the_same_rules_again_change_nothing(services: Services, tmp_path: Path) -> None:
    filed(services)
    diff = services.rules.preview_import(packed(tmp_path / "same.zip"))
    assert diff.is_empty
    assert services.rules.adopt(diff).cases == frozenset()
    assert len(services.rules.revisions()) == 1


def test_a_pack_of_something_else_is_refused(services: Services, tmp_path: Path) -> None:
    pack = packed(tmp_path / "x.zip", pack=lambda words: words.replace('key = "walletcase-cn"', 'key = "other"'))
    with pytest.raises(UserError, match="rules_foreign"):
        services.rules.preview_import(pack)


def test_an_older_pack_says_so(services: Services, tmp_path: Path) -> None:
    filed(services)
    services.rules.adopt(services.rules.preview_import(packed(tmp_path / "new.zip", pack=newer, limits=shorter)))
    assert services.rules.preview_import(packed(tmp_path / "old.zip")).is_older


def test_a_reopened_case_goes_by_the_rules_in_force_again(
    services: Services, clock: FrozenClock, tmp_path: Path
) -> None:
    case_id = filed(services)
    closing = services.playbooks.get("icbc-digital-wallet").by_key["close"]
    services.flow.finish(case_id, "close", closing.outcomes[0].key)
    services.rules.edit_fact("limit/bank_answer/amount", "10")
    old = services.cases.open(case_id).case.rules_revision
    clock.move(days=1)
    services.flow.reopen(case_id, "close")
    record = services.cases.open(case_id)
    assert record.case.status not in (Status.RESOLVED, Status.CLOSED)
    assert record.case.rules_revision == services.rules.active().revision.id != old
    assert due_on(services, case_id) == "2026-11-30"


def test_no_revision_of_that_number(services: Services) -> None:
    with pytest.raises(UserError, match="no_such_revision"):
        services.rules.preview_roll_back(99)


def test_an_older_pack_in_force_lets_the_shipped_one_be_offered(services: Services, tmp_path: Path) -> None:
    case_id = filed(services)

    def older(words: str) -> str:
        return words.replace('version = "2026.11.1"', 'version = "2025.9.3"')

    services.rules.adopt(services.rules.preview_import(packed(tmp_path / "old.zip", pack=older, limits=shorter)))
    state = services.rules.active()
    assert state.offered == services.rules.preview_shipped().pack
    assert due_on(services, case_id) == "2026-11-30"  # offered, not taken
    services.rules.adopt(services.rules.preview_shipped())
    assert services.rules.active().offered is None
    assert due_on(services, case_id) == "2026-12-05"


def test_a_case_opens_whatever_became_of_its_rules(services: Services, tmp_path: Path) -> None:
    case_id = filed(services)
    (database,) = (tmp_path / "data").glob("*.sqlite3")
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("DROP TRIGGER rules_keep_content")
        connection.execute("UPDATE rule_revisions SET content = '{\"limit\": []}'")
    assert services.cases.open(case_id).rules == services.rules.active().revision.pack
    assert ("rules_unreadable", "rules/1") in [(one.kind, one.subject) for one in services.integrity.verify()]


def test_own_changes_survive_a_newer_pack_that_leaves_that_part_alone(services: Services, tmp_path: Path) -> None:
    filed(services)
    services.rules.edit_fact("door/icbc_hotline/hours", "每天 8:00-20:00")
    services.rules.edit_fact("limit/bank_answer/amount", "12")
    pack = packed(tmp_path / "new.zip", pack=newer, limits=shorter)
    diff = services.rules.preview_import(pack)
    told = {(one.table, one.key): one.drops_edit for one in diff.facts}
    assert told.pop(("help", "fix_reply_time")) is False  # it only names the limit
    assert told == {("limit", "bank_answer"): True}  # the new pack says ten days: it wins, and the person is told
    services.rules.adopt(diff)
    now = services.rules.active().revision.pack
    door, limit = now.door("icbc_hotline"), now.limit("bank_answer")
    assert door is not None
    assert door.hours is not None
    assert limit is not None
    assert (door.hours.zh, door.source.edited_on) == ("每天 8:00-20:00", "2026-11-22")
    assert (limit.amount, limit.source.edited_on) == (10, "")
    assert services.rules.preview_import(pack).is_empty  # and they survive the next one as well


def test_writing_the_old_value_back_takes_the_mark_away(services: Services) -> None:
    services.rules.edit_fact("limit/bank_answer/amount", "12")
    services.rules.edit_fact("limit/bank_answer/amount", "11")
    limit = services.rules.active().revision.pack.limit("bank_answer")
    assert limit is not None
    assert limit.source.edited_from == (("amount", 15),)
    services.rules.edit_fact("limit/bank_answer/amount", "15")
    newest, *_, first = services.rules.revisions()
    assert newest.pack == first.pack


def test_a_pack_that_lacks_a_limit_of_the_playbooks_says_so(services: Services, tmp_path: Path) -> None:
    case_id = filed(services)

    def without_review(words: str) -> str:
        first, *others = words.split("[[limit]]")
        return first + "".join(f"[[limit]]{one}" for one in others if 'key = "review_request"' not in one)

    diff = services.rules.preview_import(packed(tmp_path / "less.zip", pack=newer, limits=without_review))
    assert [name.zh for name in diff.missing] == ["申请上级机构核查"]
    services.rules.adopt(diff)
    assert due_on(services, case_id) == "2026-12-05"
    assert services.rules.preview_edit("limit/bank_answer/amount", "12").missing == ()
