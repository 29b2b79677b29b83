"""What is typed and no record yet: over a change of language, over the end of the app, beside a damaged file."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.window.window_stage import WindowStage
from walletcase.domain.evidence import EvidenceEdit
from walletcase.infra.settings import Settings
from walletcase.services.facade import Services
from walletcase.ui.window.unsaved import Unsaved


def test_a_date_that_is_none_outlives_the_language_and_the_app(
    qtbot: QtBot, bare_stage: WindowStage, services: Services, tmp_path: Path
) -> None:
    case = services.cases.new_case("one")[0]
    services.evidence.attach_bytes(case.id, b"text", "note.txt", EvidenceEdit())
    stage = bare_stage.furnish()
    stage.rooms.page.open_tab("evidence")
    stage.rooms.evidence.board.detail.form.editors["made_on"].fill("last week")
    stage.window.choose_setting("language", "zh_CN")
    assert stage.rooms.evidence.board.detail.form.editors["made_on"].get() == "last week"
    stage.window.close()
    assert "last week" in (services.data_folder / "drafts-evidence.json").read_text(encoding="utf-8")
    stage.end()
    next_start = WindowStage(qtbot, services, tmp_path / "settings.json", Settings(language="en", theme="light"))
    next_start.furnish()
    next_start.rooms.page.open_tab("evidence")
    assert next_start.rooms.evidence.board.detail.form.editors["made_on"].get() == "last week"
    next_start.rooms.evidence.board.detail.form.editors["made_on"].fill("2026-11-01")
    next_start.window.close()
    assert not (services.data_folder / "drafts-evidence.json").exists()
    assert services.cases.open(case.id).live_evidence[0].made_on == "2026-11-01"
    next_start.end()


def test_a_damaged_file_is_set_aside_and_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "drafts.json"
    file.write_text('[[1, 0, {"summary": "half wri', encoding="utf-8")
    unsaved = Unsaved(tmp_path)
    unsaved.keep()
    assert file.with_suffix(".bad").read_text(encoding="utf-8").endswith("half wri")
