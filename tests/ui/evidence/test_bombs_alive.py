"""Bombs are dropped on a real window: each is kept, none has a preview, and the window answers all the while."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.media import test_bombs as bombs
from tests.media.corpus_pictures import bomb_png
from tests.ui.evidence.evidence_stage import Stage, mime_of, with_pools
from walletcase.ui.shell.desk import Desk

MADE = {
    "pixels.png": bomb_png,
    "overlap.zip": bombs.overlapping_zip,
    "laugh.docx": bombs.laughing_docx,
    "fork.eml": bombs.forked_mail,
    "pages.pdf": bombs.many_pages,
}
_LONGEST_GAP_S = 0.5  # of two beats 5 ms apart, on a machine that other tests share


def test_bombs_are_kept_while_the_window_lives(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk, _ = with_pools(desk)
    stage = Stage(qtbot, desk)
    files = []
    for name, make in MADE.items():
        files.append(tmp_path / name)
        files[-1].write_bytes(make())
    beats: list[float] = []
    heart = QTimer(interval=5)
    heart.timeout.connect(lambda: beats.append(time.monotonic()))
    heart.start()
    stage.drop(mime_of(files))
    qtbot.waitUntil(lambda: len(stage.tab.imports.state.added) == len(MADE), timeout=120_000)
    qtbot.waitUntil(lambda: not stage.tab.imports.state.running, timeout=20_000)
    heart.stop()
    assert [item.original_name for item in stage.items] == list(MADE)
    assert all(item.media.note or item.original_name == "pages.pdf" for item in stage.items)
    gaps = [later - earlier for earlier, later in pairwise(beats)]
    assert len(gaps) > 20
    assert max(gaps) < _LONGEST_GAP_S
    desk.db.close()
    desk.files.close()
