"""Windows under test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.window.window_stage import WindowStage
from walletcase.services.facade import Services


@pytest.fixture
def bare_stage(qtbot: QtBot, services: Services, tmp_path: Path, dressed_app: QApplication) -> Iterator[WindowStage]:
    """A window without rooms."""
    made = WindowStage(qtbot, services, tmp_path / "settings.json")
    yield made
    made.end()


@pytest.fixture
def stage(bare_stage: WindowStage) -> WindowStage:
    """A window with its rooms and no case."""
    return bare_stage.furnish()
