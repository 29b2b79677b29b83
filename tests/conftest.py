"""What every test gets: its own home, a screen that needs no screen, a fixed time, the real services in a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from walletcase.services.facade import Services

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=CHINA)


class FrozenClock:
    """A clock that stands until it is moved."""

    def __init__(self, at: datetime = NOW) -> None:
        self.at = at

    def now(self) -> datetime:
        """Return the time it stands at."""
        return self.at

    def today(self) -> str:
        """Return its date, ISO."""
        return self.at.date().isoformat()

    def move(self, **by: float) -> None:
        """Move it, by days=, hours= …"""
        self.at += timedelta(**by)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the developer's own folders is read or written."""
    home = tmp_path / "home"
    home.mkdir()
    xdg = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", *xdg):
        monkeypatch.setenv(name, str(home))


@pytest.fixture
def clock() -> FrozenClock:
    """2026-11-22 09:00 in China."""
    return FrozenClock()


@pytest.fixture
def services(tmp_path: Path, clock: FrozenClock) -> Iterator[Services]:
    """All use cases on a real database and vault in a fresh folder."""
    from walletcase.bootstrap import build

    built = build(tmp_path / "data", clock)
    yield built
    built.close()
