"""All is looked after by itself: a few files at the start, all once a week in small pieces, all at once when asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.conftest import FrozenClock
from tests.ui.window.window_stage import WindowStage
from walletcase.domain.case import Case
from walletcase.domain.evidence import Evidence
from walletcase.infra.settings import Settings
from walletcase.services.facade import Services
from walletcase.services.records_check import Problem
from walletcase.ui.shell.tasks import InlineLane, PoolLane
from walletcase.ui.window import files_check, guard
from walletcase.ui.window.guard import Guard
from walletcase.ui.window.guarding import Idleness


@dataclass
class Kept:
    """Settings as they are kept, and whether the person works."""

    settings: Settings = field(default_factory=Settings)
    idle: bool = True
    writes: list[str] = field(default_factory=list)

    def keep(self, name: str, value: object) -> None:
        """Save a setting."""
        self.writes.append(name)
        self.settings = replace(self.settings, **{name: value})  # type: ignore[arg-type]


@pytest.fixture
def kept() -> Kept:
    """Nothing is known yet."""
    return Kept()


@pytest.fixture
def case(services: Services) -> Case:
    """A case."""
    return services.cases.new_case("钱包打不开", "icbc-digital-wallet", {})[0]


@pytest.fixture
def items(services: Services, case: Case, tmp_path: Path) -> tuple[Evidence, ...]:
    """Six exhibits."""
    files = [tmp_path / f"{number}.txt" for number in range(6)]
    for file in files:
        file.write_text(file.name, encoding="utf-8")
    return services.evidence.attach(case.id, files).stored


@pytest.fixture
def make(qtbot: QtBot, services: Services, clock: FrozenClock, kept: Kept) -> Iterator[Callable[[], Guard]]:
    """Makes a guard as a start of the app does."""
    made: list[Guard] = []

    def begin() -> Guard:
        lane = InlineLane()
        one = Guard(lane, services.integrity, clock, lane)
        one.begin(kept.settings, kept.keep, lambda: kept.idle)
        made.append(one)
        return one

    yield begin
    for one in made:
        one.stop()


def spoil(services: Services, item: Evidence) -> None:
    path = services.evidence.path(item)
    path.chmod(0o600)
    path.write_bytes(b"x")


def due(one: Guard) -> bool:
    return one.is_due


def walk(one: Guard, steps: int = 12) -> None:
    for _ in range(steps):
        one.step()


def test_the_weeks_check_runs_in_pieces_and_remembers_when(
    make: Callable[[], Guard], items: tuple[Evidence, ...], kept: Kept, clock: FrozenClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(guard, "PIECE_FILES", 2)
    one = make()
    assert due(one)
    one.step()  # the records
    one.step()
    assert (kept.settings.checked_to, kept.settings.checked_at) == (items[1].id, "")
    walk(one)
    assert kept.settings.checked_at == "2026-11-22T09:00:00+08:00"
    assert kept.settings.checked_to == 0
    assert one.problems == ()
    clock.move(days=6, hours=23)
    assert not due(one)
    clock.move(hours=1)
    assert due(one)
    clock.move(days=-20)
    assert due(one)  # a clock that was set back keeps nothing from being checked


def test_it_goes_on_where_it_stopped(
    make: Callable[[], Guard], items: tuple[Evidence, ...], kept: Kept, services: Services,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(guard, "PIECE_FILES", 2)
    first = make()
    walk(first, 3)
    assert kept.settings.checked_to == items[3].id
    seen: list[int] = []
    check = type(services.integrity).check_file

    def noted(self: object, one: object, **how: object) -> object:
        seen.append(one.item.id)  # type: ignore[attr-defined]
        return check(self, one, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(type(services.integrity), "check_file", noted)
    walk(make())
    assert seen == [items[4].id, items[5].id]
    assert kept.settings.checked_at


def test_nothing_is_read_while_the_person_works(make: Callable[[], Guard], kept: Kept, items: object) -> None:
    kept.idle = False
    walk(make())
    assert kept.writes == []


def test_what_is_found_is_told_and_looked_for_again(
    make: Callable[[], Guard], items: tuple[Evidence, ...], kept: Kept, services: Services, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(guard, "PIECE_FILES", 1)
    spoil(services, items[2])
    one = make()
    with qtbot.waitSignal(one.found, timeout=1000):
        walk(one)
    assert [(p.kind, p.subject) for p in one.problems] == [("file_altered", "WC-2026-0001/3")]
    assert kept.settings.checked_at == ""
    assert kept.settings.checked_to == items[1].id  # the next session comes by it again
    again = make()
    walk(again)
    assert again.problems == one.problems


def test_the_spot_check_at_the_start_finds_a_broken_journal(
    make: Callable[[], Guard], items: tuple[Evidence, ...], services: Services, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    for item in items:
        spoil(services, item)
    monkeypatch.setattr(guard, "SPOT_AFTER_MS", 1)
    one = make()
    with qtbot.waitSignal(one.found, timeout=5000):
        pass
    assert len(one.problems) == 6


def test_the_bar_tells_calmly_and_leads_to_the_exhibit(
    stage: WindowStage, case: Case, items: tuple[Evidence, ...]
) -> None:
    stage.rooms.read_rows(case.id)
    spoil(stage.services, items[2])
    guarding = stage.journeys.guarding
    assert guarding.bar.text == ""
    guarding.guard.spot()
    assert guarding.bar.text.startswith("1 thing")
    QTest.mouseClick(guarding.bar.look_button, Qt.MouseButton.LeftButton)
    dialog = guarding.dialog
    assert dialog is not None
    assert guarding.bar.text == ""
    (link,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "Show the exhibit"]
    assert "Exhibit 3" in link.accessibleDescription()
    dialog.copy_button.click()
    assert "WC-2026-0001/3" in QApplication.clipboard().text()
    link.click()
    stage.settle()
    assert stage.tab == "evidence"
    current = stage.rooms.evidence.board.gallery.current
    assert current is not None
    assert current.id == items[2].id


def test_after_a_full_check_that_finds_nothing_the_bar_goes(
    stage: WindowStage, case: Case, items: tuple[Evidence, ...], tmp_path: Path
) -> None:
    stage.rooms.read_rows(case.id)
    spoil(stage.services, items[0])
    stage.do("verify")
    guarding = stage.journeys.guarding
    dialog = guarding.dialog
    assert dialog is not None
    assert dialog.head.text().startswith("1 thing")
    assert guarding.bar.text
    original = tmp_path / "0.txt"
    stage.services.evidence.attach(case.id, [original])
    dialog.again_button.click()
    assert dialog.head.text() == "Everything is as it was stored"
    assert guarding.bar.text == ""
    assert stage.window.settings.checked_at.startswith("2026-11-22T09:00")


def test_a_full_check_can_be_stopped_and_says_so(
    bare_stage: WindowStage, qtbot: QtBot, case: Case, tmp_path: Path
) -> None:
    big = tmp_path / "big.bin"
    with big.open("wb") as out:
        out.truncate(300 << 20)
    bare_stage.services.evidence.attach(case.id, [big])
    pools = PoolLane(1), PoolLane(2)
    bare_stage.furnish(*pools)
    bare_stage.journeys.verify()
    dialog = bare_stage.journeys.guarding.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: "MB" in dialog.more.text(), timeout=10_000)
    dialog.stop_button.click()
    qtbot.waitUntil(lambda: dialog.head.text() == "The check was stopped", timeout=3_000)
    assert bare_stage.window.settings.checked_at == ""
    assert dialog.again_button.isVisible()
    dialog.reject()


def test_hundreds_of_faults_do_not_fill_the_window(stage: WindowStage, monkeypatch: pytest.MonkeyPatch) -> None:
    many = tuple(Problem("file_missing", f"WC-2026-0001/{n}", "ab") for n in range(1, 200))
    guarding = stage.journeys.guarding
    guarding.guard.take(many)
    guarding.show_problems()
    dialog = guarding.dialog
    assert dialog is not None
    shown = [one for one in dialog.findChildren(QPushButton) if one.text() == "Show the exhibit"]
    assert len(shown) == files_check.MOST_SHOWN
    assert dialog.report().count("file_missing") == 199
    dialog.reject()


def test_a_change_of_look_keeps_what_was_found(stage: WindowStage) -> None:
    stage.journeys.guarding.guard.take((Problem("journal_broken", "journal", "line 2"),))
    stage.window.choose_setting("theme", "dark")
    assert stage.journeys.guarding.bar.text


def test_idle_means_that_nobody_did_anything(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    at = [100.0]
    monkeypatch.setattr("walletcase.ui.window.guarding.monotonic", lambda: at[0])
    idleness = Idleness()
    idleness.is_idle()
    at[0] += 30
    assert idleness.is_idle()
    idleness.touch()
    assert not idleness.is_idle()


def test_nothing_begins_once_the_window_is_closed(stage: WindowStage, qtbot: QtBot) -> None:
    """A timer that still ran would be ended by whoever collects garbage, on any thread."""
    one = stage.journeys.guarding.guard
    assert any(timer.isActive() for timer in one.findChildren(QTimer))
    stage.window.close()
    assert not any(timer.isActive() for timer in one.findChildren(QTimer))
