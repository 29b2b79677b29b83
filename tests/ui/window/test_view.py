"""Language, theme and text size switch live; what was open and typed outlives it, and closing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.window.window_stage import WindowStage
from walletcase.domain.case import CaseRecord
from walletcase.domain.evidence import EvidenceEdit
from walletcase.domain.ids import CaseId
from walletcase.infra.settings import Settings, SettingsFile
from walletcase.services.facade import Services
from walletcase.ui.case_page.view import TAB_ORDER
from walletcase.ui.look.tokens import DARK, LIGHT
from walletcase.ui.shell.tasks import InlineLane, Job, PoolLane
from walletcase.ui.widgets.labels import PlainLabel

HAN = re.compile(r"[\u4e00-\u9fff]")
LATIN = re.compile(r"[A-Za-z]{2,}")
SAME_IN_BOTH = {"Language / 语言", "中文", "English", "WalletCase"}


def choose(stage: WindowStage, text: str) -> None:
    """Choose a setting in the menu as a click does."""
    found = [a for a in stage.window.menuBar().findChildren(QAction) if a.text() == text and a.isCheckable()]
    found[-1].trigger()
    stage.settle()


def texts(stage: WindowStage) -> set[str]:
    """Everything that can be read in the window, menus too; what the person wrote is left out."""
    found: set[str] = {a.text() for menu in stage.window.menuBar().actions() for a in [menu, *menu.menu().actions()]}  # type: ignore[attr-defined]
    for widget in stage.rooms.findChildren(QObject):
        if isinstance(widget, PlainLabel | QAbstractButton) and widget.isVisible():
            found |= {widget.text(), widget.accessibleName()}
    bar = stage.rooms.page.bar
    found |= {bar.tabText(place) for place in range(bar.count())}
    return {text for text in found if text} - SAME_IN_BOTH


@pytest.fixture
def opened(stage: WindowStage) -> WindowStage:
    stage.rooms.read_rows(stage.add_case("2026"))  # a title that is in no language
    return stage


def test_the_language_switches_live_and_back(opened: WindowStage) -> None:
    english = texts(opened)
    assert len(english) > 40
    assert [text for text in english if HAN.search(text)] == []
    choose(opened, "中文")
    chinese = texts(opened)
    left = {text for text in chinese & english if LATIN.search(text)}
    assert {text for text in left if not text.startswith("WC-")} == set()
    assert sum(bool(HAN.search(text)) for text in chinese) > 40
    assert opened.settings_file.load().language == "zh_CN"
    choose(opened, "English")
    assert texts(opened) == english


def test_only_the_tab_in_front_is_built_at_the_start(bare_stage: WindowStage, services: Services) -> None:
    services.cases.new_case("one")
    bare_stage.furnish()
    assert [name for name in TAB_ORDER if bare_stage.rooms.is_built(name)] == ["step"]
    bare_stage.rooms.page.open_tab("facts")
    assert [name for name in TAB_ORDER if bare_stage.rooms.is_built(name)] == ["step", "facts"]
    bare_stage.window.close()
    assert [name for name in TAB_ORDER if bare_stage.rooms.is_built(name)] == ["step", "facts"]


def test_a_start_opens_the_case_of_last_time_and_reads_no_other(
    bare_stage: WindowStage, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = services.cases.new_case("older")[0].id
    services.cases.new_case("newer")
    opened: list[object] = []
    read = type(services.cases).open

    def watched(service: object, case_id: CaseId) -> CaseRecord:
        opened.append(case_id)
        return read(services.cases, case_id)

    monkeypatch.setattr(type(services.cases), "open", watched)
    bare_stage.window.settings = Settings(language="en", theme="light", last_case=wanted)
    bare_stage.furnish()
    assert opened == [wanted]


def test_until_the_rooms_are_in_the_window_says_that_it_opens(bare_stage: WindowStage) -> None:
    assert [label.text() for label in bare_stage.window.findChildren(PlainLabel)] == ["Opening…"]


def test_theme_and_text_size(opened: WindowStage, dressed_app: QApplication) -> None:
    choose(opened, "Dark")
    assert dressed_app.palette().color(QPalette.ColorRole.Window).name() == DARK.desk.lower()
    choose(opened, "Light")
    assert dressed_app.palette().color(QPalette.ColorRole.Window).name() == LIGHT.desk.lower()
    height = opened.rooms.cases.list.sizeHintForRow(0)
    choose(opened, "150 %")
    assert dressed_app.font().pixelSize() == 21
    assert opened.rooms.cases.list.sizeHintForRow(0) > height
    saved = opened.settings_file.load()
    assert (saved.theme, saved.text_percent) == ("light", 150)


def test_the_open_case_and_tab_outlive_a_switch(opened: WindowStage) -> None:
    case_id = opened.add_case("another")
    opened.rooms.cases.choose(case_id)
    opened.rooms.page.open_tab("facts")
    choose(opened, "中文")
    assert opened.record.case.id == case_id
    assert opened.tab == "facts"
    opened.do("trash")
    opened.rooms.cases.choose(case_id)
    choose(opened, "English")
    assert opened.record.case.id == case_id


def test_a_contact_being_written_outlives_a_switch(opened: WindowStage) -> None:
    opened.do("log")
    QTest.keyClicks(opened.rooms.timeline.form.said, "they said")
    choose(opened, "中文")
    assert opened.rooms.timeline.form.said.toPlainText() == "they said"


def test_switching_leaves_no_rooms_behind(opened: WindowStage) -> None:
    def count() -> int:
        opened.settle()
        return len(opened.window.findChildren(QObject))

    choose(opened, "中文")
    choose(opened, "English")
    before = count()
    choose(opened, "中文")
    choose(opened, "English")
    assert count() <= before


def first_text(stage: WindowStage) -> QPlainTextEdit:
    """The first long field of the step."""
    return stage.rooms.step.findChildren(QPlainTextEdit)[0]


def test_closing_keeps_what_is_typed_and_how_the_window_stood(
    opened: WindowStage, services: Services, tmp_path: Path
) -> None:
    case_id = opened.record.case.id
    field = first_text(opened)
    field.setFocus()
    QTest.keyClicks(field, "typed last")
    opened.rooms.splitter.setSizes([196, 400, 600])
    sizes = tuple(opened.rooms.splitter.sizes())
    opened.window.close()
    assert "typed last" in services.cases.open(case_id).values.values()
    saved = SettingsFile(tmp_path / "settings.json").load()
    assert saved.last_case == case_id
    assert saved.splitter == sizes
    assert saved.geometry


def test_closing_waits_for_the_threads_to_store_what_is_typed(
    bare_stage: WindowStage, services: Services, qtbot: QtBot
) -> None:
    case_id = services.cases.new_case("one")[0].id
    db = PoolLane(1)
    bare_stage.furnish(db, InlineLane())
    qtbot.waitUntil(lambda: bare_stage.rooms.page.record is not None)
    fields = bare_stage.rooms.step.findChildren(QPlainTextEdit)[:2]
    for number, field in enumerate(fields):
        field.setPlainText(f"typed {number}")

    def busy(job: Job) -> None:  # reads that were asked for before stand in the way until the window closes
        while not job.is_cancelled():
            pass

    db.run(busy, lambda _: None, lambda _: None, db)
    dialogs = bare_stage.dialogs
    bare_stage.window.close()
    assert dialogs.asked == []
    assert {"typed 0", "typed 1"} <= set(services.cases.open(case_id).values.values())


def test_the_next_start_shows_the_case_that_was_open(
    qtbot: QtBot, services: Services, tmp_path: Path, dressed_app: QApplication
) -> None:
    wanted = services.cases.new_case("older")[0].id
    services.cases.new_case("newer")
    for last in (wanted, 99):
        settings = Settings(language="en", theme="light", last_case=last)
        stage = WindowStage(qtbot, services, tmp_path / "settings.json", settings).furnish()
        assert stage.record.case.title == "older" or last == 99
        assert stage.dialogs.told == []
        stage.end()


def test_a_second_start_offers_its_files(opened: WindowStage, tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text("text")
    opened.dialogs.confirms = False
    opened.window.raise_with([file])
    assert opened.dialogs.asked == ["Add 1 file to '2026'?"]
    assert len(opened.record.live_evidence) == 0
    opened.dialogs.confirms = True
    opened.window.raise_with([file])
    items = opened.services.cases.open(opened.record.case.id).live_evidence
    assert [one.title for one in items] == ["note"]


def test_a_broken_splitter_setting_does_no_harm(bare_stage: WindowStage, services: Services) -> None:
    case = services.cases.new_case("one")[0]
    services.evidence.attach_bytes(case.id, b"text", "note.txt", EvidenceEdit())
    bare_stage.window.settings = Settings(language="en", theme="light", splitter=(1, 2))
    bare_stage.furnish()
    assert bare_stage.rooms.page.width() > 300
    QTest.keyClick(bare_stage.rooms.cases.list, Qt.Key.Key_Down)
    assert bare_stage.record.case.id == case.id
