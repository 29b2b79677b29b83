"""JPEG files as they are, without their notes: EXIF (with GPS), XMP, IPTC, comments and thumbnails stay behind.

The compressed picture is passed on byte for byte (ISO 10918-1, PDF 32000-1 7.4.8).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from walletcase.export.exif import orientation_of
from walletcase.export.picture import FileRange, Picture, Unfit, check_size, usable_profile

_SOI, _EOI, _SOS = 0xD8, 0xD9, 0xDA
_FRAMES = (0xC0, 0xC1, 0xC2)  # baseline, extended, progressive: what a PDF's DCTDecode reads
_TABLES = (0xC4, 0xDB, 0xDD)
_OTHER_FRAMES = frozenset(range(0xC3, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE = frozenset([0x01, *range(0xD0, 0xD8)])
_ICC = b"ICC_PROFILE\x00"
_EXIF = b"Exif\x00\x00"
_BLOCK = 1 << 20
_MOST_SEGMENTS = 4_000


@dataclass
class _Found:
    kept: list[bytes] = field(default_factory=list)
    profile: dict[int, bytes] = field(default_factory=dict)
    orientation: int = 1
    adobe: bool = False
    jfif: bool = False
    frame: bytes = b""
    scan_at: int = 0


def read_jpeg(path: Path) -> Picture:
    """Return a JPEG's picture. Raises Unfit if a PDF can't hold it as it is or it is broken; OSError."""
    with path.open("rb") as file:
        if file.read(2) != b"\xff\xd8":
            raise Unfit("no JPEG")
        found = _header(file)
        end = _end_of_picture(file, found.scan_at)
    height, width, parts = struct.unpack(">HHB", found.frame[1:6])
    check_size(width, height)
    if found.frame[0] != 8 or parts not in (1, 3, 4) or len(found.frame) < 6 + 3 * parts:
        raise Unfit("precision or components")
    icc = usable_profile(b"".join(found.profile[k] for k in sorted(found.profile)), parts)
    device = {1: b"/DeviceGray", 3: b"/DeviceRGB", 4: b"/DeviceCMYK"}[parts]
    return Picture(
        width=width,
        height=height,
        chunks=(b"\xff\xd8" + b"".join(found.kept), FileRange(path, found.scan_at, end - found.scan_at)),
        entries=b"/BitsPerComponent 8/Filter/DCTDecode" + _decoding(found, parts),
        colour=b"[/ICCBased %ICC%]" if icc else device,
        icc=icc,
        icc_parts=parts,
        orientation=found.orientation,
    )


def _decoding(found: _Found, parts: int) -> bytes:
    if parts == 4 and found.adobe:
        return b"/Decode[1 0 1 0 1 0 1 0]"  # Adobe's programs write CMYK inverted
    if parts == 3 and not found.adobe and not found.jfif and found.frame[6::3][:3] == b"RGB":
        return b"/DecodeParms<</ColorTransform 0>>"
    return b""


def _header(file: BinaryIO) -> _Found:
    """Read the segments before the first scan; the file then stands behind the scan's own header."""
    found = _Found()
    for _ in range(_MOST_SEGMENTS):
        at = file.tell()
        marker = _marker(file)
        if marker in _BARE:
            continue
        size = file.read(2)
        if len(size) < 2 or marker in (_SOI, _EOI) or marker in _OTHER_FRAMES:
            raise Unfit(f"marker {marker:02X}")
        body = file.read(max(int.from_bytes(size, "big") - 2, 0))
        if len(body) + 2 != int.from_bytes(size, "big"):
            raise Unfit("cut off")
        if marker == _SOS:
            if not found.frame:
                raise Unfit("no frame")
            found.scan_at = at
            return found
        _note(found, marker, b"\xff" + bytes([marker]) + size + body, body)
    raise Unfit("too many segments")


def _note(found: _Found, marker: int, segment: bytes, body: bytes) -> None:
    if marker in _FRAMES:
        if found.frame:
            raise Unfit("two frames")
        found.frame = body
        found.kept.append(segment)
    elif marker in _TABLES:
        found.kept.append(segment)
    elif marker == 0xE0 and body[:5] == b"JFIF\x00" and len(body) >= 14:
        found.jfif = True
        found.kept.append(b"\xff\xe0\x00\x10" + body[:12] + b"\x00\x00")  # without its thumbnail
    elif marker == 0xEE and body[:5] == b"Adobe" and len(body) >= 12:
        found.adobe = True
        found.kept.append(segment)
    elif marker == 0xE2 and body.startswith(_ICC) and len(body) > len(_ICC) + 2:
        found.profile[body[len(_ICC)]] = body[len(_ICC) + 2 :]
    elif marker == 0xE1 and body.startswith(_EXIF):
        found.orientation = orientation_of(body[len(_EXIF) :])


def _marker(file: BinaryIO) -> int:
    if file.read(1) != b"\xff":
        raise Unfit("no marker")
    code = b"\xff"
    while code == b"\xff":
        code = file.read(1)
    if not code:
        raise Unfit("cut off")
    return code[0]


def _end_of_picture(file: BinaryIO, scan_at: int) -> int:
    """Return where the picture ends; what lies behind it (a second picture, a camera's notes) is not part of it."""
    tail, at = b"", scan_at
    file.seek(scan_at)
    while block := file.read(_BLOCK):
        place = (tail + block).find(b"\xff\xd9")
        if place >= 0:
            return at - len(tail) + place + 2
        at += len(block)
        tail = block[-1:]
    raise Unfit("cut off")
