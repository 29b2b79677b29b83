"""What a line of the journal says, sealed word by word: its hash can be checked by a reader who is told only some of
the words, and who can't find out the others by trying. As in selective disclosure for JWTs (RFC 9901).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Final

SALT: Final = "salt"  # no name of a word


def salt_of(salt: str, name: str) -> str:
    """Return the chance (64 hex digits) with which the word of a name is sealed in the line that has ``salt``."""
    return _digest([salt, name])


def seal(own_salt: str, name: str, text: str) -> str:
    """Return the seal of one word (64 hex digits), from the chance that is its own."""
    return _digest([own_salt, name, text])


def sealed(salt: str, detail: Mapping[str, str]) -> dict[str, str]:
    """Return the seals by name of all that a line says, and one with nothing but chance in it: a line without words
    can't be guessed either.
    """
    return {name: seal(salt_of(salt, name), name, text) for name, text in {**detail, SALT: ""}.items()}


def _digest(parts: list[str]) -> str:
    return sha256(json.dumps(parts, separators=(",", ":"), ensure_ascii=True).encode("ascii")).hexdigest()
