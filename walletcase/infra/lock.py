"""One writer per data folder: an operating-system lock that a killed holder can't leave behind."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType
from typing import IO, NoReturn

from walletcase.domain.errors import Exit, UserError


class FolderLock:
    """Held while the app or a writing command runs."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._handle: IO[str] | None = None

    def take(self) -> bool:
        """Take the lock; False if another process holds it. Raises UserError("store_unwritable")."""
        try:
            handle = os.fdopen(os.open(self._file, os.O_CREAT | os.O_RDWR, 0o600), "r+", encoding="ascii")
        except OSError as error:
            raise UserError("store_unwritable", exit_code=Exit.REFUSED, folder=self._file.parent) from error
        try:
            _lock(handle)
        except OSError:
            handle.close()
            return False
        self._handle = handle
        return True

    def release(self) -> None:
        """Give the lock back; the file stays, as its removal would race with the next holder."""
        if self._handle is not None:
            self._handle.close()
            self._handle = None

    def refuse(self) -> NoReturn:
        """Raise UserError("store_in_use")."""
        raise UserError("store_in_use", exit_code=Exit.REFUSED, folder=self._file.parent)

    def __enter__(self) -> FolderLock:
        """Take the lock. Raises UserError("store_in_use") when another process holds it."""
        if not self.take():
            self.refuse()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


if os.name == "nt":
    import msvcrt

    def _lock(handle: IO[str]) -> None:
        handle.seek(0)
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
else:
    import fcntl

    def _lock(handle: IO[str]) -> None:
        fcntl.flock(handle.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
