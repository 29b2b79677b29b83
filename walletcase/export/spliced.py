"""A PDF that exists only as a recipe: the laid-out text in memory, with pictures read from their files as needed.

pikepdf holds every stream that it is handed in memory, but reads the streams of the file that it opened only when it
writes them. So the pictures are presented to it as part of that file, by an incremental update (PDF 32000-1, 7.5.6):
memory stays flat however many there are.
"""

from __future__ import annotations

import io
import re
import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO, Protocol

from walletcase.domain.errors import Cancelled
from walletcase.export.picture import Chunk, FileRange, Picture

_OPEN_FILES = 16


class Embedded(Protocol):
    """A file that goes in as it is, with the lines of its stream's dictionary."""

    @property
    def entries(self) -> bytes: ...
    @property
    def content(self) -> FileRange: ...


class Spliced(io.RawIOBase):
    """Bytes and ranges of files read as one file. ``lost`` names the first that failed: pikepdf hides the error.

    ``check`` is called at each reading and may raise Cancelled, which ``stopped`` then holds for the same reason:
    pikepdf reads long before it first says how far it is.
    """

    def __init__(self) -> None:
        super().__init__()
        self.lost: Path | None = None
        self.stopped: Cancelled | None = None
        self.check: Callable[[], None] = lambda: None
        self._chunks: list[Chunk] = []
        self._starts: list[int] = []
        self._size = 0
        self._at = 0
        self._files: dict[Path, BinaryIO] = {}

    def append(self, chunk: Chunk) -> None:
        """Add to the end."""
        self._chunks.append(chunk)
        self._starts.append(self._size)
        self._size += len(chunk) if isinstance(chunk, bytes) else chunk.length

    @property
    def size(self) -> int:
        """Length in bytes."""
        return self._size

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._at = max(offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence], 0)
        return self._at

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            self.check()
        except Cancelled as stopped:
            self.stopped = stopped
            raise OSError("stopped") from stopped
        done = 0
        view = memoryview(buffer)
        while done < len(view) and self._at < self._size:
            part = self._part(len(view) - done)
            view[done : done + len(part)] = part
            done += len(part)
            self._at += len(part)
        return done

    def _part(self, most: int) -> bytes:
        number = bisect_right(self._starts, self._at) - 1
        chunk, start = self._chunks[number], self._at - self._starts[number]
        if isinstance(chunk, bytes):
            return chunk[start : start + most]
        wanted = min(most, chunk.length - start)
        try:
            return self._read_file(chunk.path, chunk.offset + start, wanted)
        except OSError:
            self.lost = self.lost or chunk.path
            raise

    def _read_file(self, path: Path, at: int, count: int) -> bytes:
        file = self._file(path)
        file.seek(at)
        part = file.read(count)
        if len(part) < count:
            raise OSError(f"file became shorter: {path.name}")
        return part

    def _file(self, path: Path) -> BinaryIO:
        if path not in self._files:
            if len(self._files) >= _OPEN_FILES:
                self._files.pop(next(iter(self._files))).close()
            self._files[path] = path.open("rb")
        return self._files[path]

    def close(self) -> None:
        for file in self._files.values():
            file.close()
        self._files.clear()
        super().close()


def splice(
    base: bytes, pictures: Iterable[Picture], files: Iterable[Embedded] = ()
) -> tuple[Spliced, list[int], list[int]]:
    """Return ``base`` (a PDF of reportlab's) with pictures and files added as objects, and their object numbers."""
    trailer = base[base.rfind(b"trailer") :]
    root, size, start = (
        int(found[1])
        for found in (
            re.search(rb"/Root (\d+) 0 R", trailer),
            re.search(rb"/Size (\d+)", trailer),
            re.search(rb"startxref\s+(\d+)", trailer),
        )
        if found
    )
    writer = _Writer(base, size)
    profiles: dict[bytes, int] = {}
    numbers = [writer.picture(picture, profiles) for picture in pictures]
    more = [writer.file(one) for one in files]
    return writer.finish(root, start), numbers, more


class _Writer:
    def __init__(self, base: bytes, first: int) -> None:
        self.out = Spliced()
        self.out.append(base)
        self._first = first
        self._offsets: list[int] = []

    def _object(self, entries: bytes, chunks: Iterable[Chunk], length: int) -> int:
        number = self._first + len(self._offsets)
        self._offsets.append(self.out.size)
        self.out.append(b"%d 0 obj\n<<%b/Length %d>>\nstream\n" % (number, entries, length))
        for chunk in chunks:
            self.out.append(chunk)
        self.out.append(b"\nendstream\nendobj\n")
        return number

    def picture(self, picture: Picture, profiles: dict[bytes, int]) -> int:
        """Add an image object and, once, its colour profile."""
        colour = picture.colour
        if picture.icc:
            if picture.icc not in profiles:
                packed = zlib.compress(picture.icc, 6)
                entries = b"/N %d/Filter/FlateDecode" % picture.icc_parts
                profiles[picture.icc] = self._object(entries, (packed,), len(packed))
            colour = colour.replace(b"%ICC%", b"%d 0 R" % profiles[picture.icc])
        head = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace %b" % (picture.width, picture.height, colour)
        return self._object(head + picture.entries, picture.chunks, picture.length)

    def file(self, one: Embedded) -> int:
        """Add a file as it is."""
        return self._object(one.entries, (one.content,), one.content.length)

    def finish(self, root: int, previous: int) -> Spliced:
        """Add the table of objects."""
        start = self.out.size
        lines = [b"xref\n%d %d\n" % (self._first, len(self._offsets))] if self._offsets else [b"xref\n0 0\n"]
        lines += [b"%010d 00000 n \n" % offset for offset in self._offsets]
        size = self._first + len(self._offsets)
        lines.append(b"trailer\n<</Size %d/Root %d 0 R/Prev %d>>\n" % (size, root, previous))
        lines.append(b"startxref\n%d\n%%%%EOF\n" % start)
        self.out.append(b"".join(lines))
        return self.out
