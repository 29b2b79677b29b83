"""Marks over a page by mouse and keys: drawn, chosen, moved, given words, taken away, turned along, hidden."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.media.corpus_pictures import encoded, quarters
from tests.ui.evidence.evidence_stage import Stage
from walletcase.domain.marks import Mark, MarkKind
from walletcase.domain.page_text import SCALE
from walletcase.ui.evidence.marking import Marking
from walletcase.ui.evidence.page_canvas import PageCanvas
from walletcase.ui.look.tokens import LIGHT
from walletcase.ui.shell.desk import Desk


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Stage:
    files = [tmp_path / "a.png", tmp_path / "b.png"]
    for number, path in enumerate(files):
        path.write_bytes(encoded(quarters(size=(300 + number, 400)), "PNG"))
    made = Stage(qtbot, desk, files)
    made.tab.go_to(str(made.items[0].id))
    made.tab.board.expand(on=True)
    made.tab.activateWindow()
    marking_of(made).start(on=True)
    QApplication.processEvents()
    return made


def marking_of(stage: Stage) -> Marking:
    return stage.tab.board.detail.viewer.marking


def canvas_of(stage: Stage) -> PageCanvas:
    return stage.tab.board.detail.viewer.canvas


def at(stage: Stage, across: float, down: float) -> QPoint:
    """Where a place of the page (0 to 1) is in the room."""
    return canvas_of(stage).place((round(across * SCALE), round(down * SCALE))).toPoint()


def pull(stage: Stage, first: QPoint, last: QPoint) -> None:
    port = canvas_of(stage).viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(port, (first + last) / 2)
    QTest.mouseMove(port, last)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=last)


def use(stage: Stage, kind: MarkKind | None) -> None:
    QTest.mouseClick(marking_of(stage).tools[kind], Qt.MouseButton.LeftButton)


def live(stage: Stage) -> list[Mark]:
    return [mark for mark in stage.record.marks if not mark.trashed_at]


def near(value: int, share: float) -> bool:
    return abs(value - share * SCALE) < SCALE / 60


def test_a_box_and_an_arrow_are_drawn_where_the_mouse_went(stage: Stage) -> None:
    use(stage, MarkKind.BOX)
    pull(stage, at(stage, 0.6, 0.6), at(stage, 0.9, 0.8))
    use(stage, MarkKind.ARROW)
    pull(stage, at(stage, 0.8, 0.3), at(stage, 0.2, 0.1))
    box, arrow = live(stage)
    assert (box.kind, arrow.kind) == (MarkKind.BOX, MarkKind.ARROW)
    assert near(box.left, 0.6)
    assert near(box.bottom, 0.8)
    assert near(arrow.left, 0.8)
    assert near(arrow.right, 0.2), "it points to where the mouse was let go"
    edge = at(stage, 0.75, 0.6)
    colour = canvas_of(stage).grab().toImage().pixelColor(edge)
    assert colour.name().upper() == LIGHT.seal.upper()


def test_a_slip_draws_nothing(stage: Stage) -> None:
    use(stage, MarkKind.BOX)
    pull(stage, at(stage, 0.5, 0.5), at(stage, 0.5, 0.5) + QPoint(2, 1))
    assert live(stage) == []


def test_numbers_count_on_by_themselves(stage: Stage) -> None:
    use(stage, MarkKind.NUMBER)
    for down in (0.2, 0.5, 0.8):
        QTest.mouseClick(canvas_of(stage).viewport(), Qt.MouseButton.LeftButton, pos=at(stage, 0.5, down))
    assert [mark.text for mark in live(stage)] == ["1", "2", "3"]


def test_a_note_is_put_typed_changed_and_taken_away_and_all_is_undone(stage: Stage) -> None:
    marking = marking_of(stage)
    use(stage, MarkKind.NOTE)
    QTest.mouseClick(canvas_of(stage).viewport(), Qt.MouseButton.LeftButton, pos=at(stage, 0.3, 0.3))
    assert marking.words.hasFocus()
    assert live(stage) == [], "a note without words is none"
    QTest.keyClick(marking.words, Qt.Key.Key_Return)
    assert live(stage) == []
    QTest.keyClicks(marking.words, "error code")
    QTest.keyClick(marking.words, Qt.Key.Key_Return)
    assert [mark.text for mark in live(stage)] == ["error code"]
    assert marking.words.isHidden() or not marking.words.isVisible()
    use(stage, None)
    QTest.mouseClick(canvas_of(stage).viewport(), Qt.MouseButton.LeftButton, pos=at(stage, 0.3, 0.3) + QPoint(20, 12))
    QTest.keyClick(canvas_of(stage), Qt.Key.Key_Return)
    assert marking.words.text() == "error code"
    QTest.keyClicks(marking.words, "other")
    marking.keep.click()
    assert [mark.text for mark in live(stage)] == ["other"]
    QTest.keyClick(canvas_of(stage), Qt.Key.Key_Delete)
    assert live(stage) == []
    for expected in (["other"], ["error code"], []):
        stage.desk.services.history.undo()
        assert [mark.text for mark in live(stage)] == expected


def test_a_mark_is_moved_by_mouse_and_by_keys(stage: Stage) -> None:
    use(stage, MarkKind.BOX)
    pull(stage, at(stage, 0.2, 0.2), at(stage, 0.4, 0.4))
    use(stage, None)
    pull(stage, at(stage, 0.2, 0.3), at(stage, 0.4, 0.5))
    (box,) = live(stage)
    assert near(box.left, 0.4)
    assert near(box.right, 0.6)
    assert marking_of(stage).layer.chosen == box
    QTest.keyClick(canvas_of(stage), Qt.Key.Key_Right)
    assert live(stage)[0].left > box.left
    assert live(stage)[0].right - live(stage)[0].left == box.right - box.left
    QTest.keyClick(canvas_of(stage), Qt.Key.Key_Escape)
    assert marking_of(stage).layer.chosen is None


def test_marks_turn_with_the_page(stage: Stage) -> None:
    canvas = canvas_of(stage)
    use(stage, MarkKind.BOX)
    pull(stage, at(stage, 0.1, 0.6), at(stage, 0.4, 0.8))
    canvas.turn()
    QApplication.processEvents()
    pull(stage, at(stage, 0.5, 0.1), at(stage, 0.9, 0.3))
    first, second = live(stage)
    assert near(second.left, 0.5) or near(second.right, 0.5)
    assert near(min(second.top, second.bottom), 0.1)
    assert near(first.top, 0.6)


def test_marks_belong_to_their_exhibit_and_can_be_hidden(stage: Stage) -> None:
    use(stage, MarkKind.BOX)
    pull(stage, at(stage, 0.6, 0.6), at(stage, 0.9, 0.8))
    edge = at(stage, 0.75, 0.6)
    marking_of(stage).eye.click()
    assert canvas_of(stage).grab().toImage().pixelColor(edge).name().upper() != LIGHT.seal.upper()
    marking_of(stage).eye.click()
    assert canvas_of(stage).grab().toImage().pixelColor(edge).name().upper() == LIGHT.seal.upper()
    stage.tab.go_to(str(stage.items[1].id))
    assert marking_of(stage).layer.marks == ()
    stage.tab.go_to(str(stage.items[0].id))
    assert len(marking_of(stage).layer.marks) == 1


def test_put_away_the_tools_leave_the_mouse_to_the_page(stage: Stage) -> None:
    use(stage, MarkKind.BOX)
    marking_of(stage).start(on=False)
    assert marking_of(stage).isHidden()
    pull(stage, at(stage, 0.2, 0.2), at(stage, 0.4, 0.4))
    assert live(stage) == []
