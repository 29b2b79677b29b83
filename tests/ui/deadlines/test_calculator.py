"""The day calculator and the page of calendar years."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import CannedDialogs
from walletcase.ui.deadlines.calculator import CalculatorDialog
from walletcase.ui.deadlines.years import YearsDialog
from walletcase.ui.shell.desk import Desk
from walletcase.ui.widgets.labels import PlainLabel


def _texts(widget: QWidget) -> str:
    QApplication.processEvents()  # what was laid out just now is shown only then
    return "\n".join(label.text() for label in widget.findChildren(PlainLabel) if label.isVisibleTo(widget))


@pytest.fixture
def calculator(qtbot: QtBot, desk: Desk) -> CalculatorDialog:
    """The calculator, shown."""
    made = CalculatorDialog(desk)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_it_counts_as_one_types(qtbot: QtBot, calculator: CalculatorDialog) -> None:
    assert "Last day 2026-12-07 Mon" in calculator.answer.text(), "fifteen days from today"
    line = calculator.start.line
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, "2026-09-16")
    assert calculator.answer.text() == "Last day 2026-10-01 Thu, moved over the holiday to 2026-10-08 Thu"
    QTest.keyClick(calculator.rolls, Qt.Key.Key_Space)
    assert calculator.answer.text() == "Last day 2026-10-01 Thu"
    calculator.number.setFocus()
    calculator.number.selectAll()
    QTest.keyClicks(calculator.number, "7")
    QTest.keyClick(calculator.working_days, Qt.Key.Key_Space)
    assert calculator.answer.text() == "Last day 2026-09-24 Thu"
    assert not calculator.rolls.isEnabled(), "working days end on a working day"
    assert not calculator.estimated.isVisible()


def test_what_cannot_be_counted_is_said_without_a_box(
    qtbot: QtBot, desk: Desk, calculator: CalculatorDialog
) -> None:
    calculator.start.line.setText("2026-09-")
    assert calculator.answer.text() == "Type a start day and a number of days"
    assert not calculator.copy_button.isEnabled()
    calculator.start.line.setText("9999-12-30")
    assert "beyond what a calendar can show" in calculator.answer.text()
    calculator.start.line.setText("2026-09-16")
    calculator.number.setText("")
    assert calculator.answer.text() == "Type a start day and a number of days"
    QTest.keyClicks(calculator.number, "0")
    assert calculator.counted is None
    assert isinstance(desk.dialogs, CannedDialogs)
    assert desk.dialogs.told == []


def test_it_marks_an_estimate_and_copies(qtbot: QtBot, calculator: CalculatorDialog) -> None:
    calculator.start.line.setText("2026-12-25")
    calculator.working_days.setChecked(True)
    assert calculator.estimated.isVisible()
    QTest.mouseClick(calculator.copy_button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text().startswith(calculator.answer.text())


@pytest.fixture
def years(qtbot: QtBot, desk: Desk) -> YearsDialog:
    """The page of years, shown."""
    made = YearsDialog(desk)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _notice(folder: Path, *days: str) -> Path:
    entries = [{"name": "元旦", "date": day, "isOffDay": True} for day in days]
    file = folder / "2027.json"
    file.write_text(json.dumps({"year": 2027, "days": entries}), encoding="utf-8")
    return file


def test_a_notice_is_previewed_adopted_and_removed(
    qtbot: QtBot, desk: Desk, years: YearsDialog, tmp_path: Path
) -> None:
    assert isinstance(desk.dialogs, CannedDialogs)
    case_id = desk.services.cases.new_case("钱包打不开", values={"problem": "x"})[0].id
    desk.services.flow.set_values(case_id, {"accepted_on": "2026-12-18"})
    desk.services.flow.finish(case_id, "confirm", "accepted")
    assert "Not published as far as this app knows" in _texts(years)
    desk.dialogs.files = [_notice(tmp_path, "2027-01-01", "2027-01-04")]
    QTest.mouseClick(years.import_button, Qt.MouseButton.LeftButton)
    said = _texts(years)
    assert "钱包打不开" in said
    assert "2027-01-05 Tue" in said
    assert "(estimated)" in said
    QTest.mouseClick(years.back_button, Qt.MouseButton.LeftButton)
    assert desk.services.calendar.years()[0].standing == "estimated"
    QTest.mouseClick(years.import_button, Qt.MouseButton.LeftButton)
    QTest.keyClick(years.adopt_button, Qt.Key.Key_Space)
    assert desk.services.calendar.years()[0].standing == "imported"
    assert desk.services.deadlines.of(case_id)[0].rolled_due_on == "2027-01-05"
    QApplication.processEvents()
    (remove,) = (b for b in years.findChildren(QPushButton) if b.text() == "Remove" and b.isVisibleTo(years))
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert desk.dialogs.asked == ["Remove the notice for 2027?"]
    assert desk.services.calendar.years()[0].standing == "estimated"


def test_an_empty_notice_is_refused(qtbot: QtBot, desk: Desk, years: YearsDialog, tmp_path: Path) -> None:
    assert isinstance(desk.dialogs, CannedDialogs)
    desk.dialogs.files = [_notice(tmp_path)]
    QTest.mouseClick(years.import_button, Qt.MouseButton.LeftButton)
    assert "no days off in 2027" in desk.dialogs.told[0]
    assert years.import_button.isVisible()
