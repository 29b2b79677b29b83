"""Evidence: put files in, say what they prove, take them out of sight and bring them back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from walletcase.domain.errors import Cancelled, UserError
from walletcase.domain.evidence import CopyKind, Evidence, EvidenceEdit, StoredFile
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.services.changes import Changes, changed
from walletcase.services.context import Context
from walletcase.services.ports import IsCancelled, Probe, Progress, Unit, never_cancelled, no_progress

TITLE_LIMIT = 200


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
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if not any(part.startswith(".") for part in p.parts[-1:]))
            found.extend(p for p in inside if p.is_file() and not p.is_symlink())
        else:
            found.append(path)
    return tuple(found)


def _title_from(name: str) -> str:
    return (Path(name).stem.strip() or name.strip() or "?")[:TITLE_LIMIT]


def _ignore(item: Evidence) -> None:
    """Tell nobody."""


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
        """Put files in, one after the other. ``stored`` hears of each item once it is durable.

        A file that fails is reported and the rest goes on; cancelling keeps what was finished.
        """
        items: list[Evidence] = []
        failed: list[Failed] = []
        was_cancelled = False
        for done, file in enumerate(files):
            progress(done, len(files))
            if cancelled():
                was_cancelled = True
                break
            try:
                item = self._attach_one(case_id, file, edit or EvidenceEdit(), cancelled)
            except UserError as error:
                failed.append(Failed(file, error))
            except Cancelled:
                was_cancelled = True
                break
            else:
                items.append(item)
                stored(item)
        else:
            progress(len(files), len(files))
        return AttachReport(tuple(items), tuple(failed), was_cancelled, changed(case_id))

    def attach_bytes(self, case_id: CaseId, content: bytes, name: str, edit: EvidenceEdit) -> tuple[Evidence, Changes]:
        """Put in what never was a file, such as a pasted picture. Raises UserError as the vault does."""
        item = self._add(case_id, self._context.vault.take_bytes(content), name, edit)
        return item, changed(case_id)

    def edit(self, case_id: CaseId, evidence_id: EvidenceId, edit: EvidenceEdit) -> Changes:
        """Change what is said about an item. Raises UserError: no_such_evidence, title_empty, bad_date."""
        if edit.title is not None and not edit.title.strip():
            raise UserError("title_empty")
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

    def _attach_one(self, case_id: CaseId, file: Path, edit: EvidenceEdit, cancelled: IsCancelled) -> Evidence:
        stored = self._context.vault.take(file, lambda done: None, cancelled)
        return self._add(case_id, stored, file.name, edit)

    def _add(self, case_id: CaseId, file: StoredFile, name: str, edit: EvidenceEdit) -> Evidence:
        path = self._context.vault.path(file.sha256)
        media = self._probe.probe(path, self._probe.media_type(path, name))
        with self._context.store.write() as unit:
            earlier = unit.evidence.items(case_id)
            same = [e.exhibit_no for e in earlier if e.file.sha256 == file.sha256 and not e.trashed_at]
            plain = Evidence(
                id=EvidenceId(0),
                case_id=case_id,
                exhibit_no=0,
                title=_title_from(name),
                proves="",
                source="",
                made_on=media.made_at[:10],
                copy_kind=CopyKind.ORIGINAL,
                original_name=name,
                added_at=self._context.now(),
                file=file,
                media=media,
                duplicate_of=same[0] if same else None,
            )
            item = unit.evidence.add(_edited(plain, edit))
            index_item(unit, item)
            case = self._context.settle(unit, case_id)
            detail = {"exhibit": item.exhibit_no, "sha256": file.sha256, "size": file.size_bytes, "name": name}
            self._context.note(unit, case, "evidence_added", detail)
        return item

    def _change(
        self, case_id: CaseId, evidence_id: EvidenceId, kind: str, apply: Callable[[Evidence], Evidence]
    ) -> Changes:
        with self._context.store.write() as unit:
            item = apply(unit.evidence.get(evidence_id))
            unit.evidence.update(item)
            index_item(unit, item)
            case = self._context.settle(unit, case_id)
            self._context.note(unit, case, kind, {"exhibit": item.exhibit_no, "title": item.title})
        return changed(case_id)


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
