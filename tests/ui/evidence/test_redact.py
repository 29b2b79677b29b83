"""Redaction by mouse and keys: what is drawn, what is ticked, and what the window says at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import CannedDialogs
from tests.ui.evidence.evidence_stage import Stage, with_pools
from walletcase.domain.evidence import Evidence, Kin
from walletcase.domain.page_text import Line, PageText, TextSource
from walletcase.domain.redaction import Box
from walletcase.domain.sensitive import SecretKind, Sensitive
from walletcase.services.redaction import Redacted
from walletcase.ui.evidence import redact_words as words
from walletcase.ui.evidence.redact_dialog import RedactDialog
from walletcase.ui.evidence.redact_state import RedactState
from walletcase.ui.shell.desk import Desk

PHONE = "13800136628"
LINES = (
    Line(f"我的手机是{PHONE}。", 1000, 2000, 6000, 300),
    Line("证件 11010519491231002X", 1000, 3000, 6000, 300),
    Line(f"再说一遍 {PHONE}", 1000, 8000, 6000, 300),
)


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Stage:
    """A white page whose words are known; nothing of it can be read by a machine."""
    Image.new("RGB", (600, 900), "white").save(tmp_path / "page.png")
    made = Stage(qtbot, desk, [tmp_path / "page.png"])
    page = PageText(made.items[0].id, 0, TextSource.FILE, LINES, made_at="2026-11-22T09:00:00+08:00")
    with desk.services.reading._store.write() as unit:
        unit.page_texts.put(page)
    return made


def opened(stage: Stage, qtbot: QtBot) -> RedactDialog:
    stage.tab.redact()
    dialog = stage.tab.redacting.dialog
    assert dialog is not None
    qtbot.waitExposed(dialog)
    return dialog


def dialogs(desk: Desk) -> CannedDialogs:
    assert isinstance(desk.dialogs, CannedDialogs)
    return desk.dialogs


def drag(dialog: RedactDialog, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Drag over the page from one place to another, in 1/10000 of it."""
    view = dialog.edit.canvas.viewport()
    first, last = (place(dialog, *spot) for spot in (start, end))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, first)
    QTest.mouseMove(view, (first + last) / 2)
    QTest.mouseMove(view, last)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, last)


def place(dialog: RedactDialog, across: int, down: int) -> QPoint:
    page = dialog.edit.canvas._page()
    return QPointF(page.left() + page.width() * across / 10_000, page.top() + page.height() * down / 10_000).toPoint()


def test_from_tick_to_linked_copy(stage: Stage, qtbot: QtBot, desk: Desk) -> None:
    dialog = opened(stage, qtbot)
    edit, panel = dialog.edit, dialog.edit.panel
    assert not edit.save_button.isEnabled()
    assert [panel.ticks[n].text() for n in sorted(panel.ticks)] == ["1380…6628", "1101…002X", "1380…6628"]
    assert not any(tick.isChecked() for tick in panel.ticks.values())  # nothing is covered unasked
    QTest.mouseClick(panel.ticks[0], Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(8, 8))
    assert dialog.state.values == (PHONE,)
    panel.look_around()
    assert "1 place" in panel.open_text.text()
    panel.cover_open.click()
    assert panel.ticks[2].isChecked()
    panel.kind_buttons[SecretKind.ID_NUMBER].click()
    assert len(dialog.state.boxes) == 3
    edit.save_button.click()
    assert dialog.stack.currentWidget() is dialog.end
    text = " ".join(label.text() for label in dialog.end.lines)
    assert "Exhibit 1, is untouched" in text
    assert "nothing of 1380…6628, 1101…002x" in text
    original, copy = stage.items
    assert (copy.kin, copy.parent_id) == (Kin.REDACTED, original.id)
    assert copy.title == "page (redacted)"
    dialog.end.look_button.click()
    assert stage.tab.board.gallery.current == copy
    assert stage.tab.board.detail.kin.isVisibleTo(stage.tab)
    stage.tab.board.detail.kin.wanted.emit(int(original.id))
    assert stage.tab.board.gallery.current == original
    assert dialogs(desk).asked == []


def test_boxes_are_drawn_moved_resized_and_deleted_by_mouse_and_keys(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage, qtbot)
    state, canvas = dialog.state, dialog.edit.canvas
    drag(dialog, (1000, 4500), (4000, 5500))
    (drawn,) = state.boxes
    assert abs(drawn.left - 1000) < 40
    assert abs(drawn.bottom - 5500) < 40
    drag(dialog, (2000, 5000), (3000, 5500))
    (moved,) = state.boxes
    assert abs(moved.left - drawn.left - 1000) < 60
    assert moved.right - moved.left == drawn.right - drawn.left
    drag(dialog, (moved.right, moved.bottom), (moved.right + 1000, moved.bottom + 500))
    (sized,) = state.boxes
    assert abs(sized.right - moved.right - 1000) < 60
    assert abs(sized.left - moved.left) < 30
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert state.boxes[0].left == sized.left + 60
    QTest.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert state.boxes[0].bottom > sized.bottom
    QTest.keyClick(canvas, Qt.Key.Key_Insert)
    assert len(set(state.boxes)) == 2
    QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert state.chosen in state.boxes
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert len(set(state.boxes)) == 1
    for _ in range(7):
        dialog.edit.undo_button.click()
    assert list(state.boxes) == []
    dialog.edit.redo_button.click()
    assert list(state.boxes) == [drawn]


def test_a_click_on_what_is_outlined_covers_it(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage, qtbot)
    (box,) = dialog.state.suggested[1].boxes
    spot = place(dialog, (box.left + box.right) // 2, (box.top + box.bottom) // 2)
    QTest.mouseClick(dialog.edit.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert dialog.state.values == ("11010519491231002x",)


def test_what_is_left_open_is_asked_about(stage: Stage, qtbot: QtBot, desk: Desk) -> None:
    dialog = opened(stage, qtbot)
    dialog.state.tick(dialog.state.suggested[:1], on=True)
    dialogs(desk).confirms = False
    dialog.edit.save_button.click()
    assert "1 place" in dialogs(desk).asked[0]
    assert len(stage.items) == 1
    dialogs(desk).confirms = True
    dialog.edit.save_button.click()
    assert len(stage.items) == 2


def test_leaving_asks_only_where_boxes_would_be_lost(stage: Stage, qtbot: QtBot, desk: Desk) -> None:
    dialog = opened(stage, qtbot)
    dialogs(desk).confirms = False
    dialog.state.add(Box(0, 100, 100, 500, 500))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.state.undo()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert len(dialogs(desk).asked) == 1


def test_the_former_boxes_are_there_the_next_time(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage, qtbot)
    dialog.state.add(Box(0, 1000, 5000, 3000, 6000))
    dialog.save()
    dialog.end.close_button.click()
    again = opened(stage, qtbot)
    assert again.state.boxes == (Box(0, 1000, 5000, 3000, 6000),)
    assert not again.state.is_touched
    again.reject()


def test_a_text_is_told_to_be_printed_first(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("卡号 6222", encoding="utf-8")
    stage = Stage(qtbot, desk, [tmp_path / "note.txt"])
    stage.tab.redact()
    assert stage.tab.redacting.dialog is None
    assert "PDF" in dialogs(desk).told[0]


def test_pages_are_listed_with_their_boxes(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    sheets = [Image.new("RGB", (300, 400), "white") for _ in range(3)]
    sheets[0].save(tmp_path / "scan.tiff", save_all=True, append_images=sheets[1:])
    stage = Stage(qtbot, desk, [tmp_path / "scan.tiff"])
    dialog = opened(stage, qtbot)
    pages = dialog.edit.pages
    assert pages.isVisibleTo(dialog)
    pages.setCurrentIndex(pages.rows.index(2))
    assert dialog.state.page_no == 2
    dialog.state.add(Box(2, 1000, 1000, 5000, 5000))
    assert [pages.rows.index(n).data() for n in range(3)] == ["Page 1", "Page 2", "Page 3   ■ 1"]
    QTest.keyClick(dialog.edit.canvas, Qt.Key.Key_PageUp)
    assert (dialog.state.page_no, pages.currentIndex().row()) == (1, 1)
    assert "3" in dialog.edit.panel.unread.text()
    dialog.save()
    assert stage.items[1].media.pages == 3


def test_state_covers_and_uncovers(qtbot: QtBot) -> None:
    state = RedactState()
    two = Sensitive(SecretKind.CARD, "6222", "6222", (Box(0, 10, 10, 200, 50), Box(0, 10, 60, 90, 100)))
    state.begin({0: LINES}, [two], ())
    state.tick([two], on=True)
    assert state.is_ticked(two)
    assert set(state.boxes) == set(two.boxes)
    state.choose(two.boxes[0])
    state.nudge(20_000, 0)
    assert state.boxes[0] == Box(0, 9_810, 10, 10_000, 50)  # not beyond the page
    state.undo()
    state.tick([two], on=False)
    assert state.boxes == ()
    state.add(Box(0, 0, 0, 2, 2))
    assert state.boxes == ()


def test_the_end_says_what_is_true(desk: Desk, stage: Stage) -> None:
    item: Evidence = replace(stage.items[0], exhibit_no=4)
    changes = desk.services.evidence.restore(item.case_id, item.id)
    done = Redacted(item, changes, ("13800136628", "王敏"), "rapidocr 3", (0, 2), frozenset({0}))
    assert words.end_heading(done) == "The redacted copy is Exhibit 4"
    assert "1380…6628, 王敏" in words.searched_text(done)
    assert words.open_text(done).endswith("page 1, 3.")
    unread = replace(done, searched=(), engine="", open_pages=())
    assert "look at the copy" in words.read_text(unread)
    assert words.open_text(unread) == ""


@pytest.fixture
def pooled(desk: Desk) -> Iterator[Desk]:
    made, _ = with_pools(desk)
    yield made
    made.db.close()
    made.files.close()


def test_burning_happens_beside_the_window_and_can_be_stopped(qtbot: QtBot, pooled: Desk, tmp_path: Path) -> None:
    sheets = [Image.effect_noise((900, 1200), 80).convert("RGB") for _ in range(8)]
    sheets[0].save(tmp_path / "scan.tiff", save_all=True, append_images=sheets[1:])
    stage = Stage(qtbot, pooled, [tmp_path / "scan.tiff"])
    stage.tab.redact()
    qtbot.waitUntil(lambda: stage.tab.redacting.dialog is not None, timeout=20_000)
    dialog = stage.tab.redacting.dialog
    assert dialog is not None
    for page_no in range(8):
        dialog.state.add(Box(page_no, 1000, 1000, 5000, 5000))
    dialog.save()
    assert dialog.stack.currentWidget() is dialog.work
    dialog.work.cancel_button.click()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.edit, timeout=20_000)
    assert [item.kin for item in stage.items] == [Kin.NONE]
    assert len(dialog.state.boxes) == 8  # nothing that was drawn is lost
    dialog.save()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.end, timeout=60_000)
    assert [item.kin for item in stage.items] == [Kin.NONE, Kin.REDACTED]
    assert pooled.services.integrity.verify() == ()
    dialog.end.close_button.click()
