"""A case as a file (.json) that is complete and comes back as the same case, in this or in another data folder."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from walletcase.domain.case import Case, CaseRecord
from walletcase.domain.case_json import case_json
from walletcase.domain.custody import LeftBy, What
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.errors import Cancelled, UserError
from walletcase.domain.evidence import Evidence
from walletcase.domain.ids import CaseId
from walletcase.services.case_document import CaseDocument, document_of, written
from walletcase.services.changes import Changes, changed
from walletcase.services.context import Context
from walletcase.services.dossier_options import DossierOptions, dossier_of
from walletcase.services.dossiers import Files
from walletcase.services.evidence import told_of_added
from walletcase.services.hashing import sha256_of
from walletcase.services.leaving import Left, note_left
from walletcase.services.page_words import index_pages
from walletcase.services.ports import IsCancelled, NewCase, Progress, Unit, never_cancelled, no_progress

# What rows that no case has bring about, wherever they are read.
_NO_CASE = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)


class CaseSource(Protocol):
    """Reads what a person picked: a case file, or an evidence pack that holds one."""

    def content(self, source: Path) -> bytes:
        """Return the case file's bytes. Raises UserError("case_file_unreadable")."""

    def exhibits(self, source: Path, sizes: Container[int], folder: Path, cancelled: IsCancelled) -> Iterator[Path]:
        """Unpack a pack's exhibits that have one of these sizes into ``folder``, one after the other: the next takes
        the place of the one before. None for a file that is no pack.

        Raises Cancelled; UserError: case_file_unreadable, disk_full.
        """


@dataclass(frozen=True, slots=True)
class Imported:
    """A case that came in: as it is here, the number it had, and the exhibits whose files are not here."""

    case: Case
    was: str
    missing: tuple[int, ...]


class CaseFileService:
    """Writes case files and reads them. ``temp_folder`` lies where the vault's files can be moved from."""

    def __init__(self, context: Context, files: Files, source: CaseSource, temp_folder: Path) -> None:
        self._context = context
        self._files = files
        self._source = source
        self._temp = temp_folder

    def export(self, case_id: CaseId, target: Path, audience: Audience = Audience.SELF) -> None:
        """Write a case file.

        Raises UserError: only_for_self, for it holds everything; no_such_case, target_unwritable, disk_full,
        left_unnoted.
        """
        if audience is not Audience.SELF:
            raise UserError("only_for_self")
        content, record = self.content(case_id)

        def fill(path: Path) -> None:
            path.write_bytes(content)

        self._files.write_whole(target, fill)
        exhibits = (item.exhibit_no for item in record.live_evidence)
        left = Left(LeftBy.EXPORT, What.DATA, target.name, hashlib.sha256(content).hexdigest())
        note_left(self._context, case_id, exhibits, left, "exported")

    def content(self, case_id: CaseId) -> tuple[bytes, CaseRecord]:
        """Return a case file's bytes, and the case as it was then. Raises UserError("no_such_case")."""
        with self._context.store.read() as unit:
            record = self._context.record(unit, case_id)
            return self.content_of(unit, record), record

    def content_of(self, unit: Unit, record: CaseRecord) -> bytes:
        """Return the bytes of a case's file as a unit sees it."""
        return written(case_json(record, self._context.clock.today()), unit.case_rows.read(record.case.id))

    def import_(
        self, source: Path, progress: Progress = no_progress, cancelled: IsCancelled = never_cancelled
    ) -> tuple[Imported, Changes]:
        """Read a case file, or an evidence pack that holds one, as a new case; it keeps its number if that is free.

        Raises Cancelled; UserError: case_file_unreadable, case_file_newer, disk_full, store_unwritable: no case is
        made then.
        """
        content = self._source.content(source)
        document = document_of(content, source.name)
        self._take_files(document, source, progress, cancelled)
        if cancelled():
            raise Cancelled
        with self._context.store.write() as unit:
            try:
                case = self._add(unit, document, source.name, hashlib.sha256(content).hexdigest())
                items = unit.evidence.items(case.id)
            except _NO_CASE as error:
                raise UserError("case_file_unreadable", file=source.name) from error
        return Imported(case, document.number, self._missing(items)), changed(case.id)

    def _take_files(self, document: CaseDocument, source: Path, progress: Progress, cancelled: IsCancelled) -> None:
        """Put the files of a pack into the vault: those that are what the case says they are."""
        wanted = document.files()
        with tempfile.TemporaryDirectory(prefix="import-", dir=self._temp) as folder:
            exhibits = self._source.exhibits(source, frozenset(wanted.values()), Path(folder), cancelled)
            for done, path in enumerate(exhibits):
                progress(done, len(wanted))
                if sha256_of(path) in wanted:
                    self._context.vault.take(path, lambda _: None, cancelled)

    def _add(self, unit: Unit, document: CaseDocument, file: str, sha256: str) -> Case:
        head = document.rows.head
        key, version = str(head["playbook_key"]), int(str(head["playbook_version"]))
        new = NewCase(
            str(head["title"]), key, version, str(head["created_at"]), bool(head["is_sample"]), document.number
        )
        made = unit.cases.add(new)
        unit.case_rows.write(made.id, document.rows)
        case = self._context.settle(unit, made.id, touched=False)
        record = self._context.record(unit, case.id)
        self._show(unit, record)
        came = {"playbook": f"{key}@{version}", "file": file, "sha256": sha256, "was": document.number}
        self._context.note(unit, case, "case_made", {"title": case.title, **came})
        self._note_kept(unit, record)
        return case

    def _show(self, unit: Unit, record: CaseRecord) -> None:
        """What can't be shown must not come in: it could never be opened."""
        today = self._context.clock.today()
        case_json(record, today)
        for audience in Audience:
            try:
                choices = unit.choices.get(record.case.id, audience)
            except UserError as error:
                raise ValueError("choices that nobody can read") from error
            dossier_of(record, DossierOptions(audience=audience, choices=choices, today=today))

    def _note_kept(self, unit: Unit, record: CaseRecord) -> None:
        """Tell the journal, against which they are held, of the exhibits and sent letters; let pages be found."""
        for item in sorted(record.evidence, key=lambda one: one.exhibit_no):
            self._context.note(unit, record.case, "evidence_added", told_of_added(item))
            index_pages(unit, item)
        for letter in record.letters:
            if letter.sent_at:
                detail = {"letter": str(letter.seq), "kind": letter.kind, "sha256": letter.sent_sha256}
                self._context.note(unit, record.case, "letter_sent", detail)

    def _missing(self, items: Sequence[Evidence]) -> tuple[int, ...]:
        live = (item for item in items if not item.trashed_at)
        return tuple(sorted(item.exhibit_no for item in live if self._context.vault.fault(item.file)))
