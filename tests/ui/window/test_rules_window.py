"""Rules and channels from the Tools menu of the real window."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.services.test_rules import due_on, filed
from tests.ui.window.window_stage import WindowStage
from walletcase.ui.rule_pack.view import RulesDialog


def test_a_change_in_the_rules_reaches_the_list_behind(stage: WindowStage) -> None:
    case_id = filed(stage.services)
    stage.rooms.read_rows(case_id)
    seen: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RulesDialog)
        seen.append(dialog.windowTitle())
        editor = dialog.page.editors["limit/bank_answer/amount"]
        editor.begin()
        QTest.keyClicks(editor.field, "10")
        editor.ask.click()
        dialog.diff.take.click()
        dialog.close()

    QTimer.singleShot(0, act)
    stage.do("rules")
    assert seen == ["Rules and channels"]
    assert due_on(stage.services, case_id) == "2026-11-30"
    assert stage.rooms.cases.rows[0].awaited_on == "2026-11-30"
