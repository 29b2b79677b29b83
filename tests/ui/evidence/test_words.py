"""Words beside the picture: read in turn, paused, checked, corrected, used for a contact."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from tests.services.reading_kit import READ, Eyes, open_eyes
from tests.ui.evidence.evidence_stage import Stage, make_files, make_pictures
from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId
from walletcase.domain.suggestions import Suggestion
from walletcase.services.reading import Unread
from walletcase.ui.evidence.word_states import command
from walletcase.ui.evidence.words_panel import WordsPanel
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.tasks import PoolLane


@pytest.fixture
def eyes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Eyes:
    return open_eyes(desk.services, monkeypatch)


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk, eyes: Eyes, tmp_path: Path) -> Stage:
    made = Stage(qtbot, desk, make_files(tmp_path / "in", "rgb.png", "sms.txt", "two-pages.pdf"))
    made.tab.go_to(str(made.items[0].id))
    return made


def words_of(stage: Stage) -> WordsPanel:
    return stage.tab.board.detail.words


def read_all(stage: Stage, *, pixels: bool = True) -> None:
    stage.tab.readings.switch(pixels)
    stage.tab.readings.go_on()


def test_words_appear_when_they_are_read(stage: Stage) -> None:
    words = words_of(stage)
    assert words.text.isHidden()
    assert "not read yet" in words.note.text()
    shown: list[object] = []
    words.lines_shown.connect(shown.append)
    read_all(stage)
    assert words.text.toPlainText() == "\n".join(line.text for line in READ)
    assert words.chip.text() == "machine-read, please check"
    assert words.note.text().startswith("1 ")  # one line the machine was not sure of
    assert shown == [READ]
    assert stage.tab.readings.progress.done == 4
    assert not stage.tab.readings.progress.running


def test_pictures_are_left_alone_unless_wanted_and_files_are_not(stage: Stage, eyes: Eyes) -> None:
    read_all(stage, pixels=False)
    assert eyes.read == []
    stage.tab.go_to(str(stage.items[1].id))
    words = words_of(stage)
    assert words.text.toPlainText() != ""
    assert words.chip.text() == "from the file itself"
    assert not words.buttons.right.isVisibleTo(words)


def test_one_page_is_read_by_hand(stage: Stage, eyes: Eyes) -> None:
    words = words_of(stage)
    words.buttons.again.click()
    assert len(eyes.read) == 1
    assert words.lines == READ
    assert words.buttons.again.text() == "Read the picture again"


def test_saying_that_the_words_are_right(stage: Stage) -> None:
    read_all(stage)
    words = words_of(stage)
    words.buttons.right.click()
    assert words.chip.text() == "checked by you"
    (page,) = stage.desk.services.reading.pages(stage.items[0].id)
    assert page.corrected == page.text
    assert not words.buttons.right.isVisibleTo(words)
    words.buttons.back.click()
    assert words.chip.text() == "machine-read, please check"


def test_a_correction_is_kept_when_the_person_turns_away(stage: Stage) -> None:
    read_all(stage)
    words = words_of(stage)
    words.text.setFocus()
    QTest.keyClick(words.text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(words.text, "9")
    assert words.buttons.save.isVisibleTo(words)
    assert not words.buttons.right.isVisibleTo(words)
    stage.tab.go_to(str(stage.items[1].id))
    (page,) = stage.desk.services.reading.pages(stage.items[0].id)
    assert (page.corrected or "").endswith("我的工号是31279")
    stage.tab.go_to(str(stage.items[0].id))
    assert words.lines[2].text == "我的工号是31279"
    assert (words.lines[2].left, words.lines[2].width) == (READ[2].left, READ[2].width)


def test_what_is_typed_stays_while_the_page_is_read_again(stage: Stage) -> None:
    read_all(stage)
    words = words_of(stage)
    words.text.setFocus()
    QTest.keyClicks(words.text, "x")
    done = stage.desk.services.reading.read_again(stage.items[0], 0)
    stage.tab.readings.read.emit(done)
    assert words.text.toPlainText().startswith("x受理编号")


def test_looking_alone_changes_nothing(stage: Stage) -> None:
    read_all(stage)
    label = stage.desk.services.history.undo_label
    words_of(stage).text.setFocus()
    stage.tab.go_to(str(stage.items[2].id))
    stage.tab.flush()
    assert stage.desk.services.history.undo_label == label


def test_the_line_with_the_cursor_is_lit(stage: Stage) -> None:
    read_all(stage)
    words = words_of(stage)
    lit: list[object] = []
    words.lit.connect(lit.append)
    words.text.setFocus()
    QTest.keyClick(words.text, Qt.Key.Key_Down)
    assert lit[-1] == (1,)


def test_each_suggestion_is_used_on_its_own(stage: Stage) -> None:
    read_all(stage)
    suggestions = words_of(stage).suggestions
    assert set(suggestions.buttons) == {("reference", "GD20261120004417"), ("staff", "3127")}
    heard: list[tuple[object, object, Suggestion]] = []
    stage.desk.bus.hinted.connect(lambda case, item, hint: heard.append((case, item, hint)))
    made = suggestions.buttons["reference", "GD20261120004417"]
    assert made.accessibleName() == "Use Reference number: GD20261120004417"
    made.click()
    ((case, item, hint),) = heard
    assert (case, item, hint.value) == (stage.case_id, stage.items[0].id, "GD20261120004417")
    assert not made.isEnabled()
    assert suggestions.buttons["staff", "3127"].isEnabled()
    asked: list[tuple[str, str]] = []
    stage.desk.bus.asked.connect(lambda tab, what: asked.append((tab, what)))
    suggestions.open.click()
    assert asked == [("timeline", "new")]


def test_without_the_part_it_says_how_to_get_it(stage: Stage, eyes: Eyes) -> None:
    eyes.is_available = False
    stage.tab.readings.switch(True)
    assert not stage.tab.readings.progress.reads_pixels
    stage.tab.go_to(str(stage.items[2].id))
    stage.tab.go_to(str(stage.items[0].id))
    words = words_of(stage)
    assert command() in words.note.text()
    words.buttons.copy.click()
    assert QApplication.clipboard().text() == command()
    assert not words.buttons.again.isVisibleTo(words)


def test_why_a_page_could_not_be_read(stage: Stage, eyes: Eyes) -> None:
    eyes.answer = replace(eyes.answer, lines=(), note="timeout")
    read_all(stage)
    words = words_of(stage)
    assert "took too long" in words.note.text()
    assert stage.tab.readings.progress.failed == 3  # and two pages of a PDF without words of its own


def test_nothing_found_is_said(stage: Stage, eyes: Eyes) -> None:
    eyes.answer = replace(eyes.answer, lines=())
    read_all(stage)
    assert words_of(stage).note.text() == "No words were found in this picture."


def test_pages_of_a_pdf_have_their_own_words(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "two.pdf"))
    for text in ("the first page", "the second page"):
        canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    stage = Stage(qtbot, desk, [tmp_path / "two.pdf"])
    read_all(stage, pixels=False)
    words = words_of(stage)
    assert words.text.toPlainText() == "the first page"
    stage.tab.board.detail.viewer.turn(1)
    assert words.text.toPlainText() == "the second page"


def test_reading_pauses_at_once_and_goes_on(qtbot: QtBot, desk: Desk, eyes: Eyes, tmp_path: Path) -> None:
    lanes = replace(desk, db=PoolLane(1), files=PoolLane(2))
    stage = Stage(qtbot, lanes, make_pictures(tmp_path / "in", 3))
    readings, line = stage.tab.readings, stage.tab.reading_line
    eyes.open.clear()
    readings.switch(True)
    qtbot.waitUntil(lambda: readings.progress.current is not None)
    qtbot.waitUntil(line.isVisible)
    assert line.label.text().startswith("Reading words · 0 of 3 · Exhibit 1")
    line.pause.click()
    assert line.label.text() == "Reading paused · 0 of 3"
    assert line.pause.text() == "Go on"
    assert eyes.read == []
    line.pause.click()
    qtbot.waitUntil(lambda: not readings.progress.running)
    assert len(eyes.read) == 3
    assert not line.isVisible()
    for lane in (lanes.db, lanes.files):
        lane.close()


def test_the_models_leave_the_memory_when_all_is_read_and_only_changed_cases_are_looked_through(
    stage: Stage, eyes: Eyes, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    read_all(stage)
    assert eyes.rests == 1
    asked: list[object] = []
    unread = stage.desk.services.reading.unread

    def watched(case_id: CaseId | None = None, *, pixels: bool) -> tuple[Unread, ...]:
        asked.append(case_id)
        return unread(case_id, pixels=pixels)

    monkeypatch.setattr(stage.desk.services.reading, "unread", watched)
    stage.desk.services.evidence.attach(stage.case_id, make_pictures(tmp_path / "more", 2))
    stage.tab.readings.look_soon([stage.case_id])
    qtbot.waitUntil(lambda: stage.tab.readings.progress.done == 2)
    assert asked == [stage.case_id]
    assert eyes.rests == 2
    assert not stage.tab.readings.progress.running


def test_the_case_that_is_looked_at_comes_first(stage: Stage, eyes: Eyes, tmp_path: Path) -> None:
    services = stage.desk.services
    other, _ = services.cases.new_case("other")
    services.evidence.attach(other.id, make_pictures(tmp_path / "other", 1))
    readings = stage.tab.readings
    readings.prefer(other.id)
    order: list[object] = []
    readings.read.connect(lambda done: order.append(done.unread.item.case_id))
    read_all(stage)
    assert order[0] == other.id
    assert set(order[1:]) == {stage.case_id}


def test_a_correction_that_could_not_be_stored_comes_back(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    read_all(stage)
    words, reading = words_of(stage), stage.desk.services.reading

    def full(*_: object) -> None:
        raise UserError("disk_full", need_bytes=1, free_bytes=0)

    words.text.setFocus()
    words.text.selectAll()
    words.text.insertPlainText("an hour of work")
    with monkeypatch.context() as patch:
        patch.setattr(type(reading), "correct", full)
        words.flush()
        stage.tab.go_to(str(stage.items[1].id))
        stage.tab.go_to(str(stage.items[0].id))
    assert words.text.toPlainText() == "an hour of work"
    assert words.text.document().isModified()
    words.flush()
    assert reading.pages(stage.items[0].id)[0].text == "an hour of work"
    stage.tab.go_to(str(stage.items[1].id))
    stage.tab.go_to(str(stage.items[0].id))
    assert (words.text.toPlainText(), words.text.document().isModified()) == ("an hour of work", False)
