"""The first moments: "Opening…" stays until the list and the case are read, and the first case comes whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QApplication

from tests.ui.window.window_stage import WindowStage
from walletcase.ui.shell.tasks import InlineLane, Job
from walletcase.ui.window.opening import Cover


class SlowLane(InlineLane):
    """Holds each job back until it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Callable[[], Job]] = []
        self.is_slow = True

    def run(self, *args: Any, **more: Any) -> Job:
        """Hold it back."""
        if not self.is_slow:
            return super().run(*args, **more)
        self.waiting.append(lambda: InlineLane.run(self, *args, **more))
        return Job(self)

    def go_on(self) -> None:
        """Do what waits now, but nothing that this asks for."""
        waiting, self.waiting = self.waiting, []
        for one in waiting:
            one()


def covers(stage: WindowStage) -> list[Cover]:
    """The covers in sight."""
    return [one for one in stage.rooms.findChildren(Cover) if one.isVisible()]


def test_opening_is_said_until_the_list_and_the_case_are_read(bare_stage: WindowStage) -> None:
    bare_stage.services.cases.new_case("一个案件")
    lane = SlowLane()
    stage = bare_stage.furnish(lane)
    (cover,) = covers(stage)
    assert cover.geometry() == stage.rooms.rect()
    stage.window.resize(stage.window.width() + 40, stage.window.height())
    QApplication.processEvents()
    assert cover.geometry() == stage.rooms.rect()
    lane.go_on()  # the rows; the case is asked for now
    assert stage.titles == ["一个案件"]
    assert covers(stage) == [cover]
    lane.go_on()
    assert stage.record.case.title == "一个案件"
    assert covers(stage) == []


def test_without_a_case_the_welcome_page_comes_as_soon_as_that_is_known(bare_stage: WindowStage) -> None:
    lane = SlowLane()
    stage = bare_stage.furnish(lane)
    assert len(covers(stage)) == 1
    lane.go_on()
    assert covers(stage) == []
    assert stage.rooms.welcome.isVisible()


def test_the_first_case_is_shown_when_it_is_read(bare_stage: WindowStage) -> None:
    lane = SlowLane()
    lane.is_slow = False
    stage = bare_stage.furnish(lane)
    case, _ = stage.services.cases.new_case("第一个")
    lane.is_slow = True
    stage.rooms.read_rows(case.id)
    lane.go_on()  # the rows
    assert stage.rooms.welcome.isVisible()
    lane.go_on()
    assert stage.rooms.page.isVisible()
    assert stage.rooms.middle.isVisible()
    assert not stage.rooms.welcome.isVisible()
