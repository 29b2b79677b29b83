"""Every odd file of the media corpus is listed, and either shown or explained."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.media.corpus_maker import make_corpus
from tests.ui.evidence.evidence_stage import Stage
from walletcase.ui.shell.desk import Desk


def test_every_odd_file_is_shown_or_explained(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    files = make_corpus(tmp_path / "in")
    stage = Stage(qtbot, desk, files)
    viewer = stage.tab.board.detail.viewer
    assert len(stage.shown) == len(files)
    for item in stage.items:
        stage.tab.go_to(str(item.id))
        QApplication.processEvents()
        shows = viewer.canvas.isVisible() or viewer.text.isVisible()
        assert shows != bool(viewer.reason), item.original_name
        assert shows or (viewer.note.isVisible() and viewer.note.heading.text()), item.original_name
        if not item.media.note:
            assert shows, item.original_name
