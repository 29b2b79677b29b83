"""The first page: two ways in, and where the data is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from walletcase.ui.shell.desk import Desk
from walletcase.ui.welcome.view import WelcomePage
from walletcase.ui.widgets.labels import PlainLabel


def test_two_ways_in_by_keys(qtbot: QtBot, desk: Desk) -> None:
    page = WelcomePage(desk)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    new, sample = QSignalSpy(page.new_wanted), QSignalSpy(page.sample_wanted)
    first, second = page.findChildren(QPushButton)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert (new.count(), sample.count()) == (1, 0)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert page.focusWidget() is second
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert (new.count(), sample.count()) == (1, 1)


def test_it_says_where_the_data_is(qtbot: QtBot, desk: Desk) -> None:
    page = WelcomePage(desk)
    qtbot.addWidget(page)
    texts = [label.text() for label in page.findChildren(PlainLabel)]
    assert str(desk.services.data_folder) in texts
    assert "Your data stays on this computer" in texts
