"""Custody: what happened to one piece of evidence, told from the journal's lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class NewestLine:
    """A line of the journal: its number from 1 and its hash (hex SHA-256)."""

    line: int
    sha256: str


class LeftBy(StrEnum):
    """How something left the app."""

    EXPORT = "export"  # written to a file of the person's choice
    PRINT = "print"
    COPY = "copy"  # to the clipboard
    OPEN = "open"  # shown by another program


class What(StrEnum):
    """As what an item left the app."""

    FILE = ""  # itself, byte for byte
    TEXT = "text"  # words of it
    DOSSIER = "dossier"  # with its pages
    ORIGINALS = "originals"  # with its pages in a dossier, and byte for byte inside that
    INDEX = "index"  # a dossier that only lists it
    PACK = "pack"  # an evidence pack: in its dossier, and byte for byte
    DATA = "data"  # the case as data: what is said about it, and its hash
    LETTER = "letter"  # named in one
    SHEET = "sheet"  # named on the sheet for a visit


LEFT_KINDS = ("left_app", "exported", "letter_exported")  # the lines that tell of it

_NAMED = re.compile(r"(?:证据|[Ee]xhibits?)\s*([0-9]{1,6}(?:\s*(?:、|，|,|和|及|and)\s*[0-9]{1,6})*)")
_NUMBER = re.compile("[0-9]+")


def exhibits_named(text: str) -> tuple[int, ...]:
    """Return the numbers of the exhibits that a letter names ("证据3、4", "exhibits 3, 4"), in order, once each."""
    runs = (found[1] for found in _NAMED.finditer(text))
    return tuple(sorted({int(number) for run in runs for number in _NUMBER.findall(run)}))


@dataclass(frozen=True, slots=True)
class JournalHead:
    """The journal at one moment: the number and the hex SHA-256 of its newest line, 0 and "" while it is empty.

    ``stamped_line`` is the newest line that an authority stamped, ``stamped_at`` when (ISO, UTC), ``stamped_by`` how it
    names itself; 0 and "" where there is none. ``imported_at`` is when the case came in from a file, with this SHA-256:
    what happened before is told by that file alone; "" for a case that was made here.
    """

    line: int = 0
    sha256: str = ""
    stamped_line: int = 0
    stamped_at: str = ""
    stamped_by: str = ""
    imported_at: str = ""
    imported_sha256: str = ""


NO_HEAD = JournalHead()


@dataclass(frozen=True, slots=True)
class CustodyEvent:
    """One line of the journal that speaks of an item. ``seq`` is the line's number, ``detail`` what else it says."""

    seq: int
    at: str
    kind: str
    detail: Mapping[str, str]


def about(lines: Iterable[CustodyEvent], exhibit_no: int) -> tuple[CustodyEvent, ...]:
    """Return the lines, oldest first, that speak of an exhibit, by whatever number they know it."""
    found = [line for line, exhibits in by_present_numbers(lines) if exhibit_no in exhibits]
    return tuple(reversed(found))


def by_present_numbers(lines: Iterable[CustodyEvent]) -> Iterator[tuple[CustodyEvent, frozenset[int]]]:
    """Yield the lines, given oldest first, from the newest back, each with the exhibits that it speaks of by the
    numbers that they have now: by one number, in a list of numbers ("1 2 7"), or renumbered ("moves" is "1>3 3>1").
    """
    present: dict[str, str] = {}  # by the number that an exhibit had then
    for line in reversed(list(lines)):
        detail, moves = line.detail, _moves_in(line.detail)
        named = {*moves.values(), *detail.get("exhibits", "").split(), *detail.get("exhibit", "").split()}
        now = (present.get(name, name) for name in named)
        yield line, frozenset(int(number) for number in now if number.isdecimal())
        gone = dict.fromkeys(moves.values(), "")  # who had such a number before has it no more, and none in its place
        present |= gone | {was: present.get(became, became) for was, became in moves.items()}


def _moves_in(detail: Mapping[str, str]) -> dict[str, str]:
    """The numbers that exhibits had before a line, and had after it ("1>3 3>1")."""
    return dict(move.split(">") for move in detail.get("moves", "").split() if move.count(">") == 1)
