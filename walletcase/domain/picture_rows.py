"""A picture row by row: where along each row something begins or ends. Enough to find quiet rows, and equal ones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

BINS = 64  # parts of a row, from left to right
_ANY = bytes([48, *([49] * 255)])  # 0 becomes "0", all else "1"


@dataclass(frozen=True)
class PictureRows:
    """``bins`` holds BINS bytes a row, from the top: how much of that part of the row is an edge (0 is none).
    ``tones`` as many: how bright that part is.
    """

    width: int
    height: int
    bins: bytes
    tones: bytes = b""

    @cached_property
    def noise(self) -> tuple[int, ...]:
        """How much there is to see on each row: 0 on a plain ground, more the more letters it cuts."""
        return tuple(sum(self.bins[at : at + BINS]) for at in range(0, len(self.bins), BINS))

    @cached_property
    def masks(self) -> tuple[int, ...]:
        """In which parts of each row there is an edge, as bits: alike for rows that look alike."""
        marks = self.bins.translate(_ANY)
        return tuple(int(marks[at : at + BINS], 2) for at in range(0, len(marks), BINS))


def rows_from(width: int, height: int, body: bytes) -> PictureRows | None:
    """Return rows as they were measured, all bins and then all tones; None if the numbers do not fit each other."""
    half = height * BINS
    fits = width > 0 and height > 0 and len(body) == 2 * half
    return PictureRows(width, height, body[:half], body[half:]) if fits else None
