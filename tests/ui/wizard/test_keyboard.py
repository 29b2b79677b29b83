"""From an empty case to a recorded call, and from nothing to a case, with no mouse at all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.wizard.stage import Stage, commit
from walletcase.domain.demands import parse_demands
from walletcase.domain.flow.machine import StepState
from walletcase.ui.shell.desk import Desk
from walletcase.ui.wizard.new_case import NewCaseDialog


class Hands:
    """Ten fingers: press keys where the focus is."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.presses = 0

    @property
    def focus(self) -> QWidget:
        """Where the focus is."""
        focus = self._window.focusWidget()
        assert focus is not None
        return focus

    def press(self, key: Qt.Key, times: int = 1) -> None:
        """Press a key."""
        for _ in range(times):
            self.presses += 1
            QTest.keyClick(self.focus, key)
            QApplication.processEvents()

    def tab_to(self, name: str) -> None:
        """Go on by Tab to what a screen reader calls ``name`` (its beginning)."""
        for _ in range(120):
            if self.focus.accessibleName().startswith(name) or getattr(self.focus, "text", str)() == name:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"{name} can't be reached by Tab")

    def write(self, text: str) -> None:
        """Enter a text through an input method."""
        commit(self.focus, text)


@pytest.fixture(params=[1000, 640], ids=["two-columns", "one-column"])
def stage(qtbot: QtBot, desk: Desk, request: pytest.FixtureRequest) -> Stage:
    made = Stage(qtbot, desk)
    made.tab.resize(request.param, 700)
    made.tab.activateWindow()
    qtbot.waitUntil(made.tab.isActiveWindow)
    assert made.tab.page is not None
    made.tab.page.focus_first()
    return made


def test_the_first_two_steps_without_a_mouse(stage: Stage) -> None:
    hands = Hands(stage.tab)
    hands.press(Qt.Key.Key_Down)  # the first of the problems
    hands.tab_to("Institution")
    hands.write("中国工商银行")
    hands.tab_to("Date of the problem")
    hands.tab_to("What happened")
    hands.write("申请开通时提示系统异常")
    hands.tab_to("What you ask for (Required) 1: What should happen")
    hands.write("在 12 月 10 日前开通钱包")
    hands.tab_to("Ready: call the hotline first")
    hands.press(Qt.Key.Key_Space)
    hands.tab_to("Finish gathering")
    hands.press(Qt.Key.Key_Space)
    record = stage.record
    assert record.flow.record("gather").outcome == "ready"
    assert record.value("problem_kind") == "cannot_open"
    assert [one.text for one in parse_demands(record.value("demand"))] == ["在 12 月 10 日前开通钱包"]

    hands.press(Qt.Key.Key_Space)  # the focus is on Go on
    assert stage.tab.step_key == "hotline"
    hands.tab_to("Date of the call (Required): Today")
    hands.press(Qt.Key.Key_Space)
    hands.tab_to("What was said and answered")
    hands.write("已登记，三个工作日内回复")
    hands.tab_to("Complaint registered")
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Down)  # Registered, with an answer promised by a date
    hands.tab_to("Answer promised by")
    hands.write("2026年11月25日")
    hands.tab_to("Record this call")
    hands.press(Qt.Key.Key_Space)
    record = stage.record
    assert record.flow.record("hotline").state is StepState.DONE
    assert record.live_timeline[0].draft.promised_by == "2026-11-25"
    assert record.value("hotline_on") == "2026-11-22"


def test_tab_visits_everything_on_a_page_once_and_comes_round(stage: Stage) -> None:
    hands = Hands(stage.tab)
    begin = hands.focus
    visited: list[QWidget] = []
    while hands.focus is not begin or not visited:
        assert hands.focus not in visited, "Tab is caught"
        visited.append(hands.focus)
        hands.press(Qt.Key.Key_Tab)
    page = stage.tab.page
    assert page is not None
    stops = [w for w in page.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    # Of a group of radio buttons Tab visits one; the arrows visit the rest.
    missed = [w for w in stops if w not in visited and type(w).__name__ != "Dot"]
    assert [w.accessibleName() or type(w).__name__ for w in missed] == []
    assert all(w.accessibleName() or getattr(w, "text", str)() for w in visited)


def test_tab_follows_what_is_seen(stage: Stage) -> None:
    page = stage.tab.page
    assert page is not None
    assert page.form is not None
    assert page.checklist is not None
    hands = Hands(stage.tab)
    page.form.go_to("phone")
    hands.tab_to("Finish gathering")
    hands.press(Qt.Key.Key_Tab, 2)  # past Skip…
    after_main = hands.focus
    beside = page.checklist.isAncestorOf(after_main)
    assert beside == bool(page.columns.is_wide)
    assert beside or page.evidence.isAncestorOf(after_main)


def test_a_new_case_by_keys_takes_few_of_them(qtbot: QtBot, desk: Desk) -> None:
    dialog = NewCaseDialog(desk)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    hands = Hands(dialog)
    hands.press(Qt.Key.Key_Tab)  # past the title, which is suggested
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    hands.write("2026年11月10日")
    hands.tab_to("What happened")
    hands.write("填完资料后提示系统异常")
    hands.tab_to("What you ask for (Required) 1: What should happen")
    hands.write("开通钱包")
    hands.tab_to("Next")
    hands.press(Qt.Key.Key_Return, 2)
    assert dialog.created_case_id is not None
    record = desk.services.cases.open(dialog.created_case_id)
    assert record.value("problem_kind") == "system_error"
    assert record.value("occurred_on") == "2026-11-10"
    assert record.case.title == "ICBC: System error"
    assert hands.presses <= 20  # a demand has parts of its own
