"""The Step tab: what a person does in it and what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.wizard.stage import Stage, commit, compose
from walletcase.domain.errors import UserError
from walletcase.domain.flow.machine import StepState
from walletcase.services.changes import Changes, changed
from walletcase.services.flow import FlowService
from walletcase.ui.shell.desk import Desk
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.wizard.fields_base import LineInput
from walletcase.ui.wizard.fields_long import LongInput
from walletcase.ui.wizard.outcome import OutcomeCard
from walletcase.ui.wizard.page import StepPage
from walletcase.ui.wizard.view import StepTab


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk) -> Stage:
    return Stage(qtbot, desk)


def _page(stage: Stage) -> StepPage:
    assert stage.tab.page is not None
    return stage.tab.page


def _area(stage: Stage, key: str) -> LongInput:
    form = _page(stage).form
    assert form is not None
    found = form.boxes[key].input
    assert isinstance(found, LongInput)
    return found


def _line(stage: Stage, key: str) -> LineInput:
    form = _page(stage).form
    assert form is not None
    found = form.boxes[key].input
    assert isinstance(found, LineInput)
    return found


def _outcome(stage: Stage) -> OutcomeCard:
    outcome = _page(stage).outcome
    assert outcome is not None
    return outcome


def _finish(stage: Stage, outcome: str) -> None:
    _outcome(stage).group.options[outcome].button.click()
    _outcome(stage).done_button.click()


def _texts(widget: StepPage) -> str:
    return "\n".join(label.text() for label in widget.findChildren(PlainLabel) if not label.isHidden())


def test_a_case_opens_at_its_next_action_and_says_which_step_that_is(qtbot: QtBot, desk: Desk) -> None:
    chosen: list[str] = []
    tab = StepTab(desk)
    qtbot.addWidget(tab)
    tab.step_chosen.connect(chosen.append)
    case = desk.services.cases.new_case("钱包打不开")[0]
    desk.services.flow.finish(case.id, "gather", "ready_branch")
    tab.show_case(desk.services.cases.open(case.id), None)
    assert chosen == ["branch"]
    assert tab.page is not None
    text = _texts(tab.page)
    assert "Step 3 of 10 · Complain" in text
    assert tab.page.header.chip.text() == "Next"
    tab.go_to("hotline")
    tab.go_to("hotline")
    tab.go_to("no such step")
    assert chosen == ["branch", "hotline"]


def test_what_is_typed_is_saved_after_the_pause_and_the_header_hears_of_it(stage: Stage) -> None:
    heard: list[str] = []
    stage.tab.saving.connect(lambda: heard.append("saving"))
    stage.tab.saved.connect(lambda at: heard.append(at))
    commit(_area(stage, "problem").area, "填完资料后提示系统异常")
    assert stage.record.value("problem") == ""
    assert heard == []
    stage.tab.autosave.pause.timeout.emit()
    assert stage.record.value("problem") == "填完资料后提示系统异常"
    assert heard == ["saving", "09:00"]
    assert stage.seen == [changed(stage.case_id, values_only=True)]


def test_leaving_a_field_saves_it(stage: Stage) -> None:
    area = _area(stage, "problem").area
    area.setFocus()
    commit(area, "打不开")
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert stage.record.value("problem") == "打不开"


def test_another_step_another_case_and_closing_save_first(stage: Stage, desk: Desk) -> None:
    commit(_area(stage, "problem").area, "一")
    stage.tab.go_to("hotline")
    assert stage.record.value("problem") == "一"
    commit(_area(stage, "hotline_summary").area, "二")
    other = desk.services.cases.new_case("另一个")[0]
    stage.tab.show_case(desk.services.cases.open(other.id), None)
    assert stage.record.value("hotline_summary") == "二"
    assert stage.tab.step_key == "gather"
    commit(_area(stage, "problem").area, "三")
    stage.tab.flush()
    assert desk.services.cases.open(other.id).value("problem") == "三"


def test_esc_discards_nothing(stage: Stage) -> None:
    area = _area(stage, "problem").area
    area.setFocus()
    commit(area, "打不开")
    QTest.keyClick(area, Qt.Key.Key_Escape)
    stage.tab.flush()
    assert stage.record.value("problem") == "打不开"


def test_what_is_being_composed_is_not_saved(stage: Stage) -> None:
    area, line = _area(stage, "problem").area, _line(stage, "product").line
    for widget in (area, line):
        widget.setFocus()
        compose(widget, "da bu kai")
        assert not stage.tab.autosave.pause.isActive()
        stage.tab.flush()
        assert stage.seen == []
        commit(widget, "")
    commit(area, "打不开")
    stage.tab.autosave.pause.timeout.emit()
    assert stage.record.value("problem") == "打不开"


def test_changed_values_leave_typing_and_cursor_alone(stage: Stage, desk: Desk) -> None:
    area = _area(stage, "problem").area
    area.setFocus()
    commit(area, "第一句 第二句")
    cursor = area.textCursor()
    cursor.setPosition(3)
    area.setTextCursor(cursor)
    stage.tab.flush()
    page = _page(stage)
    desk.change(desk.bus, lambda: desk.services.flow.save_draft(stage.case_id, "demand", 1, "退款"))
    assert _page(stage) is page
    assert _area(stage, "problem").area is area
    assert area.textCursor().position() == 3
    assert area.toPlainText() == "第一句 第二句"


def test_a_change_elsewhere_fills_other_fields_but_not_the_one_in_hand(stage: Stage, desk: Desk) -> None:
    area = _area(stage, "problem").area
    area.setFocus()
    commit(area, "正在写")

    def from_outside() -> Changes:
        return desk.services.flow.set_values(stage.case_id, {"problem": "别处写的", "product": "钱包", "amount": "5"})

    desk.change(desk.bus, from_outside)
    assert area.toPlainText() == "正在写"
    assert _line(stage, "product").text() == "钱包"
    assert _line(stage, "amount").text() == "5.00"
    stage.tab.flush()
    assert stage.record.value("problem") == "正在写"


def test_a_saved_field_in_hand_is_not_changed_under_the_hands_either(stage: Stage, desk: Desk) -> None:
    area = _area(stage, "problem").area
    area.setFocus()
    commit(area, "写好了")
    stage.tab.flush()
    desk.change(desk.bus, lambda: desk.services.flow.set_values(stage.case_id, {"problem": "别处写的"}))
    assert area.toPlainText() == "写好了"


def test_text_not_saved_yet_survives_when_the_page_is_built_anew(stage: Stage, desk: Desk) -> None:
    commit(_area(stage, "problem").area, "还没存")
    record = stage.record
    desk.services.flow.finish(stage.case_id, "gather")
    desk.services.flow.reopen(stage.case_id, "gather")
    desk.services.flow.skip(stage.case_id, "gather", "x")
    stage.tab.show_case(stage.record, changed(stage.case_id))
    stage.tab.show_case(record, changed(stage.case_id))
    assert _area(stage, "problem").text() == "还没存"


def test_a_failed_save_keeps_the_text_says_so_and_is_tried_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = FlowService.save_draft

    def full(*_: object) -> Changes:
        raise UserError("disk_full", file="walletcase.db")

    monkeypatch.setattr(FlowService, "save_draft", full)
    area = _area(stage, "problem").area
    commit(area, "珍贵的话")
    stage.tab.flush()
    card = stage.tab.unsaved
    assert card.isVisible()
    assert card.happened.text().startswith("Not saved yet: ")
    assert "still here" in card.todo.text()
    assert area.toPlainText() == "珍贵的话"
    assert not stage.tab.autosave.is_idle
    monkeypatch.setattr(FlowService, "save_draft", save)
    card.retry_button.click()
    assert stage.record.value("problem") == "珍贵的话"
    assert not card.isVisible()


def test_ticks_are_stored_and_taken_back_where_that_fails(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    checklist = _page(stage).checklist
    assert checklist is not None
    checklist.boxes["dates"].click()
    assert stage.record.ticks == {("gather", "dates")}
    assert checklist.fold.head.text() == "Checklist · 1 of 7"

    def full(*_: object) -> Changes:
        raise UserError("disk_full", file="walletcase.db")

    monkeypatch.setattr(FlowService, "tick", full)
    checklist.boxes["error"].click()
    assert not checklist.boxes["error"].isChecked()
    assert checklist.fold.head.text() == "Checklist · 1 of 7"
    assert len(stage.desk.dialogs.told) == 1  # type: ignore[attr-defined]


def test_the_way_a_step_ended_must_be_said_before_it_is_recorded(stage: Stage) -> None:
    outcome = _outcome(stage)
    outcome.done_button.click()
    assert stage.record.flow.record("gather").state is StepState.OPEN
    assert outcome.notice.isVisible()
    assert stage.focus is outcome.group.first()


def test_empty_required_fields_are_named_can_be_jumped_to_and_stop_nothing(stage: Stage) -> None:
    outcome = _outcome(stage)
    links = outcome.missing.links
    assert [link.text() for link in links.values()] == [
        "What went wrong",
        "Institution",
        "What happened",
        "What you ask for",
    ]
    links["problem"].click()
    assert stage.focus is _area(stage, "problem").area
    commit(stage.focus, "打不开")
    assert [key for key, link in links.items() if link.isVisible()] == ["problem_kind", "institution", "demand"]
    _finish(stage, "ready")
    assert stage.record.flow.record("gather").state is StepState.DONE
    assert stage.record.value("problem") == "打不开"


def test_a_finished_step_shows_how_it_ended_and_undo_opens_it_with_everything_kept(stage: Stage) -> None:
    commit(_area(stage, "problem").area, "打不开")
    _finish(stage, "ready_online")
    page = _page(stage)
    assert page.form is None
    text = _texts(page)
    assert "Ready: file online straight away" in text
    assert "Done on 2026-11-22 09:00" in text
    assert "打不开" in text
    assert "Next: Complain online" in text or "Next: " in text
    assert stage.desk.toasts.text == "Gather the facts: recorded"
    assert page.settled is not None
    assert stage.focus is page.settled.next_button
    _press_undo(stage)
    assert stage.record.flow.record("gather").state is StepState.OPEN
    assert _area(stage, "problem").text() == "打不开"
    assert _outcome(stage).group.key == "ready_online"


def _press_undo(stage: Stage) -> None:
    host = stage.desk.toasts.parent()
    assert isinstance(host, QWidget)
    undo = host.findChild(QPushButton)
    assert undo is not None
    undo.click()


def _file_a_call(stage: Stage) -> None:
    stage.tab.go_to("hotline")
    commit(_area(stage, "hotline_summary").area, "已登记")
    _finish(stage, "registered")
    assert [entry.draft.summary for entry in stage.record.live_timeline] == ["已登记"]


def test_undo_takes_a_filed_call_back_whole(stage: Stage) -> None:
    _file_a_call(stage)
    _press_undo(stage)
    assert stage.record.flow.record("hotline").state is StepState.OPEN
    assert stage.record.live_timeline == ()
    assert stage.record.value("hotline_summary") == "已登记"


def test_undo_after_another_change_only_opens_the_step(stage: Stage) -> None:
    _file_a_call(stage)
    stage.desk.services.cases.rename(stage.case_id, "另一个名字")
    _press_undo(stage)
    assert stage.record.flow.record("hotline").state is StepState.OPEN
    assert (stage.record.case.title, len(stage.record.live_timeline)) == ("另一个名字", 1)


def test_go_on_leads_to_the_next_action(stage: Stage) -> None:
    _finish(stage, "ready_branch")
    settled = _page(stage).settled
    assert settled is not None
    assert settled.next_button is not None
    settled.next_button.click()
    assert stage.tab.step_key == "branch"


def test_a_promised_date_is_one_value_in_both_places(stage: Stage) -> None:
    stage.tab.go_to("hotline")
    outcome, field = _outcome(stage), _line(stage, "hotline_promised_on")
    assert not outcome.date.isVisible()
    outcome.group.options["promised"].button.click()
    assert outcome.date.isVisible()
    date = outcome.date.input
    assert isinstance(date, LineInput)
    commit(date.line, "2026年12月1日")
    assert field.text() == "2026-12-01"
    field.line.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, "2026-12-05")
    assert date.text() == "2026-12-05"
    outcome.done_button.click()
    record = stage.record
    assert record.value("hotline_promised_on") == "2026-12-05"
    assert record.live_timeline[0].draft.promised_by == "2026-12-05"


def test_a_half_typed_promise_does_not_stop_the_recording_and_stays(stage: Stage) -> None:
    stage.tab.go_to("hotline")
    _outcome(stage).group.options["promised"].button.click()
    date = _outcome(stage).date.input
    assert isinstance(date, LineInput)
    commit(date.line, "下周")
    _outcome(stage).done_button.click()
    record = stage.record
    assert record.flow.record("hotline").outcome == "promised"
    assert record.value("hotline_promised_on") == "下周"
    assert record.live_timeline[0].draft.promised_by == ""


def test_skipping_asks_for_a_reason_in_place(stage: Stage) -> None:
    stage.tab.go_to("branch")
    outcome = _outcome(stage)
    QTest.mouseClick(outcome.skip_button, Qt.MouseButton.LeftButton)
    assert stage.focus is outcome.skipping.reason
    assert not outcome.skipping.skip_button.isEnabled()
    QTest.keyClick(outcome.skipping.reason, Qt.Key.Key_Return)
    assert stage.record.flow.record("branch").state is StepState.OPEN
    commit(outcome.skipping.reason, "电话里已经登记")
    stage.tab.go_to("online")
    stage.tab.go_to("branch")
    again = _outcome(stage).skipping
    assert again.reason.text() == "电话里已经登记"
    QTest.keyClick(again.reason, Qt.Key.Key_Return)
    mine = stage.record.flow.record("branch")
    assert (mine.state, mine.reason) == (StepState.SKIPPED, "电话里已经登记")
    assert "电话里已经登记" in _texts(_page(stage))
    assert stage.desk.toasts.text == "Visit a branch: skipped"


def test_keeping_it_open_puts_the_buttons_back(stage: Stage) -> None:
    outcome = _outcome(stage)
    outcome.skip_button.click()
    assert not outcome.done_button.isVisible()
    outcome.skipping.back_button.click()
    assert outcome.done_button.isVisible()
    assert not outcome.skipping.isVisible()


def test_a_repeated_step_starts_empty_and_shows_the_round_before(stage: Stage) -> None:
    stage.tab.go_to("hotline")
    commit(_area(stage, "hotline_summary").area, "占线")
    _finish(stage, "not_reached")
    settled = _page(stage).settled
    assert settled is not None
    settled.repeat_button.click()
    assert stage.record.flow.record("hotline").round == 2
    assert _area(stage, "hotline_summary").text() == ""
    text = _texts(_page(stage))
    assert "Round 2" in text
    assert "占线" in text
    assert "Could not get through" in text
    commit(_area(stage, "hotline_summary").area, "接通了")
    stage.tab.flush()
    assert stage.record.value("hotline_summary", 1) == "占线"
    assert stage.record.value("hotline_summary", 2) == "接通了"


def test_a_step_that_happens_once_offers_no_second_round(stage: Stage) -> None:
    _finish(stage, "ready")
    settled = _page(stage).settled
    assert settled is not None
    assert settled.repeat_button.isHidden()
    settled.reopen_button.click()
    assert stage.record.flow.record("gather").state is StepState.OPEN


def test_a_closed_case_has_nothing_left_to_do(stage: Stage) -> None:
    stage.tab.go_to("close")
    _finish(stage, "satisfied")
    settled = _page(stage).settled
    assert settled is not None
    assert settled.next_button is None
    assert "Nothing is left to do" in _texts(_page(stage))


def test_alt_and_arrows_walk_through_the_steps(stage: Stage, qtbot: QtBot) -> None:
    stage.tab.activateWindow()
    _line(stage, "institution").line.setFocus()
    qtbot.waitUntil(stage.tab.isActiveWindow)
    walked = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(stage.focus, key, Qt.KeyboardModifier.AltModifier)
        walked.append(stage.tab.step_key)
    assert walked == ["hotline", "branch", "hotline"]


def test_each_tip_shows_its_source_and_what_is_to_be_verified(stage: Stage) -> None:
    step = _page(stage).step
    text = _texts(_page(stage))
    for tip in step.tips:
        assert tip.text.en in text
        assert tip.source_en in text
    assert text.count("To be verified") == sum(tip.verify for tip in step.tips) > 0
    assert "checked 2026-11-22" in text


def test_advice_that_is_on_show_follows_an_edited_number(stage: Stage) -> None:
    stage.tab.go_to("confirm")
    assert "the bank has 15 days to decide" in _texts(_page(stage))
    stage.desk.bus.changed.emit(stage.desk.services.rules.edit_fact("limit/bank_answer/amount", "20"))
    assert "the bank has 20 days to decide" in _texts(_page(stage))
    stage.tab.go_to("escalate")
    stage.desk.bus.changed.emit(stage.desk.services.rules.edit_fact("door/nfra_hotline/number", "70007"))
    text = _texts(_page(stage))
    assert ("phone 70007" in text, "12378" in text, "{" in text) == (True, False, False)


def test_evidence_is_asked_for_the_step_that_is_shown(stage: Stage) -> None:
    wanted: list[str] = []
    stage.tab.evidence_wanted.connect(wanted.append)
    stage.tab.go_to("branch")
    _page(stage).evidence.button.click()
    assert wanted == ["branch"]


def test_files_dropped_anywhere_on_the_step_are_handed_over(stage: Stage, tmp_path: Path) -> None:
    dropped: list[tuple[list[Path], str]] = []
    stage.tab.files_dropped.connect(lambda files, key: dropped.append((files, key)))
    mime = QMimeData()
    files = [tmp_path / "报错 1.png", tmp_path / "b.pdf"]
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(stage.tab, enter)
    assert enter.isAccepted()
    assert _page(stage).evidence.property("hot") == "true"
    QApplication.sendEvent(stage.tab, QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, mime, buttons, keys))
    assert dropped == [(files, "gather")]
    assert _page(stage).evidence.property("hot") == "false"
    assert not _line(stage, "product").line.acceptDrops()
    assert not _area(stage, "problem").area.acceptDrops()


def test_the_checklist_folds_where_the_page_is_narrow_unless_the_person_opened_it(stage: Stage) -> None:
    checklist = _page(stage).checklist
    assert checklist is not None
    seen = [checklist.fold.is_open]
    for width in (600, 1000, 600):
        stage.tab.resize(width, 700)
        QApplication.processEvents()
        seen.append(checklist.fold.is_open)
    assert seen == [True, False, True, False]
    checklist.fold.head.click()
    stage.tab.resize(1000, 700)
    QApplication.processEvents()
    stage.tab.resize(600, 700)
    QApplication.processEvents()
    assert bool(checklist.fold.is_open)
