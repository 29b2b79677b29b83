"""How long sound and film of unknown origin are, told from their headers; nothing is decoded. Child process only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Final

_LONGEST_MS: Final = 1000 * 3600 * 24 * 30
_MOST_BOXES: Final = 10_000
# Bytes of a frame of 20 ms by its type, 3GPP TS 26.101 and 26.201, the first byte included.
_AMR_NB: Final = (13, 14, 16, 18, 20, 21, 27, 32, 6, 1, 1, 1, 1, 1, 1, 1)
_AMR_WB: Final = (18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 1, 1, 1, 1, 1, 1)
_FRAME_MS: Final = 20
_SEGMENT, _INFO, _SCALE, _DURATION = 0x18538067, 0x1549A966, 0x2AD7B1, 0x4489
_PIECE: Final = 1 << 20
_ADTS_HZ: Final = (96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350)


def duration_ms(path: Path, media_type: str) -> int | None:
    """Length in milliseconds, None where the header does not tell. Raises content faults."""
    ways = {
        "audio/amr": _amr,
        "audio/aac": _adts,
        "audio/silk": _silk,
        "audio/mp4": _mp4,
        "video/mp4": _mp4,
        "video/quicktime": _mp4,
        "video/3gpp": _mp4,
        "video/x-matroska": _matroska,
        "video/x-msvideo": _avi,
    }
    way: Callable[[IO[bytes]], float | None] = ways.get(media_type, _by_tags)
    with path.open("rb") as file:
        found = way(file)
    return round(found) if found is not None and 0 < found < _LONGEST_MS else None


def _by_tags(file: IO[bytes]) -> float | None:
    import tinytag

    try:
        seconds = tinytag.TinyTag.get(file_obj=file, tags=False).duration  # type: ignore[arg-type]
    except tinytag.TinyTagException as fault:
        raise ValueError("no header that is known") from fault
    return None if seconds is None else seconds * 1000


def _mp4(file: IO[bytes]) -> float | None:
    """ISO 14496-12: the movie header, in the movie box."""
    end = file.seek(0, 2)
    for kind, start, stop in _boxes(file, 0, end):
        if kind == b"moov":
            for inner, at, _ in _boxes(file, start, stop):
                if inner == b"mvhd":
                    file.seek(at)
                    return _movie_header(file.read(32))
    return None


def _boxes(file: IO[bytes], at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    for _ in range(_MOST_BOXES):
        file.seek(at)
        head = file.read(16)
        if at + 8 > end or len(head) < 8:
            return
        size, header = int.from_bytes(head[:4], "big"), 8
        if size == 1:
            size, header = int.from_bytes(head[8:16], "big"), 16
        stop = end if size == 0 else min(at + size, end)
        if stop < at + header:
            return
        yield head[4:8], at + header, stop
        at = stop


def _movie_header(head: bytes) -> float | None:
    wide = head[:1] == b"\x01"
    at = 20 if wide else 12
    scale, length = int.from_bytes(head[at : at + 4], "big"), head[at + 4 : at + (12 if wide else 8)]
    if not scale or not length.strip(b"\xff"):  # all ones: not known
        return None
    return int.from_bytes(length, "big") * 1000 / scale


def _amr(file: IO[bytes]) -> float | None:
    """RFC 4867, 5: a frame after the other, each with its type in its first byte."""
    magic = file.read(9)
    wide = magic == b"#!AMR-WB\n"
    if not wide and magic[:6] != b"#!AMR\n":
        return None
    sizes = _AMR_WB if wide else _AMR_NB
    data = file.read() if wide else magic[6:] + file.read()
    at = frames = 0
    while at < len(data):
        at += sizes[data[at] >> 3 & 0x0F]
        frames += 1
    return frames * _FRAME_MS


def _silk(file: IO[bytes]) -> float | None:
    """A frame of 20 ms after the other, two bytes of length before each (as WeChat and QQ write them)."""
    data = file.read()
    at = data.find(b"#!SILK_V3") + 9
    frames = 0
    while at + 2 <= len(data):
        length = int.from_bytes(data[at : at + 2], "little")
        if length == 0xFFFF:
            break
        at += 2 + length
        frames += 1
    return frames * _FRAME_MS


def _adts(file: IO[bytes]) -> float | None:
    """ISO 14496-3, 1.A.2.2: 1024 samples a frame, its length in its header."""
    data = file.read()
    at = frames = hertz = 0
    while at + 7 <= len(data) and data[at] == 0xFF and data[at + 1] & 0xF6 == 0xF0:
        hertz = hertz or _ADTS_HZ[data[at + 2] >> 2 & 0x0F]
        length = (data[at + 3] & 3) << 11 | data[at + 4] << 3 | data[at + 5] >> 5
        at += max(length, 7)
        frames += 1
    return frames * 1024 * 1000 / hertz if hertz else None


def _avi(file: IO[bytes]) -> float | None:
    """The main header: microseconds a frame and how many frames."""
    head = file.read(4096)
    at = head.find(b"avih")
    if at < 0:
        return None
    return int.from_bytes(head[at + 8 : at + 12], "little") * int.from_bytes(head[at + 24 : at + 28], "little") / 1000


def _matroska(file: IO[bytes]) -> float | None:
    """RFC 9559: the duration in the info of the segment, in units of its time scale (nanoseconds)."""
    data = file.read(_PIECE)
    info = _element(data, _element(data, (0, len(data)), _SEGMENT), _INFO)
    scale, length = _element(data, info, _SCALE), _element(data, info, _DURATION)
    if length is None:
        return None
    import struct

    raw = data[slice(*length)]
    found = struct.unpack(">f" if len(raw) == 4 else ">d", raw)[0]
    nanoseconds = int.from_bytes(data[slice(*scale)], "big") if scale else 1_000_000
    return float(found) * nanoseconds / 1_000_000


def _element(data: bytes, within: tuple[int, int] | None, wanted: int) -> tuple[int, int] | None:
    at, end = within or (0, 0)
    while at < end:
        kind, at = _number(data, at, keep_mark=True)
        size, at = _number(data, at, keep_mark=False)
        stop = min(end, at + size)
        if kind == wanted:
            return at, stop
        at = stop
    return None


def _number(data: bytes, at: int, *, keep_mark: bool) -> tuple[int, int]:
    """A number of variable length (RFC 8794, 4); all ones means to the end."""
    first = data[at]
    length = 9 - first.bit_length()
    if not 1 <= length <= 8:
        raise ValueError("no EBML number")
    raw = int.from_bytes(data[at : at + length], "big")
    mark = 1 << 7 * length
    value = raw if keep_mark else raw & (mark - 1)
    if not keep_mark and value == mark - 1:
        value = len(data)
    return value, at + length
