"""Redaction: a copy of an exhibit in which what a person covered is gone, searched before it is kept."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo
from pathlib import Path
from typing import Protocol

from walletcase.domain.case import CaseRecord
from walletcase.domain.errors import Cancelled, UserError
from walletcase.domain.evidence import CopyKind, Evidence, EvidenceEdit, Kin, StoredFile, Way
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.domain.page_text import Line
from walletcase.domain.redaction import Box, Leak, LeakPlace, bare, read, sound, without, words_under, written
from walletcase.domain.sensitive import Known, Sensitive, known_of, sensitive_in
from walletcase.services.changes import Changes, changed
from walletcase.services.context import Context
from walletcase.services.evidence import Entry, EvidenceService
from walletcase.services.ports import IsCancelled, Progress, Vault, never_cancelled, no_progress
from walletcase.services.reading import PageReader
from walletcase.services.redacted_words import Readings, leak_error, open_pages, own_words

MADE = "redaction_made"  # the journal's line: exhibits, item, from_item, boxes, searched, engine
_BLANK = "■■■"
_TRIES = 3
_ENDINGS = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg", "image/tiff": ".tiff"}


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be burnt into a file of ``pages`` pages. ``secrets`` are bare; ``drawn`` pages must become pictures
    even where they have no box.
    """

    media_type: str
    boxes: tuple[Box, ...]
    secrets: tuple[str, ...] = ()
    drawn: frozenset[int] = frozenset()
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Burnt:
    """``note`` as in MediaFacts or "stopped", "" for done; ``drawn`` are the pages (from 0) that are pictures now."""

    note: str
    media_type: str = ""
    drawn: frozenset[int] = frozenset()


class Burner(Protocol):
    """Makes redacted copies and looks through them, without trusting the file."""

    def can_burn(self, media_type: str) -> bool:
        """Whether boxes can be burnt into a file of this type."""

    def burn(self, path: Path, order: Order, out: Path) -> Burnt:
        """Write a copy with boxes burnt in to ``out``, which must not exist."""

    def search(self, path: Path, order: Order) -> tuple[Leak, ...] | None:
        """Look through a copy for what should be gone. None where it could not be looked through."""

    def interrupt(self) -> None:
        """End what is under way; its note is "stopped"."""

    def rest(self) -> None:
        """Give back memory."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a redaction starts with. ``item`` is what boxes are drawn on: of a redacted copy its original.

    ``pages`` are the words of those pages that have been read; ``boxes`` the former ones.
    """

    item: Evidence
    pages: Mapping[int, Sequence[Line]]
    suggested: tuple[Sensitive, ...]
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person wants covered. ``values`` are bare secrets confirmed; ``title`` and ``stem`` name the copy."""

    boxes: tuple[Box, ...]
    values: tuple[str, ...] = ()
    title: str = ""
    stem: str = "redacted"


@dataclass(frozen=True, slots=True)
class Redacted:
    """A copy that is kept. ``searched`` are the bare secrets that were looked for; ``engine`` names what read the
    pages again, "" where nothing did; ``open_pages`` (from 0) still show one of them, outside the boxes.
    """

    item: Evidence
    changes: Changes
    searched: tuple[str, ...]
    engine: str
    open_pages: tuple[int, ...]
    drawn: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Copy:
    """A file of ours on its way into the vault. Implements attaching.Source."""

    name: str
    path: Path

    def take(self, vault: Vault, cancelled: IsCancelled) -> StoredFile:
        return vault.take(self.path, lambda done: None, cancelled)

    def changed_at(self, zone: tzinfo | None) -> str:
        return ""


class RedactionService:
    """The original is never touched; the copy is an exhibit of its own, linked to it."""

    def __init__(
        self, context: Context, evidence: EvidenceService, burner: Burner, reader: PageReader, folder: Path
    ) -> None:
        """``folder`` is where a copy lies until it is found clean."""
        self._context = context
        self._evidence = evidence
        self._burner = burner
        self._reader = reader
        self._folder = folder

    def can_redact(self, item: Evidence) -> bool:
        """Whether an exhibit has pages into which boxes can be burnt."""
        return self._burner.can_burn(item.media.media_type) and not item.media.note

    def start(self, case_id: CaseId, evidence_id: EvidenceId) -> Sheet:
        """Return what is known of an exhibit before it is redacted; of a redacted copy, of its original.

        Raises UserError: no_such_case, no_such_evidence, redaction_unfit.
        """
        with self._context.store.read() as unit:
            item = unit.evidence.get(evidence_id)
            record = self._context.record(unit, case_id)
            original = self._original(record, item)
            pages = {page.page_no: page.lines for page in unit.page_texts.pages(original.id)}
            lines = [line for _, line in unit.journal.numbered(record.case.number)]
        if not self.can_redact(original):
            raise UserError("redaction_unfit", exhibit=str(original.exhibit_no))
        live = {str(one.id) for one in record.live_evidence if item.id in (original.id, one.id)}
        former = [line.detail for line in lines if line.kind == MADE and line.detail.get("item") in live]
        boxes = [detail.get("boxes", "") for detail in former if detail.get("from_item") == str(original.id)]
        known = known_of(record)
        return Sheet(original, pages, _suggested(pages, known), read(boxes[-1]) if boxes else ())

    def redact(
        self,
        item: Evidence,
        wish: Wish,
        *,
        progress: Progress = no_progress,
        cancelled: IsCancelled = never_cancelled,
    ) -> Redacted:
        """Make a copy, search it, and keep it if nothing of what was covered is found.

        Raises Cancelled; UserError: redaction_empty, redaction_unfit, redaction_failed, redaction_unsearched,
        redaction_leak_pixels, redaction_leak_words, redaction_leak_hidden, redaction_leak_readable, and as the vault.
        """
        boxes = sound(wish.boxes)
        if not boxes:
            raise UserError("redaction_empty")
        if not self.can_redact(item):
            raise UserError("redaction_unfit", exhibit=str(item.exhibit_no))
        with self._context.store.read() as unit:
            read_pages = unit.page_texts.pages(item.id)
        pages: dict[int, Sequence[Line]] = {page.page_no: page.lines for page in read_pages}
        pages |= own_words(self._reader, self._evidence.path(item), item.media, pages, cancelled)
        secrets = tuple(dict.fromkeys([*(bare(value) for value in wish.values), *words_under(boxes, pages)]))
        order = Order(item.media.media_type, boxes, tuple(filter(None, secrets)), pages=item.media.pages or 1)
        touched = sorted({box.page_no for box in boxes})
        progress(0, len(touched) + 2)
        with tempfile.TemporaryDirectory(prefix="redact-", dir=self._folder) as folder:
            copy, burnt = self._clean_copy(item, order, Path(folder), cancelled)
            progress(1, len(touched) + 2)
            reading = Readings(self._reader, copy, burnt.media_type, order.boxes, order.secrets)
            reading.open_pages |= open_pages(pages, order.boxes, order.secrets)
            for done, page_no in enumerate(touched):
                if cancelled():
                    raise Cancelled
                reading.look(page_no, _shape(item))
                progress(2 + done, len(touched) + 2)
            return self._keep(item, order, wish, copy, burnt, reading)

    def interrupt(self) -> None:
        """End the burning under way."""
        self._burner.interrupt()

    def _original(self, record: CaseRecord, item: Evidence) -> Evidence:
        if item.kin is not Kin.REDACTED:
            return item
        return next((one for one in record.live_evidence if one.id == item.parent_id), item)

    def _clean_copy(self, item: Evidence, order: Order, folder: Path, cancelled: IsCancelled) -> tuple[Path, Burnt]:
        """A copy in which nothing was found; a page whose words give something away is made a picture first."""
        leaks: Sequence[Leak] = ()
        for number in range(_TRIES):
            copy = folder / f"copy-{number}"
            burnt = self._burner.burn(self._evidence.path(item), order, copy)
            if cancelled() or burnt.note == "stopped":
                raise Cancelled
            if burnt.note:
                raise UserError("redaction_failed", exhibit=str(item.exhibit_no))
            found = self._burner.search(copy, replace(order, media_type=burnt.media_type, drawn=burnt.drawn))
            if cancelled():
                raise Cancelled
            if found is None:
                raise UserError("redaction_unsearched", exhibit=str(item.exhibit_no))
            if not found:
                return copy, burnt
            leaks = found
            more = _to_be_drawn(found, order, burnt)
            if not more:
                break
            order = replace(order, drawn=order.drawn | burnt.drawn | more)
        raise leak_error(leaks[0])

    def _keep(self, item: Evidence, order: Order, wish: Wish, copy: Path, burnt: Burnt, reading: Readings) -> Redacted:
        name = f"{wish.stem}{_ENDINGS.get(burnt.media_type, '')}"

        def tell(made: Evidence) -> tuple[str, Mapping[str, object]]:
            return MADE, {
                "exhibits": f"{item.exhibit_no} {made.exhibit_no}",
                "item": made.id,  # exhibits may be numbered anew, ids never change
                "from_item": item.id,
                "boxes": written(order.boxes),
                "searched": len(order.secrets),
                "engine": reading.engine,
            }

        entry = Entry(_said(item, wish, order.secrets), Way.DERIVED, item, Kin.REDACTED, tell=tell)
        report = self._evidence.attach(item.case_id, [_Copy(name, copy)], entry)
        for failed in report.failed:
            raise failed.error
        (made,) = report.stored
        self._burner.rest()
        return Redacted(
            made, changed(item.case_id), order.secrets, reading.engine, tuple(sorted(reading.open_pages)), burnt.drawn
        )


def _suggested(pages: Mapping[int, Sequence[Line]], known: Known) -> tuple[Sensitive, ...]:
    return tuple(one for page_no, lines in sorted(pages.items()) for one in sensitive_in(lines, page_no, known))


def _said(item: Evidence, wish: Wish, secrets: Sequence[str]) -> EvidenceEdit:
    """What is said of the copy: the same as of the original, without what was covered."""
    return EvidenceEdit(
        title=without(wish.title or item.title, secrets, _BLANK),
        proves=without(item.proves, secrets, _BLANK),
        source=without(item.source, secrets, _BLANK),
        made_on=item.made_on,
        copy_kind=CopyKind.COPY,
        step_key=item.step_key,
        group=item.group,
    )


def _to_be_drawn(leaks: Sequence[Leak], order: Order, burnt: Burnt) -> frozenset[int]:
    """The pages that, made pictures, give away no more; none where that would not help."""
    if order.media_type != "application/pdf" or any(leak.place is LeakPlace.PIXELS for leak in leaks):
        return frozenset()
    pages = {leak.page_no for leak in leaks}
    wanted = set(range(order.pages)) if -1 in pages else pages
    return frozenset(wanted - burnt.drawn)


def _shape(item: Evidence) -> float:
    return (item.media.height_px or 1) / (item.media.width_px or 1)
