"""Evidence: put files in, say what they prove, take them out of sight and bring them back."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from walletcase.domain.errors import Cancelled, UserError
from walletcase.domain.evidence import CopyKind, Evidence, EvidenceEdit, MediaFacts, StoredFile
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.services.changes import Changes, changed
from walletcase.services.context import Context
from walletcase.services.ports import IsCancelled, Probe, Progress, Unit, never_cancelled, no_progress

TITLE_LIMIT = 200
GROUP_FILES = 10
GROUP_BYTES = 16 << 20


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that did not go in, and why."""

    file: Path
    error: UserError


@dataclass(frozen=True, slots=True)
class AttachReport:
    """What became of a list of files. ``cancelled`` says that the rest was left out at the person's wish."""

    stored: tuple[Evidence, ...]
    failed: tuple[Failed, ...]
    cancelled: bool
    changes: Changes


def files_in(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files meant by a drop: files as they are, folders by their files, in the order of their names.

    Hidden files of a folder and what a link in it points to are left out.
    """
    found: list[Path] = []
    for path in paths:
        if os.path.isdir(path):  # Path.is_dir raises for a name that is too long
            inside = sorted(p for p in path.rglob("*") if not _is_hidden(p.relative_to(path)))
            found.extend(p for p in inside if p.is_file() and not p.is_symlink())
        else:
            found.append(path)
    return tuple(found)


def _is_hidden(inside: Path) -> bool:
    """A file or a folder on the way to it is hidden."""
    return any(part.startswith(".") for part in inside.parts)


def _title_from(name: str) -> str:
    return (Path(name).stem.strip() or name.strip() or "?")[:TITLE_LIMIT]


def _ignore(item: Evidence) -> None:
    """Tell nobody."""


def _no_bytes(done: int) -> None:
    """Ignore how many bytes of a file are in."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """A file whose bytes are durable in the vault and which has no row yet."""

    file: Path
    stored: StoredFile


class _Group:
    """Writes rows a few files at a time: one durable commit for each file costs more than its bytes do."""

    def __init__(
        self, service: EvidenceService, case_id: CaseId, edit: EvidenceEdit, told: Callable[[Evidence], None]
    ) -> None:
        self._service = service
        self._case_id = case_id
        self._edit = edit
        self._told = told
        self._waiting: list[_Taken] = []
        self.items: list[Evidence] = []
        self.failed: list[Failed] = []

    def add(self, file: Path, stored: StoredFile) -> None:
        """Take a file in; write the rows that wait once there are enough."""
        self._waiting.append(_Taken(file, stored))
        if len(self._waiting) >= GROUP_FILES or sum(t.stored.size_bytes for t in self._waiting) >= GROUP_BYTES:
            self.store()

    def store(self) -> None:
        """Write the rows that wait and tell of each item, now that it is durable."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        try:
            stored = self._service.add_rows(self._case_id, waiting, self._edit)
        except UserError as error:
            self.failed += [Failed(taken.file, error) for taken in waiting]
            return
        self.items += stored
        for item in stored:
            self._told(item)


class EvidenceService:
    """Use cases on the evidence of one case."""

    def __init__(self, context: Context, probe: Probe) -> None:
        self._context = context
        self._probe = probe

    def attach(
        self,
        case_id: CaseId,
        files: Sequence[Path],
        edit: EvidenceEdit | None = None,
        *,
        progress: Progress = no_progress,
        cancelled: IsCancelled = never_cancelled,
        stored: Callable[[Evidence], None] = _ignore,
    ) -> AttachReport:
        """Put files in, one after the other. ``stored`` hears of each item once bytes and row are durable.

        A file that fails is reported and the rest goes on; cancelling keeps what was finished. Raises
        UserError("title_empty") before anything is taken in.
        """
        _check_title(edit)
        with self._context.history.together():
            return self._attach(case_id, files, edit, progress, cancelled, stored)

    def _attach(
        self,
        case_id: CaseId,
        files: Sequence[Path],
        edit: EvidenceEdit | None,
        progress: Progress,
        cancelled: IsCancelled,
        stored: Callable[[Evidence], None],
    ) -> AttachReport:
        group = _Group(self, case_id, edit or EvidenceEdit(), stored)
        was_cancelled = False
        for done, file in enumerate(files):
            progress(done, len(files))
            if cancelled():
                was_cancelled = True
                break
            try:
                group.add(file, self._context.vault.take(file, _no_bytes, cancelled))
            except UserError as error:
                group.failed.append(Failed(file, error))
            except Cancelled:
                was_cancelled = True
                break
        group.store()
        if not was_cancelled:
            progress(len(files), len(files))
        return AttachReport(tuple(group.items), tuple(group.failed), was_cancelled, changed(case_id))

    def attach_bytes(self, case_id: CaseId, content: bytes, name: str, edit: EvidenceEdit) -> tuple[Evidence, Changes]:
        """Put in what never was a file, such as a pasted picture. Raises UserError: title_empty, and as the vault."""
        _check_title(edit)
        taken = _Taken(Path(name), self._context.vault.take_bytes(content))
        return self.add_rows(case_id, [taken], edit)[0], changed(case_id)

    def edit(self, case_id: CaseId, evidence_id: EvidenceId, edit: EvidenceEdit) -> Changes:
        """Change what is said about an item. Raises UserError: no_such_evidence, title_empty, bad_date."""
        _check_title(edit)
        return self._change(case_id, evidence_id, "evidence_edited", lambda item: _edited(item, edit))

    def trash(self, case_id: CaseId, evidence_id: EvidenceId) -> Changes:
        """Put an item into the trash; its number stays taken and its file stays where it is."""
        now = self._context.now()
        return self._change(case_id, evidence_id, "evidence_trashed", lambda item: replace(item, trashed_at=now))

    def restore(self, case_id: CaseId, evidence_id: EvidenceId) -> Changes:
        """Take an item out of the trash."""
        return self._change(case_id, evidence_id, "evidence_restored", lambda item: replace(item, trashed_at=""))

    def path(self, item: Evidence) -> Path:
        """Return where an item's file lies, to be read only."""
        return self._context.vault.path(item.file.sha256)

    def add_rows(self, case_id: CaseId, taken: Sequence[_Taken], edit: EvidenceEdit) -> list[Evidence]:
        """Write the rows of files that the vault holds, all in one unit of work."""
        looked_at = [(one, self._look_at(one)) for one in taken]
        with self._context.store.write() as unit:
            known = {e.file.sha256: e.exhibit_no for e in reversed(unit.evidence.items(case_id)) if not e.trashed_at}
            items = []
            for one, media in looked_at:
                item = unit.evidence.add(_edited(self._plain(case_id, one, media, known), edit))
                known.setdefault(one.stored.sha256, item.exhibit_no)
                index_item(unit, item)
                items.append(item)
            case = self._context.settle(unit, case_id)
            for item in items:
                file = item.file
                detail = {"exhibit": item.exhibit_no, "sha256": file.sha256, "size": file.size_bytes}
                self._context.note(unit, case, "evidence_added", detail | {"name": item.original_name})
        return items

    def _look_at(self, taken: _Taken) -> MediaFacts:
        path = self._context.vault.path(taken.stored.sha256)
        return self._probe.probe(path, self._probe.media_type(path, taken.file.name))

    def _plain(self, case_id: CaseId, taken: _Taken, media: MediaFacts, known: Mapping[str, int]) -> Evidence:
        return Evidence(
            id=EvidenceId(0),
            case_id=case_id,
            exhibit_no=0,
            title=_title_from(taken.file.name),
            proves="",
            source="",
            made_on=media.made_at[:10],
            copy_kind=CopyKind.ORIGINAL,
            original_name=taken.file.name,
            added_at=self._context.now(),
            file=taken.stored,
            media=media,
            duplicate_of=known.get(taken.stored.sha256),
        )

    def _safe(self, unit: Unit, item: Evidence) -> Evidence:
        """An item as it may be kept; its file is as it is."""
        title, proves = self._context.safe(unit, item.title), self._context.safe(unit, item.proves)
        return replace(item, title=title, proves=proves)

    def _change(
        self, case_id: CaseId, evidence_id: EvidenceId, kind: str, apply: Callable[[Evidence], Evidence]
    ) -> Changes:
        with self._context.store.write() as unit:
            item = self._safe(unit, apply(unit.evidence.get(evidence_id)))
            unit.evidence.update(item)
            index_item(unit, item)
            case = self._context.settle(unit, case_id)
            self._context.note(unit, case, kind, {"exhibit": item.exhibit_no, "title": item.title})
        return changed(case_id)


def _check_title(edit: EvidenceEdit | None) -> None:
    if edit is not None and edit.title is not None and not edit.title.strip():
        raise UserError("title_empty")


def _edited(item: Evidence, edit: EvidenceEdit) -> Evidence:
    made_on = item.made_on if edit.made_on is None else edit.made_on.strip()
    if made_on:
        try:
            date.fromisoformat(made_on)
        except ValueError:
            raise UserError("bad_date", text=made_on) from None
    return replace(
        item,
        title=item.title if edit.title is None else edit.title.strip()[:TITLE_LIMIT],
        proves=item.proves if edit.proves is None else edit.proves.strip(),
        source=item.source if edit.source is None else edit.source.strip(),
        made_on=made_on,
        copy_kind=edit.copy_kind or item.copy_kind,
        step_key=item.step_key if edit.step_key is None else edit.step_key,
    )


def index_item(unit: Unit, item: Evidence) -> None:
    """Make an item's words findable; a trashed item is taken out."""
    words = (item.title, item.proves, item.source, item.original_name)
    text = "" if item.trashed_at else "\n".join(word for word in words if word)
    unit.index.put(item.case_id, "evidence", str(item.id), text)
