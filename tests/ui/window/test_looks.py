"""The whole window with the sample case: nothing is clipped, everything has a name, no text is read as markup."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.window.window_stage import WindowStage
from walletcase.infra.settings import Settings
from walletcase.services.facade import Services
from walletcase.ui.case_page.view import TAB_ORDER
from walletcase.ui.look.theme import Theme
from walletcase.ui.widgets.labels import ElidedLabel, PlainLabel

SIZES = ((1280, 800), (960, 600))
USABLE = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractItemView, QTabBar)


def viewport_of(widget: QWidget, window: QWidget) -> QWidget:
    """Return what a widget must fit into from left to right: the area that scrolls it, or the window."""
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            return parent
        parent = area
    return window


def clipped(window: QWidget) -> list[str]:
    """Return the visible labels and buttons that are smaller than what they say, or stick out sideways."""
    found = []
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, PlainLabel | QPushButton) or isinstance(widget, ElidedLabel):
            continue
        if not widget.isVisible() or not widget.text():
            continue
        needed, size = widget.sizeHint(), widget.size()
        wraps = isinstance(widget, PlainLabel) and widget.wordWrap()
        high = widget.heightForWidth(size.width()) if wraps else needed.height()
        frame = viewport_of(widget, window)
        left = widget.mapTo(frame, widget.rect().topLeft()).x()
        is_out = left < 0 or left + size.width() > frame.width()
        if high > size.height() or (not wraps and needed.width() > size.width()) or is_out:
            found.append(f"{widget.text()!r} {size.toTuple()} needs {needed.width()}x{high}, {left} of {frame.width()}")
    return found


def nameless(window: QWidget) -> list[str]:
    """Return what one can use by keys or mouse and a screen reader has no words for."""
    found = []
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, USABLE) or not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        if isinstance(widget.parentWidget(), QComboBox):
            continue
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name):
            found.append(f"{widget} in {widget.parentWidget()}")
    return found


def guessing(window: QWidget) -> list[str]:
    """Return the texts of labels that would read markup in them."""
    labels = [one for one in window.findChildren(QWidget) if hasattr(one, "textFormat")]
    assert len(labels) > 100
    return [str(one) for one in labels if one.textFormat() != Qt.TextFormat.PlainText]


@pytest.fixture(params=[("en", 100), ("zh_CN", 100), ("en", 175), ("zh_CN", 175)], ids=lambda p: f"{p[0]}-{p[1]}")
def sampled(
    qtbot: QtBot, services: Services, tmp_path: Path, dressed_app: QApplication, request: pytest.FixtureRequest
) -> Iterator[WindowStage]:
    language, percent = request.param
    services.sample.add(language)
    Theme(percent=percent).apply(dressed_app)
    settings = Settings(language=language, theme="light", text_percent=percent)
    made = WindowStage(qtbot, services, tmp_path / "settings.json", settings)
    yield made.furnish()
    made.end()


def test_nothing_is_clipped_everything_has_a_name_and_no_text_is_markup(sampled: WindowStage) -> None:
    for width, height in SIZES:
        sampled.window.resize(width, height)
        for place, name in enumerate(TAB_ORDER):
            sampled.rooms.page.bar.setCurrentIndex(place)
            sampled.settle()
            assert clipped(sampled.window) == [], (width, name)
            assert sampled.rooms.timeline.list.isVisible() == (name == "timeline")
            assert nameless(sampled.window) == [], (width, name)
    assert guessing(sampled.window) == []
    bar = sampled.rooms.page.bar
    assert all(bar.tabRect(place).right() <= bar.width() for place in range(bar.count()))
