"""Looks for secrets in bytes: in every encoding a file may hold words in, with and without separators."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from walletcase.domain.redaction import bare

CHANCE_BYTES: Final = 6  # shorter finds in pixels or fonts are chance
_ENCODINGS: Final = ("utf-8", "utf-16-be", "utf-16-le", "gb18030")
_SEPARATORS: Final = " \t\r\n-.·*\xa0"
_MOST_SEPARATORS: Final = 3
_HEX: Final = re.compile(rb"<([0-9A-Fa-f\s]{8,})>")


@dataclass(frozen=True, slots=True)
class _Needle:
    secret: str
    pattern: re.Pattern[bytes]
    least_bytes: int


class Needles:
    """The secrets, bare (redaction.bare), as patterns of bytes."""

    def __init__(self, secrets: Iterable[str]) -> None:
        self.secrets: Sequence[str] = tuple(dict.fromkeys(secret for secret in secrets if secret))
        self._needles = [
            _Needle(secret, _pattern(secret, encoding), len(secret.encode(encoding)))
            for secret in self.secrets
            for encoding in _ENCODINGS
        ]

    def in_text(self, text: str) -> str:
        """Return the first secret that stands in a text, "" if none does."""
        plain = bare(text)
        return next((secret for secret in self.secrets if secret in plain), "")

    def in_words(self, content: bytes) -> str:
        """Return the first secret in bytes that hold words; hex strings as in a PDF are looked into."""
        return self._first(content, 0) or next(
            (found for hit in _HEX.finditer(content) if (found := self._first(_unhexed(hit[1]), 0))), ""
        )

    def in_bytes(self, content: bytes) -> str:
        """Return the first secret in bytes of any kind; what is so short that it stands there by chance is no find."""
        return self._first(content, CHANCE_BYTES)

    def _first(self, content: bytes, least_bytes: int) -> str:
        wanted = (needle for needle in self._needles if needle.least_bytes >= least_bytes)
        return next((needle.secret for needle in wanted if needle.pattern.search(content)), "")


def _pattern(secret: str, encoding: str) -> re.Pattern[bytes]:
    """Signs in either case and width, up to three separators between two of them."""
    between = b"|".join(re.escape(sign.encode(encoding)) for sign in _SEPARATORS if _can(sign, encoding))
    signs = [b"(?:" + b"|".join(_shapes(sign, encoding)) + b")" for sign in secret]
    return re.compile((b"(?:" + between + b"){0,%d}" % _MOST_SEPARATORS).join(signs))


def _shapes(sign: str, encoding: str) -> list[bytes]:
    shapes = {sign, sign.upper(), sign.lower()}
    shapes |= {chr(ord(one) + 0xFEE0) for one in shapes if len(one) == 1 and 0x21 <= ord(one) <= 0x7E}
    return sorted(re.escape(one.encode(encoding)) for one in shapes if _can(one, encoding))


def _can(sign: str, encoding: str) -> bool:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _unhexed(digits: bytes) -> bytes:
    solid = b"".join(digits.split())
    return bytes.fromhex(solid[: len(solid) // 2 * 2].decode("ascii"))
