"""ZIP files of unknown origin: what is inside, and one member at a time. Child process only.

What a ZIP says of itself is checked before anything is unpacked: how many members, how large, how far they grow. A
ZIP inside is one member like any other and never opened from here, so no nest of them unfolds by itself.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from walletcase.media.faults import Encrypted, TooLarge

MOST_MEMBERS: Final = 2_000
MOST_TOTAL_BYTES: Final = 4 << 30
LARGEST_MEMBER_BYTES: Final = 256 << 20
# The best that Deflate does is 1032 to 1; photos, films and texts of people stay far below this.
MOST_GROWTH: Final = 200
_FREE_GROWTH_BYTES: Final = 16 << 20  # below this any growth is harmless
_LONGEST_CENTRAL: Final = 16 << 20
_LONGEST_END: Final = 22 + 0xFFFF  # its fixed part and the longest comment
_PIECE: Final = 1 << 20
_UTF8_NAME: Final = 0x800
_LOCKED: Final = 0x1
# What systems put beside the files of people.
_SYSTEM_FOLDERS: Final = frozenset({"__MACOSX", "System Volume Information", "$RECYCLE.BIN"})
_SYSTEM_NAMES: Final = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})


@dataclass(frozen=True, slots=True)
class Inside:
    """A file inside another: ``number`` finds it again; ``name`` is where it lies there, by "/"."""

    number: int
    name: str
    size_bytes: int
    locked: bool = False


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The archive, its size and growth checked. Raises TooLarge for a bomb, BadZipFile for what is none."""
    with path.open("rb") as file:
        size_bytes = file.seek(0, 2)
        file.seek(max(0, size_bytes - _LONGEST_END))
        end = file.read()
        at = end.rfind(b"PK\x05\x06")  # APPNOTE.TXT 4.3.16: how long the list of members is stands 12 bytes on
        if at >= 0 and int.from_bytes(end[at + 12 : at + 16], "little") > _LONGEST_CENTRAL:
            raise TooLarge("members")
        with zipfile.ZipFile(file) as archive:
            _check(archive, size_bytes)
            yield archive


def _check(archive: zipfile.ZipFile, size_bytes: int) -> None:
    members = archive.infolist()
    total = sum(one.file_size for one in members)
    if total > MOST_TOTAL_BYTES or (total > _FREE_GROWTH_BYTES and total > MOST_GROWTH * size_bytes):
        raise TooLarge("a bomb")


def members(path: Path) -> list[Inside]:
    """The files inside, at most MOST_MEMBERS, without folders and what systems add. Raises Encrypted if all are."""
    with opened(path) as archive:
        found = [
            Inside(number, name, one.file_size, bool(one.flag_bits & _LOCKED))
            for number, one in enumerate(archive.infolist())
            if not one.is_dir() and _is_a_persons(name := _name(one))
        ]
    if found and all(one.locked for one in found):
        raise Encrypted
    return found[:MOST_MEMBERS]


def content(path: Path, number: int) -> Iterator[bytes]:
    """One member, in pieces. Raises TooLarge before the first piece, BadZipFile where its checksum is wrong."""
    with opened(path) as archive:
        one = archive.infolist()[number]
        if one.flag_bits & _LOCKED:
            raise Encrypted
        if one.file_size > LARGEST_MEMBER_BYTES:
            raise TooLarge(one.file_size)
        with archive.open(one) as member:
            while piece := member.read(_PIECE):
                yield piece


def read_part(archive: zipfile.ZipFile, name: str, most_bytes: int) -> bytes:
    """A part of a document by its name, b"" if there is none; a longer one is cut."""
    try:
        with archive.open(name) as part:
            return part.read(most_bytes)
    except KeyError:
        return b""


def preview(path: Path, limit: int) -> str:
    """What is inside, a file a line: size in bytes, then name."""
    lines = (f"{one.size_bytes:>13,}  {one.name}" for one in members(path))
    return "\n".join(lines)[:limit]


def _name(one: zipfile.ZipInfo) -> str:
    """The name as it was meant: without the flag for UTF-8 it is in the code page of whoever packed it."""
    name = one.filename
    if not one.flag_bits & _UTF8_NAME:
        raw = name.encode("cp437", errors="replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return name.replace("\\", "/")


def _is_a_persons(name: str) -> bool:
    *folders, last = [part for part in name.split("/") if part] or [""]
    if not last or last.startswith("._") or last.casefold() in _SYSTEM_NAMES:
        return False
    return not _SYSTEM_FOLDERS.intersection(folders)
