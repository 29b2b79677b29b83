"""What a disk may hold after a power loss, worked out from a recording of the system calls (reliability.md E4).

Only what was synced is sure to be there. Of the rest anything may have reached the disk: names without bytes, some
writes but not others, in any order. Three models of it:
strict   only synced bytes under names whose folder was synced; syncing a new file makes its first name durable too
names    every name has reached the disk, bytes that were not synced are zero
random   some later names, and of the writes since the last sync each block with a chance of one half
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CALLS = (
    "openat,open,creat,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,fsync,fdatasync,rename,renameat,"
    "renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,link,linkat,symlink,symlinkat,fallocate,copy_file_range,sendfile,"
    "sync_file_range"
)
STRACE = ["-y", "-xx", "-s", "4000000", "-e", f"trace={CALLS}"]
MODELS = ("strict", "names", "random", "random")
_BLOCK = 4096
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')
_FD = re.compile(r"\((\d+)<((?:\\x[0-9a-f]{2})*)")
_CALL = re.compile(r"^\d+ +(\w+)\(")


@dataclass(frozen=True)
class Call:
    """One system call that succeeded. ``paths`` are what it names; ``numbers`` its other arguments."""

    name: str
    fd: int
    paths: tuple[str, ...]
    data: bytes
    numbers: tuple[int, ...]
    result: int
    creates: bool
    truncates: bool


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def read_log(log: Path) -> Iterator[Call]:
    """Yield the calls of an strace log made with STRACE. Raises ValueError for a line that can't be understood."""
    for line in log.read_text("ascii").splitlines():
        match = _CALL.match(line)
        if match is None:
            if "+++" in line or "---" in line:
                continue
            raise ValueError(f"not a whole call: {line[:200]}")
        arguments, _, result = line.rpartition(" = ")
        if result.startswith(("-1", "?")):
            continue
        texts = _TEXT.findall(arguments)
        if any(cut for _, cut in texts):
            raise ValueError(f"strace cut this call off: {line[:200]}")
        fd = _FD.search(arguments)
        name = match[1]
        by_descriptor = fd is not None and not name.startswith("open")
        strings = [_bytes(text) for text, _ in texts]
        paths = [fd[2]] if by_descriptor and fd is not None else []
        tail = arguments.rpartition('"')[2] if strings else arguments.rpartition(">")[2]
        yield Call(
            name=name,
            fd=int(fd[1]) if by_descriptor and fd is not None else -1,
            paths=tuple(_bytes(path).decode() for path in paths) if paths else tuple(s.decode() for s in strings),
            data=b"".join(strings) if by_descriptor else b"",
            numbers=tuple(int(number) for number in re.findall(r"(?<![\w.])\d+", tail)),
            result=int(re.match(r"\d+", result)[0]),  # type: ignore[index]
            creates="O_CREAT" in arguments,
            truncates="O_TRUNC" in arguments,
        )


@dataclass(eq=False)
class File:
    """A file's bytes: as synced, as the program sees them, and what lies between."""

    synced: bytes = b""
    current: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)  # (offset, data) or (length, None)

    def write(self, offset: int, data: bytes) -> None:
        """Write, so far into the cache only."""
        _put(self.current, offset, data)
        self.pending += [(offset + at, data[at : at + _BLOCK]) for at in range(0, len(data), _BLOCK)]

    def truncate(self, length: int) -> None:
        """Cut or lengthen."""
        _cut(self.current, length)
        self.pending.append((length, None))

    def sync(self) -> None:
        """Make durable what was written."""
        self.synced, self.pending = bytes(self.current), []

    def after_loss(self, model: str, rng: random.Random) -> bytes:
        """Return what the disk holds."""
        left = bytearray(self.synced)
        for offset, data in self.pending:
            if model == "strict" or (model == "random" and rng.random() < 0.5):
                continue
            if data is None:
                _cut(left, offset)
            elif model == "random":
                _put(left, offset, data)
            elif len(left) < offset + len(data):
                _cut(left, offset + len(data))
        return bytes(left)


def _cut(content: bytearray, length: int) -> None:
    del content[length:]
    content.extend(bytes(length - len(content)))


def _put(content: bytearray, offset: int, data: bytes) -> None:
    if len(content) < offset:
        _cut(content, offset)
    content[offset : offset + len(data)] = data


@dataclass
class Naming:
    """A change of names: ``file`` appears at ``new`` (None: a folder), disappears from ``old``, or both."""

    file: File | None
    new: str = ""
    old: str = ""
    durable: bool = False


class Disk:
    """Follows the calls on one folder."""

    def __init__(self, folder: Path) -> None:
        self._root = str(folder)
        self._names: dict[str, File] = {}
        self._log: list[Naming] = []
        self._offsets: dict[int, int] = {}
        self.acks: list[tuple[int, str]] = []

    def _is_ours(self, path: str) -> bool:
        return path == self._root or path.startswith(f"{self._root}/")

    def follow(self, call: Call) -> bool:
        """Apply a call; return whether a crash after it is a new case. Raises ValueError for an unknown call."""
        if call.name == "writev" and call.fd == 1:
            return self._hear(call.data.decode())
        if not any(self._is_ours(path) for path in call.paths):
            # the folder's own name is made durable by syncing the folder above
            return call.name == "fsync" and self._sync_folder(call.paths[0])
        apply = getattr(self, f"_on_{call.name}", None)
        if apply is None:
            raise ValueError(f"{call.name} is not modelled")
        return bool(apply(call))

    def after_loss(self, model: str, rng: random.Random) -> tuple[set[str], dict[str, bytes]]:
        """Return the folders and files that the disk holds."""
        cut = {"strict": 0, "names": len(self._log)}.get(model, rng.randint(0, len(self._log)))
        folders: set[str] = set()
        files: dict[str, File] = {}
        for number, naming in enumerate(self._log):
            if not naming.durable and number >= cut:
                continue
            if naming.file is None:
                folders.add(naming.new)
                continue
            if naming.old and files.get(naming.old) is naming.file:
                del files[naming.old]
            if naming.new:
                files[naming.new] = naming.file
        reached = {path: file for path, file in files.items() if _parents(path, self._root) <= folders}
        return folders, {path: file.after_loss(model, rng) for path, file in sorted(reached.items())}

    def _hear(self, text: str) -> bool:
        acks = [line.split()[1:] for line in text.splitlines() if line.startswith("ACK")]
        self.acks += [(int(number), sha256) for number, sha256 in acks]
        return bool(acks)

    def _sync_folder(self, path: str) -> bool:
        fresh = [n for n in self._log if not n.durable and str(Path(n.new or n.old).parent) == path]
        for naming in fresh:
            naming.durable = True
        return bool(fresh)

    def _on_openat(self, call: Call) -> bool:
        path = call.paths[0]
        self._offsets[call.result] = 0
        if call.creates and path not in self._names:
            self._names[path] = File()
            self._log.append(Naming(self._names[path], new=path))
            return True
        if call.truncates:
            self._names[path].truncate(0)
        return call.truncates

    def _on_write(self, call: Call) -> bool:
        offset = self._offsets[call.fd]
        self._names[call.paths[0]].write(offset, call.data[: call.result])
        self._offsets[call.fd] = offset + call.result
        return True

    def _on_pwrite64(self, call: Call) -> bool:
        self._names[call.paths[0]].write(call.numbers[1], call.data[: call.result])
        return True

    def _on_ftruncate(self, call: Call) -> bool:
        self._names[call.paths[0]].truncate(call.numbers[0])
        return True

    def _on_fsync(self, call: Call) -> bool:
        path = call.paths[0]
        if path not in self._names:
            return self._sync_folder(path)
        file = self._names[path]
        file.sync()
        for naming in self._log:
            if naming.file is file and not naming.old:
                naming.durable = True
        return True

    _on_fdatasync = _on_fsync

    def _on_rename(self, call: Call) -> bool:
        old, new = call.paths
        self._names[new] = self._names.pop(old)
        self._log.append(Naming(self._names[new], new=new, old=old))
        return True

    def _on_unlink(self, call: Call) -> bool:
        self._log.append(Naming(self._names.pop(call.paths[0]), old=call.paths[0]))
        return True

    def _on_mkdir(self, call: Call) -> bool:
        self._log.append(Naming(None, new=call.paths[0]))
        return True


def _parents(path: str, root: str) -> set[str]:
    return {str(parent) for parent in Path(path).parents if str(parent) == root or str(parent).startswith(f"{root}/")}


def write_state(state: tuple[set[str], dict[str, bytes]], old: Path, new: Path) -> None:
    """Lay a state of the folder ``old`` out as the folder ``new``."""
    new.mkdir(parents=True)
    folders, files = state
    for folder in sorted(folders):
        (new / Path(folder).relative_to(old)).mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        (new / Path(path).relative_to(old)).write_bytes(content)
