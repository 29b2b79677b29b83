"""Midnight: what is overdue is read again at once, the rooms are built anew when nobody's hands are on them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.conftest import FrozenClock
from tests.ui.window.window_stage import WindowStage
from walletcase.domain.case import Filter
from walletcase.domain.timeline import EntryDraft
from walletcase.services.facade import Services
from walletcase.ui.case_list.model import ROW_ROLE


@pytest.fixture
def opened(bare_stage: WindowStage, services: Services) -> WindowStage:
    case = services.cases.new_case("one")[0]
    services.timeline.log(case.id, EntryDraft("2026-11-20T10:00+08:00", "They will call", promised_by="2026-11-22"))
    return bare_stage.furnish()


def tick(stage: WindowStage) -> None:
    stage.window.days.look()
    stage.settle()


def test_a_day_that_is_the_same_changes_nothing(opened: WindowStage) -> None:
    rooms = opened.rooms
    tick(opened)
    assert opened.rooms is rooms


def test_a_field_keeps_cursor_and_preedit_until_it_is_left(opened: WindowStage, clock: FrozenClock) -> None:
    rooms = opened.rooms
    field = rooms.step.findChildren(QPlainTextEdit)[0]
    field.setFocus()
    QApplication.sendEvent(field, QInputMethodEvent("nihao", []))
    clock.move(days=1)
    tick(opened)
    assert opened.rooms is rooms
    assert field.hasFocus()
    assert field.textCursor().block().layout().preeditAreaText() == "nihao"
    rooms.cases.list.setFocus()
    tick(opened)
    assert opened.rooms is not rooms
    assert opened.rooms.cases.list.hasFocus()


def test_the_list_counts_the_new_day_at_once(opened: WindowStage, clock: FrozenClock) -> None:
    rooms = opened.rooms
    rooms.step.findChildren(QPlainTextEdit)[0].setFocus()
    place = list(Filter).index(Filter.OVERDUE)
    counts = rooms.rail.list.model()
    assert counts is not None
    before = counts.index(place, 0).data(ROW_ROLE)
    clock.move(days=2)
    tick(opened)
    assert opened.rooms is rooms
    assert (before, counts.index(place, 0).data(ROW_ROLE)) == ((Filter.OVERDUE, 0), (Filter.OVERDUE, 1))
    read: list[object] = []
    rooms.rows_shown.connect(read.append)
    tick(opened)
    assert read == []
