"""Dossiers: one set of bytes for preview, export and print, and the case as data."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from walletcase.domain.case import CaseRecord
from walletcase.domain.case_json import case_json
from walletcase.domain.custody import JournalHead, LeftBy, What
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.choices import NO_CHOICES, Choices
from walletcase.domain.errors import Exit, UserError
from walletcase.domain.ids import CaseId
from walletcase.domain.trusted_time import imprint_of
from walletcase.services.changes import Changes, changed
from walletcase.services.context import Context
from walletcase.services.dossier_options import DossierOptions, Rendered
from walletcase.services.leaving import Left, note_left
from walletcase.services.paper_leaks import LeakFinder, PaperSearch
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
    ) -> Rendered:
        """Write the dossier to ``out``, which must not exist. Raises Cancelled and leaves nothing behind."""


CHRONOLOGIES = (".csv", ".docx")
ChronologyWriter = Callable[[CaseRecord, DossierOptions, str, Path], None]  # …, the file's ending, the file


def refuse_others(options: DossierOptions) -> None:
    """Raise UserError("only_for_self") for what holds everything, unless it is for the person."""
    if options.audience is not Audience.SELF:
        raise UserError("only_for_self")


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
    ) -> Rendered:
        """Write the dossier to ``out`` for the screen; nothing is noted in the journal until it is handed over.

        Raises Cancelled; UserError: no_such_case, target_unwritable, disk_full.
        """
        record, dated = self._record(case_id, options)
        made: list[Rendered] = []

        def fill(path: Path) -> None:
            made.append(self._renderer.render(record, dated, path, progress, cancelled))

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
        """Note in the journal that a dossier left the app: where to, with which exhibits.

        Raises UserError: no_such_case, left_unnoted.
        """
        what = What.DOSSIER if made.with_pages else What.INDEX
        what = What.ORIGINALS if made.with_files and way is not LeftBy.PRINT else what
        kind = "exported" if way is LeftBy.EXPORT else "left_app"
        note_left(self._context, case_id, made.exhibits, Left(way, what, target, made.sha256), kind)

    def export_json(self, case_id: CaseId, target: Path) -> None:
        """Write the case as the JSON document of cli.md.

        Raises UserError: no_such_case, target_unwritable, disk_full, left_unnoted.
        """
        record, _ = self._record(case_id, DossierOptions())
        text = json.dumps(case_json(record, self._context.clock.today()), ensure_ascii=False, indent=2)

        def fill(path: Path) -> None:
            path.write_text(text + "\n", encoding="utf-8")

        self._files.write_whole(target, fill)
        exhibits = (item.exhibit_no for item in record.live_evidence)
        note_left(self._context, case_id, exhibits, Left(LeftBy.EXPORT, What.DATA, target.name), "exported")

    def export_chronology(self, case_id: CaseId, target: Path, options: DossierOptions) -> None:
        """Write the chronology for those who work on with it, by the target's ending: one of CHRONOLOGIES.

        Raises UserError: no_such_case, target_unwritable, disk_full, left_unnoted.
        """
        record, dated = self._record(case_id, options)
        kind = target.suffix.lower()
        self._files.write_whole(target, lambda path: self._chronology(record, dated, kind, path))
        used = {number for entry in record.live_timeline for number in entry.draft.evidence_ids}
        exhibits = (item.exhibit_no for item in record.live_evidence if item.id in used)
        note_left(self._context, case_id, exhibits, Left(LeftBy.EXPORT, What.INDEX, target.name), "exported")

    def export(self, case_id: CaseId, target: Path, options: DossierOptions) -> Rendered | None:
        """Export by the target's ending. Raises UserError("export_format") for an ending not offered."""
        kind = target.suffix.lower()
        if kind == ".pdf":
            return self.export_pdf(case_id, target, options)
        if kind == ".json":
            refuse_others(options)
            self.export_json(case_id, target)
            return None
        if kind in CHRONOLOGIES:
            self.export_chronology(case_id, target, options)
            return None
        raise UserError("export_format", ending=kind or target.name)

    def _record(self, case_id: CaseId, options: DossierOptions) -> tuple[CaseRecord, DossierOptions]:
        """The case, and the options with the day and the journal's head: read at one moment."""
        options = self.resolved(case_id, options)
        with self._context.store.read() as unit:
            record = self._context.record(unit, case_id)
            journal = _head(unit)
        # The dossier prints a hash beside each exhibit: what no longer has that hash is named, not printed.
        altered = {file.sha256 for file in {e.file for e in record.live_evidence} if self._context.vault.fault(file)}
        today = options.today or self._context.clock.today()
        dated = replace(options, today=today, journal=journal)
        return replace(record, missing_files=frozenset(altered)), dated


def _head(unit: Unit) -> JournalHead:
    """The journal's newest line, and the newest one that an authority stamped and that still is what it stamped."""
    line, sha256 = unit.journal.count(), unit.journal.head()
    for stamp in reversed(unit.time_stamps.all()):
        if stamp.answer and imprint_of(unit.journal.hash_at(stamp.journal_seq)) == stamp.imprint:
            return JournalHead(line, sha256, stamp.journal_seq, stamp.stamped_at, stamp.authority)
    return JournalHead(line, sha256)
