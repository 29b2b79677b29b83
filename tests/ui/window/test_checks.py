"""The check in the window: beside its case, with what is being typed, and gone with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.window.window_stage import WindowStage
from walletcase.domain.door_kind import DoorKind
from walletcase.services.facade import Services
from walletcase.ui.check.page import CheckPage
from walletcase.ui.check.route import RoutePage
from walletcase.ui.check.view import CheckDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def opened(bare_stage: WindowStage, services: Services) -> WindowStage:
    for title in ("one", "two"):
        services.cases.new_case(title, values={"problem": "垃圾银行"})
    return bare_stage.furnish()


def dialog(stage: WindowStage) -> CheckDialog | None:
    assert stage.window.wiring is not None
    return stage.window.wiring._checks.dialog


def test_f7_checks_the_open_case_and_a_finding_leads_into_the_form(opened: WindowStage) -> None:
    QTest.keyClick(opened.window, Qt.Key.Key_F7)
    found = dialog(opened)
    assert found is not None
    assert found.case_id == opened.record.case.id
    opened.rooms.page.open_tab("facts")
    view = next(one for one in found.page.views if one.finding.place.item == "complainant")
    view.go_asked.emit(view.finding)
    assert opened.tab == "step"
    page = opened.rooms.step.page
    assert page is not None
    assert page.form is not None
    QApplication.processEvents()
    assert page.form.boxes["complainant"].isAncestorOf(opened.window.focusWidget())


def test_where_to_turn_opens_the_same_window_at_its_route(opened: WindowStage) -> None:
    opened.do("check")
    first = dialog(opened)
    opened.do("route")
    assert first is not None
    assert dialog(opened) is first
    assert first.tabs.currentWidget() is first.route


def test_a_room_asks_for_a_door(opened: WindowStage) -> None:
    opened.desk.bus.check_asked.emit("court")
    found = dialog(opened)
    assert found is not None
    assert found.page.door.currentData() == "court"


def test_it_goes_when_another_case_comes(opened: WindowStage, services: Services) -> None:
    opened.do("check")
    now = opened.record.case.id
    other = next(row.id for row in services.cases.rows() if row.id != now)
    opened.rooms.cases.choose(other)
    assert dialog(opened) is None
    opened.do("check")
    found = dialog(opened)
    assert found is not None
    assert found.case_id == other


def test_the_facts_have_a_page_of_the_check_and_one_of_the_route(opened: WindowStage) -> None:
    facts = opened.rooms.facts
    opened.rooms.page.open_tab("facts", "route")
    route = facts.stack.currentWidget()
    assert isinstance(route, RoutePage)
    route.check_asked.emit(DoorKind.BRANCH)
    check = facts.stack.currentWidget()
    assert isinstance(check, CheckPage)
    QApplication.processEvents()
    assert check.door.currentData() == "branch"
    assert any(view.finding.code == "wording_insult" for view in check.views)
