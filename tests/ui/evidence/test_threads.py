"""Adding and drawing happen off the window's thread; a cancel keeps what is in."""

from __future__ import annotations

import ast
import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import walletcase.ui.evidence
from tests.ui.evidence.evidence_stage import Stage, WatchedPictures, make_files, make_pictures, with_pools
from walletcase.ui.evidence.imports import imports_of
from walletcase.ui.shell.desk import Desk

COUNT = 100


@pytest.fixture
def pooled(desk: Desk) -> Iterator[tuple[Desk, WatchedPictures]]:
    made = with_pools(desk)
    yield made
    made[0].db.close()
    made[0].files.close()


def test_a_cancel_in_the_middle_keeps_what_is_in(
    qtbot: QtBot, pooled: tuple[Desk, WatchedPictures], tmp_path: Path
) -> None:
    desk, _ = pooled
    stage = Stage(qtbot, desk)
    files = make_pictures(tmp_path / "in", COUNT)
    panel, adding = stage.tab.panel, stage.tab.imports
    stage.tab.add_files(files)
    qtbot.waitUntil(lambda: len(adding.state.added) >= 5, timeout=20_000)
    assert panel.isVisible()
    assert panel.bar.maximum() == COUNT
    panel.cancel.click()
    assert not panel.cancel.isEnabled()
    qtbot.waitUntil(lambda: not adding.state.running, timeout=20_000)
    kept = stage.items
    assert 5 <= len(kept) < COUNT
    assert [item.original_name for item in kept] == [file.name for file in files[: len(kept)]]
    assert panel.heading.text() == f"Evidence added: {len(kept)} · left out: {COUNT - len(kept)}"
    problems = desk.services.integrity.verify()
    assert problems == ()
    qtbot.waitUntil(lambda: len(stage.shown) == len(kept), timeout=20_000)


def test_items_appear_while_others_are_still_being_added(
    qtbot: QtBot, pooled: tuple[Desk, WatchedPictures], tmp_path: Path
) -> None:
    stage = Stage(qtbot, pooled[0])
    stage.tab.add_files(make_pictures(tmp_path / "in", COUNT))
    adding = stage.tab.imports
    qtbot.waitUntil(lambda: 0 < len(stage.shown) < COUNT and adding.state.running, timeout=20_000)
    qtbot.waitUntil(lambda: not stage.tab.imports.state.running, timeout=60_000)
    assert len(stage.items) == COUNT
    assert len(stage.seen) < COUNT / 3  # not one redraw for each file


def test_adding_goes_on_while_the_room_is_built_anew(
    qtbot: QtBot, pooled: tuple[Desk, WatchedPictures], tmp_path: Path
) -> None:
    desk, _ = pooled
    stage = Stage(qtbot, desk)
    stage.tab.add_files(make_pictures(tmp_path / "in", 30))
    qtbot.waitUntil(lambda: len(stage.tab.imports.state.added) >= 2, timeout=20_000)
    desk.bus.changed.disconnect()
    stage.tab.deleteLater()
    again = Stage(qtbot, desk)
    assert again.tab.imports is imports_of(desk.files, desk.services.evidence, desk.services.unpacking)
    qtbot.waitUntil(lambda: not again.tab.imports.state.running, timeout=60_000)
    assert len(stage.items) == 30
    stage.tab = again.tab
    gc.collect()  # the room and its helpers hold each other: else the closing of widgets meets one that is gone


def test_pictures_are_never_drawn_on_the_windows_thread(
    qtbot: QtBot, pooled: tuple[Desk, WatchedPictures], tmp_path: Path
) -> None:
    desk, pictures = pooled
    names = ("rgb.png", "two-pages.pdf", "sms.txt", "call.mp3")
    stage = Stage(qtbot, desk, make_files(tmp_path / "in", *names))
    gallery, viewer = stage.tab.board.gallery, stage.tab.board.detail.viewer
    stage.tab.resize(1900, 900)  # all of them on the screen: what can't be seen is not drawn
    qtbot.waitUntil(lambda: all(gallery.thumbs.kept(item) for item in stage.items), timeout=20_000)
    first, second, third, _ = (gallery.thumbs.kept(item) for item in stage.items)
    assert first is not None
    assert first.has_picture
    assert second is not None
    assert second.has_picture
    assert third is not None
    assert third.text
    stage.tab.go_to(str(stage.items[2].id))
    qtbot.waitUntil(lambda: viewer.text.isVisible(), timeout=20_000)
    assert pictures.threads
    assert threading.get_ident() not in pictures.threads


def test_only_what_is_on_the_screen_gets_a_thumbnail(
    qtbot: QtBot, pooled: tuple[Desk, WatchedPictures], tmp_path: Path
) -> None:
    stage = Stage(qtbot, pooled[0], make_pictures(tmp_path / "in", 60))
    gallery = stage.tab.board.gallery
    qtbot.waitUntil(lambda: gallery.thumbs.kept(stage.items[0]) is not None, timeout=20_000)
    qtbot.waitUntil(lambda: gallery.thumbs.is_idle, timeout=20_000)
    assert gallery.thumbs.kept(stage.items[-1]) is None
    gallery.scrollToBottom()
    qtbot.waitUntil(lambda: gallery.thumbs.kept(stage.items[-1]) is not None, timeout=20_000)


def test_no_module_of_the_room_decodes_foreign_pictures() -> None:
    folder = Path(walletcase.ui.evidence.__file__).parent
    for module in folder.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
            source = node.module or "" if isinstance(node, ast.ImportFrom) else ""
            assert not {"QImageReader", "QMovie"} & set(names), module
            assert not source.startswith(("PIL", "pypdfium2")), module
