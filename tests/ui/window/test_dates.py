"""Dates open their explanation from the window: header, menu, and by keys alone; nothing is clipped."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.conftest import FrozenClock
from tests.ui.window.window_stage import WindowStage
from walletcase.domain.flow.machine import NextKind
from walletcase.domain.ids import CaseId
from walletcase.infra.settings import Settings
from walletcase.services.changes import changed
from walletcase.services.facade import Services
from walletcase.ui.deadlines.calculator import CalculatorDialog
from walletcase.ui.deadlines.explain import DeadlineDialog
from walletcase.ui.deadlines.years import YearsDialog
from walletcase.ui.widgets.labels import ElidedLabel, PlainLabel


def _accepted(services: Services, on: str = "2026-11-16") -> CaseId:
    case_id = services.cases.new_case("钱包打不开", values={"problem": "x"})[0].id
    services.flow.finish(case_id, "gather")
    services.flow.set_values(case_id, {"accepted_on": on})
    services.flow.finish(case_id, "confirm", "accepted")
    return case_id


def _open(stage: WindowStage, kind: type[QDialog]) -> QDialog:
    (dialog,) = (d for d in stage.window.findChildren(kind) if d.isVisible())
    return dialog


def _chip(stage: WindowStage) -> QPushButton:
    chips = stage.rooms.page.header.findChildren(QPushButton)
    return next(chip for chip in chips if chip.property("kind") == "chip" and not chip.isHidden())


def test_the_chip_in_the_head_explains_its_date(stage: WindowStage, services: Services) -> None:
    case_id = _accepted(services)
    stage.rooms.read_rows(case_id)
    stage.settle()
    chip = _chip(stage)
    assert chip.text() == "Waiting for 6 days, answer: 9 days left"
    chip.setFocus()
    stage.press(Qt.Key.Key_Space)
    dialog = _open(stage, DeadlineDialog)
    assert isinstance(dialog, DeadlineDialog)
    assert dialog.dates.text() == "Last day 2026-12-01 Tue"
    stage.press(Qt.Key.Key_Escape)
    stage.settle()
    assert stage.window.findChildren(DeadlineDialog) == []


def test_the_head_accuses_nobody_before_the_later_date(
    stage: WindowStage, services: Services, clock: FrozenClock
) -> None:
    clock.at -= timedelta(days=50)  # 3 October
    case_id = _accepted(services, "2026-09-16")
    stage.rooms.read_rows(case_id)
    stage.settle()
    assert _chip(stage).text() == "Waiting for 17 days, answer due, late after 2026-10-08"
    assert not services.cases.rows()[0].overdue
    clock.move(days=7)
    stage.desk.bus.changed.emit(changed(case_id))
    stage.settle()
    assert _chip(stage).text() == "Waiting for 24 days, answer: 2 days late"
    assert services.cases.rows()[0].next_action.kind is NextKind.CHASE


def test_the_menu_opens_calculator_and_years(stage: WindowStage) -> None:
    stage.do("count_days")
    assert isinstance(_open(stage, CalculatorDialog), CalculatorDialog)
    stage.press(Qt.Key.Key_Escape)
    stage.do("years")
    _open(stage, YearsDialog)


@pytest.mark.parametrize(
    ("language", "theme", "percent"), [("en", "light", 100), ("en", "dark", 175), ("zh_CN", "light", 130)]
)
def test_no_dialog_is_larger_than_a_small_window_or_cuts_its_words(
    bare_stage: WindowStage, qtbot: QtBot, services: Services, language: str, theme: str, percent: int
) -> None:
    stage = bare_stage
    stage.window.choose_setting("language", language)
    stage.window.settings = Settings(language=language, theme=theme, text_percent=percent)
    stage.furnish()
    stage.window.choose_setting("theme", theme)
    stage.window.choose_setting("text_percent", percent)
    stage.window.resize(960, 600)
    case_id = _accepted(services, "2026-12-18")
    key = services.deadlines.of(case_id)[0].key
    services.deadlines.pause(case_id, key, "2026-12-20", "2026-12-21")
    stage.desk.bus.deadline_asked.emit(case_id, key)
    stage.do("count_days")
    stage.do("years")
    stage.settle()
    dialogs = [_open(stage, kind) for kind in (DeadlineDialog, CalculatorDialog, YearsDialog)]
    explain = dialogs[0]
    assert isinstance(explain, DeadlineDialog)
    explain.acts.pause()
    stage.settle()
    for dialog in dialogs:
        assert dialog.width() <= 960, dialog
        assert dialog.height() <= 600, dialog
        for label in dialog.findChildren(PlainLabel):
            if label.isVisible() and not isinstance(label, ElidedLabel):
                needs = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
                assert label.height() >= needs - 1, label.text()
                assert label.wordWrap() or label.width() >= label.sizeHint().width() - 1, label.text()
        for one in dialog.findChildren(QPushButton):
            assert one.isHidden() or one.width() >= one.minimumSizeHint().width(), one.text()
            assert one.text() or one.accessibleName()
