"""The checklist of chat screenshots: shown beside them, ticks kept with the case, what is open told by the check."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.evidence.evidence_stage import Stage, make_pictures
from walletcase.domain.chat import ITEMS, TICKS
from walletcase.domain.evidence import EvidenceEdit
from walletcase.domain.readiness.findings import Finding, Severity
from walletcase.domain.readiness.proof import proof_findings
from walletcase.infra import resources
from walletcase.infra.finding_texts import finding_text
from walletcase.ui.shell.desk import Desk


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Stage:
    made = Stage(qtbot, desk, make_pictures(tmp_path / "in", 2))
    desk.services.evidence.edit(made.case_id, made.items[0].id, EvidenceEdit(title="与客服的聊天截图"))
    made.tab.show_case(made.record, None)
    return made


def found(stage: Stage) -> list[Finding]:
    return [one for one in proof_findings(stage.record) if one.code == "chat_checklist"]


def test_it_stands_beside_chats_only(stage: Stage) -> None:
    card = stage.tab.board.detail.chat
    assert card.isVisible()
    stage.tab.go_to(str(stage.items[1].id))
    assert not card.isVisible()
    stage.tab.go_to(str(stage.items[0].id))
    stage.tab.board.expand(True)
    assert not card.isVisible()


def test_ticks_are_kept_undone_and_told_by_the_check(stage: Stage) -> None:
    card = stage.tab.board.detail.chat
    (finding,) = found(stage)
    assert (finding.severity, finding.params, finding.place.item) == (
        Severity.HINT, {"count": 4, "of": 4}, str(stage.items[0].id)
    )
    assert "4 of 4" in finding_text(finding, "en").what
    card.boxes["phone"].setFocus()
    QTest.keyClick(card.boxes["phone"], Qt.Key.Key_Space)
    assert stage.record.ticks == {(TICKS, "phone")}
    line = card.boxes["dates"].parentWidget()
    assert line is not None
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.rect().center())
    assert stage.record.ticks == {(TICKS, "phone"), (TICKS, "dates")}
    assert found(stage)[0].params["count"] == 2
    stage.desk.services.history.undo()
    stage.tab.show_case(stage.record, None)
    assert not card.boxes["dates"].isChecked()
    assert card.boxes["phone"].isChecked()
    for key in ITEMS:
        card.boxes[key].setChecked(True)
    assert found(stage) == []


def test_a_case_without_chats_is_not_asked(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    stage = Stage(qtbot, desk, make_pictures(tmp_path / "in", 1))
    assert found(stage) == []


def test_every_point_has_its_words_in_both_languages() -> None:
    said = resources.toml("i18n", "chat_checklist.toml")
    assert tuple(said) == ITEMS
    for item in said.values():
        for name in ("text", "why"):
            assert item[name].keys() == {"zh", "en"}
            assert all(text.strip() for text in item[name].values())
