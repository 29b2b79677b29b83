"""Is everything as it was stored? Files by their hashes, the journal by its chain, rows by the journal, the database by
its own check. All at once, a few files at every start, or in small pieces while nobody needs the computer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from walletcase.domain.errors import Cancelled, UserError
from walletcase.domain.evidence import Evidence
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.services.context import Context
from walletcase.services.hashing import sha256_of
from walletcase.services.ports import IsCancelled, JournalLine, Progress, never_cancelled, no_progress
from walletcase.services.records_check import Problem, exhibit, journal_problems, record_problems

SPOT_FILES = 12
SPOT_BYTES = 64 << 20  # of files: a tenth of a second on an old disk


@dataclass(frozen=True, slots=True)
class Checkable:
    """An exhibit whose file can be read again, with the number of its case."""

    case_number: str
    item: Evidence


@dataclass(frozen=True, slots=True)
class PaperLine:
    """The line of the journal with which a file left the app. ``problems``: the journal's own."""

    line: int
    said: JournalLine
    problems: tuple[Problem, ...] = ()


def _sample(files: Sequence[Checkable], seed: str) -> Iterator[Checkable]:
    """Yield some files, other ones each day, up to SPOT_FILES of them and about SPOT_BYTES."""
    left = SPOT_BYTES
    # Which files are looked at is no secret: the days take turns.
    for one in Random(seed).sample(files, min(SPOT_FILES, len(files))):
        if one.item.file.size_bytes <= left:
            left -= one.item.file.size_bytes
            yield one


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
        """Check all there is, files of one case only if ``case_number`` is given. ``progress`` gets KiB of files.

        Raises Cancelled; UserError("no_such_case").
        """
        problems = [*self.check_records(case_number, cancelled=cancelled)]
        untrue = {problem.subject for problem in problems if problem.kind.startswith("record_")}
        files = [one for one in self.files() if case_number.upper() in ("", one.case_number)]
        total, done = sum(map(_kib, files)), 0
        seen: dict[str, str] = {}
        for one in files:
            progress(done, total)
            if exhibit(one.case_number, one.item) not in untrue:
                problems += self.check_file(one, cancelled=cancelled, seen=seen)
            done += _kib(one)
        progress(total, total)
        return tuple(sorted(problems, key=lambda one: one.kind == "file_foreign"))  # what matters least comes last

    def check_records(
        self, case_number: str = "", *, cancelled: IsCancelled = never_cancelled
    ) -> tuple[Problem, ...]:
        """Check all but the files: database, journal, time stamps, rules; of one case or of all, letters and exhibits.

        Without a case, also what else lies in the vault. Raises Cancelled; UserError("no_such_case").
        """
        problems = [Problem("database", "database", fault) for fault in self._context.store.problems()]
        if cancelled():
            raise Cancelled
        noted = self._context.store.newest_line()
        with self._context.store.read() as unit:
            number = unit.cases.head_by_number(case_number).number if case_number else ""
            of_journal = journal_problems(unit, noted)
            holds = not any(one.kind in ("journal_broken", "journal_cut") for one in of_journal)
            problems += [*of_journal, *record_problems(unit, number, journal_holds=holds)]
            for revision, why in self._context.rulebook.unreadable(unit):
                problems.append(Problem("rules_unreadable", f"rules/{revision}", why))
            live = {item.file.sha256 for _, item in unit.evidence.all_items()}
        if not number:
            foreign = self._context.vault.foreign(live, cancelled)
            problems += [Problem("file_foreign", f"vault/{place}", "") for place in foreign]
        return tuple(problems)

    def files(self, after: EvidenceId | None = None) -> tuple[Checkable, ...]:
        """Return all files that can be checked, or only those of exhibits after one, in the order of their ids."""
        with self._context.store.read() as unit:
            found = [Checkable(number, item) for number, item in unit.evidence.all_items()]
        return tuple(sorted((one for one in found if one.item.id > (after or 0)), key=lambda one: one.item.id))

    def check_file(
        self, one: Checkable, *, cancelled: IsCancelled = never_cancelled, seen: dict[str, str] | None = None
    ) -> tuple[Problem, ...]:
        """Read one file again. ``seen`` remembers by SHA-256 what was found. Raises Cancelled."""
        known, file = {} if seen is None else seen, one.item.file
        if file.sha256 not in known:
            known[file.sha256] = self._context.vault.fault(file, cancelled)
        fault = known[file.sha256]
        if not fault or not self._is_still_there(one):
            return ()
        return (Problem(f"file_{fault}", exhibit(one.case_number, one.item), file.sha256),)

    def spot_check(self, *, cancelled: IsCancelled = never_cancelled) -> tuple[Problem, ...]:
        """Check the journal and some files, other ones each day: quick enough for every start. Raises Cancelled."""
        noted = self._context.store.newest_line()
        with self._context.store.read() as unit:
            problems = [*journal_problems(unit, noted)]
        for one in _sample(self.files(), self._context.clock.today()):
            problems += self.check_file(one, cancelled=cancelled)
        return tuple(problems)

    def left_as(self, file: Path) -> PaperLine | None:
        """Return the newest line of the journal with which exactly this file left the app, None if there is none.

        Raises UserError: file_missing, file_unreadable.
        """
        digest = _sha256_of(file)
        noted = self._context.store.newest_line()
        with self._context.store.read() as unit:
            lines = [(seq, line) for seq, line in unit.journal.numbered() if line.detail.get("sha256") == digest]
            problems = journal_problems(unit, noted)
        left = [(seq, line) for seq, line in lines if "way" in line.detail and "target" in line.detail]
        return PaperLine(*left[-1], problems) if left else None

    def faulty_files(self, case_id: CaseId) -> frozenset[str]:
        """Return the SHA-256 of a case's files that are missing or altered."""
        with self._context.store.read() as unit:
            files = {item.file for item in unit.evidence.items(case_id)}
        return frozenset(file.sha256 for file in files if self._context.vault.fault(file))

    def _is_still_there(self, one: Checkable) -> bool:
        """Whether the exhibit was not deleted for good meanwhile, its file with it."""
        with self._context.store.read() as unit:
            try:
                return unit.evidence.get(one.item.id).file == one.item.file
            except UserError:
                return False


def _kib(one: Checkable) -> int:
    return (one.item.file.size_bytes >> 10) + 1


def _sha256_of(file: Path) -> str:
    try:
        return sha256_of(file)
    except FileNotFoundError as error:
        raise UserError("file_missing", file=file.name) from error
    except OSError as error:
        raise UserError("file_unreadable", file=file.name, reason=error.strerror or error) from error
