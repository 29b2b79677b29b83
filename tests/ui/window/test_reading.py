"""Reading in the whole window: switched on in the settings, going on by itself, found, used for a contact."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.services.reading_kit import Eyes, open_eyes
from tests.ui.window.window_stage import WindowStage
from walletcase.domain.ids import CaseId
from walletcase.infra.settings import Settings
from walletcase.ui.evidence.readings import Readings, readings_of
from walletcase.ui.shell.tasks import PoolLane
from walletcase.ui.window.preferences import SettingsDialog

SHOT = Path(__file__).resolve().parents[3] / "resources/sample/01-open-failed.png"


@pytest.fixture
def eyes(stage: WindowStage, monkeypatch: pytest.MonkeyPatch) -> Eyes:
    return open_eyes(stage.services, monkeypatch)


@pytest.fixture
def case_id(stage: WindowStage, eyes: Eyes) -> CaseId:
    case, changes = stage.services.cases.new_case("wallet")
    stage.services.evidence.attach(case.id, [SHOT])
    stage.desk.bus.changed.emit(changes)
    stage.rooms.cases.choose(case.id)
    return case.id


def readings_in(stage: WindowStage) -> Readings:
    return readings_of(stage.desk.files, stage.services.reading)


def read_now(stage: WindowStage, qtbot: QtBot) -> None:
    readings = readings_in(stage)
    stage.desk.bus.reading_chosen.emit(True)
    qtbot.waitUntil(lambda: readings.progress.done > 0 and not readings.progress.running)


def test_a_choice_in_the_room_is_kept_and_in_force(
    stage: WindowStage, case_id: CaseId, eyes: Eyes, qtbot: QtBot
) -> None:
    assert not readings_in(stage).progress.reads_pixels
    read_now(stage, qtbot)
    assert len(eyes.read) == 1
    assert stage.settings_file.load().read_pictures
    assert stage.services.reading.unread(case_id, pixels=True) == ()


def test_what_comes_in_is_read(stage: WindowStage, case_id: CaseId, eyes: Eyes, qtbot: QtBot, tmp_path: Path) -> None:
    read_now(stage, qtbot)
    note = tmp_path / "note.txt"
    note.write_text("受理编号 GD9", encoding="utf-8")
    report = stage.services.evidence.attach(case_id, [note])
    stage.desk.bus.changed.emit(report.changes)
    qtbot.waitUntil(lambda: stage.services.reading.unread(case_id, pixels=True) == ())
    assert [hit.kind for hit in stage.services.search.search("GD9")] == ["words"]


def test_a_suggestion_reaches_the_contact_record(
    stage: WindowStage, case_id: CaseId, eyes: Eyes, qtbot: QtBot
) -> None:
    stage.rooms.page.open_tab("evidence")
    (item,) = stage.services.cases.open(case_id).live_evidence
    stage.rooms.evidence.go_to(str(item.id))
    read_now(stage, qtbot)
    suggestions = stage.rooms.evidence.board.detail.words.suggestions
    suggestions.buttons["reference", "GD20261120004417"].click()
    suggestions.open.click()
    state = stage.rooms.timeline.form.state()
    assert (state.reference, state.evidence_ids) == ("GD20261120004417", (item.id,))


def test_a_found_word_leads_to_its_exhibit(stage: WindowStage, case_id: CaseId, eyes: Eyes, qtbot: QtBot) -> None:
    read_now(stage, qtbot)
    (hit,) = [one for one in stage.services.search.search("4417") if one.kind == "words"]
    stage.rooms.search.hit_chosen.emit(hit)
    assert stage.rooms.page.bar.currentIndex() == 2
    current = stage.rooms.evidence.board.gallery.current
    assert current is not None
    assert hit.item_id == f"{current.id}/0"


def test_the_settings_switch_it(stage: WindowStage, eyes: Eyes, qtbot: QtBot) -> None:
    dialog = SettingsDialog(stage.desk, Settings(), stage.journeys, stage.window)
    qtbot.addWidget(dialog)
    heard: list[tuple[str, object]] = []
    dialog.chosen.connect(lambda name, value: heard.append((name, value)))
    dialog.reading.on.click()
    assert heard == [("read_pictures", True)]
    eyes.is_available = False
    without = SettingsDialog(stage.desk, Settings(read_pictures=True), stage.journeys, stage.window)
    qtbot.addWidget(without)
    assert not without.reading.on.isEnabled()
    assert not without.reading.on.isChecked()


def test_closing_does_not_wait_for_the_page_that_is_read(
    bare_stage: WindowStage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    eyes = open_eyes(bare_stage.services, monkeypatch)
    eyes.open.clear()  # it would take 30 seconds
    case, _ = bare_stage.services.cases.new_case("wallet")
    bare_stage.services.evidence.attach(case.id, [SHOT])
    stage = bare_stage.furnish(PoolLane(1, bare_stage.window), PoolLane(2, bare_stage.window))
    readings = readings_in(stage)
    stage.desk.bus.reading_chosen.emit(True)
    qtbot.waitUntil(lambda: readings.progress.current is not None)
    begin = time.monotonic()
    stage.window.close()
    assert time.monotonic() - begin < 10
    assert eyes.read == []
    assert len(stage.services.reading.unread(case.id, pixels=True)) == 1
