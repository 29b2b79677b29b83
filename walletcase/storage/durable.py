"""Owner-only files and folders, and the calls that make them survive a power loss. What fails is told in our words."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from walletcase.domain.errors import Exit, UserError

FOLDER_MODE = 0o700
FILE_MODE = 0o600
_NO_SPACE = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_NO_WRITING = (errno.EROFS, errno.EACCES, errno.EPERM)
_SHARING_VIOLATIONS = (5, 32, 33)  # WinError: access denied, sharing violation, lock violation
_RENAME_TRIES = 10  # 10 + 20 + 40 … ms: gives up after about 2.5 s (reliability.md section 2 point 6)


@contextmanager
def store_errors(place: Path, needed_bytes: int = 0) -> Iterator[None]:
    """Turn what the file system refuses while writing to ``place`` into a UserError with file and folder as params.

    Raises UserError: disk_full (needed_bytes; 0 is not known), store_unwritable, disk_error (detail).
    """
    try:
        yield
    except OSError as error:
        if error.errno in _NO_SPACE:
            code = "disk_full"
        elif error.errno in _NO_WRITING:
            code = "store_unwritable"
        else:
            code = "disk_error"
        detail = error.strerror or error
        raise UserError(
            code, exit_code=Exit.REFUSED, file=place, folder=place, detail=detail, needed_bytes=needed_bytes
        ) from error


def make_folder(folder: Path) -> bool:
    """Create a folder that only its owner may enter; return whether it is new. An existing folder is left alone."""
    if folder.is_dir():
        return False
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        folder.mkdir(mode=FOLDER_MODE)
    except FileExistsError:
        return False
    folder.chmod(FOLDER_MODE)  # whatever the umask took away
    return True


def create_file(path: Path) -> int:
    """Create a file that only its owner may read and return its descriptor. Raises FileExistsError."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    fd = os.open(path, flags, FILE_MODE)
    if hasattr(os, "fchmod"):
        os.fchmod(fd, FILE_MODE)
    return fd


def sync_file(fd: int) -> None:
    """Wait until a file's bytes are on the disk. A failure is final: it may be reported only once."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
    else:
        os.fsync(fd)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk. Windows has no such call; NTFS journals names."""
    if os.name == "nt":
        return
    fd = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def replace_file(source: Path, target: Path) -> None:
    """Rename over ``target``. On Windows a virus scanner may hold either file for a moment: try again."""
    for attempt in range(_RENAME_TRIES):
        try:
            source.replace(target)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _SHARING_VIOLATIONS or attempt == _RENAME_TRIES - 1:
                raise
            time.sleep(min(0.01 * 2**attempt, 0.5))
        else:
            return
