"""The Today page by its real buttons and keys: groups, both dates, putting off, moving, focus, small windows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import FrozenClock
from walletcase.domain.due.agenda import AgendaItem, Group
from walletcase.domain.ids import CaseId
from walletcase.domain.timeline import EntryDraft
from walletcase.services.facade import Services
from walletcase.ui.shell.desk import Desk
from walletcase.ui.today.bar import NoticeBar
from walletcase.ui.today.later import DayDialog
from walletcase.ui.today.rows import AgendaRow
from walletcase.ui.today.view import TodayPage
from walletcase.ui.widgets.labels import PlainLabel


def promised(services: Services, by: str, title: str = "A", words: str = "call back") -> CaseId:
    """A case whose only contact promised something."""
    case_id = services.cases.new_case(title)[0].id
    services.flow.finish(case_id, "gather")
    draft = EntryDraft("2026-11-10", "s", channel="hotline", promised_by=by, promise=words)
    services.timeline.log(case_id, draft)
    return case_id


@pytest.fixture
def show(desk: Desk, qtbot: QtBot) -> Callable[..., TodayPage]:
    """Show the page, once cases are made."""

    def make(width: int = 900, height: int = 800) -> TodayPage:
        page = TodayPage(desk)
        qtbot.addWidget(page)
        page.resize(width, height)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return make


def named(page: TodayPage, name: str, title: str = "") -> QPushButton:
    """A button of the page by the end of its name."""
    wanted = (one for line in page.rows for one in line.buttons() if not title or title == line.item.row.title)
    return next(one for one in wanted if one.objectName().endswith(f"/{name}"))


def told(widget: QWidget) -> list[str]:
    """What labels say."""
    return [label.text() for label in widget.findChildren(PlainLabel) if label.text()]


def choose(menu: QMenu | None, text: str) -> None:
    """Choose an entry of a menu."""
    assert menu is not None
    next(action for action in menu.actions() if action.text() == text).trigger()


def groups(page: TodayPage) -> list[tuple[Group, str]]:
    """The lines in their order."""
    return [(line.item.group, line.item.row.title) for line in page.rows]


def test_what_is_due_comes_first_and_one_button_stands_out(services: Services, show: Callable[..., TodayPage]) -> None:
    promised(services, "2026-11-22", "due")
    promised(services, "2026-11-18", "late")
    promised(services, "2026-11-24", "soon")
    page = show()
    assert groups(page)[:3] == [(Group.OVERDUE, "late"), (Group.TODAY, "due"), (Group.SOON, "soon")]
    kinds = [one.property("kind") for line in page.rows for one in line.buttons()]
    assert kinds.count("primary") == 1
    assert named(page, "do", "late").property("kind") == "primary"
    assert page.summary.text() == "1 overdue, 1 due"


def test_both_dates_are_told_where_they_differ(
    services: Services, clock: FrozenClock, show: Callable[..., TodayPage]
) -> None:
    clock.move(days=-60)
    case_id = services.cases.new_case("bank")[0].id
    services.flow.finish(case_id, "gather")
    services.flow.set_values(case_id, {"hotline_on": "2026-09-16", "hotline_summary": "s"})
    services.flow.finish(case_id, "hotline", "registered")
    (deadline,) = services.deadlines.of(case_id)
    assert deadline.due_on != deadline.late_after
    clock.at = clock.at.replace(month=10, day=2)
    page = show()
    words = told(page.rows[0])
    assert any(deadline.due_on in text for text in words)
    assert any(text == f"late only after {deadline.late_after} Thu" for text in words)
    assert page.rows[0].item.group is Group.TODAY


def test_a_reminder_is_put_off_and_its_date_stays(
    services: Services, desk: Desk, show: Callable[..., TodayPage]
) -> None:
    promised(services, "2026-11-22")
    page = show()
    choose(named(page, "later").menu(), "Tomorrow")
    (line, *_) = [one for one in page.rows if one.item.reminder]
    assert line.item.group is Group.WAIT
    assert "Put off until 2026-11-23 Mon" in told(line)
    assert any("2026-11-22" in text for text in told(line))
    assert "date itself stays" in desk.toasts.text
    QTest.mouseClick(named(page, "now"), Qt.MouseButton.LeftButton)
    assert page.rows[0].item.group is Group.TODAY


def test_what_was_put_off_comes_back_by_the_toast(
    services: Services, desk: Desk, show: Callable[..., TodayPage]
) -> None:
    promised(services, "2026-11-22")
    page = show()
    choose(named(page, "later").menu(), "In an hour")
    assert "Put off until 10:00" in told(next(one for one in page.rows if one.item.reminder))
    undo = next(one for one in desk.toasts._host.findChildren(QPushButton) if one.text() == "Undo")
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert page.rows[0].item.group is Group.TODAY


@pytest.mark.parametrize(("day", "offered"), [(22, False), (23, True)])
def test_next_monday_is_offered_unless_it_is_tomorrow(
    services: Services, clock: FrozenClock, show: Callable[..., TodayPage], day: int, offered: bool
) -> None:
    clock.at = clock.at.replace(day=day)
    promised(services, "2026-11-20")
    page = show()
    menu = named(page, "later").menu()
    assert menu is not None
    assert ("Next Monday" in [action.text() for action in menu.actions()]) is offered


def test_another_day_is_chosen_in_a_small_dialog(services: Services, show: Callable[..., TodayPage]) -> None:
    promised(services, "2026-11-22")
    page = show()
    choose(named(page, "later").menu(), "Choose a day…")
    dialog = page.findChild(DayDialog)
    assert dialog is not None
    assert any("2026-11-22" in text for text in told(dialog)), "it says that the date stays"
    for bad in ("2026-11-22", "2026-11-01", "some day", ""):
        dialog.day.line.setText(bad)
        assert not dialog.go_button.isEnabled()
        dialog.take()
        assert dialog.isVisible()
    dialog.day.line.setText("2026年12月1日")
    QTest.keyClick(dialog.day.line, Qt.Key.Key_Return)
    line = next(one for one in page.rows if one.item.reminder)
    assert "Put off until 2026-12-01 Tue" in told(line)


def test_escape_leaves_all_as_it_is(services: Services, show: Callable[..., TodayPage]) -> None:
    promised(services, "2026-11-22")
    page = show()
    choose(named(page, "later").menu(), "Choose a day…")
    dialog = page.findChild(DayDialog)
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert page.rows[0].item.group is Group.TODAY


def test_doing_and_moving_carry_the_item(services: Services, show: Callable[..., TodayPage]) -> None:
    case_id = promised(services, "2026-11-22")
    page = show()
    done: list[AgendaItem] = []
    moved: list[AgendaItem] = []
    page.do_wanted.connect(done.append)
    page.date_wanted.connect(moved.append)
    QTest.keyClick(named(page, "do"), Qt.Key.Key_Space)
    QTest.keyClick(named(page, "date"), Qt.Key.Key_Space)
    assert [one.row.id for one in done + moved] == [case_id, case_id]
    assert done[0].step_key == "progress"


def test_the_keys_stay_where_they_were(services: Services, desk: Desk, show: Callable[..., TodayPage]) -> None:
    promised(services, "2026-11-18", "late")
    other = promised(services, "2026-11-22", "due")
    page = show()
    named(page, "date", "due").setFocus()
    desk.bus.changed.emit(services.cases.rename(other, "renamed"))
    focus = page.focusWidget()
    assert focus is named(page, "date", "renamed")
    desk.bus.changed.emit(services.cases.trash(other))
    assert page.focusWidget() is named(page, "do", "late")


def test_every_button_says_what_it_is_about(services: Services, show: Callable[..., TodayPage]) -> None:
    promised(services, "2026-11-22", "my case")
    page = show()
    for line in page.rows:
        for one in line.buttons():
            assert one.text() in one.accessibleName()
            assert "my case" in one.accessibleName()
            assert one.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_quiet_day_says_until_when(services: Services, show: Callable[..., TodayPage]) -> None:
    promised(services, "2026-12-24")
    for step in ("branch", "online", "hotline", "confirm"):
        services.flow.skip(services.cases.rows()[0].id, step, "x")
    page = show()
    assert groups(page) == [(Group.WAIT, "A")]
    assert page.summary.text() == "Nothing to do until 2026-12-24 Thu."


def test_with_nothing_at_all_the_page_is_calm(show: Callable[..., TodayPage]) -> None:
    page = show()
    assert page.rows == []
    assert any("No case is waiting" in text for text in told(page))


def test_a_new_day_is_read_anew(services: Services, clock: FrozenClock, show: Callable[..., TodayPage]) -> None:
    promised(services, "2026-11-24")
    page = show()
    clock.move(days=2)
    page.show_day()
    assert page.rows[0].item.group is Group.TODAY


def test_a_page_that_is_not_seen_reads_when_it_is(services: Services, show: Callable[..., TodayPage]) -> None:
    page = show()
    page.hide()
    promised(services, "2026-11-22")
    page.refresh()
    assert page.rows == []
    page.show()
    assert groups(page) == [(Group.TODAY, "A")]


@pytest.mark.parametrize("width", [560, 620, 900, 1400])
def test_nothing_is_cut_off(services: Services, show: Callable[..., TodayPage], width: int) -> None:
    promised(services, "2026-11-18", "a very long title " * 8, "word " * 60)
    page = show(width)
    QApplication.processEvents()
    row: AgendaRow = page.rows[0]
    for one in row.buttons():
        assert one.width() >= one.sizeHint().width()
        assert row.rect().contains(QRect(one.mapTo(row, QPoint()), one.size()))
    assert page.width() == width


# --- the bar ----------------------------------------------------------------------------------------------------------


def test_the_bar_waits_until_it_is_put_away(desk: Desk, qtbot: QtBot) -> None:
    bar = NoticeBar(desk)
    qtbot.addWidget(bar)
    assert bar.text == ""
    bar.tell("2 things")
    assert (bar.text, bar.accessibleName()) == ("2 things", "2 things")
    QTest.mouseClick(bar.away_button, Qt.MouseButton.LeftButton)
    assert bar.text == ""
    bar.tell("more")
    with qtbot.waitSignal(bar.look_wanted):
        QTest.keyClick(bar.look_button, Qt.Key.Key_Space)
    assert bar.text == ""
