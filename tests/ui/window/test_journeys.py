"""What the window's commands do, through the real rooms and the real storage."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.media.corpus_pictures import encoded, quarters
from tests.ui.window.window_stage import WindowStage
from walletcase.domain.case import Filter
from walletcase.domain.timeline import EntryDraft
from walletcase.ui.case_list.model import ROW_ROLE
from walletcase.ui.case_page.view import TAB_ORDER
from walletcase.ui.widgets.empty import EmptyState
from walletcase.ui.window.actions import commands
from walletcase.ui.window.keys import KeysDialog
from walletcase.ui.wizard.new_case import NewCaseDialog

if TYPE_CHECKING:
    from tests.conftest import FrozenClock

CTRL = Qt.KeyboardModifier.ControlModifier


def counted(stage: WindowStage) -> dict[Filter, int]:
    """The counts that the filters show."""
    model = stage.rooms.rail.list.model()
    return dict(model.index(place, 0).data(ROW_ROLE) for place in range(model.rowCount()))


def toast_button(stage: WindowStage) -> QPushButton:
    """The button of the toast."""
    toast = stage.window.findChild(QWidget, "toast")
    assert toast is not None
    found = toast.findChild(QPushButton)
    assert found is not None
    return found


def test_the_first_start_is_inviting(stage: WindowStage) -> None:
    assert stage.rooms.pages.currentWidget() is stage.rooms.welcome
    assert not stage.rooms.middle.isVisible()
    case_id = stage.add_case("钱包打不开")
    stage.rooms.read_rows(case_id)
    assert stage.rooms.pages.currentWidget() is stage.rooms.page
    assert stage.rooms.middle.isVisible()
    assert stage.titles == ["钱包打不开"]


def test_trash_undo_restore_and_purge(stage: WindowStage) -> None:
    stage.add_case("one")
    stage.add_case("two")
    stage.rooms.cases.choose(stage.services.cases.rows()[0].id)
    title = stage.record.case.title
    QTest.keyClick(stage.rooms.cases.list, Qt.Key.Key_Delete)
    assert stage.toast == "Moved to trash"
    assert title not in stage.titles
    assert counted(stage)[Filter.TRASH] == 1
    QTest.mouseClick(toast_button(stage), Qt.MouseButton.LeftButton)
    assert title in stage.titles
    assert counted(stage) == {**dict.fromkeys(Filter, 0), Filter.ALL: 2}

    stage.do("trash")
    stage.rooms.rail.choose(Filter.TRASH)
    assert stage.record.case.trashed_at
    stage.do("restore")
    assert counted(stage)[Filter.TRASH] == 0
    assert stage.rooms.page.case_id is None

    stage.rooms.rail.choose(Filter.ALL)
    stage.do("trash")
    stage.rooms.rail.choose(Filter.TRASH)
    stage.dialogs.confirms = False
    stage.do("purge")
    assert stage.dialogs.asked[-1].startswith("Delete '")
    assert counted(stage)[Filter.TRASH] == 1
    stage.dialogs.confirms = True
    stage.do("purge")
    assert len(stage.services.cases.rows()) == 1
    assert isinstance(stage.rooms.pages.currentWidget(), EmptyState)
    assert stage.dialogs.told == []


def test_the_sample_comes_and_goes(stage: WindowStage) -> None:
    stage.do("sample")
    assert stage.record.case.is_sample
    assert stage.toast == "The sample case is fictitious"
    assert stage.window.wiring is not None
    actions = stage.window.wiring.actions
    assert (actions["sample"].isVisible(), actions["unsample"].isVisible()) == (False, True)
    stage.do("verify")
    dialog = stage.journeys.guarding.dialog
    assert dialog is not None
    assert dialog.head.text() == "Everything is as it was stored"
    dialog.close_button.click()
    stage.dialogs.confirms = False
    stage.do("unsample")
    assert stage.dialogs.asked == ["Remove the sample case?"]
    assert stage.record.case.is_sample
    stage.dialogs.confirms = True
    stage.do("unsample")
    assert stage.services.cases.rows() == ()
    assert stage.rooms.pages.currentWidget() is stage.rooms.welcome
    assert (actions["sample"].isVisible(), actions["unsample"].isVisible()) == (True, False)
    assert not actions["export"].isEnabled()


def test_nothing_is_done_to_a_case_that_is_not_shown(stage: WindowStage, tmp_path: Path) -> None:
    stage.rooms.read_rows(stage.add_case("a draft"))
    assert stage.window.wiring is not None
    actions = stage.window.wiring.actions
    needing = [c.id for c in commands() if c.needs_case and c.id not in ("restore", "purge")]
    assert all(actions[name].isEnabled() for name in needing)
    stage.rooms.rail.choose(Filter.OVERDUE)
    assert [name for name in needing if actions[name].isEnabled()] == []
    stage.dialogs.target = tmp_path / "wrong.pdf"
    stage.press(Qt.Key.Key_E, CTRL)
    assert not stage.dialogs.target.exists()
    stage.rooms.rail.choose(Filter.ALL)
    assert all(actions[name].isEnabled() for name in needing)


def test_files_dropped_on_the_window_go_into_the_open_case(stage: WindowStage, tmp_path: Path) -> None:
    stage.rooms.read_rows(stage.add_case("钱包打不开"))
    file = tmp_path / "截图.png"
    file.write_bytes(encoded(quarters(size=(30, 60)), "PNG"))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    held = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(stage.window, QDragEnterEvent(QPoint(20, 20), *held))
    event = QDropEvent(QPointF(20, 20), *held)
    QApplication.sendEvent(stage.window, event)
    assert event.isAccepted()
    assert stage.tab == "evidence"
    assert [item.title for item in stage.record.live_evidence] == ["截图"]


def test_paste_goes_to_the_text_box_first(stage: WindowStage) -> None:
    stage.rooms.read_rows(stage.add_case("钱包打不开"))
    QApplication.clipboard().setText("三个工作日")
    stage.rooms.search.line.setFocus()
    stage.press(Qt.Key.Key_V, CTRL)
    assert stage.rooms.search.line.text() == "三个工作日"
    assert stage.tab == "step"
    image = QImage(20, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QApplication.clipboard().setImage(image)
    stage.rooms.search.line.clear()
    stage.rooms.cases.list.setFocus()
    stage.press(Qt.Key.Key_V, CTRL)
    assert stage.tab == "evidence"
    assert len(stage.record.live_evidence) == 1


def test_a_search_hit_opens_its_place(stage: WindowStage) -> None:
    case_id = stage.add_case("Wallet", {"demand": "开通钱包"})
    stage.add_case("Another")
    services = stage.services
    services.flow.finish(case_id, "gather", "ready")
    entry, _ = services.timeline.log(case_id, EntryDraft("2026-11-20", "已转技术部门", channel="hotline"))
    stage.rooms.rail.choose(Filter.OVERDUE)

    def look_for(text: str) -> None:
        stage.rooms.search.line.setFocus()
        stage.rooms.search.line.clear()
        QTest.keyClicks(stage.rooms.search.line, "x")
        stage.rooms.search.line.setText(text)
        stage.press(Qt.Key.Key_Return)
        stage.press(Qt.Key.Key_Return)

    look_for("技术部门")
    assert stage.record.case.id == case_id
    assert stage.tab == "timeline"
    assert str(entry.id) in {str(e.id) for e in stage.record.live_timeline}
    model = stage.rooms.rail.list.currentIndex()
    assert model.data(ROW_ROLE)[0] is Filter.ALL  # the filter in force is the one that is marked
    look_for("开通钱包")
    assert stage.tab == "step"
    assert stage.rooms.step.step_key == "gather"
    assert stage.rooms.page.rail._buttons["gather"].isChecked()


def test_no_two_commands_share_their_keys(stage: WindowStage) -> None:
    keys = [command.shortcut for command in commands() if command.shortcut]
    assert len(keys) == len(set(keys))
    listed = [QKeySequence(key).toString() for key in keys]
    assert len(listed) == len(set(listed))


def test_every_shortcut_of_a_tab_opens_it(stage: WindowStage) -> None:
    stage.rooms.read_rows(stage.add_case("钱包打不开"))
    keys = (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6, Qt.Key.Key_1)
    seen = []
    for key in keys:
        stage.press(key, CTRL)
        seen.append(stage.tab)
    assert seen == [*TAB_ORDER[1:], "step"]
    stage.press(Qt.Key.Key_F, CTRL)
    assert stage.rooms.search.line.hasFocus()
    stage.press(Qt.Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert stage.tab == "timeline"
    assert stage.rooms.timeline.form.said.hasFocus()
    stage.do("about")
    assert "no network connection" in stage.dialogs.told[-1]


def test_the_cheat_sheet_names_every_shortcut(stage: WindowStage) -> None:
    sheet = KeysDialog(stage.window)
    texts = [label.text() for label in sheet.findChildren(QWidget) if isinstance(getattr(label, "text", None), object)
             and hasattr(label, "text")]  # fmt: skip
    for command in commands():
        if command.shortcut:
            assert QKeySequence(command.shortcut).toString(QKeySequence.SequenceFormat.NativeText) in texts
            assert command.text.rstrip("…") in texts


def test_at_midnight_a_case_becomes_overdue(stage: WindowStage, clock: FrozenClock) -> None:
    case_id = stage.add_case("钱包打不开")
    promise = EntryDraft("2026-11-20", "等回复", channel="hotline", promised_by="2026-11-22")
    _, changes = stage.services.timeline.log(case_id, promise)
    stage.desk.bus.changed.emit(changes)
    assert counted(stage)[Filter.OVERDUE] == 0
    stage.window.days.look()
    rooms = stage.rooms
    assert counted(stage)[Filter.OVERDUE] == 0
    clock.move(days=1)
    stage.window.days.look()
    assert counted(stage)[Filter.OVERDUE] == 1
    assert stage.rooms is not rooms
    assert stage.record.case.id == case_id


def test_a_new_case_begins_with_its_step(stage: WindowStage) -> None:
    stage.rooms.cases.choose(stage.add_case("older"))
    stage.rooms.page.open_tab("facts")

    had_focus: list[bool] = []

    def create() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, NewCaseDialog):
            had_focus.append(dialog.focusWidget() is dialog.problem.title)
            dialog.problem.title.selectAll()
            QTest.keyClicks(dialog.problem.title, "newer")
            dialog.create_case()

    QTimer.singleShot(0, create)
    stage.do("new")
    assert had_focus == [True]
    assert stage.record.case.title == "newer"
    assert stage.tab == "step"


def test_a_narrow_rail_has_badges_and_names_as_tool_tips(stage: WindowStage) -> None:
    stage.add_case("one")
    rail = stage.rooms.rail

    def row_of(chosen: Filter) -> QImage:
        rail.list.setCurrentIndex(rail.list.model().index(list(Filter).index(Filter.TRASH), 0))
        stage.settle()
        return rail.list.grab(rail.list.visualRect(rail.list.model().index(list(Filter).index(chosen), 0))).toImage()

    stage.rooms.fit(700)
    stage.settle()
    one, none = row_of(Filter.ALL), row_of(Filter.RESOLVED)
    soft = QColor(stage.theme.colours.accent_soft)

    def badge(image: QImage) -> int:
        points = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return sum(image.pixelColor(x, y) == soft for x, y in points)

    assert badge(one) > 20
    assert badge(none) == 0
    tip = rail.list.model().index(list(Filter).index(Filter.ALL), 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "All cases, 1"
