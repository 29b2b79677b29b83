"""Letters on the real store: composed, typed in, sent and frozen; every way out refuses what is unfilled."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import FrozenClock
from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId
from walletcase.domain.letter import Letter, frozen_hash, is_intact
from walletcase.domain.readiness.findings import Place
from walletcase.services.facade import Services

PLAYBOOK = "icbc-digital-wallet"


@pytest.fixture
def case_id(services: Services) -> CaseId:
    """A case with all that a complaint needs."""
    case, _ = services.cases.new_case("钱包打不开", PLAYBOOK)
    services.flow.set_values(
        case.id,
        {
            "complainant": "林小满", "phone": "139 0000 0000", "institution": "中国工商银行示例支行",
            "problem": "点“确认开通”后报错。", "demand": "开通钱包", "product": "数字钱包",
        },
    )  # fmt: skip
    return case.id


def letters_of(services: Services, case_id: CaseId) -> list[Letter]:
    """The letters as stored."""
    return list(services.cases.open(case_id).letters)


def test_a_complaint_is_composed_whole_and_stored(services: Services, case_id: CaseId) -> None:
    letter, changes = services.letters.compose(case_id, "complaint", "zh_CN")
    assert changes.cases == {case_id}
    assert letters_of(services, case_id) == [letter]
    assert letter.title == "投诉书"
    assert letter.door == "icbc_branch"
    for said in ("致：中国工商银行示例支行", "林小满", "139 0000 0000", "1. 开通钱包。", "2026年11月22日"):
        assert said in letter.body
    assert services.letters.gaps_of(services.cases.open(case_id), letter) == ()


def test_gaps_lead_to_their_fields(services: Services) -> None:
    case, _ = services.cases.new_case("空", PLAYBOOK)
    letter, _ = services.letters.compose(case.id, "review", "en")
    gaps = services.letters.gaps_of(services.cases.open(case.id), letter)
    places = {gap.fact: gap.place for gap in gaps}
    assert places["name"] == Place("step", "complainant")
    assert places["demands"] == Place("step", "demand")
    assert places["answers"] == Place("timeline")
    assert places["reasons"] == Place("letters", str(letter.id))


Way = Callable[[Services, CaseId, int, Path], object]
WAYS: dict[str, Way] = {
    "copy": lambda s, case, letter, folder: s.letter_files.text(case, letter),
    "pdf": lambda s, case, letter, folder: s.letter_files.export(case, letter, folder / "a.pdf"),
    "docx": lambda s, case, letter, folder: s.letter_files.export(case, letter, folder / "a.docx"),
    "txt": lambda s, case, letter, folder: s.letter_files.export(case, letter, folder / "a.txt"),
    "print": lambda s, case, letter, folder: s.letter_files.for_printer(case, letter, folder / "b.pdf"),
    "send": lambda s, case, letter, folder: s.letters.mark_sent(case, letter, "letter"),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("left", ["〔请填写：您的姓名〕", "[please fill in: name]", "〔请填写", "{{ x }}", "{% if %}"])
def test_no_way_out_for_what_is_unfilled(
    services: Services, case_id: CaseId, tmp_path: Path, way: str, left: str
) -> None:
    letter, _ = services.letters.compose(case_id, "complaint", "zh_CN")
    services.letters.save(case_id, letter.id, f"{letter.body}\n{left}")
    with pytest.raises(UserError) as caught:
        WAYS[way](services, case_id, letter.id, tmp_path)
    assert caught.value.code == "letter_unfilled"
    assert left.strip("〔〕") in caught.value.params["places"].replace("〔", "").replace("〕", "")
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == []
    assert letters_of(services, case_id)[0].sent_at == ""
    services.letters.save(case_id, letter.id, letter.body)
    WAYS[way](services, case_id, letter.id, tmp_path)


def test_an_empty_letter_stays_in(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    letter, _ = services.letters.compose(case_id, "complaint", "zh_CN")
    services.letters.save(case_id, letter.id, " \n")
    for way in WAYS.values():
        with pytest.raises(UserError, match="letter_empty"):
            way(services, case_id, letter.id, tmp_path)


def test_sending_freezes_and_files_the_contact(services: Services, case_id: CaseId, clock: FrozenClock) -> None:
    letter, _ = services.letters.compose(case_id, "complaint", "zh_CN")
    services.letters.mark_sent(case_id, letter.id, "letter", "2026-11-21 15:30")
    record = services.cases.open(case_id)
    sent = record.letters[0]
    assert (sent.sent_at, sent.sent_via) == ("2026-11-21T15:30+08:00", "letter")
    assert sent.sent_sha256 == frozen_hash(letter.body)
    contact = next(entry for entry in record.timeline if entry.id == sent.entry_id)
    assert contact.draft.summary == "发出投诉书。"
    assert contact.draft.counterpart == "中国工商银行示例支行"
    assert contact.draft.channel == "letter"
    with pytest.raises(UserError, match="letter_frozen"):
        services.letters.save(case_id, letter.id, "改了")
    with pytest.raises(UserError, match="letter_frozen"):
        services.letters.mark_sent(case_id, letter.id, "letter")
    assert letters_of(services, case_id) == [sent]


@pytest.mark.parametrize(("via", "at", "code"), [("pigeon", "", "no_such_channel"), ("letter", "soon", "bad_time")])
def test_bad_sending_changes_nothing(services: Services, case_id: CaseId, via: str, at: str, code: str) -> None:
    letter, _ = services.letters.compose(case_id, "complaint", "zh_CN")
    before = services.cases.open(case_id)
    with pytest.raises(UserError, match=code):
        services.letters.mark_sent(case_id, letter.id, via, at)
    after = services.cases.open(case_id)
    assert (after.letters, after.timeline) == (before.letters, before.timeline)


def test_a_copy_of_a_sent_letter_is_a_draft(services: Services, case_id: CaseId) -> None:
    letter, _ = services.letters.compose(case_id, "complaint", "zh_CN")
    services.letters.mark_sent(case_id, letter.id, "letter")
    copy, _ = services.letters.duplicate(case_id, letter.id)
    assert (copy.body, copy.sent_at, copy.sent_sha256, copy.entry_id) == (letter.body, "", "", None)
    assert copy.seq == letter.seq + 1
    services.letters.save(case_id, copy.id, "# 新\n正文")
    assert [one.body for one in letters_of(services, case_id)] == [letter.body, "# 新\n正文"]


def test_trash_and_restore_and_search(services: Services, case_id: CaseId) -> None:
    letter, _ = services.letters.compose(case_id, "complaint", "zh_CN")
    services.letters.save(case_id, letter.id, "# 投诉书\n独一无二的话")

    def hits() -> list[tuple[str, str]]:
        return [(hit.kind, hit.item_id) for hit in services.search.search("独一无二的话")]

    assert hits() == [("letter", str(letter.id))]
    services.letters.trash(case_id, letter.id)
    assert hits() == []
    assert letters_of(services, case_id)[0].trashed_at
    services.letters.restore(case_id, letter.id)
    assert hits() == [("letter", str(letter.id))]


def test_composing_anew_tells_what_changes_and_changes_nothing(services: Services, case_id: CaseId) -> None:
    letter, _ = services.letters.compose(case_id, "complaint", "zh_CN")
    services.flow.set_values(case_id, {"demand": "开通钱包\n说明原因"})
    body, lines = services.letters.recompose(case_id, letter.id)
    assert [(line.sign, line.text) for line in lines if line.sign != " "] == [("+", "2. 说明原因。")]
    assert "2. 说明原因。" in body
    assert letters_of(services, case_id) == [letter]


def test_kinds_say_when_they_fit(services: Services, case_id: CaseId, clock: FrozenClock) -> None:
    def fitting() -> set[str]:
        return {state.kind.key for state in services.letters.kinds(case_id) if state.fits}

    assert {"complaint", "records", "authority", "online", "hotline"} <= fitting()
    assert not {"reminder", "review", "settlement", "withdrawal"} & fitting()
    services.flow.finish(case_id, "gather", "ready")
    services.flow.set_values(case_id, {"online_on": "2026-11-22"})
    services.flow.finish(case_id, "online", "submitted")
    assert "regulator" in fitting()
    assert "reminder" not in fitting()
    clock.move(days=60)
    assert ("reminder" in fitting()) == any(d.state == "late" for d in services.deadlines.of(case_id))


def test_a_text_filed_elsewhere_is_kept_frozen(services: Services, case_id: CaseId) -> None:
    made = services.letters.text_of(case_id, "online", "zh_CN")
    assert made.door is not None
    assert made.chars == len(made.body)
    letter, _ = services.letters.file_sent(case_id, made, made.body, "online", with_contact=False)
    record = services.cases.open(case_id)
    assert record.letters == (letter,)
    assert record.timeline == ()
    assert is_intact(letter)
    with pytest.raises(UserError, match="letter_unfilled"):
        services.letters.file_sent(case_id, made, "{{ x }}", "online")
    assert services.cases.open(case_id).letters == (letter,)


def test_an_altered_letter_is_found_and_goes_nowhere(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    letter, _ = services.letters.compose(case_id, "complaint", "zh_CN")
    services.letters.mark_sent(case_id, letter.id, "letter")
    assert services.integrity.verify() == ()
    file = next(services.data_folder.glob("*.sqlite3"), None) or next(services.data_folder.glob("*.db"))
    with sqlite3.connect(file) as store:
        store.execute("UPDATE letters SET body = body || '。' WHERE id = ?", (letter.id,))
    store.close()
    sent = letters_of(services, case_id)[0]
    assert [(p.kind, p.detail) for p in services.integrity.verify()] == [("letter_altered", sent.sent_sha256)]
    with pytest.raises(UserError, match="letter_altered"):
        services.letter_files.text(case_id, letter.id)


def test_recipients_follow_the_kind(services: Services, case_id: CaseId) -> None:
    regulator = services.letters.text_of(case_id, "regulator", "zh_CN")
    assert "致：国家金融监督管理总局" in regulator.body
    review = services.letters.text_of(case_id, "review", "zh_CN")
    assert "recipient" in {gap.fact for gap in review.gaps}


def test_no_such_things(services: Services, case_id: CaseId) -> None:
    with pytest.raises(UserError, match="no_such_letter_kind"):
        services.letters.compose(case_id, "poem", "zh_CN")
    with pytest.raises(UserError, match="no_such_letter"):
        services.letters.save(case_id, 99, "x")
    letter, _ = services.letters.compose(case_id, "complaint", "zh_CN")
    with pytest.raises(UserError, match="letter_too_long"):
        services.letters.save(case_id, letter.id, "长" * 300_000)
    with pytest.raises(UserError, match="export_format"):
        services.letter_files.export(case_id, letter.id, Path("a.odt"))


def test_sending_is_one_thing_to_undo(services: Services, case_id: CaseId) -> None:
    letter, _ = services.letters.compose(case_id, "complaint", "zh_CN")
    before = services.cases.open(case_id)
    services.letters.mark_sent(case_id, letter.id, "letter")
    sent = letters_of(services, case_id)[0]
    services.history.undo()
    undone = services.cases.open(case_id)
    assert undone.letters == before.letters == (letter,)
    assert [entry for entry in undone.timeline if not entry.trashed_at] == []
    services.history.redo()
    assert letters_of(services, case_id) == [sent]
    assert len(services.cases.open(case_id).live_timeline) == 1


def test_a_run_of_typing_is_one_thing_to_undo(services: Services, case_id: CaseId, clock: FrozenClock) -> None:
    letter, _ = services.letters.compose(case_id, "complaint", "zh_CN")
    for end in ("再", "再写", "再写一句"):
        clock.move(seconds=2)
        services.letters.save(case_id, letter.id, letter.body + end)
    clock.move(seconds=60)
    services.letters.save(case_id, letter.id, letter.body + "再写一句。后来")
    label = services.history.undo_label
    assert label is not None
    assert label.kind == "letter_typed"
    services.history.undo()
    assert letters_of(services, case_id)[0].body == letter.body + "再写一句"
    services.history.undo()
    assert letters_of(services, case_id)[0].body == letter.body


def test_a_payment_institution_is_told_of_where_it_belongs(services: Services) -> None:
    case, _ = services.cases.new_case("余额转不出", "payment-wallet")
    text = services.letters.text_of(case.id, "regulator", "zh_CN")
    assert "致：中国人民银行" in text.body
    states = {state.kind.key: state for state in services.letters.kinds(case.id)}
    assert [door.key for door in states["complaint"].doors] == ["payment_support"]
    missing = services.letters.text_of(case.id, "complaint", "zh_CN")
    assert {gap.place.item for gap in missing.gaps if gap.fact == "institution"} == {"institution"}
    assert "recipient" not in {gap.fact for gap in missing.gaps}
    mediation = services.letters.text_of(case.id, "mediation", "zh_CN")
    assert "recipient" in {gap.fact for gap in mediation.gaps}


def test_a_late_limit_is_quoted_once(services: Services, case_id: CaseId, clock: FrozenClock) -> None:
    services.flow.finish(case_id, "gather", "ready")
    services.flow.set_values(case_id, {"confirm_on": "2026-11-22", "accepted_on": "2026-11-22"})
    services.flow.finish(case_id, "confirm", "accepted")
    rule = "作出处理决定并告知投诉人"
    assert services.letters.text_of(case_id, "regulator", "zh_CN").body.count(rule) == 1
    clock.move(days=60)
    late = services.letters.text_of(case_id, "regulator", "zh_CN").body
    assert "已经届满的期限" in late
    assert late.count(rule) == 1
