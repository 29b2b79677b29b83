"""Case files as a person picks them: the document itself, or an evidence pack that holds one."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Container, Iterator
from pathlib import Path

from walletcase.domain.errors import Cancelled, Exit, UserError
from walletcase.infra.files import is_full

_ZIP = b"PK\x03\x04"
_BLOCK = 1 << 20
_BROKEN = (KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error)


class CaseSources:
    """Implements services.case_files.CaseSource. ``document`` is the case file's name in a pack, ``limit`` its most
    bytes, ``exhibits`` the folder in which a pack keeps them.
    """

    def __init__(self, document: str, limit: int, exhibits: str) -> None:
        self._document = document
        self._limit = limit
        self._exhibits = exhibits

    def content(self, source: Path) -> bytes:
        """Return the case file's bytes. Raises UserError("case_file_unreadable")."""
        try:
            if not _is_pack(source):
                return self._bounded(source, source.stat().st_size, source.read_bytes)
            with zipfile.ZipFile(source) as pack:
                size = pack.getinfo(self._document).file_size
                return self._bounded(source, size, lambda: pack.read(self._document))
        except (OSError, *_BROKEN) as error:
            raise _unreadable(source) from error

    def exhibits(
        self, source: Path, sizes: Container[int], folder: Path, cancelled: Callable[[], bool]
    ) -> Iterator[Path]:
        """Unpack a pack's exhibits that have one of these sizes (bytes) into ``folder``, one after the other: the next
        takes the place of the one before. None for a file that is no pack.

        Raises Cancelled; UserError: case_file_unreadable, disk_full.
        """
        try:
            if not _is_pack(source):
                return
            with zipfile.ZipFile(source) as pack:
                for entry in pack.infolist():
                    if entry.filename.startswith(self._exhibits) and entry.file_size in sizes:
                        yield _unpacked(pack, entry, folder / "exhibit", cancelled)
        except OSError as error:
            if is_full(error):
                raise UserError("disk_full", exit_code=Exit.REFUSED, file=source.name) from error
            raise _unreadable(source) from error
        except _BROKEN as error:
            raise _unreadable(source) from error

    def _bounded(self, source: Path, size: int, read: Callable[[], bytes]) -> bytes:
        if size > self._limit:
            raise _unreadable(source)
        return read()


def _is_pack(source: Path) -> bool:
    with source.open("rb") as file:
        return file.read(len(_ZIP)) == _ZIP


def _unpacked(pack: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path, cancelled: Callable[[], bool]) -> Path:
    """No more bytes come out than the entry says, so what it says bounds it."""
    with pack.open(entry) as packed, path.open("wb") as file:
        while block := packed.read(_BLOCK):
            if cancelled():
                raise Cancelled
            file.write(block)
    return path


def _unreadable(source: Path) -> UserError:
    return UserError("case_file_unreadable", file=source.name)
