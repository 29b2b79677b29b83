"""Today, notices and the calendar file in the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.conftest import FrozenClock
from tests.ui.window.window_stage import WindowStage
from walletcase.domain.case import Filter
from walletcase.domain.due.agenda import Group
from walletcase.domain.ids import CaseId
from walletcase.domain.timeline import EntryDraft
from walletcase.infra.settings import Settings
from walletcase.services.facade import Services
from walletcase.ui.deadlines.explain import DeadlineDialog
from walletcase.ui.look import icons
from walletcase.ui.shell.tray import Tray, is_tray_available
from walletcase.ui.today.view import TodayPage
from walletcase.ui.window import reminding as module
from walletcase.ui.window.reminding import Reminding

CTRL = Qt.KeyboardModifier.ControlModifier


def promised(stage: WindowStage, by: str, title: str = "A") -> CaseId:
    """A case with a promise, as another hand would record it."""
    case_id = stage.services.cases.new_case(title)[0].id
    draft = EntryDraft("2026-11-10", "s", channel="hotline", promised_by=by)
    stage.desk.bus.changed.emit(stage.services.timeline.log(case_id, draft)[1])
    return case_id


def reminding(stage: WindowStage) -> Reminding:
    """The room in force."""
    assert stage.window.wiring is not None
    return stage.window.wiring.reminding


def shows_today(stage: WindowStage) -> bool:
    """Whether the Today page is in front."""
    return isinstance(stage.rooms.pages.currentWidget(), TodayPage)


def press(stage: WindowStage, name: str) -> None:
    """Click the first button of the Today page with a name."""
    buttons = [one for line in reminding(stage).today.rows for one in line.buttons()]
    wanted = next(one for one in buttons if one.objectName().endswith(f"/{name}"))
    QTest.mouseClick(wanted, Qt.MouseButton.LeftButton)
    stage.settle()


# --- the page in the window -------------------------------------------------------------------------------------------


def test_today_stands_where_the_case_would(stage: WindowStage) -> None:
    promised(stage, "2026-11-20")
    assert not shows_today(stage)
    stage.rooms.rail.choose(Filter.TODAY)
    assert shows_today(stage)
    assert stage.rooms.page.case_id is None
    assert stage.titles == ["A"]
    assert not stage.window.wiring.actions["attach"].isEnabled()  # type: ignore[union-attr]
    stage.rooms.rail.choose(Filter.ALL)
    assert not shows_today(stage)
    assert stage.record.case.title == "A"


def test_a_case_chosen_under_today_is_shown_and_today_leads_back(stage: WindowStage) -> None:
    promised(stage, "2026-11-20")
    stage.rooms.rail.choose(Filter.TODAY)
    stage.rooms.cases.list.setFocus()
    stage.press(Qt.Key.Key_Down)
    assert not shows_today(stage)
    assert stage.record.case.title == "A"
    rail = stage.rooms.rail.list
    QTest.mouseClick(rail.viewport(), Qt.MouseButton.LeftButton, pos=rail.visualRect(rail.currentIndex()).center())
    assert shows_today(stage)
    stage.rooms.cases.list.setFocus()
    stage.press(Qt.Key.Key_Down)
    stage.rooms.rail.list.setFocus()
    stage.press(Qt.Key.Key_Return)
    assert shows_today(stage)


def test_today_has_a_shortcut(stage: WindowStage) -> None:
    promised(stage, "2026-11-20")
    stage.press(Qt.Key.Key_T, CTRL)
    assert shows_today(stage)
    assert [line.item.group for line in reminding(stage).today.rows] == [Group.OVERDUE]


def test_without_any_case_the_welcome_stays(stage: WindowStage) -> None:
    stage.do("today")
    assert not shows_today(stage)
    assert stage.rooms.pages.currentWidget() is stage.rooms.welcome


def test_what_is_handled_leaves_today(stage: WindowStage) -> None:
    case_id = promised(stage, "2026-11-20")
    stage.do("today")
    changes = stage.services.timeline.log(case_id, EntryDraft("2026-11-21", "s", channel="hotline", is_answer=True))[1]
    stage.desk.bus.changed.emit(changes)
    assert stage.titles == []
    assert shows_today(stage)
    assert [line.item.group for line in reminding(stage).today.rows] == [Group.NEXT]


def test_another_language_keeps_today(stage: WindowStage) -> None:
    promised(stage, "2026-11-20")
    stage.do("today")
    stage.window.choose_setting("language", "zh_CN")
    assert shows_today(stage)


def test_a_new_day_is_seen_on_the_page(stage: WindowStage, clock: FrozenClock) -> None:
    promised(stage, "2026-11-24")
    stage.do("today")
    clock.move(days=2)
    stage.window.days.look()
    stage.settle()
    assert reminding(stage).today.rows[0].item.group is Group.TODAY


# --- doing and moving -------------------------------------------------------------------------------------------------


def test_do_it_now_opens_the_case_at_its_step(stage: WindowStage) -> None:
    promised(stage, "2026-11-20")
    stage.do("today")
    press(stage, "do")
    assert (stage.tab, stage.record.case.title, stage.rooms.step.step_key) == ("step", "A", "progress")


def test_a_case_that_is_not_due_opens_too(stage: WindowStage) -> None:
    promised(stage, "2026-12-20", "far")
    stage.do("today")
    assert stage.titles == []
    press(stage, "do")
    assert stage.record.case.title == "far"
    assert stage.rooms.cases.filter is Filter.ALL


def test_the_date_of_a_promise_is_moved_in_its_contact(stage: WindowStage) -> None:
    promised(stage, "2026-11-20")
    stage.do("today")
    press(stage, "date")
    assert stage.tab == "timeline"
    assert stage.rooms.timeline.form.isVisible()


def test_the_date_of_a_deadline_is_moved_where_it_is_explained(stage: WindowStage, clock: FrozenClock) -> None:
    services = stage.services
    case_id = services.cases.new_case("bank")[0].id
    services.flow.finish(case_id, "gather")
    services.flow.set_values(case_id, {"hotline_on": "2026-11-01", "hotline_summary": "s"})
    stage.desk.bus.changed.emit(services.flow.finish(case_id, "hotline", "registered"))
    stage.do("today")
    names = [one.text() for line in reminding(stage).today.rows for one in line.buttons()]
    assert "How it was counted…" in names
    assert "Move the date…" not in names, "it is not the person's to move"
    press(stage, "date")
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, DeadlineDialog) and one.isVisible()]
    assert len(dialogs) == 1
    dialogs[0].reject()


def test_the_date_of_a_field_is_moved_in_its_step(stage: WindowStage) -> None:
    services = stage.services
    case_id = services.cases.new_case("check")[0].id
    stage.desk.bus.changed.emit(services.flow.set_values(case_id, {"contact_checked_on": "2026-10-01"}))
    stage.do("today")
    press(stage, "date")
    assert (stage.tab, stage.rooms.step.step_key) == ("step", "contact_details")
    page = stage.rooms.step.page
    assert page is not None
    assert page.form is not None
    assert page.form.boxes["contact_checked_on"].isAncestorOf(stage.focus)
    assert [key for key, one in stage.rooms.page.rail._buttons.items() if one.isChecked()] == ["contact_details"]


# --- the bar and the tray ---------------------------------------------------------------------------------------------


@pytest.fixture
def closed_on(
    qtbot: QtBot, services: Services, tmp_path: Path, dressed_app: QApplication
) -> Callable[[str], WindowStage]:
    """A window as it starts after it was closed at a time."""

    def make(seen_at: str) -> WindowStage:
        settings = Settings(language="en", theme="light", seen_at=seen_at)
        return WindowStage(qtbot, services, tmp_path / "settings.json", settings).furnish()

    return make


def test_what_came_due_while_closed_is_told_at_the_start(
    services: Services, closed_on: Callable[[str], WindowStage], clock: FrozenClock
) -> None:
    for title, by in (("A", "2026-11-20"), ("B", "2026-11-21"), ("C", "2026-12-21")):
        case_id = services.cases.new_case(title)[0].id
        services.timeline.log(case_id, EntryDraft("2026-11-10", "s", channel="hotline", promised_by=by))
    stage = closed_on("2026-11-19T09:00:00+08:00")
    bar = reminding(stage).bar
    assert bar.text == "2 things came due since 2026-11-19 Thu"
    assert stage.window.focusWidget() is not bar.look_button, "it takes no focus"
    QTest.mouseClick(bar.look_button, Qt.MouseButton.LeftButton)
    assert shows_today(stage)
    assert bar.text == ""
    clock.move(hours=1)
    stage.window.close()
    assert stage.settings_file.load().seen_at.startswith("2026-11-22T")
    stage.end()


def test_nothing_missed_nothing_told(stage: WindowStage) -> None:
    assert reminding(stage).bar.text == ""
    assert stage.window.settings.seen_at == "2026-11-22T09:00:00+08:00"


def _look(stage: WindowStage) -> None:
    watch = reminding(stage).watch
    assert watch is not None
    watch.look()


def test_what_speaks_up_is_told_in_one_line_and_counted(stage: WindowStage, clock: FrozenClock) -> None:
    promised(stage, "2026-11-24")
    _look(stage)
    clock.move(days=2)
    _look(stage)
    assert reminding(stage).bar.text == "Due 2026-11-24: An answer was promised"
    rail = stage.rooms.rail.list.model()
    assert rail is not None
    assert str(rail.index(0, 0).data(int(Qt.ItemDataRole.AccessibleTextRole))) == "Today, 1"
    promised(stage, "2026-11-25", "B")
    _look(stage)
    clock.move(days=1)
    _look(stage)
    assert reminding(stage).bar.text == "3 reminders", "what was not looked at yet is counted in"


def test_coming_back_to_the_window_looks_at_the_clock(stage: WindowStage, clock: FrozenClock) -> None:
    promised(stage, "2026-11-24")
    _look(stage)
    clock.move(days=2)
    QApplication.sendEvent(stage.window, QEvent(QEvent.Type.WindowActivate))
    assert reminding(stage).bar.text


class Shelf(QObject):
    """A tray for tests: no desktop here has one."""

    chosen = Signal()

    def __init__(self, *_: object) -> None:
        super().__init__()
        self.told: list[tuple[str, str]] = []
        self.removed: list[bool] = []

    def tell(self, heading: str, text: str) -> None:
        """Remember a message."""
        self.told.append((heading, text))

    def remove(self) -> None:
        """Be gone."""
        self.removed.append(True)


@pytest.fixture
def shelf(stage: WindowStage, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """The tray of a window that is not in front."""
    monkeypatch.setattr(module, "Tray", Shelf)
    monkeypatch.setattr(module, "is_tray_available", lambda: True)
    reminding(stage).take(stage.window.settings)
    tray: object = reminding(stage).tray
    assert isinstance(tray, Shelf)
    return tray


def test_without_a_tray_the_bar_alone_tells(stage: WindowStage) -> None:
    assert not is_tray_available()
    assert reminding(stage).tray is None


def test_the_tray_tells_a_person_who_looks_elsewhere(
    stage: WindowStage, shelf: Shelf, clock: FrozenClock, qtbot: QtBot
) -> None:
    promised(stage, "2026-11-24")
    _look(stage)
    clock.move(days=2)
    _look(stage)
    assert shelf.told == [], "in front of the window the bar is enough"
    other = QDialog()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not stage.window.isActiveWindow())
    clock.move(days=1)
    _look(stage)
    assert shelf.told == [("WalletCase reminders", "2 reminders")]
    stage.rooms.rail.choose(Filter.ALL)
    shelf.chosen.emit()
    qtbot.waitUntil(stage.window.isActiveWindow)
    assert shows_today(stage)
    assert reminding(stage).bar.text == ""


def test_a_click_on_one_notice_opens_its_case(stage: WindowStage, shelf: Shelf, clock: FrozenClock) -> None:
    promised(stage, "2026-11-24", "one")
    promised(stage, "2026-12-24", "other")
    _look(stage)
    clock.move(days=2)
    _look(stage)
    shelf.chosen.emit()
    assert stage.record.case.title == "one"


def test_who_wants_no_tray_has_none(stage: WindowStage, shelf: Shelf) -> None:
    from dataclasses import replace

    reminding(stage).take(replace(stage.window.settings, tray_notices=False))
    assert shelf.removed
    assert reminding(stage).tray is None


@pytest.mark.qt_log_ignore("systemTrayWindowChanged")  # what a screen without a tray has to say
def test_a_real_tray_can_be_made_and_removed(stage: WindowStage) -> None:
    tray = Tray(icons.app_icon(), stage.window)
    tray.tell("A", "B")
    tray.remove()


# --- calendar file ----------------------------------------------------------------------------------------------------


def test_the_calendar_of_a_case_is_exported(stage: WindowStage, tmp_path: Path) -> None:
    promised(stage, "2026-11-24")
    stage.dialogs.target = tmp_path / "dates"
    stage.do("calendar")
    assert b"DTSTART;VALUE=DATE:20261124" in (tmp_path / "dates.ics").read_bytes()
    assert stage.toast == "1 date exported"


def test_a_case_without_dates_says_so(stage: WindowStage, tmp_path: Path) -> None:
    stage.add_case("none")
    stage.dialogs.target = tmp_path / "dates.ics"
    stage.do("calendar")
    assert len(stage.dialogs.told) == 1
    assert not (tmp_path / "dates.ics").exists()
    stage.dialogs.target = None
    stage.do("calendar")
    assert len(stage.dialogs.told) == 1
