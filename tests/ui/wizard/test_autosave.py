"""When a typed text is saved, and that it is never lost."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId
from walletcase.ui.wizard.autosave import CEILING_MS, PAUSE_MS, Autosave, Done, Failed, Place

A, B = Place(CaseId(1), "problem", 1), Place(CaseId(1), "demand", 1)


class Disk:
    """Takes saves and settles them when told to, as a database lane does."""

    def __init__(self) -> None:
        self.calls: list[tuple[Place, str, Done, Failed]] = []
        self.stored: dict[Place, str] = {}
        self.heard: list[str] = []

    def save(self, place: Place, text: str, done: Done, failed: Failed) -> None:
        """Take a save."""
        self.calls.append((place, text, done, failed))

    def settle(self) -> None:
        """Store everything taken so far, in order."""
        calls, self.calls = self.calls, []
        for place, text, done, _ in calls:
            self.stored[place] = text
            done()

    def refuse(self) -> None:
        """Fail everything taken so far."""
        calls, self.calls = self.calls, []
        for _, _, _, failed in calls:
            failed(UserError("disk_full", file="x"))


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def saver(disk: Disk, qapp: object) -> Autosave:
    made = Autosave(disk.save, lambda: "14:32")
    made.saving.connect(lambda: disk.heard.append("saving"))
    made.saved.connect(lambda at: disk.heard.append(f"saved {at}"))
    made.failed.connect(lambda error: disk.heard.append(f"failed {error.code}"))
    return made


def test_the_pause_leaves_time_for_the_disk_within_800_ms() -> None:
    assert PAUSE_MS <= 600
    assert PAUSE_MS < CEILING_MS <= 5000


def test_nothing_is_saved_before_the_pause_and_only_the_last_text_after_it(saver: Autosave, disk: Disk) -> None:
    saver.note(A, "工")
    saver.note(A, "工行")
    assert saver.pause.isActive()
    assert saver.pause.interval() == PAUSE_MS
    assert disk.calls == []
    saver.pause.timeout.emit()
    assert [(place, text) for place, text, _, _ in disk.calls] == [(A, "工行")]
    assert disk.heard == ["saving"]
    disk.settle()
    assert disk.heard == ["saving", "saved 14:32"]
    assert saver.is_idle


def test_somebody_who_never_pauses_is_saved_all_the_same(saver: Autosave, disk: Disk, qtbot: QtBot) -> None:
    saver.pause.setInterval(60_000)
    saver.ceiling.setInterval(50)

    def type_on() -> bool:
        saver.note(A, "on and on")
        return bool(disk.calls)

    qtbot.waitUntil(type_on, timeout=5000)
    assert [text for _, text, _, _ in disk.calls] == ["on and on"]


def test_flush_saves_at_once_and_twice_is_once(saver: Autosave, disk: Disk) -> None:
    saver.note(A, "1")
    saver.note(B, "2")
    saver.flush()
    saver.flush()
    assert [place for place, _, _, _ in disk.calls] == [A, B]
    assert disk.heard == ["saving"]


def test_saved_is_said_once_everything_is_stored(saver: Autosave, disk: Disk) -> None:
    saver.note(A, "1")
    saver.flush()
    saver.note(B, "2")
    disk.settle()
    assert "saved 14:32" not in disk.heard
    saver.flush()
    disk.settle()
    assert disk.heard == ["saving", "saving", "saved 14:32"]


def test_what_is_not_stored_yet_can_be_asked_for(saver: Autosave, disk: Disk) -> None:
    assert saver.unsaved(A) is None
    saver.note(A, "waiting")
    assert saver.unsaved(A) == "waiting"
    saver.flush()
    assert saver.unsaved(A) == "waiting"
    saver.note(A, "newer")
    assert saver.unsaved(A) == "newer"
    saver.flush()
    disk.settle()
    assert saver.unsaved(A) is None
    assert disk.stored == {A: "newer"}


def test_a_failed_save_is_kept_and_tried_again_with_the_next_change(saver: Autosave, disk: Disk) -> None:
    saver.note(A, "precious")
    saver.flush()
    disk.refuse()
    assert disk.heard[-1] == "failed disk_full"
    assert saver.unsaved(A) == "precious"
    saver.note(B, "next")
    saver.flush()
    disk.settle()
    assert disk.stored == {A: "precious", B: "next"}
    assert disk.heard[-1] == "saved 14:32"


def test_a_failed_old_text_does_not_replace_a_newer_one(saver: Autosave, disk: Disk) -> None:
    saver.note(A, "old")
    saver.flush()
    saver.note(A, "new")
    disk.refuse()
    saver.flush()
    disk.settle()
    assert disk.stored == {A: "new"}


def test_a_late_failure_of_an_overtaken_save_changes_nothing(saver: Autosave, disk: Disk) -> None:
    saver.note(A, "old")
    saver.flush()
    saver.note(A, "new")
    saver.flush()
    (first, second), disk.calls = disk.calls, []
    first[3](UserError("disk_full", file="x"))
    disk.calls = [second]
    disk.settle()
    assert saver.is_idle
    assert disk.stored == {A: "new"}
