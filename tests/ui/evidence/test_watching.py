"""A folder that is watched: what comes is offered once it is whole, what was there is left alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.evidence.evidence_stage import Stage, make_pictures
from walletcase.domain.evidence import Way
from walletcase.ui.evidence.watching import FolderWatch, files_of
from walletcase.ui.shell.desk import Desk


def test_what_comes_is_offered_and_added_at_the_persons_wish(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    stage, folder = Stage(qtbot, desk), tmp_path / "shots"
    make_pictures(folder, 1)
    stage.tab.watch.watch(folder)
    assert not stage.tab.arrivals.isVisible()
    with qtbot.waitSignal(stage.tab.watch.arrived, timeout=20_000) as came:
        (folder / "new.png").write_bytes((folder / "shot-000.png").read_bytes() + b"x")
    assert came.args == [(folder / "new.png",)]
    assert stage.shown == []
    assert stage.tab.arrivals.label.text() == "A new file arrived: new.png"
    QTest.mouseClick(stage.tab.arrivals.add, Qt.MouseButton.LeftButton)
    (item,) = stage.items
    assert (item.original_name, item.origin.way) == ("new.png", Way.WATCHED)
    assert not stage.tab.arrivals.isVisible()


def test_what_is_declined_is_not_offered_again(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    stage = Stage(qtbot, desk)
    stage.tab.watch.watch(tmp_path)
    with qtbot.waitSignal(stage.tab.watch.arrived, timeout=20_000):
        (tmp_path / "a.png").write_bytes(b"a")
    QTest.mouseClick(stage.tab.arrivals.decline, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(stage.tab.watch.arrived, timeout=20_000) as came:
        (tmp_path / "b.png").write_bytes(b"b")
    assert came.args == [(tmp_path / "b.png",)]
    assert stage.items == ()


def test_a_file_that_still_grows_is_waited_for(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    watch = FolderWatch(desk.files, desk.toasts)
    watch.watch(tmp_path)
    file = tmp_path / "film.mp4"
    arrived: list[tuple[Path, ...]] = []
    watch.arrived.connect(arrived.append)
    for size in range(1, 4):
        file.write_bytes(b"x" * size)
        watch._look()
        assert arrived == []
    watch._look()
    assert arrived == [(file,)]
    watch._look()
    assert len(arrived) == 1


def test_another_folder_or_none_forgets_what_waited(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    watch = FolderWatch(desk.files, desk.toasts)
    watch.watch(tmp_path)
    (tmp_path / "a.png").write_bytes(b"a")
    watch._look()
    watch._look()
    assert [path.name for path in watch.waiting] == ["a.png"]
    watch.watch(None)
    assert not watch.waiting
    assert watch.folder is None


def test_a_folder_that_is_gone_is_looked_for_again(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    watch, folder = FolderWatch(desk.files, desk.toasts), tmp_path / "stick"
    watch.watch(folder)
    folder.mkdir()
    (folder / "before.png").write_bytes(b"a")
    watch._look()
    (folder / "new.png").write_bytes(b"a")
    watch._look()
    watch._look()
    assert watch.waiting == (folder / "new.png",)


def test_only_whole_plain_files_count(tmp_path: Path) -> None:
    for name in ("a.png", ".hidden.png", "b.png.crdownload", "c.part"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.png").symlink_to(tmp_path / "a.png")
    assert list(files_of(tmp_path)) == ["a.png"]
