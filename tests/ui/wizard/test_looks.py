"""Nothing is clipped: every step, both languages, normal and large text, wide and narrow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.wizard.stage import Stage
from walletcase.ui.look.theme import Theme
from walletcase.ui.shell.desk import Desk
from walletcase.ui.widgets.labels import ElidedLabel, PlainLabel
from walletcase.ui.wizard.new_case import NewCaseDialog


def clipped(page: QWidget) -> list[str]:
    """Return the visible labels and buttons of a page that are smaller than what they say, or stick out of it."""
    found = []
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, ElidedLabel):
            continue
        if not isinstance(widget, PlainLabel | QAbstractButton) or not widget.text():
            continue
        size, needed = widget.size(), widget.sizeHint()
        wraps = isinstance(widget, PlainLabel) and widget.wordWrap()
        high = widget.heightForWidth(size.width()) if wraps else needed.height()
        left = widget.mapTo(page, widget.rect().topLeft()).x()
        is_out = left < 0 or left + size.width() > page.width()
        if high > size.height() or (not wraps and needed.width() > size.width()) or is_out:
            found.append(f"{widget.text()!r} {size} needs {needed} at x={left}")
    return found


@pytest.fixture(params=[("en", 100), ("zh_CN", 100), ("en", 175), ("zh_CN", 175)], ids=lambda p: f"{p[0]}-{p[1]}")
def large_desk(desk: Desk, dressed_app: QApplication, request: pytest.FixtureRequest) -> Iterator[Desk]:
    language, percent = request.param
    theme = Theme(percent=percent)
    theme.apply(dressed_app)
    yield replace(desk, theme=theme, language=language)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # fewer widgets to dress again
    Theme().apply(dressed_app)


def test_no_step_clips_its_words(qtbot: QtBot, large_desk: Desk) -> None:
    stage = Stage(qtbot, large_desk)
    large_desk.services.flow.finish(stage.case_id, "confirm", "accepted_by_date", "2026-12-07")
    large_desk.services.flow.skip(stage.case_id, "contact_details", "没有变化")
    large_desk.services.flow.finish(stage.case_id, "hotline", "not_reached")
    large_desk.services.flow.repeat(stage.case_id, "hotline")
    stage.tab.show_case(stage.record, None)
    for step in stage.record.playbook.steps:
        stage.tab.go_to(step.key)
        page = stage.tab.page
        assert page is not None
        if page.outcome is not None:
            page.outcome.group.options[step.outcomes[min(1, len(step.outcomes) - 1)].key].button.click()
        for width in (560, 1000):
            stage.tab.resize(width, 700)
            QApplication.processEvents()
            QApplication.processEvents()
            assert page.width() <= stage.tab.area.viewport().width(), (step.key, width)
            assert clipped(page) == [], (step.key, width)


def test_the_new_case_dialog_clips_nothing(qtbot: QtBot, large_desk: Desk) -> None:
    dialog = NewCaseDialog(large_desk)
    qtbot.addWidget(dialog)
    dialog.resize(720, 560)
    with qtbot.waitExposed(dialog):
        dialog.show()
    for number in range(3):
        dialog.show_page(number)
        QApplication.processEvents()
        assert clipped(dialog) == [], number
