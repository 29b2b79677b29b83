"""A long screenshot is looked at part by part: PgDn goes to where the next one begins, the buttons say where one is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.media.long_chats import Look, chat, encoded
from tests.ui.evidence.evidence_stage import Stage, make_pictures
from walletcase.ui.evidence.fitting import Zoom
from walletcase.ui.shell.desk import Desk
from walletcase.ui.widgets.labels import PlainLabel

DRAWN = chat(3, 40, Look())


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Stage:
    path = tmp_path / "long.png"
    path.write_bytes(encoded(DRAWN.window(0, DRAWN.height)))
    return Stage(qtbot, desk, [path, *make_pictures(tmp_path / "in", 1)])


def said(stage: Stage) -> list[str]:
    labels = stage.tab.board.detail.viewer.findChildren(PlainLabel)
    return [label.text() for label in labels if "/" in label.text() and label.isVisible()]


def test_pages_go_from_part_to_part_and_back(stage: Stage) -> None:
    viewer = stage.tab.board.detail.viewer
    canvas, parts = viewer.canvas, viewer.parts
    canvas.fit(Zoom.WIDTH)
    QApplication.processEvents()
    count = len(parts.pages)
    assert count >= 3
    assert not [row for page in parts.pages[1:] for row in DRAWN.lines if row[0] + 1 < page.top < row[1] - 1]
    assert said(stage) == [f"1 / {count}"]
    for place in range(1, count):
        QTest.keyClick(canvas, Qt.Key.Key_PageDown)
        assert said(stage) == [f"{place + 1} / {count}"]
        assert canvas.verticalScrollBar().value() > 0
    assert abs(parts.cuts[-1]) <= 1 or canvas.verticalScrollBar().value() == canvas.verticalScrollBar().maximum()
    QTest.keyClick(canvas, Qt.Key.Key_PageDown)
    assert said(stage) == [f"{count} / {count}"]
    canvas.verticalScrollBar().setValue(0)
    assert said(stage) == [f"1 / {count}"]


def test_a_picture_of_common_shape_has_no_parts(stage: Stage) -> None:
    stage.tab.go_to(str(stage.items[1].id))
    assert stage.tab.board.detail.viewer.parts.pages == ()
    assert said(stage) == []
    stage.tab.go_to(str(stage.items[0].id))
    assert len(stage.tab.board.detail.viewer.parts.pages) >= 3


def test_the_whole_at_once_is_left_for_the_part_that_is_asked_for(stage: Stage) -> None:
    viewer = stage.tab.board.detail.viewer
    viewer.canvas.fit(Zoom.FIT)
    viewer.turn(1)
    assert viewer.canvas.zoom is Zoom.WIDTH
    assert viewer.canvas.verticalScrollBar().value() > 0
