"""What leaves the Evidence tab is noted, and an exhibit tells its history."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import CannedDialogs
from tests.ui.evidence.evidence_stage import Stage, make_files, make_pictures
from walletcase.domain.custody import CustodyEvent, LeftBy, What
from walletcase.domain.evidence import EvidenceEdit, Way
from walletcase.services.evidence import Entry
from walletcase.services.leaving import Left
from walletcase.ui.evidence.custody_words import event_text, story, way_text
from walletcase.ui.evidence.deeds import Deeds
from walletcase.ui.evidence.history_panel import FEW, HistoryPanel
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.tasks import PoolLane
from walletcase.ui.widgets.labels import PlainLabel

NAMES = ("rgb.png", "sms.txt", "locked.pdf")


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Stage:
    return Stage(qtbot, desk, make_files(tmp_path / "in", *NAMES))


def events(stage: Stage, number: int) -> list[CustodyEvent]:
    item = stage.items[number - 1]
    return list(stage.desk.services.custody.events(stage.case_id, item.id))


def choose(stage: Stage, number: int) -> None:
    stage.tab.go_to(str(stage.items[number - 1].id))


def text_of(stage: Stage, qtbot: QtBot) -> QPlainTextEdit:
    """The words of the text message, on the screen."""
    choose(stage, 2)
    text = stage.tab.board.detail.viewer.text
    qtbot.waitUntil(text.isVisible)
    stage.tab.activateWindow()
    qtbot.waitUntil(stage.tab.isActiveWindow)
    text.setFocus()
    return text


def history(stage: Stage, qtbot: QtBot) -> HistoryPanel:
    panel = stage.tab.board.detail.history
    qtbot.waitUntil(lambda: bool(panel.lines))
    return panel


def test_a_saved_copy_is_noted_by_its_name_alone(stage: Stage, tmp_path: Path) -> None:
    assert isinstance(stage.desk.dialogs, CannedDialogs)
    stage.desk.dialogs.target = tmp_path / "shown to the bank.png"
    choose(stage, 1)
    stage.tab.board.detail.facts.save_asked.emit()
    assert events(stage, 1)[-1].detail == {"exhibits": "1", "way": "export", "target": "shown to the bank.png"}


def test_a_copy_that_was_not_saved_is_not_noted(stage: Stage, tmp_path: Path) -> None:
    assert isinstance(stage.desk.dialogs, CannedDialogs)
    stage.desk.dialogs.target = tmp_path / "no folder" / "x.png"
    choose(stage, 1)
    stage.tab.board.detail.facts.save_asked.emit()
    assert [event.kind for event in events(stage, 1)] == ["evidence_added"]
    assert len(stage.desk.dialogs.told) == 1


def test_what_another_program_opens_is_noted(stage: Stage) -> None:
    class Opener(QObject):
        @Slot(QUrl)
        def open_it(self, url: QUrl) -> None:
            """Look at it."""

    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open_it")  # type: ignore[arg-type]
    choose(stage, 1)
    stage.tab.board.detail.facts.open_asked.emit()
    QDesktopServices.unsetUrlHandler("file")
    assert events(stage, 1)[-1].detail["way"] == "open"


def test_words_copied_by_keys_are_noted(stage: Stage, qtbot: QtBot) -> None:
    text = text_of(stage, qtbot)
    QTest.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert [event.kind for event in events(stage, 2)] == ["evidence_added"]
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == text.toPlainText()
    assert events(stage, 2)[-1].detail == {"exhibits": "2", "way": "copy", "target": "", "what": "text"}


def test_words_copied_by_the_menu_are_noted(stage: Stage, qtbot: QtBot) -> None:
    text = text_of(stage, qtbot)
    text.selectAll()
    text.copy()  # what the menu's own action calls
    assert events(stage, 2)[-1].detail["what"] == "text"


def test_what_is_copied_elsewhere_is_not_noted(stage: Stage, qtbot: QtBot) -> None:
    text = text_of(stage, qtbot)
    text.selectAll()
    stage.tab.board.detail.facts.copy_hash()
    assert [event.kind for event in events(stage, 2)] == ["evidence_added"]


def test_words_are_not_dragged_out(stage: Stage, qtbot: QtBot) -> None:
    text = text_of(stage, qtbot)
    text.selectAll()
    text.moveCursor(QTextCursor.MoveOperation.Start)
    text.selectAll()
    QTest.mousePress(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert not text.textCursor().hasSelection()
    QTest.mouseRelease(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(12, 12))


def test_the_history_is_told_newest_first(stage: Stage, qtbot: QtBot) -> None:
    item = stage.items[0]
    evidence, custody = stage.desk.services.evidence, stage.desk.services.custody
    evidence.edit(stage.case_id, item.id, EvidenceEdit(title="错误码1003"))
    custody.left(stage.case_id, [item.id], Left(LeftBy.EXPORT, What.DOSSIER, "out.pdf"))
    choose(stage, 1)
    stage.tab.show_case(stage.record, None)
    panel = history(stage, qtbot)
    assert [text for _, text in panel.lines] == [
        "Shown in the dossier: saved as out.pdf",
        "Title changed to '错误码1003'",
        "Added",
    ]
    assert panel.lines[0][0] == "2026-11-22 09:00"
    assert not panel.more.isVisible()


def test_a_long_history_opens(stage: Stage, qtbot: QtBot) -> None:
    choose(stage, 1)
    panel = history(stage, qtbot)
    stage.tab.board.detail.ensureWidgetVisible(panel)
    for _ in range(FEW):
        stage.desk.services.custody.left(stage.case_id, [stage.items[0].id], Left(LeftBy.OPEN))
    stage.desk.bus.left.emit(stage.case_id)
    qtbot.waitUntil(lambda: len(panel.lines) == FEW + 1)
    assert panel.more.isVisible()
    shown = "Added"
    assert shown not in [label.text() for label in panel.findChildren(PlainLabel) if label.isVisible()]
    panel.more.setFocus()
    QTest.keyClick(panel.more, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert shown in [label.text() for label in panel.findChildren(PlainLabel) if label.isVisible()]
    QTest.keyClick(panel.more, Qt.Key.Key_Space)
    assert panel.more.text().startswith("Show all 5")


def test_the_origin_is_said(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    stage = Stage(qtbot, desk)
    files = make_files(tmp_path / "in", "rgb.png")
    item = desk.services.evidence.attach(stage.case_id, files, Entry(way=Way.DROPPED)).stored[0]
    stage.tab.show_case(stage.record, None)
    choose(stage, 1)
    texts = [label.text() for label in stage.tab.board.detail.facts.findChildren(PlainLabel)]
    said = f"Dropped onto the window\n{item.origin.added_by} on {item.origin.device}"
    assert said in texts
    assert "SHA-256" in texts


@pytest.mark.parametrize("way", [way for way in Way if way is not Way.UNKNOWN])
def test_every_way_in_has_words(way: Way) -> None:
    assert way_text(way.value)


@pytest.mark.parametrize("way", list(LeftBy))
@pytest.mark.parametrize("what", list(What))
def test_every_way_out_has_words(way: LeftBy, what: What) -> None:
    detail = {"exhibits": "1", "way": way.value, "what": what.value, "target": "{n}.pdf", "letter": "2"}
    text = event_text(CustodyEvent(1, "", "left_app", detail))
    head, _, more = text.partition(": ")
    assert head[0].isupper()
    assert more
    assert "{" not in text.replace("{n}.pdf", "")


def test_a_kind_of_a_newer_version_is_told_by_its_name(stage: Stage) -> None:
    told = story([CustodyEvent(1, "2026-11-22T09:00:00+08:00", "evidence_blessed", {"exhibit": "1"})], stage.items[0])
    assert told == [("2026-11-22 09:00", "evidence_blessed")]


def test_a_copy_saved_while_the_window_closes_is_noted(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    files = PoolLane(1)
    stage = Stage(qtbot, desk, make_pictures(tmp_path / "in", 1))
    (item,) = stage.items
    assert isinstance(desk.dialogs, CannedDialogs)
    desk.dialogs.target = tmp_path / "out.png"
    Deeds(replace(desk, files=files), stage.tab).save_copy(item)
    files.close()  # what is under way is finished, nobody is told
    assert (tmp_path / "out.png").exists()
    assert [one.kind for one in desk.services.custody.events(item.case_id, item.id)][-1] == "left_app"
