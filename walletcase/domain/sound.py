"""Sound as it is handed on: 16-bit samples, little-endian, left and right in turn, so many a second."""

from __future__ import annotations

from typing import Final

SAMPLES_A_SECOND: Final = 32_000  # twice what a voice on the telephone or in a chat has
CHANNELS: Final = 2  # a recorded call may have each side in one
FRAME_BYTES: Final = 2 * CHANNELS
PIECE_MS: Final = 4_000


def bytes_of(milliseconds: int) -> int:
    """Return how many bytes so much sound takes."""
    return milliseconds * SAMPLES_A_SECOND // 1000 * FRAME_BYTES


def milliseconds_of(size_bytes: int) -> int:
    """Return how long so many bytes sound."""
    return size_bytes // FRAME_BYTES * 1000 // SAMPLES_A_SECOND
