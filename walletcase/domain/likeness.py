"""Whether two pictures look alike, told from their fingerprints: a hint, never a proof.

A fingerprint is 64 bits in hex, each saying whether one of 8 × 8 places is lighter than its right neighbour.
"""

from __future__ import annotations

from collections.abc import Iterable

from walletcase.domain.evidence import Evidence, MediaFacts

MOST_DIFFERENCE = 3  # bits
_LEAST_BITS = 6  # a picture with fewer edges (a blank page, a plain background) is like too many others
_SHAPE = 0.03  # how much the proportions may differ


def difference(one: str, other: str) -> int:
    """In how many bits two fingerprints differ; 64 if one is none."""
    try:
        return (int(one, 16) ^ int(other, 16)).bit_count()
    except ValueError:
        return 64


def is_telling(fingerprint: str) -> bool:
    """Whether a picture has enough in it to be told from others."""
    return _LEAST_BITS <= 64 - difference(fingerprint, "f" * 16) <= 64 - _LEAST_BITS


def look_alike(one: MediaFacts, other: MediaFacts) -> bool:
    """Whether two pictures of the same proportions differ so little that one may be a copy of the other."""
    if not is_telling(one.fingerprint) or difference(one.fingerprint, other.fingerprint) > MOST_DIFFERENCE:
        return False
    return abs(_shape(one) - _shape(other)) <= _SHAPE * _shape(one)


def nearest(item: Evidence, among: Iterable[Evidence]) -> Evidence | None:
    """The exhibit that looks most like ``item`` without having the same bytes, None if none looks like it.

    What was made from it, or it from, is left out, and so is what is in the trash.
    """
    found: Evidence | None = None
    least = MOST_DIFFERENCE + 1
    for other in among:
        if other.id == item.id or other.trashed_at or other.file.sha256 == item.file.sha256:
            continue
        if other.parent_id == item.id or item.parent_id == other.id or not look_alike(item.media, other.media):
            continue
        bits = difference(item.media.fingerprint, other.media.fingerprint)
        if bits < least:
            found, least = other, bits
    return found


def _shape(media: MediaFacts) -> float:
    return (media.width_px or 0) / (media.height_px or 1)
