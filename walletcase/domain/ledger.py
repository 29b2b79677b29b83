"""What the journal says should be there: which cases, which exhibits with which bytes, which letters with which words.

Rows of the database can be altered by anyone who can open the file. The journal can't without breaking its chain, so
the rows are held against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

Line = tuple[str, str, Mapping[str, str]]  # (case number, kind, detail)
SAID = ("name", "way", "by", "device", "added")  # name of the file, how it came, whose computer, when
_ONLY_CHANGE = ("evidence_", "words_", "mark_")
_TAKEN_BACK = ("undone", "redone")


@dataclass(frozen=True, slots=True)
class Told:
    """An exhibit as it was added. Not ``is_certain``: adding it was taken back, or done again.

    ``said`` holds what the line says of where it came from; older lines say less.
    """

    sha256: str
    size_bytes: int
    is_certain: bool = True
    said: Mapping[str, str] = field(default_factory=dict)

    def is_of(self, **facts: str) -> bool:
        """Whether nothing that was said then differs from these facts, by the names in SAID."""
        return all(facts.get(name, text) == text for name, text in self.said.items())


@dataclass(slots=True)
class Ledger:
    """``cases``: those that are there for certain; ``exhibits`` by case number and exhibit number; ``letters`` by case
    number and the letter's own, with every SHA-256 that it was sent with.
    """

    cases: set[str] = field(default_factory=set)
    exhibits: dict[tuple[str, int], Told] = field(default_factory=dict)
    letters: dict[tuple[str, str], set[str]] = field(default_factory=dict)


def ledger(lines: Iterable[Line]) -> Ledger:
    """Return what an intact journal says, from its lines, oldest first."""
    found = Ledger()
    for case, kind, detail in lines:
        if kind == "case_made":
            found.cases.add(case)
        elif kind == "case_purged":
            _forget(found, case)
        elif kind == "evidence_added":
            said = {name: detail[name] for name in SAID if name in detail}
            told = Told(detail.get("sha256", ""), _number(detail.get("size", "")), said=said)
            found.exhibits[case, _number(detail.get("exhibit", ""))] = told
        elif kind == "letter_sent":
            found.letters.setdefault((case, detail.get("letter", "")), set()).add(detail.get("sha256", ""))
        _move(found, case, detail)
        if kind in _TAKEN_BACK:
            _doubt(found, case, detail, again=kind == "redone")
    return found


def _forget(found: Ledger, case: str) -> None:
    found.cases.discard(case)
    for place in [place for place in found.exhibits if place[0] == case]:
        del found.exhibits[place]


def _move(found: Ledger, case: str, detail: Mapping[str, str]) -> None:
    """Take along that exhibits were numbered anew ("1>3 3>1"), all at once."""
    pairs = [move.partition(">") for move in detail.get("moves", "").split()]
    taken = {_number(new): found.exhibits.pop((case, _number(old)), None) for old, _, new in pairs}
    found.exhibits |= {(case, new): told for new, told in taken.items() if told is not None}


def _doubt(found: Ledger, case: str, detail: Mapping[str, str], *, again: bool) -> None:
    """Taking back may take away, doing again brings back what was added; what only changed an exhibit does neither."""
    what = detail.get("what", "")
    if what.startswith(_ONLY_CHANGE) and what != "evidence_added":
        return
    if what == "case_made":
        found.cases.discard(case)
    for number in detail.get("exhibits", "").split():
        told = found.exhibits.get((case, _number(number)))
        if told is not None:
            found.exhibits[case, _number(number)] = replace(told, is_certain=again and what == "evidence_added")


def _number(text: str) -> int:
    """A number as the journal writes it; 0, which no exhibit has, for anything else."""
    return int(text) if text.isdecimal() else 0
