"""Watches over a child process while it works: for so long, and where no limit can be set on it, its memory.

Linux bounds a child's memory itself (limits.restrict). Windows and macOS do not, so there the parent looks.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Final

BOUNDS_MEMORY: Final = sys.platform == "linux"
_LOOK_S: Final = 0.02  # a bomb fills some ten megabytes in that time


class Watch(threading.Thread):
    """Calls ``kill`` once, when ``seconds`` are over or the process has taken ``memory_bytes`` more than it had.

    ``ended_for`` is "time", "memory" or "" then. Call ``stop`` when the work is done.
    """

    def __init__(self, pid: int, seconds: float, memory_bytes: int | None, kill: Callable[[], None]) -> None:
        """``memory_bytes`` None: the clock only."""
        super().__init__(name="child-watch", daemon=True)
        self.ended_for = ""
        self._pid = pid
        self._seconds = seconds
        self._memory_bytes = memory_bytes
        self._kill = kill
        self._over = threading.Event()

    def stop(self) -> None:
        """Watch no longer; afterwards ``ended_for`` does not change."""
        self._over.set()
        self.join()

    def run(self) -> None:
        if self._memory_bytes is None:
            if not self._over.wait(self._seconds):
                self._end("time")
            return
        most = _resident(self._pid) + self._memory_bytes
        left = self._seconds
        while not self._over.wait(_LOOK_S):
            left -= _LOOK_S
            if left <= 0 or _resident(self._pid) > most:
                self._end("time" if left <= 0 else "memory")
                return

    def _end(self, reason: str) -> None:
        self.ended_for = reason
        self._kill()


def _resident(pid: int) -> int:
    """Bytes in memory; 0 for a process that has ended."""
    import psutil

    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0
