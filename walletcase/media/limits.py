"""What the child process denies itself before it looks at a file of unknown origin."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Final

# What each child may take, beyond what it has loaded when it is ready.
MEMORY_BYTES: Final = {
    "media": 1 << 30,
    "reading": 3 << 30,  # reading a screenshot takes 0.7 GB, and libraries reserve more than they use
    "redacting": 2 << 30,  # the bytes of the copy, beside the pixels of one page
}
_OPEN_FILES = 64
_NICENESS = 5
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FORBIDDEN: Final = (
    "socket.",
    "subprocess.",
    "shutil.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "os.chown",
    "urllib.",
    "ftplib.",
    "webbrowser.",
)


class FileGuard:
    """Refuses, by an audit hook that cannot be taken out again, what a preview has no business with.

    Python code may then read ``allowed`` (the file of the current request) and program code (what lies on the module
    path), write nothing, start nothing and reach no network. Libraries in C are not seen by it; for them there is
    ``restrict``. (pdfium reads the system's fonts for PDFs that bring none.)
    """

    def __init__(self) -> None:
        self.allowed = ""
        folders = {os.path.realpath(folder) for folder in (*sys.path, sys.prefix, sys.base_prefix) if folder}
        self._code = tuple(os.path.join(folder, "") for folder in folders)
        # A frozen build keeps its modules inside the program file and reads them from there when they are imported.
        self._program = os.path.realpath(sys.executable) if getattr(sys, "frozen", False) else ""

    def install(self) -> None:
        """From here on, for the rest of the process."""
        sys.addaudithook(self._check)

    def _check(self, event: str, args: tuple[object, ...]) -> None:
        if event == "open":
            self._check_open(*args)
        elif event.startswith(_FORBIDDEN):
            raise PermissionError(event)

    def _check_open(self, path: object = None, mode: object = None, flags: object = 0, *_rest: object) -> None:
        if isinstance(path, int):  # already open
            return
        if isinstance(flags, int) and flags & _WRITING:
            raise PermissionError("write")
        name = os.fsdecode(path) if isinstance(path, str | bytes | os.PathLike) else ""
        if name == self.allowed:
            return
        place = os.path.realpath(name)
        if place != self._program and not place.startswith(self._code):
            raise PermissionError(name)


def restrict(memory_bytes: int) -> None:
    """POSIX limits: so much address space beyond what is loaded now, no files written, no core dump, lower priority.

    Elsewhere (Windows), and for memory on macOS, the parent watches (child_watch), beside pixel limits and the guard.
    """
    if sys.platform == "win32":
        return
    import resource

    os.nice(_NICENESS)
    _set_limit(resource.RLIMIT_CORE, 0)
    _set_limit(resource.RLIMIT_FSIZE, 0)
    _set_limit(resource.RLIMIT_NOFILE, _OPEN_FILES)
    _set_limit(resource.RLIMIT_AS, _address_space_bytes() + memory_bytes)


def allow_cpu(seconds: float) -> None:
    """The child ends itself when it has used this much more processor time: should the parent die, nothing spins on."""
    if sys.platform == "win32":
        return
    import resource

    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time() + seconds) + 2, hard))


def _set_limit(kind: int, value: int) -> None:
    import resource

    try:
        resource.setrlimit(kind, (value, value))
    except (OSError, ValueError):  # macOS refuses RLIMIT_AS: there the parent watches
        return


def _address_space_bytes() -> int:
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return 1 << 29
    return pages * os.sysconf("SC_PAGE_SIZE")
