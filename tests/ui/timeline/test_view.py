"""Journeys in the timeline tab, by real keys and mouse, on the real services."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFrame, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.timeline.contacts import log, new_case, three_weeks
from walletcase.domain.case import CaseRecord
from walletcase.domain.ids import CaseId
from walletcase.services.changes import Changes
from walletcase.ui.shell.desk import Desk
from walletcase.ui.timeline.delegate import TimelineDelegate
from walletcase.ui.timeline.drafts import Drafts
from walletcase.ui.timeline.model import ROW, TimelineModel
from walletcase.ui.timeline.rows import ContactRow, rows_of
from walletcase.ui.timeline.view import TimelineTab

# The offscreen platform says so about every window with a least size and every popup.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Show = Callable[[CaseRecord], TimelineTab]


@pytest.fixture
def show(desk: Desk, qtbot: QtBot) -> Show:
    """Show a case in a tab that is kept up to date as the window does it."""

    def make(record: CaseRecord) -> TimelineTab:
        tab = TimelineTab(desk)
        qtbot.addWidget(tab)
        tab.resize(820, 900)
        case_id = record.case.id

        def refresh(changes: Changes) -> None:
            tab.show_case(desk.services.cases.open(case_id), changes)

        desk.bus.changed.connect(refresh)
        tab.show_case(record, None)
        with qtbot.waitExposed(tab):
            tab.show()
        return tab

    return make


def _entries(desk: Desk, case_id: CaseId) -> list[str]:
    return [entry.draft.summary for entry in desk.services.cases.open(case_id).live_timeline]


def _index(tab: TimelineTab, said: str) -> QModelIndex:
    model = tab.model
    found = (model.index(n) for n in range(model.rowCount()))
    return next(i for i in found if isinstance(i.data(ROW), ContactRow) and i.data(ROW).said == said)


def _click_mark(tab: TimelineTab, index: QModelIndex, action: str) -> None:
    delegate = tab.list.itemDelegate()
    assert isinstance(delegate, TimelineDelegate)
    tab.list.scrollTo(index)
    laid = delegate.contact(index)
    assert laid is not None
    mark = next(m for m in (*laid.buttons, *laid.marks) if m.action == action)
    place: QPoint = tab.list.visualRect(index).topLeft() + mark.area.center()
    QTest.mouseClick(tab.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def undo(desk: Desk) -> None:
    """Click what the toast offers."""
    host = desk.toasts.parent()
    frame = host.findChild(QFrame, "toast") if host else None
    found = frame.findChild(QPushButton) if frame else None
    assert isinstance(found, QPushButton)
    found.click()


def test_the_model_keeps_qts_rules(desk: Desk) -> None:
    record = three_weeks(desk.services)
    model = TimelineModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for newest_first in (True, False):
        model.show(rows_of(record, "zh_CN", "2026-11-22", newest_first=newest_first))
    model.show(())
    model.show(rows_of(record, "zh_CN", "2026-11-22", newest_first=False))
    assert tester.model() is model
    said = model.index(model.rowCount() - 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "回电说钱包已重置" in said
    assert "Answer due 2026-11-25, 3 days left" in said


def test_a_contact_is_recorded_by_keyboard_alone(desk: Desk, show: Show) -> None:
    case_id = new_case(desk.services)
    tab = show(desk.services.cases.open(case_id))
    tab.record_button.setFocus()
    QTest.keyClick(tab.record_button, Qt.Key.Key_Space)
    assert tab.form.said.hasFocus()
    QTest.keyClicks(tab.form.said, "They will call back")
    QTest.keyClick(tab.form.said, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert _entries(desk, case_id) == ["They will call back"]
    assert not tab.form_is_open
    assert tab.list.row_at(tab.list.currentIndex()) == _index(tab, "They will call back").data(ROW)
    draft = desk.services.cases.open(case_id).live_timeline[0].draft
    assert (draft.occurred_at, draft.channel) == ("2026-11-22T09:00+08:00", "hotline")
    undo(desk)
    assert _entries(desk, case_id) == []


def test_an_empty_contact_is_not_saved_but_explained(desk: Desk, show: Show) -> None:
    case_id = new_case(desk.services)
    tab = show(desk.services.cases.open(case_id))
    tab.go_to("new")
    QTest.keyClick(tab.form.counterpart, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert _entries(desk, case_id) == []
    assert tab.form.fault.isVisible()
    assert tab.form.said.property("bad")
    assert tab.form.said.hasFocus()


def test_what_is_typed_survives_esc_another_case_and_a_new_tab(desk: Desk, show: Show, qtbot: QtBot) -> None:
    first, second = new_case(desk.services, "one"), new_case(desk.services, "two")
    tab = show(desk.services.cases.open(first))
    tab.go_to("new")
    QTest.keyClicks(tab.form.said, "half a sen")
    QTest.keyClick(tab.form.said, Qt.Key.Key_Escape)
    assert not tab.form.isVisible()
    assert tab.record_button.text() == "Go on with the draft"
    tab.record_contact()
    assert tab.form.said.toPlainText() == "half a sen"
    tab.show_case(desk.services.cases.open(second), None)
    assert not tab.form.isVisible()
    tab.record_contact()
    assert tab.form.said.toPlainText() == ""
    tab.show_case(desk.services.cases.open(first), None)
    assert tab.form_is_open
    assert tab.form.said.toPlainText() == "half a sen"


def test_drafts_can_outlive_the_tab(desk: Desk, qtbot: QtBot) -> None:
    record, drafts = desk.services.cases.open(new_case(desk.services)), Drafts()
    for typed in ("", "half"):
        tab = TimelineTab(desk, drafts)
        qtbot.addWidget(tab)
        tab.show_case(record, None)
        tab.go_to("new")
        assert tab.form.said.toPlainText() == typed
        tab.form.said.setPlainText("half")
        tab.flush()


def test_a_change_elsewhere_leaves_the_form_alone(desk: Desk, show: Show) -> None:
    case_id = new_case(desk.services)
    tab = show(desk.services.cases.open(case_id))
    tab.go_to("new")
    QTest.keyClicks(tab.form.said, "typing")
    log(desk.services, case_id, "2026-11-20T10:00", "from elsewhere")
    tab.show_case(desk.services.cases.open(case_id), Changes(frozenset({case_id})))
    assert tab.form.said.toPlainText() == "typing"
    assert tab.model.rowCount() == 2


def test_discard_can_be_undone(desk: Desk, show: Show) -> None:
    tab = show(desk.services.cases.open(new_case(desk.services)))
    tab.go_to("new")
    tab.form.said.setPlainText("precious")
    tab.form.drop_button.click()
    assert not tab.form_is_open
    undo(desk)
    assert tab.form.said.toPlainText() == "precious"


def test_correcting_keeps_when_it_was_recorded(desk: Desk, show: Show, qtbot: QtBot) -> None:
    record = three_weeks(desk.services)
    tab = show(record)
    tab.list.setCurrentIndex(_index(tab, "催问进展"))
    QTest.keyClick(tab.list, Qt.Key.Key_Return)
    assert tab.form.said.toPlainText() == "催问进展"
    assert tab.form.promised_by.value() == "2026-11-18"
    tab.form.said.setPlainText("催问进展，工号 1190")
    tab.form.save_button.click()
    old = next(e for e in record.timeline if e.draft.summary == "催问进展")
    new = next(e for e in desk.services.cases.open(record.case.id).timeline if e.id == old.id)
    assert new.draft.summary == "催问进展，工号 1190"
    assert (new.recorded_at, new.draft.occurred_at) == (old.recorded_at, old.draft.occurred_at)
    assert new.edited_at
    row = _index(tab, "催问进展，工号 1190").data(ROW)
    assert row.is_edited


def test_delete_undo_and_the_trash(desk: Desk, show: Show, qtbot: QtBot) -> None:
    record = three_weeks(desk.services)
    tab = show(record)
    _click_mark(tab, _index(tab, "催问进展"), "trash")
    assert "催问进展" not in _entries(desk, record.case.id)
    assert tab.trash_button.isVisible()
    assert [action.text() for action in tab.trash_menu.actions()] == ["2026-11-13 催问进展"]
    tab.trash_menu.actions()[0].trigger()
    assert "催问进展" in _entries(desk, record.case.id)
    assert not tab.trash_button.isVisible()


def test_chips_copy_and_lead_to_evidence(desk: Desk, show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    case_id = new_case(desk.services)
    file = tmp_path / "通话记录.txt"
    file.write_text("x")
    item = desk.services.evidence.attach(case_id, [file]).stored[0]
    log(desk.services, case_id, "2026-11-20T10:00", "x", reference="20261103-00031", evidence_ids=(item.id,))
    tab = show(desk.services.cases.open(case_id))
    asked: list[tuple[str, str]] = []
    desk.bus.asked.connect(lambda name, target: asked.append((name, target)))
    index = _index(tab, "x")
    _click_mark(tab, index, "copy")
    assert QApplication.clipboard().text() == "20261103-00031"
    _click_mark(tab, index, "evidence")
    assert asked == [("evidence", str(item.id))]
    texts = [action.text() for action in tab.list.menu_for(index.data(ROW)).actions()]
    assert "Exhibit 1 通话记录" in texts


def test_evidence_is_linked_by_ticking(desk: Desk, show: Show, tmp_path: Path) -> None:
    case_id = new_case(desk.services)
    files = [tmp_path / name for name in ("a.txt", "b.txt")]
    for file in files:
        file.write_text(file.name)
    items = desk.services.evidence.attach(case_id, files).stored
    tab = show(desk.services.cases.open(case_id))
    tab.go_to("new")
    tab.form.evidence.model.item(1).setCheckState(Qt.CheckState.Checked)
    assert tab.form.evidence.button.text() == "Linked evidence: 1"
    popup = tab.form.evidence.open()
    assert popup.isVisible()
    popup.close()
    tab.form.said.setPlainText("see exhibit")
    tab.save()
    assert desk.services.cases.open(case_id).live_timeline[0].draft.evidence_ids == (items[1].id,)


def test_the_order_turns_round(desk: Desk, show: Show) -> None:
    tab = show(three_weeks(desk.services))
    newest = [tab.model.index(n).data(ROW) for n in range(tab.model.rowCount())]
    tab.order_button.click()
    assert tab.order_button.text() == "Oldest first"
    oldest = [tab.model.index(n).data(ROW) for n in range(tab.model.rowCount())]
    assert [r for r in oldest if isinstance(r, ContactRow)] == [r for r in newest[::-1] if isinstance(r, ContactRow)]


def test_going_to_an_entry_of_a_case_not_shown_yet(desk: Desk, show: Show) -> None:
    first, second = three_weeks(desk.services), new_case(desk.services)
    wanted = log(desk.services, second, "2026-11-20T10:00", "here")
    tab = show(first)
    tab.go_to(str(wanted))
    tab.show_case(desk.services.cases.open(second), None)
    assert tab.list.currentIndex() == _index(tab, "here")


def test_a_dot_in_the_weeks_leads_to_its_contact(desk: Desk, show: Show, qtbot: QtBot) -> None:
    record = three_weeks(desk.services)
    tab = show(record)
    weeks = tab.strip._weeks
    assert weeks is not None
    place = tab.strip.dot_area(weeks.dots[0]).center().toPoint()
    QTest.mouseClick(tab.strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    row = tab.list.row_at(tab.list.currentIndex())
    assert row is not None
    assert row.said == "登记了投诉"
    assert "5 contacts from 2026-11-03 to 2026-11-16; longest silence 8 days" in tab.strip.accessibleDescription()


def test_rows_grow_with_their_text_and_shrink_with_the_window(desk: Desk, show: Show) -> None:
    case_id = new_case(desk.services)
    log(desk.services, case_id, "2026-11-20T10:00", "long " * 100)
    log(desk.services, case_id, "2026-11-20T11:00", "short")
    tab = show(desk.services.cases.open(case_id))
    wide = tab.list.visualRect(_index(tab, "long " * 100)).height()
    assert wide > tab.list.visualRect(_index(tab, "short")).height()
    tab.resize(460, 900)
    QApplication.processEvents()
    assert tab.list.visualRect(_index(tab, "long " * 100)).height() > wide


def test_a_short_tab_gives_the_form_all_its_height(desk: Desk, show: Show) -> None:
    tab = show(three_weeks(desk.services))
    tab.resize(480, 420)
    tab.go_to("new")
    assert tab.list.isHidden()
    assert tab.minimumSizeHint().height() < 300
    tab.close_form()
    assert not tab.list.isHidden()
