"""Evidence: put files in, say what they prove, take them out of sight and bring them back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from walletcase.domain.errors import Cancelled, UserError
from walletcase.domain.evidence import NO_ORIGIN, CopyKind, Evidence, EvidenceEdit, Kin, MediaFacts, Origin, Way
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.domain.likeness import nearest
from walletcase.services.attaching import Alike, AttachReport, Failed, Group, InHand, Source, Taken, sources
from walletcase.services.changes import Changes, changed
from walletcase.services.context import Context
from walletcase.services.page_words import index_pages
from walletcase.services.ports import IsCancelled, Probe, Progress, Unit, never_cancelled, no_progress

TITLE_LIMIT = 200
_AS_IS = EvidenceEdit()


@dataclass(frozen=True, slots=True)
class Entry:
    """How things come in: what is said about them, which way, from which exhibit.

    ``with_twins`` says that what has the bytes of an exhibit of the case is added all the same; ``tell`` returns what
    the journal is to hold of a new exhibit beside its coming, in the same unit of work: a kind and details.
    """

    edit: EvidenceEdit = _AS_IS
    way: Way = Way.UNKNOWN
    parent: Evidence | None = None
    kin: Kin = Kin.NONE
    with_twins: bool = True
    tell: Callable[[Evidence], tuple[str, Mapping[str, object]]] | None = None


_PLAIN = Entry()


def _title_from(name: str) -> str:
    return (Path(name).stem.strip() or name.strip() or "?")[:TITLE_LIMIT]


def _ignore(item: Evidence) -> None:
    """Tell nobody."""


class EvidenceService:
    """Use cases on the evidence of one case."""

    def __init__(self, context: Context, probe: Probe, here: Origin = NO_ORIGIN) -> None:
        """``here`` says whose account and which computer this is."""
        self._context = context
        self._probe = probe
        self._here = here

    def attach(
        self,
        case_id: CaseId,
        given: Iterable[Path | Source],
        entry: Entry | EvidenceEdit = _PLAIN,
        *,
        progress: Progress = no_progress,
        cancelled: IsCancelled = never_cancelled,
        stored: Callable[[Evidence], None] = _ignore,
    ) -> AttachReport:
        """Put things in, one after the other. ``stored`` hears of each item once bytes and row are durable.

        What fails is reported and the rest goes on; cancelling keeps what was finished. Raises
        UserError("title_empty") before anything is taken in.
        """
        entry = Entry(entry) if isinstance(entry, EvidenceEdit) else entry
        _check_title(entry.edit)
        known = None if entry.with_twins else self._known(case_id)
        group = Group(lambda taken: self.add_rows(case_id, taken, entry), stored, known)
        with self._context.history.together():
            was_cancelled = self._take_in(group, sources(given), progress, cancelled)
        alike = self._alike(case_id, group.items)
        return AttachReport(
            tuple(group.items), tuple(group.failed), was_cancelled, changed(case_id), tuple(group.twins), alike
        )

    def _take_in(
        self, group: Group, given: Sequence[Source], progress: Progress, cancelled: IsCancelled
    ) -> bool:
        """Whether it was cancelled."""
        for done, source in enumerate(given):
            progress(done, len(given))
            if cancelled():
                break
            try:
                changed_at = source.changed_at(self._context.clock.now().tzinfo)
                group.add(Taken(source, source.take(self._context.vault, cancelled), changed_at))
            except UserError as error:
                group.failed.append(Failed(source, error))
            except Cancelled:
                break
        else:
            group.store()
            progress(len(given), len(given))
            return False
        group.store()
        return True

    def _known(self, case_id: CaseId) -> dict[str, Evidence]:
        with self._context.store.read() as unit:
            return {e.file.sha256: e for e in reversed(unit.evidence.items(case_id)) if not e.trashed_at}

    def _alike(self, case_id: CaseId, items: Sequence[Evidence]) -> tuple[Alike, ...]:
        """The new items that look like one of the case that has other bytes."""
        if not any(item.media.fingerprint for item in items):
            return ()
        with self._context.store.read() as unit:
            among = unit.evidence.items(case_id)
        found = ((item, nearest(item, among)) for item in items)
        return tuple(Alike(item, other) for item, other in found if other is not None and other.id < item.id)

    def attach_bytes(
        self, case_id: CaseId, content: bytes, name: str, edit: EvidenceEdit, way: Way = Way.PASTED
    ) -> tuple[Evidence, Changes]:
        """Put in what never was a file, such as a pasted picture. Raises UserError: title_empty, and as the vault."""
        report = self.attach(case_id, [InHand(name, content)], Entry(edit, way))
        for failed in report.failed:
            raise failed.error
        return report.stored[0], report.changes

    def edit(self, case_id: CaseId, evidence_id: EvidenceId, edit: EvidenceEdit) -> Changes:
        """Change what is said about an item. Raises UserError: no_such_evidence, title_empty, bad_date."""
        _check_title(edit)
        return self._change(case_id, evidence_id, "evidence_edited", lambda item: _edited(item, edit))

    def edit_all(self, case_id: CaseId, evidence_ids: Iterable[EvidenceId], edit: EvidenceEdit) -> Changes:
        """Change what is said about several items, all in one piece. Raises UserError as edit does."""
        _check_title(edit)
        with self._context.history.together():
            for one in evidence_ids:
                self.edit(case_id, one, edit)
        return changed(case_id)

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

    def add_rows(self, case_id: CaseId, taken: Sequence[Taken], entry: Entry) -> list[Evidence]:
        """Write the rows of what the vault holds, all in one unit of work."""
        looked_at = [(one, self._look_at(one)) for one in taken]
        with self._context.store.write() as unit:
            known = {e.file.sha256: e.exhibit_no for e in reversed(unit.evidence.items(case_id)) if not e.trashed_at}
            items = []
            for one, media in looked_at:
                plain = self._plain(case_id, one, media, entry)
                plain = replace(plain, duplicate_of=known.get(one.stored.sha256))
                item = unit.evidence.add(_edited(plain, entry.edit))
                known.setdefault(one.stored.sha256, item.exhibit_no)
                items.append(item)
            case = self._context.settle(unit, case_id)
            for item in items:
                self._context.note(unit, case, "evidence_added", _added(self._safe(unit, item), entry))
                if entry.tell is not None:
                    self._context.note(unit, case, *entry.tell(item))
        return items

    def _look_at(self, taken: Taken) -> MediaFacts:
        path = self._context.vault.path(taken.stored.sha256)
        return self._probe.probe(path, self._probe.media_type(path, taken.source.name))

    def _plain(self, case_id: CaseId, taken: Taken, media: MediaFacts, entry: Entry) -> Evidence:
        return Evidence(
            id=EvidenceId(0),
            case_id=case_id,
            exhibit_no=0,
            title=_title_from(taken.source.name),
            proves="",
            source="",
            made_on=media.made_at[:10],
            copy_kind=CopyKind.ORIGINAL,
            original_name=taken.source.name,
            added_at=self._context.now(),
            file=taken.stored,
            media=media,
            parent_id=entry.parent.id if entry.parent else None,
            kin=entry.kin,
            origin=replace(self._here, way=entry.way, changed_at=taken.changed_at),
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
            index_pages(unit, item)
            case = self._context.settle(unit, case_id)
            self._context.note(unit, case, kind, {"exhibit": item.exhibit_no, "title": item.title})
        return changed(case_id)


def told_of_added(item: Evidence) -> dict[str, object]:
    """Return what the journal keeps of an exhibit that came in with its case: what it kept when the exhibit was new."""
    detail = _added(item, Entry(way=item.origin.way))
    return {**detail, "kin": item.kin.value} if item.kin is not Kin.NONE else detail


def _added(item: Evidence, entry: Entry) -> dict[str, object]:
    """What the journal keeps of a new exhibit."""
    detail: dict[str, object] = {
        "exhibit": item.exhibit_no,
        "sha256": item.file.sha256,
        "size": item.file.size_bytes,
        "name": item.original_name,
        "added": item.added_at,
    }
    if item.title != _title_from(item.original_name):
        detail["title"] = item.title
    if entry.way is not Way.UNKNOWN:
        detail |= {"way": entry.way.value, "by": item.origin.added_by, "device": item.origin.device}
    if entry.parent is not None:
        detail |= {"from_exhibit": entry.parent.exhibit_no, "kin": entry.kin.value}
    return detail


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
        group=item.group if edit.group is None else edit.group,
    )


