"""A deadline explained, and what a person says about it, by real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from walletcase.domain.due.deadlines import Deadline, DeadlineState
from walletcase.domain.ids import CaseId
from walletcase.services.facade import Services
from walletcase.ui.deadlines.explain import DeadlineDialog
from walletcase.ui.shell.deadline_list import DeadlineList
from walletcase.ui.shell.desk import Desk
from walletcase.ui.widgets.labels import Chip, PlainLabel

KEY = "bank_answer/confirm/1"


@pytest.fixture
def case_id(services: Services) -> CaseId:
    """A case accepted on 17 September: the 2nd of October is a holiday."""
    made = services.cases.new_case("钱包打不开", values={"problem": "x"})[0].id
    services.flow.set_values(made, {"accepted_on": "2026-09-17"})
    services.flow.finish(made, "confirm", "accepted")
    return made


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, case_id: CaseId) -> DeadlineDialog:
    """The dialog of its deadline, shown."""
    made = DeadlineDialog(desk, case_id, KEY)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _deadline(desk: Desk, case_id: CaseId) -> Deadline:
    return next(d for d in desk.services.deadlines.of(case_id) if d.key == KEY)


def _texts(widget: QWidget) -> str:
    QApplication.processEvents()  # what was laid out just now is shown only then
    return "\n".join(label.text() for label in widget.findChildren(PlainLabel) if label.isVisibleTo(widget))


def _press(widget: QWidget, text: str) -> None:
    QApplication.processEvents()
    found = next(b for b in widget.findChildren(QPushButton) if b.text() == text and b.isVisibleTo(widget))
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)
    QApplication.processEvents()


def test_it_says_dates_rule_source_and_what_is_late(dialog: DeadlineDialog) -> None:
    said = _texts(dialog)
    assert dialog.dates.text() == "Last day 2026-10-02 Fri; over the holiday 2026-10-08 Thu"
    assert "call it late only after 2026-10-08" in said
    assert "CBIRC order 2020 no. 3" in said
    assert "Source, checked 2026-11-22" in said
    assert "the bank received the complaint" in said
    assert [chip.text() for chip in dialog.findChildren(Chip)] == ["Late"]
    assert dialog.day.text() == "2026-10-02 Fri: public holiday, National Day; day 15, the last"


def test_a_pause_is_said_by_keys_and_taken_back(
    qtbot: QtBot, desk: Desk, dialog: DeadlineDialog, case_id: CaseId
) -> None:
    _press(dialog, "Pause…")
    form = dialog.acts.form
    assert form is not None
    assert not dialog.close_button.isVisible()
    first = dialog.focusWidget()
    assert first is not None
    QTest.keyClick(first, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(first, "2026-09-20")
    QTest.keyClick(first, Qt.Key.Key_Tab)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)  # past the calendar button
    QTest.keyClicks(dialog.focusWidget(), "2026-09-22")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert _deadline(desk, case_id).due_on == "2026-10-05"
    assert dialog.acts.form is None
    assert dialog.close_button.isVisible()
    assert "Paused from 2026-09-20 to 2026-09-22, both included" in _texts(dialog)
    assert dialog.dates.text().startswith("Last day 2026-10-05")
    _press(dialog, "Take back")
    assert _deadline(desk, case_id).due_on == "2026-10-02"


def test_a_bad_date_is_not_sent_off(qtbot: QtBot, desk: Desk, dialog: DeadlineDialog, case_id: CaseId) -> None:
    _press(dialog, "It began on another day…")
    line = dialog.focusWidget()
    assert line is not None
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, "soon")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.property("bad") is True, "the form is still there"
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert dialog.isVisible(), "Escape leaves the form first"
    assert _deadline(desk, case_id).starts_on == "2026-09-17"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_notices_of_extension_lead_from_one_limit_to_the_next(
    qtbot: QtBot, desk: Desk, dialog: DeadlineDialog, case_id: CaseId
) -> None:
    for due in ("2026-10-17", "2026-11-16"):
        _press(dialog, "They extended it…")
        _press(dialog, "Save")
        assert _deadline(desk, case_id).due_on == due
    QApplication.processEvents()
    offered = [b.text() for b in dialog.acts.findChildren(QPushButton) if b.isVisibleTo(dialog)]
    assert "They extended it…" not in offered, "there is no longer limit"
    assert "Extended by notice of 2026-11-22" in _texts(dialog)


def test_dismissed_it_stays_closed_and_offers_nothing(
    qtbot: QtBot, desk: Desk, dialog: DeadlineDialog, case_id: CaseId
) -> None:
    _press(dialog, "No longer of interest…")
    _press(dialog, "Save")
    assert _deadline(desk, case_id).state is DeadlineState.CLOSED
    QApplication.processEvents()
    assert [b for b in dialog.acts.findChildren(QPushButton) if b.isVisibleTo(dialog)] == []


def test_a_pause_that_runs_is_ended(qtbot: QtBot, desk: Desk, dialog: DeadlineDialog, case_id: CaseId) -> None:
    desk.change(dialog, lambda: desk.services.deadlines.pause(case_id, KEY, "2026-09-20"))
    QApplication.processEvents()
    assert "Paused" in [chip.text() for chip in dialog.findChildren(Chip) if chip.isVisibleTo(dialog)]
    _press(dialog, "End the pause…")
    _press(dialog, "Save")
    assert not _deadline(desk, case_id).is_paused


def test_it_closes_when_its_step_is_opened_again(desk: Desk, dialog: DeadlineDialog, case_id: CaseId) -> None:
    desk.change(dialog, lambda: desk.services.flow.reopen(case_id, "confirm"))
    assert not dialog.isVisible()


def test_the_list_asks_for_the_explanation(qtbot: QtBot, desk: Desk, case_id: CaseId) -> None:
    lines = DeadlineList(desk)
    qtbot.addWidget(lines)
    lines.show_case(desk.services.cases.open(case_id))
    (line,) = lines.lines
    assert line.accessibleName().startswith("Bank's answer (ordinary matter), Late")
    asked: list[tuple[object, str]] = []
    desk.bus.deadline_asked.connect(lambda case, key: asked.append((case, key)))
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert asked == [(case_id, KEY)] * 2
    desk.services.flow.reopen(case_id, "confirm")
    lines.show_case(desk.services.cases.open(case_id))
    assert lines.isHidden()
