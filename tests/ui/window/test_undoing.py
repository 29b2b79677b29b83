"""Undo and redo in the window: the field's own first, then whatever was changed, and the menu names it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.ui.window.window_stage import WindowStage
from walletcase.domain.evidence import EvidenceEdit
from walletcase.services.facade import Services
from walletcase.ui.window.undo_words import words_of

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def opened(bare_stage: WindowStage, services: Services) -> WindowStage:
    case = services.cases.new_case("one")[0]
    for number in (1, 2, 3):
        services.evidence.attach_bytes(case.id, b"text %d" % number, f"note {number}.txt", EvidenceEdit())
    return bare_stage.furnish()


def action(stage: WindowStage, name: str) -> QAction:
    assert stage.window.wiring is not None
    return stage.window.wiring.actions[name]


def exhibits(stage: WindowStage) -> list[int]:
    return [item.exhibit_no for item in stage.services.cases.open(stage.record.case.id).live_evidence]


def test_the_menu_names_what_it_takes_back_and_does_again(opened: WindowStage) -> None:
    opened.rooms.page.open_tab("evidence")
    board = opened.rooms.evidence.board
    board.gallery.select(opened.record.live_evidence[2].id)
    board.gallery.delete_asked.emit()
    assert exhibits(opened) == [1, 2]
    assert action(opened, "undo").text() == "Undo delete exhibit 3"
    opened.rooms.page.open_tab("step")
    opened.do("undo")
    assert exhibits(opened) == [1, 2, 3]
    assert opened.tab == "evidence"
    assert opened.toast == "Undone: delete exhibit 3"
    assert action(opened, "redo").text() == "Redo delete exhibit 3"
    opened.do("redo")
    assert exhibits(opened) == [1, 2]
    assert not action(opened, "redo").isEnabled()


def test_a_field_undoes_its_own_typing_first_and_then_what_was_done_before(opened: WindowStage) -> None:
    opened.rooms.evidence.board.deeds.trash((opened.record.live_evidence[2],))
    field = opened.rooms.step.findChildren(QPlainTextEdit)[0]
    field.setFocus()
    QTest.keyClicks(field, "typed")
    opened.rooms.page.flush()
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert field.toPlainText() == ""
    assert exhibits(opened) == [1, 2]
    opened.rooms.page.flush()
    for _ in range(3):  # what was typed and taken out is a change like others
        if exhibits(opened) == [1, 2]:
            opened.press(Qt.Key.Key_Z, CTRL)
    assert exhibits(opened) == [1, 2, 3]
    opened.rooms.cases.list.setFocus()
    opened.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert exhibits(opened) == [1, 2]


def test_what_is_being_typed_is_saved_and_is_the_newest(opened: WindowStage) -> None:
    field = opened.rooms.step.findChildren(QPlainTextEdit)[0]
    field.setFocus()
    QTest.keyClicks(field, "typed last")
    opened.rooms.cases.list.setFocus()
    opened.do("undo")
    assert exhibits(opened) == [1, 2, 3]
    assert "typed last" not in opened.services.cases.open(opened.record.case.id).values.values()
    assert field.toPlainText() == ""
    assert opened.toast.startswith("Undone: typing '")


def test_nothing_is_undone_while_an_input_method_composes(opened: WindowStage) -> None:
    field = opened.rooms.step.findChildren(QPlainTextEdit)[0]
    field.setFocus()
    QApplication.sendEvent(field, QInputMethodEvent("nihao", []))
    opened.press(Qt.Key.Key_Z, CTRL)
    assert exhibits(opened) == [1, 2, 3]


def test_a_case_that_was_made_goes_and_comes(opened: WindowStage) -> None:
    opened.add_case("another")
    assert opened.titles == ["another", "one"] or opened.titles == ["one", "another"]
    opened.do("undo")
    assert opened.titles == ["one"]
    assert opened.dialogs.told == []
    opened.do("redo")
    assert sorted(opened.titles) == ["another", "one"]
    assert opened.record.case.title == "another"


def test_the_open_case_can_be_unmade(stage: WindowStage) -> None:
    case_id = stage.add_case("only")
    stage.rooms.cases.choose(case_id)
    assert stage.record.case.title == "only"
    stage.do("undo")
    assert stage.titles == []
    assert stage.dialogs.told == []
    assert stage.rooms.pages.currentWidget() is stage.rooms.welcome


def test_a_deleted_case_comes_back_to_the_list(opened: WindowStage) -> None:
    opened.do("trash")
    assert opened.titles == []
    opened.do("undo")
    assert opened.titles == ["one"]
    assert opened.toast == "Undone: delete the case"


def test_with_nothing_done_there_is_nothing_to_undo(stage: WindowStage) -> None:
    assert not action(stage, "undo").isEnabled()
    assert (action(stage, "undo").text(), action(stage, "redo").text()) == ("Undo", "Redo")


def test_many_are_named_as_many(opened: WindowStage) -> None:
    opened.rooms.page.open_tab("evidence")
    opened.rooms.evidence.board.deeds.trash(opened.record.live_evidence[:2])
    label = opened.services.history.undo_label
    assert label is not None
    words = words_of(label, opened.record, "en")
    assert words == ("delete 2 exhibit(s)" if label.count == 2 else "delete exhibit 2")
