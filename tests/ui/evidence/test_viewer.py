"""Looking at an exhibit: turned, from one to the next, on the whole screen, its words marked, copied and lit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QPoint, QRectF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas as Paper

from tests.media.corpus_structures import SOUNDS
from tests.ui.evidence.evidence_stage import Stage, make_files, make_pictures
from walletcase.domain.custody import LeftBy, What
from walletcase.domain.page_text import SCALE
from walletcase.services.ports import Pictures
from walletcase.ui.evidence.page_canvas import PageCanvas
from walletcase.ui.evidence.turning import shown_at, upright_at
from walletcase.ui.evidence.viewer import Viewer
from walletcase.ui.shell.desk import Desk

SAID = ("Reference GD20261120004417", "Refund of 1,234.50 within 15 days")


def letter(path: Path) -> Path:
    """A PDF of two pages with words on both."""
    paper = Paper(str(path), pagesize=(595, 842))
    for page in range(2):
        for number, line in enumerate(SAID):
            paper.drawString(72, 760 - 40 * number, f"{line} p{page + 1}")
        paper.showPage()
    paper.save()
    return path


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Stage:
    files = [letter(tmp_path / "letter.pdf"), *make_pictures(tmp_path / "in", 2)]
    made = Stage(qtbot, desk, files)
    made.tab.readings.go_on()
    choose(made, 1)
    made.tab.activateWindow()
    return made


def choose(stage: Stage, number: int) -> None:
    stage.tab.go_to(str(stage.items[number - 1].id))
    QApplication.processEvents()


def viewer_of(stage: Stage) -> Viewer:
    return stage.tab.board.detail.viewer


def canvas_of(stage: Stage) -> PageCanvas:
    return viewer_of(stage).canvas


def page_of(canvas: PageCanvas) -> QRectF:
    """Where the page lies in the room."""
    return canvas.area((0, 0, SCALE, SCALE))


def place_of(stage: Stage, line: int, share: float) -> QPoint:
    """Where in the room a part of a line of words is."""
    canvas, one = canvas_of(stage), viewer_of(stage).words.lines[line]
    canvas.bring((one.left, one.top, one.left + one.width, one.top + one.height))
    at = canvas.area((one.left, one.top, one.left + one.width, one.top + one.height))
    return QPoint(round(at.left() + share * at.width()), round(at.center().y()))


def mark(stage: Stage, first: QPoint, last: QPoint) -> None:
    """Draw the mouse over words."""
    port = canvas_of(stage).viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(port, last)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=last)


# --- turning ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("turns", range(-4, 5))
def test_a_place_turned_and_turned_back_is_the_same(turns: int) -> None:
    for x, y in ((0.0, 0.0), (0.25, 0.75), (1.0, 0.5)):
        assert upright_at(*shown_at(x, y, turns), turns) == pytest.approx((x, y))
    assert shown_at(0.0, 0.0, 1) == (1.0, 0.0)  # the upper left corner is at the upper right after a quarter


def test_r_turns_the_page_and_leaves_the_file_alone(stage: Stage) -> None:
    choose(stage, 2)
    canvas, before = canvas_of(stage), stage.items[1].file.sha256
    wide, high = page_of(canvas).width(), page_of(canvas).height()
    assert wide < high
    red = canvas.grab().toImage().pixelColor(page_of(canvas).topLeft().toPoint() + QPoint(4, 4))
    QTest.keyClick(canvas, Qt.Key.Key_R)
    assert page_of(canvas).width() > page_of(canvas).height()
    turned = page_of(canvas).topRight().toPoint() + QPoint(-4, 4)
    assert canvas.grab().toImage().pixelColor(turned) == red, "what was at the upper left is at the upper right"
    QTest.keyClick(canvas, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.turns == 0
    assert (round(page_of(canvas).width()), round(page_of(canvas).height())) == (round(wide), round(high))
    QTest.keyClick(canvas, Qt.Key.Key_R)
    choose(stage, 3)
    assert canvas_of(stage).turns == 0, "the next exhibit stands upright"
    assert stage.desk.services.integrity.verify() is not None
    assert stage.items[1].file.sha256 == before


def test_words_are_where_they_stand_on_a_turned_page(stage: Stage) -> None:
    canvas, line = canvas_of(stage), viewer_of(stage).words.lines[0]
    box = (line.left, line.top, line.left + line.width, line.top + line.height)
    upright = canvas.area(box)
    assert upright.width() > upright.height()
    canvas.turn()
    turned = canvas.area(box)
    assert turned.width() < turned.height()
    across, down = canvas.parts(turned.center())
    assert (across, down) == pytest.approx((line.left + line.width / 2, line.top + line.height / 2), abs=SCALE / 100)


# --- from one to the next ---------------------------------------------------------------------------------------------


def test_the_arrows_go_through_the_exhibits(stage: Stage) -> None:
    choose(stage, 2)
    stage.tab.board.expand(on=True)
    canvas = canvas_of(stage)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert current(stage) == stage.items[2].id
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert current(stage) == stage.items[2].id, "there is none after the last"
    for _ in range(3):
        QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert current(stage) == stage.items[0].id


def current(stage: Stage) -> int:
    chosen = stage.tab.board.gallery.current
    assert chosen is not None
    return chosen.id


def test_the_whole_screen_is_entered_gone_through_and_left_by_keys(stage: Stage, qtbot: QtBot) -> None:
    QTest.keyClick(stage.tab.board, Qt.Key.Key_F)
    whole = stage.tab.board.looking.whole
    assert whole is not None
    qtbot.waitExposed(whole)
    assert whole.isFullScreen()
    offered = [one.text() for one in whole.viewer._tools.percent.menu().actions() if one.isVisible()]
    assert "Redact…" not in offered
    assert "Turn, as it is looked at only (R)" in offered
    assert (whole.item.id, whole.place.text(), whole.back.isEnabled()) == (stage.items[0].id, "1 / 3", False)
    QTest.keyClick(whole.viewer.canvas, Qt.Key.Key_PageDown)
    assert whole.viewer.page_no == 1
    assert whole.viewer.words.lines[0].text.endswith("p2")
    QTest.keyClick(whole.viewer.canvas, Qt.Key.Key_Right)
    QTest.keyClick(whole, Qt.Key.Key_Space)
    assert (whole.place.text(), whole.on.isEnabled()) == ("3 / 3", False)
    QTest.keyClick(whole.viewer.canvas, Qt.Key.Key_Escape)
    assert stage.tab.board.looking.whole is None
    assert current(stage) == stage.items[2].id, "the gallery goes along"


# --- words ------------------------------------------------------------------------------------------------------------


def test_words_of_a_pdf_are_marked_copied_and_noted(stage: Stage) -> None:
    words = viewer_of(stage).words
    assert [line.text for line in words.lines] == [f"{line} p1" for line in SAID]
    mark(stage, place_of(stage, 0, 0.005), place_of(stage, 0, 1.0))
    assert words.marked == words.lines[0].text
    QTest.keyClick(canvas_of(stage), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == words.lines[0].text
    events = stage.desk.services.custody.events(stage.case_id, stage.items[0].id)
    assert [(one.detail["way"], one.detail["what"]) for one in events if "way" in one.detail] == [
        (LeftBy.COPY.value, What.TEXT.value)
    ]


def test_marking_goes_over_lines_and_ends_with_a_click_beside_the_words(stage: Stage) -> None:
    words = viewer_of(stage).words
    mark(stage, place_of(stage, 0, 0.5), place_of(stage, 1, 0.5))
    first, _, second = words.marked.partition("\n")
    assert words.lines[0].text.endswith(first)
    assert words.lines[1].text.startswith(second)
    assert 5 < len(first) < len(words.lines[0].text)
    page = page_of(canvas_of(stage))
    beside = QPoint(round(page.left()) + 4, round(page.top()) + 4)
    QTest.mouseClick(canvas_of(stage).viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert words.marked == ""
    QTest.keyClick(canvas_of(stage), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert words.marked == "\n".join(line.text for line in words.lines)


def test_a_click_on_a_line_shows_it_among_the_words(stage: Stage) -> None:
    QTest.mouseClick(canvas_of(stage).viewport(), Qt.MouseButton.LeftButton, pos=place_of(stage, 1, 0.4))
    panel = stage.tab.board.detail.words
    assert panel.text.textCursor().blockNumber() == 1
    assert len(panel.text.extraSelections()) == 1
    canvas_of(stage).viewport().repaint()


def test_a_found_word_is_lit_where_it_stands(stage: Stage) -> None:
    choose(stage, 2)
    stage.tab.show_place(stage.items[0].id, 1, "gd2026112")
    QApplication.processEvents()
    viewer = viewer_of(stage)
    assert (current(stage), viewer.page_no) == (stage.items[0].id, 1)
    (box,) = viewer.words.lit
    line = viewer.words.lines[0]
    assert line.left + line.width / 4 < box[0] < box[2] < line.left + line.width
    at = canvas_of(stage).area(box)
    assert canvas_of(stage).viewport().rect().contains(at.center().toPoint()), "it is brought into view"
    colour = canvas_of(stage).grab().toImage().pixelColor(QPoint(round(at.left()) + 1, round(at.top()) - 1))
    assert (colour.red(), colour.green(), colour.blue()) != (255, 255, 255)
    QTest.keyClick(canvas_of(stage), Qt.Key.Key_Escape)
    assert viewer.words.lit == ()


def test_a_number_is_lit_however_it_was_asked_for(stage: Stage) -> None:
    stage.tab.show_place(stage.items[0].id, 0, "1234.50")
    assert len(viewer_of(stage).words.lit) == 1


def test_lines_pointed_at_are_lit(stage: Stage) -> None:
    stage.tab.board.detail.words.lit.emit((1,))
    line = viewer_of(stage).words.lines[1]
    assert viewer_of(stage).words.lit == ((line.left, line.top, line.left + line.width, line.top + line.height),)


# --- sound and film ---------------------------------------------------------------------------------------------------


class Player(QObject):
    """Takes what would be played."""

    def __init__(self) -> None:
        super().__init__()
        self.played: list[Path] = []

    @Slot(QUrl)
    def play(self, url: QUrl) -> None:
        """Note it."""
        self.played.append(Path(url.toLocalFile()))


def test_a_recording_says_how_long_it_is_and_a_copy_plays_outside(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    name = next(name for name in SOUNDS if name.endswith(".wav"))
    made = Stage(qtbot, desk, make_files(tmp_path / "in", name))
    note = viewer_of(made).note
    assert note.isVisible()
    assert note.heading.text().startswith("Recording · ")
    assert note.open.text() == "Play with the system's player"
    player = Player()
    QDesktopServices.setUrlHandler("file", player, "play")  # type: ignore[arg-type]
    note.open.click()
    QDesktopServices.unsetUrlHandler("file")
    (played,) = player.played
    original = desk.services.evidence.path(made.items[0])
    assert played.read_bytes() == original.read_bytes()
    assert played != original


def test_words_stand_beside_the_picture_that_is_looked_at_closely(stage: Stage) -> None:
    words, viewer = stage.tab.board.detail.words, viewer_of(stage)
    below = words.mapTo(stage.tab, QPoint(0, 0)).y()
    assert below > viewer.mapTo(stage.tab, QPoint(0, 0)).y() + viewer.height()
    stage.tab.board.expand(on=True)
    QApplication.processEvents()
    assert words.isVisible()
    assert words.mapTo(stage.tab, QPoint(0, 0)).x() >= viewer.mapTo(stage.tab, QPoint(0, 0)).x() + viewer.width()
    stage.tab.resize(560, 700)
    QApplication.processEvents()
    assert words.isHidden(), "the picture needs the room"
    stage.tab.resize(1000, 700)
    stage.tab.board.expand(on=False)
    QApplication.processEvents()
    assert words.mapTo(stage.tab, QPoint(0, 0)).y() > viewer.mapTo(stage.tab, QPoint(0, 0)).y() + viewer.height()


class Drawn:
    """The real pictures, and which pages were drawn."""

    def __init__(self, real: Pictures) -> None:
        self._real = real
        self.names: list[str] = []

    def page(self, path: Path, media_type: str, page_no: int, width_px: int) -> bytes | None:
        self.names.append(path.name)
        return self._real.page(path, media_type, page_no, width_px)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


def test_the_next_exhibit_is_drawn_while_one_is_looked_at(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    drawn = Drawn(desk.services.pictures)
    desk = replace(desk, services=replace(desk.services, pictures=drawn))
    stage = Stage(qtbot, desk, make_pictures(tmp_path / "in", 3))
    viewer, hashes = viewer_of(stage), [item.file.sha256 for item in stage.items]
    choose(stage, 1)
    qtbot.waitUntil(lambda: drawn.names == hashes[:2])
    shown: list[str] = []
    viewer._pages.ready.connect(lambda one: shown.append(one.item.file.sha256))
    viewer.stepped.emit(1)
    assert shown == [hashes[1]]
    qtbot.waitUntil(lambda: drawn.names == hashes)
    choose(stage, 1)
    assert shown == [hashes[1], hashes[0]]
    assert drawn.names == [*hashes, hashes[0]]
