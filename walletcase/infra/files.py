"""Writing files that are either whole or not there."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from walletcase.domain.errors import Exit, UserError

_NOWHERE = (errno.ENOENT, errno.ENOTDIR)
_FULL = (errno.ENOSPC, errno.EDQUOT) if hasattr(errno, "EDQUOT") else (errno.ENOSPC,)


def fsync_folder(folder: Path) -> None:
    """Make a folder's names durable where the system lets one open a folder."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class WholeFiles:
    """Puts a finished file in place of an old one, or leaves the old one as it is."""

    def write_whole(self, target: Path, fill: Callable[[Path], None]) -> None:
        """Let ``fill`` write a new file beside ``target``, make it durable, then put it in place of ``target``.

        The new file is readable by its owner only while it is being made. Raises UserError: target_no_folder,
        target_unwritable, disk_full; whatever ``fill`` raises passes through. The old file stays whole in each of these
        cases.
        """
        try:
            folder = Path(tempfile.mkdtemp(prefix=".walletcase-", dir=target.parent))
        except OSError as error:
            raise _told(error, target) from error
        part = folder / "part"
        try:
            fill(part)
            with part.open("rb+") as handle:
                os.fsync(handle.fileno())
            os.replace(part, target)
            fsync_folder(target.parent)
        except OSError as error:
            raise _told(error, target) from error
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def is_full(error: OSError) -> bool:
    """Return whether there is no room left on the disk, or none for this person."""
    return error.errno in _FULL


def _told(error: OSError, target: Path) -> UserError:
    if error.errno in _NOWHERE and not target.parent.is_dir():
        return UserError("target_no_folder", exit_code=Exit.REFUSED, folder=target.parent)
    code = "disk_full" if is_full(error) else "target_unwritable"
    return UserError(code, exit_code=Exit.REFUSED, file=target, reason=error.strerror or error)
