"""Is everything as it was stored? Files by their hashes, the journal by its chain, the database by its own check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from walletcase.domain.evidence import Evidence
from walletcase.domain.ids import CaseId
from walletcase.domain.letter import is_intact
from walletcase.domain.trusted_time import imprint_of
from walletcase.services.context import Context
from walletcase.services.ports import IsCancelled, Progress, Unit, never_cancelled, no_progress

SPOT_FILES = 12
SPOT_BYTES = 64 << 20  # of files: a tenth of a second on an old disk


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault. ``kind``: file_missing, file_altered, letter_altered, rules_unreadable, journal_broken,
    time_stamp_broken, database.
    """

    kind: str
    subject: str
    detail: str


def _altered_letters(unit: Unit, number: str) -> Iterator[Problem]:
    """Yield the sent letters that no longer are what was sent."""
    for case, _ in unit.cases.heads():
        if number and case.number != number:
            continue
        for letter in unit.letters.letters(case.id):
            if not is_intact(letter):
                yield Problem("letter_altered", f"{case.number}/letter {letter.seq}", letter.sent_sha256)


def _moved_stamps(unit: Unit) -> Iterator[Problem]:
    """Yield the time stamps of lines that the journal no longer has as they were stamped."""
    for stamp in unit.time_stamps.all():
        head = unit.journal.hash_at(stamp.journal_seq)
        if not head or imprint_of(head) != stamp.imprint:
            yield Problem("time_stamp_broken", f"time stamp {stamp.id}", f"line {stamp.journal_seq}")


def _sample(files: Sequence[tuple[str, Evidence]], seed: str) -> Iterator[tuple[str, Evidence]]:
    """Yield some files, other ones each day, up to SPOT_FILES of them and about SPOT_BYTES."""
    left = SPOT_BYTES
    # Which files are looked at is no secret: the days take turns.
    for number, item in Random(seed).sample(files, min(SPOT_FILES, len(files))):
        if item.file.size_bytes <= left:
            left -= item.file.size_bytes
            yield number, item


class IntegrityService:
    """Reads everything again."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def verify(
        self,
        case_number: str = "",
        *,
        progress: Progress = no_progress,
        cancelled: IsCancelled = never_cancelled,
    ) -> tuple[Problem, ...]:
        """Check every file, of one case if ``case_number`` is given, then the journal and the database.

        Raises UserError("no_such_case").
        """
        with self._context.store.read() as unit:
            number = unit.cases.head_by_number(case_number).number if case_number else ""
            items = [pair for pair in unit.evidence.all_items() if not number or pair[0] == number]
            letters = list(_altered_letters(unit, number))
            broken_at = unit.journal.broken_at()
            stamps = list(_moved_stamps(unit))
            rules = list(self._context.rulebook.unreadable(unit))
        problems = [Problem("database", "database", fault) for fault in self._context.store.problems()]
        if broken_at is not None:
            problems.append(Problem("journal_broken", "journal", f"line {broken_at}"))
        problems += [*stamps, *letters]
        problems += [Problem("rules_unreadable", f"rules/{revision}", why) for revision, why in rules]
        for done, (case, item) in enumerate(items):
            progress(done, len(items))
            if cancelled():
                break
            problems += self._fault(case, item)
        return tuple(problems)

    def spot_check(self, *, cancelled: IsCancelled = never_cancelled) -> tuple[Problem, ...]:
        """Check the journal and some files, other ones each day: quick enough for every start."""
        with self._context.store.read() as unit:
            items = list(unit.evidence.all_items())
            broken_at = unit.journal.broken_at()
            problems = list(_moved_stamps(unit))
        if broken_at is not None:
            problems.insert(0, Problem("journal_broken", "journal", f"line {broken_at}"))
        for number, item in _sample(items, self._context.clock.today()):
            if cancelled():
                break
            problems += self._fault(number, item)
        return tuple(problems)

    def _fault(self, number: str, item: Evidence) -> Iterator[Problem]:
        fault = self._context.vault.fault(item.file)
        if fault:
            yield Problem(f"file_{fault}", f"{number}/{item.exhibit_no}", item.file.sha256)

    def faulty_files(self, case_id: CaseId) -> frozenset[str]:
        """Return the SHA-256 of a case's files that are missing or altered."""
        with self._context.store.read() as unit:
            files = {item.file for item in unit.evidence.items(case_id)}
        return frozenset(file.sha256 for file in files if self._context.vault.fault(file))
