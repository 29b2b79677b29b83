"""PNG files as they are: the compressed rows go into the PDF byte for byte (ISO 15948; PDF 32000-1, 7.4.4.4)."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from walletcase.export.exif import orientation_of
from walletcase.export.picture import FileRange, Picture, Unfit, check_size, unpacked, usable_profile

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PARTS = {0: 1, 2: 3, 3: 1}  # grey, RGB, palette; the kinds with alpha are not passed on
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8)}
_BLOCK = 1 << 20
_MOST_CHUNKS = 100_000
_MOST_PROFILE = 4 << 20
_MOST_SMALL = 16 << 20


@dataclass
class _Found:
    header: bytes = b""
    palette: bytes = b""
    profile: bytes = b""
    orientation: int = 1
    rows: list[FileRange] = field(default_factory=list)


def read_png(path: Path) -> Picture:
    """Return a PNG's picture. Raises Unfit for alpha, interlacing and broken files; OSError."""
    with path.open("rb") as file:
        if file.read(8) != SIGNATURE:
            raise Unfit("no PNG")
        found = _chunks(file, path)
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", found.header)
    check_size(width, height)
    if interlaced or kind not in _PARTS or depth not in _DEPTHS[kind] or (kind == 3 and not found.palette):
        raise Unfit("kind of PNG")
    colours = 1 if kind == 0 else 3
    icc = usable_profile(found.profile, colours)
    base = b"[/ICCBased %ICC%]" if icc else (b"/DeviceGray" if kind == 0 else b"/DeviceRGB")
    rows = b"<</Predictor 15/Colors %d/BitsPerComponent %d/Columns %d>>" % (_PARTS[kind], depth, width)
    return Picture(
        width=width,
        height=height,
        chunks=tuple(found.rows),
        entries=b"/BitsPerComponent %d/Filter/FlateDecode/DecodeParms%b" % (depth, rows),
        colour=_indexed(base, found.palette) if kind == 3 else base,
        icc=icc,
        icc_parts=colours,
        orientation=found.orientation,
    )


def _indexed(base: bytes, palette: bytes) -> bytes:
    return b"[/Indexed %b %d <%b>]" % (base, len(palette) // 3 - 1, palette.hex().encode())


def _chunks(file: BinaryIO, path: Path) -> _Found:
    found = _Found()
    for number in range(_MOST_CHUNKS):
        head = file.read(8)
        if len(head) < 8:
            raise Unfit("cut off")
        length, kind = struct.unpack(">I4s", head)
        if (number == 0) != (kind == b"IHDR"):
            raise Unfit("order")
        if kind == b"IDAT":
            found.rows.append(FileRange(path, file.tell(), length))
            _check(file, kind, length)
        elif kind == b"IEND":
            if not found.rows or len(found.header) != 13:
                raise Unfit("no rows")
            return found
        else:
            _note(found, kind, _body(file, kind, length))
    raise Unfit("too many chunks")


def _note(found: _Found, kind: bytes, body: bytes) -> None:
    if kind == b"IHDR":
        found.header = body
    elif kind == b"tRNS" or (kind[:1].isupper() and kind != b"PLTE"):
        raise Unfit("transparent or unknown")
    elif kind == b"PLTE":
        if len(body) % 3 or not 3 <= len(body) <= 768:
            raise Unfit("palette")
        found.palette = body
    elif kind == b"iCCP":
        found.profile = unpacked(body.partition(b"\x00")[2][1:], _MOST_PROFILE)
    elif kind == b"eXIf":
        found.orientation = orientation_of(body)


def _body(file: BinaryIO, kind: bytes, length: int) -> bytes:
    """Read a small chunk; one that is not needed and large is skipped."""
    if length > _MOST_SMALL:
        _check(file, kind, length)
        return b""
    body = file.read(length)
    if len(body) < length or file.read(4) != struct.pack(">I", zlib.crc32(kind + body)):
        raise Unfit("damaged")
    return body


def _check(file: BinaryIO, kind: bytes, length: int) -> None:
    """Read over a chunk and compare its checksum."""
    seen = zlib.crc32(kind)
    while length:
        block = file.read(min(length, _BLOCK))
        if not block:
            raise Unfit("cut off")
        seen = zlib.crc32(block, seen)
        length -= len(block)
    if file.read(4) != struct.pack(">I", seen):
        raise Unfit("damaged")
