"""Putting chat screenshots in order in the window: found by the child, confirmed by the person, kept as one change."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.media.long_chats import FOOTER, HEADER, SCREEN, Look, chat, encoded, screen
from tests.ui.conftest import CannedDialogs
from tests.ui.evidence.evidence_stage import Stage
from walletcase.domain.evidence import Group
from walletcase.ui.evidence.series_dialog import SeriesDialog
from walletcase.ui.shell.desk import Desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
STEP = SCREEN - HEADER - FOOTER - 420


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Stage:
    """Screenshots 3, 1, 2 of a chat, and 5, which shares nothing with them."""
    drawn = chat(9, 30, Look())
    paths = [tmp_path / f"{place}.png" for place in (3, 1, 2, 5)]
    for path in paths:
        path.write_bytes(encoded(screen(drawn, int(path.stem) * STEP - STEP)))
    return Stage(qtbot, desk, paths)


def opened(stage: Stage) -> SeriesDialog:
    menu = stage.tab.board.bar.acts.menu()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Put chat screenshots in order…").trigger()
    dialog = stage.tab.ordering.dialog
    assert isinstance(dialog, SeriesDialog)
    return dialog


def lines(dialog: SeriesDialog) -> list[str]:
    return [dialog.model.item(place).text() for place in range(dialog.model.rowCount())]


def test_a_series_is_found_confirmed_and_undone(stage: Stage) -> None:
    before = stage.items
    dialog = opened(stage)
    assert [line.split("   ")[2].split("\n")[0] for line in lines(dialog)] == ["1", "2", "3", "5"]
    assert lines(dialog)[3].endswith("\nShares nothing with the one before")
    assert dialog.gaps.text() == "No overlap between 3 and 4: is something missing?"
    assert dialog.gap_card.isVisible()
    dialog.title.setText("与工银客服的聊天")
    dialog.group.setCurrentIndex(dialog.group.findText("What happened"))
    dialog.renumber.setChecked(True)
    dialog.go.click()
    assert [item.title for item in stage.items] == [f"与工银客服的聊天 ({n}/4)" for n in range(1, 5)]
    assert [item.original_name for item in stage.items] == ["1.png", "2.png", "3.png", "5.png"]
    assert {item.group for item in stage.items} == {Group.EVENTS}
    stage.desk.services.history.undo()
    assert stage.items == before


def test_the_person_has_the_last_word(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.view.setCurrentIndex(dialog.model.index(3, 0))
    dialog.view.setFocus()
    QTest.keyClick(dialog.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [line.split("   ")[2].split("\n")[0] for line in lines(dialog)] == ["1", "2", "5", "3"]
    assert not dialog.gap_card.isVisible()
    QTest.keyClick(dialog.view, Qt.Key.Key_Delete)
    assert len(lines(dialog)) == 3
    dialog.title.clear()
    assert not dialog.go.isEnabled()
    dialog.reject()
    assert [item.title for item in stage.items] == ["3", "1", "2", "5"]


def test_other_numbers_are_warned_of_once_papers_have_gone_out(stage: Stage, tmp_path: Path) -> None:
    dialog = opened(stage)
    dialog.renumber.setChecked(True)
    assert not dialog.warning.isVisible()
    dialog.renumber.setChecked(False)
    stage.desk.services.case_files.export(stage.case_id, tmp_path / "case.json")
    dialog.renumber.setChecked(True)
    assert dialog.warning.isVisible()
    assert dialog.warning.text().startswith("1 paper")
    dialog.reject()


def test_only_the_chosen_ones_are_looked_at_and_one_alone_is_no_series(stage: Stage, desk: Desk) -> None:
    gallery = stage.tab.board.gallery
    gallery.setFocus()
    QTest.keyClick(gallery, Qt.Key.Key_Home)
    QTest.keyClick(gallery, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    dialog = opened(stage)
    assert len(lines(dialog)) == 2
    dialog.reject()
    for item in stage.items[1:]:
        desk.services.evidence.trash(stage.case_id, item.id)
    stage.tab.show_case(stage.record, None)
    stage.tab.order_series()
    assert isinstance(desk.dialogs, CannedDialogs)
    assert "two screenshots or more" in desk.dialogs.told[-1]
