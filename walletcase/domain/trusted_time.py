"""Trusted time: what a time-stamp authority (RFC 3161) said about a hash. Pure values; infra speaks the protocol."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class TimeStamp:
    """A request for a time stamp and, once it came, its answer.

    ``imprint`` is the hex SHA-256 that was sent out: of the 64 hex characters of the journal's hash at line
    ``journal_seq``, so that anybody can check it with `openssl ts`. ``request`` and ``answer`` are DER; ``answer`` is
    empty, ``stamped_at`` (ISO, UTC) and ``authority`` are "" until it was imported and its signature held. ``roots``
    are the certificates (PEM) by which the person trusts the authority; without them its name is only its own word.
    """

    id: int
    made_at: str
    journal_seq: int
    imprint: str
    request: bytes
    answer: bytes = b""
    roots: bytes = b""
    stamped_at: str = ""
    authority: str = ""


@dataclass(frozen=True, slots=True)
class Stamped:
    """What an answer says: when (ISO, UTC) and by whom.

    ``is_signed``: its signature is that of the certificate it names; ``is_trusted``: a certificate that the person gave
    vouches for that one.
    """

    at: str
    authority: str
    is_trusted: bool
    is_signed: bool = False


def imprint_of(head: str) -> str:
    """Return the hex SHA-256 that goes out for a journal hash: over its hex characters, as a file of them has it."""
    return sha256(head.encode("ascii")).hexdigest()
