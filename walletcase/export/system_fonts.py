"""Finds a font of this computer for a character that the bundled fonts lack. Looks only when one is met."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from walletcase.export.fonts import FontFile

# Fonts with rare Chinese characters or many scripts come first; the rest by name, so that a computer always chooses
# the same one.
_PREFERRED = ("hanamin", "simsun", "mingliu", "babelstone", "droidsansfallback", "wqy", "notosans", "dejavusans")
_MOST_FILES = 1_500
_MOST_TABLE = 8 << 20
_NO_EMBEDDING = 0x0302  # restricted, no subsetting, bitmaps only (OpenType, OS/2 fsType)
_COLOURED = (b"sbix", b"CBDT", b"COLR")
_UNICODE = {(0, n) for n in range(7)} | {(3, 1), (3, 10)}


def usual_folders(platform: str, home: Path, environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Return where fonts lie; ``platform`` as sys.platform has it."""
    if platform == "win32":
        windows = Path(environment.get("WINDIR", "C:/Windows")) / "Fonts"
        local = environment.get("LOCALAPPDATA", "")
        return (windows, Path(local) / "Microsoft" / "Windows" / "Fonts") if local else (windows,)
    if platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local" / "share" / "fonts"


class SystemFonts:
    """Yields fonts that have a character: ``SystemFonts(folders)("𫠠")``. Files that are no fonts are passed over."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._files: list[Path] | None = None

    def __call__(self, char: str) -> Iterator[FontFile]:
        """Yield TrueType fonts with an outline for ``char`` that may be embedded."""
        if self._files is None:
            self._files = _listed(self._folders)
        for path in self._files:
            try:
                with path.open("rb") as file:
                    for index, start in enumerate(_starts(file)):
                        if _has(file, start, ord(char)):
                            yield FontFile(path, index)
            except (OSError, struct.error):
                continue


def _listed(folders: Sequence[Path]) -> list[Path]:
    inside = (path for folder in folders if folder.is_dir() for path in folder.rglob("*"))
    fonts = sorted((path for path in inside if path.suffix.lower() in (".ttf", ".ttc")), key=_rank)
    return fonts[:_MOST_FILES]


def _rank(path: Path) -> tuple[int, int, str]:
    name = path.name.lower()
    place = next((i for i, start in enumerate(_PREFERRED) if name.startswith(start)), len(_PREFERRED))
    return place, 0 if "regular" in name or "-" not in name else 1, str(path)


def _starts(file: BinaryIO) -> list[int]:
    tag = _read(file, 0, 4)
    if tag != b"ttcf":
        return [0]
    (count,) = struct.unpack(">I", _read(file, 8, 4))
    return list(struct.unpack(f">{min(count, 64)}I", _read(file, 12, 4 * min(count, 64))))


def _read(file: BinaryIO, at: int, count: int) -> bytes:
    file.seek(at)
    return file.read(count)


def _has(file: BinaryIO, start: int, code: int) -> bool:
    tables = _tables(file, start)
    if b"glyf" not in tables or b"cmap" not in tables or any(tag in tables for tag in _COLOURED):
        return False
    if b"OS/2" in tables and struct.unpack(">H", _read(file, tables[b"OS/2"][0] + 8, 2))[0] & _NO_EMBEDDING:
        return False
    at, size = tables[b"cmap"]
    return 0 < size <= _MOST_TABLE and _maps(_read(file, at, size), code)


def _tables(file: BinaryIO, start: int) -> dict[bytes, tuple[int, int]]:
    (count,) = struct.unpack(">H", _read(file, start + 4, 2))
    entries = struct.iter_unpack(">4s4xII", _read(file, start + 12, 16 * count))
    return {tag: (at, size) for tag, at, size in entries}


def _maps(cmap: bytes, code: int) -> bool:
    (count,) = struct.unpack_from(">H", cmap, 2)
    for number in range(count):
        platform, encoding, at = struct.unpack_from(">HHI", cmap, 4 + 8 * number)
        if (platform, encoding) not in _UNICODE:
            continue
        (kind,) = struct.unpack_from(">H", cmap, at)
        if (kind == 12 and _in_groups(cmap, at, code)) or (kind == 4 and _in_segments(cmap, at, code)):
            return True
    return False


def _in_groups(cmap: bytes, at: int, code: int) -> bool:
    (count,) = struct.unpack_from(">I", cmap, at + 12)
    groups = struct.unpack_from(f">{3 * count}I", cmap, at + 16)
    place = bisect_right(groups[0::3], code) - 1
    return place >= 0 and code <= groups[3 * place + 1]


def _in_segments(cmap: bytes, at: int, code: int) -> bool:
    if code > 0xFFFE:
        return False
    (twice,) = struct.unpack_from(">H", cmap, at + 6)
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", cmap, at + 14)
    starts = struct.unpack_from(f">{count}H", cmap, at + 16 + twice)
    deltas = struct.unpack_from(f">{count}H", cmap, at + 16 + 2 * twice)
    offsets = struct.unpack_from(f">{count}H", cmap, at + 16 + 3 * twice)
    for number in range(count):
        if starts[number] <= code <= ends[number]:
            if not offsets[number]:
                return bool((code + deltas[number]) & 0xFFFF)
            place = at + 16 + 3 * twice + 2 * number + offsets[number] + 2 * (code - starts[number])
            return cmap[place : place + 2] != b"\x00\x00"
    return False
