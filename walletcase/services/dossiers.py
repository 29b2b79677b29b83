"""Dossiers: one set of bytes for preview, export and print; and the chronology for those who work on with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from walletcase.domain.case import CaseRecord
from walletcase.domain.custody import CustodyEvent, JournalHead, LeftBy, What
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.choices import NO_CHOICES, Choices
from walletcase.domain.dossiers.custody_record import custody_rows
from walletcase.domain.errors import Exit, UserError
from walletcase.domain.ids import CaseId
from walletcase.domain.trusted_time import imprint_of
from walletcase.services.changes import Changes, changed
from walletcase.services.context import Context
from walletcase.services.dossier_options import DossierOptions, Glimpse, Rendered, dossier_of
from walletcase.services.hashing import sha256_of
from walletcase.services.leaving import Left, note_left, note_left_as
from walletcase.services.paper_leaks import LeakFinder, PaperSearch, leak_test
from walletcase.services.ports import IsCancelled, Progress, Unit, never_cancelled, no_progress


class Files(Protocol):
    """Writing outside the data folder."""

    def write_whole(self, target: Path, fill: Callable[[Path], None]) -> None:
        """Let ``fill`` write a new file beside ``target``, make it durable, then put it in place of ``target``.

        Raises UserError: target_unwritable, disk_full; the old file stays whole then.
        """


class DossierRenderer(Protocol):
    """Makes the one set of bytes that preview, file and printer share."""

    def render(
        self,
        record: CaseRecord,
        options: DossierOptions,
        out: Path,
        progress: Progress,
        cancelled: IsCancelled,
        glimpse: Glimpse | None = None,
    ) -> Rendered:
        """Write the dossier to ``out``, which must not exist. Raises Cancelled and leaves nothing behind."""


Moment = tuple[CaseRecord, DossierOptions]  # a case and what is wanted of it, as they were at one moment
CHRONOLOGIES = (".csv", ".docx")
ENDINGS = (".pdf", ".zip", *CHRONOLOGIES, ".json", ".ics")  # of all that a case is exported as
ChronologyWriter = Callable[[CaseRecord, DossierOptions, str, Path], None]  # …, the file's ending, the file


def refuse_leaks(made: Rendered) -> None:
    """Raise UserError("dossier_leaks") for a dossier that shows what its audience must not see."""
    if made.leaks:
        raise UserError("dossier_leaks", exit_code=Exit.FOUND, places=", ".join(made.leaks))


class DossierService:
    """Use cases on what leaves the app."""

    def __init__(
        self,
        context: Context,
        renderer: DossierRenderer,
        chronology: ChronologyWriter,
        search: PaperSearch,
        files: Files,
    ) -> None:
        self._context = context
        self._renderer = renderer
        self._chronology = chronology
        self._leaks = LeakFinder(context, search)
        self._files = files

    def render(
        self,
        case_id: CaseId,
        options: DossierOptions,
        out: Path,
        *,
        progress: Progress = no_progress,
        cancelled: IsCancelled = never_cancelled,
        glimpse: Glimpse | None = None,
        moment: Moment | None = None,
    ) -> Rendered:
        """Write the dossier to ``out`` for the screen; nothing is noted in the journal until it is handed over.

        ``moment`` is the case as at_moment gave it, where something else must be of the same moment.

        Raises Cancelled; UserError: no_such_case, target_unwritable, disk_full.
        """
        record, dated = moment or self._record(case_id, options)
        made: list[Rendered] = []

        def fill(path: Path) -> None:
            made.append(self._renderer.render(record, dated, path, progress, cancelled, glimpse))

        self._files.write_whole(out, fill)
        return self._leaks.searched(record, dated, replace(made[0], path=out), out)

    def export_pdf(
        self,
        case_id: CaseId,
        target: Path,
        options: DossierOptions,
        *,
        progress: Progress = no_progress,
        cancelled: IsCancelled = never_cancelled,
    ) -> Rendered:
        """Write the dossier to a file of the person's choice, whole or not at all.

        Raises Cancelled; UserError: no_such_case, target_unwritable, disk_full, left_unnoted.
        """
        made: list[Rendered] = []

        def fill(path: Path) -> None:
            made.append(self.render(case_id, options, path, progress=progress, cancelled=cancelled))
            refuse_leaks(made[0])

        self._files.write_whole(target, fill)
        whole = replace(made[0], path=target)
        self.handed_over(case_id, whole, LeftBy.EXPORT, target.name)
        return whole

    def choices(self, case_id: CaseId, audience: Audience) -> Choices:
        """Return what the person chose for a reader of a case's dossier. Raises UserError("choices_damaged")."""
        with self._context.store.read() as unit:
            return unit.choices.get(case_id, audience)

    def choose(self, case_id: CaseId, audience: Audience, choices: Choices) -> Changes:
        """Keep what the person chose for a reader: what they hide once stays hidden the next time.

        Raises UserError: no_such_case.
        """
        with self._context.store.write() as unit:
            unit.cases.head(case_id)
            unit.choices.put(case_id, audience, choices)
        return changed(case_id, listing=False)

    def resolved(self, case_id: CaseId, options: DossierOptions) -> DossierOptions:
        """Return options with the choices stored for their audience, where they bring none."""
        if options.choices is not None:
            return options
        is_own = options.audience is Audience.SELF
        return replace(options, choices=NO_CHOICES if is_own else self.choices(case_id, options.audience))

    def handed_over(self, case_id: CaseId, made: Rendered, way: LeftBy, target: str) -> None:
        """Note in the journal that a dossier left the app: where to, for whom, which exhibits it shows or only lists.

        Raises UserError: no_such_case, left_unnoted.
        """
        what = What.DOSSIER if made.with_pages else What.INDEX
        what = What.ORIGINALS if made.with_files and way is not LeftBy.PRINT else what
        kind = "exported" if way is LeftBy.EXPORT else "left_app"
        left = Left(way, what, target, made.sha256, reader=reader_of(made.audience))
        note_left_as(self._context, case_id, as_what(made, what), left, kind)

    def export_chronology(self, case_id: CaseId, target: Path, options: DossierOptions) -> None:
        """Write the chronology for those who work on with it, by the target's ending: one of CHRONOLOGIES.

        Raises UserError: dossier_leaks (with the numbers of the contacts), no_such_case, target_unwritable, disk_full,
        left_unnoted.
        """
        record, dated = self._record(case_id, options)
        told = dossier_of(record, dated)
        rows = told.dossier.timeline
        if options.audience is not Audience.SELF:
            is_leak = leak_test(record, dated, told.secrets)
            leaks = [str(row.number) for row in rows if is_leak(f"{row.counterpart} {row.summary} {row.reference}")]
            if leaks:
                raise UserError("dossier_leaks", exit_code=Exit.FOUND, places=", ".join(leaks))
        sums: list[str] = []

        def fill(path: Path) -> None:
            self._chronology(record, dated, target.suffix.lower(), path)
            sums.append(sha256_of(path))

        self._files.write_whole(target, fill)
        exhibits = sorted({number for row in rows for number in row.exhibits})
        left = Left(LeftBy.EXPORT, What.INDEX, target.name, sums[0], reader=reader_of(options.audience))
        note_left(self._context, case_id, exhibits, left, "exported")

    def export(self, case_id: CaseId, target: Path, options: DossierOptions) -> Rendered | None:
        """Export by the target's ending. Raises UserError("export_format") for an ending not offered."""
        kind = target.suffix.lower()
        if kind == ".pdf":
            return self.export_pdf(case_id, target, options)
        if kind in CHRONOLOGIES:
            self.export_chronology(case_id, target, options)
            return None
        raise UserError("export_format", ending=kind or target.name, offered=", ".join(ENDINGS))

    def _record(self, case_id: CaseId, options: DossierOptions) -> Moment:
        """The case, and the options with the day and the journal's head: read at one moment."""
        options = self.resolved(case_id, options)
        with self._context.store.read() as unit:
            return self.at_moment(unit, case_id, options)

    def at_moment(self, unit: Unit, case_id: CaseId, options: DossierOptions) -> Moment:
        """Return a case, and options that were resolved with the day and the journal's head, as a unit sees them.

        Raises UserError("no_such_case").
        """
        record = self._context.record(unit, case_id)
        lines = [CustodyEvent(n, one.at, one.kind, one.detail) for n, one in unit.journal.numbered(record.case.number)]
        custody = custody_rows(lines, {item.exhibit_no for item in record.live_evidence})
        # The dossier prints a hash beside each exhibit: what no longer has that hash is named, not printed.
        altered = {file.sha256 for file in {e.file for e in record.live_evidence} if self._context.vault.fault(file)}
        today = options.today or self._context.clock.today()
        dated = replace(options, today=today, journal=_with_import(_head(unit), lines), custody=custody)
        return replace(record, missing_files=frozenset(altered)), dated


def reader_of(audience: Audience) -> str:
    """Return how the journal names a reader: "" for the person."""
    return "" if audience is Audience.SELF else audience.value


def as_what(made: Rendered, what: What, in_pages: Collection[int] = ()) -> Mapping[What, Sequence[int]]:
    """Return the exhibits of a dossier by what they left as: ``what``, but for those ``in_pages``, which have no more
    than pages if there are any, and those that its reader sees in lists only. At least one, be it of no exhibit.
    """
    if what is What.INDEX:
        return {what: made.exhibits}
    whole = [number for number in made.exhibits if number not in {*in_pages, *made.withheld}]
    listed = [*made.withheld] if made.with_pages else [*in_pages, *made.withheld]
    parts = {What.DOSSIER: [*in_pages] if made.with_pages else [], What.INDEX: listed}
    parts[what] = [*whole, *parts.get(what, ())]
    return {key: numbers for key, numbers in parts.items() if numbers} or {what: ()}


def _head(unit: Unit) -> JournalHead:
    """The journal's newest line, and the newest one that an authority stamped and that still is what it stamped."""
    line, sha256 = unit.journal.count(), unit.journal.head()
    for stamp in reversed(unit.time_stamps.all()):
        if stamp.answer and imprint_of(unit.journal.hash_at(stamp.journal_seq)) == stamp.imprint:
            return JournalHead(line, sha256, stamp.journal_seq, stamp.stamped_at, stamp.authority)
    return JournalHead(line, sha256)


def _with_import(head: JournalHead, lines: Iterable[CustodyEvent]) -> JournalHead:
    """The head, with what the journal says of the file from which the case came in, if it came in from one."""
    for line in lines:
        if line.kind == "case_made" and "was" in line.detail:
            return replace(head, imported_at=line.at, imported_sha256=line.detail.get("sha256", ""))
    return head
