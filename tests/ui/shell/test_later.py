"""A tab that is built later: when it is looked at or spoken to, and with the case as it stands then."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget
from pytestqt.qtbot import QtBot

from walletcase.domain.case import CaseRecord
from walletcase.services.changes import Changes, changed
from walletcase.services.facade import Services
from walletcase.ui.shell.later import LaterTab
from walletcase.ui.shell.room import CaseTab
from walletcase.ui.widgets.layout import column


class Room(CaseTab):
    """A room that writes down what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []
        self.line = QLineEdit()
        column(self).addWidget(self.line)
        self.setFocusProxy(self.line)

    def show_case(self, record: CaseRecord, changes: Changes | None) -> None:
        self.told.append((record.case.title, changes))

    def go_to(self, item: str) -> None:
        self.told.append(item)

    def begin(self) -> None:
        self.told.append("begin")

    def flush(self) -> None:
        self.told.append("flush")


class Stack:
    """Two tabs, of which the second is built later."""

    def __init__(self, qtbot: QtBot) -> None:
        self.made: list[Room] = []
        self.tab = LaterTab(self.make)
        self.pages = QStackedWidget()
        self.first = QLineEdit()
        self.pages.addWidget(self.first)
        self.pages.addWidget(self.tab)
        qtbot.addWidget(self.pages)
        with qtbot.waitExposed(self.pages):
            self.pages.show()

    def make(self) -> Room:
        self.made.append(Room())
        return self.made[-1]


@pytest.fixture
def stack(qtbot: QtBot) -> Stack:
    return Stack(qtbot)


@pytest.fixture
def record(services: Services) -> CaseRecord:
    return services.cases.open(services.cases.new_case("one")[0].id)


def test_a_case_alone_builds_nothing_until_it_is_looked_at(stack: Stack, record: CaseRecord) -> None:
    stack.tab.show_case(record, None)
    stack.tab.show_case(record, changed(record.case.id))
    stack.tab.flush()
    assert (stack.made, stack.tab.is_built) == ([], False)
    stack.pages.setCurrentIndex(1)
    assert stack.tab.is_built
    assert stack.made[0].told == [("one", None)]
    stack.pages.setCurrentIndex(0)
    stack.pages.setCurrentIndex(1)
    stack.tab.show_case(record, changed(record.case.id))
    assert len(stack.made) == 1
    assert stack.made[0].told[1:] == [("one", changed(record.case.id))]


def test_in_front_it_is_built_with_the_case(stack: Stack, record: CaseRecord) -> None:
    stack.pages.setCurrentIndex(1)
    assert stack.made == []
    stack.tab.show_case(record, None)
    assert stack.made[0].told == [("one", None)]


def test_to_be_led_somewhere_builds_it_with_the_case_first(stack: Stack, record: CaseRecord) -> None:
    stack.tab.show_case(record, None)
    stack.tab.go_to("3")
    stack.tab.begin()
    stack.tab.flush()
    assert stack.made[0].told == [("one", None), "3", "begin", "flush"]


def test_the_focus_goes_into_the_room(stack: Stack, record: CaseRecord) -> None:
    stack.tab.show_case(record, None)
    stack.pages.setCurrentIndex(1)
    stack.tab.setFocus()
    assert QApplication.focusWidget() is stack.made[0].line
