"""How the Evidence tab uses its room: much for the picture, rows of tiles in sight, lines where tiles have no room."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.evidence.evidence_stage import Stage, make_pictures
from walletcase.ui.shell.desk import Desk


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Stage:
    return Stage(qtbot, desk, make_pictures(tmp_path / "in", 12))


def size(stage: Stage, width: int, height: int) -> None:
    stage.tab.resize(width, height)
    for _ in range(4):
        QApplication.processEvents()


def rows_in_sight(stage: Stage) -> float:
    gallery = stage.tab.board.gallery
    return gallery.viewport().height() / gallery.gridSize().height()


def test_the_picture_has_most_of_the_height_and_the_title_stays_in_sight(stage: Stage) -> None:
    size(stage, 780, 530)  # what is left for the tab in a window of 1280x800
    detail = stage.tab.board.detail
    room = detail.viewport().height()
    assert detail.viewer.height() > 0.7 * room
    title = detail.form.editors["title"].widget
    assert title.mapTo(detail.viewport(), title.rect().bottomLeft()).y() < room


def test_a_low_tab_has_low_tiles_so_that_more_rows_are_seen(stage: Stage) -> None:
    size(stage, 780, 530)
    high = stage.tab.board.gallery.gridSize().height()
    size(stage, 654, 364)  # a window of 960x600
    assert stage.tab.board.gallery.gridSize().height() < high
    assert rows_in_sight(stage) >= 2.45
    assert stage.tab.board.bar.tiles.isChecked()


def test_where_tiles_have_no_room_lines_are_shown_and_said_so(stage: Stage) -> None:
    size(stage, 560, 340)
    board = stage.tab.board
    assert board.splitter.orientation() is Qt.Orientation.Horizontal
    assert rows_in_sight(stage) > 3
    assert (board.bar.lines.isChecked(), board.bar.tiles.isChecked(), board.bar.tiles.isEnabled()) == (
        True,
        False,
        False,
    )
    assert board.bar.tiles.toolTip() == "Tiles need a higher window"
    assert board.detail.viewer.width() >= board.detail.viewer.minimumSizeHint().width()
    size(stage, 780, 530)
    assert (board.bar.tiles.isChecked(), board.bar.tiles.isEnabled(), board.bar.tiles.toolTip()) == (
        True,
        True,
        "Tiles",
    )


def test_what_was_chosen_is_back_when_there_is_room(stage: Stage) -> None:
    board = stage.tab.board
    QTest.mouseClick(board.bar.lines, Qt.MouseButton.LeftButton)
    assert board.bar.lines.isChecked()
    size(stage, 560, 340)
    size(stage, 780, 530)
    assert board.bar.lines.isChecked()
    QTest.mouseClick(board.bar.tiles, Qt.MouseButton.LeftButton)
    assert board.bar.tiles.isChecked()
    assert board.gallery.gridSize().height() > 150
