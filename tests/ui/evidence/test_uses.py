"""What an exhibit is used for, in the detail pane: shown, linked by the picker, unlinked, carried off by a drag."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.evidence.evidence_stage import Stage, make_pictures
from tests.ui.timeline.contacts import log
from walletcase.domain.links import Use, UseKind, uses_of
from walletcase.services.claims import ClaimDraft
from walletcase.ui.evidence.use_picker import UsePicker
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.exhibits import FORMAT, dragged_exhibits, exhibits_mime

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Stage:
    made = Stage(qtbot, desk, make_pictures(tmp_path / "in", 3))
    log(desk.services, made.case_id, "2026-11-03T10:05", "登记了投诉")
    log(desk.services, made.case_id, "2026-11-13T11:00", "催问进展")
    desk.services.claims.add(made.case_id, ClaimDraft("转账失败"), ClaimDraft("钱包打不开"))
    made.tab.show_case(made.record, None)
    return made


def pick(stage: Stage) -> UsePicker:
    panel = stage.tab.board.detail.uses
    panel.link_button.click()
    assert panel.picker is not None
    return panel.picker


def rows(picker: UsePicker) -> list[str]:
    """The texts that can be seen, headings in brackets."""
    items = [picker.model.item(n) for n in range(picker.model.rowCount()) if not picker.view.isRowHidden(n)]
    return [item.text() if item.isCheckable() else f"[{item.text()}]" for item in items]


def linked(stage: Stage, number: int = 0) -> list[UseKind]:
    return [use.kind for use in uses_of(stage.record, stage.items[number].id)]


def test_an_exhibit_is_linked_by_keys_and_the_pane_says_to_what(stage: Stage, qtbot: QtBot) -> None:
    panel = stage.tab.board.detail.uses
    assert panel.none.isVisible()
    picker = pick(stage)
    found = rows(picker)
    assert found[0] == "[Contacts]"
    assert found[1].startswith("2026-11-13 ")
    assert found[1].endswith("催问进展")
    assert found[3:] == ["[Facts you state]", "1. 转账失败", "2. 钱包打不开"]
    picker.search.insert("转账")
    assert rows(picker) == ["[Facts you state]", "1. 转账失败"]
    QTest.keyClick(picker.search, Qt.Key.Key_Down)
    QTest.keyClick(picker.view, Qt.Key.Key_Space)
    picker.search.clear()
    picker.search.insert("登记")
    QTest.keyClick(picker.search, Qt.Key.Key_Down)
    QTest.keyClick(picker.view, Qt.Key.Key_Space)
    QTest.keyPress(picker, Qt.Key.Key_Return)
    assert linked(stage) == [UseKind.CONTACT, UseKind.CLAIM]
    assert not panel.none.isVisible()
    stage.desk.services.history.undo()
    assert linked(stage) == []


def test_escape_leaves_all_as_it_was(stage: Stage) -> None:
    picker = pick(stage)
    QTest.keyClick(picker.search, Qt.Key.Key_Down)
    QTest.keyClick(picker.view, Qt.Key.Key_Space)
    assert picker.ticked
    QTest.keyPress(picker, Qt.Key.Key_Escape)
    assert linked(stage) == []


def test_nothing_found_is_said(stage: Stage) -> None:
    picker = pick(stage)
    picker.search.insert("没有这样的")
    assert rows(picker) == []
    assert picker.none.isVisible()
    picker.search.clear()
    assert len(rows(picker)) == 6
    picker.close()


def test_a_link_is_followed_and_taken_away(stage: Stage, qtbot: QtBot) -> None:
    claim = stage.record.claims[1]
    use = Use(UseKind.CLAIM, str(claim.id))
    stage.desk.services.links.link(stage.case_id, [stage.items[0].id], use)
    stage.tab.show_case(stage.record, None)
    panel = stage.tab.board.detail.uses
    go, away = (panel.findChild(QToolButton, f"{what}:claim:{claim.id}") for what in ("go", "unlink"))
    assert isinstance(go, QToolButton)
    assert isinstance(away, QToolButton)
    assert away.accessibleName() == "Unlink: 2. 钱包打不开"
    with qtbot.waitSignal(stage.desk.bus.asked) as asked:
        go.click()
    assert asked.args == ["facts", f"claim:{claim.id}"]
    away.click()
    assert linked(stage) == []
    assert panel.none.isVisible()
    stage.desk.services.history.undo()
    assert linked(stage) == [UseKind.CLAIM]


def test_a_tile_carries_its_exhibit_and_the_tab_does_not_take_it_for_a_file(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    gallery = stage.tab.board.gallery
    gallery.selectAll()
    carried: list[QMimeData] = []

    def run(drag: object, *_: object) -> Qt.DropAction:
        carried.append(drag.mimeData())  # type: ignore[attr-defined]
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr("walletcase.ui.evidence.gallery.QDrag.exec", run)  # modal: it would wait for a real mouse
    first = gallery.visualRect(gallery.rows.index(0)).center()
    QTest.mousePress(gallery.viewport(), Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(gallery.viewport(), first + first)
    QTest.mouseMove(gallery.viewport(), first + first + first)
    assert len(carried) == 1
    assert dragged_exhibits(carried[0], stage.record) == tuple(item.id for item in stage.items)
    other = stage.desk.services.cases.new_case("别的")[0].id
    assert dragged_exhibits(carried[0], stage.desk.services.cases.open(other)) == ()
    assert exhibits_mime(stage.items[:1]).formats() == [FORMAT]
    assert stage.tab.board.gallery.dragEnabled()


def test_what_is_no_list_of_exhibits_links_nothing(stage: Stage) -> None:
    for content in (b"", b"[]", b'{"case": 1}', b"\xff", b'{"case": 1, "exhibits": 7}'):
        mime = QMimeData()
        mime.setData(FORMAT, content)
        assert dragged_exhibits(mime, stage.record) == ()


def test_leaving_the_picker_is_no_crash(stage: Stage) -> None:
    picker = pick(stage)
    stage.tab.show_case(stage.record, None)
    picker.event(QEvent(QEvent.Type.WindowDeactivate))
    picker.close()
    assert linked(stage) == []
