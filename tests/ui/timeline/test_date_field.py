"""A date as people type it, and the calendar beside it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QWidget
from pytestqt.qtbot import QtBot

from walletcase.ui.shell.i18n import Translators
from walletcase.ui.widgets.date_field import DateField, TimeLine
from walletcase.ui.widgets.layout import column

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[DateField]:
    host = QWidget()
    made = DateField("Date", lambda name: QIcon(), "2026-11-22", "Pick")
    other = TimeLine()
    box = column(host)
    box.addWidget(made)
    box.addWidget(other)
    qtbot.addWidget(host)
    with qtbot.waitExposed(host):
        host.show()
    yield made
    host.close()


def test_a_typed_date_is_tidied_on_leaving(field: DateField) -> None:
    field.line.setFocus()
    QTest.keyClicks(field.line, "2026/1/5")
    assert field.value() == "2026-01-05"
    QTest.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.line.text() == "2026-01-05"
    assert not field.line.property("bad")


def test_what_is_no_date_is_marked_and_kept(field: DateField) -> None:
    field.line.setFocus()
    QTest.keyClicks(field.line, "soon")
    QTest.keyClick(field.line, Qt.Key.Key_Tab)
    assert (field.line.text(), field.value(), field.is_bad()) == ("soon", "", True)
    assert field.line.property("bad")


def test_the_calendar_opens_on_today_and_fills_the_line(field: DateField) -> None:
    changes: list[str] = []
    field.changed.connect(lambda: changes.append(field.value()))
    field.button.click()
    calendar = field.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.selectedDate() == QDate(2026, 11, 22)
    calendar.clicked.emit(QDate(2026, 12, 1))
    assert changes == ["2026-12-01"]


def test_a_time_may_be_typed_in_chinese(field: DateField) -> None:
    time_line = TimeLine("9点05分")
    assert time_line.value() == "09:05"
    time_line.setText("later")
    assert time_line.is_bad()


def test_the_shape_of_a_date_is_said_in_the_readers_language(qtbot: QtBot) -> None:
    translators = Translators()
    translators.switch("zh_CN")
    made = DateField("日期", lambda name: QIcon(), "2026-11-22", "选日期")
    qtbot.addWidget(made)
    shape = made.line.placeholderText()
    translators.switch("en")
    translators.clear()
    assert shape == "年-月-日"
