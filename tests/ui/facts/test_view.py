"""The facts tab: read at a glance, title and tags save themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.timeline.contacts import log, new_case
from walletcase.domain.ids import CaseId
from walletcase.services.changes import Changes
from walletcase.ui.facts.view import FactsTab
from walletcase.ui.shell.desk import Desk
from walletcase.ui.widgets.labels import PlainLabel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Show = Callable[[CaseId], FactsTab]


@pytest.fixture
def show(desk: Desk, qtbot: QtBot) -> Show:
    """Show a case in a tab that is kept up to date as the window does it."""

    def make(case_id: CaseId) -> FactsTab:
        tab = FactsTab(desk)
        qtbot.addWidget(tab)
        tab.resize(820, 900)

        def refresh(changes: Changes) -> None:
            tab.show_case(desk.services.cases.open(case_id), changes)

        desk.bus.changed.connect(refresh)
        tab.show_case(desk.services.cases.open(case_id), None)
        with qtbot.waitExposed(tab):
            tab.show()
        return tab

    return make


def _named(tab: QWidget, name: str) -> QPushButton | QToolButton:
    for kind in (QPushButton, QToolButton):
        for one in tab.findChildren(kind):
            if isinstance(one, QPushButton | QToolButton) and name in (one.accessibleName(), one.text()):
                return one
    raise AssertionError(name)


def _texts(tab: QWidget) -> list[str]:
    return [label.text() for label in tab.findChildren(PlainLabel) if label.isVisibleTo(tab)]


def test_the_title_saves_itself_after_a_pause(desk: Desk, show: Show, qtbot: QtBot) -> None:
    case_id = new_case(desk.services, "old")
    tab = show(case_id)
    tab.head.title.selectAll()
    QTest.keyClicks(tab.head.title, "new title")
    assert desk.services.cases.open(case_id).case.title == "old"
    qtbot.waitUntil(lambda: desk.services.cases.open(case_id).case.title == "new title")
    assert tab.head.title.text() == "new title"


def test_an_empty_title_is_marked_and_comes_back(desk: Desk, show: Show) -> None:
    case_id = new_case(desk.services, "old")
    tab = show(case_id)
    tab.head.title.setFocus()
    tab.head.title.selectAll()
    QTest.keyClick(tab.head.title, Qt.Key.Key_Delete)
    assert tab.head.title.property("bad")
    QTest.keyClick(tab.head.title, Qt.Key.Key_Tab)
    assert tab.head.title.text() == "old"
    assert not tab.head.title.property("bad")
    assert desk.services.cases.open(case_id).case.title == "old"


def test_a_title_being_typed_survives_a_change_and_is_flushed_to_its_own_case(desk: Desk, show: Show) -> None:
    first, second = new_case(desk.services, "one"), new_case(desk.services, "two")
    tab = show(first)
    tab.head.title.selectAll()
    QTest.keyClicks(tab.head.title, "typing")
    tab.show_case(desk.services.cases.open(first), Changes(frozenset({first})))
    assert tab.head.title.text() == "typing"
    tab.show_case(desk.services.cases.open(second), None)
    assert desk.services.cases.open(first).case.title == "typing"
    assert desk.services.cases.open(second).case.title == "two"
    assert tab.head.title.text() == "two"


def test_tags_are_added_and_removed(desk: Desk, show: Show) -> None:
    case_id = new_case(desk.services)
    tab = show(case_id)
    QTest.keyClicks(tab.head.new_tag, "opening, transfer,opening")
    QTest.keyClick(tab.head.new_tag, Qt.Key.Key_Return)
    assert desk.services.cases.open(case_id).case.tags == ("opening", "transfer")
    assert tab.head.new_tag.text() == ""
    _named(tab, "Remove the tag opening").click()
    assert desk.services.cases.open(case_id).case.tags == ("transfer",)


def test_facts_numbers_and_what_is_missing(desk: Desk, show: Show) -> None:
    case_id = new_case(desk.services)
    desk.services.flow.set_values(case_id, {"amount": "1200", "demand": "开通钱包"})
    log(desk.services, case_id, "2026-11-03T10:00", "x", reference="20261103-00031")
    tab = show(case_id)
    texts = _texts(tab)
    assert {"￥1,200.00", "开通钱包", "20261103-00031"} <= set(texts)
    assert any(text.startswith("Not filled in yet: What went wrong, Institution") for text in texts)
    _named(tab, "Copy 20261103-00031").click()
    assert QApplication.clipboard().text() == "20261103-00031"


def test_edit_leads_to_the_step(desk: Desk, show: Show) -> None:
    case_id = new_case(desk.services)
    desk.services.flow.set_values(case_id, {"amount": "1200"})
    tab = show(case_id)
    asked: list[tuple[str, str]] = []
    desk.bus.asked.connect(lambda name, item: asked.append((name, item)))
    playbook = desk.services.cases.open(case_id).playbook
    _named(tab, f"Edit {playbook.steps[0].name.en}").click()
    _named(tab, playbook.steps[1].name.en).click()
    assert asked == [("step", playbook.steps[0].key), ("step", playbook.steps[1].key)]


def test_a_hidden_tab_builds_when_it_is_seen(desk: Desk, qtbot: QtBot) -> None:
    case_id = new_case(desk.services)
    desk.services.flow.set_values(case_id, {"demand": "开通钱包"})
    tab = FactsTab(desk)
    qtbot.addWidget(tab)
    tab.show_case(desk.services.cases.open(case_id), None)
    assert "开通钱包" not in _texts(tab)
    with qtbot.waitExposed(tab):
        tab.show()
    assert "开通钱包" in _texts(tab)


def test_markup_is_shown_as_typed(desk: Desk, show: Show) -> None:
    case_id = new_case(desk.services)
    desk.services.flow.set_values(case_id, {"demand": "<b>bold</b> & co"})
    assert "<b>bold</b> & co" in _texts(show(case_id))


def test_deadlines_stand_on_the_page_and_open_their_explanation(qtbot: QtBot, desk: Desk) -> None:
    services = desk.services
    case_id = services.cases.new_case("钱包打不开", values={"problem": "x"})[0].id
    tab = FactsTab(desk)
    qtbot.addWidget(tab)
    tab.show()
    tab.show_case(services.cases.open(case_id), None)
    assert tab.deadlines.isHidden()
    services.flow.set_values(case_id, {"accepted_on": "2026-11-16"})
    services.flow.finish(case_id, "confirm", "accepted")
    tab.show_case(services.cases.open(case_id), None)
    assert not tab.deadlines.isHidden()
    (line,) = tab.deadlines.list.lines
    with qtbot.waitSignal(desk.bus.deadline_asked) as asked:
        line.ask()
    assert asked.args == [case_id, "bank_answer/confirm/1"]
