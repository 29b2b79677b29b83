"""The groups of the evidence index in the gallery: chosen in the form, headed, walked over by keys, shown alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.evidence.evidence_stage import Stage, make_pictures
from walletcase.domain.evidence import EvidenceEdit, Group
from walletcase.ui.evidence.model import HEADING_ROLE
from walletcase.ui.shell.desk import Desk

GROUPS = (Group.LOSS, Group.NONE, Group.IDENTITY, Group.EVENTS, Group.EVENTS)


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Stage:
    made = Stage(qtbot, desk, make_pictures(tmp_path / "in", len(GROUPS)))
    for item, group in zip(made.items, GROUPS, strict=True):
        desk.services.evidence.edit(made.case_id, item.id, EvidenceEdit(title=str(item.exhibit_no), group=group))
    made.tab.show_case(made.record, None)
    return made


def order_by_group(stage: Stage) -> None:
    order = stage.tab.board.bar.order
    order.setCurrentIndex(order.findData("group"))


HEADED = [
    "Identity and contract  1", "3", "What happened  2", "4", "5", "Loss  1", "1", "Not in a group  1", "2"
]


def test_groups_have_headings_in_the_order_of_the_index(stage: Stage, qtmodeltester: ModelTester) -> None:
    assert stage.shown == ["1", "2", "3", "4", "5"]
    order_by_group(stage)
    assert stage.shown == HEADED
    qtmodeltester.check(stage.tab.board.gallery.rows, force_py=True)  # type: ignore[no-untyped-call]
    stage.desk.bus.changed.emit(
        stage.desk.services.evidence.edit(stage.case_id, stage.items[0].id, EvidenceEdit(group=Group.EVENTS))
    )
    assert stage.shown == ["Identity and contract  1", "3", "What happened  3", "1", "4", "5", "Not in a group  1", "2"]
    stage.tab.board.bar.order.setCurrentIndex(0)
    assert stage.shown == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("lines", [False, True])
def test_a_heading_has_a_line_of_its_own_and_keys_pass_over_it(stage: Stage, lines: bool) -> None:
    board = stage.tab.board
    board.bar.lines_chosen.emit(lines)
    order_by_group(stage)
    gallery = board.gallery
    gallery.doItemsLayout()
    heads = [row for row in range(gallery.rows.rowCount()) if gallery.rows.index(row).data(HEADING_ROLE)]
    assert len(heads) == 4
    areas = [gallery.visualRect(gallery.rows.index(row)) for row in range(gallery.rows.rowCount())]
    for row in heads:
        assert areas[row].height() < areas[row + 1].height()
        assert areas[row].bottom() <= areas[row + 1].top()
        assert row == 0 or areas[row].top() > areas[row - 1].bottom() - 1
    stage.tab.go_to(str(next(item.id for item in stage.items if item.title == "3")))
    gallery.setFocus()
    seen = []
    for _ in range(8):
        current = gallery.current
        assert current is not None
        seen.append(current.title)
        QTest.keyClick(gallery, Qt.Key.Key_Down)
    assert seen[:2] == ["3", "4"]
    assert seen[-1] == "2"


def test_one_group_alone_and_what_is_asked_for_is_never_hidden(stage: Stage) -> None:
    bar = stage.tab.board.bar
    assert [bar.only.itemText(n) for n in range(bar.only.count())] == [
        "All groups", "Identity and contract", "What happened", "Loss", "Not in a group"
    ]
    bar.only.setCurrentIndex(2)
    assert stage.shown == ["4", "5"]
    assert stage.tab.board.gallery.current is not None
    assert stage.tab.board.gallery.current.title == "4"
    stage.tab.go_to(str(stage.items[0].id))
    assert stage.shown == ["1", "2", "3", "4", "5"]
    assert stage.tab.board.gallery.current.title == "1"
    bar.only.setCurrentIndex(1)
    third = next(item for item in stage.items if item.title == "3")
    stage.desk.bus.changed.emit(
        stage.desk.services.evidence.edit(stage.case_id, third.id, EvidenceEdit(group=Group.NONE))
    )
    assert bar.group is None  # the group is empty: all are shown again
    assert stage.shown == ["1", "2", "3", "4", "5"]


def test_without_groups_there_is_nothing_to_choose(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    stage = Stage(qtbot, desk, make_pictures(tmp_path / "in", 2))
    assert not stage.tab.board.bar.only.isVisible()


def test_the_group_is_chosen_in_the_form(stage: Stage) -> None:
    stage.tab.go_to(str(stage.items[1].id))
    combo = stage.tab.board.detail.form.editors["group"].widget
    assert isinstance(combo, QComboBox)
    assert combo.currentText() == "Not in a group"
    combo.setFocus()
    combo.setCurrentIndex(combo.findText("Loss"))
    stage.tab.flush()
    assert [item.group for item in stage.items][1] == Group.LOSS
    combo.setCurrentIndex(0)
    stage.tab.flush()
    assert [item.group for item in stage.items][1] == Group.NONE


def test_several_are_put_into_a_group_at_once_and_taken_back_at_once(stage: Stage) -> None:
    board = stage.tab.board
    board.gallery.selectAll()
    menu = board.menu()
    sub = next(action.menu() for action in menu.actions() if action.text() == "Put into group")
    assert isinstance(sub, QMenu)
    next(action for action in sub.actions() if action.text() == "Complaints and answers").trigger()
    assert {item.group for item in stage.items} == {Group.ANSWERS}
    stage.desk.services.history.undo()
    assert [item.group for item in stage.items] == list(GROUPS)
