"""Every field of the shipped playbook takes what is typed, keeps it, and shows it again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.ui.wizard.stage import Stage, commit, compose
from walletcase.domain.demands import Demand, DemandKind, dump_demands
from walletcase.domain.fields import parse_contacts
from walletcase.domain.flow.playbook import Choice, Field, FieldKind, Playbook, Step
from walletcase.domain.flow.reader import read_playbook_text
from walletcase.domain.text import Text
from walletcase.infra import resources
from walletcase.ui.shell.desk import Desk
from walletcase.ui.wizard.fields_base import Input, LineInput, MoneyInput, pastes_no_text
from walletcase.ui.wizard.fields_box import FieldBox, problem_text
from walletcase.ui.wizard.fields_choice import BoxInput, RowInput
from walletcase.ui.wizard.fields_contacts import ContactsInput
from walletcase.ui.wizard.fields_dates import DateInput, TimeInput
from walletcase.ui.wizard.fields_demands import DemandsInput
from walletcase.ui.wizard.fields_form import Form
from walletcase.ui.wizard.fields_long import MOST_LINES, LongInput

TYPED = {
    FieldKind.TEXT: (" 王芳 0571 ", "王芳 0571"),
    FieldKind.LONG_TEXT: ("第一行\n第二行", "第一行\n第二行"),
    FieldKind.DATE: ("２０２６年11月2日", "2026-11-02"),
    FieldKind.TIME: ("9点05分", "09:05"),
    FieldKind.PHONE: ("138 0013 8000", "138 0013 8000"),
    FieldKind.MONEY: ("￥1,234.5", "1234.50"),
}


def _playbook() -> Playbook:
    name = "icbc-digital-wallet.toml"
    return read_playbook_text(resources.path("playbooks", name).read_text(encoding="utf-8"), name)


def _write(one: Input) -> str:
    """Fill a field as a person does; return what is to be stored."""
    if isinstance(one, BoxInput):
        one.box.setFocus()
        QTest.keyClick(one.box, Qt.Key.Key_End)
        return one.field.choices[-1].key
    if isinstance(one, RowInput):
        last = one.field.choices[-1].key
        QTest.mouseClick(one.group.options[last].label, Qt.MouseButton.LeftButton)
        return last
    if isinstance(one, ContactsInput):
        one.add_button.click()
        for line, text in zip(one.people[0].lines, ("李强", "柜员 8821", "0571-95588"), strict=True):
            commit(line, text)
        return '[{"name": "李强", "role": "柜员 8821", "phone": "0571-95588"}]'
    if isinstance(one, DemandsInput):
        commit(one.blocks[0].what, "开通钱包")
        return dump_demands([Demand("d1", DemandKind.FIX, "开通钱包")])
    typed, kept = TYPED[one.field.kind]
    target = one.area if isinstance(one, LongInput) else one.line  # type: ignore[attr-defined]
    target.setFocus()
    commit(target, typed)
    return kept


@pytest.mark.parametrize("step", _playbook().steps, ids=lambda step: step.key)
def test_every_field_keeps_what_is_typed(qtbot: QtBot, desk: Desk, step: Step) -> None:
    stage = Stage(qtbot, desk)
    key = step.key
    stage.tab.go_to(key)
    assert stage.tab.page is not None
    assert stage.tab.page.form is not None
    boxes = stage.tab.page.form.boxes
    expected = {field_key: _write(box.input) for field_key, box in boxes.items()}
    stage.tab.flush()
    assert {field_key: stage.record.value(field_key) for field_key in boxes} == expected
    assert all(box.problem.isHidden() for box in boxes.values())

    stage.tab.show_case(stage.record, None)
    stage.tab.go_to(key)
    shown = stage.tab.page.form.boxes
    stage.tab.flush()
    assert {field_key: stage.record.value(field_key) for field_key in shown} == expected
    for field_key, box in shown.items():
        if box.field.kind is FieldKind.MONEY:
            assert box.input.text() == "1,234.50"
        elif box.field.kind is FieldKind.CONTACTS:
            assert parse_contacts(box.input.text()) == parse_contacts(expected[field_key])
        else:
            assert box.input.text() == expected[field_key]


def test_the_playbook_uses_every_kind_of_editor(desk: Desk, qtbot: QtBot) -> None:
    kinds = {type(FieldBox(field, desk).input) for field in _playbook().fields()}
    several = {ContactsInput, DemandsInput}
    assert kinds == {LineInput, LongInput, DateInput, TimeInput, MoneyInput, RowInput, BoxInput} | several


def _box(qtbot: QtBot, desk: Desk, kind: FieldKind, **more: object) -> FieldBox:
    box = FieldBox(Field("f", kind, Text("项目", "Field"), **more), desk)  # type: ignore[arg-type]
    qtbot.addWidget(box)
    box.resize(420, 200)
    with qtbot.waitExposed(box):
        box.show()
    return box


def test_a_text_that_is_no_date_yet_is_kept_and_said_so_only_on_leaving(qtbot: QtBot, desk: Desk) -> None:
    box = _box(qtbot, desk, FieldKind.DATE)
    line = box.input.line  # type: ignore[attr-defined]
    line.setFocus()
    QTest.keyClicks(line, "next week")
    assert box.problem.isHidden()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert box.problem.text() == problem_text("bad_date")
    assert box.problem.isVisible()
    assert box.input.text() == "next week"
    line.selectAll()
    QTest.keyClicks(line, "2026/11/20")
    assert box.problem.isHidden()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert box.input.text() == "2026-11-20"


def test_each_problem_has_words_of_its_own(desk: Desk) -> None:
    codes = ("bad_date", "bad_time", "bad_phone", "bad_money", "bad_choice", "bad_contacts", "too_long", "new_code")
    assert len({problem_text(code) for code in codes}) == len(codes)


def test_required_is_said_in_words_and_to_a_screen_reader(qtbot: QtBot, desk: Desk) -> None:
    box = _box(qtbot, desk, FieldKind.TEXT, required=True)
    assert box.input.line.accessibleName() == "Field (Required)"  # type: ignore[attr-defined]


def test_today_and_now_come_from_the_clock(qtbot: QtBot, desk: Desk) -> None:
    day, hour = _box(qtbot, desk, FieldKind.DATE), _box(qtbot, desk, FieldKind.TIME)
    seen: list[str] = []
    day.edited.connect(lambda: seen.append(day.input.text()))
    hour.edited.connect(lambda: seen.append(hour.input.text()))
    day.input.today_button.click()  # type: ignore[attr-defined]
    hour.input.now_button.click()  # type: ignore[attr-defined]
    assert seen == ["2026-11-22", "09:00"]


def test_a_day_is_picked_from_the_calendar_by_keys_and_esc_changes_nothing(qtbot: QtBot, desk: Desk) -> None:
    box = _box(qtbot, desk, FieldKind.DATE)
    date = box.input
    assert isinstance(date, DateInput)
    date.put("2026-11-10")
    QTest.keyClick(date.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert date.popup is not None
    assert date.popup.isVisible()
    assert date.popup.calendar.selectedDate() == QDate(2026, 11, 10)
    QTest.keyClick(date.popup, Qt.Key.Key_Escape)
    assert not date.popup.isVisible()
    assert date.text() == "2026-11-10"
    date.open_button.click()
    date.popup.calendar.setSelectedDate(QDate(2026, 11, 12))
    date.popup.calendar.activated.emit(QDate(2026, 11, 12))
    assert date.text() == "2026-11-12"
    assert not date.popup.isVisible()


@pytest.mark.parametrize("kind", [FieldKind.TEXT, FieldKind.LONG_TEXT])
def test_what_an_input_method_composes_is_no_edit_until_it_is_committed(
    qtbot: QtBot, desk: Desk, kind: FieldKind
) -> None:
    box = _box(qtbot, desk, kind)
    edits: list[str] = []
    box.edited.connect(lambda: edits.append(box.input.text()))
    target = box.input.area if isinstance(box.input, LongInput) else box.input.line  # type: ignore[attr-defined]
    target.setFocus()
    for preedit in ("n", "ni", "ni h", "ni ha", "ni hao"):
        compose(target, preedit)
    assert edits == []
    assert box.input.text() == ""
    commit(target, "你好")
    assert edits == ["你好"]


def test_the_row_of_options_can_be_cleared_and_keeps_what_is_none_of_them(qtbot: QtBot, desk: Desk) -> None:
    choices = (Choice("yes", Text("有", "Yes")), Choice("no", Text("没有", "No")))
    box = _box(qtbot, desk, FieldKind.CHOICE, choices=choices)
    one = box.input
    assert isinstance(one, RowInput)
    box.put("maybe")
    assert one.text() == "maybe"
    assert box.problem.isVisible()
    QTest.keyClick(one.group.options["yes"].button, Qt.Key.Key_Space)
    assert one.text() == "yes"
    QTest.keyClick(one.group.options["yes"].button, Qt.Key.Key_Down)
    assert one.text() == "no"
    one.clear_button.click()
    assert one.text() == ""


def test_a_box_shows_an_answer_that_the_playbook_no_longer_has(qtbot: QtBot, desk: Desk) -> None:
    choices = tuple(Choice(f"k{n}", Text(f"第{n}个", f"Answer {n}")) for n in range(6))
    box = _box(qtbot, desk, FieldKind.CHOICE, choices=choices)
    assert isinstance(box.input, BoxInput)
    box.put("gone")
    assert box.input.text() == "gone"
    assert box.input.box.currentText() == "gone"
    box.put("Answer 3")
    assert box.input.text() == "k3"


def test_the_wheel_scrolls_past_a_box(qtbot: QtBot, desk: Desk) -> None:
    choices = tuple(Choice(f"k{n}", Text(f"第{n}个", f"Answer {n}")) for n in range(6))
    box = _box(qtbot, desk, FieldKind.CHOICE, choices=choices)
    combo = box.findChild(QComboBox)
    assert combo is not None
    combo.setFocus()
    none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), none, keys, Qt.ScrollPhase.NoScrollPhase, False
    )
    QGuiApplication.sendEvent(combo, event)
    assert box.input.text() == ""
    assert not event.isAccepted()


def test_people_are_added_and_removed_by_keys_in_the_order_seen(qtbot: QtBot, desk: Desk) -> None:
    box = _box(qtbot, desk, FieldKind.CONTACTS)
    one = box.input
    assert isinstance(one, ContactsInput)
    for name in ("Li", "Wang"):
        one.add_button.setFocus()
        QTest.keyClick(one.add_button, Qt.Key.Key_Space)
        assert one.people[-1].lines[0].hasFocus()
        QTest.keyClicks(one.people[-1].lines[0], name)
    stops = [stop for row in one.people for stop in (*row.lines, row.remove_button)]
    stops.append(one.add_button)
    stops[0].setFocus()
    for stop in stops:
        assert box.focusWidget() is stop
        QTest.keyClick(stop, Qt.Key.Key_Tab)
    one.people[0].remove_button.click()
    assert [person.name for person in parse_contacts(one.text())] == ["Wang"]


def test_people_that_can_not_be_read_are_kept_until_somebody_is_written(qtbot: QtBot, desk: Desk) -> None:
    box = _box(qtbot, desk, FieldKind.CONTACTS)
    box.put("王芳, 柜员")
    assert box.input.text() == "王芳, 柜员"
    assert box.problem.text() == problem_text("bad_contacts")


def test_a_long_text_grows_with_what_is_written_up_to_a_limit(qtbot: QtBot, desk: Desk) -> None:
    box = _box(qtbot, desk, FieldKind.LONG_TEXT)
    area = box.input.area  # type: ignore[attr-defined]
    least = area.height()
    box.put("\n".join("行" for _ in range(8)))
    grown = area.height()
    assert grown > least
    box.put("\n".join("行" for _ in range(100)))
    assert grown < area.height() < (MOST_LINES + 4) * area.fontMetrics().lineSpacing()


def test_a_pasted_picture_is_left_to_the_page_and_a_pasted_text_is_not(qtbot: QtBot, desk: Desk) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    clipboard = QGuiApplication.clipboard()
    clipboard.setImage(QImage(4, 4, QImage.Format.Format_RGB32))
    assert pastes_no_text(event)
    clipboard.setText("文字")
    assert not pastes_no_text(event)
    clipboard.clear()
    assert not pastes_no_text(event)


def test_a_name_that_the_playbook_knows_stands_in_the_readers_language(qtbot: QtBot, desk: Desk) -> None:
    field = next(field for field in _playbook().fields() if field.key == "institution")
    names = _playbook().institution
    form = Form([field], desk)
    qtbot.addWidget(form)
    form.put({field.key: names.zh})
    assert form.text(field.key) == names.en  # the desk of the tests reads English
    form.refresh({field.key: "杭州解放路支行"})
    assert form.text(field.key) == "杭州解放路支行"
    form.refresh({field.key: names.zh})
    assert form.text(field.key) == names.en
