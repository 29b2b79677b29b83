"""The box of demands: written, moved, removed and kept as rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from walletcase.domain.demands import MAX_DEMANDS, Demand, DemandKind, dump_demands, parse_demands
from walletcase.domain.flow.playbook import Field, FieldKind
from walletcase.domain.text import Text
from walletcase.ui.shell.desk import Desk
from walletcase.ui.wizard.fields_box import FieldBox
from walletcase.ui.wizard.fields_demands import DemandsInput

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
ROWS = (
    Demand("d1", DemandKind.FIX, "开通钱包", "", "2026-12-10"),
    Demand("d2", DemandKind.COMPENSATE, "补偿交通费", "68.00", "", "话费"),
)


@pytest.fixture
def box(qtbot: QtBot, desk: Desk) -> FieldBox:
    """A field of demands, shown."""
    made = FieldBox(Field("demand", FieldKind.DEMANDS, Text("诉求", "Demands")), desk)
    qtbot.addWidget(made)
    made.resize(620, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def demands(box: FieldBox) -> list[str]:
    return [f"{one.key} {one.text}" for one in parse_demands(box.input.text())]


def blocks(box: FieldBox) -> DemandsInput:
    assert isinstance(box.input, DemandsInput)
    return box.input


def type_on(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def test_rows_come_back_as_they_were(box: FieldBox) -> None:
    box.put(dump_demands(ROWS))
    assert box.input.text() == dump_demands(ROWS)
    assert parse_demands(box.input.text()) == ROWS
    box.put("旧的一行\n另一行")
    assert demands(box) == ["d1 旧的一行", "d2 另一行"]
    box.put("")
    assert box.input.text() == ""
    assert len(blocks(box).blocks) == 1


def test_typing_saves_itself_and_enter_goes_on(box: FieldBox, qtbot: QtBot) -> None:
    first = blocks(box).blocks[0]
    first.what.setFocus()
    with qtbot.waitSignal(box.edited):
        QTest.keyClicks(first.what, "refund")
    QTest.keyClick(first.what, Qt.Key.Key_Return)
    type_on("sorry")
    first.amount.setFocus()
    QTest.keyClicks(first.amount, "1,234.5")
    with qtbot.waitSignal(box.left):
        first.fallback.setFocus()
    found = parse_demands(box.input.text())
    assert [(one.text, one.amount) for one in found] == [("refund", "1234.50"), ("sorry", "")]
    assert first.amount.text() == "1234.50"
    assert box.problem.isHidden()


def test_enter_in_an_empty_demand_adds_none(box: FieldBox) -> None:
    QTest.keyClick(blocks(box).blocks[0].what, Qt.Key.Key_Return)
    assert len(blocks(box).blocks) == 1


def test_demands_move_by_button_and_key_and_keep_their_keys(box: FieldBox, qtbot: QtBot) -> None:
    box.put(dump_demands(ROWS))
    first = blocks(box).blocks[0]
    assert not first.up.isEnabled()
    with qtbot.waitSignal(box.left):
        QTest.mouseClick(first.down, Qt.MouseButton.LeftButton)
    assert demands(box) == ["d2 补偿交通费", "d1 开通钱包"]
    first.what.setFocus()
    QTest.keyClick(first.what, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert demands(box) == ["d1 开通钱包", "d2 补偿交通费"]
    assert QApplication.focusWidget() is first.what
    QTest.keyClick(first.what, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert demands(box)[0] == "d1 开通钱包"


def test_a_removed_key_does_not_come_again(box: FieldBox) -> None:
    box.put(dump_demands(ROWS))
    QTest.mouseClick(blocks(box).blocks[1].remove_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(blocks(box).add_button, Qt.MouseButton.LeftButton)
    type_on("new")
    assert demands(box) == ["d1 开通钱包", "d3 new"]
    QTest.mouseClick(blocks(box).blocks[0].remove_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(blocks(box).blocks[0].remove_button, Qt.MouseButton.LeftButton)
    assert demands(box) == []
    assert len(blocks(box).blocks) == 1  # there is always one to write into


def test_the_kind_is_kept(box: FieldBox, qtbot: QtBot) -> None:
    box.put(dump_demands(ROWS))
    combo = blocks(box).blocks[0].kind
    combo.setFocus()
    with qtbot.waitSignal(box.edited):
        QTest.keyClick(combo, Qt.Key.Key_Down)
    assert parse_demands(box.input.text())[0].kind is DemandKind.RESTORE


def test_there_is_an_end_to_demands(box: FieldBox) -> None:
    box.put("\n".join(f"第{n}条" for n in range(MAX_DEMANDS)))
    assert not blocks(box).add_button.isEnabled()
    box.put("\n".join(f"第{n}条" for n in range(MAX_DEMANDS + 2)))
    assert len(demands(box)) == MAX_DEMANDS + 2  # shown all the same
    assert "kept as written" in box.problem.text()


def test_everything_has_a_name_of_its_own(box: FieldBox) -> None:
    box.put(dump_demands(ROWS))
    names = [stop.accessibleName() for block in blocks(box).blocks for stop in block.stops]
    assert all(name.startswith("Demands ") for name in names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("width", [360, 900])
def test_nothing_is_cut_off_whatever_the_width(box: FieldBox, qtbot: QtBot, width: int) -> None:
    box.put(dump_demands(ROWS))
    box.resize(width, 700)
    block = blocks(box).blocks[0]

    def heights() -> set[int]:
        return {line.mapTo(box, QPoint(0, 0)).y() for line in (block.amount, block.fallback)}

    qtbot.waitUntil(lambda: block.width() <= width and (len(heights()) == 1) is (width == 900))
    assert block.fallback.width() >= 150
