"""Adding and taking out playbooks by the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from walletcase.infra import resources
from walletcase.ui.playbooks.view import PlaybooksDialog
from walletcase.ui.shell.desk import Desk
from walletcase.ui.widgets.labels import PlainLabel

SHIPPED = resources.path("playbooks", "icbc-digital-wallet.toml").read_text(encoding="utf-8")
MINE = SHIPPED.replace('key = "icbc-digital-wallet"', 'key = "my-bank"', 1)


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> PlaybooksDialog:
    made = PlaybooksDialog(desk)
    qtbot.addWidget(made)
    made.show()
    return made


def _texts(dialog: PlaybooksDialog) -> str:
    QApplication.processEvents()  # what is added to a page that is shown shows itself a moment later
    return "\n".join(label.text() for label in dialog.list.findChildren(PlainLabel) if label.isVisibleTo(dialog))


def _add(dialog: PlaybooksDialog, desk: Desk, file: Path) -> None:
    desk.dialogs.files = [file]  # type: ignore[attr-defined]
    QTest.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)


def test_a_file_is_added_and_taken_out(dialog: PlaybooksDialog, desk: Desk, tmp_path: Path) -> None:
    assert _texts(dialog).count("Built in") == 5
    file = tmp_path / "mine.toml"
    file.write_text(MINE, encoding="utf-8")
    _add(dialog, desk, file)
    assert "my-bank · version 2 · 10 step" in _texts(dialog)
    assert "my-bank" in desk.services.playbooks.known()
    QTest.mouseClick(dialog.removers["my-bank"], Qt.MouseButton.LeftButton)
    assert desk.dialogs.asked  # type: ignore[attr-defined]
    assert "my-bank" not in desk.services.playbooks.known()
    assert "my-bank" not in _texts(dialog)


def test_a_refused_file_is_told_with_its_place(dialog: PlaybooksDialog, desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(MINE.replace('phase = "complain"', 'phase = "complaint"', 1), encoding="utf-8")
    _add(dialog, desk, file)
    assert dialog.notice.isVisible()
    told = dialog.notice_text.text()
    assert "mine.toml" in told
    assert "hotline" in told
    assert "phase" in told
    file.write_text(MINE, encoding="utf-8")
    _add(dialog, desk, file)
    assert not dialog.notice.isVisible()
