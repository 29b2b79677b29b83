"""Masks what a reader must not see in a tree of texts: by kind, by field, and by words that the person named."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from typing import Any

from walletcase.domain.dossiers.document import Fact, FieldPart
from walletcase.domain.folded import folded
from walletcase.domain.redaction import bare, is_telling, pattern_of
from walletcase.domain.sensitive import Known, SecretKind, Span, joined, spans_in

_STAR = "*"
ALL_COVERED = _STAR * 4
_SHORT = 6  # a number with fewer digits keeps none: what is left would be too much of it
_CODE = 4  # digits and signs of a country's code before a number
_LEAST_NAME = 2  # Chinese characters of a name that somebody gave: it is looked for, short as it is
# Made by the app, or meant for machines: nothing that anybody typed.
_KEPT = frozenset(
    {
        "language", "sha256", "media_type", "number", "status", "state", "label", "added_at", "as_of", "zone", "key",
        "copy_kind", "channel", "occurred_at", "made_on", "due_on", "starts_on", "late_after", "checked_on", "sent_on",
        "judged_on", "journal", "note", "parts", "event", "noted_at", "taken_back", "first_at", "last_at",
    }
)  # fmt: skip


class Masker:
    """Masks every text in a tree of frozen values.

    ``kinds`` are masked wherever they are found, but for the last ``kept_digits`` of a number, and the surname if there
    are any; ``fields`` are the keys of values covered whole; ``clear`` are bare values that are shown in any case;
    ``words`` are covered wherever they stand. ``secrets`` collects what must not be found in the finished file, bare.
    """

    def __init__(
        self,
        kinds: Collection[SecretKind],
        kept_digits: int,
        known: Known,
        fields: Collection[str] = (),
        clear: Collection[str] = (),
        words: Collection[str] = (),
    ) -> None:
        self._kinds, self._kept_digits, self._clear = kinds, kept_digits, clear
        self._known = replace(known, names=tuple(name for name in known.names if bare(name) not in clear))
        self._named = {bare(text) for text in (*self._known.names, *words)}
        self._fields = fields
        self._words = [_word_pattern(word) for word in words if bare(word)]
        self._done: dict[str, str] = {}
        self.secrets: dict[str, None] = {}
        for word in words:
            self._keep(bare(word))

    @property
    def does_anything(self) -> bool:
        """Whether anything is masked at all."""
        return bool(self._kinds or self._fields or self._words)

    def walk(self, value: Any) -> Any:
        """Return a value with all its texts masked."""
        if isinstance(value, StrEnum):
            return value
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, tuple):
            return tuple(self.walk(one) for one in value)
        if is_dataclass(value) and not isinstance(value, type):
            if isinstance(value, Fact | FieldPart) and value.key in self._fields:
                return replace(value, text=ALL_COVERED)
            names = (field.name for field in fields(value) if field.name not in _KEPT)
            return replace(value, **{name: self.walk(getattr(value, name)) for name in names})
        return value

    def text(self, text: str) -> str:
        """Return a text with what this audience must not see masked."""
        if text not in self._done:
            self._done[text] = self._masked(text)
        return self._done[text]

    def _masked(self, text: str) -> str:
        spans = (*self._said(text), *self._found(text))
        for span in spans:
            self._keep(bare(text[span.start : span.end]))
        for span in reversed(joined(spans)):
            text = text[: span.start] + self._cover(text[span.start : span.end], span) + text[span.end :]
        return text

    def _said(self, text: str) -> Iterator[Span]:
        whole = folded(text)
        for pattern in self._words:
            for match in pattern.finditer(whole.text):
                yield Span(SecretKind.CONTACT, *whole.source(*match.span()))

    def _found(self, text: str) -> Iterator[Span]:
        for span in spans_in(text, self._known):
            found = bare(text[span.start : span.end])
            if span.kind in self._kinds and not any(_is_whole(found, clear) for clear in self._clear):
                yield span

    def _keep(self, secret: str) -> None:
        """Remember what to look for in the finished file; what stands anywhere by chance is not looked for."""
        if is_telling(secret) or (secret in self._named and is_name(secret)):
            self.secrets[secret] = None

    def _cover(self, found: str, span: Span) -> str:
        if span.kind is SecretKind.NAME and self._kept_digits:
            return found[0] + _STAR * 2
        signs = [sign for sign in found if sign.isalnum()]
        keeps = span.kind is not SecretKind.CONTACT and len(signs) > _SHORT + self._kept_digits
        kept = self._kept_digits if keeps else 0
        return ALL_COVERED + ("".join(signs[-kept:]) if kept else "")


def is_name(text: str) -> bool:
    """Return whether bare words may be a name, or are long enough to be looked for."""
    return is_telling(text) or sum(ord(sign) >= 0x2E80 for sign in text) >= _LEAST_NAME


def _is_whole(found: str, clear: str) -> bool:
    """Whether what was found is the value that is shown, with or without a country's code; not a part of it."""
    return found in clear and len(clear) - len(found) <= _CODE


def _word_pattern(word: str) -> re.Pattern[str]:
    """What finds a word; one of Latin letters or digits is not found inside a longer one."""
    plain = bare(word)
    before = r"(?<![0-9A-Za-z])" if plain[0].isascii() else ""
    after = r"(?![0-9A-Za-z])" if plain[-1].isascii() else ""
    return re.compile(f"{before}{pattern_of(plain).pattern}{after}", re.IGNORECASE)
