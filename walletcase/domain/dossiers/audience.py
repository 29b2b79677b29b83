"""Who a dossier is for, and what they do not get to see: numbers and names are masked, exhibits give way to their
redacted copies or are withheld.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from walletcase.domain.case import CaseRecord
from walletcase.domain.demands import parse_demands
from walletcase.domain.dossiers.choices import NO_CHOICES, PEOPLE, Choices, Showing
from walletcase.domain.dossiers.custody_record import CustodyRow
from walletcase.domain.dossiers.document import Dossier, Exhibit, LetterPart
from walletcase.domain.dossiers.masking import ALL_COVERED, Masker, is_name
from walletcase.domain.evidence import Kin
from walletcase.domain.fields import shown
from walletcase.domain.findable import texts_of
from walletcase.domain.flow.playbook import Field, FieldKind, Role
from walletcase.domain.people import people_fields, people_in, people_of
from walletcase.domain.redaction import bare
from walletcase.domain.sensitive import CERTAIN, SecretKind, known_of


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


_PERSONAL = (Role.COMPLAINANT, Role.AGENT, Role.PHONE, Role.EMAIL, Role.ADDRESS, Role.ACCOUNT_TAIL)
_OFFICIAL = Rule(CERTAIN, 4, Copies.PREFERRED)
RULES: Mapping[Audience, Rule] = {
    Audience.SELF: Rule(frozenset(), 0, Copies.ORIGINALS),
    Audience.BANK: _OFFICIAL,
    Audience.REGULATOR: _OFFICIAL,
    Audience.PUBLIC: Rule(frozenset(SecretKind), 0, Copies.REQUIRED, hides_people=True),
}


@dataclass(frozen=True, slots=True)
class Masked:
    """A dossier as its audience sees it, and the bare values (redaction.bare) that must stand nowhere in it."""

    dossier: Dossier
    secrets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldMask:
    """A field of the case that has a value, and whether a reader usually gets it masked."""

    key: str
    label: str
    text: str
    is_masked: bool


def field_masks(record: CaseRecord, audience: Audience, language: str) -> tuple[FieldMask, ...]:
    """Return all that a person may mask or show by itself: who was spoken to, and the fields with a value, those that
    say who the person is first.
    """
    masker = Masker(RULES[audience].kinds, 0, known_of(record))
    found, whole = [], usually_covered(record, audience)
    personal = sorted(record.playbook.fields(), key=lambda field: field.role not in _PERSONAL)
    for field in personal:
        if value := record.value(field.key).strip():
            text = shown(field, value, language)
            label = (field.paper or field.label).get(language)
            is_masked = field.key in whole or masker.text(text) != text
            found.append(FieldMask(field.key, label, text, is_masked))
    people = dict.fromkeys(e.draft.counterpart for e in record.live_timeline if e.draft.counterpart)
    if people:
        names = ("、" if language == "zh_CN" else "; ").join(people)
        found.insert(0, FieldMask(PEOPLE, "", names, RULES[audience].hides_people))
    return tuple(found)


def fates(record: CaseRecord, audience: Audience, choices: Choices) -> Mapping[int, tuple[str, int | None]]:
    """Return, by the number of each exhibit, why a reader does not see it ("" if they do: document.Exhibit.withheld)
    and the number of the copy that they see in its place.
    """
    items = record.live_evidence
    copies = _by_parent((one.parent_id, one.exhibit_no) for one in items if one.kin is Kin.REDACTED)
    rule = RULES[audience]
    return {one.exhibit_no: _fate(one.exhibit_no, one.kin, copies.get(one.id, ()), rule, choices) for one in items}


def masked(dossier: Dossier, record: CaseRecord, audience: Audience, choices: Choices = NO_CHOICES) -> Masked:
    """Return a dossier as an audience gets to see it."""
    rule = RULES[audience]
    masker = masker_of(record, audience, choices, dossier.language)
    told: Dossier = masker.walk(dossier) if masker.does_anything else dossier
    for text in texts_of(record).values() if masker.does_anything else ():
        masker.text(text)  # an exhibit may show what only another part of the case says
    problem = next((f.key for f in record.playbook.fields() if f.role is Role.PROBLEM), "")
    if problem and problem in choices.masked:
        told = replace(told, problem=ALL_COVERED)
    timeline = told.timeline
    if hides_people(audience, choices):
        timeline = tuple(replace(row, counterpart="") for row in timeline)
        told = replace(told, people=())
    copies = _by_parent((one.parent, one.number) for one in dossier.exhibits if one.kin is Kin.REDACTED)
    exhibits = tuple(_shown(one, copies.get(one.number, ()), rule, choices) for one in told.exhibits)
    letters = tuple(_said(one, was) for one, was in zip(told.letters, dossier.letters, strict=True))
    return Masked(
        replace(
            told,
            timeline=timeline,
            exhibits=exhibits,
            letters=letters,
            custody=_kept_custody(told.custody, audience),
            audience=audience.value,
            is_chosen=choices != NO_CHOICES,
        ),
        tuple(masker.secrets),
    )


def masker_of(record: CaseRecord, audience: Audience, choices: Choices, language: str) -> Masker:
    """Return what masks the texts of a case for an audience. ``language`` is that of the texts."""
    rule = RULES[audience]
    forms = _forms(record, language)
    clear = cleared(record, choices, language)
    covered = choices.masked | (usually_covered(record, audience) - choices.shown)
    tails = {field.key for field in record.playbook.fields() if field.role is Role.ACCOUNT_TAIL}
    told = {text for key in covered - tails for text in forms.get(key, ()) if is_name(bare(text))}
    words = (*sorted(told), *choices.words)
    if hides_people(audience, choices):
        covered = covered | (people_fields(record) - choices.shown)
        words += tuple(name for name in people_of(record) if bare(name) not in clear)
    return Masker(rule.kinds, rule.kept_digits, known_of(record), covered, clear, words)


def usually_covered(record: CaseRecord, audience: Audience) -> frozenset[str]:
    """Return the keys of the fields that a reader gets covered whole, whatever stands in them."""
    if not RULES[audience].hides_people:
        return frozenset()
    return frozenset(field.key for field in record.playbook.fields() if field.private or field.role in _PERSONAL)


def is_guessable(media_type: str) -> bool:
    """Return whether what a file of a kind says could be found by trying, with its hash at hand: words, no pixels."""
    return media_type.startswith(("text/", "message/"))


def hides_people(audience: Audience, choices: Choices) -> bool:
    """Return whether a reader does not learn who was spoken to."""
    return (RULES[audience].hides_people or PEOPLE in choices.masked) and PEOPLE not in choices.shown


def cleared(record: CaseRecord, choices: Choices, language: str) -> frozenset[str]:
    """Return the values, bare, that the person shows to a reader who usually gets them masked."""
    forms = _forms(record, language)
    return frozenset(bare(text) for key in choices.shown for text in forms.get(key, ()))


def _forms(record: CaseRecord, language: str) -> Mapping[str, tuple[str, ...]]:
    """The value of each field as it is kept and as it is shown, by the field's key; of lists, each thing by itself."""
    fields = ((field, record.value(field.key).strip()) for field in record.playbook.fields())
    return {field.key: _said_in(field, value, language) for field, value in fields if value}


def _said_in(field: Field, value: str, language: str) -> tuple[str, ...]:
    if field.kind is FieldKind.DEMANDS:
        return tuple(demand.text for demand in parse_demands(value) if demand.text)
    if field.kind is FieldKind.CONTACTS:
        return people_in(value)
    return (value, shown(field, value, language))


def _kept_custody(rows: Iterable[CustodyRow], audience: Audience) -> tuple[CustodyRow, ...]:
    """Whom else something was given to is nobody's business but the person's own."""
    return tuple(row for row in rows if audience is Audience.SELF or row.event != "left")


def _said(letter: LetterPart, before: LetterPart) -> LetterPart:
    """A letter as its reader sees it. The hash of words that are masked is left out: with all the others at hand, a
    masked phone number is found by trying them all.
    """
    if letter.body == before.body:
        return letter
    return replace(letter, is_masked=True, sha256="")


def _by_parent(copies: Iterable[tuple[int | None, int]]) -> Mapping[int | None, Sequence[int]]:
    """The numbers of redacted copies by what they are copies of."""
    found: dict[int | None, list[int]] = {}
    for parent, number in copies:
        found.setdefault(parent, []).append(number)
    return found


def _shown(one: Exhibit, copies: Iterable[int], rule: Rule, choices: Choices) -> Exhibit:
    withheld, replaced_by = _fate(one.number, one.kin, copies, rule, choices)
    if not withheld:
        return one
    sha256 = "" if is_guessable(one.media_type) else one.sha256
    return replace(one, withheld=withheld, replaced_by=replaced_by, marks=(), sha256=sha256)


def _fate(number: int, kin: Kin, copies: Iterable[int], rule: Rule, choices: Choices) -> tuple[str, int | None]:
    """Why an exhibit is not shown, "" if it is: "replaced" by one of its redacted copies (its number), "private", or
    "left_out" as the person chose.
    """
    showing = choices.showing(number)
    if showing is Showing.OUT:
        return "left_out", None
    wanted = {Showing.ORIGINAL: Copies.ORIGINALS, Showing.COPY: Copies.REQUIRED}.get(showing, rule.copies)
    if wanted is Copies.ORIGINALS or kin is Kin.REDACTED:
        return "", None
    copy = next((copy for copy in copies if choices.showing(copy) is not Showing.OUT), None)
    if copy is not None:
        return "replaced", copy
    return ("private" if wanted is Copies.REQUIRED else ""), None
