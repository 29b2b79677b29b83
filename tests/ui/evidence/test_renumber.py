"""Renumbering in the window: the preview says what every number becomes, papers that went out are named, undo works."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.evidence.evidence_stage import Stage, make_pictures
from walletcase.domain.dossiers.document import Part, without
from walletcase.domain.evidence import EvidenceEdit, Group
from walletcase.services.dossier_options import DossierOptions
from walletcase.ui.evidence.renumber_dialog import RenumberDialog
from walletcase.ui.shell.desk import Desk
from walletcase.ui.widgets.labels import PlainLabel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
GROUPS = (Group.LOSS, Group.IDENTITY, Group.EVENTS)


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Stage:
    made = Stage(qtbot, desk, make_pictures(tmp_path / "in", 4))
    for item, group in zip(made.items, GROUPS, strict=False):
        desk.services.evidence.edit(made.case_id, item.id, EvidenceEdit(title=f"第{item.exhibit_no}", group=group))
    desk.services.evidence.trash(made.case_id, made.items[3].id)
    made.tab.show_case(made.record, None)
    return made


def opened(stage: Stage) -> RenumberDialog:
    menu = stage.tab.board.bar.acts.menu()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Renumber exhibits…").trigger()
    dialog = stage.tab.ordering.dialog
    assert isinstance(dialog, RenumberDialog)
    return dialog


def lines(dialog: RenumberDialog) -> list[str]:
    return [dialog.model.item(place).text() for place in range(dialog.model.rowCount())]


def said(dialog: RenumberDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(PlainLabel))


def test_by_group_with_a_preview_and_one_step_of_undo(stage: Stage) -> None:
    dialog = opened(stage)
    assert not dialog.go.isEnabled()
    assert "every exhibit keeps its number" in dialog.note.text()
    dialog.order.choose("group")
    assert lines(dialog)[0] == "Exhibit 1   (was 2)   第2   Identity and contract"
    assert lines(dialog)[2] == "Exhibit 3   (was 1)   第1   Loss"
    assert dialog.go.isEnabled()
    assert "have left the app" not in said(dialog)
    dialog.go.click()
    assert [(item.exhibit_no, item.title) for item in stage.items] == [(1, "第2"), (2, "第3"), (3, "第1")]
    assert stage.shown == ["第2", "第3", "第1"]
    stage.desk.services.history.undo()
    assert [(item.exhibit_no, item.title) for item in stage.items] == [(1, "第1"), (2, "第2"), (3, "第3")]


def test_by_hand_with_keys(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.view.setCurrentIndex(dialog.model.index(2, 0))
    QTest.keyClick(dialog, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert dialog.order.current == "hand"
    dialog.up.click()
    assert not dialog.up.isEnabled()
    assert [line.split("   ")[0] for line in lines(dialog)] == ["Exhibit 1", "Exhibit 2", "Exhibit 3"]
    dialog.go.click()
    assert [item.title for item in stage.items] == ["第3", "第1", "第2"]


def test_by_hand_with_the_mouse(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage)
    model = dialog.model
    mime = model.mimeData([model.index(2, 0)])  # what a drag of the last line carries
    assert mime is not None
    model.dropMimeData(mime, Qt.DropAction.MoveAction, 0, 0, model.index(-1, -1))
    model.removeRow(3)  # a move ends by taking away what was dragged
    qtbot.waitUntil(lambda: dialog.order.current == "hand")
    assert lines(dialog)[0].startswith("Exhibit 1   (was 3)   第3")
    dialog.reject()
    assert [item.title for item in stage.items] == ["第1", "第2", "第3"]


def test_what_has_gone_out_is_named_before(stage: Stage, tmp_path: Path) -> None:
    options = DossierOptions(parts=without(Part.EXHIBITS))
    stage.desk.services.dossiers.export_pdf(stage.case_id, tmp_path / "卷宗.pdf", options)
    dialog = opened(stage)
    assert "Papers with the present numbers have left the app" in said(dialog)
    assert "2026-11-22  Dossier “卷宗.pdf”" in said(dialog)
    assert dialog.go.text() == "Renumber all the same"
    dialog.reject()


def test_a_case_without_exhibits_says_so(qtbot: QtBot, desk: Desk) -> None:
    stage = Stage(qtbot, desk)
    stage.tab.renumber()
    assert stage.tab.ordering.dialog is None
