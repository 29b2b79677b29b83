"""The vault: evidence files by SHA-256, copied in so that what is reported as stored survives a power loss."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from threading import Lock, get_ident

from walletcase.domain.errors import Cancelled, UserError
from walletcase.domain.evidence import StoredFile
from walletcase.services.ports import IsCancelled, never_cancelled
from walletcase.storage.durable import create_file, make_folder, replace_file, store_errors, sync_file, sync_folder

VAULT_FOLDER = "vault"
TEMP_FOLDER = "tmp"
CHUNK_BYTES = 1024 * 1024
MAX_FILE_BYTES = 2 * 1024**3
_TEMP_SUFFIX = ".part"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SHARD = re.compile(r"[0-9a-f]{2}")
_LEFT_BY_FILE_MANAGERS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".directory"})
# Never wait for a pipe's other end, never follow a link that took the file's place after we looked.
_READ_FLAGS = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY", "O_NOCTTY")
)


class FileVault:
    """Implements services.ports.Vault in ``folder``/vault/ab/<sha256>, with ``folder``/tmp beside it.

    The order of taking a file in is reliability.md section 2 point 2: copy to tmp while hashing, sync, read again,
    rename, sync the folders. A row may be written only after ``take`` returned, so the worst case is a blob without a
    row, which ``sweep`` removes.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._root = folder / VAULT_FOLDER
        self._temp = folder / TEMP_FOLDER
        self._lock = Lock()
        self._being_written: set[Path] = set()
        self._taken: set[tuple[str, int]] = set()  # (SHA-256, thread that took it): a row may be on its way
        self._durable_folders: set[Path] = set()

    def take(self, source: Path, progress: Callable[[int], None], cancelled: IsCancelled) -> StoredFile:
        """Copy a file in; ``progress`` gets bytes done. A symbolic link is followed, once, to a regular file.

        Raises Cancelled; UserError: file_missing, file_unreadable, not_a_file, file_changed, file_too_large,
        disk_full, store_unwritable, disk_error. Nothing is left behind when it raises.
        """
        with _open_source(source) as (fd, size_bytes):
            return self._store(_chunks(fd, source, progress, cancelled), size_bytes)

    def take_bytes(self, content: bytes) -> StoredFile:
        """Store bytes that never were a file. Raises UserError: disk_full, store_unwritable, disk_error."""
        return self._store(iter((content,)), len(content))

    def path(self, sha256: str) -> Path:
        """Return where a blob is or would be."""
        if not _SHA256.fullmatch(sha256):
            raise ValueError(f"not a lower-case SHA-256: {sha256!r}")
        return self._root / sha256[:2] / sha256

    def fault(self, file: StoredFile, cancelled: IsCancelled = never_cancelled) -> str:
        """Read a blob again: "" if it is as stored, else "missing" or "altered" (unreadable is altered).

        Raises Cancelled.
        """
        try:
            return "" if _digest(self.path(file.sha256), cancelled) == file else "altered"
        except (FileNotFoundError, NotADirectoryError):
            return "missing"
        except OSError:
            return "altered"

    def foreign(self, live: Iterable[str], cancelled: IsCancelled = never_cancelled) -> Sequence[str]:
        """Return what lies among the blobs and is none, by its place ("ab/name"); a foreign folder counts as one.

        A blob not in ``live`` (SHA-256) whose bytes fit its name is being added just now or was left over, and what
        file managers leave behind is nothing: neither is named. Raises Cancelled; UserError as the store's.
        """
        wanted, found = set(live), []
        with store_errors(self._folder):
            for entry in _entries(self._root):
                shard = self._root / entry.name
                if entry.is_dir(follow_symlinks=False) and _SHARD.fullmatch(entry.name):
                    inside = (one.name for one in _entries(shard) if not self._is_blob(shard, one, wanted, cancelled))
                    found += [f"{entry.name}/{name}" for name in inside]
                else:
                    found.append(entry.name)
        return sorted(found)

    def _is_blob(self, shard: Path, entry: os.DirEntry[str], wanted: set[str], cancelled: IsCancelled) -> bool:
        if self._blob_path(entry.name) != shard / entry.name:
            return False
        if entry.name in wanted:
            return True
        try:
            return _digest(shard / entry.name, cancelled).sha256 == entry.name
        except FileNotFoundError:  # swept meanwhile
            return True
        except OSError:
            return False

    def sweep(self, live: Iterable[str]) -> int:
        """Remove temporary leftovers and blobs not in ``live`` (SHA-256); return how many files went.

        A blob that another thread took since the start stays, as its row may not be committed yet. The calling thread's
        own are settled: nobody sweeps between taking a file and writing its row.
        """
        wanted = set(live)
        with self._lock, store_errors(self._folder):
            self._taken = {(sha, thread) for sha, thread in self._taken if thread != get_ident()}
            wanted.update(sha for sha, _ in self._taken)
            leftovers = [p for p in _files(self._temp) if p.suffix == _TEMP_SUFFIX and p not in self._being_written]
            blobs = [p for shard in _folders(self._root) for p in _files(shard) if p == self._blob_path(p.name)]
            orphans = [p for p in blobs if p.name not in wanted]
            for path in leftovers + orphans:
                path.unlink()
        return len(leftovers) + len(orphans)

    def _blob_path(self, name: str) -> Path | None:
        return self.path(name) if _SHA256.fullmatch(name) else None

    def _store(self, chunks: Iterator[bytes], size_bytes: int) -> StoredFile:
        with store_errors(self._folder, size_bytes):
            if make_folder(self._folder):
                sync_folder(self._folder.parent)
            for folder in (self._temp, self._root):
                self._make_durable(folder)
            temp = self._temp / f"{token_hex(16)}{_TEMP_SUFFIX}"
            with self._lock:
                self._being_written.add(temp)
            try:
                file = _write(temp, chunks)
                if _digest(temp) != file:
                    raise OSError("the disk gave back other bytes than were written")
                self._settle(temp, file)
            finally:
                with suppress(FileNotFoundError):
                    temp.unlink()
                with self._lock:
                    self._being_written.discard(temp)
        return file

    def _settle(self, temp: Path, file: StoredFile) -> None:
        """Give a synced temporary file its name, or keep the sound blob that already has it; then sync the folder."""
        target = self.path(file.sha256)
        with self._lock:
            self._taken.add((file.sha256, get_ident()))
        self._make_durable(target.parent)
        if self.fault(file):
            replace_file(temp, target)
        else:
            _sync_existing(target)
        sync_folder(target.parent)

    def _make_durable(self, folder: Path) -> None:
        """Create a folder and sync its name, once for each start: a run that was killed may have left it unsynced."""
        new = make_folder(folder)
        if new or folder not in self._durable_folders:
            sync_folder(folder.parent)
            self._durable_folders.add(folder)


@contextmanager
def _open_source(source: Path) -> Iterator[tuple[int, int]]:
    """Open a regular file and yield its descriptor and size in bytes; check afterwards that it did not change."""
    with _source_errors(source):
        real = os.path.realpath(source, strict=True)
        if not stat.S_ISREG(os.stat(real).st_mode):  # before opening: opening a device may already do something
            raise UserError("not_a_file", file=source)
        fd = os.open(real, _READ_FLAGS)
    try:
        before = os.fstat(fd)
        if not stat.S_ISREG(before.st_mode):
            raise UserError("not_a_file", file=source)
        if before.st_size > MAX_FILE_BYTES:
            raise _too_large(source)
        yield fd, before.st_size
    finally:
        os.close(fd)


def _chunks(fd: int, source: Path, progress: Callable[[int], None], cancelled: IsCancelled) -> Iterator[bytes]:
    before, done = os.fstat(fd), 0
    while True:
        if cancelled():
            raise Cancelled
        with _source_errors(source):
            chunk = os.read(fd, CHUNK_BYTES)
        if not chunk:
            break
        done += len(chunk)
        if done > MAX_FILE_BYTES:
            raise _too_large(source)
        yield chunk
        progress(done)
    after = os.fstat(fd)
    if (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns) or done != before.st_size:
        raise UserError("file_changed", file=source)


def _too_large(source: Path) -> UserError:
    return UserError("file_too_large", file=source, limit_bytes=MAX_FILE_BYTES)


@contextmanager
def _source_errors(source: Path) -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UserError("file_missing", file=source) from error
    except (OSError, ValueError) as error:  # ValueError: a name with NUL in it
        raise UserError("file_unreadable", file=source, detail=getattr(error, "strerror", None) or error) from error


def _write(temp: Path, chunks: Iterator[bytes]) -> StoredFile:
    hasher, size_bytes = sha256(), 0
    with os.fdopen(create_file(temp), "wb", buffering=0) as out:
        for chunk in chunks:
            hasher.update(chunk)
            rest = memoryview(chunk)
            while rest:
                rest = rest[out.write(rest) or 0 :]
            size_bytes += len(chunk)
        sync_file(out.fileno())
    return StoredFile(hasher.hexdigest(), size_bytes)


def _digest(path: Path, cancelled: IsCancelled = never_cancelled) -> StoredFile:
    """Read a blob through. Raises OSError, also for anything that is not a regular file; Cancelled."""
    fd = os.open(path, _READ_FLAGS)
    with os.fdopen(fd, "rb", buffering=0) as blob:
        if not stat.S_ISREG(os.fstat(fd).st_mode):
            raise OSError("not a regular file")
        hasher, size_bytes = sha256(), 0
        while chunk := blob.read(CHUNK_BYTES):
            if cancelled():
                raise Cancelled
            hasher.update(chunk)
            size_bytes += len(chunk)
    return StoredFile(hasher.hexdigest(), size_bytes)


def _sync_existing(blob: Path) -> None:
    """Sync a blob that was there already: whoever put it there may have been stopped before its bytes were durable."""
    fd = os.open(blob, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        sync_file(fd)
    finally:
        os.close(fd)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """What lies in a folder, but for what file managers leave everywhere."""
    try:
        with os.scandir(folder) as entries:
            return [entry for entry in entries if entry.name not in _LEFT_BY_FILE_MANAGERS]
    except FileNotFoundError:
        return []


def _folders(folder: Path) -> list[Path]:
    return [p for p in folder.iterdir() if p.is_dir() and not p.is_symlink()] if folder.is_dir() else []


def _files(folder: Path) -> list[Path]:
    return [p for p in folder.iterdir() if p.is_file() or p.is_symlink()] if folder.is_dir() else []
