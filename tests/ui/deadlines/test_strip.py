"""The strip of days: what its cells hold, how one walks in it, that it looks like what it says."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from walletcase.domain.days.workdays import Count, Pause, count
from walletcase.domain.days.years import KnownYears
from walletcase.domain.rules.pack import Unit
from walletcase.infra.workdays import LibraryYears
from walletcase.ui.look.theme import Theme
from walletcase.ui.shell.deadline_words import strip_words
from walletcase.ui.widgets.day_cell import ENDS
from walletcase.ui.widgets.day_strip import DayStrip, DayStripModel

CHINA = KnownYears(LibraryYears(), {})
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def _count(start: str, amount: int, unit: Unit, *pauses: Pause) -> Count:
    return count(CHINA, date.fromisoformat(start), amount, unit, pauses)


ROLLED = _count("2026-09-16", 15, Unit.CALENDAR, Pause("2026-09-18", "2026-09-18"), Pause("2026-09-28", "2026-09-28"))


def _at(model: DayStripModel, on: str) -> QModelIndex:
    index = model.index_of(date.fromisoformat(on))
    assert index.isValid()
    return index


def test_weeks_are_rows_and_the_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = DayStripModel(strip_words("en"))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_count(_count("2026-09-16", 15, Unit.CALENDAR))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert (model.rowCount(), model.columnCount()) == (4, 7)
    assert model.data(model.index(0, 0)) is None, "14 September is before the start"
    assert _at(model, "2026-09-16").row() == 0
    assert (_at(model, "2026-10-08").row(), _at(model, "2026-10-08").column()) == (3, 3)
    model.show_count(None)
    assert model.rowCount() == 0


@pytest.mark.parametrize(
    ("on", "words"),
    [
        ("2026-09-16", "2026-09-16 Wed: working day; the start, which does not count"),
        ("2026-09-18", "2026-09-18 Fri: working day; paused, does not count"),
        ("2026-09-20", "2026-09-20 Sun: make-up working day; day 3"),
        ("2026-09-25", "2026-09-25 Fri: public holiday, Mid-Autumn; day 8"),
        ("2026-10-03", "2026-10-03 Sat: public holiday, National Day; day 15, the last"),
        ("2026-10-05", "2026-10-05 Mon: public holiday, National Day; the last day moves on"),
        ("2026-10-08", "2026-10-08 Thu: working day; the last day moves here"),
    ],
)
def test_every_day_says_how_it_was_treated(on: str, words: str) -> None:
    model = DayStripModel(strip_words("en"))
    model.show_count(ROLLED)
    assert model.data(_at(model, on), SPOKEN) == words


def test_the_ends_are_marked() -> None:
    model = DayStripModel(strip_words("en"))
    model.show_count(ROLLED)
    assert model.data(_at(model, "2026-10-03"), ENDS) == "due"
    assert model.data(_at(model, "2026-10-08"), ENDS) == "moved"
    model.show_count(ROLLED, with_roll=False)
    assert not model.index_of(date(2026, 10, 8)).isValid()
    model.show_count(_count("2026-12-25", 7, Unit.WORKING))
    assert "estimated: the app has no published calendar of 2027" in model.data(_at(model, "2027-01-04"), SPOKEN)


def test_a_term_in_years_shows_its_start_and_its_end() -> None:
    model = DayStripModel(strip_words("en"))
    model.show_count(_count("2023-03-01", 3, Unit.YEARS))
    assert model.rowCount() <= 4
    assert model.data(_at(model, "2026-03-01"), SPOKEN).endswith("day 1096, the last")
    assert model.data(_at(model, "2023-03-01")) == "start"


def test_one_walks_through_the_days_by_keys(qtbot: QtBot) -> None:
    strip = DayStrip(Theme(), strip_words("en"), "Day by day")
    qtbot.addWidget(strip)
    told: list[str] = []
    strip.day_chosen.connect(told.append)
    strip.resize(560, 260)
    with qtbot.waitExposed(strip):
        strip.show()
    strip.show_count(ROLLED)
    assert told[-1].startswith("2026-10-03"), "it begins at the last day"
    QTest.keyClick(strip, Qt.Key.Key_Left)
    assert told[-1].startswith("2026-10-02")
    QTest.keyClick(strip, Qt.Key.Key_Up)
    assert told[-1].startswith("2026-09-25")
    strip.show_count(None)
    assert told[-1] == ""


def test_a_strip_draws_each_kind_of_day_differently(qtbot: QtBot) -> None:
    for dark in (False, True):
        strip = DayStrip(Theme(dark), strip_words("en"), "Day by day")
        qtbot.addWidget(strip)
        strip.resize(560, 300)
        with qtbot.waitExposed(strip):
            strip.show()
        strip.show_count(ROLLED)
        strip.setCurrentIndex(QModelIndex())
        picture = strip.viewport().grab().toImage()
        grounds = {}
        for on in ("2026-09-16", "2026-09-17", "2026-10-03", "2026-10-08"):
            area = strip.visualRect(_at(strip.days, on))
            grounds[on] = picture.pixelColor(area.center().x(), area.top() + 6).name()
        assert grounds["2026-09-17"] != grounds["2026-09-16"]
        assert len({grounds["2026-09-16"], grounds["2026-09-17"], grounds["2026-10-03"]}) == 3
        assert grounds["2026-10-08"] == grounds["2026-09-16"], "where it moves to is an outline"
