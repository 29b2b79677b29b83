"""The tools of the ten steps, by real keys and clicks on real services."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import FrozenClock
from tests.ui.wizard.stage import Stage
from walletcase.domain.flow.machine import StepState
from walletcase.domain.flow.playbook import Tool
from walletcase.services.changes import Changes
from walletcase.ui.shell.desk import Desk
from walletcase.ui.wizard.tools.acceptance import AcceptanceCard
from walletcase.ui.wizard.tools.ask import AskCard
from walletcase.ui.wizard.tools.base import ToolCard
from walletcase.ui.wizard.tools.call import CallCard, clock_text
from walletcase.ui.wizard.tools.completeness import CompletenessCard
from walletcase.ui.wizard.tools.compose import ComposeCard
from walletcase.ui.wizard.tools.contact_check import ContactCheckCard
from walletcase.ui.wizard.tools.escalation import EscalationCard
from walletcase.ui.wizard.tools.make import _CARDS
from walletcase.ui.wizard.tools.route import RouteCard
from walletcase.ui.wizard.tools.settlement import SettlementCard
from walletcase.ui.wizard.tools.visit import VisitCard

FACTS = {
    "problem_kind": "cannot_open",
    "institution": "中国工商银行杭州××支行",
    "product": "数字人民币钱包",
    "wallet_type": "ecny_icbc",
    "occurred_on": "2026-11-10",
    "problem": "打开钱包时一直提示系统繁忙。",
    "demand": "开通钱包\n说明原因",
    "complainant": "张三",
    "phone": "13800000000",
}


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk) -> Stage:
    return Stage(qtbot, desk, FACTS)


def _tool(stage: Stage, step: str, kind: type[ToolCard]) -> ToolCard:
    stage.tab.go_to(step)
    assert stage.tab.page is not None
    found = [tool for tool in stage.tab.page.tools if isinstance(tool, kind)]
    assert len(found) == 1
    return found[0]


def _settle(stage: Stage, changes: Changes) -> None:
    """Let the rooms hear of something that a service did."""
    stage.desk.bus.changed.emit(changes)


def _values(stage: Stage, *keys: str) -> tuple[str, ...]:
    stage.tab.flush()
    return tuple(stage.record.value(key) for key in keys)


def test_every_tool_has_its_card(stage: Stage) -> None:
    assert set(_CARDS) == set(Tool)
    for step in stage.record.playbook.steps:
        stage.tab.go_to(step.key)
        assert stage.tab.page is not None
        assert [type(tool) for tool in stage.tab.page.tools] == [_CARDS[tool] for tool in step.tools]


def test_every_button_of_a_tool_has_a_name(stage: Stage) -> None:
    for step in stage.record.playbook.steps:
        stage.tab.go_to(step.key)
        assert stage.tab.page is not None
        for tool in stage.tab.page.tools:
            assert tool.accessibleName(), step.key
            for one in tool.findChildren(QAbstractButton):
                assert one.text() or one.accessibleName(), f"{step.key}: {one}"


def test_a_call_is_recorded_by_one_press(stage: Stage, clock: FrozenClock) -> None:
    call = _tool(stage, "hotline", CallCard)
    assert isinstance(call, CallCard)
    assert stage.tab.page is not None
    assert call.doors[0].door.number == "95588"
    assert "张三" in call.words
    QTest.mouseClick(call.start_button, Qt.MouseButton.LeftButton)
    assert not stage.tab.page.form_card.isVisible()
    assert _values(stage, "hotline_on", "hotline_at", "hotline_number") == ("2026-11-22", "09:00", "95588")
    clock.move(minutes=8, seconds=12)
    call.quick.boxes["hotline_agent"].input.target().setFocus()
    QTest.keyClicks(stage.focus, "8821")
    call.quick.go_to("hotline_reference")
    QTest.keyClicks(stage.focus, "A-17")
    call.quick.go_to("hotline_promise")
    QTest.keyClicks(stage.focus, "call back")
    call.quick.go_to("hotline_promised_on")
    QTest.keyClicks(stage.focus, "2026-11-27")
    call.quick.go_to("hotline_summary")
    QTest.keyClicks(stage.focus, "Registered.")
    QTest.keyClick(stage.focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    record = stage.record
    assert record.flow.record("hotline").outcome == "promised"
    entry = record.live_timeline[-1]
    assert entry.draft.summary == "Registered."
    assert (entry.draft.counterpart, entry.draft.reference) == ("8821", "A-17")
    assert (entry.draft.promise, entry.draft.promised_by) == ("call back", "2026-11-27")
    assert record.value("hotline_length") == "08:12"
    assert record.value("progress_remind_on") == ""


def test_a_call_without_a_promise_leaves_a_reminder(stage: Stage) -> None:
    call = _tool(stage, "hotline", CallCard)
    assert isinstance(call, CallCard)
    call.start()
    call.quick.go_to("hotline_reference")
    QTest.keyClicks(stage.focus, "A-17")
    QTest.mouseClick(call.record_button, Qt.MouseButton.LeftButton)
    assert stage.record.flow.record("hotline").outcome == "registered"
    assert stage.record.value("progress_remind_on") == "2026-11-25"
    entry = stage.record.live_timeline[-1]
    assert entry.draft.reference == "A-17"


def test_the_whole_call_is_taken_back_at_once(stage: Stage) -> None:
    call = _tool(stage, "hotline", CallCard)
    assert isinstance(call, CallCard)
    call.start()
    call.stop()
    call.quick.go_to("hotline_reference")
    stage.tab.flush()
    before = stage.record
    flow, history = stage.desk.services.flow, stage.desk.services.history
    values = {"progress_remind_on": "2026-11-25", "hotline_promised_on": "2026-11-27"}
    flow.finish(stage.case_id, "hotline", "promised", "2026-11-27", values)
    after = stage.record
    assert len(after.live_timeline) == len(before.live_timeline) + 1
    history.undo()
    assert stage.record.values == before.values
    assert stage.record.steps == before.steps
    assert stage.record.live_timeline == before.live_timeline


def test_a_call_goes_on_while_the_person_looks_elsewhere(stage: Stage, clock: FrozenClock) -> None:
    call = _tool(stage, "hotline", CallCard)
    assert isinstance(call, CallCard)
    call.start()
    stage.tab.go_to("gather")
    clock.move(minutes=3)
    again = _tool(stage, "hotline", CallCard)
    assert isinstance(again, CallCard)
    assert again.is_calling
    assert again.timer_text.text() == "03:00"
    again.stop()
    assert stage.tab.page is not None
    assert stage.tab.page.form_card.isVisible()


def test_nothing_said_about_the_end_is_asked_for(stage: Stage) -> None:
    call = _tool(stage, "hotline", CallCard)
    assert isinstance(call, CallCard)
    call.start()
    call.record_call()
    assert stage.record.flow.record("hotline").state is StepState.OPEN
    assert stage.tab.page is not None
    assert stage.tab.page.outcome is not None
    assert stage.tab.page.outcome.notice.isVisible()


@pytest.mark.parametrize(("seconds", "text"), [(0, "00:00"), (492, "08:12"), (4092, "1:08:12"), (-5, "00:00")])
def test_how_long_a_call_took(seconds: int, text: str) -> None:
    assert clock_text(seconds) == text


def test_the_sheet_for_the_branch_is_one_page(stage: Stage, tmp_path: Path) -> None:
    for number in range(14):
        file = tmp_path / f"{number}.txt"
        file.write_text(f"第{number}份证据", encoding="utf-8")
        stage.desk.services.evidence.attach(stage.case_id, [file])
    visit = _tool(stage, "branch", VisitCard)
    assert isinstance(visit, VisitCard)
    assert "开通钱包" in visit.text
    assert "and 5 more" in visit.text
    stage.desk.dialogs.target = tmp_path / "sheet.pdf"  # type: ignore[attr-defined]
    QTest.mouseClick(visit.save_button, Qt.MouseButton.LeftButton)
    pdf = pypdfium2.PdfDocument(tmp_path / "sheet.pdf")
    assert len(pdf) == 1
    assert "开通钱包" in pdf[0].get_textpage().get_text_range().replace("\n", "")


def test_the_sheet_is_printed_on_the_chosen_printer(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:
    visit = _tool(stage, "branch", VisitCard)
    assert isinstance(visit, VisitCard)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    asked: list[tuple[int, str]] = []

    def choose(parent: QWidget, pages: int, name: str) -> QPrinter:
        asked.append((pages, name))
        return printer

    visit._choose = choose
    QTest.mouseClick(visit.print_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stage.desk.toasts.text == "Sent to the printer")
    assert asked == [(1, f"Branch visit {stage.record.case.number}.pdf")]
    assert len(pypdfium2.PdfDocument(tmp_path / "printed.pdf")) == 1
    assert [*stage.desk.services.temp_folder.rglob("*.pdf")] == []


def test_the_complaint_text_is_counted_copied_and_frozen(stage: Stage) -> None:
    compose = _tool(stage, "online", ComposeCard)
    assert isinstance(compose, ComposeCard)
    text = compose.text.toPlainText()
    assert "系统繁忙" in text
    assert compose.count.text().startswith(f"{len(text)} character")
    assert "not known" in compose.count.text()
    QTest.mouseClick(compose.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == text
    compose.text.setPlainText("我补了一句。" + text)
    QTest.mouseClick(compose.freeze_button, Qt.MouseButton.LeftButton)
    stage.tab.flush()
    letter = stage.record.letters[-1]
    assert letter.sent_sha256
    assert letter.body == "我补了一句。" + text
    assert _values(stage, "online_text", "online_on") == (letter.body, "2026-11-22")
    assert stage.record.live_timeline == ()


def test_a_text_with_something_missing_is_not_copied(stage: Stage) -> None:
    compose = _tool(stage, "online", ComposeCard)
    assert isinstance(compose, ComposeCard)
    compose.text.setPlainText("我要 [please fill in: demand] 。")
    assert not compose.copy_button.isEnabled()
    QGuiApplication.clipboard().setText("before")
    compose.copy(compose.text.toPlainText())
    assert QGuiApplication.clipboard().text() == "before"


def test_no_number_yet_becomes_a_reminder(stage: Stage) -> None:
    accept = _tool(stage, "confirm", AcceptanceCard)
    assert isinstance(accept, AcceptanceCard)
    QTest.mouseClick(accept.remind_button, Qt.MouseButton.LeftButton)
    assert stage.record.flow.record("confirm").outcome == "no_word"
    assert stage.record.value("progress_remind_on") == "2026-11-25"


def test_a_number_typed_in_the_tool_is_in_the_form(stage: Stage) -> None:
    accept = _tool(stage, "confirm", AcceptanceCard)
    assert isinstance(accept, AcceptanceCard)
    accept.quick.go_to("confirm_reference")
    QTest.keyClicks(stage.focus, "B-2")
    assert stage.tab.page is not None
    assert stage.tab.page.form is not None
    assert stage.tab.page.form.text("confirm_reference") == "B-2"
    assert _values(stage, "confirm_reference") == ("B-2",)


def test_asking_has_words_and_a_next_day(stage: Stage) -> None:
    ask = _tool(stage, "progress", AskCard)
    assert isinstance(ask, AskCard)
    assert "[please fill in" not in ask.words.text()
    assert "(not received yet)" in ask.words.text()
    QTest.mouseClick(ask.days[1], Qt.MouseButton.LeftButton)
    assert _values(stage, "progress_remind_on") == ("2026-11-29",)


def test_asking_between_due_and_late_is_told_as_it_is(stage: Stage, clock: FrozenClock) -> None:
    stage.desk.services.flow.set_values(stage.case_id, {"confirm_on": "2026-11-21", "accepted_on": "2026-11-21"})
    stage.desk.services.flow.finish(stage.case_id, "confirm", "accepted")
    for days, said in ((0, "expected by 2026-12-06"), (15, "late only after 2026-12-07"), (1, "is late")):
        clock.move(days=days)
        stage.tab.show_case(stage.record, Changes())
        stage.tab.go_to("gather")
        ask = _tool(stage, "progress", AskCard)
        assert isinstance(ask, AskCard)
        assert said in ask.state.text()


def test_without_a_kind_of_wallet_all_doors_stand_open_and_the_post_last(stage: Stage) -> None:
    stage.desk.services.flow.set_values(stage.case_id, {"wallet_type": ""})
    stage.tab.show_case(stage.record, Changes())
    tool = _tool(stage, "escalate", EscalationCard)
    assert isinstance(tool, EscalationCard)
    shown = [key for key, row in tool.rows.items() if row.isVisible()]
    assert len(shown) >= 5
    assert shown[-1] == "public_post"
    assert not tool.fold.isVisible()
    asked: list[tuple[str, str]] = []
    stage.desk.bus.asked.connect(lambda tab, item: asked.append((tab, item)))
    assert tool.product_button is not None
    QTest.mouseClick(tool.product_button, Qt.MouseButton.LeftButton)
    assert asked == [("step", "gather")]
    stage.desk.services.flow.set_values(stage.case_id, {"wallet_type": "ecny_icbc"})
    stage.tab.show_case(stage.record, Changes())
    stage.tab.go_to("gather")
    again = _tool(stage, "escalate", EscalationCard)
    assert isinstance(again, EscalationCard)
    assert again.product_button is None


def test_contact_details_are_checked_and_grow_old(stage: Stage, clock: FrozenClock) -> None:
    check = _tool(stage, "contact_details", ContactCheckCard)
    assert isinstance(check, ContactCheckCard)
    assert "Never" in check.age.text()
    QTest.mouseClick(check.check_button, Qt.MouseButton.LeftButton)
    assert _values(stage, "contact_checked_on") == ("2026-11-22",)
    assert check.age.property("role") == "ok"
    clock.move(days=31)
    stage.tab.go_to("gather")
    check = _tool(stage, "contact_details", ContactCheckCard)
    assert isinstance(check, ContactCheckCard)
    assert check.age.property("role") == "warn"


def test_what_is_missing_is_a_link_to_its_place(stage: Stage, qtbot: QtBot) -> None:
    _settle(stage, stage.desk.services.flow.finish(stage.case_id, "hotline", "registered"))
    tool = _tool(stage, "keep_record", CompletenessCard)
    assert isinstance(tool, CompletenessCard)
    links = [one for one in tool.findChildren(QAbstractButton) if "with whom" in one.text()]
    entry = stage.record.live_timeline[-1]
    with qtbot.waitSignal(stage.desk.bus.asked) as asked:
        QTest.mouseClick(links[0], Qt.MouseButton.LeftButton)
    assert asked.args == ["timeline", str(entry.id)]
    assert 0 < tool.found.percent < 100


def test_a_field_is_found_by_its_key(stage: Stage) -> None:
    stage.tab.go_to("error_text")
    assert stage.tab.step_key == "gather"
    assert stage.focus.accessibleName().startswith("Exact error message")


def test_the_doors_above_stand_in_order_and_the_public_post_is_last(stage: Stage) -> None:
    tool = _tool(stage, "escalate", EscalationCard)
    assert isinstance(tool, EscalationCard)
    keys = [way.choice.key for way in tool.ways]
    assert keys[:2] == ["superior", "nfra"]
    assert keys[-1] == "public_post"
    QTest.mouseClick(tool.rows["nfra"].take, Qt.MouseButton.LeftButton)
    assert _values(stage, "escalate_route") == ("nfra",)
    assert tool.rows["nfra"].details.isVisible()


def test_going_on_before_the_time_is_up_asks_for_a_reason_and_records_it(stage: Stage) -> None:
    stage.desk.services.flow.set_values(stage.case_id, {"hotline_on": "2026-11-20"})
    _settle(stage, stage.desk.services.flow.finish(stage.case_id, "hotline", "registered"))
    tool = _tool(stage, "escalate", EscalationCard)
    assert isinstance(tool, EscalationCard)
    assert tool.until >= date(2026, 12, 5).isoformat()
    assert tool.gate.isVisible()
    assert tool.reason is not None
    tool.reason.go_to("escalate_early")
    QTest.keyClicks(stage.focus, "They refuse")
    assert _values(stage, "escalate_early") == ("They refuse",)
    QTest.mouseClick(tool.rows["nfra"].take, Qt.MouseButton.LeftButton)
    assert _values(stage, "escalate_route") == ("nfra",)


def test_after_the_time_is_up_nothing_is_asked(stage: Stage, clock: FrozenClock) -> None:
    stage.desk.services.flow.set_values(stage.case_id, {"hotline_on": "2026-11-20"})
    _settle(stage, stage.desk.services.flow.finish(stage.case_id, "hotline", "registered"))
    clock.move(days=40)
    tool = _tool(stage, "escalate", EscalationCard)
    assert isinstance(tool, EscalationCard)
    assert not tool.gate.isVisible()


def test_a_public_post_needs_both_warnings(stage: Stage) -> None:
    tool = _tool(stage, "escalate", EscalationCard)
    assert isinstance(tool, EscalationCard)
    for confirmed in range(2):
        QTest.mouseClick(tool.rows["public_post"].take, Qt.MouseButton.LeftButton)
        assert _values(stage, "escalate_route") == ("",)
        assert tool.post_notice.isVisible()
        QTest.mouseClick(tool.warnings[confirmed], Qt.MouseButton.LeftButton)
    QTest.mouseClick(tool.rows["public_post"].take, Qt.MouseButton.LeftButton)
    assert _values(stage, "escalate_route") == ("public_post",)
    stage.tab.go_to("gather")
    again = _tool(stage, "escalate", EscalationCard)
    assert isinstance(again, EscalationCard)
    assert again.is_warned


def test_before_filing_the_case_is_checked_for_the_door_of_the_step(stage: Stage, qtbot: QtBot) -> None:
    for step, kind, door in (("online", ComposeCard, "online"), ("escalate", EscalationCard, "")):
        tool = _tool(stage, step, kind)
        check = next(b for b in tool.findChildren(QAbstractButton) if b.text() == "Check before filing")
        with qtbot.waitSignal(stage.desk.bus.check_asked) as asked:
            QTest.mouseClick(check, Qt.MouseButton.LeftButton)
        assert asked.args == [door]


def test_the_route_follows_the_product(stage: Stage) -> None:
    route = _tool(stage, "gather", RouteCard)
    assert isinstance(route, RouteCard)
    assert route.who.text() == "The bank answers for it"
    assert stage.tab.page is not None
    stage.tab.page._write("wallet_type", "payment_app")
    assert route.who.text() == "The payment institution answers for it"


def test_demands_and_accepted_offers_become_what_was_agreed(stage: Stage) -> None:
    tool = _tool(stage, "close", SettlementCard)
    assert isinstance(tool, SettlementCard)
    assert [one.demand.text for one in tool.standings] == ["开通钱包", "说明原因"]
    assert not tool.take_button.isVisible()
