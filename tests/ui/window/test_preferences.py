"""The settings dialog: each choice is in force and saved at once; what is no time is as it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from tests.ui.window.window_stage import WindowStage
from walletcase.infra.settings import Settings
from walletcase.ui.window.preferences import SettingsDialog


def dialog_of(stage: WindowStage, settings: Settings | None = None) -> SettingsDialog:
    return SettingsDialog(stage.desk, settings or Settings(), stage.journeys, stage.window)


@pytest.fixture
def told(stage: WindowStage, qtbot: QtBot) -> tuple[SettingsDialog, list[tuple[str, object]]]:
    dialog = dialog_of(stage)
    qtbot.addWidget(dialog)
    heard: list[tuple[str, object]] = []
    dialog.chosen.connect(lambda name, value: heard.append((name, value)))
    return dialog, heard


def test_it_opens_by_its_keys_on_the_first_tab(stage: WindowStage) -> None:
    seen: list[object] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SettingsDialog)
        seen.extend(dialog.bar.tabText(place) for place in range(dialog.bar.count()))
        dialog.reject()

    QTimer.singleShot(0, look)
    stage.do("settings")
    assert seen == ["General", "Reminders", "Reading", "Adding", "Data", "About"]


def test_a_language_is_in_force_behind_the_dialog_which_comes_again_in_it(stage: WindowStage) -> None:
    titles: list[str] = []

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SettingsDialog)
        titles.append(stage.window.language)
        if len(titles) == 1:
            QTimer.singleShot(0, choose_again)
            pick(dialog.language, "zh_CN")
        else:
            dialog.reject()

    def choose_again() -> None:
        if isinstance(QApplication.activeModalWidget(), SettingsDialog) and stage.window.language == "zh_CN":
            choose()
        else:
            QTimer.singleShot(10, choose_again)

    QTimer.singleShot(0, choose)
    stage.do("settings")
    for _ in range(40):
        stage.settle()
    assert titles == ["en", "zh_CN"]
    assert stage.settings_file.load().language == "zh_CN"


def pick(combo: QComboBox, value: object) -> None:
    """Choose as a click does."""
    place = combo.findData(value)
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


def test_quiet_hours_are_told_tidied(told: tuple[SettingsDialog, list[tuple[str, object]]]) -> None:
    dialog, heard = told
    dialog.quiet_from.setText("22：30")
    dialog.quiet_from.editingFinished.emit()
    dialog.quiet_to.setText("7:5x")
    dialog.quiet_to.editingFinished.emit()
    assert heard == [("quiet_from", "22:30")]
    assert (dialog.quiet_from.text(), dialog.quiet_to.text()) == ("22:30", "09:00")


def test_no_quiet_hours_and_no_notices(told: tuple[SettingsDialog, list[tuple[str, object]]]) -> None:
    dialog, heard = told
    dialog.quiet.setChecked(False)
    assert heard == [("quiet_from", ""), ("quiet_to", "")]
    assert not dialog.quiet_from.isEnabled()
    dialog.quiet.setChecked(True)
    assert heard[2:] == [("quiet_from", "21:00"), ("quiet_to", "09:00")]
    dialog.tray.setChecked(False)
    assert heard[4:] == [("tray_notices", False)]


def test_a_time_that_was_not_left_is_taken_when_it_closes(
    told: tuple[SettingsDialog, list[tuple[str, object]]],
) -> None:
    dialog, heard = told
    dialog.quiet_to.setText("10:15")
    dialog.reject()
    assert heard == [("quiet_to", "10:15")]


def test_what_is_chosen_is_saved(stage: WindowStage) -> None:
    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SettingsDialog)
        dialog.tray.setChecked(False)
        dialog.quiet_from.setText("23:00")
        dialog.reject()

    QTimer.singleShot(0, choose)
    stage.do("settings")
    saved = stage.settings_file.load()
    assert (saved.tray_notices, saved.quiet_from, saved.quiet_to) == (False, "23:00", "09:00")
    assert stage.window.settings == saved


def test_it_says_where_there_is_no_tray(stage: WindowStage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    without = dialog_of(stage)
    qtbot.addWidget(without)
    assert not without.tray.isEnabled()
    assert "no tray" in without.tray.text()
    monkeypatch.setattr("walletcase.ui.window.preferences.is_tray_available", lambda: True)
    with_tray = dialog_of(stage)
    qtbot.addWidget(with_tray)
    assert with_tray.tray.isEnabled()
    assert with_tray.tray.text() == "Show notices beside the clock of the system"
