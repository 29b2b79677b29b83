"""Looking at exhibits, saying what they prove, throwing away and bringing back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import CannedDialogs
from tests.ui.evidence.evidence_stage import Stage, make_files, make_pictures
from walletcase.domain.evidence import CopyKind, Evidence, EvidenceEdit
from walletcase.ui.evidence.fitting import Zoom
from walletcase.ui.evidence.model import STATE_ROLE
from walletcase.ui.look.tokens import M
from walletcase.ui.shell.desk import Desk

NAMES = ("two-pages.pdf", "rgb.png", "sms.txt", "locked.pdf", "call.mp3", "setup.exe")


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Stage:
    return Stage(qtbot, desk, make_files(tmp_path / "in", *NAMES))


def choose(stage: Stage, number: int) -> Evidence:
    item = stage.items[number - 1]
    stage.tab.go_to(str(item.id))
    return item


def title_of(stage: Stage) -> QLineEdit:
    title = stage.tab.board.detail.form.editors["title"].widget
    assert isinstance(title, QLineEdit)
    return title


def combo_of(stage: Stage, name: str) -> QComboBox:
    combo = stage.tab.board.detail.form.editors[name].widget
    assert isinstance(combo, QComboBox)
    return combo


def test_go_to_chooses_an_exhibit_now_or_when_it_comes(stage: Stage, tmp_path: Path) -> None:
    item = choose(stage, 3)
    assert stage.tab.board.gallery.current == item
    stage.tab.go_to("999")
    assert stage.tab.board.gallery.current == item
    stage.tab.go_to(str(int(stage.items[-1].id) + 1))
    stage.desk.services.evidence.attach(stage.case_id, make_files(tmp_path / "more", "rgb.png"))
    stage.tab.show_case(stage.record, None)
    current = stage.tab.board.gallery.current
    assert current is not None
    assert current.exhibit_no == 7


def test_each_kind_of_file_is_shown_or_the_reason_is_given(stage: Stage) -> None:
    viewer = stage.tab.board.detail.viewer
    seen = {}
    for number, name in enumerate(NAMES, start=1):
        choose(stage, number)
        shown = [part for part in ("canvas", "text", "note") if getattr(viewer, part).isVisible()]
        seen[name] = (*shown, viewer.reason)
    assert seen == {
        "two-pages.pdf": ("canvas", ""),
        "rgb.png": ("canvas", ""),
        "sms.txt": ("text", ""),
        "locked.pdf": ("note", "encrypted"),
        "call.mp3": ("note", "unsupported"),
        "setup.exe": ("note", "unsupported"),
    }
    choose(stage, 4)
    assert "password" in viewer.note.heading.text()


def test_the_page_on_the_screen_is_the_page_of_the_file(stage: Stage) -> None:
    item = choose(stage, 2)  # red, green, blue, yellow quarters
    canvas = stage.tab.board.detail.viewer.canvas
    canvas.set_scale(1.0)
    image = canvas.viewport().grab().toImage()
    middle = image.rect().center()
    width, height = item.media.width_px or 0, item.media.height_px or 0
    corners = [
        image.pixelColor(middle + QPoint(x * width // 4, y * height // 4)).name() for y in (-1, 1) for x in (-1, 1)
    ]
    assert corners == ["#c81e1e", "#1ea03c", "#1428dc", "#f0dc14"]


def test_keys_turn_pages_and_zoom(stage: Stage, qtbot: QtBot) -> None:
    choose(stage, 1)
    viewer = stage.tab.board.detail.viewer
    canvas = viewer.canvas
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_PageDown)
    assert (viewer.page_no, viewer.page_count) == (1, 2)
    QTest.keyClick(canvas, Qt.Key.Key_PageDown)
    assert viewer.page_no == 1
    QTest.keyClick(canvas, Qt.Key.Key_PageUp)
    assert viewer.page_no == 0
    before = canvas.scale
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    larger = canvas.scale
    assert larger > before
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.scale < larger
    QTest.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.zoom is Zoom.FIT


def test_a_large_page_is_moved_with_the_mouse(stage: Stage, qtbot: QtBot) -> None:
    choose(stage, 1)
    canvas = stage.tab.board.detail.viewer.canvas
    canvas.set_scale(2.0)
    bar = canvas.verticalScrollBar()
    before = bar.value()
    view = canvas.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 150))
    QTest.mouseMove(view, QPoint(100, 90))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 90))
    assert bar.value() == before + 60


def test_ctrl_wheel_zooms_around_the_mouse(stage: Stage) -> None:
    choose(stage, 1)
    canvas = stage.tab.board.detail.viewer.canvas
    canvas.set_scale(1.0)
    bar = canvas.verticalScrollBar()
    bar.setValue(300)
    place, up = QPoint(40, 40), QPoint(0, 120)
    event = QWheelEvent(
        place,
        canvas.viewport().mapToGlobal(place),
        QPoint(),
        up,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas.viewport(), event)
    assert canvas.scale == 1.25
    under_mouse = (bar.value() + place.y() - M) / 1.25
    assert abs(under_mouse - (300 + place.y() - M)) <= 1


def test_space_opens_the_large_view_and_esc_leaves_it(stage: Stage, qtbot: QtBot) -> None:
    gallery = stage.tab.board.gallery
    gallery.setFocus()
    QTest.keyClick(gallery, Qt.Key.Key_Space)
    assert not gallery.isVisible()
    assert stage.tab.board.detail.viewer.height() > 600
    QTest.keyClick(stage.tab.board.detail.viewer.canvas, Qt.Key.Key_Escape)
    assert gallery.isVisible()


def test_the_gallery_is_walked_with_the_keys(stage: Stage, qtbot: QtBot) -> None:
    choose(stage, 1)
    gallery = stage.tab.board.gallery
    gallery.setFocus()
    stage.tab.board.bar.lines.click()
    QTest.keyClick(gallery, Qt.Key.Key_Down)
    assert title_of(stage).text() == "rgb"
    stage.tab.board.bar.tiles.click()
    QTest.keyClick(gallery, Qt.Key.Key_Right)
    assert title_of(stage).text() == "sms"
    QTest.keyClick(gallery, Qt.Key.Key_F2)
    assert title_of(stage).hasFocus()


def test_del_moves_to_the_trash_and_undo_brings_back(stage: Stage, qtbot: QtBot) -> None:
    choose(stage, 2)
    gallery = stage.tab.board.gallery
    gallery.setFocus()
    QTest.keyClick(gallery, Qt.Key.Key_Delete)
    assert [item.exhibit_no for item in stage.items] == [1, 3, 4, 5, 6]
    assert gallery.current is not None
    assert gallery.current.exhibit_no == 3  # its neighbour, never nothing
    toasts = stage.desk.toasts
    assert toasts.text == "Exhibit 2 moved to the trash"
    window = toasts.parent()
    assert window is not None
    (undo,) = window.findChildren(QPushButton)
    undo.click()
    assert [item.exhibit_no for item in stage.items] == [1, 2, 3, 4, 5, 6]
    assert stage.shown[1] == "rgb"


def test_several_are_thrown_away_together(stage: Stage, qtbot: QtBot) -> None:
    gallery = stage.tab.board.gallery
    gallery.setFocus()
    gallery.selectAll()
    assert [action.text() for action in stage.tab.board.menu().actions()] == ["Put into group", "Move to trash"]
    QTest.keyClick(gallery, Qt.Key.Key_Delete)
    assert stage.items == ()
    assert stage.tab.stack.currentIndex() == 1


def test_fields_save_themselves_after_a_pause(stage: Stage, qtbot: QtBot) -> None:
    item = choose(stage, 2)
    title = title_of(stage)
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Error page ")
    assert stage.items[1].title == "rgb"
    qtbot.waitUntil(lambda: stage.items[1].title == "Error page", timeout=5000)
    assert title.text() == "Error page "  # nothing is taken from under the cursor
    assert stage.items[1].id == item.id


def test_fields_save_themselves_when_they_are_left(stage: Stage, qtbot: QtBot) -> None:
    choose(stage, 2)
    form = stage.tab.board.detail.form
    proves = form.editors["proves"].widget
    proves.setFocus()
    QTest.keyClicks(proves, "The wallet did not open")
    QTest.keyClick(proves, Qt.Key.Key_Tab)
    assert stage.items[1].proves == "The wallet did not open"


def test_every_field_reaches_the_database(stage: Stage) -> None:
    choose(stage, 2)
    form = stage.tab.board.detail.form
    form.editors["source"].fill("Bank clerk")
    form.editors["made_on"].fill("2026年11月3日")
    form.editors["copy_kind"].fill("copy")
    form.editors["step_key"].fill("branch")
    stage.tab.flush()
    item = stage.items[1]
    assert (item.source, item.made_on, item.copy_kind) == ("Bank clerk", "2026-11-03", CopyKind.COPY)
    assert item.step_key == "branch"
    assert combo_of(stage, "step_key").count() == 1 + len(stage.record.playbook.steps)


def test_choosing_another_exhibit_saves_the_one_before(stage: Stage) -> None:
    choose(stage, 2)
    title_of(stage).setText("Fehlerseite")
    choose(stage, 3)
    assert stage.items[1].title == "Fehlerseite"
    assert title_of(stage).text() == "sms"
    assert stage.items[2].title == "sms"


def test_opening_another_case_saves_to_the_case_before(stage: Stage, tmp_path: Path) -> None:
    services = stage.desk.services
    other = services.cases.new_case("另一个")[0].id
    services.evidence.attach(other, make_files(tmp_path / "other", "grey.png"))
    choose(stage, 2)
    title_of(stage).setText("Fehlerseite")
    stage.tab.show_case(services.cases.open(other), None)
    assert title_of(stage).text() == "grey"
    assert stage.items[1].title == "Fehlerseite"
    assert services.cases.open(other).evidence[0].title == "grey"


def test_what_is_typed_survives_a_newer_snapshot(stage: Stage) -> None:
    item = choose(stage, 2)
    title = title_of(stage)
    title.setText("half typed")
    services = stage.desk.services
    changes = services.evidence.edit(stage.case_id, item.id, EvidenceEdit(proves="from elsewhere"))
    stage.desk.bus.changed.emit(changes)
    assert title.text() == "half typed"
    assert stage.tab.board.detail.form.editors["proves"].get() == "from elsewhere"
    stage.tab.flush()
    assert stage.items[1].title == "half typed"
    assert stage.items[1].proves == "from elsewhere"


def test_an_empty_title_and_a_wrong_date_are_marked_and_not_stored(stage: Stage, qtbot: QtBot) -> None:
    choose(stage, 2)
    form, title = stage.tab.board.detail.form, title_of(stage)
    title.setFocus()
    title.clear()
    assert title.property("bad") is True
    form.editors["made_on"].fill("2026-13-40")
    stage.tab.flush()
    assert (stage.items[1].title, stage.items[1].made_on) == ("rgb", "")
    QTest.keyClick(title, Qt.Key.Key_Tab)
    assert title.text() == "rgb"
    assert title.property("bad") is False
    assert form.editors["made_on"].get() == "2026-13-40"


def state_of(stage: Stage, number: int) -> str:
    rows = stage.tab.board.gallery.rows
    return str(rows.index(number - 1).data(STATE_ROLE))


def test_what_cannot_be_stored_yet_is_kept_for_each_exhibit_and_stored_once_it_can(stage: Stage) -> None:
    form = stage.tab.board.detail.form
    made_on = form.editors["made_on"]
    for number, text in ((2, "yesterday"), (3, "2026-13-40")):
        choose(stage, number)
        made_on.fill(text)
    choose(stage, 1)
    assert made_on.get() == ""
    assert [state_of(stage, number) for number in (1, 2, 3)] == ["", "Not saved yet", "Not saved yet"]
    choose(stage, 2)
    assert made_on.get() == "yesterday"
    assert [line.property("bad") for line in made_on.widget.findChildren(QLineEdit)] == [True]
    made_on.fill("2026/11/21")
    stage.tab.flush()
    assert stage.items[1].made_on == "2026-11-21"
    assert [state_of(stage, number) for number in (2, 3)] == ["", "Not saved yet"]
    assert stage.items[2].made_on == ""
    dialogs = stage.desk.dialogs
    assert isinstance(dialogs, CannedDialogs)
    assert dialogs.asked == dialogs.told == []


def test_an_emptied_title_is_kept_when_something_else_is_shown(stage: Stage) -> None:
    choose(stage, 2)
    title = title_of(stage)
    title.clear()
    choose(stage, 3)
    assert title.text() == "sms"
    choose(stage, 2)
    assert title.text() == ""
    assert title.property("bad") is True


def test_the_wheel_over_a_choice_changes_nothing(stage: Stage) -> None:
    choose(stage, 2)
    combo = combo_of(stage, "copy_kind")
    place = QPoint(5, 5)
    event = QWheelEvent(
        place,
        combo.mapToGlobal(place),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, event)
    stage.tab.flush()
    assert stage.items[1].copy_kind is CopyKind.ORIGINAL


def test_a_missing_file_is_a_state_and_comes_back_when_added_again(stage: Stage, tmp_path: Path) -> None:
    item = stage.items[1]
    stage.desk.services.evidence.path(item).unlink()
    choose(stage, 1)
    choose(stage, 2)
    board = stage.tab.board
    assert board.detail.viewer.reason == "missing"
    assert board.gallery.rows.is_missing(item)
    assert "missing" in board.detail.viewer.note.heading.text()
    stage.tab.add_files([tmp_path / "in" / "rgb.png"])
    assert not board.gallery.rows.is_missing(item)
    choose(stage, 2)
    assert board.detail.viewer.reason == ""


def test_a_page_drawn_ahead_of_a_file_that_went_missing_is_not_shown(stage: Stage, qtbot: QtBot) -> None:
    choose(stage, 1)
    pages, ahead = stage.tab.board.detail.viewer._pages, stage.items[1]
    qtbot.waitUntil(lambda: pages._kept is not None and pages._kept[0][0].id == ahead.id)
    stage.desk.services.evidence.path(stage.items[1]).unlink()
    choose(stage, 2)
    assert stage.tab.board.detail.viewer.reason == "missing"


def test_a_copy_is_saved_byte_for_byte(stage: Stage, tmp_path: Path) -> None:
    assert isinstance(stage.desk.dialogs, CannedDialogs)
    stage.desk.dialogs.target = tmp_path / "out.pdf"
    choose(stage, 1)
    stage.tab.board.detail.facts.save_asked.emit()
    assert (tmp_path / "out.pdf").read_bytes() == (tmp_path / "in" / "two-pages.pdf").read_bytes()
    assert stage.desk.toasts.text == "Saved out.pdf"


def test_a_copy_of_a_missing_file_is_refused_in_words(stage: Stage, tmp_path: Path) -> None:
    assert isinstance(stage.desk.dialogs, CannedDialogs)
    stage.desk.dialogs.target = tmp_path / "out.pdf"
    stage.desk.services.evidence.path(choose(stage, 1)).unlink()
    stage.tab.board.detail.facts.save_asked.emit()
    assert "two-pages.pdf is not there" in stage.desk.dialogs.told[0]
    assert not (tmp_path / "out.pdf").exists()


def test_opening_outside_hands_out_a_copy_and_asks_before_programs(stage: Stage) -> None:
    opened: list[Path] = []

    class Opener(QObject):
        @Slot(QUrl)
        def open_it(self, url: QUrl) -> None:
            opened.append(Path(url.toLocalFile()))

    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open_it")  # type: ignore[arg-type]
    dialogs = stage.desk.dialogs
    assert isinstance(dialogs, CannedDialogs)
    item = choose(stage, 1)
    stage.tab.board.detail.facts.open_asked.emit()
    assert dialogs.asked == []
    vault = stage.desk.services.evidence.path(item)
    assert opened[0].name == "two-pages.pdf"
    assert opened[0] != vault
    assert opened[0].read_bytes() == vault.read_bytes()
    choose(stage, 6)
    dialogs.confirms = False
    stage.tab.board.detail.facts.open_asked.emit()
    assert dialogs.asked == ["Open 'setup.exe'?"]
    assert len(opened) == 1
    QDesktopServices.unsetUrlHandler("file")


def test_the_whole_check_sum_is_copied(stage: Stage) -> None:
    item = choose(stage, 2)
    stage.tab.board.detail.facts.copy_hash()
    assert QApplication.clipboard().text() == item.file.sha256


def test_the_order_can_be_chosen_and_keeps_the_chosen_one(stage: Stage) -> None:
    item = choose(stage, 2)
    order = stage.tab.board.bar.order
    order.setCurrentIndex(order.findData("title"))
    assert stage.shown == sorted(stage.shown)
    order.setCurrentIndex(order.findData("newest"))
    assert stage.shown == ["setup", "call", "locked", "sms", "rgb", "two-pages"]
    assert stage.tab.board.gallery.current == item


def test_a_narrow_tab_puts_the_viewer_below(stage: Stage) -> None:
    board = stage.tab.board
    assert board.splitter.orientation() is Qt.Orientation.Horizontal
    stage.tab.resize(480, 640)
    assert board.splitter.orientation() is Qt.Orientation.Vertical
    assert board.detail.geometry().top() > board.gallery.geometry().top()
    stage.tab.resize(1000, 640)
    assert board.splitter.orientation() is Qt.Orientation.Horizontal


def test_hundreds_of_tiles_fill_the_width_in_equal_columns(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    stage = Stage(qtbot, desk, make_pictures(tmp_path / "in", 7))
    gallery = stage.tab.board.gallery
    stage.tab.resize(1900, 700)
    lefts = {gallery.visualRect(gallery.rows.index(row)).left() for row in range(7)}
    assert len(lefts) == gallery.width() // gallery.gridSize().width() >= 2


