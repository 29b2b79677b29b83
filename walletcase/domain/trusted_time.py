"""Trusted time: what a time-stamp authority (RFC 3161) said about a hash. Pure values; infra speaks the protocol."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimeStamp:
    """A request for a time stamp and, once it came, its answer.

    ``imprint`` is the hex SHA-256 that was sent out: the journal's head at line ``journal_seq``. ``request`` and
    ``answer`` are DER; ``answer`` is empty, ``stamped_at`` (ISO, UTC) and ``authority`` are "" until it was imported
    and its signature held.
    """

    id: int
    made_at: str
    journal_seq: int
    imprint: str
    request: bytes
    answer: bytes = b""
    stamped_at: str = ""
    authority: str = ""
