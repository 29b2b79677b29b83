"""A part of the screen: marked by the mouse, refused when empty, asked of the desktop where programs see nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.evidence.evidence_stage import Stage
from walletcase.domain.evidence import Way
from walletcase.ui.evidence.capturing import AreaPicker, Capturing, is_blank, way_here
from walletcase.ui.shell.desk import Desk

ROOT = Path(__file__).resolve().parents[3]


def screen() -> QPixmap:
    """Twice as dense as the widget that shows it; red, with a blue field from (100, 100) to (200, 160)."""
    made = QPixmap(800, 600)
    made.fill(QColor("#FF0000"))
    painter = QPainter(made)
    painter.fillRect(100, 100, 100, 60, QColor("#0000FF"))
    painter.end()
    return made


def drag(picker: AreaPicker, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(picker, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(picker, end)
    QTest.mouseRelease(picker, Qt.MouseButton.LeftButton, pos=end)


@pytest.fixture
def picker(qtbot: QtBot) -> AreaPicker:
    made = AreaPicker(screen(), "#FFFFFF")
    made.resize(400, 300)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_what_is_marked_is_taken_in_the_pixels_of_the_screen(picker: AreaPicker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(picker.chosen) as chosen:
        drag(picker, QPoint(99, 79), QPoint(50, 50))  # backwards
    (image,) = chosen.args
    assert (image.width(), image.height()) == (100, 60)
    assert {image.pixelColor(x, y).name() for x in (1, 98) for y in (1, 58)} == {"#0000ff"}


def test_a_click_takes_nothing_enter_all_and_escape_leaves(picker: AreaPicker, qtbot: QtBot) -> None:
    taken: list[QImage] = []
    picker.chosen.connect(taken.append)
    drag(picker, QPoint(10, 10), QPoint(12, 12))
    assert taken == []
    with qtbot.waitSignal(picker.declined):
        QTest.keyClick(picker, Qt.Key.Key_Escape)
    QTest.keyClick(picker, Qt.Key.Key_Return)
    assert (taken[0].width(), taken[0].height()) == (800, 600)
    with qtbot.waitSignal(picker.declined):
        QTest.mouseClick(picker, Qt.MouseButton.RightButton)


def test_the_window_steps_aside_and_comes_back_with_the_picture(qtbot: QtBot, desk: Desk) -> None:
    stage = Stage(qtbot, desk)
    hidden: list[bool] = []

    def grab(_screen: object) -> QPixmap:
        hidden.append(not stage.tab.isVisible())
        return screen()

    capturing = Capturing(desk, stage.tab, grab)
    capturing.captured.connect(lambda picture: stage.tab.adding.add_pictures(stage.case_id, (picture,), Way.CAPTURED))
    capturing.start()
    qtbot.waitUntil(lambda: capturing.picker is not None)
    assert capturing.picker is not None
    QTest.keyClick(capturing.picker, Qt.Key.Key_Return)
    (item,) = stage.items
    assert (item.origin.way, item.source, item.media.width_px) == (Way.CAPTURED, "This screen", 800)
    assert item.original_name == "captured-20261122-090000.png"
    assert hidden == [True]
    assert stage.tab.isVisible()
    assert capturing.picker is None


def test_an_empty_picture_is_refused(qtbot: QtBot, desk: Desk) -> None:
    stage, black = Stage(qtbot, desk), QPixmap(200, 100)
    black.fill(QColor("black"))
    capturing = Capturing(desk, stage.tab, lambda _screen: black)
    with qtbot.waitSignal(capturing.refused) as refused:
        capturing.start()
    assert "empty" in refused.args[0]
    assert stage.tab.isVisible()


def test_where_nobody_sees_the_screen_it_is_said(qtbot: QtBot, desk: Desk) -> None:
    stage = Stage(qtbot, desk)
    stage.tab.capture()
    assert "Ctrl+V" in desk.toasts.text
    assert stage.tab.isVisible()


def test_blank_means_one_colour() -> None:
    image = QImage(100, 50, QImage.Format.Format_RGB32)
    image.fill(0)
    assert is_blank(image)
    assert is_blank(QImage())
    image.setPixel(0, 0, 0xFF112233)
    assert not is_blank(image)


@pytest.mark.parametrize(
    ("platform", "session", "way"),
    [
        ("xcb", "x11", "grab"),
        ("xcb", "wayland", "portal"),
        ("wayland", "", "portal"),
        ("wayland-egl", "wayland", "portal"),
        ("windows", "", "grab"),
        ("cocoa", "", "grab"),
        ("offscreen", "", ""),
    ],
)
def test_which_way_a_platform_gives(platform: str, session: str, way: str) -> None:
    assert way_here(platform, {"XDG_SESSION_TYPE": session}) == way


@pytest.mark.parametrize(("how", "said"), [("gives", "picture 30"), ("declined", "left"), ("absent", "failed")])
def test_the_desktop_is_asked_over_a_real_bus(tmp_path: Path, how: str, said: str) -> None:
    program = ["dbus-run-session", "--", sys.executable, str(ROOT / "tests/ui/evidence/fake_portal.py")]
    done = subprocess.run(
        [*program, how, str(tmp_path / "shot.png")], capture_output=True, text=True, check=False, cwd=ROOT, timeout=60,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.stdout.split("\n")[0] == said, done.stderr


def test_closing_the_picker_brings_the_window_back(qtbot: QtBot, desk: Desk) -> None:
    """Alt+F4, or the window manager."""
    stage = Stage(qtbot, desk)
    capturing = Capturing(desk, stage.tab, lambda _screen: screen())
    capturing.start()
    qtbot.waitUntil(lambda: capturing.picker is not None)
    assert capturing.picker is not None
    capturing.picker.close()
    assert stage.tab.isVisible()
    assert capturing.picker is None


@pytest.mark.parametrize("row", [3, 7, 11, 58, 1079])
def test_one_line_of_text_is_not_blank(row: int) -> None:
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    assert is_blank(image)
    image.setPixelColor(1001, row, QColor("black"))
    assert not is_blank(image)
