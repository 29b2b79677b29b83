"""Evidence packs: the dossier, every exhibit's own file, what the journal says, and all that is needed to check them
on a computer that has no more than Python.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from walletcase.domain.case import CaseRecord
from walletcase.domain.custody import LeftBy, What
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.document import Part
from walletcase.domain.errors import Cancelled, Exit, UserError
from walletcase.domain.evidence import Evidence
from walletcase.domain.ids import CaseId
from walletcase.domain.redaction import stands_in
from walletcase.services.case_document import CASE_FILE
from walletcase.services.case_files import CaseFileService
from walletcase.services.context import Context
from walletcase.services.dossier_options import DossierOptions, Rendered, dossier_of
from walletcase.services.dossiers import DossierService, Files, as_what, reader_of, refuse_leaks
from walletcase.services.file_search import FileSearch
from walletcase.services.hashing import sha256_of
from walletcase.services.leaving import Left, note_left_as
from walletcase.services.pack_content import (
    DOSSIER,
    JOURNAL,
    MANIFEST,
    SUMS,
    PackContent,
    about_exhibit,
    content_of,
    exhibit_name,
)
from walletcase.services.paper_leaks import leak_test, leaky
from walletcase.services.ports import IsCancelled, Progress, Unit, never_cancelled, no_progress


class Folder(Protocol):
    """A pack being written."""

    @property
    def hashes(self) -> Mapping[str, str]:
        """The SHA-256 of each file by its name, in order."""

    def add_file(self, name: str, path: Path, check: Callable[[], None]) -> tuple[str, int]:
        """Add a copy of a file; return its SHA-256 and size in bytes."""

    def add(self, name: str, content: bytes) -> None:
        """Add a file that is made here."""


class PackService:
    """``open_folder`` begins a pack at a path; ``tools`` gives the files that say how to check it, by name;
    asked for one's own pack, also what its case file is.
    """

    def __init__(
        self,
        context: Context,
        dossiers: DossierService,
        case_files: CaseFileService,
        file_search: FileSearch,
        files: Files,
        open_folder: Callable[[Path], AbstractContextManager[Folder]],
        tools: Callable[[bool], Mapping[str, bytes]],
    ) -> None:
        self._context = context
        self._dossiers = dossiers
        self._case_files = case_files
        self._file_search = file_search
        self._files = files
        self._open = open_folder
        self._tools = tools

    def export(
        self,
        case_id: CaseId,
        target: Path,
        options: DossierOptions,
        *,
        progress: Progress = no_progress,
        cancelled: IsCancelled = never_cancelled,
    ) -> Rendered:
        """Write a pack to a file of the person's choice, whole or not at all; return its dossier's facts.

        For others than oneself it holds what the dossier shows them: redacted copies in the place of originals, masked
        names, and of the journal what says nothing that is masked.

        Raises Cancelled; UserError: dossier_leaks, no_such_case, target_unwritable, disk_full, left_unnoted.
        """
        options = self._dossiers.resolved(case_id, replace(options, attaches=False))  # they lie beside it
        with self._context.store.read() as unit:  # of one moment: paper, files, lists and journal agree
            record, options = self._dossiers.at_moment(unit, case_id, options)
            content = self._content(unit, record, options, _check(cancelled))
        made: list[Rendered] = []
        sums: list[str] = []

        def fill(part: Path) -> None:
            with tempfile.TemporaryDirectory(prefix=".pack-", dir=part.parent) as temp:
                paper = Path(temp) / DOSSIER
                half, moment = _half(progress), (record, options)
                render = self._dossiers.render
                made.append(render(case_id, options, paper, progress=half, cancelled=cancelled, moment=moment))
                refuse_leaks(made[0])
                with self._open(part) as folder:
                    folder.add_file(DOSSIER, paper, _check(cancelled))
                    self._fill(folder, content, progress, cancelled)
            sums.append(sha256_of(part, _check(cancelled)))

        self._files.write_whole(target, fill)
        left = Left(LeftBy.EXPORT, What.PACK, target.name, sums[0], reader=reader_of(options.audience))
        note_left_as(self._context, case_id, as_what(made[0], What.PACK, content.kept_back), left, "exported")
        return replace(made[0], kept_back=content.kept_back)

    def _content(
        self, unit: Unit, record: CaseRecord, options: DossierOptions, check: Callable[[], None]
    ) -> PackContent:
        told = dossier_of(record, options)
        if options.audience is Audience.SELF:
            content = content_of(record, told.dossier, options, unit.journal)
            return replace(content, case_file=self._case_files.content_of(unit, record))
        going = {one.number for one in told.dossier.exhibits if not one.withheld and Part.EXHIBITS in options.parts}
        files = [item for item in record.live_evidence if item.exhibit_no in going]
        looked = self._file_search.look(files, record, options, told.secrets, check)
        content = content_of(record, told.dossier, options, unit.journal, looked.closed)
        is_leak = leak_test(record, options, told.secrets)
        shown = [item for item in content.items if item.exhibit_no in content.shown]
        leaks = [exhibit_name(item) for item in shown if leaky(unit.page_texts.pages(item.id), is_leak)]
        leaks += [exhibit_name(item) for item in shown if item.exhibit_no in looked.shows]
        leaks += [name for name, text in content.texts() if stands_in(told.secrets, text)]
        if leaks:
            raise UserError("dossier_leaks", exit_code=Exit.FOUND, places=", ".join(dict.fromkeys(leaks)))
        return content

    def _fill(self, folder: Folder, content: PackContent, progress: Progress, cancelled: IsCancelled) -> None:
        listed, many = [], len(content.items)
        for done, item in enumerate(content.items):
            progress(many + done, 2 * many)
            listed.append(self._add_exhibit(folder, item, content, _check(cancelled)))
        folder.add(MANIFEST, _document({**content.manifest, "exhibits": listed}))
        folder.add(JOURNAL, "".join(f"{line}\n" for line in content.journal).encode("ascii"))
        if content.case_file:
            folder.add(CASE_FILE, content.case_file)
        for name, tool in self._tools(bool(content.case_file)).items():
            folder.add(name, tool)
        sums = "".join(f"{sha256}  {name}\n" for name, sha256 in folder.hashes.items())
        folder.add(SUMS, sums.encode())

    def _add_exhibit(
        self, folder: Folder, item: Evidence, content: PackContent, check: Callable[[], None]
    ) -> dict[str, object]:
        """Put an exhibit's file in; one that is not there, not as it was stored, or not for this reader, is listed and
        says so.
        """
        check()
        withheld = "" if item.exhibit_no in content.shown else "withheld"
        is_withheld = bool(withheld) and item.exhibit_no not in content.kept_back  # those are told of in the dossier
        about = about_exhibit(item, is_withheld=is_withheld) | {"in_journal": item.file.sha256 in content.told}
        fault = withheld or self._context.vault.fault(item.file)
        if fault:
            return about | {"file": None, "fault": fault}
        name = exhibit_name(item)
        folder.add_file(name, self._context.vault.path(item.file.sha256), check)
        return about | {"file": name, "fault": ""}


def _check(cancelled: IsCancelled) -> Callable[[], None]:
    def check() -> None:
        if cancelled():
            raise Cancelled

    return check


def _document(content: Mapping[str, object]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _half(progress: Progress) -> Progress:
    """The dossier is the first half of the work."""
    return lambda done, total: progress(done, 2 * total)
