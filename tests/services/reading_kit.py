"""Pixels read by answer: what stands in them is known, and reading takes as long as the test wants."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from walletcase.domain.page_text import Line, TextSource
from walletcase.services.facade import Services
from walletcase.services.reading import Reading

READ = (
    Line("受理编号", 700, 1350, 1600, 220, 99),
    Line("GD20261120004417", 6100, 1370, 3100, 180, 62),
    Line("我的工号是3127", 700, 2000, 3000, 220, 98),
)


class Eyes:
    """Stands in for media.page_reader where pixels are read; the rest is the real one. ``open`` lets reading end."""

    def __init__(self, real: object) -> None:
        self._real = real
        self.is_available = True
        self.answer = Reading(READ, TextSource.MACHINE, "eyes 1")
        self.read: list[Path] = []
        self.open = Event()
        self.open.set()
        self._stopped = False
        self.rests = 0

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)

    def read_pixels(self, path: Path, media_type: str, page_no: int, height_per_width: float) -> Reading:
        """Answer as set, once it is open."""
        self._stopped = False
        self.open.wait(30)
        if self._stopped:
            return Reading((), TextSource.MACHINE, note="stopped")
        self.read.append(path)
        return self.answer

    def interrupt(self) -> None:
        """End what is being read."""
        self._stopped = True
        self.open.set()

    def rest(self) -> None:
        """Remember that memory was given back."""
        self.rests += 1


def open_eyes(services: Services, monkeypatch: pytest.MonkeyPatch) -> Eyes:
    """Let a service read pixels by answer."""
    eyes = Eyes(services.reading._reader)
    monkeypatch.setattr(services.reading, "_reader", eyes)
    return eyes
