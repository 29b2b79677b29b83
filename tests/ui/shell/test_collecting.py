"""Cycles with widgets in them are deleted on the window's thread, whichever thread makes objects meanwhile."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from walletcase.ui.shell.collecting import Collecting, collect_due


@pytest.fixture
def untouched() -> Iterator[None]:
    """The collector as the tests have it, afterwards."""
    was = gc.isenabled()
    yield
    if was:
        gc.enable()
    else:
        gc.disable()


def cycle(deleted_on: list[int]) -> None:
    """A window that only a cycle holds."""
    widget = QWidget()
    widget.destroyed.connect(lambda: deleted_on.append(threading.get_ident()))
    widget.itself = widget  # type: ignore[attr-defined]


def make_garbage() -> None:
    """What a worker does that reads a large case."""
    for _ in range(200_000):
        one: list[object] = []
        one.append(one)


@pytest.mark.usefixtures("untouched")
def test_a_worker_deletes_no_widget(qtbot: QtBot) -> None:
    gc.enable()
    owner = QObject()
    Collecting(owner)
    deleted_on: list[int] = []
    for _ in range(20):
        cycle(deleted_on)
    worker = threading.Thread(target=make_garbage)
    worker.start()
    worker.join()
    assert deleted_on == []
    collect_due()
    gc.collect()
    assert set(deleted_on) == {threading.get_ident()}
    assert len(deleted_on) == 20


@pytest.mark.usefixtures("untouched")
def test_it_comes_by_itself(qtbot: QtBot) -> None:
    Collecting(owner := QObject())
    deleted_on: list[int] = []
    cycle(deleted_on)
    make_garbage()
    qtbot.waitUntil(lambda: bool(deleted_on), timeout=5_000)
    owner.deleteLater()
