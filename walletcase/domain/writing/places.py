"""Where in the app a gap of a letter is filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from walletcase.domain.case import CaseRecord
from walletcase.domain.readiness.findings import Place
from walletcase.domain.text import Text
from walletcase.domain.writing.build import field_of
from walletcase.domain.writing.gaps import GapMark, marks_in


@dataclass(frozen=True, slots=True)
class Gap:
    """A mark in a letter, with the place where what is missing belongs: a field, the timeline, or the letter itself."""

    mark: GapMark
    fact: str  # "" for a leftover of syntax or a mark that the person typed
    place: Place


def gaps_in(body: str, record: CaseRecord, names: Mapping[str, Text], letter_id: int = 0) -> tuple[Gap, ...]:
    """Return the gaps of a letter's text in order. ``names`` is what each fact is called in a mark."""
    facts = {name.get(language): fact for fact, name in names.items() for language in ("zh_CN", "en")}
    return tuple(_gap(mark, facts.get(mark.name, ""), record, letter_id) for mark in marks_in(body))


def _gap(mark: GapMark, fact: str, record: CaseRecord, letter_id: int) -> Gap:
    field = field_of(record, fact) if fact else None
    if field is not None:
        return Gap(mark, fact, Place("step", field.key))
    if fact == "answers":
        return Gap(mark, fact, Place("timeline"))
    return Gap(mark, fact, Place("letters", str(letter_id) if letter_id else ""))
