"""Evidence packs: the dossier, every exhibit's own file, what the journal says, and all that is needed to check them
on a computer that has no more than Python.
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from walletcase.domain.case import CaseRecord
from walletcase.domain.custody import LeftBy, What
from walletcase.domain.errors import Cancelled
from walletcase.domain.evidence import Evidence
from walletcase.domain.ids import CaseId
from walletcase.services.context import Context
from walletcase.services.dossiers import DossierService, Files, refuse_others
from walletcase.services.leaving import Left, note_left
from walletcase.services.ports import (
    DossierOptions,
    IsCancelled,
    JournalLine,
    Progress,
    Rendered,
    Unit,
    never_cancelled,
    no_progress,
)

FORMAT, VERSION = "walletcase-pack", 1
DOSSIER, MANIFEST, JOURNAL, SUMS = "dossier.pdf", "manifest.json", "journal.jsonl", "SHA256SUMS"
_UNSAFE = re.compile(r"[^\w\-()（）]+")
_MOST_NAME = 60  # characters of a title in a file's name
_ENDING = re.compile(r"\.[a-z0-9]{1,8}")


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
    """``open_folder`` begins a pack at a path; ``tools`` are files that every pack holds, by name."""

    def __init__(
        self,
        context: Context,
        dossiers: DossierService,
        files: Files,
        open_folder: Callable[[Path], AbstractContextManager[Folder]],
        tools: Callable[[], Mapping[str, bytes]],
    ) -> None:
        self._context = context
        self._dossiers = dossiers
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

        Raises Cancelled; UserError: only_for_self, no_such_case, target_unwritable, disk_full, left_unnoted.
        """
        refuse_others(options)
        options = replace(options, attaches=False)  # they lie beside it
        made: list[Rendered] = []
        sums: list[str] = []

        def fill(part: Path) -> None:
            with tempfile.TemporaryDirectory(prefix=".pack-", dir=part.parent) as temp:
                paper = Path(temp) / DOSSIER
                made.append(
                    self._dossiers.render(case_id, options, paper, progress=_half(progress), cancelled=cancelled)
                )
                with self._open(part) as folder:
                    self._fill(folder, case_id, paper, progress, cancelled)
            sums.append(_sha256(part))

        self._files.write_whole(target, fill)
        left = Left(LeftBy.EXPORT, What.PACK, target.name, sums[0])
        note_left(self._context, case_id, made[0].exhibits, left, "exported")
        return made[0]

    def _fill(self, folder: Folder, case_id: CaseId, paper: Path, progress: Progress, cancelled: IsCancelled) -> None:
        def check() -> None:
            if cancelled():
                raise Cancelled

        with self._context.store.read() as unit:
            record = self._context.record(unit, case_id)
            journal = journal_lines(unit, record.case.number)
        folder.add_file(DOSSIER, paper, check)
        items, listed = record.live_evidence, []
        for done, item in enumerate(items):
            progress(len(items) + done, 2 * len(items))
            listed.append(self._add_exhibit(folder, item, check))
        folder.add(MANIFEST, _document(_manifest(record, listed, journal)))
        folder.add(JOURNAL, "".join(f"{line}\n" for line in journal).encode("ascii"))
        for name, content in self._tools().items():
            folder.add(name, content)
        sums = "".join(f"{sha256}  {name}\n" for name, sha256 in folder.hashes.items())
        folder.add(SUMS, sums.encode())

    def _add_exhibit(self, folder: Folder, item: Evidence, check: Callable[[], None]) -> dict[str, object]:
        """Put an exhibit's file in; one that is not there, or not as it was stored, is listed and says so."""
        check()
        name = exhibit_name(item)
        about = _about(item)
        fault = self._context.vault.fault(item.file)
        if fault:
            return about | {"file": None, "fault": fault}
        folder.add_file(name, self._context.vault.path(item.file.sha256), check)
        return about | {"file": name, "fault": ""}


def exhibit_name(item: Evidence) -> str:
    """Return under which name an exhibit's file stands in a pack: one that any system takes."""
    ending = Path(item.original_name).suffix.lower()
    title = _UNSAFE.sub("_", item.title)[:_MOST_NAME].strip("_")
    stem = f"E{item.exhibit_no:03d}" + (f"_{title}" if title else "")
    return f"exhibits/{stem}{ending if _ENDING.fullmatch(ending) else ''}"


def journal_lines(unit: Unit, case_number: str) -> Sequence[str]:
    """Return the journal as JSON lines from the line before the case's first one to its last.

    Lines of other cases give their number and hash only: enough to check the chain, and nothing about them.
    """
    own = dict(unit.journal.numbered(case_number))
    if not own:
        return ()
    first, last = min(own), max(own)
    return [_line(seq, own.get(seq), unit.journal.hash_at(seq)) for seq in range(max(first - 1, 1), last + 1)]


def _line(seq: int, said: JournalLine | None, sha256: str) -> str:
    content: dict[str, object] = {"seq": seq, "hash": sha256}
    if said is not None:
        content |= {"at": said.at, "kind": said.kind, "case_number": said.case_number, "detail": dict(said.detail)}
    return json.dumps(content, sort_keys=True, separators=(",", ":"))


def _manifest(record: CaseRecord, exhibits: Iterable[dict[str, object]], journal: Sequence[str]) -> dict[str, object]:
    case = record.case
    last = json.loads(journal[-1]) if journal else {"seq": 0, "hash": ""}
    return {
        "format": FORMAT,
        "version": VERSION,
        "case": case.number,
        "title": case.title,
        "dossier": DOSSIER,
        "journal": JOURNAL,
        "journal_ends": {"seq": last["seq"], "hash": last["hash"]},
        "exhibits": list(exhibits),
    }


def _about(item: Evidence) -> dict[str, object]:
    return {
        "exhibit": item.exhibit_no,
        "title": item.title,
        "original_name": item.original_name,
        "sha256": item.file.sha256,
        "size_bytes": item.file.size_bytes,
        "media_type": item.media.media_type,
        "added_at": item.added_at,
        "made_on": item.made_on,
        "copy_kind": item.copy_kind.value,
        "kin": item.kin.value,
        "duplicate_of": item.duplicate_of,
    }


def _document(content: Mapping[str, object]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _half(progress: Progress) -> Progress:
    """The dossier is the first half of the work."""
    return lambda done, total: progress(done, 2 * total)
