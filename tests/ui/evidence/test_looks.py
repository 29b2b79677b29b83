"""Nothing is clipped and everything has a name: both languages, normal and large text, wide and narrow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.evidence.evidence_stage import Stage, make_files
from walletcase.domain.evidence import Evidence, MediaFacts
from walletcase.infra import resources
from walletcase.ui.evidence import words
from walletcase.ui.look.theme import Theme
from walletcase.ui.shell.desk import Desk
from walletcase.ui.widgets.labels import ElidedLabel, PlainLabel

NOTES = ("encrypted", "damaged", "too_large", "timeout", "unsupported", "empty", "missing")


def clipped(page: QWidget, inside: QWidget) -> list[str]:
    """Return the visible labels and buttons that are smaller than what they say, or stick out of ``inside``."""
    found = []
    for widget in page.findChildren(QWidget):
        if not isinstance(widget, PlainLabel | QAbstractButton) or isinstance(widget, ElidedLabel):
            continue
        if not widget.isVisible() or not widget.text():
            continue
        needed = widget.sizeHint()
        wraps = isinstance(widget, PlainLabel) and widget.wordWrap()
        high = widget.heightForWidth(widget.width()) if wraps else needed.height()
        right = widget.mapTo(inside, widget.rect().topRight()).x()
        if high > widget.height() or (not wraps and needed.width() > widget.width()) or right > inside.width():
            found.append(f"{widget.text()!r} {widget.size()} needs {needed}, ends at {right} of {inside.width()}")
    return found


@pytest.fixture(params=[("en", 100), ("zh_CN", 100), ("en", 175)], ids=lambda p: f"{p[0]}-{p[1]}")
def large_desk(desk: Desk, dressed_app: QApplication, request: pytest.FixtureRequest) -> Iterator[Desk]:
    language, percent = request.param
    theme = Theme(percent=percent)
    theme.apply(dressed_app)
    yield replace(desk, theme=theme, language=language)
    Theme().apply(dressed_app)


def test_nothing_is_clipped(qtbot: QtBot, large_desk: Desk, tmp_path: Path) -> None:
    stage = Stage(qtbot, large_desk, make_files(tmp_path / "in", "two-pages.pdf", "rgb.png", "locked.pdf"))
    board = stage.tab.board
    narrow = (460, 560, 626) if large_desk.theme.percent == 100 else ()  # 653 is what the smallest window leaves
    for width in (*narrow, 653, 782, 1200):
        stage.tab.resize(width, 700)
        QApplication.processEvents()
        for item in stage.items:
            stage.tab.go_to(str(item.id))
            QApplication.processEvents()
            assert clipped(board.bar, stage.tab) == []
            assert clipped(board.detail.page, board.detail.viewport()) == [], width


def test_the_empty_tab_clips_nothing(qtbot: QtBot, large_desk: Desk) -> None:
    stage = Stage(qtbot, large_desk)
    stage.tab.resize(560, 480)
    QApplication.processEvents()
    page = stage.tab.stack.currentWidget()
    assert page is not None
    assert clipped(page, stage.tab) == []


def test_the_tab_never_asks_for_more_than_the_small_window_has(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    stage = Stage(qtbot, desk, make_files(tmp_path / "in", "rgb.png"))
    assert stage.tab.minimumSizeHint().width() <= 640
    assert stage.tab.minimumSizeHint().height() <= 240


def test_everything_one_can_use_has_a_name(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    stage = Stage(qtbot, desk, make_files(tmp_path / "in", "two-pages.pdf"))
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractItemView)
    for widget in stage.tab.findChildren(QWidget):
        if isinstance(widget, kinds) and widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            parent = widget.parentWidget()
            named = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert named or isinstance(parent, QComboBox), widget


def test_tab_goes_through_everything_and_comes_back(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    stage = Stage(qtbot, desk, make_files(tmp_path / "in", "two-pages.pdf"))
    stage.tab.board.gallery.setFocus()
    seen: list[QWidget | None] = []
    for _ in range(40):
        focus = QApplication.focusWidget()
        if seen and focus is seen[0]:
            break
        seen.append(focus)
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    editors = stage.tab.board.detail.form.editors
    assert {editors["title"].widget, editors["proves"].widget, stage.tab.board.detail.viewer.canvas} <= set(seen)
    assert len(seen) < 40


@pytest.mark.parametrize("reason", NOTES)
def test_every_reason_has_its_words(reason: str) -> None:
    heading, more = words.reason_text(reason)
    assert heading
    assert more.endswith(".")


def test_every_kind_has_an_icon_and_a_word() -> None:
    office = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    papers = ("message/rfc822", "application/pdf", "text/plain", "application/zip", office)
    for kind in ("image/png", "audio/mpeg", "video/mp4", *papers, "x/y"):
        assert resources.path("icons", f"{words.kind_icon(kind)}.svg").exists()
        assert words.kind_text(kind)


def test_what_is_the_matter_is_said_once(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    stage = Stage(qtbot, desk, make_files(tmp_path / "in", "rgb.png"))
    item = stage.items[0]

    def state(news: Evidence, *, missing: bool = False) -> str:
        return words.state_text(news, missing=missing)

    assert state(item) == ""
    assert state(item, missing=True) == "File missing"
    assert state(replace(item, duplicate_of=3)) == "Same as 3"
    assert state(replace(item, media=MediaFacts("image/png", note="damaged"))) == "Damaged"
    assert words.caption_text(replace(item, media=MediaFacts("audio/mpeg", note="unsupported"))) == "No preview"


@pytest.mark.parametrize("size", [(860, 600)])
def test_several_exhibits_are_seen_at_once_beside_the_viewer(
    qtbot: QtBot, desk: Desk, tmp_path: Path, dressed_app: QApplication, size: tuple[int, int]
) -> None:
    files = make_files(tmp_path / "in", "two-pages.pdf", "rgb.png", "locked.pdf")
    stage = Stage(qtbot, desk, files)
    stage.tab.resize(*size)
    QApplication.processEvents()
    gallery = stage.tab.board.gallery
    room = gallery.viewport().rect()
    seen = [row for row in range(3) if room.contains(gallery.visualRect(gallery.rows.index(row)))]
    assert len(seen) >= 3
