"""Sound of unknown origin decoded piece by piece, by miniaudio: MP3, WAV, FLAC, Ogg Vorbis. Child process only."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final

import miniaudio

from walletcase.domain.sound import CHANNELS, PIECE_MS, SAMPLES_A_SECOND, bytes_of, milliseconds_of
from walletcase.media.faults import Unsupported
from walletcase.media.kinds import is_sounding

_FRAMES: Final = 8_192


class _File(miniaudio.StreamableSource):  # type: ignore[misc]  # it has no types
    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def read(self, num_bytes: int) -> bytes:
        return self._file.read(num_bytes)

    def seek(self, offset: int, origin: Any) -> bool:
        try:
            self._file.seek(offset, origin.value)  # they are numbered as those of a file
        except (OSError, ValueError):
            return False
        return True

    def close(self) -> None:
        self._file.close()


class Sounding:
    """The sound that is being played: whoever goes on where the last piece ended does not begin from the start."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._at_ms = 0
        self._source: _File | None = None
        self._stream: Generator[Any, int, None] | None = None
        self._over = b""  # decoded, and of the next piece

    def piece(self, path: Path, media_type: str, from_ms: int) -> bytes:
        """Return PIECE_MS of sound from a time on, less at its end, nothing after it. Raises a content fault."""
        if not is_sounding(media_type):
            raise Unsupported(media_type)
        if path != self._path or from_ms != self._at_ms or self._stream is None:
            self._open(path, from_ms)
        found, wanted = bytearray(self._over), bytes_of(PIECE_MS)
        try:
            while len(found) < wanted and self._stream is not None:
                found += next(self._stream).tobytes()
        except StopIteration:
            self._close()
        except miniaudio.MiniaudioError as fault:
            self._close()
            raise ValueError("damaged") from fault
        self._over = bytes(found[wanted:])
        self._at_ms = from_ms + milliseconds_of(min(len(found), wanted))
        return bytes(found[:wanted])

    def _open(self, path: Path, from_ms: int) -> None:
        self._close()
        self._path, self._over = path, b""
        self._source = _File(path.open("rb"))
        try:
            self._stream = miniaudio.stream_any(
                self._source,
                nchannels=CHANNELS,
                sample_rate=SAMPLES_A_SECOND,
                frames_to_read=_FRAMES,
                seek_frame=from_ms * SAMPLES_A_SECOND // 1000,
            )
        except miniaudio.MiniaudioError as fault:
            self._close()
            raise ValueError("damaged") from fault

    def _close(self) -> None:
        if self._stream is not None:
            with suppress(miniaudio.MiniaudioError):
                self._stream.close()
        if self._source is not None:
            self._source.close()
        self._stream = self._source = self._path = None
