"""Undo takes back whatever a service did, redo does it again, and nothing else changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import FrozenClock
from walletcase.domain.errors import UserError
from walletcase.domain.evidence import EvidenceEdit
from walletcase.domain.ids import CaseId
from walletcase.domain.timeline import EntryDraft
from walletcase.services.facade import Services
from walletcase.services.history_levels import LEAST_LEVELS, MOST_LEVELS, TICKED, TYPED

FIELD = "problem"


@pytest.fixture
def case_id(services: Services) -> CaseId:
    """A bare case."""
    return services.cases.new_case("钱包打不开")[0].id


def log(services: Services, case_id: CaseId, text: str) -> None:
    services.timeline.log(case_id, EntryDraft("2026-11-20", text, channel="hotline"))


def summaries(services: Services, case_id: CaseId) -> list[str]:
    return [entry.draft.summary for entry in services.cases.open(case_id).live_timeline]


def test_a_logged_contact_goes_and_comes_back(services: Services, case_id: CaseId) -> None:
    log(services, case_id, "打了电话")
    before = services.cases.open(case_id)
    label = services.history.undo_label
    assert label is not None
    assert (label.kind, label.case_id, label.case_number) == ("contact_logged", case_id, before.case.number)
    assert label.detail["channel"] == "hotline"
    assert services.history.undo().cases == {case_id}
    assert summaries(services, case_id) == []
    assert services.search.search("打了电话") == []
    redo = services.history.redo_label
    assert redo == label
    assert services.history.redo().cases == {case_id}
    assert services.cases.open(case_id).timeline == before.timeline
    assert len(services.search.search("打了电话")) == 1
    assert services.history.redo_label is None


def test_a_new_case_goes_whole_and_its_number_stays_taken(services: Services) -> None:
    case, _ = services.cases.new_case("一", values={})
    log(services, case.id, "甲")
    services.history.undo()
    services.history.undo()
    assert services.cases.rows() == ()
    services.history.redo()
    log(services, case.id, "乙")
    assert services.cases.open(case.id).timeline[0].seq == 2  # 1 was given to what was undone
    services.history.undo()
    services.history.undo()
    assert services.cases.new_case("二")[0].number == "WC-2026-0002"


def test_a_new_change_ends_what_could_be_redone(services: Services, case_id: CaseId) -> None:
    log(services, case_id, "甲")
    services.history.undo()
    log(services, case_id, "乙")
    assert services.history.redo_label is None
    with pytest.raises(UserError) as caught:
        services.history.redo()
    assert caught.value.code == "nothing_to_redo"


def test_with_nothing_done_there_is_nothing_to_undo(services: Services) -> None:
    assert services.history.undo_label is None
    with pytest.raises(UserError) as caught:
        services.history.undo()
    assert caught.value.code == "nothing_to_undo"


def test_one_run_of_typing_is_one_level(services: Services, case_id: CaseId, clock: FrozenClock) -> None:
    for text in ("打", "打不", "打不开"):
        services.flow.save_draft(case_id, FIELD, 1, text)
        clock.move(seconds=3)
    clock.move(seconds=11)
    services.flow.save_draft(case_id, FIELD, 1, "打不开了")
    label = services.history.undo_label
    assert label is not None
    assert (label.kind, label.detail) == (TYPED, {"field": FIELD})
    texts = []
    while services.cases.open(case_id).value(FIELD):
        services.history.undo()
        texts.append(services.cases.open(case_id).value(FIELD))
    assert texts == ["打不开", ""]
    services.history.redo()
    services.history.redo()
    assert services.cases.open(case_id).value(FIELD) == "打不开了"


def test_typing_that_came_to_nothing_is_no_level(services: Services, case_id: CaseId) -> None:
    log(services, case_id, "甲")
    services.flow.save_draft(case_id, FIELD, 1, "x")
    services.flow.save_draft(case_id, FIELD, 1, "")
    label = services.history.undo_label
    assert label is not None
    assert label.kind == "contact_logged"


def test_typing_elsewhere_in_between_makes_levels(services: Services, case_id: CaseId) -> None:
    other = services.playbooks.get(services.cases.open(case_id).case.playbook_key).steps[0].fields
    second = next(field.key for field in other if field.key != FIELD)
    for key, text in ((FIELD, "a"), (second, "b"), (FIELD, "c")):
        services.flow.save_draft(case_id, key, 1, text)
    services.history.undo()
    assert services.cases.open(case_id).value(FIELD) == "a"


def test_ticks_and_steps(services: Services, case_id: CaseId) -> None:
    step = next(s for s in services.cases.open(case_id).playbook.steps if s.checklist)
    services.flow.tick(case_id, step.key, step.checklist[0].key, True)
    label = services.history.undo_label
    assert label is not None
    assert (label.kind, label.detail) == (TICKED, {"step": step.key, "item": step.checklist[0].key})
    services.flow.skip(case_id, step.key, "太远")
    status, row = services.cases.open(case_id).case.status, services.cases.rows()[0].next_action
    services.history.undo()
    assert services.cases.open(case_id).steps == {}
    services.history.redo()
    assert (services.cases.open(case_id).case.status, services.cases.rows()[0].next_action) == (status, row)
    services.history.undo()
    services.history.undo()
    assert services.cases.open(case_id).ticks == frozenset()


def test_files_attached_in_one_go_are_one_level(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    files = []
    for number in range(23):
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_text(f"text {number}", "utf-8")
    services.evidence.attach(case_id, files)
    label = services.history.undo_label
    assert label is not None
    assert (label.kind, label.count) == ("evidence_added", 23)
    services.history.undo()
    assert services.cases.open(case_id).evidence == ()
    services.cases.sweep()
    services.history.redo()
    assert len(services.cases.open(case_id).live_evidence) == 23
    assert services.integrity.verify() == ()  # the sweep left what redo needs


def test_the_sample_is_one_level(services: Services) -> None:
    case, _ = services.sample.add("zh_CN")
    whole = services.cases.open(case.id)
    services.history.undo()
    assert services.cases.rows() == ()
    assert services.history.undo_label is None
    services.history.redo()
    assert services.cases.open(case.id).timeline == whole.timeline
    assert services.cases.open(case.id).evidence == whole.evidence


def test_a_case_deleted_for_good_is_forgotten(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("a", "utf-8")
    other = services.cases.new_case("另一件")[0].id
    log(services, other, "留下")
    item = services.evidence.attach(case_id, [file]).stored[0]
    services.cases.trash(case_id)
    services.cases.purge(case_id)
    label = services.history.undo_label
    assert label is not None
    assert (label.kind, label.case_id) == ("contact_logged", other)
    assert not services.evidence.path(item).exists()


def test_undo_and_redo_are_written_down(services: Services, case_id: CaseId) -> None:
    log(services, case_id, "甲")
    services.history.undo()
    services.history.redo()
    assert services.integrity.verify() == ()


def test_a_row_changed_by_somebody_else_is_left_alone(services: Services, case_id: CaseId) -> None:
    log(services, case_id, "甲")
    entry = services.cases.open(case_id).timeline[0]
    store = services.history._store
    with store.write() as unit:
        unit.timeline.update(replace(entry, draft=replace(entry.draft, summary="乙")))
    with pytest.raises(UserError) as caught:
        services.history.undo()
    assert caught.value.code == "undo_outdated"
    assert summaries(services, case_id) == ["乙"]
    assert services.history.undo_label is None


def test_what_hangs_on_a_new_row_is_not_torn_off(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("a", "utf-8")
    item = services.evidence.attach(case_id, [file]).stored[0]
    with services.history._store.write() as unit:
        draft = EntryDraft("2026-11-20", "x", channel="hotline", evidence_ids=(item.id,))
        unit.timeline.add(case_id, draft, "2026-11-20T00:00:00+08:00")
    with pytest.raises(UserError) as caught:
        services.history.undo()
    assert caught.value.code == "undo_outdated"
    assert services.cases.open(case_id).timeline[0].draft.evidence_ids == (item.id,)


def test_a_failed_unit_leaves_no_level(services: Services, case_id: CaseId) -> None:
    before = services.history.undo_label
    with pytest.raises(UserError):
        services.flow.set_values(case_id, {FIELD: "x", "nonsense": "y"})
    with pytest.raises(UserError):
        services.flow.finish(case_id, "nonsense")
    assert services.history.undo_label == before


def test_evidence_edits(services: Services, case_id: CaseId) -> None:
    item, _ = services.evidence.attach_bytes(case_id, b"x", "a.txt", EvidenceEdit(title="甲"))
    services.evidence.edit(case_id, item.id, EvidenceEdit(title="乙", proves="丙"))
    services.history.undo()
    assert services.cases.open(case_id).evidence[0].title == "甲"
    assert services.search.search("丙") == []


def test_more_than_a_hundred_levels_and_not_without_end(services: Services, case_id: CaseId) -> None:
    for number in range(LEAST_LEVELS + 5):
        services.cases.rename(case_id, f"第{number}")
    for _ in range(LEAST_LEVELS + 4):
        services.history.undo()
    assert services.cases.open(case_id).case.title == "第0"
    assert MOST_LEVELS > LEAST_LEVELS
