"""Files on their way into a case: where they come from, what became of each, rows written a few at a time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Protocol

from walletcase.domain.errors import UserError
from walletcase.domain.evidence import Evidence, StoredFile
from walletcase.services.changes import Changes
from walletcase.services.ports import IsCancelled, Vault

GROUP_FILES = 10
GROUP_BYTES = 16 << 20


class Source(Protocol):
    """Something that can be taken into the vault."""

    @property
    def name(self) -> str:
        """What it is called."""

    def take(self, vault: Vault, cancelled: IsCancelled) -> StoredFile:
        """Make its bytes durable. Raises UserError as the vault does, Cancelled."""

    def changed_at(self, zone: tzinfo | None) -> str:
        """Return when it was changed last, ISO with offset, "" where nobody knows."""


@dataclass(frozen=True, slots=True)
class InFile:
    """A file of the computer."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.name

    def take(self, vault: Vault, cancelled: IsCancelled) -> StoredFile:
        return vault.take(self.path, _no_bytes, cancelled)

    def changed_at(self, zone: tzinfo | None) -> str:
        try:
            return datetime.fromtimestamp(int(self.path.stat().st_mtime), zone).isoformat()
        except (OSError, OverflowError, ValueError):
            return ""


@dataclass(frozen=True, slots=True)
class InHand:
    """Bytes that never were a file, such as a pasted picture."""

    name: str
    content: bytes = field(repr=False)

    def take(self, vault: Vault, cancelled: IsCancelled) -> StoredFile:
        return vault.take_bytes(self.content)

    def changed_at(self, zone: tzinfo | None) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Failed:
    """Something that did not go in, and why."""

    source: Source
    error: UserError

    @property
    def file(self) -> Path:
        """The file, or just its name."""
        return self.source.path if isinstance(self.source, InFile) else Path(self.source.name)


@dataclass(frozen=True, slots=True)
class Twin:
    """Something that was not added because the case has an exhibit with the same bytes."""

    source: Source
    existing: Evidence


@dataclass(frozen=True, slots=True)
class Alike:
    """A new exhibit, and an older one of the case that it looks like: a hint, for the person to judge."""

    item: Evidence
    other: Evidence


@dataclass(frozen=True, slots=True)
class AttachReport:
    """What became of a list of files. ``cancelled`` says that the rest was left out at the person's wish."""

    stored: tuple[Evidence, ...]
    failed: tuple[Failed, ...]
    cancelled: bool
    changes: Changes
    twins: tuple[Twin, ...] = ()
    alike: tuple[Alike, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """A source whose bytes are durable in the vault and which has no row yet."""

    source: Source
    stored: StoredFile
    changed_at: str = ""


def files_in(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files meant by a drop: files as they are, folders by their files, in the order of their names.

    Hidden files of a folder and what a link in it points to are left out.
    """
    found: list[Path] = []
    for path in paths:
        if os.path.isdir(path):  # Path.is_dir raises for a name that is too long
            inside = sorted(p for p in path.rglob("*") if not _is_hidden(p.relative_to(path)))
            found.extend(p for p in inside if p.is_file() and not p.is_symlink())
        else:
            found.append(path)
    return tuple(found)


def sources(given: Iterable[Path | Source]) -> tuple[Source, ...]:
    """Return each as a source."""
    return tuple(InFile(one) if isinstance(one, Path) else one for one in given)


class Group:
    """Writes rows a few files at a time: one durable commit for each file costs more than its bytes do.

    ``known`` are the exhibits by SHA-256 whose bytes are not added again; None adds all.
    """

    def __init__(
        self,
        write: Callable[[Sequence[Taken]], Sequence[Evidence]],
        told: Callable[[Evidence], None],
        known: dict[str, Evidence] | None,
    ) -> None:
        self._write = write
        self._told = told
        self._known = known
        self._waiting: list[Taken] = []
        self.items: list[Evidence] = []
        self.failed: list[Failed] = []
        self.twins: list[Twin] = []

    def add(self, taken: Taken) -> None:
        """Let it wait for its row; write the rows that wait once there are enough."""
        if self._known is not None:
            sha256 = taken.stored.sha256
            if any(other.stored.sha256 == sha256 for other in self._waiting):
                self.store()
            if sha256 in self._known:
                self.twins.append(Twin(taken.source, self._known[sha256]))
                return
        self._waiting.append(taken)
        if len(self._waiting) >= GROUP_FILES or sum(t.stored.size_bytes for t in self._waiting) >= GROUP_BYTES:
            self.store()

    def store(self) -> None:
        """Write the rows that wait and tell of each item, now that it is durable."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        try:
            stored = self._write(waiting)
        except UserError as error:
            self.failed += [Failed(taken.source, error) for taken in waiting]
            return
        self.items += stored
        for item in stored:
            if self._known is not None:
                self._known[item.file.sha256] = item
            self._told(item)


def _is_hidden(inside: Path) -> bool:
    """A file or a folder on the way to it is hidden."""
    return any(part.startswith(".") for part in inside.parts)


def _no_bytes(done: int) -> None:
    """Ignore how many bytes of a file are in."""
