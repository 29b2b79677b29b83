"""A case comes in from a file through the window."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.window.window_stage import WindowStage
from walletcase.domain.evidence import EvidenceEdit
from walletcase.services.dossier_options import DossierOptions
from walletcase.ui.shell.tasks import PoolLane


@pytest.fixture
def pack(stage: WindowStage, tmp_path: Path) -> Path:
    """A pack of a case with one exhibit, which is gone from the app."""
    case_id = stage.add_case("钱包打不开")
    stage.services.evidence.attach_bytes(case_id, b"words", "a.txt", EvidenceEdit(title="A"))
    target = tmp_path / "pack.zip"
    stage.services.packs.export(case_id, target, DossierOptions())
    stage.services.case_files.export(case_id, tmp_path / "case.json")
    stage.services.cases.trash(case_id)
    stage.services.cases.purge(case_id)
    stage.rooms.read_rows()
    return target


def test_a_pack_comes_back_and_is_shown(stage: WindowStage, pack: Path) -> None:
    assert stage.titles == []
    stage.dialogs.files = [pack]
    stage.do("import")
    assert (stage.titles, stage.record.case.title) == (["钱包打不开"], "钱包打不开")
    assert stage.toast == f"Imported as {stage.record.case.number}"
    assert stage.dialogs.told == []
    assert stage.services.evidence.path(stage.record.live_evidence[0]).read_bytes() == b"words"
    stage.do("undo")
    assert stage.titles == []


def test_files_that_did_not_come_along_are_named(stage: WindowStage, pack: Path) -> None:
    stage.dialogs.files = [pack.with_name("case.json")]
    stage.do("import")
    assert stage.titles == ["钱包打不开"]
    (told,) = stage.dialogs.told
    assert "Exhibits: 1." in told


def test_what_is_no_case_is_told(stage: WindowStage, tmp_path: Path) -> None:
    stage.dialogs.files = []
    stage.do("import")
    assert stage.dialogs.told == []
    stage.dialogs.files = [tmp_path / "x.json"]
    stage.dialogs.files[0].write_text("{}")
    stage.do("import")
    (told,) = stage.dialogs.told
    assert "x.json" in told
    assert stage.titles == []


def test_a_long_import_can_be_cancelled(stage: WindowStage, pack: Path, qtbot: QtBot) -> None:
    assert stage.window.wiring is not None
    journey, lane, gate = stage.window.wiring.importing, PoolLane(1), Event()
    lane.run(lambda job: gate.wait(10), lambda _: None, stage.desk.fail, stage.window)
    stage.desk.files = lane
    journey.take(pack)
    assert journey.progress is not None
    cancel = journey.progress.findChild(QPushButton)
    assert cancel is not None
    cancel.click()
    gate.set()
    qtbot.waitUntil(lambda: journey.progress is None, timeout=10_000)
    assert stage.titles == []
    assert stage.dialogs.told == []
    lane.close()
