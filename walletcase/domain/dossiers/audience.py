"""Who a dossier is for, and what they do not get to see: numbers and names are masked, exhibits give way to their
redacted copies or are withheld.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum
from typing import Any

from walletcase.domain.case import CaseRecord
from walletcase.domain.dossiers.document import Dossier, Exhibit, LetterPart
from walletcase.domain.evidence import Kin
from walletcase.domain.formats import half_width
from walletcase.domain.redaction import bare
from walletcase.domain.sensitive import Known, SecretKind, known_of, spans_in


class Audience(StrEnum):
    """Who reads it."""

    SELF = "self"
    BANK = "bank"
    REGULATOR = "regulator"
    PUBLIC = "public"


class Copies(StrEnum):
    """What becomes of an exhibit that has, or has no, redacted copy."""

    ORIGINALS = "originals"  # all are shown
    PREFERRED = "preferred"  # one with a redacted copy gives way to it
    REQUIRED = "required"  # nothing but redacted copies is shown


@dataclass(frozen=True, slots=True)
class Rule:
    """What is masked in words, how many digits at a number's end stay, and which exhibits are shown.

    ``hides_people``: who was spoken to is left out.
    """

    kinds: frozenset[SecretKind]
    kept_digits: int
    copies: Copies
    hides_people: bool = False


_OFFICIAL = Rule(frozenset({SecretKind.ID_NUMBER, SecretKind.CARD}), 4, Copies.PREFERRED)
RULES: Mapping[Audience, Rule] = {
    Audience.SELF: Rule(frozenset(), 0, Copies.ORIGINALS),
    Audience.BANK: _OFFICIAL,
    Audience.REGULATOR: _OFFICIAL,
    Audience.PUBLIC: Rule(frozenset(SecretKind), 0, Copies.REQUIRED, hides_people=True),
}
# Made by the app, or meant for machines: nothing that anybody typed.
_KEPT = frozenset(
    {
        "language", "sha256", "media_type", "number", "status", "state", "label", "added_at", "as_of", "zone", "key",
        "copy_kind", "channel", "occurred_at", "made_on", "due_on", "starts_on", "late_after", "checked_on", "sent_on",
        "journal", "note", "parts",
    }
)  # fmt: skip
_STAR = "*"
_SHORT = 6  # a number with fewer digits keeps none: what is left would be too much of it


@dataclass(frozen=True, slots=True)
class Masked:
    """A dossier as its audience sees it, and the bare values (redaction.bare) that must stand nowhere in it."""

    dossier: Dossier
    secrets: tuple[str, ...]


def masked(dossier: Dossier, record: CaseRecord, audience: Audience) -> Masked:
    """Return a dossier as an audience gets to see it."""
    rule = RULES[audience]
    masker = _Masker(rule, known_of(record))
    told: Dossier = masker.walk(dossier) if rule.kinds else dossier
    timeline = told.timeline
    if rule.hides_people:
        timeline = tuple(replace(row, counterpart="") for row in timeline)
    exhibits = tuple(_shown(one, dossier.exhibits, rule.copies) for one in told.exhibits)
    letters = tuple(_said(one, was) for one, was in zip(told.letters, dossier.letters, strict=True))
    return Masked(
        replace(told, timeline=timeline, exhibits=exhibits, letters=letters, audience=audience.value),
        tuple(masker.secrets),
    )


def _said(letter: LetterPart, before: LetterPart) -> LetterPart:
    return replace(letter, is_masked=letter.body != before.body)


def _shown(one: Exhibit, all_of: Iterable[Exhibit], copies: Copies) -> Exhibit:
    """An exhibit that is not shown says why: "replaced" by its copy, or "private"."""
    if copies is Copies.ORIGINALS or one.kin is Kin.REDACTED:
        return one
    copy = next((other.number for other in all_of if other.kin is Kin.REDACTED and other.parent == one.number), None)
    if copy is not None:
        return replace(one, withheld="replaced", replaced_by=copy, marks=())
    return replace(one, withheld="private", marks=()) if copies is Copies.REQUIRED else one


class _Masker:
    """Masks every text in a tree of frozen values; ``secrets`` collects what was masked, bare."""

    def __init__(self, rule: Rule, known: Known) -> None:
        self._rule = rule
        self._known = known
        self.secrets: dict[str, None] = {}

    def walk(self, value: Any) -> Any:
        """Return a value with all its texts masked."""
        if isinstance(value, StrEnum):
            return value
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, tuple):
            return tuple(self.walk(one) for one in value)
        if is_dataclass(value) and not isinstance(value, type):
            names = (field.name for field in fields(value) if field.name not in _KEPT)
            return replace(value, **{name: self.walk(getattr(value, name)) for name in names})
        return value

    def text(self, text: str) -> str:
        """Return a text with what this audience must not see masked."""
        lead = len(text) - len(text.lstrip())  # half_width trims
        spans = [span for span in spans_in(half_width(text), self._known) if span.kind in self._rule.kinds]
        for span in reversed(spans):
            start, end = span.start + lead, span.end + lead
            found = text[start:end]
            self.secrets[bare(found)] = None
            text = text[:start] + self._cover(found, span.kind) + text[end:]
        return text

    def _cover(self, found: str, kind: SecretKind) -> str:
        if kind is SecretKind.NAME:
            return found[0] + _STAR * 2
        signs = [sign for sign in found if sign.isalnum()]
        kept = self._rule.kept_digits if len(signs) > _SHORT + self._rule.kept_digits else 0
        return _STAR * 4 + ("".join(signs[-kept:]) if kept else "")
