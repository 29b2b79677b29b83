"""Notices files that come into one folder, such as the one for screenshots. Nothing is added without being asked.

It lives as long as the lane it works in. What was in the folder before is left alone, and so is what still grows.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from walletcase.ui.shell.tasks import Job, Lane

_SETTLE_MS = 700  # what has the same size and time after this is finished
_POLL_MS = 5_000  # where the system tells of no changes (some network folders)
_MOST_FILES = 50_000
# How programs call what they are still writing.
_UNFINISHED = (".part", ".crdownload", ".tmp", ".download", ".partial")

Seen = dict[str, tuple[int, int]]  # name: (bytes, time of change in ns)


class FolderWatch(QObject):
    """``waiting`` are the files that came and were neither added nor declined, oldest first."""

    changed = Signal()  # ``waiting`` is another
    arrived = Signal(object)  # the paths that came just now

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._folder: Path | None = None
        self._known: Seen | None = None
        self._growing: Seen = {}
        self.waiting: tuple[Path, ...] = ()
        self._watcher = QFileSystemWatcher(self)
        self._soon = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._poll = QTimer(self, interval=_POLL_MS)
        self._watcher.directoryChanged.connect(self._soon.start)
        self._poll.timeout.connect(self._look)
        self._soon.timeout.connect(self._look)

    @property
    def folder(self) -> Path | None:
        """The folder that is watched."""
        return self._folder

    def watch(self, folder: Path | None) -> None:
        """Watch this folder from now on, or none."""
        if folder == self._folder:
            return
        if self._folder is not None:
            self._watcher.removePath(str(self._folder))
        self._soon.stop()
        self._poll.stop()
        self._folder, self._known, self._growing = folder, None, {}
        self._set_waiting(())
        if folder is not None:
            if not self._watcher.addPath(str(folder)):
                self._poll.start()
            self._look()

    def done_with(self, paths: tuple[Path, ...]) -> None:
        """These were added or declined."""
        self._set_waiting(tuple(path for path in self.waiting if path not in paths))

    def _look(self) -> None:
        folder = self._folder
        if folder is None:
            return

        def look(job: Job) -> Seen:
            return files_of(folder)

        def take(found: Seen) -> None:
            if folder == self._folder:
                self._take(folder, found)

        self._lane.run(look, take, self._give_up, self)

    def _take(self, folder: Path, found: Seen) -> None:
        if self._known is None:
            self._known = found
            return
        new = {name: facts for name, facts in found.items() if name not in self._known}
        finished = [name for name, facts in new.items() if facts[0] and self._growing.get(name) == facts]
        self._growing = {name: facts for name, facts in new.items() if name not in finished}
        # What is gone may come back as something new.
        self._known = {name: facts for name, facts in found.items() if name in self._known or name in finished}
        if self._growing:
            self._soon.start()
        if finished:
            paths = tuple(folder / name for name in sorted(finished, key=lambda name: found[name][1]))
            self._set_waiting(self.waiting + paths)
            self.arrived.emit(paths)

    def _give_up(self, error: BaseException) -> None:
        """The folder is gone or closed to us: look again from time to time."""
        if not self._poll.isActive():
            self._poll.start()

    def _set_waiting(self, paths: tuple[Path, ...]) -> None:
        if paths != self.waiting:
            self.waiting = paths
            self.changed.emit()


def files_of(folder: Path) -> Seen:
    """The plain files of a folder that are not hidden and not named as unfinished. Raises OSError."""
    found: Seen = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            if len(found) >= _MOST_FILES:
                break
            if entry.name.startswith(".") or entry.name.lower().endswith(_UNFINISHED):
                continue
            try:
                facts = entry.stat(follow_symlinks=False)
            except OSError:
                continue
            if stat.S_ISREG(facts.st_mode):
                found[entry.name] = (facts.st_size, facts.st_mtime_ns)
    return found


def watch_of(lane: Lane) -> FolderWatch:
    """Return the one that lives with a lane, made on first use."""
    if not isinstance(lane, QObject):
        raise TypeError("a lane of the window is a QObject")
    return lane.findChild(FolderWatch) or FolderWatch(lane, lane)
