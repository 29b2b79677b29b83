"""Holds the rows of the database against the journal, which can't be altered without a trace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from walletcase.domain.custody import NewestLine
from walletcase.domain.evidence import Evidence
from walletcase.domain.ledger import Ledger, Told, ledger
from walletcase.domain.letter import Letter, is_intact
from walletcase.domain.trusted_time import imprint_of
from walletcase.services.ports import Unit

STAMP_ASKED, STAMP_ANSWERED = "time_stamp_asked", "time_stamp_answered"
KINDS = (
    "file_missing", "file_altered", "file_foreign", "record_altered", "record_missing", "record_foreign",
    "case_missing", "letter_altered", "rules_unreadable", "journal_broken", "time_stamp_broken", "database",
    "journal_cut", "time_stamp_missing", "paper_unknown", "head_unknown",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault. ``subject`` is an exhibit ("WC-2026-0001/3"), a letter ("WC-2026-0001/letter 2"), a case, a file in
    the vault, or a part: "journal", "database", "time stamp 1", "rules/2".

    ``kind`` is one of KINDS; ``detail`` a hash, "line 5" or what SQLite says.
    """

    kind: str
    subject: str
    detail: str


def exhibit(case_number: str, item: Evidence) -> str:
    """Return how a problem names an exhibit."""
    return f"{case_number}/{item.exhibit_no}"


def journal_problems(unit: Unit, noted: NewestLine | None) -> tuple[Problem, ...]:
    """Return the first broken line, if any, and the time stamps of lines that no longer are as they were stamped.

    ``noted`` is the newest line as Store.newest_line told it before the unit was opened.
    """
    broken_at, found = unit.journal.broken_at(), []
    if broken_at is not None:
        found.append(Problem("journal_broken", "journal", f"line {broken_at}"))
    elif noted is not None and unit.journal.hash_at(noted.line) != noted.sha256:
        found.append(Problem("journal_cut", "journal", f"line {noted.line}"))
    stamps = unit.time_stamps.all()
    asked = {seq for seq, line in unit.journal.numbered() if line.kind == STAMP_ASKED}
    for seq in sorted(asked - {stamp.journal_seq for stamp in stamps}):
        found.append(Problem("time_stamp_missing", f"time stamp on line {seq}", f"line {seq}"))
    for stamp in stamps:
        head = unit.journal.hash_at(stamp.journal_seq)
        if not head or imprint_of(head) != stamp.imprint:
            found.append(Problem("time_stamp_broken", f"time stamp {stamp.id}", f"line {stamp.journal_seq}"))
    return tuple(found)


def record_problems(unit: Unit, case_number: str = "", *, journal_holds: bool) -> Iterator[Problem]:
    """Yield what rows say otherwise than the journal, of one case if ``case_number`` is given.

    With a journal that does not hold only what can be told without it.
    """
    told = _of_case(ledger(_lines(unit)), case_number) if journal_holds else None
    numbers = set()
    for case, _ in unit.cases.heads():
        numbers.add(case.number)
        if case_number in ("", case.number):
            for letter in unit.letters.letters(case.id):
                if _is_altered(letter, case.number, told):
                    yield Problem("letter_altered", f"{case.number}/letter {letter.seq}", letter.sent_sha256)
    if told is None:
        return
    yield from (Problem("case_missing", number, "") for number in sorted(told.cases - numbers))
    yield from _exhibit_problems(unit, case_number, told)


def _lines(unit: Unit) -> Iterator[tuple[str, str, dict[str, str]]]:
    for _, line in unit.journal.numbered():
        yield line.case_number, line.kind, {name: str(text) for name, text in line.detail.items()}


def _of_case(told: Ledger, case_number: str) -> Ledger:
    if not case_number:
        return told
    exhibits = {place: one for place, one in told.exhibits.items() if place[0] == case_number}
    return Ledger(told.cases & {case_number}, exhibits, told.letters)


def _is_altered(letter: Letter, number: str, told: Ledger | None) -> bool:
    """Whether a sent letter no longer has the words that it was sent with."""
    if not letter.sent_at:
        return False
    sent_with = None if told is None else told.letters.get((number, str(letter.seq)), set())
    return not is_intact(letter) or (sent_with is not None and letter.sent_sha256 not in sent_with)


def _is_told(item: Evidence, one: Told) -> bool:
    """Whether an exhibit's row says of its coming what the journal says."""
    origin = item.origin
    return one.is_of(
        name=item.original_name,
        way=origin.way.value,
        by=origin.added_by,
        device=origin.device,
        added=item.added_at,
    )


def _exhibit_problems(unit: Unit, case_number: str, told: Ledger) -> Iterator[Problem]:
    left = dict(told.exhibits)
    for number, item in unit.evidence.all_items():
        if case_number not in ("", number):
            continue
        one = left.pop((number, item.exhibit_no), None)
        if one is None:
            yield Problem("record_foreign", exhibit(number, item), item.file.sha256)
        elif (one.sha256, one.size_bytes) != (item.file.sha256, item.file.size_bytes) or not _is_told(item, one):
            yield Problem("record_altered", exhibit(number, item), one.sha256)
    for (number, exhibit_no), one in sorted(left.items()):
        if one.is_certain and number in told.cases:
            yield Problem("record_missing", f"{number}/{exhibit_no}", one.sha256)
